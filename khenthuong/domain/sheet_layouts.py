"""How a certificate is laid out: every field with its place in mm, and what does not fit.

`y` is the line on which the first line's letters stand (where a printed sheet has its dots), so
smaller letters stay on the same line. All lengths are mm from the sheet's upper left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from khenthuong.domain.certificates import NAMES, SheetField
from khenthuong.domain.kinds import Checked, RecipientKind
from khenthuong.domain.text_fitting import Fitted, Measure, fit

MM_PER_POINT = 25.4 / 72
NATURAL_LINE = 1.3
"""Height of a line in letter sizes: room for «Ế» under «Ậ»."""
TIGHTEST_LINE = 1.1
FRAME = 20.0
"""From the sheet's edge to the inner edge of the frame that the program draws, mm."""
_RAISED = 0.5
ASCENT, DESCENT = 0.95, 0.26
"""Of a letter size, marks included: «Ế» above the line, «Ậ» and «g» below it."""


class Align(StrEnum):
    """Where a field's lines stand in its width."""

    LEFT = "trai"
    CENTRE = "giua"
    RIGHT = "phai"


class Ink(StrEnum):
    """The two colours of a certificate."""

    BLACK = "den"
    RED = "do"


@dataclass(frozen=True)
class Placed:
    """A field's place. `size` and `smallest` in points, `line_height` in mm (0: by the letters).

    `before` is printed in front of the value («Quyết định số: »); `capitals` sets it IN HOA.
    `follows`: where the field before it has fewer lines than it may, this one moves up by half of
    what is left, so that short and long texts both stand evenly.
    """

    field: SheetField
    x: float
    y: float
    width: float
    size: float = 14
    smallest: float = 10
    lines: int = 1
    line_height: float = 0
    bold: bool = False
    italic: bool = False
    align: Align = Align.CENTRE
    ink: Ink = Ink.BLACK
    capitals: bool = False
    before: str = ""
    underline: bool = False
    follows: bool = False

    def moved(self, dx: float, dy: float) -> Placed:
        """The same field elsewhere, on tenths of a millimetre."""
        return replace(self, x=round(self.x + dx, 1), y=round(self.y + dy, 1))


@dataclass(frozen=True)
class Emblem:
    """Where the office's picture of the Quốc huy stands: its middle, and its size in mm."""

    x: float
    y: float
    size: float


@dataclass(frozen=True)
class SheetLayout:
    """A kind of sheet. `framed`: blank paper, the program draws the frame; otherwise pre-printed.

    `picture` names a scan of the printed sheet in the data folder, shown on screen, never printed.
    """

    code: str
    name: str
    width: float
    height: float
    fields: tuple[Placed, ...]
    framed: bool = False
    font: str = "Times New Roman"
    picture: str = ""
    emblem: Emblem | None = None
    checked: Checked = Checked.MEMORY
    note: str = ""

    def place_of(self, field: SheetField) -> Placed | None:
        """Where a field stands; None where the sheet does not have it."""
        return next((one for one in self.fields if one.field is field), None)

    def with_field(self, placed: Placed) -> SheetLayout:
        """The layout with this field placed so; added where it was not there."""
        known = any(one.field is placed.field for one in self.fields)
        if not known:
            return replace(self, fields=(*self.fields, placed))
        fields = (placed if one.field is placed.field else one for one in self.fields)
        return replace(self, fields=tuple(fields))

    def without(self, field: SheetField) -> SheetLayout:
        """The layout without a field."""
        return replace(self, fields=tuple(one for one in self.fields if one.field is not field))


@dataclass(frozen=True)
class Line:
    """One line of text: where it begins and the line it stands on, in mm."""

    text: str
    x: float
    y: float
    width: float


@dataclass(frozen=True)
class Block:
    """A field laid out: its lines, and the room they take (left, top, right, bottom in mm)."""

    placed: Placed
    fitted: Fitted
    lines: tuple[Line, ...]
    room: tuple[float, float, float, float]


@dataclass(frozen=True)
class Misfit:
    """Something that will not print well; `code` with `arguments` makes the sentence."""

    code: str
    field: SheetField
    arguments: Mapping[str, object]


MeasureOf = Callable[[Placed], Measure]


def blocks(
    layout: SheetLayout,
    values: Mapping[SheetField, str],
    measure_of: MeasureOf,
    kind: RecipientKind | None = None,
) -> tuple[Block, ...]:
    """Every field that has words, broken into lines and placed."""
    made: list[Block] = []
    left_over = 0.0
    for placed in layout.fields:
        raised = left_over if placed.follows else 0.0
        value = values.get(placed.field, "").strip()
        count, size = 0, placed.size
        if value:
            at = replace(placed, y=placed.y - raised)
            block = _block(at, value, measure_of(placed), kind)
            made.append(block)
            count, size = len(block.lines), block.fitted.size
        unused = max(0, placed.lines - count) * line_height(placed, size)
        left_over = raised + unused * _RAISED
    return tuple(made)


def line_height(placed: Placed, size: float) -> float:
    """The distance of two lines in mm."""
    return placed.line_height or size * MM_PER_POINT * NATURAL_LINE


def misfits(layout: SheetLayout, made: Sequence[Block]) -> tuple[Misfit, ...]:
    """What does not fit: too many words, off the sheet, lines that touch, fields over fields."""
    found: list[Misfit] = []
    for block in made:
        found += _own_misfits(layout, block)
    for number, one in enumerate(made):
        for other in made[number + 1 :]:
            if _overlap(one.room, other.room):
                found.append(
                    Misfit("sheet.overlap", one.placed.field, {"other": other.placed.field})
                )
    return tuple(found)


def _own_misfits(layout: SheetLayout, block: Block) -> list[Misfit]:
    placed, fitted = block.placed, block.fitted
    found: list[Misfit] = []
    if not fitted.fits:
        arguments = {"size": f"{placed.smallest:g}", "lines": placed.lines}
        found.append(Misfit("sheet.too_long", placed.field, arguments))
    left, top, right, bottom = block.room
    edge = FRAME + 1 if layout.framed else 0.0
    across, down = layout.width - edge, layout.height - edge
    if left < edge or top < edge or right > across or bottom > down:
        found.append(Misfit("sheet.off_paper", placed.field, {}))
    tight = line_height(placed, fitted.size) < fitted.size * MM_PER_POINT * TIGHTEST_LINE
    if tight and len(block.lines) > 1:
        found.append(Misfit("sheet.lines_touch", placed.field, {}))
    return found


def _block(placed: Placed, value: str, measure: Measure, kind: RecipientKind | None) -> Block:
    text = placed.before + value
    text = text.upper() if placed.capitals else text
    fitted = fit(
        text,
        width=placed.width,
        size=placed.size,
        smallest=min(placed.smallest, placed.size),
        most_lines=placed.lines,
        measure=measure,
        person=placed.field in NAMES and kind is RecipientKind.PERSON,
        name=placed.field in NAMES,
    )
    height = line_height(placed, fitted.size)
    lines = tuple(
        _line(placed, words, number * height, measure(words) * fitted.size)
        for number, words in enumerate(fitted.lines)
    )
    letter = fitted.size * MM_PER_POINT
    room = (
        min(line.x for line in lines),
        placed.y - letter * ASCENT,
        max(line.x + line.width for line in lines),
        lines[-1].y + letter * DESCENT,
    )
    return Block(placed, fitted, lines, room)


def _line(placed: Placed, words: str, down: float, width: float) -> Line:
    spare = placed.width - width
    share = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}[placed.align]
    return Line(words, placed.x + spare * share, placed.y + down, width)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > _TOUCH and down > _TOUCH


_TOUCH = 0.3
"""Millimetres by which rooms may touch: letters seldom fill theirs."""
