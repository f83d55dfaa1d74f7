"""Tìm mọi thứ: one typed line looked for among everything that has a name, without marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from khenthuong import storage, texts
from khenthuong.domain.finding import Found, Sort, holds, words_of
from khenthuong.domain.kinds import RecipientKind
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.paperwork import numbering, office_papers
from khenthuong.services.workspace import Workspace

_EACH = 7
"""How many of one sort are shown: who looks for more types more."""


def find(ws: Workspace, typed: str) -> tuple[Found, ...]:
    """At most seven of each sort, the sort's order as in `Sort`; nothing for nothing typed.

    Every word typed is the beginning of a word of the name, code, number or title, in any order.
    """
    words = words_of(typed)
    if not words:
        return ()
    with ws.books.read():
        sources: tuple[Iterable[Found], ...] = (
            _recipients(ws, typed),
            _among(words, _rounds(ws)),
            _among(words, _awards(ws)),
            _among(words, _movements(ws)),
            _among(words, _initiatives(ws)),
            _among(words, _office_papers(ws)),
            _among(words, _round_papers(ws)),
            _among(words, _forms(ws)),
        )
        return tuple(one for source in sources for one in source)


def _among(words: tuple[str, ...], entries: Iterator[tuple[Found, str]]) -> Iterator[Found]:
    return islice((found for found, text in entries if holds(words, text)), _EACH)


def _recipients(ws: Workspace, typed: str) -> Iterator[Found]:
    for kind in RecipientKind:
        codes = register.search(ws, kind, typed, limit=_EACH)
        for row in register.rows(ws, codes):
            yield Found(Sort(kind.value), row.code, row.name, row.about)


def _rounds(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for summary in rounds.rounds(ws):
        one = summary.round
        about = f"{texts.label(one.kind)} · {one.year}"
        yield Found(Sort.ROUND, one.code, one.name, about), f"{one.code} {one.name} {one.year}"


def _awards(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for award in ws.rulebook.awards.values():
        yield Found(Sort.AWARD, award.id, award.name), award.name


def _movements(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for one in storage.movements.movements(ws.books).values():
        found = Found(Sort.MOVEMENT, one.code, one.name, one.plan_number)
        yield found, f"{one.code} {one.name} {one.plan_number}"


def _initiatives(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for one in storage.records.initiatives(ws.books).values():
        about = " · ".join(part for part in (str(one.year), one.decision_number) if part)
        of = one.authors[0] if one.authors else ""
        found = Found(Sort.INITIATIVE, one.code, one.name, about, of)
        yield found, f"{one.code} {one.name} {one.decision_number}"


def _office_papers(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for one in office_papers.papers(ws):
        found = Found(Sort.PAPER, one.code, one.title, _number(one.number, one.day))
        yield found, f"{one.title} {one.number}"


def _round_papers(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for summary in rounds.rounds(ws):
        for one in storage.papers.of_round(ws.books, summary.round.code):
            title = numbering.title_of(ws, one)
            found = Found(
                Sort.ROUND_PAPER,
                numbering.key_of(one),
                title,
                _number(one.number, one.day),
                one.round,
            )
            yield found, f"{title} {summary.round.name} {one.number}"


def _forms(ws: Workspace) -> Iterator[tuple[Found, str]]:
    for forms in office_papers.offered(ws).values():
        for form in forms:
            title = texts.say("found.make", {"title": form.title})
            yield Found(Sort.FORM, form.id, title), title


def _number(number: str, day: object) -> str:
    if not number:
        return texts.say("found.no_number")
    return texts.say("found.number", {"number": number, "day": texts.show(day) if day else "…"})
