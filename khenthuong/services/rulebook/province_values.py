"""Mức do tỉnh quy định: what the law leaves to the province, filled in from its documents.

They lie as dated values in a file of the office's data folder (forms/quy_dinh), so that a province
can hand them out, and are read as every other rule is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from khenthuong import texts
from khenthuong.catalog.overlay_file import save
from khenthuong.catalog.pack_file import read_values, values_table
from khenthuong.catalog.rulebook import RULES
from khenthuong.domain.criteria import Criterion, DatedValue, OpenValue, Rulebook
from khenthuong.domain.kinds import Checked, ValueUnit
from khenthuong.domain.province import ProvinceValue
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.paperwork import asking
from khenthuong.services.rulebook import confirmations
from khenthuong.services.workspace import Workspace

FILE = "gia_tri_cua_tinh.toml"
_UNITS: Mapping[str, ValueUnit] = {
    "points": ValueUnit.POINTS,
    "quota": ValueUnit.PERCENT,
    "ballot": ValueUnit.PERCENT,
    "contribution": ValueUnit.MONEY,
    "notice_days": ValueUnit.DAYS,
    "elapsed_days": ValueUnit.WORKING_DAYS,
}
_MOST_PERCENT = Decimal(100)


@dataclass(frozen=True)
class ValueLine:
    """An open value with what is filled in, and what is used of what is shipped meanwhile."""

    value: OpenValue
    filled: tuple[ProvinceValue, ...]
    shipped: DatedValue | None


def lines(ws: Workspace, day: date) -> tuple[ValueLine, ...]:
    """Every value that the law leaves to the province; those with nothing filled in too."""
    mine = filled(ws)
    found: list[ValueLine] = []
    for one in open_values(ws.rulebook):
        own = tuple(sorted((f for f in mine if f.id == one.id), key=lambda f: f.start))
        in_force = ws.rulebook.value(one.id, day)
        shipped = in_force if in_force and in_force.checked is not Checked.TEXT else None
        found.append(ValueLine(one, own, shipped))
    return tuple(found)


def open_values(book: Rulebook) -> tuple[OpenValue, ...]:
    """Those that the rules list, then those that a criterion names without being listed."""
    listed = {one.id: one for one in book.open_values}
    for award, criterion in _every(book):
        id_ = str(criterion.parameters.get("value", ""))
        unit = _UNITS.get(criterion.kind)
        if id_ and unit and id_ not in listed:
            most = _MOST_PERCENT if unit is ValueUnit.PERCENT else None
            listed[id_] = OpenValue(
                id_, criterion.label, unit, criterion.cite, most=most, award=award
            )
    return tuple(listed.values())


def filled(ws: Workspace) -> tuple[ProvinceValue, ...]:
    """What is filled in, in the file's order; nothing without the file.

    Raises CatalogError for a file that cannot be read.
    """
    path = path_of(ws)
    if not path.exists():
        return ()
    return read_values(path)


def fill(
    ws: Workspace, value: ProvinceValue, instead_of: ProvinceValue | None = None
) -> ProvinceValue:
    """Keep a value of the province, in place of another one when the clerk mends that.

    Raises UserError for what is missing or cannot be, or overlaps another value in time;
    CatalogError when the file cannot be read or written.
    """
    given = replace(_checked(ws, value), on=ws.today())
    kept = [one for one in filled(ws) if one != instead_of]
    for other in kept:
        if other.overlaps(given):
            raise UserError(
                "value.overlaps",
                value=_number_text(other.number),
                unit=find(ws.rulebook, other.id).unit,
                span=asking.span(other.start, other.end),
            )
    write(ws, [*kept, given])
    return given


def remove(ws: Workspace, value: ProvinceValue) -> None:
    """Take a value out; criteria that rest on it are compared again."""
    write(ws, [one for one in filled(ws) if one != value])


def find(book: Rulebook, value_id: str) -> OpenValue:
    """An open value by its id; raises NotFoundError."""
    for one in open_values(book):
        if one.id == value_id:
            return one
    raise NotFoundError("value.unknown", id=value_id)


def read_number(text: str) -> Decimal:
    """«62,5» or «50.000.000» as a number; raises UserError."""
    typed = clean(text).replace(" ", "").rstrip("%")
    groups = typed.split(".")
    if len(groups) > 1 and all(len(part) == len("000") for part in groups[1:]):
        typed = "".join(groups)
    try:
        found = Decimal(typed.replace(",", "."))
    except InvalidOperation as cause:
        raise UserError("value.not_number", value=text) from cause
    if not found.is_finite():
        raise UserError("value.not_number", value=text)
    return found


def write(ws: Workspace, values: Sequence[ProvinceValue]) -> None:
    """Write the file with exactly these values, and read the rules again."""
    remark = texts.say("pack.values_remark")
    save(path_of(ws), values_table(values), (remark,))
    ws.read_rules_again()


def path_of(ws: Workspace) -> Path:
    """Where the values of the province lie in the office's data folder."""
    return ws.folder.forms / RULES / FILE


def shown(book: Rulebook, value: ProvinceValue) -> str:
    """«62,5%», «10 ngày»."""
    return asking.shown_value(value.number, find(book, value.id).unit)


def document_name(value: ProvinceValue) -> str:
    """«15/2026/QĐ-UBND ngày 05/02/2026»."""
    arguments = {"document": value.document, "day": value.document_date}
    return texts.say("value.document", arguments)


def _checked(ws: Workspace, value: ProvinceValue) -> ProvinceValue:
    given = replace(
        value, document=clean(value.document), issuer=clean(value.issuer), by=clean(value.by)
    )
    if not given.document or not given.by:
        raise UserError("value.needs")
    if given.document_date > ws.today():
        raise UserError("confirm.date_to_come", day=given.document_date)
    if given.end is not None and given.end < given.start:
        raise UserError("value.backwards", start=given.start, end=given.end)
    _check_number(find(ws.rulebook, given.id), given.number)
    return given


def _check_number(one: OpenValue, number: Decimal) -> None:
    shown_number = _number_text(number)
    if number < one.least:
        raise UserError(
            "value.too_small", value=shown_number, least=_number_text(one.least), unit=one.unit
        )
    if one.most is not None and number > one.most:
        raise UserError(
            "value.too_large", value=shown_number, most=_number_text(one.most), unit=one.unit
        )
    if asking.is_whole(one.unit) and number != number.to_integral_value():
        raise UserError("value.whole", value=shown_number, unit=one.unit)


def _number_text(number: Decimal) -> str:
    return texts.show(_exact(number))


def _exact(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def _every(book: Rulebook) -> Iterator[tuple[str, Criterion]]:
    for award in book.awards.values():
        for top in award.criteria:
            yield from ((award.id, one) for one in confirmations.tree(top))
    for top in book.common:
        yield from (("", one) for one in confirmations.tree(top))
