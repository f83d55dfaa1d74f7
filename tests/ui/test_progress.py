"""Long work says how long it will still take; work without a bar says that it is under way."""

import threading

import pytest
from PySide6.QtWidgets import QLabel

from khenthuong.ui.jobs import Jobs
from khenthuong.ui.widgets.busy import BusyWord
from khenthuong.ui.widgets.later import Later
from khenthuong.ui.widgets.progress import TaskBar, time_left


@pytest.mark.parametrize(
    ("passed", "done", "total", "words"),
    [
        (10, 1, 4, "còn khoảng 30 giây"),
        (10, 99, 100, "còn khoảng 1 giây"),
        (60, 1, 4, "còn khoảng 3 phút"),
        (0.5, 1, 4, ""),
        (10, 0, 4, ""),
        (10, 4, 4, ""),
        (10, 3, 0, ""),
    ],
)
def test_the_time_left_in_words(passed: float, done: int, total: int, words: str) -> None:
    assert time_left(passed, done, total) == words


def test_a_task_that_is_stopped_says_so(qtbot) -> None:
    bar = TaskBar()
    qtbot.addWidget(bar)
    task = bar.begin("Đang lập văn bản…")
    task.progress(1, 4, "Tờ trình")
    assert "Tờ trình" in [one.text() for one in bar.findChildren(QLabel)]
    bar.cancel.click()
    assert task.cancelled()
    assert "Đang dừng…" in [one.text() for one in bar.findChildren(QLabel)]


def test_work_that_takes_long_is_told(qtbot) -> None:
    jobs, go_on = Jobs(), threading.Event()
    word = BusyWord(jobs)
    qtbot.addWidget(word)
    jobs.start(lambda: go_on.wait(10), lambda _: None)
    assert word.isHidden()
    qtbot.waitUntil(word.isVisible)
    go_on.set()
    qtbot.waitUntil(word.isHidden)
    jobs.close()


def test_a_page_is_made_when_it_is_looked_at(qtbot) -> None:
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("Trang"))
        return made[-1]

    later = Later(make)
    qtbot.addWidget(later)
    assert not later.made
    later.show()
    assert later.page is made[0]
    assert later.page.isVisible()
    assert len(made) == 1
