"""The window: navigation on the left, one screen at a time, a strip for news, a status line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from khenthuong import __version__
from khenthuong.domain.finding import Found
from khenthuong.domain.office import Office
from khenthuong.services.drafts import Draft, left
from khenthuong.ui import actions, messages, places, theme, window_place
from khenthuong.ui.actions import Command
from khenthuong.ui.cures import place_of
from khenthuong.ui.desk import Desk
from khenthuong.ui.drafts import DraftBar, Drafts
from khenthuong.ui.navigation import (
    BESIDE,
    CHANGES,
    DEADLINES,
    GROUPS,
    HOME,
    IMPORT,
    LAYOUT,
    OFFICE,
    PAPERS,
    REGISTER,
    REPORTS,
    ROUNDS,
    RULEBOOK,
    SCREENS,
    SHORTCUTS,
    SUGGESTIONS,
    keys_of,
)
from khenthuong.ui.palette import Palette
from khenthuong.ui.practice import WARNING, Practice
from khenthuong.ui.screens.office.backup_daily import DailyBackup
from khenthuong.ui.screens.office.first_start import FirstStart
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.undoing import Undoing
from khenthuong.ui.widgets.busy import BusyWord
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import Elided
from khenthuong.ui.widgets.nav import NavColumn, NavEntry
from khenthuong.ui.widgets.page_stack import PageFrame, PageStack
from khenthuong.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from khenthuong.ui.manual import ManualWindow
    from khenthuong.ui.screens.paperwork.preview import PreviewWindow

__all__ = [
    "CHANGES",
    "DEADLINES",
    "HOME",
    "IMPORT",
    "LAYOUT",
    "OFFICE",
    "PAPERS",
    "REGISTER",
    "REPORTS",
    "ROUNDS",
    "RULEBOOK",
    "SCREENS",
    "SHORTCUTS",
    "SUGGESTIONS",
    "MainWindow",
    "OfficeInfo",
]

_HELD = "Đang sửa dở: lưu (Ctrl+S) hoặc bỏ thay đổi (Esc) trước đã."


@dataclass(frozen=True)
class OfficeInfo:
    """What the status line says."""

    office: Office | None
    period: str = ""
    warning: str = ""


class MainWindow(QMainWindow):
    """The program's one window; give it a desk and call `start`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._made: dict[int, Screen] = {}
        self.preview: PreviewWindow | None = None
        self.manual: ManualWindow | None = None
        self.first_start = FirstStart(desk)
        self.stack = PageStack()
        self.strip = Strip()
        self.nav = _nav()
        self.undoing = Undoing(desk, self.strip, self)
        self._whole = QWidget()
        self.palette_box = Palette(self)
        self.drafts = Drafts(desk, self._made.values, self)
        self.draft_bar = DraftBar()
        self._last = HOME
        self.daily = DailyBackup(desk)
        self.practice = Practice(desk, self.held_anywhere)
        self._office = Elided()
        self._period = Elided()
        self._warning = link("⚠ Luật đã sửa đổi: kết luận cần đối chiếu")
        self._warning_text = ""
        # Assemble
        self.setWindowTitle("Khen Thưởng")
        self.setMinimumSize(1024, 640)
        self.resize(1280, 720)
        window_place.restore(self, desk.settings)
        self._assemble()
        actions.install(self)
        self._connect()

    def start(self) -> None:
        """Open the books; the first screen follows when they are there."""
        self.desk.open(self._on_opened, self._on_open_failed)

    @property
    def screen_open(self) -> Screen | None:
        """The screen in front; None while the first start asks."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Screen) else None

    @property
    def screens(self) -> list[Screen]:
        """The screens opened so far."""
        return list(self._made.values())

    def made_screen(self, number: int) -> Screen:
        """A screen by its number, made when first asked for."""
        if number not in self._made:
            made = self._made[number] = SCREENS[number](self.desk)
            self.stack.addWidget(made)
        return self._made[number]

    @Slot(int)
    def open_screen(self, number: int) -> None:
        """Show a screen and let it read again."""
        if self.nav.isHidden():
            return
        screen = self.made_screen(number)
        if not isinstance(screen, BESIDE):
            self._last = number
        self.nav.choose(number)
        changed = self.stack.currentWidget() is not screen
        self.stack.setCurrentWidget(screen)
        if not screen.unsaved():
            screen.refresh()
        if changed:
            self.strip.turn_page()
            screen.arrive()
            mark = f"{WARNING} – " if self.practice.on else ""
            self.setWindowTitle(f"{mark}{screen.title} – Khen Thưởng")

    def do(self, command: Command) -> None:
        """Run a command, or say that it does not hold here."""
        if command.run is not None and command.holds(self):
            command.run(self)
        elif self.screen_open is not None and command.part == actions.SCREEN:
            self.desk.say(f"«{command.name}» không dùng ở màn hình này.", "info")

    def ask_screen(self, name: str) -> None:
        """Let the open screen answer a key by its method `name`; nothing is read over typing."""
        screen = self.screen_open
        if name == "escape" and isinstance(screen, BESIDE):
            self.open_screen(self._last)
        elif screen is not None and not (name == "refresh" and screen.unsaved()):
            getattr(screen, name)()

    def show_found(self, found: Found) -> None:
        """Open the screen that holds a thing found by Ctrl+K, and show it there."""
        number = next(n for n, one in enumerate(SCREENS) if found.sort.value in one.holds)
        self.open_screen(number)
        self.made_screen(number).show_found(found.sort.value, found.key, found.of)

    def held(self) -> bool:
        """Whether something typed and not saved must be settled first; says so."""
        screen = self.screen_open
        if screen is None or not screen.unsaved():
            return False
        self.desk.say(_HELD, "warn")
        return True

    def held_anywhere(self) -> bool:
        """Whether something typed on any screen must be settled before its books are left."""
        for number, screen in self._made.items():
            if screen.would_lose():
                self.open_screen(number)
                self.desk.say(_HELD, "warn")
                return True
        return False

    def show_help(self) -> None:
        """The manual, at what is in front; made when first asked for."""
        from khenthuong.ui.manual import ManualWindow, place_of

        if self.manual is None:
            self.manual = ManualWindow(self)
        screen = self.screen_open
        place = place_of(screen) if screen else self.first_start.help_page
        self.manual.open_at(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column of screens words or icons only."""
        super().resizeEvent(event)
        self.nav.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        """The text size counts for the column too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.nav.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only when something typed would be lost; then close the books."""
        left = [screen.title for screen in self.screens if screen.would_lose()]
        if left and not messages.ask(
            self,
            "Đóng chương trình",
            f"Còn thay đổi chưa lưu ở: {', '.join(left)}. Đóng và bỏ?",
            "Đóng, không lưu",
            "Ở lại",
        ):
            event.ignore()
            return
        for screen in self.screens:
            screen.leave()
        self.daily.stop()
        self.drafts.end(forget=True)
        window_place.keep(self, self.desk.settings)
        if self.screen_open is not None:
            window_place.keep_screen(self.desk.settings, SCREENS[self._last].__name__)
        for beside in (self.preview, self.manual):
            if beside is not None:
                beside.close()
        self.desk.close()
        event.accept()

    def _on_opened(self, _: Any) -> None:
        self.undoing.begin()
        self.desk.run(_read_office, done=self._on_office)

    def _on_open_failed(self, error: Exception) -> None:
        messages.show_error(self, "Không mở được sổ", messages.sentence(error))
        self.close()

    def _on_office(self, info: OfficeInfo) -> None:
        self._show_info(info)
        if info.office is None:
            self.nav.hide()
            self.stack.setCurrentWidget(self.first_start)
            self.first_start.begin()
            return
        self.nav.show()
        self.open_screen(HOME)
        if not self.practice.on:
            self.daily.begin()
            self._offer_last()
        self.drafts.begin()

    def _offer_last(self) -> None:
        """A line that leads to where the last run ended, unless there is something to read."""
        last = window_place.last_screen(self.desk.settings)
        number = next((n for n, one in enumerate(SCREENS) if one.__name__ == last), HOME)
        if number != HOME and self.strip.isHidden():
            words = f"Lần trước đang ở «{SCREENS[number].title}»."
            self.strip.offer("info", words, "Mở lại", partial(self.open_screen, number))

    @Slot()
    def _on_practice_leaving(self) -> None:
        """Nothing of these books stays on screen."""
        self.drafts.keep()
        if self.preview is not None:
            self.preview.close()
        self.stack.setCurrentIndex(0)
        for screen in self.screens:
            screen.leave()
            self.stack.removeWidget(screen)
            screen.deleteLater()
        self._made.clear()
        self._last = HOME

    @Slot()
    def _on_practice_arrived(self) -> None:
        self.setWindowTitle(f"{WARNING} – Khen Thưởng" if self.practice.on else "Khen Thưởng")
        self.desk.run(_read_office, done=self._on_office)

    @Slot()
    def _on_started(self) -> None:
        self.desk.run(_read_office, done=self._on_office)

    @Slot()
    def _on_import_wanted(self) -> None:
        self.nav.show()
        self.open_screen(IMPORT)

    @Slot()
    def _on_changed(self) -> None:
        self.desk.run(_read_office, done=self._show_info, key="window.office")

    @Slot()
    def _on_closing(self) -> None:
        for screen in self.screens:
            screen.leave()
        self._whole.setEnabled(False)

    @Slot(bool)
    def _on_reopened(self, other: bool) -> None:
        """The books are open again; when they are other books, no screen keeps what it showed."""
        self._whole.setEnabled(True)
        if not other:
            return
        self.undoing.begin()
        for number, screen in list(self._made.items()):
            if screen is not self.screen_open:
                self.stack.removeWidget(self._made.pop(number))
                screen.deleteLater()
        if self.screen_open is not None:
            self.screen_open.escape()
            self.screen_open.refresh()
        self._on_changed()

    @Slot(object, str)
    def _on_previewed(self, source: Path, title: str) -> None:
        """Pages in a window of their own; QtPdf is loaded when the first paper is shown."""
        from khenthuong.ui.screens.paperwork.preview import PreviewWindow, read_pages

        if self.preview is None:
            self.preview = PreviewWindow(self.desk, self)
        if self.practice.on:
            title = f"{WARNING} – {title}"
        self.desk.run(read_pages, source, title, done=self.preview.show_pages, key="window.preview")

    def open_draft(self, name: str) -> None:
        """Put back a draft by the name of its file; one that is being typed just now is shown."""
        for path, draft in left(self.desk.root):
            if path.name != name:
                continue
            typing = next((n for n, one in self._made.items() if one.draft() == draft), None)
            if typing is not None:
                self.open_screen(typing)
            else:
                self._on_draft_wanted(path, draft)

    @Slot(object, object)
    def _on_draft_wanted(self, path: Path, draft: Draft) -> None:
        for number, screen in enumerate(SCREENS):
            if screen.draft_key == draft.screen:
                self.drafts.take(path, draft)
                self.open_screen(number)
                self.made_screen(number).restore(draft)

    @Slot(object)
    def _on_undo_asked(self, operation: Any) -> None:
        self.undoing.undo_one(operation)

    @Slot()
    def _on_books_turned(self) -> None:
        """The books read otherwise now: the open screen shows it, the others when opened."""
        self.desk.changed.emit()
        if self.screen_open is not None and not self.screen_open.unsaved():
            self.screen_open.refresh()

    @Slot()
    def _on_about(self) -> None:
        self.do(actions.command("about"))

    @Slot()
    def _on_warning(self) -> None:
        self.strip.tell("warn", self._warning_text)

    @Slot(str, str)
    def _on_wanted(self, cure: str, recipient: str) -> None:
        place = place_of(cure, recipient)
        if place is None:
            self.desk.say(
                "Mục này được bổ sung bằng sổ Excel («Nhập») hoặc ngoài chương trình.", "info"
            )
        else:
            places.go(self, place)

    def _show_info(self, info: OfficeInfo) -> None:
        self._office.setText(info.office.name if info.office else "Chưa có cơ quan")
        self._period.setText(f"Quy định áp dụng hôm nay: {info.period}" if info.period else "")
        self._warning_text = info.warning
        self._warning.setToolTip(info.warning)
        self._warning.setVisible(bool(info.warning))

    def _connect(self) -> None:
        desk = self.desk
        self.nav.chosen.connect(self.open_screen)
        self.nav.foot_pressed.connect(self._on_about)
        desk.said.connect(self.strip.tell)
        desk.wanted.connect(self._on_wanted)
        desk.changed.connect(self._on_changed)
        desk.previewed.connect(self._on_previewed)
        desk.closing.connect(self._on_closing)
        desk.reopened.connect(self._on_reopened)
        desk.undo_asked.connect(self._on_undo_asked)
        self.undoing.happened.connect(self._on_books_turned)
        self.drafts.found.connect(self.draft_bar.offer)
        self.draft_bar.wanted.connect(self._on_draft_wanted)
        self.draft_bar.refused.connect(self.drafts.refuse)
        self._warning.clicked.connect(self._on_warning)
        self.first_start.started.connect(self._on_started)
        self.first_start.import_wanted.connect(self._on_import_wanted)
        self.practice.leaving.connect(self._on_practice_leaving)
        self.practice.arrived.connect(self._on_practice_arrived)

    def _assemble(self) -> None:
        self.nav.hide()
        page = QWidget()
        page.setObjectName("page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        top.addWidget(self.draft_bar)
        top.addWidget(self.strip)
        inside.addLayout(top)
        inside.addWidget(PageFrame(self.stack), 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.nav)
        below.addWidget(page, 1)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.practice.bar)
        whole.addLayout(below, 1)
        self.stack.addWidget(QWidget())
        self.stack.addWidget(self.first_start)
        self.setCentralWidget(self._whole)
        self._assemble_status()

    def _assemble_status(self) -> None:
        self._warning.setProperty("strong", True)
        theme.tint(self._warning, "warn")
        self._warning.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for widget in (self._office, self._period):
            widget.setContentsMargins(8, 4, 8, 4)
        bar.addWidget(self._office)
        bar.addWidget(self._period, 1)
        bar.addPermanentWidget(BusyWord(self.desk.jobs))
        bar.addPermanentWidget(self.daily)
        bar.addPermanentWidget(self._warning)


def _nav() -> NavColumn:
    groups: list[tuple[str, list[NavEntry]]] = []
    number = 0
    for heading, screens in GROUPS:
        entries: list[NavEntry] = []
        for screen in screens:
            entries.append(NavEntry(screen.title, screen.icon, keys_of(number)))
            number += 1
        groups.append((heading, entries))
    return NavColumn("Khen Thưởng", groups, f"Giới thiệu · bản {__version__}", "F1: trợ giúp")


def _read_office(ws: Any) -> OfficeInfo:
    from khenthuong.services import office

    known = office.get_office(ws)
    today: date = ws.today()
    period = ws.rulebook.period(today)
    if period is None:
        return OfficeInfo(known)
    return OfficeInfo(known, period.label, period.warning)
