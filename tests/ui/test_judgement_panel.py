from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.domain.kinds import DisciplineForm, Step
from khenthuong.domain.records import Discipline
from khenthuong.services import register
from khenthuong.services.dossier import sealing
from khenthuong.storage import judgements as stored
from khenthuong.ui.main_window import ROUNDS, MainWindow
from khenthuong.ui.screens.rounds.judgement_panel import NOTHING_BEFORE, SAME
from khenthuong.ui.screens.rounds.rounds import RoundsScreen

from .conftest import press

ROUND = "D4"


@pytest.fixture
def screen(sample_window: MainWindow) -> RoundsScreen:
    sample_window.open_screen(ROUNDS)
    made = sample_window.made_screen(ROUNDS)
    assert isinstance(made, RoundsScreen)
    made.go_to(ROUND, Step.LIST)
    return made


@pytest.fixture
def sealed(screen: RoundsScreen, tmp_path: Path) -> RoundsScreen:
    sealing.seal(screen.desk.ws, ROUND, tmp_path / "goi")
    screen.refresh()
    return screen


def discipline(screen: RoundsScreen) -> str:
    """The first person of the round is disciplined; returns the name."""
    line = next(one for one in screen.view.lines if one.nomination.recipient.startswith("CN"))
    row = Discipline(
        line.nomination.recipient, DisciplineForm.WARNING, date(2026, 5, 1), None, "9/QĐ"
    )
    register.save_record(screen.desk.ws, row)
    screen.refresh()
    return line.name


def shown(screen: RoundsScreen) -> str:
    return "\n".join(screen.nominations.judgement.rows)


def test_the_first_check_says_that_it_is_the_first(qtbot, screen: RoundsScreen) -> None:
    page = screen.nominations
    assert page.again.text() == "Thẩm định lại"
    assert page.kept.text() == ""
    page.again.setFocus()
    press(qtbot, page.again, Qt.Key.Key_Space)
    assert page.judgement.isVisible()
    assert not page.findings.isVisible()
    assert NOTHING_BEFORE in shown(screen)
    press(qtbot, page.again, Qt.Key.Key_Space)
    assert page.findings.isVisible()
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert SAME in shown(screen)


def test_looking_keeps_nothing(screen: RoundsScreen) -> None:
    screen.refresh()
    screen.nominations.view.select(2)
    assert stored.heads(screen.desk.ws.books, ROUND) == ()


def test_a_sealed_round_shows_what_was_found_then(sealed: RoundsScreen) -> None:
    page = sealed.nominations
    before = {line.nomination.key: line.status for line in sealed.view.lines}
    assert "Kết quả thẩm định khi chốt ngày" in page.kept.text()
    assert page.kept.isVisible()
    discipline(sealed)
    assert {line.nomination.key: line.status for line in sealed.view.lines} == before
    page.view.select(page.table.groups[1] + 1)
    assert page.findings.rows
    assert all("9/QĐ" not in row.finding.arguments["sentence"] for row in page.findings.rows)


def test_judging_again_says_what_changed_and_why(qtbot, sealed: RoundsScreen) -> None:
    page = sealed.nominations
    name = discipline(sealed)
    assert page.again.text() == "Đánh giá lại"
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    told = shown(sealed)
    assert name in told
    assert "đạt → không đạt" in told
    assert "Vì dữ liệu trong sổ đã đổi." in told
    assert "khi chốt ngày" in told


def test_choosing_a_nomination_puts_the_comparison_away(qtbot, sealed: RoundsScreen) -> None:
    page = sealed.nominations
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    page.view.setFocus()
    press(qtbot, page.view, Qt.Key.Key_Down)
    assert page.findings.isVisible()
    assert not page.again.isChecked()
