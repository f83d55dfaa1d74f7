"""Discipline that was served: achievements count from the day it ended (NĐ 152/2025 Điều 4)."""

from __future__ import annotations

from datetime import date

from khenthuong.domain.records import Discipline
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.runs import YearState
from khenthuong.domain.years import Year


def served_state(case: Case, year: Year) -> YearState | None:
    """What the recipient's own discipline makes of a good year; None when there was none.

    A year that ends under discipline does not count, so a run starts anew after it. A year in
    which the discipline ended counts only in part: it is to be compared.
    """
    rows = case.index.facts.disciplines.get(case.code)
    if not rows or not case.index.decree_152:
        return None
    then = [row for row in punishments(rows) if row.in_force(year.first_day, year.last_day)]
    if not then:
        return None
    through = any(row.end is None or row.end >= year.last_day for row in then)
    return YearState.NO if through else YearState.MIXED


def punishments(rows: tuple[Discipline, ...]) -> list[Discipline]:
    """Discipline without the holds."""
    return [row for row in rows if not row.form.is_hold]


def last_served(case: Case, until: date) -> Discipline | None:
    """The punishment that ended last before a day; None where there was none."""
    rows = punishments(case.index.facts.disciplines.get(case.code, ()))
    begun = [row for row in rows if row.start <= until]
    return max(begun, key=lambda row: row.end or date.max, default=None)
