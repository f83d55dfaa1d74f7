"""Sentences for people: rule files and places. Each names the file, the place and the remedy."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "rule.unreadable": "Không đọc được tệp quy định «{file}»: {detail}.",
    "rule.not_utf8": "Tệp «{file}» không phải UTF-8. Mở bằng Notepad, chọn Lưu thành (Save "
    "as), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại.",
    "rule.not_toml": "Tệp «{file}» viết chưa đúng cú pháp TOML: {detail}. Sửa tại dòng đã nêu.",
    "rule.schema": "Tệp «{file}» phải có dòng đầu schema = {known} (số lớn hơn là tệp của bản "
    "chương trình mới hơn).",
    "rule.id": "Tệp «{file}»: id là «{id}», phải trùng tên tệp «{expected}».",
    "rule.unknown_key": "Tệp «{file}», {place}: không có khóa «{key}»; có phải «{nearest}»?",
    "rule.missing_key": "Tệp «{file}», {place}: thiếu khóa «{key}». Hãy bổ sung.",
    "rule.wrong_type": "Tệp «{file}», {place}: giá trị của «{key}» phải viết dạng {wanted}.",
    "rule.unknown_value": "Tệp «{file}», {place}: «{key}» không nhận «{value}»; có phải "
    "«{nearest}»? Các giá trị được nhận: {known}.",
    "rule.one_of_two": "Tệp «{file}», {place}: chỉ ghi một trong hai khóa «{key}» và «{other}». Hãy "
    "bỏ bớt một khóa.",
    "rule.twice": "Tệp «{file}»: mã tiêu chuẩn «{id}» dùng hai lần. Hãy đặt mã khác.",
    "rule.children": "Tệp «{file}», {place}: chỉ any_of và all_of có [[criterion.child]], và "
    "phải có ít nhất một (đang là «{kind}»).",
    "rule.cannot_write": "Không ghi được «{path}»: {reason}. Tệp cũ (nếu có) giữ nguyên. Hãy kiểm "
    "tra ổ đĩa còn chỗ, quyền ghi, và đóng tệp nếu đang mở.",
    "rule.in_line": "Dòng {line}. {sentence} Chưa nhập gì.",
    "rule.pack_marker": "Tệp «{file}» không phải gói quy định: thiếu dòng pack = true. Hãy chọn tệp "
    "do nút «Xuất gói quy định…» của chương trình này ghi ra.",
    "place.province": "Không có tỉnh, thành phố «{name}». Tên gần nhất: {nearest}.",
    "place.commune": "{province} không có xã, phường, đặc khu «{name}». Tên gần nhất: {nearest}.",
}
