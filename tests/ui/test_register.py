from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from khenthuong.domain.kinds import RatingLevel, RecipientKind
from khenthuong.domain.records import Achievement, PastAward
from khenthuong.domain.years import Year
from khenthuong.services import register
from khenthuong.ui import messages
from khenthuong.ui.main_window import REGISTER, MainWindow
from khenthuong.ui.models.register_table import PAGE, RegisterTable
from khenthuong.ui.screens.register.number_note import NumberNote
from khenthuong.ui.screens.register.register import RegisterScreen

from .conftest import press, type_text


def screen_of(window: MainWindow) -> RegisterScreen:
    screen = window.made_screen(REGISTER)
    assert isinstance(screen, RegisterScreen)
    if not screen.isVisible():
        window.open_screen(REGISTER)
    return screen


def names(screen: RegisterScreen) -> list[str]:
    model = screen.table
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_opens_on_persons_in_vietnamese_order(window: MainWindow) -> None:
    screen = screen_of(window)
    assert names(screen) == [
        "Phạm Thị Ánh",
        "Nguyễn Thị Hòa",
        "Đỗ Quang Huy",
        "Trần Đức Thắng",
        "Lê Văn Ước",
    ]
    assert screen.panel.code == "CN-004"
    assert QApplication.focusWidget() is screen.search


def test_typing_without_marks_finds(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    type_text(screen.search, "uoc")
    qtbot.waitUntil(lambda: names(screen) == ["Lê Văn Ước"])
    press(qtbot, screen.search, Qt.Key.Key_Escape)
    assert len(names(screen)) == 5


def test_typing_with_marks_finds_and_down_goes_into_the_list(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    type_text(screen.search, "Đỗ")
    qtbot.waitUntil(lambda: names(screen) == ["Đỗ Quang Huy"])
    press(qtbot, screen.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is screen.view
    assert screen.panel.code == "CN-005"


def test_nothing_found_is_said(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    type_text(screen.search, "zzz")
    qtbot.waitUntil(lambda: names(screen) == [])
    assert "zzz" in screen._note._label.text()
    assert screen._note._label.isVisible()


def test_add_by_keyboard_alone(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    press(qtbot, window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert line is screen.panel.form.rows["name"].editor.target
    type_text(line, "Hoàng Thị Ngọc Ẩn")
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Hoàng Thị Ngọc Ẩn" in names(screen)
    assert register.get(window.desk.ws, screen.panel.code).name == "Hoàng Thị Ngọc Ẩn"
    assert not screen.unsaved()


def test_a_missing_name_is_said_beside_the_field(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    screen.new()
    form = screen.panel.form
    type_text(form.rows["ethnic"].editor.target, "Kinh")
    screen.save()
    assert form.rows["name"].problem == "Chưa điền mục này."
    assert QApplication.focusWidget() is form.rows["name"].editor.target
    screen.escape()
    assert not screen.unsaved()


def test_a_wrong_date_is_said_and_nothing_written(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    row = screen.panel.form.rows["born"]
    row.editor.target.selectAll()
    type_text(row.editor.target, "31/02/1980")
    screen.save()
    assert "09/03/2025" in row.problem
    assert register.get(window.desk.ws, "CN-004").born.day == 4


def test_editing_keeps_the_selection_until_saved(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    position = screen.panel.form.rows["position"].editor.target
    position.selectAll()
    type_text(position, "Chủ tịch")
    screen.view.select(1)
    assert screen.panel.code == "CN-004"
    assert screen.view.row() == 0
    assert window.strip.text.startswith("Đang sửa dở")
    screen.save()
    screen.view.select(1)
    assert screen.panel.code == "CN-001"
    assert register.get(window.desk.ws, "CN-004").position == "Chủ tịch"


def test_bin_and_restore(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    press(qtbot, screen.view, Qt.Key.Key_Delete)
    assert "Phạm Thị Ánh" not in names(screen)
    screen.bin.click()
    assert names(screen) == ["Phạm Thị Ánh"]
    assert not screen.panel.form_box.isEnabled()
    screen.panel.restore.click()
    assert names(screen) == []
    screen.bin.click()
    assert "Phạm Thị Ánh" in names(screen)


def test_history_says_old_and_new(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    position = screen.panel.form.rows["position"].editor.target
    position.selectAll()
    type_text(position, "Chủ tịch")
    screen.save()
    screen.panel.tabs.setCurrentWidget(screen.panel.history)
    table = screen.panel.history.table
    first = [table.index(0, column).data() for column in range(table.columnCount())]
    assert first[3:] == ["Chức vụ", "Công chức", "Chủ tịch"]


def test_add_change_and_remove_a_rating(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    screen.panel.open_tab("ratings")
    pane = screen.panel.records["ratings"]
    press(qtbot, pane.add, Qt.Key.Key_Space)
    type_text(pane.form.rows["year"].editor.target, "2024")
    pane.form.rows["level"].editor.set_value("Hoàn thành xuất sắc nhiệm vụ")
    press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = register.profile(window.desk.ws, "CN-004").ratings
    assert [(str(r.year), r.level) for r in kept] == [("2024", RatingLevel.EXCELLENT)]
    press(qtbot, pane.view, Qt.Key.Key_Return)
    year = pane.form.rows["year"].editor.target
    year.selectAll()
    type_text(year, "2025")
    pane.ok.click()
    assert [str(r.year) for r in register.profile(window.desk.ws, "CN-004").ratings] == ["2025"]
    press(qtbot, pane.view, Qt.Key.Key_Delete)
    assert register.profile(window.desk.ws, "CN-004").ratings == ()


def test_the_unsaved_record_says_what_is_missing(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    screen.panel.open_tab("disciplines")
    pane = screen.panel.records["disciplines"]
    pane.begin_new()
    pane.ok.click()
    assert pane.form.rows["form"].problem
    assert pane.form.rows["start"].problem
    assert screen.unsaved()


def test_the_other_kinds(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    screen.kinds.setCurrentIndex(0)
    assert names(screen) == ["Trường Tiểu học Vĩnh An", "Văn phòng Ủy ban nhân dân xã"]
    screen.kinds.setCurrentIndex(2)
    assert names(screen) == ["Vũ Văn Bền"]
    assert screen.panel.form.rows["name"].field.label == "Chủ hộ"


def test_go_to_a_recipient_of_another_kind(qtbot, window: MainWindow) -> None:
    screen = screen_of(window)
    screen.go_to("TT-002", "ratings")
    assert screen.panel.code == "TT-002"
    assert screen.panel.tabs.currentWidget() is screen.panel.records["ratings"]


def test_pages_come_when_they_are_looked_at(qtbot, desk) -> None:
    asked: list[int] = []

    def fetch(_: object, codes):
        asked.append(len(codes))
        return [
            register.RegisterRow(c, RecipientKind.PERSON, f"Tên {c}", "", "", "") for c in codes
        ]

    model = RegisterTable(desk, fetch, [("Tên", lambda row: row.name)])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([f"CN-{n}" for n in range(1000)])
    asked.clear()
    assert model.index(950, 0).data() == "Tên CN-950"
    assert model.index(951, 0).data() == "Tên CN-951"
    assert asked in ([PAGE], [])


@pytest.fixture
def achievements(window: MainWindow):
    """The achievements of the person shown first, one on record."""
    register.save_record(window.desk.ws, Achievement("KQ-001", "CN-004", content="Cứu người"))
    screen = screen_of(window)
    screen.go_to("CN-004", "achievements")
    return screen


def evidence(window: MainWindow) -> tuple[str, ...]:
    return register.profile(window.desk.ws, "CN-004").achievements[0].evidence


def test_evidence_is_added_opened_and_taken_off(
    qtbot, achievements, window: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    files = [tmp_path / "biên bản.pdf", tmp_path / "ảnh.jpg"]
    for file in files:
        file.write_bytes(file.name.encode())
    box = achievements.panel.evidence
    assert box.isVisible()
    assert not box.open.isEnabled()
    monkeypatch.setattr(messages, "open_files", lambda *_: files)
    press(qtbot, box.add, Qt.Key.Key_Space)
    assert evidence(window) == ("biên bản.pdf", "ảnh.jpg")
    assert [box.names.item(n).text() for n in range(box.names.count())] == list(evidence(window))
    opened: list[Path] = []
    monkeypatch.setattr(window.desk, "show_folder", opened.append)
    box.names.setCurrentRow(1)
    press(qtbot, box.open, Qt.Key.Key_Space)
    assert opened[0].read_bytes() == "ảnh.jpg".encode()
    box.take_off.click()
    assert evidence(window) == ("biên bản.pdf",)
    assert "tệp vẫn nằm trong kho" in window.strip.text


def test_evidence_is_dropped(achievements, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "quyet-dinh.pdf"
    file.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    box = achievements.panel.evidence
    enter = QDragEnterEvent(QPointF(5, 5), *where, plain)
    QApplication.sendEvent(box, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(box, QDropEvent(QPointF(5, 5), *where, plain))
    assert evidence(window) == ("quyet-dinh.pdf",)


def test_a_folder_is_no_evidence(achievements, window: MainWindow, tmp_path: Path) -> None:
    achievements.panel.evidence.dropped.emit([tmp_path])
    assert evidence(window) == ()
    assert "thư mục" in window.strip.text


def test_no_achievement_no_evidence(window: MainWindow) -> None:
    screen = screen_of(window)
    screen.panel.open_tab("achievements")
    assert not screen.panel.evidence.add.isEnabled()


def test_a_decisions_number_is_corrected_for_everyone(qtbot, window: MainWindow) -> None:
    ws = window.desk.ws
    day = date(2025, 12, 30)
    for code in ("CN-001", "CN-002"):
        award = PastAward(code, Year(2025), "Lao động tiên tiến", "lao_dong_tien_tien")
        given = replace(award, decision_number="45/QĐ-UBND", decision_date=day)
        register.save_record(ws, given)
    screen = screen_of(window)
    screen.go_to("CN-001", "awards", record="2025")
    pane = screen.panel.records["awards"]
    screen.escape()
    note = pane.findChild(NumberNote)
    assert "2 lần khen theo Quyết định số 45/QĐ-UBND" in note.about.text()
    press(qtbot, note.begin, Qt.Key.Key_Space)
    note.number.clear()
    press(qtbot, note.number, Qt.Key.Key_Return)
    assert note.problem.text() == "Chưa có số quyết định."
    type_text(note.number, "54/QĐ-UBND")
    note.day.line.clear()
    press(qtbot, note.number, Qt.Key.Key_Return)
    assert "ngày quyết định" in note.problem.text()
    note.day.set_iso("2025-12-31")
    press(qtbot, note.number, Qt.Key.Key_Return)
    assert note.fields.isHidden()
    found = [register.profile(ws, code).awards[0] for code in ("CN-001", "CN-002")]
    assert {(a.decision_number, a.decision_date) for a in found} == {
        ("54/QĐ-UBND", date(2025, 12, 31))
    }
    assert pane.table.index(0, 2).data() == "54/QĐ-UBND"
    assert "2 lần khen theo Quyết định số 54/QĐ-UBND" in note.about.text()
    window.undoing.undo()
    assert register.profile(ws, "CN-002").awards[0].decision_number == "45/QĐ-UBND"


def test_an_award_without_decision_offers_no_number(window: MainWindow) -> None:
    ws = window.desk.ws
    award = PastAward("CN-001", Year(2025), "Lao động tiên tiến", "lao_dong_tien_tien")
    register.save_record(ws, award)
    screen = screen_of(window)
    screen.go_to("CN-001", "awards")
    note = screen.panel.records["awards"].findChild(NumberNote)
    assert not note.begin.isEnabled()
