"""Ctrl+Z and Ctrl+Y of the books: done on the worker, told in the strip with the way back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.strip import Strip

_NOTHING = (
    "Từ lúc mở chương trình không còn gì để hoàn tác. Những lần ghi trước nằm ở «Lịch sử thay "
    "đổi» (Ctrl+H)."
)
_NOTHING_AGAIN = "Không có gì để làm lại: sau lần hoàn tác đã ghi việc khác, hoặc chưa hoàn tác gì."


class Undoing(QObject):
    """Takes back and does again what this window wrote; `happened` when the books changed so."""

    happened = Signal()

    def __init__(self, desk: Desk, strip: Strip, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._strip = strip
        self._session: Any = None
        desk.told.connect(self.tell)

    def begin(self) -> None:
        """What is written from now on can be taken back; called whenever books are opened."""
        self._session = None
        self._desk.run(_begin, done=self._on_begun)

    @Slot()
    def undo(self) -> None:
        """Take back what was written last."""
        if self._session is not None:
            self._desk.run(_undo, self._session, done=self._on_undone, failed=self._on_refused)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._session is not None:
            self._desk.run(_redo, self._session, done=self._on_redone, failed=self._on_refused)

    def undo_one(self, operation: Any) -> None:
        """Take back one operation of the history."""
        if self._session is not None:
            self._desk.run(
                _undo_one, operation, self._session, done=self._on_undone, failed=self._on_refused
            )

    @Slot(str)
    def tell(self, text: str) -> None:
        """Say what was written, with the way back."""
        self._strip.offer("good", text, "Hoàn tác", self.undo)

    def _on_begun(self, session: Any) -> None:
        self._session = session

    def _on_undone(self, done: Any) -> None:
        if done is None:
            self._desk.say(_NOTHING, "info")
            return
        self.happened.emit()
        self._strip.offer("good", f"Đã hoàn tác: {done.label}.", "Làm lại", self.redo)

    def _on_redone(self, done: Any) -> None:
        if done is None:
            self._desk.say(_NOTHING_AGAIN, "info")
            return
        self.happened.emit()
        self._strip.offer("good", f"Đã làm lại: {done.label}.", "Hoàn tác", self.undo)

    def _on_refused(self, error: Exception) -> None:
        """A refusal is no fault: it says what to do first."""
        code = getattr(error, "code", "")
        if code.startswith("changes."):
            self._desk.say(messages.sentence(error), "warn")
        else:
            self._desk.on_failed(error)


def _begin(ws: Any) -> Any:
    from khenthuong.services import changes

    return changes.begin(ws)


def _undo(ws: Any, session: Any) -> Any:
    from khenthuong.services import changes

    return changes.undo(ws, session)


def _redo(ws: Any, session: Any) -> Any:
    from khenthuong.services import changes

    return changes.redo(ws, session)


def _undo_one(ws: Any, operation: Any, session: Any) -> Any:
    from khenthuong.services import changes

    return changes.undo_one(ws, operation, session)
