"""Sentences of the command line and of the services: errors, help and answers."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "error.wrong_call": "Gọi lệnh chưa đúng: {message}",
    "error.help_program": (
        "Khen Thưởng: sổ, thẩm định và hồ sơ thi đua, khen thưởng của cấp xã. Không kèm lệnh "
        "thì mở cửa sổ."
    ),
    "error.help_data": "thư mục dữ liệu (mặc định: KHENTHUONG_HOME hoặc thư mục của hệ điều hành)",
    "error.help_json": "in một đối tượng JSON ra đầu ra chuẩn",
    "error.help_keep": "dòng đã có trong sổ với giá trị khác thì giữ giá trị trong sổ",
    "error.help_init": "lập thư mục dữ liệu mới cho một xã, phường, đặc khu",
    "error.help_workbook": "ghi sổ nhập Excel trống có danh sách chọn và dòng ví dụ",
    "error.help_import": "nhập sổ Excel, tất cả hoặc không gì cả",
    "error.help_rounds": "liệt kê các đợt xét",
    "error.help_movements": "liệt kê phong trào thi đua và chỉ tiêu",
    "error.help_check": "thẩm định mọi đề nghị của một đợt",
    "error.help_dossier": "lập mọi văn bản của một đợt, mỗi cấp quyết định một thư mục",
    "error.help_package": "chốt hồ sơ: mỗi cấp quyết định một gói",
    "error.help_verify": "kiểm tra một gói hồ sơ",
    "error.help_backup": "sao lưu dữ liệu",
    "error.help_templates": "kiểm tra biểu mẫu, tiêu chuẩn và mẫu Word",
    "error.help_layout": "kiểm tra thể thức tệp Word theo Phụ lục I Nghị định số 30/2020/NĐ-CP",
    "error.help_demo": "chạy trọn việc chính trên xã mẫu",
    "error.help_self_test": "tự kiểm tra: mở mọi màn hình, lập mọi biểu mẫu",
    "error.init_needs_one_name": (
        "Hãy cho đúng một tên: --commune TÊN (xã, phường, đặc khu) hoặc --office TÊN (cơ "
        "quan khác)."
    ),
    "error.init_done": "Đã lập sổ của {office}, {province} tại {folder}.",
    "error.workbook_done": "Đã ghi sổ nhập trống: {file}",
    "error.import_refused": "Chưa nhập gì. Bản có đánh dấu chỗ cần sửa: {marked}",
    "error.import_dry": "Chạy thử: chưa ghi gì vào sổ.",
    "error.import_done": "Đã nhập xong.",
    "error.round_line": "{code}  {name} – {kind_name}, năm {year}; {nominations} đề nghị",
    "error.movement_line": "{code}  {name} ({plan_number}; {targets_count} chỉ tiêu)",
    "error.backup_done": "Đã sao lưu: {file}",
    "error.round_unknown": "Không có đợt xét mã «{round}». Các đợt đang có: {known}.",
    "error.no_office": (
        "Sổ này chưa có tên cơ quan. Hãy mở chương trình lần đầu và điền, hoặc chạy lệnh init."
    ),
    "error.no_period": (
        "Đợt «{round}» nhận hồ sơ ngày {received}: chương trình chưa có quy định cho thời "
        "điểm đó (chỉ có từ 01/07/2025). Hãy kiểm tra ngày nhận hồ sơ."
    ),
    "error.no_nominations": "Đợt «{round}» chưa có đề nghị nào.",
    "error.out_inside_data": (
        "Hãy chọn thư mục khác: «{folder}» nằm trong kho dữ liệu của chương trình."
    ),
    "error.out_not_folder": "«{folder}» là một tệp, không phải thư mục. Hãy chọn thư mục khác.",
    "error.cannot_write": (
        "Không ghi được «{path}»: {reason}. Hãy kiểm tra ổ đĩa còn chỗ, quyền ghi, và đóng "
        "tệp nếu đang mở trong Word. Tệp cũ (nếu có) giữ nguyên."
    ),
    "error.path_too_long": "Không ghi «{path}»: đường dẫn dài {length} ký tự, Word và Excel của "
    "Windows không mở được. Hãy chọn thư mục gần gốc ổ đĩa hơn, ví dụ D:\\HoSo.",
    "error.cannot_read": "Không đọc được «{path}»: {reason}.",
    "error.system": "Không đọc hoặc ghi được «{path}»: {reason}. Hãy kiểm tra đường dẫn và quyền "
    "đọc, ghi, hoặc chọn chỗ khác.",
    "error.signed_not_pdf": (
        "«{path}» không phải tệp PDF. Hãy chọn bản quét hoặc bản ký số dạng PDF."
    ),
    "error.paper_unknown": "Đợt «{round}» không có văn bản «{form}» cho cấp «{authority}».",
    "error.demo_not_empty": (
        "Thư mục «{folder}» đã có thứ khác, không phải kết quả chạy thử trước. Hãy chọn thư "
        "mục mới hoặc trống."
    ),
    "error.override_needs_reason": (
        "Muốn đưa vào hồ sơ dù chưa đủ điều kiện thì phải ghi lý do và người quyết định."
    ),
    "error.nomination_unknown": (
        "Đợt này không có đề nghị «{award}» cho đối tượng mã «{recipient}»."
    ),
    "error.form_unknown": "Không có biểu mẫu mã «{form}».",
    "paper.operation_made": "Lập văn bản đợt {round}",
    "paper.operation_answers": "Ghi báo cáo thành tích của {recipient}",
    "error.no_converter": "Máy này chưa có LibreOffice hoặc Microsoft Word nên chưa xem trang, in từ đây được. Hãy cài LibreOffice (miễn phí), rồi mở lại chương trình.",
    "error.pdf_failed": "Không đổi được «{path}» sang PDF ({detail}). Hãy mở bằng Word hoặc LibreOffice để xem.",
    "paper.operation_office_made": "Lập «{title}»",
    "paper.operation_office_number": "Ghi số, ngày của «{title}»",
    "paper.operation_office_signed": "Gắn bản ký của «{title}»",
    "paper.operation_office_removed": "Bỏ «{title}» khỏi danh sách",
    "error.office_paper_unknown": "Không có văn bản mã {paper}.",
    "error.office_paper_numbered": "«{title}» đã có số {number}: văn bản đã ban hành không bỏ được.",
    "error.paper_answers": "Chưa lập được «{title}»: {what}.",
    "error.paper_subject": "Chưa lập được «{title}»: hãy chọn {what}.",
    "error.paper_empty": "Chưa lập được «{title}»: sổ chưa có dòng nào cho phần «{what}».",
    "error.paper_recipient": "«{title}» dành cho {what}, không dành cho {name}.",
    "error.paper_meeting": "«{title}» dành cho cuộc họp của {what}; hãy chọn cuộc họp khác.",
    "error.meeting_unknown": "Đợt {round} không có cuộc họp mã {meeting}.",
    "subject.round": "đợt xét",
    "subject.meeting": "cuộc họp",
    "subject.recipient": "đối tượng",
    "subject.movement": "phong trào",
    "subject.cluster": "cụm, khối thi đua",
    "subject.year": "năm",
    "subject.of_year": "năm {year}",
    "paper.operation_number": "Ghi số và ngày văn bản đợt {round}",
    "paper.operation_signed": "Gắn bản ký đợt {round}",
    "paper.operation_sealed": "Chốt hồ sơ đợt {round}, cấp {authority}, lần {version}",
    "paper.report_label": "Báo cáo thành tích",
    "paper.report_lacks": "Báo cáo thành tích chưa điền đủ các mục bắt buộc.",
    "paper.report_missing": "Chưa đủ báo cáo thành tích của {name}: {what}",
    "paper.made_line": "{title}: {path}",
    "paper.kept_edited": "Giữ nguyên bản đã sửa ngoài chương trình: {path} (bản mới nằm cạnh).",
    "paper.made_total": "Đã lập {count} văn bản trong {folder}.",
    "paper.not_yet": "Chưa đủ điều kiện xét tại thời điểm này.",
    "paper.form_line": "{id}: {title} {number} ({checked})",
    "paper.criteria_line": (
        "{awards} danh hiệu, hình thức; tiêu chuẩn: {text} đã đọc trong văn bản, {second} "
        "theo nguồn thứ cấp, {memory} chưa đối chiếu."
    ),
    "package.sealed_line": "Gói cấp {authority}: {count} đề nghị, lần {version}: {path}",
    "package.left_out_line": "Ngoài gói: {name} – {award} ({status}). {reason}",
    "package.list_title": "Danh sách",
    "package.list_number": "STT",
    "package.list_kind": "Đối tượng",
    "package.list_name": "Họ và tên / Tên tập thể / Chủ hộ",
    "package.list_position": "Chức vụ",
    "package.list_unit": "Đơn vị",
    "package.list_award": "Danh hiệu/Hình thức",
    "package.list_branch": "Theo tiêu chuẩn",
    "package.list_content": "Nội dung thành tích",
    "package.demo_mark": (
        "Kết quả chạy thử trên xã mẫu (xã, người và số liệu đều là bịa). Có thể xóa cả thư mục này."
    ),
    "package.demo_rows": "Đã nhập {rows} dòng của xã mẫu (xã, người và số liệu đều là bịa).",
    "package.demo_verdicts": "Kết luận thẩm định:",
    "package.demo_verdict": "  {status}: {count}",
    "package.demo_broken": "GÓI KHÔNG QUA KIỂM TRA: {path}",
    "package.demo_off_layout": "VĂN BẢN LỆCH THỂ THỨC: {path}",
    "package.demo_papers": "Các văn bản đã lập ({count}):",
    "error.call_missing": "còn thiếu {what}.",
    "error.call_unknown": "không hiểu «{what}».",
    "error.call_choice": "{given} không phải là một lựa chọn của {what}; hãy chọn: {known}.",
    "error.call_value": "{what} cần một giá trị đi kèm.",
    "error.help_restore": "thay dữ liệu bằng một bản sao lưu (bản hiện tại được giữ lại)",
    "error.restore_done": "Đã phục hồi từ {file}. Dữ liệu trước đó nằm ở {kept}.",
    "error.restore_broken": (
        "«{path}» không phải bản sao lưu dùng được: {reason}. Dữ liệu hiện tại giữ nguyên."
    ),
    "paper.operation_dossier": "Ghi nội dung văn bản chung của hồ sơ đợt {round}",
    "package.demo_left_out": "Không đưa vào gói: {count} đề nghị, vì:",
    "error.file_exists": "«{path}» đã có, có thể là sổ đã điền, nên không ghi đè. Hãy chọn tên khác.",
    "error.no_books": "«{folder}» chưa có sổ nào. Hãy kiểm tra đường dẫn, hoặc lập sổ mới bằng lệnh init.",
}
