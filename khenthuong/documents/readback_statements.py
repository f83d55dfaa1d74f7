"""What a paper that was read back states in sentences: counts, numbers and dates, money, bases.

Only sentences that stand where a paper of this kind says such a thing are taken; what a clerk
writes freely («giúp 12 hộ gia đình») is not a statement about the dossier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from khenthuong.documents.filters import in_words
from khenthuong.documents.readback import PaperText, Row
from khenthuong.domain.crosscheck import StatedCount
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.vietnamese import fold

_KINDS = {
    "tập thể": RecipientKind.UNIT,
    "cá nhân": RecipientKind.PERSON,
    "hộ gia đình": RecipientKind.HOUSEHOLD,
    "hộ": RecipientKind.HOUSEHOLD,
}
_KIND = r"(tập thể|cá nhân|hộ gia đình|hộ)\b"
_COUNT = re.compile(r"(\d[\d.]*)\s+" + _KIND, re.IGNORECASE)
_RUN = re.compile(
    rf"\d[\d.]*\s+{_KIND}(?:(?:,|;| và)\s+\d[\d.]*\s+{_KIND})*(?:\s+\(([^()\d]*)\))?", re.IGNORECASE
)
_TOTALS = re.compile(
    r"^tong (so|cong)\b|^dieu 1\b|\bde nghi\b.*\bkhen thuong\b|^so luong de nghi\b"
)
_CONSIDERED = re.compile(r"\bxét\s+(\d[\d.]*)\s+trường hợp", re.IGNORECASE)
_DAY = r"ngày\s*(\d{1,2})?\s*tháng\s*(\d{1,2})?\s*năm\s*(\d{4})?"
_DATE = re.compile(_DAY, re.IGNORECASE)
_NUMBER = re.compile(r"^số\s*:\s*(.*)$", re.IGNORECASE)
_CITED = re.compile(
    r"(?:kèm theo|tại)\s+(tờ trình|quyết định)\s+số\s*:?\s*([^\s,;]*(?:\s*/[^\s,;]+)?)\s*,?\s*"
    + _DAY,
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"biên bản họp hội đồng[^;]*?\bsố\s*:?\s*([^\s,;]*(?:\s*/[^\s,;]+)?)\s*,?\s*" + _DAY,
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+)\s*đồng(?:\s*\(([^()]*)\))?", re.IGNORECASE)
_IN_LETTERS = re.compile(r"bằng chữ\s*:\s*([^./]*)", re.IGNORECASE)
_LEGAL_NUMBER = re.compile(r"\b(\d{1,4}/\d{4}/[^\W\d_][\w-]*)")
_BASIS = re.compile(r"^căn cứ\s+(.*)$", re.IGNORECASE)
_HEAD_LINES = 14
_DATE_PARTS = 3
_TITLES = (
    *("tm.", "kt.", "tl.", "tuq.", "q.", "quyen"),
    *("chu tich", "pho chu tich", "truong phong", "pho truong phong", "chanh van phong"),
    *("thu ky", "chu toa", "chu tri"),
)
_VARIANTS = (("lẻ", "linh"), ("tư", "bốn"), ("lăm", "năm"), ("mốt", "một"), ("ngàn", "nghìn"))


@dataclass(frozen=True)
class StatedDate:
    """A date as written: `day` is None where it is blank or impossible, `text` the words."""

    text: str
    day: date | None

    @property
    def blank(self) -> bool:
        """Whether day or month is left for the pen."""
        return len(re.findall(r"\d+", self.text)) < _DATE_PARTS


@dataclass(frozen=True)
class Citation:
    """Another paper named by its number and date: `what` is to_trinh, quyet_dinh or bien_ban."""

    what: str
    number: str
    day: StatedDate
    line: str


@dataclass(frozen=True)
class Signature:
    """The block at the end: the title lines above, and the name under them ("" for the pen)."""

    title: str
    name: str


@dataclass(frozen=True)
class Amount:
    """Money in a sentence: `before` are the words leading to it, `letters` those in brackets."""

    figure: int
    letters: str
    before: str
    line: str


def totals(lines: Iterable[str]) -> tuple[StatedCount, ...]:
    """How many the paper says are proposed or commended altogether, kind by kind."""
    return tuple(
        count
        for line in lines
        if not line.startswith(("-", "–", "+"))
        and _COUNT.search(line)
        and _TOTALS.search(fold(line))
        for count in counts(line)
    )


def counts(line: str, award: str = "") -> Iterator[StatedCount]:
    """«04 tập thể, 48 cá nhân (Bốn tập thể, bốn mươi tám cá nhân)»: the first run of a line."""
    run = _RUN.search(line)
    if run is None:
        return
    letters = _letters(run.group(run.re.groups) or "")
    for amount, kind in _COUNT.findall(run.group()):
        named = _KINDS[kind.casefold()]
        yield StatedCount(named, int(amount.replace(".", "")), letters.get(named, ""), line, award)


def _letters(text: str) -> dict[RecipientKind, str]:
    found: dict[RecipientKind, str] = {}
    for piece in re.split(r",|;| và ", text):
        match = re.fullmatch(rf"\s*(.+?)\s+{_KIND}\s*", piece, re.IGNORECASE)
        if match:
            found[_KINDS[match[2].casefold()]] = match[1]
    return found


def spelt(text: str, value: int, unit: str = "") -> bool:
    """Whether the words spell the number, whichever of the usual variants they use."""
    wanted = f"{in_words(value)} {unit}".strip()
    return _plain(text) == _plain(wanted)


def _plain(text: str) -> str:
    said = text.casefold().strip(" .;")
    for variant, kept in _VARIANTS:
        said = re.sub(rf"\b{variant}\b", kept, said)
    return said


def considered(lines: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """«Hội đồng xét 09 trường hợp»: the number and its line."""
    return tuple(
        (int(match[1].replace(".", "")), line)
        for line in lines
        if (match := _CONSIDERED.search(line))
    )


def own_number(paper: PaperText) -> str | None:
    """What stands behind «Số:» at the head; None where the paper has no such line."""
    for line in paper.lines[:_HEAD_LINES]:
        if match := _NUMBER.match(line):
            return match[1]
    return None


def own_date(paper: PaperText) -> StatedDate | None:
    """«…, ngày 05 tháng 01 năm 2026» at the head; None where the paper has none."""
    for line in paper.lines[:_HEAD_LINES]:
        match = _DATE.search(line)
        if match and match.end() == len(line) and "," in line[: match.start()]:
            return stated_date(line[match.start() :])
    return None


def stated_date(text: str) -> StatedDate | None:
    """The first date of a text in words; None where it holds none."""
    match = _DATE.search(text)
    if match is None:
        return None
    return _date(match.group(), match.groups())


def _date(text: str, parts: tuple[str | None, ...]) -> StatedDate:
    day, month, year = parts
    found = None
    if day and month and year:
        try:
            found = date(int(year), int(month), int(day))
        except ValueError:
            found = None
    return StatedDate(" ".join(text.split()), found)


def before_date(text: str) -> str:
    """What stands before the first date, all of it where there is none: the text cited itself."""
    match = _DATE.search(text)
    return text[: match.start()] if match else text


def citations(lines: Iterable[str]) -> Iterator[Citation]:
    """Tờ trình, Quyết định and Biên bản named by number and date in papers that hang on them."""
    for line in lines:
        for match in _CITED.finditer(line):
            what = "to_trinh" if fold(match[1]) == "to trinh" else "quyet_dinh"
            yield Citation(what, match[2], _cited_day(match, match.groups()[2:]), line)
        for match in _MINUTES.finditer(line):
            yield Citation("bien_ban", match[1], _cited_day(match, match.groups()[1:]), line)


def _cited_day(match: re.Match[str], parts: tuple[str | None, ...]) -> StatedDate:
    text = match.group()
    return _date(text[text.casefold().rfind("ngày") :], parts)


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same but for spaces, capitals and leading zeros."""
    return _number_key(one) == _number_key(other)


def has_number(text: str) -> bool:
    """Whether văn thư's figure is there: «/TTr-UBND» alone waits for it."""
    return bool(text.strip()) and not text.strip().startswith("/")


def _number_key(text: str) -> str:
    return fold(text).replace(" ", "").lstrip("0")


def amounts(lines: Iterable[str]) -> Iterator[Amount]:
    """Every sum in đồng that a sentence names."""
    for line in lines:
        place = 0
        for match in _AMOUNT.finditer(line):
            figure = int(match[1].replace(".", ""))
            yield Amount(figure, match[2] or "", fold(line[place : match.start()]), line)
            place = match.end()


def in_letters(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """«… bằng chữ: Mười hai triệu đồng»: the words and their line."""
    return tuple((match[1].strip(), line) for line in lines if (match := _IN_LETTERS.search(line)))


def bases(lines: Iterable[str]) -> tuple[str, ...]:
    """What stands behind «Căn cứ», line by line."""
    return tuple(match[1].rstrip(" ;.") for line in lines if (match := _BASIS.match(line)))


def legal_number(text: str) -> str:
    """«152/2025/NĐ-CP»: the first number of a legal text, "" where it is cited by name alone."""
    match = _LEGAL_NUMBER.search(text)
    return match[1] if match else ""


def signatures(paper: PaperText) -> tuple[Signature, ...]:
    """Titles and names in the cells of the last tables, from the top."""
    return tuple(found for cell in paper.cells if (found := _signature(cell)) is not None)


def _signature(cell: Row) -> Signature | None:
    titles = [line for line in cell if _is_title(line)]
    if not titles or titles[0] != cell[0]:
        return None
    names = cell[len(titles) :]
    return Signature(" ".join(titles), names[-1] if names else "")


def _is_title(line: str) -> bool:
    return line == line.upper() and fold(line).startswith(_TITLES)
