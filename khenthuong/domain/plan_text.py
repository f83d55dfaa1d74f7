"""The text of a plan, pasted from Word, as a proposal: bases, purposes, contents, targets, reviews.

Nothing is taken over by itself: a person confirms what is proposed, and every line that found no
place is handed back in `left`. Words are compared without marks, so no wording is written here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto

from khenthuong.domain.kinds import MovementKind, MovementLevel, TaskKind
from khenthuong.domain.movement import Movement, MovementTask, Target
from khenthuong.domain.target_text import plain, read_targets
from khenthuong.domain.vietnamese import clean, fold

_TYPES = frozenset({"ke hoach", "chi thi", "chuong trinh", "quyet dinh", "huong dan"})
_NUMBER = re.compile(r"^\s*so\s*:\s*(\S+/\S+)")
_LONG_DAY = re.compile(r"ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_SHORT_DAY = re.compile(r"\bngay (\d{1,2})/(\d{1,2})/(\d{4})")
_NAMED = re.compile(
    r"(?:ke hoach|chi thi)(?: so)? (\S+/\S+) ngay (\d{1,2})/(\d{1,2})/(\d{4})[^.;]*?"
    r"\bve (?:viec )?(?:phat dong )?([^.;]+)"
)
_ISSUED_BY = re.compile(r"((?:ubnd|uy ban nhan dan) [^.;]*?) (?:vua|da|ky|ban hanh)\b")
_THEME = re.compile(r"voi chu de(?: thi dua)?\s*[\u201c\"]")
_ROMAN = re.compile(r"^([IVX]+)[.)]\s+(.+)$")
_NUMBERED = re.compile(r"^(\d{1,2})[.)]\s+(.+)$")
_IN_BRACKETS = re.compile(r"^\((\d{1,2})\)\s*(.+)$")
_DASHED = re.compile(r"^[-+\u2013\u2022]\s*(.+)$")
_YEARS = re.compile(r"\b(\d{4})\s*[-\u2013]\s*(\d{4})\b")
_IN_YEAR = re.compile(r"\bnam (\d{4})\b")
_UNTIL_MONTH = re.compile(r"den het thang (\d{1,2})[ /](?:nam )?(\d{4})")
_DOES = re.compile(
    r" (?:can cu|chi dao|chu tri|tham muu|xay dung|van dong|co trach nhiem|to chuc|phoi hop"
    r"|theo doi|huong dan|don doc|lanh dao|tuyen truyen|chiu trach nhiem|quan triet)\b"
)
_PLACES = ("thanh pho", "tinh", "quan", "huyen", "xa", "phuong", "dac khu", "thi xa")
_SHORT = 60
"""A numbered line up to so many letters may be the title of a part."""


class _Part(Enum):
    """What the lines under a title are about."""

    HEAD = auto()
    PURPOSE = auto()
    REQUIREMENT = auto()
    CONTENT = auto()
    TARGETS = auto()
    REWARD = auto()
    REVIEW = auto()
    CARRYING_OUT = auto()


_TITLES: tuple[tuple[_Part, tuple[str, ...]], ...] = (
    (_Part.PURPOSE, ("muc dich", "muc tieu")),
    (_Part.REQUIREMENT, ("yeu cau",)),
    (_Part.CONTENT, ("noi dung",)),
    (_Part.TARGETS, ("chi tieu",)),
    (_Part.REVIEW, ("so ket", "tong ket", "cong tac so ket")),
    (_Part.REWARD, ("khen thuong", "cong tac khen thuong", "hinh thuc khen thuong")),
    (_Part.CARRYING_OUT, ("to chuc thuc hien", "phan cong")),
)


@dataclass(frozen=True)
class ProposedPlan:
    """What a text seems to say; `movement` has no code yet, nor have tasks and targets.

    `left` are the lines that found no place, in their order: the enacting formula, the signature.
    """

    movement: Movement
    tasks: tuple[MovementTask, ...] = ()
    targets: tuple[Target, ...] = ()
    left: tuple[str, ...] = ()


@dataclass
class _Reading:
    """The plan as read so far."""

    movement: Movement
    part: _Part = _Part.HEAD
    section: str = ""
    sub: str = ""
    bases: list[str] = field(default_factory=list[str])
    purposes: list[str] = field(default_factory=list[str])
    requirements: list[str] = field(default_factory=list[str])
    rewards: list[str] = field(default_factory=list[str])
    addressees: list[str] = field(default_factory=list[str])
    tasks: list[MovementTask] = field(default_factory=list[MovementTask])
    targets: list[Target] = field(default_factory=list[Target])
    left: list[str] = field(default_factory=list[str])


def propose(text: str) -> ProposedPlan:
    """Split the text of a plan; an empty text gives an empty proposal."""
    lines = [line for line in clean(text).split("\n") if line.strip("-_ ")]
    head, body = _split(lines)
    reading = _Reading(Movement("", ""))
    _read_head(head, body, reading)
    tail = next((n for n, one in enumerate(body) if plain(one).startswith("noi nhan")), len(body))
    for line in body[:tail]:
        _read_line(line, reading)
    _read_addressees(body[tail + 1 :], reading)
    _read_days(reading, body[:tail])
    return ProposedPlan(
        replace(
            reading.movement,
            bases="\n".join(reading.bases),
            purposes="\n".join(reading.purposes),
            requirements="\n".join(reading.requirements),
            rewards="\n".join(reading.rewards),
            addressees="\n".join(reading.addressees),
        ),
        tuple(_distinct(reading.tasks)),
        tuple(reading.targets),
        tuple(reading.left),
    )


def _split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The head down to the plan's name, and the rest; no head where no type of paper is named."""
    typed = next((n for n, one in enumerate(lines) if fold(one) in _TYPES), None)
    if typed is None:
        return [], list(lines)
    end = typed + 1
    while end < len(lines) and _capitals(lines[end]):
        end += 1
    return list(lines[:end]), list(lines[end:])


def _read_head(head: Sequence[str], body: Sequence[str], reading: _Reading) -> None:
    typed = next((n for n, one in enumerate(head) if fold(one) in _TYPES), 0)
    number, day = "", None
    for line in head[:typed]:
        read = plain(line)
        if found := _NUMBER.match(read):
            number = line[found.start(1) : found.end(1)]
        if found := _LONG_DAY.search(read):
            day = _date(found[3], found[2], found[1])
    name = _as_in_body(" ".join(head[typed + 1 :]), body) if head else ""
    issuer = _issuer(head[:typed])
    if not head:
        number, day, name, issuer = _named_in_prose(body)
    theme = next((t for line in body if (t := _theme(line))), "")
    reading.movement = replace(
        reading.movement,
        name=_capital(name),
        plan_number=number,
        issued=day,
        issuer=issuer,
        theme=theme,
        kind=_kind(name),
        level=_level(issuer),
    )


def _named_in_prose(body: Sequence[str]) -> tuple[str, date | None, str, str]:
    """Number, day, name and issuer from a report about a plan: «… ban hành Kế hoạch 245/…»."""
    for line in body:
        read = plain(line)
        if found := _NAMED.search(read):
            by = _ISSUED_BY.search(read[: found.start()])
            issuer = line[by.start(1) : by.end(1)] if by else ""
            number, name = (line[found.start(n) : found.end(n)] for n in (1, 5))
            return number, _date(found[4], found[3], found[2]), name, issuer
    return "", None, "", ""


def _read_line(line: str, reading: _Reading) -> None:
    if title := _title(line):
        mark, reading.part = title
        if _ROMAN.match(line):
            reading.section, reading.sub = mark, ""
        else:
            reading.sub = mark
        return
    read = plain(line)
    if read.startswith(("trang tren", "tren day la")):
        reading.left.append(line)
    elif reading.part in _PLACED:
        _PLACED[reading.part](line, reading)
    else:
        _read_plain(line, reading)


def _title(line: str) -> tuple[str, _Part] | None:
    """«I. MỤC ĐÍCH, YÊU CẦU», «2. Chỉ tiêu thi đua»: its number and what follows it."""
    roman, numbered = _ROMAN.match(line), _NUMBERED.match(line)
    found = roman or numbered
    if found is None or (numbered and len(line) > _SHORT):
        return None
    words = plain(found[2]).rstrip(" :.")
    for part, names in _TITLES:
        if any(words.startswith(name) for name in names):
            return found[1], part
    if roman and "to chuc thuc hien" in words:
        return found[1], _Part.CARRYING_OUT
    if roman and ("so ket" in words or "tong ket" in words):
        return found[1], _Part.REVIEW
    return (found[1], _Part.CONTENT) if roman else None


def _read_plain(line: str, reading: _Reading) -> None:
    """A line outside any part: a basis, a purpose or reward in prose, or a numbered content."""
    read = plain(line)
    if _NUMBERED.match(line) or _IN_BRACKETS.match(line):
        _read_content(line, reading)
    elif read.startswith(("muc tieu cua", "muc dich")):
        reading.purposes.append(line)
    elif "khen thuong" in read and read.startswith(("thanh tich cua phong trao", "cong tac khen")):
        reading.rewards.append(line)
    elif not reading.tasks and _is_basis(read):
        reading.bases.append(line)
    else:
        reading.left.append(line)


def _is_basis(read: str) -> bool:
    opens = ("can cu", "thuc hien", "tiep tuc thuc hien", "theo ")
    cites = re.search(r"\b(?:ke hoach|chi thi|nghi quyet|luat|nghi dinh) so \d", read)
    return not read.endswith(":") and (read.startswith(opens) or cites is not None)


def _read_purpose(line: str, reading: _Reading) -> None:
    reading.purposes.append(_bare(line))


def _read_requirement(line: str, reading: _Reading) -> None:
    reading.requirements.append(_bare(line))


def _read_reward(line: str, reading: _Reading) -> None:
    reading.rewards.append(_bare(line))


def _read_content(line: str, reading: _Reading) -> None:
    if not _is_item(line):
        _read_aside(line, reading)
        return
    text = _bare(line)
    number = _number_of(line, reading, TaskKind.CONTENT)
    reading.tasks.append(MovementTask("", number, TaskKind.CONTENT, text))
    reading.targets += _targets_within(text, number)


def _read_target(line: str, reading: _Reading) -> None:
    found = _IN_BRACKETS.match(line) or _NUMBERED.match(line)
    text, number = (found[2], found[1]) if found else (_bare(line), "")
    rows = read_targets(text, number, _years_of(reading)) if _is_item(line) else ()
    if rows:
        reading.targets += rows
    else:
        _read_aside(line, reading)


def _read_aside(line: str, reading: _Reading) -> None:
    """An unnumbered line among contents: what is said of rewards goes there, the rest is left."""
    if plain(line).startswith("cong tac khen thuong"):
        reading.rewards.append(line)
    else:
        reading.left.append(line)


def _read_review(line: str, reading: _Reading) -> None:
    read = plain(line)
    final = "to chuc tong ket" in read or read.lstrip("- ").startswith("tong ket")
    interim = "to chuc so ket" in read or read.lstrip("- ").startswith("so ket")
    kind = (
        TaskKind.FINAL_REVIEW
        if final
        else TaskKind.INTERIM_REVIEW
        if interim
        else TaskKind.CARRYING_OUT
    )
    due = _last_day(read) if kind is not TaskKind.CARRYING_OUT else None
    number = _number_of(line, reading, kind)
    reading.tasks.append(MovementTask("", number, kind, _bare(line), due=due))


def _read_carrying_out(line: str, reading: _Reading) -> None:
    text = _bare(line)
    if not _is_item(line):
        _read_aside(line, reading)
        return
    number = _number_of(line, reading, TaskKind.CARRYING_OUT)
    who = _DOES.search(plain(text))
    responsible = text[: who.start()].strip(" ,") if who and who.start() <= 2 * _SHORT else ""
    reading.tasks.append(
        MovementTask("", number, TaskKind.CARRYING_OUT, text, responsible=responsible)
    )


_PLACED = {
    _Part.PURPOSE: _read_purpose,
    _Part.REQUIREMENT: _read_requirement,
    _Part.REWARD: _read_reward,
    _Part.CONTENT: _read_content,
    _Part.TARGETS: _read_target,
    _Part.REVIEW: _read_review,
    _Part.CARRYING_OUT: _read_carrying_out,
}


def _read_addressees(lines: Sequence[str], reading: _Reading) -> None:
    """The receivers end with the first line without a dash; what follows is the signature."""
    end = next((n for n, one in enumerate(lines) if not _DASHED.match(one)), len(lines))
    reading.addressees += [_bare(one).rstrip(" ;.") for one in lines[:end]]
    reading.left += lines[end:]


def _read_days(reading: _Reading, body: Sequence[str]) -> None:
    """When it runs, as the name or a sentence of its own says; else nothing."""
    movement = reading.movement
    name = plain(movement.name)
    start, end = None, None
    until = next((m for line in body if (m := _UNTIL_MONTH.search(plain(line)))), None)
    if until:
        start, end = movement.issued, _month_end(int(until[2]), int(until[1]))
    elif several := _YEARS.search(name):
        start, end = movement.issued, date(int(several[2]), 12, 31)
    elif single := _IN_YEAR.search(name):
        year = int(single[1])
        start, end = date(year, 1, 1), date(year, 12, 31)
    reading.movement = replace(movement, start=start, end=end)


def _targets_within(text: str, number: str) -> tuple[Target, ...]:
    """Targets named inside a content: «… một số chỉ tiêu chủ yếu năm 2022: …»."""
    found = re.search(r"chi tieu[^.:]{0,40}?(?:nam (\d{4}))?:", plain(text))
    if found is None:
        return ()
    rows = read_targets(text[found.end() :].strip(), number, found[1] or "")
    return tuple(rows)


def _years_of(reading: _Reading) -> str:
    """The years of the plan where its name says them; the first one may lie before it began."""
    found = _YEARS.search(reading.movement.name)
    if found is None:
        return ""
    first = int(found[1])
    issued = reading.movement.issued
    if issued is not None and (issued.month, issued.day) > (11, 30):
        first = max(first, issued.year + 1)
    return f"{first}-{found[2]}"


def _number_of(line: str, reading: _Reading, kind: TaskKind) -> str:
    """«II.1.3», «IV.2», «5»: unique in its plan."""
    found = _NUMBERED.match(line) or _IN_BRACKETS.match(line)
    head = ".".join(part for part in (reading.section, reading.sub) if part)
    own = found[1] if found else str(1 + sum(_under(t.number, head) for t in reading.tasks))
    return ".".join(part for part in (head, own) if part)


def _under(number: str, head: str) -> bool:
    return number.rpartition(".")[0] == head


def _distinct(tasks: Sequence[MovementTask]) -> list[MovementTask]:
    taken: set[str] = set()
    kept: list[MovementTask] = []
    for one in tasks:
        number, count = one.number, 2
        while number in taken:
            number, count = f"{one.number}-{count}", count + 1
        taken.add(number)
        kept.append(replace(one, number=number))
    return kept


def _is_item(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_DASHED, _NUMBERED, _IN_BRACKETS))


def _bare(line: str) -> str:
    for pattern in (_DASHED, _NUMBERED, _IN_BRACKETS):
        if found := pattern.match(line):
            return found[found.lastindex or 1]
    return line


def _theme(line: str) -> str:
    found = _THEME.search(plain(line))
    if found is None:
        return ""
    rest = line[found.end() :]
    end = max(rest.rfind("\u201d"), rest.rfind('"'))
    said = rest[:end] if end > 0 else rest.rstrip(" .")
    # A quotation inside the last words loses its closing mark to the outer one.
    opened = said.count("\u201c") - said.count("\u201d")
    return said + "\u201d" * max(opened, 0)


def _issuer(lines: Sequence[str]) -> str:
    """«ỦY BAN NHÂN DÂN / THÀNH PHỐ HẢI PHÒNG» as one name in small letters."""
    found: list[str] = []
    for line in lines:
        if "cong hoa xa hoi" in plain(line) or _NUMBER.match(plain(line)):
            break
        found.append(line)
    if not found:
        return ""
    return " ".join([_capital(found[0].lower()), *map(_place, found[1:])])


def _place(text: str) -> str:
    read = plain(text)
    head = next((name for name in _PLACES if read.startswith(f"{name} ")), "")
    return f"{text[: len(head)].lower()}{text[len(head) :].title()}"


def _as_in_body(title: str, body: Sequence[str]) -> str:
    """A title in capitals with the letters of the text itself, as far as that says the same."""
    words = title.split()
    skipped = 2 if plain(title).startswith("phat dong ") else 0
    skipped = 2 if plain(title).startswith("ve viec ") else skipped
    wanted = words[skipped:]
    best: list[str] = []
    for line in body:
        given = line.split()
        for place in range(len(given)):
            same = _common(wanted, given[place:])
            if same > len(best):
                best = given[place : place + same]
    rest = [word if any(c.isdigit() for c in word) else word.lower() for word in wanted]
    return " ".join([*best, *rest[len(best) :]]).strip(" ,.;")


def _common(wanted: Sequence[str], given: Sequence[str]) -> int:
    count = 0
    for one, other in zip(wanted, given, strict=False):
        if one.casefold().strip(",.;") != other.casefold().strip(",.;"):
            break
        count += 1
    return count


def _kind(name: str) -> MovementKind:
    short = any(words in plain(name) for words in ("nuoc rut", "cao diem", "chuyen de"))
    return MovementKind.TOPICAL if short else MovementKind.REGULAR


def _level(issuer: str) -> MovementLevel | None:
    read = plain(issuer)
    for words, level in (
        ("thu tuong", MovementLevel.NATIONAL),
        (" tinh ", MovementLevel.PROVINCE),
        (" thanh pho ", MovementLevel.PROVINCE),
        (" xa ", MovementLevel.COMMUNE),
        (" phuong ", MovementLevel.COMMUNE),
        (" dac khu ", MovementLevel.COMMUNE),
    ):
        if words in f" {read} ":
            return level
    return None


def _last_day(read: str) -> date | None:
    """The day a review is due at the latest: the one written, else the end of the year named."""
    if found := _SHORT_DAY.search(read) or _LONG_DAY.search(read):
        return _date(found[3], found[2], found[1])
    years = [m[1] for m in _IN_YEAR.finditer(read)]
    return date(int(years[-1]), 12, 31) if years else None


def _month_end(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    after = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(after.toordinal() - 1)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _capitals(line: str) -> bool:
    letters = [c for c in line if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
