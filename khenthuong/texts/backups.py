"""Sentences about backups: what they hold, what is wrong with them, where data may lie."""

from __future__ import annotations

_BACKUPS = {
    "backup.reason_daily": "dau-ngay",
    "backup.no_note": "Bản này không có tệp kê khai kèm theo, nên chỉ có sổ, không có minh chứng "
    "và văn bản.",
    "backup.changed": "Bản này đã khác lúc chép: tệp bị hỏng hoặc bị sửa sau khi sao lưu.",
    "backup.files_missing": "Kho thiếu {count} tệp của bản này: {files}.",
    "backup.files_unread": "Lúc sao lưu có {count} tệp không đọc được: {files}.",
    "backup.changed_refused": "«{path}» đã khác lúc chép: tệp bị hỏng hoặc bị sửa. Dữ liệu hiện "
    "tại giữ nguyên. Hãy chọn bản khác; nếu không còn bản nào khác thì đồng ý phục hồi dù có "
    "hỏng (lệnh: thêm --force).",
    "backup.files_missing_refused": "Bản sao lưu «{path}» thiếu hoặc hỏng {count} tệp: {files}. "
    "Dữ liệu hiện tại giữ nguyên. Hãy chọn bản khác; nếu không còn bản nào khác thì đồng ý phục "
    "hồi phần còn lại (lệnh: thêm --force).",
    "backup.no_room": "Ổ chứa «{folder}» còn {free} MB, bản sao lưu cần {need} MB. Hãy xóa bớt "
    "hoặc dùng ổ khác.",
    "backup.drive_gone": "Không còn thấy «{folder}»: USB có thể đã bị rút ra giữa chừng. Chưa có "
    "bản nào được ghi xong; hãy cắm lại rồi chép lại.",
    "backup.read_back": "Đọc lại «{path}» thì thấy khác lúc ghi ({file}). Bản đó đã bỏ; hãy thử "
    "ổ USB khác.",
    "backup.inside_data": "Hãy chọn thư mục khác: «{folder}» nằm trong chính thư mục dữ liệu, hỏng "
    "ổ là mất cả hai.",
    "backup.not_zip": "«{path}» không phải bản sao lưu của Khen Thưởng hoặc đã bị hỏng ({reason}). "
    "Dữ liệu hiện tại giữ nguyên.",
    "backup.made_at": "Sao lưu lúc {time} ngày {day}, sổ của {office}.",
    "backup.no_office": "(chưa có tên cơ quan)",
    "backup.holds": "Trong bản này: {persons} cá nhân, {units} tập thể, {households} hộ gia đình, "
    "{rounds} đợt xét, {nominations} đề nghị, {files} tệp minh chứng và văn bản.",
    "backup.last": "Lần ghi cuối trong bản này: {label} ({time} ngày {day}).",
    "backup.never_written": "Trong bản này chưa ghi gì.",
    "backup.nothing_lost": "Sổ đang dùng không có gì mới hơn bản này.",
    "backup.lost": "Phục hồi thì {count} lần ghi sau đó sẽ không còn trong sổ; gần nhất: {labels}.",
    "backup.lost_label": "{label} ({time} ngày {day})",
    "backup.other_books": "Bản này không cùng gốc với sổ đang dùng (cơ quan khác, hoặc sổ đã phục "
    "hồi về trước đó): mọi thứ chỉ có trong sổ đang dùng sẽ không còn trong sổ.",
    "backup.unreadable_books": "Sổ đang dùng không đọc được, nên không biết sẽ mất gì.",
    "backup.zip_done": "Đã chép ra {file} ({size} MB, {files} tệp) và đọc lại đúng từng tệp.",
    "backup.restored_files": "Đã lấy lại {count} tệp.",
    "backup.restored_missing": "Không có trong bản sao lưu: {files}.",
    "backup.readme": "ĐÂY LÀ BẢN SAO LƯU CỦA CHƯƠNG TRÌNH KHEN THƯỞNG\n\nSổ của: {office}\nSao lưu "
    "lúc: {time} ngày {day}\n\nPhục hồi: mở Khen Thưởng. Máy mới: ở màn hình đầu tiên bấm «Phục "
    "hồi từ bản sao lưu…»; máy đang có sổ: «Cơ quan», thẻ «Sao lưu», «Phục hồi từ tệp khác…». Chọn tệp "
    "zip này.\nMáy chưa có chương trình: giải nén cả tệp này vào một thư mục rồi "
    "mở Khen Thưởng với thư mục đó (--data).\nMinh chứng nằm trong minh_chung, văn bản trong "
    "van_ban, quy định và mẫu của tỉnh trong forms và templates_docx.\n\nTrong này có dữ liệu cá "
    "nhân: hãy giữ USB như giữ hồ sơ giấy.\n",
    "error.help_backup_out": "chép cả dữ liệu thành một tệp zip vào thư mục này (USB), đọc lại để "
    "kiểm tra",
    "error.help_force": "phục hồi cả bản đã hỏng hoặc thiếu tệp, khi không còn bản nào khác",
    "error.help_describe": "chỉ nói bản sao lưu có gì và phục hồi thì mất gì, không đổi gì",
}

_PLACES = {
    "place.cloud": "Không để sổ trong thư mục đồng bộ đám mây ({service}): «{folder}». Đồng bộ "
    "giữa chừng làm hỏng sổ, và dữ liệu cá nhân bị chép ra ngoài cơ quan.{way_out}",
    "place.network": "Không để sổ trên ổ mạng ({service}): «{folder}». Ổ mạng không giữ được khóa "
    "ghi, hai máy cùng ghi là hỏng sổ.{way_out}",
    "place.archive": "«{folder}» nằm trong tệp nén đang mở tạm ({service}): đóng cửa sổ là mất "
    "sạch. Hãy giải nén chương trình ra một thư mục trên ổ đĩa rồi mở lại.",
    "place.temporary": "«{folder}» là thư mục tạm, hệ điều hành có thể xóa bất cứ lúc nào: chỉ nên để thử.{way_out}",
    "place.removable": "Sổ đang nằm trên ổ rời ({service}). Dùng được, nhưng hãy đóng chương trình "
    "trước khi rút, và chép bản sao lưu sang một ổ khác.",
    "place.deep": "Thư mục dữ liệu «{folder}» nằm quá sâu ({service} ký tự): văn bản bên trong có thể "
    "dài quá 259 ký tự đường dẫn, Word không mở được.{way_out}",
    "place.way_out": " Hãy để sổ trên ổ đĩa của máy, ví dụ «{safe}» (đặt biến KHENTHUONG_HOME hoặc "
    "--data), và chép bản sao lưu ra USB. Sổ đã có ở đây thì đóng chương trình rồi chuyển cả thư "
    "mục sang đó.",
    "place.title": "Không để sổ ở đây được",
    "place.refused": "{what}",
}

TEXTS: dict[str, str] = {**_BACKUPS, **_PLACES}
