import pytest

from khenthuong.domain.mapping import SURE, ListField, fingerprint, header_keys, of_header, propose

F = ListField


def meant(*headers: str, values: dict[int, tuple[str, ...]] | None = None) -> list[ListField]:
    samples = [(values or {}).get(n, ()) for n in range(len(headers))]
    return [guess.meant for guess in propose(headers, samples)]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("HỌ VÀ TÊN", F.NAME),
        ("Ngày, tháng,\nnăm sinh", F.BORN),
        ("Danh hiệu thi đua/Hình thức khen thưởng", F.AWARD),
        ("Mã danh hiệu thi đua\n(nếu có)", F.AWARD),
        ("Số CCCD", F.CCCD),
        ("Tóm tắt thành tích đạt được", F.CONTENT),
        ("Đơn vị công nhận", F.ISSUER),
        ("Chức vu", F.POSITION),
        ("STT", F.IGNORE),
    ],
)
def test_a_header_says_what_its_column_is(header: str, field: ListField) -> None:
    found, confidence, _ = of_header(header)
    assert found is field
    assert confidence >= 0.7


def test_an_unknown_header_stays_a_note() -> None:
    (guess,) = propose(["Màu áo"], [("xanh", "đỏ")])
    assert guess.meant is F.NOTE
    assert guess.confidence < SURE


def test_values_speak_where_the_header_is_silent() -> None:
    columns = {
        0: ("Lò Thị Ủn",),
        1: ("Nam", "Nữ", "Nam"),
        2: ("05/03/1981", "1/2/1990"),
        3: ("CSTĐCS", "Bằng khen"),
    }
    assert meant("Họ tên", "A1", "A2", "A3", values=columns) == [F.NAME, F.GENDER, F.BORN, F.AWARD]


def test_a_code_beside_its_words_is_left_out_but_not_a_code_alone() -> None:
    both = meant("Họ và tên", "Hình thức khen thưởng", "Mã hình thức khen thưởng")
    assert both == [F.NAME, F.AWARD, F.IGNORE]
    alone = meant("Họ và tên", "Mã hình thức khen thưởng", "Mã danh hiệu thi đua (nếu có)")
    assert alone == [F.NAME, F.AWARD, F.AWARD]


def test_a_unit_column_is_the_name_where_there_is_no_other() -> None:
    assert meant("STT", "Tên đơn vị / tập thể", "Hình thức") == [F.IGNORE, F.NAME, F.AWARD]
    assert meant("Họ và tên", "Tên đơn vị / tập thể")[1] is F.UNIT


def test_a_name_in_two_cells_and_a_second_birth_column() -> None:
    assert meant("Họ và tên", "Họ và tên", "Chức vụ")[:2] == [F.NAME, F.NAME]
    assert meant("Họ và tên", "Ngày sinh", "Năm sinh")[1:] == [F.BORN, F.NOTE]


def test_the_fingerprint_knows_headers_and_nothing_else() -> None:
    one = fingerprint(["STT", "Họ và tên", ""])
    assert one == fingerprint(["stt", "HO VA TEN"])
    assert one != fingerprint(["Họ và tên", "STT"])
    assert header_keys(["A", "a", ""]) == ("a", "a#2", "#3")
