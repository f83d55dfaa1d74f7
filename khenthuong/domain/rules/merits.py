"""Rules on what was achieved: declared points, deeds, movements, contributions, evidence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status
from khenthuong.domain.movement import Movement
from khenthuong.domain.records import Achievement
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.branches import named_child
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.minutes import confirmed_by_unit
from khenthuong.domain.rules.past_results import NOT_FOR_MERIT
from khenthuong.domain.vietnamese import fold

_STATE, _CENTRE, _PROVINCE, _COMMUNE = "nha_nuoc", "trung_uong", "tinh", "xa"
_STATE_WORDS = re.compile(r"\b(?:chu tich nuoc|thu tuong)\b")
_MINISTRY = re.compile(r"\bbo\b")
# The first word of level in the issuer decides: «UBND xã A, tỉnh B» is a commune's.
_LEVELS = re.compile(
    r"\b(?:(?P<xa>xa|phuong|dac khu|thi tran)|(?P<old>huyen|quan|thi xa)|"
    r"(?P<tinh>tinh|thanh pho|thanh uy|tp)|"
    r"(?P<tw>bo|chinh phu|thu tuong|chu tich nuoc|trung uong|toan quoc|quoc hoi))\b"
)


def declared(criterion: Criterion, case: Case) -> Outcome:
    """A qualitative point: confirmed in bulk by the minutes of the unit, never computed.

    What the article wants recognised by somebody else (`recognised_by`: «được Bộ, ban, ngành, tỉnh
    công nhận») no meeting of the unit settles: the minutes stand, the recognition is compared.
    """
    outcome = confirmed_by_unit(criterion, case)
    recogniser = criterion.parameters.get("recognised_by")
    if recogniser is None or outcome.status is not Status.MET:
        return outcome
    return replace(outcome, status=Status.TO_COMPARE, code=_RECOGNISED_BY[str(recogniser)], cure="")


_RECOGNISED_BY = {
    "tinh": "finding.declared_recognised_by_province",
    "luc_luong_vu_trang": "finding.declared_recognised_by_forces",
}


def manual(criterion: Criterion, case: Case) -> Outcome:
    """A point that only a person can settle; the award file words it."""
    return Outcome(Status.TO_COMPARE, "finding.manual", {"label": criterion.label})


def _named(case: Case) -> list[Achievement]:
    known = case.index.facts.achievements
    return [known[code] for code in case.nomination.achievements if code in known]


def deed(criterion: Criterion, case: Case) -> Outcome:
    """A sudden achievement with date, content and evidence (Điều 85 khoản 1 điểm b)."""
    rows = [row for row in _named(case) if row.kind is AchievementKind.SUDDEN] or _named(case)
    if not rows:
        own = [
            row.code
            for row in case.index.facts.achievements_of.get(case.code, ())
            if row.kind is AchievementKind.SUDDEN and not case.index.uses(row.code)
        ]
        own.sort()
        code = "finding.deed_not_named" if own else "finding.deed_missing"
        return Outcome(
            Status.MISSING, code, {"codes": tuple(own)}, cures.nomination(case.code, "thanh_tich")
        )
    return _deed_outcome(case, rows[0])


def _deed_outcome(case: Case, row: Achievement) -> Outcome:
    arguments: dict[str, object] = {"code": row.code, "content": row.content}
    cure = cures.achievement(row.code)
    if row.recipient != case.code:
        return Outcome(
            Status.NOT_MET,
            "finding.achievement_of_other",
            {**arguments, "who": case.index.name(row.recipient)},
            cure,
        )
    if row.kind is not AchievementKind.SUDDEN:
        arguments["kind"] = row.kind
        return Outcome(Status.TO_COMPARE, "finding.deed_kind", arguments, cure)
    day = row.when.exact if row.when else None
    if day is None:
        return Outcome(Status.MISSING, "finding.deed_no_date", arguments, cure)
    if not row.content:
        return Outcome(Status.MISSING, "finding.deed_no_content", arguments, cure)
    if not _has_evidence(case, row):
        return Outcome(Status.MISSING, "finding.deed_no_evidence", arguments, cure)
    return Outcome(Status.MET, "finding.deed", {**arguments, "day": day})


def _has_evidence(case: Case, row: Achievement) -> bool:
    return any(name in case.index.facts.files for name in row.evidence)


def evidence(criterion: Criterion, case: Case) -> Outcome:
    """Every named achievement has a file in the evidence store."""
    rows = _named(case)
    cure = cures.nomination(case.code, "thanh_tich")
    if not rows:
        return Outcome(Status.MISSING, "finding.evidence_no_achievement", cure=cure)
    bare = [row.code for row in rows if not _has_evidence(case, row)]
    if bare:
        return Outcome(
            Status.MISSING,
            "finding.evidence_missing",
            {"codes": tuple(bare)},
            cures.achievement(bare[0]),
        )
    return Outcome(Status.MET, "finding.evidence", {"codes": tuple(row.code for row in rows)})


def contribution(criterion: Criterion, case: Case) -> Outcome:
    """What the recipient gave in đồng, land, labour, against `at_least` or a dated `value` (đồng).

    The Law says «nhiều đóng góp» without a figure (Điều 74 khoản 5): without one, to compare.
    """
    of_recipient = case.index.facts.achievements_of.get(case.code, ())
    rows = [
        row
        for row in (_named(case) or of_recipient)
        if row.recipient == case.code
        and (row.kind is AchievementKind.CONTRIBUTION or row.contribution is not None)
    ]
    total = sum(row.contribution or 0 for row in rows)
    given = case.index.set_value(criterion)
    needed = given.value if given else criterion.parameters.get("at_least")
    arguments: dict[str, object] = {
        "total": total,
        "codes": tuple(row.code for row in rows),
        "needed": int(str(needed)) if needed is not None else 0,
    }
    if not rows:
        return Outcome(
            Status.MISSING, "finding.contribution_missing", arguments, cures.achievement(case.code)
        )
    unvalued = tuple(row.code for row in rows if row.contribution is None)
    cure = cures.achievement(unvalued[0]) if unvalued else ""
    if needed is None:
        code = "finding.contribution_no_limit" if total else "finding.contribution_unvalued"
        return Outcome(Status.TO_COMPARE, code, arguments, "" if total else cure)
    if total >= int(str(needed)):
        return Outcome(Status.MET, "finding.contribution", arguments)
    if unvalued:
        # What nobody valued is not nothing: land and labour may be worth the sum.
        return Outcome(
            Status.MISSING,
            "finding.contribution_value_missing",
            {**arguments, "unvalued": unvalued},
            cure,
        )
    return Outcome(Status.NOT_MET, "finding.contribution", arguments)


def movement_result(criterion: Criterion, case: Case) -> Outcome:
    """A recorded result in a movement launched by a level of `launched_by` (any when absent).

    Điều 74 khoản 1 điểm a asks for a movement of «Bộ, ban, ngành, tỉnh»: the commune's own is not
    enough; the level is read from Cơ quan of the movement. `years`: it was carried out for at least
    so many years (Điều 25 khoản 3, Điều 26 khoản 2).
    """
    rows = [
        row
        for row in (_named(case) or case.index.facts.achievements_of.get(case.code, ()))
        if row.recipient == case.code and row.movement
    ]
    movement = _movement(case, rows)
    if movement is None:
        return Outcome(
            Status.MISSING,
            "finding.movement_missing",
            cure=cures.nomination(case.code, "thanh_tich"),
        )
    rows = [row for row in rows if row.movement == movement.code]
    return _launched(criterion, case, movement, rows)


def _movement(case: Case, rows: list[Achievement]) -> Movement | None:
    of_round = case.index.round.movement
    codes = [row.movement for row in rows]
    code = of_round if of_round in codes or not codes else codes[0]
    if not codes and case.index.round.kind is not RoundKind.MOVEMENT:
        return None
    return case.index.facts.movements.get(code)


def _launched(
    criterion: Criterion, case: Case, movement: Movement, rows: list[Achievement]
) -> Outcome:
    wanted = criterion.parameters.get("launched_by", ())
    levels = wanted if isinstance(wanted, tuple) else ()
    arguments: dict[str, object] = {
        "movement": movement.name,
        "issuer": movement.issuer or "…",
        "plan": movement.plan_number or "…",
        "codes": tuple(row.code for row in rows),
    }
    cure = cures.movement(movement.code)
    if not movement.issuer.strip():
        return Outcome(Status.MISSING, "finding.movement_no_plan", arguments, cure)
    level = _level(movement.issuer, levels)
    by_state = "_by_state" if levels == (_STATE,) else ""
    if levels and level == "":
        return Outcome(
            Status.TO_COMPARE, f"finding.movement_level_unclear{by_state}", arguments, cure
        )
    if levels and level not in levels:
        return Outcome(Status.NOT_MET, f"finding.movement_level{by_state}", arguments, cure)
    too_short = _too_short(criterion, movement, arguments)
    if too_short is not None:
        return too_short
    if not rows:
        return Outcome(
            Status.MISSING,
            "finding.movement_no_result",
            arguments,
            cures.nomination(case.code, "thanh_tich"),
        )
    return Outcome(Status.MET, "finding.movement", arguments)


def _too_short(
    criterion: Criterion, movement: Movement, arguments: dict[str, object]
) -> Outcome | None:
    years = int(str(criterion.parameters.get("years", 0)))
    if not years:
        return None
    cure = cures.movement(movement.code)
    arguments |= {"years": years, "start": movement.start or "…", "end": movement.end or "…"}
    if movement.start is None or movement.end is None:
        return Outcome(Status.MISSING, "finding.movement_no_span", arguments, cure)
    after = movement.end + timedelta(days=1)
    served = (after.year - movement.start.year) - (
        (after.month, after.day) < (movement.start.month, movement.start.day)
    )
    if served < years:
        return Outcome(Status.NOT_MET, "finding.movement_short", arguments, cure)
    return None


def _level(issuer: str, levels: tuple[str, ...]) -> str:
    """The level as `levels` tell them apart: nha_nuoc only where it is asked for."""
    level = launched_by(issuer)
    if _STATE not in levels or level != _CENTRE:
        return level
    words = fold(issuer)
    if _STATE_WORDS.search(words):
        return _STATE
    return level if _MINISTRY.search(words) else ""


def launched_by(issuer: str) -> str:
    """trung_uong, tinh or xa as the issuer's own words tell; "" when they do not."""
    match = _LEVELS.search(fold(issuer))
    if match is None or match["old"]:
        return ""
    if match["xa"]:
        return _COMMUNE
    return _PROVINCE if match["tinh"] else _CENTRE


def merit_basis(criterion: Criterion, case: Case) -> Outcome:
    """Results of đột xuất and chuyên đề are no basis for a higher award by công trạng.

    NĐ 152/2025 Điều 4. Refused where the branch named rests on results and all that is named is of
    those kinds; compared where the branch counts years, or something else is named as well.
    """
    rows = _named(case)
    barred = [row for row in rows if row.kind in NOT_FOR_MERIT]
    if not barred:
        code = "finding.merit_basis" if rows else "finding.merit_basis_none"
        return Outcome(Status.MET, code, {"codes": tuple(row.code for row in rows)})
    arguments: dict[str, object] = {
        "codes": tuple(row.code for row in barred),
        "kinds": tuple(dict.fromkeys(row.kind for row in barred)),
        "award": case.award.name,
    }
    cure = cures.nomination(case.code, "thanh_tich")
    if len(barred) == len(rows) and _rests_on_results(case):
        return Outcome(Status.NOT_MET, "finding.merit_basis_barred", arguments, cure)
    return Outcome(Status.TO_COMPARE, "finding.merit_basis_compared", arguments, cure)


_BY_RESULTS = frozenset({"declared", "movement_result", "deed", "contribution"})


def _rests_on_results(case: Case) -> bool:
    """Whether the branch named is one of results; unknown where none is named."""
    branch = case.nomination.branch
    tops = (one for one in case.award.criteria if branch and one.kind == "any_of")
    children = (named_child(one, branch) for one in tops)
    return any(child is not None and child.kind in _BY_RESULTS for child in children)
