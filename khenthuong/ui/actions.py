"""Every command of the window, once: its name, its keys, where it holds, what it does.

The window's keys, Ctrl+K and the sheet of keys are all made from `COMMANDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from khenthuong.ui import looks, messages, theme
from khenthuong.ui.navigation import (
    EXAMPLES,
    MOVEMENTS,
    OFFICE,
    REPORTS,
    SCREENS,
    STATISTICS,
    keys_of,
)
from khenthuong.ui.screens.examples.examples import ExamplesScreen
from khenthuong.ui.screens.office.office import OfficeScreen

if TYPE_CHECKING:
    from khenthuong.ui.main_window import MainWindow

Run = Callable[["MainWindow"], None]

ANYWHERE, SCREEN, LIST, GO = "Mọi nơi", "Trên màn hình", "Trong danh sách", "Sang màn hình khác"
PARTS = (ANYWHERE, SCREEN, LIST, GO)
"""The headings of the sheet of keys, in its order."""


@dataclass(frozen=True)
class Command:
    """One thing the clerk may ask for.

    `asks` names the method of `Screen` that does it: the command holds only on screens that have
    their own. `words` are other words it is found by. A command without `run` is a key that lists
    answer themselves (Enter, Del); it stands in the sheet of keys only.
    """

    id: str
    name: str
    keys: str = ""
    part: str = ANYWHERE
    run: Run | None = None
    asks: str = ""
    words: str = ""
    icon: str = ""

    def holds(self, window: MainWindow) -> bool:
        """Whether it does something now."""
        if self.run is None:
            return False
        screen = window.screen_open
        return not self.asks or (screen is not None and screen.can(self.asks))


def _ask(name: str) -> Run:
    def run(window: MainWindow) -> None:
        window.ask_screen(name)

    return run


def _go(number: int) -> Run:
    def run(window: MainWindow) -> None:
        window.open_screen(number)

    return run


def _undo(window: MainWindow) -> None:
    if not window.held():
        window.undoing.undo()


def _redo(window: MainWindow) -> None:
    if not window.held():
        window.undoing.redo()


def _palette(window: MainWindow) -> None:
    window.palette_box.open()


def _look(chosen: theme.Look) -> Run:
    def run(window: MainWindow) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            looks.choose(application, window.desk.settings, chosen, theme.percent())

    return run


def _back_up(window: MainWindow) -> None:
    window.open_screen(OFFICE)
    office = window.made_screen(OFFICE)
    if isinstance(office, OfficeScreen):
        office.backup.back_up.click()


def _display(window: MainWindow) -> None:
    window.open_screen(OFFICE)
    office = window.made_screen(OFFICE)
    if isinstance(office, OfficeScreen):
        office.tabs.setCurrentWidget(office.display)


def _data_folder(window: MainWindow) -> None:
    window.desk.show_folder(window.desk.root)


def _sudden_deed(window: MainWindow) -> None:
    window.open_screen(EXAMPLES)
    screen = window.made_screen(EXAMPLES)
    if isinstance(screen, ExamplesScreen):
        screen.new_deed()


def _practice(window: MainWindow) -> None:
    window.practice.open()


def _own_books(window: MainWindow) -> None:
    window.practice.go_home()


def _drop_practice(window: MainWindow) -> None:
    window.practice.drop()


def _help(window: MainWindow) -> None:
    window.show_help()


def _about(window: MainWindow) -> None:
    from khenthuong.ui.about import open_about

    open_about(window, window.desk)


def _report_fault(window: MainWindow) -> None:
    from khenthuong.ui.fault_dialog import FaultDialog

    messages.show_dialog(FaultDialog(window.desk.root, window))


_KEYS: tuple[Command, ...] = (
    Command("palette", "Tìm mọi thứ", "Ctrl+K", ANYWHERE, _palette, icon="tim"),
    Command("help", "Trợ giúp màn hình này", "F1", ANYWHERE, _help, words="huong dan"),
    Command("report_fault", "Gửi báo lỗi", "", ANYWHERE, _report_fault, words="ho tro hong loi"),
    Command("about", "Giới thiệu chương trình", "", ANYWHERE, _about, words="phien ban giay phep"),
    Command("find", "Tìm trong màn hình này", "Ctrl+F", SCREEN, _ask("begin_find"), "begin_find"),
    Command("new", "Thêm mới", "Ctrl+N", SCREEN, _ask("new"), "new", "tao lap"),
    Command("edit", "Sửa dòng đang chọn", "F2", SCREEN, _ask("edit"), "edit"),
    Command("save", "Lưu", "Ctrl+S", SCREEN, _ask("save"), "save", "ghi"),
    Command("print", "In những gì đang xem", "Ctrl+P", SCREEN, _ask("print_shown"), "print_shown"),
    Command(
        "missing",
        "Còn thiếu gì?",
        "Ctrl+G",
        SCREEN,
        _ask("list_missing"),
        "list_missing",
        "bo sung muc con thieu cua dot",
    ),
    Command("round.step", "Sang bước 1 … 7 của đợt xét", "Alt+1 … Alt+7", SCREEN),
    Command("round.next", "Sang bước sau, bước trước của đợt xét", "Ctrl+Tab", SCREEN),
    Command("undo", "Hoàn tác việc vừa ghi", "Ctrl+Z", ANYWHERE, _undo, words="lay lai"),
    Command("redo", "Làm lại việc vừa hoàn tác", "Ctrl+Y", ANYWHERE, _redo),
    Command("refresh", "Đọc lại từ sổ", "F5", SCREEN, _ask("refresh"), "refresh", "lam moi"),
    Command("escape", "Thôi, bỏ thay đổi đang gõ", "Esc", SCREEN, _ask("escape")),
    Command("sudden", "Việc đột xuất mới", run=_sudden_deed, words="cuu nguoi khen kip thoi"),
    Command("backup", "Sao lưu ngay", "", ANYWHERE, _back_up, icon="luu"),
    Command("display", "Hiển thị: cỡ chữ", run=_display, words="chu to nho lon man hinh phong"),
    Command("look.light", "Giao diện sáng", run=_look(theme.Look.LIGHT), words="mau nen"),
    Command("look.dark", "Giao diện tối", run=_look(theme.Look.DARK), words="mau nen ban dem"),
    Command("look.contrast", "Giao diện tương phản cao", run=_look(theme.Look.CONTRAST)),
    Command("practice", "Mở xã mẫu để tập", run=_practice, words="thu du lieu mau hoc"),
    Command("practice.home", "Về sổ của tôi", run=_own_books, words="xa mau so that"),
    Command("practice.drop", "Bỏ xã mẫu", run=_drop_practice, words="xoa du lieu mau"),
    Command("folder", "Mở thư mục dữ liệu", "", ANYWHERE, _data_folder, icon="thu_muc"),
    Command("list.open", "Mở dòng đang chọn", "Enter", LIST),
    Command("list.remove", "Bỏ dòng đang chọn (hoàn tác được)", "Del", LIST),
    Command("list.menu", "Việc làm được với dòng đang chọn", "Shift+F10", LIST),
)
_SCREEN_WORDS = {
    MOVEMENTS: "moi ke hoach phat dong thi dua",
    REPORTS: "bao cao thanh tich",
    STATISTICS: "nam cuoi nam hang nam so lieu",
}
"""Other words by which a screen is found."""
_SCREENS: tuple[Command, ...] = tuple(
    Command(
        f"screen.{number}",
        screen.title,
        keys_of(number),
        GO,
        _go(number),
        words=_SCREEN_WORDS.get(number, ""),
    )
    for number, screen in enumerate(SCREENS)
)
COMMANDS: tuple[Command, ...] = (*_KEYS, *_SCREENS)
"""Every command, in the order of the sheet of keys."""


def command(name: str) -> Command:
    """The command of an id."""
    return next(one for one in COMMANDS if one.id == name)


def install(window: MainWindow, commands: Iterable[Command] = COMMANDS) -> None:
    """Give the window a QAction for every command with keys."""
    for one in commands:
        if one.run is None or not one.keys:
            continue
        action = QAction(one.name, window)
        action.setObjectName(one.id)
        action.setShortcut(QKeySequence(one.keys))
        action.triggered.connect(partial(_run, window, one))
        window.addAction(action)


def _run(window: MainWindow, one: Command, _: bool = False) -> None:
    window.do(one)
