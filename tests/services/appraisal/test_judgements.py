"""Kept judgements: what sealing found stays; judging anew says what changed and why."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong import storage
from khenthuong.domain.archive import Judgement, RoundJudgement
from khenthuong.domain.kinds import Authority, DisciplineForm, Status
from khenthuong.domain.province import ProvinceValue
from khenthuong.domain.records import Discipline
from khenthuong.services import register
from khenthuong.services.appraisal import checking, judgements, rounds
from khenthuong.services.appraisal.judgements import Why
from khenthuong.services.dossier import sealing
from khenthuong.services.rulebook import confirmations, province_values
from khenthuong.services.rulebook.confirmations import COMMON, Grounds

ROUND = "D4"
DAYS = ProvinceValue(
    "so_ngay_dot_xuat",
    Decimal(3),
    date(2026, 1, 1),
    None,
    "15/2026/QĐ-UBND",
    date(2026, 2, 5),
    by="Nguyễn Thị Hòa",
)


@pytest.fixture
def sealed(commune, tmp_path):
    """The round of đột xuất, sealed."""
    result = sealing.seal(commune, ROUND, tmp_path / "goi")
    assert [one.authority for one in result.packages] == [Authority.COMMUNE]
    return commune


def person(ws) -> str:
    """A nominee of the round who is a person and not kept out."""
    found = checking.check(ws, ROUND).nominations
    return next(
        n.recipient
        for n in found
        if n.recipient.startswith("CN") and n.verdict is Status.TO_COMPARE
    )


def discipline(ws, code: str) -> None:
    row = Discipline(code, DisciplineForm.WARNING, date(2026, 5, 1), None, "9/QĐ")
    register.save_record(ws, row)


def words(ws, check):
    return {
        (n.recipient, f.id): (f.status, checking.sentence(ws, f), judgements.cite_words(ws, f))
        for n in check.nominations
        for f in n.findings
        if f.status is not Status.NOT_APPLICABLE
    }


def test_every_nomination_is_kept_as_it_read_at_sealing(sealed):
    live = checking.check(sealed, ROUND)
    kept = judgements.sealed(sealed, ROUND)[Authority.COMMUNE]
    assert kept.sealed
    assert (kept.head.fingerprint, kept.head.period) == (live.fingerprint, live.period)
    assert kept.head.made_on == sealed.today()
    assert words(sealed, kept.check) == words(sealed, live)
    assert [n.verdict for n in kept.check.nominations]
    by_key = {(n.recipient, n.award): n for n in live.nominations}
    for one in kept.check.nominations:
        now = by_key[(one.recipient, one.award)]
        assert (one.verdict, one.authority) == (now.verdict, now.authority)
        assert dict(one.principles) == dict(now.principles)
    assert len(kept.check.nominations) == len(live.nominations)  # those left out too


def test_what_was_sealed_stays_when_data_change(sealed):
    before = judgements.sealed(sealed, ROUND)
    discipline(sealed, person(sealed))
    live = checking.check(sealed, ROUND)
    shown = judgements.as_sealed(live, judgements.sealed(sealed, ROUND))
    assert words(sealed, shown) == words(sealed, before[Authority.COMMUNE].check)
    assert words(sealed, shown) != words(sealed, live)


def test_judging_anew_names_what_the_data_changed(sealed):
    who = person(sealed)
    discipline(sealed, who)
    found = judgements.judge_again(sealed, ROUND)
    (one,) = found.differences
    assert one.recipient == who
    assert one.new is Status.NOT_MET
    change = next(c for c in one.changes if c.new is Status.NOT_MET)
    assert (change.old, change.why) == (Status.MET, Why.DATA)
    assert "9/QĐ" in change.new_sentence
    assert change.old_sentence != change.new_sentence
    assert not found.rules_changed
    assert found.same == len(found.check.nominations) - 1


def test_judging_anew_names_what_the_rules_changed(sealed):
    province_values.fill(sealed, DAYS)
    found = judgements.judge_again(sealed, ROUND)
    assert found.rules_changed
    assert found.differences
    whys = {c.why for d in found.differences for c in d.changes if "ngày" in c.label}
    assert whys == {Why.RULES}


def test_judging_anew_names_a_confirmation(sealed):
    grounds = Grounds("Nguyễn Thị Hòa", "15/QĐ", date(2026, 2, 5))
    confirmations.confirm(sealed, COMMON, "so_ngay_dot_xuat", grounds)
    found = judgements.judge_again(sealed, ROUND)
    whys = {c.why for d in found.differences for c in d.changes}
    assert whys == {Why.CONFIRMATION}
    assert not found.rules_changed


def test_judging_anew_names_another_period(sealed):
    one = rounds.get_round(sealed, ROUND)
    rounds.save_round(sealed, replace(one, received=date(2026, 10, 5), deadline=None))
    found = judgements.judge_again(sealed, ROUND)
    whys = {c.why for d in found.differences for c in d.changes}
    assert whys == {Why.PERIOD}


def test_nominations_come_and_go(sealed):
    gone = rounds.nominations(sealed, ROUND)[0]
    rounds.remove_nomination(sealed, gone)
    found = judgements.judge_again(sealed, ROUND)
    lost = [d for d in found.differences if d.new is None]
    assert [(d.recipient, d.award) for d in lost] == [gone.key]
    shown = judgements.as_sealed(found.check, judgements.sealed(sealed, ROUND))
    assert gone.key not in {(n.recipient, n.award) for n in shown.nominations}


def test_the_first_check_has_nothing_to_compare_with(commune):
    assert judgements.last_check(commune, ROUND) is None
    found = judgements.judge_again(commune, ROUND)
    assert (found.against, found.differences) == ((), ())
    kept = judgements.last_check(commune, ROUND)
    assert kept is not None
    assert not kept.sealed
    assert words(commune, kept.check) == words(commune, found.check)


def test_the_last_check_is_what_the_next_is_compared_with(commune):
    judgements.judge_again(commune, ROUND)
    who = person(commune)
    discipline(commune, who)
    first = judgements.judge_again(commune, ROUND)
    second = judgements.judge_again(commune, ROUND)
    assert [d.recipient for d in first.differences] == [who]
    assert second.differences == ()
    assert len(storage.judgements.heads(commune.books, ROUND)) == 1


def test_looking_at_a_round_writes_nothing(commune):
    checking.check(commune, ROUND)
    judgements.sealed(commune, ROUND)
    assert storage.judgements.heads(commune.books, ROUND) == ()


def test_a_check_leaves_no_operation(commune):
    before = storage.history.operations(commune.books)
    judgements.judge_again(commune, ROUND)
    assert storage.history.operations(commune.books) == before


def test_each_sealing_keeps_its_own(sealed, tmp_path):
    discipline(sealed, person(sealed))
    sealing.seal(sealed, ROUND, tmp_path / "goi")
    versions = [h.sealed_version for h in storage.judgements.heads(sealed.books, ROUND)]
    assert versions == [1, 2]
    kept = judgements.sealed(sealed, ROUND)[Authority.COMMUNE]
    assert kept.head.sealed_version == 2


def test_sealing_the_same_again_keeps_nothing_new(sealed, tmp_path):
    before = storage.judgements.heads(sealed.books, ROUND)
    sealing.seal(sealed, ROUND, tmp_path / "lai")
    assert storage.judgements.heads(sealed.books, ROUND) == before


def test_a_sealing_taken_back_shows_no_judgement(sealed):
    last = storage.history.operations(sealed.books)[0]
    storage.undo_operation(sealed.books, last.id, "Hoàn tác")
    assert judgements.sealed(sealed, ROUND) == {}


def test_what_books_of_version_1_kept_is_read(commune):
    """There the findings were in the words of papers, without marks of the rules."""
    row = {
        "id": "ky_luat",
        "principle": "chinh_xac",
        "step": "danh_sach",
        "status": "dat",
        "cite": "Điều 4",
        "checked": "thu_cap",
        "message": "Sổ không ghi kỷ luật (Điều 4)",
        "label": "Không bị kỷ luật",
        "reached": True,
    }
    head = RoundJudgement(ROUND, "xa", 1, date(2026, 9, 1), "", "", "[]")
    who = person(commune)
    line = Judgement(
        ROUND, "xa", 1, who, "giay_khen_xa", "dat", json.dumps([row], ensure_ascii=False)
    )
    with commune.books.note():
        storage.judgements.keep_sealed(commune.books, head, [line])
    kept = judgements._read(commune, head)
    (found,) = kept.check.nominations[0].findings
    assert checking.sentence(commune, found) == "Sổ không ghi kỷ luật (Điều 4)"
    assert "01/09/2026" in judgements.head_words(commune, head)
