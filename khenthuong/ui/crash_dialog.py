"""The last resort: what happened, in words, and where the draft and the log lie."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from khenthuong.paths import DataFolder
from khenthuong.ui import messages, theme
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_log = logging.getLogger(__name__)
_TEXT = (
    "Chương trình gặp lỗi ngoài dự kiến: {what}.\n\n"
    "Sổ không bị hỏng: việc đang ghi dở đã được hủy, những gì lưu trước đó vẫn còn. "
    "Phần đang gõ có bản nháp và sẽ được mời lấy lại.\n\n"
    "Bản nháp: {drafts}\nNhật ký: {log}"
)


class CrashDialog(QDialog):
    """Says what happened; the details can be copied for whoever helps."""

    def __init__(
        self, error: BaseException, folder: DataFolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        what = messages.sentence(error) if isinstance(error, OSError) else type(error).__name__
        self.text = _TEXT.format(what=what, drafts=folder.drafts, log=folder.log)
        self.details = QPlainTextEdit("".join(traceback.format_exception(error)))
        self._folder = folder
        self._copy = button("Chép chi tiết")
        self.report = button("Gửi báo lỗi…")
        self._close = button("Đóng", primary=True)
        # Assemble
        self.setWindowTitle("Có lỗi")
        theme.hold(self, least_width=640)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("Chi tiết lỗi")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._copy)
        buttons.addWidget(self.report)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.text, wrap=True))
        layout.addWidget(self.details)
        layout.addLayout(buttons)
        # Signals
        self._copy.clicked.connect(self._on_copy)
        self.report.clicked.connect(self._on_report)
        self._close.clicked.connect(self.accept)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    @Slot()
    def _on_report(self) -> None:
        from khenthuong.ui.fault_dialog import FaultDialog

        messages.show_dialog(FaultDialog(self._folder.root, self))


class CrashHook:
    """Replaces sys.excepthook: log first, then tell; a second crash while telling only logs."""

    def __init__(self, root: Path) -> None:
        self._folder = DataFolder(root)
        self._telling = False

    def install(self) -> None:
        """Catch everything that nobody caught."""
        sys.excepthook = self

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What Python calls for an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)

    def tell(self, error: BaseException) -> None:
        """Log an error and show it."""
        _log.critical("crash", exc_info=error)
        if self._telling:
            return
        self._telling = True
        try:
            messages.show_dialog(CrashDialog(error, self._folder))
        finally:
            self._telling = False
