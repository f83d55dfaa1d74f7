"""Rules on the people of a unit: shares, everybody, somebody. Exact integer arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import RatingLevel, Status
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.ratings import at_least

_SHOWN = 5
_WHOLE = 100


@dataclass
class _Count:
    """How many members have the award: recorded, by this round, still waiting in it."""

    recorded: int = 0
    by_round: int = 0
    firm: int = 0
    waiting: int = 0

    @property
    def having(self) -> int:
        return self.recorded + self.by_round


def members_share(criterion: Criterion, case: Case) -> Outcome:
    """At least `percent` % of the unit's people of that year have the award.

    Counted: the register, and nominations of the same round that pass; the sentence says so. A
    stated Số người that differs from the register's people leaves the share to be compared.
    """
    award = str(criterion.parameters["award"])
    percent = Decimal(str(criterion.parameters["percent"]))
    members = case.index.members(case.code, case.year)
    if not members:
        return _nobody(case)
    count = _count(case, award, members)
    headcount = case.unit.headcount if case.unit else None
    arguments = _arguments(case, award, count, len(members), percent)
    if headcount is not None and headcount != len(members):
        arguments["headcount"] = headcount
        return Outcome(
            Status.TO_COMPARE,
            "finding.share_headcount",
            arguments,
            cures.unit(case.code, "so_nguoi"),
        )
    return _judge(case, count, len(members), percent, arguments)


def _judge(
    case: Case, count: _Count, members: int, percent: Decimal, arguments: dict[str, object]
) -> Outcome:
    if _reaches(count.recorded + count.firm, members, percent):
        return Outcome(Status.MET, "finding.share", arguments)
    if _reaches(count.having, members, percent):
        return Outcome(Status.TO_COMPARE, "finding.share_compared", arguments)
    cure = cures.unit(case.code, "ca_nhan")
    if _reaches(count.having + count.waiting, members, percent):
        arguments["waiting"] = count.waiting
        return Outcome(Status.MISSING, "finding.share_waiting", arguments, cure)
    if case.index.complete(case.year):
        return Outcome(Status.NOT_MET, "finding.share", arguments, cure)
    return Outcome(Status.MISSING, "finding.share_unknown", arguments, cures.COMPLETE_FROM)


def _reaches(part: int, whole: int, percent: Decimal) -> bool:
    return part * _WHOLE >= percent * whole


def _count(case: Case, award: str, members: tuple[str, ...]) -> _Count:
    count = _Count()
    passing = case.index.passing.get(award, {})
    for member in members:
        if case.year in case.index.awards(member, award, school=case.school):
            count.recorded += 1
        elif member in passing:
            count.by_round += 1
            count.firm += passing[member]
        elif case.index.waits(member, award):
            count.waiting += 1
    return count


def _arguments(
    case: Case, award: str, count: _Count, members: int, percent: Decimal
) -> dict[str, object]:
    return {
        "award": case.index.rulebook.awards[award].name,
        "percent": percent,
        "members": members,
        "found": count.having,
        "recorded": count.recorded,
        "by_round": count.by_round,
        "year": str(case.year),
        "share": Decimal(count.having * 1000 // members) / 10,
    }


def _nobody(case: Case) -> Outcome:
    arguments: dict[str, object] = {"year": str(case.year), "unit": case.recipient.name}
    return Outcome(
        Status.MISSING, "finding.no_members", arguments, cures.unit(case.code, "ca_nhan")
    )


def members_all(criterion: Criterion, case: Case) -> Outcome:
    """Everybody of the unit is rated `level` or better in the award year."""
    level = RatingLevel(str(criterion.parameters["level"]))
    members = case.index.members(case.code, case.year)
    if not members:
        return _nobody(case)
    enough = at_least(level.value)
    rated = {member: case.index.ratings(member).get(case.year) for member in members}
    below = [m for m, r in rated.items() if r is not None and r.level not in enough]
    unrated = [m for m, r in rated.items() if r is None]
    arguments: dict[str, object] = {
        "level": level,
        "year": str(case.year),
        "members": len(members),
        "below": _names(case, below),
        "unrated": _names(case, unrated),
        "missing": len(unrated),
    }
    if below:
        return Outcome(
            Status.NOT_MET, "finding.all_below", arguments, cures.rating(below[0], case.year)
        )
    if unrated:
        return Outcome(
            Status.MISSING, "finding.all_unrated", arguments, cures.rating(unrated[0], case.year)
        )
    return _against_headcount(case, Outcome(Status.MET, "finding.all", arguments))


def _against_headcount(case: Case, outcome: Outcome) -> Outcome:
    headcount = case.unit.headcount if case.unit else None
    members = outcome.arguments["members"]
    if headcount is None or headcount == members:
        return outcome
    return Outcome(
        Status.TO_COMPARE,
        "finding.all_headcount",
        {**outcome.arguments, "headcount": headcount},
        cures.unit(case.code, "so_nguoi"),
    )


def member_any(criterion: Criterion, case: Case) -> Outcome:
    """Somebody of the unit has the award in the award year."""
    award = str(criterion.parameters["award"])
    members = case.index.members(case.code, case.year)
    arguments: dict[str, object] = {
        "award": case.index.rulebook.awards[award].name,
        "year": str(case.year),
    }
    recorded = [m for m in members if case.year in case.index.awards(m, award, school=case.school)]
    if recorded:
        return Outcome(Status.MET, "finding.any", {**arguments, "who": _names(case, recorded)})
    passing = case.index.passing.get(award, {})
    proposed = [m for m in members if m in passing]
    if proposed:
        firm = any(passing[m] for m in proposed)
        status = Status.MET if firm else Status.TO_COMPARE
        return Outcome(status, "finding.any_by_round", {**arguments, "who": _names(case, proposed)})
    known = case.index.complete(case.year) and bool(members)
    waits = any(case.index.waits(m, award) for m in members)
    status = Status.NOT_MET if known and not waits else Status.MISSING
    return Outcome(status, "finding.any_absent", arguments, cures.unit(case.code, "ca_nhan"))


def _names(case: Case, codes: list[str]) -> tuple[str, ...]:
    names = [case.index.name(code) for code in codes[:_SHOWN]]
    return (*names, "…") if len(codes) > _SHOWN else tuple(names)


def quota(criterion: Criterion, case: Case) -> Outcome:
    """Nominations for `award` stay within `percent` % of those with `of_award`; else compare.

    `value` names a dated share that a province sets; without one the figures are only shown.
    """
    award, base = str(criterion.parameters["award"]), str(criterion.parameters["of_award"])
    percent = _percent(criterion, case)
    proposed, having = quota_figures(case.index, award, base)
    arguments: dict[str, object] = {
        "award": case.index.rulebook.awards[award].name,
        "of_award": case.index.rulebook.awards[base].name,
        "proposed": proposed,
        "having": having,
    }
    if percent is None:
        return Outcome(Status.TO_COMPARE, "finding.quota_no_limit", arguments)
    arguments["percent"] = percent
    within = proposed * _WHOLE <= percent * having
    status = Status.MET if within else Status.TO_COMPARE
    return Outcome(status, "finding.quota", arguments)


def _percent(criterion: Criterion, case: Case) -> Decimal | None:
    given = criterion.parameters.get("percent")
    if given is not None:
        return Decimal(str(given))
    value = case.index.value(str(criterion.parameters.get("value", "")))
    return Decimal(str(value.value)) if value else None


def quota_figures(index: RoundIndex, award: str, base: str) -> tuple[int, int]:
    """How many are proposed for `award`, and how many have or are proposed for `base` ("": 0)."""
    nominations = index.facts.nominations
    proposed = {n.recipient for n in nominations if n.award == award}
    if not base:
        return len(proposed), 0
    having = {n.recipient for n in nominations if n.award == base}
    having |= {
        code
        for code in index.facts.awards
        if index.awards(code, base, school=index.round.year.school).get(index.round.year)
    }
    return len(proposed), len(having)
