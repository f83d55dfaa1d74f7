"""Sentences about updates of the program: why a file is refused, how an exchange ended."""

from __future__ import annotations

_REFUSED = {
    "update.no_key": "Bản chương trình này được phát ra không kèm khóa của nơi phát hành, nên "
    "không xác minh được tệp cập nhật và không nhận tệp nào. Hãy cài bản mới bằng bộ cài.",
    "update.not_update": "«{file}» không phải tệp cập nhật của Khen Thưởng, hoặc đã hỏng. Hãy chọn "
    "đúng tệp .ktcapnhat, hoặc chép lại từ nơi phát hành.",
    "update.foreign": "Chữ ký trong «{file}» không phải của nơi phát hành chương trình này: tệp bị "
    "sửa, hỏng khi chép, hoặc do nơi khác làm. Đừng dùng tệp này; hãy xin lại tệp từ nơi phát "
    "hành.",
    "update.damaged": "«{file}» bị hỏng hoặc thiếu ({what}). Chương trình giữ nguyên; hãy chép lại "
    "tệp từ nơi phát hành, thử USB khác.",
    "update.newer_format": "«{file}» (bản {version}) làm theo cách đóng gói mới hơn, bản này không "
    "mở được. Hãy cài bản ấy bằng bộ cài.",
    "update.other_platform": "«{file}» dành cho máy {theirs}; máy này là {ours}. Hãy xin tệp cập "
    "nhật dành cho {ours}.",
    "update.same_version": "Máy đang dùng đúng bản {present}, không cần cập nhật.",
    "update.older": "«{file}» là bản {version}, cũ hơn bản đang dùng ({present}). Muốn quay về bản "
    "trước thì bấm «Trở về bản trước».",
    "update.needs_step": "«{file}» chỉ cập nhật được từ bản {least} trở lên; máy đang dùng bản "
    "{present}. Hãy cập nhật lên bản {least} trước, hoặc dùng bộ cài.",
    "update.older_books": "«{file}» không đọc được sổ của bản đang dùng. Hãy xin tệp mới hơn.",
    "update.no_room": "Ổ chứa chương trình «{folder}» còn {free} MB, cập nhật cần {need} MB. Hãy "
    "xóa bớt rồi thử lại.",
    "update.cannot_write": "Không ghi được vào thư mục chương trình «{folder}»: {reason}. Chương "
    "trình giữ nguyên. Hãy kiểm tra quyền ghi (USB có khóa ghi không, thư mục có do quản trị cài "
    "không) rồi thử lại.",
    "update.does_not_start": "Bản {version} không chạy được trên máy này (chạy thử không đạt), nên "
    "không đổi. Bản đang dùng giữ nguyên. Hãy báo nơi phát hành.",
    "update.still_open": "Chưa đổi bản: chương trình vẫn đang mở. Hãy đóng mọi cửa sổ Khen Thưởng "
    "rồi làm lại.",
    "update.no_older_books": "Không còn bản sao lưu nào mà bản {version} đọc được, nên không trở về "
    "được. Bản đang dùng và sổ giữ nguyên.",
    "update.back_refused": "Chưa trở về bản trước: không phục hồi được sổ của bản ấy. Bản đang "
    "dùng và sổ giữ nguyên; hãy xem thẻ «Kiểm tra sổ».",
    "update.bad_key": "Đây không phải khóa riêng Ed25519, hoặc sai mật khẩu của khóa.",
}
_DONE = {
    "update.done": "Đã cập nhật từ bản {former} lên bản {version}.",
    "update.back_done": "Đã trở về bản {version}.",
    "update.back_restored": "Đã trở về bản {version} với sổ trước khi cập nhật; sổ của bản "
    "{former} được giữ ở {kept}.",
}

TEXTS = {**_REFUSED, **_DONE}
