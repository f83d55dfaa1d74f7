"""Minimal pairs: two communes that differ in one fact, and what the article says of each.

A row is written from the text of the article. The first commune is as the article asks, `change`
alters one fact of a second one just like it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.kinds import RoundKind, Status, Subject, UnitKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household
from tests.domain.rules.commune import FORMS, Commune, find, rulebook, with_

MET, NOT_MET, MISSING = Status.MET, Status.NOT_MET, Status.MISSING
COMPARE, NOT_APPLICABLE = Status.TO_COMPARE, Status.NOT_APPLICABLE
LAW = "luat_06_2022"
Make = Callable[[], Commune]
Change = Callable[[Commune], object]
_JUDGED_BY_A_PERSON = ("any_of", "all_of", "manual")


@dataclass(frozen=True)
class Pair:
    """`cite` is «điều.khoản.điểm», after the text's id where it is not the Law's."""

    cite: str
    criterion: str
    fact: str
    case: Make
    change: Change
    before: Status = MET
    after: Status = NOT_MET
    rules: Callable[[], Rulebook] = rulebook

    def __str__(self) -> str:
        return f"{self.cite} {self.criterion}: {self.fact}"

    def holds(self, award: str) -> None:
        """Judge both communes; the finding has the status and the citation of the row."""
        same, other = self.case(), self.case()
        self.change(other)
        assert self._found(same, award) == (self.before, self.cite)
        assert self._found(other, award) == (self.after, self.cite)

    def _found(self, commune: Commune, award: str) -> tuple[Status, str]:
        who = next(n.recipient for n in commune.nominations if n.award == award)
        check = commune.check(self.rules()).of(who, award)
        assert check is not None
        finding = find(check.findings, self.criterion)
        assert finding is not None, self.criterion
        cite = finding.cite
        place = ".".join(part for part in (cite.article, cite.clause, cite.point) if part)
        return finding.status, place if cite.text == LAW else f"{cite.text} {place}"


def uncovered(award: str, pairs: list[Pair]) -> set[str]:
    """Criteria of an award that a rule computes or the minutes confirm, and no row names."""
    named = {pair.criterion for pair in pairs}
    return {one.id for one in leaves(rulebook().awards[award])} - named


def leaves(award: Award) -> Iterator[Criterion]:
    """Every criterion of an award that is not made of others and not left to a person."""
    waiting = list(award.criteria)
    while waiting:
        one = waiting.pop()
        waiting += one.children
        if one.kind not in _JUDGED_BY_A_PERSON:
            yield one


# One fact changed


def no_minutes(commune: Commune) -> None:
    """No unit met."""
    commune.meetings.clear()


def rated(code: str, level: str, *years: object) -> Change:
    """The rating of those years (the round's) is another one; "" for none."""

    def change(commune: Commune) -> None:
        asked = {str(year) for year in years} or {str(commune.year)}
        commune.ratings = [
            row for row in commune.ratings if row.recipient != code or str(row.year) not in asked
        ]
        if level:
            commune.rate(code, level, *sorted(asked))

    return change


def subject(value: Subject | None, code: str = "CN01") -> Change:
    """The person's Đối tượng is another one."""

    def change(commune: Commune) -> None:
        commune.persons = [
            with_(one, subject=value) if one.code == code else one for one in commune.persons
        ]

    return change


def unit_kind(kind: UnitKind, code: str = "TT01") -> Change:
    """The unit is of another kind."""

    def change(commune: Commune) -> None:
        commune.units = [
            replace(one, kind=kind) if one.code == code else one for one in commune.units
        ]

    return change


def without(award: str, code: str, *years: int) -> Change:
    """The register lacks the award of those years (of all)."""

    def change(commune: Commune) -> None:
        commune.awards = [row for row in commune.awards if not _is(row, award, code, years)]

    return change


def _is(row: PastAward, award: str, code: str, years: tuple[int, ...]) -> bool:
    return (row.recipient, row.award) == (code, award) and (not years or row.year.start in years)


def initiative(code: str = "SK01", **changes: object) -> Change:
    """The initiative differs in these fields."""

    def change(commune: Commune) -> None:
        commune.initiatives = [
            with_(row, **changes) if row.code == code else row for row in commune.initiatives
        ]

    return change


def disciplined(code: str, form: str) -> Change:
    """Somebody was disciplined in the year."""
    return lambda commune: commune.disciplined(code, form, date(2025, 3, 1), date(2026, 3, 1))


def books_from(year: int | None) -> Change:
    """The books are complete from another year."""

    def change(commune: Commune) -> None:
        commune.complete_from = year

    return change


def branch(name: str) -> Change:
    """«Theo tiêu chuẩn» of the nominations names another branch."""

    def change(commune: Commune) -> None:
        commune.nominations = [replace(one, branch=name) for one in commune.nominations]

    return change


def round_kind(kind: RoundKind) -> Change:
    """The round is of another kind."""

    def change(commune: Commune) -> None:
        commune.kind = kind

    return change


# Cases of several awards


def members(
    award: str, having: int, of: int = 10, *, title: str, level: str, **unit: object
) -> Commune:
    """A unit of `of` people rated HTTNV, `having` of whom won `title`, with its minutes."""
    commune = Commune()
    commune.units = []
    commune.unit("TT01", **unit).rate("TT01", level).minutes()
    for number in range(of):
        code = f"CN{number:02}"
        commune.person(code).rate(code, "HTTNV")
        if number < having:
            commune.won(code, title, 2025)
    return commune.propose("TT01", award)


def household(award: str, **more: object) -> Commune:
    """A household of a village that met; proposed for the award."""
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.VILLAGE).minutes()
    commune.households.append(Household("HO1", "Hồ Văn Sáu", village="TT01"))
    return commune.propose("HO1", award, **more)


# The province's rules


@cache
def province(award: str = "", rules: str = "") -> Rulebook:
    """The shipped rules under a province's: an award file (`award` = «id\\n…») and quy_dinh."""
    with tempfile.TemporaryDirectory() as folder:
        forms = Path(folder)
        for name in ("khen_thuong", "quy_dinh"):
            (forms / name).mkdir()
        (forms / "quy_dinh" / "tinh.toml").write_text(
            f"schema = 1\n{_DECISION}{rules}", encoding="utf-8"
        )
        if award:
            id_, _, text = award.partition("\n")
            (forms / "khen_thuong" / f"{id_}.toml").write_text(
                f'schema = 1\nid = "{id_}"\n{text}', encoding="utf-8"
            )
        book, problems = load_rulebook(FORMS, forms)
    assert problems == []
    return book


_DECISION = """
[[text]]
id = "qd_15"
name = "Quyết định số 15/2026/QĐ-UBND"
short = "Quyết định số 15/2026/QĐ-UBND"
"""


def value(id_: str, number: object) -> str:
    """A value that a province sets, taken from its decision."""
    return f"""
[[value]]
id = "{id_}"
value = {number}
from = 2025-07-01
cite = {{ text = "qd_15" }}
checked = "van_ban"
"""
