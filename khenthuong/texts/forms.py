"""Sentences on form files: what is wrong, on which line, and how to mend it."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "form.unreadable": "Không đọc được biểu mẫu «{file}»: {detail}.",
    "form.not_utf8": "Biểu mẫu «{file}» không phải UTF-8. Mở bằng Notepad rồi lưu lại bằng UTF-8.",
    "form.not_toml": "Biểu mẫu «{file}», dòng {line}: viết chưa đúng cú pháp TOML. Xem dấu bằng, ngoặc "
    "kép, ngoặc vuông ở dòng ấy và dòng ngay trước. Máy báo: {detail}.",
    "form.misplaced": "Tệp «{file}» nằm ngay trong thư mục forms nên không được dùng. Chuyển biểu mẫu vào "
    "forms/{folder} (tiêu chuẩn, mức, danh mục vào thư mục con của loại ấy), mẫu Word vào templates_docx.",
    "form.schema": "Biểu mẫu «{file}»{at} viết theo bản khác của chương trình; cần schema = {known}.",
    "form.id": "Biểu mẫu «{file}»{at}: id là «{id}» nhưng tên tệp đòi «{expected}». Sửa cho giống nhau.",
    "form.unknown_key": "Biểu mẫu «{file}»{at}: không có khóa «{key}»; có phải «{nearest}»?",
    "form.missing_key": "Biểu mẫu «{file}»{at}: thiếu khóa «{key}».",
    "form.wrong_type": "Biểu mẫu «{file}»{at}: khóa «{key}» phải là {wanted}.",
    "form.empty": "Biểu mẫu «{file}»{at}: khóa «{key}» để trống; ghi giá trị hoặc bỏ khóa.",
    "form.unknown_value": "Biểu mẫu «{file}»{at}: khóa «{key}» không nhận «{value}»; có phải «{nearest}»? "
    "Các giá trị: {known}.",
    "form.bad_name": "Biểu mẫu «{file}»{at}: khóa «{key}» không nhận «{value}»; chỉ dùng chữ thường "
    "không dấu, "
    "số và gạch dưới.",
    "form.template_name": "Biểu mẫu «{file}»{at}: template «{template}» phải là tên một tệp .docx trong templates_docx.",
    "form.no_template": "Biểu mẫu «{file}»: không thấy mẫu Word «{template}» trong templates_docx. Chép tệp vào "
    "đó.",
    "form.twice": "Biểu mẫu «{file}»{at}: ô «{key}» có hai lần. Đổi tên hoặc bỏ một ô.",
    "form.columns": "Biểu mẫu «{file}»{at}: kiểu table phải có columns, kiểu khác thì không.",
    "form.choices": "Biểu mẫu «{file}»{at}: kiểu choice phải có choices, kiểu khác thì không.",
    "form.fact_and_blank": "Biểu mẫu «{file}»{at}: không đặt cả fact và blank cho một ô.",
    "form.pattern": "Biểu mẫu «{file}»{at}: pattern «{pattern}» viết sai ({detail}).",
    "form.show_if": "Biểu mẫu «{file}»{at}: show_if nói tới «{key}» mà không có ô đó; có phải "
    "«{nearest}»?",
    "form.unknown_path": "Biểu mẫu «{file}», ô «{place}»: chương trình không có dữ kiện «{path}»; có phải "
    "«{nearest}»?",
    "form.at": ", dòng {line} ({place})",
    "form.at_line": ", dòng {line}",
    "form.check": "Biểu mẫu «{file}»{at}: kiểm tra kiểu «{kind}» cần khóa «{key}».",
    "form.check_extra": "Biểu mẫu «{file}»{at}: kiểm tra kiểu «{kind}» không dùng khóa «{key}». Bỏ khóa "
    "đó.",
    "form.check_field": "Biểu mẫu «{file}»{at}: «{key}» không phải ô {wanted} mà biểu mẫu hỏi; có phải "
    "«{nearest}»?",
    "form.check_two": "Biểu mẫu «{file}»{at}: «fields» cần ít nhất hai ô.",
    "form.show_if_inside": "Biểu mẫu «{file}»{at}: mục này chỉ hiện theo ô «{key}» nằm trong chính nó. "
    "Chuyển ô đó sang mục khác.",
    "form.no_list": "Biểu mẫu «{file}»{at}: không có danh mục «{value}» trong forms/danh_muc; có phải "
    "«{nearest}»?",
    "form.two_choices": "Biểu mẫu «{file}»{at}: chỉ ghi một trong hai khóa «choices» và «choices_from».",
    "form.days": "Biểu mẫu «{file}»{at}: valid_to trước valid_from.",
    "form.kind_is_id": "Biểu mẫu «{file}»{at}: kind là tên chung của các bản, phải khác id và là id của "
    "một biểu mẫu có sẵn («{value}» thì không); có phải «{nearest}»?",
    "form.same_start": "Biểu mẫu «{file}»{at}: cùng ngày bắt đầu với «{other}» của cùng loại «{kind}». Hãy "
    "ghi valid_from khác.",
    "form.was_taken": "Biểu mẫu «{file}»{at}: tên cũ «{value}» đang là tên của biểu mẫu khác.",
    "form.list_wrong": "Danh mục «{file}»: cần schema = 1, id trùng tên tệp, label và values là dãy chữ "
    "không trống, không lặp. Sai ở «{key}».",
    "form.other_version": "Hôm nay dùng bản «{title}» (tệp {file}.toml).",
    "form.out_of_dates": "Ngoài thời gian áp dụng ({start} đến {end}) mà không có bản nào khác.",
    "fault.answer_check": "{says}",
    "type.number": "số nguyên",
    "type.ordered": "ngày, năm hoặc số nguyên",
    "type.rows": "bảng",
    "type.column": "số của bảng",
}
