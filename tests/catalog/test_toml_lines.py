"""Keys are found on their lines, through lists, inline tables, strings and comments."""

import pytest

from khenthuong.catalog.toml_lines import line_of, lines_of

TEXT = '''schema = 1  # key = "x"
title = "a = b [[section]]"
note = """
label = 1
[[section]]
"""

[[section]]
title = "I"

[[section.field]]
key = "mot"

[[section.field]]
key = "hai"
show_if = { field = "mot", equals = "co" }
columns = [
  { key = "ten", type = "text" },
  { key = "so",
    type = "integer" },
]
choices = [
  "a", "b = c",
]
label = "Hai"

[[section]]
title = "II"
field = [
  { key = "ba", label = "Ba" },
]

[[check]]
kind = "sum"
'''


@pytest.mark.parametrize(
    ("place", "key", "words"),
    [
        ("", "title", 'title = "a'),
        ("section[1]", "title", 'title = "I"'),
        ("section[1].field[2] «hai»", "label", 'label = "Hai"'),
        ("section[1].field[2] «hai».show_if", "equals", "show_if"),
        ("section[1].field[2] «hai».columns[2] «so»", "type", 'type = "integer"'),
        ("section[1].field[2] «hai».columns[1] «ten»", "max", '{ key = "ten"'),
        ("section[2].field[1] «ba»", "label", '{ key = "ba"'),
        ("section[2]", "title", 'title = "II"'),
        ("check[1]", "kind", "kind ="),
        ("check[1]", "says", "[[check]]"),
        ("section[1].field[1]", "mau", 'key = "mot"'),
    ],
)
def test_a_key_has_its_line(place, key, words):
    line = line_of(lines_of(TEXT), place, key)
    shown = TEXT.splitlines()[line - 1 : line + 1]
    assert any(words in one for one in shown)
    if key not in ("max", "mau"):
        assert words in shown[0]


def test_what_is_nowhere_is_on_the_first_line():
    assert line_of(lines_of(TEXT), "", "khong_co") == 1
