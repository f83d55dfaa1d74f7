"""Sentences for people: rule files and places. Each names the file, the place and the remedy."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "rule.unreadable": "Không đọc được tập tin quy định «{file}»: {detail}.",
    "rule.not_utf8": "Tập tin «{file}» không phải UTF-8. Mở bằng Notepad, chọn Lưu thành (Save "
    "as), mục Mã hóa (Encoding) chọn UTF-8, rồi lưu lại.",
    "rule.not_toml": "Tập tin «{file}» viết chưa đúng cú pháp TOML: {detail}. Sửa tại dòng đã nêu.",
    "rule.schema": "Tập tin «{file}» phải có dòng đầu schema = {known}.",
    "rule.id": "Tập tin «{file}»: id là «{id}», phải trùng tên tập tin «{expected}».",
    "rule.unknown_key": "Tập tin «{file}», {place}: không có khóa «{key}»; có phải «{nearest}»?",
    "rule.missing_key": "Tập tin «{file}», {place}: thiếu khóa «{key}». Hãy bổ sung.",
    "rule.wrong_type": "Tập tin «{file}», {place}: giá trị của «{key}» phải viết dạng {wanted}.",
    "rule.unknown_value": "Tập tin «{file}», {place}: «{key}» không nhận «{value}»; có phải "
    "«{nearest}»? Các giá trị được nhận: {known}.",
    "rule.twice": "Tập tin «{file}»: mã tiêu chuẩn «{id}» dùng hai lần. Hãy đặt mã khác.",
    "rule.children": "Tập tin «{file}», {place}: chỉ any_of và all_of có [[criterion.child]], và "
    "phải có ít nhất một (đang là «{kind}»).",
    "place.province": "Không có tỉnh, thành phố «{name}». Tên gần nhất: {nearest}.",
    "place.commune": "{province} không có xã, phường, đặc khu «{name}». Tên gần nhất: {nearest}.",
}
