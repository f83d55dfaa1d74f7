"""What the books know of the past: ratings, awards, initiatives, discipline, achievements."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from khenthuong.domain.kinds import (
    AchievementKind,
    Comparison,
    DisciplineForm,
    InitiativeKind,
    InitiativeScope,
    MovementKind,
    MovementLevel,
    RatingLevel,
    TaskKind,
)
from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Registration,
    Target,
    UnitTarget,
)
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from scripts.xa_mau import so_bo, ten

SCHOOLS = ("TT05", "TT06", "TT07", "TT19")
NOW = Year(2025)

AWARD_IDS = {
    "Lao động tiên tiến": "lao_dong_tien_tien",
    "Chiến sĩ thi đua cơ sở": "chien_si_thi_dua_co_so",
    "Tập thể lao động tiên tiến": "tap_the_lao_dong_tien_tien",
    "Tập thể lao động xuất sắc": "tap_the_lao_dong_xuat_sac",
    "Giấy khen của Chủ tịch Ủy ban nhân dân xã": "giay_khen_xa",
    "Chiến sĩ thi đua cấp tỉnh": "chien_si_thi_dua_cap_tinh",
    "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh": "bang_khen_cap_tinh",
}
_LEVELS = {
    "X": RatingLevel.EXCELLENT,
    "T": RatingLevel.GOOD,
    "D": RatingLevel.DONE,
    "K": RatingLevel.NOT_DONE,
}
_UNIT_RATINGS = {
    "TT01": "---T",
    "TT02": "---T",
    "TT03": "---X",
    "TT04": "---T",
    "TT05": "TXXX",
    "TT06": "TTTT",
    "TT07": "TTDT",
    "TT08": "TTXX",
    "TT14": "-TTT",
    "TT15": "-TTT",
    "TT16": "TXTX",
    "TT17": "-TTT",
    "TT18": "TTTX",
    "TT23": "TTTT",
}
ISSUERS = {
    "H": f"Chủ tịch Ủy ban nhân dân {so_bo.OLD_DISTRICT}",
    "M": "Chủ tịch Ủy ban nhân dân xã Vĩnh Khê Thượng",
    "T": "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng",
    "C": "Bộ trưởng Bộ Giáo dục và Đào tạo",
}
_LAO_DONG_TIEN_TIEN = "Lao động tiên tiến"


def in_school(code: str) -> bool:
    """Whether a person, unit or topic group counts in school years."""
    unit = so_bo.roster()[code].person.unit if code.startswith("CN") else code
    return unit in SCHOOLS or so_bo.units()[unit].parent in SCHOOLS


def _years(code: str) -> tuple[Year, ...]:
    school = in_school(code)
    return tuple(Year(start, school) for start in range(2022, 2026))


def _decided(year: Year, offset: int) -> date:
    if year.school:
        return working(date(year.end, 6, 10 + offset % 18))
    return working(date(year.end, 12, 5 + offset % 20))


def working(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def ratings() -> tuple[Rating, ...]:
    """Four years of ratings; farmers have none, as the law asks none of them."""
    letters = {code: entry.ratings for code, entry in so_bo.roster().items()}
    return tuple(
        _rating(code, year, _LEVELS[letter])
        for code, marks in (letters | _UNIT_RATINGS).items()
        for year, letter in zip(_years(code), marks, strict=True)
        if letter in _LEVELS
    )


def _rating(code: str, year: Year, level: RatingLevel) -> Rating:
    unit = so_bo.roster()[code].person.unit if code.startswith("CN") else "xa"
    offset = ten.number(f"{unit}{year}", 18)
    base = {"HTXSNV": 92, "HTTNV": 81, "HTNV": 66, "KHTNV": 41}[level.value]
    points = Decimal(base * 10 + ten.number(f"{code}{year}p", 60)) / 10
    return Rating(
        code,
        year,
        level,
        points if code.startswith("CN") else None,
        f"{20 + ten.number(f'{unit}{year}q', 180)}/QĐ-{'UBND' if unit == 'xa' else 'XLCL'}",
        _decided(year, offset),
    )


def past_awards() -> tuple[PastAward, ...]:
    """What khen_thuong.txt lists, and a title «Lao động tiên tiến» for most good years."""
    found: list[PastAward] = []
    for line in so_bo.lines("khen_thuong.txt"):
        code, years, name, issuer, branch, initiatives = line.split("|")
        found += [
            _past(code, Year.parse(year), name, issuer, branch, tuple(filter(None, [initiatives])))
            for year in years.split(";")
        ]
    return tuple(found + _good_years())


def _good_years() -> list[PastAward]:
    return [
        _past(code, year, _LAO_DONG_TIEN_TIEN, "X", "", ())
        for code, entry in so_bo.roster().items()
        for year, letter in zip(_years(code)[:3], entry.ratings, strict=False)
        if letter in "XT"
        and ten.number(f"{code}{year}l", 10) < 8
        and entry.person.unit not in ("TT15", "TT19")
    ]


def _past(
    code: str, year: Year, name: str, issuer: str, branch: str, initiatives: tuple[str, ...]
) -> PastAward:
    printed = ISSUERS.get(issuer) or f"Chủ tịch Ủy ban nhân dân {_former_commune(code)}"
    key = f"{printed}{year}{name}"
    decided = _decided(year, ten.number(key, 18))
    if issuer in "HXT" and not year.school:
        decided = working(date(year.end + 1, 1, 6 + ten.number(key, 14)))
    return PastAward(
        code,
        year,
        name,
        AWARD_IDS.get(name, ""),
        f"{100 + ten.number(key + 's', 2800)}/QĐ-{'BGDĐT' if issuer == 'C' else 'UBND'}",
        decided,
        printed,
        branch,
        initiatives,
    )


def _former_commune(code: str) -> str:
    return ten.pick(code + "c", so_bo.OLD_COMMUNES)


@cache
def initiatives() -> dict[str, Initiative]:
    """Sáng kiến and đề tài by code; one has no recognising decision on purpose."""
    found = dict[str, Initiative]()
    for line in so_bo.lines("sang_kien.txt"):
        code, name, authors, year, scope, kind, decision, day = line.split("|")
        found[code] = Initiative(
            code,
            name,
            tuple(authors.split(";")),
            Year.parse(year),
            InitiativeScope(scope),
            InitiativeKind(kind),
            decision,
            date.fromisoformat(day) if day else None,
        )
    return found


def disciplines() -> tuple[Discipline, ...]:
    """A cảnh cáo, a khiển trách, one served long ago, and a hold."""
    return (
        Discipline(
            "CN008", DisciplineForm.WARNING, date(2025, 6, 10), date(2026, 6, 9), "214/QĐ-UBND"
        ),
        Discipline(
            "CN015", DisciplineForm.REPRIMAND, date(2025, 9, 15), date(2025, 12, 14), "87/QĐ-UBND"
        ),
        Discipline(
            "CN051", DisciplineForm.REPRIMAND, date(2024, 10, 1), date(2024, 12, 31), "35/QĐ-THCS"
        ),
        Discipline("CN110", DisciplineForm.COMPLAINT_VERIFIED, date(2025, 11, 24)),
    )


def _table(name: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


@cache
def achievements() -> dict[str, Achievement]:
    """Thành tích by code; evidence paths are relative to the workbook."""
    return {
        row["ma"]: Achievement(
            row["ma"],
            row["cua"],
            PartialDate.from_iso(row["khi"]),
            AchievementKind(row["loai"]),
            row["noi_dung"],
            row["ket_qua"],
            row.get("gia_tri"),
            row.get("phong_trao", ""),
            tuple(f"minh_chung/{name}" for name in row.get("tep", ())),
        )
        for row in _table("thanh_tich.toml")["thanh_tich"]
    }


def movements() -> tuple[Movement, ...]:
    """Phong trào: a province's, the commune's answering ones, and their children."""
    return tuple(
        Movement(
            row["ma"],
            row["ten"],
            row["chu_de"],
            row["ke_hoach"],
            row.get("ngay"),
            row["co_quan"],
            row["tu"],
            row["den"],
            MovementKind(row["loai"]),
            row["thuoc"],
            MovementLevel(row["cap"]),
        )
        for row in _table("phong_trao.toml")["phong_trao"]
    )


def targets() -> tuple[Target, ...]:
    """Chỉ tiêu of all movements, figures as written."""
    return tuple(
        Target(
            row["ma"],
            content,
            unit,
            _comparison(sign),
            planned,
            to,
            period,
            base,
            achieved,
            number=number[0] if number else str(place),
        )
        for row in _table("phong_trao.toml")["phong_trao"]
        for place, (content, unit, sign, planned, to, period, base, achieved, *number) in enumerate(
            row["chi_tieu"], start=1
        )
    )


def tasks() -> tuple[MovementTask, ...]:
    """Contents, reviews and who does what of the commune's own plan."""
    return tuple(
        MovementTask(
            row["phong_trao"],
            number,
            TaskKind(kind),
            content,
            who,
            due=date.fromisoformat(due) if due else None,
            done=date.fromisoformat(done) if done else None,
            result=result,
        )
        for row in _table("phong_trao.toml")["viec"]
        for number, kind, content, who, due, done, result in row["dong"]
    )


def participants() -> tuple[Participant, ...]:
    """The villages that registered, with their pledges."""
    return tuple(
        Participant(r["phong_trao"], r["doi_tuong"], r["ngay"], r["giao_uoc"], r["danh_gia"])
        for r in _table("phong_trao.toml")["dang_ky"]
    )


def unit_targets() -> tuple[UnitTarget, ...]:
    """What the villages set themselves."""
    return tuple(
        UnitTarget(
            row["phong_trao"],
            row["doi_tuong"],
            content,
            unit,
            _comparison(sign),
            planned,
            to,
            period,
            cumulative=bool(mark),
        )
        for row in _table("phong_trao.toml")["dang_ky"]
        for content, unit, sign, planned, to, period, mark, _ in row["chi_tieu"]
    )


def progress() -> tuple[Progress, ...]:
    """What the villages reached, quarter by quarter."""
    return tuple(
        Progress(
            row["phong_trao"], row["doi_tuong"], content, period, date.fromisoformat(day), value
        )
        for row in _table("phong_trao.toml")["dang_ky"]
        for content, _, _, _, _, period, _, figures in row["chi_tieu"]
        for day, value in figures
    )


def registrations() -> tuple[Registration, ...]:
    """The awards that the villages aim at in the movement."""
    return tuple(
        Registration(row["doi_tuong"], Year(2026), award, row["phong_trao"], row["ngay"])
        for row in _table("phong_trao.toml")["dang_ky"]
        for award in row["danh_hieu"]
    )


def _comparison(sign: str) -> Comparison:
    return Comparison.RANGE if sign == "từ–đến" else Comparison(sign)
