"""Dossiers received, and results that came back, on screen: dropped, looked at, answered."""

from pathlib import Path

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from khenthuong.domain.kinds import Part
from khenthuong.exchange.package_lock import lock
from khenthuong.services.transfer import receiving
from khenthuong.services.workspace import Workspace
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.main_window import IMPORT, MainWindow
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.rounds.results_page import ResultsPage
from khenthuong.ui.screens.transfer.received import ReceivedPane
from tests.exchange.packages import contents, rezip, sound


@pytest.fixture
def pane(window: MainWindow) -> ReceivedPane:
    window.open_screen(IMPORT)
    screen = window.made_screen(IMPORT)
    assert isinstance(screen, ImportScreen)
    screen.open_received()
    return screen.received


def ws_of(pane: ReceivedPane) -> Workspace:
    return pane._desk.ws


def test_a_package_is_looked_at_before_anything_is_written(tmp_path: Path, pane, window):
    pane.incoming.read(sound(tmp_path))
    assert pane.incoming._verdict.text().startswith("Hồ sơ mới: Xã Suối Mây")
    assert "Thiếu" in pane.incoming.lines.toPlainText()
    assert receiving.rows(ws_of(pane)) == ()
    window.screen_open.save()
    assert [r.submission.office for r in pane.table.records] == ["Xã Suối Mây"]
    assert "Đã nhận hồ sơ HS-" in window.strip.text
    assert [one.name for one in pane.nominees.records[1:]] == ["Vi Thị Nhài"]
    pane.incoming.read(sound(tmp_path))
    assert not pane.incoming.take.isEnabled()
    QAbstractItemModelTester(pane.nominees)


def test_a_broken_package_is_told_and_cannot_be_taken(tmp_path: Path, pane):
    path = sound(tmp_path)
    rezip(path, {**contents(path), "00-to-trinh.docx": b"sua"})
    pane.incoming.read(path)
    assert pane.incoming._verdict.text().startswith("KHÔNG DÙNG")
    assert "đã bị sửa" in pane.incoming.lines.toPlainText()
    assert pane.incoming.take.isHidden()
    pane.incoming.stop()
    assert not pane.incoming.looking


def test_a_locked_package_asks_for_its_password(tmp_path: Path, pane, window):
    locked = tmp_path / "goi.mat-khau.zip"
    lock(sound(tmp_path), locked, "mật khẩu dài")
    pane.incoming.read(locked)
    assert not pane.incoming._locked.isHidden()
    pane.incoming.password.setText("sai mật khẩu")
    pane.incoming.unlock.click()
    assert "không đúng" in window.strip.text
    pane.incoming.password.setText("mật khẩu dài")
    pane.incoming.unlock.click()
    assert pane.incoming._verdict.text().startswith("Hồ sơ mới")


@pytest.fixture
def taken(tmp_path: Path, pane) -> ReceivedPane:
    pane.incoming.read(sound(tmp_path))
    pane.incoming.save()
    pane.nominees_view.select(1)
    return pane


def test_marks_become_a_reply_file(tmp_path: Path, taken, monkeypatch, window):
    reply = taken.reply
    reply.what.choose(Part.CONTENT.value)
    reply.mark.click()
    assert "lý do" in reply.problem.text()
    reply.reason.setText("Nêu số liệu")
    reply.mark.click()
    assert taken.nominees.index(1, 4).data() == "Trả lại nội dung thành tích: Nêu số liệu"
    assert window.screen_open.would_lose()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path / "tra-loi")
    monkeypatch.setattr(Desk, "show_folder", lambda *_: None)
    reply.write.click()
    assert [p.name for p in (tmp_path / "tra-loi").iterdir()] == [
        "tra-loi_xa-suoi-may_d1_xa_v1_so1.zip"
    ]
    assert reply.marks == ()
    assert taken.table.index(0, 5).data() == "đã trả lại"


def test_a_mark_is_taken_off(taken):
    taken.reply.reason.setText("Nêu số liệu")
    taken.reply.mark.click()
    taken.reply.unmark.click()
    assert taken.nominees.index(1, 4).data() == ""
    assert not taken.reply.dirty


def test_papers_of_the_dossier_are_returned_by_name(taken):
    taken.nominees_view.select(0)
    taken.reply.what.setCurrentIndex(taken.reply.what.index_of(Part.PAPER.value))
    taken.reply.file.choose("00-to-trinh.docx")
    taken.reply.reason.setText("Chưa có số")
    taken.reply.mark.click()
    assert taken.nominees.index(0, 4).data() == "Trả lại 00-to-trinh.docx: Chưa có số"
    taken.reply.unmark.click()


def test_a_decision_needs_its_date_and_names_who_got_nothing(
    tmp_path: Path, taken, monkeypatch, window
):
    reply = taken.reply
    reply.decide.setChecked(True)
    reply.reason.setText("Chưa đủ thời gian")
    reply.mark.click()
    reply.write.click()
    assert "Ngày quyết định" in reply.problem.text()
    reply.number.setText("9/QĐ-UBND")
    reply.day.set_iso("2026-03-02")
    reply.issuer.setText("Chủ tịch")
    monkeypatch.setattr(messages, "choose_folder", lambda *_: tmp_path / "tra-loi")
    monkeypatch.setattr(Desk, "show_folder", lambda *_: None)
    reply.write.click()
    assert taken.table.index(0, 5).data() == "đã có quyết định"


def test_files_of_a_package_are_opened_as_copies(taken, monkeypatch):
    shown: list[Path] = []
    monkeypatch.setattr(Desk, "show_folder", lambda _self, path: shown.append(path))
    taken.files_view.select(taken.files.records.index("00-to-trinh.docx"))
    taken._on_file()
    assert shown[0].read_bytes() == b"to trinh"


def test_somebody_is_tied_to_the_register(taken):
    taken.picker.set_code("CN-001")
    taken.tie.click()
    taken.nominees_view.select(1)
    assert taken.nominees.index(1, 3).data() == "Nguyễn Thị Hòa"
    taken.untie.click()
    assert taken.nominees.index(1, 3).data() == ""


def test_the_results_of_a_round_say_when_there_are_none(qtbot, desk: Desk):
    page = ResultsPage(desk)
    qtbot.addWidget(page)
    page._on_results(())
    assert page.take_back.isHidden()
    assert page.go.isHidden()
    assert not page.enter.isEnabled()
    assert page.lines.records == ()
