"""A rule pack of another office, before it is taken over: what it would change, line by line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.texts import show
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class PackPage(QWidget):
    """The preview; `taken` (plan) takes the pack over, `put_away` leaves everything as it is."""

    taken = Signal(object)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Any = None
        self._title = label("", "heading", wrap=True)
        self._about = label("", "soft", wrap=True)
        self.table = RecordsTable(
            (
                ("Sẽ làm gì", lambda row: row.effect_words),
                ("Nội dung", lambda row: row.what),
                ("Gói ghi", lambda row: row.says),
                ("Sổ của mình đang có", lambda row: row.now),
            ),
            self,
        )
        self.view = RowsView(self.table, (-150, 6, 6, 6), "Gói quy định sẽ đổi gì")
        self.ok = button("Nhập gói này", "nhap_excel", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi, không nhập", tip="Esc")
        # Assemble
        self.view.wrap_rows()
        EmptyNote(self.view, "Gói không có xác nhận hay mức nào.")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.ok)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._title)
        box.addWidget(self._about)
        box.addWidget(self.view, 1)
        box.addLayout(foot)
        # Signals
        self.ok.clicked.connect(self.take)
        self.cancel.clicked.connect(self.put_away)

    def show_plan(self, plan: Any) -> None:
        """Show what taking a pack over would do."""
        self._plan = plan
        pack = plan.pack
        where = f", {pack.province}" if pack.province else ""
        self._title.setText(f"Gói quy định của {pack.office}{where}, ghi ngày {show(pack.made_on)}")
        kept = sum(line.effect.value == "kept" for line in plan.lines)
        notes = [f"Sẽ ghi {plan.changes} dòng, đánh dấu là theo {pack.office}."]
        if kept:
            notes.append(
                f"{kept} dòng khác với của mình thì giữ của mình; muốn lấy của gói, rút xác nhận "
                "hoặc bỏ mức của mình trước rồi nhập lại."
            )
        if not plan.changes:
            notes = ["Không có gì để nhập: mọi dòng đã có sẵn hoặc giữ của mình."]
        self._about.setText(" ".join(notes))
        self.table.show(plan.lines)
        self.view.share_width()
        self.view.select(0)
        self.ok.setEnabled(plan.changes > 0)
        (self.ok if plan.changes else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> None:
        """Take the pack over."""
        if self.ok.isEnabled():
            self.taken.emit(self._plan)
