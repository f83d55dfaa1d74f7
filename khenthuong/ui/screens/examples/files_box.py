"""Evidence as a list of names: dropped in or chosen, opened, taken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from khenthuong.ui import messages, theme
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.file_drop import FileDrop
from khenthuong.ui.widgets.labels import label

_HEIGHT = 76
_EMPTY = "Chưa có minh chứng. Kéo tệp thả vào đây, hoặc bấm «Thêm tệp…»."
_SOME = "{count} tệp minh chứng"


class FilesBox(FileDrop):
    """`added` (list of Path), `opened` (name), `taken_off` (name)."""

    added = Signal(object)
    opened = Signal(str)
    taken_off = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(_EMPTY, "soft", wrap=True)
        self.names = QListWidget()
        self.add = button("Thêm tệp…", "ghim")
        self.open = button("Mở")
        self.take_off = button("Gỡ", tip="Thôi dùng tệp này; lịch sử vẫn ghi")
        # Assemble
        theme.hold(self.names, most_height=_HEIGHT)
        self.names.setAccessibleName("Minh chứng")
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addStretch()
        buttons.addWidget(self.open)
        buttons.addWidget(self.take_off)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.words)
        layout.addWidget(self.names)
        layout.addLayout(buttons)
        self.show_names(())
        # Signals
        self.dropped.connect(self.added)
        self.add.clicked.connect(self._on_add)
        self.open.clicked.connect(self._on_open)
        self.take_off.clicked.connect(self._on_take_off)
        self.names.itemActivated.connect(self._on_open)

    @property
    def name(self) -> str:
        """The file chosen, "" for none."""
        item = self.names.currentItem()
        return item.text() if item is not None else ""

    def show_names(self, names: Sequence[str]) -> None:
        """Show these files."""
        self.names.clear()
        self.names.addItems(list(names))
        self.names.setCurrentRow(0 if names else -1)
        self.names.setVisible(bool(names))
        self.words.setText(_SOME.format(count=len(names)) if names else _EMPTY)
        self.open.setVisible(bool(names))
        self.take_off.setVisible(bool(names))

    @Slot()
    def _on_add(self) -> None:
        files = messages.open_files(self, "Chọn tệp minh chứng", messages.EVIDENCE)
        if files:
            self.added.emit(list(files))

    @Slot()
    def _on_open(self) -> None:
        if self.name:
            self.opened.emit(self.name)

    @Slot()
    def _on_take_off(self) -> None:
        if self.name:
            self.taken_off.emit(self.name)
