"""How long Sổ holds the window: every step on the drawing thread, in milliseconds of its own.

scripts/kiem_thu tests/benchmarks/test_register_opening.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from khenthuong.services import office, register
from khenthuong.services.workspace import open_workspace
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import REGISTER, MainWindow
from tests import factories as make

MOST_MS = 50
TABS = ("ratings", "awards", "initiatives", "disciplines", "achievements", "careers")


def spent(work: Callable[[], object]) -> float:
    """Milliseconds of this thread: what others do meanwhile holds no window."""
    begin = time.thread_time()
    work()
    return (time.thread_time() - begin) * 1000


def settle(application: QApplication, desk: Desk) -> list[float]:
    """Let everything arrive; the time each turn of the loop took."""
    turns: list[float] = []
    for _ in range(40):
        turns.append(spent(application.processEvents))
        time.sleep(0.005)
        while desk.jobs.pending:
            turns.append(spent(application.processEvents))
    return turns


def test_no_step_of_opening_holds_the_window(qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp)
    root = tmp_path / "so"
    with open_workspace(root) as ws:
        office.save_office(ws, make.office())
        register.save(ws, make.unit("TT-001"))
        for number in range(50):
            register.save(ws, make.person(f"CN-{number:03}", unit="TT-001"))
    desk = Desk(Jobs(), root)
    window = MainWindow(desk)
    window.resize(1366, 768)
    window.show()
    window.start()
    settle(qapp, desk)
    steps = {"dựng màn hình": spent(lambda: window.made_screen(REGISTER))}
    steps["mở"] = spent(lambda: window.open_screen(REGISTER))
    steps["điền người đầu tiên"] = max(settle(qapp, desk))
    screen = window.made_screen(REGISTER)
    for key in TABS:
        steps[f"thẻ {key}"] = spent(lambda key=key: screen.panel.tab(key))
    for name in ("years", "duplicates", "mover", "reform"):
        steps[name] = spent(lambda name=name: getattr(screen.pages, name))
    desk.close()
    window.close()
    for name, milliseconds in steps.items():
        print(f"\n{name}: {milliseconds:.1f} ms", end="")
    print()
    assert max(steps.values()) < MOST_MS
