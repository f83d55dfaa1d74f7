"""Writing rule files: what is read back is what was written; a file lies there whole."""

import tomllib
from datetime import date

import pytest

from khenthuong.catalog.overlay_file import dump, line_of, save
from khenthuong.errors import CatalogError

TABLE = {
    "schema": 1,
    "name": 'Ủy ban "X" \\ \n tab\t \x01 \x7f',
    "flag": True,
    "day": date(2026, 2, 5),
    "words": ["một", "hai"],
    "text": [{"id": "a", "cite": {"text": "b", "article": "5"}}],
    "award": [{"id": "z", "criterion": [{"id": "k", "child": [{"id": "c", "flag": False}]}]}],
}


def test_what_was_written_is_read_back():
    assert tomllib.loads(dump(TABLE, ("Ghi chú", ""))) == TABLE


def test_what_has_no_value_is_left_out():
    assert tomllib.loads(dump({"a": None, "b": "", "c": [], "d": 0})) == {"d": 0}


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "forms" / "quy_dinh" / "x.toml"
    save(path, {"a": 1})
    save(path, TABLE, ("Ghi chú",))
    assert tomllib.loads(path.read_text(encoding="utf-8")) == TABLE
    assert [one.name for one in path.parent.iterdir()] == ["x.toml"]


def test_a_file_that_cannot_be_written_stays(tmp_path):
    path = tmp_path / "x.toml"
    path.mkdir()
    (path / "giu").touch()
    with pytest.raises(CatalogError) as caught:
        save(path, {"a": 1})
    assert caught.value.code == "rule.cannot_write"
    assert [one.name for one in tmp_path.iterdir()] == ["x.toml"]


@pytest.mark.parametrize(
    ("place", "key", "line"),
    [
        ("award[z].criterion[k].child[c]", "flag", "flag = false"),
        ("award[z]", "id", 'id = "z"'),
        ("text[a].cite", "article", "cite = {"),
        ("text[a]", "khong_co", 'id = "a"'),
        ("", "day", "day = "),
    ],
)
def test_the_line_of_a_place(place, key, line):
    text = dump(TABLE)
    found = line_of(text, place, key)
    assert text.splitlines()[found - 1].startswith(line)


def test_nothing_has_no_line():
    assert line_of("", "a[b]", "c") == 0
