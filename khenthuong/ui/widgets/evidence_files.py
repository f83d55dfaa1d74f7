"""A list of evidence files with a look at the chosen one: drop, paste, choose, open, take off."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.evidence_clipboard import pasted
from khenthuong.ui.widgets.evidence_picture import EvidencePicture
from khenthuong.ui.widgets.file_drop import FileDrop
from khenthuong.ui.widgets.labels import Elided, label

if TYPE_CHECKING:
    from khenthuong.services.register_evidence import Held, Taken

_HEIGHT = 92
_NOTHING_TO_PASTE = "Chưa có gì để dán: hãy chép một tệp hoặc một hình trước (Ctrl+C)."


class EvidenceFiles(FileDrop):
    """`given` (list of Path) asks to take files, `taken_off` (name) to let one go."""

    given = Signal(object)
    taken_off = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held: tuple[Held, ...] = ()
        self._folder = QTemporaryDir()
        self._able = False
        self.words = label("", "soft", wrap=True)
        self.names = QListWidget()
        self.picture = EvidencePicture(desk)
        self.about = Elided()
        self.add = button("Thêm tệp…", "ghim", tip="Thêm tệp minh chứng")
        self.paste = button("Dán", tip="Dán tệp hoặc hình đã chép (Ctrl+V)")
        self.open = button("Mở", "van_ban")
        self.take_off = button("Gỡ", "xoa", tip="Thôi dùng tệp này; lịch sử vẫn ghi (Del)")
        # Assemble
        self._assemble()
        # Signals
        self.dropped.connect(self._on_files)
        self.add.clicked.connect(self._on_add)
        self.paste.clicked.connect(self._on_paste)
        self.open.clicked.connect(self._on_open)
        self.take_off.clicked.connect(self._on_take_off)
        self.names.currentRowChanged.connect(self._on_row)
        self.names.itemActivated.connect(self._on_open)

    def show_files(self, held: Sequence[Held], words: str, *, able: bool) -> None:
        """Show these files under a sentence; `able` = files may be added."""
        row = max(0, self.names.currentRow())
        self._held, self._able = tuple(held), able
        self.names.clear()
        self.names.addItems([one.name for one in held])
        for number, one in enumerate(held):
            if one.path is None:
                self.names.item(number).setIcon(theme.icon("canh_bao", "warn"))
        self.names.setCurrentRow(min(row, len(held) - 1))
        self.names.setVisible(bool(held))
        self.words.setText(words)
        self._on_row()

    @property
    def name(self) -> str:
        """The file chosen, "" for none."""
        item = self.names.currentItem()
        return item.text() if item is not None else ""

    def tell_taken(self, taken: Sequence[Taken]) -> None:
        """Say what was taken, and what the store had already."""
        known = [one.name for one in taken if one.known]
        said = f"Đã thêm {len(taken)} tệp minh chứng."
        if known:
            names = ", ".join(f"«{name}»" for name in known)
            said += f" Đã có trong kho: {names}; dùng lại bản đó, không chép lần nữa."
        self._desk.tell(said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Ctrl+V pastes, Del takes off."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                self._on_paste()
                return True
            if event.key() == Qt.Key.Key_Delete and self.take_off.isEnabled():
                self._on_take_off()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_add(self) -> None:
        files = messages.open_files(self, "Chọn tệp minh chứng", messages.EVIDENCE)
        if files:
            self._on_files(files)

    @Slot()
    def _on_paste(self) -> None:
        files = pasted(QGuiApplication.clipboard().mimeData(), self._folder)
        if files:
            self._on_files(files)
        else:
            self._desk.say(_NOTHING_TO_PASTE, "warn")

    @Slot(object)
    def _on_files(self, files: Sequence[Path]) -> None:
        if self._able and self.isEnabled():
            self.given.emit(list(files))

    @Slot()
    def _on_open(self) -> None:
        path = self._chosen.path if self._chosen else None
        if path is not None:
            self._desk.show_folder(path)

    @Slot()
    def _on_take_off(self) -> None:
        if self.name:
            self.taken_off.emit(self.name)

    @property
    def _chosen(self) -> Held | None:
        row = self.names.currentRow()
        return self._held[row] if 0 <= row < len(self._held) else None

    @Slot()
    def _on_row(self) -> None:
        one = self._chosen
        self.add.setEnabled(self._able)
        self.paste.setEnabled(self._able)
        self.open.setEnabled(one is not None and one.path is not None)
        self.take_off.setEnabled(one is not None and self._able)
        self.picture.setVisible(one is not None)
        self.about.setVisible(one is not None)
        if one is not None:
            self.picture.show_file(one.name, one.sort.value, one.path)
            self.about.setText(_about(one))

    def _assemble(self) -> None:
        theme.hold(self.names, most_height=_HEIGHT)
        self.names.setAccessibleName("Minh chứng")
        self.names.installEventFilter(self)
        self.names.hide()
        buttons = QHBoxLayout()
        for one in (self.add, self.paste):
            buttons.addWidget(one)
        buttons.addStretch()
        buttons.addWidget(self.open)
        buttons.addWidget(self.take_off)
        left = QVBoxLayout()
        left.addWidget(self.words)
        left.addWidget(self.names)
        left.addWidget(self.about)
        left.addStretch()
        top = QHBoxLayout()
        top.addLayout(left, 1)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(top)
        layout.addLayout(buttons)
        self._on_row()


def _about(one: Held) -> str:
    if one.path is None:
        return "Tệp không còn trong kho minh chứng: hãy thêm lại tệp đó."
    size = (
        f"{one.size / 1_048_576:.1f} MB" if one.size > 1_048_576 else f"{one.size // 1024 + 1} KB"
    )
    return " · ".join((size.replace(".", ","), "; ".join(one.uses) or "chưa dùng ở đâu"))
