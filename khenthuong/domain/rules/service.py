"""Rules on length: years of service of a person, years of building of a unit."""

from __future__ import annotations

from datetime import date

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Status
from khenthuong.domain.records import Discipline
from khenthuong.domain.register import PartialDate, Person, Unit
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.served import last_served


def service_years(criterion: Criterion, case: Case) -> Outcome:
    """At least `count` full years since Ngày vào ngành or Năm thành lập, on the day of receipt.

    `start` = joined (a person's service) or founded (a unit's building: Điều 38 khoản 3, Điều 44
    khoản 4). Service that only reaches the years by counting what lies before a served discipline
    is to be compared: achievements count from its end (NĐ 152/2025 Điều 4), and how a clock of
    service counts then is the issuing body's to say.
    """
    needed = int(str(criterion.parameters["count"]))
    start = str(criterion.parameters["start"])
    since = _since(case, start)
    arguments: dict[str, object] = {"needed": needed}
    if since is None:
        return Outcome(Status.MISSING, f"finding.service_unknown_{start}", arguments, _cure(case))
    day = _last_day(case)
    served = full_years(since, day)
    arguments |= {"served": served, "since": since.iso, "day": day}
    code = f"finding.service_{start}"
    if served < needed:
        return Outcome(Status.NOT_MET, code, arguments)
    row = last_served(case, day) if start == "joined" else None
    if row is not None and _after(row, day) < needed:
        more = {"form": row.form, "end": row.end or "…", "after": _after(row, day)}
        return Outcome(
            Status.TO_COMPARE,
            "finding.service_disciplined",
            {**arguments, **more},
            cures.discipline(case.code),
        )
    return Outcome(Status.MET, code, arguments)


def full_years(since: PartialDate, until: date) -> int:
    """Years completed; an unknown month or day counts as the last one, so never too many."""
    years = until.year - since.year
    reached = (since.month or 12, since.day or 31) <= (until.month, until.day)
    return max(years if reached else years - 1, 0)


def _last_day(case: Case) -> date:
    person = case.recipient if isinstance(case.recipient, Person) else None
    died = person.died if person else None
    return min(died, case.index.received) if died else case.index.received


def _since(case: Case, start: str) -> PartialDate | None:
    if start == "joined":
        return case.recipient.joined if isinstance(case.recipient, Person) else None
    return case.recipient.founded if isinstance(case.recipient, Unit) else None


def _after(row: Discipline, day: date) -> int:
    if row.end is None or row.end >= day:
        return 0
    return full_years(PartialDate(row.end.year, row.end.month, row.end.day), day)


def _cure(case: Case) -> str:
    if isinstance(case.recipient, Unit):
        return cures.unit(case.code, "nam_thanh_lap")
    return cures.person(case.code, "ngay_vao_nganh")
