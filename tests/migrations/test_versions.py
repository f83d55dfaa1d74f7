"""Filled books of every schema version open today, with everything still in them."""

import gzip
import re
import sqlite3
from pathlib import Path

import pytest

from khenthuong.paths import DataFolder
from khenthuong.storage import (
    history,
    migrations,
    office,
    open_books,
    plan_import,
    pragmas,
    records,
    rounds,
    search,
)
from tests import factories

FILES = sorted(Path(__file__).parent.glob("v*.sqlite.gz"))


def version_of(path: Path) -> int:
    match = re.match(r"v(\d+)", path.name)
    assert match is not None
    return int(match[1])


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def old(request, tmp_path):
    """A data folder holding the books of one version."""
    DataFolder(tmp_path).database.write_bytes(gzip.decompress(request.param.read_bytes()))
    return tmp_path


def test_every_version_has_its_books():
    assert [version_of(path) for path in FILES] == [*range(1, migrations.LATEST + 1)]


def test_books_of_a_version_are_what_they_say(old, request):
    connection = sqlite3.connect(DataFolder(old).database)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    assert f"v{version}." in request.node.callspec.id


def test_old_books_open_whole(old):
    with open_books(old) as books:
        assert office.get_office(books) == factories.office(settings=(("dien thoai", "0900"),))
        assert records.of_recipient(books, "CN-001").awards[0].initiatives == ("SK-001",)
        assert rounds.votes(books, "DX-2025") == (factories.vote(),)
        assert search.codes(books, None, "ng th uo") == ("CN-001",)
        assert history.operations(books)[0].who == "Lê Thị Ghi"
        plan = plan_import(books, factories.whole_batch())
    assert (plan.new, plan.changed) == ({}, ())
    assert pragmas.full_check(DataFolder(old).database) == []
