"""Bộ quy định as people read it: texts in force, warnings, criteria in words, how sure we are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from khenthuong import texts
from khenthuong.domain.criteria import Award, Confirmation, Criterion, LegalText, Period, Rulebook
from khenthuong.domain.kinds import Checked
from khenthuong.services.appraisal import checking
from khenthuong.services.paperwork import asking
from khenthuong.services.rulebook import confirmations
from khenthuong.services.rulebook.confirmations import COMMON
from khenthuong.services.workspace import Workspace

NEAR_DAYS = 60
"""A change within so many days of the day of receipt is warned of."""


@dataclass(frozen=True)
class TextLine:
    """A legal text on a day: `in_force` then, and `state` in words."""

    text: LegalText
    validity: str
    in_force: bool
    state: str


@dataclass(frozen=True)
class Counts:
    """How many criteria (counted without their parts) were checked how; `confirmed` of the rest."""

    text: int = 0
    second_hand: int = 0
    memory: int = 0
    confirmed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.text + other.text,
            self.second_hand + other.second_hand,
            self.memory + other.memory,
            self.confirmed + other.confirmed,
        )


@dataclass(frozen=True)
class AwardCounts:
    """An award, or what is common to all (id ""), with its counts."""

    id: str
    name: str
    counts: Counts


@dataclass(frozen=True)
class CriterionLine:
    """A criterion in words. `depth` 0 for a criterion, more for the parts under it.

    `open`: nobody has compared it with a document. `holds`: in force on the day asked for.
    """

    award: str
    award_name: str
    criterion: Criterion
    depth: int
    asks: str
    cite: str
    validity: str
    scope: str
    holds: bool
    confirmation: Confirmation | None

    @property
    def open(self) -> bool:
        """Whether it is unverified: from memory, and confirmed by nobody."""
        return self.criterion.checked is Checked.MEMORY and self.confirmation is None


@dataclass(frozen=True)
class RulebookView:
    """The rulebook on a day of receipt."""

    day: date
    period: Period | None
    warnings: tuple[str, ...]
    texts: tuple[TextLine, ...]
    awards: tuple[AwardCounts, ...]
    total: Counts
    fingerprint: str


def view(ws: Workspace, day: date) -> RulebookView:
    """What holds for a dossier received that day."""
    book = ws.rulebook
    awards = counts(book, confirmations.by_key(ws))
    return RulebookView(
        day=day,
        period=book.period(day),
        warnings=tuple(_warnings(book, day)),
        texts=_text_lines(book, day),
        awards=awards,
        total=sum((one.counts for one in awards), Counts()),
        fingerprint=book.fingerprint,
    )


def criteria(ws: Workspace, day: date) -> tuple[CriterionLine, ...]:
    """All criteria of all awards, then those common to all; parts behind what they belong to."""
    book, known = ws.rulebook, confirmations.by_key(ws)
    found: list[CriterionLine] = []
    for award in book.awards.values():
        found += _lines(ws, award.id, award.name, award.criteria, day, known)
    common = texts.say("rules.common")
    return (*found, *_lines(ws, COMMON, common, book.common, day, known))


def counts(
    book: Rulebook, known: Mapping[tuple[str, str], Confirmation] | None = None
) -> tuple[AwardCounts, ...]:
    """Counts per award in the catalogue's order, then of the common criteria."""
    known = known or {}
    found = [_award_counts(award, known) for award in book.awards.values()]
    common = _count(COMMON, book.common, known)
    return (*found, AwardCounts(COMMON, texts.say("rules.common"), common))


def counts_line(name: str, found: Counts) -> str:
    """«…: 12 đã đọc trong văn bản, 3 theo nguồn thứ cấp, 4 chưa đối chiếu»."""
    code = "rules.counts_confirmed" if found.confirmed else "rules.counts"
    return texts.say(code, {"award": name, **_plain(found)})


def _plain(found: Counts) -> dict[str, int]:
    return {
        "text": found.text,
        "second": found.second_hand,
        "memory": found.memory,
        "confirmed": found.confirmed,
    }


def _award_counts(award: Award, known: Mapping[tuple[str, str], Confirmation]) -> AwardCounts:
    return AwardCounts(award.id, award.name, _count(award.id, award.criteria, known))


def _count(
    award: str, tops: tuple[Criterion, ...], known: Mapping[tuple[str, str], Confirmation]
) -> Counts:
    leaves = [leaf for top in tops for leaf in confirmations.leaves(top)]
    marks = [leaf.checked for leaf in leaves]
    confirmed = [
        leaf for leaf in leaves if leaf.checked is not Checked.TEXT and (award, leaf.id) in known
    ]
    return Counts(
        marks.count(Checked.TEXT),
        marks.count(Checked.SECOND_HAND),
        marks.count(Checked.MEMORY),
        len(confirmed),
    )


def _lines(
    ws: Workspace,
    award: str,
    name: str,
    tops: tuple[Criterion, ...],
    day: date,
    known: Mapping[tuple[str, str], Confirmation],
) -> Iterator[CriterionLine]:
    for top in tops:
        for depth, one in _deep(top, 0):
            yield CriterionLine(
                award=award,
                award_name=name,
                criterion=one,
                depth=depth,
                asks=asking.requirement(ws.rulebook, one, day),
                cite=checking.cite_text(ws, one.cite),
                validity=asking.span(one.start, one.end) if one.start or one.end else "",
                scope=asking.scope_words(one.scope),
                holds=top.holds_on(day) and one.holds_on(day),
                confirmation=known.get((award, one.id)) or known.get((COMMON, one.id)),
            )


def _deep(criterion: Criterion, depth: int) -> Iterator[tuple[int, Criterion]]:
    yield depth, criterion
    for child in criterion.children:
        yield from _deep(child, depth + 1)


def _text_lines(book: Rulebook, day: date) -> tuple[TextLine, ...]:
    period = book.period(day)
    named = period.texts if period else ()
    lines = [_text_line(one, day) for one in book.texts.values()]
    # What the period names comes first, in its order; then what else is in force.
    order = {id_: place for place, id_ in enumerate(named)}
    lines.sort(key=lambda line: (not line.in_force, order.get(line.text.id, len(order))))
    return tuple(lines)


def _text_line(text: LegalText, day: date) -> TextLine:
    validity = asking.span(text.start, text.end)
    if text.checked is Checked.MEMORY:
        return TextLine(text, validity, False, texts.say("rules.not_at_hand"))
    if text.start and day < text.start:
        return TextLine(text, validity, False, texts.say("rules.not_yet", {"day": day}))
    if text.end and text.end < day:
        return TextLine(text, validity, False, texts.say("rules.over", {"day": day}))
    state = texts.say("rules.in_force")
    if text.amended_from:
        soon = day < text.amended_from
        arguments = {"by": text.amended_by, "start": text.amended_from}
        said = texts.say("rules.amended_soon" if soon else "rules.amended", arguments)
        state = f"{state}; {said}"
    return TextLine(text, validity, True, state)


def _warnings(book: Rulebook, day: date) -> Iterator[str]:
    period = book.period(day)
    if period is None:
        yield texts.say("rules.no_period", {"day": day})
        return
    texts_named = [book.texts[id_] for id_ in period.texts]
    for text in texts_named:
        yield from _about_amendment(text, day)
    if period.end and period.end - day <= timedelta(days=NEAR_DAYS):
        following = book.period(period.end + timedelta(days=1))
        arguments: dict[str, object] = {
            "end": period.end,
            "days": (period.end - day).days,
            "day": day,
            "next": following.label if following else "…",
        }
        yield texts.say("rules.warn_period_ends", arguments)
    for text in texts_named:
        yield from _about_end(text, day)


def _about_amendment(text: LegalText, day: date) -> Iterator[str]:
    if text.amended_from is None:
        return
    left = text.amended_from - day
    arguments: dict[str, object] = {
        "text": text.short,
        "by": text.amended_by,
        "start": text.amended_from,
        "day": day,
        "days": left.days,
    }
    if left <= timedelta(0):
        yield texts.say("rules.warn_amended", arguments)
    elif left <= timedelta(days=NEAR_DAYS):
        yield texts.say("rules.warn_amended_soon", arguments)


def _about_end(text: LegalText, day: date) -> Iterator[str]:
    if text.end is None:
        return
    left = (text.end - day).days
    arguments: dict[str, object] = {"text": text.short, "end": text.end, "days": left, "day": day}
    if left < 0:
        yield texts.say("rules.warn_text_over", arguments)
    elif left <= NEAR_DAYS:
        yield texts.say("rules.warn_text_ends", arguments)
