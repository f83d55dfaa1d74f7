"""Papers on demand on screen: choose, answer, make, number, open again."""

from datetime import date

import docx
import pytest
from PySide6.QtCore import Qt

from khenthuong.services.paperwork import office_papers
from khenthuong.ui.main_window import PAPERS, MainWindow
from khenthuong.ui.screens.paperwork.papers import PapersScreen

from .conftest import press, type_text

INVITATION = "giay_moi_hop"


@pytest.fixture
def screen(sample_window: MainWindow) -> PapersScreen:
    sample_window.open_screen(PAPERS)
    screen = sample_window.made_screen(PAPERS)
    assert isinstance(screen, PapersScreen)
    choose(screen, INVITATION)
    return screen


def choose(screen: PapersScreen, form_id: str) -> None:
    for row in range(screen.table.rowCount()):
        line = screen.table.record(row)
        if line is not None and line.form.id == form_id:
            screen.view.select(row)
            return
    raise AssertionError(form_id)


def with_meeting(screen: PapersScreen) -> None:
    combo = screen.subject.round
    for row in range(combo.count()):
        combo.setCurrentIndex(row)
        combo.activated.emit(row)
        if screen.subject.meeting.count():
            return
    raise AssertionError("no meeting")


def test_a_paper_is_made_by_keyboard(qtbot, screen, sample_window) -> None:
    with_meeting(screen)
    type_text(screen.form.rows["noi_dung_hop"].editor.target, "cuộc họp xét khen thưởng quý IV")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (paper,) = office_papers.papers(sample_window.desk.ws)
    text = "\n".join(
        p.text for p in docx.Document(str(sample_window.desk.root / paper.path)).paragraphs
    )
    assert "cuộc họp xét khen thưởng quý IV" in text
    assert screen.made.paper.code == paper.code


def test_what_is_missing_is_said_under_its_field(qtbot, screen, sample_window) -> None:
    with_meeting(screen)
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert screen.form.rows["noi_dung_hop"].problem
    assert office_papers.papers(sample_window.desk.ws) == ()


def test_a_made_paper_opens_again_with_its_answers_and_keeps_its_number(
    qtbot, screen, sample_window
) -> None:
    with_meeting(screen)
    type_text(screen.form.rows["noi_dung_hop"].editor.target, "cuộc họp thứ nhất")
    screen.make.click()
    screen.made.number.recorded.emit(screen.made.paper, "12", date(2026, 11, 2))
    screen.escape()
    assert screen.form.rows["noi_dung_hop"].editor.value() == ""
    screen.made.open_again.click()
    assert screen.form.rows["noi_dung_hop"].editor.value() == "cuộc họp thứ nhất"
    screen.make.click()
    (paper,) = office_papers.papers(sample_window.desk.ws)
    assert paper.number == "12"
    assert not screen.made.take_out.isEnabled()


def test_a_draft_waits_for_the_next_time(qtbot, screen, sample_window) -> None:
    with_meeting(screen)
    type_text(screen.form.rows["noi_dung_hop"].editor.target, "đang viết dở")
    subject = screen.subject.subject
    screen.leave()
    again = PapersScreen(sample_window.desk)
    qtbot.addWidget(again)
    again.refresh()
    choose(again, INVITATION)
    again.subject.show_subject(subject)
    again.subject.changed.emit()
    assert again.form.rows["noi_dung_hop"].editor.value() == "đang viết dở"


def test_only_meetings_that_the_form_is_about_are_offered(screen) -> None:
    choose(screen, "phieu_bau")
    with_meeting(screen)
    everybody = [screen.subject.meeting.itemText(n) for n in range(screen.subject.meeting.count())]
    while not any(name.endswith("– Hội đồng") for name in everybody):
        combo = screen.subject.round
        combo.setCurrentIndex(combo.currentIndex() + 1)
        combo.activated.emit(combo.currentIndex())
        meeting = screen.subject.meeting
        everybody = [meeting.itemText(n) for n in range(meeting.count())]
    chosen = screen.subject.round.currentData()
    choose(screen, "bien_ban_binh_xet")
    screen.subject.round.choose(chosen)
    screen.subject.round.activated.emit(screen.subject.round.currentIndex())
    meeting = screen.subject.meeting
    units = [meeting.itemText(n) for n in range(meeting.count())]
    assert units == [name for name in everybody if not name.endswith("– Hội đồng")]
    assert len(units) < len(everybody)
