"""The tree's branch of a village meeting on «Gia đình văn hóa» (Điều 7 of NĐ 86/2023)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from khenthuong.documents.filters import number, padded
from khenthuong.documents.subject_branch import subject
from khenthuong.documents.wording import head_of_village, in_sentence
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.register import Household
from khenthuong.domain.rounds import Vote

Branch = dict[str, object]
Rows = list[dict[str, object]]

AWARD = "gia_dinh_van_hoa"
_TENTH = Decimal("0.1")


def village(facts: DossierFacts) -> Branch:
    """`binh_xet`: the households of the meeting's village, their points and votes."""
    about = subject(facts)
    unit = about.unit
    if unit is None or about.meeting is None:
        return {}
    rows = _rows(facts, unit.code, about.meeting.code)
    agreed = [row for row in rows if row["dat"]]
    return {
        "thon": unit.name,
        "thon_trong_cau": in_sentence(unit.name),
        "chuc_danh": head_of_village(unit.name),
        "nguoi_dung_dau": unit.head or None,
        "dong": rows,
        "dat": _numbered(agreed),
        "so_ho": padded(len(rows)),
        "so_ho_dat": padded(len(agreed)),
    }


def _rows(facts: DossierFacts, unit: str, meeting: str) -> Rows:
    votes = {v.recipient: v for v in facts.votes if v.meeting == meeting and v.award == AWARD}
    proposed = [
        one
        for one in facts.nominees
        if one.award.id == AWARD
        and isinstance(one.recipient, Household)
        and one.recipient.village == unit
    ]
    return _numbered([_row(facts, one, votes.get(one.recipient.code)) for one in proposed])


def _row(facts: DossierFacts, one: Nominee, vote: Vote | None) -> dict[str, object]:
    household = one.recipient
    assert isinstance(household, Household)
    return {
        "ten": one.name,
        "so_nhan_khau": str(household.members or ""),
        "diem": _points(facts, one),
        "dong_y": f"{vote.agree}/{vote.cast}" if vote else "",
        "ty_le": _share(vote),
        "dat": vote is not None and not vote.refused,
        "y_kien": "",
    }


def _numbered(rows: Rows) -> Rows:
    return [{**row, "stt": place} for place, row in enumerate(rows, start=1)]


def _points(facts: DossierFacts, one: Nominee) -> str:
    rated = next((r for r in one.ratings if r.year == facts.round.year), None)
    return number(rated.points) if rated is not None and rated.points is not None else ""


def _share(vote: Vote | None) -> str:
    """Of those who voted: «88,9%»."""
    if vote is None or not vote.cast:
        return ""
    exact = (Decimal(100 * vote.agree) / vote.cast).quantize(_TENTH, ROUND_HALF_UP)
    return f"{number(exact).removesuffix(',0')}%"
