"""Which nominations go into a dossier, and what may be said about the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khenthuong.domain.findings import KEEPS_OUT, Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import Authority
from khenthuong.domain.rounds import Nomination


@dataclass(frozen=True)
class Selected:
    """A nomination that goes in; `overridden` are the findings a named person set aside."""

    nomination: Nomination
    check: NominationCheck
    overridden: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Rejected:
    """A nomination that stays out, and every finding that keeps it out."""

    nomination: Nomination
    check: NominationCheck
    reasons: tuple[Finding, ...]


@dataclass(frozen=True)
class Selection:
    """A round's nominations of one authority, in the order of the check."""

    selected: tuple[Selected, ...]
    rejected: tuple[Rejected, ...]


def authorities(check: RoundCheck) -> tuple[Authority, ...]:
    """The authorities that decide something in this round, the commune's own first."""
    present = {nomination.authority for nomination in check.nominations}
    return tuple(authority for authority in Authority if authority in present)


def select(
    check: RoundCheck, nominations: Iterable[Nomination], authority: Authority, *, sealing: bool
) -> Selection:
    """Split one authority's nominations; while `sealing`, a step not yet reached keeps out too.

    khong_dat, chua_xet and thieu stay out unless a named person gave a reason.
    """
    by_key: Mapping[tuple[str, str], Nomination] = {n.key: n for n in nominations}
    selected: list[Selected] = []
    rejected: list[Rejected] = []
    for entry in check.nominations:
        if entry.authority is not authority:
            continue
        nomination = by_key[(entry.recipient, entry.award)]
        kept_by = reasons(entry, sealing=sealing)
        if kept_by and not nomination.override_reason:
            rejected.append(Rejected(nomination, entry, kept_by))
        else:
            selected.append(Selected(nomination, entry, kept_by))
    return Selection(tuple(selected), tuple(rejected))


def reasons(check: NominationCheck, *, sealing: bool) -> tuple[Finding, ...]:
    """The findings that keep a nomination out; a step not yet reached only while `sealing`."""
    return tuple(
        finding
        for finding in check.findings
        if finding.status in KEEPS_OUT and (finding.reached or sealing)
    )
