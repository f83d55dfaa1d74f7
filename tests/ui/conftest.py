"""Real widgets over real books in a folder of their own; jobs run at once; no dialog may open."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from khenthuong.domain.kinds import Gender, RatingLevel, UnitKind
from khenthuong.domain.office import Office
from khenthuong.domain.records import Rating
from khenthuong.domain.register import Household, PartialDate, Person, Unit
from khenthuong.domain.years import Year
from khenthuong.services import demo, office, register
from khenthuong.services.workspace import open_workspace
from khenthuong.ui import language, messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import MainWindow

NAMES = ("Nguyễn Thị Hòa", "Lê Văn Ước", "Trần Đức Thắng", "Phạm Thị Ánh", "Đỗ Quang Huy")
DIALOGS = (
    "ask",
    "inform",
    "show_error",
    "open_file",
    "open_files",
    "save_file",
    "choose_folder",
    "show_dialog",
)


class AtOnce:
    """Runs a job where it stands, so that a test sees its result in the next line."""

    def submit(self, run) -> None:
        run()

    def shutdown(self, wait: bool = True) -> None:
        """Nothing waits here."""


@pytest.fixture(scope="session", autouse=True)
def looks(qapp: QApplication) -> QApplication:
    """The program's theme and language, as app.py sets them."""
    language.apply(qapp)
    theme.apply(qapp)
    return qapp


@pytest.fixture(autouse=True)
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not expect fails it instead of hanging."""
    for name in DIALOGS:

        def refuse(*arguments: object, name: str = name) -> None:
            raise AssertionError(f"dialog {name}: {arguments[1:]}")

        monkeypatch.setattr(messages, name, refuse)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A data folder of the invented xã Vĩnh An with a few people."""
    root = tmp_path / "du_lieu"
    with open_workspace(root) as ws:
        office.save_office(
            ws, Office("Ủy ban nhân dân xã Vĩnh An", "Tỉnh Thanh Hóa", complete_from=2020)
        )
        register.save(ws, Unit("TT-001", "Văn phòng Ủy ban nhân dân xã", kind=UnitKind.OFFICE))
        register.save(ws, Unit("TT-002", "Trường Tiểu học Vĩnh An", kind=UnitKind.SCHOOL))
        register.save(ws, Household("HO-001", "Vũ Văn Bền", "Thôn Đông"))
        for number, name in enumerate(NAMES, start=1):
            register.save(
                ws,
                Person(
                    f"CN-{number:03}",
                    name,
                    Gender.FEMALE,
                    PartialDate(1980, 3, number),
                    position="Công chức",
                    unit="TT-001",
                ),
            )
        register.save_record(ws, Rating("CN-001", Year(2025), RatingLevel.GOOD))
    return root


@pytest.fixture
def desk(books: Path) -> Iterator[Desk]:
    """A desk over the open books."""
    made = Desk(Jobs(runner=AtOnce()), books)
    opened: list[object] = []
    errors: list[Exception] = []
    made.open(opened.append, errors.append)
    assert not errors, errors
    yield made
    made.close()


@pytest.fixture
def window(qtbot, books: Path) -> Iterator[MainWindow]:
    """The whole window, opened on the books, at the size of an old office screen."""
    desk = Desk(Jobs(runner=AtOnce()), books)
    crashes: list[BaseException] = []
    desk.crashed.connect(crashes.append)
    made = MainWindow(desk)
    qtbot.addWidget(made, before_close_func=put_away)
    made.resize(1366, 768)
    made.show()
    made.start()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    desk.close()
    assert crashes == []


def put_away(window: MainWindow) -> None:
    """Give up what is being edited, so that closing asks nothing; no stray window is left.

    A stray window is closed before it is told of: what one test leaves fails that test alone.
    """
    for beside in (window.preview, window.manual):
        if beside is not None:
            beside.close()
    for screen in window.screens:
        screen.escape()
    stray = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    names = [repr(one) for one in stray]
    for one in stray:
        one.close()
    if names:
        window.close()
    assert names == []


def type_text(widget: QWidget, text: str) -> None:
    """Type Vietnamese as an input method commits it (QTest.keyClicks would abort Python)."""
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(widget, event)


def press(qtbot, widget: QWidget, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """One key."""
    qtbot.keyClick(widget, key, modifier)


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented commune, imported once."""
    root = tmp_path_factory.mktemp("xa_mau") / "du_lieu"
    demo.open_sample(root)
    return root


@pytest.fixture
def sample(sample_once: Path, tmp_path: Path) -> Path:
    """A copy of the invented commune's data folder, to be changed freely."""
    return shutil.copytree(sample_once, tmp_path / "xa_mau")


@pytest.fixture
def sample_window(qtbot, sample: Path) -> Iterator[MainWindow]:
    """The whole window on the invented commune."""
    desk = Desk(Jobs(runner=AtOnce()), sample)
    crashes: list[BaseException] = []
    desk.crashed.connect(crashes.append)
    made = MainWindow(desk)
    qtbot.addWidget(made, before_close_func=put_away)
    made.resize(1366, 768)
    made.show()
    made.start()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    desk.close()
    assert crashes == []
