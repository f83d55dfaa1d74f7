"""Cụm, khối thi đua: members and criteria, points, who comes out where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.clusters import Cluster
from khenthuong.domain.figures import read_figure
from khenthuong.domain.years import Year
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.grid_model import GridColumn, GridModel
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.movements import clusters_data as data
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.grid import GridView
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.pane import Pane
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

SETTING, SCORES, RANKS = range(3)
"""The tabs."""
CLUSTER = s.Sheet(
    Cluster,
    (
        s.text("name", "Tên cụm, khối", required=True),
        s.year("year"),
        s.text("level", "Cấp tổ chức", hint="Như: Hội đồng Thi đua - Khen thưởng tỉnh."),
        s.text("lead", "Trưởng cụm, khối"),
        s.text("decision", "Quyết định thành lập", hint="Như: Quyết định số 12/QĐ-UBND."),
    ),
)


def _points(text: str) -> str:
    if text and read_figure(text) is None:
        raise ValueError("Chỉ nhận số viết như 9,5 hoặc -2.")
    return text


class ClustersPage(QWidget):
    """`left` asks the owner for the list of movements."""

    left = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._view: Any = None
        self._wanted = ""
        self._showing = False
        self.dirty = False
        self.table = RecordsTable(
            (("Cụm, khối", lambda one: one.name), ("Năm", lambda one: str(one.year))), self
        )
        self.view = RowsView(self.table, (7, -80), "Cụm, khối")
        self.note = EmptyNote(self.view, "Chưa có cụm, khối. Bấm «Thêm» (Ctrl+N).")
        self.back = button("Phong trào", "ghim", tip="Về danh sách phong trào (Esc)")
        self.add = button("Thêm", "them", tip="Ctrl+N")
        self.name = label("", "heading", wrap=True)
        self.told = label("", "soft", wrap=True)
        self.banner = label("", "problem", wrap=True)
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo = button("Bỏ thay đổi", tip="Esc")
        self.remove = button("Xóa", "xoa", tip="Bỏ cụm, khối này")
        self.form = FormView(CLUSTER.sections, desk)
        self.members = _grid(self, ("Đơn vị", "Vai trò"))
        self.criteria, self.scores = _criteria(self), _scores(self)
        self.ranks = RecordsTable(
            (
                ("Xếp thứ", lambda one: one.rank),
                ("Đơn vị", lambda one: one.name),
                ("Tự chấm", lambda one: one.own),
                ("Cụm chấm", lambda one: one.agreed),
                ("Ghi chú", lambda one: one.note),
            ),
            self,
        )
        self.member_view = GridView(self.members, "Đơn vị của cụm, khối")
        self.criterion_view = GridView(self.criteria, "Tiêu chí chấm điểm")
        self.score_view = GridView(self.scores, "Điểm của từng đơn vị")
        self.rank_view = RowsView(self.ranks, (-90, 5, -84, -92, 7), "Xếp hạng")
        self.lacking = label("", "quiet", wrap=True)
        self.paper = button("Lập bảng chấm điểm", "van_ban", tip="Lập văn bản Word và xem")
        self.tabs = QTabWidget()
        self.right = Pane()
        # Assemble
        self._assemble()
        self._connect()

    @property
    def code(self) -> str:
        """The cluster open; "" for a new one or none."""
        return self._view.sheet.cluster.code if self._view is not None else ""

    def refresh(self) -> None:
        """Read the list and the open cluster again."""
        self.desk.run(data.read_rows, done=self._on_rows, key="clusters.rows")

    @Slot()
    def new(self) -> None:
        """An empty cluster."""
        if not self._held():
            self._view = None
            self.view.clearSelection()
            self._show_setting(Cluster("", "", Year(self.desk.ws.today().year)), (), ())
            self.name.setText("Cụm, khối mới")
            self.told.setText("Chưa ghi vào sổ.")
            self.tabs.setCurrentIndex(SETTING)
            self._arrange(new=True)
            self.form.focus_first()

    @Slot()
    def save(self) -> None:
        """Save what is typed on the page in front."""
        if not self.dirty:
            return
        if self.tabs.currentIndex() == SCORES:
            self._save_scores()
        else:
            self._save_setting()

    @Slot()
    def escape(self) -> None:
        """Give up what was typed; with nothing typed, back to the movements."""
        if not self.dirty:
            self.left.emit()
            return
        self.dirty = False
        self.refresh()

    def _save_setting(self) -> None:
        values = self.form.shown()
        problems = CLUSTER.problems(values)
        self.form.show_problems(problems)
        if problems or self._faulty(self.criteria):
            return
        rows = self.criteria.rows()
        if (bare := next((n for n, row in enumerate(rows, 1) if not (row[1] and row[2])), 0)) > 0:
            self._say_problem(f"Tiêu chí ở dòng {bare} chưa ghi nội dung hoặc điểm chuẩn.")
            return
        base = self._view.sheet.cluster if self._view is not None else Cluster("", "", Year(2000))
        value = CLUSTER.build(values, base)
        members = data.read_members(self.members.rows())
        criteria = data.read_criteria(rows)
        self.desk.run(
            data.save, value, members, criteria, done=self._on_saved, failed=self._on_refused
        )

    def _save_scores(self) -> None:
        if not self._faulty(self.scores):
            values = data.read_scores(self.code, self.scores.rows())
            self.desk.run(
                data.score, self.code, values, done=self._on_scored, failed=self._on_refused
            )

    def _faulty(self, model: GridModel) -> bool:
        faults = model.faults
        self._say_problem(f"Dòng {faults[0].row + 1}: {faults[0].words}" if faults else "")
        return bool(faults)

    def _on_rows(self, rows: Sequence[Cluster]) -> None:
        if self.dirty:
            return
        self.view.selectionModel().blockSignals(True)
        self.table.show(rows)
        self.view.selectionModel().blockSignals(False)
        codes = [one.code for one in rows]
        wanted, self._wanted = self._wanted or self.code, ""
        self.view.select(codes.index(wanted) if wanted in codes else 0 if codes else -1)
        self.right.setVisible(bool(codes))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        row = self.table.record(self.view.row())
        if row is not None and not self.dirty:
            self.desk.run(data.read_view, row.code, done=self._show, key="clusters.view")

    def _show(self, view: Any) -> None:
        if self.dirty:
            return
        self._view = view
        sheet = view.sheet
        members = [[one.name, one.role] for one in sheet.members]
        criteria = [
            [one.number, one.content, data.points_text(one.most_points)] for one in sheet.ordered
        ]
        self._show_setting(sheet.cluster, members, criteria)
        self._showing = True
        self.scores.set_rows(data.score_rows(view))
        self._showing = False
        self.ranks.show(data.rank_rows(view))
        self.lacking.setText(_lacking(view))
        inside = sum(bool(one.recipient) for one in sheet.members)
        self.name.setText(sheet.cluster.name)
        self.told.setText(
            f"{len(sheet.members)} đơn vị ({inside} có trong sổ), {len(sheet.criteria)} tiêu chí, "
            f"tổng điểm chuẩn {data.points_text(sheet.most)}."
        )
        self._arrange(new=False)

    def _show_setting(
        self, value: Cluster, members: Sequence[Sequence[str]], criteria: Sequence[Sequence[str]]
    ) -> None:
        self._showing = True
        self.form.set_values(CLUSTER.values(value))
        self.members.set_rows(members)
        self.criteria.set_rows(criteria)
        self._showing = False

    def _arrange(self, *, new: bool) -> None:
        self.right.show()
        self.dirty = False
        self._say_problem("")
        self.tabs.setTabVisible(SCORES, not new)
        self.tabs.setTabVisible(RANKS, not new)
        self.remove.setVisible(not new)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.save_button.setEnabled(self.dirty)
        self.undo.setEnabled(self.dirty)
        self.view.setEnabled(not self.dirty)
        # What is typed on one page is saved before another is opened.
        for tab in range(self.tabs.count()):
            self.tabs.setTabEnabled(tab, not self.dirty or tab == self.tabs.currentIndex())
        self.paper.setEnabled(bool(self.code) and not self.dirty)

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.dirty = True
            self._enable()
            self.edited.emit()

    def _on_saved(self, code: str) -> None:
        self._written("Đã ghi cụm, khối vào sổ.", code)

    def _on_scored(self, count: int) -> None:
        self._written(f"Đã ghi {count} ô điểm.", self.code)

    @Slot()
    def _on_remove(self) -> None:
        def removed(_: Any) -> None:
            self._view = None
            self._written("Đã bỏ cụm, khối.", "")

        if self.code and not self._held():
            self.desk.run(data.remove, self.code, done=removed, failed=self._on_refused)

    @Slot()
    def _on_paper(self) -> None:
        def made(found: tuple[Path, str]) -> None:
            self.desk.tell("Đã lập bảng chấm điểm; bản Word nằm ở màn hình Văn bản.")
            self.desk.preview(*found)

        if self.code and not self._held():
            self.desk.run(data.make_paper, self.code, done=made, failed=self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._say_problem(messages.sentence(error))
        self.desk.on_failed(error)

    def _written(self, words: str, code: str) -> None:
        self.dirty = False
        self._wanted = code
        self.desk.tell(words)
        self.desk.changed.emit()
        self.refresh()

    def _say_problem(self, words: str) -> None:
        self.banner.setText(words)
        self.banner.setVisible(bool(words))

    def _held(self) -> bool:
        if self.dirty:
            self.desk.say("Đang sửa dở: bấm «Lưu» (Ctrl+S) hoặc «Bỏ thay đổi» (Esc) trước.", "warn")
        return self.dirty

    def _connect(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.back.clicked.connect(self._on_back)
        self.add.clicked.connect(self.new)
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self.escape)
        self.remove.clicked.connect(self._on_remove)
        self.paper.clicked.connect(self._on_paper)
        self.form.edited.connect(self._on_edited)
        for model in (self.members, self.criteria, self.scores):
            model.edited.connect(self._on_edited)
        for grid in (self.member_view, self.criterion_view, self.score_view):
            grid.told.connect(self._say_problem)

    @Slot()
    def _on_back(self) -> None:
        if not self._held():
            self.left.emit()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label("Cụm, khối thi đua", "title"))
        top.addStretch()
        top.addWidget(self.back)
        top.addWidget(self.add)
        self.tabs.addTab(self._setting(), "Đơn vị, tiêu chí")
        self.tabs.addTab(_padded(self.score_view), "Chấm điểm")
        self.tabs.addTab(self._ranking(), "Xếp hạng")
        _widths(self.score_view, (150, 40, 226, 92, 80, 92, 150))
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.addWidget(self.name)
        names.addWidget(self.told)
        head.addLayout(names, 1)
        for one in (self.remove, self.undo, self.save_button):
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self.right)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.addLayout(head)
        inside.addWidget(self.banner)
        inside.addWidget(self.tabs, 1)
        split = QSplitter()
        split.addWidget(self.view)
        split.addWidget(self.right)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 4)
        split.setSizes([230, 930])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(split, 1)

    def _setting(self) -> QWidget:
        made = QWidget()
        grids = QHBoxLayout()
        for title, grid, share in (
            ("Đơn vị", self.member_view, 2),
            ("Tiêu chí", self.criterion_view, 3),
        ):
            column = QVBoxLayout()
            words = label(title, "subheading")
            words.setBuddy(grid)
            column.addWidget(words)
            column.addWidget(grid, 1)
            grids.addLayout(column, share)
        _widths(self.member_view, (190, 100))
        _widths(self.criterion_view, (44, 330, 92))
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.form)
        layout.addLayout(grids, 1)
        return made

    def _ranking(self) -> QWidget:
        made = Pane()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.paper)
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.rank_view, 1)
        layout.addWidget(self.lacking)
        layout.addLayout(foot)
        return made


def _grid(owner: QWidget, titles: tuple[str, ...]) -> GridModel:
    return GridModel([GridColumn(title) for title in titles], grows=True, parent=owner)


def _criteria(owner: QWidget) -> GridModel:
    return GridModel(
        [
            GridColumn("Số", tip="Không hai tiêu chí nào trùng số."),
            GridColumn("Nội dung"),
            GridColumn("Điểm chuẩn", _points, numeric=True, tip="Điểm trừ ghi số âm, như -5."),
        ],
        grows=True,
        parent=owner,
    )


def _scores(owner: QWidget) -> GridModel:
    return GridModel(
        [
            GridColumn("Đơn vị", fixed=True),
            GridColumn("Số", fixed=True),
            GridColumn("Nội dung", fixed=True),
            GridColumn("Điểm chuẩn", fixed=True, numeric=True),
            GridColumn("Tự chấm", _points, numeric=True),
            GridColumn("Cụm chấm", _points, numeric=True),
            GridColumn("Lý do chênh lệch", tip="Bắt buộc khi hai số khác nhau."),
        ],
        grows=False,
        parent=owner,
    )


def _widths(view: GridView, widths: Sequence[int]) -> None:
    header = view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate(widths):
        header.resizeSection(column, theme.px(width))
    header.setStretchLastSection(True)


def _padded(view: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.addWidget(view)
    return made


def _lacking(view: Any) -> str:
    """What the sheet lacks, the first few lines of it."""
    most = 4
    lines = list(view.lacking[:most])
    if len(view.lacking) > most:
        lines.append(f"… và {len(view.lacking) - most} điều khác.")
    first = [] if view.final else ["Xếp hạng tạm tính: còn điểm chưa chấm hoặc chưa rõ."]
    return "\n".join([*first, *lines])
