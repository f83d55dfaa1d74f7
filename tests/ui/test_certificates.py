"""The page of certificates: choosing, printing, laying sheets out by mouse and keys, the log."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.vietnamese import name_key, sort_key
from khenthuong.services.paperwork import certificates, paper_register, sheets
from khenthuong.ui import messages
from khenthuong.ui.main_window import PAPERS, MainWindow
from khenthuong.ui.models.arranging import Arrangement
from khenthuong.ui.screens.paperwork.certificates import CertificatesPage
from khenthuong.ui.screens.paperwork.papers import PapersScreen

from .conftest import press, type_text

DECISION = "quyet_dinh_khen_thuong"


@pytest.fixture
def page(sample_window: MainWindow) -> CertificatesPage:
    ws = sample_window.desk.ws
    paper_register.make_form(ws, "D1", DECISION)
    paper_register.record_number(
        ws, "D1", Authority.COMMUNE, DECISION, "45/QĐ-UBND", date(2026, 1, 20)
    )
    sample_window.open_screen(PAPERS)
    screen = sample_window.made_screen(PAPERS)
    assert isinstance(screen, PapersScreen)
    screen.to_certificates.click()
    assert screen.certificates is not None
    pane = screen.certificates.printing
    place = pane.source.index_of(("round", "D1"))
    pane.source.setCurrentIndex(place)
    pane.source.activated.emit(place)
    return screen.certificates


@pytest.fixture
def pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """A printer that prints into a file; the texts of its pages."""
    path = tmp_path / "in.pdf"

    def choose(_: object) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return printer

    def texts() -> list[str]:
        document = QPdfDocument()
        document.load(str(path))
        found = [document.getAllText(n).text() for n in range(document.pageCount())]
        document.close()
        return found

    monkeypatch.setattr(messages, "choose_printer", choose)
    return texts


def logged(page: CertificatesPage) -> int:
    return len(certificates.log(page.printing._desk.ws))


def test_one_is_shown_as_it_prints(page: CertificatesPage) -> None:
    pane = page.printing
    pane.choose([3])
    shown = pane.table.record(3)
    assert pane.canvas.drawing is not None
    assert pane.canvas.drawing.values == shown.values
    assert "Quốc huy" in pane.state.text()


def test_people_are_sorted_by_their_given_names(page: CertificatesPage) -> None:
    table = page.printing.table
    table.arrange(Arrangement(0))
    people = [one.name for one in table.shown if one.kind is RecipientKind.PERSON]
    assert len(people) > 5
    assert people == sorted(people, key=name_key)
    assert people != sorted(people, key=sort_key)


def test_all_are_printed_by_keyboard_with_numbers_and_a_log(
    qtbot, page: CertificatesPage, sample_window: MainWindow, pdf
) -> None:
    pane = page.printing
    pane.view.setFocus()
    press(qtbot, pane.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    count = pane.table.rowCount()
    assert len(pane.chosen) == count > 10
    press(qtbot, sample_window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: logged(page) == count)
    pages = pdf()
    assert len(pages) == count
    assert "Số sổ vàng: 01/2026" in pages[0]
    assert f"Số sổ vàng: {count}/2026" in pages[-1]
    assert [one.given.golden_number for one in pane.table.records] == [*range(1, count + 1)]
    assert page.log.rowCount() == count


def test_printing_again_asks_for_the_reason_in_its_place(
    qtbot, page: CertificatesPage, pdf
) -> None:
    pane = page.printing
    pane.choose([2])
    assert pane.reason.isHidden()
    pane.print_button.click()
    qtbot.waitUntil(lambda: logged(page) == 1)
    assert not pane.reason.isHidden()
    pane.print_button.click()
    assert "lý do" in pane.state.text()
    assert logged(page) == 1
    type_text(pane.reason, "Giấy bị rách")
    pane.print_button.click()
    qtbot.waitUntil(lambda: logged(page) == 2)
    newest = max(certificates.log(pane._desk.ws), key=lambda line: line.printed.copy)
    assert newest.printed.reason == "Giấy bị rách"


def test_what_does_not_fit_is_asked_about_before_printing(
    qtbot, page: CertificatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent, _title, question, *_: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(messages, "ask", refuse)
    pane = page.printing
    pane.choose([2])
    pane.wording.setPlainText("Đã có thành tích " + "rất dài " * 80)
    pane.keep.click()
    assert "không vừa 2 dòng" in pane.state.text()
    pane.print_button.click()
    assert "không vừa 2 dòng" in asked[0]
    assert logged(page) == 0


def test_words_typed_are_kept_and_printed_into_a_pdf(
    qtbot, page: CertificatesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = page.printing
    pane.choose([2])
    before = pane.wording.toPlainText()
    pane.wording.clear()
    type_text(pane.wording, "Đã hiến đất làm đường & kênh")
    assert page.unsaved()
    page.save()
    assert not page.unsaved()
    monkeypatch.setattr(messages, "save_file", lambda *_: tmp_path / "a.pdf")
    pane.pdf.click()
    document = QPdfDocument()
    document.load(str(tmp_path / "a.pdf"))
    assert "Đã hiến đất làm đường & kênh" in document.getAllText(0).text()
    document.close()
    assert certificates.log(pane._desk.ws)[0].printed.target == "PDF"
    pane.wording.clear()
    pane.keep.click()
    assert pane.wording.toPlainText() == before


def test_words_typed_are_not_lost_by_going_on(page: CertificatesPage) -> None:
    pane = page.printing
    pane.choose([2])
    pane.wording.setPlainText("Đã hiến đất")
    pane.print_button.click()
    assert "chưa lưu" in pane.state.text()
    pane.choose([4])
    assert pane.table.record(2).values[SheetField.ACHIEVEMENT] == "Đã hiến đất"
    assert pane.wording.toPlainText() != "Đã hiến đất"
    assert not page.unsaved()


def test_a_round_without_decision_is_listed_but_not_printed(page: CertificatesPage) -> None:
    pane = page.printing
    place = pane.source.index_of(("round", "D4"))
    pane.source.setCurrentIndex(place)
    pane.source.activated.emit(place)
    assert pane.table.rowCount()
    pane.print_button.click()
    assert "chưa ghi số, ngày quyết định" in pane.state.text()
    assert logged(page) == 0


def laying_out(page: CertificatesPage, code: str = "phoi-a4"):
    page.tabs.setCurrentWidget(page.layouts)
    pane = page.layouts
    codes = [pane.sheet.itemData(n).layout.code for n in range(pane.sheet.count())]
    pane.sheet.setCurrentIndex(codes.index(code))
    pane.sheet.activated.emit(codes.index(code))
    return pane


def test_a_field_is_dragged(qtbot, page: CertificatesPage) -> None:
    pane = laying_out(page)
    before = pane.layout_shown.place_of(SheetField.SIGNER_NAME)
    start = pane.canvas.point_of(SheetField.SIGNER_NAME).toPoint()
    end = start + QPoint(-40, -20)
    qtbot.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.canvas, end)
    qtbot.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=end)
    after = pane.layout_shown.place_of(SheetField.SIGNER_NAME)
    scale = pane.canvas.pixels_per_mm
    assert after.x - before.x == pytest.approx(-40 / scale, abs=0.3)
    assert after.y - before.y == pytest.approx(-20 / scale, abs=0.3)
    assert pane.form.left.value() == after.x
    assert page.unsaved()


def test_arrows_move_by_half_a_millimetre(qtbot, page: CertificatesPage) -> None:
    pane = laying_out(page)
    pane.fields.setCurrentRow(list(SheetField).index(SheetField.ABOUT))
    before = pane.layout_shown.place_of(SheetField.ABOUT)
    press(qtbot, pane.canvas, Qt.Key.Key_Right)
    press(qtbot, pane.canvas, Qt.Key.Key_Up)
    press(qtbot, pane.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    after = pane.layout_shown.place_of(SheetField.ABOUT)
    assert (after.x, after.y) == (before.x + 0.5, before.y - 0.5 + 5)


def test_a_layout_is_changed_in_millimetres_saved_and_used(
    qtbot, page: CertificatesPage, sample_window: MainWindow
) -> None:
    pane = laying_out(page)
    pane.fields.setCurrentRow(list(SheetField).index(SheetField.GOLDEN))
    pane.form.left.setValue(81.5)
    type_text(pane.form.before, "Sổ vàng số ")
    pane.form.bold.setChecked(False)
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not page.unsaved()
    kept = next(
        one for one in sheets.layouts(sample_window.desk.ws) if one.layout.code == "phoi-a4"
    )
    placed = kept.layout.place_of(SheetField.GOLDEN)
    assert kept.own
    assert (placed.x, placed.before, placed.bold) == (81.5, "Sổ vàng số ", False)


def test_a_field_is_shown_and_hidden_by_its_tick(page: CertificatesPage) -> None:
    pane = laying_out(page)
    row = list(SheetField).index(SheetField.ADDRESS)
    pane.fields.item(row).setCheckState(Qt.CheckState.Checked)
    assert pane.layout_shown.place_of(SheetField.ADDRESS) is not None
    assert pane.form.isEnabled()
    pane.fields.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert pane.layout_shown.place_of(SheetField.ADDRESS) is None
    assert not pane.form.isEnabled()


def test_esc_gives_up_what_was_moved(qtbot, page: CertificatesPage, sample_window) -> None:
    pane = laying_out(page)
    before = pane.layout_shown
    pane.canvas.choose(SheetField.ABOUT)
    press(qtbot, pane.canvas, Qt.Key.Key_Left)
    assert page.unsaved()
    press(qtbot, sample_window, Qt.Key.Key_Escape)
    assert pane.layout_shown == before


def test_a_scan_lies_under_the_fields_and_is_never_printed(
    page: CertificatesPage, tmp_path: Path
) -> None:
    scan = QImage(297, 210, QImage.Format.Format_RGB32)
    scan.fill(0xFF00FF00)
    scan.save(str(tmp_path / "phoi.png"))
    pane = laying_out(page)
    pane.drop.dropped.emit([tmp_path / "phoi.png"])
    assert pane.layout_shown.picture == "phoi-a4.png"
    corner = pane.canvas.sheet.topLeft().toPoint() + QPoint(30, 30)
    assert pane.canvas.grab().toImage().pixelColor(corner).green() == 255
    page.save()
    page.tabs.setCurrentWidget(page.printing)
    assert (pane._desk.root / "phoi" / "phoi-a4.png").is_file()


def test_a_picture_that_is_none_is_refused(page: CertificatesPage, sample_window, tmp_path) -> None:
    (tmp_path / "hong.png").write_bytes(b"khong phai hinh")
    pane = laying_out(page)
    pane.drop.dropped.emit([tmp_path / "hong.png"])
    assert pane.layout_shown.picture == ""
    assert "Không đọc được hình" in sample_window.strip.text


def test_a_layout_goes_out_and_comes_back(
    page: CertificatesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "save_file", lambda *_: tmp_path / "phoi.toml")
    monkeypatch.setattr(messages, "open_file", lambda *_: tmp_path / "phoi.toml")
    pane = laying_out(page)
    type_text(pane.name, "Phôi của xã")
    pane.copy.click()
    assert pane.layout_shown.code == "phoi-cua-xa"
    pane.give.click()
    pane.drop_own.click()
    codes = [pane.sheet.itemData(n).layout.code for n in range(pane.sheet.count())]
    assert "phoi-cua-xa" not in codes
    pane.bring.click()
    assert pane.layout_shown.name == "Phôi của xã"


def test_a_printers_figures_are_kept_by_its_name(
    qtbot, page: CertificatesPage, pdf, sample_window: MainWindow
) -> None:
    sheets.save_shift(sample_window.desk.ws, sheets.PrinterShift("Máy in tầng 1", 1.5, -2))
    page.refresh()
    page.tabs.setCurrentWidget(page.printers)
    pane = page.printers
    place = pane.printer.index_of("Máy in tầng 1")
    pane.printer.setCurrentIndex(place)
    pane.printer.activated.emit(place)
    assert (pane.across.value(), pane.down.value()) == (1.5, -2)
    pane.across.setValue(-0.5)
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = sheets.shifts(sample_window.desk.ws)["Máy in tầng 1"]
    assert (kept.x, kept.y) == (-0.5, -2)
    pane.test.click()
    assert "20 × 20" in pdf()[0]


def test_back_to_the_papers(page: CertificatesPage, sample_window: MainWindow) -> None:
    screen = sample_window.made_screen(PAPERS)
    page.back.click()
    assert screen.pages.currentIndex() == 0
    assert screen.view.isVisible()
