"""A paper that somebody edited is never overwritten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from khenthuong.errors import UserError
from khenthuong.services.paperwork.paper_files import (
    SIDE_FILE,
    PaperFolder,
    edited_outside,
    taken_in,
)

ABOUT = {"title": "Tờ trình"}
NAME = "00-to-trinh.docx"


def put(folder: Path, data: bytes) -> tuple[str, Path | None]:
    papers = PaperFolder(folder)
    placed = papers.put(NAME, data, ABOUT)
    papers.save()
    return placed.path.name, placed.edited


def test_unchanged_papers_are_replaced_in_place(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    assert put(tmp_path, b"second") == (NAME, None)
    assert (tmp_path / NAME).read_bytes() == b"second"


def test_an_edited_paper_stays_and_the_new_one_lies_beside_it(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"edited in Word")
    name, edited = put(tmp_path, b"second")
    assert (name, edited) == ("00-to-trinh-ban-2.docx", tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == b"edited in Word"
    assert (tmp_path / name).read_bytes() == b"second"


def test_a_second_edited_copy_is_kept_too(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"edited")
    put(tmp_path, b"second")
    (tmp_path / "00-to-trinh-ban-2.docx").write_bytes(b"edited again")
    name, _ = put(tmp_path, b"third")
    assert name == "00-to-trinh-ban-3.docx"
    assert (tmp_path / "00-to-trinh-ban-2.docx").read_bytes() == b"edited again"


def test_a_file_that_was_never_ours_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"somebody's own")
    name, _ = put(tmp_path, b"ours")
    assert name != NAME
    assert (tmp_path / NAME).read_bytes() == b"somebody's own"


def test_a_paper_taken_in_counts_from_then_on(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"edited in Word")
    assert edited_outside(tmp_path) == (NAME,)
    papers = PaperFolder(tmp_path)
    papers.take_in(NAME)
    papers.save()
    assert taken_in(tmp_path) == {NAME: tmp_path / NAME}
    assert edited_outside(tmp_path) == ()
    assert put(tmp_path, b"second") == (NAME, None)
    assert (tmp_path / NAME).read_bytes() == b"edited in Word"


def test_the_side_file_can_be_read_by_people(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    text = (tmp_path / SIDE_FILE).read_text(encoding="utf-8")
    assert "Tờ trình" in text
    assert set(json.loads(text)) == {NAME}


def test_a_damaged_side_file_is_named(tmp_path: Path) -> None:
    (tmp_path / SIDE_FILE).write_text("{", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        PaperFolder(tmp_path)
    assert caught.value.arguments["path"] == tmp_path / SIDE_FILE


def test_taking_in_a_paper_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        PaperFolder(tmp_path).take_in(NAME)


def test_a_later_edited_copy_takes_the_papers_place_and_the_older_is_kept(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"edited")
    put(tmp_path, b"second")
    later = "00-to-trinh-ban-2.docx"
    (tmp_path / later).write_bytes(b"edited later")
    papers = PaperFolder(tmp_path)
    papers.take_in(later, NAME)
    papers.save()
    assert (tmp_path / NAME).read_bytes() == b"edited later"
    assert taken_in(tmp_path) == {NAME: tmp_path / NAME}
    assert edited_outside(tmp_path) == ()
    kept = {p.read_bytes() for p in tmp_path.glob("*.docx")}
    assert kept == {b"edited", b"edited later"}
    assert put(tmp_path, b"third") == (NAME, None)


def test_a_taken_in_paper_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    (tmp_path / NAME).write_bytes(b"edited")
    papers = PaperFolder(tmp_path)
    papers.take_in(NAME)
    papers.save()
    (tmp_path / NAME).unlink()
    assert put(tmp_path, b"second") == (NAME, None)
    assert (tmp_path / NAME).read_bytes() == b"second"
    assert taken_in(tmp_path) == {}


def test_papers_of_a_killed_program_are_not_taken_for_edited_ones(tmp_path: Path) -> None:
    put(tmp_path, b"first")
    PaperFolder(tmp_path).put(NAME, b"second", ABOUT)  # and never saved
    assert edited_outside(tmp_path) == ()
    assert put(tmp_path, b"third") == (NAME, None)
    assert [p.name for p in sorted(tmp_path.iterdir())] == [NAME, SIDE_FILE]


def test_what_was_edited_after_the_program_was_killed_stays(tmp_path: Path) -> None:
    PaperFolder(tmp_path).put(NAME, b"first", ABOUT)
    (tmp_path / NAME).write_bytes(b"edited in Word")
    assert put(tmp_path, b"second")[1] == tmp_path / NAME
    assert (tmp_path / NAME).read_bytes() == b"edited in Word"


def test_a_line_cut_off_by_the_kill_is_passed_over(tmp_path: Path) -> None:
    PaperFolder(tmp_path).put(NAME, b"first", ABOUT)
    with (tmp_path / f"{SIDE_FILE}.dang-lam").open("ab") as stream:
        stream.write('["00-to-trì'.encode()[:-1])
    assert put(tmp_path, b"second") == (NAME, None)


@pytest.mark.parametrize("content", ['{"a.docx": 1}', "[]", "[" * 100_000, '{"\\ud800": {}}'])
def test_a_side_file_of_another_shape_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / SIDE_FILE).write_text(content)
    with pytest.raises(UserError) as caught:
        PaperFolder(tmp_path)
    assert caught.value.code == "error.cannot_read"
