"""Values that the law leaves to the province: filled in, checked, used by the rules, taken out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from khenthuong.domain.kinds import Checked, Status, ValueUnit
from khenthuong.domain.province import ProvinceValue
from khenthuong.errors import CatalogError, NotFoundError, UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.rulebook import province_values

DAYS = ProvinceValue(
    "so_ngay_dot_xuat",
    Decimal(10),
    date(2026, 1, 1),
    None,
    "15/2026/QĐ-UBND",
    date(2026, 2, 5),
    "Ủy ban nhân dân tỉnh",
    "Nguyễn Thị Hòa",
)


def elapsed(ws):
    found = checking.check(ws, "D4").nominations
    return [f for n in found for f in n.findings if f.id == "so_ngay_dot_xuat"]


def test_a_filled_value_makes_its_criterion_judge(commune):
    assert {f.status for f in elapsed(commune)} == {Status.TO_COMPARE}
    before = commune.rulebook.fingerprint
    province_values.fill(commune, DAYS)
    found = elapsed(commune)
    assert {f.status for f in found} <= {Status.MET, Status.NOT_MET}
    assert {f.arguments["limit"] for f in found} == {10}
    assert commune.rulebook.fingerprint != before
    assert commune.catalog_problems == ()


def test_it_is_used_only_on_its_days(commune):
    province_values.fill(commune, replace(DAYS, start=date(2026, 9, 1)))
    assert {f.status for f in elapsed(commune)} == {Status.TO_COMPARE}
    value = commune.rulebook.value("so_ngay_dot_xuat", date(2026, 9, 1))
    assert value is not None
    assert (value.value, value.checked, value.by) == (10, Checked.TEXT, "Nguyễn Thị Hòa")
    assert commune.rulebook.texts[value.cite.text].issued == date(2026, 2, 5)


def test_the_base_salary_stays(commune):
    before = commune.rulebook.value("luong_co_so", date(2026, 8, 1))
    province_values.fill(commune, DAYS)
    assert commune.rulebook.value("luong_co_so", date(2026, 8, 1)) == before


def test_values_come_back_as_they_were_filled_in(commune):
    points = replace(DAYS, id="diem_gia_dinh_van_hoa", number=Decimal("85.5"))
    later = replace(points, start=date(2027, 1, 1), number=Decimal(90))
    province_values.fill(commune, replace(points, end=date(2026, 12, 31)))
    province_values.fill(commune, later)
    kept = province_values.filled(commune)
    assert [(v.number, v.start, v.end) for v in kept] == [
        (Decimal("85.5"), date(2026, 1, 1), date(2026, 12, 31)),
        (Decimal(90), date(2027, 1, 1), None),
    ]
    assert {v.on for v in kept} == {commune.today()}


def test_a_value_is_mended_and_taken_out(commune):
    kept = province_values.fill(commune, DAYS)
    mended = province_values.fill(commune, replace(DAYS, number=Decimal(12)), kept)
    assert province_values.filled(commune) == (mended,)
    province_values.remove(commune, mended)
    assert province_values.filled(commune) == ()
    assert {f.status for f in elapsed(commune)} == {Status.TO_COMPARE}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"document": " "}, "value.needs"),
        ({"by": ""}, "value.needs"),
        ({"number": Decimal(0)}, "value.too_small"),
        ({"number": Decimal(366)}, "value.too_large"),
        ({"number": Decimal("7.5")}, "value.whole"),
        ({"end": date(2025, 12, 31)}, "value.backwards"),
        ({"document_date": date(2999, 1, 1)}, "confirm.date_to_come"),
    ],
)
def test_what_cannot_be_is_refused(commune, change, code):
    with pytest.raises(UserError) as caught:
        province_values.fill(commune, replace(DAYS, **change))
    assert caught.value.code == code
    assert not province_values.path_of(commune).exists()


def test_two_values_of_one_thing_never_overlap(commune):
    province_values.fill(commune, replace(DAYS, end=date(2026, 6, 30)))
    with pytest.raises(UserError) as caught:
        province_values.fill(commune, replace(DAYS, start=date(2026, 6, 30)))
    assert caught.value.code == "value.overlaps"
    province_values.fill(commune, replace(DAYS, start=date(2026, 7, 1)))
    assert len(province_values.filled(commune)) == 2


def test_an_unknown_value_is_refused(commune):
    with pytest.raises(NotFoundError):
        province_values.fill(commune, replace(DAYS, id="khong_co"))


def test_every_value_that_a_criterion_names_is_listed(commune):
    lines = province_values.lines(commune, date(2026, 5, 1))
    units = {line.value.id: line.value.unit for line in lines}
    assert units["diem_gia_dinh_van_hoa"] is ValueUnit.POINTS
    assert units["dong_gop_ho_giay_khen"] is ValueUnit.MONEY
    named = {
        str(c.parameters["value"])
        for award in commune.rulebook.awards.values()
        for c in award.criteria
        if "value" in c.parameters
    }
    assert named <= set(units)


def test_a_file_broken_by_hand_is_named_with_its_line(commune):
    province_values.fill(commune, DAYS)
    path = province_values.path_of(commune)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("issued =", "isued ="), encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        province_values.filled(commune)
    line = text.splitlines().index("issued = 2026-02-05") + 1
    assert caught.value.arguments["line"] == line


@pytest.mark.parametrize(
    ("typed", "number"),
    [("62,5", "62.5"), ("50.000.000", "50000000"), (" 80 % ", "80"), ("1.5", "1.5")],
)
def test_numbers_are_read_as_clerks_type_them(typed, number):
    assert province_values.read_number(typed) == Decimal(number)


@pytest.mark.parametrize("typed", ["", "mười", "1/2", "NaN", "Infinity"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(UserError):
        province_values.read_number(typed)
