"""The report of a fault says what helps, and nothing of what the books say."""

import json
import logging
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from khenthuong import __version__, app
from khenthuong.errors import BooksError, PackageError
from khenthuong.paths import DataFolder
from khenthuong.services import demo
from khenthuong.services.safety import fault_report
from khenthuong.storage import open_books, register
from tests import factories

SECRETS = ("Lường Thị Ẩn Danh", "001099887766", "Thôn Bí Mật", "/home/luong.thi")


@pytest.fixture
def troubled(tmp_path) -> Path:
    """Books with people in them and a log that quotes them."""
    root = tmp_path / "luong.thi"
    demo.open_sample(root)
    with open_books(root) as books, books.write("Thêm Lường Thị Ẩn Danh"):
        register.save(
            books,
            factories.person(
                "CN-900", name=SECRETS[0], cccd=SECRETS[1], unit="", residence=SECRETS[2]
            ),
        )
    handler = app.start_log(root)
    try:
        raise BooksError("error.cannot_write", path="/home/luong.thi/so", reason=SECRETS[0])
    except BooksError as error:
        logging.getLogger("khenthuong.ui").error("%s bị lỗi", SECRETS[0], exc_info=error)
    logging.getLogger("khenthuong").removeHandler(handler)
    handler.close()
    return root


def test_nothing_of_anybody_leaves(troubled, tmp_path) -> None:
    target = tmp_path / "bao-loi.zip"
    fault_report.write(target, fault_report.contents(troubled, "  Bấm «Chốt» thì tắt "))
    with zipfile.ZipFile(target) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert files[fault_report.WORDS] == "Bấm «Chốt» thì tắt"
    everything = "\n".join([*files, *files.values()])
    assert [secret for secret in SECRETS if secret in everything] == []
    assert "luong" not in everything


def test_it_says_what_helps(troubled) -> None:
    files = fault_report.contents(troubled, screen={"width": 1366})
    computer = json.loads(files[fault_report.COMPUTER])
    assert computer["version"] == __version__
    assert computer["rows"]["person"] > 100
    assert computer["screen"] == {"width": 1366}
    assert computer["parts"]["lxml"]
    assert "khenthuong.errors.BooksError" in files[fault_report.LOG]
    assert fault_report.WORDS not in files


def test_damaged_books_are_reported_too(troubled) -> None:
    DataFolder(troubled).database.write_bytes(b"not a database at all" * 99)
    computer = json.loads(fault_report.contents(troubled)[fault_report.COMPUTER])
    assert computer["rows"] == {}
    assert [code for code in computer["troubles"] if "doctor.unreadable" in code]


def test_a_place_that_cannot_be_written_is_said(tmp_path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(PackageError) as refused:
        fault_report.write(tmp_path / "tep" / "a.zip", {})
    assert refused.value.code == "error.cannot_write"


def test_the_name_says_when() -> None:
    assert fault_report.proposed_name(datetime(2026, 11, 22, 9, 5)) == "bao-loi-20261122-0905.zip"
