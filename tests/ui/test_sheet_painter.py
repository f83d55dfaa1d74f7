"""One painter for screen, PDF and printer: the same millimetres everywhere, marks whole."""

from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from khenthuong.catalog.sheet_file import read_layout
from khenthuong.domain.certificates import SheetField
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.sheet_layouts import Align, Placed, SheetLayout, misfits
from khenthuong.paths import shipped
from khenthuong.ui.screens.paperwork.certificates_data import SAMPLE
from khenthuong.ui.sheet_painter import Drawing, Shift, image
from khenthuong.ui.sheet_printing import SheetJob, print_test_page, write_pdf

POINT = 25.4 / 72
NEAR = 0.3
"""Millimetres by which paper may differ from what was asked."""


def shipped_layout(name: str) -> SheetLayout:
    return read_layout(shipped("forms", "giay_khen", f"{name}.toml"))


def printed(path: Path, page: int = 0) -> dict[str, tuple[float, float]]:
    """Where each run of text begins on a page, in mm from the upper left corner."""
    sheet = pypdf.PdfReader(path).pages[page]
    found: dict[str, tuple[float, float]] = {}

    def note(text, cm, tm, _font, _size) -> None:
        words = " ".join(text.split())
        if words:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found[words] = (x * POINT, (float(sheet.mediabox.height) - y) * POINT)

    sheet.extract_text(visitor_text=note)
    return found


def wanted(drawing: Drawing) -> dict[str, tuple[float, float]]:
    return {line.text: (line.x, line.y) for block in drawing.blocks for line in block.lines}


def assert_agree(path: Path, drawing: Drawing, page: int = 0, dx=0.0, dy=0.0) -> None:
    found = printed(path, page)
    for text, (x, y) in wanted(drawing).items():
        assert text in found
        assert found[text] == pytest.approx((x + dx, y + dy), abs=NEAR)


@pytest.mark.parametrize("name", ["khung_a4", "khung_a3", "phoi_a4", "phoi_30_21", "phoi_a3"])
def test_the_pdf_says_every_line_where_it_was_laid(qapp, tmp_path: Path, name: str) -> None:
    drawing = Drawing(shipped_layout(name), SAMPLE, RecipientKind.PERSON)
    write_pdf(tmp_path / "a.pdf", [drawing], "Giấy khen")
    assert_agree(tmp_path / "a.pdf", drawing)
    box = pypdf.PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    size = (float(box.width) * POINT, float(box.height) * POINT)
    assert size == pytest.approx((drawing.layout.width, drawing.layout.height), abs=NEAR)


@pytest.mark.parametrize("name", ["khung_a4", "khung_a3", "phoi_a4", "phoi_30_21", "phoi_a3"])
def test_a_shipped_sheet_holds_what_is_usual(qapp, name: str) -> None:
    layout = shipped_layout(name)
    kept = {**SAMPLE, SheetField.SIGNER_POSITION: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"}
    drawing = Drawing(layout, kept, RecipientKind.PERSON)
    assert misfits(layout, drawing.blocks) == ()


def test_the_longest_words_are_made_smaller_and_stay_whole(qapp, tmp_path: Path) -> None:
    unit = (
        "Ban Công tác Mặt trận thôn Đông Lĩnh Thượng, Chi hội Phụ nữ, Chi hội Nông dân và Tổ công "
        "nghệ số cộng đồng thôn Đông Lĩnh Thượng, xã Vĩnh Khê Thượng"
    )
    deed = "Đã có thành tích xuất sắc trong phong trào thi đua xây dựng nông thôn mới, " * 3
    values = {**SAMPLE, SheetField.FULL_NAME: unit, SheetField.ACHIEVEMENT: deed.strip(" ,")}
    drawing = Drawing(shipped_layout("khung_a4"), values, RecipientKind.UNIT)
    assert misfits(drawing.layout, drawing.blocks) == ()
    write_pdf(tmp_path / "a.pdf", [drawing], "Giấy khen")
    assert_agree(tmp_path / "a.pdf", drawing)
    said = " ".join(printed(tmp_path / "a.pdf"))
    assert unit in said
    assert deed.strip(" ,") in said


def test_each_certificate_has_its_own_page(qapp, tmp_path: Path) -> None:
    names = [f"Bà Lê Thị {name}" for name in ("Ánh", "Bưởi", "Cẩm")]
    layout = shipped_layout("phoi_a4")
    drawings = [Drawing(layout, {**SAMPLE, SheetField.FULL_NAME: name}) for name in names]
    write_pdf(tmp_path / "a.pdf", drawings, "Giấy khen")
    for page, name in enumerate(names):
        assert name in printed(tmp_path / "a.pdf", page)


def test_a_pdf_that_cannot_be_written_says_so(qapp, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_pdf(tmp_path / "khong" / "a.pdf", [Drawing(shipped_layout("phoi_a4"), SAMPLE)], "x")


@pytest.mark.parametrize("shift", [Shift(), Shift(2.0, -1.5)])
def test_the_printer_draws_the_same_moved_by_its_shift(qtbot, tmp_path: Path, shift: Shift) -> None:
    drawing = Drawing(shipped_layout("khung_a4"), SAMPLE, RecipientKind.PERSON)
    job = SheetJob(file_printer(tmp_path / "in.pdf"), [drawing, drawing], shift)
    with qtbot.waitSignal(job.finished) as ended:
        job.start()
    assert ended.args == [2]
    for page in range(2):
        assert_agree(tmp_path / "in.pdf", drawing, page, shift.x, shift.y)


def test_a_scale_stretches_from_the_corner(qtbot, tmp_path: Path) -> None:
    drawing = Drawing(shipped_layout("khung_a4"), SAMPLE, RecipientKind.PERSON)
    job = SheetJob(file_printer(tmp_path / "in.pdf"), [drawing], Shift(scale=101))
    with qtbot.waitSignal(job.finished):
        job.start()
    found = printed(tmp_path / "in.pdf")
    for text, (x, y) in wanted(drawing).items():
        assert found[text] == pytest.approx((x * 1.01, y * 1.01), abs=NEAR)


def test_the_test_page_has_crosses_rulers_and_figures(qapp, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "thu.pdf")
    assert print_test_page(printer, shipped_layout("phoi_a4"), Shift(1, 1))
    found = printed(tmp_path / "thu.pdf")
    assert found["20 × 20"] == pytest.approx((20 + 1.2 + 1, 20 - 1.2 + 1), abs=NEAR)
    assert "270" in found


def file_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def ink_rows(picture: QImage) -> set[int]:
    dark = range(picture.width())
    return {
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y).value() < 128 for x in dark)
    }


@pytest.mark.parametrize("bold", [True, False])
def test_marks_are_whole_and_lines_do_not_touch(qapp, bold: bool) -> None:
    """«Ế», «Ẵ» above «Ậ», «g»: both lines complete, with white between them."""
    place = Placed(
        *(SheetField.NAME, 10, 30, 100, 30, 30, 2), bold=bold, align=Align.LEFT, capitals=False
    )
    layout = SheetLayout("phoi", "Phôi", 120, 70, (place,))
    both = image(Drawing(layout, {SheetField.NAME: "ẾẴỮgậ\nẾẴỮgậ"}), 4)
    alone = image(Drawing(layout, {SheetField.NAME: "ẾẴỮgậ"}), 4)
    first, two = ink_rows(alone), ink_rows(both)
    assert min(first) > 0
    assert max(two) < both.height() - 1
    assert first < two
    assert len(two) == pytest.approx(2 * len(first), abs=2)


def test_the_frame_is_drawn_on_blank_sheets_only(qapp) -> None:
    framed = image(Drawing(shipped_layout("khung_a4"), {}), 2)
    plain = image(Drawing(replace(shipped_layout("khung_a4"), framed=False), {}), 2)
    assert ink_rows(plain) == set()
    edge = framed.pixelColor(11 * 2, framed.height() // 2)
    assert (edge.red() > 120, edge.green() < 120) == (True, True)
    assert framed.pixelColor(4, 4).value() == 255


def test_the_offices_emblem_stands_in_its_place(qapp, tmp_path: Path) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(0xFF008000)
    picture.save(str(tmp_path / "quoc-huy.png"))
    layout = shipped_layout("khung_a4")
    assert layout.emblem is not None
    made = image(Drawing(layout, {}, None, tmp_path / "quoc-huy.png"), 2)
    middle = made.pixelColor(round(layout.emblem.x * 2), round(layout.emblem.y * 2))
    assert (middle.red(), middle.green(), middle.blue()) == (0, 128, 0)
