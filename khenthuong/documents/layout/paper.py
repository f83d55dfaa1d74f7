"""A paper as the checker sees it: pages, printed lines with their formatting, tables, numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from khenthuong.documents.layout.formats import ParagraphFormat, RunFormat
from khenthuong.documents.layout.widths import MM_PER_POINT, text_width
from khenthuong.domain.vietnamese import fold

_RAISED_SIZE = 0.6
_RULE = set("_\u2014\u2500\u2013-\u00af")
_SHORTEST_RULE = 3
_QUOTED = 70


@dataclass(frozen=True)
class Run:
    """Letters of one look."""

    text: str
    look: RunFormat

    @property
    def width(self) -> float:
        """The printed width in mm, by the measures of Times New Roman."""
        look = self.look
        text = self.text.upper() if look.capitals else self.text
        size = look.size * (_RAISED_SIZE if look.raised else 1)
        width = text_width(text, size, bold=look.bold, italic=look.italic)
        return width * look.scale + look.spacing * len(text) * MM_PER_POINT


@dataclass(frozen=True)
class Stroke:
    """A line drawn under text: its length in mm, whether it is solid."""

    length: float
    solid: bool = True


@dataclass(frozen=True)
class Cell:
    """Where in a table: numbers from 0, counting grid columns; `width` of its text in mm.

    `root` is the outermost table around it.
    """

    table: int
    row: int
    column: int
    width: float
    root: int


@dataclass(frozen=True)
class Line:
    """A paragraph, or the part of one up to a line break; `width` of its column in mm."""

    number: int
    runs: tuple[Run, ...]
    format: ParagraphFormat
    section: int
    width: float
    cell: Cell | None = None
    begins: bool = True
    ends: bool = True
    strokes: tuple[Stroke, ...] = ()
    label: str = ""
    tabbed: bool = False

    @property
    def text(self) -> str:
        """The printed words, spaces kept as they are; no hidden text."""
        return "".join(run.text for run in self.runs)

    @property
    def words(self) -> str:
        """The words with the number that Word's list gives, spaces made plain and single."""
        return " ".join(f"{self.label} {self.text}".replace("\u00a0", " ").split())

    @property
    def key(self) -> str:
        """The words without marks, in lower case."""
        return fold(self.words)

    @property
    def quote(self) -> str:
        """The beginning of the words, for people."""
        words = self.words
        return words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + "…"

    @property
    def printed(self) -> tuple[Run, ...]:
        """The runs that show letters or digits; marks of notes only when there is nothing else."""
        shown = tuple(run for run in self.runs if run.text.strip())
        return tuple(run for run in shown if not run.look.raised) or shown

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed."""
        return not self.text.strip() and not self.label

    @property
    def is_rule(self) -> bool:
        """Whether the line only draws: underscores, dashes."""
        signs = self.text.strip()
        return len(signs) >= _SHORTEST_RULE and set(signs) <= _RULE

    @property
    def sizes(self) -> tuple[float, ...]:
        """The sizes of its printed letters, in points."""
        return tuple(sorted({run.look.size for run in self.printed}))

    def share(self, of: Callable[[RunFormat], bool]) -> float:
        """Which part of the printed letters looks so: 0 to 1."""
        whole = sum(len(run.text.strip()) for run in self.printed)
        such = sum(len(run.text.strip()) for run in self.printed if of(run.look))
        return such / whole if whole else 0.0

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return self.share(lambda look: look.bold) == 1

    @property
    def upper(self) -> bool:
        """Whether all its letters are capitals, typed or shown so."""
        shown = "".join(r.text.upper() if r.look.capitals else r.text for r in self.runs)
        letters = [c for c in shown if c.isalpha()]
        return bool(letters) and all(c == c.upper() for c in letters)

    @property
    def length(self) -> float:
        """The width of all its words on one line, in mm."""
        return sum(run.width for run in self._stripped())

    def _stripped(self) -> list[Run]:
        runs = list(self.printed)
        if runs:
            runs[0] = replace(runs[0], text=runs[0].text.lstrip())
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
        return runs

    @property
    def room(self) -> float:
        """The width left for words between the indents, in mm."""
        return max(self.width - self.format.left - self.format.right, 1.0)

    def printed_lengths(self) -> list[float]:
        """The widths of the lines on paper when the words wrap at spaces, in mm."""
        lengths, now, room = [0.0], 0.0, self.room
        for width, blank in self._pieces():
            if now and now + width > room and not blank:
                lengths.append(0.0)
                now = 0.0
            now += width
            if not blank:
                lengths[-1] = now
        return lengths

    def _pieces(self) -> list[tuple[float, bool]]:
        """Words and spaces with their widths; a word may run over several looks."""
        pieces: list[tuple[float, bool]] = []
        for run in self._stripped():
            start = 0
            for at, sign in enumerate(run.text):
                if sign in " \t":
                    pieces.append((replace(run, text=run.text[start:at]).width, False))
                    pieces.append((replace(run, text=" ").width, True))
                    start = at + 1
            pieces.append((replace(run, text=run.text[start:]).width, False))
        return pieces

    def halves(self) -> tuple[Line, ...]:
        """A head line made with tabs, as the lines it stands for; else itself."""
        if not self.tabbed or self.cell is not None:
            return (self,)
        parts: list[list[Run]] = [[]]
        for run in self.runs:
            for number, piece in enumerate(run.text.split("\t")):
                if number:
                    parts.append([])
                parts[-1].append(replace(run, text=piece))
        filled = [tuple(part) for part in parts if any(run.text.strip() for run in part)]
        return tuple(
            replace(self, runs=part, cell=Cell(-1, self.number, number, self.width / 2, -1))
            for number, part in enumerate(filled)
        )


@dataclass(frozen=True)
class Row:
    """A table row: whether it repeats on every page, whether it may split, how many cells."""

    repeats: bool
    splits: bool
    cells: int
    words: int


@dataclass(frozen=True)
class Table:
    """A table that shows data when it has borders; layout tables have none."""

    number: int
    bordered: bool
    rows: tuple[Row, ...]
    section: int
    nested: bool


@dataclass(frozen=True)
class PageNumber:
    """A page number field somewhere at the edge of the pages."""

    top: bool
    look: RunFormat
    align: str


@dataclass(frozen=True)
class Section:
    """Pages of one size; lengths in mm. `first_differs`: the first page has its own header."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float
    first_differs: bool
    number_format: str
    starts_at: int | None
    numbers: tuple[PageNumber, ...]
    numbers_on_first: tuple[PageNumber, ...]

    @property
    def text_width(self) -> float:
        """The room between the margins, in mm."""
        return self.width - self.left - self.right - self.gutter


@dataclass(frozen=True)
class Paper:
    """All of it."""

    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    language: str
    style_names: tuple[str, ...]
    pages: int | None
    default_tab: float
    adds_spacing: bool
