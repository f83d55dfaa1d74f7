"""Sentences for people: rule files and places. Each names the file, the place and the remedy."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "rule.unreadable": "Không đọc được tệp quy định «{file}»: {detail}.",
    "rule.not_utf8": "Tệp «{file}» không phải UTF-8. Mở bằng Notepad, chọn Lưu thành (Save "
    "as), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại.",
    "rule.not_toml": "Tệp «{file}» viết chưa đúng cú pháp TOML: {detail}. Sửa tại dòng đã nêu.",
    "rule.schema": "Tệp «{file}» phải có dòng đầu schema = {known}.",
    "rule.id": "Tệp «{file}»: id là «{id}», phải trùng tên tệp «{expected}».",
    "rule.unknown_key": "Tệp «{file}», {place}: không có khóa «{key}»; có phải «{nearest}»?",
    "rule.missing_key": "Tệp «{file}», {place}: thiếu khóa «{key}». Hãy bổ sung.",
    "rule.wrong_type": "Tệp «{file}», {place}: giá trị của «{key}» phải viết dạng {wanted}.",
    "rule.unknown_value": "Tệp «{file}», {place}: «{key}» không nhận «{value}»; có phải "
    "«{nearest}»? Các giá trị được nhận: {known}.",
    "rule.twice": "Tệp «{file}»: mã tiêu chuẩn «{id}» dùng hai lần. Hãy đặt mã khác.",
    "rule.children": "Tệp «{file}», {place}: chỉ any_of và all_of có [[criterion.child]], và "
    "phải có ít nhất một (đang là «{kind}»).",
    "place.province": "Không có tỉnh, thành phố «{name}». Tên gần nhất: {nearest}.",
    "place.commune": "{province} không có xã, phường, đặc khu «{name}». Tên gần nhất: {nearest}.",
}
