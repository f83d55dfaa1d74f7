"""Rules on who may be considered at all: form and recipient, decider, holds, discipline, reuse."""

from __future__ import annotations

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    DisciplineForm,
    Living,
    Manager,
    RecipientKind,
    RoundKind,
    Status,
)
from khenthuong.domain.records import Discipline
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.initiatives import used
from khenthuong.domain.years import Year


def fits(criterion: Criterion, case: Case) -> Outcome:
    """The award is for this kind of recipient and this kind of round (Điều 5 khoản 2 điểm b)."""
    award, kind, round_kind = case.award, case.kind, case.index.round.kind
    arguments: dict[str, object] = {"award": award.name, "kind": kind, "round_kind": round_kind}
    cure = cures.nomination(case.code, "hinh_thuc")
    if kind not in award.recipients:
        return Outcome(
            Status.NOT_MET,
            "finding.wrong_recipient",
            {**arguments, "kinds": award.recipients},
            cure,
        )
    if not award.available_on(case.index.received):
        day = case.index.received
        return Outcome(Status.NOT_MET, "finding.wrong_time", {**arguments, "day": day}, cure)
    if round_kind not in award.rounds:
        return Outcome(
            Status.NOT_MET, "finding.wrong_round", {**arguments, "rounds": award.rounds}, cure
        )
    special = _special(case, arguments)
    if special is not None:
        return special
    if kind is RecipientKind.HOUSEHOLD and round_kind is RoundKind.MERIT:
        # Điều 8 khoản 1 names persons and collectives only; giấy khen for what households gave is
        # left to the province (Điều 75 khoản 2, Điều 74 khoản 5).
        return Outcome(Status.MET, "finding.fits_household", arguments)
    return Outcome(Status.MET, "finding.fits", arguments)


def _special(case: Case, arguments: dict[str, object]) -> Outcome | None:
    """The dead and foreigners: what the Law does not say for them is compared.

    «Tặng hoặc truy tặng» stands in the articles on orders, medals and honorary titles of the State
    (Điều 33, 54, 59), which the President decides, and in those on bằng khen (Điều 73, 74), whose
    award files say so; not in those on emulation titles and giấy khen.
    Foreigners are commended as khen thưởng đối ngoại (Điều 8 khoản 6).
    """
    foreign_round = case.index.round.kind is RoundKind.FOREIGN
    if case.foreign and not foreign_round:
        cure = cures.person(case.code, "quoc_tich")
        return Outcome(Status.TO_COMPARE, "finding.fits_foreign", arguments, cure)
    if case.living is Living.DEAD:
        if case.award.posthumous or case.award.authority is Authority.PRESIDENT:
            return Outcome(Status.MET, "finding.fits_posthumous", arguments)
        cure = cures.person(case.code, "ngay_mat")
        return Outcome(Status.TO_COMPARE, "finding.fits_posthumous_unsaid", arguments, cure)
    if foreign_round and case.kind is RecipientKind.PERSON and not case.foreign:
        cure = cures.person(case.code, "quoc_tich")
        return Outcome(Status.TO_COMPARE, "finding.fits_not_foreign", arguments, cure)
    return None


_STATE = (Authority.PRIME_MINISTER, Authority.PRESIDENT)


def decider(criterion: Criterion, case: Case) -> Outcome:
    """The commune's chairman decides for, or forwards, those it manages (Điều 83 khoản 1).

    What another body decides (Điều 80 khoản 5: the forces' own titles) is compared; so is what
    another one decided in the rule period (`Period.deciders`). State awards are
    proposed by the chairman of the province (Điều 83 khoản 2, 4). The manager is that of the unit
    of the award year; a later move to a unit of another manager is compared.
    """
    arguments: dict[str, object] = {"award": case.award.name}
    period = case.index.period
    other = period.decider(case.award.id) if period else None
    if other is not None:
        arguments |= {"decider": other.name, "period": period.label if period else ""}
        return Outcome(Status.TO_COMPARE, "finding.decider_of_period", arguments)
    if case.kind is RecipientKind.HOUSEHOLD:
        return Outcome(Status.MET, "finding.decider_household", arguments)
    unit = case.unit
    if unit is None:
        return Outcome(
            Status.MISSING, "finding.decider_no_unit", arguments, cures.person(case.code, "tap_the")
        )
    arguments |= {"unit": unit.name, "manager": unit.manager}
    now = case.index.unit_of(case.recipient)
    if now is not None and now.manager is not unit.manager:
        arguments |= {"now": now.name, "now_manager": now.manager, "year": str(case.year)}
        cure = cures.person(case.code, "tap_the")
        return Outcome(Status.TO_COMPARE, "finding.decider_moved", arguments, cure)
    if unit.manager is Manager.COMMUNE and case.award.authority is Authority.OTHER:
        return Outcome(Status.TO_COMPARE, "finding.decider_other", arguments)
    if unit.manager is Manager.COMMUNE:
        state = case.award.authority in _STATE
        code = "finding.decider_through_province" if state else "finding.decider"
        return Outcome(Status.MET, code, arguments)
    cure = cures.unit(unit.code, "cap_quan_ly")
    own_title = (
        case.award.award_class is AwardClass.TITLE and case.award.authority is Authority.COMMUNE
    )
    if unit.manager is Manager.PROVINCE and own_title:
        return Outcome(Status.NOT_MET, "finding.decider_province", arguments, cure)
    return Outcome(Status.TO_COMPARE, "finding.decider_unclear", arguments, cure)


def not_on_hold(criterion: Criterion, case: Case) -> Outcome:
    """Nothing is being considered or verified on the day of receipt (NĐ 152/2025 Điều 4).

    A hold, not a refusal; its details stay on the clerk's screen (`private`).
    """
    received = case.index.received
    for row in case.index.facts.disciplines.get(case.code, ()):
        if row.form.is_hold and (row.end is None or row.end >= received):
            arguments: dict[str, object] = {
                "form": row.form,
                "start": row.start,
                "decision": row.decision_number,
            }
            private = row.form is DisciplineForm.COMPLAINT_VERIFIED
            return Outcome(
                Status.ON_HOLD,
                "finding.on_hold",
                arguments,
                cures.discipline(case.code),
                private=private,
            )
    # Where nothing is on record, no rule on holds can concern the nominee, verified or not.
    return Outcome(Status.MET, "finding.not_on_hold", {"day": received}, firm=True)


def no_discipline(criterion: Criterion, case: Case) -> Outcome:
    """No discipline from `form` up in force in the award year: of the recipient, or its members.

    Điều 28 khoản 1 điểm c (members, from cảnh cáo: khiển trách does not bar); NĐ 152/2025 Điều 4
    (oneself: achievements count from the day the discipline ends). What was imposed before the
    year and only runs into it is compared: neither text says that it bars this year too.
    """
    least = DisciplineForm(str(criterion.parameters.get("form", DisciplineForm.REPRIMAND.value)))
    members = criterion.parameters.get("who") == "members"
    who = case.index.members(case.code, case.year) if members else (case.code,)
    found = [row for code in who for row in _rows(case, code, case.year, least)]
    arguments: dict[str, object] = {"form": least, "year": str(case.year)}
    if found:
        return _found(case, found, arguments, members=members)
    if not case.index.complete(case.year):
        return Outcome(Status.MISSING, "finding.discipline_unknown", arguments, cures.COMPLETE_FROM)
    if members:
        return Outcome(Status.MET, "finding.no_member_disciplined", arguments)
    clear = least is DisciplineForm.REPRIMAND
    return _since(case, least) or Outcome(
        Status.MET, "finding.not_disciplined", arguments, firm=clear
    )


def _found(
    case: Case, rows: list[Discipline], arguments: dict[str, object], *, members: bool
) -> Outcome:
    year = case.year
    barring = [
        row
        for row in rows
        if row.start >= year.first_day
        or (not members and (row.end is None or row.end >= year.last_day))
    ]
    row = (barring or rows)[0]
    code = "finding.member_disciplined" if members else "finding.disciplined"
    if not barring and not members:
        code = "finding.disciplined_since"
    status = Status.NOT_MET if barring else Status.TO_COMPARE
    return Outcome(
        status, code, {**arguments, **_shown(case, row)}, cures.discipline(row.recipient)
    )


def _rows(case: Case, code: str, year: Year, least: DisciplineForm) -> list[Discipline]:
    return [
        row
        for row in case.index.facts.disciplines.get(code, ())
        if not row.form.is_hold
        and row.form.rank >= least.rank
        and row.in_force(year.first_day, year.last_day)
    ]


def _since(case: Case, least: DisciplineForm) -> Outcome | None:
    """Discipline that began after the award year and runs on the day of receipt: to compare."""
    received = case.index.received
    for row in case.index.facts.disciplines.get(case.code, ()):
        serious = not row.form.is_hold and row.form.rank >= least.rank
        if serious and row.in_force(received, received):
            return Outcome(
                Status.TO_COMPARE,
                "finding.disciplined_since",
                _shown(case, row),
                cures.discipline(case.code),
            )
    return None


def _shown(case: Case, row: Discipline) -> dict[str, object]:
    return {
        "found": row.form,
        "start": row.start,
        "end": row.end or "…",
        "decision": row.decision_number or "…",
        "who": case.index.name(row.recipient),
    }


def not_reused(criterion: Criterion, case: Case) -> Outcome:
    """No named achievement or initiative was used before (Điều 5 khoản 2 điểm c).

    A yearly title that the register already holds for the year is compared: the same nomination
    twice, or a round looked at again after its decision.
    """
    nomination = case.nomination
    mine = case.index.claims
    outcomes = [
        outcome
        for code in dict.fromkeys((*nomination.achievements, *nomination.initiatives))
        if any(n.key == nomination.key for n in mine.get(code, ()))
        and (outcome := used(case, code)) is not None
    ]
    refused = [one for one in outcomes if one.status is Status.NOT_MET]
    if outcomes:
        return (refused or outcomes)[0]
    won = case.index.awards(case.code, case.award.id, school=case.school).get(case.year)
    if won is not None and case.award.yearly:
        arguments: dict[str, object] = {
            "award": won.award_name,
            "year": str(won.year),
            "decision": won.decision_number or "…",
        }
        return Outcome(
            Status.TO_COMPARE,
            "finding.already_won",
            arguments,
            cures.past_award(case.code, won.year),
        )
    return Outcome(Status.MET, "finding.not_reused")
