"""A round's facts, indexed once so that every rule looks up instead of searching."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from khenthuong.domain import attendance, ballots
from khenthuong.domain.award_names import award_key, ids_by_key
from khenthuong.domain.criteria import Confirmation, Criterion, DatedValue, Period, Rulebook
from khenthuong.domain.facts import RoundFacts, Spent
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Checked, MeetingKind, UnitKind
from khenthuong.domain.records import PastAward, Rating
from khenthuong.domain.register import CareerStep, PartialDate, Person, Recipient, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Round, Vote
from khenthuong.domain.rules.branches import is_by_rating
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year

_NOBODY: Mapping[str, bool] = {}

Template = tuple[list[Finding | None], list[tuple[int, Criterion]]]
"""A plan for one sort of recipient: what does not concern it, found once; what is left to judge."""


class RoundIndex:
    """Look-ups over one round's facts; built in one pass each, on first use."""

    def __init__(self, facts: RoundFacts, rulebook: Rulebook) -> None:
        self.facts = facts
        self.rulebook = rulebook
        self.round: Round = facts.round
        self.received: date = facts.received
        self.passing: dict[str, dict[str, bool]] = {}
        self.pending: dict[str, set[str]] = {}
        self.applicable: dict[tuple[object, ...], dict[int, bool]] = {}
        self.templates: dict[tuple[object, ...], Template] = {}
        self.of_recipient: dict[str, dict[int, Finding]] = {}
        self.of_sort: dict[tuple[object, ...], Finding] = {}
        self.of_round: dict[int, Finding] = {}
        self.not_applicable: dict[int, Finding] = {}
        self.branches: dict[tuple[int, str], Criterion | None] = {}
        self.own_plans: dict[str, tuple[Criterion, ...]] = {}
        self._schools: dict[str, bool] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._ratings: dict[str, dict[Year, Rating]] = {}
        self._awards: dict[tuple[str, bool], dict[str, dict[Year, PastAward]]] = {}
        self._members: dict[tuple[str, Year], tuple[str, ...]] = {}
        self._direct: dict[Year, dict[str, list[str]]] = {}

    # Recipients and units

    def unit_of(self, recipient: Recipient) -> Unit | None:
        """The person's unit, the unit itself, or the household's village."""
        if isinstance(recipient, Unit):
            return recipient
        code = recipient.unit if isinstance(recipient, Person) else recipient.village
        return self.facts.units.get(code)

    def unit_then(self, recipient: Recipient, year: Year) -> Unit | None:
        """The unit whose work a year rests on: a person's unit of that year, else today's."""
        if isinstance(recipient, Person) and recipient.code in self.facts.careers:
            then = self.facts.units.get(self._unit_in(recipient, year))
            if then is not None:
                return then
        return self.unit_of(recipient)

    def is_school(self, unit: Unit | None) -> bool:
        """Whether a unit counts in school years: a school or a part of one."""
        if unit is None:
            return False
        known = self._schools.get(unit.code)
        if known is None:
            units = self.facts.units
            above = (units[code] for code in self.path(unit.code) if code in units)
            known = unit.kind is UnitKind.SCHOOL or any(
                one.kind is UnitKind.SCHOOL for one in above
            )
            self._schools[unit.code] = known
        return known

    def path(self, unit: str) -> tuple[str, ...]:
        """A unit and the units above it, nearest first."""
        known = self._paths.get(unit)
        if known is None:
            steps: dict[str, None] = {}
            while unit and unit not in steps:
                steps[unit] = None
                above = self.facts.units.get(unit)
                unit = above.parent if above else ""
            known = tuple(steps)
            if known:
                self._paths[known[0]] = known
        return known

    def unit_name(self, code: str) -> str:
        """The unit's name, or its code where the register does not know it."""
        unit = self.facts.units.get(code)
        return unit.name if unit else code

    def name(self, code: str) -> str:
        """The recipient's name, or its code."""
        recipient = self.facts.recipient(code)
        return recipient.name if recipient else code

    @cached_property
    def _parts(self) -> Mapping[str, list[str]]:
        parts: dict[str, list[str]] = defaultdict(list)
        for unit in self.facts.units.values():
            for above in self.path(unit.code):
                parts[above].append(unit.code)
        return parts

    def members(self, unit: str, year: Year) -> tuple[str, ...]:
        """The people of a unit and its sub-units in that year."""
        known = self._members.get((unit, year))
        if known is None:
            direct = self._direct_members(year)
            found = [p for part in self._parts.get(unit, [unit]) for p in direct.get(part, ())]
            known = self._members[(unit, year)] = tuple(sorted(found))
        return known

    def _direct_members(self, year: Year) -> Mapping[str, list[str]]:
        known = self._direct.get(year)
        if known is None:
            known = self._direct[year] = defaultdict(list)
            for person in self.facts.persons.values():
                unit = self._unit_in(person, year)
                if unit:
                    known[unit].append(person.code)
        return known

    def _unit_in(self, person: Person, year: Year) -> str:
        if person.joined is not None and _first(person.joined) > year.last_day:
            return ""
        steps = [
            (step, unit)
            for step in self.facts.careers.get(person.code, ())
            if (unit := self._known_unit(step))
        ]
        then = [unit for step, unit in steps if _overlaps(step, year)]
        if then:
            return then[-1]
        came_later = any(
            unit == person.unit and _first(step.start) > year.last_day for step, unit in steps
        )
        return "" if came_later else person.unit

    def _known_unit(self, step: CareerStep) -> str:
        if step.unit in self.facts.units:
            return step.unit
        return self._units_by_name.get(fold(step.unit), "") if step.unit else ""

    @cached_property
    def _units_by_name(self) -> Mapping[str, str]:
        return {fold(unit.name): unit.code for unit in self.facts.units.values()}

    # Ratings and awards

    def ratings(self, recipient: str) -> Mapping[Year, Rating]:
        """Ratings by year as recorded; a year marked by points alone is no rating."""
        known = self._ratings.get(recipient)
        if known is None:
            rows = self.facts.ratings.get(recipient, ())
            known = self._ratings[recipient] = {
                row.year: row for row in rows if row.level is not None
            }
        return known

    def points(self, recipient: str, year: Year) -> Decimal | None:
        """The points of a year, with or without a level."""
        rows = self.facts.ratings.get(recipient, ())
        return next((row.points for row in rows if row.year == year), None)

    def awards(self, recipient: str, award: str, *, school: bool) -> Mapping[Year, PastAward]:
        """Past awards of one kind by year, in the recipient's own kind of year.

        What was kept as written, before the catalogue knew the award, counts by its name.
        """
        by_award = self._awards.get((recipient, school))
        if by_award is None:
            by_award = self._awards[(recipient, school)] = {}
            for row in sorted(self.facts.awards.get(recipient, ()), key=_decided):
                years = by_award.setdefault(self.award_of(row), {})
                years.setdefault(row.year.as_kind(school=school), row)
        return by_award.get(award, {})

    def award_of(self, row: PastAward) -> str:
        """The present id of a past award; "" where the catalogue does not know it."""
        if row.award:
            return self._former_ids.get(row.award, row.award)
        return self._ids_by_key.get(award_key(row.award_name), "")

    @cached_property
    def _former_ids(self) -> Mapping[str, str]:
        return {old: one.id for one in self.rulebook.awards.values() for old in one.was}

    @cached_property
    def _ids_by_key(self) -> Mapping[str, str]:
        return ids_by_key(self.rulebook)

    def complete(self, year: Year) -> bool:
        """Whether awards, initiatives and discipline of that year are all in the books."""
        start = self.facts.office.complete_from
        return start is not None and year.start >= start

    def complete_for(self, recipient: Recipient | None, last: Year) -> bool:
        """Whether the books are complete for all the years a recipient can have been commended.

        That is from Ngày vào ngành or Năm thành lập on; unknown for who has none on record.
        """
        if isinstance(recipient, Person):
            since = recipient.joined
        else:
            since = recipient.founded if isinstance(recipient, Unit) else None
        return since is not None and self.complete(Year(min(since.year, last.start)))

    def passes(self, recipient: str, award: str) -> bool:
        """Whether a nomination of this round for that award passes."""
        return recipient in self.passing.get(award, _NOBODY)

    def waits(self, recipient: str, award: str) -> bool:
        """Whether a nomination of this round for that award only lacks something."""
        return recipient in self.pending.get(award, ())

    # Initiatives and achievements already used

    def uses(self, code: str) -> tuple[Spent, ...]:
        """Earlier uses; an award won by the rating leaves its initiative free."""
        spent = self.facts.spent.get(code)
        if not spent:
            return ()
        free = [use for use in spent if not self._left_free(use)]
        return tuple(sorted(free, key=lambda use: (use.year, use.recipient, use.award_name)))

    def decision_of(self, use: Spent) -> str:
        """The number of the decision by which something was used; "" where none is recorded."""
        rows = self.facts.awards.get(use.recipient, ())
        named = (
            row.decision_number
            for row in rows
            if row.award_name == use.award_name
            and str(row.year) == use.year
            and use.code in (*row.initiatives, *row.achievements)
        )
        return next(named, "")

    def _left_free(self, use: Spent) -> bool:
        if use.round:
            return False
        return any(
            use.code in row.initiatives
            and str(row.year) == use.year
            and row.award_name == use.award_name
            and is_by_rating(row.branch)
            for row in self.facts.awards.get(use.recipient, ())
        )

    @cached_property
    def claims(self) -> Mapping[str, list[Nomination]]:
        """Nominations of this round by the initiative or achievement they name."""
        found: dict[str, list[Nomination]] = defaultdict(list)
        for nomination in sorted(self.facts.nominations, key=lambda n: n.key):
            for code in dict.fromkeys(nomination.achievements):
                found[code].append(nomination)
            if not is_by_rating(nomination.branch):
                for code in dict.fromkeys(nomination.initiatives):
                    found[code].append(nomination)
        return found

    @cached_property
    def proposed(self) -> Mapping[str, set[str]]:
        """The present ids of the awards for which a recipient is nominated in this round."""
        found: dict[str, set[str]] = defaultdict(set)
        for nomination in self.facts.nominations:
            found[nomination.recipient].add(self.rulebook.award_now(nomination.award))
        return found

    def other_claims(self, code: str, nomination: Nomination) -> Iterator[Nomination]:
        """Other nominations of this round that name the same code."""
        return (n for n in self.claims.get(code, ()) if n.key != nomination.key)

    # Meetings, votes, council

    @cached_property
    def unit_meetings(self) -> Mapping[str, list[Meeting]]:
        """Meetings of units by unit."""
        found: dict[str, list[Meeting]] = defaultdict(list)
        for meeting in _in_order(self.facts.meetings):
            if meeting.kind is MeetingKind.UNIT:
                found[meeting.unit].append(meeting)
        return found

    @cached_property
    def council_meetings(self) -> tuple[Meeting, ...]:
        """The council's meetings on this round, in order."""
        return tuple(m for m in _in_order(self.facts.meetings) if m.kind is MeetingKind.COUNCIL)

    @cached_property
    def votes(self) -> Mapping[str, Mapping[tuple[str, str], Vote]]:
        """Votes by meeting, then by (recipient, award)."""
        found: dict[str, dict[tuple[str, str], Vote]] = defaultdict(dict)
        for vote in self.facts.votes:
            found[vote.meeting][(vote.recipient, vote.award)] = vote
        return found

    def count(self, held: Meeting) -> ballots.Count:
        """Everything counted at a meeting."""
        known = self._counts.get(held.code)
        if known is None:
            known = self._counts[held.code] = ballots.Count(
                held,
                attendance.of_meeting(self.facts.attendance, held.code),
                tuple(one for one in self.facts.recusals if one.meeting == held.code),
                tuple(self.votes.get(held.code, {}).values()),
            )
        return known

    def contradiction(self, held: Meeting, key: tuple[str, str]) -> ballots.Contradiction | None:
        """What cannot be right about the votes of a meeting on a nomination."""
        known = self._contradictions.get(held.code)
        if known is None:
            found = ballots.contradictions(self.count(held))
            known = {one.key: one for one in found if one.key is not None}
            self._contradictions[held.code] = known
        return known.get(key)

    @cached_property
    def _counts(self) -> dict[str, ballots.Count]:
        return {}

    @cached_property
    def _contradictions(self) -> dict[str, dict[tuple[str, str], ballots.Contradiction]]:
        return {}

    def sitting(self, day: date | None) -> tuple[CouncilMember, ...]:
        """Council members on a day; all of them where the day is not recorded."""
        if day is None:
            return self.facts.council
        known = self._sitting.get(day)
        if known is None:
            known = tuple(one for one in self.facts.council if one.sits_on(day))
            self._sitting[day] = known
        return known

    @cached_property
    def on_council(self) -> frozenset[str]:
        """Recipients who ever held a seat on the council."""
        return frozenset(member.person for member in self.facts.council if member.person)

    @cached_property
    def _sitting(self) -> dict[date, tuple[CouncilMember, ...]]:
        return {}

    # Rules

    def common_only(self, award: str, criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        """The plan of an award without its own criteria; the same object each time."""
        known = self._common_only.get(award)
        if known is None:
            own = {criterion.id for criterion in self.rulebook.awards[award].criteria}
            known = tuple(one for one in criteria if one.id not in own)
            self._common_only[award] = known
        return known

    @cached_property
    def _common_only(self) -> dict[str, tuple[Criterion, ...]]:
        return {}

    @cached_property
    def confirmed(self) -> Mapping[tuple[str, str], Confirmation]:
        """What a named person confirmed, by (award, criterion); award "" for all."""
        return {
            ("" if one.award == "*" else one.award, one.criterion): one
            for one in self.facts.confirmations
        }

    @cached_property
    def spending_awards(self) -> tuple[str, ...]:
        """Awards of the catalogue that an initiative may win."""
        return tuple(
            award.id
            for award in self.rulebook.awards.values()
            if any(_asks_initiative(criterion) for criterion in award.criteria)
        )

    @cached_property
    def period(self) -> Period | None:
        """The rule period of the day of receipt."""
        return self.rulebook.period(self.received)

    @cached_property
    def decree_152(self) -> bool:
        """Whether NĐ 152/2025 is in force on the day of receipt (its Điều 4)."""
        text = self.rulebook.texts.get("nd_152_2025")
        return text is not None and (text.start is None or text.start <= self.received)

    @cached_property
    def amended(self) -> frozenset[str]:
        """Texts of which an unread amendment is in force on the day of receipt."""
        return frozenset(
            text.id
            for text in self.rulebook.texts.values()
            if text.amended_from is not None and text.amended_from <= self.received
        )

    def set_value(self, criterion: Criterion) -> DatedValue | None:
        """The value a criterion leaves to the province, once it was taken from a document."""
        found = self.value(str(criterion.parameters.get("value", "")))
        return None if found is None or found.checked is Checked.MEMORY else found

    def value(self, value_id: str) -> DatedValue | None:
        """A dated value on the day of receipt."""
        return self.rulebook.value(value_id, self.received)


def _decided(award: PastAward) -> tuple[date, str]:
    return (award.decision_date or date.min, award.decision_number)


def _asks_initiative(criterion: Criterion) -> bool:
    return criterion.kind in ("initiative", "topic") or any(
        _asks_initiative(child) for child in criterion.children
    )


def _in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda m: (m.day or date.min, m.code))


def _first(when: PartialDate) -> date:
    return date(when.year, when.month or 1, when.day or 1)


def _last(when: PartialDate) -> date:
    # The 28th of December is late enough for a year known only as a year.
    return date(when.year, when.month or 12, when.day or 28)


def _overlaps(step: CareerStep, year: Year) -> bool:
    return _first(step.start) <= year.last_day and (
        step.end is None or _last(step.end) >= year.first_day
    )
