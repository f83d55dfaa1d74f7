"""What a unit came from and what became of it; which former Mã somebody has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from khenthuong.domain.register import Recipient, Unit
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.dates import show_date


class KinNote(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        # Assemble
        self.setObjectName("soft")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def load(self, recipient: Recipient | None) -> None:
        """Say it of a recipient; None for nobody."""
        self._code = recipient.code if recipient is not None else ""
        if recipient is None:
            self.hide()
            return
        unit = isinstance(recipient, Unit)
        self._desk.run(_lines, recipient.code, unit, done=self._on_read, key=f"kin{id(self)}")

    def _on_read(self, found: tuple[str, Sequence[str]]) -> None:
        code, said = found
        if code == self._code:
            self.setText("\n".join(said))
            self.setVisible(bool(said))


def _lines(ws: Any, code: str, unit: bool) -> tuple[str, Sequence[str]]:
    from khenthuong.services.people import merging, unit_changes

    said: list[str] = []
    now = merging.current(ws, code)
    if now != code:
        said.append(f"Đã gộp vào Mã {now}.")
    former = merging.former_codes(ws, code)
    if former:
        said.append(f"Mã cũ: {', '.join(former)}.")
    if not unit:
        return code, said
    came, became = unit_changes.history(ws, code)
    said += [f"Từ {show_date(one.change.day)}: tiếp nhận từ {one.old}{_by(one)}." for one in came]
    said += [
        f"Thôi từ {show_date(one.change.day)}, nay là {one.new}{_by(one)}."
        if one.new
        else f"Giải thể từ {show_date(one.change.day)}{_by(one)}."
        for one in became
    ]
    return code, said


def _by(one: Any) -> str:
    return f" ({one.change.decision})" if one.change.decision else ""
