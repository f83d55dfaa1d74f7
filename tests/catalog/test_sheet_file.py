"""Layouts of sheets as TOML: what is written reads back the same, mistakes name their place."""

from pathlib import Path

import pytest

from khenthuong.catalog.sheet_file import load_layouts, parse_layout, read_layout, write_layout
from khenthuong.domain.certificates import SheetField
from khenthuong.domain.sheet_layouts import Align, Emblem, Ink, Placed, SheetLayout
from khenthuong.errors import CatalogError
from khenthuong.paths import shipped

SHIPPED = sorted(shipped("forms", "giay_khen").glob("*.toml"))
HOSTILE = 'Phôi "đẹp" \\ <&> \n\t số 1'
FULL = SheetLayout(
    "phoi-rieng",
    HOSTILE,
    300.5,
    210,
    (
        Placed(
            *(SheetField.NAME, 10.5, 20.1, 30, 22.5, 11.5, 3, 7.2, True, True, Align.RIGHT),
            *(Ink.RED, True, HOSTILE, True, True),
        ),
    ),
    framed=True,
    font="Noto Serif",
    picture="phoi.png",
    emblem=Emblem(148.5, 30, 24),
    note=HOSTILE,
)


def test_what_is_written_reads_back_the_same() -> None:
    assert parse_layout("phoi", write_layout(FULL)) == FULL


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_layout_is_read_and_written_alike(path: Path) -> None:
    layout = read_layout(path)
    assert parse_layout(path.name, write_layout(layout)) == layout
    assert layout.note


def test_a_blank_sheet_and_a_printed_one_are_shipped() -> None:
    found, problems = load_layouts(shipped("forms", "giay_khen"))
    assert problems == []
    assert {layout.framed for layout in found.values()} == {True, False}
    assert (found["khung-a4"].width, found["khung-a4"].height) == (297, 210)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("khung = true", "khung = 1", "rule.wrong_type"),
        ("rong = 300.5", "rong = 99999", "rule.wrong_type"),
        ('muc = "ten"', 'muc = "teen"', "rule.unknown_value"),
        ("so_dong = 3", "so_dongg = 3", "rule.unknown_key"),
        ('anh = "phoi.png"', 'anh = "../../phoi.png"', "rule.wrong_type"),
        ('anh = "phoi.png"', 'anh = "..\\\\phoi.png"', "rule.wrong_type"),
        ("schema = 1", "schema = 7", "rule.wrong_type"),
        ("schema = 1", "schema = ", "rule.not_toml"),
    ],
)
def test_a_mistake_is_refused(before: str, after: str, code: str) -> None:
    good = write_layout(FULL)
    assert before in good
    with pytest.raises(CatalogError) as refused:
        parse_layout("phoi.toml", good.replace(before, after))
    assert refused.value.code == code


def test_the_same_field_twice_is_refused() -> None:
    good = write_layout(FULL)
    twice = good + good[good.index("[[muc]]") :]
    with pytest.raises(CatalogError) as refused:
        parse_layout("phoi.toml", twice)
    assert refused.value.code == "sheet.field_twice"


def test_a_damaged_file_of_the_province_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "hong.toml").write_text("schema = ", encoding="utf-8")
    (tmp_path / "tot.toml").write_text(write_layout(FULL), encoding="utf-8")
    found, problems = load_layouts(tmp_path)
    assert list(found) == [FULL.code]
    assert [problem.code for problem in problems] == ["rule.not_toml"]


@pytest.mark.parametrize("content", ["a = " + "[" * 20_000, "a = " + "9" * 10_000])
def test_what_only_harms_is_no_layout(content: str) -> None:
    with pytest.raises(CatalogError) as caught:
        parse_layout("x", content)
    assert caught.value.code == "rule.not_toml"
