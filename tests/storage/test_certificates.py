"""Certificates, their printings and the office's layouts in the books."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong.domain.certificates import CertificateKey, CertificatePrint, GivenCertificate
from khenthuong.errors import BooksError
from khenthuong.storage import certificates, history, open_books, register, undo_operation
from tests import factories

KEY = CertificateKey("CN-001", "giay_khen_xa", "45/QĐ-UBND", date(2026, 1, 20))
PRINT = CertificatePrint(
    KEY, 1, "2026-01-22T09:00:00+07:00", "an", "May in 1", "Khung A4", "lý do «&»"
)


@pytest.fixture
def books(tmp_path):
    with open_books(tmp_path, who="an") as opened:
        with opened.write("nhập"):
            register.save(opened, factories.person("CN-001"))
        yield opened


def given(books, **changes) -> GivenCertificate:
    value = replace(GivenCertificate(KEY, 2026, 1, "Đã cứu người"), **changes)
    with books.write("cấp số"):
        certificates.save(books, value)
    return value


def test_a_certificate_comes_back_as_it_was_kept(books):
    value = given(books)
    assert certificates.given(books) == {KEY: value}
    changed = given(books, wording="")
    assert certificates.given(books) == {KEY: changed}


def test_a_key_without_a_date_comes_back_without_one(books):
    key = replace(KEY, decision_date=None)
    value = given(books, key=key, golden_year=None, golden_number=None)
    assert certificates.given(books) == {key: value}


def test_numbers_go_on_within_their_year(books):
    assert certificates.next_golden(books, 2026) == 1
    given(books, golden_number=7)
    assert certificates.next_golden(books, 2026) == 8
    assert certificates.next_golden(books, 2027) == 1


def test_no_number_is_given_twice(books):
    given(books)
    with pytest.raises(BooksError):
        given(books, key=replace(KEY, award="lao_dong_tien_tien"))


def test_a_printing_needs_its_certificate(books):
    with pytest.raises(BooksError), books.write("in"):
        certificates.add_print(books, PRINT)


def test_printings_are_listed_newest_first_and_audited(books):
    given(books)
    later = replace(PRINT, copy=2, printed_at="2026-01-23T09:00:00+07:00")
    with books.write("in"):
        certificates.add_print(books, PRINT)
        certificates.add_print(books, later)
    assert certificates.prints(books) == (later, PRINT)
    tables = [entry.table for entry in history.of_recipient(books, "CN-001")]
    assert tables.count("certificate_print") == 2
    newest = history.operations(books)[0]
    undo_operation(books, newest.id, "lấy lại")
    assert certificates.prints(books) == ()


def test_a_layout_is_kept_changed_and_dropped(books):
    for content in ("ten = 1", "ten = 2"):
        with books.write("bố cục"):
            certificates.save_layout(books, "phoi", "Phôi", content)
    assert certificates.layouts(books) == {"phoi": "ten = 2"}
    with books.write("bỏ"):
        certificates.remove_layout(books, "phoi")
    assert certificates.layouts(books) == {}
