"""Layouts of sheets as TOML: read strictly, written so that reading gives the same layout."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from khenthuong.catalog.toml_reader import NO_TOML, SCHEMA, Reader, read_toml
from khenthuong.domain.certificates import SheetField
from khenthuong.domain.kinds import Checked
from khenthuong.domain.sheet_layouts import Align, Emblem, Ink, Placed, SheetLayout
from khenthuong.errors import CatalogError, UserError

_HEAD = ("schema", "id", "ten", "rong", "cao", "khung", "phong_chu", "anh", "checked", "note")
_EMBLEM = ("x", "y", "co")
_FIELD = (
    *("muc", "x", "y", "rong", "co", "co_nho_nhat", "so_dong", "cach_dong", "dam", "nghieng"),
    *("can", "mau", "in_hoa", "truoc", "gach_chan", "theo_sau"),
)
_SMALLEST_SHEET, _LARGEST_SHEET = 50, 1200
_LETTERS = (4, 120)
_FONT = "Times New Roman"


def read_layout(path: Path) -> SheetLayout:
    """A layout from its file; raises CatalogError that names the place and the remedy."""
    return _layout(path.name, read_toml(path)[0])


def parse_layout(name: str, content: str) -> SheetLayout:
    """A layout from text written by `write_layout`; `name` is what an error calls it."""
    try:
        return _layout(name, tomllib.loads(content))
    except NO_TOML as error:
        raise CatalogError("rule.not_toml", file=name, detail=str(error)) from error


def load_layouts(*folders: Path) -> tuple[dict[str, SheetLayout], list[UserError]]:
    """The layouts of folders by code, a later folder's winning, and what could not be read."""
    found: dict[str, SheetLayout] = {}
    problems: list[UserError] = []
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            try:
                layout = read_layout(path)
            except CatalogError as error:
                problems.append(error)
            else:
                found[layout.code] = layout
    return found, problems


def write_layout(layout: SheetLayout) -> str:
    """The layout as TOML."""
    lines = [
        f"schema = {SCHEMA}",
        f"id = {_text(layout.code)}",
        f"ten = {_text(layout.name)}",
        f"rong = {_number(layout.width)}",
        f"cao = {_number(layout.height)}",
        f"khung = {_flag(layout.framed)}",
        f"phong_chu = {_text(layout.font)}",
        f"anh = {_text(layout.picture)}",
        f"checked = {_text(layout.checked.value)}",
        f"note = {_text(layout.note)}",
    ]
    if layout.emblem is not None:
        e = layout.emblem
        lines += ["", "[quoc_huy]"]
        lines += [f"x = {_number(e.x)}", f"y = {_number(e.y)}", f"co = {_number(e.size)}"]
    for placed in layout.fields:
        lines += ["", "[[muc]]", *_field_lines(placed)]
    return "\n".join(lines) + "\n"


def _field_lines(one: Placed) -> list[str]:
    return [
        f"muc = {_text(one.field.value)}",
        f"x = {_number(one.x)}",
        f"y = {_number(one.y)}",
        f"rong = {_number(one.width)}",
        f"co = {_number(one.size)}",
        f"co_nho_nhat = {_number(one.smallest)}",
        f"so_dong = {one.lines}",
        f"cach_dong = {_number(one.line_height)}",
        f"dam = {_flag(one.bold)}",
        f"nghieng = {_flag(one.italic)}",
        f"can = {_text(one.align.value)}",
        f"mau = {_text(one.ink.value)}",
        f"in_hoa = {_flag(one.capitals)}",
        f"truoc = {_text(one.before)}",
        f"gach_chan = {_flag(one.underline)}",
        f"theo_sau = {_flag(one.follows)}",
    ]


def _layout(file: str, table: Mapping[str, object]) -> SheetLayout:
    reader = Reader(file, table)
    reader.only((*_HEAD, "quoc_huy", "muc"), ("schema", "id", "ten", "rong", "cao", "muc"))
    if reader.whole("schema") != SCHEMA:
        raise reader.error("rule.wrong_type", key="schema", wanted=str(SCHEMA))
    fields = tuple(_placed(one) for one in reader.several("muc"))
    if len({one.field for one in fields}) != len(fields):
        raise reader.error("sheet.field_twice", key="muc")
    return SheetLayout(
        code=reader.text("id"),
        name=reader.text("ten"),
        width=_within(reader, "rong", _SMALLEST_SHEET, _LARGEST_SHEET),
        height=_within(reader, "cao", _SMALLEST_SHEET, _LARGEST_SHEET),
        fields=fields,
        framed=reader.flag("khung"),
        font=reader.text("phong_chu", _FONT),
        picture=_plain_name(reader, "anh"),
        emblem=_emblem(reader),
        checked=reader.choice("checked", Checked) if "checked" in table else Checked.MEMORY,
        note=reader.text("note"),
    )


def _emblem(reader: Reader) -> Emblem | None:
    if "quoc_huy" not in reader.table:
        return None
    inside = reader.inside("quoc_huy")
    inside.only(_EMBLEM, _EMBLEM)
    return Emblem(*(_within(inside, key, 0, _LARGEST_SHEET) for key in _EMBLEM))


def _placed(reader: Reader) -> Placed:
    reader.only(_FIELD, ("muc", "x", "y", "rong"))
    usual = Placed(reader.choice("muc", SheetField), 0, 0, 0)
    size = _within(reader, "co", *_LETTERS, default=usual.size)
    return Placed(
        field=usual.field,
        x=_within(reader, "x", -_LARGEST_SHEET, _LARGEST_SHEET),
        y=_within(reader, "y", -_LARGEST_SHEET, _LARGEST_SHEET),
        width=_within(reader, "rong", 1, _LARGEST_SHEET),
        size=size,
        smallest=_within(reader, "co_nho_nhat", *_LETTERS, default=min(usual.smallest, size)),
        lines=int(_within(reader, "so_dong", 1, 20, default=usual.lines)),
        line_height=_within(reader, "cach_dong", 0, 100, default=0),
        bold=reader.flag("dam"),
        italic=reader.flag("nghieng"),
        align=reader.choice("can", Align) if "can" in reader.table else usual.align,
        ink=reader.choice("mau", Ink) if "mau" in reader.table else usual.ink,
        capitals=reader.flag("in_hoa"),
        before=reader.text("truoc"),
        underline=reader.flag("gach_chan"),
        follows=reader.flag("theo_sau"),
    )


def _within(
    reader: Reader, key: str, low: float, high: float, default: float | None = None
) -> float:
    raw: Any = reader.table.get(key, default)
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not low <= raw <= high:
        raise reader.error("rule.wrong_type", key=key, wanted=f"{low} … {high}")
    return float(raw)


def _plain_name(reader: Reader, key: str) -> str:
    """A file's name only: a layout from elsewhere must not point out of the data folder."""
    name = reader.text(key)
    if name and (Path(name).name != name or "\\" in name):
        raise reader.error("rule.wrong_type", key=key, wanted='"phoi.png"')
    return name


def _number(value: float) -> str:
    return format(Decimal(str(round(value, 2))).normalize(), "f")


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _text(value: str) -> str:
    escaped = "".join(_escaped(letter) for letter in value)
    return f'"{escaped}"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    return letter if letter >= " " and letter != "\x7f" else f"\\u{ord(letter):04X}"
