"""A sudden deed, from what was typed to its papers, and its clock."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest

from khenthuong import storage
from khenthuong.domain.deadlines import DeadlineKind
from khenthuong.domain.kinds import AchievementKind, Checked, Gender, RecipientKind, RoundKind
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import PartialDate, Person
from khenthuong.errors import UserError
from khenthuong.services import changes, register, today
from khenthuong.services.appraisal import deadlines
from khenthuong.services.examples import sudden
from khenthuong.services.examples.sudden import Deed
from khenthuong.services.paperwork import reports
from khenthuong.services.workspace import Workspace

AWARD = "giay_khen_xa"
NEWCOMER = Person(
    "",
    "Lò Văn Phong",
    Gender.MALE,
    PartialDate(1996, 4, 12),
    position="Nông dân",
    home_town="Xã Suối Mây",
    residence="Thôn Nà Lếch",
    unit="TT03",
)
PERSON = "CN095"


def deed(ws: Workspace, **changed: object) -> Deed:
    """Two children saved from the stream yesterday."""
    made = Deed(
        ws.today() - timedelta(days=1),
        "Suối Nậm Mây, thôn Nà Lếch",
        "Hai em nhỏ bị nước lũ cuốn khi qua ngầm.",
        "Lao xuống dòng nước, đưa từng em vào bờ.",
        "Cứu sống 02 em nhỏ.",
        person=NEWCOMER,
        hour="16 giờ",
    )
    return replace(made, **changed)  # type: ignore[arg-type]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A file that proves it."""
    made = tmp_path / "xac-nhan-cong-an.pdf"
    made.write_bytes(b"%PDF-1.4 confirmed")
    return made


def test_one_write_makes_person_deed_round_nomination_and_answers(
    commune: Workspace, photo: Path
) -> None:
    before = storage.history.newest(commune.books)
    made = sudden.record(commune, deed(commune), AWARD, [photo])
    assert storage.history.newest(commune.books) == before + 1
    assert register.get(commune, made.recipient.code).name == "Lò Văn Phong"
    assert made.round.kind is RoundKind.SUDDEN
    assert made.achievement.kind is AchievementKind.SUDDEN
    assert made.achievement.evidence == (photo.name,)
    assert made.nomination.achievements == (made.achievement.code,)
    answers = reports.load_answers(commune, made.round.code, made.recipient.code, sudden.REPORT)
    assert answers is not None
    assert answers.values["dia_diem"] == "Suối Nậm Mây, thôn Nà Lếch"
    assert str(answers.values["thoi_gian"]).startswith("16 giờ ngày ")
    changes.undo_one(commune, changes.history(commune)[0])
    assert made.recipient.code not in register.search(commune, RecipientKind.PERSON)
    assert made.round.code not in {one.code for one in storage.rounds.rounds(commune.books)}


def test_the_report_lacks_nothing_and_the_papers_say_the_deed(
    commune: Workspace, photo: Path
) -> None:
    made = sudden.record(commune, deed(commune), AWARD, [photo])
    papers = sudden.make_papers(commune, made.round.code)
    assert papers.problems == ()
    by_form = {one.plan.form_id: one.path for one in papers.papers}
    assert {"to_trinh", sudden.REPORT} <= set(by_form)
    report = "\n".join(p.text for p in docx.Document(str(by_form[sudden.REPORT])).paragraphs)
    for said in ("Suối Nậm Mây", "Hai em nhỏ bị nước lũ", "Lao xuống dòng", "Cứu sống 02 em"):
        assert said in report
    listed = docx.Document(str(by_form["danh_sach"]))
    assert "Lò Văn Phong" in " ".join(
        cell.text for table in listed.tables for row in table.rows for cell in row.cells
    )


def test_the_clock_runs_and_says_how_sure_the_rule_is(commune: Workspace) -> None:
    passed, due = sudden.clock_of(commune, commune.today() - timedelta(days=30))
    assert due is not None
    assert due.kind is DeadlineKind.SUDDEN
    assert due.source is not None
    assert due.source.checked is Checked.MEMORY
    assert passed > due.source.value
    assert due.left < 0
    gone, until, source = sudden.said(commune, passed, due)
    assert f"{passed} ngày làm việc" in gone
    assert "chậm" in until
    assert "(mức tham khảo)" in until
    assert "chưa có mức của tỉnh" in source


def test_a_proposal_after_the_days_is_said_to_be_late(commune: Workspace) -> None:
    said = [sudden.said(commune, one.passed, one.due)[1] for one in sudden.cases(commune)]
    assert any("sau hạn" in one and "(mức tham khảo)" in one for one in said)
    assert any("đã đề nghị" in one and "sau hạn" not in one for one in said)


def test_a_deed_in_no_round_is_due_in_both_lists(commune: Workspace) -> None:
    day = date(commune.today().year - 1, 1, 15)  # late for so long that it comes first
    loose = Achievement(
        "KQ-900", PERSON, PartialDate(day.year, day.month, day.day), AchievementKind.SUDDEN, "Cứu"
    )
    register.save_record(commune, loose)
    (found,) = (one for one in deadlines.list_deadlines(commune) if one.deed == "KQ-900")
    assert (found.kind, found.round) == (DeadlineKind.SUDDEN, "")
    lines = today.read(commune).lines
    (line,) = (one for one in lines if one.cure == "viec_dot_xuat:KQ-900")
    assert "(mức tham khảo)" in line.left
    assert line.about == register.get(commune, PERSON).name
    made = sudden.cases(commune)
    (case,) = (one for one in made if one.achievement.code == "KQ-900")
    assert (case.nominated, case.settled) == ((), False)


def test_a_recorded_deed_is_due_by_its_round_only(commune: Workspace) -> None:
    made = sudden.record(commune, deed(commune), AWARD)
    due = [one for one in deadlines.list_deadlines(commune) if one.kind is DeadlineKind.SUDDEN]
    assert [one.round for one in due if one.round == made.round.code] == [made.round.code]
    assert made.achievement.code not in {one.deed for one in due}
    (case,) = (c for c in sudden.cases(commune) if c.achievement == made.achievement)
    assert [one.round.code for one in case.nominated] == [made.round.code]


def test_the_same_deed_is_not_written_twice(commune: Workspace) -> None:
    made = sudden.record(commune, deed(commune), AWARD)
    again = deed(commune, person=None, recipient=made.recipient.code)
    with pytest.raises(UserError) as refused:
        sudden.record(commune, again, AWARD)
    assert refused.value.code == "sudden.there"


@pytest.mark.parametrize("name", ["place", "event", "done", "result"])
def test_what_is_missing_is_named(commune: Workspace, name: str) -> None:
    with pytest.raises(UserError) as refused:
        sudden.record(commune, deed(commune, **{name: " "}), AWARD)
    assert refused.value.code == f"sudden.no_{name}"


def test_nobody_and_a_day_to_come_are_refused(commune: Workspace) -> None:
    with pytest.raises(UserError) as refused:
        sudden.record(commune, deed(commune, person=None), AWARD)
    assert refused.value.code == "sudden.no_who"
    with pytest.raises(UserError) as refused:
        sudden.record(commune, deed(commune, person=replace(NEWCOMER, unit="")), AWARD)
    assert refused.value.code == "sudden.no_unit"
    with pytest.raises(UserError) as refused:
        sudden.record(commune, deed(commune, day=commune.today() + timedelta(days=1)), AWARD)
    assert refused.value.code == "sudden.future"


def test_a_second_deed_joins_an_open_round(commune: Workspace) -> None:
    first = sudden.record(commune, deed(commune), AWARD)
    offered = sudden.offer(commune, RecipientKind.PERSON)
    assert first.round in offered.rounds
    second = sudden.record(
        commune, deed(commune, person=None, recipient=PERSON), AWARD, (), first.round.code
    )
    assert second.round == first.round
    assert len(storage.rounds.nominations(commune.books, first.round.code)) == 2


def test_of_a_household_place_and_event_stand_in_the_achievement(commune: Workspace) -> None:
    code = register.search(commune, RecipientKind.HOUSEHOLD)[0]
    made = sudden.record(commune, deed(commune, person=None, recipient=code), AWARD)
    assert "Suối Nậm Mây" in made.achievement.content
    assert "nước lũ" in made.achievement.content
