"""A value that the province sets settles its criterion; without one nothing is condemned."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong.domain.criteria import Cite, Confirmation, DatedValue
from khenthuong.domain.kinds import Checked, Status
from tests.domain.rules.commune import LDTT, find, official, rulebook

FROM = date(2025, 1, 1)


def given(value_id: str, value: object, checked: Checked = Checked.TEXT):
    """The shipped rulebook with one value more, before the others."""
    book = rulebook()
    mine = DatedValue(value_id, value, FROM, None, Cite("quy_dinh_cua_tinh"), checked)
    return replace(book, values=(mine, *book.values))


def finding(commune, book, criterion):
    (check,) = commune.check(book).nominations
    found = find(check.findings, criterion)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("percent", "status"), [(60, Status.MET), (67, Status.NOT_MET), (Decimal("66.6"), Status.MET)]
)
def test_a_ballot_is_judged_by_the_share_that_the_province_sets(percent, status):
    commune = official().propose("CN01", LDTT).sit(9).vote("CN01", LDTT, agree=6, disagree=3)
    before = finding(commune, None, "bieu_quyet")
    assert before.status is Status.TO_COMPARE
    after = finding(commune, given("ty_le_dong_y_hoi_dong", percent), "bieu_quyet")
    assert after.status is status
    assert after.arguments["percent"] == Decimal(str(percent))


def test_a_share_from_memory_settles_nothing():
    commune = official().propose("CN01", LDTT).sit(9).vote("CN01", LDTT, agree=6, disagree=3)
    book = given("ty_le_dong_y_hoi_dong", 90, Checked.MEMORY)
    found = finding(commune, book, "bieu_quyet")
    assert found.status is Status.TO_COMPARE
    assert found.arguments["percent"] == Decimal(50)


@pytest.mark.parametrize(("days", "status"), [(1, Status.MET), (60, Status.NOT_MET)])
def test_a_notice_is_judged_by_the_days_that_the_province_sets(days, status):
    commune = official().propose("CN01", LDTT).notice()
    assert finding(commune, None, "niem_yet").status is Status.MET
    assert finding(commune, given("so_ngay_niem_yet", days), "niem_yet").status is status


def test_a_finding_says_who_confirmed_it():
    commune = official().propose("CN01", LDTT).sit(9).vote("CN01", LDTT, agree=6, disagree=3)
    kept = Confirmation("", "bieu_quyet", "Nguyễn Thị Hòa", FROM, "15/QĐ", "", FROM)
    commune.confirmations.append(kept)
    found = finding(commune, None, "bieu_quyet")
    assert (found.status, found.confirmed) == (Status.MET, kept)
