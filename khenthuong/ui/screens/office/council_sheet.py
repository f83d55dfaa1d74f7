"""What a seat of the council is asked on screen, and the columns of its list."""

from __future__ import annotations

from khenthuong.domain.rounds import CouncilMember
from khenthuong.ui.form import sheet as s

SEAT = s.Sheet(
    CouncilMember,
    (
        s.text("name", "Họ và tên", required=True),
        s.text("role", "Vai trò trong Hội đồng", required=True),
        s.text("position", "Chức vụ"),
        s.member("person", "Là ai trong sổ"),
        s.day("start", "Từ ngày"),
        s.day("end", "Đến ngày"),
        s.text("decision", "Quyết định thành lập"),
    ),
)
SEAT_COLUMNS = (
    ("name", 4, "Họ và tên"),
    ("role", 4, "Vai trò"),
    ("position", 5, "Chức vụ"),
    ("start", 2, "Từ ngày"),
    ("end", 2, "Đến ngày"),
    ("decision", 2, "Quyết định"),
    ("trouble", 4, "Cần xem"),
)
