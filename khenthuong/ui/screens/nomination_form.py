"""What a nomination rests on: by which criterion, which initiatives and achievements, in words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Nomination
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.view import FormView
from khenthuong.ui.widgets.buttons import button

NOMINATION = s.Sheet(Nomination, (
    s.text("branch", "Theo tiêu chuẩn", hint="Khi có nhiều cách đạt: ghi điểm, như «điểm b»."),
    s.codes("initiatives", "Sáng kiến (Mã)"),
    s.codes("achievements", "Thành tích (Mã)"),
    s.text("content", "Nội dung thành tích in trong danh sách", long=True),
))


class NominationForm(QFrame):
    """The form of one nomination; `given` (Nomination) asks to save it."""

    given = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nomination: Nomination | None = None
        self.form = FormView(NOMINATION.sections, desk, columns=3)
        self.ok = button("Lưu đề nghị", "luu", primary=True)
        self.cancel = button("Thôi")
        # Assemble
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout.addLayout(buttons)
        # Signals
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.cancelled)

    def show_nomination(self, nomination: Nomination) -> None:
        """Show what is on record."""
        self._nomination = nomination
        self.form.set_values(NOMINATION.values(nomination))

    def begin(self, field: str = "") -> None:
        """Ready to type."""
        if not self.form.focus(field):
            self.form.focus_first()

    @Slot()
    def _on_ok(self) -> None:
        if self._nomination is not None:
            self.given.emit(NOMINATION.build(self.form.shown(), self._nomination))
