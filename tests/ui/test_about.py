"""«Giới thiệu»: the licences as they lie in the file, each with its text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from khenthuong import __version__
from khenthuong.ui import messages
from khenthuong.ui.about import AboutDialog, licences, open_about


def test_every_part_has_a_licence_and_words() -> None:
    parts = licences()
    assert parts[0].name == "Khen Thưởng"
    assert {"Python", "Thư viện nằm trong các phần trên"} <= {part.name for part in parts}
    assert all(part.name and part.licence and part.text for part in parts)


def test_the_part_chosen_shows_its_own_words(qtbot, desk) -> None:
    dialog = AboutDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.parts.count() == len(licences())
    assert dialog.text.toPlainText().lstrip().startswith("GNU GENERAL PUBLIC LICENSE")
    qtbot.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert dialog.licence.text() == "Python: PSF-2.0"
    assert "PYTHON SOFTWARE FOUNDATION" in dialog.text.toPlainText()


def test_it_says_the_version_and_where_the_books_lie(qtbot, desk, monkeypatch) -> None:
    shown: list[AboutDialog] = []
    monkeypatch.setattr(messages, "show_dialog", shown.append)
    parent = QLabel()
    qtbot.addWidget(parent)
    open_about(parent, desk)
    said = [words.text() for words in shown[0].findChildren(QLabel)]
    assert f"Khen Thưởng, bản {__version__}" in said
    assert str(desk.root) in said


def test_the_link_at_the_foot_of_the_window_opens_it(window, monkeypatch) -> None:
    shown: list[AboutDialog] = []
    monkeypatch.setattr(messages, "show_dialog", shown.append)
    assert __version__ in window.nav.foot.text()
    window.nav.foot.click()
    assert [type(dialog) for dialog in shown] == [AboutDialog]
