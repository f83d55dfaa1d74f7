"""Under initiatives: where the chosen one was used. Under discipline: what it keeps one out of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from khenthuong.domain.records import Discipline, Initiative
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.register.lines_note import LinesNote


class InitiativeNote(LinesNote):
    """Awards and rounds that the chosen initiative was used for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Đã dùng cho", parent)
        self.load(None)

    @Slot(object)
    def load(self, chosen: Initiative | None) -> None:
        """Show where an initiative was used."""
        if chosen is None:
            self.say((), "Chọn một sáng kiến để xem đã dùng ở đâu.")
        else:
            self._desk.run(_uses, chosen.code, done=self._on_read, key=f"uses{id(self)}")

    def _on_read(self, found: Sequence[str]) -> None:
        self.say(found, "Chưa dùng cho lần khen thưởng hay đề nghị nào trong sổ.")


class DisciplineNote(LinesNote):
    """What the chosen discipline or hold means, by source."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Hệ quả khi xét khen thưởng", parent)
        self.load(None)

    @Slot(object)
    def load(self, chosen: Discipline | None) -> None:
        """Show what a row keeps its recipient out of."""
        if chosen is None:
            self.say((), "Chọn một dòng để xem hệ quả.")
        else:
            self._desk.run(_effects, chosen, done=self._on_read, key=f"effects{id(self)}")

    def _on_read(self, found: Sequence[str]) -> None:
        nothing = "Quy định hiện hành trong chương trình không có tiêu chuẩn nào xét đến dòng này."
        self.say(found, nothing)


def _uses(ws: Any, code: str) -> Sequence[str]:
    from khenthuong.services import register_uses

    return register_uses.of_initiative(ws, code)


def _effects(ws: Any, row: Discipline) -> Sequence[str]:
    from khenthuong.services import register_uses

    return register_uses.of_discipline(ws, row)
