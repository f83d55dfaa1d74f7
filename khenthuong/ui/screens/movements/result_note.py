"""What somebody achieved in movements, in one line wherever ratings and titles are considered."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from khenthuong.ui.desk import Desk

_SHOWN = 2


class MovementNote(QLabel):
    """Hidden while there is nothing to say; all movements stand in its tip."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        # Assemble
        self.setObjectName("soft")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def load(self, code: str) -> None:
        """Say it of a recipient; "" for nobody."""
        self._code = code
        if not code:
            self.hide()
            return
        self._desk.run(_sentences, code, done=self._on_read, key=f"movements.note{id(self)}")

    def _on_read(self, found: tuple[str, tuple[str, ...]]) -> None:
        code, said = found
        if code != self._code:
            return
        more = f" … và {len(said) - _SHOWN} phong trào khác." if len(said) > _SHOWN else ""
        self.setText("Phong trào: " + " ".join(said[:_SHOWN]) + more)
        self.setToolTip("\n".join(said))
        self.setVisible(bool(said))


def _sentences(ws: Any, code: str) -> tuple[str, tuple[str, ...]]:
    from khenthuong.services.movements import results

    return code, tuple(one.sentence for one in results.of_recipient(ws, code))
