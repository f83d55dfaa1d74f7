"""A small invented commune, and the statutory counts asked of SQLite itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from khenthuong import storage
from khenthuong.domain.kinds import Duty, UnitKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.years import Year
from khenthuong.services import office
from khenthuong.services.workspace import Workspace
from tests.factories import household, person, unit

ONLY_MERIT = (
    "lao_dong_tien_tien",
    "chien_si_thi_dua_co_so",
    "chien_si_thi_dua_cap_tinh",
    "chien_si_thi_dua_toan_quoc",
    "tap_the_lao_dong_tien_tien",
    "tap_the_lao_dong_xuat_sac",
    "gia_dinh_van_hoa",
    "thon_to_dan_pho_van_hoa",
)
NAMES = {
    "bang_khen_cap_tinh": "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "chien_si_thi_dua_cap_tinh": "Chiến sĩ thi đua cấp tỉnh",
    "bang_khen_thu_tuong": "Bằng khen của Thủ tướng Chính phủ",
    "giay_khen_xa": "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
}
_COUNT = """
SELECT count(*) FROM past_award AS a
JOIN recipient AS r ON r.code = a.recipient
LEFT JOIN person AS p ON p.code = a.recipient
LEFT JOIN unit AS u ON u.code = coalesce(p.unit, a.recipient)
WHERE coalesce(substr(a.decision_date, 1, 4), a.year) = :year AND {where}
"""
_MERIT = ", ".join(f"'{one}'" for one in ONLY_MERIT)
_MANNERS = {
    "cong_trang": f"a.branch LIKE '%ông trạng%' OR a.award IN ({_MERIT})",
    "ket_qua": "(a.branch LIKE '%chuyên đề%' OR a.branch LIKE '%đột xuất%') "
    f"AND a.award NOT IN ({_MERIT})",
    "doi_ngoai": f"a.branch LIKE '%ối ngoại%' AND a.award NOT IN ({_MERIT})",
}


def lay_down(root: Path) -> None:
    """An office, a state unit, an enterprise, four persons and a household."""
    office.start_books(root, office="Ủy ban nhân dân Xã Đồng Mây", province="Tỉnh Thử Nghiệm")


def fill(ws: Workspace) -> None:
    """The recipients."""
    with ws.books.write("thử"):
        storage.register.save(ws.books, unit())
        firm = unit("TT-002", name="Công ty Mây Tre", short_name="", kind=UnitKind.ENTERPRISE)
        storage.register.save(ws.books, firm)
        for code, duty, where in (
            ("CN-001", Duty.LEADER, "TT-001"),
            ("CN-002", Duty.DIRECT, "TT-001"),
            ("CN-003", None, "TT-001"),
            ("CN-004", Duty.DIRECT, "TT-002"),
        ):
            name = f"Nguyễn Thị Thử {code[-1]}"
            storage.register.save(ws.books, person(code, name=name, duty=duty, unit=where))
        storage.register.save(ws.books, household())


def award(
    ws: Workspace,
    recipient: str,
    award_id: str,
    branch: str = "",
    day: date | None = date(2026, 8, 3),
    number: str = "9/QĐ",
) -> None:
    """One award won."""
    row = PastAward(
        recipient,
        Year(day.year if day else 2026),
        NAMES.get(award_id, award_id),
        award_id,
        number,
        day,
        branch=branch,
    )
    with ws.books.write("thử"):
        storage.records.save(ws.books, row)


def asked(database: Path, year: int, *tests: str) -> int:
    """How many awards of a year fulfil these conditions, straight from SQLite."""
    where = " AND ".join(f"({test})" for test in tests) or "1"
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        query = _COUNT.format(where=where)
        return int(connection.execute(query, {"year": str(year)}).fetchone()[0])
    finally:
        connection.close()


def manner(name: str) -> str:
    """The condition of a phương thức."""
    return _MANNERS[name]


def province_row(database: Path, year: int, awards: Sequence[str]) -> dict[str, int]:
    """The counted columns of Biểu mẫu số 03 for some awards."""
    mine = "a.award IN ({})".format(", ".join(f"'{one}'" for one in awards))
    merit, result = manner("cong_trang"), manner("ket_qua")
    leader, direct = "p.duty = 'lanh_dao'", "p.duty = 'truc_tiep'"
    enterprise = "r.kind <> 'ho_gia_dinh' AND u.kind = 'doanh_nghiep'"
    columns = {
        "3": (),
        "4": (enterprise,),
        "5": ("r.kind = 'ca_nhan'",),
        "6": (merit,),
        "8": (merit, leader),
        "9": (merit, direct),
        "10": (result,),
        "12": (result, leader),
        "13": (result, direct),
        "14": (manner("doi_ngoai"),),
    }
    return {key: asked(database, year, mine, *tests) for key, tests in columns.items()}
