"""From the rows of a list, once everything in them is known, to a batch of the import workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any, TypeVar

from khenthuong import texts
from khenthuong.domain.award_names import award_key
from khenthuong.domain.batch import Batch, Entry, Fault, Place
from khenthuong.domain.kinds import InitiativeKind, RecipientKind
from khenthuong.domain.mapping import KEEP, NEW, SKIP, ListField, Purpose
from khenthuong.domain.records import Initiative, PastAward, Rating
from khenthuong.domain.register import Household, Person, Unit
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.exchange.lists.records import ListRecord
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.exchange.workbook_reader import made_code
from khenthuong.services.intake.list_matching import ListMatcher

T = TypeVar("T")
_TOPIC = ("de tai", "de an", "cong trinh")


class BatchMaker:
    """Collects entries row by row. Rows with an open question add nothing yet."""

    def __init__(
        self,
        matcher: ListMatcher,
        purpose: Purpose,
        sheet: str,
        title: str,
        award_names: Mapping[str, str],
    ) -> None:
        self._matcher = matcher
        self._purpose = purpose
        self._sheet = sheet
        self._title = title
        self._award_names = award_names
        self._found: dict[str, dict[Any, Entry[Any]]] = {}
        self._new_units: dict[str, str] = {}
        self.faults: list[Fault] = []
        self.left_out: list[int] = []

    def take(self, records: Sequence[ListRecord]) -> Batch:
        """Every row; questions are left with the matcher."""
        for record in records:
            if record.text(ListField.TITLE):
                self._initiative(record)
            else:
                self._recipient(record)
        entries = {key: tuple(found.values()) for key, found in self._found.items()}
        return Batch(**{f.name: entries.get(f.name, ()) for f in fields(Batch)})

    def _recipient(self, record: ListRecord) -> None:
        kind = self._matcher.kind(record)
        if kind is None:
            return
        makers = {
            RecipientKind.PERSON: self._person,
            RecipientKind.UNIT: self._unit,
            RecipientKind.HOUSEHOLD: self._household,
        }
        code = makers[kind](record)
        if code == SKIP:
            self.left_out.append(record.number)
        # What else the row says is matched even now, so that all questions come at once.
        self._rating(record, code)
        self._awards(record, kind, code)

    def _unit_of(self, record: ListRecord) -> str:
        """The code of the unit a row stands under, made anew if it must; "" for none."""
        name = record.text(ListField.UNIT)
        if not name and record.section:
            return self._matcher.section_unit(record.section.split("\n")[-1])
        if not name:
            return ""
        found = self._matcher.unit(name, record.number)
        return self._new_unit(name, record.number) if found == NEW else found

    def _new_unit(self, name: str, row: int) -> str:
        # Two rows may write one new unit with other capitals: the first makes it.
        key = fold(name)
        if key not in self._new_units:
            unit = Unit(self._made("units", name=clean(name), parent=""), clean(name))
            self._new_units[key] = unit.code
            self._add("units", unit.code, row, unit)
        return self._new_units[key]

    def _person(self, record: ListRecord) -> str:
        unit = self._unit_of(record)
        if not unit and record.text(ListField.UNIT):
            return ""
        unit = "" if unit == SKIP else unit
        found = self._matcher.person(record, unit)
        if found in ("", SKIP):
            return found
        department = record.text(ListField.DEPARTMENT)
        if department:
            record.extra.setdefault(texts.label(ListField.DEPARTMENT), department)
        given: dict[str, Any] = {
            "gender": record.gender,
            "born": record.born,
            "ethnic": record.text(ListField.ETHNIC),
            "cccd": record.text(ListField.CCCD),
            "position": record.text(ListField.POSITION),
            "unit": unit,
            "duty": record.duty,
            "subject": record.subject,
            "education": record.text(ListField.EDUCATION),
            "home_town": record.text(ListField.HOME_TOWN),
            "residence": record.text(ListField.ADDRESS),
            "joined": record.values.get(ListField.JOINED),
        }
        code = found
        if found == NEW:
            code = self._code(record, "persons", name=record.name, born=record.born, unit=unit)
        known = self._matcher.persons.get(code) or Person(code, record.name)
        return self._keep("persons", code, record, known, given)

    def _unit(self, record: ListRecord) -> str:
        found = self._matcher.unit(record.name, record.number)
        if found in ("", SKIP):
            return found
        code = found
        if found == NEW:
            code = self._new_units.get(fold(record.name)) or self._code(
                record, "units", name=record.name, parent=""
            )
            self._new_units[fold(record.name)] = code
        known = self._matcher.units.get(code) or Unit(code, record.name)
        given = {"kind": record.unit_kind, "address": record.text(ListField.ADDRESS)}
        return self._keep("units", code, record, known, given)

    def _household(self, record: ListRecord) -> str:
        found = self._matcher.household(record)
        if found in ("", SKIP):
            return found
        address = record.text(ListField.ADDRESS)
        unit = self._unit_of(record)
        village = "" if unit == SKIP else unit
        code = found
        if found == NEW:
            code = self._code(
                record, "households", name=record.name, address=address, village=village
            )
        known = self._matcher.households.get(code) or Household(code, record.name)
        given = {"address": address, "village": village}
        return self._keep("households", code, record, known, given)

    def _code(self, record: ListRecord, sheet: str, **identity: Any) -> str:
        """The list's own Mã, or one made from what the row says of itself."""
        return record.text(ListField.CODE) or self._made(sheet, **identity)

    def _made(self, sheet: str, **identity: Any) -> str:
        return made_code(BY_KEY[sheet], identity)

    def _keep(
        self,
        sheet: str,
        code: str,
        record: ListRecord,
        known: Person | Unit | Household,
        given: Mapping[str, Any],
    ) -> str:
        """What the list knows goes over what the books have; its blanks change nothing."""
        before = self._found.get(sheet, {}).get(code)
        value = before.value if before else known
        filled = {name: one for name, one in given.items() if one not in (None, "")}
        if before is not None:
            # A second row about the same one adds what the first left blank.
            filled = {n: v for n, v in filled.items() if getattr(value, n) in (None, "")}
        extra = {} if record.awards and self._purpose is not Purpose.BOOKS else record.extra
        row = before.place.row if before else record.number
        value = replace(value, **filled)
        self._add(sheet, code, row, value, {**(before.extra if before else {}), **extra})
        return code

    def _rating(self, record: ListRecord, code: str) -> None:
        if record.rating is None and record.points is None:
            return
        year = self._matcher.year(record, self._title)
        if year is None or code in ("", SKIP):
            return
        # Where the same row names an award, the decision is the award's.
        own = not record.awards
        value = Rating(
            code,
            year,
            record.rating,
            record.points,
            record.text(ListField.DECISION_NUMBER) if own else "",
            record.decided if own else None,
        )
        self._add("ratings", (code, year), record.number, value)

    def _awards(self, record: ListRecord, kind: RecipientKind, code: str) -> None:
        for text in record.awards if self._purpose is not Purpose.BOOKS else ():
            award = self._matcher.award(text, kind, record.number, self._purpose)
            if self._purpose is Purpose.ROUND:
                self._nomination(record, code, award, text)
            else:
                self._past_award(record, code, award, text)

    def _nomination(self, record: ListRecord, code: str, award: str, text: str) -> None:
        round_code = self._matcher.round(record)
        if "" in (code, award, round_code) or SKIP in (code, award):
            return
        content = record.text(ListField.CONTENT)
        value = Nomination(round_code, code, award, content=content)
        key = (round_code, code, award)
        if key in self._found.get("nominations", {}):
            self._repeated(record, text)
            return
        self._add("nominations", key, record.number, value, record.extra)

    def _past_award(self, record: ListRecord, code: str, award: str, text: str) -> None:
        year = self._matcher.year(record, self._title)
        if "" in (code, award) or SKIP in (code, award) or year is None:
            return
        written = award == KEEP
        value = PastAward(
            code,
            year,
            text if written else self._award_names[award],
            "" if written else award,
            record.text(ListField.DECISION_NUMBER),
            record.decided,
            record.text(ListField.ISSUER),
        )
        key = (code, year, award_key(value.award_name), value.decision_number)
        if key in self._found.get("awards", {}):
            self._repeated(record, text)
            return
        extra = dict(record.extra)
        if record.text(ListField.CONTENT):
            extra.setdefault(texts.label(ListField.CONTENT), record.text(ListField.CONTENT))
        self._add("awards", key, record.number, value, extra)

    def _initiative(self, record: ListRecord) -> None:
        unit = self._unit_of(record)
        names = record.authors or ((record.name,) if record.name else ())
        codes = [self._author(name, unit, record.number) for name in names]
        if not codes:
            self._tell(record.number, ListField.AUTHOR, "list.no_author")
            return
        authors = tuple(dict.fromkeys(code for code in codes if code != SKIP))
        title = record.text(ListField.TITLE)
        value = self._matcher.initiative(title, authors) or self._new_initiative(record, authors)
        if "" in codes or value is None:
            return
        value = replace(
            value,
            decision_number=record.text(ListField.DECISION_NUMBER) or value.decision_number,
            decision_date=record.decided or value.decision_date,
        )
        extra = dict(record.extra)
        for meant in (ListField.CONTENT, ListField.ISSUER, ListField.DEPARTMENT):
            if record.text(meant):
                extra.setdefault(texts.label(meant), record.text(meant))
        self._add("initiatives", value.code, record.number, value, extra)

    def _new_initiative(self, record: ListRecord, authors: tuple[str, ...]) -> Initiative | None:
        scope = self._matcher.scope(record.text(ListField.ISSUER), record.number)
        year = self._matcher.year(record, self._title)
        if scope is None or year is None:
            return None
        title = record.text(ListField.TITLE)
        code = record.text(ListField.CODE) or self._made(
            "initiatives", name=title, authors=authors, year=year
        )
        topic = fold(title).startswith(_TOPIC)
        kind = InitiativeKind.TOPIC if topic else InitiativeKind.INITIATIVE
        return Initiative(code, title, authors, year, scope, kind)

    def _author(self, name: str, unit: str, row: int) -> str:
        if not unit and name == "":
            return ""
        unit = "" if unit == SKIP else unit
        found = self._matcher.author(name, unit, row)
        if found != NEW:
            return found
        code = self._made("persons", name=clean(name), born=None, unit=unit)
        if code not in self._found.get("persons", {}):
            self._add("persons", code, row, Person(code, clean(name), unit=unit))
        return code

    def _repeated(self, record: ListRecord, text: str) -> None:
        self._tell(record.number, ListField.AWARD, "list.repeated", fatal=False, award=text)

    def _add(
        self, sheet: str, key: Any, row: int, value: object, extra: Mapping[str, str] | None = None
    ) -> None:
        # The sheet's name tells a person where; ours beside it keeps the counts apart.
        place = Place(f"{self._sheet} \u00b7 {BY_KEY[sheet].name}", row)
        entry = Entry(place, value, MappingProxyType(dict(extra or {})))
        self._found.setdefault(sheet, {})[key] = entry

    def _tell(
        self, row: int, meant: ListField, code: str, *, fatal: bool = True, **arguments: object
    ) -> None:
        place = Place(self._sheet, row, texts.label(meant))
        self.faults.append(Fault(place, code, MappingProxyType(arguments), fatal=fatal))
