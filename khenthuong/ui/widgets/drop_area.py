"""Where a workbook may be dropped; a button beside it for the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
WORD_SUFFIXES = (".docx", ".docm", ".doc")


@dataclass(frozen=True)
class DropWords:
    """What a drop area takes and says while it is empty."""

    heading: str = "Kéo tệp Excel thả vào đây"
    note: str = "Máy đọc thử trước; chưa ghi gì vào sổ."
    picture: str = "nhap_excel"
    suffixes: tuple[str, ...] = SUFFIXES


class DropArea(QFrame):
    """`dropped` (Path) for one file of the kinds it takes, a workbook unless told otherwise."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, says: DropWords | None = None) -> None:
        super().__init__(parent)
        self._says = says or DropWords()
        self._picture = QLabel()
        self._heading = label(self._says.heading, "heading", wrap=True)
        self._note = label(self._says.note, "soft", wrap=True)
        self.choose = button("Chọn tệp…", "thu_muc", tip="Ctrl+F")
        # Assemble
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self._picture.setPixmap(theme.pixmap(self._says.picture, "accent", 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._heading)
        words.addWidget(self._note)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self._picture)
        layout.addLayout(words, 1)
        layout.addWidget(self.choose)

    def tell(self, name: str) -> None:
        """Name the file being looked at, "" for none."""
        self._heading.setText(name or self._says.heading)
        other = "Muốn xem tệp khác thì thả hoặc chọn tệp đó."
        self._note.setText(other if name else self._says.note)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say yes to one file of its kinds."""
        if self._file(event) is not None:
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Back to rest."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        self._light(False)
        path = self._file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _light(self, on: bool) -> None:
        self.setProperty("over", on)
        theme.repolish(self)

    def _file(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        return path if path is not None and path.suffix.lower() in self._says.suffixes else None
