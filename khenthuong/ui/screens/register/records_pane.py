"""One kind of record of a recipient: a small table, and the form of one record under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.form.plain import plain
from khenthuong.ui.form.sheet import Sheet
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class RecordsPane(QWidget):
    """Add, edit, remove records of one kind. The owner does the writing.

    `saved` (old or None, values) and `removed` (record) ask for it; `show_records` then shows the
    result. `chosen` (record or None) follows the selection.
    """

    saved = Signal(object, object)
    removed = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        name: str,
        sheet: Sheet,
        columns: Sequence[tuple[str, int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._old: Any = None
        self.table = RecordsTable([(head, attrgetter(at)) for at, _, head in columns], self)
        self.view = RowsView(self.table, [weight for _, weight, _ in columns], name)
        self.note = EmptyNote(self.view, "Chưa ghi gì ở đây. Bấm «Thêm».")
        self.add = button("Thêm", "them")
        self.change = button("Sửa", "sua", tip="Sửa dòng đang chọn (Enter)")
        self.remove = button("Bỏ", "xoa", tip="Bỏ dòng đang chọn (Del)")
        self._desk = desk
        self._form: FormView | None = None
        self._scroll = QScrollArea()
        self.ok = button("Lưu", "luu", primary=True)
        self.cancel = button("Thôi")
        self._heading = label("", "subheading")
        self.editor = self._make_editor()
        self._below: QWidget | None = None
        # Assemble
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addWidget(self.change)
        tools.addWidget(self.remove)
        tools.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(tools)
        layout.addWidget(self.view, 2)
        layout.addWidget(self.editor, 3)
        self.editor.hide()
        self.view.installEventFilter(self)
        self.editor.installEventFilter(self)
        self._enable()
        # Signals
        self.view.offer_on_rows(mirror(self.change, self.remove, self.add))
        self.add.clicked.connect(self.begin_new)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.stop)
        self.view.activated.connect(self._on_change)
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)

    def show_records(self, records: Sequence[Any]) -> None:
        """Show what is on record; an open editor closes."""
        row = self.view.row()
        self.table.show(records)
        self.stop()
        self.view.select(min(max(row, 0), len(records) - 1))
        self._enable()
        self._on_selection()

    def put_below(self, widget: QWidget) -> None:
        """Something about the selected record, shown while none is being edited."""
        self._below = widget
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
        self.chosen.emit(self.table.record(self.view.row()))

    @property
    def form(self) -> FormView:
        """The form of one record, made when first needed."""
        if self._form is None:
            self._form = FormView(self._sheet.sections, self._desk)
            self._form.setObjectName("scrolled")
            self._scroll.setWidget(self._form)
        return self._form

    @property
    def editing(self) -> bool:
        """Whether a record is being edited."""
        return not self.editor.isHidden()

    @Slot()
    def begin_new(self, values: Mapping[str, object] | None = None) -> None:
        """Open the editor for a new record."""
        self._begin(None, "Thêm mới", values or {})

    def typed(self) -> dict[str, object] | None:
        """What stands in the editor and which record it is about; None for nothing typed."""
        if not self.editing or not self.form.touched:
            return None
        old = None if self._old is None else self._sheet.values(self._old)
        return {"old": None if old is None else plain(old), "values": plain(self.form.shown())}

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Open the editor as it stood; a record that has changed since is begun anew."""
        old, values = typed["old"], cast("Mapping[str, object]", typed["values"])
        for row, record in enumerate(self.table.shown):
            if old is not None and plain(self._sheet.values(record)) == old:
                self.view.select(row)
                self._begin(record, "Sửa", self._sheet.values(record))
                self.form.put_back(values)
                return
        self.begin_new()
        self.form.put_back(values)

    def open_record(self, wanted: str) -> None:
        """Edit the record of a year or code; begin one of that year when there is none."""
        for row, record in enumerate(self.table.shown):
            if wanted and wanted in (str(getattr(record, "year", "")), getattr(record, "code", "")):
                self.view.select(row)
                self._on_change()
                return
        if wanted[:4].isdigit():
            self.begin_new({"year": wanted})
        else:
            self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def save(self) -> None:
        """Check what stands in the editor, and ask the owner to write it."""
        values = self.form.shown()
        problems = self._sheet.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.form.focus(next(iter(problems)))
        else:
            self.saved.emit(self._old, values)

    @Slot()
    def stop(self) -> None:
        """Close the editor without saving."""
        had = self.editing
        self.editor.hide()
        self._old = None
        if had:
            self.view.setFocus()
        self._enable()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del removes, Enter edits; inside the editor Esc closes and Ctrl+Enter saves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.view and key == Qt.Key.Key_Delete:
                self._on_remove()
                return True
            if watched is self.view and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_change()
                return True
            if watched is self.editor and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.save()
                return True
        return super().eventFilter(watched, event)

    def _begin(self, record: Any, heading: str, values: Mapping[str, object]) -> None:
        self._old = record
        self._heading.setText(heading)
        self.form.set_values(values)
        self.editor.show()
        self._enable()
        self.form.focus_first()

    @Slot()
    def _on_change(self) -> None:
        record = self.table.record(self.view.row())
        if record is not None and self.isEnabled():
            self._begin(record, "Sửa", self._sheet.values(record))

    @Slot()
    def _on_remove(self) -> None:
        record = self.table.record(self.view.row())
        if record is not None and not self.editing:
            self.removed.emit(record)

    @Slot()
    def _on_selection(self) -> None:
        self.chosen.emit(self.table.record(self.view.row()))

    @Slot()
    def _enable(self) -> None:
        if self._below is not None:
            self._below.setVisible(not self.editing)
        chosen = self.view.row() >= 0
        self.add.setEnabled(not self.editing)
        self.change.setEnabled(chosen and not self.editing)
        self.remove.setEnabled(chosen and not self.editing)

    def _make_editor(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buttons = QHBoxLayout()
        buttons.addWidget(self._heading, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.addLayout(buttons)
        layout.addWidget(self._scroll, 1)
        return frame
