"""What the tables of State-level commendations share: a nominee with years, awards and minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from khenthuong.domain.kinds import UnitKind
from khenthuong.domain.register import PartialDate
from tests.domain.rules.commune import BK, TTLDXS, Commune, rulebook

TTG, CO_TINH, CO_CP = "bang_khen_thu_tuong", "co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu"
DVQT = "don_vi_quyet_thang"
LD3, LD2, LD1 = (f"huan_chuong_lao_dong_hang_{one}" for one in ("ba", "nhi", "nhat"))
DL3, DL2, DL1 = (f"huan_chuong_doc_lap_hang_{one}" for one in ("ba", "nhi", "nhat"))
__all__ = ["BK", "TTLDXS"]


def books(code: str, **kept: object) -> Commune:
    """A commune whose books are complete since 1990, with one person CN01 or one unit `code`.

    `good` and `best`: years rated HTTNV and HTXSNV; `poor`: years rated HTNV. `won`: award → years.
    """
    commune = Commune(complete_from=1990)
    if code == "CN01":
        joined = PartialDate(2000, 1, 1)
        commune.person(joined=joined, **_only(kept, "subject", "died", "nationality")).minutes()
    else:
        commune.unit(code, **_only(kept, "kind", "founded")).minutes(code)
    for level, name in (("HTNV", "poor"), ("HTTNV", "good"), ("HTXSNV", "best")):
        years: Iterable[int] = kept.get(name, ())  # type: ignore[assignment]
        for year in years:
            commune.ratings = [
                row for row in commune.ratings if (row.recipient, row.year.start) != (code, year)
            ]
            commune.rate(code, level, year)
    won: Mapping[str, Iterable[int]] = kept.get("won", {})  # type: ignore[assignment]
    for award, years in won.items():
        commune.won(code, award, *years)
    return commune


def _only(kept: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: kept[name] for name in names if name in kept}


def office(**kept: object) -> Commune:
    """The books of a collective TT09, founded on 30/06/1992 unless said otherwise."""
    return books("TT09", **{"kind": UnitKind.OFFICE, "founded": PartialDate(1992, 6, 30), **kept})


def name(award: str) -> str:
    """The award's name, as the Law writes it."""
    return rulebook().awards[award].name
