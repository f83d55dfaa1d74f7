"""What judging a component has in common: sizes, weight, case, place; the line drawn under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from khenthuong.documents.layout.paper import Line, Paper, Stroke
from khenthuong.domain.layout import Deviation, Weight

WHOLE, THIRD, HALF = 1.0, 1 / 3, 1 / 2
LENGTH_SLACK = 0.06
_SOLID_BORDERS = {"single", "thick", "double"}
_SOLID_SIGNS = set("_\u2014\u2500")
_MOST = 0.5


@dataclass(frozen=True)
class Look:
    """How a component is printed; None: the decree does not say."""

    low: float
    high: float
    bold: bool | None = None
    italic: bool | None = False
    upper: bool | None = None
    align: str | None = None


def deviate(code: str, offenders: Sequence[Line], **arguments: object) -> list[Deviation]:
    """One deviation for all lines that have it; none when there are none."""
    if not offenders:
        return []
    return [Deviation(code, arguments, quote=offenders[0].quote, times=len(offenders))]


def advise(code: str, offenders: Sequence[Line], **arguments: object) -> list[Deviation]:
    """The same as `deviate`, where only good practice asks for it."""
    if not offenders:
        return []
    first = offenders[0].quote
    return [Deviation(code, arguments, Weight.SHOULD, quote=first, times=len(offenders))]


def figure(value: float) -> int | float:
    """A figure as people write it: whole when it is whole, else with one decimal."""
    rounded = round(value, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def judge_look(lines: Sequence[Line], look: Look) -> list[Deviation]:
    """What deviates from a look."""
    found = judge_size(lines, look.low, look.high)
    found += _style(lines, "bold", look.bold)
    found += _style(lines, "italic", look.italic)
    if look.upper is not None:
        code = "upper" if look.upper else "lower"
        found += deviate(code, [x for x in lines if x.key and x.upper is not look.upper])
    if look.align is not None:
        off = [x for x in lines if not is_aligned(x, look.align)]
        found += deviate(f"align.{look.align}", off)
    return found


def judge_size(lines: Sequence[Line], low: float, high: float) -> list[Deviation]:
    """Letters smaller or larger than asked."""
    off = [x for x in lines if any(not low <= size <= high for size in x.sizes)]
    sizes = sorted({figure(s) for x in off for s in x.sizes if not low <= s <= high})
    code = "size_one" if low == high else "size"
    return deviate(code, off, found=sizes, low=figure(low), high=figure(high))


def _style(lines: Sequence[Line], name: str, wanted: bool | None) -> list[Deviation]:
    if wanted is None:
        return []

    def such(line: Line) -> float:
        return line.share(lambda look: bool(getattr(look, name)))

    if wanted:
        return deviate(name, [x for x in lines if x.printed and such(x) < 1])
    return deviate(f"not_{name}", [x for x in lines if such(x) > _MOST])


def is_aligned(line: Line, align: str) -> bool:
    """Whether a line stands so; what is justified or left may fill the whole line anyway."""
    if align == "both":
        return line.format.align in ("both", "distribute") or line.length <= line.room
    return line.format.align == align


class Under:
    """Looks for the line drawn under a component."""

    def __init__(self, paper: Paper) -> None:
        self._lines = paper.lines

    def judge(self, over: Sequence[Line], low: float, high: float) -> list[Deviation]:
        """The line under `over`, between `low` and `high` of the words' length."""
        last = over[-1]
        strokes = self._strokes(over)
        if not strokes:
            return deviate("rule_missing", [last])
        lengths = _lengths(over)

        def fits(stroke: Stroke) -> bool:
            return any(
                low * (1 - LENGTH_SLACK) <= stroke.length / length <= high * (1 + LENGTH_SLACK)
                for length in lengths
            )

        fitting = [stroke for stroke in strokes if fits(stroke)]
        if any(stroke.solid for stroke in fitting):
            return []
        if fitting:
            return deviate("rule_dashed", [last])
        found, longest = strokes[0].length, max(lengths)
        code = "rule_whole" if low == WHOLE else "rule_third"
        return deviate(
            code,
            [last],
            found=figure(found),
            share=round(found / longest * 100),
            low=figure(longest * low),
            high=figure(longest * high),
        )

    def _strokes(self, over: Sequence[Line]) -> list[Stroke]:
        last = over[-1]
        found = [stroke for line in over for stroke in line.strokes]
        found += _border(last, last.format.bottom_line)
        if last.share(lambda look: look.underline) == 1:
            found.append(Stroke(last.length))
        for line in self._below(last):
            found += line.strokes
            if line.is_rule:
                found.append(Stroke(line.length, set(line.text.strip()) <= _SOLID_SIGNS))
            elif line.is_blank:
                found += _underlined_blanks(line)
                found += _border(line, line.format.top_line or line.format.bottom_line)
        if last.cell is not None:
            # Shapes float: Word may anchor them anywhere in the head.
            table = last.cell.table
            head = (x for x in self._lines if x.cell and x.cell.table == table)
            found += [s for x in head for s in x.strokes if s not in found]
        return found

    def _below(self, last: Line) -> Iterator[Line]:
        """What stands under a line in its column, down to the next words."""
        column = _column(last)
        for line in self._lines[last.number + 1 :]:
            if _column(line) == column:
                yield line
                if not line.is_blank:
                    return
            elif last.cell is None:
                return


def _column(line: Line) -> tuple[int, int] | None:
    return (line.cell.table, line.cell.column) if line.cell else None


def _border(line: Line, kind: str) -> list[Stroke]:
    if kind in ("", "nil", "none"):
        return []
    return [Stroke(line.room, kind in _SOLID_BORDERS)]


def _underlined_blanks(line: Line) -> list[Stroke]:
    length = sum(run.width for run in line.runs if run.look.underline)
    return [Stroke(length)] if length else []


def _lengths(over: Iterable[Line]) -> list[float]:
    """The printed lengths of all lines of a component, wrapped ones apart."""
    lengths = [length for line in over for length in line.printed_lengths()]
    return [max(length, 1.0) for length in lengths]


def pick(lines: Iterable[Line], wrong: Callable[[Line], bool]) -> list[Line]:
    """The lines for which something is wrong."""
    return [line for line in lines if wrong(line)]
