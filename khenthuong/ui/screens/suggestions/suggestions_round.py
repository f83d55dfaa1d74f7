"""Into which round: an existing one of fitting kind and year, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from khenthuong.domain.rounds import Round
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo


class RoundChoice(QFrame):
    """A line that asks for the round. `given` (Round) when it is chosen."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QuietCombo()
        self.ok = button("Đưa vào đợt", "them", primary=True)
        self.cancel = button("Thôi", tip="Esc")
        self._what = label("", "soft", wrap=True)
        # Assemble
        self.setObjectName("card")
        name = QLabel("Đợt xét")
        name.setBuddy(self.combo)
        self.combo.setAccessibleName("Đợt xét")
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._what, 0, 0, 1, 4)
        layout.addWidget(name, 1, 0)
        layout.addWidget(self.combo, 1, 1)
        layout.addWidget(self.ok, 1, 2)
        layout.addWidget(self.cancel, 1, 3)
        self.hide()
        # Signals
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.stop)

    def begin(
        self, count: int, there: Sequence[Round], fresh: Sequence[Round], wanted: str = ""
    ) -> None:
        """Ask for one of the rounds there are or of those that may be made; `wanted` first."""
        self._what.setText(
            f"Đưa {count} đề nghị đã đánh dấu vào đợt nào? Thẩm định ở «Đợt xét» sẽ cho biết còn "
            "phải bổ sung gì."
        )
        self.combo.fill(
            [(one.name, one) for one in there] + [(f"Đợt mới: {one.name}", one) for one in fresh]
        )
        first = next((one for one in there if one.code == wanted), None)
        self.combo.setCurrentIndex(0)
        if first is not None:
            self.combo.choose(first)
        self.show()
        self.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def stop(self) -> None:
        """Close without doing anything."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts them in, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_ok()
        elif event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_ok(self) -> None:
        chosen = self.combo.currentData()
        if chosen is not None:
            self.hide()
            self.given.emit(chosen)
