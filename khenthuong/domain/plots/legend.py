"""The legend above a plot: samples with their names, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khenthuong.domain.plots.marks import SMALL, Box, Measure, Sheet, line_height

_BESIDE, _APART, _BELOW = 1.5, 6.0, 2.0


def write_legend(
    sheet: Sheet,
    names: Sequence[str],
    width: float,
    swatch: Box,
    draw: Callable[[int, float, float], None],
) -> float:
    """Write the names; `draw` paints the sample of the nth at (x, y). Where it ends below."""
    x, top = 0.0, 0.0
    for place, name in enumerate(names):
        wide = entry_width(name, swatch, sheet.measure)
        if x and x + wide > width:
            x, top = 0.0, top + line_height(SMALL) + 0.5
        draw(place, x, top + (line_height(SMALL) - swatch.height) / 2)
        sheet.write(name, x + swatch.width + _BESIDE, top)
        x += wide + _APART
    return top + line_height(SMALL) + _BELOW


def entry_width(name: str, swatch: Box, measure: Measure) -> float:
    """How wide a sample with its name is."""
    return swatch.width + _BESIDE + measure(name, SMALL, False)
