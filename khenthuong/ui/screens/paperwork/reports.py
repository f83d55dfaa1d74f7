"""Biểu mẫu: the report of a nomination, from its form's questions; drafted every second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Round
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.paperwork.report_data import (
    Problems,
    Report,
    ReportKey,
    ReportLine,
    drop_draft,
    read_lines,
    read_report,
    save_answers,
    save_draft,
)
from khenthuong.ui.screens.rounds.round_data import read_rounds, round_name
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

DRAFT_MS = 1000


class ReportsScreen(Screen):
    """Answering reports."""

    title = "Biểu mẫu"
    icon = "bieu_mau"
    help_page = "van_ban#bieu-mau"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._report: Report | None = None
        self._wanted = ""
        self._dirty = False
        self._read_again = True
        self._entering = False
        self._saving: dict[str, object] = {}
        self._drafted: dict[str, object] = {}
        self.combo = QuietCombo()
        self.table = GroupedTable(ReportLine.HEADERS, self)
        self.view = RowsView(self.table, (7, 3), "Văn bản và báo cáo phải viết")
        self._title = label("", "heading", wrap=True)
        self._about = label("", "soft", wrap=True)
        self.state = label("", "subheading", wrap=True)
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo = button("Bỏ thay đổi", tip="Esc")
        self.draft_note = QWidget()
        self.take_draft = button("Lấy bản nháp", primary=True)
        self.refuse_draft = link("Bỏ bản nháp")
        self.area = QScrollArea()
        self.form: FormView | None = None
        self._page = QWidget()
        self._nothing = EmptyPage(
            "bieu_mau",
            "Chưa có báo cáo nào phải làm",
            "Chọn một đợt xét có đề nghị; đề nghị nào cần báo cáo thành tích thì hiện bên trái.",
        )
        self._timer = QTimer(self)
        # Assemble
        self._assemble()
        # Signals
        self.combo.activated.connect(self._on_round)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_enter)
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self.escape)
        self.take_draft.clicked.connect(self._on_take_draft)
        self.refuse_draft.clicked.connect(self._on_refuse_draft)
        self._timer.timeout.connect(self._on_tick)

    @property
    def report(self) -> Report | None:
        """The report that is open."""
        return self._report

    def refresh(self) -> None:
        """Read rounds and nominations again."""
        self._read_again = True
        self.desk.run(read_rounds, done=self._on_rounds, key="reports.rounds")

    def begin_find(self) -> None:
        """Into the list."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, round_code: str, recipient: str) -> None:
        """Open the report of a recipient."""
        if self.combo.index_of(round_code) < 0 and round_code:
            self.combo.addItem(round_code, round_code)
        self.combo.choose(round_code)
        self._wanted = recipient
        self._entering = True

    @Slot()
    def save(self) -> None:
        """Save the answers as they are, complete or not."""
        if self._report is not None and self.form is not None:
            self._timer.stop()
            self._saving = self.form.values()
            self.desk.run(save_answers, self._report, self._saving, done=self._on_saved)

    def escape(self) -> None:
        """Show again what was saved."""
        if self._report is not None and self._dirty:
            self._timer.stop()
            self.desk.run(drop_draft, self._report.key, done=self._on_draft_dropped)

    def unsaved(self) -> bool:
        """Whether answers wait to be saved (the draft is kept all the same)."""
        return self._dirty

    def would_lose(self) -> bool:
        """Never: the draft is kept and offered again."""
        return False

    def leave(self) -> None:
        """Keep the draft before the program closes."""
        self._on_tick()

    def _on_rounds(self, rounds: Sequence[Round]) -> None:
        self.combo.fill([(round_name(one), one.code) for one in rounds])
        self._load()

    def _load(self) -> None:
        code = self.combo.currentData()
        if code:
            self.desk.run(read_lines, code, done=self._on_lines, key="reports.lines")
        else:
            self._on_lines(())

    def _on_lines(self, groups: Sequence[tuple[str, Sequence[ReportLine]]]) -> None:
        lines = [line for _, found in groups for line in found]
        self.table.show_groups(groups)
        self.view.clearSpans()
        for row in self.table.groups:
            self.view.setSpan(row, 0, 1, self.table.columnCount())
        self.view.share_width()
        self._nothing.setVisible(not lines)
        self._page.setVisible(bool(lines))
        self.view.select(self._row_wanted())
        self._wanted = ""

    def _row_wanted(self) -> int:
        """The recipient asked for, else what is open, else the first nomination's report."""
        open_key = self._report.key if self._report else None
        rows = {n: r.key for n in range(self.table.rowCount()) if (r := self.table.record(n))}
        ranked = (
            [n for n, key in rows.items() if self._wanted and key.recipient == self._wanted],
            [n for n, key in rows.items() if not self._wanted and key == open_key],
            [n for n, key in rows.items() if key.authority is None],
            list(rows),
        )
        return next((found[0] for found in ranked if found), -1)

    @Slot()
    def _on_round(self) -> None:
        if not self._hold():
            self._report = None
            self._load()

    @Slot()
    def _on_row(self) -> None:
        line = self.table.record(self.view.currentIndex().row())
        known = self._report is not None and line is not None and line.key == self._report.key
        if line is None or (known and (self._dirty or not self._read_again)):
            return
        self._read_again = False
        self._on_tick()
        self._dirty = False
        self.desk.run(read_report, line, done=self._on_report, key="reports.read")

    def _on_report(self, report: Report) -> None:
        rebuilt = self._report is None or self._report.asked != report.asked
        self._report = report
        if rebuilt or self.form is None:
            self._build(report)
        self._title.setText(report.title)
        self._about.setText(report.about)
        self._fill(report.answers)
        self.draft_note.setVisible(report.draft is not None)
        self._show_problems(report.problems, quiet=True)
        if self._entering:
            self._on_enter()

    @Slot()
    def _on_enter(self) -> None:
        """The keyboard goes on in the first answer that is missing, else in the first."""
        line, report = self.table.record(self.view.row()), self._report
        if line is None or report is None or self.form is None:
            return
        self._entering = line.key != report.key
        if not self._entering and not self.form.focus(next(iter(report.problems), "")):
            self.form.focus_first()

    def _build(self, report: Report) -> None:
        self.form = FormView(report.asked, self.desk, columns=2)
        self.form.setObjectName("scrolled")
        self.form.setContentsMargins(4, 4, 12, 8)
        self.form.edited.connect(self._on_edited)
        self.area.setWidget(self.form)

    def _fill(self, values: Mapping[str, object]) -> None:
        if self._report is not None and self.form is not None:
            self.form.set_values(values, self._report.facts)
            self._drafted = self.form.values()
            self._mark(False)

    @Slot(str)
    def _on_edited(self, _: str) -> None:
        self._mark(True)
        if not self._timer.isActive():
            self._timer.start(DRAFT_MS)

    @Slot()
    def _on_tick(self) -> None:
        if self._report is None or self.form is None or not self._dirty:
            self._timer.stop()
            return
        values = self.form.values()
        if values != self._drafted:
            self._drafted = values
            self.desk.run(save_draft, self._report, values, done=self._on_drafted)

    def _on_drafted(self, found: tuple[ReportKey, Problems]) -> None:
        key, problems = found
        if self._report is not None and key == self._report.key and self._dirty:
            self._show_problems(problems, quiet=True)

    def _on_saved(self, found: tuple[ReportKey, Problems]) -> None:
        key, problems = found
        if self._report is None or self._report.key != key:
            return
        self._report = replace(self._report, answers=self._saving, draft=None, problems=problems)
        self._mark(False)
        self.draft_note.hide()
        self._show_problems(problems, quiet=False)
        self.desk.say(
            "Đã lưu."
            if not problems
            else f"Đã lưu; còn {len(problems)} mục chưa xong, ghi ngay dưới ô.",
            "good" if not problems else "warn",
        )
        self.desk.changed.emit()
        self._load()

    def _on_draft_dropped(self, _: object) -> None:
        if self._report is not None:
            self._fill(self._report.answers)
            self._show_problems(self._report.problems, quiet=True)
            self.draft_note.hide()

    @Slot()
    def _on_take_draft(self) -> None:
        if self._report is not None and self._report.draft is not None:
            self._fill(self._report.draft)
            self._drafted = {}
            self.draft_note.hide()
            self._on_edited("")

    @Slot()
    def _on_refuse_draft(self) -> None:
        if self._report is not None:
            self.desk.run(drop_draft, self._report.key, done=self._on_draft_dropped)

    def _show_problems(self, problems: Problems, *, quiet: bool) -> None:
        """`quiet`: only wrong answers are marked, what is still empty is just counted."""
        if self.form is None:
            return
        self.form.show_problems(
            {
                field: text
                for field, (code, text) in problems.items()
                if not (quiet and code.endswith("_required"))
            }
        )
        done = not problems
        self.state.setText("Đã đủ" if done else f"Còn {len(problems)} mục chưa xong")
        self.state.setObjectName("good" if done else "subheading")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def _mark(self, dirty: bool) -> None:
        self._dirty = dirty
        self.undo.setEnabled(dirty)
        self.save_button.setEnabled(self._report is not None)

    def _hold(self) -> bool:
        if self._dirty:
            self.combo.choose(self._report.key.round if self._report else "")
            self.desk.say("Đang sửa dở: bấm «Lưu» (Ctrl+S) hoặc «Bỏ thay đổi» (Esc) trước.", "warn")
        return self._dirty

    def _assemble(self) -> None:
        self.combo.setMinimumContentsLength(32)
        self.combo.setAccessibleName("Đợt xét")
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.combo, 2)
        top.addStretch(2)
        EmptyNote(
            self.view,
            "Đợt này chưa có đề nghị nào cần báo cáo. Chọn đợt khác ở trên, hoặc thêm đề nghị ở "
            "«Đợt xét».",
        )
        draft = QHBoxLayout(self.draft_note)
        draft.setContentsMargins(0, 0, 0, 0)
        draft.addWidget(label("Có bản nháp chưa lưu từ lần trước.", "subheading"), 1)
        draft.addWidget(self.refuse_draft)
        draft.addWidget(self.take_draft)
        self.draft_note.hide()
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._about)
        head.addLayout(names, 1)
        head.addWidget(self.state)
        head.addWidget(self.undo)
        head.addWidget(self.save_button)
        self.box.addLayout(top)
        self.box.addWidget(self._split(self.draft_note, head), 1)

    def _split(self, draft_note: QWidget, head: QHBoxLayout) -> QSplitter:
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(8, 0, 0, 0)
        page.addLayout(head)
        page.addWidget(draft_note)
        page.addWidget(self.area, 1)
        split = QSplitter()
        split.addWidget(self.view)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._page)
        beside.addWidget(self._nothing)
        split.addWidget(side)
        split.setChildrenCollapsible(False)
        split.setSizes([380, 780])
        split.setStretchFactor(1, 1)
        return split
