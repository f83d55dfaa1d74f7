"""The column of screens: fourteen of them fit an old screen, headings only over something."""

from PySide6.QtWidgets import QLabel, QPushButton

from khenthuong.ui.navigation import BESIDE, GROUPS, SCREENS, keys_of
from khenthuong.ui.widgets.nav import NavColumn, NavEntry

ROOM = 768 - 40 - 32 - 28  # thanh tác vụ, thanh tiêu đề, dòng trạng thái


def test_fourteen_screens_fit_an_old_screen(qtbot) -> None:
    groups = [
        (f"Nhóm {g}", [NavEntry("Ai đủ điều kiện?", "so") for _ in range(n)])
        for g, n in ((1, 5), (2, 3), (3, 4), (4, 2))
    ]
    nav = NavColumn("Khen Thưởng", groups, "bản 1")
    qtbot.addWidget(nav)
    nav.show()
    assert nav.minimumSizeHint().height() <= ROOM
    assert len(nav.findChildren(QPushButton)) == 14 + len([nav.foot])


def test_a_group_without_screens_has_no_heading(qtbot) -> None:
    nav = NavColumn("Tên", [("Có", [NavEntry("Sổ", "so")]), ("Không", [])], "chân")
    qtbot.addWidget(nav)
    assert [w.text() for w in nav.findChildren(QLabel)] == ["Tên", "Có"]


def test_a_click_gives_the_number_through_all_groups(qtbot) -> None:
    nav = NavColumn("Tên", [("A", [NavEntry("Một", "so")]), ("B", [NavEntry("Hai", "so")])], "")
    qtbot.addWidget(nav)
    chosen: list[int] = []
    nav.chosen.connect(chosen.append)
    nav.findChildren(QPushButton)[1].click()
    assert chosen == [1]


def test_the_line_at_the_foot_is_pressed(qtbot) -> None:
    nav = NavColumn("Tên", [("A", [NavEntry("Một", "so")])], "bản 1")
    qtbot.addWidget(nav)
    assert nav.foot.text() == "bản 1"
    with qtbot.waitSignal(nav.foot_pressed, timeout=1000):
        nav.foot.click()


def test_every_screen_stands_in_one_group() -> None:
    assert [*(one for _, group in GROUPS for one in group), *BESIDE] == list(SCREENS)
    assert len(set(SCREENS)) == len(SCREENS)


def test_only_ten_screens_have_a_number() -> None:
    assert [keys_of(n) for n in (0, 8, 9)] == ["Ctrl+1", "Ctrl+9", "Ctrl+0"]
    numbers = [keys_of(n) for n in range(len(SCREENS))]
    assert len({keys for keys in numbers if keys}) == sum(1 for keys in numbers if keys)
