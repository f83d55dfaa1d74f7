"""How long the window holds its breath: gaps between beats of the event loop, flow by flow.

scripts/kiem_thu tests/benchmarks/test_window.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from khenthuong import app
from khenthuong.domain.kinds import Step
from khenthuong.services import demo
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import REGISTER, ROUNDS, SCREENS, MainWindow

WANTED_MS = 50
CALM_S = 0.15


class Heart:
    """Beats in the GUI thread; another thread looks at what it does when a beat is late.

    `longest` is what the clerk feels; `busiest` what the GUI thread itself worked meanwhile, which
    other programs on a busy computer do not swell.
    """

    def __init__(self) -> None:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.longest = self.busiest = 0.0
        self.where = ""
        self._seen = ""
        self._timer = QTimer()
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._beat)
        self._main = threading.get_ident()
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._timer.start()
        self._watch.start()

    def reset(self) -> None:
        """A new flow begins."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self.longest, self.busiest, self.where, self._seen = 0.0, 0.0, "", ""

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()
        self._stop.set()
        self._watch.join()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, now - self._last)
        if worked - self._worked > self.busiest:
            self.busiest, self.where = worked - self._worked, self._seen
        self._last, self._worked, self._seen = now, worked, ""

    def _look(self) -> None:
        while not self._stop.wait(0.008):
            if time.perf_counter() - self._last > 0.02:
                frame = sys._current_frames().get(self._main)
                ours = [one for one in traceback.extract_stack(frame) if "khenthuong" in one[0]]
                self._seen = " < ".join(f"{Path(o[0]).name}:{o[1]}" for o in reversed(ours[-4:]))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    application = app.make_application([])
    demo.open_sample(tmp_path / "so")
    desk = Desk(Jobs(), tmp_path / "so")
    made = MainWindow(desk)
    made.resize(1366, 728)
    yield made
    made.close()
    desk.close()
    application.processEvents()


def settle(desk: Desk) -> None:
    """Until nothing was under way for a moment."""
    calm = time.perf_counter()
    while time.perf_counter() - calm < CALM_S:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        if desk.jobs.pending:
            calm = time.perf_counter()


def flows(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    yield "mở chương trình", lambda: (window.show(), window.start())
    for number, screen in enumerate(SCREENS):
        yield f"mở lần đầu: {screen.title}", lambda n=number: window.open_screen(n)
    for number, screen in enumerate(SCREENS):
        yield f"mở lại: {screen.title}", lambda n=number: window.open_screen(n)
    register, rounds = window.made_screen(REGISTER), window.made_screen(ROUNDS)
    yield "về Sổ", lambda: window.open_screen(REGISTER)
    yield "tìm trong Sổ", lambda: register.search.setText("nguyen")
    yield "bỏ tìm", lambda: register.search.setText("")
    yield "sang dòng khác", lambda: register.view.select(20)
    for tab in range(register.panel.tabs.count()):
        yield f"thẻ {tab} của Sổ", lambda t=tab: register.panel.tabs.setCurrentIndex(t)
    yield "bỏ vào thùng rác", register.panel.bin.click
    yield "hoàn tác", window.undoing.undo
    yield "Ctrl+K", window.palette_box.open
    yield "Ctrl+K, gõ", lambda: window.palette_box.line.setText("nguyen")
    yield "Ctrl+K, gõ tiếp", lambda: window.palette_box.line.setText("to trinh")
    yield "về Đợt xét", lambda: window.open_screen(ROUNDS)
    for step in Step:
        yield f"bước {step.value}", lambda s=step: rounds.steps.choose(s)


def test_how_long_the_window_holds_its_breath(window: MainWindow) -> None:
    heart = Heart()
    late: list[str] = []
    for name, act in flows(window):
        heart.reset()
        act()
        settle(window.desk)
        ms, busy = heart.longest * 1000, heart.busiest * 1000
        mark = "  !" if busy > WANTED_MS else ""
        print(f"{ms:7.1f} {busy:7.1f} ms  {name}{mark}  {heart.where if mark else ''}")
        if mark:
            late.append(name)
    heart.stop()
    print(f"{len(late)} việc làm luồng giao diện bận quá {WANTED_MS} ms (cột sau)")
    assert window.screen_open is not None
