"""«Ai đủ điều kiện?»: who could be proposed in a year, who lacks one thing; ticked into a round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTabBar, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Standing
from khenthuong.domain.rounds import Round
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.suggestions_table import SuggestionsTable, short_award
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.screens.suggestions.suggestions_panel import SuggestionPanel
from khenthuong.ui.screens.suggestions.suggestions_round import RoundChoice
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.search_box import SearchBox
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.appraisal.suggesting import Suggestion, Suggestions

GROUPS = tuple(Standing)
_YEARS_BACK = 10
_COUNT_WIDTH = 90
_ALL = "Mọi danh hiệu, hình thức"


class SuggestionsScreen(Screen):
    """Who qualifies and is not nominated."""

    title = "Ai đủ điều kiện?"
    icon = "ai_du_dieu_kien"
    help_page = "ai_du_dieu_kien"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found: Suggestions | None = None
        self._rows: Sequence[Suggestion] = ()
        self._round_wanted = ""
        self._year_wanted: Year | None = None
        self._put: tuple[int, int, Round] | None = None
        self.year = QuietCombo()
        self.award = QuietCombo()
        self.search = SearchBox("Tìm theo tên, mã, tập thể (Ctrl+F)")
        self.again = button("Tính lại", "lam_moi", tip="F5")
        self.groups = QTabBar()
        self.silent = link("")
        self.task = TaskBar()
        self.table = SuggestionsTable(self)
        self.view = RowsView(self.table, (6, 4, 7, 7), "Ai đủ điều kiện")
        self._note = EmptyNote(self.view, "")
        self._count = label("", "quiet")
        theme.hold(self._count, least_width=_COUNT_WIDTH)
        self.tick_all = button("Đánh dấu cả &bảng", tip="Ctrl+A trong danh sách")
        self.untick = button("Bỏ dấu")
        self.put = button("Đưa vào đợt xét…", "them", primary=True, tip="Ctrl+N")
        self.take_back = button("Lấy lại", "khoi_phuc", tip="Rút những đề nghị vừa đưa vào đợt")
        self.go_round = button("&Mở đợt xét", "dot_xet")
        self.choice = RoundChoice()
        self.panel = SuggestionPanel()
        # Assemble
        self._assemble()
        self._on_ticked(0)
        # Signals
        self._connect()

    def _connect(self) -> None:
        self.view.offer_on_rows(mirror(self.put, self.take_back, self.tick_all, self.untick))
        self.year.activated.connect(self._on_year)
        self.award.activated.connect(self._on_filter)
        self.search.searched.connect(self._on_filter)
        self.search.left_down.connect(self._on_left_down)
        self.again.clicked.connect(self.refresh)
        self.groups.currentChanged.connect(self._on_filter)
        self.silent.clicked.connect(self._on_silent)
        self.table.ticked.connect(self._on_ticked)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_open)
        self.panel.opened.connect(self._on_open)
        self.panel.cured.connect(self._on_cure)
        self.tick_all.clicked.connect(self._on_tick_all)
        self.untick.clicked.connect(self._on_untick)
        self.put.clicked.connect(self.new)
        self.choice.given.connect(self._on_round_given)
        self.choice.closed.connect(self.view.setFocus)
        self.take_back.clicked.connect(self._on_take_back)
        self.go_round.clicked.connect(self._on_go_round)

    @Slot()
    def refresh(self) -> None:
        """Ask the books again for the chosen year."""
        if self.year.count() == 0:
            self.desk.run(_years, done=self._on_years, key="suggest.years")
        else:
            self._load()

    def begin_find(self) -> None:
        """Into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def arrive(self) -> None:
        """Into the table."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def new(self) -> None:
        """Ask into which round the ticked lines go; the chosen line when none is ticked."""
        if not self.table.chosen and self.view.row() >= 0:
            self.table.turn(self.view.row())
        if not self.table.chosen:
            self.desk.say("Hãy đánh dấu ít nhất một dòng (phím cách).", "warn")
            return
        found = tuple(row.found for row in self.table.chosen)
        self.desk.run(_rounds_for, self._year, found, done=self._on_rounds)

    def escape(self) -> None:
        """Close the question for the round."""
        self.choice.stop()

    def expect(self, year: Year, round_code: str = "") -> None:
        """Show a year when next opened; `round_code` is the round that will be offered first."""
        self._round_wanted = round_code
        wanted = year.as_kind(school=False)
        if self.year.count() == 0:
            self._year_wanted = wanted
            return
        if self.year.index_of(wanted) < 0:
            self.year.addItem(str(wanted), wanted)
        self.year.choose(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space ticks the chosen line, Ctrl+A all that are listed."""
        if (
            watched is self.view
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Space:
                self.table.turn(self.view.row())
                return True
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self._on_tick_all()
                return True
        return super().eventFilter(watched, event)

    @property
    def _year(self) -> Year:
        return self.year.currentData()

    def _on_years(self, years: Sequence[Year]) -> None:
        if self.year.count() == 0:
            self.year.fill([(str(year), year) for year in years])
            if self._year_wanted is not None:
                self.expect(self._year_wanted, self._round_wanted)
        self._load()

    def _load(self) -> None:
        self.again.setEnabled(False)
        task = self.task.begin("Đang xét cả sổ…")
        self.desk.run(
            _who_qualifies,
            self._year,
            task,
            done=self._on_found,
            failed=self._on_failed,
            key="suggest.found",
        )

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.desk.on_failed(error)

    def _end(self) -> None:
        self.task.end()
        self.again.setEnabled(True)

    def _on_found(self, found: Suggestions) -> None:
        self._end()
        first = self._found is None or self._found.year != found.year
        self._found = found
        awards = {row.found.award: row.award_name for row in found.rows}
        self.award.fill([(_ALL, ""), *((short_award(name), one) for one, name in awards.items())])
        for number, group in enumerate(GROUPS):
            self.groups.setTabText(number, f"{word(group)} ({len(found.of(group))})")
        if first:
            full = next((n for n, group in enumerate(GROUPS) if found.of(group)), 0)
            self.groups.blockSignals(True)
            self.groups.setCurrentIndex(full)
            self.groups.blockSignals(False)
        self.silent.setText(f"{len(found.uncomputable)} danh hiệu, hình thức không tính được từ sổ")
        self.silent.setVisible(bool(found.uncomputable))
        self.table.keep(found.rows)
        self._on_filter()

    @Slot()
    def _on_filter(self, *_: object) -> None:
        if self._found is None:
            return
        current = self.table.record(self.view.row())
        words = fold(self.search.text()).split()
        award = self.award.currentData()
        group = GROUPS[self.groups.currentIndex()]
        self._rows = [
            row
            for row in self._found.of(group)
            if (not award or row.found.award == award) and all(one in row.sought for one in words)
        ]
        self.table.show(self._rows)
        self.view.share_width()
        self._note.tell(self._why_empty(group))
        self._count.setText(f"{len(self._rows):,} dòng".replace(",", "."))
        row = self.table.find(current.key) if current is not None else -1
        self.view.select(max(0, row))
        self._on_row()

    def _why_empty(self, group: Standing) -> str:
        found = self._found
        if found is None:
            return ""
        if found.of(group):
            return (
                "Không dòng nào khớp ô tìm và danh hiệu đã chọn. Xóa ô tìm, hoặc chọn «Mọi danh "
                "hiệu, hình thức»."
            )
        if not found.rows:
            return (
                f"Năm {found.year} chưa thấy ai để đề nghị thêm. Ghi xếp loại, khen thưởng, sáng "
                "kiến vào «Sổ» hoặc nhập từ Excel, rồi bấm «Tính lại» (F5)."
            )
        if group is Standing.ELIGIBLE and found.warning:
            return (
                "Luật đã sửa đổi nên chưa kết luận được ai đủ điều kiện: những người đủ theo luật "
                "năm 2022 nằm ở thẻ «Cần đối chiếu»."
            )
        if group is Standing.ELIGIBLE:
            return (
                "Không còn ai đủ điều kiện mà chưa được đề nghị. Xem thẻ «Thiếu một điều»: có thể "
                "chỉ thiếu một dòng trong sổ."
            )
        return f"Không có ai trong nhóm «{word(group).lower()}»."

    @Slot()
    def _on_year(self) -> None:
        self._round_wanted = ""
        self._load()

    @Slot()
    def _on_left_down(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_silent(self) -> None:
        if self._found is not None:
            names = "; ".join(name for _, name in self._found.uncomputable)
            self.desk.say(
                f"Sổ không đủ để tính, tiêu chuẩn đều phải có người xác nhận: {names}.", "info"
            )

    @Slot()
    def _on_row(self) -> None:
        row = self.table.record(self.view.currentIndex().row())
        if row is None:
            self.panel.show_nobody()
        else:
            self.panel.show_row(row)

    @Slot()
    def _on_open(self) -> None:
        row = self.table.record(self.view.row())
        if row is not None:
            self.desk.wanted.emit(f"{row.kind.value}:{row.found.recipient}", row.found.recipient)

    @Slot()
    def _on_cure(self) -> None:
        row = self.table.record(self.view.row())
        if row is not None and row.cure:
            self.desk.wanted.emit(row.cure, row.found.recipient)

    @Slot(int)
    def _on_ticked(self, count: int) -> None:
        self.put.setText(f"Đưa {count} dòng vào đợt xét…" if count else "Đưa vào đợt xét…")
        self.untick.setEnabled(count > 0)

    @Slot()
    def _on_tick_all(self) -> None:
        self.table.tick(self._rows, on=True)

    @Slot()
    def _on_untick(self) -> None:
        self.table.tick(self.table.chosen, on=False)

    def _on_rounds(self, offered: tuple[Sequence[Round], Sequence[Round]]) -> None:
        there, fresh = offered
        if not there and not fresh:
            self.desk.say(
                "Các dòng đã đánh dấu thuộc những loại đợt khác nhau (công trạng, chuyên đề, đột "
                "xuất). Hãy bỏ dấu bớt rồi đưa vào từng đợt.",
                "warn",
            )
            return
        self.choice.begin(len(self.table.chosen), there, fresh, self._round_wanted)

    @Slot(object)
    def _on_round_given(self, round_: Round) -> None:
        found = tuple(row.found for row in self.table.chosen)
        self.desk.run(_nominate, found, round_, done=self._on_nominated)

    def _on_nominated(self, done: tuple[int, int, Round]) -> None:
        self._put = done
        _, count, round_ = done
        self._round_wanted = round_.code
        self.table.tick(self.table.chosen, on=False)
        self._show_put(put=True)
        self.desk.say(f"Đã đưa {count} đề nghị vào «{round_.name}». Bấm «Lấy lại» nếu nhầm.")
        self.desk.changed.emit()
        self._load()
        self.view.setFocus()

    @Slot()
    def _on_take_back(self) -> None:
        if self._put is not None:
            self.desk.run(_take_back, *self._put, done=self._on_taken_back)

    def _on_taken_back(self, count: int) -> None:
        self._put = None
        self._show_put(put=False)
        self.desk.say(f"Đã lấy lại {count} đề nghị.")
        self.desk.changed.emit()
        self._load()

    @Slot()
    def _on_go_round(self) -> None:
        if self._put is not None:
            self.desk.wanted.emit(f"dot:{self._put[2].code}", "")

    def _show_put(self, *, put: bool) -> None:
        self.take_back.setVisible(put)
        self.go_round.setVisible(put)

    def _assemble(self) -> None:
        year, award = QLabel("&Năm"), QLabel("&Danh hiệu")
        year.setBuddy(self.year)
        award.setBuddy(self.award)
        self.year.setMinimumContentsLength(6)
        self.year.setAccessibleName("Năm xét")
        self.award.setAccessibleName("Danh hiệu, hình thức")
        self.award.fill([(_ALL, "")])
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(year)
        top.addWidget(self.year)
        top.addSpacing(8)
        top.addWidget(award)
        top.addWidget(self.award, 3)
        top.addWidget(self.search, 2)
        top.addWidget(self.again)
        self.box.addLayout(top)
        self.groups.setAccessibleName("Nhóm kết quả")
        self.groups.setExpanding(False)
        self.groups.setDrawBase(False)
        self.groups.setUsesScrollButtons(False)
        for group in GROUPS:
            self.groups.addTab(word(group))
        under = QHBoxLayout()
        under.addWidget(self.groups)
        under.addSpacing(12)
        under.addWidget(self._count)
        under.addStretch()
        under.addWidget(self.silent)
        self.silent.hide()
        self.box.addLayout(under)
        self.box.addWidget(self.task)
        self._assemble_table()

    def _assemble_table(self) -> None:
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.choice)
        tools = QHBoxLayout()
        for widget in (self.tick_all, self.untick):
            tools.addWidget(widget)
        tools.addStretch()
        for widget in (self.go_round, self.take_back, self.put):
            tools.addWidget(widget)
        self._show_put(put=False)
        inside.addLayout(tools)
        self.view.installEventFilter(self)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([820, 350])
        self.box.addWidget(split, 1)


def _years(ws: Any) -> tuple[Year, ...]:
    """The latest year worked on first: that of the latest round, or this one."""
    from khenthuong.services.appraisal import rounds

    last = max([one.round.year.end for one in rounds.rounds(ws)], default=ws.today().year)
    first = max(last, ws.today().year)
    years = [Year(first - back) for back in range(_YEARS_BACK + 1)]
    return tuple(sorted(years, key=lambda year: (year.start != last, -year.start)))


def _who_qualifies(ws: Any, year: Year, task: Task) -> Suggestions:
    from khenthuong.services.appraisal import suggesting

    return suggesting.who_qualifies(ws, year, progress=task.progress, cancelled=task.cancelled)


def _rounds_for(
    ws: Any, year: Year, found: Sequence[Any]
) -> tuple[Sequence[Round], Sequence[Round]]:
    from khenthuong.services.appraisal import suggesting

    kind = suggesting.kind_for(found)
    if kind is None:
        return (), ()
    there = suggesting.rounds_for(ws, year, found)
    return there, (suggesting.new_round(ws, year, kind),)


def _nominate(ws: Any, found: Sequence[Any], round_: Round) -> tuple[int, int, Round]:
    from khenthuong.services.appraisal import suggesting

    operation, count = suggesting.nominate(ws, found, round_)
    return operation, count, round_


def _take_back(ws: Any, operation: int, count: int, round_: Round) -> int:
    from khenthuong.services.appraisal import suggesting

    suggesting.take_back(ws, operation, count, round_)
    return count
