"""Thẩm định of a whole round: how many, the law's four demands, the figures, the days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from khenthuong.domain.findings import Finding, NominationCheck, worst
from khenthuong.domain.kinds import Authority, Principle, Status
from khenthuong.domain.rules.fairness import Fairness


@dataclass(frozen=True)
class Counts:
    """The nominations of one authority by their verdict, and what becomes of them.

    `open` are those that are not met or lack something. `inside` go into the dossier, `overridden`
    of them by a named person's reason; the others stay `outside`.
    """

    authority: Authority
    nominated: int = 0
    met: int = 0
    to_compare: int = 0
    on_hold: int = 0
    open: int = 0
    inside: int = 0
    overridden: int = 0

    @property
    def outside(self) -> int:
        """Those that stay out."""
        return self.nominated - self.inside


@dataclass(frozen=True)
class OpenPoint:
    """A criterion that `count` nominations do not meet; `neutral` hides which (holds, conduct)."""

    label: str
    status: Status
    count: int
    neutral: bool = False


@dataclass(frozen=True)
class Demand:
    """One of the four demands over the round.

    `status` is the worst of what enters the dossiers and of the findings on the round as a whole;
    `met` of `of` nominations fulfil it. `reached` is False while the round has come to none of its
    steps. `points` are what is open, the gravest and most frequent first; `of_round` the findings
    on the round as a whole that a person must look at.
    """

    principle: Principle
    status: Status
    reached: bool
    met: int
    of: int
    points: tuple[OpenPoint, ...] = ()
    of_round: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Overridden:
    """A nomination put in by a named person although a finding keeps it out."""

    name: str
    award_name: str
    reason: str
    by: str
    on: date | None


@dataclass(frozen=True)
class Appraisal:
    """Bảng thẩm định đợt: everything it says that is computed."""

    counts: tuple[Counts, ...]
    demands: tuple[Demand, ...]
    fairness: Fairness
    quotas: tuple[Finding, ...] = ()
    overridden: tuple[Overridden, ...] = ()
    deed_days: tuple[int, ...] = ()

    @property
    def total(self) -> Counts:
        """All authorities together; the authority of the sum is that of the first."""
        first = self.counts[0].authority if self.counts else Authority.COMMUNE
        return Counts(first, *(sum(getattr(one, name) for one in self.counts) for name in _SUMMED))


_SUMMED = ("nominated", "met", "to_compare", "on_hold", "open", "inside", "overridden")
_GRAVE = (Status.NOT_MET, Status.ON_HOLD, Status.MISSING, Status.TO_COMPARE)
_NEUTRAL_IDS = frozenset({"tam_dung_xet", "ky_luat"})


def counts(
    authority: Authority, checks: Sequence[NominationCheck], inside: int, overridden: int
) -> Counts:
    """Count one authority's nominations by verdict."""
    verdicts = [one.verdict for one in checks]
    return Counts(
        authority,
        len(checks),
        verdicts.count(Status.MET),
        verdicts.count(Status.TO_COMPARE),
        verdicts.count(Status.ON_HOLD),
        verdicts.count(Status.NOT_MET) + verdicts.count(Status.MISSING),
        inside,
        overridden,
    )


def demand(
    principle: Principle,
    checks: Sequence[NominationCheck],
    entering: Sequence[NominationCheck],
    of_round: Iterable[Finding],
) -> Demand:
    """Sum up one demand; while nobody enters a dossier it is judged over all nominations."""
    mine = tuple(f for f in of_round if f.principle is principle)
    own = [_status(one, principle) for one in entering or checks]
    status = worst((*own, *(f.status for f in mine)))
    reached = any(f.reached for c in checks for f in c.findings if f.principle is principle)
    fulfilled = (Status.MET, Status.NOT_APPLICABLE)
    return Demand(
        principle,
        status,
        reached,
        sum(_status(one, principle) in fulfilled for one in checks) if reached else 0,
        len(checks),
        _points(principle, checks),
        # What is only compared because the law was amended is said once, not finding by finding.
        tuple(f for f in mine if Status.MET not in (f.status, f.under_2022_text)),
    )


def _status(check: NominationCheck, principle: Principle) -> Status:
    return check.principles.get(principle, Status.NOT_APPLICABLE)


def _points(principle: Principle, checks: Iterable[NominationCheck]) -> tuple[OpenPoint, ...]:
    found: dict[tuple[str, Status, bool], int] = {}
    for check in checks:
        for one in check.findings:
            if one.principle is principle and one.reached and one.status in _GRAVE:
                neutral = hides(one)
                key = ("" if neutral else one.label, one.status, neutral)
                found[key] = found.get(key, 0) + 1
    points = [OpenPoint(label, status, n, hide) for (label, status, hide), n in found.items()]
    return tuple(sorted(points, key=lambda p: (_GRAVE.index(p.status), -p.count, p.label)))


def hides(finding: Finding) -> bool:
    """Whether a summary may not name the criterion: holds, complaints, discipline."""
    return finding.private or finding.status is Status.ON_HOLD or finding.id in _NEUTRAL_IDS
