"""How long the window holds its breath while the work of the yardstick is done, step by step.

scripts/kiem_thu tests/benchmarks/test_window_work.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

from pathlib import Path

import pytest

from khenthuong import app
from khenthuong.services import demo
from khenthuong.ui import messages
from scripts import do_viec_mau as yardstick
from tests.benchmarks.test_window import WANTED_MS, Heart, settle


class Watched(yardstick.Hand):
    """Hands that note, key by key, how long the window stood still."""

    def __init__(self, window) -> None:
        super().__init__(window)
        self.heart = Heart()
        self.holds: list[tuple[float, float, str, str]] = []
        self.doing = ""

    def settle(self) -> None:
        super().settle()
        if hasattr(self, "heart"):
            heart = self.heart
            self.holds.append((heart.busiest * 1000, heart.longest * 1000, self.doing, heart.where))
            heart.reset()

    def step(self, name, work) -> None:
        self.doing = name
        super().step(name, work)


def test_how_long_the_work_holds_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    application = app.make_application([])
    demo.open_sample(tmp_path / "so")
    out = tmp_path / "goi"
    out.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: out)
    hand = Watched(yardstick.opened(tmp_path / "so"))
    settle(hand.window.desk)
    hand.heart.reset()
    yardstick.do_the_work(hand)
    settle(hand.window.desk)
    hand.heart.stop()
    worst = sorted(hand.holds, reverse=True)
    late = sum(one[0] > WANTED_MS for one in worst)
    felt = sum(one[1] > WANTED_MS for one in worst)
    print(f"\nquá {WANTED_MS} ms: bận {late}, đứng {felt} / {len(worst)} lần nghỉ tay")
    for busy, ms, doing, where in worst[:25]:
        print(f"{busy:7.1f} bận {ms:7.1f} đứng  {doing}  {where}")
    for screen in hand.window.screens:
        screen.escape()
    settle(hand.window.desk)
    hand.window.close()
    application.processEvents()
    assert len(hand.done) == 6
