"""Who takes part: pledge, own targets, the awards aimed at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.movement import Participant
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.choosing import TickList
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.movements import movement_sheets as sheets
from khenthuong.ui.screens.movements.plan_editor import wide_table
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

PARTICIPANT = s.Sheet(
    Participant,
    (
        s.day("registered", "Ngày đăng ký"),
        s.text("pledge", "Nội dung giao ước", long=True),
        s.text("assessment", "Đánh giá khi sơ kết, tổng kết", long=True),
    ),
)


class UnitsPage(QWidget):
    """`registering` (code), `saved` (participant, targets, aims), `removed` (participant)."""

    registering = Signal(str)
    saved = Signal(object, object, object)
    removed = Signal(object)
    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Any = None
        self._showing = False
        self.dirty = False
        self.table = RecordsTable(
            (
                ("Đơn vị, cá nhân", lambda line: line.name),
                ("Chỉ tiêu", lambda line: len(line.targets)),
            ),
            self,
        )
        self.view = RowsView(self.table, (6, -80), "Đơn vị tham gia")
        self.note = EmptyNote(
            self.view, "Chưa ai đăng ký. Gõ tên ở ô trên, Enter để chọn, Enter lần nữa để đăng ký."
        )
        self.picker = RecipientPicker(desk, tuple(RecipientKind))
        self.register = button("Đăng ký", "them")
        self.remove = button("Bỏ", "xoa", tip="Bỏ đăng ký đang chọn")
        self.name = label("", "heading", wrap=True)
        self.form = FormView(PARTICIPANT.sections, desk)
        self.targets = wide_table(sheets.UNIT_TARGETS, sheets.UNIT_TARGET_WIDTHS)
        self.states = label("", "soft", wrap=True)
        self.aims = TickList()
        self.ok = button("Lưu đăng ký", "luu", primary=True)
        self.detail = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.picker.edited.connect(self._enable)
        self.picker.line.returnPressed.connect(self._on_register)
        self.register.clicked.connect(self._on_register)
        self.remove.clicked.connect(self._on_remove)
        self.ok.clicked.connect(self.save)
        self.view.selectionModel().selectionChanged.connect(self._on_row)
        self.form.edited.connect(self._on_edited)
        self.targets.edited.connect(self._on_edited)
        self.aims.ticked.connect(self._on_edited)

    @property
    def line(self) -> Any:
        """The participant chosen; None for nobody."""
        return self.table.record(self.view.row())

    def show_view(self, view: Any) -> None:
        """Show who takes part; the chosen one stays chosen."""
        row = self.view.row()
        self._view = view
        self.dirty = False
        self.table.show(view.participants)
        self.view.select(min(max(row, 0), len(view.participants) - 1))
        self._on_row()

    def choose(self, recipient: str) -> None:
        """Choose a participant by code."""
        for row in range(self.table.rowCount()):
            if self.table.record(row).participant.recipient == recipient:
                self.view.select(row)

    @Slot()
    def save(self) -> None:
        """Check what is typed about the chosen participant, and ask the owner to write it."""
        line, values = self.line, self.form.shown()
        if line is None or not self.dirty:
            return
        problems = PARTICIPANT.problems(values)
        self.form.show_problems(problems)
        if problems or self.targets.model.faults:
            return
        value = PARTICIPANT.build(values, line.participant)
        targets = sheets.read_unit_targets(self.targets.rows(), value.movement, value.recipient)
        notes = {one.award: one.note for one in line.aims}
        aims = [(award, notes.get(award, "")) for award in self.aims.values()]
        self.saved.emit(value, targets, aims)

    @Slot()
    def _on_row(self) -> None:
        line = self.line
        self.detail.setVisible(line is not None)
        self.dirty = False
        self._enable()
        if line is None:
            return
        self._showing = True
        self.name.setText(line.name)
        self.form.set_values(PARTICIPANT.values(line.participant))
        self.targets.set_rows(sheets.target_rows(one.target for one in line.targets))
        self.states.setText("\n".join(map(_state, line.targets)))
        self.states.setVisible(bool(line.targets))
        self.aims.show_items(self._view.awards, [one.award for one in line.aims])
        self._showing = False

    @Slot()
    def _on_edited(self) -> None:
        if not self._showing:
            self.dirty = True
            self._enable()
            self.edited.emit()

    @Slot()
    def _on_register(self) -> None:
        if self.picker.code and not self.dirty:
            self.registering.emit(self.picker.code)
            self.picker.set_code("")
            self._enable()
            self.picker.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_remove(self) -> None:
        if self.line is not None:
            self.removed.emit(self.line.participant)

    @Slot()
    def _enable(self) -> None:
        # Registering reads everybody again: what is typed about somebody is saved first.
        self.picker.setEnabled(not self.dirty)
        self.register.setEnabled(bool(self.picker.code) and not self.dirty)
        self.remove.setEnabled(self.line is not None)
        self.ok.setEnabled(self.dirty)
        self.view.setEnabled(not self.dirty)

    def _assemble(self) -> None:
        split = QSplitter()
        split.addWidget(self._list())
        split.addWidget(self.detail)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([theme.px(250), theme.px(570)])
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.ok)
        right = QVBoxLayout(self.detail)
        right.setContentsMargins(8, 0, 0, 0)
        right.addLayout(head)
        right.addWidget(self._form(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(split)

    def _list(self) -> QWidget:
        words = label("Đơn vị, cá nhân, hộ tham gia", "subheading")
        words.setBuddy(self.picker)
        self.picker.line.setAccessibleName(words.text())
        above = QHBoxLayout()
        above.addWidget(self.picker, 1)
        above.addWidget(self.register)
        made = QWidget()
        listed = QVBoxLayout(made)
        listed.setContentsMargins(0, 0, 8, 0)
        listed.addWidget(words)
        listed.addLayout(above)
        listed.addWidget(self.view, 1)
        listed.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _form(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        aims = label("Danh hiệu, hình thức đăng ký phấn đấu", "subheading")
        aims.setBuddy(self.aims.list)
        self.aims.list.setAccessibleName(aims.text())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.form)
        column.addWidget(label(sheets.UNIT_TARGETS.label, "subheading"))
        column.addWidget(self.targets)
        column.addWidget(self.states)
        column.addWidget(aims)
        column.addWidget(self.aims)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area


def _state(line: Any) -> str:
    return f"{line.target.content}: {word(line.state).lower()}. {line.sentence}"
