"""Rules on what was achieved: declared points, deeds, movements, contributions, evidence."""

from __future__ import annotations

import re

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import AchievementKind, RoundKind, Status
from khenthuong.domain.movement import Movement
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import Person
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.minutes import confirmed_by_unit
from khenthuong.domain.vietnamese import fold

_CENTRE, _PROVINCE, _COMMUNE = "trung_uong", "tinh", "xa"
# The first word of level in the issuer decides: «UBND xã A, tỉnh B» is a commune's.
_LEVELS = re.compile(
    r"\b(?:(?P<xa>xa|phuong|dac khu|thi tran)|(?P<old>huyen|quan|thi xa)|"
    r"(?P<tinh>tinh|thanh pho|thanh uy|tp)|"
    r"(?P<tw>bo|chinh phu|thu tuong|chu tich nuoc|trung uong|toan quoc|quoc hoi))\b"
)


def declared(criterion: Criterion, case: Case) -> Outcome:
    """A qualitative point: confirmed in bulk by the minutes of the unit, never computed."""
    return confirmed_by_unit(criterion, case)


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
    """What the recipient gave in đồng, land or labour; `at_least` (đồng) where a province sets it.

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
    needed = criterion.parameters.get("at_least")
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
    enough; the level is read from Cơ quan of the movement.
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
    level = launched_by(movement.issuer)
    if levels and level == "":
        return Outcome(Status.TO_COMPARE, "finding.movement_level_unclear", arguments, cure)
    if levels and level not in levels:
        return Outcome(Status.NOT_MET, "finding.movement_level", arguments, cure)
    if not rows:
        return Outcome(
            Status.MISSING,
            "finding.movement_no_result",
            arguments,
            cures.nomination(case.code, "thanh_tich"),
        )
    return Outcome(Status.MET, "finding.movement", arguments)


def launched_by(issuer: str) -> str:
    """trung_uong, tinh or xa as the issuer's own words tell; "" when they do not."""
    match = _LEVELS.search(fold(issuer))
    if match is None or match["old"]:
        return ""
    if match["xa"]:
        return _COMMUNE
    return _PROVINCE if match["tinh"] else _CENTRE


def service_years(criterion: Criterion, case: Case) -> Outcome:
    """At least `years` full years since Ngày vào ngành, at the end of the award year."""
    needed = int(str(criterion.parameters["years"]))
    joined = case.recipient.joined if isinstance(case.recipient, Person) else None
    if joined is None:
        return Outcome(
            Status.MISSING,
            "finding.service_unknown",
            {"needed": needed},
            cures.person(case.code, "ngay_vao_nganh"),
        )
    served = case.year.end - joined.year
    status = Status.MET if served >= needed else Status.NOT_MET
    return Outcome(status, "finding.service", {"needed": needed, "served": served})
