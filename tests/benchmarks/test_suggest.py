"""«Ai đủ điều kiện?» over a whole register: linear in people, a fixed number of queries.

scripts/kiem_thu tests/benchmarks -n 0 -p no:randomly -s
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import event

from khenthuong import storage
from khenthuong.domain.kinds import InitiativeScope, RatingLevel, Subject, UnitKind
from khenthuong.domain.rules.suggestions import suggest
from khenthuong.domain.years import Year
from khenthuong.services.appraisal import suggesting
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories as make

YEARS, PER_UNIT = 10, 50
YEAR = Year(2025)
LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
SUBJECTS = (Subject.OFFICIAL, Subject.EMPLOYEE, Subject.FARMER, Subject.WORKER)


def batch(people: int):
    """People of all sorts with ten years of ratings, titles and initiatives."""
    codes = [f"CN-{number:05}" for number in range(people)]
    units = [
        make.unit(f"TT-{n:03}", name=f"Thôn {n}", headcount=PER_UNIT, kind=UnitKind.OFFICE)
        for n in range(people // PER_UNIT)
    ]
    excellent = {code for number, code in enumerate(codes) if number % 5 == 0}
    years = [Year(YEAR.start - back) for back in range(YEARS)]
    return make.batch(
        units=units,
        persons=[
            make.person(
                code,
                name=f"Nguyễn Văn {code}",
                unit=f"TT-{number % len(units):03}",
                subject=SUBJECTS[number % len(SUBJECTS)],
            )
            for number, code in enumerate(codes)
        ],
        ratings=[
            make.rating(
                code,
                year=year,
                level=RatingLevel.EXCELLENT if code in excellent else RatingLevel.GOOD,
            )
            for code in codes
            for year in years
        ],
        awards=[
            make.past_award(
                code,
                year=year,
                award=award,
                award_name=award,
                decision_number=f"{year}/{award}",
                branch="xuat_sac",
            )
            for code in codes
            for award in ((LDTT, CSTDCS) if code in excellent else (LDTT,))
            for year in years[1:]
        ],
        initiatives=[
            make.initiative(
                f"SK-{code}-{year}", authors=(code,), year=year, scope=InitiativeScope.PROVINCE
            )
            for code in sorted(excellent)
            for year in years[:3]
        ],
    )


def fill(root: Path, people: int) -> None:
    with open_workspace(root) as ws:
        storage.apply_import(ws.books, batch(people), take_changes=True, label="đo")
        with ws.books.write("đo"):
            storage.office.save_office(ws.books, make.office(complete_from=2010))


def timed(work: Callable[[], object]) -> float:
    # The processor's own time: other programs on the computer do not count.
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def queries(ws: Workspace) -> int:
    """How many statements loading a year takes."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(ws.books._engine, "before_cursor_execute", note)
    storage.facts.load_year_facts(ws.books, YEAR, ws.calendar, date(2026, 1, 20))
    event.remove(ws.books._engine, "before_cursor_execute", note)
    return len(said)


def test_who_qualifies_is_linear_in_people_and_asks_the_books_as_often(tmp_path: Path) -> None:
    seconds, asked, found = {}, {}, {}
    for people in (1000, 5000):
        root = tmp_path / f"so-{people}"
        fill(root, people)
        with open_workspace(root) as ws:
            asked[people] = queries(ws)
            facts = suggesting.load_facts(ws, YEAR)
            ws.rulebook  # noqa: B018 - read the files before the clock starts
            suggest(facts, ws.rulebook)
            seconds[people] = min(
                timed(lambda f=facts, r=ws.rulebook: suggest(f, r)) for _ in range(3)
            )
            found[people] = len(suggest(facts, ws.rulebook).found)
            loading = timed(lambda w=ws: suggesting.load_facts(w, YEAR))
            print(
                f"{people} people, {len(ws.rulebook.awards)} awards: "
                f"{seconds[people] * 1000 / people:.3f} ms per person, {found[people]} lines, "
                f"{asked[people]} queries, loading {loading:.2f} s"
            )
    assert found[5000] == 5 * found[1000] > 1000
    assert asked[5000] == asked[1000] > 10
    assert seconds[5000] / seconds[1000] <= 6
