"""«Ai đủ điều kiện?» on screen, with the keyboard alone, on the invented commune."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from khenthuong.domain.kinds import Standing, Step
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import Workspace
from khenthuong.ui.main_window import REGISTER, ROUNDS, SUGGESTIONS, MainWindow
from khenthuong.ui.models.suggestions_table import NAME, SuggestionsTable
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.suggestions.suggestions import GROUPS, SuggestionsScreen

from .conftest import press, type_text


@pytest.fixture
def before_amendment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workspace, "today", lambda _: date(2026, 1, 20))


@pytest.fixture
def screen(before_amendment: None, sample_window: MainWindow) -> SuggestionsScreen:
    sample_window.desk.wanted.emit("ai_du_dieu_kien:2025", "")
    made = sample_window.made_screen(SUGGESTIONS)
    assert isinstance(made, SuggestionsScreen)
    return made


def group(screen: SuggestionsScreen, standing: Standing) -> None:
    screen.groups.setCurrentIndex(GROUPS.index(standing))


def nominated(window: MainWindow) -> set[tuple[str, str, str]]:
    ws = window.desk.ws
    return {
        (one.round, one.recipient, one.award)
        for summary in rounds.rounds(ws)
        for one in rounds.nominations(ws, summary.round.code)
    }


def test_groups_show_how_many_and_the_first_full_one_is_open(screen: SuggestionsScreen) -> None:
    shown = screen.table.rowCount()
    assert shown > 3
    assert screen.groups.tabText(screen.groups.currentIndex()) == f"Đủ điều kiện ({shown})"
    assert {row.standing for row in screen.table.records} == {Standing.ELIGIBLE}


def test_filters_narrow_the_rows(screen: SuggestionsScreen) -> None:
    row = screen.table.record(0)
    screen.award.choose(row.found.award)
    screen.award.activated.emit(screen.award.currentIndex())
    assert {one.found.award for one in screen.table.records} == {row.found.award}
    screen.search.setText(row.name.upper())
    screen.search.searched.emit(screen.search.text())
    assert row.key in {one.key for one in screen.table.records}
    type_text(screen.search, "không ai tên thế")
    screen.search.searched.emit(screen.search.text())
    assert screen.table.rowCount() == 0
    notes = screen.view.viewport().findChildren(QLabel)
    assert any("Xóa ô tìm" in note.text() for note in notes)


def test_space_ticks_and_a_tick_survives_the_filter(qtbot, screen: SuggestionsScreen) -> None:
    screen.view.select(1)
    press(qtbot, screen.view, Qt.Key.Key_Space)
    ticked = screen.table.chosen
    assert len(ticked) == 1
    cell = screen.table.index(1, NAME)
    assert Qt.CheckState(cell.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
    group(screen, Standing.LACKS_ONE)
    assert screen.table.chosen == ticked
    group(screen, Standing.ELIGIBLE)
    screen.view.select(1)
    press(qtbot, screen.view, Qt.Key.Key_Space)
    assert screen.table.chosen == ()


def test_ticked_lines_go_into_a_round_and_come_back_in_one_step(
    qtbot, screen: SuggestionsScreen, sample_window: MainWindow
) -> None:
    before = nominated(sample_window)
    one_kind = [row for row in screen.table.records if row.found.award == "lao_dong_tien_tien"][:3]
    screen.table.tick(one_kind, on=True)
    press(qtbot, screen.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    screen.new()
    assert not screen.choice.isHidden()
    screen.choice.combo.setCurrentIndex(screen.choice.combo.count() - 1)
    code = screen.choice.combo.currentData().code
    press(qtbot, screen.choice.combo, Qt.Key.Key_Return)
    added = nominated(sample_window) - before
    assert {(recipient, award) for _, recipient, award in added} == {row.key for row in one_kind}
    assert {round_ for round_, _, _ in added} == {code}
    assert {row.key for row in one_kind}.isdisjoint({row.key for row in screen.table.records})
    screen.go_round.click()
    opened = sample_window.screen_open
    assert isinstance(opened, RoundsScreen)
    assert opened.round_code == code
    sample_window.open_screen(SUGGESTIONS)
    screen.take_back.click()
    assert nominated(sample_window) == before
    assert screen.take_back.isHidden()


def test_lines_for_different_kinds_of_round_are_not_mixed(
    screen: SuggestionsScreen, sample_window: MainWindow
) -> None:
    sample_window.desk.wanted.emit("ai_du_dieu_kien:2026", "")
    kinds = {}
    for standing in GROUPS:
        group(screen, standing)
        for row in screen.table.records:
            kinds.setdefault(row.found.round_kind, row)
    assert len(kinds) > 1
    screen.table.tick(kinds.values(), on=True)
    screen.new()
    assert screen.choice.isHidden()
    news = [one.text() for one in sample_window.strip.findChildren(QLabel)]
    assert any("khác nhau" in text for text in news)


def test_enter_opens_the_person_in_the_register(
    qtbot, screen: SuggestionsScreen, sample_window: MainWindow
) -> None:
    screen.view.select(2)
    wanted = screen.table.record(2).found.recipient
    screen.view.setFocus()
    press(qtbot, screen.view, Qt.Key.Key_Return)
    opened = sample_window.screen_open
    assert isinstance(opened, RegisterScreen)
    assert opened.panel.code == wanted


def test_one_thing_missing_leads_to_the_record(
    screen: SuggestionsScreen, sample_window: MainWindow
) -> None:
    group(screen, Standing.LACKS_ONE)
    row = next(n for n, one in enumerate(screen.table.records) if one.cure.startswith("xep_loai:"))
    screen.view.select(row)
    code = screen.table.record(row).found.recipient
    screen.panel.cure.click()
    opened = sample_window.screen_open
    assert isinstance(opened, RegisterScreen)
    assert opened.panel.code == code
    assert opened.panel.tabs.currentWidget() is opened.panel.records["ratings"]
    opened.escape()


def test_the_panel_says_why_and_what_people_must_confirm(screen: SuggestionsScreen) -> None:
    row = next(n for n, one in enumerate(screen.table.records) if one.found.to_confirm)
    screen.view.select(row)
    one = screen.table.record(row)
    said = " ".join(each.text() for each in screen.panel.findChildren(QLabel))
    assert one.reason in said
    assert all(label in said for label in one.found.to_confirm)


def test_a_round_leads_here_and_is_offered_first(
    before_amendment: None, sample_window: MainWindow
) -> None:
    sample_window.open_screen(ROUNDS)
    there = sample_window.made_screen(ROUNDS)
    assert isinstance(there, RoundsScreen)
    there.go_to("D1", Step.LIST)
    there.nominations.suggest.click()
    screen = sample_window.screen_open
    assert isinstance(screen, SuggestionsScreen)
    assert screen.year.currentData() == there.view.round.year.as_kind(school=False)
    row = next(
        n
        for n, one in enumerate(screen.table.records)
        if one.found.round_kind is there.view.round.kind
    )
    screen.table.turn(row)
    screen.new()
    assert screen.choice.combo.currentData().code == "D1"
    screen.escape()
    assert screen.choice.isHidden()


def test_after_the_amendment_the_empty_group_says_where_to_look(sample_window: MainWindow) -> None:
    sample_window.desk.wanted.emit("ai_du_dieu_kien:2025", "")
    screen = sample_window.made_screen(SUGGESTIONS)
    assert isinstance(screen, SuggestionsScreen)
    assert GROUPS[screen.groups.currentIndex()] is Standing.TO_COMPARE
    group(screen, Standing.ELIGIBLE)
    notes = screen.view.viewport().findChildren(QLabel)
    assert any("Cần đối chiếu" in note.text() for note in notes)


def test_an_empty_register_says_how_to_begin(window: MainWindow) -> None:
    window.desk.wanted.emit("ai_du_dieu_kien:1990", "")
    screen = window.made_screen(SUGGESTIONS)
    assert isinstance(screen, SuggestionsScreen)
    screen.new()
    assert screen.choice.isHidden()


def test_the_table_is_a_sound_model(screen: SuggestionsScreen) -> None:
    table = SuggestionsTable()
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show(screen.table.records[:5])
    cell = table.index(0, NAME)
    assert table.setData(cell, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert len(table.chosen) == 1
    assert not table.setData(cell, "x")
    tester.deleteLater()


def test_the_ladder_stands_in_the_register_and_leads_to_what_is_missing(
    before_amendment: None, sample_window: MainWindow
) -> None:
    sample_window.open_screen(REGISTER)
    register = sample_window.made_screen(REGISTER)
    assert isinstance(register, RegisterScreen)
    ladder = register.panel.ladder
    register.panel.tabs.setCurrentWidget(ladder)
    assert ladder.rows
    said = " ".join(each.text() for each in ladder.findChildren(QLabel))
    assert "giả định" in said
    way = next(go for row in ladder.rows for go in row.go if go.isEnabled())
    way.click()
    assert register.panel.tabs.currentWidget() is not ladder
    register.escape()
