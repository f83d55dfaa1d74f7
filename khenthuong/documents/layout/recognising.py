"""Find the components of a paper by their words and places, never by the names of styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from khenthuong.documents.layout.paper import Line, Paper
from khenthuong.domain.layout import Component, PaperKind
from khenthuong.texts.layouts import PAPER_TYPES

STATE = "cong hoa xa hoi chu nghia viet nam"
MOTTO = re.compile(r"doc lap\W+tu do\W+hanh phuc")
NUMBER = re.compile(r"so\s*[:.]?\s*[\d.…_\s]*/\s*\S*|so\s*:.*")
DATE = re.compile(r"(?=.*\bngay\b).*\bthang\b.*\bnam\b.*")
ANNEX = re.compile(r"phu luc(?: (?:so )?[ivxlc\d]+)?[.:]?")
PART = re.compile(r"(?:phan|chuong)(?: thu)? [ivxlc\d]+[.:]?(?: .*)?")
SECTION = re.compile(r"(?:muc|tieu muc) [ivxlc\d]+[.:]?(?: .*)?")
ROMAN_SECTION = re.compile(r"[IVXLC]+\s*[.)]\s*\S.*")
ARTICLE = re.compile(r"dieu [ivxlc\d]+\s*[.:)]?\s.*|dieu [ivxlc\d]+[.:]?")
CLAUSE = re.compile(r"\d{1,2}\s*[.)/]\s.*")
POINT = re.compile(r"[^\W\d_]\s?[.)]\s.*")
GROUND = re.compile(r"(?:can cu|theo de nghi|xet de nghi|thuc hien) .*")
FIRST_GROUND = re.compile(r"can cu .*")
END_MARK = re.compile(r"\./\.\s*$")
RECIPIENTS = re.compile(r"noi nhan\b.*")
ADDRESSEE = re.compile(r"kinh gui\b.*")
LETTER_SUBJECT = re.compile(r"v/v\b.*")
_SUPERIOR_WORD = re.compile(r"ubnd\b|hdnd\b")
_KINDS = {
    "quyet dinh": PaperKind.DECISION,
    "to trinh": PaperKind.REQUEST,
    "bao cao": PaperKind.REPORT,
    "bien ban": PaperKind.MINUTES,
}
_MERIT_REPORT = "bao cao thanh tich"
_OWN_REPORT = "bao cao mo ta sang kien"
"""An author's own report on an initiative: no office issues it, so it has no number."""
_ANNEX_NOTE = "(kem theo"
_HEAD_LINES = 16


@dataclass(frozen=True)
class Block:
    """One signer: what is above the signature and the name below it."""

    titles: tuple[Line, ...]
    names: tuple[Line, ...]


@dataclass
class Parts:
    """The components found, each with its lines."""

    kind: PaperKind = PaperKind.OTHER
    type_name: str = ""
    lines: dict[Component, tuple[Line, ...]] = field(
        default_factory=dict[Component, "tuple[Line, ...]"]
    )
    blocks: tuple[Block, ...] = ()
    headings: tuple[Line, ...] = ()
    signature_table: int | None = None
    before_signature: Line | None = None
    last_words: Line | None = None

    def of(self, component: Component) -> tuple[Line, ...]:
        """The lines of a component; none when it is not there."""
        return self.lines.get(component, ())


def recognise(paper: Paper) -> Parts:
    """What is what."""
    return _Recogniser(paper).parts()


class _Recogniser:
    def __init__(self, paper: Paper) -> None:
        # Head lines made with tabs stand for two lines beside each other.
        self._lines = [
            half for line in paper.lines for half in (line.halves() if _is_head(line) else (line,))
        ]
        self._shown = [line for line in self._lines if not line.is_blank and not line.is_rule]
        self._bordered = {table.number for table in paper.tables if table.bordered}
        self._parts = Parts()

    def parts(self) -> Parts:
        body_from = self._head()
        body_from = self._title(body_from)
        tail = self._tail(body_from)
        self._addressee(body_from, tail)
        self._body(body_from, tail)
        self._annexes()
        return self._parts

    def _set(self, component: Component, lines: Iterable[Line]) -> None:
        if found := tuple(lines):
            self._parts.lines[component] = found

    # The head

    def _head(self) -> int:
        """Everything beside and under Quốc hiệu; returns the first number after it."""
        top = self._shown[:_HEAD_LINES]
        state = next((line for line in top if line.key.startswith(STATE)), None)
        if state is None:
            return self._head_without_state()
        self._set(Component.MOTTO_STATE, [state])
        motto = [line for line in top if MOTTO.search(line.key)][:1]
        self._set(Component.MOTTO, motto)
        if state.cell is not None and state.cell.table >= 0:
            head = [x for x in self._shown if x.cell and x.cell.table == state.cell.table]
            left = [x for x in head if x.cell and x.cell.column < state.cell.column]
        else:
            head = self._head_by_tabs(state)
            left = [x for x in head if x.cell and x.cell.column == 0 and x.cell.table < 0]
            left = [x for x in left if x not in (state, *motto)]
        self._head_lines(head, left)
        after = max(line.number for line in (state, *motto, *head)) + 1
        return self._date_below(after) if Component.DATE not in self._parts.lines else after

    def _date_below(self, start: int) -> int:
        """A date on its own line between head and title."""
        below = next((line for line in self._shown if line.number >= start), None)
        if below is None or not _dates(below):
            return start
        self._set(Component.DATE, [below])
        return below.number + 1

    def _head_by_tabs(self, state: Line) -> list[Line]:
        """The lines from the top down to the last that belongs to the head."""
        near = [line for line in self._shown if line.number <= state.number + 8]
        known = [x for x in near if x.cell or _dates(x) or NUMBER.fullmatch(x.key)]
        last = max((x.number for x in known), default=state.number)
        return [line for line in near if line.number <= last]

    def _head_without_state(self) -> int:
        """A file without Quốc hiệu: a head table may still be there."""
        first = self._shown[0] if self._shown else None
        if first is None or first.cell is None or first.cell.table in self._bordered:
            return 0
        head = [x for x in self._shown if x.cell and x.cell.table == first.cell.table]
        self._head_lines(head, [x for x in head if x.cell and x.cell.column == 0])
        return max(line.number for line in head) + 1

    def _head_lines(self, head: Sequence[Line], left: Sequence[Line]) -> None:
        number = [line for line in head if NUMBER.fullmatch(line.key)][:1]
        self._set(Component.NUMBER, number)
        date = [x for x in head if _dates(x) and x not in number]
        self._set(Component.DATE, date[:1])
        subject = [line for line in head if LETTER_SUBJECT.fullmatch(line.key)]
        if subject:
            cell = subject[0].cell
            after = [x for x in left if x.number >= subject[0].number and x.cell == cell]
            self._set(Component.LETTER_SUBJECT, after)
        stops = [line.number for line in (*number, *subject)]
        until = min(stops, default=10**9)
        names = [x for x in left if x.number < until and x not in date]
        self._agencies(names)

    def _agencies(self, names: Sequence[Line]) -> None:
        bold = [line.bold for line in names]
        above = bold.index(True) if True in bold else min(1, len(names) - 1)
        if names and above == 0 and len(names) > 1 and _SUPERIOR_WORD.match(names[0].key):
            above = 1
        self._set(Component.SUPERIOR, names[: max(above, 0)])
        self._set(Component.ISSUER, names[max(above, 0) :])

    # Tên loại and trích yếu

    def _title(self, start: int) -> int:
        """The name of the paper's type and its subject; returns where the text begins."""
        rest = [line for line in self._shown if line.number >= start]
        first = rest[0] if rest else None
        if first is not None and ANNEX.fullmatch(first.key):
            return self._annex_title(rest)
        if first is None or self._in_data(first) or not first.upper:
            is_letter = self._parts.of(Component.LETTER_SUBJECT)
            self._parts.kind = PaperKind.LETTER if is_letter else PaperKind.OTHER
            return start
        title = [first, *_while_title(rest[1:], first)]
        kind, name = _kind_of(" ".join(line.key for line in title))
        if kind in (PaperKind.DECISION, PaperKind.NAMED, PaperKind.REQUEST):
            title = title[:1]
        if any(line.key.startswith(_ANNEX_NOTE) for line in rest[: len(title) + 3]) and (
            Component.MOTTO_STATE not in self._parts.lines
        ):
            return self._annex_title(rest)
        self._parts.kind, self._parts.type_name = kind, name
        self._set(Component.TITLE, title)
        subject = _subject(rest[len(title) :], self._rules())
        if kind is not PaperKind.MERIT_REPORT:
            self._set(Component.SUBJECT, subject)
        last = (*title, *subject)[-1].number
        return last + 1

    def _in_data(self, line: Line) -> bool:
        return line.cell is not None and line.cell.table in self._bordered

    def _rules(self) -> set[int]:
        """The numbers of lines that only draw or are framed below."""
        return {
            x.number
            for x in self._lines
            if x.is_rule or (x.is_blank and (x.format.bottom_line or x.format.top_line))
        }

    def _annex_title(self, rest: Sequence[Line]) -> int:
        self._parts.kind = PaperKind.ANNEX
        number = [x for x in rest[:1] if ANNEX.fullmatch(x.key)]
        titles, notes = _annex_lines(rest[len(number) :])
        return (*number, *titles, *notes)[-1].number + 1 if number or titles or notes else 0

    # The tail

    def _tail(self, start: int) -> int:
        """Nơi nhận and the signers; returns the first number that is theirs."""
        rest = [line for line in self._shown if line.number >= start]
        words = [line for line in rest if RECIPIENTS.fullmatch(line.key)]
        table = words[-1].cell.root if words and words[-1].cell else None
        self._set(Component.RECIPIENTS_WORD, words[-1:])
        listed = _listed(rest, words[-1]) if words else []
        self._set(Component.RECIPIENTS, listed)
        if not words or table is None:
            table = self._signature_table(rest)
        if table is None:
            return self._tail_in_text(rest, words, listed)
        block = [x for x in rest if x.cell and x.cell.root == table]
        signers = [x for x in block if x not in words and x not in listed]
        self._parts.signature_table = table
        self._signers(_by_columns(signers))
        begin = min((x.number for x in (*block, *words[-1:])), default=10**9)
        self._parts.before_signature = next((x for x in reversed(rest) if x.number < begin), None)
        return begin

    def _signature_table(self, rest: Sequence[Line]) -> int | None:
        """The last table without borders that has lines in capitals: who signs."""
        for line in reversed(rest):
            if line.cell is not None and line.cell.table not in self._bordered:
                own = [x for x in rest if x.cell and x.cell.root == line.cell.root]
                return line.cell.root if any(x.upper for x in own) else None
        return None

    def _tail_in_text(
        self, rest: Sequence[Line], words: Sequence[Line], listed: Sequence[Line]
    ) -> int:
        marks = [n for n, line in enumerate(rest) if END_MARK.search(line.words)]
        after = list(rest[marks[-1] + 1 :]) if marks else []
        signers = [x for x in after if x not in words and x not in listed and x.cell is None]
        until = next((n for n, x in enumerate(signers) if ANNEX.fullmatch(x.key)), len(signers))
        signers = signers[:until]
        if not any(x.upper for x in signers):
            return words[-1].number if words else 10**9
        self._signers([signers])
        begin = min(x.number for x in (*signers, *words[-1:]))
        self._parts.before_signature = rest[marks[-1]]
        return begin

    def _signers(self, columns: Sequence[Sequence[Line]]) -> None:
        blocks = [block for column in columns for block in _blocks(column)]
        self._parts.blocks = tuple(blocks)
        self._set(Component.AUTHORITY, [line for block in blocks for line in block.titles])
        self._set(Component.SIGNER, [line for block in blocks for line in block.names])

    # The text

    def _addressee(self, start: int, tail: int) -> None:
        lines = [x for x in self._shown if start <= x.number < tail]
        at = next((n for n, x in enumerate(lines[:4]) if ADDRESSEE.fullmatch(x.key)), None)
        if at is None:
            return
        found = [lines[at]]
        for line in lines[at + 1 :]:
            if not line.key.startswith("-"):
                break
            found.append(line)
        self._set(Component.ADDRESSEE, found)

    def _body(self, start: int, tail: int) -> None:
        addressed = self._parts.of(Component.ADDRESSEE)
        inside = [
            x
            for x in self._shown
            if start <= x.number < tail
            and (x.cell is None or x.cell.table not in self._bordered)
            and x not in addressed
        ]
        annex = next((x.number for x in inside if ANNEX.fullmatch(x.key)), 10**9)
        inside = [x for x in inside if x.number < annex]
        grounds = _grounds(inside)
        self._set(Component.GROUNDS, grounds)
        text = [x for x in inside if x not in grounds]
        sorted_ = {
            Component.PARTS: _with_titles(text, PART),
            Component.SECTIONS: _with_titles(text, SECTION) + [x for x in text if _is_roman(x)],
            Component.ARTICLES: [x for x in text if x.begins and ARTICLE.fullmatch(x.key)],
            Component.CLAUSES: [x for x in text if x.begins and CLAUSE.fullmatch(x.key)],
            Component.POINTS: [x for x in text if x.begins and POINT.fullmatch(x.words)],
        }
        sorted_[Component.POINTS] = [
            x for x in sorted_[Component.POINTS] if x not in sorted_[Component.SECTIONS]
        ]
        for component, lines in sorted_.items():
            self._set(component, lines)
        apart = {x.number for c in (Component.PARTS, Component.SECTIONS) for x in sorted_[c]}
        headings = [
            x for x in text if x.number not in apart and x.upper and x.format.align == "center"
        ]
        self._parts.headings = tuple(headings)
        apart |= {x.number for x in headings}
        self._set(Component.BODY, [x for x in text if x.number not in apart])
        marked = [x for x in self._shown if start <= x.number < min(tail, annex)]
        self._parts.last_words = marked[-1] if marked else None
        self._set(Component.END_MARK, [x for x in marked if END_MARK.search(x.words)][-1:])

    # Annexes

    def _annexes(self) -> None:
        numbers: list[Line] = []
        titles: list[Line] = []
        notes: list[Line] = []
        starts = [n for n, x in enumerate(self._shown) if ANNEX.fullmatch(x.key) and not x.cell]
        if not starts and self._parts.kind is PaperKind.ANNEX:
            titles, notes = _annex_lines(self._shown)
        for at in starts:
            numbers.append(self._shown[at])
            own_titles, own_notes = _annex_lines(self._shown[at + 1 : at + 9])
            titles += own_titles
            notes += own_notes
        self._set(Component.ANNEX_NUMBER, numbers)
        self._set(Component.ANNEX_TITLE, titles)
        self._set(Component.ANNEX_NOTE, notes)


def _dates(line: Line) -> bool:
    """«…, ngày … tháng … năm …»; «Ngày, tháng, năm sinh: …» says when somebody was born."""
    return ":" not in line.key and DATE.fullmatch(line.key) is not None


def _is_head(line: Line) -> bool:
    return line.tabbed and line.number < _HEAD_LINES


def _kind_of(key: str) -> tuple[PaperKind, str]:
    if key.startswith(_MERIT_REPORT):
        return PaperKind.MERIT_REPORT, "bao cao"
    if key.startswith(_OWN_REPORT):
        return PaperKind.OTHER, ""
    names = sorted((n for n in PAPER_TYPES if key.startswith(n)), key=len, reverse=True)
    if not names:
        return PaperKind.OTHER, ""
    return _KINDS.get(names[0], PaperKind.NAMED), names[0]


def _while_title(rest: Sequence[Line], first: Line) -> list[Line]:
    """The lines in capitals that go on with the title, paragraphs standing close together."""
    found: list[Line] = []
    before = first
    for line in rest:
        if not line.upper or line.cell is not None or line.format.align != first.format.align:
            break
        if line.number != before.number + 1 or _is_roman(line):
            break
        found.append(line)
        before = line
    return found


def _subject(rest: Sequence[Line], rules: set[int]) -> list[Line]:
    found: list[Line] = []
    for line in rest:
        begun = line.format.align == "center" or line.key.startswith("ve viec")
        if not begun or line.upper or line.cell is not None or line.key.startswith("("):
            break
        if ADDRESSEE.fullmatch(line.key) or FIRST_GROUND.fullmatch(line.key):
            break
        if found and rules & set(range(found[-1].number, line.number + 1)):
            break
        if found and (found[-1].strokes or found[-1].format.bottom_line):
            break
        found.append(line)
    return found


def _listed(rest: Sequence[Line], word: Line) -> list[Line]:
    found: list[Line] = []
    for line in rest:
        same = line.cell == word.cell or (
            line.cell
            and word.cell
            and line.cell.table == word.cell.table
            and line.cell.column == word.cell.column
        )
        if line.number > word.number and same:
            if not line.key.startswith("-") and (found or line.upper):
                if found and line.cell is not None and not line.upper and line.sizes[:1] <= (11.5,):
                    found.append(line)
                    continue
                break
            found.append(line)
    return found


def _by_columns(lines: Sequence[Line]) -> list[list[Line]]:
    columns: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        cell = line.cell
        columns.setdefault((cell.table, cell.column) if cell else (0, 0), []).append(line)
    return [columns[key] for key in sorted(columns)]


def _blocks(column: Sequence[Line]) -> list[Block]:
    blocks: list[Block] = []
    titles: list[Line] = []
    names: list[Line] = []
    for line in _without_notes(column):
        if line.upper and names:
            blocks.append(Block(tuple(titles), tuple(names)))
            titles, names = [], []
        if line.upper:
            titles.append(line)
        elif titles or not blocks:
            names.append(line)
    if titles or names:
        blocks.append(Block(tuple(titles), tuple(names)))
    return [block for block in blocks if block.titles]


def _without_notes(column: Sequence[Line]) -> Iterator[Line]:
    """Lines but those in brackets, such as «(Ký, ghi rõ họ và tên)», which may run on."""
    inside = False
    for line in column:
        opens = line.key.startswith("(")
        if not inside and not opens:
            yield line
        inside = (inside or opens) and ")" not in line.key


def _grounds(inside: Sequence[Line]) -> list[Line]:
    at = next((n for n, x in enumerate(inside[:6]) if FIRST_GROUND.fullmatch(x.key)), None)
    if at is None or any(ARTICLE.fullmatch(x.key) for x in inside[:at]):
        return []
    found: list[Line] = []
    for line in inside[at:]:
        if not GROUND.fullmatch(line.key):
            break
        found.append(line)
    return found


def _is_roman(line: Line) -> bool:
    return line.begins and bool(ROMAN_SECTION.fullmatch(line.words)) and line.cell is None


def _with_titles(text: Sequence[Line], pattern: re.Pattern[str]) -> list[Line]:
    """The lines that name a part, each with its title in capitals below it."""
    found: list[Line] = []
    for at, line in enumerate(text):
        if pattern.fullmatch(line.key) and (line.format.align == "center" or line.bold):
            found.append(line)
            found += [x for x in text[at + 1 : at + 2] if x.upper and not _is_roman(x)]
    return found


def _annex_lines(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The title and the note «(Kèm theo …)» of an annex, which may run over several lines."""
    at = next((n for n, x in enumerate(lines[:8]) if x.key.startswith(_ANNEX_NOTE)), None)
    if at is None:
        shown = (n for n, x in enumerate(lines) if x.cell or x.format.align != "center")
        return list(lines[: next(shown, len(lines))]), []
    notes: list[Line] = []
    for line in lines[at : at + 4]:
        notes.append(line)
        if line.words.endswith(")"):
            break
    return list(lines[:at]), notes
