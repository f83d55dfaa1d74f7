"""The plan of a movement on three pages: its form, its contents, its targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHeaderView, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.movement import Movement
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.table import TableEdit
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.movements import movement_sheets as sheets

MOST = 16_777_215
"""What Qt calls no limit."""


def wide_table(field: Any, widths: Sequence[int]) -> TableEdit:
    """A grid that fills its page, with columns as wide as their contents need."""
    made = TableEdit(field)
    header = made.view.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for column, width in enumerate(widths):
        header.resizeSection(column, theme.px(width))
    made.view.setMinimumHeight(theme.px(160))
    made.view.setMaximumHeight(MOST)
    return made


class PlanEditor(QWidget):
    """Adds its three pages to the owner's tabs; `edited` when something was typed."""

    edited = Signal()

    def __init__(self, desk: Desk, tabs: QTabWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Any = None
        self._showing = False
        self.dirty = False
        self.form = FormView(sheets.MOVEMENT.sections, desk)
        self.tasks = wide_table(sheets.TASKS, sheets.TASK_WIDTHS)
        self.targets = wide_table(sheets.TARGETS, sheets.TARGET_WIDTHS)
        area = QScrollArea()
        # Assemble
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        self.form.setObjectName("scrolled")
        self.form_page = tabs.addTab(area, "Kế hoạch")
        self.tasks_page = tabs.addTab(_page(self.tasks), "Nội dung, phân công")
        self.targets_page = tabs.addTab(_page(self.targets), "Chỉ tiêu")
        self._tabs = tabs
        # Signals
        self.form.edited.connect(self._on_edited)
        self.tasks.edited.connect(self._on_edited)
        self.targets.edited.connect(self._on_edited)

    @property
    def plan(self) -> Any:
        """The plan as it was when shown."""
        return self._plan

    def show_plan(self, plan: Any, *, dirty: bool = False) -> None:
        """Show a plan; `dirty` for a proposal that nobody saved yet."""
        self._showing = True
        self._plan = plan
        self.form.set_values(sheets.MOVEMENT.values(plan.movement))
        self.tasks.set_rows(sheets.task_rows(plan.tasks))
        self.targets.set_rows(sheets.target_rows(plan.targets))
        self._showing = False
        self.dirty = dirty

    def typed(self) -> dict[str, object] | None:
        """What stands on the three pages; None for nothing typed."""
        if not self.dirty:
            return None
        pages = {
            "form": self.form.shown(),
            "tasks": self.tasks.rows(),
            "targets": self.targets.rows(),
        }
        return plain_values(pages)

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Fill in what was typed once, over the plan shown; it counts as typed again."""
        self._showing = True
        self.form.put_back(cast("Mapping[str, object]", typed["form"]))
        self.tasks.set_rows(cast("Sequence[Mapping[str, object]]", typed["tasks"]))
        self.targets.set_rows(cast("Sequence[Mapping[str, object]]", typed["targets"]))
        self._showing = False
        self._on_edited()

    def read(self) -> Any:
        """The plan as it stands on screen; None where something must be mended, which is shown."""
        values = self.form.shown()
        problems = sheets.MOVEMENT.problems(values)
        self.form.show_problems(problems)
        if problems:
            self._tabs.setCurrentIndex(self.form_page)
            self.form.focus(next(iter(problems)))
            return None
        for grid, page in ((self.tasks, self.tasks_page), (self.targets, self.targets_page)):
            if grid.model.faults:
                self._tabs.setCurrentIndex(page)
                grid.setFocus()
                return None
        before = self._plan.movement if self._plan else Movement("", "")
        code = before.code
        kept = self._plan.tasks if self._plan else ()
        return type(self._plan)(
            sheets.MOVEMENT.build(values, before),
            sheets.read_tasks(self.tasks.rows(), code, kept),
            sheets.read_targets(self.targets.rows(), code),
        )

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing and not self.dirty:
            self.dirty = True
        if not self._showing:
            self.edited.emit()


def _page(inside: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.addWidget(inside)
    return made
