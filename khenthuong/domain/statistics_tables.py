"""The statutory tables, one definition of each row and column as data.

Biểu mẫu số 01, 03, 05 are laid out as a province published them (2022); 0601.N to 0605.N of
Thông tư số 02/2023/TT-BNV as a province's software prints them. Nobody here has read the appendices
themselves: 01, 03 and 05 are marked second hand, the others unverified. The words of heads and rows
are in `texts.statistics` under ``statistics.<table>.<key>``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from khenthuong.domain.kinds import (
    Checked,
    Duty,
    FundCategory,
    FundKind,
    MovementKind,
    MovementLevel,
    RecipientKind,
    Subject,
)
from khenthuong.domain.statistics import (
    Column,
    Dimension,
    Length,
    Level,
    Manner,
    Measure,
    Row,
    RowKind,
    Source,
    TableDef,
    Where,
)

YES, NO = "co", "khong"


def where(**tests: str | Sequence[str]) -> Where:
    """A test by the names of dimensions: ``where(MANNER=Manner.MERIT)``."""
    return tuple(
        (Dimension[name], (value,) if isinstance(value, str) else tuple(value))
        for name, value in tests.items()
    )


def both(*tests: Where) -> Where:
    """A test that asks everything that all of these ask."""
    return tuple(asked for test in tests for asked in test)


_UNIT = where(RECIPIENT=RecipientKind.UNIT)
_PERSON = where(RECIPIENT=RecipientKind.PERSON)
_LEADER = both(_PERSON, where(DUTY=Duty.LEADER))
_DIRECT = both(_PERSON, where(DUTY=Duty.DIRECT))
_WON = where(SOURCE=Source.WON)
_SUBMITTED = where(SOURCE=Source.SUBMITTED)
_MERIT = where(MANNER=Manner.MERIT)
_RESULT = where(MANNER=(Manner.TOPICAL, Manner.SUDDEN))
_ENTERPRISE = where(ENTERPRISE=YES)


def _count(key: str, *tests: Where, number: str = "") -> Column:
    return Column(key, Measure.COUNT, both(*tests), number=number or key)


def _share(key: str, part: str, whole: str) -> Column:
    return Column(key, Measure.SHARE, of=(part, whole), number=f"{key} ({part}:{whole})")


def _heads(*keys: str, numbers: Sequence[str] = ()) -> tuple[Column, ...]:
    shown = numbers or keys
    return tuple(
        Column(key, Measure.TEXT, number=number) for key, number in zip(keys, shown, strict=True)
    )


def _won(key: str, *tests: Where, number: str = "") -> Column:
    return _count(key, _WON, *tests, number=number)


STATE_COLUMNS = (
    _count("3", _SUBMITTED, _UNIT),
    _count("4", _SUBMITTED, _PERSON),
    _won("5", _UNIT),
    _won("6", _PERSON),
    _won("7", _MERIT, _UNIT),
    _won("8", _MERIT, _LEADER),
    _won("9", _MERIT, _DIRECT),
    _won("10", _RESULT, _UNIT),
    _won("11", _RESULT, _LEADER),
    _won("12", _RESULT, _DIRECT),
    _won("13", where(MANNER=Manner.TERM)),
    _won("14", where(MANNER=Manner.FOREIGN), _UNIT),
    _won("15", where(MANNER=Manner.FOREIGN), _PERSON),
    _won("16", where(MANNER=Manner.SERVICE)),
    _won("17", where(MANNER=Manner.RESISTANCE)),
    _won("18", _ENTERPRISE, _UNIT),
    _won("19", _ENTERPRISE, _PERSON),
)


def _award(key: str, number: str, *awards: str) -> Row:
    return Row(key, where=where(AWARD=awards), marks=(number, key))


_STATE_ROWS = (
    Row("huan_chuong", RowKind.HEADING, marks=("1", "huan_chuong")),
    _award(
        "doc_lap",
        "",
        "huan_chuong_doc_lap_hang_nhat",
        "huan_chuong_doc_lap_hang_nhi",
        "huan_chuong_doc_lap_hang_ba",
    ),
    _award("lao_dong_nhat", "", "huan_chuong_lao_dong_hang_nhat"),
    _award("lao_dong_nhi", "", "huan_chuong_lao_dong_hang_nhi"),
    _award("lao_dong_ba", "", "huan_chuong_lao_dong_hang_ba"),
    Row("vinh_du", RowKind.HEADING, marks=("2", "vinh_du")),
    _award("ba_me", "", "ba_me_viet_nam_anh_hung"),
    _award("thay_thuoc", "", "thay thuoc uu tu"),
    _award("nghe_si_uu_tu", "", "nghe si uu tu"),
    _award("nghe_si_nhan_dan", "", "nghe si nhan dan"),
    _award("co_chinh_phu", "3", "co_thi_dua_chinh_phu"),
    _award("bang_khen", "4", "bang_khen_thu_tuong"),
    _award("chien_si", "5", "chien_si_thi_dua_toan_quoc"),
    _award("khang_chien", "6", "khen_thuong_khang_chien"),
)

STATE_NAMES = frozenset({"thay thuoc uu tu", "nghe si uu tu", "nghe si nhan dan"})
"""Names, folded, of state titles that a printed row has and the catalogue does not."""

TABLE_01 = TableDef(
    "01",
    STATE_COLUMNS,
    _STATE_ROWS,
    _heads("1", "2"),
    where(LEVEL=Level.STATE),
    Checked.SECOND_HAND,
    ("", "cong"),
)

PROVINCE_COLUMNS = (
    _won("3"),
    _won("4", _ENTERPRISE),
    _won("5", _PERSON),
    _won("6", _MERIT),
    _share("7", "6", "3"),
    _won("8", _MERIT, _LEADER),
    _won("9", _MERIT, _DIRECT),
    _won("10", _RESULT),
    _share("11", "10", "3"),
    _won("12", _RESULT, _LEADER),
    _won("13", _RESULT, _DIRECT),
    _won("14", where(MANNER=Manner.FOREIGN)),
    _share("15", "14", "3"),
    _won("16", where(MANNER=Manner.RESISTANCE)),
    _share("17", "16", "3"),
)

TABLE_03 = TableDef(
    "03",
    PROVINCE_COLUMNS,
    (
        _award("bang_khen_tinh", "1", "bang_khen_cap_tinh"),
        _award("chien_si_tinh", "2", "chien_si_thi_dua_cap_tinh"),
        _award("co_tinh", "3", "co_thi_dua_cap_tinh"),
    ),
    _heads("1", "2"),
    both(where(LEVEL=Level.PROVINCE), _WON),
    Checked.SECOND_HAND,
    ("", "tong_cong"),
)

TABLE_03_COMMUNE = TableDef(
    "03_xa",
    PROVINCE_COLUMNS,
    (),
    _heads("1", "2"),
    both(where(LEVEL=Level.COMMUNE), _WON),
    Checked.MEMORY,
    ("", "tong_cong"),
)
"""What the commune itself decided, in the columns of Biểu mẫu số 03; its rows follow the books."""

_SPENT = where(FLOW=FundKind.SPENDING)


def _money(key: str, *tests: Where) -> Column:
    return Column(key, Measure.MONEY, both(*tests), number=f"({key})")


TABLE_05 = TableDef(
    "05",
    (
        _money("3", where(FLOW=FundKind.INCOME)),
        Column("4", Measure.BLANK, number="(4)"),
        _money("5", _SPENT),
        _money("6", _SPENT, where(CATEGORY=FundCategory.STATE_AWARDS)),
        _money("7", _SPENT, where(CATEGORY=FundCategory.PROVINCE_AWARDS)),
        _money("8", _SPENT, where(CATEGORY=FundCategory.OTHER_AWARDS)),
        _money("9", _SPENT, where(CATEGORY=FundCategory.PROMOTION)),
        _money("10", _SPENT, where(CATEGORY=FundCategory.OBJECTS)),
        _money("11", _SPENT, where(CATEGORY=(FundCategory.OTHER, FundCategory.ALLOCATION))),
        Column("12", Measure.BLANK, number="(12)"),
    ),
    (Row("ngan_sach", where=where(FUND="ngan_sach"), marks=("1", "ngan_sach")),),
    _heads("1", "2", numbers=("(1)", "(2)")),
    where(SOURCE=Source.MONEY),
    Checked.SECOND_HAND,
    ("", "tong_cong"),
)

# Thông tư số 02/2023/TT-BNV ------------------------------------------------------------------

_NATION = where(LAUNCHED_BY=MovementLevel.NATIONAL)
_PROVINCIAL = where(LAUNCHED_BY=MovementLevel.PROVINCE)
_OWN = where(LAUNCHED_BY=(MovementLevel.COMMUNE, MovementLevel.UNIT))
_DIVIDED = ("1", "2", "3", "4")


def _coded(
    key: str,
    code: str,
    test: Where | None = None,
    unit: str | None = None,
    only: Sequence[str] = (),
    kind: RowKind = RowKind.FIGURES,
) -> Row:
    """A row with mã số (and đơn vị tính)."""
    marks = (key, code) if unit is None else (key, code, unit)
    return Row(key, kind, test if test is not None else where(), marks, only=frozenset(only))


TABLE_0601 = TableDef(
    "0601",
    (
        Column("1", where=where(LAUNCHED_BY=tuple(MovementLevel)), number="1=(2+3+4)"),
        _count("2", _NATION),
        _count("3", _PROVINCIAL),
        _count("4", _OWN),
    ),
    (
        _coded("tong", "01"),
        _coded("pham_vi", "", kind=RowKind.HEADING),
        _coded("toan_quoc", "02", _NATION, only=("1", "2")),
        _coded("dia_phuong", "03", _PROVINCIAL, only=("1", "3")),
        _coded("cum_khoi", "04", kind=RowKind.BLANK),
        _coded("don_vi", "05", _OWN, only=("1", "4")),
        _coded("thoi_han", "", kind=RowKind.HEADING),
        _coded("duoi_1", "06", where(LENGTH=Length.UNDER_ONE)),
        _coded("1_nam", "07", where(LENGTH=Length.ONE)),
        _coded("1_den_3", "08", where(LENGTH=Length.TO_THREE)),
        _coded("3_den_5", "09", where(LENGTH=Length.TO_FIVE)),
        _coded("tu_5", "10", where(LENGTH=Length.OVER_FIVE)),
        _coded("cach", "", kind=RowKind.HEADING),
        _coded("chuyen_de", "11", where(MOVEMENT_KIND=MovementKind.TOPICAL)),
        _coded("thuong_xuyen", "12", where(MOVEMENT_KIND=MovementKind.REGULAR)),
    ),
    _heads("a", "b", numbers=("A", "B")),
    where(SOURCE=Source.MOVEMENT),
)

_BUSINESS = where(SUBJECT=Subject.ENTREPRENEUR)
_NOT_BUSINESS = where(SUBJECT=tuple(one for one in Subject if one is not Subject.ENTREPRENEUR))
_RECIPIENT_ROWS = (
    ("tap_the", _UNIT),
    ("doanh_nghiep", both(_UNIT, _ENTERPRISE)),
    ("ho", where(RECIPIENT=RecipientKind.HOUSEHOLD)),
    ("ca_nhan", _PERSON),
    ("lanh_dao_tinh", None),
    ("lanh_dao_so", None),
    ("doanh_nhan", both(_PERSON, _BUSINESS)),
    ("lanh_dao_khac", both(_LEADER, _NOT_BUSINESS)),
    ("truc_tiep", both(_DIRECT, _NOT_BUSINESS)),
)
_UNITS = MappingProxyType({"tap_the": "tap_the", "doanh_nghiep": "doanh_nghiep", "ho": "ho"})
_MANNER_ROWS = (
    ("thuong_xuyen_kt", Manner.MERIT),
    ("chuyen_de_kt", Manner.TOPICAL),
    ("dot_xuat_kt", Manner.SUDDEN),
    ("doi_ngoai_kt", Manner.FOREIGN),
    ("cong_hien_kt", Manner.SERVICE),
    ("nien_han_kt", Manner.TERM),
    ("khang_chien_kt", Manner.RESISTANCE),
)


def _by_recipient(first: int) -> list[Row]:
    """«Chia theo đối tượng khen thưởng», its mã số running from `first`."""
    return [
        _coded(
            key,
            f"{first + place:02}",
            test,
            _UNITS.get(key, "nguoi"),
            kind=RowKind.BLANK if test is None else RowKind.FIGURES,
        )
        for place, (key, test) in enumerate(_RECIPIENT_ROWS)
    ]


def _by_manner(first: int) -> list[Row]:
    """«Chia theo phương thức khen thưởng»."""
    return [
        _coded(key, f"{first + place:02}", where(MANNER=manner), "")
        for place, (key, manner) in enumerate(_MANNER_ROWS)
    ]


_ORDERS = (
    "huan_chuong_doc_lap_hang_nhat",
    "huan_chuong_doc_lap_hang_nhi",
    "huan_chuong_doc_lap_hang_ba",
    "huan_chuong_lao_dong_hang_nhat",
    "huan_chuong_lao_dong_hang_nhi",
    "huan_chuong_lao_dong_hang_ba",
    "huan_chuong_dung_cam",
    "huy_chuong_thanh_nien_xung_phong_ve_vang",
)
_HONOURS = ("ba_me_viet_nam_anh_hung", *sorted(STATE_NAMES))
_STATE_OTHER = ("khen_thuong_khang_chien", "khen_thuong_qua_trinh_cong_hien")
HCM_PRIZE, STATE_PRIZE = "giai thuong ho chi minh", "giai thuong nha nuoc"


def _state(key: str, number: str, awards: Sequence[str], *tests: Where) -> Column:
    return Column(key, Measure.COUNT, both(where(AWARD=awards), *tests), number=number)


TABLE_0602 = TableDef(
    "0602",
    (
        Column("1", number="1"),
        _state("2_tt", "2", _ORDERS, _UNIT),
        _state("2_cn", "2", _ORDERS, _PERSON),
        _state("3", "3", (HCM_PRIZE,)),
        _state("4", "4", (STATE_PRIZE,)),
        _state("5_tt", "5", _HONOURS, _UNIT),
        _state("5_cn", "5", _HONOURS, _PERSON),
        _state("6", "6", ("co_thi_dua_chinh_phu",)),
        _state("7_tt", "7", ("bang_khen_thu_tuong",), _UNIT),
        _state("7_cn", "7", ("bang_khen_thu_tuong",), _PERSON),
        _state("8", "8", ("chien_si_thi_dua_toan_quoc",)),
        _state("9_tt", "9", _STATE_OTHER, _UNIT),
        _state("9_cn", "9", _STATE_OTHER, _PERSON),
    ),
    (
        _coded("tong", "01", unit=""),
        _coded("don_vi_trinh", "", unit="", kind=RowKind.HEADING),
        _coded("bo_nganh", "02", unit="bo_nganh", kind=RowKind.BLANK),
        _coded("tinh_tp", "03", unit="tinh_tp", kind=RowKind.BLANK),
        _coded("doi_tuong", "", unit="", kind=RowKind.HEADING),
        *_by_recipient(6),
        _coded("phuong_thuc", "", unit="", kind=RowKind.HEADING),
        *_by_manner(15),
    ),
    _heads("a", "b", "c", numbers=("A", "B", "C")),
    both(where(LEVEL=Level.STATE), _WON),
)

TABLE_0603 = TableDef(
    "0603",
    (
        Column("1", number="1"),
        _state("2", "2", ("bang_khen_cap_tinh",)),
        _state("3", "3", ("chien_si_thi_dua_cap_tinh",)),
        _state("4", "4", ("co_thi_dua_cap_tinh",)),
        _state("5", "5", ("ky_niem_chuong",)),
    ),
    (
        _coded("tong", "01", unit=""),
        _coded("doi_tuong", "", unit="", kind=RowKind.HEADING),
        *_by_recipient(2),
        _coded("phuong_thuc", "", unit="", kind=RowKind.HEADING),
        *_by_manner(11),
    ),
    _heads("a", "b", "c", numbers=("A", "B", "C")),
    both(where(LEVEL=Level.PROVINCE), _WON),
)


def _blank(key: str, code: str, unit: str | None = None) -> Row:
    return _coded(key, code, unit=unit, kind=RowKind.BLANK)


_BLANKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "tuoi": ("den_30", "den_40", "den_50", "den_55", "den_60", "tren_60"),
        "trinh_do": ("so_cap", "trung_cap", "cao_dang", "dai_hoc", "tren_dai_hoc"),
        "tham_nien": ("duoi_5_nam", "den_10_nam", "tu_10_nam"),
    }
)


def _staff_rows() -> tuple[Row, ...]:
    rows, code = [_blank("tong", "01")], 2
    for group, keys in _BLANKS.items():
        rows.append(_coded(group, "", kind=RowKind.HEADING))
        for key in keys:
            rows.append(_blank(key, f"{code:02}"))
            code += 1
    return tuple(rows)


TABLE_0604 = TableDef(
    "0604",
    (Column("1", Measure.BLANK, number="1"),),
    (
        _blank("tong", "01", "to_chuc"),
        _coded("bo_may", "", unit="", kind=RowKind.HEADING),
        _blank("cap_vu", "02", "vu"),
        _blank("phong_thuoc_vu", "03", "phong"),
        _blank("ban_thuoc_so", "04", "ban"),
        _blank("phong_thuoc_so", "05", "phong"),
    ),
    _heads("a", "b", "c", numbers=("A", "B", "C")),
)
TABLE_0605 = TableDef(
    "0605",
    (Column("1", Measure.BLANK, number="1"), Column("2", Measure.BLANK, number="2")),
    _staff_rows(),
    _heads("a", "b", numbers=("A", "B")),
)

TABLES = MappingProxyType(
    {
        one.id: one
        for one in (
            TABLE_01,
            TABLE_03,
            TABLE_03_COMMUNE,
            TABLE_05,
            TABLE_0601,
            TABLE_0602,
            TABLE_0603,
            TABLE_0604,
            TABLE_0605,
        )
    }
)
"""Every table by its id, in the order in which they are offered."""
