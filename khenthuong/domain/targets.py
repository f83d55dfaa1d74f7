"""Where a target stands: exceeded, met, on track, behind, not met, or why nobody can tell.

Pure and exact (Decimal). A conclusion is drawn only from what the books say: before a period ends a
figure is compared with the share of time that went by only where the target is cumulative, else
with the value planned for that year; where neither is there, the state says that it cannot tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from types import MappingProxyType

from khenthuong import texts
from khenthuong.domain.figures import read_figure, says_nothing_left, write_figure
from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Movement, Progress, Target, UnitTarget
from khenthuong.domain.vietnamese import fold

AnyTarget = Target | UnitTarget
_WORDS = r"(?:(?:trong |den |vao )?(?:nam hoc|nam|giai doan|nhiem ky) )?"
_YEAR = re.compile(rf"{_WORDS}(\d{{4}})")
_YEARS = re.compile(rf"{_WORDS}(\d{{4}})\s*[-\u2013]\s*(\d{{4}})")
_TENTH = Decimal("0.1")
_NEVER_TOO_LOW = (Comparison.AT_LEAST, Comparison.MORE)
_NEVER_TOO_HIGH = (Comparison.AT_MOST, Comparison.LESS)


class TargetState(StrEnum):
    """Where a target stands; `UNDECIDED` has figures that do not allow a conclusion."""

    EXCEEDED = "vuot"
    MET = "dat"
    ON_TRACK = "dung_tien_do"
    BEHIND = "cham"
    NOT_MET = "khong_dat"
    NO_FIGURES = "chua_co_so_lieu"
    UNDECIDED = "chua_ket_luan"


@dataclass(frozen=True)
class Span:
    """The days a target's value is about, first and last included; None where not known."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Figure:
    """A figure reached: `text` as written, `day` it was so; None for the whole period's result."""

    text: str
    day: date | None = None


@dataclass(frozen=True)
class TargetStanding:
    """The state of one target, the code of the sentence that explains it, and its arguments.

    `figure` is the one it rests on; None where there is none.
    """

    state: TargetState
    reason: str
    arguments: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    figure: Figure | None = None


def span_of(target: AnyTarget, movement: Movement) -> Span:
    """From when to when the target runs: its own Năm/Giai đoạn, else the movement's days.

    A movement that ends inside the target's years ends the target too («2025-2026» may be a school
    year). Other words («Quý III») are not guessed: no span.
    """
    written = fold(target.period)
    if not written:
        return Span(movement.start, movement.end)
    several, single = _YEARS.fullmatch(written), _YEAR.fullmatch(written)
    found = several or single
    if found is None:
        return Span()
    first, last = int(found[1]), int(found[found.lastindex or 1])
    if not 1 <= first <= last:
        return Span()
    start, end = date(first, 1, 1), date(last, 12, 31)
    if movement.end is not None and start <= movement.end < end:
        end = movement.end
    if movement.start is not None and start < movement.start <= end:
        start = movement.start
    return Span(start, end)


def latest(target: AnyTarget, progress: Sequence[Progress], today: date) -> Figure | None:
    """The figure to judge by: Thực hiện where it is filled in, else the last one up to today."""
    if target.achieved.strip():
        return Figure(target.achieved.strip())
    recipient = target.recipient if isinstance(target, UnitTarget) else ""
    own = (
        one
        for one in progress
        if (one.movement, one.recipient, one.content, one.period)
        == (target.movement, recipient, target.content, target.period)
        and one.day <= today
    )
    last = max(own, key=lambda one: one.day, default=None)
    return Figure(last.value.strip(), last.day) if last else None


def judge(
    target: AnyTarget,
    figure: Figure | None,
    span: Span,
    today: date,
    years: Sequence[tuple[AnyTarget, Figure | None]] = (),
) -> TargetStanding:
    """The state of one target by its figure.

    `years` are the rows of the same target with a value for one year, each with its own figure:
    they tell whether a target of several years is on track.
    """
    if figure is None or not figure.text:
        return _by_years(target, years) or _no_figures(target, span, today)
    case = _read(target, figure)
    if isinstance(case, TargetStanding):
        return case
    closed = figure.day is None or (span.end is not None and figure.day >= span.end)
    if closed:
        return case.final()
    if span.end is not None and today > span.end:
        return case.settled() or case.standing(TargetState.UNDECIDED, "stale", end=span.end)
    return case.settled() or _under_way(case, figure, span, years)


def standings(
    targets: Sequence[AnyTarget], progress: Sequence[Progress], movement: Movement, today: date
) -> tuple[TargetStanding, ...]:
    """The states of a movement's (or one unit's) targets, in the order given."""
    figures = [latest(one, progress, today) for one in targets]
    found: list[TargetStanding] = []
    for one, figure in zip(targets, figures, strict=True):
        years = [
            (other, other_figure)
            for other, other_figure in zip(targets, figures, strict=True)
            if other is not one and _is_year_of(other, one)
        ]
        found.append(judge(one, figure, span_of(one, movement), today, years))
    return tuple(found)


@dataclass(frozen=True)
class _Case:
    """A target and a figure, both read. `wanted_to` is the upper end of a range."""

    target: AnyTarget
    figure: Figure
    value: Decimal
    wanted: Decimal
    wanted_to: Decimal | None
    shown: Mapping[str, object]

    def standing(self, state: TargetState, reason: str, **more: object) -> TargetStanding:
        told = MappingProxyType({**self.shown, **more})
        return TargetStanding(state, f"standing.{reason}", told, self.figure)

    @property
    def at_least(self) -> bool:
        """Whether more is better, or at least allowed."""
        comparison = self.target.comparison
        lowered = comparison is Comparison.REDUCE
        reaches = comparison in (Comparison.EQUAL, Comparison.RANGE, Comparison.ABOUT)
        return comparison in _NEVER_TOO_LOW or lowered or (reaches and self.wanted != 0)

    def fulfilled(self) -> TargetState | None:
        """EXCEEDED or MET by the value alone, else None."""
        comparison, gap = self.target.comparison, self.value - self.wanted
        if comparison in _NEVER_TOO_HIGH:
            met = gap < 0 or (gap == 0 and comparison is Comparison.AT_MOST)
            return TargetState.MET if met else None
        if comparison is Comparison.MORE:
            return TargetState.MET if gap > 0 else None
        if self.wanted_to is not None and gap >= 0 and self.value <= self.wanted_to:
            return TargetState.MET
        if gap == 0:
            return TargetState.MET
        return TargetState.EXCEEDED if gap > 0 and self.at_least else None

    def final(self) -> TargetStanding:
        """What the figure of the whole period says."""
        state = self.fulfilled()
        if state is None and self.target.comparison is Comparison.ABOUT:
            return self.standing(TargetState.UNDECIDED, "about")
        if state is TargetState.EXCEEDED:
            top = self.wanted if self.wanted_to is None else self.wanted_to
            return self.standing(state, "vuot", gap=write_figure(self.value - top))
        if state is TargetState.MET:
            return self.standing(state, "dat")
        return self.standing(TargetState.NOT_MET, "khong_dat", gap=write_figure(self._missing()))

    def settled(self) -> TargetStanding | None:
        """What is certain before the end: a sum that only grows has passed its value or limit."""
        if not self.target.cumulative or self.value < 0:
            return None
        state = self.fulfilled()
        if self.at_least and state is TargetState.EXCEEDED:
            return self.final()
        if self.at_least and state is TargetState.MET and self.wanted_to is None:
            return self.final()
        if not self.at_least and state is None:
            return self.final()
        return None

    def _missing(self) -> Decimal:
        return abs(self.value - self.wanted)


def _read(target: AnyTarget, figure: Figure) -> _Case | TargetStanding:
    """Target and figure as numbers, or why one of them is none."""
    shown: dict[str, object] = {
        "content": target.content,
        "figure": with_unit(figure.text, target.unit),
        "planned": phrase(target),
        "when": _when(figure),
    }

    def unclear(reason: str) -> TargetStanding:
        return TargetStanding(
            TargetState.UNDECIDED, f"standing.{reason}", MappingProxyType(shown), figure
        )

    value, wanted = read_figure(figure.text), read_figure(target.planned)
    if wanted is None:
        return unclear("no_plan" if not target.planned.strip() else "plan_unread")
    if value is None:
        return unclear("figure_unread")
    wanted_to = None
    if target.comparison is Comparison.RANGE:
        wanted_to = read_figure(target.planned_to)
        if wanted_to is None or wanted_to < wanted:
            return unclear("range_unread")
    if target.comparison is Comparison.REDUCE and not target.cumulative:
        base = read_figure(target.base_value)
        if base is None:
            return unclear("no_base")
        value = base - value
        shown["figure"] = texts.say(
            "standing.fallen",
            {"figure": shown["figure"], "base": target.base_value, "fall": write_figure(value)},
        )
    return _Case(target, figure, value, wanted, wanted_to, MappingProxyType(shown))


def _under_way(
    case: _Case, figure: Figure, span: Span, years: Sequence[tuple[AnyTarget, Figure | None]]
) -> TargetStanding:
    """Before the period ends: by time for sums, else by the value of the year, else not at all."""
    if case.target.cumulative:
        return _by_time(case, figure, span)
    if case.fulfilled() is not None:
        return case.standing(TargetState.ON_TRACK, "at_level")
    own = _by_year_of(case, figure, years)
    return own or case.standing(TargetState.UNDECIDED, "no_yearly")


def _by_time(case: _Case, figure: Figure, span: Span) -> TargetStanding:
    if not case.at_least:
        return case.standing(TargetState.ON_TRACK, "within")
    if case.fulfilled() is not None:
        return case.standing(TargetState.ON_TRACK, "at_level")
    if span.start is None or span.end is None or figure.day is None:
        return case.standing(TargetState.UNDECIDED, "no_span")
    gone = max((figure.day - span.start).days + 1, 0)
    whole = (span.end - span.start).days + 1
    reached = case.value * whole >= case.wanted * gone
    share = (Decimal(100 * gone) / whole).quantize(_TENTH, ROUND_HALF_UP)
    part = (
        (100 * case.value / case.wanted).quantize(_TENTH, ROUND_HALF_UP) if case.wanted else share
    )
    state = TargetState.ON_TRACK if reached else TargetState.BEHIND
    told = {"share": write_figure(share), "part": write_figure(part)}
    return case.standing(state, "by_time" if reached else "by_time_behind", **told)


def _by_year_of(
    case: _Case, figure: Figure, years: Sequence[tuple[AnyTarget, Figure | None]]
) -> TargetStanding | None:
    """The figure against the value planned for the year it was taken in."""
    year = str(figure.day.year) if figure.day else ""
    for other, _ in years:
        if _single_year(other) == year:
            compared = _read(other, figure)
            if isinstance(compared, _Case):
                met = compared.fulfilled() is not None
                state = TargetState.ON_TRACK if met else TargetState.BEHIND
                reason = "by_year" if met else "by_year_behind"
                return case.standing(state, reason, year=year, yearly=phrase(other))
    return None


def _by_years(
    target: AnyTarget, years: Sequence[tuple[AnyTarget, Figure | None]]
) -> TargetStanding | None:
    """A target without a figure of its own, by the last year that has one."""
    known = [
        (other, figure)
        for other, figure in years
        if figure is not None and read_figure(other.planned)
    ]
    if not known:
        return None
    other, figure = max(known, key=lambda pair: _single_year(pair[0]))
    compared = _read(other, figure)
    if isinstance(compared, TargetStanding):
        return None
    met = compared.fulfilled() is not None
    if figure.day is not None and not met:
        return None
    state = TargetState.ON_TRACK if met else TargetState.BEHIND
    reason = "last_year" if met else "last_year_behind"
    told = {
        "content": target.content,
        "year": _single_year(other),
        "figure": with_unit(figure.text, target.unit),
        "yearly": phrase(other),
        "planned": phrase(target),
        "when": _when(figure),
    }
    return TargetStanding(state, f"standing.{reason}", MappingProxyType(told), figure)


def _no_figures(target: AnyTarget, span: Span, today: date) -> TargetStanding:
    told: dict[str, object] = {"content": target.content, "planned": phrase(target)}
    reason = "none"
    if span.end is not None and today > span.end:
        reason, told["end"] = "none_ended", span.end
    return TargetStanding(TargetState.NO_FIGURES, f"standing.{reason}", MappingProxyType(told))


def _when(figure: Figure) -> str:
    if figure.day is None:
        return texts.say("standing.when_whole")
    return texts.say("standing.when_day", {"day": figure.day})


def _single_year(target: AnyTarget) -> str:
    found = _YEAR.fullmatch(fold(target.period))
    return found[1] if found else ""


def _is_year_of(other: AnyTarget, target: AnyTarget) -> bool:
    """Whether `other` is the value for one year of a target that runs over several."""
    if _single_year(target) or not (year := _single_year(other)):
        return False
    years = re.findall(r"\d{4}", target.period)
    numbers = getattr(other, "number", ""), getattr(target, "number", "")
    same = other.content == target.content and numbers[0] == numbers[1]
    return same and (not years or year <= max(years))


def phrase(target: AnyTarget) -> str:
    """What the plan asks for in words: «từ 41% đến 43%», «tối thiểu 14,5%/năm», «không còn hộ»."""
    if not target.planned.strip():
        return ""
    if says_nothing_left(target.planned):
        return " ".join(part for part in (target.planned.strip(), target.unit) if part)
    told = {
        "value": with_unit(target.planned, target.unit),
        "first": f"{target.planned}%" if target.unit.startswith("%") else target.planned,
        "last": with_unit(target.planned_to, target.unit),
    }
    said = texts.say(f"target.phrase.{target.comparison.value}", told)
    if target.planned_to.strip() and target.comparison is not Comparison.RANGE:
        # A second value that no comparison asks for is said, not dropped.
        return texts.say("target.phrase.and_to", {"said": said, "last": told["last"]})
    return said


def with_unit(value: str, unit: str) -> str:
    """«14,5%/năm», «35 tỷ USD»: a percent sign stands close to its number."""
    close = unit.startswith("%") or not unit
    return f"{value}{unit}" if close else f"{value} {unit}"
