"""The window: navigation on the left, one screen at a time, a strip for news, a status line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong import __version__
from khenthuong.domain.kinds import Step
from khenthuong.domain.office import Office
from khenthuong.domain.years import Year
from khenthuong.ui import messages, theme
from khenthuong.ui.cures import Place, place_of
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.deadlines import DeadlinesScreen
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.office.backup_daily import DailyBackup
from khenthuong.ui.screens.office.first_start import FirstStart
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.layout_check import LayoutCheckScreen
from khenthuong.ui.screens.paperwork.papers import PapersScreen
from khenthuong.ui.screens.paperwork.reports import ReportsScreen
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.screens.suggestions.suggestions import SuggestionsScreen
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from khenthuong.ui.screens.paperwork.preview import PreviewWindow

NAV_WIDTH = 172
SCREENS: tuple[type[Screen], ...] = (
    RegisterScreen,
    RoundsScreen,
    SuggestionsScreen,
    DeadlinesScreen,
    ReportsScreen,
    PapersScreen,
    ImportScreen,
    LayoutCheckScreen,
    RulebookScreen,
    OfficeScreen,
)
REGISTER, ROUNDS, SUGGESTIONS, DEADLINES, REPORTS, PAPERS, IMPORT, LAYOUT, RULEBOOK, OFFICE = range(
    len(SCREENS)
)


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
        self.first_start = FirstStart(desk)
        self.stack = QStackedWidget()
        self.strip = Strip()
        self.nav = QWidget()
        self._nav_group = QButtonGroup(self)
        self._whole = QWidget()
        self.daily = DailyBackup(desk)
        self._office = QLabel()
        self._period = QLabel()
        self._warning = link("⚠ Luật đã sửa đổi: kết luận cần đối chiếu")
        self._warning_text = ""
        # Assemble
        self.setWindowTitle("Khen Thưởng")
        self.setMinimumSize(1024, 640)
        self.resize(1280, 720)
        self._assemble()
        self._make_actions()
        # Signals
        self._nav_group.idClicked.connect(self.open_screen)
        desk.said.connect(self.strip.tell)
        desk.wanted.connect(self._on_wanted)
        desk.changed.connect(self._on_changed)
        desk.previewed.connect(self._on_previewed)
        desk.closing.connect(self._on_closing)
        desk.reopened.connect(self._on_reopened)
        self._warning.clicked.connect(self._on_warning)
        self.first_start.started.connect(self._on_started)
        self.first_start.import_wanted.connect(self._on_import_wanted)

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
        self._nav_group.button(number).setChecked(True)
        changed = self.stack.currentWidget() is not screen
        self.stack.setCurrentWidget(screen)
        if not screen.unsaved():
            screen.refresh()
        if changed:
            self.strip.turn_page()
            screen.arrive()
            self.setWindowTitle(f"{screen.title} – Khen Thưởng")

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
        if self.preview is not None:
            self.preview.close()
        self.desk.close()
        event.accept()

    def _on_opened(self, _: Any) -> None:
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
        self.open_screen(REGISTER)
        self.made_screen(REGISTER).begin_find()
        self.daily.begin()

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
        self.desk.run(read_pages, source, title, done=self.preview.show_pages, key="window.preview")

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
        elif place.tab is not None:
            self._go_to_register(place)
        elif place.step is not None:
            self._go_to_round(place)
        elif place.report:
            self._go_to_report(place)
        elif place.year:
            self._go_to_suggestions(place)
        elif place.criterion is not None:
            self._go_to_rule(place.criterion)
        elif place.office:
            self.open_screen(OFFICE)
            self.made_screen(OFFICE).begin_find()

    def _go_to_rule(self, criterion: tuple[str, str]) -> None:
        self.open_screen(RULEBOOK)
        rules = self.made_screen(RULEBOOK)
        if isinstance(rules, RulebookScreen):
            rules.go_to(*criterion)

    def _go_to_register(self, place: Place) -> None:
        register = self.made_screen(REGISTER)
        self.open_screen(REGISTER)
        if isinstance(register, RegisterScreen):
            register.go_to(place.code, place.tab or "", place.field, place.record)

    def _go_to_round(self, place: Place) -> None:
        rounds = self.made_screen(ROUNDS)
        if not isinstance(rounds, RoundsScreen) or place.step is None:
            return
        if self.screen_open is not rounds:
            self.open_screen(ROUNDS)
        rounds.go_to(place.round, place.step, council=place.council)
        if place.step is Step.MEETING and place.record:
            rounds.meetings.go_to(place.record, place.code)
        elif place.edit and place.code:
            rounds.nominations.begin_edit(place.code, place.field)
        elif place.edit:
            rounds.edit_round(place.field)

    def _go_to_report(self, place: Place) -> None:
        reports, rounds = self.made_screen(REPORTS), self.made_screen(ROUNDS)
        if isinstance(reports, ReportsScreen) and isinstance(rounds, RoundsScreen):
            reports.go_to(rounds.round_code, place.code)
            self.open_screen(REPORTS)

    def _go_to_suggestions(self, place: Place) -> None:
        suggestions = self.made_screen(SUGGESTIONS)
        if isinstance(suggestions, SuggestionsScreen):
            suggestions.expect(Year.parse(place.year), place.round)
            self.open_screen(SUGGESTIONS)

    def _show_info(self, info: OfficeInfo) -> None:
        self._office.setText(info.office.name if info.office else "Chưa có cơ quan")
        self._period.setText(f"Quy định áp dụng hôm nay: {info.period}" if info.period else "")
        self._warning_text = info.warning
        self._warning.setToolTip(info.warning)
        self._warning.setVisible(bool(info.warning))

    def _assemble(self) -> None:
        self._assemble_nav()
        page = QWidget()
        page.setObjectName("page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        top.addWidget(self.strip)
        inside.addLayout(top)
        inside.addWidget(self.stack, 1)
        across = QHBoxLayout(self._whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.nav)
        across.addWidget(page, 1)
        self.stack.addWidget(QWidget())
        self.stack.addWidget(self.first_start)
        self.setCentralWidget(self._whole)
        self._assemble_status()

    def _assemble_nav(self) -> None:
        side = QVBoxLayout(self.nav)
        side.setContentsMargins(0, 12, 0, 12)
        side.setSpacing(2)
        brand = label("Khen Thưởng", "heading")
        brand.setContentsMargins(16, 0, 8, 12)
        side.addWidget(brand)
        for number, screen in enumerate(SCREENS):
            if screen is OfficeScreen:
                side.addStretch()
            made = QPushButton(screen.title)
            made.setIcon(theme.icon(screen.icon))
            made.setIconSize(QSize(22, 22))
            made.setCheckable(True)
            made.setProperty("nav", True)
            made.setToolTip(_keys(number))
            self._nav_group.addButton(made, number)
            side.addWidget(made)
        version = label(f"F1: trợ giúp · bản {__version__}", "quiet")
        version.setContentsMargins(16, 4, 0, 0)
        side.addWidget(version)
        self.nav.setObjectName("nav")
        self.nav.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.nav.setFixedWidth(NAV_WIDTH)
        self.nav.hide()

    def _assemble_status(self) -> None:
        self._warning.setStyleSheet(f"color: {theme.COLOURS['warn']}; font-weight: 600;")
        self._warning.hide()
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        for widget in (self._office, self._period):
            widget.setContentsMargins(8, 2, 8, 2)
        bar.addWidget(self._office)
        bar.addWidget(self._period)
        bar.addPermanentWidget(self.daily)
        bar.addPermanentWidget(self._warning)

    def _make_actions(self) -> None:
        for name, keys, slot in (
            ("Trợ giúp", "F1", self._on_help),
            ("Tìm", "Ctrl+F", self._on_find),
            ("Thêm mới", "Ctrl+N", self._on_new),
            ("Lưu", "Ctrl+S", self._on_save),
            ("Đọc lại", "F5", self._on_refresh),
            ("Thôi", "Esc", self._on_escape),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)
        for number in range(len(SCREENS)):
            action = QAction(f"Màn hình {number + 1}", self)
            action.setShortcut(QKeySequence(_keys(number)))
            action.setData(number)
            action.triggered.connect(self._on_screen_key)
            self.addAction(action)

    @Slot()
    def _on_screen_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_screen(int(action.data()))

    @Slot()
    def _on_help(self) -> None:
        screen = self.screen_open
        text = screen.help_text if screen else self.first_start.help_text
        messages.inform(self, "Trợ giúp", text)

    @Slot()
    def _on_find(self) -> None:
        if self.screen_open:
            self.screen_open.begin_find()

    @Slot()
    def _on_new(self) -> None:
        if self.screen_open:
            self.screen_open.new()

    @Slot()
    def _on_save(self) -> None:
        if self.screen_open:
            self.screen_open.save()

    @Slot()
    def _on_refresh(self) -> None:
        if self.screen_open and not self.screen_open.unsaved():
            self.screen_open.refresh()

    @Slot()
    def _on_escape(self) -> None:
        if self.screen_open:
            self.screen_open.escape()


def _keys(number: int) -> str:
    """Ctrl+1 … Ctrl+9, Ctrl+0 for the tenth screen."""
    return f"Ctrl+{(number + 1) % 10}"


def _read_office(ws: Any) -> OfficeInfo:
    from khenthuong.services import office

    known = office.get_office(ws)
    today: date = ws.today()
    period = ws.rulebook.period(today)
    if period is None:
        return OfficeInfo(known)
    return OfficeInfo(known, period.label, period.warning)
