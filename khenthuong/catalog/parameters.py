"""The closed table of parameters: which kind of criterion takes what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from khenthuong.catalog.toml_reader import Reader
from khenthuong.domain.criteria import Parameter
from khenthuong.domain.kinds import DisciplineForm, InitiativeScope, MeetingKind, RatingLevel

Take = Callable[[Reader, str], Parameter]

LAUNCHERS = ("trung_uong", "tinh", "xa")
"""Levels that launch a movement: ministry or centre, province, commune (Điều 16, 18)."""


def _level(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, RatingLevel).value


def _scope(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, InitiativeScope).value


def _form(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, DisciplineForm).value


def _meeting(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, MeetingKind).value


def _which_years(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), ("award", "run", "any"))


def _who(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), ("self", "members"))


def _launchers(reader: Reader, key: str) -> Parameter:
    return tuple(reader.one_of(key, value, LAUNCHERS) for value in reader.texts(key))


_INITIATIVE: Mapping[str, Take] = {
    "scope": _scope,
    "count": Reader.whole,
    "year": _which_years,
    "unused": Reader.flag,
}
_ALLOWED: Mapping[str, Mapping[str, Take]] = {
    "rating_at_least": {"level": _level},
    "ratings_consecutive": {
        "level": _level,
        "count": Reader.whole,
        "or_awards": Reader.texts,
        "mixed_with": Reader.text,
    },
    "meets_award": {"award": Reader.text},
    "award_in_year": {"award": Reader.text},
    "awards_consecutive": {"award": Reader.text, "count": Reader.whole},
    "award_count": {"award": Reader.text, "count": Reader.whole, "years": Reader.whole},
    "initiative": _INITIATIVE,
    "topic": _INITIATIVE,
    "no_discipline": {"who": _who, "form": _form},
    "members_share": {"award": Reader.text, "percent": Reader.number},
    "members_all": {"level": _level},
    "member_any": {"award": Reader.text},
    "service_years": {"years": Reader.whole},
    "contribution": {"at_least": Reader.whole},
    "points": {"at_least": Reader.number},
    "movement_result": {"launched_by": _launchers},
    "quota": {"award": Reader.text, "of_award": Reader.text, "percent": Reader.number},
    "ballot": {"percent": Reader.number, "more_than": Reader.flag},
    "notice_days": {"days": Reader.whole},
    "elapsed_days": {"days": Reader.whole, "value": Reader.text},
    "meeting": {"meeting": _meeting},
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "rating_at_least": ("level",),
    "ratings_consecutive": ("level", "count"),
    "meets_award": ("award",),
    "award_in_year": ("award",),
    "awards_consecutive": ("award", "count"),
    "award_count": ("award", "count"),
    "initiative": ("scope", "count", "year"),
    "topic": ("scope", "count", "year"),
    "members_share": ("award", "percent"),
    "members_all": ("level",),
    "member_any": ("award",),
    "service_years": ("years",),
    "points": ("at_least",),
    "quota": ("award", "of_award", "percent"),
    "ballot": ("percent",),
    "meeting": ("meeting",),
}
_NONE: Mapping[str, Take] = {}


def known_parameters(kind: str) -> tuple[str, ...]:
    """The parameters a kind may carry."""
    return tuple(_ALLOWED.get(kind, _NONE))


def read_parameters(kind: str, reader: Reader) -> Mapping[str, Parameter]:
    """The parameters given; raises CatalogError for a missing or wrong one."""
    for key in _NEEDED.get(kind, ()):
        if key not in reader.table:
            raise reader.error("rule.missing_key", key=key)
    taken = _ALLOWED.get(kind, _NONE)
    return MappingProxyType(
        {key: take(reader, key) for key, take in taken.items() if key in reader.table}
    )
