"""Names and notes from the books are shown as the letters they are: no label, tip or question of
the window reads them as HTML, which could load pictures and show links."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMessageBox,
    QToolTip,
    QWidget,
)

from khenthuong import storage
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import open_workspace
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import SCREENS, MainWindow

EVIL = "<b>đậm</b><img src='x.png'>"


@pytest.fixture
def evil_root(commune_root: Path) -> Path:
    """The sample, everybody's name and everything written of them being HTML."""
    with open_workspace(commune_root) as ws, ws.books.write("Đổi"):
        for one in storage.register.units(ws.books).values():
            storage.register.save(ws.books, replace(one, name=f"{one.name} {EVIL}", note=EVIL))
        for one in storage.register.persons(ws.books).values():
            evil = replace(one, name=f"{one.name} {EVIL}", position=EVIL, note=EVIL)
            storage.register.save(ws.books, evil)
        for summary in rounds.rounds(ws):
            named = replace(summary.round, name=f"{summary.round.name} {EVIL}")
            storage.rounds.save_round(ws.books, named)
    return commune_root


class AtOnce:
    """Runs a job where it stands."""

    def submit(self, run) -> None:
        """Run it."""
        run()

    def shutdown(self, wait: bool = True) -> None:
        """Nothing waits here."""


@pytest.fixture
def window(qtbot, evil_root: Path) -> Iterator[MainWindow]:
    """The window over these books."""
    made = MainWindow(Desk(Jobs(runner=AtOnce()), evil_root))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.start()
    yield made
    made.desk.close()


def reads_html(text: str) -> bool:
    """Whether Qt would take the text for HTML."""
    return EVIL in text and QtGui.Qt.mightBeRichText(text)


def found_in(widget: QWidget) -> Iterator[str]:
    """Labels and tips that would read the words as HTML."""
    for one in widget.findChildren(QWidget):
        if reads_html(one.toolTip()):
            yield f"tip of {type(one).__name__}: {one.toolTip()}"
        if (
            isinstance(one, QLabel)
            and one.textFormat() in (Qt.TextFormat.AutoText, Qt.TextFormat.RichText)
            and reads_html(one.text())
        ):
            yield f"label «{one.objectName()}» in {type(one.parent()).__name__}: {one.text()}"
    for view in widget.findChildren(QAbstractItemView):
        yield from tips_of(view)


def tips_of(view: QAbstractItemView) -> Iterator[str]:
    """The tips of a table's or list's first rows."""
    model = view.model()
    for row in range(min(model.rowCount(), 20) if model is not None else 0):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and reads_html(tip) and not view.visualRect(index).isEmpty():
                shown = shown_tip(view, view.visualRect(index).center())
                if EVIL in shown:
                    yield f"tip in {type(view.parent()).__name__} {type(view).__name__}: {shown}"


def shown_tip(view: QAbstractItemView, place: QPoint) -> str:
    """What Qt is given to show when the mouse rests there."""
    QToolTip.hideText()
    event = QtGui.QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text()


def test_no_screen_reads_the_books_as_html(window: MainWindow, figure) -> None:
    wrong: set[str] = set()
    labels = 0
    for number in range(len(SCREENS)):
        window.open_screen(number)
        QApplication.processEvents()
        for view in window.findChildren(QAbstractItemView):
            if view.isVisible() and view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(0, 0))
                QApplication.processEvents()
        labels += len(window.findChildren(QLabel))
        wrong |= set(found_in(window))
    figure("chữ trên màn hình: nhãn đã xem", labels)
    assert labels > 100
    assert sorted(wrong) == []


def test_questions_and_errors_are_plain(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    formats: list[Qt.TextFormat] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda self: formats.append(self.textFormat()))
    parent = QWidget()
    qtbot.addWidget(parent)
    messages.ask(parent, "Bỏ", f"Bỏ {EVIL}?", "Bỏ")
    messages.show_error(parent, "Lỗi", f"Không mở được {EVIL}")
    assert formats == [Qt.TextFormat.PlainText] * 2
