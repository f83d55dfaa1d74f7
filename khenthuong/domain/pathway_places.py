"""Where each nomination of a round stays: the first station that still waits for something of it.

The same books and the same findings as the path of the round (`pathway`), asked per nomination.
"""

from __future__ import annotations

from collections.abc import Mapping

from khenthuong.domain.findings import Finding, NominationCheck
from khenthuong.domain.kinds import Authority, Status, Step
from khenthuong.domain.pathway import Key, RoundState, Station, station_of, unsent

_OUT = (Status.NOT_MET, Status.ON_HOLD)
_ORDER = tuple(Station)


def places(state: RoundState) -> Mapping[Key, Station | None]:
    """The station of every nomination, in the order of the check; None once it is decided on."""
    waiting = frozenset(unsent(state))
    return {
        (check.recipient, check.award): _place(state, check, waiting)
        for check in state.check.nominations
    }


def _place(
    state: RoundState, check: NominationCheck, waiting: frozenset[Authority]
) -> Station | None:
    key = (check.recipient, check.award)
    if key in state.decided:
        return None
    if check.authority in state.returned:
        return Station.DOSSIER
    inside = key in state.inside.get(check.authority, ())
    if check.authority in state.sealed and inside:
        return Station.SENDING if check.authority in waiting else Station.RESULT
    overridden = {n.key for n in state.nominations if n.override_reason}
    open_ = (_station(finding) for finding in check.findings)
    found = [one for one in open_ if one is not None]
    if key in overridden:
        found = [one for one in found if one is not Station.APPRAISAL]
    return min(found, key=_ORDER.index, default=Station.DOSSIER)


def _station(finding: Finding) -> Station | None:
    """Where a finding holds a nomination up; None where it does not."""
    if finding.status is Status.MISSING:
        return station_of(finding)
    if finding.status in _OUT:
        return Station.APPRAISAL if finding.step is Step.LIST else Station(finding.step.value)
    return None
