"""Layouts of sheets, their pictures, and how far each printer prints beside the mark."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from khenthuong import storage, texts
from khenthuong.catalog.sheet_file import load_layouts, parse_layout, read_layout, write_layout
from khenthuong.documents.files import write_paper
from khenthuong.domain.names import slug
from khenthuong.domain.sheet_layouts import SheetLayout
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import UserError
from khenthuong.paths import shipped
from khenthuong.services.workspace import Workspace

FOLDER = "giay_khen"
EMBLEM = "quoc-huy"
"""The office's own picture of the Quốc huy, whatever its ending."""
PICTURES = (".png", ".jpg", ".jpeg", ".svg", ".bmp", ".tif", ".tiff")
_LARGEST_SHIFT, _SCALES = 50.0, (90.0, 110.0)


@dataclass(frozen=True)
class KnownLayout:
    """A layout and whether the office keeps it itself (shipped ones are copied when changed)."""

    layout: SheetLayout
    own: bool


@dataclass(frozen=True)
class PrinterShift:
    """How a printer is put right: everything moved by `x`, `y` mm and scaled to `scale` %."""

    printer: str
    x: float = 0.0
    y: float = 0.0
    scale: float = 100.0


def layouts(ws: Workspace) -> tuple[KnownLayout, ...]:
    """Shipped layouts, the province's, and the office's own; the same code: the office's wins."""
    found, _ = load_layouts(shipped("forms", FOLDER), ws.folder.forms / FOLDER)
    known = {code: KnownLayout(layout, own=False) for code, layout in found.items()}
    for code, content in storage.certificates.layouts(ws.books).items():
        known[code] = KnownLayout(parse_layout(code, content), own=True)
    return tuple(sorted(known.values(), key=_order))


def _order(one: KnownLayout) -> tuple[bool, bool, float, str]:
    """The office's own first, then those with our frame, the small sheets before the large."""
    layout = one.layout
    return (not one.own, not layout.framed, layout.width, layout.name)


def problems(ws: Workspace) -> tuple[UserError, ...]:
    """What is wrong in layout files of the province."""
    return tuple(load_layouts(ws.folder.forms / FOLDER)[1])


def save_layout(ws: Workspace, layout: SheetLayout) -> None:
    """Keep a layout as the office's own."""
    with ws.books.write(texts.say("operation.sheet_layout", {"name": layout.name})):
        storage.certificates.save_layout(ws.books, layout.code, layout.name, write_layout(layout))


def copy_layout(ws: Workspace, layout: SheetLayout, name: str) -> SheetLayout:
    """Keep a layout under a new name and code; raises UserError for an empty name."""
    name = clean(name)
    if not name:
        raise UserError("sheet.name_missing")
    taken = {one.layout.code for one in layouts(ws)}
    code = base = slug(name)
    number = 2
    while code in taken:
        code, number = f"{base}-{number}", number + 1
    made = replace(layout, code=code, name=name)
    save_layout(ws, made)
    return made


def remove_layout(ws: Workspace, layout: SheetLayout) -> None:
    """Drop the office's own layout; a shipped one of the same code counts again."""
    with ws.books.write(texts.say("operation.sheet_layout_removed", {"name": layout.name})):
        storage.certificates.remove_layout(ws.books, layout.code)


def export_layout(layout: SheetLayout, target: Path) -> None:
    """Write a layout for another office; its scan does not travel with it."""
    write_paper(target, write_layout(layout).encode())


def import_layout(ws: Workspace, source: Path) -> SheetLayout:
    """Take in a layout; one of the same code stays, the new one gets a code of its own."""
    layout = read_layout(source)
    if all(one.layout.code != layout.code for one in layouts(ws)):
        save_layout(ws, layout)
        return layout
    return copy_layout(ws, layout, layout.name)


def keep_picture(ws: Workspace, layout: SheetLayout, source: Path) -> SheetLayout:
    """Copy a scan of the printed sheet into the data folder; returns the layout that shows it."""
    name = f"{layout.code}{source.suffix.lower()}"
    _keep(ws, source, name)
    return replace(layout, picture=name)


def keep_emblem(ws: Workspace, source: Path) -> Path:
    """Copy the office's picture of the Quốc huy into the data folder, in place of another."""
    old = emblem(ws)
    made = _keep(ws, source, f"{EMBLEM}{source.suffix.lower()}")
    if old is not None and old != made:
        old.unlink()
    return made


def emblem(ws: Workspace) -> Path | None:
    """The picture of the Quốc huy; None where the office has not given one."""
    found = (ws.folder.sheets / f"{EMBLEM}{ending}" for ending in PICTURES)
    return next((path for path in found if path.is_file()), None)


def picture(ws: Workspace, layout: SheetLayout) -> Path | None:
    """The scan of a layout's sheet; None where there is none."""
    path = ws.folder.sheets / layout.picture
    return path if layout.picture and path.is_file() else None


def shifts(ws: Workspace) -> dict[str, PrinterShift]:
    """What is known of this computer's printers, by name; a damaged file counts as none."""
    try:
        table = tomllib.loads(ws.folder.printers.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    rows = table.get("may_in", [])
    found = map(_shift, cast("list[object]", rows) if isinstance(rows, list) else [])
    return {one.printer: one for one in found if one is not None}


def save_shift(ws: Workspace, shift: PrinterShift) -> None:
    """Keep a printer's shift; raises UserError for one that cannot be meant."""
    low, high = _SCALES
    if max(abs(shift.x), abs(shift.y)) > _LARGEST_SHIFT or not low <= shift.scale <= high:
        raise UserError("sheet.shift_too_large", limit=_LARGEST_SHIFT, low=low, high=high)
    known = shifts(ws) | {shift.printer: shift}
    lines = [line for one in known.values() for line in _lines(one)]
    write_paper(ws.folder.printers, ("\n".join(lines) + "\n").encode())


def _lines(one: PrinterShift) -> tuple[str, ...]:
    name = one.printer.replace("\\", "\\\\").replace('"', '\\"')
    return (
        "[[may_in]]",
        f'ten = "{name}"',
        f"ngang = {one.x:.1f}",
        f"doc = {one.y:.1f}",
        f"ty_le = {one.scale:.2f}",
        "",
    )


def _shift(given: object) -> PrinterShift | None:
    if not isinstance(given, dict):
        return None
    row = cast("dict[str, object]", given)
    numbers = [row.get("ngang", 0.0), row.get("doc", 0.0), row.get("ty_le", 100.0)]
    if not isinstance(row.get("ten"), str):
        return None
    known = [float(n) for n in numbers if isinstance(n, int | float)]
    return PrinterShift(str(row["ten"]), *known) if len(known) == len(numbers) else None


def _keep(ws: Workspace, source: Path, name: str) -> Path:
    if source.suffix.lower() not in PICTURES:
        raise UserError("sheet.not_picture", path=source, kinds=PICTURES)
    try:
        data = source.read_bytes()
    except OSError as cause:
        raise UserError("error.cannot_read", path=source, reason=cause.strerror) from cause
    target = ws.folder.sheets / name
    write_paper(target, data)
    return target
