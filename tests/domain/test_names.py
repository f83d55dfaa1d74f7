"""ASCII names for files."""

from __future__ import annotations

import pytest

from khenthuong.domain.names import slug, too_long


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nguyễn Văn Án", "nguyen-van-an"),
        ("Đội «Cầu & Đường» số 3", "doi-cau-duong-so-3"),
        ("CB001", "cb001"),
        ("", "khong-ten"),
        ("…", "khong-ten"),
        ("CON", "ten-con"),
        ("Aux.", "ten-aux"),
        ("COM 1", "com-1"),
        ("LPT1 ", "ten-lpt1"),
        ("Đợt Nul…", "dot-nul"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_slug_is_cut_at_a_word() -> None:
    assert slug("một hai ba bốn năm", longest=10) == "mot-hai-ba"


def test_slug_cuts_one_endless_word() -> None:
    assert slug("a" * 100, longest=20) == "a" * 20


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("C:\\" + "a" * 251 + ".docx", False),
        ("C:\\" + "a" * 252 + ".docx", True),
        ("D:/" + "a" * 210 + ".xlsx", False),
        ("D:/" + "a" * 211 + ".XLSX", True),
        ("\\\\may-chu\\" + "a" * 260, True),
        ("/nha/" + "a" * 300 + ".docx", False),
    ],
)
def test_paths_that_word_and_excel_do_not_open(path: str, wrong: bool) -> None:
    assert too_long(path) is wrong
