"""«Gửi báo lỗi»: what is shown is what is saved."""

import zipfile

from PySide6.QtCore import Qt

from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder
from khenthuong.services import demo
from khenthuong.ui import messages
from khenthuong.ui.crash_dialog import CrashDialog
from khenthuong.ui.fault_dialog import FaultDialog


def test_what_is_shown_is_what_is_saved(qtbot, tmp_path, monkeypatch) -> None:
    demo.open_sample(tmp_path / "so")
    target = tmp_path / "bao-loi.zip"
    monkeypatch.setattr(messages, "save_file", lambda *_: target)
    dialog = FaultDialog(tmp_path / "so")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.keep.isEnabled)
    shown = {}
    for row in range(dialog.names.count()):
        dialog.names.setCurrentRow(row)
        shown[dialog.names.item(row).text()] = dialog.text.toPlainText()
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Space)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "Đã lưu" in dialog.said.text())
    with zipfile.ZipFile(target) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == shown
    dialog.accept()


def test_a_place_that_is_not_there_is_said_beside_the_button(qtbot, tmp_path, monkeypatch) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    monkeypatch.setattr(messages, "save_file", lambda *_: tmp_path / "tep" / "a.zip")
    dialog = FaultDialog(tmp_path)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(dialog.keep.isEnabled)
    dialog.keep.click()
    qtbot.waitUntil(lambda: "a.zip" in dialog.said.text())
    dialog.accept()


def test_a_crash_offers_the_report(qtbot, tmp_path, monkeypatch) -> None:
    asked = []
    dialog = CrashDialog(BooksError("x"), DataFolder(tmp_path))
    qtbot.addWidget(dialog)
    monkeypatch.setattr(messages, "show_dialog", asked.append)
    dialog.report.click()
    assert isinstance(asked[0], FaultDialog)
    asked[0].reject()
