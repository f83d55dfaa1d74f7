"""Confirming an unverified criterion, taking that back, and what both do to a judgement."""

from datetime import date, timedelta

import pytest

from khenthuong import storage
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.kinds import Authority, Checked, Status
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.dossier import dossiers
from khenthuong.services.rulebook import confirmations
from khenthuong.services.rulebook.confirmations import Grounds

GROUNDS = Grounds(" Nguyễn Thị Hòa,  Công chức Văn phòng ", "15/2026/QĐ-UBND", date(2026, 2, 5))
SUDDEN, AWARD, CRITERION = "D4", "giay_khen_xa", "tieu_chuan_cua_tinh"


def finding(ws, round_code=SUDDEN, criterion=CRITERION):
    """The finding of a criterion for the first nomination of a round that it concerns."""
    for nomination in checking.check(ws, round_code).nominations:
        for one in nomination.findings:
            if one.id == criterion and one.status is not Status.NOT_APPLICABLE:
                return one
    raise AssertionError(criterion)


def test_after_a_confirmation_the_criterion_judges(commune):
    before = finding(commune, criterion="so_ngay_dot_xuat")
    assert (before.checked, before.status) == (Checked.MEMORY, Status.TO_COMPARE)
    confirmations.confirm(commune, confirmations.COMMON, "so_ngay_dot_xuat", GROUNDS)
    after = finding(commune, criterion="so_ngay_dot_xuat")
    assert after.status in (Status.MET, Status.NOT_MET)
    said = checking.sentence(commune, after)
    assert "15/2026/QĐ-UBND ngày 05/02/2026" in said
    assert "Nguyễn Thị Hòa, Công chức Văn phòng" in said
    assert "chưa đối chiếu" not in said


def test_the_appraisal_sheet_names_the_document_and_doubts_no_more(commune):
    def on_paper():
        judged = dossiers.judge(commune, SUDDEN)
        chosen = dossiers.split(judged, Authority.COMMUNE, sealing=False)
        facts = dossiers.cut(commune, judged, Authority.COMMUNE, chosen, commune.today())
        rows = [f for n in facts.nominees for f in n.proof if f.label.startswith("Số ngày từ khi")]
        return {(one.checked, "Đã đối chiếu với 15/2026/QĐ-UBND" in one.sentence) for one in rows}

    assert on_paper() == {(Checked.MEMORY, False)}
    confirmations.confirm(commune, confirmations.COMMON, "so_ngay_dot_xuat", GROUNDS)
    assert on_paper() == {(Checked.TEXT, True)}


def test_a_confirmation_of_one_award_is_not_another_ones(commune):
    confirmations.confirm(commune, AWARD, CRITERION, GROUNDS)
    assert set(confirmations.by_key(commune)) == {(AWARD, CRITERION)}
    kept = confirmations.by_key(commune)[(AWARD, CRITERION)]
    assert (kept.document_date, kept.source, kept.on) == (date(2026, 2, 5), "", commune.today())


BRANCHES = """
schema = 1
id = "giay_khen_xa"
[[criterion]]
id = "cua_tinh"
principle = "chinh_xac"
step = "danh_sach"
kind = "any_of"
label = "Một trong hai"
cite = { text = "quy_dinh_cua_tinh" }
checked = "chua"
[[criterion.child]]
id = "mot"
kind = "evidence"
label = "Có minh chứng"
[[criterion.child]]
id = "hai"
kind = "evidence"
label = "Có minh chứng"
checked = "van_ban"
"""


def test_what_lies_under_it_is_confirmed_with_it_and_withdrawn_with_it(commune):
    own = commune.folder.forms / "khen_thuong"
    own.mkdir(parents=True)
    (own / "giay_khen_xa.toml").write_text(BRANCHES, encoding="utf-8")
    commune.read_rules_again()
    assert commune.catalog_problems == ()
    assert confirmations.confirm(commune, AWARD, "cua_tinh", GROUNDS) == ("cua_tinh", "mot")
    gone = confirmations.withdraw(commune, AWARD, "cua_tinh", "Đối chiếu nhầm văn bản")
    assert sorted(gone) == ["cua_tinh", "mot"]
    assert confirmations.by_key(commune) == {}


def test_a_withdrawal_needs_a_reason_which_the_history_keeps(commune):
    confirmations.confirm(commune, AWARD, CRITERION, GROUNDS)
    with pytest.raises(UserError) as caught:
        confirmations.withdraw(commune, AWARD, CRITERION, "  ")
    assert caught.value.code == "confirm.needs_reason"
    confirmations.withdraw(commune, AWARD, CRITERION, "Văn bản đã bị thay")
    assert confirmations.by_key(commune) == {}
    assert "Văn bản đã bị thay" in storage.history.operations(commune.books)[0].label
    assert finding(commune).status is Status.TO_COMPARE


def test_both_can_be_undone(commune):
    confirmations.confirm(commune, AWARD, CRITERION, GROUNDS)
    number = storage.history.operations(commune.books)[0].id
    storage.undo_operation(commune.books, number, "Hoàn tác")
    assert confirmations.by_key(commune) == {}
    undo = storage.history.operations(commune.books)[0].id
    storage.undo_operation(commune.books, undo, "Làm lại")
    assert set(confirmations.by_key(commune)) == {(AWARD, CRITERION)}


@pytest.mark.parametrize(
    ("grounds", "code"),
    [
        (Grounds(" ", "15/QĐ", date(2026, 2, 5)), "confirm.needs_grounds"),
        (Grounds("Hòa", "", date(2026, 2, 5)), "confirm.needs_grounds"),
        (Grounds("Hòa", "15/QĐ", date.today() + timedelta(days=1)), "confirm.date_to_come"),
    ],
)
def test_grounds_must_be_whole(commune, grounds, code):
    with pytest.raises(UserError) as caught:
        confirmations.confirm(commune, AWARD, CRITERION, grounds)
    assert caught.value.code == code
    assert confirmations.by_key(commune) == {}


def test_what_was_read_in_the_law_needs_no_confirmation(commune):
    with pytest.raises(UserError) as caught:
        confirmations.confirm(commune, confirmations.COMMON, "khong_dung_lai", GROUNDS)
    assert caught.value.code == "confirm.not_needed"


def test_unknown_criteria_are_named(commune):
    with pytest.raises(NotFoundError):
        confirmations.confirm(commune, AWARD, "khong_co", GROUNDS)
    with pytest.raises(NotFoundError):
        confirmations.withdraw(commune, AWARD, CRITERION, "vì sao")


def test_a_star_of_old_books_means_all_awards(commune):
    old = Confirmation("*", "bieu_quyet", "Hòa", date(2026, 1, 2), "7/CV")
    with commune.books.write("cũ"):
        storage.rounds.confirm(commune.books, old)
    assert set(confirmations.by_key(commune)) == {("", "bieu_quyet")}
