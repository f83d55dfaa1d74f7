"""Each nomination stays at the first station that still waits for something of it."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.archive import SealedDossier
from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import Authority, Checked, Principle, RoundKind, Status, Step
from khenthuong.domain.outcomes import Sending, SendingWay
from khenthuong.domain.pathway import RoundState, Station
from khenthuong.domain.pathway_places import places
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.years import Year

KEY = ("CN-001", "giay_khen")
PROVINCE = Authority.PROVINCE
SEALED = SealedDossier("D1", PROVINCE, 1, "", date(2026, 3, 1), "", "")


def finding(status: Status, step: Step = Step.LIST, cure: str = "") -> Finding:
    """One conclusion."""
    cite = Cite("luat")
    return Finding("a", Principle.ACCURATE, step, status, cite, Checked.TEXT, "x", cure=cure)


def state(*findings: Finding, reason: str = "") -> RoundState:
    """A round of one nomination that the province decides."""
    check = NominationCheck(*KEY, "Giấy khen", PROVINCE, findings, Status.MET, {})
    return RoundState(
        Round("D1", "Đợt một", RoundKind.MERIT, Year(2026)),
        (Nomination("D1", *KEY, override_reason=reason),),
        RoundCheck("D1", "", (check,), (), ""),
        own=Authority.COMMUNE,
    )


@pytest.mark.parametrize(
    ("findings", "station"),
    [
        ((), Station.DOSSIER),
        ((finding(Status.MET),), Station.DOSSIER),
        ((finding(Status.MISSING),), Station.LIST),
        ((finding(Status.MISSING, cure="hop:CN-001"),), Station.MEETING),
        ((finding(Status.MISSING, Step.NOTICE),), Station.NOTICE),
        ((finding(Status.NOT_MET),), Station.APPRAISAL),
        ((finding(Status.NOT_MET, Step.MEETING),), Station.MEETING),
        ((finding(Status.ON_HOLD), finding(Status.MISSING)), Station.LIST),
    ],
)
def test_the_first_thing_open_holds_it(findings: tuple[Finding, ...], station: Station) -> None:
    assert places(state(*findings)) == {KEY: station}


def test_a_reason_given_by_a_person_lets_it_go_on() -> None:
    assert places(state(finding(Status.NOT_MET), reason="Đã xem lại")) == {KEY: Station.DOSSIER}


def test_from_sealing_to_the_decision() -> None:
    sealed = replace(state(), sealed={PROVINCE: SEALED})
    assert places(sealed) == {KEY: Station.SENDING}
    sent = Sending("D1", PROVINCE, 1, SendingWay.STICK, date(2026, 3, 2))
    assert places(replace(sealed, sendings=(sent,))) == {KEY: Station.RESULT}
    assert places(replace(sealed, own=PROVINCE)) == {KEY: Station.RESULT}
    assert places(replace(sealed, returned=frozenset({PROVINCE}))) == {KEY: Station.DOSSIER}
    assert places(replace(sealed, decided=frozenset({KEY}))) == {KEY: None}
