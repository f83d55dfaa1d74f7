"""What a plot is made of: lines, boxes, shapes and words, in mm from the upper left corner.

Nothing here knows a screen or a file. A pattern is drawn as lines, so that it looks the same
wherever it is painted; colours are the names of the theme's colours.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

MM_PER_POINT = 25.4 / 72
SMALL, NORMAL = 8.0, 9.0
"""Type sizes in points; nothing is written smaller."""
_LEADING = 1.18
_ASCENT = 0.9
_STEP = 1.3

Measure = Callable[[str, float, bool], float]
"""How wide a text is in mm: (text, size in points, bold)."""


class Ink(StrEnum):
    """Colours by the theme's names."""

    INK = "ink"
    SOFT = "soft"
    LINE = "line"
    EDGE = "edge"
    GROUND = "card"
    PALE = "stripe"
    ONE = "plot_1"
    TWO = "plot_2"
    THREE = "plot_3"
    FOUR = "plot_4"


class Pattern(StrEnum):
    """How an area is filled; they differ without colour."""

    SOLID = "dac"
    EMPTY = "rong"
    RISING = "cheo_len"
    FALLING = "cheo_xuong"
    CROSS = "o_luoi"
    LEVEL = "ngang"
    UPRIGHT = "doc"
    GRID = "o_vuong"


class Sign(StrEnum):
    """The shape of a point."""

    ROUND = "tron"
    SQUARE = "vuong"
    UP = "tam_giac"
    DIAMOND = "thoi"


class Anchor(StrEnum):
    """Which part of the words stands at their x."""

    LEFT = "trai"
    MIDDLE = "giua"
    RIGHT = "phai"


Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether they share more than an edge; a hundredth of a millimetre is forgiven."""
        slack = 0.01
        beside = self.right <= other.x + slack or other.right <= self.x + slack
        above = self.bottom <= other.y + slack or other.bottom <= self.y + slack
        return not (beside or above)


@dataclass(frozen=True)
class Line:
    """A line through its points; `dash` gives on and off in mm."""

    points: tuple[Point, ...]
    ink: Ink
    width: float = 0.2
    dash: tuple[float, float] | None = None


@dataclass(frozen=True)
class Area:
    """A closed shape, filled, outlined or both."""

    points: tuple[Point, ...]
    fill: Ink | None
    edge: Ink | None = None
    width: float = 0.25


@dataclass(frozen=True)
class Words:
    """One line of words; (x, y) is on its base line, `room` the box it takes."""

    text: str
    x: float
    y: float
    size: float
    ink: Ink
    bold: bool
    room: Box


Mark = Line | Area | Words


@dataclass(frozen=True)
class Spot:
    """A place of the plot that says a figure in words when looked at."""

    room: Box
    said: str


@dataclass(frozen=True)
class Drawing:
    """One picture: its size, its marks in the order in which they are painted, its spots."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    spots: tuple[Spot, ...] = ()

    @property
    def words(self) -> tuple[Words, ...]:
        """Everything written in it."""
        return tuple(mark for mark in self.marks if isinstance(mark, Words))


def line_height(size: float) -> float:
    """From one line of words to the next, in mm."""
    return size * MM_PER_POINT * _LEADING


def wrapped(
    text: str, width: float, size: float, measure: Measure, bold: bool = False
) -> list[str]:
    """The lines of a text that is `width` mm wide at most; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@dataclass
class Sheet:
    """Marks being collected; `finish` makes a Drawing of them."""

    measure: Measure
    marks: list[Mark] = field(default_factory=list[Mark])
    spots: list[Spot] = field(default_factory=list[Spot])

    def line(
        self,
        points: Sequence[Point],
        ink: Ink,
        width: float = 0.2,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a line."""
        self.marks.append(Line(tuple(points), ink, width, dash))

    def write(
        self,
        text: str,
        x: float,
        top: float,
        size: float = SMALL,
        *,
        ink: Ink = Ink.INK,
        bold: bool = False,
        anchor: Anchor = Anchor.LEFT,
        backed: bool = False,
    ) -> Box:
        """Write one line below `top`; the box it takes. `backed`: on plain ground, over lines."""
        wide = self.measure(text, size, bold)
        left = x - {Anchor.LEFT: 0.0, Anchor.MIDDLE: wide / 2, Anchor.RIGHT: wide}[anchor]
        room = Box(left, top, wide, line_height(size))
        base = top + size * MM_PER_POINT * (_ASCENT + (_LEADING - 1) / 2)
        if backed:
            ground = Box(left - 0.2, top + 0.3, wide + 0.4, room.height - 0.6)
            self.marks.append(Area(corners(ground), Ink.GROUND))
        self.marks.append(Words(text, left, base, size, ink, bold, room))
        return room

    def paragraph(
        self,
        text: str,
        x: float,
        top: float,
        width: float,
        size: float = SMALL,
        *,
        ink: Ink = Ink.INK,
        bold: bool = False,
        anchor: Anchor = Anchor.LEFT,
    ) -> float:
        """Write a text in lines of at most `width`; where it ends below."""
        for each in wrapped(text, width, size, self.measure, bold):
            self.write(each, x, top, size, ink=ink, bold=bold, anchor=anchor)
            top += line_height(size)
        return top

    def fill(self, box: Box, pattern: Pattern, ink: Ink) -> None:
        """Fill a rectangle with a pattern, outlined."""
        solid = pattern is Pattern.SOLID
        self.marks.append(Area(corners(box), ink if solid else Ink.GROUND, ink))
        for points in hatch(box, pattern):
            self.line(points, ink, 0.25)

    def sign(self, sign: Sign, x: float, y: float, ink: Ink, size: float = 1.1) -> None:
        """Draw a point's shape; `size` is half its width."""
        hollow = sign in (Sign.SQUARE, Sign.DIAMOND)
        fill = Ink.GROUND if hollow else ink
        self.marks.append(Area(tuple(_outline(sign, x, y, size)), fill, ink, 0.35))

    def spot(self, room: Box, said: str) -> None:
        """Say a figure where it is drawn."""
        self.spots.append(Spot(room, said))

    def finish(self, width: float, height: float) -> Drawing:
        """The picture."""
        return Drawing(width, height, tuple(self.marks), tuple(self.spots))


def paragraph_height(
    text: str, width: float, size: float, measure: Measure, bold: bool = False
) -> float:
    """How high a text becomes in lines of at most `width` mm."""
    return len(wrapped(text, width, size, measure, bold)) * line_height(size)


def pieces(line: Line) -> Iterator[tuple[Point, ...]]:
    """The parts of a line that are painted: all of it, or its dashes."""
    if line.dash is None:
        yield line.points
        return
    for start, end in pairwise(line.points):
        yield from _dashes(start, end, *line.dash)


def _dashes(start: Point, end: Point, on: float, off: float) -> Iterator[tuple[Point, Point]]:
    length = math.dist(start, end)
    at = 0.0
    while at < length:
        parts = (at / length, min(at + on, length) / length)
        first, last = (
            (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            for part in parts
        )
        yield first, last
        at += on + off


def corners(box: Box) -> tuple[Point, ...]:
    """The four corners of a rectangle."""
    return ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def hatch(box: Box, pattern: Pattern, step: float = _STEP) -> Iterator[tuple[Point, Point]]:
    """The lines of a pattern, cut at the edges of the rectangle."""
    if pattern in (Pattern.RISING, Pattern.CROSS):
        yield from _slanting(box, step * 1.4, rising=True)
    if pattern in (Pattern.FALLING, Pattern.CROSS):
        yield from _slanting(box, step * 1.4, rising=False)
    if pattern in (Pattern.LEVEL, Pattern.GRID):
        for number in range(1, int(box.height / step) + 1):
            yield (box.x, box.y + number * step), (box.right, box.y + number * step)
    if pattern in (Pattern.UPRIGHT, Pattern.GRID):
        for number in range(1, int(box.width / step) + 1):
            yield (box.x + number * step, box.y), (box.x + number * step, box.bottom)


def _slanting(box: Box, step: float, *, rising: bool) -> Iterator[tuple[Point, Point]]:
    """Lines at 45 degrees: each is told by its `offset` along both edges."""
    for number in range(1, int((box.width + box.height) / step) + 1):
        offset = number * step
        first = (max(0.0, offset - box.height), min(box.height, offset))
        last = (min(box.width, offset), max(0.0, offset - box.width))
        ends = [(box.x + x, box.y + y if rising else box.bottom - y) for x, y in (first, last)]
        if ends[0] != ends[1]:
            yield ends[0], ends[1]


_ROUND = (
    (1.0, 0.0), (0.866, 0.5), (0.5, 0.866), (0.0, 1.0), (-0.5, 0.866), (-0.866, 0.5),
    (-1.0, 0.0), (-0.866, -0.5), (-0.5, -0.866), (0.0, -1.0), (0.5, -0.866), (0.866, -0.5),
)  # fmt: skip
_SIGNS: dict[Sign, tuple[Point, ...]] = {
    Sign.ROUND: _ROUND,
    Sign.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    Sign.UP: ((0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
    Sign.DIAMOND: ((0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)),
}


def _outline(sign: Sign, x: float, y: float, size: float) -> Iterator[Point]:
    for across, down in _SIGNS[sign]:
        yield x + across * size, y + down * size
