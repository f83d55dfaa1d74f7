"""Pieces of sentences that papers print, and what is wrong with forms and Word templates."""

from __future__ import annotations

_PAPER: dict[str, str] = {
    "paper.committee": "Ủy ban nhân dân {place}",
    "paper.committee_short": "UBND {place}",
    "paper.committee_line": "Ủy ban nhân dân",
    "paper.proposing_unit": "Phòng Văn hóa - Xã hội",
    "paper.chairman_of": "Chủ tịch Ủy ban nhân dân {place}",
    "paper.chairman": "CHỦ TỊCH",
    "paper.deputy": "PHÓ CHỦ TỊCH",
    "paper.for_chairman": "KT. CHỦ TỊCH",
    "paper.on_behalf": "TM. ỦY BAN NHÂN DÂN",
    "paper.head_of_unit": "Trưởng phòng",
    "paper.province": "tỉnh {name}",
    "paper.symbol.TTr": "TTr",
    "paper.symbol.QD": "QĐ",
    "paper.symbol.BB": "BB",
    "paper.symbol.council": "HĐTĐKT",
    "paper.number": "số {number} {date}",
    "paper.year": "năm {year}",
    "paper.school_year": "năm học {year}",
    "paper.round.cong_trang": "thành tích xuất sắc trong thực hiện nhiệm vụ {year}",
    "paper.round.chuyen_de": "thành tích xuất sắc trong phong trào thi đua {year}",
    "paper.round.movement": "thành tích xuất sắc trong phong trào thi đua “{movement}”",
    "paper.round.dot_xuat": "thành tích xuất sắc đột xuất {year}",
    "paper.round.cong_hien": "quá trình cống hiến, {year}",
    "paper.round.nien_han": "thời gian công tác, {year}",
    "paper.round.doi_ngoai": "thành tích trong quan hệ đối ngoại {year}",
    "paper.mr": "Ông {name}",
    "paper.mrs": "Bà {name}",
    "paper.household": "Hộ gia đình ông (bà) {name}",
    "paper.title": "danh hiệu “{name}” {year}",
    "paper.request.title": "Đề nghị tặng danh hiệu",
    "paper.request.commendation": "Đề nghị tặng",
    "paper.quoted": "“{name}”",
    "paper.grant.title": "Công nhận {award}",
    "paper.grant.commendation": "Tặng {award}",
    "paper.act.danh_hieu": "công nhận danh hiệu thi đua",
    "paper.act.hinh_thuc": "tặng Giấy khen",
    "paper.minutes":
        "Biên bản họp Hội đồng Thi đua - Khen thưởng {place} {number}",
    "paper.plan": "Kế hoạch số {number} {date} của {issuer} về phong trào thi đua “{name}”",
    "paper.decision": "Quyết định số {number}",
    "paper.issuer": "của {issuer}",
    "paper.and": "{first} và {last}",
    "paper.count.tap_the": "{number} tập thể",
    "paper.count.ca_nhan": "{number} cá nhân",
    "paper.count.ho_gia_dinh": "{number} hộ gia đình",
    "paper.recipients.tap_the": "tập thể",
    "paper.recipients.ca_nhan": "cá nhân",
    "paper.recipients.ho_gia_dinh": "hộ gia đình",
    "paper.clock": "{hour} giờ {minute}",
    "paper.nobody": "không",
    "paper.notice": "Danh sách đề nghị đã được niêm yết công khai {places}.",
    "paper.shown": "tại {place} từ ngày {start} đến {end}",
    "paper.still_shown": "nay",
    "paper.opinions": "Ý kiến nhận được: {opinions}; kết quả xử lý: {handled}.",
    "paper.not_handled": "chưa ghi",
    "paper.no_opinions": "Trong thời gian niêm yết không nhận được ý kiến nào.",
    "paper.override": "Vẫn đưa vào hồ sơ theo quyết định của {by} ngày {on}. Lý do: {reason}",
    "paper.cite_unsure": "{cite}; {sure}",
    "paper.verdict.dat": "Đủ điều kiện đề nghị khen thưởng.",
    "paper.verdict.khong_dat": "Không đủ điều kiện đề nghị khen thưởng.",
    "paper.verdict.chua_xet": "Chưa đủ điều kiện xét tại thời điểm này.",
    "paper.verdict.thieu": "Còn thiếu căn cứ để kết luận.",
    "paper.verdict.can_doi_chieu":
        "Chưa thấy điểm nào không đạt; những điểm ghi “Cần đối chiếu” phải được đối chiếu với "
        "văn bản.",
    "paper.verdict.khong_ap_dung": "Không có tiêu chuẩn nào áp dụng.",
    "paper.verdict.overridden":
        "Kết quả thẩm định: {status}; vẫn đưa vào hồ sơ theo lý do ghi dưới đây.",
    "paper.unverified":
        "{count} tiêu chuẩn ghi “chưa đối chiếu” hoặc “theo nguồn thứ cấp” chưa được đọc trong "
        "chính "
        "văn bản quy định; kết luận ở các điểm đó để tham khảo.",
    "paper.amended":
        "Hồ sơ được nhận sau khi {texts} có hiệu lực. Chưa có văn bản này để đối chiếu: các tiêu "
        "chuẩn "
        "dưới đây xét theo quy định trước khi sửa đổi.",
}

_TEMPLATE: dict[str, str] = {
    "template.unreadable":
        "Không mở được mẫu Word «{file}»: {detail}. Mở lại bằng Word và lưu dạng .docx.",
    "template.macro":
        "Mẫu «{file}» có chứa macro. Lưu lại bằng Word dạng «Word Document (*.docx)».",
    "template.syntax":
        "Mẫu «{file}», {place}: ô {{{{ … }}}} hoặc lệnh {{% … %}} viết chưa đúng ({detail}).",
    "template.unknown_name":
        "Mẫu «{file}», {place}: không có ô nào tên «{name}»; có phải «{nearest}»? "
        "Sửa tên trong mẫu, hoặc thêm ô đó vào biểu mẫu.",
    "template.not_rows":
        "Mẫu «{file}», {place}: «{name}» không phải là bảng nên không lặp từng dòng được.",
    "template.column_tags":
        "Mẫu «{file}», {place}: không dùng được lệnh lặp cột {{%tc … %}}; hãy lặp theo dòng "
        "{{%tr … %}}.",
    "template.broken_paper":
        "In «{form}» ra giấy không thành: {detail}. Kiểm tra mẫu «{file}».",
    "template.place": "{part}, đoạn {paragraph} («{text}»)",
    "template.part.document": "thân văn bản",
    "template.part.header": "đầu trang",
    "template.part.footer": "chân trang",
    "template.part.notes": "chú thích",
    "template.held":
        "Không ghi được «{file}»: tệp đang mở ở chương trình khác. Đóng tệp lại rồi làm lại.",
}

_FORM: dict[str, str] = {
    "form.unreadable": "Không đọc được biểu mẫu «{file}»: {detail}.",
    "form.not_utf8": "Biểu mẫu «{file}» không phải UTF-8. Mở bằng Notepad rồi lưu lại bằng UTF-8.",
    "form.not_toml": "Biểu mẫu «{file}» viết chưa đúng cú pháp TOML: {detail}.",
    "form.schema": "Biểu mẫu «{file}» viết theo bản khác của chương trình; cần schema = {known}.",
    "form.id":
        "Biểu mẫu «{file}»: id là «{id}» nhưng tên tệp đòi «{expected}». Sửa cho giống nhau.",
    "form.unknown_key": "Biểu mẫu «{file}», {place}: không có khóa «{key}»; có phải «{nearest}»?",
    "form.missing_key": "Biểu mẫu «{file}», {place}: thiếu khóa «{key}».",
    "form.wrong_type": "Biểu mẫu «{file}», {place}: khóa «{key}» phải là {wanted}.",
    "form.empty": "Biểu mẫu «{file}», {place}: khóa «{key}» để trống; ghi giá trị hoặc bỏ khóa.",
    "form.unknown_value":
        "Biểu mẫu «{file}», {place}: khóa «{key}» không nhận «{value}»; có phải «{nearest}»? "
        "Các giá trị: {known}.",
    "form.bad_name":
        "Biểu mẫu «{file}», {place}: khóa «{key}» không nhận «{value}»; chỉ dùng chữ thường "
        "không dấu, "
        "số và gạch dưới.",
    "form.template_name":
        "Biểu mẫu «{file}»: template «{template}» phải là tên một tệp .docx trong templates_docx.",
    "form.no_template":
        "Biểu mẫu «{file}»: không thấy mẫu Word «{template}» trong templates_docx. Chép tệp vào "
        "đó.",
    "form.twice": "Biểu mẫu «{file}»: ô «{key}» có hai lần. Đổi tên hoặc bỏ một ô.",
    "form.columns": "Biểu mẫu «{file}», {place}: kiểu table phải có columns, kiểu khác thì không.",
    "form.choices": "Biểu mẫu «{file}», {place}: kiểu choice phải có choices, kiểu khác thì không.",
    "form.fact_and_blank": "Biểu mẫu «{file}», {place}: không đặt cả fact và blank cho một ô.",
    "form.pattern": "Biểu mẫu «{file}», {place}: pattern «{pattern}» viết sai ({detail}).",
    "form.show_if":
        "Biểu mẫu «{file}», ô «{place}»: show_if nói tới «{key}» mà không có ô đó; có phải "
        "«{nearest}»?",
    "form.unknown_path":
        "Biểu mẫu «{file}», ô «{place}»: chương trình không có dữ kiện «{path}»; có phải "
        "«{nearest}»?",
}

_TYPES: dict[str, str] = {
    "type.str": "chữ trong ngoặc kép",
    "type.int": "số nguyên",
    "type.bool": "true hoặc false",
    "type.list": "một dãy trong ngoặc vuông",
    "type.texts": "một dãy chữ trong ngoặc vuông",
    "type.dict": "một bảng",
    "type.date": "ngày dạng 2026-01-31",
}

TEXTS: dict[str, str] = {**_PAPER, **_TEMPLATE, **_FORM, **_TYPES}
