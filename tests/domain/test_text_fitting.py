"""Where lines of a certificate end, how small letters become, and that nothing is ever cut."""

from itertools import pairwise

import pytest

from khenthuong.domain.text_fitting import Break, Fitted, breaks, fit


def by_letters(text: str) -> float:
    """Every letter a tenth of a millimetre wide at one point."""
    return len(text) / 10


def fitted(text: str, width: float, most_lines: int = 2, **more) -> Fitted:
    sizes = {"size": 20.0, "smallest": 10.0} | more
    return fit(text, width=width, most_lines=most_lines, measure=by_letters, **sizes)


def test_short_words_stay_on_one_line_at_full_size() -> None:
    assert fitted("Thôn Đông", 100) == Fitted(("Thôn Đông",), 20, fits=True)


def test_a_line_ends_after_a_comma_rather_than_elsewhere() -> None:
    text = "Công chức Văn hóa - Xã hội, Văn phòng Ủy ban nhân dân xã"
    assert fitted(text, 70).lines == ("Công chức Văn hóa - Xã hội,", "Văn phòng Ủy ban nhân dân xã")


def test_a_line_ends_before_va() -> None:
    found = fitted("Hội Liên hiệp phụ nữ xã và Đoàn thanh niên xã", 60)
    assert found.lines[1].startswith("và ")


def test_a_person_is_made_smaller_instead_of_broken() -> None:
    name = "Bà Nguyễn Thị Hồng Ánh Tuyết"
    found = fitted(name, 40, person=True)
    assert found.lines == (name,)
    assert found.size < 20


def test_two_persons_are_broken_between_them() -> None:
    found = fitted("Ông Trần Văn Bền và bà Lê Thị Hòa", 50, person=True)
    assert found.lines == ("Ông Trần Văn Bền", "và bà Lê Thị Hòa")


def test_no_line_ends_inside_a_name_within_a_sentence() -> None:
    words = ["Đã", "cứu", "cháu", "Nguyễn", "Thị", "Hồng", "bị", "nước", "cuốn"]
    places = dict(zip(pairwise(words), breaks(words), strict=True))
    assert places["Nguyễn", "Thị"] is Break.NEVER
    assert places["Thị", "Hồng"] is Break.NEVER
    assert places["cháu", "Nguyễn"] is Break.FAIR


@pytest.mark.parametrize(
    ("text", "at", "kind"),
    [
        ("năm 2026", 0, Break.NEVER),
        ("Ông An", 0, Break.NEVER),
        ("ông (bà) An", 1, Break.NEVER),
        ("dũng cảm và", 1, Break.GOOD),
        ("và dũng cảm", 0, Break.NEVER),
        ("Ủy ban nhân dân xã Vĩnh Khê", 5, Break.POOR),
    ],
)
def test_ends_between_words(text: str, at: int, kind: Break) -> None:
    assert breaks(text.split())[at] is kind


def test_what_does_not_fit_keeps_every_word_and_says_so() -> None:
    text = " ".join(["thành tích"] * 40)
    found = fitted(text, 50, most_lines=2)
    assert not found.fits
    assert found.size == 10
    assert " ".join(found.lines) == text


def test_a_single_endless_word_is_not_cut() -> None:
    found = fitted("X" * 500, 50)
    assert found.lines == ("X" * 500,)
    assert not found.fits


def test_a_line_feed_ends_a_line() -> None:
    assert fitted("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", 200).lines == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_lines_are_even_in_length() -> None:
    text = "thi đua sản xuất giỏi nhiều năm liền giúp bà con cùng thoát nghèo"
    first, second = fitted(text, 100).lines
    assert abs(len(first) - len(second)) < 12


def test_the_smallest_size_is_tried_even_between_steps() -> None:
    found = fitted("X" * 10, 10.3, most_lines=1, smallest=10.3)
    assert found == Fitted(("X" * 10,), 10.3, fits=True)


def test_a_name_becomes_a_little_smaller_rather_than_ending_anywhere() -> None:
    name = "Chi hội Phụ nữ thôn Đông và Tổ công nghệ số cộng đồng xã"
    plain = fitted(name, 60)
    assert plain.size == 20
    assert not plain.lines[1].startswith("và ")
    found = fitted(name, 60, name=True)
    assert found.lines == ("Chi hội Phụ nữ thôn Đông", "và Tổ công nghệ số cộng đồng xã")
    assert 17 <= found.size < 20


def test_a_name_that_would_become_too_small_is_broken_at_a_word() -> None:
    found = fitted("Hợp tác xã dịch vụ nông nghiệp thôn Đông", 50, name=True)
    assert len(found.lines) == 2
    assert found.size == 20
