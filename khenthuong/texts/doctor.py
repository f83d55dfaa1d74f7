"""Sentences of the check of the books: each trouble, and its remedy under «….cure»."""

from __future__ import annotations

_RESTORE = "Đừng ghi tiếp. Phục hồi từ bản sao lưu gần nhất còn tốt («Cơ quan», thẻ «Sao lưu»)."
_REPAIR = "«Sửa những chỗ sửa được» (lệnh: doctor --repair)."

_BOOKS = {
    "doctor.no_database": "Không có tệp sổ «{path}», hoặc tệp trống rỗng.",
    "doctor.no_database.cure": "Kiểm tra lại thư mục dữ liệu; sổ đã mất thì phục hồi từ bản sao "
    "lưu hoặc dựng lại từ gói hồ sơ (doctor --rebuild).",
    "doctor.unreadable": "Tệp sổ «{path}» không đọc được: {reason}.",
    "doctor.unreadable.cure": _RESTORE,
    "doctor.pages": "Tệp sổ «{path}» hỏng {count} chỗ: {reason}.",
    "doctor.pages.cure": _RESTORE,
    "doctor.index": "Bảng tra cứu trong sổ lệch {count} chỗ so với các dòng ({reason}); các dòng "
    "còn đủ.",
    "doctor.index.cure": _REPAIR,
    "doctor.references": "{count} dòng trỏ tới dòng không còn trong sổ: {reason}.",
    "doctor.references.cure": _RESTORE,
    "doctor.too_old": "Sổ có cấu trúc số {found}, chương trình dùng số {ours}.",
    "doctor.too_old.cure": "Mở sổ bằng chương trình này để nâng cấp (có sao lưu trước), rồi kiểm "
    "tra lại.",
    "doctor.too_new": "Sổ do bản chương trình mới hơn ghi (cấu trúc số {found}, bản này biết đến "
    "số {ours}).",
    "doctor.too_new.cure": "Cài bản chương trình mới hơn.",
    "doctor.tables": "Sổ thiếu hoặc khác bảng: {names}.",
    "doctor.tables.cure": _RESTORE,
    "doctor.triggers": "Phần ghi lịch sử và tra cứu của sổ không đúng như khai báo: {names}.",
    "doctor.triggers.cure": _REPAIR + " Những lần ghi khi thiếu phần này không có trong lịch sử.",
    "doctor.rows_changed": "Bảng {table}: {count} dòng khác lần ghi cuối trong lịch sử ({keys}). "
    "Sổ bị hỏng ngầm hoặc bị sửa ngoài chương trình.",
    "doctor.rows_changed.cure": "Đối chiếu các dòng đó với hồ sơ giấy, mở ra ghi lại cho đúng; "
    "nhiều dòng thì phục hồi từ bản sao lưu.",
    "doctor.rows_gone": "Bảng {table}: {count} dòng có trong lịch sử mà không còn trong sổ ({keys}).",
    "doctor.rows_gone.cure": "Lấy lại từ bản sao lưu, hoặc ghi lại các dòng đó.",
    "doctor.search": "Chỉ mục tìm kiếm không khớp sổ: tìm tên có thể không ra.",
    "doctor.search.cure": _REPAIR,
    "doctor.operations_ahead": "{count} lần ghi mang ngày trong tương lai (muộn nhất {day}; hôm nay "
    "{today}).",
    "doctor.operations_ahead.cure": "Kiểm tra ngày giờ của máy. Nếu hôm nay sai thì chỉnh lại; nếu "
    "lần ghi trước sai thì đối chiếu ngày trên các văn bản làm hôm ấy.",
}

_FILES = {
    "doctor.minh_chung_missing": "Minh chứng «{name}» không còn trong kho.",
    "doctor.minh_chung_missing.cure": "Có trong bản sao lưu thì «Sửa» lấy lại được; không thì đưa "
    "tệp vào lại ở mục thành tích.",
    "doctor.minh_chung_changed": "Minh chứng «{name}» đã khác lúc đưa vào.",
    "doctor.minh_chung_changed.cure": "Có trong bản sao lưu thì «Sửa» lấy lại bản gốc; không thì "
    "đưa tệp gốc vào lại.",
    "doctor.van_ban_missing": "Văn bản đã lập không còn: {path} (đợt {round}).",
    "doctor.van_ban_missing.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; hoặc lập lại văn bản ở "
    "«Văn bản».",
    "doctor.van_ban_issued_missing": "Mất văn bản của hồ sơ đã chốt, đã có số hoặc đã ký: {path} "
    "(đợt {round}).",
    "doctor.van_ban_issued_missing.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; không thì lấy lại "
    "từ gói hồ sơ đã gửi hoặc bản lưu ở văn thư.",
    "doctor.van_ban_issued_changed": "Văn bản đã ban hành mà tệp bị sửa sau đó: {path}.",
    "doctor.van_ban_issued_changed.cure": "Lấy lại bản đúng từ bản sao lưu hoặc bản lưu ở văn thư. "
    "Cần đổi nội dung thì bấm «Lập bản thay thế» ở «Văn bản».",
    "doctor.goi_nhan_missing": "Mất gói đã nhận của cơ quan khác: «{name}» (hồ sơ nhận {round}).",
    "doctor.goi_nhan_missing.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; không thì nhận lại gói ấy "
    "từ nơi gửi.",
    "doctor.goi_nhan_changed": "Gói đã nhận khác lúc nhận: «{name}» (hồ sơ nhận {round}).",
    "doctor.goi_nhan_changed.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; không thì nhận lại gói ấy "
    "từ nơi gửi.",
    "doctor.ban_ky_missing": "Mất bản ký: {path} (đợt {round}).",
    "doctor.ban_ky_missing.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; không thì gắn lại bản ký.",
    "doctor.ban_ky_changed": "Bản ký đã khác lúc gắn: {path} (đợt {round}).",
    "doctor.ban_ky_changed.cure": "«Sửa» lấy lại từ bản sao lưu nếu có; không thì gắn lại bản ký.",
    "doctor.papers_edited": "{count} văn bản khác lúc chương trình lập (thường do sửa trong Word): "
    "{files}.",
    "doctor.papers_edited.cure": "Sửa có chủ ý thì bấm «Dùng mọi bản đã sửa» ở «Văn bản»; không ai "
    "sửa thì xem lại tệp.",
    "doctor.evidence_unknown": "{count} tên minh chứng ghi ở thành tích mà kho không có: {files}.",
    "doctor.evidence_unknown.cure": "Đưa tệp vào ở mục thành tích, hoặc bỏ tên đó.",
    "doctor.orphans": "{count} tệp trong kho minh chứng không thuộc mục nào: {files}.",
    "doctor.orphans.cure": "«Sửa» chuyển sang thư mục cach_ly, không xóa.",
    "doctor.leftovers": "{count} tệp dở dang còn lại từ lần chương trình tắt đột ngột: {files}.",
    "doctor.leftovers.cure": "«Sửa» chuyển sang thư mục cach_ly, không xóa.",
    "doctor.side_file": "Tệp kê khai của thư mục «{folder}» mất, hỏng hoặc thiếu {count} văn bản.",
    "doctor.side_file.cure": _REPAIR,
    "doctor.catalogue": "{what}",
    "doctor.catalogue.cure": "Sửa hoặc bỏ tệp của tỉnh; trong lúc đó chương trình dùng tệp đi kèm.",
    "doctor.place": "{what}",
    "doctor.place.cure": "Chuyển thư mục dữ liệu về ổ đĩa của máy.",
}

_BACKUPS = {
    "doctor.no_backup": "Chưa có bản sao lưu nào.",
    "doctor.no_backup.cure": "«Sao lưu ngay», và chép ra USB.",
    "doctor.backup_due": "Bản sao lưu gần nhất từ ngày {day}.",
    "doctor.backup_due.cure": "«Sao lưu ngay», và chép ra USB.",
    "doctor.backup_broken": "Bản sao lưu «{file}» không dùng được: {reason}.",
    "doctor.backup_broken.cure": "«Sao lưu ngay» để có bản tốt; kiểm tra ổ đĩa.",
    "doctor.backup.no_note": "Bản sao lưu «{file}» không có tệp kê khai: chỉ có sổ, không có minh "
    "chứng và văn bản.",
    "doctor.backup.no_note.cure": "«Sao lưu ngay» để có bản đủ.",
    "doctor.backup.changed": "Bản sao lưu «{file}» đã khác lúc chép: bị hỏng hoặc bị sửa.",
    "doctor.backup.changed.cure": "«Sao lưu ngay» để có bản tốt; kiểm tra ổ đĩa.",
    "doctor.backup.files_missing": "Bản sao lưu «{file}» thiếu {count} tệp: {files}.",
    "doctor.backup.files_missing.cure": "«Sao lưu ngay» để có bản đủ.",
    "doctor.backup.files_unread": "Bản sao lưu «{file}» không có {count} tệp, lúc đó không đọc "
    "được: {files}.",
    "doctor.backup.files_unread.cure": "Đóng các tệp đang mở rồi «Sao lưu ngay».",
    "doctor.backups_ahead": "Bản sao lưu mang ngày trong tương lai: {files} (hôm nay {today}).",
    "doctor.backups_ahead.cure": "Kiểm tra ngày giờ của máy; các bản này không bị tự bỏ.",
    "doctor.store_damaged": "Tệp trong kho sao lưu đã hỏng: {path}.",
    "doctor.store_damaged.cure": "«Sửa» chuyển sang cach_ly; lần sao lưu sau chép lại tệp tốt nếu "
    "còn. Kiểm tra ổ đĩa.",
    "doctor.little_room": "Ổ đĩa chỉ còn {free} MB.",
    "doctor.little_room.cure": "Dọn bớt ổ đĩa: hết chỗ thì không ghi, không sao lưu được.",
}

_DONE = {
    "doctor.mended_shape": "Đã dựng lại phần tra cứu và kiểm soát của sổ theo khai báo.",
    "doctor.mended_triggers": "Đã dựng lại phần ghi lịch sử.",
    "doctor.mended_index": "Đã lập lại bảng tra cứu trong sổ.",
    "doctor.mended_search": "Đã lập lại chỉ mục tìm kiếm.",
    "doctor.mended_file": "Đã lấy lại từ bản sao lưu: {path}.",
    "doctor.mended_side_file": "Đã ghi lại tệp kê khai của «{folder}» ({count} văn bản).",
    "doctor.mended_orphans": "Đã chuyển {count} tệp minh chứng thừa sang cach_ly.",
    "doctor.mended_leftovers": "Đã chuyển {count} tệp dở dang sang cach_ly.",
    "doctor.mended_store": "Đã chuyển {count} tệp hỏng của kho sao lưu sang cach_ly.",
    "doctor.line": "[{grade}] {sentence} → {cure}",
    "doctor.sound": "Không thấy chỗ nào hỏng.",
    "doctor.can_repair": "Có chỗ sửa được: thêm --repair (máy sao lưu trước, không xóa tệp nào).",
    "label.Grade.hong": "Hỏng",
    "label.Grade.nguy_co": "Nguy cơ",
    "label.Grade.ghi_chu": "Cần biết",
    "error.help_doctor": "kiểm tra sổ, tệp, quy định, sao lưu, ngày giờ",
    "error.help_repair": "sửa những gì sửa được (sao lưu trước, không xóa tệp nào)",
    "error.help_rebuild": "dựng sổ mới trong --data từ các gói hồ sơ (.zip) và thư mục van_ban",
}

_REBUILT = {
    "rebuild.nothing": "Không tìm thấy gói hồ sơ hay thư mục văn bản nào trong: {places}.",
    "rebuild.not_empty": "«{folder}» đã có sổ. Hãy chọn thư mục mới để dựng lại, sổ đang có không "
    "bị đụng đến.",
    "rebuild.other_office": "Gói «{file}» của {office}, khác cơ quan {own}. Mỗi lần chỉ dựng lại sổ "
    "của một cơ quan.",
    "rebuild.operation": "Dựng lại sổ từ {packages} gói hồ sơ và {folders} thư mục văn bản",
    "rebuild.done": "Đã dựng sổ của {office} tại {folder}: {recipients} đối tượng, {rounds} đợt "
    "xét, {nominations} đề nghị, {sealed} lần chốt, {evidence} minh chứng, {papers} văn bản.",
    "rebuild.unit_note": "Dựng lại từ hồ sơ: chỉ biết tên; mã do máy đặt.",
    "rebuild.person_note": "Dựng lại từ hồ sơ đợt {round}.",
    "rebuild.package_refused": "Bỏ qua gói «{file}»: {reason}",
    "rebuild.folder_refused": "Bỏ qua thư mục «{folder}»: tệp kê khai không đọc được.",
    "rebuild.round_unknown": "Thư mục «{folder}»: không biết thuộc đợt nào, nên chỉ chép tệp, không "
    "ghi vào sổ.",
    "rebuild.conflict": "Mã {code}: gói cũ ghi «{old}», gói mới ghi «{new}»; lấy theo gói mới.",
    "rebuild.override": "Đề nghị «{award}» của {name} đã vào hồ sơ kèm lý do «{reason}»; gói không "
    "ghi ai quyết định, nên phải ghi lại ở «Đợt xét».",
    "rebuild.older": "Gói «{file}» là lần {version}; đề nghị lấy theo lần {newest}.",
    "rebuild.lost": "Không thể biết từ hồ sơ: {what}.",
    "rebuild.lost_register": "giới tính, ngày sinh, dân tộc, số định danh, địa chỉ, quá trình công "
    "tác, và những ai chưa từng có trong hồ sơ nào",
    "rebuild.lost_records": "xếp loại, kỷ luật, khen thưởng đã có (kể cả đề nghị nào đã được quyết "
    "định), số và ngày quyết định",
    "rebuild.lost_initiatives": "năm, phạm vi, đồng tác giả của sáng kiến; ngày, loại, kết quả của "
    "thành tích",
    "rebuild.lost_rounds": "họp, biểu quyết, niêm yết, câu trả lời biểu mẫu, đề nghị không được đưa "
    "vào hồ sơ, người cho phép đưa vào kèm lý do",
    "rebuild.lost_office": "người ký, Hội đồng, phong trào, tiêu chuẩn đã xác nhận, lịch sử ghi sổ",
}

TEXTS: dict[str, str] = {**_BOOKS, **_FILES, **_BACKUPS, **_DONE, **_REBUILT}
