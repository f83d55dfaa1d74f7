"""The path of a round: Danh sách → Thẩm định → Họp → Niêm yết → Hồ sơ → Gửi → Kết quả.

Where a round stands is computed from what the books hold, never ticked by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.deadlines import Deadline, DeadlineKind, DeadlineState
from khenthuong.domain.findings import Finding, RoundCheck
from khenthuong.domain.kinds import Authority, Status, Step
from khenthuong.domain.outcomes import Sending
from khenthuong.domain.rounds import Meeting, Nomination, Notice, Round
from khenthuong.domain.selection import select

Key = tuple[str, str]
"""(recipient, award) of a nomination."""


class Station(StrEnum):
    """A stop on the path of a round; the first, third, fourth and fifth are its `Step`s."""

    LIST = "danh_sach"
    APPRAISAL = "tham_dinh"
    MEETING = "hop"
    NOTICE = "niem_yet"
    DOSSIER = "ho_so"
    SENDING = "gui"
    RESULT = "ket_qua"


class StationState(StrEnum):
    """How far a round is at a station."""

    DONE = "xong"
    TODO = "chua"
    LACKS = "con_thieu"
    LATE = "tre"
    NOT_NEEDED = "khong_ap_dung"


@dataclass(frozen=True)
class Stop:
    """A station as a round stands there.

    `lacking` counts what is missing there, `late` working days by which it is overdue (None: it is
    not; 0: since the last working day).
    """

    station: Station
    state: StationState
    lacking: int = 0
    late: int | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do there."""
        return self.state in (StationState.DONE, StationState.NOT_NEEDED)


@dataclass(frozen=True)
class RoundState:
    """What the books hold of a round, as the path reads it.

    `own` is what the office itself decides: that is sent nowhere. `sealed` is the newest sealing by
    authority, `returned` dossiers that came back for correction, `decided` nominations of which a
    decision is known, `unnumbered` how many papers await their number, `overdue` what is late.
    """

    round: Round
    nominations: tuple[Nomination, ...]
    check: RoundCheck
    meetings: tuple[Meeting, ...] = ()
    notices: tuple[Notice, ...] = ()
    sealed: Mapping[Authority, SealedDossier] = field(
        default_factory=dict[Authority, SealedDossier]
    )
    sendings: tuple[Sending, ...] = ()
    returned: frozenset[Authority] = frozenset()
    decided: frozenset[Key] = frozenset()
    papers: int = 0
    unnumbered: int = 0
    own: Authority | None = None
    overdue: tuple[Deadline, ...] = ()
    past_deadline: int | None = None
    """Working days since «Hạn nộp»; None while it has not passed."""

    @cached_property
    def inside(self) -> Mapping[Authority, tuple[Key, ...]]:
        """What `dossiers` tells."""
        found: dict[Authority, tuple[Key, ...]] = {}
        for authority in Authority:
            chosen = select(self.check, self.nominations, authority, sealing=False).selected
            inside = {one.nomination.key for one in chosen} | self.decided
            mine = [
                (n.recipient, n.award) for n in self.check.nominations if n.authority is authority
            ]
            keys = tuple(key for key in mine if key in inside)
            if keys:
                found[authority] = keys
        return found

    @cached_property
    def settled(self) -> frozenset[Authority]:
        """Authorities whose dossier was sealed, or everything in it decided: no more is asked."""
        through = {
            authority
            for authority, keys in self.inside.items()
            if all(key in self.decided for key in keys)
        }
        return frozenset((set(self.sealed) - self.returned) | through)

    def is_settled(self, key: Key, authority: Authority | None) -> bool:
        """Whether a nomination asks for no more: decided, or its authority's dossier sealed.

        A decision on others settles nobody whom no sealing left out.
        """
        return key in self.decided or (authority in self.sealed and authority not in self.returned)


def path(state: RoundState) -> tuple[Stop, ...]:
    """The seven stations in order, each as the round stands there."""
    return tuple(_LOOK[station](state) for station in Station)


def waits_for(stops: tuple[Stop, ...]) -> Stop | None:
    """The first station with something left to do; None when the round is through."""
    return next((stop for stop in stops if not stop.settled), None)


def dossiers(state: RoundState) -> Mapping[Authority, tuple[Key, ...]]:
    """By authority who is or would be in its dossier; authorities with nobody are left out.

    Whoever was decided on was in it, whatever the rules find now that the award is in the books.
    """
    return state.inside


def unsent(state: RoundState) -> tuple[Authority, ...]:
    """Authorities whose sealed dossier, in its newest version, is not noted as sent."""
    sent = {(one.authority, one.version) for one in state.sendings}
    return tuple(
        authority
        for authority, sealed in state.sealed.items()
        if authority is not state.own
        and (authority, sealed.version) not in sent
        and not _answered(state, authority)
    )


def missing(state: RoundState) -> Iterator[tuple[Key, Finding]]:
    """What is missing, nominations left aside that were sealed or decided: they are settled."""
    for check in state.check.nominations:
        if state.is_settled((check.recipient, check.award), check.authority):
            continue
        for finding in check.findings:
            if finding.status is Status.MISSING:
                yield (check.recipient, check.award), finding


def unsealed(state: RoundState) -> tuple[Authority, ...]:
    """Authorities whose dossier is still to be sealed, or to be sealed again."""
    return tuple(authority for authority in dossiers(state) if authority not in state.settled)


def cure_of(finding: Finding) -> str:
    """Where a finding is supplied: its own place, else that of the first part with one."""
    return finding.cure or next((one.cure for one in finding.children if one.cure), "")


def station_of(finding: Finding) -> Station:
    """Where what is missing is supplied: minutes at Họp, though a criterion of Danh sách asks."""
    source = cure_of(finding).partition(":")[0]
    return _STATION_OF_SOURCE.get(source, Station(finding.step.value))


_STATION_OF_SOURCE: Mapping[str, Station] = {
    "hop": Station.MEETING,
    "bieu_quyet": Station.MEETING,
    "hoi_dong": Station.MEETING,
    "niem_yet": Station.NOTICE,
    "bieu_mau": Station.DOSSIER,
    "tra_loi": Station.DOSSIER,
    "bao_cao": Station.DOSSIER,
}


def _lacking(state: RoundState, station: Station) -> int:
    """How many things are missing there: what lacks for many nominations alike counts once."""
    things: set[tuple[object, ...]] = set()
    for key, finding in missing(state):
        if station_of(finding) is station:
            cure = cure_of(finding)
            things.add((finding.code, cure or key if finding.reached else ""))
    return len(things)


def _answered(state: RoundState, authority: Authority) -> bool:
    """Whoever returned or decided a dossier has got it."""
    keys = dossiers(state).get(authority, ())
    return authority in state.returned or any(key in state.decided for key in keys)


def _list(state: RoundState) -> Stop:
    if not state.nominations:
        return _stop(state, Station.LIST, started=False)
    return _stop(state, Station.LIST, lacking=_lacking(state, Station.LIST))


def _appraisal(state: RoundState) -> Stop:
    """Who does not meet the criteria is taken out, or put in by a named person's decision."""
    open_keys = {n.key for n in state.nominations if not n.override_reason}
    failing = [
        check
        for check in state.check.nominations
        if (check.recipient, check.award) in open_keys
        and not state.is_settled((check.recipient, check.award), check.authority)
        and any(
            f.step is Step.LIST and f.status in (Status.NOT_MET, Status.ON_HOLD)
            for f in check.findings
        )
    ]
    return _stop(state, Station.APPRAISAL, started=bool(state.nominations), lacking=len(failing))


def _meeting(state: RoundState) -> Stop:
    return _gathering(state, Station.MEETING, Step.MEETING, bool(state.meetings))


def _notice(state: RoundState) -> Stop:
    return _gathering(state, Station.NOTICE, Step.NOTICE, bool(state.notices))


def _gathering(state: RoundState, station: Station, step: Step, begun: bool) -> Stop:
    found = [f for n in state.check.nominations for f in n.findings if f.step is step]
    if found and all(f.status is Status.NOT_APPLICABLE for f in found):
        return Stop(station, StationState.NOT_NEEDED)
    return _stop(state, station, started=begun, lacking=_lacking(state, station))


def _dossier(state: RoundState) -> Stop:
    lacking = len(unsealed(state)) + state.unnumbered
    begun = bool(state.sealed or state.papers or state.decided)
    return _stop(state, Station.DOSSIER, started=begun, lacking=lacking)


def _sending(state: RoundState) -> Stop:
    others = (set(dossiers(state)) | set(state.sealed)) - {state.own}
    if state.nominations and not others:
        return Stop(Station.SENDING, StationState.NOT_NEEDED)
    open_ = set(unsent(state)) | (set(unsealed(state)) - {state.own} - state.returned)
    started = bool(others & set(state.sealed)) or not (open_ or not others)
    late = state.past_deadline if open_ and state.sealed else None
    return _made(Station.SENDING, started=started, lacking=len(open_), late=late)


def _result(state: RoundState) -> Stop:
    """One thing is missing a dossier returned, and a dossier on which nothing was decided yet."""
    wanted = dossiers(state)
    open_ = [a for a, keys in wanted.items() if not all(key in state.decided for key in keys)]
    begun = bool(state.returned) or bool(state.decided)
    return _stop(state, Station.RESULT, started=begun and bool(wanted), lacking=len(open_))


_LOOK: Mapping[Station, Callable[[RoundState], Stop]] = {
    Station.LIST: _list,
    Station.APPRAISAL: _appraisal,
    Station.MEETING: _meeting,
    Station.NOTICE: _notice,
    Station.DOSSIER: _dossier,
    Station.SENDING: _sending,
    Station.RESULT: _result,
}
_STATION_OF: Mapping[DeadlineKind, Station] = {
    DeadlineKind.SUDDEN: Station.LIST,
    DeadlineKind.MEETING: Station.MEETING,
    DeadlineKind.MINUTES: Station.MEETING,
    DeadlineKind.NOTICE_END: Station.NOTICE,
    DeadlineKind.ANSWER: Station.NOTICE,
    DeadlineKind.SUBMIT: Station.DOSSIER,
    DeadlineKind.FORWARD: Station.DOSSIER,
    DeadlineKind.DECIDE: Station.RESULT,
    DeadlineKind.REPLY: Station.RESULT,
}
_LATE_ALTHOUGH_DONE = (Station.MEETING, Station.NOTICE)
"""Minutes without number, opinions unanswered: late whatever the criteria find."""


def _stop(state: RoundState, station: Station, *, started: bool = True, lacking: int = 0) -> Stop:
    late = max(
        (
            -one.left
            for one in state.overdue
            if one.state is DeadlineState.LATE and _STATION_OF[one.kind] is station
        ),
        default=None,
    )
    if started and not lacking and station not in _LATE_ALTHOUGH_DONE:
        late = None
    return _made(station, started=started, lacking=lacking, late=late)


def _made(station: Station, *, started: bool, lacking: int, late: int | None) -> Stop:
    lacking = lacking if started else 0
    if late is not None:
        return Stop(station, StationState.LATE, lacking, late)
    if not started:
        return Stop(station, StationState.TODO)
    return Stop(station, StationState.LACKS if lacking else StationState.DONE, lacking)
