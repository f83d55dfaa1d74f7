"""«Đối chiếu văn bản» on the page Hồ sơ: what was found, the way to the paper, a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.domain.kinds import Authority, Step
from khenthuong.services.appraisal import rounds
from khenthuong.services.paperwork import paper_register, papers
from khenthuong.ui import messages
from khenthuong.ui.main_window import ROUNDS, MainWindow
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from tests.edited_papers import retype

from .conftest import press, type_text

ROUND = "D4"
PROPOSAL = "00-to-trinh.docx"


@pytest.fixture
def page(sample_window: MainWindow):
    sample_window.open_screen(ROUNDS)
    screen = sample_window.made_screen(ROUNDS)
    assert isinstance(screen, RoundsScreen)
    screen.go_to(ROUND, Step.DOSSIER)
    screen.dossier.make.click()
    return screen.dossier


def edit(ws, name: str, old: str, new: str) -> Path:
    one = rounds.get_round(ws, ROUND)
    path = papers.round_folder(ws, one) / Authority.COMMUNE.value / name
    retype(path, old, new)
    return path


def test_papers_that_agree_say_so(page, sample_window: MainWindow) -> None:
    page.compare.click()
    assert page.crosscheck.isVisible()
    assert page.crosscheck.table.records == ()
    assert "không có chỗ lệch" in page.crosscheck.title.text()
    assert page.compare.isEnabled()


def test_a_changed_paper_is_named_opened_and_not_sealed(
    qtbot, page, sample_window: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    ws = sample_window.desk.ws
    path = edit(ws, PROPOSAL, "03 cá nhân", "06 cá nhân")
    paper_register.take_in_edited(ws, ROUND, Authority.COMMUNE, PROPOSAL)
    opened: list[Path] = []
    monkeypatch.setattr(sample_window.desk, "show_folder", opened.append)
    page.crosscheck.opened.disconnect()
    page.crosscheck.opened.connect(sample_window.desk.show_folder)
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path)
    page.seal.click()
    page.seal_now.click()
    assert list(tmp_path.glob("*.zip")) == []
    assert page.crosscheck.isVisible()
    told = page.crosscheck.table.record(page.crosscheck.view.row())
    assert told.mismatch.says == "06 cá nhân"
    assert told.sentence in page.crosscheck.words.text()
    assert told.remedy in page.crosscheck.words.text()
    assert page.crosscheck.accept.isHidden()
    press(qtbot, page.crosscheck.view, Qt.Key.Key_Return)
    assert opened == [path]


def test_a_reason_lets_it_be_sealed_where_the_law_leaves_room(
    page, sample_window: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    ws = sample_window.desk.ws
    edit(ws, PROPOSAL, "Phạm Thu Sâm", "Phạm Thu Sân")
    paper_register.take_in_edited(ws, ROUND, Authority.COMMUNE, PROPOSAL)
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path)
    page.compare.click()
    panel = page.crosscheck
    assert "1 lỗi" in panel.title.text()
    panel.accept.click()
    panel.form.ok.click()
    assert panel.form.problem.isVisible()
    type_text(panel.form.reason, "Giao quyền theo Quyết định số 07/QĐ-UBND")
    type_text(panel.form.by, "Lưu Trọng Nhuận, Chủ tịch")
    panel.form.ok.click()
    assert "0 lỗi" not in panel.title.text()
    assert "lỗi" not in panel.title.text()
    assert "07/QĐ-UBND" in panel.words.text()
    assert panel.take_back.isVisible()
    page.seal.click()
    page.seal_now.click()
    assert list(tmp_path.glob("*.zip"))
    panel.take_back.click()
    assert "1 lỗi" in panel.title.text()


def test_all_edited_papers_are_taken_in_at_once(page, sample_window: MainWindow) -> None:
    ws = sample_window.desk.ws
    for name in (PROPOSAL, "01-danh-sach.docx"):
        path = papers.round_folder(ws, rounds.get_round(ws, ROUND)) / "xa" / name
        path.write_bytes(path.read_bytes() + b"\0")
    assert page.take_all.isHidden()
    page._load()
    assert page.take_all.isVisible()
    page.take_all.click()
    assert page.take_all.isHidden()
    assert paper_register.edited_papers(ws, ROUND) == {}
