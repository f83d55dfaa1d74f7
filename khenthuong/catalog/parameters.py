"""The closed table of parameters: which kind of criterion takes what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from khenthuong.catalog.toml_reader import Reader
from khenthuong.domain.criteria import Parameter
from khenthuong.domain.kinds import (
    DisciplineForm,
    InitiativeScope,
    MeetingKind,
    RatingLevel,
    Subject,
    UnitKind,
)

Take = Callable[[Reader, str], Parameter]

LAUNCHERS = ("nha_nuoc", "trung_uong", "tinh", "xa")
"""Who launches a movement: President or Prime Minister, centre, province, commune (Điều 18)."""

RECOGNISERS = ("tinh", "luc_luong_vu_trang")
"""Who must recognise what a unit confirms, where the article says so: bộ, ban, ngành, tỉnh; the
two ministers of the forces (Điều 21, 22 khoản 2)."""


def _level(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, RatingLevel).value


def _scope(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, InitiativeScope).value


def _form(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, DisciplineForm).value


def _meeting(reader: Reader, key: str) -> Parameter:
    return reader.choice(key, MeetingKind).value


def _which_years(reader: Reader, key: str) -> Parameter:
    # «any» is how «ever» was written first; a province's file may still say it.
    which = reader.one_of(key, reader.text(key), ("award", "run", "ever", "any"))
    return "ever" if which == "any" else which


def _run(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), ("run",))


def _start(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), ("joined", "founded"))


def _who(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), ("self", "members"))


def _launchers(reader: Reader, key: str) -> Parameter:
    return tuple(reader.one_of(key, value, LAUNCHERS) for value in reader.texts(key))


def _recogniser(reader: Reader, key: str) -> Parameter:
    return reader.one_of(key, reader.text(key), RECOGNISERS)


def _subjects(reader: Reader, key: str) -> Parameter:
    return tuple(one.value for one in reader.choices(key, Subject))


def _unit_kinds(reader: Reader, key: str) -> Parameter:
    return tuple(one.value for one in reader.choices(key, UnitKind))


_INITIATIVE: Mapping[str, Take] = {
    "scope": _scope,
    "count": Reader.whole,
    "year": _which_years,
    "unused": Reader.flag,
    "other_years": Reader.flag,
}
_ALLOWED: Mapping[str, Mapping[str, Take]] = {
    "rating_at_least": {"level": _level},
    "ratings_consecutive": {
        "level": _level,
        "count": Reader.whole,
        "or_awards": Reader.texts,
        "mixed_with": Reader.text,
        "after": Reader.text,
        "from_first": Reader.flag,
        "to_now": Reader.flag,
    },
    "rating_count": {"level": _level, "count": Reader.whole, "within": _run, "years": Reader.whole},
    "meets_award": {"award": Reader.text},
    "award_in_year": {"award": Reader.text, "or_awards": Reader.texts, "ever": Reader.flag},
    "awards_consecutive": {"award": Reader.text, "or_awards": Reader.texts, "count": Reader.whole},
    "award_count": {
        "award": Reader.text,
        "or_awards": Reader.texts,
        "count": Reader.whole,
        "within": _run,
        "years": Reader.whole,
    },
    "spacing": {"award": Reader.text, "or_awards": Reader.texts, "years": Reader.whole},
    "initiative": _INITIATIVE,
    "topic": _INITIATIVE,
    "no_discipline": {"who": _who, "form": _form},
    "members_share": {"award": Reader.text, "percent": Reader.number},
    "members_all": {"level": _level},
    "member_any": {"award": Reader.text},
    "service_years": {"count": Reader.whole, "start": _start},
    "contribution": {"at_least": Reader.whole, "value": Reader.text},
    "points": {"at_least": Reader.number, "value": Reader.text},
    "declared": {"recognised_by": _recogniser},
    "movement_result": {"launched_by": _launchers, "years": Reader.whole},
    "eligible": {"subjects": _subjects, "unit_kinds": _unit_kinds},
    "quota": {
        "award": Reader.text,
        "of_award": Reader.text,
        "percent": Reader.number,
        "value": Reader.text,
    },
    "ballot": {"percent": Reader.number, "more_than": Reader.flag, "value": Reader.text},
    "notice_days": {"days": Reader.whole, "value": Reader.text},
    "elapsed_days": {"days": Reader.whole, "value": Reader.text},
    "meeting": {"meeting": _meeting},
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "rating_at_least": ("level",),
    "ratings_consecutive": ("level", "count"),
    "rating_count": ("level", "count"),
    "meets_award": ("award",),
    "award_in_year": ("award",),
    "awards_consecutive": ("award", "count"),
    "award_count": ("award", "count"),
    "spacing": ("award", "years"),
    "initiative": ("scope", "count", "year"),
    "topic": ("scope", "count", "year"),
    "members_share": ("award", "percent"),
    "members_all": ("level",),
    "member_any": ("award",),
    "service_years": ("count", "start"),
    "quota": ("award", "of_award"),
    "ballot": ("percent",),
    "meeting": ("meeting",),
}
_EXACTLY_ONE: Mapping[str, tuple[str, str]] = {
    "rating_count": ("within", "years"),
    "points": ("at_least", "value"),
    "quota": ("percent", "value"),
}
"""Of two parameters exactly one: a share in the file, or a dated value that the province sets."""
_AT_MOST_ONE: Mapping[str, tuple[str, str]] = {"award_count": ("within", "years")}
_NONE: Mapping[str, Take] = {}


def known_parameters(kind: str) -> tuple[str, ...]:
    """The parameters a kind may carry."""
    return tuple(_ALLOWED.get(kind, _NONE))


def read_parameters(kind: str, reader: Reader) -> Mapping[str, Parameter]:
    """The parameters given; raises CatalogError for a missing or wrong one."""
    for key in _NEEDED.get(kind, ()):
        if key not in reader.table:
            raise reader.error("rule.missing_key", key=key)
    _check_choices(kind, reader)
    taken = _ALLOWED.get(kind, _NONE)
    return MappingProxyType(
        {key: take(reader, key) for key, take in taken.items() if key in reader.table}
    )


def _check_choices(kind: str, reader: Reader) -> None:
    pair = _EXACTLY_ONE.get(kind) or _AT_MOST_ONE.get(kind)
    if pair is None:
        return
    given = [key for key in pair if key in reader.table]
    if len(given) == len(pair):
        raise reader.error("rule.one_of_two", key=pair[0], other=pair[1])
    if not given and kind in _EXACTLY_ONE:
        raise reader.error("rule.missing_key", key=" / ".join(pair))
