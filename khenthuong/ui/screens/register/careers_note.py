"""Somebody's time in units as a line of time, under the rows of Quá trình."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.register.lines_note import LinesNote

if TYPE_CHECKING:
    from khenthuong.domain.register import PartialDate
    from khenthuong.services.people.transfers import Span

_NOTHING = (
    "Chưa ghi quá trình: mọi năm đều xét theo tập thể hiện nay. Khi chuyển tập thể, dùng "
    "«Chuyển tập thể…» (chuột phải trong danh sách) để năm nào vẫn theo tập thể của năm đó."
)


class CareersNote(LinesNote):
    """One line a span: from, to, unit, position."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Năm nào xét theo tập thể của năm đó", parent)

    def load(self, code: str) -> None:
        """Show the time of a recipient."""
        self._desk.run(_timeline, code, done=self._on_read, key=f"timeline{id(self)}")

    def _on_read(self, spans: Sequence[Span]) -> None:
        self.say([_line(one) for one in spans], _NOTHING)


def _line(one: Span) -> str:
    until = _day(one.end) if one.end else "nay"
    begin = _day(one.start) if one.start else "sau đó"
    about = " · ".join(part for part in (one.unit or "chưa ghi tập thể", one.position) if part)
    return f"●  {begin} – {until}:  {about}"


def _day(when: PartialDate) -> str:
    return "/".join(reversed(when.iso.split("-")))


def _timeline(ws: Any, code: str) -> Sequence[Span]:
    from khenthuong.services.people import transfers

    return transfers.timeline(ws, code)
