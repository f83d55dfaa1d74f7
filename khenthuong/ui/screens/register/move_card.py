"""«Chuyển tập thể…»: one person or many, from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from khenthuong.services.people.transfers import Move
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.screens.register.form_card import FormCard

if TYPE_CHECKING:
    from khenthuong.domain.register import PartialDate
    from khenthuong.services.people.transfers import Planned

_SHEET = s.Sheet(
    Move,
    (
        s.unit("unit", "Về tập thể"),
        s.day("day", "Từ ngày", required=True),
        s.text("position", "Chức vụ mới", hint="Để trống nếu chức vụ không đổi."),
        s.partial_day("since", "Ở tập thể cũ từ"),
    ),
)
_SHOWN = 6


class MoveCard(FormCard):
    """Writes the career, so that each year keeps its unit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Chuyển tập thể", _SHEET, "Chuyển", parent)
        self._codes: tuple[str, ...] = ()

    def begin(self, codes: Sequence[str]) -> None:
        """Ask where these people go."""
        self._codes = tuple(codes)
        if self._codes:
            self.show_form(
                f"Chuyển {len(self._codes)} người đang chọn. Những năm trước vẫn xét theo tập thể "
                "cũ. «Ở tập thể cũ từ» chỉ cần khi sổ chưa ghi ngày vào ngành hay quá trình."
            )

    def ask(self, ws: Any, value: Move) -> Sequence[str]:
        """Who goes where; which beginnings are only the first year on record."""
        from khenthuong.services.people import transfers

        if not value.unit:
            return ()
        planned = transfers.plan(ws, self._codes, value)
        said = [_line(one) for one in planned[:_SHOWN]]
        if len(planned) > _SHOWN:
            said.append(f"… và {len(planned) - _SHOWN} người khác.")
        return said

    def do(self, ws: Any, value: Move) -> str:
        """Write the moves."""
        from khenthuong.errors import UserError
        from khenthuong.services.people import transfers

        if not value.unit:
            raise UserError("move.which_unit")
        return f"Đã chuyển {transfers.carry_out(ws, self._codes, value)} người."


def _line(one: Planned) -> str:
    name = one.person.name
    if one.left is not None:
        since = _day(one.left.start)
        guess = " (năm sớm nhất sổ có ghi về người này, chưa ai nói ngày)" if one.guessed else ""
        return f"{name}: ghi ở tập thể cũ từ {since}{guess} đến trước ngày chuyển."
    if one.closes is not None:
        return f"{name}: kết thúc dòng quá trình từ {_day(one.closes.start)}, mở dòng mới."
    return f"{name}: mở dòng quá trình mới."


def _day(when: PartialDate) -> str:
    return "/".join(reversed(when.iso.split("-")))
