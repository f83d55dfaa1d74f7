"""Any list of the books as a plain table: the register, a round's nominations, its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.register import Household, PartialDate, Person, Recipient, Unit
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.workspace import Workspace

REGISTER = tuple(kind.value for kind in RecipientKind)
"""What `register_table` can be asked for."""


@dataclass(frozen=True)
class Table:
    """A list ready to write: `sheet` its short name, whole numbers as numbers."""

    sheet: str
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def write(table: Table, target: Path) -> None:
    """Write a table as .xlsx; a text that begins as a formula stays text."""
    from khenthuong.exchange.lists.list_writer import write_table

    write_table(target, table.sheet, table.title, table.headers, table.rows)


def register_table(ws: Workspace, kind: RecipientKind) -> Table:
    """Everybody of one kind in the register, in Vietnamese order, without the bin."""
    codes = register.search(ws, kind)
    found = storage.register.many(ws.books, codes)
    units = storage.register.units(ws.books)
    names = {code: unit.name for code, unit in units.items()}
    label = texts.label(kind)
    rows = [_recipient_row(found[code], names) for code in codes]
    title = texts.say("list.table_register", {"kind": label})
    return Table(label, title, _headers(kind.value), _numbered(rows))


def _recipient_row(one: Recipient, names: dict[str, str]) -> tuple[str | int, ...]:
    if isinstance(one, Person):
        return (
            one.code,
            one.name,
            texts.label(one.gender) if one.gender else "",
            _day(one.born),
            one.ethnic,
            one.position,
            names.get(one.unit, ""),
            texts.label(one.duty) if one.duty else "",
            texts.label(one.subject) if one.subject else "",
            one.residence,
        )
    if isinstance(one, Unit):
        return (
            one.code,
            one.name,
            texts.label(one.kind),
            texts.label(one.sector),
            names.get(one.parent, ""),
            one.head,
            "" if one.headcount is None else one.headcount,
            one.address,
        )
    return _household_row(one, names)


def _household_row(one: Household, names: dict[str, str]) -> tuple[str | int, ...]:
    members = "" if one.members is None else one.members
    return (one.code, one.name, one.address, names.get(one.village, ""), members)


def round_table(ws: Workspace, round_code: str) -> Table:
    """A round's nominations in the register's order; raises NotFoundError."""
    one = rounds.get_round(ws, round_code)
    nominations = rounds.nominations(ws, round_code)
    lines = {
        row.code: row for row in register.rows(ws, dict.fromkeys(n.recipient for n in nominations))
    }
    rows = [
        (
            n.recipient,
            lines[n.recipient].name,
            texts.label(lines[n.recipient].kind),
            lines[n.recipient].subtitle,
            lines[n.recipient].unit_name,
            ws.award_names.get(n.award, n.award),
            n.content,
        )
        for n in nominations
    ]
    title = texts.say("list.table_round", {"round": one.name})
    return Table(texts.say("list.sheet_round"), title, _headers("round"), _numbered(rows))


def papers_table(ws: Workspace, round_code: str) -> Table:
    """The papers of a round with number and date; raises NotFoundError."""
    one = rounds.get_round(ws, round_code)
    found = storage.papers.of_round(ws.books, round_code)
    names = {r.code: r.name for r in register.rows(ws, {p.recipient for p in found} - {""})}
    rows = [
        (
            texts.label(paper.authority),
            ws.forms[paper.form].title if paper.form in ws.forms else paper.form,
            names.get(paper.recipient, ""),
            paper.version,
            paper.number,
            texts.show(paper.day) if paper.day else "",
            texts.say("label.yes") if paper.signed_path else "",
            Path(paper.path).name,
        )
        for paper in found
    ]
    title = texts.say("list.table_papers", {"round": one.name})
    return Table(texts.say("list.sheet_papers"), title, _headers("papers"), _numbered(rows))


def _headers(what: str) -> tuple[str, ...]:
    return tuple(texts.say(f"list.headers_{what}").split("|"))


def _numbered(rows: Sequence[tuple[str | int, ...]]) -> tuple[tuple[str | int, ...], ...]:
    return tuple((number, *row) for number, row in enumerate(rows, start=1))


def _day(value: PartialDate | None) -> str:
    return "/".join(reversed(value.iso.split("-"))) if value else ""
