"""Who qualifies on the sample commune, and what becomes of it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import RoundKind, Standing
from khenthuong.domain.years import Year
from khenthuong.errors import CancelledError, NotFoundError, UserError
from khenthuong.services.appraisal import rounds, suggesting
from khenthuong.services.appraisal.suggesting import Suggestion, Suggestions
from khenthuong.services.workspace import Workspace

YEAR = Year(2025)
LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"


@pytest.fixture
def before_amendment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which the law of 2022 stands as it was read."""
    monkeypatch.setattr(Workspace, "today", lambda _: date(2026, 1, 20))


def asked(ws: Workspace, *awards: str) -> Suggestions:
    return suggesting.who_qualifies(ws, YEAR, awards)


def some(found: Suggestions, award: str, count: int) -> list[Suggestion]:
    return [row for row in found.of(Standing.ELIGIBLE) if row.found.award == award][:count]


@pytest.mark.usefixtures("before_amendment")
def test_nobody_listed_is_nominated_or_holds_the_award(commune: Workspace) -> None:
    found = asked(commune)
    assert len(found.of(Standing.ELIGIBLE)) > 3
    with commune.books.read():
        facts = suggesting.load_facts(commune, YEAR)
    nominated = {one.key for one in facts.nominations}
    assert nominated
    listed = {row.key for row in found.rows}
    assert listed.isdisjoint(nominated)
    for row in found.rows:
        held = {
            (one.award, one.year.as_kind(school=row.found.year.school))
            for one in facts.awards.get(row.found.recipient, ())
        }
        assert (row.found.award, row.found.year) not in held


@pytest.mark.usefixtures("before_amendment")
def test_every_line_says_why_and_a_lack_says_where(commune: Workspace) -> None:
    found = asked(commune)
    for row in found.rows:
        assert row.reason
        assert "đợt này" not in row.reason
        if row.standing is Standing.LACKS_ONE:
            assert len(row.found.lacking) == 1
            assert not row.cure.startswith("de_nghi:")


def test_after_the_amendment_nobody_is_simply_eligible(commune: Workspace) -> None:
    found = asked(commune)
    assert found.warning
    assert not found.of(Standing.ELIGIBLE)
    assert found.of(Standing.TO_COMPARE)


@pytest.mark.usefixtures("before_amendment")
def test_people_stand_in_vietnamese_order_within_an_award(commune: Workspace) -> None:
    found = asked(commune, CSTDCS)
    codes = [row.found.recipient for row in found.of(Standing.LACKS_ONE)]
    assert len(codes) > 2
    assert codes == storage.register.in_order(commune.books, codes)


@pytest.mark.usefixtures("before_amendment")
def test_the_bin_qualifies_for_nothing(commune: Workspace) -> None:
    code = some(asked(commune, LDTT), LDTT, 1)[0].found.recipient
    with commune.books.write("bỏ"):
        storage.register.to_bin(commune.books, code)
    assert code not in {row.found.recipient for row in asked(commune).rows}


@pytest.mark.usefixtures("before_amendment")
def test_several_go_into_a_new_round_at_once_and_come_back_at_once(commune: Workspace) -> None:
    rows = some(asked(commune, LDTT), LDTT, 3)
    assert len(rows) > 1
    round_ = suggesting.new_round(commune, YEAR, RoundKind.MERIT)
    operation, count = suggesting.nominate(commune, [row.found for row in rows], round_)
    assert count == len(rows)
    there = {one.recipient for one in rounds.nominations(commune, round_.code)}
    assert there == {row.found.recipient for row in rows}
    assert {row.key for row in asked(commune).rows}.isdisjoint({row.key for row in rows})
    suggesting.take_back(commune, operation, count, round_)
    assert round_.code not in {one.round.code for one in rounds.rounds(commune)}
    assert {row.key for row in rows} <= {row.key for row in asked(commune).rows}


@pytest.mark.usefixtures("before_amendment")
def test_a_nomination_names_branch_and_initiatives(commune: Workspace) -> None:
    row = next(r for r in asked(commune, CSTDCS).rows if r.found.branch and not r.found.lacking)
    round_ = suggesting.new_round(commune, YEAR, RoundKind.MERIT)
    suggesting.nominate(commune, [row.found], round_)
    (made,) = rounds.nominations(commune, round_.code)
    assert (made.branch, made.initiatives) == (row.found.branch, row.found.initiatives)


@pytest.mark.usefixtures("before_amendment")
def test_what_a_round_already_has_stays_as_it_is(commune: Workspace) -> None:
    rows = some(asked(commune, LDTT), LDTT, 2)
    round_ = suggesting.new_round(commune, YEAR, RoundKind.MERIT)
    suggesting.nominate(commune, [rows[0].found], round_)
    _, count = suggesting.nominate(commune, [row.found for row in rows], round_)
    assert count == 1
    with pytest.raises(UserError, match=r"suggest_all_there"):
        suggesting.nominate(commune, [row.found for row in rows], round_)


@pytest.mark.usefixtures("before_amendment")
def test_a_round_of_another_kind_is_refused_and_not_offered(commune: Workspace) -> None:
    found = [row.found for row in some(asked(commune, LDTT), LDTT, 1)]
    offered = suggesting.rounds_for(commune, YEAR, found)
    assert offered
    assert {one.kind for one in offered} == {RoundKind.MERIT}
    sudden = suggesting.new_round(commune, YEAR, RoundKind.SUDDEN)
    with pytest.raises(UserError, match=r"suggest_round"):
        suggesting.nominate(commune, found, sudden)
    with pytest.raises(UserError, match=r"suggest_nothing"):
        suggesting.nominate(commune, [], sudden)


def test_the_command_answers_one_object_without_the_details_of_holds(commune: Workspace) -> None:
    answer = suggesting.as_json(commune, asked(commune))
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer
    assert answer["year"] == "2025"
    standings = {row["standing"] for row in answer["suggestions"]}
    assert standings <= {one.value for one in Standing}
    for row in answer["suggestions"]:
        assert bool(row["lacking"]) is (row["standing"] == Standing.LACKS_ONE)


def test_plain_lines_name_groups_and_people(commune: Workspace) -> None:
    found = asked(commune, CSTDCS)
    text = "\n".join(suggesting.lines(commune, found))
    assert "Cần đối chiếu (" in text
    assert all(row.name in text for row in found.rows)


def test_an_empty_year_says_so(commune: Workspace) -> None:
    found = suggesting.who_qualifies(commune, Year(1990), ["gia_dinh_van_hoa"])
    assert suggesting.lines(commune, found)


def test_work_stops_when_asked(commune: Workspace) -> None:
    told: list[str] = []
    with pytest.raises(CancelledError):
        suggesting.who_qualifies(
            commune,
            YEAR,
            progress=lambda _done, _total, what: told.append(what),
            cancelled=lambda: len(told) > 1,
        )
    assert len(told) == 2


def test_years_and_awards_are_understood_as_they_are_typed(commune: Workspace) -> None:
    assert suggesting.year_of("2025-2026") == Year(2025, school=True)
    assert suggesting.award_of(commune, "CSTĐCS") == CSTDCS
    assert suggesting.award_of(commune, LDTT) == LDTT
    with pytest.raises(UserError, match=r"suggest_year"):
        suggesting.year_of("hai nghìn")
    with pytest.raises(NotFoundError):
        suggesting.award_of(commune, "huân chương sao băng")


@pytest.mark.usefixtures("before_amendment")
def test_the_ladder_says_what_is_held_what_is_next_and_what_it_assumes(commune: Workspace) -> None:
    row = some(asked(commune, CSTDCS), CSTDCS, 1)[0]
    view = suggesting.ladder_of(commune, row.found.recipient, YEAR)
    step = next(one for one in view.steps if one.award == CSTDCS)
    assert "2025" in step.when
    assert not step.missing
    assert "giả định" in view.assumed
    assert view.for_people
    later = next(one for one in view.steps if one.award == "chien_si_thi_dua_cap_tinh")
    assert later.missing
    with pytest.raises(UserError):
        suggesting.ladder_of(commune, "KHONG-CO")
