"""Còn thiếu gì? One list, each line with the place that cures it; empty when all is done."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.kinds import Authority, RoundKind
from khenthuong.domain.outcomes import Sending, SendingWay
from khenthuong.domain.receiving import Decision, Result
from khenthuong.domain.rounds import Round
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import lacking, rounds
from khenthuong.services.appraisal.lacking import Supplier
from khenthuong.services.dossier import decided, sealing, sendings


def suppliers(ws, code):
    return Counter(one.supplier for one in lacking.of_round(ws, code))


def test_equal_things_are_one_line_in_the_order_of_the_path(commune):
    found = lacking.of_round(commune, "D1")
    assert [one.supplier for one in found] == sorted(
        (one.supplier for one in found), key=list(Supplier).index
    )
    minutes = next(one for one in found if one.supplier is Supplier.UNIT_MEETING)
    assert (minutes.cure, minutes.count, minutes.subject) == ("hop:TT16", 3, "3 đề nghị")
    assert len({(one.subject, one.sentence, one.cure) for one in found}) == len(found)
    counted = suppliers(commune, "D1")
    assert (counted[Supplier.REGISTER], counted[Supplier.DOSSIER]) == (3, 2)


def test_a_nomination_counts_once_however_many_findings_say_the_same(commune):
    told = replace(rounds.get_round(commune, "D1"), code="D9", name="Đợt mới", received=None)
    rounds.save_round(commune, told)
    listed = rounds.nominations(commune, "D1")
    for one in listed:
        rounds.save_nomination(commune, replace(one, round="D9"))
    counts = [one.count for one in lacking.of_round(commune, "D9")]
    assert max(counts) == len(listed)


def test_every_line_has_a_cure(commune):
    everything = [
        one for code in ("D1", "D2", "D3", "D4") for one in lacking.of_round(commune, code)
    ]
    assert everything
    assert all(one.cure and one.sentence for one in everything)


def test_a_report_with_open_answers_is_one_line(commune):
    found = [o for o in lacking.of_round(commune, "D2") if o.supplier is Supplier.REPORT]
    assert len(found) == 1
    assert found[0].cure.startswith("bieu_mau:")


def test_a_round_without_nominations_lacks_them(commune):
    rounds.save_round(commune, Round("D9", "Đợt mới", RoundKind.MERIT, Year(2026)))
    assert [one.supplier for one in lacking.of_round(commune, "D9")] == [Supplier.NOMINATION]


def test_the_list_gets_shorter_until_the_round_is_through(commune, tmp_path):
    sealing.seal(commune, "D3", tmp_path)
    assert suppliers(commune, "D3") == {Supplier.SENDING: 1, Supplier.RESULT: 1}
    sendings.save(
        commune, Sending("D3", Authority.PROVINCE, 1, SendingWay.PAPER, date(2026, 3, 30))
    )
    assert suppliers(commune, "D3") == {Supplier.RESULT: 2}
    for authority in (Authority.COMMUNE, Authority.PROVINCE):
        draft = decided.draft(commune, "D3", authority)
        results = [
            Result(n.recipient, n.award, True, n.award, n.award_name) for n in draft.nominees
        ]
        decision = Decision("9/QĐ-UBND", date(2026, 4, 6), "Chủ tịch", "")
        decided.save(commune, "D3", authority, decision, results)
    assert lacking.of_round(commune, "D3") == ()


@pytest.mark.parametrize("supplier", Supplier)
def test_every_supplier_has_a_name(supplier):
    from khenthuong import texts

    assert texts.label(supplier)
