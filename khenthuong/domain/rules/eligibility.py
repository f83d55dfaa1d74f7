"""Who an article names: the subjects and the kinds of units that a title is for."""

from __future__ import annotations

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Status, Subject, UnitKind
from khenthuong.domain.register import Person, Unit
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome


def eligible(criterion: Criterion, case: Case) -> Outcome:
    """The recipient's subject, or the kind of its unit, is one that the article names.

    `subjects` and `unit_kinds` widen each other: Điều 24 khoản 2 names the militia beside those
    who serve in a unit of the armed forces. An unknown subject or unit is asked, not refused.
    """
    subjects = tuple(map(Subject, _listed(criterion, "subjects")))
    kinds = tuple(map(UnitKind, _listed(criterion, "unit_kinds")))
    unit = case.unit
    arguments: dict[str, object] = {
        "award": case.award.name,
        "subjects": subjects,
        "unit_kinds": kinds,
        "unit": unit.name if unit else "…",
        "found": unit.kind if unit else "…",
        "subject": case.subject or "…",
    }
    if unit is not None and unit.kind in kinds:
        return Outcome(Status.MET, "finding.eligible_unit", arguments)
    if case.subject in subjects:
        return Outcome(Status.MET, "finding.eligible_subject", arguments)
    return _not_named(case, arguments, subjects, kinds)


def _not_named(
    case: Case,
    arguments: dict[str, object],
    subjects: tuple[Subject, ...],
    kinds: tuple[UnitKind, ...],
) -> Outcome:
    if isinstance(case.recipient, Unit):
        cure = cures.unit(case.code, "loai")
        return Outcome(Status.NOT_MET, "finding.not_eligible_unit", arguments, cure)
    if subjects and case.subject is None:
        cure = cures.person(case.code, "doi_tuong")
        return Outcome(Status.MISSING, "finding.subject_unknown", {"label": case.award.name}, cure)
    if kinds and case.unit is None and isinstance(case.recipient, Person):
        cure = cures.person(case.code, "tap_the")
        return Outcome(Status.MISSING, "finding.decider_no_unit", arguments, cure)
    cure = cures.person(case.code, "doi_tuong")
    return Outcome(Status.NOT_MET, "finding.not_eligible", arguments, cure)


def _listed(criterion: Criterion, key: str) -> tuple[str, ...]:
    given = criterion.parameters.get(key, ())
    return given if isinstance(given, tuple) else ()
