"""Rule packs and the file of the province's values: strict reading, and the tables to write.

A pack is an overlay: its [[criterion]] tables are laid over the common criteria, each [[award]]
over the award file of the same id, its [[text]] and [[value]] stand beside those of forms/quy_dinh.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from khenthuong import texts
from khenthuong.catalog.overlay_file import line_of
from khenthuong.catalog.toml_reader import SCHEMA, Reader, read_toml
from khenthuong.domain.criteria import Confirmation, Criterion, Rulebook
from khenthuong.domain.kinds import Checked
from khenthuong.domain.names import slug
from khenthuong.domain.province import ProvinceValue, RulePack
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import CatalogError

_VALUES_KEYS = ("schema", "text", "value")
_PACK_KEYS = (*_VALUES_KEYS, "pack", "office", "province", "made_on", "criterion", "award")
_PACK_NEEDED = ("office", "made_on")
_TEXT_KEYS = ("id", "name", "short", "number", "issued", "issuer", "checked")
_TEXT_NEEDED = ("id", "name", "short", "number", "issued")
_VALUE_KEYS = ("id", "value", "from", "to", "cite", "checked", "by", "on", "source")
_VALUE_NEEDED = ("id", "value", "from", "cite", "checked")
_CRITERION_KEYS = ("id", "checked", "confirmed", "child")
_CONFIRMED_KEYS = ("by", "on", "document", "document_date", "source")
_CONFIRMED_NEEDED = ("by", "on", "document", "document_date")

Key = tuple[str, str]


def read_values(path: Path) -> tuple[ProvinceValue, ...]:
    """The province's values of a file; raises CatalogError with place, line and remedy."""
    table, raw = read_toml(path)
    reader = Reader(path.name, table)
    try:
        _check_schema(reader)
        reader.only(_VALUES_KEYS)
        return tuple(_values(reader, None))
    except CatalogError as error:
        raise _with_line(error, raw) from error


def read_pack(path: Path, book: Rulebook, value_ids: Iterable[str]) -> RulePack:
    """A pack, checked against our own rulebook and the ids of the values it may fill in.

    Raises CatalogError with file, place, line, key and remedy for anything that is not as it should
    be, also for an award or criterion that we do not know.
    """
    table, raw = read_toml(path)
    reader = Reader(path.name, table)
    try:
        if table.get("pack") is not True:
            raise reader.error("rule.pack_marker")
        _check_schema(reader)
        reader.only(_PACK_KEYS, _PACK_NEEDED)
        made_on = _day(reader, "made_on")
        confirmations = [*_of_criteria(reader, "", book.common)]
        for row in reader.several("award"):
            row.only(("id", "criterion"), ("id",))
            award = row.one_of("id", row.text("id"), book.awards)
            confirmations += _of_criteria(row, award, book.awards[award].criteria)
        return RulePack(
            office=clean(reader.text("office")),
            province=clean(reader.text("province")),
            made_on=made_on,
            confirmations=tuple(confirmations),
            values=tuple(_values(reader, tuple(value_ids))),
        )
    except CatalogError as error:
        raise _with_line(error, raw) from error


def values_table(values: Sequence[ProvinceValue]) -> dict[str, object]:
    """The values with their documents, as a file of forms/quy_dinh holds them."""
    documents: dict[str, dict[str, object]] = {}
    rows: list[dict[str, object]] = []
    for one in sorted(values, key=lambda v: (v.id, v.start)):
        text = _text_row(one)
        documents[str(text["id"])] = text
        rows.append(
            {
                "id": one.id,
                "value": _number(one.number),
                "from": one.start,
                "to": one.end,
                "cite": {"text": text["id"]},
                "checked": Checked.TEXT.value,
                "by": one.by,
                "on": one.on,
                "source": one.source,
            }
        )
    return {"schema": SCHEMA, "text": [*documents.values()], "value": rows}


def pack_table(pack: RulePack, book: Rulebook) -> dict[str, object]:
    """A pack as a table to write; criteria that the rulebook has no more are left out."""
    known = {(one.award, one.criterion): one for one in pack.confirmations}
    awards = [
        {"id": award.id, "criterion": rows}
        for award in book.awards.values()
        if (rows := _rows(award.id, award.criteria, known))
    ]
    return {
        "schema": SCHEMA,
        "pack": True,
        "office": pack.office,
        "province": pack.province,
        "made_on": pack.made_on,
        "criterion": _rows("", book.common, known),
        "award": awards,
        **{k: v for k, v in values_table(pack.values).items() if k != "schema"},
    }


def _rows(
    award: str, criteria: Iterable[Criterion], known: Mapping[Key, Confirmation]
) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for one in criteria:
        given = known.get((award, one.id))
        children = _rows(award, one.children, known)
        if given is None and not children:
            continue
        row: dict[str, object] = {"id": one.id}
        if given is not None:
            row |= {"checked": Checked.TEXT.value, "confirmed": _confirmed_row(given)}
        found.append({**row, "child": children} if children else row)
    return found


def _confirmed_row(value: Confirmation) -> dict[str, object]:
    return {
        "by": value.by,
        "on": value.on,
        "document": value.document,
        "document_date": value.document_date,
        "source": value.source,
    }


def _of_criteria(
    reader: Reader, award: str, criteria: Iterable[Criterion], key: str = "criterion"
) -> Iterator[Confirmation]:
    known = {one.id: one for one in criteria}
    for row in reader.several(key):
        row.only(_CRITERION_KEYS, ("id",))
        own = known[row.one_of("id", row.text("id"), known)]
        if "confirmed" in row.table:
            yield _confirmation(row.inside("confirmed"), award, own.id)
        yield from _of_criteria(row, award, own.children, "child")


def _confirmation(reader: Reader, award: str, criterion: str) -> Confirmation:
    reader.only(_CONFIRMED_KEYS, _CONFIRMED_NEEDED)
    return Confirmation(
        award=award,
        criterion=criterion,
        by=clean(reader.text("by")),
        on=_day(reader, "on"),
        document=clean(reader.text("document")),
        source=clean(reader.text("source")),
        document_date=_day(reader, "document_date"),
    )


def _values(reader: Reader, known: tuple[str, ...] | None) -> Iterator[ProvinceValue]:
    documents = {row.text("id"): row for row in reader.several("text")}
    for row in documents.values():
        row.only(_TEXT_KEYS, _TEXT_NEEDED)
    for row in reader.several("value"):
        row.only(_VALUE_KEYS, _VALUE_NEEDED)
        cite = row.inside("cite")
        text = documents[cite.one_of("text", cite.text("text"), documents)]
        yield ProvinceValue(
            id=row.one_of("id", row.text("id"), known) if known else row.text("id"),
            number=row.number("value"),
            start=_day(row, "from"),
            end=row.day("to"),
            document=clean(text.text("number")),
            document_date=_day(text, "issued"),
            issuer=clean(text.text("issuer")),
            by=clean(row.text("by")),
            on=row.day("on"),
            source=clean(row.text("source")),
        )


def _day(reader: Reader, key: str) -> date:
    found = reader.day(key)
    if found is None:
        raise reader.error("rule.missing_key", key=key)
    return found


def _check_schema(reader: Reader) -> None:
    if reader.table.get("schema") != SCHEMA:
        raise reader.error("rule.schema", known=SCHEMA)


def _with_line(error: CatalogError, raw: bytes) -> CatalogError:
    place = str(error.arguments.get("place", ""))
    text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    return CatalogError(
        "rule.in_line",
        line=line_of(text, place, str(error.arguments.get("key", ""))),
        sentence=texts.say(error.code, error.arguments),
        inner=error.code,
    )


def _text_row(one: ProvinceValue) -> dict[str, object]:
    short = f"{one.document} ({one.document_date:%d/%m/%Y})"
    return {
        "id": "tinh_" + slug(f"{short} {one.issuer}", 80).replace("-", "_"),
        "name": f"{short}, {one.issuer}" if one.issuer else short,
        "short": short,
        "number": one.document,
        "issued": one.document_date,
        "issuer": one.issuer,
        "checked": Checked.TEXT.value,
    }


def _number(number: Decimal) -> int | str:
    return int(number) if number == number.to_integral_value() else format(number, "f")
