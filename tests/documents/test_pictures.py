"""Plots in Word: whole metafiles, the same bytes again, captions and words for who listens."""

import io
import struct

import docx
import pytest
from docx.shared import Mm

from khenthuong.documents import pictures
from khenthuong.documents.emf import INKS, measure, metafile
from khenthuong.domain.plots.drawing import draw
from khenthuong.domain.plots.figures import Plot
from khenthuong.domain.plots.marks import Ink
from tests.domain.plots import invented

MARKER = "hinh_chi_tieu"
TEXT_RECORD, HEADER_RECORD, END_RECORD = 84, 1, 14


def plot(count: int = 20) -> Plot:
    """Twenty invented targets with a table."""
    rows = tuple((panel.name, panel.said) for panel in invented.targets(count).panels)
    return Plot("k", "Chỉ tiêu", "Nguồn: sổ.", invented.targets(count), ("Chỉ tiêu", ""), rows)


def paper(*lines: str) -> bytes:
    """A Word file of paragraphs."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def records(data: bytes) -> list[tuple[int, bytes]]:
    """The records of a metafile, each by its own length."""
    found, at = [], 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        found.append((kind, data[at : at + size]))
        at += size
    return found


def test_a_metafile_is_whole_and_says_its_size() -> None:
    (drawing,) = draw(invented.bars(), 160.0, measure)
    data = metafile(drawing)
    found = records(data)
    assert (found[0][0], found[-1][0]) == (HEADER_RECORD, END_RECORD)
    assert data[40:44] == b" EMF"
    size, count, handles = struct.unpack_from("<IIH", data, 48)
    assert (size, count) == (len(data), len(found))
    assert struct.unpack_from("<iiii", data, 24) == (0, 0, 16000, round(drawing.height * 100))
    assert handles == sum(kind in (38, 39, 82) for kind, _ in found) + 1
    assert metafile(drawing) == data


def test_letters_are_written_whole_and_where_they_were_measured() -> None:
    (drawing,) = draw(invented.bars(), 160.0, measure)
    written = []
    for kind, data in records(metafile(drawing)):
        if kind == TEXT_RECORD:
            count, start = struct.unpack_from("<II", data, 44)
            written.append(data[start : start + 2 * count].decode("utf-16-le"))
            (steps,) = struct.unpack_from("<I", data, 72)
            advance = sum(struct.unpack_from(f"<{count}I", data, steps))
            assert advance == round(100 * drawing.words[len(written) - 1].room.width)
    assert written == [words.text for words in drawing.words]
    assert "Hộ gia đình" in written


def test_inks_on_paper_are_readable_without_colour() -> None:
    for ink in (Ink.INK, Ink.SOFT, Ink.ONE, Ink.TWO, Ink.THREE, Ink.FOUR):
        assert contrast(INKS[ink]) >= 4.5, ink
    assert set(INKS) == set(Ink)


def test_a_marker_becomes_pictures_with_captions_and_words() -> None:
    found = pictures.pictures(plot(), 160.0, 200.0)
    assert len(found) > 1
    assert all(one.height <= 205 for one in found)
    made = pictures.with_pictures(paper("Trước", MARKER, "Sau"), {MARKER: found})
    document = docx.Document(io.BytesIO(made))
    lines = [one.text for one in document.paragraphs]
    assert (lines[0], lines[-1]) == ("Trước", "Sau")
    count = len(found)
    assert lines[2] == f"Hình 1. Chỉ tiêu (phần 1/{count}). Nguồn: sổ."
    assert [shape.width for shape in document.inline_shapes] == [Mm(160)] * count
    said = document.inline_shapes[0]._inline.docPr.get("descr")
    assert said.startswith("Chỉ tiêu. ")
    assert invented.LONG in said
    ids = [shape._inline.docPr.id for shape in document.inline_shapes]
    assert len(set(ids)) == count


def test_the_same_paper_has_the_same_bytes() -> None:
    source = paper(MARKER)
    first, second = (
        pictures.with_pictures(source, {MARKER: pictures.pictures(plot(), 160.0, 200.0)})
        for _ in range(2)
    )
    assert first == second


def test_a_marker_without_figures_leaves_no_line() -> None:
    empty = Plot("k", "Chỉ tiêu", "", None, (), (), "Chưa có.")
    made = pictures.with_pictures(
        paper("Trước", MARKER), {MARKER: pictures.pictures(empty, 160.0, 200.0)}
    )
    assert [one.text for one in docx.Document(io.BytesIO(made)).paragraphs] == ["Trước"]


def test_long_figures_are_said_up_to_a_word() -> None:
    said = pictures.described(plot(20))
    assert len(said) <= 902
    assert said.endswith(" …")
    assert pictures.described(plot(2)).endswith("Chỉ tiêu số 1, dat")


def contrast(colour: str) -> float:
    """Against white paper, as WCAG counts it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, bytes.fromhex(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("name", ["bars", "shares", "stations", "heat"])
def test_every_sort_of_plot_becomes_a_metafile(name: str) -> None:
    for drawing in draw(getattr(invented, name)(), 240.0, measure, 118.0):
        found = records(metafile(drawing))
        assert sum(kind == TEXT_RECORD for kind, _ in found) == len(drawing.words) > 0
