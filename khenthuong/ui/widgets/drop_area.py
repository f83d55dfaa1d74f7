"""Where a workbook may be dropped; a button beside it for the keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")


class DropArea(QFrame):
    """`dropped` (Path) for a workbook; other files are refused with a word why."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._heading = label("Kéo tệp Excel thả vào đây", "heading")
        self._note = label("Máy đọc thử trước; chưa ghi gì vào sổ.", "soft")
        self.choose = button("Chọn tệp…", "thu_muc", tip="Ctrl+F")
        # Assemble
        self.setObjectName("drop")
        self.setAcceptDrops(True)
        self._picture.setPixmap(theme.pixmap("nhap_excel", "accent", 36))
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
        self._heading.setText(name or "Kéo tệp Excel thả vào đây")
        self._note.setText(
            "Muốn xem tệp khác thì thả hoặc chọn tệp đó."
            if name
            else "Máy đọc thử trước; chưa ghi gì vào sổ."
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say yes to one workbook."""
        if _workbook(event) is not None:
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Back to rest."""
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the workbook."""
        self._light(False)
        path = _workbook(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _light(self, on: bool) -> None:
        self.setProperty("over", on)
        self.style().unpolish(self)
        self.style().polish(self)


def _workbook(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    return path if path is not None and path.suffix.lower() in SUFFIXES else None
