"""A decision entered once: what follows from it, corrected, taken back, never twice."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong import storage
from khenthuong.domain.certificates import CertificateKey, GivenCertificate
from khenthuong.domain.kinds import Authority, FundKind
from khenthuong.domain.pathway import Station, StationState
from khenthuong.domain.receiving import Decision, Result
from khenthuong.domain.records import PastAward
from khenthuong.errors import UserError
from khenthuong.services.appraisal import pathway, rounds
from khenthuong.services.dossier import decided

DAY = date(2026, 9, 3)
DECISION = Decision("118/QĐ-UBND", DAY, "Chủ tịch Ủy ban nhân dân xã Vĩnh Khê Thượng", "Lưu Nhuận")


def results(draft, refused=()):
    return [
        Result(n.recipient, n.award, False, reason="Chưa đủ thành tích")
        if n.recipient in refused
        else Result(n.recipient, n.award, True, n.award, n.award_name)
        for n in draft.nominees
    ]


def history(ws):
    return {
        (one.recipient, one.award, one.decision_number)
        for awards in storage.records.past_awards(ws.books).values()
        for one in awards
    }


@pytest.fixture
def entered(commune):
    draft = decided.draft(commune, "D4", Authority.COMMUNE)
    saved = decided.save(commune, "D4", Authority.COMMUNE, DECISION, results(draft))
    return commune, draft, saved


def test_the_form_begins_with_what_the_books_know(commune):
    draft = decided.draft(commune, "D4", Authority.COMMUNE)
    assert draft.own
    assert draft.issuer == "Chủ tịch Ủy ban nhân dân xã Vĩnh Khê Thượng"
    assert draft.signer == "Lưu Trọng Nhuận"
    assert draft.nominees
    assert all(one.money for one in draft.nominees)
    assert decided.open_authorities(commune, "D4") == (Authority.COMMUNE,)


def test_everything_follows_in_one_operation_and_is_undone_as_one(commune):
    before = history(commune)
    draft = decided.draft(commune, "D4", Authority.COMMUNE)
    out = draft.nominees[0].recipient
    saved = decided.save(commune, "D4", Authority.COMMUNE, DECISION, results(draft, (out,)))
    new = history(commune) - before
    assert {who for who, *_ in new} == {n.recipient for n in draft.nominees[1:]}
    assert (saved.granted, saved.refused) == (len(draft.nominees) - 1, 1)
    entries = [
        storage.outcomes.bonus_entry(commune.books, f"TT-D4-{n.recipient}-{n.award}")
        for n in draft.nominees[1:]
    ]
    assert [e.amount for e in entries] == [n.money for n in draft.nominees[1:]]
    assert saved.money == sum(e.amount for e in entries)
    assert all(e.kind is FundKind.SPENDING and e.day is None for e in entries)
    storage.undo_operation(commune.books, saved.operation, "Hoàn tác")
    assert history(commune) == before
    assert decided.decisions(commune, "D4") == ()
    assert storage.outcomes.bonus_entry(commune.books, entries[0].code) is None


def test_what_was_won_with_is_spent(entered):
    commune, draft, _ = entered
    nominations = {n.key: n for n in rounds.nominations(commune, "D4")}
    for one in draft.nominees:
        awards = storage.records.of_recipient(commune.books, one.recipient).awards
        won = next(a for a in awards if a.decision_number == "118/QĐ-UBND")
        wanted = nominations[one.recipient, one.award]
        assert (won.achievements, won.initiatives) == (wanted.achievements, wanted.initiatives)
        assert (won.branch, won.issuer) == (wanted.branch, DECISION.issuer)


def test_saving_twice_changes_nothing(entered):
    commune, draft, saved = entered
    before = history(commune)
    decided.save(commune, "D4", Authority.COMMUNE, DECISION, results(draft), saved.place)
    assert history(commune) == before
    with pytest.raises(UserError, match=r"decided\.already"):
        decided.save(commune, "D4", Authority.COMMUNE, DECISION, results(draft))


def test_the_round_is_through(entered):
    commune, *_ = entered
    found = {s.station: s.state for s in pathway.of_round(commune, "D4").stops}
    assert found[Station.RESULT] is StationState.DONE
    assert decided.open_authorities(commune, "D4") == ()


def test_a_corrected_number_corrects_every_award_certificate_and_bonus(entered):
    commune, draft, saved = entered
    first = draft.nominees[0]
    key = CertificateKey(first.recipient, first.award, DECISION.number, DAY)
    with commune.books.write("Số sổ vàng"):
        storage.certificates.save(commune.books, GivenCertificate(key, 2026, 7, "lời"))
    right = replace(DECISION, number="181/QĐ-UBND", day=date(2026, 9, 4))
    decided.save(commune, "D4", Authority.COMMUNE, right, results(draft), saved.place)
    assert not [row for row in history(commune) if row[2] == DECISION.number]
    count = len([row for row in history(commune) if row[2] == right.number])
    assert count == len(draft.nominees)
    moved = replace(key, decision_number=right.number, decision_date=right.day)
    assert storage.certificates.given(commune.books) == {
        moved: GivenCertificate(moved, 2026, 7, "lời")
    }
    entry = storage.outcomes.bonus_entry(commune.books, f"TT-D4-{first.recipient}-{first.award}")
    assert entry.decision_number == right.number
    assert right.number in entry.content


def test_any_decision_of_the_history_can_be_corrected(commune):
    everything = [
        one for awards in storage.records.past_awards(commune.books).values() for one in awards
    ]
    one = next(a for a in everything if a.decision_number == "2307/QĐ-UBND")
    same = [
        a
        for a in everything
        if (a.decision_number, a.decision_date) == (one.decision_number, one.decision_date)
    ]
    assert decided.count_under(commune, one.decision_number, one.decision_date) == len(same)
    count = decided.correct_number(
        commune, one.decision_number, one.decision_date, "2370/QĐ-UBND", one.decision_date
    )
    assert count == len(same) > 1
    after = [a for n in storage.records.past_awards(commune.books).values() for a in n]
    assert len(after) == len(everything)
    assert len([a for a in after if a.decision_number == "2370/QĐ-UBND"]) == count


def test_what_stood_there_without_a_number_is_not_doubled(commune):
    draft = decided.draft(commune, "D4", Authority.COMMUNE)
    first = draft.nominees[0]
    year = rounds.get_round(commune, "D4").year
    with commune.books.write("Gõ tay"):
        storage.records.save(
            commune.books, PastAward(first.recipient, year, first.award_name, first.award)
        )
    decided.save(commune, "D4", Authority.COMMUNE, DECISION, results(draft))
    mine = [
        a
        for a in storage.records.of_recipient(commune.books, first.recipient).awards
        if a.year == year and a.award == first.award
    ]
    assert [a.decision_number for a in mine] == [DECISION.number]
    assert mine[0].achievements


def test_a_decided_nomination_is_closed_until_the_decision_is_taken_out(entered):
    commune, draft, _ = entered
    first = draft.nominees[0]
    nomination = next(
        n for n in rounds.nominations(commune, "D4") if n.key == (first.recipient, first.award)
    )
    with pytest.raises(UserError, match=r"answer\.decided_change"):
        rounds.remove_nomination(commune, nomination)
    decided.withdraw(commune, decided.decisions(commune, "D4")[0].decision)
    assert not [row for row in history(commune) if row[2] == DECISION.number]
    rounds.remove_nomination(commune, nomination)


@pytest.mark.parametrize(
    ("decision", "change", "code"),
    [
        (replace(DECISION, number=" "), {}, "decided.number_missing"),
        (replace(DECISION, issuer=""), {}, "decided.issuer_missing"),
        (replace(DECISION, day=date(2999, 1, 1)), {}, "decided.day_to_come"),
        (DECISION, {"granted": False, "reason": " "}, "decided.reason_missing"),
        (DECISION, {"given_name": ""}, "decided.award_missing"),
        (DECISION, {"recipient": "CN-KHONG-CO"}, "decided.not_nominated"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_written(commune, decision, change, code):
    draft = decided.draft(commune, "D4", Authority.COMMUNE)
    before = history(commune)
    first, *rest = results(draft)
    with pytest.raises(UserError) as raised:
        decided.save(commune, "D4", Authority.COMMUNE, decision, [replace(first, **change), *rest])
    assert raised.value.code == code
    assert history(commune) == before


def test_the_province_pays_its_own_awards(commune):
    draft = decided.draft(commune, "D1", Authority.PROVINCE)
    assert draft.nominees
    assert not draft.own
    assert {one.money for one in draft.nominees} == {None}


def test_a_round_is_not_judged_by_its_own_outcome(entered):
    commune, *_ = entered
    found = {s.station: s for s in pathway.of_round(commune, "D4").stops}
    assert found[Station.APPRAISAL].state is StationState.DONE
    assert found[Station.DOSSIER].state is StationState.DONE
