"""The council's minutes say what the council did, whatever becomes of a dossier afterwards."""

from pathlib import Path

import pytest

from khenthuong.documents.text import plain_text
from khenthuong.domain.kinds import Authority, MeetingKind
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import papers
from khenthuong.services.workspace import Workspace

MERIT = "D1"


@pytest.fixture
def minutes(commune: Workspace, tmp_path: Path) -> dict[Authority, bytes]:
    made = papers.make(commune, MERIT, tmp_path)
    return {
        paper.authority: paper.path.read_bytes()
        for paper in made.papers
        if paper.plan.form_id == papers.MINUTES
    }


def test_every_dossier_gets_the_same_minutes(minutes) -> None:
    assert set(minutes) == {Authority.COMMUNE, Authority.PROVINCE}
    assert minutes[Authority.COMMUNE] == minutes[Authority.PROVINCE]


def test_all_who_were_voted_on_are_there_and_agreed_when_the_vote_carried(
    commune: Workspace, minutes
) -> None:
    judged = dossiers.judge(commune, MERIT)
    council = {m.code for m in judged.facts.meetings if m.kind is MeetingKind.COUNCIL}
    votes = [v for v in judged.facts.votes if v.meeting in council]
    whole = dossiers.council_selection(judged)
    agreed = {one.nomination.key for one in whole.selected}
    assert agreed == {(v.recipient, v.award) for v in votes if not v.refused}
    assert 0 < len(agreed) < len(rounds.nominations(commune, MERIT))


def test_a_carried_vote_is_never_said_to_be_refused(minutes) -> None:
    # 9/9 for a provincial title that the rules keep out: the council did agree.
    text = plain_text(minutes[Authority.PROVINCE])
    agreed, _, refused = text.partition("không đề nghị")
    assert "Đào Đức Chuẩn" in agreed
    assert "Đào Đức Chuẩn" not in refused


def test_money_goes_by_the_date_of_the_decision(commune: Workspace) -> None:
    from datetime import date

    from khenthuong.services.paperwork import paper_register

    paper_register.make(commune, MERIT)
    decision = dossiers.DECISION
    paper_register.record_number(
        commune, MERIT, Authority.COMMUNE, decision, "12/QĐ-UBND", date(2026, 2, 3)
    )
    made = paper_register.make(commune, MERIT)
    paper = next(p for p in made.papers if p.plan.form_id == decision)
    text = plain_text(paper.path.read_bytes())
    assert "2.340.000 đồng" in text
    assert "12/QĐ-UBND" in text.replace("\u2011", "-")
