"""«Gửi báo lỗi»: shows what the report holds, word for word, before it is saved as a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong.services.safety import fault_report
from khenthuong.ui import messages, theme
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_ASK = "Đang &làm gì thì có lỗi? (không bắt buộc; đừng ghi họ tên ai)"
_ZIP = "Tệp nén (*.zip)"
_READING = "Đang gom nhật ký và kiểm tra sổ…"
_READY = "Đây là tất cả những gì sẽ có trong tệp. Không có tên người, không có dữ liệu của sổ."


class FaultDialog(QDialog):
    """The report of one data folder; closing it writes nothing."""

    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._jobs = Jobs(self)
        self._files: Mapping[str, str] = {}
        self.words = QPlainTextEdit()
        self.names = QListWidget()
        self.text = QPlainTextEdit()
        self.said = label(_READING, "soft", wrap=True)
        self.keep = button("Lưu tệp báo lỗi…", primary=True)
        self._close = button("Đóng")
        # Assemble
        self.setWindowTitle("Gửi báo lỗi")
        theme.hold(self, least_width=720)
        self.keep.setEnabled(False)
        self._assemble()
        # Signals
        self.names.currentTextChanged.connect(self._on_chosen)
        self.keep.clicked.connect(self._on_keep)
        self._close.clicked.connect(self.accept)
        self._jobs.failed.connect(self._on_failed)
        self._jobs.start(partial(fault_report.contents, root, "", _screen()), self._on_read)

    def done(self, result: int) -> None:
        """Leave no worker behind."""
        self._jobs.close()
        super().done(result)

    def _assemble(self) -> None:
        ask = label(_ASK, wrap=True)
        ask.setBuddy(self.words)
        self.words.setAccessibleName("Mô tả lúc có lỗi")
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(self.words.fontMetrics().lineSpacing() * 4)
        self.names.setAccessibleName("Các phần của báo lỗi")
        self.text.setAccessibleName("Nội dung phần đang chọn")
        self.text.setReadOnly(True)
        shown = QSplitter()
        shown.addWidget(self.names)
        shown.addWidget(self.text)
        shown.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self._close)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.addWidget(ask)
        layout.addWidget(self.words)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)

    def _on_read(self, files: Mapping[str, str]) -> None:
        self._files = files
        self.names.addItems(list(files))
        self.names.setCurrentRow(0)
        self.said.setText(_READY)
        self.keep.setEnabled(True)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.text.setPlainText(self._files.get(name, ""))

    @Slot()
    def _on_keep(self) -> None:
        place = messages.documents(self._root) / fault_report.proposed_name(datetime.now())
        target = messages.save_file(self, "Lưu tệp báo lỗi", place, _ZIP)
        if target is None:
            return
        words = self.words.toPlainText().strip()
        files = {**self._files, fault_report.WORDS: words} if words else self._files

        def write() -> Path:
            fault_report.write(target, files)
            return target

        self._jobs.start(write, self._on_kept)

    def _on_kept(self, target: Path) -> None:
        self.said.setText(f"Đã lưu «{target}». Chuyển tệp này cho người hỗ trợ.")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.said.setText(messages.sentence(error))


def _screen() -> dict[str, object]:
    screen = QGuiApplication.primaryScreen()
    size = screen.size()
    return {
        "width": size.width(),
        "height": size.height(),
        "scale": screen.devicePixelRatio(),
        "dpi": round(screen.logicalDotsPerInch()),
    }
