"""The page Thẩm định and the screen Thời hạn on the invented commune."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from khenthuong.domain.kinds import Principle, Step
from khenthuong.domain.pathway import Station
from khenthuong.ui.main_window import DEADLINES, ROUNDS
from khenthuong.ui.widgets.share_chart import ShareBar, ShareChart, ShareGroup
from tests.ui.conftest import press


def proof_of(window, number=-1):
    window.open_screen(ROUNDS)
    screen = window.made_screen(ROUNDS)
    number = screen.combo.index_of("D1") if number < 0 else number
    screen.combo.setCurrentIndex(number)
    screen.combo.activated.emit(number)
    screen.steps.button(Station.APPRAISAL).click()
    return screen, screen.proof


def test_the_four_demands_stand_in_words(sample_window):
    screen, page = proof_of(sample_window)
    assert screen.pages.currentWidget() is page
    card = page.cards[Principle.ACCURATE]
    assert card.badge.accessibleName()
    assert "không đạt" in card.open.text()
    assert "đề nghị" in page.summary.text()
    assert "qua các năm" in page.trend.text()


def test_the_chart_says_its_figures(sample_window):
    _, page = proof_of(sample_window)
    said = page.chart.accessibleDescription()
    assert "Nữ: Đề nghị đợt này" in said
    assert "Trong sổ" in said
    assert said.count("%") > 15


def test_a_step_leads_back_and_another_round_is_summed_up(sample_window):
    screen, page = proof_of(sample_window)
    before = page.summary.text()
    other = screen.combo.index_of("D3")
    screen.combo.setCurrentIndex(other)
    screen.combo.activated.emit(other)
    assert page.summary.text() != before
    screen.steps.choose(Step.LIST)
    assert screen.pages.currentWidget() is screen.nominations
    assert not screen.steps.button(Station.APPRAISAL).isChecked()


def test_nothing_new_begins_on_the_page(sample_window):
    screen, _ = proof_of(sample_window)
    screen.new()
    assert not screen.unsaved()


def test_the_paper_is_made_and_opened(sample_window, monkeypatch):
    _, page = proof_of(sample_window)
    opened = []
    monkeypatch.setattr(sample_window.desk, "show_folder", opened.append)
    page.paper.click()
    assert [path.name for path in opened] == ["00-bang-tham-dinh-dot.docx"]
    assert opened[0].is_file()
    assert page.paper.isEnabled()


def test_what_is_due_leads_into_its_round_by_keyboard(qtbot, sample_window):
    sample_window.open_screen(DEADLINES)
    screen = sample_window.made_screen(DEADLINES)
    assert screen.table.rowCount() > 0
    row = screen.table.record(0)
    assert row.state in screen.summary.text().capitalize() or row.state.lower() in (
        screen.summary.text()
    )
    screen.view.select(0)
    press(qtbot, screen.view, Qt.Key.Key_Return)
    rounds = sample_window.made_screen(ROUNDS)
    assert sample_window.screen_open is rounds
    assert rounds.round_code == row.deadline.round


def test_days_that_no_province_set_are_called_a_guide(sample_window):
    sample_window.open_screen(DEADLINES)
    table = sample_window.made_screen(DEADLINES).table
    by = {table.record(row).source for row in range(table.rowCount())}
    assert "tham khảo 20 ngày làm việc, chưa có mức của tỉnh" in by
    assert not [one for one in by if "quy định của tỉnh" in one]


def drawn(chart):
    image = QImage(chart.size(), QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    chart.render(image)
    return image


def test_bars_differ_without_colour(qtbot):
    chart = ShareChart()
    qtbot.addWidget(chart)
    chart.resize(600, 120)
    bars = tuple(ShareBar(1.0, "5/5 (100%)") for _ in range(3))
    chart.show_groups(("một", "hai", "ba"), [ShareGroup("Nữ", bars)])
    image = drawn(chart)
    middle = 300
    dark = [
        sum(QColor(image.pixel(middle + x, y)).lightness() < 128 for x in range(30))
        for y in (33, 48, 63)
    ]
    assert dark[0] == 30  # solid
    assert 0 < dark[1] < 30  # hatched
    assert dark[2] == 0  # outlined


def test_a_share_of_nobody_has_no_bar(qtbot):
    chart = ShareChart()
    qtbot.addWidget(chart)
    chart.resize(600, 120)
    chart.show_groups(("một",), [ShareGroup("Nữ", (ShareBar(None, "3 chưa rõ"),))])
    image = drawn(chart)
    assert QColor(image.pixel(300, 33)).lightness() > 200
    assert "3 chưa rõ" in chart.accessibleDescription()
