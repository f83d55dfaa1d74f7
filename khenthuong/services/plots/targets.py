"""Plots of a movement: its targets over time, and its units by what they reached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from khenthuong import texts
from khenthuong.domain.figures import read_figure
from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Movement
from khenthuong.domain.plots.figures import Aim, Heat, HeatCell, Plot, Reached, TargetPanel, Targets
from khenthuong.domain.plots.states import ORDER
from khenthuong.domain.targets import Span, span_of, with_unit
from khenthuong.services.movements import participants, plans, progress
from khenthuong.services.movements.progress import TargetLine
from khenthuong.services.workspace import Workspace

_LEGEND = ("reached", "whole", "planned", "by_time")


def over_time(ws: Workspace, movement: str, today: date | None = None) -> Plot:
    """The targets of a movement's plan, the gravest state first; raises NotFoundError."""
    found = plans.get(ws, movement)
    lines = progress.of_movement(ws, movement, today)
    groups = sorted(_groups(lines), key=lambda group: ORDER[_main(group, found).state])
    panels = tuple(_panel(group, found) for group in groups)
    first, second, third, fourth = (texts.say(f"plot.{word}") for word in _LEGEND)
    return Plot(
        "chi_tieu",
        texts.say("plot.of", {"title": texts.say("plot.targets"), "name": found.name}),
        texts.say("plot.targets_source"),
        Targets(panels, (first, second, third, fourth)) if panels else None,
        tuple(texts.say(f"plot.head.{head}") for head in _HEADS),
        tuple(_row(line) for group in groups for line in group),
        "" if panels else texts.say("plot.no_targets", {"name": found.name}),
    )


def units(ws: Workspace, movement: str, today: date | None = None) -> Plot:
    """Who takes part and how their own targets stand; raises NotFoundError."""
    found = plans.get(ws, movement)
    taking = [one for one in participants.of_movement(ws, movement, today) if one.targets]
    contents = tuple(dict.fromkeys(line.target.content for one in taking for line in one.targets))
    rows = tuple(
        (one.name, tuple(_cell(one.targets, content, found) for content in contents))
        for one in taking
    )
    return Plot(
        "don_vi",
        texts.say("plot.of", {"title": texts.say("plot.units"), "name": found.name}),
        texts.say("plot.units_source"),
        Heat(texts.say("plot.unit"), contents, rows) if rows else None,
        (texts.say("plot.unit"), *contents),
        tuple((name, *(cell.text.replace("\n", ", ") for cell in cells)) for name, cells in rows),
        "" if rows else texts.say("plot.no_units", {"name": found.name}),
    )


_HEADS = ("number", "target", "year", "plan", "reached", "state", "figures")


def _groups(lines: Sequence[TargetLine]) -> list[list[TargetLine]]:
    """Rows of one target with a value for several periods belong into one picture."""
    found: dict[tuple[str, str], list[TargetLine]] = {}
    for line in lines:
        key = (getattr(line.target, "number", ""), line.target.content)
        found.setdefault(key, []).append(line)
    return list(found.values())


def _main(group: Sequence[TargetLine], movement: Movement) -> TargetLine:
    """The row that runs longest: the target of the whole period."""

    def days(line: TargetLine) -> int:
        span = span_of(line.target, movement)
        return (span.end - span.start).days if span.start and span.end else -1

    return max(group, key=days)


def _panel(group: Sequence[TargetLine], movement: Movement) -> TargetPanel:
    main = _main(group, movement)
    state = texts.label(main.state)
    if len(group) > 1 and main.target.period:
        state = texts.say("plot.state_of", {"state": state, "period": main.target.period})
    aims = tuple(aim for line in group if (aim := _aim(line, movement)) is not None)
    reached = tuple(sorted(_reached(group, movement), key=lambda one: (one.day, one.whole)))
    drawn = bool(aims or reached)
    return TargetPanel(
        main.target.content,
        main.state,
        state,
        tuple(_facts(main, group, movement)),
        aims,
        reached,
        "" if drawn else texts.say("plot.not_drawn"),
    )


def _facts(main: TargetLine, group: Sequence[TargetLine], movement: Movement) -> Iterator[str]:
    """What is planned and the last figure reached, of the whole period or else of a part of it."""
    yield (
        texts.say("plot.plan_is", {"wanted": main.wanted})
        if main.wanted
        else texts.say("plot.no_plan")
    )
    known = [line for line in group if line.figure]
    last = main if main.figure else max(known, key=lambda one: _end(one, movement), default=None)
    if last is None:
        yield texts.say("plot.no_figure")
        return
    figure = last.figure_text
    if last is not main and last.standing.figure is not None and last.standing.figure.day is None:
        figure = texts.say("plot.state_of", {"state": figure, "period": last.target.period})
    yield texts.say("plot.reached_is", {"figure": figure})


def _end(line: TargetLine, movement: Movement) -> date:
    return span_of(line.target, movement).end or date.min


def _aim(line: TargetLine, movement: Movement) -> Aim | None:
    """What is planned as a level to draw; a fall is drawn from the value it starts from."""
    target, span = line.target, span_of(line.target, movement)
    level = read_figure(target.planned)
    if level is None or span.start is None or span.end is None:
        return None
    if target.comparison is Comparison.REDUCE and not target.cumulative:
        base = read_figure(target.base_value)
        if base is None:
            return None
        level = base - level
    high = read_figure(target.planned_to) if target.comparison is Comparison.RANGE else None
    told = {"period": target.period or movement.name, "wanted": line.wanted}
    said = texts.say("plot.aim", told)
    high = high if high is not None and high > level else None
    return Aim(span.start, span.end, level, high, said, target.cumulative)


def _reached(group: Sequence[TargetLine], movement: Movement) -> Iterator[Reached]:
    for line in group:
        unit = line.target.unit
        for one in line.figures:
            value = read_figure(one.value)
            if value is not None:
                text = with_unit(one.value.strip(), unit)
                said = texts.say("plot.point", {"day": one.day, "value": text})
                yield Reached(one.day, value, one.value.strip(), said)
        span: Span = span_of(line.target, movement)
        whole = read_figure(line.target.achieved)
        if whole is not None and span.end is not None:
            text = line.target.achieved.strip()
            said = texts.say("plot.whole_point", {"value": with_unit(text, unit)})
            yield Reached(span.end, whole, text, said, whole=True)


def _row(line: TargetLine) -> tuple[str, ...]:
    told = (texts.say("plot.point", {"day": one.day, "value": one.value}) for one in line.figures)
    return (
        getattr(line.target, "number", ""),
        line.target.content,
        line.target.period,
        line.wanted,
        line.figure_text,
        texts.label(line.state),
        "; ".join(told),
    )


def _cell(lines: Sequence[TargetLine], content: str, movement: Movement) -> HeatCell:
    own = [line for line in lines if line.target.content == content]
    if not own:
        return HeatCell("\u2013", texts.say("plot.not_set"))
    main = _main(own, movement)
    figure = with_unit(main.figure, main.target.unit) if main.figure else ""
    words = "\n".join(part for part in (texts.label(main.state), figure) if part)
    said = f"{texts.label(main.state)}. {main.sentence}"
    return HeatCell(words, said, state=main.state)
