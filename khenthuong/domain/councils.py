"""Hội đồng over time: who sits on a day, who is chairman, and what is odd in the seats.

Điều 90 khoản 5 of the Law leaves composition to the Government; no rule here says who must sit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from khenthuong.domain.rounds import CouncilMember
from khenthuong.domain.vietnamese import fold

_CHAIR = "chu tich"
_MEMBER = 4
_RANKS = (("pho chu tich thuong truc", 1), ("pho chu tich", 2), ("thu ky", 5), ("thuong truc", 3))
"""Words in a role and its place; the chairman is before them all, a mere member `_MEMBER`."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SeatTrouble:
    """Something odd about one seat, said beside its line: code and arguments of a sentence."""

    member: CouncilMember
    code: str
    arguments: tuple[tuple[str, object], ...] = ()


def rank(member: CouncilMember) -> int:
    """Chairman, deputies, standing member, members, secretary."""
    return role_rank(member.role)


def role_rank(role: str) -> int:
    """The place of a role; words that name none count as a mere member's."""
    role = fold(role)
    if role.startswith(_CHAIR):
        return 0
    return next((place for words, place in _RANKS if words in role), _MEMBER)


def is_chairman(member: CouncilMember) -> bool:
    """Whether the seat is the chairman's."""
    return fold(member.role).startswith(_CHAIR)


def sitting(council: Iterable[CouncilMember], day: date | None) -> tuple[CouncilMember, ...]:
    """Who sits on the council that day, by role; everybody where the day is not known."""
    return tuple(sorted((m for m in council if day is None or m.sits_on(day)), key=rank))


def chairman(council: Iterable[CouncilMember], day: date) -> CouncilMember | None:
    """The chairman of a day; None where nobody, or more than one, holds the seat."""
    found = [one for one in council if is_chairman(one) and one.sits_on(day)]
    return found[0] if len(found) == 1 else None


def renewed(
    council: Iterable[CouncilMember], start: date, decision: str
) -> tuple[CouncilMember, ...]:
    """A new council from the one sitting on the day before `start`.

    Who sat then gets `start` - 1 as the last day and the same seat anew under `decision`; seats
    that ended before stay as they are, as do those that begin on `start` or later.
    """
    last = start - _DAY
    kept: list[CouncilMember] = []
    new: list[CouncilMember] = []
    for one in council:
        goes_on = one.sits_on(last) and (one.end is None or one.end > last)
        kept.append(replace(one, end=last) if goes_on else one)
        if one.sits_on(last):
            new.append(replace(one, start=start, end=None, decision=decision))
    taken = {(one.name, one.role, one.start) for one in kept}
    return (*kept, *(one for one in new if (one.name, one.role, one.start) not in taken))


def troubles(council: Sequence[CouncilMember]) -> tuple[SeatTrouble, ...]:
    """Seats that end before they begin, overlap, or leave the council without a chairman."""
    return tuple(
        trouble
        for place, one in enumerate(council)
        for trouble in (*_backwards(one), *_overlaps(one, council[:place]), *_gap(one, council))
    )


def _backwards(one: CouncilMember) -> Iterator[SeatTrouble]:
    if one.start and one.end and one.end < one.start:
        yield SeatTrouble(one, "council.backwards", (("start", one.start), ("end", one.end)))


def _overlaps(one: CouncilMember, others: Sequence[CouncilMember]) -> Iterator[SeatTrouble]:
    for other in others:
        if not _meet(one, other):
            continue
        if _same(one, other):
            yield SeatTrouble(one, "council.twice", (("role", other.role),))
        elif is_chairman(one) and is_chairman(other):
            yield SeatTrouble(one, "council.two_chairmen", (("name", other.name),))


def _same(one: CouncilMember, other: CouncilMember) -> bool:
    if one.person and other.person:
        return one.person == other.person
    return fold(one.name) == fold(other.name)


def _meet(one: CouncilMember, other: CouncilMember) -> bool:
    first = max(one.start or date.min, other.start or date.min)
    return first <= min(one.end or date.max, other.end or date.max)


def _gap(one: CouncilMember, council: Sequence[CouncilMember]) -> Iterator[SeatTrouble]:
    """After a chairman's last day: nobody is chairman until another begins."""
    if not is_chairman(one) or one.end is None or (one.start and one.end < one.start):
        return
    following = one.end + _DAY
    chairs = [other for other in council if is_chairman(other)]
    if any(other.sits_on(following) for other in chairs):
        return
    later = [other.start for other in chairs if other.start and other.start > following]
    if later:
        yield SeatTrouble(one, "council.gap", (("start", following), ("end", min(later) - _DAY)))
    else:
        yield SeatTrouble(one, "council.no_chairman", (("start", following),))
