"""Phong trào: the list on the left; plan, figures and results of the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.movement import Movement, Participant, Progress, UnitTarget
from khenthuong.domain.plan_text import ProposedPlan
from khenthuong.domain.vietnamese import fold
from khenthuong.services.drafts import Draft
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.movements import movement_data as data
from khenthuong.ui.screens.movements.clusters_page import ClustersPage
from khenthuong.ui.screens.movements.figures_page import FiguresPage
from khenthuong.ui.screens.movements.paste_page import PastePage
from khenthuong.ui.screens.movements.plan_editor import PlanEditor
from khenthuong.ui.screens.movements.plots_page import PlotsPage
from khenthuong.ui.screens.movements.results_page import ResultsPage
from khenthuong.ui.screens.movements.state_page import StatePage
from khenthuong.ui.screens.movements.units_page import UnitsPage
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.pane import Pane
from khenthuong.ui.widgets.search_box import SearchBox
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

NOTHING, OPEN, PASTE = range(3)
"""Pages of the right side."""
_UNSAVED = "Đang sửa dở: bấm «Lưu» (Ctrl+S) hoặc «Bỏ thay đổi» (Esc) trước."
_PROPOSED = (
    "Đề xuất từ văn bản đã dán: xem từng thẻ, sửa nếu cần rồi bấm «Lưu». {left} dòng chưa rõ chỗ "
    "nằm ở thẻ «Chưa có chỗ»."
)


class MovementsScreen(Screen):
    """Movements and everything about them."""

    title = "Phong trào"
    icon = "ghim"
    holds = ("phong_trao",)
    help_page = "phong_trao"
    draft_key = "phong_trao"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rows: Sequence[Any] = ()
        self._view: Any = None
        self._wanted = ""
        self._draft: Draft | None = None
        self.search = SearchBox("Tìm phong trào (Ctrl+F)")
        self.add = button("Thêm", "them", tip="Ctrl+N")
        self.paste = button("Dán kế hoạch…", "so_mau", tip="Dán văn bản kế hoạch từ Word")
        self.table = RecordsTable(
            (("Phong trào", lambda row: row.name), ("Năm", lambda row: row.years)), self
        )
        self.view = RowsView(self.table, (7, -96), "Phong trào")
        self.note = EmptyNote(self.view, "Chưa có phong trào. Bấm «Dán kế hoạch…» hoặc «Thêm».")
        self.name = label("", "heading", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo = button("Bỏ thay đổi", tip="Esc")
        self.paper = button("Lập văn bản", "van_ban", tip="Lập văn bản kế hoạch phát động và xem")
        self.papers = button("Văn bản khác…", tip="Đăng ký, giao ước, sơ kết, tổng kết")
        self.remove = button("Xóa", "xoa", tip="Bỏ phong trào này")
        self.banner = label("", "problem", wrap=True)
        self.told = label("", "subheading", wrap=True)
        self.tabs = QTabWidget()
        self.state = StatePage()
        self.tabs.addTab(self.state, "Tình hình")
        self.editor = PlanEditor(desk, self.tabs)
        self.units = UnitsPage(desk)
        self.figures = FiguresPage()
        self.results = ResultsPage()
        self.plots = PlotsPage(desk)
        self.left_over = QPlainTextEdit()
        self.pages = QStackedWidget()
        self.paste_page = PastePage(desk)
        self.clusters = ClustersPage(desk)
        self.to_clusters = button("Cụm, khối…", "co_quan", tip="Cụm, khối thi đua và chấm điểm")
        self.faces = QStackedWidget()
        # Assemble
        self._assemble()
        self._connect()

    @property
    def code(self) -> str:
        """The movement open; "" for a new one or none."""
        return self._view.plan.movement.code if self._view is not None else ""

    def refresh(self) -> None:
        """Read the list and the open movement (or the clusters) again."""
        if self._page is not None:
            self._page.refresh()
        self._load(self._wanted or self.code)

    def begin_find(self) -> None:
        """Into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def new(self) -> None:
        """An empty plan, or an empty cluster."""
        if self._page is not None:
            self._page.new()
            return
        if not self._held():
            self._begin(ProposedPlan(Movement("", "")), dirty=False)
            self.tabs.setCurrentIndex(self.editor.form_page)
            self.editor.form.focus_first()

    @Slot()
    def save(self) -> None:
        """Save what is being edited on the page in front, else the plan."""
        if self._page is not None:
            self._page.save()
        elif self.units.dirty:
            self.units.save()
        elif self.figures.dirty:
            self.figures.save()
        elif self.pages.currentIndex() == OPEN and self.editor.dirty:
            plan = self.editor.read()
            if plan is not None:
                self.desk.run(data.save_plan, plan, done=self._on_saved, failed=self._on_refused)

    @Slot()
    def escape(self) -> None:
        """Give up what was typed."""
        if self._page is not None:
            self._page.escape()
            return
        self.editor.dirty = self.units.dirty = self.figures.dirty = False
        if self.pages.currentIndex() == PASTE or not self.code:
            self._load(self.code)
        else:
            self._show(self._view)

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self.editor.dirty or self.units.dirty or self.figures.dirty or self.clusters.dirty

    @Slot()
    def open_clusters(self) -> None:
        """Show the page of clusters."""
        if not self._held():
            self.faces.setCurrentWidget(self.clusters)
            self.clusters.refresh()
            self.clusters.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clusters_left(self) -> None:
        self.faces.setCurrentIndex(0)
        self.refresh()

    @property
    def _page(self) -> ClustersPage | None:
        """The page of clusters while it is in front."""
        return self.clusters if self.faces.currentIndex() else None

    def draft(self) -> Draft | None:
        """The plan as it stands on its three pages."""
        typed = self.editor.typed()
        if typed is None:
            return None
        about = f"Phong trào, {self.name.text()}"
        left = {"left": self.left_over.toPlainText()} if not self.code else {}
        return Draft(self.draft_key, "", about, {"code": self.code}, {**typed, **left})

    def restore(self, draft: Draft) -> None:
        """Open the movement, or a new one, and fill in its plan."""
        if self._held():
            return
        self.faces.setCurrentIndex(0)
        if draft.at["code"]:
            self._draft = draft
            self.go_to(draft.at["code"])
            return
        left = tuple(one for one in str(draft.values.get("left", "")).split("\n\n") if one)
        self._begin(ProposedPlan(Movement("", ""), left=left), dirty=False)
        self.editor.put_back(draft.values)

    def show_found(self, sort: str, key: str, of: str) -> None:
        """A movement by its code."""
        self.go_to(key)

    def go_to(self, code: str) -> None:
        """Open a movement."""
        if not self._held():
            self.faces.setCurrentIndex(0)
            self._wanted = code
            self._load(code)

    def _load(self, wanted: str) -> None:
        self._wanted = wanted
        self.desk.run(data.read_rows, done=self._on_rows, key="movements.rows")

    def _on_rows(self, rows: Sequence[Any]) -> None:
        self._rows = rows
        self._filter()

    @Slot()
    def _filter(self) -> None:
        words = fold(self.search.text()).split()
        shown = [one for one in self._rows if all(word in fold(one.name) for word in words)]
        self.view.selectionModel().blockSignals(True)
        self.table.show(shown)
        self.view.selectionModel().blockSignals(False)
        codes = [one.movement.code for one in shown]
        if self.unsaved():
            return
        wanted, self._wanted = self._wanted or self.code, ""
        self.view.select(codes.index(wanted) if wanted in codes else 0 if codes else -1)
        self._on_row()
        if not codes:
            self._view = None
            self.pages.setCurrentIndex(NOTHING)

    @Slot()
    def _on_row(self) -> None:
        row = self.table.record(self.view.row())
        if row is None:
            return
        if self.unsaved():
            if row.movement.code != self.code:
                self._held()
            return
        self.desk.run(data.read_view, row.movement.code, done=self._show, key="movements.view")

    def _show(self, view: data.MovementView) -> None:
        if self.unsaved():
            return
        self._view = view
        self._head(view.plan.movement)
        self.editor.show_plan(view.plan)
        self.state.show_view(view)
        self.units.show_view(view)
        self.figures.show_view(view, date.today())
        self.results.show_view(view)
        self.plots.show_view(view)
        self._arrange(new=False)
        if self._draft is not None and self._draft.at["code"] == self.code:
            draft, self._draft = self._draft, None
            self.editor.put_back(draft.values)

    def _begin(self, plan: ProposedPlan, *, dirty: bool) -> None:
        """Show a plan that is not in the books yet."""
        self._view = None
        self.view.clearSelection()
        self.editor.show_plan(plan, dirty=dirty)
        self.name.setText(plan.movement.name or "Phong trào mới")
        self.about.setText("Chưa ghi vào sổ. Xem, sửa rồi bấm «Lưu» (Ctrl+S).")
        self.left_over.setPlainText("\n\n".join(plan.left))
        self.told.setText(_PROPOSED.format(left=len(plan.left)) if dirty else "")
        self.banner.clear()
        self._arrange(new=True, left=len(plan.left))

    def _arrange(self, *, new: bool, left: int = 0) -> None:
        self.pages.setCurrentIndex(OPEN)
        self.banner.setVisible(bool(self.banner.text()))
        self.told.setVisible(new and bool(self.told.text()))
        for page in (self.state, self.units, self.figures, self.results, self.plots):
            self.tabs.setTabVisible(self.tabs.indexOf(page), not new)
        place = self.tabs.indexOf(self.left_over)
        self.tabs.setTabVisible(place, bool(left))
        self.tabs.setTabText(place, f"Chưa có chỗ ({left})")
        self.paper.setVisible(not new)
        self.papers.setVisible(not new)
        self.remove.setVisible(not new)
        self._enable()

    def _head(self, movement: Movement) -> None:
        self.name.setText(movement.name)
        number = f"Kế hoạch số {movement.plan_number}" if movement.plan_number else ""
        parts = (number, movement.issuer, movement.code)
        self.about.setText(" · ".join(part for part in parts if part))
        self.banner.clear()

    @Slot()
    def _enable(self) -> None:
        self.save_button.setEnabled(self.editor.dirty)
        self.undo.setEnabled(self.unsaved())

    def _on_saved(self, code: str) -> None:
        self.editor.dirty = False
        self.desk.tell("Đã ghi phong trào vào sổ.")
        self.desk.changed.emit()
        self._load(code)

    def _on_refused(self, error: Exception) -> None:
        self.banner.setText(messages.sentence(error))
        self.banner.show()
        self.desk.on_failed(error)

    @Slot()
    def _on_paste(self) -> None:
        if not self._held():
            self.pages.setCurrentIndex(PASTE)
            self.paste_page.begin()

    @Slot(object)
    def _on_proposed(self, plan: ProposedPlan) -> None:
        self._begin(plan, dirty=True)
        self.tabs.setCurrentIndex(self.editor.form_page)

    @Slot(str)
    def _on_registering(self, code: str) -> None:
        def registered(count: int) -> None:
            self._written("Đã ghi đăng ký." if count else "Đã đăng ký từ trước.")
            self.units.choose(code)

        self.desk.run(data.register, self.code, code, done=registered)

    @Slot(object, object, object)
    def _on_participant(
        self, value: Participant, targets: Sequence[UnitTarget], aims: Sequence[tuple[str, str]]
    ) -> None:
        def saved(_: Any) -> None:
            self.units.dirty = False
            self._written("Đã ghi đăng ký.")

        self.desk.run(
            data.save_participant, value, targets, aims, done=saved, failed=self._on_refused
        )

    @Slot(object)
    def _on_participant_removed(self, value: Participant) -> None:
        self.desk.run(
            data.remove_participant, value, done=lambda _: self._written("Đã bỏ đăng ký.")
        )

    @Slot(object)
    def _on_recorded(self, values: Sequence[Progress]) -> None:
        def recorded(count: int) -> None:
            self.figures.dirty = False
            self._written(f"Đã ghi {count} số liệu.")

        self.desk.run(data.record, self.code, values, done=recorded, failed=self._on_refused)

    @Slot(object, object)
    def _on_proved(self, value: Progress, files: Sequence[Path]) -> None:
        self.desk.run(
            data.add_evidence,
            value,
            files,
            done=lambda count: self._written(f"Đã thêm {count} tệp minh chứng."),
        )

    @Slot(object)
    def _on_achieved(self, codes: Sequence[str]) -> None:
        self.desk.run(
            data.to_achievements,
            self.code,
            codes,
            done=lambda count: self._written(f"Đã ghi {count} thành tích."),
            failed=self._on_refused,
        )

    @Slot(str)
    def _on_opening(self, code: str) -> None:
        if code:
            self.desk.wanted.emit(f"dot:{code}:danh_sach", "")
            return

        def opened(made: str) -> None:
            self._written("Đã mở đợt xét chuyên đề cho phong trào.")
            self.desk.wanted.emit(f"dot:{made}:danh_sach", "")

        self.desk.run(data.start_round, self.code, done=opened)

    @Slot()
    def _on_remove(self) -> None:
        def removed(_: Any) -> None:
            self._view = None
            self._written("Đã bỏ phong trào.")

        if self.code and not self._held():
            self.desk.run(data.remove_movement, self.code, done=removed, failed=self._on_refused)

    @Slot()
    def _on_paper(self) -> None:
        if self.code and not self._held():
            self.desk.run(data.make_paper, self.code, done=self._on_made, failed=self._on_refused)

    @Slot()
    def _on_papers(self) -> None:
        """Offer the other papers of a movement below the button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in self.desk.ws.forms.values():
            if form.scope == "movement" and form.id != data.PLAN:
                menu.addAction(form.title, partial(self.make_paper, form.id))
        menu.popup(self.papers.mapToGlobal(self.papers.rect().bottomLeft()))

    def make_paper(self, form: str) -> None:
        """Make a paper of the open movement with what its questions were answered before."""

        def made(found: tuple[Path, str]) -> None:
            self.desk.tell(
                "Đã lập văn bản. Phần nhận định còn để dòng chấm: trả lời ở màn hình Văn bản."
            )
            self.desk.preview(*found)

        if self.code and not self._held():
            self.desk.run(data.make_paper, self.code, form, done=made, failed=self._on_refused)

    def _on_made(self, made: tuple[Path, str]) -> None:
        self.desk.tell("Đã lập văn bản kế hoạch; bản Word nằm ở màn hình Văn bản.")
        self.desk.preview(*made)

    def _written(self, words: str) -> None:
        self.desk.tell(words)
        self.desk.changed.emit()
        self._load(self.code)

    def _held(self) -> bool:
        if self.unsaved():
            self.desk.say(_UNSAVED, "warn")
        return self.unsaved()

    def _connect(self) -> None:
        self.search.searched.connect(self._filter)
        self.add.clicked.connect(self.new)
        self.paste.clicked.connect(self._on_paste)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self.escape)
        self.paper.clicked.connect(self._on_paper)
        self.papers.clicked.connect(self._on_papers)
        self.to_clusters.clicked.connect(self.open_clusters)
        self.clusters.left.connect(self._on_clusters_left)
        self.remove.clicked.connect(self._on_remove)
        for page in (self.editor, self.units, self.figures):
            page.edited.connect(self._enable)
        self.paste_page.proposed.connect(self._on_proposed)
        self.paste_page.left.connect(self.escape)
        self.units.registering.connect(self._on_registering)
        self.units.saved.connect(self._on_participant)
        self.units.removed.connect(self._on_participant_removed)
        self.figures.recorded.connect(self._on_recorded)
        self.figures.proved.connect(self._on_proved)
        self.results.achieved.connect(self._on_achieved)
        self.results.opening.connect(self._on_opening)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addStretch()
        top.addWidget(self.to_clusters)
        top.addWidget(self.paste)
        top.addWidget(self.add)
        left = QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 8, 0)
        listed.addWidget(self.search)
        listed.addWidget(self.view, 1)
        self.tabs.addTab(self.units, "Đơn vị tham gia")
        self.tabs.addTab(self.figures, "Tiến độ")
        self.tabs.addTab(self.results, "Kết quả")
        self.tabs.addTab(self.plots, "Biểu đồ")
        self.tabs.addTab(self.left_over, "Chưa có chỗ")
        self.left_over.setReadOnly(True)
        self.left_over.setAccessibleName("Những dòng chưa rõ chỗ")
        self.pages.addWidget(
            EmptyPage(
                "ghim",
                "Chưa có phong trào nào",
                "Bấm «Dán kế hoạch…» để dán văn bản kế hoạch từ Word, hoặc «Thêm» (Ctrl+N).",
            )
        )
        self.pages.addWidget(self._open_page())
        self.pages.addWidget(self.paste_page)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self.pages)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 4)
        split.setSizes([300, 860])
        face = QWidget()
        under = QVBoxLayout(face)
        under.setContentsMargins(0, 0, 0, 0)
        under.addLayout(top)
        under.addWidget(split, 1)
        self.faces.addWidget(face)
        self.faces.addWidget(self.clusters)
        self.box.addWidget(self.faces, 1)

    def _open_page(self) -> QWidget:
        page = Pane()
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.addWidget(self.name)
        names.addWidget(self.about)
        head.addLayout(names, 1)
        for one in (self.paper, self.papers, self.remove, self.undo, self.save_button):
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self.banner)
        layout.addWidget(self.tabs, 1)
        return page
