"""Into which round: an existing one of fitting kind and year, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from khenthuong.domain.rounds import Round
from khenthuong.ui.widgets.ask_card import AskCard
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo


class RoundChoice(AskCard):
    """A line that asks for the round. `given` (Round) when it is chosen."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QuietCombo()
        self.ok = button("Đưa vào đợt", "them", primary=True)
        self.cancel = button("Thôi", tip="Esc")
        self._what = label("", "soft", wrap=True)
        # Assemble
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
        # Signals
        self.ok.clicked.connect(self.answer)
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
    def answer(self) -> None:
        """Do what was asked for."""
        chosen = self.combo.currentData()
        if chosen is not None:
            self.hide()
            self.given.emit(chosen)
