"""One function for every plot: figures in, pictures out, for screen and paper alike."""

from __future__ import annotations

import math

from khenthuong.domain.plots.bars import draw_bars
from khenthuong.domain.plots.figures import Bars, Figures, Shares, Stations, Targets
from khenthuong.domain.plots.heat import draw_heat
from khenthuong.domain.plots.marks import Drawing, Measure
from khenthuong.domain.plots.shares import draw_shares
from khenthuong.domain.plots.stations import draw_stations
from khenthuong.domain.plots.targets import draw_targets


def draw(
    figures: Figures, width: float, measure: Measure, highest: float = math.inf
) -> tuple[Drawing, ...]:
    """Pictures of `width` mm; those of many parts are cut so that none is higher than `highest`."""
    if isinstance(figures, Bars):
        return (draw_bars(figures, width, measure),)
    if isinstance(figures, Shares):
        return (draw_shares(figures, width, measure),)
    if isinstance(figures, Stations):
        return (draw_stations(figures, width, measure),)
    if isinstance(figures, Targets):
        return draw_targets(figures, width, highest, measure)
    return draw_heat(figures, width, highest, measure)
