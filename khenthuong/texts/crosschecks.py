"""Sentences about papers that disagree with the books or with one another, and what to do."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "label.Severity.loi": "Lỗi",
    "label.Severity.luu_y": "Lưu ý",
    "crosscheck.nothing": "để trống",
    "crosscheck.currency": "đồng",
    "crosscheck.in_force": "hiệu lực từ {start} đến {end}",
    "crosscheck.list_file_title": "Danh sách {name}",
    "crosscheck.content_evidence": "Minh chứng thành tích {code} – {name}: {file}",
    "crosscheck.content_signed": "Bản ký: {title}",
    "crosscheck.content_list": "Danh sách đề nghị dạng bảng tính",
    # Where in a paper.
    "crosscheck.place.whole": "cả văn bản",
    "crosscheck.place.line": "câu «{text}»",
    "crosscheck.place.row": "dòng {row} của bảng («{text}»)",
    "crosscheck.place.table": "bảng {text}",
    "crosscheck.place.votes": "dòng {row} của bảng, cột {text}",
    "crosscheck.place.number": "chỗ ghi số ở đầu văn bản",
    "crosscheck.place.date": "chỗ ghi ngày ở đầu văn bản",
    "crosscheck.place.signature": "chỗ ký «{text}»",
    "crosscheck.place.books": "sổ",
    "crosscheck.list.bieu_quyet": "danh sách đề nghị",
    "crosscheck.list.khong_dong_y": "trường hợp Hội đồng không đề nghị",
    "crosscheck.list.khong_trinh": "trường hợp chưa đưa ra biểu quyết",
    "crosscheck.vote.agree": "đồng ý",
    "crosscheck.vote.disagree": "không đồng ý",
    "crosscheck.vote.invalid": "không hợp lệ",
    "crosscheck.vote.share": "tỷ lệ",
    "crosscheck.step.unit_meeting": "ngày họp bình xét của tập thể",
    "crosscheck.step.council_meeting": "ngày họp Hội đồng",
    "crosscheck.step.notice_start": "ngày bắt đầu niêm yết",
    "crosscheck.step.notice_end": "ngày hết niêm yết",
    "crosscheck.step.proposal": "ngày Tờ trình",
    "crosscheck.step.decision": "ngày Quyết định",
    # Counts.
    "crosscheck.count_total": "{title}, {place}: ghi {says}; theo sổ là {books}.",
    "crosscheck.count_words": "{title}, {place}: số bằng chữ là «{says}»; phải là «{books}».",
    "crosscheck.count_award": "{title}, {place}: ghi {says}; theo sổ là {books}.",
    "crosscheck.count_group": "{title}, {place}: ghi {says}; theo sổ là {books}.",
    "crosscheck.award_absent": "{title}: không thấy dòng số lượng của «{books}».",
    "crosscheck.no_total": "{title}: không thấy câu ghi tổng số đề nghị nên chưa đối chiếu được.",
    "crosscheck.considered": "{title}, {place}: ghi xét {says} trường hợp; theo sổ là {books}.",
    "crosscheck.considered_sum": "{title}, {place}: ghi xét {says} trường hợp; hai bảng trong "
    "chính biên bản cộng lại: {books}.",
    # Lists.
    "crosscheck.row_name": "{title}, {place}: ghi tên «{says}»; sổ ghi «{books}».",
    "crosscheck.row_post": "{title}, {place}: ghi chức vụ, đơn vị «{says}»; sổ ghi «{books}».",
    "crosscheck.row_award": "{title}, {place}: ghi «{says}»; sổ đề nghị «{books}».",
    "crosscheck.row_votes": "{title}, {place}: {who} được ghi «{says}»; sổ ghi «{books}».",
    "crosscheck.row_money": "{title}, {place}: ghi tiền thưởng «{says}»; tính theo sổ là "
    "«{books}».",
    "crosscheck.row_missing": "{title}, {place}: thiếu «{books}».",
    "crosscheck.row_extra": "{title}, {place}: có «{says}» mà sổ không có trong danh sách này.",
    "crosscheck.list_not_found": "{title}: không nhận ra bảng danh sách; chỉ tìm được tên trong "
    "cả văn bản.",
    "crosscheck.name_absent": "{title}: không thấy «{books}»; gần nhất là «{says}».",
    "crosscheck.list_file": "{title}, {place}: ghi «{says}»; sổ ghi «{books}».",
    "crosscheck.unreadable": "{title}: không đọc lại được tệp «{paper}».",
    # Papers of one nominee.
    "crosscheck.nominee_name": "{title}: không thấy tên «{books}»; gần nhất là «{says}».",
    "crosscheck.nominee_award": "{title}: không thấy «{books}»; gần nhất là «{says}».",
    "crosscheck.nominee_post": "{title}: không thấy chức vụ «{books}»; gần nhất là «{says}».",
    "crosscheck.nominee_unit": "{title}: không thấy đơn vị «{books}»; gần nhất là «{says}».",
    # Numbers and dates.
    "crosscheck.number": "{title}, {place}: ghi số «{says}»; văn thư đã ghi sổ số «{books}».",
    "crosscheck.number_blank": "{title}, {place}: số còn trống; văn thư đã ghi sổ số «{books}».",
    "crosscheck.number_unrecorded": "{title}, {place}: ghi số «{says}»; sổ chưa ghi số nào.",
    "crosscheck.cited_number": "{title}, {place}: dẫn số «{says}»; sổ ghi số «{books}».",
    "crosscheck.cited_unrecorded": "{title}, {place}: dẫn «{says}»; sổ chưa ghi.",
    "crosscheck.date": "{title}, {place}: ghi «{says}»; sổ ghi «{books}».",
    "crosscheck.date_blank": "{title}, {place}: ngày còn trống; sổ ghi «{books}».",
    "crosscheck.date_unrecorded": "{title}, {place}: ghi «{says}»; sổ chưa ghi ngày nào.",
    "crosscheck.cited_date": "{title}, {place}: dẫn «{says}»; sổ ghi «{books}».",
    "crosscheck.dates": "Thứ tự ngày trong sổ: {says} sau {books}.",
    # Bases and signatures.
    "crosscheck.basis_not_in_force": "{title}, {place}: {says} không còn hoặc chưa có hiệu lực "
    "({books}).",
    "crosscheck.basis_date": "{title}, {place}: ghi «{says}»; văn bản ban hành «{books}».",
    "crosscheck.signer_unknown": "{title}, {place}: ký tên «{says}» không có trong sổ Người ký; "
    "giữ chức này theo sổ: {books}.",
    "crosscheck.signer_not_in_office": "{title}, {place}: «{says}» không giữ chức vào ngày của "
    "văn bản; giữ chức này theo sổ: {books}.",
    "crosscheck.signer_title": "{title}, {place}: «{says}» giữ chức khác trong sổ Người ký; giữ "
    "chức này theo sổ: {books}.",
    "crosscheck.minutes_signer": "{title}, {place}: ký tên «{says}»; sổ ghi «{books}».",
    # Money.
    "crosscheck.money_total": "{title}, {place}: tổng tiền thưởng ghi {says} đồng; tính theo sổ là "
    "{books} đồng.",
    "crosscheck.money_words": "{title}, {place}: tiền bằng chữ là «{says}»; phải là «{books}».",
    "crosscheck.money_sum": "{title}, {place}: tổng ghi {says}; các dòng trong bảng cộng lại là "
    "{books}.",
    "crosscheck.base_salary": "{title}, {place}: ghi lương cơ sở {says} đồng; vào ngày quyết định "
    "là {books} đồng.",
    # The dossier as a whole.
    "crosscheck.contents_missing": "{title}: chưa liệt kê tệp «{books}» có trong hồ sơ.",
    "crosscheck.contents_extra": "{title}: liệt kê «{says}» không có trong hồ sơ.",
    "crosscheck.present": "Biên bản {books}, trường hợp {who}: {says}.",
    "crosscheck.twice": "«{says}» của {who} được dùng cho nhiều đề nghị: {books}.",
    "crosscheck.not_agreed": "{who} ({books}) có trong danh sách nhưng không có trong số Hội đồng "
    "biểu quyết đồng ý ghi ở biên bản.",
    # What to do.
    "crosscheck.do.edited": "Mở bản đã sửa trong Word, sửa chỗ này cho đúng sổ rồi lưu. Nếu sổ sai "
    "thì sửa sổ trước.",
    "crosscheck.do.made": "Văn bản do chương trình lập: xem mẫu Word của tỉnh có chữ gõ sẵn ở chỗ "
    "này không.",
    "crosscheck.do.books": "Sửa trong sổ của đợt.",
    "crosscheck.do.dates": "Sửa ngày ở bước Họp, Niêm yết hoặc ngày văn thư ghi cho văn bản.",
    "crosscheck.do.twice": "Bỏ bớt ở một đề nghị: một thành tích không khen nhiều lần (điểm c "
    "khoản 2 Điều 5 Luật Thi đua, khen thưởng).",
    "crosscheck.do.present": "Sửa số phiếu hoặc người có mặt của cuộc họp ở bước Họp.",
    "crosscheck.do.not_agreed": "Ghi biểu quyết của Hội đồng ở bước Họp, hoặc đưa đề nghị ra khỏi "
    "đợt.",
    "crosscheck.do.number_unrecorded": "Ghi số, ngày vào sổ ở bước Hồ sơ.",
    "crosscheck.do.date_unrecorded": "Ghi số, ngày vào sổ ở bước Hồ sơ.",
    "crosscheck.do.cited_unrecorded": "Ghi số, ngày của văn bản được dẫn vào sổ ở bước Hồ sơ.",
    "crosscheck.do.list_not_found": "Giữ dòng đầu bảng có «Họ và tên» và «Danh hiệu, hình thức» để "
    "đối chiếu được từng dòng.",
    "crosscheck.do.unreadable": "Mở tệp bằng Word rồi lưu lại dạng .docx; hoặc xóa tệp và lập lại "
    "văn bản.",
    "crosscheck.do.contents_missing": "Lập lại mục lục, hoặc thêm dòng này vào bản đã sửa.",
    "crosscheck.do.contents_extra": "Lập lại mục lục, hoặc bỏ dòng này khỏi bản đã sửa.",
    "crosscheck.do.signer_unknown": "Bổ sung Người ký trong mục Cơ quan kèm ngày giữ chức, hoặc "
    "sửa tên trong văn bản.",
    "crosscheck.do.signer_not_in_office": "Xem lại ngày giữ chức trong mục Cơ quan – Người ký, "
    "hoặc sửa tên trong văn bản.",
    "crosscheck.help_accept": "chốt kèm lý do một chỗ lệch mà pháp luật còn để ngỏ (mã lấy từ lần "
    "chốt trước); lặp lại được",
    "crosscheck.help_reason": "lý do, đi cùng --accept",
    "crosscheck.help_by": "họ tên, chức vụ người chịu trách nhiệm, đi cùng --accept",
    # Lines of the command and the screen.
    "crosscheck.line": "{severity}: {message} {remedy}",
    "crosscheck.accepted_line": "  Đã chấp nhận: {reason} ({by}).",
    "crosscheck.may_accept_line": "  Có thể chốt kèm lý do: --accept {key}",
    "crosscheck.refused_line": "CHƯA CHỐT hồ sơ {authority}: {count} chỗ lệch giữa các văn bản.",
    "crosscheck.not_acceptable": "Chỗ lệch {key} không thể chốt kèm lý do; phải sửa cho khớp.",
    "crosscheck.reason_wanted": "Hãy ghi đủ lý do và họ tên, chức vụ người chịu trách nhiệm.",
    "crosscheck.unknown_key": "Không có chỗ lệch «{key}»; văn bản đã đổi từ lần đối chiếu trước. "
    "Hãy đối chiếu lại.",
}
