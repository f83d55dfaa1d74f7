"""Texts that are commands elsewhere (SQL, Jinja, formulas, HTML, XML) travel through every text
column of the workbook and come out everywhere as the words they are."""

import io
import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from khenthuong import storage
from khenthuong.documents.text import plain_text
from khenthuong.exchange.cells import tidy
from khenthuong.exchange.columns import Kind, bare
from khenthuong.exchange.sheets import SHEETS
from khenthuong.exchange.workbook_writer import write_batch
from khenthuong.services import demo, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import packages, sealing
from khenthuong.services.intake import importing
from khenthuong.services.paperwork import numbering, papers
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories
from tests.hardness.acts import ROUND

PIECES = (
    "'; DROP TABLE recipient; --",
    '" OR 1=1 --',
    "{{ 1234 * 5678 }}",
    "{% for a in ca_nhan %}",
    "{# x #}",
    "{0.__class__}",
    "{ten}",
    "%s %(x)s %d",
    '=HYPERLINK("http://x.vn","bấm")',
    "=1234*5678",
    "+1234*5678",
    "-1234*5678",
    "@SUM(1)",
    "|cmd",
    "<b>đậm</b>",
    '<img src="x.png">',
    "<script>x</script>",
    "</w:t></w:r></w:p><w:p>",
    "]]>",
    "<!-- x -->",
    "&lt;&amp;&#65;",
    "&x;",
    "{_{ x }_}",
    "${x}",
    "\\n\\u0000",
    "C:\\Windows",
    "../../x",
    "_x0041_",
    "\u202eđảo",
    "Ế ữ ợ",
    "😀",
)
TEXTS = (Kind.TEXT, Kind.LONG_TEXT, Kind.NUMBER_TEXT)
COLUMNS = [
    (sheet.key, column.key)
    for sheet in SHEETS
    for column in sheet.columns
    if column.kind in TEXTS and sheet.key not in ("office", "answers")
]
COMPUTED = "7006652"
"""What 1234 × 5678 makes: nothing that reads or shows a text may ever work it out."""

texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join)


def with_texts(words: dict[tuple[str, str], str]):
    """The batch of one row a sheet, its text columns filled with these words."""
    batch = factories.whole_batch()
    plain = factories.batch(achievements=[factories.achievement(movement="PT-001")]).achievements
    batch = replace(batch, achievements=plain, answers=())
    for (sheet, column), text in words.items():
        entries = getattr(batch, sheet)
        changed = tuple(
            replace(e, value=replace(e.value, **{column: f"{text} {n}" if n else text}))
            for n, e in enumerate(entries)
        )
        batch = replace(batch, **{sheet: changed})
    return batch


def parts(data: bytes) -> dict[str, bytes]:
    """The entries of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def assert_no_formula(data: bytes) -> None:
    """No cell computes anything, and none links out of the workbook."""
    for name, part in parts(data).items():
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(rb"<f[ >]|<hyperlink [^>]*r:id", part), name
    openpyxl.load_workbook(io.BytesIO(data))


def assert_sound_word(data: bytes, text: str) -> None:
    """The paper's parts are XML and hold no computed value."""
    for name, part in parts(data).items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    assert COMPUTED not in text


def assert_round_trip(folder: Path, words: dict[tuple[str, str], str]) -> tuple[int, int]:
    """Workbook → books → papers → lists → packages; returns how many papers and packages."""
    book, batch = folder / "so.xlsx", with_texts(words)
    write_batch(book, batch)
    assert_no_formula(book.read_bytes())
    with open_workspace(folder / "so") as ws:
        found = importing.preview(ws, book)
        assert [importing.sentence(f) for f in found.faults if f.fatal] == []
        assert all(importing.sentences(found))
        importing.apply(ws, found)
        again = importing.preview(ws, book)
        assert (dict(again.plan.new), again.plan.changed) == ({}, ())
        assert_kept(ws, words)
        importing.write_marked_copy(book, again, folder / "danh-dau.xlsx")
        assert_no_formula((folder / "danh-dau.xlsx").read_bytes())
        numbering.export(ws, 2026, folder / "so-van-ban.xlsx")
        assert_no_formula((folder / "so-van-ban.xlsx").read_bytes())
        return outgoing(ws, folder)


def assert_kept(ws: Workspace, words: dict[tuple[str, str], str]) -> None:
    """The books hold the words, and the tables are all there."""
    person = storage.register.get(ws.books, "CN-001")
    for (sheet, column), text in words.items():
        if sheet == "persons":
            assert getattr(person, column) == tidy(text)
    register.search(ws, None, next(iter(words.values())))
    for entry in storage.history.operations(ws.books):
        assert COMPUTED not in entry.label


def outgoing(ws: Workspace, folder: Path) -> tuple[int, int]:
    """How many papers and packages the smallest round gives."""
    codes = [summary.round.code for summary in rounds.rounds(ws)]
    code = ROUND if ROUND in codes else codes[0]
    made = papers.make(ws, code, folder / "giay").papers
    for paper in made:
        data = paper.path.read_bytes()
        assert_sound_word(data, plain_text(data))
    sealed = sealing.seal(ws, code, folder / "goi").packages
    for package in sealed:
        assert packages.verify(package.path).problems == ()
        for name, data in parts(package.path.read_bytes()).items():
            if name.endswith(".xlsx"):
                assert_no_formula(data)
    inside = {p.resolve() for p in folder.rglob("*")}
    assert all(p.is_relative_to(folder.resolve()) for p in inside)
    return len(made), len(sealed)


def test_every_column_alone(tmp_path: Path, amount) -> None:
    for sheet, column in COLUMNS[:: amount(12, 1)]:
        folder = tmp_path / f"{sheet}-{column}"
        folder.mkdir()
        words = "{{ 1234 * 5678 }} <b>'; --</b> =1234*5678"
        assert_round_trip(folder, {(sheet, column): words})


@pytest.mark.parametrize("start", ["=1234*5678", "+1234*5678", "-1234*5678", "@SUM(1)", "{{ x }}"])
def test_texts_that_begin_like_formulas(start: str, tmp_path: Path) -> None:
    assert_round_trip(tmp_path, dict.fromkeys(COLUMNS, start))


def poisoned_sample(folder: Path, turn: int) -> Path:
    """The sample's workbook, a piece behind every text in it."""
    book = openpyxl.load_workbook(demo.sample_workbook())
    number = turn
    # An opinion with words in it wants an answer, and holds everybody back; the figures of a
    # target name it by its words, so both would have to be spoilt alike.
    left_alone = {"notices", "targets", "unit_targets", "progress"}
    for sheet in (sheet for sheet in SHEETS if sheet.key not in left_alone):
        columns = {c.name for c in sheet.columns if (sheet.key, c.key) in COLUMNS}
        page = book[sheet.name]
        heads = {cell.column: bare(str(cell.value)) for cell in page[1] if cell.value}
        for row in page.iter_rows(min_row=2):
            for cell in row:
                if cell.value and heads.get(cell.column) in columns:
                    cell.value = f"{cell.value} {PIECES[number % len(PIECES)]}"
                    cell.data_type, number = "s", number + 1
    shutil.copytree(demo.sample_workbook().parent, folder / "mau")
    book.save(folder / "mau" / demo.sample_workbook().name)
    return folder / "mau" / demo.sample_workbook().name


def test_papers_and_packages_print_the_words(tmp_path: Path, amount, figure) -> None:
    made = sealed = 0
    for turn in range(amount(1, len(PIECES))):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with open_workspace(folder / "so") as ws:
            found = importing.preview(ws, poisoned_sample(folder, turn))
            assert [importing.sentence(f) for f in found.faults if f.fatal] == []
            importing.apply(ws, found)
            papers_made, packed = outgoing(ws, folder)
        said = "\n".join(plain_text(p.read_bytes()) for p in (folder / "giay").rglob("*.docx"))
        assert sum(piece in said for piece in PIECES) > 5
        made, sealed = made + papers_made, sealed + packed
    figure("chữ độc: văn bản, gói đã xem", f"{made}, {sealed}")
    assert made > 10
    assert sealed > 0


def test_every_column_with_any_words(tmp_path_factory, amount, figure) -> None:
    tried = 0

    @settings(
        max_examples=amount(2, 60),
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(texts, min_size=len(COLUMNS), max_size=len(COLUMNS)))
    def holds(words: list[str]) -> None:
        nonlocal tried
        folder = tmp_path_factory.mktemp("chu")
        assert_round_trip(folder, dict(zip(COLUMNS, words, strict=True)))
        tried += 1

    holds()
    figure("chữ độc: cột × lượt", f"{len(COLUMNS)} × {tried}")
    assert tried > 1
