"""The figures of a plot with their words: what is drawn, and the same as a table.

Everything that is read by people comes in as words; a value that nobody knows is None and is drawn
as a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from khenthuong.domain.targets import TargetState


@dataclass(frozen=True)
class BarSeries:
    """One kind: a count a year; None in years of which the books hold nothing."""

    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True)
class Bars:
    """Counts per year and kind, side by side."""

    years: tuple[str, ...]
    series: tuple[BarSeries, ...]
    gap: str
    """What a year without figures is called."""


@dataclass(frozen=True)
class SharePoint:
    """A share from 0 to 100 with its words, and what it is a share of."""

    value: float
    text: str
    said: str


@dataclass(frozen=True)
class ShareLine:
    """One share over the years; None where nobody is classified."""

    name: str
    points: tuple[SharePoint | None, ...]


@dataclass(frozen=True)
class Shares:
    """Shares over the years."""

    years: tuple[str, ...]
    lines: tuple[ShareLine, ...]


@dataclass(frozen=True)
class Aim:
    """A value to reach from `start` to `end`: a level, or a range up to `high`.

    `grows` says that figures add up from nothing, so that the level is reached evenly by time.
    """

    start: date
    end: date
    level: Decimal
    high: Decimal | None
    text: str
    grows: bool = False


@dataclass(frozen=True)
class Reached:
    """A figure reached by a day; `whole` for the result of the whole period."""

    day: date
    value: Decimal
    text: str
    said: str
    whole: bool = False


@dataclass(frozen=True)
class TargetPanel:
    """One target: its words, where it stands, what is aimed at and what was reached."""

    name: str
    state: TargetState
    said: str
    """The state in words, with the period where there are several."""
    facts: tuple[str, ...] = ()
    """What was planned and what was reached, in words."""
    aims: tuple[Aim, ...] = ()
    reached: tuple[Reached, ...] = ()
    lacks: str = ""
    """Why there is nothing to draw, or no figure yet; "" otherwise."""


@dataclass(frozen=True)
class Targets:
    """One small picture a target, the gravest state first."""

    panels: tuple[TargetPanel, ...]
    legend: tuple[str, str, str, str]
    """Words for: figure reached, result of the period, what was planned, planned share by time."""


@dataclass(frozen=True)
class StationBar:
    """How many stay at a station, and who."""

    name: str
    count: int
    said: str
    who: tuple[str, ...] = ()
    more: str = ""
    """Words for those who are not named in the picture."""


@dataclass(frozen=True)
class Stations:
    """The path of a round, station by station."""

    bars: tuple[StationBar, ...]


@dataclass(frozen=True)
class HeatCell:
    """A cell: its words, how strong it is (0 palest to 4), None for a gap."""

    text: str
    said: str
    level: int | None = None
    state: TargetState | None = None


@dataclass(frozen=True)
class Heat:
    """A table whose cells carry their word or number on a ground that shows it from afar."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[HeatCell, ...]], ...]


Figures = Bars | Shares | Targets | Stations | Heat


@dataclass(frozen=True)
class Plot:
    """A plot: what it shows, from which figures, and the same figures as a table.

    `figures` is None where the books hold nothing to draw; `missing` then says what is missing.
    """

    key: str
    title: str
    source: str
    figures: Figures | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    missing: str = ""
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The table for the clipboard, as Excel takes it."""
        lines: Sequence[tuple[str, ...]] = (self.heads, *self.rows)
        return "\n".join("\t".join(" ".join(c.split()) for c in line) for line in lines) + "\n"
