"""Who stands in the register twice, as far as names, births, số căn cước and units tell."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from khenthuong import storage
from khenthuong.domain.matching import agrees, name_key, person_key
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.services.workspace import Workspace

_R = TypeVar("_R")
_NEAR = 0.9
_CROWD = 40
"""So many of one name or unit are compared one with another at most: more is no likeness."""


class Likeness(StrEnum):
    """Why two rows may be one and the same, the surest first."""

    CCCD = "cung_can_cuoc"
    BIRTH = "cung_ten_ngay_sinh"
    UNIT = "cung_ten_tap_the"
    NEAR = "gan_giong"
    NAME = "cung_ten"


@dataclass(frozen=True)
class Pair:
    """Two rows of one kind that may be one and the same."""

    first: Recipient
    second: Recipient
    why: Likeness


def suspects(ws: Workspace) -> tuple[Pair, ...]:
    """Every likely pair outside the bin, the surest first; nothing is merged by itself.

    Namesakes whose births or số căn cước differ are two people. A shared name alone is a likeness
    of units and of households of one village only.
    """
    with ws.books.read():
        persons = storage.register.persons(ws.books).values()
        units = storage.register.units(ws.books).values()
        households = storage.register.households(ws.books).values()
    found = [*_persons(list(persons)), *_units(list(units)), *_households(list(households))]
    order = list(Likeness)
    return tuple(sorted(found, key=lambda one: order.index(one.why)))


def _persons(people: list[Person]) -> Iterator[Pair]:
    seen: set[frozenset[str]] = set()
    groups = (
        _grouped((one, one.cccd) for one in people if one.cccd),
        _grouped((one, person_key(one.name)) for one in people),
        _grouped((one, (one.unit, one.born)) for one in people if one.unit and one.born),
    )
    for first, second in (pair for group in groups for pair in group):
        both = frozenset((first.code, second.code))
        why = None if both in seen else _alike(first, second)
        if why is not None:
            seen.add(both)
            yield Pair(first, second, why)


def _alike(first: Person, second: Person) -> Likeness | None:
    if first.cccd and second.cccd:
        return Likeness.CCCD if first.cccd == second.cccd else None
    birth = agrees(first.born, second.born)
    if birth is False:
        return None
    one, other = person_key(first.name), person_key(second.name)
    if one == other and birth:
        return Likeness.BIRTH
    if one == other and first.unit and first.unit == second.unit:
        return Likeness.UNIT
    near = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR
    exact = first.born is not None and first.born.exact is not None
    return Likeness.NEAR if birth and exact and near and first.unit == second.unit else None


def _units(units: list[Unit]) -> Iterator[Pair]:
    for first, second in _grouped((one, (name_key(one.name), one.parent)) for one in units):
        yield Pair(first, second, Likeness.NAME)


def _households(households: list[Household]) -> Iterator[Pair]:
    keyed = ((one, (name_key(one.name), one.village)) for one in households)
    for first, second in _grouped(keyed):
        if not (first.address and second.address and first.address != second.address):
            yield Pair(first, second, Likeness.NAME)


def _grouped(keyed: Iterable[tuple[_R, Hashable]]) -> Iterator[tuple[_R, _R]]:
    groups: dict[Hashable, list[_R]] = defaultdict(list)
    for one, key in keyed:
        groups[key].append(one)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)
