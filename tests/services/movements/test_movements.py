"""A movement from its plan to the results that nominations cite."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from khenthuong import storage, texts
from khenthuong.domain.deadlines import DeadlineKind
from khenthuong.domain.kinds import AchievementKind, Comparison, RoundKind, TaskKind
from khenthuong.domain.movement import Participant, Progress, Registration, Target, UnitTarget
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.targets import TargetState, phrase
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.exchange.workbook_writer import write_batch
from khenthuong.services import register
from khenthuong.services.appraisal import deadlines, rounds
from khenthuong.services.intake import importing
from khenthuong.services.movements import (
    outcomes,
    overview,
    participants,
    plans,
    progress,
    results,
    tasks,
)
from khenthuong.services.movements.plans import Plan
from khenthuong.services.paperwork import office_papers
from khenthuong.services.workspace import Workspace
from tests.plans import ALL, RESOLUTION, plan_text
from tests.services.movements.plan_batch import batch_of

UNIT = "TT03"
WORK = "Đường thôn mở rộng"
FORM = "ke_hoach_phat_dong"


def entered(ws: Workspace, name: str = RESOLUTION) -> Plan:
    """A real plan, pasted and confirmed as proposed."""
    return plans.launch(ws, plans.propose(ws, plan_text(name)))


@pytest.fixture
def taking(commune: Workspace) -> Workspace:
    """A unit takes part in a movement of the sample, with a target of its own and an aim."""
    participants.save(
        commune,
        Participant("PT04", UNIT, date(2025, 8, 20), "Mở rộng 2 km đường thôn"),
        [UnitTarget("PT04", UNIT, WORK, "km", Comparison.AT_LEAST, "2", cumulative=True)],
        [("giay_khen_xa", "")],
    )
    return commune


@pytest.mark.parametrize("name", ALL)
def test_a_pasted_plan_is_kept_as_proposed(commune: Workspace, name: str) -> None:
    found = plans.propose(commune, plan_text(name))
    made = plans.launch(commune, found)
    kept = plans.plan(commune, made.movement.code)
    assert kept.movement == replace(found.movement, code=made.movement.code)
    assert [(t.number, phrase(t)) for t in kept.targets] == [
        (t.number, phrase(t)) for t in found.targets
    ]
    assert [t.content for t in kept.tasks] == [t.content for t in found.tasks]


def test_the_movement_whose_plan_is_cited_is_proposed_above(commune: Workspace) -> None:
    found = plans.propose(commune, plan_text("chi_thi_2022"))
    assert found.movement.parent == "PT01"
    made = plans.launch(commune, found)
    assert [one.code for one in plans.path(commune, made.movement.code)] == [
        "PT01",
        made.movement.code,
    ]
    assert made.movement.code in [one.code for one in plans.answers(commune, "PT01")]


def test_launching_is_taken_back_in_one_step(commune: Workspace) -> None:
    before = plans.movements(commune)
    made = entered(commune)
    last = storage.history.newest(commune.books)
    storage.undo.undo_operation(commune.books, last, "Hoàn tác")
    assert plans.movements(commune) == before
    assert storage.movements.targets(commune.books, made.movement.code) == ()


def test_a_movement_cannot_answer_itself(commune: Workspace) -> None:
    above = plans.get(commune, "PT01")
    with pytest.raises(UserError) as caught:
        plans.save_movement(commune, replace(above, parent="PT07"))
    assert caught.value.code == "movement.circle"


def test_figures_follow_a_target_that_is_reworded(commune: Workspace) -> None:
    made = entered(commune)
    code, first = made.movement.code, made.targets[3]
    told = Progress(code, "", first.content, first.period, date(2023, 12, 31), "9.000")
    progress.record(commune, code, [told])
    new = tuple(replace(t, content="GRDP đầu người") if t is first else t for t in made.targets)
    plans.save_plan(commune, replace(made, targets=new))
    assert [one.content for one in progress.figures(commune, code)] == ["GRDP đầu người"]
    with pytest.raises(UserError) as caught:
        plans.save_plan(commune, replace(made, targets=made.targets[:3]))
    assert caught.value.code == "movement.target_has_figures"


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ([Target("", "A", planned="1", planned_to="2")], "movement.target_range"),
        ([Target("", "A", comparison=Comparison.RANGE, planned="1")], "movement.target_range"),
        ([Target("", " ")], "movement.target_no_content"),
        ([Target("", "A", unit="km", planned="thon na")], "movement.target_words"),
        (
            [Target("", "A", "km", Comparison.RANGE, planned="1", planned_to="na")],
            "movement.target_words_to",
        ),
        ([Target("", "A"), Target("", "A", unit="km")], "movement.target_twice"),
    ],
)
def test_what_is_no_plan_is_refused(commune: Workspace, targets: list[Target], code: str) -> None:
    with pytest.raises(UserError) as caught:
        plans.save_plan(commune, Plan(plans.get(commune, "PT03"), (), tuple(targets)))
    assert caught.value.code == code
    assert texts.say(code, caught.value.arguments)


def test_reviews_are_deadlines_until_they_are_done(commune: Workspace) -> None:
    made = entered(commune)
    today = commune.today()
    review = next(t for t in made.tasks if t.kind is TaskKind.FINAL_REVIEW)
    due = replace(review, due=date(today.year + 1, 12, 15))
    others = tuple(due if t is review else t for t in made.tasks)
    plans.save_plan(commune, replace(made, tasks=others))

    def there() -> list[tuple[DeadlineKind, str, date | None]]:
        found = deadlines.list_deadlines(commune)
        mine = [d for d in found if d.movement == made.movement.code and d.day == due.due]
        return [(d.kind, d.subject, d.done_on) for d in mine]

    assert there() == [(DeadlineKind.MOVEMENT_TASK, due.content, None)]
    tasks.complete(commune, due, today, "Đã tổng kết")
    assert there() == [(DeadlineKind.MOVEMENT_TASK, due.content, today)]


def test_figures_with_evidence(taking: Workspace, tmp_path: Path) -> None:
    told = Progress("PT04", UNIT, WORK, "", date(2026, 6, 30), "1,3", "Sáu tháng")
    assert progress.record(taking, "PT04", [told]) == 1
    assert progress.record(taking, "PT04", [told]) == 0
    proof = tmp_path / "bien-ban.pdf"
    proof.write_bytes(b"%PDF-1.4 x")
    progress.add_evidence(taking, told, [proof])
    progress.record(taking, "PT04", [replace(told, value="1,4")])
    (kept,) = figures_of_unit(taking)
    assert (kept.value, kept.evidence) == ("1,4", ("bien-ban.pdf",))
    with pytest.raises(UserError):
        progress.record(taking, "PT04", [replace(told, content="Không có")])
    progress.record(taking, "PT04", [replace(told, value="", note="")])
    assert figures_of_unit(taking) == []


def test_results_become_achievements_that_nominations_cite(taking: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        results.to_achievements(taking, "PT04", [UNIT])
    assert caught.value.code == "movement.nothing_reached"
    day = date(2026, 10, 31)
    progress.record(taking, "PT04", [Progress("PT04", UNIT, WORK, "", day, "2,3")])
    (made,) = results.to_achievements(taking, "PT04", [UNIT])
    assert (made.movement, made.kind) == ("PT04", AchievementKind.TOPICAL)
    for said in ("2,3 km", "tối thiểu 2 km", "vượt"):
        assert said in made.result
    assert made in register.profile(taking, UNIT).achievements
    (again,) = results.to_achievements(taking, "PT04", [UNIT])
    assert again.code == made.code
    opened = results.start_round(taking, "PT04")
    assert (opened.kind, opened.movement) == (RoundKind.MOVEMENT, "PT04")
    nominated = Nomination(opened.code, UNIT, "giay_khen_xa", achievements=(made.code,))
    rounds.save_nomination(taking, nominated)
    assert opened in results.rounds_of(taking, "PT04")
    (shown,) = [one for one in results.of_recipient(taking, UNIT) if one.participant]
    assert "1 chỉ tiêu: 1 vượt" in shown.sentence
    assert "thành tích đã ghi" in shown.sentence


def test_who_aimed_at_what_and_got_what(taking: Workspace) -> None:
    year = participants.award_year(taking, "PT04")

    def aim() -> outcomes.Aim:
        found = outcomes.of_year(taking, year, "PT04")
        return next(one for one in found if one.registration.recipient == UNIT)

    assert aim().state is outcomes.AimState.NOT_PROPOSED
    opened = results.start_round(taking, "PT04")
    rounds.save_nomination(taking, Nomination(opened.code, UNIT, "giay_khen_xa"))
    assert aim().state in (outcomes.AimState.PROPOSED, outcomes.AimState.NOT_WON)
    assert opened.name in aim().reason
    won = PastAward(UNIT, year, "Giấy khen", "giay_khen_xa", "77/QĐ-UBND", date(2026, 12, 1))
    register.save_record(taking, won)
    assert aim().state is outcomes.AimState.WON
    assert "77/QĐ-UBND" in aim().reason


def test_taking_part_ends_with_everything_that_belongs_to_it(taking: Workspace) -> None:
    progress.record(taking, "PT04", [Progress("PT04", UNIT, WORK, "", date(2026, 6, 30), "1")])
    lines = participants.of_movement(taking, "PT04")
    line = next(one for one in lines if one.participant.recipient == UNIT)
    assert [one.award for one in line.aims] == ["giay_khen_xa"]
    participants.remove(taking, line.participant)
    left = participants.of_movement(taking, "PT04")
    assert UNIT not in [one.participant.recipient for one in left]
    assert figures_of_unit(taking) == []
    assert storage.movements.registrations(taking.books, recipient=UNIT) == ()


def test_an_aim_of_a_year_without_movement(commune: Workspace) -> None:
    before = len(outcomes.of_year(commune, Year(2026)))
    participants.save_registration(commune, Registration(UNIT, Year(2026), "giay_khen_xa"))
    assert len(outcomes.of_year(commune, Year(2026))) == before + 1


@pytest.mark.parametrize("name", ALL)
def test_the_paper_says_every_figure_of_the_plan(commune: Workspace, name: str) -> None:
    made = entered(commune, name)
    paper = office_papers.make(commune, FORM, Subject(movement=made.movement.code), {})
    text = paragraphs(paper.path)
    for target in made.targets:
        line = next(one for one in text if f"{target.content}: {phrase(target)}" in one)
        assert not target.period[:4].isdigit() or target.period in line
    for task in made.tasks:
        assert any(task.content.strip(" ./;") in one for one in text), task.number
    for part in (made.movement.purposes, made.movement.bases, made.movement.rewards):
        assert all(any(said.strip(" ./;") in one for one in text) for said in part.split("\n"))


@pytest.mark.parametrize("name", ALL)
def test_the_workbook_carries_a_plan_to_the_same_paper(
    commune: Workspace, tmp_path: Path, name: str
) -> None:
    found = plans.propose(commune, plan_text(name))
    path = tmp_path / "so.xlsx"
    write_batch(path, batch_of(found, "PT-W"))
    seen = importing.preview(commune, path)
    assert [one for one in seen.faults if one.fatal] == []
    importing.apply(commune, seen)
    kept = plans.plan(commune, "PT-W")
    made = plans.launch(commune, found)
    code = made.movement.code
    assert kept.movement == replace(made.movement, code="PT-W")
    assert [replace(t, movement=code) for t in kept.targets] == list(made.targets)
    papers = [
        office_papers.make(commune, FORM, Subject(movement=one), {}) for one in ("PT-W", code)
    ]
    assert paragraphs(papers[0].path) == paragraphs(papers[1].path)
    again = importing.preview(commune, path)
    assert (dict(again.plan.new), again.plan.changed) == ({}, ())


def test_everything_as_plain_data(taking: Workspace) -> None:
    told = {one["code"]: one for one in overview.as_json(taking)}
    assert told["PT07"]["path"] == ["PT01", "PT02", "PT07"]
    states = {one["content"]: one["state"] for one in told["PT07"]["targets"]}
    assert states["Nợ đọng thuế"] == TargetState.NOT_MET.value
    assert states["Thu ngân sách trên địa bàn"] == TargetState.EXCEEDED.value
    units = {one["recipient"]: one for one in told["PT04"]["participants"]}
    assert units[UNIT]["targets"][0]["planned_text"] == "tối thiểu 2 km"


def figures_of_unit(ws: Workspace) -> list[Progress]:
    """The figures of the unit that the tests let take part."""
    return [one for one in progress.figures(ws, "PT04") if one.recipient == UNIT]


def paragraphs(path: Path) -> list[str]:
    """The paper's paragraphs, without the signs that keep words together."""
    found = (one.text for one in docx.Document(str(path)).paragraphs)
    said = (one.replace("\u00a0", " ").replace("\u2011", "-") for one in found)
    return [one for one in said if one.strip()]
