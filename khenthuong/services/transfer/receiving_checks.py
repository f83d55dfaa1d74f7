"""What a package brings that needs a look: who is in our register, who is nominated twice, and
which papers are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import DoubleKind, RecipientKind
from khenthuong.domain.names import slug
from khenthuong.domain.receiving import (
    Double,
    Lacking,
    Manifest,
    Party,
    Submission,
    Submitted,
    double_kind,
)
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.services import register
from khenthuong.services.workspace import Workspace

_PROPOSAL = "to_trinh"
_SIGNED_PROPOSAL = "06-ban-ky/to-trinh.pdf"


def matched(ws: Workspace, nominees: Sequence[Submitted]) -> tuple[Submitted, ...]:
    """The nominees linked to the own register where kind, name and unit are one row's only.

    A name alone is never enough: the clerk links those by hand. Links there are stay.
    """
    loose = [one for one in nominees if not one.linked and one.unit]
    names = storage.received.same_names(ws.books, loose)
    codes = {code for found in names.values() for code in found}
    rows = {row.code: row for row in register.rows(ws, codes)}
    return tuple(_matched(one, names.get(one.name, ()), rows) for one in nominees)


def _matched(
    one: Submitted, codes: Iterable[str], rows: Mapping[str, register.RegisterRow]
) -> Submitted:
    if one.linked or not one.unit:
        return one
    fitting = [
        code
        for code in codes
        if rows[code].kind is one.kind and fold(rows[code].unit_name) == fold(one.unit)
    ]
    return replace(one, linked=fitting[0]) if len(fitting) == 1 else one


def doubles(ws: Workspace, nominees: Sequence[Submitted], manifest: Manifest) -> tuple[Double, ...]:
    """Who is nominated by another office or in another round too, for an award of the same year."""
    others = storage.received.perhaps_same(ws.books, nominees, manifest.sender)
    submissions = storage.received.by_code(ws.books, {one.submission for one in others})
    by_mark: dict[object, list[Submitted]] = {}
    for other in others:
        for mark in _marks(other):
            by_mark.setdefault(mark, []).append(other)
    found: list[Double] = []
    for mine in nominees:
        near = {(o.submission, *o.key): o for mark in _marks(mine) for o in by_mark.get(mark, ())}
        for other in near.values():
            found += _double(mine, other, submissions[other.submission], manifest)
    return (*found, *_in_own_rounds(ws, nominees, manifest.year))


def _marks(one: Submitted) -> Iterator[tuple[str, str]]:
    yield "name", one.name_key
    yield "code", one.recipient
    if one.linked:
        yield "linked", one.linked


def _double(
    mine: Submitted, other: Submitted, place: Submission, manifest: Manifest
) -> Iterator[Double]:
    same_office = _same(place.party, manifest.sender)
    if place.year.end != manifest.year.end or (same_office and place.round == manifest.round):
        return
    kind = double_kind(mine, other, same_office=same_office)
    if kind is not None:
        yield Double(
            *mine.key,
            mine.name,
            mine.award_name,
            kind,
            place.office,
            place.round_name or place.round,
            other.award_name,
            place.code,
        )


def _same(one: Party, other: Party) -> bool:
    return (one.name, one.province) == (other.name, other.province)


def _in_own_rounds(ws: Workspace, nominees: Sequence[Submitted], year: Year) -> Iterator[Double]:
    linked = {one.linked for one in nominees} - {""}
    own = storage.received.own_rounds_of(ws.books, linked)
    office = storage.office.get_office(ws.books)
    for one in nominees:
        for round_name, of_year, award in own.get(one.linked, ()):
            if Year.parse(of_year).end == year.end:
                yield Double(
                    *one.key,
                    one.name,
                    one.award_name,
                    DoubleKind.OWN_ROUND,
                    office.name if office else "",
                    round_name,
                    ws.award_names.get(award, award),
                )


def lacking(ws: Workspace, manifest: Manifest) -> tuple[Lacking, ...]:
    """The papers that our forms ask for and the package does not hold, the signed proposal too."""
    found = [*_of_dossier(ws, manifest)]
    for row in manifest.nominations:
        found += _of_nomination(ws, manifest, row)
    return tuple(found)


def _of_dossier(ws: Workspace, manifest: Manifest) -> Iterator[Lacking]:
    for form in sorted(ws.forms.values(), key=lambda form: (form.order, form.id)):
        if form.on_demand or form.scope == "nomination" or not _fits(form, manifest):
            continue
        if f"{form.file_name}.docx" not in manifest.files:
            yield Lacking("", "", "", form.title)
    if _SIGNED_PROPOSAL not in manifest.files and _PROPOSAL in ws.forms:
        told = {"title": ws.forms[_PROPOSAL].title}
        yield Lacking("", "", "", texts.say("receive.signed_copy", told))


def _fits(form: FormDef, manifest: Manifest) -> bool:
    return (not form.authorities or manifest.authority.value in form.authorities) and (
        not form.rounds or manifest.kind.value in form.rounds
    )


def _of_nomination(ws: Workspace, manifest: Manifest, row: Mapping[str, Any]) -> Iterator[Lacking]:
    award = ws.rulebook.awards.get(row["award"])
    kind = RecipientKind(row["kind"])
    wanted = award.report_for(kind, manifest.kind) if award else ""
    for form in ws.forms.values():
        is_report = form.asks != ()
        if form.scope != "nomination" or form.on_demand or (is_report and form.id != wanted):
            continue
        if not _fits(form, manifest) or (form.recipients and kind.value not in form.recipients):
            continue
        # As docs/goi_ho_so.md names them: folder, code of the recipient, award.
        start = f"{form.file_name}/{slug(row['recipient'], 24)}-"
        end = f"-{slug(row['award'], 32)}.docx"
        if not any(name.startswith(start) and name.endswith(end) for name in manifest.files):
            yield Lacking(row["recipient"], row["award"], row["name"], form.title)
