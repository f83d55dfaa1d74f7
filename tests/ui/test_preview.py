"""Pages of a paper on screen, found words, and every page on the printer."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from khenthuong.documents.pdf import Converter, find_converter
from khenthuong.domain.kinds import Step
from khenthuong.ui import messages
from khenthuong.ui.main_window import ROUNDS, MainWindow
from khenthuong.ui.printing import PrintJob, page_image
from khenthuong.ui.screens.paperwork.preview import PreviewWindow

from .conftest import press

WORDS = "Ủy ban nhân dân xã Vĩnh An"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "to-trinh.docx"
    document = docx.Document()
    document.add_paragraph(WORDS)
    document.add_page_break()
    document.add_paragraph(f"Nơi nhận: {WORDS}")
    document.save(str(path))
    return path


class KeptWarm(Converter):
    """One LibreOffice for all tests: starting it takes longer than all they do with it."""

    def __init__(self, inner: Converter) -> None:
        self.inner = inner

    def convert(self, source: Path, target: Path) -> None:
        self.inner.convert(source, target)

    def close(self) -> None:
        """Kept for the next test."""


@pytest.fixture(scope="module")
def office_program() -> Iterator[KeptWarm]:
    found = find_converter()
    assert found is not None, "scripts/kiem_thu installs LibreOffice"
    yield KeptWarm(found)
    found.close()


@pytest.fixture
def preview(
    qtbot, office_program: KeptWarm, sample_window: MainWindow, paper: Path
) -> PreviewWindow:
    sample_window.desk.ws.__dict__["converter"] = office_program
    sample_window.desk.preview(paper, "Tờ trình")
    assert sample_window.preview is not None
    assert sample_window.preview.document.pageCount() == 2
    return sample_window.preview


def test_pages_are_counted_and_words_found(qtbot, preview: PreviewWindow) -> None:
    assert preview.page.text() == "Trang 1/2"
    assert preview.windowTitle().startswith("Tờ trình")
    preview.sought.setText("nhân dân")
    qtbot.waitUntil(lambda: preview.found.text() == "2 chỗ")
    preview.sought.setText("không có chữ này")
    qtbot.waitUntil(lambda: preview.found.text() == "Không thấy")


def test_zoom_by_keyboard_changes_the_size(qtbot, preview: PreviewWindow) -> None:
    before = preview.view.zoomFactor()
    press(qtbot, preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    small = preview.view.zoomFactor()
    press(qtbot, preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomFactor() > small
    assert small != before


def test_every_page_reaches_the_printer(
    qtbot, preview: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    monkeypatch.setattr(messages, "choose_printer", lambda parent: printer)
    press(qtbot, preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "2 trang" in preview.found.text())
    printed = QPdfDocument()
    printed.load(str(tmp_path / "in.pdf"))
    assert printed.pageCount() == 2
    printed.close()


def test_a_page_is_black_on_white(preview: PreviewWindow) -> None:
    page = page_image(preview.document, 0, 72)
    assert page.pixelColor(2, 2) == Qt.GlobalColor.white
    shades = {page.pixelColor(x, y).value() for x in range(60, 300) for y in range(60, 120)}
    assert min(shades) < 100


def test_several_papers_are_printed_in_order(qtbot, preview, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    pdf = preview._pdf
    assert pdf is not None
    job = PrintJob(printer, [pdf, pdf])
    with qtbot.waitSignal(job.finished) as ended:
        job.start()
    assert ended.args == [4]


def test_without_an_office_program_the_words_are_shown(
    sample_window: MainWindow, paper: Path
) -> None:
    sample_window.desk.ws.__dict__["converter"] = None
    sample_window.desk.preview(paper, "Tờ trình")
    assert sample_window.preview is not None
    assert WORDS in sample_window.preview.text.toPlainText()
    assert not sample_window.preview.print_button.isEnabled()
    assert "LibreOffice" in sample_window.preview.missing.text()


def test_a_whole_dossier_is_printed_in_order(
    qtbot, office_program: KeptWarm, sample_window: MainWindow, tmp_path: Path, monkeypatch
) -> None:
    sample_window.desk.ws.__dict__["converter"] = office_program
    sample_window.open_screen(ROUNDS)
    screen = sample_window.made_screen(ROUNDS)
    screen.go_to("D4", Step.DOSSIER)
    page = screen.dossier
    page.make.click()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    monkeypatch.setattr(messages, "choose_printer", lambda parent: printer)
    with qtbot.waitSignal(page._printing.ended, timeout=60_000) as ended:
        page.print_all.click()
    printed = QPdfDocument()
    printed.load(str(tmp_path / "in.pdf"))
    assert printed.pageCount() >= len(page.table.records) > 3
    assert ended.args == [f"Đã gửi {printed.pageCount()} trang đến máy in."]
    printed.close()
