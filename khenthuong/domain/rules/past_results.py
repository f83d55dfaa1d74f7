"""What a past award rests on, and which awards the catalogue does not know may be the one meant."""

from __future__ import annotations

from khenthuong.domain.kinds import AchievementKind, Authority, RoundKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.rules.case import Case
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year

NOT_FOR_MERIT = frozenset({AchievementKind.SUDDEN, AchievementKind.TOPICAL})
"""Kinds of achievement that no higher award by công trạng rests on (NĐ 152/2025 Điều 4)."""

_SAID = ("dot xuat", "chuyen de")
_FORM_WORDS = 2


def by_sudden_or_topical(case: Case, row: PastAward) -> bool:
    """Whether an award was won by đột xuất or chuyên đề, in a round where that matters.

    Told by «Theo tiêu chuẩn», or by the achievements it used.
    """
    if case.index.round.kind is not RoundKind.MERIT or not case.index.decree_152:
        return False
    if row.branch and any(word in fold(row.branch) for word in _SAID):
        return True
    known = case.index.facts.achievements
    used = [known[code] for code in row.achievements if code in known]
    return bool(used) and all(one.kind in NOT_FOR_MERIT for one in used)


def unlisted_like(
    case: Case, awards: tuple[str, ...], years: frozenset[Year] | None
) -> list[PastAward]:
    """Awards kept as written whose form is that of one asked for («Bằng khen của Bộ …»).

    What a ministry or a central body gave counts where the Law says «của Bộ, ban, ngành, tỉnh»
    (Điều 3 khoản 5); whether this one does, a person must see.
    """
    rows = [row for row in case.index.facts.awards.get(case.code, ()) if not row.award]
    rows = [row for row in rows if not case.index.award_of(row)]
    if not rows:
        return []
    known = (case.index.rulebook.awards[award] for award in awards)
    forms = {_form(one.name) for one in known if one.authority is Authority.PROVINCE}
    return [
        row
        for row in rows
        if _form(row.award_name) in forms
        and (year := row.year.as_kind(school=case.school)) <= case.year
        and (years is None or year in years)
    ]


def _form(name: str) -> str:
    return " ".join(fold(name).split()[:_FORM_WORDS])
