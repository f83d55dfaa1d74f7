"""The tree's branch of a cụm or khối: its score sheets member by member, sums, the ranking."""

from __future__ import annotations

from decimal import Decimal

from khenthuong.documents.wording import word, year_phrase
from khenthuong.domain.clusters import ClusterMember, ScoreSheet, Standing, lacks, standings
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.figures import write_figure

Branch = dict[str, object]
Rows = list[dict[str, object]]


def cluster_branch(facts: DossierFacts) -> Branch:
    """`cum`: name, year, members with every criterion scored, sums, and who stands where."""
    sheet = facts.subject.cluster if facts.subject else None
    if sheet is None:
        return {}
    found = standings(sheet)
    provisional = any(one.weighs for one in lacks(sheet))
    return {
        "ten": sheet.cluster.name,
        "nam": year_phrase(sheet.cluster.year),
        "truong": sheet.cluster.lead,
        "quyet_dinh": sheet.cluster.decision,
        "diem_chuan": write_figure(sheet.most),
        "xep_hang": [_ranked(place, one) for place, one in enumerate(found, start=1)],
        "cham": [_scored(sheet, one.member, one) for one in found],
        "tam_tinh": word("cluster.provisional") if provisional else "",
        "dong_hang": _ties(found),
    }


def _ranked(place: int, one: Standing) -> dict[str, object]:
    return {
        "stt": place,
        "ten": one.member.name,
        "tu_cham": _points(one.own),
        "cum_cham": _points(one.agreed),
        "hang": str(one.rank) if one.rank else word("cluster.unranked"),
    }


def _scored(sheet: ScoreSheet, member: ClusterMember, total: Standing) -> dict[str, object]:
    return {
        "ten": member.name,
        "tu_cham": _points(total.own),
        "cum_cham": _points(total.agreed),
        "dong": _cells(sheet, member.name),
    }


def _cells(sheet: ScoreSheet, member: str) -> Rows:
    rows: Rows = []
    for criterion in sheet.ordered:
        score = sheet.score(member, criterion.number)
        rows.append(
            {
                "so": criterion.number,
                "noi_dung": criterion.content,
                "chuan": _points(criterion.most_points),
                "tu_cham": _points(score.own_points),
                "cum_cham": _points(score.agreed_points),
                "ly_do": score.reason,
            }
        )
    return rows


def _ties(found: tuple[Standing, ...]) -> str:
    """«Bằng điểm, cùng xếp thứ 2: A, B; thứ hạng tiếp theo là 4.» for every shared rank."""
    said: list[str] = []
    for rank in sorted({one.rank for one in found if one.rank and one.tied}):
        names = [one.member.name for one in found if one.rank == rank]
        told = word("cluster.tied", rank=rank, names=", ".join(names), after=rank + len(names))
        said.append(told)
    return " ".join(said)


def _points(value: Decimal | None) -> str:
    return "" if value is None else write_figure(value)
