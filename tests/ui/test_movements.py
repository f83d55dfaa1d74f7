"""Phong trào on screen: the three real plans through it, figures, registrations, results."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from khenthuong.domain.targets import phrase
from khenthuong.services.movements import participants, plans, progress
from khenthuong.services.paperwork import office_papers
from khenthuong.ui.main_window import MainWindow
from khenthuong.ui.navigation import MOVEMENTS
from khenthuong.ui.screens.movements.figures_page import VALUE
from khenthuong.ui.screens.movements.movement_data import PLAN
from khenthuong.ui.screens.movements.movements import PASTE, MovementsScreen
from khenthuong.ui.screens.register.register import RegisterScreen
from tests.plans import ALL, RESOLUTION, plan_text

from .conftest import press


@pytest.fixture
def screen(sample_window: MainWindow) -> MovementsScreen:
    sample_window.open_screen(MOVEMENTS)
    made = sample_window.made_screen(MOVEMENTS)
    assert isinstance(made, MovementsScreen)
    return made


def propose(screen: MovementsScreen, name: str) -> None:
    """Paste a plan from the clipboard and ask for its split, by keyboard."""
    screen.paste.click()
    assert screen.pages.currentIndex() == PASTE
    QApplication.clipboard().setText(plan_text(name))
    screen.paste_page.text.paste()
    screen.paste_page.split.click()


@pytest.mark.parametrize("name", ALL)
def test_a_pasted_plan_is_proposed_then_saved_then_printed(
    screen: MovementsScreen, sample_window: MainWindow, name: str
) -> None:
    ws = sample_window.desk.ws
    before = len(plans.movements(ws))
    wanted = plans.propose(ws, plan_text(name))
    propose(screen, name)
    assert len(plans.movements(ws)) == before  # nothing is taken over by itself
    assert screen.unsaved()
    assert f"{len(wanted.left)} dòng" in screen.told.text()
    for line in wanted.left:
        assert line in screen.left_over.toPlainText()
    screen.save()
    assert len(plans.movements(ws)) == before + 1
    kept = plans.plan(ws, screen.code)
    assert [(t.number, t.content, phrase(t), t.period) for t in kept.targets] == [
        (t.number, t.content, phrase(t), t.period) for t in wanted.targets
    ]
    assert kept.movement.purposes == wanted.movement.purposes
    screen.paper.click()
    (paper,) = [one for one in office_papers.papers(ws) if one.subject.movement == screen.code]
    text = "\n".join(
        one.text.replace("\u00a0", " ").replace("\u2011", "-")
        for one in docx.Document(str(office_papers.path_of(ws, paper))).paragraphs
    )
    assert all(f"{t.content}: {phrase(t)}" in text for t in kept.targets)
    if sample_window.preview is not None:
        sample_window.preview.close()


def test_the_other_papers_are_one_choice_and_keep_their_answers(
    screen: MovementsScreen, sample_window: MainWindow
) -> None:
    screen.go_to("PT04")
    ws = sample_window.desk.ws
    screen.make_paper("bao_cao_tong_ket")
    (paper,) = [one for one in office_papers.papers(ws) if one.form == "bao_cao_tong_ket"]
    words = {"ton_tai": "Còn một ngõ chưa có đèn"}
    office_papers.make(ws, paper.form, paper.subject, words, paper.code)
    screen.make_paper("bao_cao_tong_ket")
    (again,) = [one for one in office_papers.papers(ws) if one.form == "bao_cao_tong_ket"]
    assert again.code == paper.code
    assert again.answers.values["ton_tai"] == words["ton_tai"]
    screen.papers.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert {one.text() for one in menu.actions()} == {
        form.title for form in ws.forms.values() if form.scope == "movement" and form.id != PLAN
    }
    menu.close()
    if sample_window.preview is not None:
        sample_window.preview.close()


def test_esc_gives_a_proposal_up(screen: MovementsScreen, sample_window: MainWindow) -> None:
    before = plans.movements(sample_window.desk.ws)
    propose(screen, RESOLUTION)
    screen.escape()
    assert not screen.unsaved()
    assert plans.movements(sample_window.desk.ws) == before
    assert screen.code


def test_what_cannot_be_saved_is_said_on_the_page(screen: MovementsScreen) -> None:
    screen.go_to("PT07")
    index = screen.editor.targets.model.index(0, 1)
    screen.editor.targets.model.setData(index, "")
    screen.save()
    assert screen.banner.isVisibleTo(screen)
    assert "chưa ghi nội dung" in screen.banner.text()
    assert screen.unsaved()


def test_every_state_has_words_shape_and_a_reason(screen: MovementsScreen) -> None:
    screen.go_to("PT07")
    table = screen.state.table
    for row in range(table.rowCount()):
        cell = table.index(row, 4)
        assert cell.data()
        assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
        screen.state.view.select(row)
        assert screen.state.why.text().startswith(cell.data())
    assert "Hưởng ứng" in screen.state.path.text()


def test_nobody_registers_while_words_about_another_wait(screen: MovementsScreen) -> None:
    screen.go_to("PT04")
    units, before = screen.units, screen.units.table.rowCount()
    row = units.form.rows["pledge"].editor
    row.set_value("Làm thêm 1 km")
    units._on_edited()
    units.picker.set_code("TT05")
    units._on_register()
    assert units.dirty
    assert not units.picker.isEnabled()
    assert not units.register.isEnabled()
    assert units.table.rowCount() == before
    assert row.value() == "Làm thêm 1 km"


def test_a_unit_registers_and_reports_its_figures(
    screen: MovementsScreen, sample_window: MainWindow
) -> None:
    ws = sample_window.desk.ws
    screen.go_to("PT04")
    screen.units.registering.emit("TT05")
    screen.units.choose("TT05")
    screen.units.targets.set_rows(
        [{"content": "Cây xanh", "comparison": "tối thiểu", "planned": "100", "unit": "cây"}]
    )
    screen.units.targets.edited.emit()
    screen.save()
    (line,) = [
        one for one in participants.of_movement(ws, "PT04") if one.participant.recipient == "TT05"
    ]
    assert [one.wanted for one in line.targets] == ["tối thiểu 100 cây"]
    page = screen.figures
    page.day.set_iso("2026-06-30")
    page.day.edited.emit()
    rows = range(page.model.rowCount())
    row = next(n for n in rows if page.model.index(n, 1).data() == "Cây xanh")
    page.model.setData(page.model.index(row, VALUE), "12.5")
    assert page.problem.text()
    page.model.setData(page.model.index(row, VALUE), "60")
    screen.save()
    mine = [one for one in progress.figures(ws, "PT04") if one.recipient == "TT05"]
    assert [(one.value, one.day.isoformat()) for one in mine] == [("60", "2026-06-30")]


def test_the_tables_keep_qts_promises(screen: MovementsScreen) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, fatal)
        for model in (screen.table, screen.state.table, screen.units.table, screen.results.aims)
    ]
    screen.go_to("PT04")
    assert len(testers) == 4


def test_keys_find_and_begin(qtbot, screen: MovementsScreen, sample_window: MainWindow) -> None:
    press(qtbot, sample_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.code == ""
    assert screen.tabs.currentIndex() == screen.editor.form_page
    screen.escape()
    screen.search.setText("nong thon moi kieu mau")
    screen._filter()
    assert screen.table.rowCount() == 1


def test_a_deadline_leads_to_its_movement(
    screen: MovementsScreen, sample_window: MainWindow
) -> None:
    sample_window.desk.wanted.emit("phong_trao:PT05", "")
    assert sample_window.screen_open is screen
    assert screen.code == "PT05"


def test_results_show_where_titles_are_considered(
    screen: MovementsScreen, sample_window: MainWindow
) -> None:
    screen.go_to("PT04")
    screen.units.registering.emit("TT05")
    sample_window.desk.wanted.emit("tap_the:TT05", "")
    register = sample_window.screen_open
    assert isinstance(register, RegisterScreen)
    assert register.panel.movements.isVisibleTo(register)
    assert "có đăng ký tham gia" in register.panel.movements.text()
    name = plans.get(sample_window.desk.ws, "PT04").name
    assert name in register.panel.movements.text()


def test_units_register_one_after_another_by_enter(
    qtbot, screen: MovementsScreen, sample_window: MainWindow
) -> None:
    screen.go_to("PT04")
    picker = screen.units.picker
    before = len(participants.of_movement(sample_window.desk.ws, "PT04"))
    for count, code in enumerate(("TT05", "TT06"), 1):
        picker.set_code(code)
        picker.edited.emit()
        press(qtbot, picker.line, Qt.Key.Key_Return)
        assert (picker.code, picker.line.text()) == ("", "")
        assert not screen.units.register.isEnabled()
        assert len(participants.of_movement(sample_window.desk.ws, "PT04")) == before + count
