"""One suggestion in full: why, what people must still confirm, and where to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Standing, Status
from khenthuong.texts import label as word
from khenthuong.ui.screens.rounds.round_data import SHORT
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import StatusBadge, label, rule

if TYPE_CHECKING:
    from khenthuong.services.appraisal.suggesting import Suggestion

BADGE = {
    Standing.ELIGIBLE: Status.MET,
    Standing.TO_COMPARE: Status.TO_COMPARE,
    Standing.LACKS_ONE: Status.MISSING,
}


class SuggestionPanel(QWidget):
    """The chosen line. `cured` asks to go to the missing thing, `opened` to the register."""

    cured = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = label("", "heading", wrap=True)
        self._about = label("", "soft", wrap=True)
        self._award = label("", "subheading", wrap=True)
        self.badge = StatusBadge()
        self._reason = label("", wrap=True)
        self._open_head = label("Còn phải xác nhận", "subheading")
        self._to_confirm = label("", "soft", wrap=True)
        self.cure = button("Đến chỗ sửa", "toi", primary=True)
        self.open = button("Mở trong sổ", "so", tip="Enter trong danh sách")
        self._nobody = EmptyPage("tim", "Chưa chọn ai", "Chọn một dòng để xem vì sao.")
        self._page = QScrollArea()
        # Assemble
        self._assemble()
        self.show_nobody()
        # Signals
        self.cure.clicked.connect(self.cured)
        self.open.clicked.connect(self.opened)

    def show_row(self, row: Suggestion) -> None:
        """Show a line in full."""
        self._name.setText(row.name)
        parts = (f"Mã {row.found.recipient}", word(row.kind), row.unit_name)
        self._about.setText(" · ".join(part for part in parts if part))
        self._award.setText(f"{row.award_name} – {SHORT[row.authority]} quyết định")
        self.badge.show_status(BADGE[row.standing], word(row.standing))
        self._reason.setText(row.reason)
        self._to_confirm.setText("\n".join(f"• {one}" for one in row.found.to_confirm))
        for widget in (self._open_head, self._to_confirm):
            widget.setVisible(bool(row.found.to_confirm))
        self.cure.setVisible(bool(row.cure))
        self._nobody.hide()
        self._page.show()

    @Slot()
    def show_nobody(self) -> None:
        """No line is chosen."""
        self._page.hide()
        self._nobody.show()

    def _assemble(self) -> None:
        inner = QFrame()
        inner.setObjectName("scrolled")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 12, 8)
        inside.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addStretch()
        for widget in (self._name, self._about, self._award):
            inside.addWidget(widget)
        inside.addLayout(head)
        inside.addWidget(self._reason)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cure)
        buttons.addWidget(self.open)
        buttons.addStretch()
        inside.addLayout(buttons)
        inside.addWidget(rule())
        inside.addWidget(self._open_head)
        inside.addWidget(self._to_confirm)
        inside.addStretch()
        for text in (self._reason, self._to_confirm):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._page.setWidgetResizable(True)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 0, 0)
        outer.addWidget(self._nobody)
        outer.addWidget(self._page)
