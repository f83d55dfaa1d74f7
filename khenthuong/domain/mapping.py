"""What a column of somebody else's list is: the fields there are, and a proposal with a confidence.

A mapping is remembered per source, by the fingerprint of its headers. Words are compared folded.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from khenthuong.domain.vietnamese import fold


class ListField(StrEnum):
    """What a column can be; `NOTE` keeps it beside the row, `IGNORE` leaves it out."""

    NAME = "ten"
    KIND = "nhom_doi_tuong"
    CODE = "ma"
    SALUTATION = "danh_xung"
    GENDER = "gioi_tinh"
    BORN = "ngay_sinh"
    BORN_MALE = "ngay_sinh_nam"
    BORN_FEMALE = "ngay_sinh_nu"
    ETHNIC = "dan_toc"
    CCCD = "cccd"
    POSITION = "chuc_vu"
    DEPARTMENT = "phong_ban"
    UNIT = "don_vi"
    ADDRESS = "dia_chi"
    CATEGORY = "phan_loai"
    EDUCATION = "trinh_do"
    HOME_TOWN = "que_quan"
    JOINED = "ngay_vao_nganh"
    AWARD = "khen_thuong"
    DECISION_NUMBER = "so_quyet_dinh"
    DECISION_DATE = "ngay_quyet_dinh"
    ISSUER = "co_quan_quyet_dinh"
    YEAR = "nam"
    CONTENT = "thanh_tich"
    RATING = "xep_loai"
    POINTS = "diem"
    ROUND = "dot_xet"
    TITLE = "ten_sang_kien"
    AUTHOR = "tac_gia"
    NOTE = "ghi_chu"
    IGNORE = "bo_qua"


REPEATABLE = frozenset({ListField.NOTE, ListField.IGNORE, ListField.AWARD, ListField.NAME})
"""Fields that several columns may hold: a name in two cells, two awards in one row."""

SURE, LIKELY = 0.85, 0.6
"""From here on a proposal is taken as certain, or as likely."""

_F = ListField
_ALIASES: Mapping[ListField, str] = {
    _F.NAME: (
        "ho va ten|ho ten|ten|ho va ten ca nhan|ten ca nhan|ten tap the|ten tap the ca nhan|"
        "ten tap the ca nhan ho gia dinh|ten ca nhan tap the|tap the ca nhan|ca nhan tap the|"
        "ten doi tuong|chu ho|ten chu ho|ho ten chu ho|ho va ten chu ho|ho dem|ho va dem|"
        "ho gia dinh|ten ho gia dinh|ten tap the ho gia dinh|ho va ten nguoi duoc de nghi|"
        "ten nguoi duoc khen|ca nhan|ho ten ten tap the|ho ten ten don vi|ho ten tap the|"
        "tap the"
    ),
    _F.KIND: (
        "phan loai khen thuong|loai doi tuong|nhom doi tuong|ca nhan hay tap the|loai khen thuong"
    ),
    _F.CODE: ("ma doi tuong|ma ca nhan|ma tap the|ma nhan vien|ma can bo|ma ho|ma so|ma"),
    _F.SALUTATION: "ten goi|cach goi|danh xung|ong ba|ten goi ong ba chuc danh|xung ho",
    _F.GENDER: "gioi tinh|gioi|nam nu|phai",
    _F.BORN: ("ngay sinh|nam sinh|ngay thang nam sinh|sinh ngay|ngay thang sinh|sinh nam|n sinh"),
    _F.BORN_MALE: "nam sinh nam|ngay sinh nam|ngay thang nam sinh nam",
    _F.BORN_FEMALE: "nam sinh nu|ngay sinh nu|ngay thang nam sinh nu",
    _F.ETHNIC: "dan toc",
    _F.CCCD: ("so cccd|cccd|so can cuoc|can cuoc cong dan|so can cuoc cong dan|cmnd|so dinh danh"),
    _F.POSITION: (
        "chuc vu|chuc danh|chuc vu chuc danh|chuc vu cong tac|chuc vu don vi cong tac|nghe nghiep"
    ),
    _F.DEPARTMENT: (
        "ten phong ban|phong ban|to cong tac|ten phong ban khoi to cong tac|"
        "phong ban lam viec|bo phan|to|phong ban cong tac"
    ),
    _F.UNIT: (
        "don vi cong tac|don vi|ten don vi|noi cong tac|co quan cong tac|co quan don vi|"
        "ten don vi tap the|ten don vi tap the cong tac|ten co quan lam viec|ten co quan|"
        "truong|thon|thon to dan pho|ten don vi cong tac|co quan don vi cong tac|"
        "thuoc don vi|to dan pho"
    ),
    _F.ADDRESS: ("dia chi|noi o|dia chi noi o|cho o|noi cu tru|dia chi thuong tru|noi o hien nay"),
    _F.CATEGORY: (
        "phan loai doi tuong|phan loai can bo|phan loai tap the|phan loai don vi|"
        "phan loai loai tuong|doi tuong|phan loai"
    ),
    _F.EDUCATION: "trinh do|trinh do chuyen mon|hoc van",
    _F.HOME_TOWN: "que quan|nguyen quan",
    _F.JOINED: "ngay vao nganh|ngay vao lam|ngay tuyen dung|nam vao nganh",
    _F.AWARD: (
        "danh hieu thi dua|hinh thuc khen thuong|danh hieu|hinh thuc|danh hieu hinh thuc|"
        "danh hieu thi dua hinh thuc khen thuong|hinh thuc de nghi|hinh thuc khen|"
        "danh hieu de nghi|hinh thuc khen thuong de nghi|de nghi khen thuong|de nghi|"
        "danh hieu thi dua de nghi|khen thuong|danh hieu dat duoc|"
        "hinh thuc khen thuong danh hieu thi dua|hinh thuc de nghi khen thuong"
    ),
    _F.DECISION_NUMBER: (
        "so quyet dinh|so qd|quyet dinh so|quyet dinh|so ky hieu|qd so|so quyet dinh khen thuong"
    ),
    _F.DECISION_DATE: (
        "ngay quyet dinh|ngay qd|ngay ky|ngay ban hanh|ngay cong nhan|ngay thang quyet dinh|"
        "ngay khen thuong|quyet dinh ngay|ngay cong nhan sang kien"
    ),
    _F.ISSUER: (
        "co quan quyet dinh|cap quyet dinh|co quan ban hanh|don vi cong nhan|"
        "co quan khen thuong|co quan cong nhan|cap khen thuong|co quan ky"
    ),
    _F.YEAR: "nam|nam hoc|nam khen thuong|nam xet|nam khen|nam dat",
    _F.CONTENT: (
        "thanh tich|tom tat thanh tich|noi dung thanh tich|tom tat thanh tich dat duoc|"
        "noi dung|thanh tich dat duoc|ly do khen thuong|ly do|noi dung khen thuong|"
        "thanh tich chu yeu"
    ),
    _F.RATING: (
        "xep loai|muc xep loai|ket qua xep loai|danh gia xep loai|muc do hoan thanh nhiem vu|"
        "ket qua danh gia|xep loai chat luong|muc hoan thanh nhiem vu|"
        "ket qua danh gia xep loai"
    ),
    _F.POINTS: "diem|so diem|tong diem|diem thi dua",
    _F.ROUND: "dot|dot xet|dot khen thuong|ma dot",
    _F.TITLE: (
        "ten de tai|ten sang kien|ten de tai sang kien|sang kien|de tai|ten giai phap|"
        "ten de tai sang kien giai phap"
    ),
    _F.AUTHOR: (
        "ten tac gia|tac gia|dong tac gia|nhom tac gia|chu nhiem|ho ten tac gia|tac gia sang kien"
    ),
    _F.NOTE: ("ghi chu|linh vuc hoat dong|linh vuc|so dien thoai|dien thoai|chu ky|email"),
    _F.IGNORE: "stt|tt|so tt|so thu tu|no",
}
_BY_ALIAS: Mapping[str, ListField] = MappingProxyType(
    {alias: one for one, aliases in _ALIASES.items() for alias in aliases.split("|")}
)
_CODED = "ma "
_TAIL = re.compile(r"(?: neu co| theo mau| bat buoc)$")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_PARENTHESES = re.compile(r"\([^)]*\)?")
_CLOSE = 0.86
_SHORT = 6


class Purpose(StrEnum):
    """What a list is taken in for."""

    BOOKS = "so"
    ROUND = "dot_xet"
    AWARDS = "da_khen"


NEW, SKIP, KEEP = "+", "-", "*"
"""Answers beside the candidates: somebody new; leave the row (or the unit) out; as written."""


@dataclass(frozen=True)
class Question:
    """What a list leaves open: `key` names it for ever, `rows` are the lines it concerns.

    `kind` is what is asked about: «award», «unit», «person», «household», «kind», «year»,
    «round», «scope», «letters». `choices`: (answer, label) in order of likeness; `proposed` is the
    answer that the program would give, "" for none; `answer` what was answered, "" while open.
    """

    key: str
    kind: str
    text: str
    rows: tuple[int, ...]
    choices: tuple[tuple[str, str], ...]
    proposed: str = ""
    answer: str = ""


@dataclass(frozen=True)
class Guess:
    """A column with what it seems to be, how sure (0 to 1), and what speaks for it.

    `why`: «tieu_de» its header, «gan_giong» a header like it, «gia_tri» the shape of its values,
    «ma» it repeats another column in codes, «nho» it was mapped so before, "" nothing.
    """

    column: int
    header: str
    meant: ListField
    confidence: float
    why: str = ""


@dataclass(frozen=True)
class SourceMapping:
    """How the lists of one source are read, as it is remembered.

    `columns`: by header key (see `header_key`; a repeated one is numbered), what it is. `letters`:
    by header key, the letters of a column that is not Unicode. `answers`: by file name, the answers
    to its questions. `codes`: for filling a template in, by our award id the entry of its list.
    """

    fingerprint: str
    name: str
    columns: Mapping[str, ListField]
    letters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def header_key(header: str) -> str:
    """How headers are compared: folded words only."""
    return _NOT_WORD.sub(" ", fold(header)).strip()


def header_keys(headers: Sequence[str]) -> tuple[str, ...]:
    """The keys of a row of headers; a repeated or empty one carries its number."""
    seen: dict[str, int] = {}
    keys: list[str] = []
    for place, header in enumerate(headers, start=1):
        key = header_key(header) or f"#{place}"
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return tuple(keys)


def fingerprint(headers: Sequence[str]) -> str:
    """What tells one source from another: its headers in order, whatever case and marks."""
    text = "\0".join(key for key in header_keys(headers) if not key.startswith("#"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def of_header(header: str) -> tuple[ListField, float, str]:
    """What a header says by its words alone: field, confidence, reason."""
    whole = _TAIL.sub("", header_key(header))
    outside = _TAIL.sub("", header_key(_PARENTHESES.sub(" ", header)))
    coded = whole.removeprefix(_CODED) if whole.startswith(_CODED) else ""
    for key, confidence in ((whole, 1.0), (outside, 0.95), (coded, 0.9)):
        if key in _BY_ALIAS:
            return _BY_ALIAS[key], confidence, "tieu_de"
    near = _near(outside) or _near(coded)
    return near or (ListField.NOTE, 0.0, "")


def _near(key: str) -> tuple[ListField, float, str] | None:
    if len(key) < _SHORT:
        return None
    close = difflib.get_close_matches(key, _BY_ALIAS, n=1, cutoff=_CLOSE)
    if close:
        return _BY_ALIAS[close[0]], 0.8, "gan_giong"
    # The longest alias of two words or more that stands in the header as a whole.
    inside = [a for a in _BY_ALIAS if " " in a and f" {a} " in f" {key} "]
    if inside:
        longest = max(inside, key=len)
        return _BY_ALIAS[longest], 0.7, "gan_giong"
    return None


def propose(headers: Sequence[str], samples: Sequence[Sequence[str]]) -> tuple[Guess, ...]:
    """What every column seems to be; `samples` are the first filled values of each column."""
    guesses = [_guess(n, header, samples[n]) for n, header in enumerate(headers)]
    return tuple(_named(_settled(guesses)))


def _guess(column: int, header: str, values: Sequence[str]) -> Guess:
    meant, confidence, why = of_header(header)
    if confidence < LIKELY:
        shape = _of_values(values)
        if shape is not None:
            return Guess(column, header, shape, 0.65, "gia_tri")
    if not header.strip() and not values:
        return Guess(column, header, ListField.IGNORE, 1.0)
    return Guess(column, header, meant, confidence, why)


def _settled(guesses: Sequence[Guess]) -> list[Guess]:
    """One column a field, the surest wins; a «Mã …» beside the words themselves is left out."""
    taken: dict[ListField, Guess] = {}
    settled: dict[int, Guess] = {}
    in_words = {g.meant for g in guesses if g.confidence >= LIKELY and not _is_coded(g)}
    for guess in sorted(guesses, key=lambda one: -one.confidence):
        if _is_coded(guess) and guess.meant in in_words - {ListField.NOTE}:
            guess = Guess(guess.column, guess.header, ListField.IGNORE, 0.9, "ma")
        elif guess.meant in taken and guess.meant not in REPEATABLE:
            guess = Guess(guess.column, guess.header, ListField.NOTE, 0.5)
        elif guess.meant is ListField.NAME and guess.meant in taken:
            guess = _second_name(guess, taken[guess.meant])
        taken.setdefault(guess.meant, guess)
        settled[guess.column] = guess
    return [settled[guess.column] for guess in guesses]


def _second_name(guess: Guess, first: Guess) -> Guess:
    # «Họ và tên» merged over two columns, or «Họ đệm» beside «Tên»: one name in two cells.
    beside = abs(guess.column - first.column) == 1
    meant = ListField.NAME if beside else ListField.NOTE
    return Guess(guess.column, guess.header, meant, guess.confidence if beside else 0.5, guess.why)


def _is_coded(guess: Guess) -> bool:
    return guess.why != "" and header_key(guess.header).startswith(_CODED)


def _named(guesses: list[Guess]) -> list[Guess]:
    """A list without a name column names units: its unit column is the name."""
    meant = {guess.meant for guess in guesses}
    if {ListField.NAME, ListField.TITLE} & meant or ListField.UNIT not in meant:
        return guesses
    return [
        Guess(g.column, g.header, ListField.NAME, 0.8, g.why) if g.meant is ListField.UNIT else g
        for g in guesses
    ]


_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d{2}-\d{2}")
_CCCD = re.compile(r"0\d{11}")
_DECISION = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?qd\b.*")
_GENDERS = frozenset({"nam", "nu", "f", "m"})
_RATINGS = frozenset({"htxsnv", "httnv", "htnv", "khtnv", "htxs", "htt", "ht", "kht"})
AWARD_WORDS = (
    "chien si thi dua", "lao dong tien tien", "bang khen", "giay khen", "huan chuong", "ldtt",
    "cstd", "co thi dua", "tap the lao dong", "gia dinh van hoa", "ky niem chuong",
)  # fmt: skip
"""Folded words by which a cell or a heading shows that it names an award."""
_KIND_WORDS = ("ca nhan", "tap the", "ho gia dinh", "canhan", "tapthe", "hogiadinh")


_SHAPES: tuple[tuple[ListField, Callable[[str], bool]], ...] = (
    (_F.GENDER, lambda text: text in _GENDERS),
    (_F.CCCD, lambda text: _CCCD.fullmatch(text) is not None),
    (_F.RATING, lambda text: text in _RATINGS),
    (_F.DECISION_NUMBER, lambda text: _DECISION.fullmatch(text) is not None),
    (_F.AWARD, lambda text: any(word in text for word in AWARD_WORDS)),
    (_F.KIND, lambda text: text.endswith(_KIND_WORDS)),
    (_F.BORN, lambda text: _DATE.fullmatch(text) is not None),
)


def _of_values(values: Sequence[str]) -> ListField | None:
    """What the values themselves tell, where nearly all agree."""
    folded = [fold(value) for value in values]
    for meant, test in _SHAPES:
        if folded and sum(map(test, folded)) >= 0.9 * len(folded):
            return meant
    return None
