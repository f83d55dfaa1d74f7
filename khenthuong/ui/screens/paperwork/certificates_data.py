"""What the page of certificates reads and writes, on the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from khenthuong import texts
from khenthuong.domain.certificates import Certificate, SheetField
from khenthuong.domain.sheet_layouts import SheetLayout, misfits
from khenthuong.texts import label as word
from khenthuong.ui.sheet_painter import Drawing

ROUND, YEAR = "round", "year"
Source = tuple[str, str]
"""(`ROUND`, code) or (`YEAR`, «2026»)."""
SAMPLE: Mapping[SheetField, str] = {
    SheetField.STATE: "Cộng hòa xã hội chủ nghĩa Việt Nam",
    SheetField.MOTTO: "Độc lập - Tự do - Hạnh phúc",
    SheetField.DECIDER: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH AN",
    SheetField.VERB: "TẶNG",
    SheetField.AWARD: "GIẤY KHEN",
    SheetField.ADDRESS: "Bà",
    SheetField.NAME: "Nguyễn Thị Hồng Ánh",
    SheetField.FULL_NAME: "Bà Nguyễn Thị Hồng Ánh",
    SheetField.ABOUT: "Công chức Văn hóa - Xã hội, Văn phòng Ủy ban nhân dân xã Vĩnh An",
    SheetField.ACHIEVEMENT: "Đã có thành tích xuất sắc trong phong trào thi đua năm 2026",
    SheetField.DECISION: "123/QĐ-UBND, ngày 20 tháng 11 năm 2026",
    SheetField.DECISION_NUMBER: "123/QĐ-UBND",
    SheetField.DECISION_DATE: "ngày 20 tháng 11 năm 2026",
    SheetField.GOLDEN: "127/2026",
    SheetField.PLACE_DATE: "Vĩnh An, ngày 20 tháng 11 năm 2026",
    SheetField.SIGNER_POSITION: "CHỦ TỊCH",
    SheetField.SIGNER_NAME: "Trần Quang Phượng",
}
"""Invented words by which a sheet is laid out before there is any award."""


@dataclass(frozen=True)
class CertificatesView:
    """What can be chosen: rounds and years, layouts (with whether own), and the log."""

    sources: tuple[tuple[str, Source], ...]
    layouts: tuple[Any, ...]
    emblem: Path | None
    shifts: Mapping[str, Any]
    log: tuple[Any, ...]
    problems: tuple[str, ...]


def read_view(ws: Any) -> CertificatesView:
    """Everything but the certificates themselves."""
    from khenthuong.services.paperwork import certificates, sheets

    rounds = [(one.name, (ROUND, one.code)) for one in certificates.rounds(ws)]
    years = [
        (f"Khen thưởng đã ghi sổ, quyết định năm {year}", (YEAR, str(year)))
        for year in certificates.years(ws)
    ]
    return CertificatesView(
        sources=(*rounds, *years),
        layouts=sheets.layouts(ws),
        emblem=sheets.emblem(ws),
        shifts=sheets.shifts(ws),
        log=certificates.log(ws),
        problems=tuple(texts.say(e.code, e.arguments) for e in sheets.problems(ws)),
    )


def read_certificates(ws: Any, source: Source) -> tuple[Source, tuple[Certificate, ...]]:
    """The certificates of a round or a year; the source comes back with them."""
    from khenthuong.services.paperwork import certificates

    kind, name = source
    found = (
        certificates.of_round(ws, name) if kind == ROUND else certificates.of_year(ws, int(name))
    )
    return source, found


def read_scan(ws: Any, layout: SheetLayout) -> QImage:
    """The picture of the printed sheet; an empty one where there is none or it cannot be read."""
    from khenthuong.services.paperwork import sheets

    path = sheets.picture(ws, layout)
    return QImage(str(path)) if path is not None else QImage()


def give_numbers(ws: Any, chosen: Sequence[Certificate]) -> tuple[Certificate, ...]:
    """Each with its số sổ vàng."""
    from khenthuong.services.paperwork import certificates

    return certificates.give_numbers(ws, chosen)


def note_printed(
    ws: Any, chosen: Sequence[Certificate], layout: str, target: str, reason: str
) -> int:
    """Write the log; returns how many."""
    from khenthuong.services.paperwork import certificates

    certificates.note_printed(ws, chosen, layout, target, reason)
    return len(chosen)


def keep_wording(ws: Any, one: Certificate, wording: str) -> None:
    """Other words for the achievement."""
    from khenthuong.services.paperwork import certificates

    certificates.set_wording(ws, one, wording)


def save_layout(ws: Any, layout: SheetLayout) -> SheetLayout:
    """Keep a layout under its own code."""
    from khenthuong.services.paperwork import sheets

    sheets.save_layout(ws, layout)
    return layout


def copy_layout(ws: Any, layout: SheetLayout, name: str) -> SheetLayout:
    """Keep a layout under a new name."""
    from khenthuong.services.paperwork import sheets

    return sheets.copy_layout(ws, layout, name)


def remove_layout(ws: Any, layout: SheetLayout) -> None:
    """Drop the office's own layout."""
    from khenthuong.services.paperwork import sheets

    sheets.remove_layout(ws, layout)


def import_layout(ws: Any, path: Path) -> SheetLayout:
    """Take in a layout of another office."""
    from khenthuong.services.paperwork import sheets

    return sheets.import_layout(ws, path)


def export_layout(_: Any, layout: SheetLayout, path: Path) -> Path:
    """Write a layout for another office."""
    from khenthuong.services.paperwork import sheets

    sheets.export_layout(layout, path)
    return path


def keep_picture(ws: Any, layout: SheetLayout, path: Path) -> SheetLayout:
    """Take the scan of a printed sheet into the data folder, if it can be read."""
    from khenthuong.errors import UserError
    from khenthuong.services.paperwork import sheets

    if QImage(str(path)).isNull():
        raise UserError("sheet.picture_unreadable", path=path)
    return sheets.keep_picture(ws, layout, path)


def keep_emblem(ws: Any, path: Path) -> Path:
    """Take the office's picture of the Quốc huy into the data folder."""
    from khenthuong.errors import UserError
    from khenthuong.services.paperwork import sheets

    if QImage(str(path)).isNull():
        raise UserError("sheet.picture_unreadable", path=path)
    return sheets.keep_emblem(ws, path)


def save_shift(ws: Any, printer: str, x: float, y: float, scale: float) -> None:
    """Keep what puts a printer right."""
    from khenthuong.services.paperwork import sheets

    sheets.save_shift(ws, sheets.PrinterShift(printer, x, y, scale))


def drawing_of(one: Certificate, layout: SheetLayout, emblem: Path | None) -> Drawing:
    """A certificate on a sheet."""
    return Drawing(layout, one.values, one.kind, emblem)


def faults(one: Certificate, layout: SheetLayout) -> list[str]:
    """What will not print well, in words; counted with a số sổ vàng, given or not."""
    values = {**one.values}
    if not values[SheetField.GOLDEN]:
        values[SheetField.GOLDEN] = SAMPLE[SheetField.GOLDEN]
    return sheet_faults(replace(one, values=values).name, Drawing(layout, values, one.kind))


def sheet_faults(name: str, drawing: Drawing) -> list[str]:
    """The same for any drawing."""
    said: list[str] = []
    for one in misfits(drawing.layout, drawing.blocks):
        what = texts.say(one.code, one.arguments)
        arguments = {"name": name, "field": word(one.field), "what": what}
        said.append(texts.say("sheet.misfit", arguments))
    return said
