"""Who meets every computable criterion of an award without a nomination, and who lacks one thing.

The books alone are asked: what people must declare or prove is listed as still to be confirmed and
never counts as met. Nobody is nominated yet, so a candidate is judged as if the nomination named
all initiatives and achievements that are still free.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import AchievementKind, RoundKind, Standing, Status
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import Person, Recipient
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.bounds import Bounds, Holding
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.computed import Computed, computed, earns, walk
from khenthuong.domain.rules.engine import award_levels
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.judging import concerns, judge_concerned
from khenthuong.domain.rules.nearest import nearest, speaks, things
from khenthuong.domain.years import Year

_FULFILLED = (Status.MET, Status.TO_COMPARE)
_NOT_NAMED = ("eligible", "decider")
"""Kinds by which the Law means somebody else: whoever fails them lacks nothing he could mend."""
_LEANING = "_by_round"
_COMMON = ""
_Named = tuple[tuple[str, ...], tuple[str, ...]]
_NOTHING_NAMED: _Named = ((), ())
_BY_RESULT = {AchievementKind.TOPICAL: RoundKind.MOVEMENT, AchievementKind.SUDDEN: RoundKind.SUDDEN}
"""Achievements that count in their own kind of round and in no other."""


@dataclass(frozen=True)
class Assessment:
    """How a recipient stands to an award by the books alone, in `year` of its own kind.

    `lacking`: the findings that are not fulfilled, told by the branch that lacks least; `things`:
    how many rows or events that makes (two missing years are two). `to_confirm`: labels of what a
    person still has to declare or prove. `unverified`: some criterion it rests on is from memory;
    `amended`: its text was amended since; `compared`: the books themselves want a look. `leans`:
    it counts titles for which somebody is only a candidate. `branch`, `initiatives`,
    `achievements`: what a nomination would name, in a round of `round_kind`.
    """

    recipient: str
    award: str
    year: Year
    lacking: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    to_confirm: tuple[str, ...] = ()
    unverified: bool = False
    amended: bool = False
    compared: bool = False
    leans: bool = False
    branch: str = ""
    initiatives: tuple[str, ...] = ()
    achievements: tuple[str, ...] = ()
    things: int = 0
    round_kind: RoundKind = RoundKind.MERIT

    @property
    def standing(self) -> Standing | None:
        """Which group it belongs to; None when more than one thing is missing."""
        if self.things > 1:
            return None
        if self.lacking:
            return Standing.LACKS_ONE
        unsure = self.unverified or self.amended or self.compared
        return Standing.TO_COMPARE if unsure else Standing.ELIGIBLE


@dataclass(frozen=True)
class YearSuggestions:
    """Everybody worth a look in one award year, awards from the highest rank down.

    `uncomputable`: awards of which the books can tell nothing, so that nobody is suggested for
    them. `period`: the rule period of the day asked, "" where none holds.
    """

    year: Year
    period: str
    found: tuple[Assessment, ...]
    uncomputable: tuple[str, ...]


class Candidates:
    """Judges recipients without a nomination; awards must be asked in the order of `in_order`.

    What a recipient is found to fulfil counts for the awards after it, as a nomination would.
    """

    def __init__(self, facts: RoundFacts, rules: Computed) -> None:
        self.rules = rules
        self.facts = _free_achievements(facts)
        self._indexes: dict[RoundKind, _CandidateIndex] = {}
        self._named: dict[RoundKind, Mapping[str, _Named]] = {}
        self._passing: dict[str, dict[str, bool]] = {}
        self._pending: dict[str, set[str]] = {}
        self._plans: dict[tuple[object, ...], _Plan] = {}
        self._sorts: dict[str, tuple[object, ...]] = {}
        self._shared: dict[tuple[str, int], Finding] = {}
        self._bounds = Bounds()
        self._holdings: dict[str, Holding] = {}
        first = self.index(RoundKind.MERIT)
        self._amended = first.amended
        self._marked = frozenset(
            key
            for key, (award, criterion) in rules.marked.items()
            if {(award, criterion), (_COMMON, criterion)}.isdisjoint(first.confirmed)
        )

    def in_order(self) -> tuple[Award, ...]:
        """Awards that may be proposed today, those that others count before the others."""
        received = self.facts.received
        levels = award_levels(self.rules.rulebook)
        awards = [a for a in self.rules.rulebook.awards.values() if a.available_on(received)]
        return tuple(sorted(awards, key=lambda award: levels[award.id]))

    def index(self, kind: RoundKind) -> RoundIndex:
        """The look-ups for rounds of one kind; titles found to be earned are known to all."""
        known = self._indexes.get(kind)
        if known is None:
            asked = _for_rounds(self.facts, kind)
            known = self._indexes[kind] = _CandidateIndex(asked, self.rules.rulebook)
            known.passing, known.pending = self._passing, self._pending
            self._named[kind] = _named(asked)
        return known

    def kinds(self, recipient: Recipient, award: Award) -> tuple[RoundKind, ...]:
        """In which rounds it may be worth proposing: by years of work first, then by results."""
        first = RoundKind.MERIT if RoundKind.MERIT in award.rounds else award.rounds[0]
        rows = self.facts.achievements_of.get(recipient.code)
        if not rows:
            return (first,)
        done = {_BY_RESULT[row.kind] for row in rows if row.kind in _BY_RESULT}
        return (first, *(kind for kind in award.rounds if kind in done and kind is not first))

    def case(self, recipient: Recipient, award: Award, kind: RoundKind | None = None) -> Case:
        """The recipient as if it were nominated with all that is still free."""
        kind = kind or self.kinds(recipient, award)[0]
        index = self.index(kind)
        initiatives, achievements = self._named[kind].get(recipient.code, _NOTHING_NAMED)
        nomination = Nomination(
            self.facts.round.code,
            recipient.code,
            award.id,
            initiatives=initiatives,
            achievements=achievements,
        )
        made = Case(index, nomination, recipient, award)
        if recipient.code not in self._sorts:
            self._sorts[recipient.code] = made.sort[1:]
        return made

    def best(self, recipient: Recipient, award: Award, *, most: int = 1) -> Assessment | None:
        """How it stands in the kind of round where it fulfils the award, else in the first."""
        found: Assessment | None = None
        sort = self._sorts.get(recipient.code)
        for kind in self.kinds(recipient, award):
            if sort and self._hopeless((kind, award.id, *sort), recipient.code, most):
                continue
            one = self.assess(self.case(recipient, award, kind), most=most)
            if one is not None and not one.lacking:
                return one
            found = found or one
        return found

    def assess(self, case: Case, *, most: int = 1) -> Assessment | None:
        """How it stands; None for more than `most` lacks, or when the award is not for it."""
        plan = self._plan_of(case)
        if not plan.earning:
            return None
        if most < self._bounds.least(plan.criteria, case, self.holding(case.code)):
            return None
        index = self._indexes[case.index.round.kind]
        index.leaned = False
        findings: list[Finding] = []
        lacking: dict[str, tuple[int, Finding]] = {}
        for criterion in plan.criteria:
            finding = self._judge(criterion, case)
            if finding.status in _FULFILLED or self._left_to_people(criterion, finding):
                findings.append(finding)
                continue
            if finding.status is Status.NOT_MET and (
                criterion.kind in _NOT_NAMED or finding.code == "finding.branch_not_applicable"
            ):
                return None
            if finding.status is not Status.NOT_APPLICABLE:
                count = things(finding)
                lacking[_thing(finding, count)] = (count, finding)
                if sum(count for count, _ in lacking.values()) > most:
                    return None
        told = [(count, nearest(finding)) for count, finding in lacking.values()]
        return self._assessment(case, plan, findings, told, leans=index.leaned)

    def note(self, found: Assessment) -> None:
        """Let later awards count what was found, as they count nominations of a round."""
        if not found.lacking:
            firm = not (found.compared or found.unverified)
            self._passing.setdefault(found.award, {})[found.recipient] = firm
            self._holdings.pop(found.recipient, None)
        elif found.things == 1 and found.lacking[0].status is Status.MISSING:
            self._pending.setdefault(found.award, set()).add(found.recipient)

    def holds(self, recipient: Recipient, award: Award) -> bool:
        """Whether the register holds the award for the year asked."""
        if recipient.code not in self.facts.awards:
            return False
        ever = self.holding(recipient.code).awards
        if ever is not None and award.id not in ever:
            return False
        index = self.index(RoundKind.MERIT)
        school = index.is_school(index.unit_of(recipient))
        year = self.facts.round.year.as_kind(school=school)
        return year in index.awards(recipient.code, award.id, school=school)

    def computable(self, recipient: Recipient, award: Award) -> bool:
        """Whether the books can tell anything in favour of this recipient for this award."""
        return self._plan_of(self.case(recipient, award)).earning

    def is_for(self, recipient: Recipient, award: Award) -> bool:
        """Whether the award names such recipients at all, as far as the books tell."""
        case = self.case(recipient, award)
        findings = (
            self._judge(criterion, case)
            for criterion in self._plan_of(case).criteria
            if criterion.kind in _NOT_NAMED
        )
        return all(finding.status is not Status.NOT_MET for finding in findings)

    def to_confirm(self, recipient: Recipient, award: Award) -> tuple[str, ...]:
        """What people must declare or prove whatever branch is chosen."""
        return self._plan_of(self.case(recipient, award)).to_confirm

    def _hopeless(self, sort: tuple[object, ...], code: str, most: int) -> bool:
        """Whether it is known before any look-up: no plan for this sort, or too much missing."""
        plan = self._plans.get(sort)
        if plan is None:
            return False
        return not plan.earning or self._bounds.known((*sort, self.holding(code))) > most

    def holding(self, code: str) -> Holding:
        """What the books hold of a recipient, titles found to be earned included."""
        known = self._holdings.get(code)
        if known is None:
            index = self.index(RoundKind.MERIT)
            won = {index.award_of(row) for row in self.facts.awards.get(code, ())}
            won |= {award for award, passing in self._passing.items() if code in passing}
            known = self._holdings[code] = Holding(
                None if "" in won else frozenset(won),
                code in self.facts.initiatives_of,
                code in self.facts.achievements_of,
            )
        return known

    def _plan_of(self, case: Case) -> _Plan:
        key = (case.index.round.kind, *case.sort)
        known = self._plans.get(key)
        if known is None:
            known = self._plans[key] = self._make_plan(case)
        return known

    def _make_plan(self, case: Case) -> _Plan:
        award = self.rules.rulebook.awards[case.award.id]
        own = {criterion.id for criterion in award.criteria}
        own |= {one.id for one in self.rules.to_confirm[award.id]}
        common = [one for one in self.rules.rulebook.common if one.id not in own]
        people = [one for one in self.rules.to_confirm[_COMMON] if one.id not in own]
        criteria = tuple(
            # Whoever is not named at all is found out first.
            sorted(
                _concerning((*award.criteria, *common), case),
                key=lambda criterion: criterion.kind != "eligible",
            )
        )
        return _Plan(
            criteria,
            any(earns(one) for one in criteria if one.id in own),
            tuple(
                one.label for one in _concerning((*self.rules.to_confirm[award.id], *people), case)
            ),
            any(one.cite.text in self._amended for top in criteria for one in walk(top)),
        )

    def _judge(self, criterion: Criterion, case: Case) -> Finding:
        if criterion.kind not in ("no_discipline", "not_on_hold"):
            return judge_concerned(criterion, case)
        # Common to all awards, and the same for each: found once for every recipient.
        key = (case.code, id(criterion))
        known = self._shared.get(key)
        if known is None:
            known = self._shared[key] = judge_concerned(criterion, case)
        return known

    def _left_to_people(self, criterion: Criterion, finding: Finding) -> bool:
        """Whether no computable branch is for this recipient, but one that people declare is."""
        return finding.code == "finding.branch_not_applicable" and id(criterion) in (
            self.rules.dropped
        )

    def _assessment(
        self,
        case: Case,
        plan: _Plan,
        findings: list[Finding],
        lacking: list[tuple[int, Finding]],
        *,
        leans: bool,
    ) -> Assessment:
        by_id = {criterion.id: criterion for criterion in plan.criteria}
        seen = _Seen(self.facts.initiatives)
        for finding in findings:
            self._look(by_id[finding.id], finding, case, seen)
        return Assessment(
            case.code,
            case.award.id,
            case.year,
            tuple(_for_register(one) for _, one in lacking),
            tuple(findings),
            tuple(dict.fromkeys((*plan.to_confirm, *seen.to_confirm))),
            seen.unverified or any(id(by_id[one.id]) in self._marked for _, one in lacking),
            plan.amended,
            any(finding.status is Status.TO_COMPARE for finding in findings),
            leans or seen.leans,
            next((str(f.arguments["chosen"]) for f in findings if f.code == "finding.any_of"), ""),
            tuple(dict.fromkeys(seen.initiatives)),
            tuple(dict.fromkeys(seen.achievements)),
            _how_many(lacking, by_id, findings),
            case.index.round.kind,
        )

    def _look(self, criterion: Criterion, finding: Finding, case: Case, seen: _Seen) -> None:
        """Gather from a fulfilled finding what it rests on, by the branches it chose."""
        seen.unverified |= id(criterion) in self._marked
        seen.to_confirm += self._for_people(criterion, finding, case)
        seen.take(finding)
        children = {child.id: child for child in self._below(criterion)}
        chosen = finding.arguments.get("chosen") if finding.code == "finding.any_of" else None
        for part in finding.children:
            if chosen in (None, part.id) and part.status in _FULFILLED and part.id in children:
                self._look(children[part.id], part, case, seen)

    def _below(self, criterion: Criterion) -> tuple[Criterion, ...]:
        if criterion.kind != "meets_award":
            return criterion.children
        return self.rules.rulebook.awards[str(criterion.parameters["award"])].criteria

    def _for_people(self, criterion: Criterion, finding: Finding, case: Case) -> list[str]:
        """What people must still settle for this criterion although the books fulfil the rest."""
        if self._left_to_people(criterion, finding):
            return [criterion.label]
        open_: tuple[Criterion, ...] = ()
        if criterion.kind == "all_of":
            open_ = self.rules.dropped.get(id(criterion), ())
        elif finding.code == "finding.meets_award":
            open_ = self.rules.to_confirm[str(criterion.parameters["award"])]
        return [one.label for one in open_ if concerns(one, case)]


@dataclass(frozen=True)
class _Plan:
    """What is asked of one sort of recipient for one award."""

    criteria: tuple[Criterion, ...]
    earning: bool
    to_confirm: tuple[str, ...]
    amended: bool


class _Seen:
    """What the fulfilled findings of one recipient rest on."""

    def __init__(self, initiatives: Container[str]) -> None:
        self._known = initiatives
        self.to_confirm: list[str] = []
        self.initiatives: list[str] = []
        self.achievements: list[str] = []
        self.unverified = False
        self.leans = False

    def take(self, finding: Finding) -> None:
        """Note codes a fulfilled finding names, and whether it counts other candidates."""
        arguments = finding.arguments
        named = () if finding.children else _codes(arguments)
        if finding.code == "finding.initiative":
            named = named[: int(str(arguments["count"]))]
        for code in named:
            (self.initiatives if code in self._known else self.achievements).append(code)
        self.leans |= finding.code.endswith(_LEANING) or bool(arguments.get("by_round"))


def _codes(arguments: Mapping[str, object]) -> tuple[str, ...]:
    """Codes of initiatives or achievements that a finding names."""
    codes = arguments.get("codes", arguments.get("code", ()))
    if isinstance(codes, tuple):
        return tuple(map(str, cast("tuple[object, ...]", codes)))
    return (str(codes),)


class _CandidateIndex(RoundIndex):
    """Look-ups that notice when a title of another candidate was counted."""

    leaned = False

    def passes(self, recipient: str, award: str) -> bool:
        """Whether the recipient is a candidate for that award who fulfils it."""
        found = super().passes(recipient, award)
        self.leaned |= found
        return found


def suggest(
    facts: RoundFacts,
    rulebook: Rulebook,
    awards: Iterable[str] = (),
    step: Callable[[int, int, str], None] | None = None,
) -> YearSuggestions:
    """Who fulfils what in the year of `facts.round`, and who lacks exactly one thing.

    Left out: whoever is nominated for the award (`facts.nominations` are all of that year) or
    already holds it for that year; they still count for titles that lean on theirs. `awards`
    limits what is listed, not what is counted. `step` is told (done, total, award id) and may
    raise to stop. In the order of the register within each award.
    """
    # Everything made here lives until the end: looking for garbage meanwhile finds none and took
    # a seventh of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _suggest(facts, rulebook, awards, step)
    finally:
        if collecting:
            gc.enable()


def _suggest(
    facts: RoundFacts,
    rulebook: Rulebook,
    awards: Iterable[str],
    step: Callable[[int, int, str], None] | None,
) -> YearSuggestions:
    candidates = Candidates(facts, computed(rulebook))
    nominated = {nomination.key for nomination in facts.nominations}
    wanted = frozenset(awards) or frozenset(rulebook.awards)
    order = candidates.in_order()
    found: dict[str, list[Assessment]] = {}
    uncomputable: list[str] = []
    for number, award in enumerate(order):
        if step is not None:
            step(number, len(order), award.id)
        listed = found[award.id] = []
        asked = False
        for recipient in _recipients(facts, award):
            if candidates.holds(recipient, award):
                asked = True
                continue
            assessment = candidates.best(recipient, award)
            asked = asked or assessment is not None or candidates.computable(recipient, award)
            if assessment is None or assessment.standing is None:
                continue
            candidates.note(assessment)
            if (recipient.code, award.id) not in nominated and award.id in wanted:
                listed.append(assessment)
        if not asked:
            uncomputable.append(award.id)
    period = rulebook.period(facts.received)
    ranked = sorted(order, key=lambda award: (-award.rank, award.id))
    return YearSuggestions(
        facts.round.year,
        period.id if period else "",
        tuple(one for award in ranked for one in found[award.id]),
        tuple(award.id for award in ranked if award.id in uncomputable and award.id in wanted),
    )


def _recipients(facts: RoundFacts, award: Award) -> Iterator[Recipient]:
    """Everybody the award is for; the dead and units of earlier years are not proposed afresh."""
    first_day = facts.round.year.first_day
    groups: tuple[Mapping[str, Recipient], ...] = (facts.units, facts.persons, facts.households)
    for group in groups:
        for recipient in group.values():
            if recipient.recipient_kind not in award.recipients:
                break  # a group is of one kind
            died = recipient.died if isinstance(recipient, Person) else None
            closed = facts.closed.get(recipient.code)
            if (died is None or died >= first_day) and (closed is None or closed > first_day):
                yield recipient


def _thing(finding: Finding, count: int) -> str:
    """What is missing, in a word: several criteria may ask for the same row of the books."""
    if finding.code == "finding.subject_unknown":
        return finding.code
    if count > 1 or finding.status is not Status.MISSING:
        return finding.id
    cure = nearest(finding).cure
    return cure if cure.startswith("xep_loai:") else finding.id


def _how_many(
    lacking: list[tuple[int, Finding]],
    criteria: Mapping[str, Criterion],
    fulfilled: Iterable[Finding],
) -> int:
    """How many things are missing; more than one where nothing speaks for the recipient."""
    count = sum(things for things, _ in lacking)
    if count != 1:
        return count
    earned = any(earns(criteria[one.id]) for one in fulfilled)
    return 1 if earned or speaks(lacking[0][1]) else 2


def _for_rounds(facts: RoundFacts, kind: RoundKind) -> RoundFacts:
    """The facts as a round of this kind may use them (NĐ 152/2025 Điều 4)."""
    own = {
        code: left
        for code, rows in facts.achievements_of.items()
        if (left := tuple(row for row in rows if _suits(row.kind, kind)))
    }
    return replace(facts, round=replace(facts.round, kind=kind), achievements_of=own)


def _suits(done: AchievementKind, kind: RoundKind) -> bool:
    if kind is RoundKind.SUDDEN:
        return done is AchievementKind.SUDDEN
    return _BY_RESULT.get(done, kind) is kind


def _named(facts: RoundFacts) -> Mapping[str, _Named]:
    """Codes of initiatives and achievements of those who have any."""
    return {
        code: (
            tuple(one.code for one in facts.initiatives_of.get(code, ())),
            tuple(one.code for one in facts.achievements_of.get(code, ())),
        )
        for code in {*facts.initiatives_of, *facts.achievements_of}
    }


def _concerning(criteria: Iterable[Criterion], case: Case) -> Iterator[Criterion]:
    received = case.index.received
    return (one for one in criteria if one.holds_on(received) and concerns(one, case))


def _free_achievements(facts: RoundFacts) -> RoundFacts:
    """The same facts; of achievements only those not used yet, and of the year unless given."""
    claimed = {code for one in facts.nominations for code in one.achievements}
    years = (facts.round.year.as_kind(school=True).start, facts.round.year.end)

    def free(one: Achievement) -> bool:
        if one.code in claimed or one.code in facts.spent:
            return False
        given = one.kind is AchievementKind.CONTRIBUTION or one.contribution is not None
        return given or one.when is None or one.when.year in years

    own = {
        code: left
        for code, rows in facts.achievements_of.items()
        if (left := tuple(row for row in rows if free(row)))
    }
    return replace(facts, achievements_of=own)


_REGISTER_CURES = {"sang_kien": cures.initiative(""), "thanh_tich": cures.achievement("")}


def _for_register(finding: Finding) -> Finding:
    """The finding with its cure in the register: there is no nomination yet to mend."""
    source, _, rest = finding.cure.partition(":")
    if source != "de_nghi":
        return finding
    code, _, field = rest.partition(":")
    return replace(finding, cure=_REGISTER_CURES.get(field, cures.person(code, "")))
