"""What a criterion asks, in words: its kind and parameters, for whom, from when to when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from khenthuong import texts
from khenthuong.domain.criteria import Criterion, DatedValue, Rulebook, Scope
from khenthuong.domain.kinds import (
    DisciplineForm,
    InitiativeScope,
    MeetingKind,
    RatingLevel,
    ValueUnit,
)

Said = Iterator[str]

_VARIANTS: Mapping[str, tuple[str, object, str]] = {
    "award_in_year": ("ever", True, "asks.award_ever"),
    "service_years": ("start", "founded", "asks.service_years_founded"),
    "meeting": ("meeting", "hoi_dong", "asks.meeting_council"),
    "declared": ("recognised_by", "tinh", "asks.declared_recognised"),
    "no_discipline": ("who", "members", "asks.no_discipline_members"),
}
_ENUMS: Mapping[str, Mapping[str, type[StrEnum]]] = {
    "initiative": {"scope": InitiativeScope},
    "topic": {"scope": InitiativeScope},
    "meeting": {"meeting": MeetingKind},
    "no_discipline": {"form": DisciplineForm},
}
_WHOLE_UNITS = (ValueUnit.DAYS, ValueUnit.WORKING_DAYS, ValueUnit.MONEY)


def requirement(book: Rulebook, criterion: Criterion, on: date) -> str:
    """«Liên tục 05 năm xếp loại từ … trở lên, chưa dùng …»; values as they stand on a day."""
    head = _head(book, criterion)
    parts = (", " + part for part in _parts(book, criterion, on))
    return f"{head}{_others(book, criterion)}{''.join(parts)}"


def span(start: date | None, end: date | None) -> str:
    """«từ 01/07/2025 đến 30/09/2026»."""
    if start and end:
        return texts.say("rules.from_to", {"start": start, "end": end})
    if start:
        return texts.say("rules.from", {"start": start})
    return texts.say("rules.to", {"end": end}) if end else texts.say("rules.always")


def number(value: object) -> Decimal:
    """A dated value as an exact number."""
    return Decimal(str(value))


def shown_value(value: object, unit: ValueUnit) -> str:
    """«62,5%», «10 ngày», «50.000.000 đồng»."""
    amount = number(value)
    plain = int(amount) if amount == amount.to_integral_value() else amount
    if unit is ValueUnit.PERCENT:
        return texts.say("value.shown_percent", {"number": plain})
    return texts.say("value.shown", {"number": plain, "unit": unit})


def is_whole(unit: ValueUnit) -> bool:
    """Whether a value of this unit must be a whole number."""
    return unit in _WHOLE_UNITS


def scope_words(scope: Scope) -> str:
    """For whom a criterion is, in words; "" for everyone."""
    allowed = (scope.recipients, scope.subjects, scope.unit_kinds, scope.rounds)
    return "; ".join(", ".join(map(texts.label, some)) for some in allowed if some)


def _head(book: Rulebook, criterion: Criterion) -> str:
    kind, given = criterion.kind, criterion.parameters
    code = f"asks.{kind}"
    if kind in _VARIANTS:
        key, value, other = _VARIANTS[kind]
        code = other if given.get(key) == value else code
    if not texts.knows(code):
        return texts.say("asks.other", {"kind": kind})
    arguments = {key: _word(book, kind, key, value) for key, value in given.items()}
    arguments.setdefault("form", DisciplineForm.REPRIMAND)
    return texts.say(code, arguments)


def _word(book: Rulebook, kind: str, key: str, value: object) -> object:
    if key in ("award", "of_award", "after", "mixed_with"):
        return _award(book, str(value))
    known = {"level": RatingLevel, **_ENUMS.get(kind, {})}.get(key)
    return texts.label(known(str(value))).lower() if known and key != "level" else value


def _award(book: Rulebook, award: str) -> str:
    known = book.awards.get(award)
    return known.name if known else award


def _others(book: Rulebook, criterion: Criterion) -> str:
    others = criterion.parameters.get("or_awards", ())
    if not isinstance(others, tuple) or not others:
        return ""
    named = ", ".join(_award(book, one) for one in others)
    return " " + texts.say("asks.or_awards", {"awards": named})


def _parts(book: Rulebook, criterion: Criterion, on: date) -> Said:
    given = criterion.parameters
    if "after" in given:
        yield texts.say("asks.after", {"award": _award(book, str(given["after"]))})
    if given.get("within") == "run":
        yield texts.say("asks.within")
    if "years" in given and criterion.kind != "spacing":
        carried = criterion.kind == "movement_result"
        code = "asks.years_carried" if carried else "asks.years"
        yield texts.say(code, {"years": given["years"]})
    if given.get("year") in ("run", "ever"):
        yield texts.say(f"asks.year_{given['year']}")
    if given.get("to_now"):
        yield texts.say("asks.to_now")
    if given.get("unused"):
        yield texts.say("asks.unused")
    launched = given.get("launched_by", ())
    if isinstance(launched, tuple) and launched:
        levels = ", ".join(texts.say(f"asks.level.{one}") for one in launched)
        yield texts.say("asks.launched_by", {"levels": levels})
    yield from _limit(book, criterion, on)


def _limit(book: Rulebook, criterion: Criterion, on: date) -> Said:
    say = _LIMITS.get(criterion.kind)
    if say is None:
        return
    value = book.value(str(criterion.parameters.get("value", "")), on)
    own = next((criterion.parameters[k] for k in _OWN if k in criterion.parameters), None)
    used = value.value if value and not _only_warns(criterion, value) else own
    if used is None:
        if "value" in criterion.parameters:
            yield texts.say("asks.value_open")
        return
    yield say(criterion, used, from_value=used is not own)


_OWN = ("at_least", "percent", "days")


def _only_warns(criterion: Criterion, value: DatedValue) -> bool:
    # A number of days or a share that nobody read in a document is no demand of the criterion.
    return criterion.kind in ("notice_days", "ballot") and value.checked.value == "chua"


def _at_least(unit: ValueUnit) -> Callable[..., str]:
    def say(_: Criterion, value: object, *, from_value: bool) -> str:
        arguments = {"number": _plain(value), "unit": unit}
        return texts.say("asks.at_least", arguments)

    return say


def _ballot(criterion: Criterion, value: object, *, from_value: bool) -> str:
    more = bool(criterion.parameters.get("more_than")) and not from_value
    code = "asks.percent_more" if more else "asks.percent"
    return texts.say(code, {"number": _plain(value)})


def _quota(_: Criterion, value: object, *, from_value: bool) -> str:
    return texts.say("asks.percent_most", {"number": _plain(value)})


def _days(_: Criterion, value: object, *, from_value: bool) -> str:
    return texts.say("asks.days", {"number": _plain(value)})


def _days_most(_: Criterion, value: object, *, from_value: bool) -> str:
    arguments = {"number": _plain(value), "unit": ValueUnit.WORKING_DAYS}
    return texts.say("asks.days_most", arguments)


def _plain(value: object) -> object:
    amount = number(value)
    return int(amount) if amount == amount.to_integral_value() else amount


_LIMITS: Mapping[str, Callable[..., str]] = {
    "contribution": _at_least(ValueUnit.MONEY),
    "points": _at_least(ValueUnit.POINTS),
    "ballot": _ballot,
    "quota": _quota,
    "notice_days": _days,
    "elapsed_days": _days_most,
}
