"""The tree's branch of the movement a round sums up (phong trào thi đua, Điều 17 of the Law)."""

from __future__ import annotations

from khenthuong.documents.filters import long_date, short_date, together
from khenthuong.documents.wording import word
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.movement import Movement

Branch = dict[str, object]


def movement_branch(facts: DossierFacts) -> Branch:
    """`phong_trao`: its name, the plan that launched it, and from when to when it ran."""
    launched = facts.movement
    if launched is None:
        return {}
    return {
        "ten": launched.name,
        "chu_de": launched.theme,
        "ke_hoach": _plan(launched),
        "giai_doan": _period(launched),
    }


def _plan(launched: Movement) -> str:
    """«Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của …», as far as it is known."""
    if not launched.plan_number:
        return ""
    parts = [word("movement.plan", number=launched.plan_number)]
    if launched.issued:
        parts.append(long_date(launched.issued))
    if launched.issuer:
        parts.append(word("issuer", issuer=launched.issuer))
    return together(" ".join(parts))


def _period(launched: Movement) -> str:
    if launched.start and launched.end:
        start, end = short_date(launched.start), short_date(launched.end)
        return word("movement.period", start=start, end=end)
    if launched.start:
        return word("movement.since", start=short_date(launched.start))
    return ""
