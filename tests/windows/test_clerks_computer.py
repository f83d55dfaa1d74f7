"""What a clerk's Windows does to files, played on any system: editors, owner files, newer data."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.catalog.form_library import load_library
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.documents.layout.opening import open_paper
from khenthuong.errors import LayoutError, WorkbookError
from khenthuong.exchange.lists import files as lists
from khenthuong.paths import shipped
from khenthuong.services.intake import importing
from khenthuong.services.workspace import open_workspace
from main import main

BOM = b"\xef\xbb\xbf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with open_workspace(tmp_path / "Sổ khen thưởng") as ws:
        assert ws.books.folder.database.exists()
    return tmp_path / "Sổ khen thưởng"


def test_newer_books_are_refused_politely_and_stay(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = root / "khenthuong.sqlite"
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = database.read_bytes()
    assert main(["--data", str(root), "rounds"]) == 1
    said = capsys.readouterr().err
    assert "bản chương trình mới hơn" in said
    assert "Sổ được giữ nguyên" in said
    assert database.read_bytes() == before


FORM = "to_trinh.toml"


def saved_by_notepad(folder: Path, how: str) -> Path:
    """A shipped form saved again by an editor of Windows into the province's folder."""
    text = shipped("forms", "bieu_mau", FORM).read_text(encoding="utf-8")
    text = text.replace("\n", "\r\n")
    target = folder / "bieu_mau" / FORM
    target.parent.mkdir(parents=True)
    encodings = {"bom": BOM + text.encode(), "utf16": text.encode("utf-16"), "plain": text.encode()}
    target.write_bytes(encodings[how])
    return target


@pytest.mark.parametrize("how", ["bom", "plain"])
def test_a_form_saved_by_notepad_is_read(how: str, tmp_path: Path) -> None:
    saved_by_notepad(tmp_path, how)
    assert load_library(shipped("forms"), tmp_path).problems == ()


def test_a_form_saved_as_utf16_is_told_and_the_shipped_one_stays(tmp_path: Path) -> None:
    saved_by_notepad(tmp_path, "utf16")
    library = load_library(shipped("forms"), tmp_path)
    (problem,) = library.problems
    assert "UTF-8" in texts.say(problem.code, problem.arguments)


@pytest.mark.parametrize("how", ["bom", "utf16"])
def test_a_rule_file_saved_by_an_editor(how: str, tmp_path: Path) -> None:
    name = "tieu_chuan_chung.toml"
    text = shipped("forms", "quy_dinh", name).read_text(encoding="utf-8").replace("\n", "\r\n")
    target = tmp_path / "quy_dinh" / name
    target.parent.mkdir()
    target.write_bytes(BOM + text.encode() if how == "bom" else text.encode("utf-16"))
    _, problems = load_rulebook(shipped("forms"), tmp_path)
    said = [texts.say(one.code, one.arguments) for one in problems]
    assert bool(said) is (how == "utf16")
    assert all("UTF-8" in one for one in said)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "utf-16", "utf-16-le"])
def test_a_list_saved_in_any_encoding_of_windows(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "danh sách.csv"
    path.write_bytes("Họ và tên;Đơn vị\r\nNguyễn Thị Ước;Thôn Đông\r\n".encode(encoding))
    (grid,) = lists.read_grids(path)
    assert [list(row) for row in grid.rows] == [
        ["Họ và tên", "Đơn vị"],
        ["Nguyễn Thị Ước", "Thôn Đông"],
    ]


def test_the_hidden_file_beside_an_open_workbook_is_named(root: Path, tmp_path: Path) -> None:
    owner = tmp_path / "~$sổ nhập.xlsx"
    owner.write_bytes(b"\x05hoa".ljust(165, b" "))
    with open_workspace(root) as ws, pytest.raises(WorkbookError) as caught:
        importing.preview(ws, owner)
    assert "«sổ nhập.xlsx»" in texts.say(caught.value.code, caught.value.arguments)


def test_the_hidden_file_beside_an_open_paper_is_named(tmp_path: Path) -> None:
    owner = tmp_path / "~$-trinh.docx"
    owner.write_bytes(b"\x03hoa".ljust(162, b" "))
    with pytest.raises(LayoutError) as caught:
        open_paper(owner)
    assert caught.value.code == "layout.owner_file"


def test_a_data_folder_copied_elsewhere_opens_with_letters_and_spaces(
    root: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "Ổ chung  của Ủy ban" / "Đề nghị & khen thưởng (2026)"
    shutil.copytree(root, moved)
    with open_workspace(moved) as ws:
        assert ws.books.folder.root == moved


def test_the_screen_scales_by_what_windows_says() -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    passed = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    assert QGuiApplication.highDpiScaleFactorRoundingPolicy() is passed


@pytest.mark.parametrize("year", [1999, 2002, 2050])
def test_a_clock_that_is_wrong_does_not_keep_the_books_shut(
    year: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import date

    from khenthuong.services.workspace import Workspace

    monkeypatch.setattr(Workspace, "today", lambda _: date(year, 1, 1))
    with open_workspace(root) as ws:
        assert ws.calendar is not None
        assert ws.forms


def test_shifts_of_printers_saved_by_notepad_are_read(root: Path) -> None:
    from khenthuong.services.paperwork import sheets

    line = '[[may_in]]\r\nten = "Canon"\r\nngang = 1.5\r\ndoc = -2.0\r\n'
    (root / "may_in.toml").write_bytes(BOM + line.encode())
    with open_workspace(root) as ws:
        found = sheets.shifts(ws)
    assert (found["Canon"].x, found["Canon"].y) == (1.5, -2.0)
