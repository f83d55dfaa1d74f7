"""Who goes into a dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest

from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding, NominationCheck, RoundCheck
from khenthuong.domain.kinds import Authority, Checked, Principle, Status, Step
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.selection import authorities, select

NOMINATION = Nomination("D1", "CN01", "lao_dong_tien_tien")


def finding(status: Status, *, reached: bool = True) -> Finding:
    return Finding(
        "x", Principle.ACCURATE, Step.LIST, status, Cite(""), Checked.TEXT, "", {}, reached=reached
    )


def check(*findings: Finding, authority: Authority = Authority.COMMUNE) -> RoundCheck:
    one = NominationCheck("CN01", "lao_dong_tien_tien", "", authority, findings, Status.MET, {})
    return RoundCheck("D1", "", (one,), (), "")


@pytest.mark.parametrize("status", [Status.NOT_MET, Status.ON_HOLD, Status.MISSING])
def test_what_keeps_out(status: Status) -> None:
    result = select(check(finding(status)), [NOMINATION], Authority.COMMUNE, sealing=True)
    assert [r.reasons[0].status for r in result.rejected] == [status]
    assert result.selected == ()


@pytest.mark.parametrize("status", [Status.MET, Status.TO_COMPARE, Status.NOT_APPLICABLE])
def test_what_goes_in(status: Status) -> None:
    result = select(check(finding(status)), [NOMINATION], Authority.COMMUNE, sealing=True)
    assert len(result.selected) == 1


def test_a_step_not_reached_blocks_only_sealing() -> None:
    later = check(finding(Status.MISSING, reached=False))
    assert select(later, [NOMINATION], Authority.COMMUNE, sealing=False).selected
    assert select(later, [NOMINATION], Authority.COMMUNE, sealing=True).rejected


def test_an_override_lets_in_and_remembers_what_it_set_aside() -> None:
    overridden = replace(NOMINATION, override_reason="Kết luận số 5", override_by="Lê Văn Bình")
    result = select(check(finding(Status.MISSING)), [overridden], Authority.COMMUNE, sealing=True)
    assert result.selected[0].overridden[0].status is Status.MISSING


def test_each_authority_gets_its_own() -> None:
    both = check(finding(Status.MET), authority=Authority.PROVINCE)
    assert authorities(both) == (Authority.PROVINCE,)
    assert select(both, [NOMINATION], Authority.COMMUNE, sealing=True).selected == ()
