"""Evidence of the selected achievement: files, adding, pasting, a look at each, taking off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from khenthuong.domain.records import Achievement
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.evidence_files import EvidenceFiles

if TYPE_CHECKING:
    from khenthuong.services.register_evidence import Held, Taken

_NONE = "Chọn một thành tích để xem và thêm minh chứng."
_EMPTY = "Chưa có minh chứng. Kéo tệp thả vào đây, dán (Ctrl+V), hoặc bấm «Thêm tệp…»."
_SOME = "Minh chứng của thành tích đang chọn: {count} tệp"


class EvidenceBox(EvidenceFiles):
    """Under the achievements. `written` says that the books changed."""

    written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._achievement: Achievement | None = None
        self.show_files((), _NONE, able=False)
        # Signals
        self.given.connect(self._on_given)
        self.taken_off.connect(self._on_let_go)

    @Slot(object)
    def show_achievement(self, achievement: Achievement | None) -> None:
        """Show the files of an achievement; None for no achievement."""
        self._achievement = achievement
        if achievement is None:
            self.show_files((), _NONE, able=False)
        elif not achievement.evidence:
            self.show_files((), _EMPTY, able=True)
        else:
            names = achievement.evidence
            self._desk.run(_held, names, done=self._on_held, key=f"held{id(self)}")

    def _on_held(self, held: Sequence[Held]) -> None:
        self.show_files(held, _SOME.format(count=len(held)), able=True)

    @Slot(object)
    def _on_given(self, files: Sequence[Path]) -> None:
        if self._achievement is not None:
            self._desk.run(_attach, self._achievement.code, files, done=self._on_attached)

    def _on_attached(self, taken: Sequence[Taken]) -> None:
        self.tell_taken(taken)
        self.written.emit()

    @Slot(str)
    def _on_let_go(self, name: str) -> None:
        if self._achievement is not None:
            self._desk.run(_take_off, self._achievement.code, name, done=self._on_taken_off)

    def _on_taken_off(self, name: str) -> None:
        self._desk.tell(f"Đã gỡ «{name}» khỏi thành tích; tệp vẫn nằm trong kho minh chứng.")
        self.written.emit()


def _held(ws: Any, names: Sequence[str]) -> Sequence[Held]:
    from khenthuong.services import register_evidence

    return register_evidence.held(ws, names)


def _attach(ws: Any, code: str, files: Sequence[Path]) -> Sequence[Taken]:
    from khenthuong.services import register_evidence

    return register_evidence.attach(ws, code, files)


def _take_off(ws: Any, code: str, name: str) -> str:
    from khenthuong.services import register

    register.take_off_evidence(ws, code, name)
    return name
