"""Who and what the rows of a list mean: matched to the register and the catalogue, or asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from khenthuong import storage, texts
from khenthuong.domain.kinds import InitiativeScope, RecipientKind
from khenthuong.domain.mapping import KEEP, NEW, SKIP, ListField, Purpose, Question
from khenthuong.domain.matching import (
    AwardMatcher,
    Described,
    Match,
    Matched,
    NameMatcher,
    PersonMatcher,
    name_key,
    person_key,
)
from khenthuong.domain.records import Initiative
from khenthuong.domain.register import Household, Person, Unit
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year
from khenthuong.exchange.lists.layout import year_in
from khenthuong.exchange.lists.records import ListRecord
from khenthuong.services.workspace import Workspace

_LAST_YEARS = 3


@dataclass
class _Open:
    """A question while its rows are gathered."""

    kind: str
    text: str
    choices: tuple[tuple[str, str], ...]
    proposed: str
    rows: list[int] = field(default_factory=list[int])


class ListMatcher:
    """Answers what rows mean; what is not certain and not answered becomes a question.

    Every method returns "" (or None) for a question still open, SKIP for what the clerk leaves
    out, NEW for somebody the register does not have.
    """

    def __init__(self, ws: Workspace, answers: Mapping[str, str]) -> None:
        self.units: Mapping[str, Unit] = storage.register.units(ws.books)
        self.persons: Mapping[str, Person] = storage.register.persons(ws.books)
        self.households: Mapping[str, Household] = storage.register.households(ws.books)
        self.awards = AwardMatcher(ws.rulebook.awards.values())
        self._answers = answers
        self._unit_names = {code: unit.name for code, unit in self.units.items()}
        self._persons = PersonMatcher(self.persons, self._unit_names)
        self._unit_matcher = NameMatcher(self.units.values())
        self._household_matcher = NameMatcher(self.households.values())
        self._rounds = [(one.code, one.name) for one in storage.rounds.rounds(ws.books)]
        self._today = ws.today()
        self._initiatives: dict[str, list[Initiative]] = {}
        for one in storage.records.initiatives(ws.books).values():
            self._initiatives.setdefault(fold(one.name), []).append(one)
        self._open: dict[str, _Open] = {}

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question met, answered or not, in the order of its first row."""
        return tuple(
            Question(
                key, one.kind, one.text, tuple(dict.fromkeys(one.rows)), one.choices,
                one.proposed, self._answers.get(key, ""),
            )
            for key, one in self._open.items()
        )  # fmt: skip

    def kind(self, record: ListRecord) -> RecipientKind | None:
        """Person, unit or household."""
        if record.kind is not None:
            return record.kind
        choices = tuple((kind.value, texts.label(kind)) for kind in RecipientKind)
        given = self._ask(f"kind:{fold(record.name)}", "kind", record.name, choices, record.number)
        known = {kind.value: kind for kind in RecipientKind}
        return known.get(given)

    def unit(self, name: str, row: int) -> str:
        """The code of a unit by name."""
        found = self._unit_matcher.find(name)
        return self._settle(f"unit:{name_key(name)}", "unit", clean(name), found, row)

    def section_unit(self, section: str) -> str:
        """The code of the unit that a heading names; only where that is certain."""
        return self._unit_matcher.find(section).value if section else ""

    def person(self, record: ListRecord, unit: str) -> str:
        """The code of a person by number, name, birth and unit."""
        born = record.born
        wanted = Described(
            record.name,
            born,
            "" if unit in (NEW, SKIP) else unit,
            record.text(ListField.CCCD),
            record.text(ListField.CODE),
        )
        found = self._persons.find(wanted)
        where = record.text(ListField.UNIT)
        known = (person_key(record.name), born.iso if born else "", name_key(where))
        about = " \u00b7 ".join(filter(None, (record.name, known[1], where)))
        return self._settle("person:" + "|".join(known), "person", about, found, record.number)

    def household(self, record: ListRecord) -> str:
        """The code of a household by its head."""
        found = self._household_matcher.find(record.name)
        address = record.text(ListField.ADDRESS)
        if found.value and _elsewhere(self.households[found.value].address, address):
            found = Matched(Match.ASK, found.candidates)
        key = f"household:{name_key(record.name)}|{fold(address)}"
        about = " \u00b7 ".join(filter(None, (record.name, address)))
        return self._settle(key, "household", about, found, record.number)

    def author(self, name: str, unit: str, row: int) -> str:
        """The code of an initiative's author; a name the register lacks is somebody new."""
        record = ListRecord(row, name)
        record.values[ListField.UNIT] = self._unit_names.get(unit, "")
        return self.person(record, unit)

    def initiative(self, title: str, authors: Collection[str]) -> Initiative | None:
        """The initiative of that title that the books have of one of these authors."""
        same = self._initiatives.get(fold(title), [])
        of_them = [one for one in same if set(one.authors) & set(authors)]
        return of_them[0] if len(of_them) == 1 else None

    def award(self, text: str, kind: RecipientKind, row: int, purpose: Purpose) -> str:
        """The id of an award; KEEP where it stays as written (only for awards won)."""
        found = self.awards.find(text, kind)
        if found.value:
            return found.value
        key = f"award:{fold(text)}|{kind.value}"
        choices = [(c.value, c.label) for c in found.candidates]
        if purpose is Purpose.AWARDS:
            choices.append((KEEP, texts.say("list.keep_award")))
        choices.append((SKIP, texts.say("list.skip_award")))
        proposed = choices[0][0] if found.candidates else ""
        label = texts.label(kind)
        return self._ask(key, "award", f"{text} ({label})", tuple(choices), row, proposed)

    def year(self, record: ListRecord, title: str) -> Year | None:
        """The year of an award or a rating: its cell, its decision, the title, or asked."""
        if record.year is not None:
            return record.year
        named = year_in(title)
        years = [named] if named else []
        if record.decided is not None:
            years.append(str(record.decided.year))
        years += [str(self._today.year - n) for n in range(_LAST_YEARS)]
        choices = tuple((year, year) for year in dict.fromkeys(years))
        key = f"year:{record.decided.year}" if record.decided else "year:"
        text = texts.say("list.ask_year", {"title": title.split("\n")[-1] or "\u2013"})
        given = self._ask(key, "year", text, choices, record.number, choices[0][0])
        try:
            return Year.parse(given) if given else None
        except ValueError:
            return None

    def round(self, record: ListRecord) -> str:
        """The code of the round that nominations go into."""
        written = fold(record.text(ListField.ROUND))
        same = [
            code for code, name in self._rounds if written and written in map(fold, (code, name))
        ]
        if len(same) == 1:
            return same[0]
        text = record.text(ListField.ROUND)
        about = text or texts.say("list.ask_round")
        proposed = self._rounds[0][0] if len(self._rounds) == 1 else ""
        return self._ask(
            f"round:{written}", "round", about, tuple(self._rounds), record.number, proposed
        )

    def scope(self, issuer: str, row: int) -> InitiativeScope | None:
        """How far an initiative is recognised, by who recognised it: always asked."""
        choices = tuple((scope.value, texts.label(scope)) for scope in InitiativeScope)
        key = f"scope:{fold(issuer)}"
        about = issuer or texts.say("list.no_issuer")
        given = self._ask(key, "scope", about, choices, row)
        return {scope.value: scope for scope in InitiativeScope}.get(given)

    def _settle(self, key: str, kind: str, about: str, found: Matched, row: int) -> str:
        if found.match is Match.CERTAIN:
            return found.value
        if found.match is Match.NEW:
            return NEW
        choices = (
            *((c.value, c.label) for c in found.candidates),
            (NEW, texts.say(f"list.new_{kind}")),
            (SKIP, texts.say("list.skip")),
        )
        return self._ask(key, kind, about, choices, row, found.candidates[0].value)

    def _ask(
        self,
        key: str,
        kind: str,
        text: str,
        choices: Sequence[tuple[str, str]],
        row: int,
        proposed: str = "",
    ) -> str:
        one = self._open.setdefault(key, _Open(kind, text, tuple(choices), proposed))
        one.rows.append(row)
        given = self._answers.get(key, "")
        # An answer of another day may name what is gone from the books since.
        return given if given in {value for value, _ in one.choices} or kind == "year" else ""


def _elsewhere(one: str, other: str) -> bool:
    """Whether two addresses cannot be the same place as written."""
    first, second = fold(one), fold(other)
    return bool(first and second) and first not in second and second not in first
