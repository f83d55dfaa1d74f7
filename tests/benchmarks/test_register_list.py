"""Sổ with 50,000 people: listing, searching, sorting and filtering against bare SQL, in ratios.

scripts/kiem_thu tests/benchmarks/test_register_list.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from khenthuong import storage
from khenthuong.domain.kinds import RecipientKind
from khenthuong.services import register, register_list
from khenthuong.services.register_list import RegisterOrder
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories as make

PEOPLE, UNITS, ROUNDS = 50_000, 60, 7
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Ngọc", "Quang", "Hữu")
GIVEN = ("An", "Ánh", "Bình", "Cường", "Đạt", "Giang", "Hà", "Hòa", "Lan", "Ước", "Vân", "Yến")
POSITIONS = ("Công chức", "Giáo viên", "Trưởng thôn", "Nông dân", "Y sĩ", "Kế toán", "Văn thư")
BARE_LIST = (
    "SELECT code FROM recipient WHERE kind = 'ca_nhan' AND binned_at IS NULL "
    "ORDER BY sort_key, code"
)
BARE_SEARCH = (
    "SELECT r.code FROM recipient_search AS s CROSS JOIN recipient AS r ON r.id = s.rowid "
    "WHERE s.recipient_search MATCH '\"nguyen\"* \"hoa\"*' AND r.kind = 'ca_nhan' "
    "AND r.binned_at IS NULL ORDER BY r.sort_key, r.code"
)
BARE_SORT = (
    "SELECT r.code FROM recipient AS r JOIN person AS p ON p.code = r.code "
    "WHERE r.kind = 'ca_nhan' AND r.binned_at IS NULL ORDER BY p.position, r.sort_key, r.code"
)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    root: Path = tmp_path_factory.mktemp("lon") / "du_lieu"
    draw = random.Random(4)
    units = [make.unit(f"TT-{n:03}", name=f"Thôn {n}") for n in range(UNITS)]
    people = [
        make.person(
            f"CN-{n:05}",
            name=" ".join(map(draw.choice, (FAMILY, MIDDLE, MIDDLE, GIVEN))),
            unit=f"TT-{n % UNITS:03}",
            position=draw.choice(POSITIONS),
        )
        for n in range(PEOPLE)
    ]
    with open_workspace(root) as ws:
        batch = make.batch(units=units, persons=people)
        storage.apply_import(ws.books, batch, take_changes=True, label="đo")
        yield ws


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def ratio(ws: Workspace, ours: Callable[[], tuple[str, ...]], bare: str) -> float:
    """Median time of ours by that of the bare query, taken in turns."""

    def plainly() -> list[str]:
        with ws.books.read() as connection:
            return list(connection.execute(text(bare)).scalars())

    assert set(ours()) == set(plainly())
    pairs = [(seconds(ours), seconds(plainly)) for _ in range(ROUNDS)]
    return statistics.median(own for own, _ in pairs) / statistics.median(b for _, b in pairs)


def find(ws: Workspace, typed: str = "", **how) -> Callable[[], tuple[str, ...]]:
    order = RegisterOrder(**how)
    return lambda: register_list.find(ws, RecipientKind.PERSON, typed, order=order)


@pytest.mark.parametrize(
    ("name", "typed", "how", "bare", "most"),
    [
        ("mở cả sổ", "", {}, BARE_LIST, 2),
        ("tìm tên", "nguyen hoa", {}, BARE_SEARCH, 2),
        ("xếp theo chức vụ", "", {"column": "position"}, BARE_SORT, 3),
        ("lọc theo chức vụ", "", {"filters": {"position": "van"}}, BARE_SORT, 3),
    ],
)
def test_lists_of_the_register(ws, name, typed, how, bare, most) -> None:
    if "filters" in how:
        bare = bare.replace("WHERE", "WHERE p.position = 'Văn thư' AND")
    found = ratio(ws, find(ws, typed, **how), bare)
    print(f"\n{name}: {found:.2f} × câu truy vấn trần (giữ ≤ {most})")
    assert found <= most


def test_a_page_costs_what_its_rows_cost(ws) -> None:
    codes = find(ws)()
    first = statistics.median(seconds(lambda: register.rows(ws, codes[:100])) for _ in range(9))
    last = statistics.median(seconds(lambda: register.rows(ws, codes[-100:])) for _ in range(9))
    print(f"\ntrang cuối {last * 1000:.1f} ms, trang đầu {first * 1000:.1f} ms")
    assert last <= 3 * first
