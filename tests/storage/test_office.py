"""The office and its signers."""

from datetime import date

from khenthuong.storage import office
from tests import factories


def test_new_books_have_no_office(books):
    assert office.get_office(books) is None


def test_an_office_comes_back_with_its_other_settings(books):
    value = factories.office(
        place="Đồng Mây",
        proposing_unit="Phòng Văn hóa - Xã hội",
        settings=(("dien thoai", "0900"),),
    )
    with books.write("Ghi"):
        assert office.save_office(books, value) is True
    assert office.get_office(books) == value
    with books.write("Ghi lại"):
        assert office.save_office(books, value) is False


def test_swap_days_and_days_off_come_back(books):
    value = factories.office(
        working_swaps=(date(2026, 9, 5), date(2026, 12, 19)), days_off=(date(2026, 9, 3),)
    )
    with books.write("Ghi"):
        office.save_office(books, value)
    assert office.get_office(books) == value
    with books.write("Bỏ"):
        office.save_office(books, factories.office())
    assert office.get_office(books) == factories.office()


def test_a_setting_left_out_goes(books):
    with books.write("Ghi"):
        office.save_office(books, factories.office(settings=(("dien thoai", "0900"),)))
    with books.write("Bỏ"):
        office.save_office(books, factories.office(complete_from=None))
    assert office.get_office(books) == factories.office(complete_from=None)


def test_signers_are_exactly_those_given(books):
    first = factories.signer(end=date(2026, 3, 1))
    second = factories.signer(name="Vi Thị Thay", start=date(2026, 3, 2))
    with books.write("Ghi"):
        office.save_signers(books, [second, first])
    assert office.signers(books) == (first, second)
    with books.write("Bớt"):
        office.save_signers(books, [second])
    assert office.signers(books) == (second,)


def test_khoa_is_known_however_it_is_written():
    assert office.setting_key("TÊN CƠ QUAN") == "ten co quan"
    assert office.setting_key("Tỉnh, thành phố") == "tinh"
    assert office.setting_key("Điện thoại") == "dien thoai"
