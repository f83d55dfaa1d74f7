"""The path of a round by keyboard: stations, «Còn thiếu gì?», sendings, decisions."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from khenthuong import storage
from khenthuong.domain.kinds import Authority
from khenthuong.domain.pathway import Station
from khenthuong.services.appraisal import pathway
from khenthuong.services.dossier import decided, sealing
from khenthuong.ui.main_window import REGISTER, ROUNDS
from khenthuong.ui.models.arranging import Arrangement
from khenthuong.ui.screens.rounds import decision_data
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from tests.ui.conftest import press, type_text

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(sample_window) -> RoundsScreen:
    sample_window.open_screen(ROUNDS)
    made = sample_window.made_screen(ROUNDS)
    assert isinstance(made, RoundsScreen)
    return made


@pytest.fixture
def sealed(sample, tmp_path, request):
    from khenthuong.services.workspace import open_workspace

    with open_workspace(sample) as ws:
        sealing.seal(ws, "D3", tmp_path / "goi")
    return request.getfixturevalue("sample_window")


def rounds_of(window, code, station):
    window.open_screen(ROUNDS)
    made = window.made_screen(ROUNDS)
    made.go_to(code, station)
    return made


def test_alt_and_a_number_opens_a_station(qtbot, screen):
    for number, station in enumerate(Station, start=1):
        press(qtbot, screen, Qt.Key(Qt.Key.Key_0 + number), ALT)
        assert screen.steps.station is station
    assert screen.results.view.hasFocus()
    assert len(screen.findChildren(QShortcut)) >= len(Station) + 2


def test_ctrl_tab_goes_along_the_path_and_round(qtbot, screen):
    screen.steps.choose(Station.SENDING)
    press(qtbot, screen, Qt.Key.Key_Tab, CTRL)
    assert screen.steps.station is Station.RESULT
    press(qtbot, screen, Qt.Key.Key_Tab, CTRL)
    assert screen.steps.station is Station.LIST


def test_states_stand_in_words_on_the_stations(screen):
    screen.go_to("D4", Station.LIST)
    texts = {s: screen.steps.button(s).text() for s in Station}
    assert texts[Station.MEETING].endswith("không áp dụng")
    assert texts[Station.LIST].endswith("thiếu 1")
    assert "tr" in screen.steps.button(Station.RESULT).accessibleName()


def test_what_is_missing_is_listed_and_cured(qtbot, screen, sample_window):
    screen.go_to("D4", Station.LIST)
    screen.list_missing()
    assert screen.missing.text() == "Còn thiếu gì? (2)"
    page = screen.lacking
    assert page.view.hasFocus()
    assert page.table.record(page.view.row()).cure.startswith("thanh_tich:")
    press(qtbot, page.view, Qt.Key.Key_Return)
    assert sample_window.screen_open is sample_window.made_screen(REGISTER)
    sample_window.open_screen(ROUNDS)
    screen.escape()
    assert not screen.missing.isChecked()
    assert screen.pages.currentWidget() is screen.nominations


def test_a_sending_is_noted_by_keyboard(qtbot, sealed):
    screen = rounds_of(sealed, "D3", Station.SENDING)
    page = screen.sendings
    press(qtbot, page.view, Qt.Key.Key_Return)
    assert page.editing
    page.form.rows["day"].editor.set_value("2026-03-30")
    page.form.rows["receipt"].editor.set_value("BN 12")
    screen.save()
    assert not page.editing
    assert page.table.index(0, 2).data() == "Đã gửi"
    assert screen.steps.button(Station.SENDING).text().endswith("xong")
    page.remove.click()
    assert page.table.index(0, 2).data() == "Chưa gửi"


def test_what_is_wrong_with_a_sending_is_said_beside_the_field(sealed):
    screen = rounds_of(sealed, "D3", Station.SENDING)
    screen.sendings.choose(Authority.PROVINCE)
    screen.sendings.form.rows["day"].editor.set_value("")
    screen.save()
    assert screen.sendings.form.rows["day"].problem
    assert screen.unsaved()
    screen.escape()
    assert not screen.unsaved()


def test_a_decision_is_entered_once_and_corrected(qtbot, screen):
    screen.go_to("D4", Station.RESULT)
    results, form = screen.results, screen.results.decision
    press(qtbot, results.view, Qt.Key.Key_Return)
    assert results.editing
    form.form.rows["number"].editor.set_value("118/QĐ-UBND")
    form.form.rows["day"].editor.set_value("2026-09-03")
    form.view.select(1)
    press(qtbot, form.view, Qt.Key.Key_Return)
    assert form.reason.hasFocus()
    screen.save()
    assert "Chưa ghi vì sao" in form.problem.text()
    type_text(form.reason, "Chưa đủ thành tích")
    press(qtbot, form.reason, Qt.Key.Key_Return)
    assert form.view.row() == 2
    screen.save()
    assert not results.editing
    assert results.table.index(0, 5).data() == "118/QĐ-UBND"
    assert screen.steps.button(Station.RESULT).text().endswith("xong")
    results.change.click()
    form.form.rows["number"].editor.set_value("181/QĐ-UBND")
    screen.save()
    assert results.table.index(0, 5).data() == "181/QĐ-UBND"
    books = screen.desk.ws.books
    numbers = {a.decision_number for n in storage.records.past_awards(books).values() for a in n}
    assert "181/QĐ-UBND" in numbers
    assert "118/QĐ-UBND" not in numbers
    results.remove.click()
    assert results.table.index(0, 2).data() == "chưa chốt hồ sơ"


def test_a_sorted_decision_changes_the_line_in_front(qtbot, screen):
    screen.go_to("D4", Station.RESULT)
    form = screen.results.decision
    press(qtbot, screen.results.view, Qt.Key.Key_Return)
    given = [one.key for one in form.table.records]
    form.table.arrange(Arrangement(0, descending=True))
    shown = [one.key for one in form.table.shown]
    assert shown != given
    wanted = shown[0]
    form.view.select(0)
    press(qtbot, form.view, Qt.Key.Key_Return)
    type_text(form.reason, "Chưa đủ thành tích")
    press(qtbot, form.reason, Qt.Key.Key_Return)
    assert [one.key for one in form.table.records if not one.granted] == [wanted]
    assert [one.key for one in form.table.records] == given
    assert form.view.row() == 1
    screen.escape()


def test_what_a_decision_lacks_is_said_beside_the_field(screen):
    screen.go_to("D4", Station.RESULT)
    screen.new()
    screen.save()
    assert screen.results.decision.form.rows["number"].problem
    screen.escape()
    assert not screen.results.editing


def test_nominations_in_no_dossier_are_counted_beside_the_decision(screen):
    ws, seen = screen.desk.ws, set()
    for round_ in storage.rounds.rounds(ws.books):
        for authority in decided.open_authorities(ws, round_.code):
            view = decision_data.read_new(ws, round_.code, authority)
            judged = pathway.of_round(ws, round_.code).state
            mine = [n for n in judged.check.nominations if n.authority is authority]
            own = {(n.recipient, n.award) for n in mine}
            assert view.left_out == len(own - judged.decided) - len(view.lines)
            screen.go_to(round_.code, Station.RESULT)
            form = screen.results.decision
            form.show_decision(view)
            seen.add(bool(view.left_out))
            assert form.left_out.isHidden() is (view.left_out == 0)
            assert not view.left_out or form.left_out.text().startswith(f"{view.left_out} đề nghị")
            screen.results.stop()
    assert seen == {True, False}
