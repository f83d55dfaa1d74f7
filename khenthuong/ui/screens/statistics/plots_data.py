"""What the page of plots asks of the services; runs on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from khenthuong.domain.plots.figures import Plot


class Shown(StrEnum):
    """The plots there are."""

    RECIPIENT = "doi_tuong"
    LEVEL = "cap"
    MANNER = "phuong_thuc"
    SHARES = "ty_le"
    UNIT_YEARS = "don_vi_nam"
    TARGETS = "chi_tieu"
    UNITS = "don_vi"
    STATIONS = "cac_buoc"


@dataclass(frozen=True)
class PlotStart:
    """What can be chosen: (words, code) of movements and rounds, the years of the books."""

    years: tuple[int, ...]
    movements: tuple[tuple[str, str], ...]
    rounds: tuple[tuple[str, str], ...]


def read_choices(ws: Any) -> PlotStart:
    """Years, movements and rounds of the books."""
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.movements import plans
    from khenthuong.services.statistics import free

    movements = tuple((one.name, one.code) for one in plans.movements(ws))
    found = [one.round for one in rounds.rounds(ws)]
    return PlotStart(free.years(ws), movements, tuple((one.name, one.code) for one in found))


def read_plot(ws: Any, shown: Shown, first: int, last: int, code: str) -> Plot:
    """One plot: of years from `first` to `last`, of a movement or of a round."""
    from khenthuong.services.plots import counts, rounds, targets

    if shown is Shown.TARGETS:
        return targets.over_time(ws, code)
    if shown is Shown.UNITS:
        return targets.units(ws, code)
    if shown is Shown.STATIONS:
        return rounds.stations(ws, code)
    if shown is Shown.SHARES:
        return counts.shares(ws, first, last)
    if shown is Shown.UNIT_YEARS:
        return counts.unit_years(ws, first, last)
    return counts.awards(ws, counts.AwardSplit(shown.value), first, last)
