"""Fields on a sheet: lines in millimetres, and what the computed check finds."""

from dataclasses import replace

import pytest

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.sheet_layouts import Align, Block, Placed, SheetLayout, blocks, misfits

NAME = Placed(SheetField.FULL_NAME, 50, 100, 200, size=20, smallest=10, lines=2, line_height=9)
ABOUT = Placed(SheetField.ABOUT, 50, 120, 200, size=14, smallest=10, lines=2, follows=True)
SHEET = SheetLayout("phoi", "Phôi", 297, 210, (NAME, ABOUT))


def measure_of(_: Placed):
    return lambda text: len(text) / 10


def laid(layout: SheetLayout = SHEET, **values: str) -> tuple[Block, ...]:
    words = {SheetField(key): value for key, value in values.items()}
    return blocks(layout, words, measure_of, RecipientKind.UNIT)


def codes(layout: SheetLayout, made: tuple[Block, ...]) -> list[str]:
    return [one.code for one in misfits(layout, made)]


@pytest.mark.parametrize(
    ("align", "left"), [(Align.LEFT, 50.0), (Align.CENTRE, 142.0), (Align.RIGHT, 234.0)]
)
def test_a_line_stands_where_it_is_aligned(align: Align, left: float) -> None:
    sheet = replace(SHEET, fields=(replace(NAME, align=align),))
    (block,) = laid(sheet, xung_ho_ten="Thôn Bến")
    assert (block.lines[0].x, block.lines[0].y) == (pytest.approx(left), 100)


def test_the_second_line_stands_one_line_lower() -> None:
    (block,) = laid(xung_ho_ten="Hợp tác xã dịch vụ nông nghiệp Vĩnh Khê, " * 3)
    assert [line.y for line in block.lines] == [100, 109]


def test_smaller_letters_stay_on_the_same_line() -> None:
    (block,) = laid(xung_ho_ten="Hợp tác xã dịch vụ nông nghiệp, " * 7)
    assert block.fitted.size < 20
    assert block.lines[0].y == 100


def test_a_following_field_moves_up_by_half_of_what_is_left() -> None:
    _, short = laid(xung_ho_ten="Thôn Bến", chuc_vu_don_vi="Xã Vĩnh An")
    assert short.lines[0].y == 120 - 9 / 2


def test_words_in_front_and_capitals() -> None:
    decision = Placed(
        SheetField.DECISION_NUMBER, 10, 50, 200, before="Quyết định số: ", capitals=True
    )
    (block,) = laid(replace(SHEET, fields=(decision,)), so_quyet_dinh="12/qđ-ubnd")
    assert block.lines[0].text == "QUYẾT ĐỊNH SỐ: 12/QĐ-UBND"


def test_an_empty_field_prints_nothing_not_even_its_words_in_front() -> None:
    golden = Placed(SheetField.GOLDEN, 10, 50, 200, before="Số sổ vàng: ")
    assert laid(replace(SHEET, fields=(golden,)), so_vang="") == ()


def test_all_is_well() -> None:
    assert codes(SHEET, laid(xung_ho_ten="Thôn Bến", chuc_vu_don_vi="Xã Vĩnh An")) == []


def test_too_many_words_are_found() -> None:
    found = misfits(SHEET, laid(xung_ho_ten="Hợp tác xã " * 60))
    assert found[0].code == "sheet.too_long"
    assert found[0].arguments == {"size": "10", "lines": 2}


def test_off_the_paper_is_found() -> None:
    sheet = replace(SHEET, fields=(replace(NAME, y=4),))
    assert codes(sheet, laid(sheet, xung_ho_ten="Thôn Bến")) == ["sheet.off_paper"]


def test_over_the_frame_is_found() -> None:
    sheet = replace(SHEET, fields=(replace(NAME, y=24, size=14),))
    assert codes(sheet, laid(sheet, xung_ho_ten="Thôn Bến")) == []
    framed = replace(sheet, framed=True)
    assert codes(framed, laid(framed, xung_ho_ten="Thôn Bến")) == ["sheet.off_paper"]


def test_field_over_field_is_found() -> None:
    sheet = replace(SHEET, fields=(NAME, replace(ABOUT, y=103, follows=False)))
    made = laid(sheet, xung_ho_ten="Thôn Bến", chuc_vu_don_vi="Xã Vĩnh An")
    assert codes(sheet, made) == ["sheet.overlap"]


def test_lines_so_close_that_marks_touch_are_found() -> None:
    sheet = replace(SHEET, fields=(replace(NAME, line_height=4),))
    made = laid(sheet, xung_ho_ten="Hợp tác xã dịch vụ nông nghiệp Vĩnh Khê, " * 3)
    assert codes(sheet, made) == ["sheet.lines_touch"]


def test_a_field_is_added_changed_and_taken_out() -> None:
    golden = Placed(SheetField.GOLDEN, 1, 2, 3)
    added = SHEET.with_field(golden)
    assert added.place_of(SheetField.GOLDEN) == golden
    moved = added.with_field(golden.moved(0.5, -0.5))
    assert moved.place_of(SheetField.GOLDEN) == replace(golden, x=1.5, y=1.5)
    assert moved.without(SheetField.GOLDEN) == SHEET
