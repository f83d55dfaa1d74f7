"""The register of outgoing papers: one number one paper, no gap without a word, a list in Excel."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Authority
from khenthuong.domain.numbering import NumberState
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.paperwork import numbering, office_papers, paper_register
from khenthuong.texts import say

INVITATION = "giay_moi_hop"
ANSWERS = {"noi_dung_hop": "cuộc họp xét khen thưởng"}
DAY = date(2026, 11, 20)
SERIES = "GM-UBND"


@pytest.fixture(autouse=True)
def without_minutes(commune):
    """Numbers of papers alone: those of council meetings have tests of their own."""
    with commune.books.write("Số của sổ khác"):
        for one in storage.rounds.rounds(commune.books):
            for held in storage.rounds.meetings(commune.books, one.code):
                other = replace(held, minutes_number=f"BB {held.minutes_number}")
                storage.rounds.save_meeting(commune.books, other)


@pytest.fixture
def subject(commune):
    """A council meeting of the sample commune."""
    for one in storage.rounds.rounds(commune.books):
        for held in storage.rounds.meetings(commune.books, one.code):
            if not held.unit and held.place:
                return Subject(round=one.code, meeting=held.code)
    raise AssertionError("the sample commune has no council meeting")


@pytest.fixture
def invitation(commune, subject):
    """Makes an invitation."""
    return lambda: office_papers.make(commune, INVITATION, subject, ANSWERS).paper


def numbered(commune, paper, number: str, day: date = DAY):
    return office_papers.record_number(commune, paper.code, number, day)


def test_the_next_number_of_the_series_is_proposed(commune, invitation):
    one, two = invitation(), invitation()
    year = commune.today().year
    assert numbering.proposed(commune, one) == "01/GM-UBND"
    one = numbered(commune, one, "4", date(year, 1, 5))
    assert numbering.proposed(commune, two) == "05/GM-UBND"
    assert numbering.proposed(commune, one) == ""


def test_a_number_belongs_to_one_paper(commune, invitation):
    one, two = invitation(), invitation()
    numbered(commune, one, "7")
    with pytest.raises(UserError) as refused:
        numbered(commune, two, "07/GM-UBND")
    told = say(refused.value.code, refused.value.arguments)
    assert "07/GM-UBND" in told
    assert one.title in told
    assert "20/11/2026" in told
    assert storage.office_papers.find(commune.books, two.code).number == ""
    numbered(commune, two, "7", date(2025, 11, 20))
    numbered(commune, one, "7", date(2026, 11, 21))


def test_papers_of_dossiers_and_on_demand_share_the_register(commune, invitation):
    paper_register.make(commune, "D1")
    paper_register.record_number(
        commune, "D1", Authority.COMMUNE, "quyet_dinh_khen_thuong", "5/GM-UBND", DAY
    )
    with pytest.raises(UserError, match=r"number\.used"):
        numbered(commune, invitation(), "5")
    with pytest.raises(UserError, match=r"number\.shape"):
        paper_register.record_number(commune, "D1", Authority.COMMUNE, "to_trinh", "năm", DAY)


def test_the_minutes_of_the_council_are_one_paper_in_every_dossier(commune):
    paper_register.make(commune, "D1")
    form = "bien_ban_hop_hoi_dong"
    for authority in (Authority.COMMUNE, Authority.PROVINCE):
        paper_register.record_number(commune, "D1", authority, form, "3", DAY)
    found = [one for one in numbering.entries(commune) if one.number == 3]
    assert [one.series for one in found] == ["BB-HĐTĐKT"]


def test_a_list_that_goes_with_another_paper_takes_no_number(commune):
    paper_register.make(commune, "D1")
    paper_register.record_number(commune, "D1", Authority.PROVINCE, "to_trinh", "5", DAY)
    paper_register.record_number(commune, "D1", Authority.PROVINCE, "danh_sach", "5/TTr-UBND", DAY)
    assert [one.shown for one in numbering.entries(commune)] == ["05/TTr-UBND"]


def test_a_corrected_number_sets_the_old_one_free(commune, invitation):
    one, two = invitation(), invitation()
    numbered(commune, one, "7")
    numbered(commune, one, "8")
    assert numbered(commune, two, "7").number == "7"


def test_every_gap_is_named_until_it_is_explained(commune, invitation):
    numbered(commune, invitation(), "6")
    register = numbering.register(commune, 2026)
    assert any("từ số 1 đến số 5" in one for one in register.warnings)
    assert [one.state for one in register.lines] == ["Chưa rõ", "Đã cấp"]
    numbering.set_aside(commune, 2026, SERIES, 1, 4, NumberState.ELSEWHERE, "giấy mời họp khác")
    numbering.set_aside(commune, 2026, SERIES, 5, 5, NumberState.CANCELLED, "ghi nhầm nội dung")
    register = numbering.register(commune, 2026)
    assert register.warnings == ()
    assert [one.shown for one in register.lines][-2:] == ["05/GM-UBND", "06/GM-UBND"]


def test_a_reserved_number_waits_and_a_cancelled_one_is_refused_with_its_reason(
    commune, invitation
):
    numbering.set_aside(commune, 2026, SERIES, 1, 1, NumberState.RESERVED, "giấy mời quý IV")
    numbering.set_aside(commune, 2026, SERIES, 2, 2, NumberState.CANCELLED, "hoãn họp")
    one = invitation()
    with pytest.raises(UserError) as refused:
        numbered(commune, one, "2")
    assert "hoãn họp" in say(refused.value.code, refused.value.arguments)
    assert numbered(commune, one, "1").number == "1"
    assert [e.state for e in numbering.entries(commune)] == [
        NumberState.USED,
        NumberState.CANCELLED,
    ]


def test_a_line_written_by_mistake_can_be_taken_out(commune, invitation):
    numbering.set_aside(commune, 2026, SERIES, 3, 3, NumberState.CANCELLED, "nhầm")
    (entry,) = numbering.entries(commune)
    numbering.free(commune, entry)
    assert numbering.entries(commune) == ()
    numbered(commune, invitation(), "3")
    with pytest.raises(UserError, match=r"number\.not_loose"):
        numbering.free(commune, numbering.entries(commune)[0])


@pytest.mark.parametrize(
    ("series", "first", "last", "reason", "code"),
    [
        (SERIES, 1, 1, "  ", "number.needs_reason"),
        (SERIES, 3, 2, "x", "number.range"),
        (SERIES, 0, 2, "x", "number.range"),
        (SERIES, 1, 600, "x", "number.range"),
        ("45/TTr", 1, 1, "x", "number.series"),
        (SERIES, 5, 8, "x", "number.not_loose"),
    ],
)
def test_what_is_set_aside_must_make_sense(commune, invitation, series, first, last, reason, code):
    numbered(commune, invitation(), "7")
    with pytest.raises(UserError, match=code):
        numbering.set_aside(commune, 2026, series, first, last, NumberState.CANCELLED, reason)
    assert len(numbering.entries(commune)) == 1


def test_a_date_that_runs_backwards_is_a_warning(commune, invitation):
    one, two = invitation(), invitation()
    numbered(commune, one, "1", date(2026, 11, 20))
    two = numbered(commune, two, "2", date(2026, 11, 19))
    (warning,) = numbering.warnings_for(commune, two)
    assert "02/GM-UBND ghi ngày 19/11/2026" in warning
    assert warning in numbering.register(commune, 2026).warnings


def test_the_symbol_of_another_type_of_paper_is_odd(commune, invitation):
    one = numbered(commune, invitation(), "12/QĐ-UBND")
    (warning,) = numbering.warnings_for(commune, one)
    assert "QĐ-UBND" in warning
    assert SERIES in warning
    two = numbered(commune, invitation(), "12/GM-CTUBND")
    assert numbering.warnings_for(commune, two) == ()


def test_numbers_given_before_the_register_was_kept_count(commune, invitation):
    one, two = invitation(), invitation()
    numbered(commune, one, "9")
    (entry,) = storage.numbering.every(commune.books)
    with commune.books.write("như sổ cũ"):
        storage.numbering.remove(commune.books, entry)
    assert numbering.entries(commune) == (entry,)
    with pytest.raises(UserError, match=r"number\.used"):
        numbered(commune, two, "9")


def test_the_register_goes_to_excel_and_holds_no_formula(commune, invitation, tmp_path):
    numbered(commune, invitation(), "2")
    numbering.set_aside(commune, 2026, SERIES, 3, 3, NumberState.CANCELLED, "=HYPERLINK(1)")
    path = tmp_path / "so.xlsx"
    assert numbering.export(commune, 2026, path) == 3
    page = openpyxl.load_workbook(path).active
    cells = [[cell.value for cell in row] for row in page.iter_rows()]
    assert ["03/GM-UBND", None, None, "Đã hủy", "=HYPERLINK(1)"] in cells
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    assert any(row[0] == "01/GM-UBND" and row[3] == "Chưa rõ" for row in cells)


def test_undo_takes_number_and_line_back_together(commune, invitation):
    one = numbered(commune, invitation(), "4")
    last = max(operation.id for operation in storage.history.operations(commune.books))
    storage.undo_operation(commune.books, last, "hoàn tác")
    assert numbering.entries(commune) == ()
    assert storage.office_papers.find(commune.books, one.code).number == ""
