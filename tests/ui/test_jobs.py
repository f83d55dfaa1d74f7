import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread

from khenthuong.errors import CancelledError, UserError
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs, Task

from .conftest import AtOnce


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


def test_work_is_done_elsewhere_and_told_here(qtbot, jobs: Jobs) -> None:
    seen: list[object] = []

    def work() -> int:
        return threading.get_ident()

    def done(worker: int) -> None:
        seen.extend((worker, threading.get_ident(), QThread.currentThread().isMainThread()))

    jobs.start(work, done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] != seen[1]
    assert seen[1:] == [threading.get_ident(), True]


def test_an_error_comes_to_failed(qtbot, jobs: Jobs) -> None:
    seen: list[Exception] = []

    def work() -> None:
        raise UserError("error.x")

    jobs.start(work, seen.append, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], UserError)
    assert jobs.pending == 0


def test_only_the_newest_of_a_key_counts(qtbot, jobs: Jobs) -> None:
    gate, seen, ran = threading.Event(), [], []
    jobs.start(gate.wait, lambda _: None)
    for number in range(20):
        jobs.start(lambda number=number: ran.append(number) or number, seen.append, key="tim")
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert seen == [19]
    assert ran == [19]


def test_nothing_is_told_to_a_deleted_widget(qtbot, jobs: Jobs) -> None:
    class Ear(QObject):
        heard = False

        def hear(self, _: object) -> None:
            type(self).heard = True

    ear, gate = Ear(), threading.Event()
    jobs.start(gate.wait, ear.hear)
    ear.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert not Ear.heard


def test_busy_once_for_many(qtbot) -> None:
    jobs = Jobs()
    states: list[bool] = []
    jobs.busy.connect(states.append)
    for _ in range(3):
        jobs.start(lambda: None, lambda _: None)
    qtbot.waitUntil(lambda: jobs.pending == 0)
    assert states == [True, False]
    jobs.close()


def test_task_speaks_from_any_thread(qtbot, jobs: Jobs) -> None:
    task, seen = Task(), []
    task.progressed.connect(lambda *told: seen.append(told))

    def work() -> bool:
        task.progress(1, 3, "phiếu")
        task.cancel()
        return task.cancelled()

    ended: list[bool] = []
    jobs.start(work, ended.append)
    qtbot.waitUntil(lambda: bool(ended) and bool(seen))
    assert seen == [(1, 3, "phiếu")]
    assert ended == [True]


def test_closing_runs_the_last_thing_and_tells_nobody(qtbot) -> None:
    jobs, last, told = Jobs(), [], []
    jobs.start(lambda: None, told.append)
    jobs.close(last=lambda: last.append(1))
    qtbot.wait(20)
    assert last == [1]
    assert told == []


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (UserError("error.lạ", path="x"), "bad"),
        (CancelledError(), "info"),
        (PermissionError(13, "bị từ chối", "so.xlsx"), "bad"),
    ],
)
def test_the_desk_says_what_the_world_did(qtbot, tmp_path: Path, error, kind) -> None:
    desk, said = Desk(Jobs(runner=AtOnce()), tmp_path), []
    desk.said.connect(lambda *told: said.append(told))

    def work(_: object) -> None:
        raise error

    desk.run(work, done=lambda _: None)
    assert said[0][0] == kind
    assert said[0][1]
    desk.close()


def test_our_own_mistake_is_a_crash(qtbot, tmp_path: Path) -> None:
    desk, crashed = Desk(Jobs(runner=AtOnce()), tmp_path), []
    desk.crashed.connect(crashed.append)

    def work(_: object) -> None:
        raise ZeroDivisionError

    desk.run(work, done=lambda _: None)
    assert isinstance(crashed[0], ZeroDivisionError)
    desk.close()
