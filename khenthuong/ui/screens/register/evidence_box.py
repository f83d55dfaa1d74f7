"""Evidence of the selected achievement: names of files, adding, opening, taking off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from khenthuong.domain.records import Achievement
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.file_drop import FileDrop
from khenthuong.ui.widgets.labels import label

_HEIGHT = 92
_NONE = "Chọn một thành tích để xem và thêm minh chứng."
_EMPTY = "Chưa có minh chứng. Kéo tệp thả vào đây, hoặc bấm «Thêm tệp minh chứng…»."
_SOME = "Minh chứng của thành tích đang chọn: {count} tệp"


class EvidenceBox(FileDrop):
    """Under the achievements. `written` says that the books changed."""

    written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._achievement: Achievement | None = None
        self.words = label(_NONE, "soft", wrap=True)
        self.names = QListWidget()
        self.add = button("Thêm tệp minh chứng…", "ghim")
        self.open = button("Mở", "van_ban")
        self.take_off = button("Gỡ", "xoa", tip="Thôi dùng tệp này cho thành tích; lịch sử vẫn ghi")
        # Assemble
        self._assemble()
        # Signals
        self.dropped.connect(self._on_files)
        self.add.clicked.connect(self._on_add)
        self.open.clicked.connect(self._on_open)
        self.take_off.clicked.connect(self._on_take_off)
        self.names.currentRowChanged.connect(self._enable)
        self.names.itemActivated.connect(self._on_open)

    @Slot(object)
    def show_achievement(self, achievement: Achievement | None) -> None:
        """Show the files of an achievement; None for no achievement."""
        self._achievement = achievement
        names = achievement.evidence if achievement else ()
        row = max(0, self.names.currentRow())
        self.names.clear()
        self.names.addItems(names)
        self.names.setCurrentRow(min(row, len(names) - 1))
        self.names.setVisible(bool(names))
        said = _SOME.format(count=len(names)) if names else _EMPTY
        self.words.setText(said if achievement else _NONE)
        self._enable()

    @property
    def name(self) -> str:
        """The file chosen, "" for none."""
        item = self.names.currentItem()
        return item.text() if item is not None else ""

    @Slot()
    def _on_add(self) -> None:
        files = messages.open_files(self, "Chọn tệp minh chứng", messages.EVIDENCE)
        if files:
            self._on_files(files)

    @Slot(object)
    def _on_files(self, files: Sequence[Path]) -> None:
        if self._achievement is not None and self.isEnabled():
            self._desk.run(_add, self._achievement.code, files, done=self._on_added)

    def _on_added(self, names: Sequence[str]) -> None:
        self._desk.say(f"Đã thêm {len(names)} tệp minh chứng.")
        self.written.emit()

    @Slot()
    def _on_open(self) -> None:
        if self.name:
            self._desk.run(_path, self.name, done=self._desk.show_folder)

    @Slot()
    def _on_take_off(self) -> None:
        if self._achievement is not None and self.name:
            self._desk.run(_take_off, self._achievement.code, self.name, done=self._on_taken_off)

    def _on_taken_off(self, name: str) -> None:
        self._desk.tell(f"Đã gỡ «{name}» khỏi thành tích; tệp vẫn nằm trong kho minh chứng.")
        self.written.emit()

    @Slot()
    def _enable(self) -> None:
        self.add.setEnabled(self._achievement is not None)
        for one in (self.open, self.take_off):
            one.setEnabled(bool(self.name))

    def _assemble(self) -> None:
        theme.hold(self.names, most_height=_HEIGHT)
        self.names.setAccessibleName("Minh chứng")
        self.names.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch()
        buttons.addWidget(self.open)
        buttons.addWidget(self.take_off)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.words)
        layout.addWidget(self.names)
        layout.addLayout(buttons)
        self._enable()


def _add(ws: Any, code: str, files: Sequence[Path]) -> Sequence[str]:
    from khenthuong.services import register

    return [register.add_evidence(ws, code, source) for source in files]


def _take_off(ws: Any, code: str, name: str) -> str:
    from khenthuong.services import register

    register.take_off_evidence(ws, code, name)
    return name


def _path(ws: Any, name: str) -> Path:
    from khenthuong.services import register

    return register.evidence_path(ws, name)
