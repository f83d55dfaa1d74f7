from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from khenthuong.domain.kinds import Checked, Step
from khenthuong.services.rulebook import confirmations, province_values
from khenthuong.ui import messages
from khenthuong.ui.main_window import ROUNDS, RULEBOOK, MainWindow
from khenthuong.ui.models.criteria_table import CHECKED
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen

from .conftest import press, type_text

AWARD, CRITERION = "giay_khen_xa", "tieu_chuan_cua_tinh"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(sample_window: MainWindow) -> RulebookScreen:
    sample_window.open_screen(RULEBOOK)
    made = sample_window.made_screen(RULEBOOK)
    assert isinstance(made, RulebookScreen)
    assert made.page is not None
    return made


def shown(screen: RulebookScreen) -> list:
    return [line for line in screen.criteria.table.records if not isinstance(line, str)]


def choose_award(screen: RulebookScreen, award: str) -> None:
    rows = [row.id for row in screen.criteria.awards.records]
    screen.criteria.awards_view.select(rows.index(award))


def choose_filter(screen: RulebookScreen, wanted: str) -> None:
    screen.criteria.filter.choose(wanted)
    screen.criteria.filter.activated.emit(screen.criteria.filter.currentIndex())


def confirm(qtbot, screen: RulebookScreen) -> None:
    """By keyboard alone: the form takes number, day and name; Enter gives."""
    screen.criteria.confirm.click()
    form = screen.criteria.confirm_form
    type_text(form.number, "15/2026/QĐ-UBND")
    type_text(form.day.line, "5/2/2026")
    type_text(form.by, "Nguyễn Thị Hòa, Công chức")
    press(qtbot, form.by, Qt.Key.Key_Return)


def test_counts_add_up(screen: RulebookScreen) -> None:
    rows = screen.criteria.awards.records
    total, each = rows[0].counts, [row.counts for row in rows[1:]]
    assert total.text == sum(one.text for one in each) > 100
    assert total.memory == sum(one.memory for one in each) > 0
    assert f"{total.text} tiêu chuẩn đã đọc" in screen._period.text()
    assert len(rows) == len(screen.desk.ws.rulebook.awards) + 2


def test_awards_and_marks_filter_the_criteria(screen: RulebookScreen) -> None:
    choose_award(screen, AWARD)
    assert {line.award for line in shown(screen)} == {AWARD}
    choose_filter(screen, "chua")
    lines = shown(screen)
    assert lines
    assert all(line.criterion.checked is Checked.MEMORY for line in lines)
    choose_filter(screen, "xac_nhan")
    assert shown(screen) == []


def test_a_mark_is_a_word_a_shape_and_a_colour(screen: RulebookScreen) -> None:
    choose_award(screen, AWARD)
    table = screen.criteria.table
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    seen = {}
    for row, line in enumerate(table.records):
        if not isinstance(line, str):
            index = table.index(row, CHECKED)
            seen[line.criterion.checked] = (
                index.data(),
                index.data(Qt.ItemDataRole.DecorationRole).cacheKey(),
                index.data(Qt.ItemDataRole.ForegroundRole).name(),
            )
    (word, icon, colour), (other, icon_2, colour_2) = seen[Checked.TEXT], seen[Checked.MEMORY]
    assert (word, other) == ("văn bản", "chưa đối chiếu")
    assert icon != icon_2
    assert colour != colour_2


def test_confirming_by_keyboard(qtbot, screen: RulebookScreen) -> None:
    screen.criteria.choose(AWARD, CRITERION)
    confirm(qtbot, screen)
    kept = confirmations.by_key(screen.desk.ws)[(AWARD, CRITERION)]
    assert (kept.document, kept.document_date) == ("15/2026/QĐ-UBND", date(2026, 2, 5))
    assert not screen.criteria.editing
    assert "Nguyễn Thị Hòa, Công chức" in screen.criteria._said.text()
    assert screen.criteria.withdraw.isVisible()
    assert not screen.criteria.confirm.isVisible()


def test_withdrawing_wants_a_reason(qtbot, screen: RulebookScreen) -> None:
    screen.criteria.choose(AWARD, CRITERION)
    confirm(qtbot, screen)
    qtbot.mouseClick(screen.criteria.withdraw, Qt.MouseButton.LeftButton)
    form = screen.criteria.withdraw_form
    qtbot.mouseClick(form.ok, Qt.MouseButton.LeftButton)
    assert form.problem.isVisible()
    assert confirmations.by_key(screen.desk.ws)
    type_text(form.reason, "Văn bản đã bị thay")
    press(qtbot, screen, Qt.Key.Key_S, CTRL)
    assert confirmations.by_key(screen.desk.ws) == {}
    assert screen.criteria.confirm.isVisible()


def test_what_is_missing_is_said_in_the_form(qtbot, screen: RulebookScreen) -> None:
    screen.criteria.choose(AWARD, CRITERION)
    screen.criteria.confirm.click()
    form = screen.criteria.confirm_form
    form.ok.click()
    assert "số văn bản" in form.problem.text()
    type_text(form.number, "15/QĐ")
    type_text(form.day.line, "hôm qua")
    form.ok.click()
    assert "09/03/2026" in form.problem.text()
    assert screen.unsaved()
    press(qtbot, form, Qt.Key.Key_Escape)
    assert not screen.unsaved()


def test_the_day_of_receipt_decides_period_and_warning(qtbot, screen: RulebookScreen) -> None:
    for typed, period, warned in (
        ("15/01/2026", "01/07/2025 đến 30/09/2026", 0),
        ("15/08/2026", "01/07/2025 đến 30/09/2026", 2),
        ("05/10/2026", "01/10/2026", 1),
    ):
        screen.day.line.clear()
        type_text(screen.day.line, typed)
        assert screen.page.view.day.strftime("%d/%m/%Y") == typed
        assert period in screen._period.text()
        assert len(screen.page.view.warnings) == warned
    assert "cần đối chiếu với luật đã sửa đổi" in screen.page.view.warnings[0]


def test_a_round_sets_the_day(screen: RulebookScreen) -> None:
    row = next(n for n in range(screen.which.count()) if screen.which.itemData(n) == "D1")
    screen.which.setCurrentIndex(row)
    screen.which.activated.emit(row)
    one = next(r for r in screen.page.rounds if r.code == "D1")
    assert screen.page.view.day == one.received
    assert screen.day.iso() == one.received.isoformat()


def fill(qtbot, screen: RulebookScreen, number: str) -> None:
    form = screen.values.form
    for field, text in (
        (form.number, number),
        (form.start.line, "1/1/2026"),
        (form.document, "15/2026/QĐ-UBND"),
        (form.document_date.line, "5/2/2026"),
        (form.by, "Nguyễn Thị Hòa"),
    ):
        field.clear()
        type_text(field, text)
    press(qtbot, form.by, Qt.Key.Key_Return)


def test_a_value_is_filled_in_mended_and_taken_out(qtbot, screen: RulebookScreen) -> None:
    screen.tabs.setCurrentWidget(screen.values)
    screen.values.choose("so_ngay_niem_yet")
    press(qtbot, screen.values.view, Qt.Key.Key_Return)
    assert screen.values.editing
    fill(qtbot, screen, "0")
    assert "nhỏ hơn" in screen.values.form.problem.text()
    fill(qtbot, screen, "7")
    ws = screen.desk.ws
    assert [v.number for v in province_values.filled(ws)] == [7]
    row = screen.values._row()
    assert (row.value.id, row.shown) == ("so_ngay_niem_yet", "7 ngày")
    screen.values.begin_edit()
    fill(qtbot, screen, "8")
    assert [v.number for v in province_values.filled(ws)] == [8]
    screen.values.begin_edit()
    screen.values.form.remove.click()
    assert province_values.filled(ws) == ()


def test_another_span_of_time(qtbot, screen: RulebookScreen) -> None:
    screen.tabs.setCurrentWidget(screen.values)
    screen.values.choose("so_ngay_niem_yet")
    assert not screen.values.add.isEnabled()
    screen.values.begin_edit()
    fill(qtbot, screen, "7")
    press(qtbot, screen, Qt.Key.Key_N, CTRL)
    assert screen.values.editing
    fill(qtbot, screen, "9")
    assert "trùng thời gian" in screen.values.form.problem.text()
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert not screen.values.editing


def test_a_pack_is_written_shown_and_taken_over(
    qtbot, screen: RulebookScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ws = screen.desk.ws
    screen.criteria.choose(AWARD, CRITERION)
    confirm(qtbot, screen)
    path = tmp_path / "goi.toml"
    monkeypatch.setattr(messages, "save_file", lambda *a: path)
    screen.export.click()
    assert 'id = "tieu_chuan_cua_tinh"' in path.read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace("Vĩnh Khê Thượng", "Bạn")
    path.write_text(text, encoding="utf-8")
    confirmations.withdraw(ws, AWARD, CRITERION, "thử")

    monkeypatch.setattr(messages, "open_file", lambda *a: path)
    screen.take.click()
    assert screen.stack.currentWidget() is screen.pack
    assert [line.effect.value for line in screen.pack.table.records] == ["new"]
    assert confirmations.by_key(ws) == {}
    press(qtbot, screen, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.tabs
    assert confirmations.by_key(ws) == {}

    screen.take.click()
    press(qtbot, screen, Qt.Key.Key_S, CTRL)
    assert confirmations.by_key(ws)[(AWARD, CRITERION)].source == "Xã Bạn"
    screen.criteria.choose(AWARD, CRITERION)
    assert "theo Xã Bạn" in screen.criteria._said.text()


def test_a_broken_pack_is_told_and_changes_nothing(
    screen: RulebookScreen, sample_window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hong.toml"
    path.write_text("schema = 1\npack = true\nofice = 'x'\n", encoding="utf-8")
    monkeypatch.setattr(messages, "open_file", lambda *a: path)
    screen.take.click()
    assert screen.stack.currentWidget() is screen.tabs
    told = sample_window.strip.text
    assert "Dòng 3" in told
    assert "«office»" in told


def test_texts_say_what_is_in_force(screen: RulebookScreen) -> None:
    screen.show_day(date(2026, 1, 15))
    lines = {row.text.id: row for row in screen.texts.records}
    assert lines["luat_06_2022"].in_force
    assert not lines["nd_91_2017"].in_force
    assert lines["quy_dinh_cua_tinh"].state == "chưa có văn bản trong tay"
    first = screen.texts.records[0]
    assert first.text.id == screen.page.view.period.texts[0]


def test_a_finding_leads_to_its_criterion_or_value(screen: RulebookScreen, sample_window) -> None:
    screen.desk.wanted.emit(f"quy_dinh:{AWARD}:{CRITERION}", "CN-001")
    assert sample_window.screen_open is screen
    line = screen.criteria.table.record(screen.criteria.view.row())
    assert (line.award, line.criterion.id) == (AWARD, CRITERION)
    screen.desk.wanted.emit("quy_dinh::so_ngay_dot_xuat", "CN-001")
    assert screen.tabs.currentWidget() is screen.values
    assert screen.values._row().value.id == "so_ngay_dot_xuat"


def test_what_waits_for_a_document_offers_the_way(sample_window: MainWindow) -> None:
    sample_window.open_screen(ROUNDS)
    rounds = sample_window.made_screen(ROUNDS)
    rounds.go_to("D4", Step.LIST)
    rows = rounds.nominations.findings.rows
    waiting = [row for row in rows if row.finding.cure.startswith("quy_dinh:")]
    assert waiting
    waiting[0].go.click()
    assert isinstance(sample_window.screen_open, RulebookScreen)
