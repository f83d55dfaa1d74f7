"""Tab Mức của tỉnh: what the law leaves to the province, filled in from its documents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rulebook.rulebook_data import (
    RulebookPage,
    ValueRow,
    fill_value,
    remove_value,
)
from khenthuong.ui.screens.rulebook.rulebook_forms import ValueForm
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import RowsView

_ABOUT = (
    "Luật để tỉnh quy định những mức này. Ghi theo văn bản của tỉnh, có số, ngày và thời gian áp "
    "dụng; chưa ghi thì tiêu chuẩn liên quan luôn «cần đối chiếu»."
)


class ValuesPage(QWidget):
    """The values in a table, the chosen one in a form below. `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._new = False
        self.table = RecordsTable(
            (
                ("Mức do tỉnh quy định", lambda row: row.value.label),
                ("Đang ghi", lambda row: row.shown),
                ("Văn bản", lambda row: row.document),
                ("Áp dụng", lambda row: row.span),
                ("Người ghi", lambda row: row.by),
            ),
            self,
        )
        self.view = RowsView(self.table, (8, 5, 5, 5, 4), "Mức do tỉnh quy định")
        self.edit = button("Ghi mức…", "sua", tip="Enter")
        self.add = button("Ghi mức cho thời gian khác…", "them", tip="Ctrl+N")
        self.form = ValueForm()
        # Assemble
        self.view.wrap_rows()
        tools = QHBoxLayout()
        tools.addWidget(label(_ABOUT, "soft", wrap=True), 1)
        tools.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(tools)
        box.addWidget(self.view, 1)
        box.addWidget(self.form)
        self.form.hide()
        # Signals
        self.view.offer_on_rows(mirror(self.edit, self.add))
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self.begin_edit)
        self.edit.clicked.connect(self.begin_edit)
        self.add.clicked.connect(self.begin_new)
        self.form.given.connect(self._on_given)
        self.form.removed.connect(self._on_removed)
        self.form.cancelled.connect(self.stop)

    def show_page(self, page: RulebookPage) -> None:
        """Show the values; the row chosen before stays chosen."""
        row = max(0, self.view.row())
        self.table.show(page.values)
        self.view.share_width()
        self.view.select(min(row, len(page.values) - 1))
        self._on_row()

    def choose(self, value_id: str) -> None:
        """Select a value."""
        for number, row in enumerate(self.table.shown):
            if row.value.id == value_id:
                self.view.select(number)
                return

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    @Slot()
    def begin_edit(self) -> None:
        """Open the form on the chosen value."""
        self._begin(new=False)

    @Slot()
    def begin_new(self) -> None:
        """Open the form for another span of time of the chosen value."""
        self._begin(new=True)

    @Slot()
    def stop(self) -> None:
        """Close the form."""
        self.form.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, *, new: bool) -> None:
        row = self._row()
        if row is not None:
            self._new = new or row.filled is None
            self.form.show_value(row, new=self._new)
            self.form.show()
            self.form.begin()

    def _row(self) -> ValueRow | None:
        return self.table.record(self.view.currentIndex().row())

    @Slot()
    def _on_row(self) -> None:
        row = self._row()
        self.form.hide()
        self.edit.setEnabled(row is not None)
        filled = row is not None and row.filled is not None
        self.edit.setText("Sửa mức…" if filled else "Ghi mức…")
        self.add.setEnabled(filled)

    @Slot(object)
    def _on_given(self, fields: Any) -> None:
        row = self._row()
        old = None if row is None or self._new else row.filled
        self._desk.run(fill_value, dict(fields), old, done=self._on_kept, failed=self._on_refused)

    def _on_kept(self, _: object) -> None:
        self.stop()
        self._desk.say("Đã ghi mức của tỉnh; các tiêu chuẩn liên quan thẩm định theo mức này.")
        self.changed.emit()

    def _on_refused(self, error: Exception) -> None:
        from khenthuong.errors import UserError
        from khenthuong.ui.messages import sentence

        if isinstance(error, UserError):
            self.form.tell(sentence(error), self.form.number)
        else:
            self._desk.on_failed(error)

    @Slot()
    def _on_removed(self) -> None:
        row = self._row()
        if row is not None and row.filled is not None:
            self._desk.run(remove_value, row.filled, done=self._on_gone)

    def _on_gone(self, _: object) -> None:
        self.stop()
        self._desk.say("Đã bỏ mức; các tiêu chuẩn liên quan lại cần đối chiếu.")
        self.changed.emit()
