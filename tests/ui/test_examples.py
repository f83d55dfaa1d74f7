"""Điển hình on screen: the board by keyboard and mouse, the way to a nomination, sudden deeds."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from khenthuong import storage
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, RecipientKind, RoundKind, SpreadKind
from khenthuong.services import register
from khenthuong.services.examples import board, sudden
from khenthuong.ui.actions import command
from khenthuong.ui.main_window import MainWindow
from khenthuong.ui.navigation import DEADLINES, EXAMPLES
from khenthuong.ui.screens.examples.board import lines
from khenthuong.ui.screens.examples.examples import (
    CARD,
    DEED,
    NOTHING,
    PROPOSE,
    STEP,
    SUDDEN,
    ExamplesScreen,
)
from khenthuong.ui.screens.rounds.rounds import RoundsScreen

UNIT = "TT03"


@pytest.fixture
def code(sample_window: MainWindow) -> str:
    """An example found ten days ago."""
    ws = sample_window.desk.ws
    found = ws.today() - timedelta(days=10)
    made = GoodExample("", UNIT, "Tổ tự quản đường hoa", "PT04", found=found, found_by="Mặt trận")
    return board.save(ws, made).code


@pytest.fixture
def screen(sample_window: MainWindow, code: str) -> ExamplesScreen:
    sample_window.open_screen(EXAMPLES)
    made = sample_window.made_screen(EXAMPLES)
    assert isinstance(made, ExamplesScreen)
    made.board.choose(code)
    return made


def stage(screen: ExamplesScreen, code: str) -> ExampleStage:
    """The step of an example in the books."""
    return board.card(screen.desk.ws, code).example.stage


def fill(screen: ExamplesScreen, **values: str) -> None:
    """Type into the step's form."""
    form = screen.step.form
    assert form is not None
    for key, value in values.items():
        form.rows[key].editor.set_value(value)
        form.rows[key].editor.edited.emit()


def test_ctrl_right_asks_only_what_the_step_needs(screen: ExamplesScreen, code: str) -> None:
    column = screen.board.columns[0]
    QTest.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert screen.pages.currentIndex() == STEP
    assert screen.step.form is not None
    assert set(screen.step.form.rows) == {"fosterer", "fostering", "fostered"}
    fill(screen, fosterer="Hội Phụ nữ xã", fostering="Tập huấn")
    screen.save()
    assert stage(screen, code) is ExampleStage.FOSTERED
    assert screen.board.columns[1].code == code  # it stays chosen where it went
    assert screen.pages.currentIndex() == CARD


def test_what_a_step_lacks_is_said_beside_the_field(screen: ExamplesScreen, code: str) -> None:
    screen.board.columns[0].ask(1)
    screen.save()
    assert screen.step.form is not None
    assert screen.step.form.rows["fosterer"].problem
    assert stage(screen, code) is ExampleStage.FOUND


def test_ctrl_left_goes_back_and_the_strip_takes_it_back(
    screen: ExamplesScreen, sample_window: MainWindow, code: str
) -> None:
    screen.board.columns[0].ask(1)
    fill(screen, fosterer="Hội Phụ nữ xã", fostering="Tập huấn")
    screen.save()
    QTest.keyClick(screen.board.columns[1], Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert stage(screen, code) is ExampleStage.FOUND
    sample_window.undoing.undo()
    assert stage(screen, code) is ExampleStage.FOSTERED


def test_a_card_dropped_on_a_column_asks_for_all_steps_between(
    screen: ExamplesScreen, code: str
) -> None:
    source, target = screen.board.columns[0], screen.board.columns[3]
    mime = source.mimeData([source.item(source.currentRow())])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    target.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction  # the card is not taken out by Qt
    assert screen.step.form is not None
    assert {"fosterer", "review", "place"} <= set(screen.step.form.rows)
    fill(screen, fosterer="Đoàn xã", fostering="Cây giống", review="Sạch 2 km", place="Thôn Đoài")
    screen.save()
    assert stage(screen, code) is ExampleStage.SPREAD
    assert [one.place for one in board.card(screen.desk.ws, code).spreads] == ["Thôn Đoài"]


def test_a_new_example_needs_whose_it_is(screen: ExamplesScreen) -> None:
    screen.new()
    fill(screen, name="Vườn ươm chung", found_by="Cán bộ khuyến nông")
    screen.save()
    assert screen.step.problem.text()
    screen.step.who.set_code(UNIT)
    screen.save()
    names = {one.example.name for one in board.cards(screen.desk.ws)}
    assert "Vườn ươm chung" in names


def test_what_is_typed_is_not_lost_by_choosing_another(screen: ExamplesScreen, code: str) -> None:
    screen.board.columns[0].ask(1)
    fill(screen, fosterer="Hội Phụ nữ xã")
    assert screen.unsaved()
    screen.board.chosen.emit("DH-999")
    assert screen.pages.currentIndex() == STEP
    screen.escape()
    assert not screen.unsaved()
    assert screen.pages.currentIndex() == CARD


def test_an_example_becomes_a_nomination_whose_state_the_card_shows(
    screen: ExamplesScreen, sample_window: MainWindow, code: str
) -> None:
    screen.card.propose.click()
    assert screen.pages.currentIndex() == PROPOSE
    screen.propose.round.setCurrentIndex(screen.propose.round.count() - 1)
    screen.propose.ok.click()
    (nominated,) = board.card(screen.desk.ws, code).nominated
    assert nominated.round.kind is RoundKind.MOVEMENT
    assert "Có trong danh sách" in screen.card.nominated.text()
    screen.card.propose.click()
    assert screen.propose.round.currentData() == nominated.round  # not another new one
    screen.escape()
    screen.card.open_round.click()
    rounds = sample_window.screen_open
    assert isinstance(rounds, RoundsScreen)
    assert rounds.round_code == nominated.round.code


def test_filters_and_the_list_show_the_same_cards(screen: ExamplesScreen, code: str) -> None:
    QAbstractItemModelTester(screen.table)
    shown = [one.example.code for one in screen.table.shown]
    assert code in shown
    screen.movement.setCurrentIndex(screen.movement.findData("PT01"))
    assert code not in [one.example.code for one in screen.table.shown]
    assert not screen.board.choose(code)
    screen.go_to(code)
    assert screen.card.card.example.code == code


def test_places_and_publications_are_added_after_the_last_step(
    screen: ExamplesScreen, code: str
) -> None:
    ws = screen.desk.ws
    day = ws.today()
    made = replace(
        board.card(ws, code).example,
        fosterer="Đoàn xã",
        fostering="Cây giống",
        fostered=day,
        review="Sạch",
        reviewed=day,
    )
    board.move(
        ws, made, ExampleStage.SPREAD, ExampleSpread(code, SpreadKind.COPIED, day, "Thôn Đoài")
    )
    screen.refresh()
    screen.card.spread.click()
    fill(screen, place="Đài truyền thanh xã")
    screen.save()
    assert len(board.card(ws, code).spreads) == 2


def test_a_long_wait_stands_on_the_card(screen: ExamplesScreen, code: str) -> None:
    ws = screen.desk.ws
    old = replace(board.card(ws, code).example, found=ws.today() - timedelta(days=200))
    said = " ".join(words for words, _ in lines(board.card(ws, board.save(ws, old).code)))
    assert "Chưa có bước tiếp theo" in said
    assert "(200 ngày)" in said


def test_evidence_is_added_and_taken_off(screen: ExamplesScreen, code: str, tmp_path: Path) -> None:
    photo = tmp_path / "anh.pdf"
    photo.write_bytes(b"%PDF-1.4 photo")
    screen.card.files.added.emit([photo])
    assert board.card(screen.desk.ws, code).example.evidence == ("anh.pdf",)
    screen.card.files.take_off.click()
    assert board.card(screen.desk.ws, code).example.evidence == ()


def test_a_deed_goes_from_the_form_to_its_papers(screen: ExamplesScreen) -> None:
    ws = screen.desk.ws
    screen.new_deed()
    assert screen.pages.currentIndex() == DEED
    assert "ngày làm việc" in screen.deed.clock.text()
    assert "chưa có mức của tỉnh" in screen.deed.source.text()
    person = register.search(ws, RecipientKind.PERSON)[0]
    screen.deed.who.set_code(person)
    screen.deed.who.edited.emit()
    for key, value in (
        ("place", "Suối Nậm Mây"),
        ("event", "Hai em nhỏ bị lũ cuốn."),
        ("done", "Đưa hai em vào bờ."),
        ("result", "Cứu sống 02 em."),
    ):
        screen.deed.form.rows[key].editor.set_value(value)
    before = {one.achievement.code for one in sudden.cases(ws)}
    screen.save()
    (case,) = (one for one in sudden.cases(ws) if one.achievement.code not in before)
    assert screen.tabs.currentIndex() == SUDDEN
    assert screen.pages.currentIndex() == NOTHING
    assert screen.deeds.line is not None
    assert screen.deeds.line.case.achievement == case.achievement
    assert "Đã lập" in screen.deeds.made.text() or "Chưa lập được" in screen.deeds.made.text()


def test_a_form_just_opened_stays_while_the_list_is_read_again(
    screen: ExamplesScreen, sample_window: MainWindow
) -> None:
    sample_window.do(command("sudden"))
    assert screen.pages.currentIndex() == DEED
    screen.refresh()
    assert screen.pages.currentIndex() == DEED
    screen.escape()
    screen.new()
    assert screen.pages.currentIndex() == DEED  # in front of the deeds
    screen.escape()
    screen.tabs.setCurrentIndex(0)
    screen.new()
    screen.refresh()
    assert screen.pages.currentIndex() == STEP


def test_a_deed_form_says_what_is_missing(screen: ExamplesScreen) -> None:
    before = len(sudden.cases(screen.desk.ws))
    screen.new_deed()
    screen.save()
    assert screen.deed.problem.text()
    screen.deed.new.setChecked(True)
    screen.save()
    assert screen.deed.person.rows["unit"].problem
    assert screen.deed.form.rows["place"].problem
    assert len(sudden.cases(screen.desk.ws)) == before


def test_home_and_deadlines_lead_to_a_deed_without_a_round(
    screen: ExamplesScreen, sample_window: MainWindow
) -> None:
    ws = screen.desk.ws
    person = register.search(ws, RecipientKind.PERSON)[0]
    made = sudden.record(
        ws,
        sudden.Deed(ws.today(), "Cầu Mây", "Cháy nhà", "Dập lửa", "Cứu tài sản", person),
        "giay_khen_xa",
    )
    with ws.books.write("bỏ đề nghị"):
        storage.rounds.remove_nomination(ws.books, made.nomination)
    sample_window.open_screen(DEADLINES)
    sample_window.desk.wanted.emit(f"viec_dot_xuat:{made.achievement.code}", "")
    assert sample_window.screen_open is screen
    assert screen.deeds.line is not None
    assert screen.deeds.line.case.achievement.code == made.achievement.code
    assert not screen.deeds.go.isEnabled()
