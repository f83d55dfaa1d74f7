"""Findings: what a criterion found, and how several combine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from khenthuong.domain.criteria import Cite, Confirmation
from khenthuong.domain.kinds import Authority, Checked, Principle, Status, Step

if TYPE_CHECKING:
    from khenthuong.domain.rules.fairness import Fairness

_NO_ARGUMENTS: Mapping[str, object] = MappingProxyType({})
_WORST_FIRST = (Status.NOT_MET, Status.ON_HOLD, Status.MISSING, Status.TO_COMPARE, Status.MET)
_BEST_FIRST = (Status.MET, Status.TO_COMPARE, Status.MISSING, Status.ON_HOLD, Status.NOT_MET)
KEEPS_OUT = frozenset({Status.NOT_MET, Status.ON_HOLD, Status.MISSING})
"""Statuses that keep a nomination out of a sealed package unless overridden with a reason."""


@dataclass(frozen=True)
class Finding:
    """Kết luận cho một tiêu chuẩn.

    `code` + `arguments` become one Vietnamese sentence (`texts.say`). `reached` is False while the
    round has not come to the criterion's step: such a finding only blocks sealing. `private` marks
    details of complaints and denunciations: on paper only the neutral sentence may appear.
    `cure` names the place where the clerk mends it, as «sheet:recipient[:detail]». `confirmed`: who
    compared an unverified criterion with which document.
    """

    id: str
    principle: Principle
    step: Step
    status: Status
    cite: Cite
    checked: Checked
    code: str
    arguments: Mapping[str, object] = field(default_factory=lambda: _NO_ARGUMENTS)
    label: str = ""
    reached: bool = True
    private: bool = False
    cure: str = ""
    children: tuple[Finding, ...] = ()
    under_2022_text: Status | None = None
    wording: str = ""
    confirmed: Confirmation | None = None

    @property
    def doubt(self) -> Checked:
        """How sure the criterion is now: as its text once somebody compared it with a document."""
        return self.checked if self.confirmed is None else Checked.TEXT


@dataclass(frozen=True)
class NominationCheck:
    """All findings of one nomination, and what they come to."""

    recipient: str
    award: str
    award_name: str
    authority: Authority
    findings: tuple[Finding, ...]
    verdict: Status
    principles: Mapping[Principle, Status]

    @property
    def kept_out(self) -> tuple[Finding, ...]:
        """The findings that keep it out of a sealed package, steps not yet reached included."""
        return tuple(f for f in self.findings if f.status in KEEPS_OUT)


@dataclass(frozen=True)
class RoundCheck:
    """A round judged: its rule period, nomination by nomination, and the round as a whole.

    `fairness` are the figures behind the shares; None where only kept findings are read again.
    """

    round: str
    period: str
    nominations: tuple[NominationCheck, ...]
    round_findings: tuple[Finding, ...]
    fingerprint: str
    fairness: Fairness | None = None

    def of(self, recipient: str, award: str) -> NominationCheck | None:
        """The check of one nomination."""
        for check in self.nominations:
            if (check.recipient, check.award) == (recipient, award):
                return check
        return None


def worst(statuses: Iterable[Status]) -> Status:
    """khong_dat, chua_xet, thieu, can_doi_chieu, dat; khong_ap_dung when nothing applies."""
    present = statuses if isinstance(statuses, set) else set(statuses)
    for status in _WORST_FIRST:
        if status in present:
            return status
    return Status.NOT_APPLICABLE


def best(statuses: Iterable[Status]) -> Status:
    """dat, can_doi_chieu, thieu, chua_xet, khong_dat; khong_ap_dung when nothing applies."""
    present = tuple(statuses)
    return next((s for s in _BEST_FIRST if s in present), Status.NOT_APPLICABLE)
