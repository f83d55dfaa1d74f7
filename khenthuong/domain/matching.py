"""Who and what is meant by a loosely written name: awards, persons, units, with a confidence.

Only what leaves no other choice is taken («certain»); everything less is a question with the
candidates. Words are compared folded; nothing here changes a name.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khenthuong.domain.award_names import award_key
from khenthuong.domain.criteria import Award
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.register import Household, PartialDate, Person, Unit
from khenthuong.domain.vietnamese import TONES, clean, fold

CERTAIN = 0.93
"""From this likeness on, and with no rival near, a name is taken without asking."""
_CANDIDATE = 0.55
_HELD = 0.85
_MARGIN = 0.04
_LEAST_LETTERS = 8
_MOST = 4
_NAME_NEAR = 0.88
_SPACES = re.compile(r"[^a-z0-9]+")
_SHORT_FORMS = {
    "bk": "bang khen",
    "gk": "giay khen",
    "cstd": "chien si thi dua",
    "ldtt": "lao dong tien tien",
    "ttldtt": "tap the lao dong tien tien",
    "ttldxs": "tap the lao dong xuat sac",
    "hc": "huan chuong",
    "hcld": "huan chuong lao dong",
    "ubnd": "uy ban nhan dan",
    "ct": "chu tich",
    "ttg": "thu tuong chinh phu",
    "ttcp": "thu tuong chinh phu",
    "cs": "co so",
    "hdnd": "hoi dong nhan dan",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
    "mn": "mam non",
    "vp": "van phong",
    "hgd": "ho gia dinh",
    "htx": "hop tac xa",
    "tdp": "to dan pho",
    "mttq": "mat tran to quoc",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "cty": "cong ty",
    "tnhh": "trach nhiem huu han",
    "cp": "co phan",
    "tw": "trung uong",
    "tp": "thanh pho",
}
_DECIDING_WORDS = (
    "xa phuong huyen tinh pho uong phu tuong bo nganh so quoc nhat nhi ba giay bang co huan huy "
    "truong dac tap don vi ho dai hoi"
)
_DECIDING = frozenset(_DECIDING_WORDS.split())
_HOUSEHOLD = re.compile(r"^(ho gia dinh|gia dinh|ho)\s+((ong|ba)\s+)?", re.IGNORECASE)
_TITLES = re.compile(r"^(ong|ba|anh|chi|dong chi|d/c)\s+")


class Match(StrEnum):
    """How a written name stands to what is known."""

    CERTAIN = "chac"
    ASK = "hoi"
    NEW = "moi"


@dataclass(frozen=True)
class Candidate:
    """One possible answer: `value` an id or a code, `label` for people, `likeness` 0 to 1."""

    value: str
    label: str
    likeness: float


@dataclass(frozen=True)
class Matched:
    """What a name is: CERTAIN carries one candidate, ASK all worth asking about, NEW none."""

    match: Match
    candidates: tuple[Candidate, ...] = ()

    @property
    def value(self) -> str:
        """The one certain answer, "" otherwise."""
        return self.candidates[0].value if self.match is Match.CERTAIN else ""


_NEW = Matched(Match.NEW)


def spelled(text: str) -> str:
    """A name folded to words with its usual short forms written out."""
    words = _SPACES.sub(" ", award_key(text)).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def likeness(one: str, other: str) -> float:
    """How alike two spelled names are, 0 to 1; the order of words counts little."""
    if one == other:
        return 1.0
    straight = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
    sorted_ = difflib.SequenceMatcher(
        None, " ".join(sorted(one.split())), " ".join(sorted(other.split())), autojunk=False
    ).ratio()
    return max(straight, 0.97 * sorted_)


def _held(one: str, other: str) -> float:
    """How much of the other's words the first one holds."""
    words = set(other.split())
    return len(words & set(one.split())) / len(words)


def _told_apart(one: str, other: str) -> float:
    """What words that decide take off: who gives it, which class, what it is."""
    return 0.08 * len((set(one.split()) ^ set(other.split())) & _DECIDING)


class AwardMatcher:
    """Awards of the catalogue by loosely written names; equal texts are looked up once."""

    def __init__(self, awards: Iterable[Award]) -> None:
        self._awards = {award.id: award for award in awards}
        self._exact: dict[str, str] = {}
        self._spelled: dict[str, str] = {}
        for award in self._awards.values():
            for word in (award.id, award.name, *award.aliases):
                self._exact.setdefault(award_key(word), award.id)
                self._spelled.setdefault(spelled(word), award.id)
        self._known: dict[tuple[str, RecipientKind | None], Matched] = {}

    def find(self, text: str, kind: RecipientKind | None = None) -> Matched:
        """What award a cell means for a recipient of that kind."""
        key = (clean(text), kind)
        if key not in self._known:
            self._known[key] = self._find(key[0], kind)
        return self._known[key]

    def likeness(self, text: str, award: str) -> float:
        """How like one award a text is written; 0 where it is certainly another one."""
        certain = self.find(text).value
        if certain:
            return float(certain == award)
        wanted = spelled(text)
        written = (one for one, named in self._spelled.items() if named == award and " " in one)
        return max((_held(wanted, w) - _told_apart(wanted, w) for w in written), default=0.0)

    def _find(self, text: str, kind: RecipientKind | None) -> Matched:
        found = self._ranked(text)
        fits = [c for c in found if kind is None or kind in self._awards[c.value].recipients]
        if not found:
            return _NEW
        best = found[0]
        rival = found[1].likeness if len(found) > 1 else 0.0
        long_enough = best.likeness == 1.0 or len(spelled(text)) >= _LEAST_LETTERS
        sure = best.likeness >= CERTAIN and best.likeness - rival >= _MARGIN and long_enough
        if sure and best in fits:
            return Matched(Match.CERTAIN, (best,))
        return Matched(Match.ASK, tuple(dict.fromkeys([*fits, *found]))[:_MOST])

    def _ranked(self, text: str) -> list[Candidate]:
        exact = self._exact.get(award_key(text)) or self._spelled.get(spelled(text))
        wanted = spelled(text)
        best: dict[str, float] = {exact: 1.0} if exact else {}
        for written, award in self._spelled.items():
            held = _HELD * _held(wanted, written) if " " in written else 0.0
            found = max(likeness(wanted, written), held) - _told_apart(wanted, written)
            # Where it is called exactly so, others are only candidates.
            found = min(found, 0.9) if exact and award != exact else found
            if found >= max(_CANDIDATE, best.get(award, 0.0)):
                best[award] = found
        order = sorted(best, key=lambda award: -best[award])
        return [Candidate(award, self._awards[award].name, best[award]) for award in order]


@dataclass(frozen=True)
class Described:
    """What a list says of a recipient: its name and whatever tells it apart from others."""

    name: str
    born: PartialDate | None = None
    unit: str = ""
    cccd: str = ""
    code: str = ""


class PersonMatcher:
    """Persons of the register by name, birth and unit (a unit's code, "" for unknown)."""

    def __init__(self, persons: Mapping[str, Person], unit_names: Mapping[str, str]) -> None:
        self._persons = persons
        self._unit_names = unit_names
        self._by_name: dict[str, list[Person]] = {}
        for person in persons.values():
            self._by_name.setdefault(person_key(person.name), []).append(person)
        # Misspelt names are looked for only among those of the same unit or year of birth.
        self._near_keys: dict[str | int, set[str]] = {}
        for key, found in self._by_name.items():
            for person in found:
                places = (person.unit, person.born.year if person.born else "")
                for place in filter(None, places):
                    self._near_keys.setdefault(place, set()).add(key)
        self._by_cccd = {one.cccd: one for one in persons.values() if one.cccd}

    def find(self, wanted: Described) -> Matched:
        """Who is meant; a namesake with another birth date is somebody else."""
        by_number = self._persons.get(wanted.code) or self._by_cccd.get(wanted.cccd)
        if by_number is not None and person_key(by_number.name) == person_key(wanted.name):
            return Matched(Match.CERTAIN, (self._candidate(by_number, 1.0),))
        same = [
            p
            for p in self._by_name.get(person_key(wanted.name), [])
            if agrees(p.born, wanted.born) is not False
        ]
        certain = [p for p in same if self._is_certain(p, wanted)]
        if len(certain) == 1 and (len(same) == 1 or self._is_same_birth(certain[0], wanted)):
            return Matched(Match.CERTAIN, (self._candidate(certain[0], 1.0),))
        near = self._near(wanted) if not same else []
        found = [*([by_number] if by_number else []), *same, *near]
        if not found:
            return _NEW
        candidates = (self._candidate(p, self._likeness(p, wanted)) for p in found)
        unique = {c.value: c for c in candidates}
        ranked = sorted(unique.values(), key=lambda c: -c.likeness)
        return Matched(Match.ASK, tuple(ranked[:_MOST]))

    def _is_certain(self, person: Person, wanted: Described) -> bool:
        if not same_letters(person.name, wanted.name):
            return False
        unit = None if not (person.unit and wanted.unit) else person.unit == wanted.unit
        birth = agrees(person.born, wanted.born)
        full = person.born is not None and wanted.born is not None and bool(person.born.exact)
        return (bool(birth) and (unit is True or (full and unit is None))) or (
            birth is None and unit is True
        )

    def _is_same_birth(self, person: Person, wanted: Described) -> bool:
        return bool(agrees(person.born, wanted.born))

    def _near(self, wanted: Described) -> list[Person]:
        places = (wanted.unit, wanted.born.year if wanted.born else "")
        among = {key for place in places for key in self._near_keys.get(place, ())}
        keys = difflib.get_close_matches(
            person_key(wanted.name), sorted(among), n=_MOST, cutoff=_NAME_NEAR
        )
        return [
            person
            for key in keys
            for person in self._by_name[key]
            if agrees(person.born, wanted.born) or (wanted.unit and person.unit == wanted.unit)
        ]

    def _likeness(self, person: Person, wanted: Described) -> float:
        name = likeness(person_key(person.name), person_key(wanted.name))
        score = 0.6 * name + (0.1 if same_letters(person.name, wanted.name) else 0.0)
        score += 0.2 if agrees(person.born, wanted.born) else 0.0
        return score + (0.1 if wanted.unit and wanted.unit == person.unit else 0.0)

    def _candidate(self, person: Person, like: float) -> Candidate:
        born = person.born.iso if person.born else ""
        where = self._unit_names.get(person.unit, "")
        about = " \u00b7 ".join(part for part in (person.name, born, where, person.code) if part)
        return Candidate(person.code, about, like)


class NameMatcher:
    """Units or households by name: the very name is certain, a like one is a question."""

    def __init__(self, known: Iterable[Unit | Household]) -> None:
        self._names: dict[str, str] = {}
        self._by_key: dict[str, set[str]] = {}
        for one in known:
            self._names[one.code] = one.name
            short = one.short_name if isinstance(one, Unit) else ""
            for word in (one.name, short, one.code):
                if word:
                    self._by_key.setdefault(name_key(word), set()).add(one.code)
        self._found: dict[str, Matched] = {}

    def find(self, name: str) -> Matched:
        """Which unit or household is meant."""
        key = name_key(name)
        if key not in self._found:
            self._found[key] = self._find(key)
        return self._found[key]

    def _find(self, key: str) -> Matched:
        codes = sorted(self._by_key.get(key, ()))
        if len(codes) == 1:
            return Matched(Match.CERTAIN, (self._candidate(codes[0], 1.0),))
        if codes:
            return Matched(Match.ASK, tuple(self._candidate(code, 1.0) for code in codes[:_MOST]))
        near = difflib.get_close_matches(key, self._by_key, n=_MOST, cutoff=0.8)
        near += [one for one in self._by_key if _begins(one, key) and one not in near]
        ranked = {code: likeness(key, one) for one in near for code in sorted(self._by_key[one])}
        if not ranked:
            return _NEW
        found = (self._candidate(code, like) for code, like in ranked.items())
        return Matched(Match.ASK, tuple(found)[:_MOST])

    def _candidate(self, code: str, like: float) -> Candidate:
        return Candidate(code, f"{self._names[code]} \u00b7 {code}", like)


def _begins(one: str, other: str) -> bool:
    """Whether one name is the beginning of the other: the clinic, the clinic of the commune."""
    if not one or not other:
        return False
    return f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def person_key(name: str) -> str:
    """A person's name to compare: folded, without a form of address before it."""
    return _TITLES.sub("", " ".join(fold(name).split()))


def name_key(name: str) -> str:
    """The name of a unit or of a household's head to compare."""
    words = _SPACES.sub(" ", spelled(name)).strip()
    return _HOUSEHOLD.sub("", words) or words


def same_letters(one: str, other: str) -> bool:
    """Whether two names are spelled alike, wherever the tone is placed, or one has no marks."""
    first, second = _letters(one), _letters(other)
    return first == second or second.isascii() or first.isascii()


def _letters(name: str) -> str:
    # A syllable has one tone: which of its vowels carries it is a matter of taste.
    words: list[str] = []
    for word in clean(name).casefold().split():
        parts = unicodedata.normalize("NFD", word)
        tones = [p for p in parts if p in TONES]
        bare = "".join(p for p in parts if p not in tones)
        words.append(unicodedata.normalize("NFC", bare) + "".join(tones))
    return " ".join(words)


def agrees(one: PartialDate | None, other: PartialDate | None) -> bool | None:
    """Whether two dates can be the same, as far as both are known; None where one is unknown."""
    if one is None or other is None:
        return None
    pairs: Sequence[tuple[int | None, int | None]] = (
        (one.year, other.year),
        (one.month, other.month),
        (one.day, other.day),
    )
    return all(a is None or b is None or a == b for a, b in pairs)
