import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from khenthuong.app import start_log
from khenthuong.domain.kinds import Step
from khenthuong.paths import DataFolder
from khenthuong.services import office, register
from khenthuong.services.workspace import open_workspace
from khenthuong.ui import messages
from khenthuong.ui.crash_dialog import CrashDialog, CrashHook
from khenthuong.ui.cures import Place, place_of
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import OFFICE, REGISTER, SCREENS, MainWindow

from .conftest import AtOnce, press, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def empty_window(qtbot, tmp_path: Path):
    desk = Desk(Jobs(runner=AtOnce()), tmp_path / "moi")
    crashes: list[BaseException] = []
    desk.crashed.connect(crashes.append)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.start()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    desk.close()
    assert crashes == []


def test_keys_go_from_screen_to_screen(qtbot, window: MainWindow) -> None:
    for number, screen in enumerate(SCREENS[:10]):
        press(qtbot, window, Qt.Key(Qt.Key.Key_0 + (number + 1) % 10), CONTROL)
        assert isinstance(window.screen_open, screen)
        assert window.windowTitle() == f"{screen.title} – Khen Thưởng"


def test_help_is_of_this_screen(qtbot, window: MainWindow) -> None:
    for number, screen in enumerate(SCREENS):
        window.open_screen(number)
        window.show_help()
        assert window.manual is not None
        assert window.manual.place.partition("#")[0] == screen.help_page.partition("#")[0]
        assert window.manual.place.partition("#")[0] not in ("", "README")
    window.manual.close()


def test_the_status_line_names_the_office_and_the_rules(window: MainWindow) -> None:
    assert window._office.text() == "Ủy ban nhân dân xã Vĩnh An"
    assert window._period.text()


@pytest.mark.parametrize("number", range(len(SCREENS)))
def test_nothing_is_clipped_on_an_old_screen(qtbot, window: MainWindow, number: int) -> None:
    window.open_screen(number)
    needed = window.minimumSizeHint()
    assert needed.width() <= 1366
    assert needed.height() <= 768 - 40  # thanh tác vụ của Windows
    for widget in window.findChildren(QAbstractButton):
        if widget.isVisible() and widget.text():
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
    for widget in window.findChildren(QLabel):
        if widget.isVisible() and widget.text() and not widget.wordWrap():
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()


@pytest.mark.parametrize("number", range(len(SCREENS)))
def test_every_button_says_what_it_does(qtbot, window: MainWindow, number: int) -> None:
    window.open_screen(number)
    for widget in window.findChildren(QAbstractButton):
        if widget.isVisible() and not widget.inherits("QTableCornerButton"):
            assert (
                widget.text() or widget.accessibleName() or widget.parent().inherits("QLineEdit")
            ), widget


def test_closing_with_something_unsaved_asks(qtbot, window: MainWindow, monkeypatch) -> None:
    asked: list[str] = []

    def stay(parent, title, question, yes, no="Thôi") -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(messages, "ask", stay)
    window.made_screen(REGISTER).new()
    type_text(QApplication.focusWidget(), "Ai đó")
    window.close()
    assert "Sổ" in asked[0]
    assert window.isVisible()


def test_first_start_by_keyboard(qtbot, empty_window: MainWindow) -> None:
    first = empty_window.first_start
    assert first.isVisible()
    assert QApplication.focusWidget() is first.province.line
    type_text(first.province.line, "thanh hoa")
    press(qtbot, first.province.line, Qt.Key.Key_Return)
    assert first.province.value.endswith("Thanh Hóa")
    press(qtbot, first.begin_button, Qt.Key.Key_Space)
    assert "xã" in first.problem.text()
    type_text(first.commune.line, "a")
    assert first.commune.list.count() > 5
    press(qtbot, first.commune.line, Qt.Key.Key_Down)
    commune = first.commune.value
    first.signers.model.setData(first.signers.model.index(0, 0), "Nguyễn Văn Bình")
    first.signers.model.setData(first.signers.model.index(0, 1), "Chủ tịch")
    first.signers.model.setData(first.signers.model.index(0, 3), "1/7/2025")
    type_text(first.complete_from, "2021")
    press(qtbot, first.begin_button, Qt.Key.Key_Space)
    known = office.get_office(empty_window.desk.ws)
    assert known.name.endswith(commune)
    assert known.complete_from == 2021
    assert [s.name for s in office.signers(empty_window.desk.ws)] == ["Nguyễn Văn Bình"]
    assert isinstance(empty_window.screen_open, SCREENS[0])


def test_first_start_refuses_what_is_no_year(qtbot, empty_window: MainWindow) -> None:
    first = empty_window.first_start
    first.province.list.setCurrentRow(0)
    first.commune.list.setCurrentRow(0)
    type_text(first.complete_from, "hai nghìn")
    first.begin_button.click()
    assert "một năm" in first.problem.text()
    assert first.isVisible()


def test_the_office_can_be_changed_later(qtbot, window: MainWindow) -> None:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    line = screen.form.rows["complete_from"].editor.target
    line.selectAll()
    type_text(line, "2022")
    screen.signers.model.setData(screen.signers.model.index(0, 0), "Lê Thị Lan")
    press(qtbot, window, Qt.Key.Key_S, CONTROL)
    assert office.get_office(window.desk.ws).complete_from == 2022
    assert office.signers(window.desk.ws)[0].name == "Lê Thị Lan"
    assert not screen.unsaved()


def test_a_signer_needs_a_true_date(qtbot, window: MainWindow) -> None:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    screen.signers.model.setData(screen.signers.model.index(0, 0), "Lê Thị Lan")
    screen.signers.model.setData(screen.signers.model.index(0, 3), "2025")
    screen.save()
    assert "«2025»" in screen.problem.text()
    assert office.signers(window.desk.ws) == ()


@pytest.mark.parametrize(
    ("cure", "place"),
    [
        ("xep_loai:CN-002:2026", Place("CN-002", tab="ratings", record="2026")),
        ("sang_kien:SK-001", Place("CN-001", tab="initiatives", record="SK-001")),
        ("ca_nhan:CN-002:doi_tuong", Place("CN-002", tab="", field="subject")),
        ("tap_the:TT-001:so_nguoi", Place("TT-001", tab="", field="headcount")),
        (
            "de_nghi:CN-001:theo_tieu_chuan",
            Place("CN-001", step=Step.LIST, field="branch", edit=True),
        ),
        ("hop:hoi_dong", Place("hoi_dong", step=Step.MEETING, record="hoi_dong")),
        ("hop:TT-001", Place("TT-001", step=Step.MEETING, record="TT-001")),
        ("bieu_quyet:CN-001", Place("CN-001", step=Step.MEETING, record="hoi_dong")),
        ("hoi_dong", Place(step=Step.MEETING, council=True)),
        ("niem_yet", Place(step=Step.NOTICE)),
        ("dot_xet:ngay_nhan", Place(step=Step.LIST, field="received", edit=True)),
        ("co_quan:so_day_du_tu_nam", Place(office=True, field="complete_from")),
        ("bieu_mau:CN-001:lao_dong_tien_tien", Place("CN-001", report=True)),
    ],
)
def test_every_cure_has_a_place(cure: str, place: Place) -> None:
    assert place_of(cure, "CN-001") == place


def test_a_cure_outside_the_program_is_said(window: MainWindow) -> None:
    window.desk.wanted.emit("noi_khac:PT-001", "CN-001")
    assert "Excel" in window.strip.text


def test_a_missing_rating_is_begun_where_it_is_mended(qtbot, window: MainWindow) -> None:
    window.desk.wanted.emit("xep_loai:CN-002:2026", "CN-002")
    screen = window.made_screen(REGISTER)
    pane = screen.panel.records["ratings"]
    assert screen.panel.code == "CN-002"
    assert pane.editing
    assert pane.form.rows["year"].editor.value() == "2026"
    pane.form.rows["level"].editor.set_value("Hoàn thành tốt nhiệm vụ")
    press(qtbot, window, Qt.Key.Key_S, CONTROL)
    assert [str(r.year) for r in register.profile(window.desk.ws, "CN-002").ratings] == ["2026"]


def test_a_crash_is_told_and_logged(qtbot, tmp_path: Path, monkeypatch) -> None:
    told: list[CrashDialog] = []
    monkeypatch.setattr(messages, "show_dialog", told.append)
    handler = start_log(tmp_path)
    try:
        hook = CrashHook(tmp_path)
        try:
            raise ZeroDivisionError("hỏng")
        except ZeroDivisionError as error:
            hook(ZeroDivisionError, error, error.__traceback__)
    finally:
        logging.getLogger("khenthuong").removeHandler(handler)
        handler.close()
    qtbot.addWidget(told[0])
    folder = DataFolder(tmp_path)
    assert str(folder.drafts) in told[0].text
    assert str(folder.log) in told[0].text
    assert "hỏng" in told[0].details.toPlainText()
    assert "ZeroDivisionError" in next(folder.log.iterdir()).read_text(encoding="utf-8")


def test_a_second_crash_while_telling_does_not_loop(qtbot, tmp_path: Path, monkeypatch) -> None:
    hook, told = CrashHook(tmp_path), []

    def crash_again(dialog: CrashDialog) -> None:
        told.append(dialog)
        hook.tell(ValueError("nữa"))

    monkeypatch.setattr(messages, "show_dialog", crash_again)
    hook.tell(ValueError("một"))
    assert len(told) == 1
    qtbot.addWidget(told[0])


def test_heavy_libraries_stay_out_of_the_start(books: Path) -> None:
    import subprocess

    code = (
        "import sys\nfrom pathlib import Path\nfrom khenthuong import app\n"
        "from khenthuong.ui.desk import Desk\nfrom khenthuong.ui.jobs import Jobs\n"
        "from khenthuong.ui.main_window import MainWindow\n"
        "a = app.make_application([])\nd = Desk(Jobs(), Path(sys.argv[1]))\n"
        "w = MainWindow(d)\nw.show()\nw.start()\napp._wait(a, d)\nw.grab()\n"
        "w.open_screen(0)\napp._wait(a, d)\nassert w.screen_open.steps.isVisible()\n"
        "heavy = {'docx', 'docxtpl', 'jinja2', 'lxml', 'openpyxl', 'xlsxwriter',"
        " 'python_calamine', 'PySide6.QtPdf', 'pypdf', 'num2words'}\n"
        "print(sorted(heavy & set(sys.modules)))\nw.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(books)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_books_of_another_program_are_refused_in_words(qtbot, books: Path, monkeypatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(messages, "show_error", lambda parent, title, text: shown.append(text))
    with open_workspace(books):
        desk = Desk(Jobs(runner=AtOnce()), books)
        window = MainWindow(desk)
        qtbot.addWidget(window)
        window.start()
    assert shown
    desk.close()
