"""The one door for dialogs, and the sentences of errors. Everything shown is also logged.

Tests patch these functions; nothing else in the program may open a modal box.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from khenthuong import texts
from khenthuong.errors import CancelledError, UserError
from khenthuong.texts import system_words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_log = logging.getLogger(__name__)
EXCEL = "Sổ Excel (*.xlsx *.xlsm *.xls *.ods)"
LISTS = "Danh sách (*.xlsx *.xls *.csv *.txt *.tsv)"
MAPPING = "Cách ghép cột (*.json)"
WORD = "Tệp Word (*.docx *.docm *.doc)"
BACKUP = "Bản sao lưu (*.sqlite *.zip)"
EVIDENCE = "Minh chứng (*.pdf *.docx *.doc *.xlsx *.xls *.jpg *.jpeg *.png *.tif);;Mọi tệp (*)"
RULE_PACK = "Gói quy định (*.toml)"
PDF = "Bản đã ký (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


def sentence(error: Exception) -> str:
    """What happened and what to do, in Vietnamese."""
    if isinstance(error, CancelledError):
        return "Đã dừng theo yêu cầu. Chưa có gì thay đổi."
    if isinstance(error, UserError) and texts.knows(error.code):
        return texts.say(error.code, error.arguments)
    if isinstance(error, UserError):
        details = "; ".join(f"{name}: {texts.show(v)}" for name, v in error.arguments.items())
        return f"Không làm được việc này ({error.code}). {details}"
    if isinstance(error, OSError):
        place = f" «{error.filename}»" if error.filename else ""
        reason = system_words.in_vietnamese(error.strerror or str(error))
        return f"Không đọc hoặc ghi được tệp{place}: {reason}."
    return f"Chương trình gặp lỗi ngoài dự kiến: {type(error).__name__}. Chi tiết ở nhật ký."


def ask(parent: QWidget, title: str, question: str, yes: str, no: str = "Thôi") -> bool:
    """Ask before something that cannot easily be taken back; Esc and Enter mean no."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    # A name in the question is shown as it is written, whatever it looks like.
    box.setTextFormat(Qt.TextFormat.PlainText)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    decline = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(decline)
    box.setEscapeButton(decline)
    box.exec()
    agreed = box.clickedButton() is agree
    _log.info("ask %s: %s", title, agreed)
    return agreed


def inform(parent: QWidget, title: str, text: str) -> None:
    """Help and other text that wants reading; never used for plain success."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def show_error(parent: QWidget | None, title: str, text: str) -> None:
    """An error that leaves nothing to go on with (start refused)."""
    _log.error("%s: %s", title, text)
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def open_file(parent: QWidget, title: str, kinds: str, start: Path | None = None) -> Path | None:
    """Choose one existing file; None when the clerk thinks better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start or Path.home()), kinds)
    return Path(name) if name else None


def open_files(parent: QWidget, title: str, kinds: str) -> Sequence[Path]:
    """Choose several existing files."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
    return [Path(name) for name in names]


def save_file(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Choose where to write; Qt itself asks before an existing file is replaced."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(name) if name else None


def choose_folder(parent: QWidget, title: str, start: Path | None = None) -> Path | None:
    """Choose a folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(start or Path.home()))
    return Path(name) if name else None


def documents(outside: Path) -> Path:
    """The clerk's own folder of documents; the home folder when that lies in `outside`."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    for name in (QStandardPaths.writableLocation(place), str(Path.home())):
        folder = Path(name)
        refused = outside.resolve() in (folder.resolve(), *folder.resolve().parents)
        if name and folder.is_dir() and not refused:
            return folder
    return outside.resolve().parent


def choose_printer(parent: QWidget) -> QPrinter | None:
    """The system's own print dialog: which printer, which copies; None when given up."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In văn bản")
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog made elsewhere (the crash dialog)."""
    dialog.exec()
