"""The columns of Sổ for each kind: what stands there, what is shown from the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from khenthuong.domain.kinds import RecipientKind
from khenthuong.ui.models.arranging import Heading


@dataclass(frozen=True)
class RegisterColumn:
    """`column` is the recipient's attribute by which the database sorts; `weight` 0 = hidden."""

    column: str
    title: str
    weight: int
    value: Callable[[Any], object]

    @property
    def heading(self) -> Heading:
        """As the table wants it."""
        return Heading(self.title, self.value)


def _own(column: str, title: str, weight: int = 0) -> RegisterColumn:
    """An attribute of the recipient itself."""
    return RegisterColumn(column, title, weight, attrgetter(f"recipient.{column}"))


COLUMNS: dict[RecipientKind, tuple[RegisterColumn, ...]] = {
    RecipientKind.UNIT: (
        _own("name", "Tên tập thể", 5),
        _own("kind", "Loại", 4),
        RegisterColumn("parent", "Trực thuộc", 4, attrgetter("unit_name")),
        _own("code", "Mã"),
        _own("short_name", "Tên viết tắt"),
        _own("sector", "Khu vực"),
        _own("manager", "Cấp quản lý"),
        _own("area", "Địa bàn"),
        _own("head", "Người đứng đầu"),
        _own("headcount", "Số người"),
        _own("founded", "Thành lập"),
        _own("address", "Địa chỉ"),
    ),
    RecipientKind.PERSON: (
        _own("name", "Họ và tên", 5),
        _own("position", "Chức vụ", 4),
        RegisterColumn("unit", "Tập thể", 4, attrgetter("unit_name")),
        _own("code", "Mã"),
        _own("born", "Ngày sinh"),
        _own("gender", "Giới tính"),
        _own("subject", "Đối tượng"),
        _own("duty", "Phân loại"),
        _own("education", "Trình độ"),
        _own("ethnic", "Dân tộc"),
        _own("home_town", "Quê quán"),
        _own("residence", "Nơi ở"),
        _own("cccd", "Số căn cước"),
        _own("joined", "Vào ngành"),
    ),
    RecipientKind.HOUSEHOLD: (
        _own("name", "Chủ hộ", 5),
        _own("address", "Địa chỉ", 4),
        RegisterColumn("village", "Thôn, tổ dân phố", 4, attrgetter("unit_name")),
        _own("code", "Mã"),
        _own("members", "Nhân khẩu"),
    ),
}


def headings(kind: RecipientKind) -> tuple[Heading, ...]:
    """The columns of a kind for the table."""
    return tuple(one.heading for one in COLUMNS[kind])


def weights(kind: RecipientKind) -> tuple[int, ...]:
    """How wide the columns shown from the start are to one another."""
    return tuple(one.weight for one in COLUMNS[kind] if one.weight)


def hidden(kind: RecipientKind) -> tuple[str, ...]:
    """The titles of those not shown from the start."""
    return tuple(one.title for one in COLUMNS[kind] if not one.weight)
