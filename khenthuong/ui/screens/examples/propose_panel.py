"""The side panel that nominates an example: which round, which award."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RoundKind
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

_NEW = "Mở đợt chuyên đề mới"
_SAYS = (
    "Ghi thành tích (loại chuyên đề) cùng minh chứng của điển hình, rồi đưa vào đợt. Đã ghi "
    "thành tích rồi thì dùng lại, không ghi hai lần."
)


class ProposePanel(QWidget):
    """`proposed` (example's code, award, round's code or ""), `left`."""

    proposed = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._offer: Any = None
        self.title = label("", "heading", wrap=True)
        self.round, self.award = QuietCombo(), QuietCombo()
        self.ok = button("Đề nghị", "them", primary=True, tip="Enter")
        self.cancel = button("Thôi", tip="Esc")
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(label(_SAYS, "soft", wrap=True))
        for name, combo in (("Đợt xét", self.round), ("Danh hiệu, hình thức", self.award)):
            words = label(name, "subheading")
            words.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            layout.addWidget(words)
            layout.addWidget(combo)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ok)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        layout.addLayout(buttons)
        layout.addStretch()
        # Signals
        self.round.currentIndexChanged.connect(self._on_round)
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.left)

    def begin(self, card: Any, offer: Any) -> None:
        """Ask where an example goes."""
        self._code, self._offer = card.example.code, offer
        self.title.setText(f"Đề nghị khen thưởng: {card.name}")
        choices: list[tuple[str, object]] = [(one.name, one) for one in offer.rounds]
        self.round.fill([*choices, (_NEW, None)])
        self.round.choose(choices[0][1] if choices else None)
        self._on_round()
        self.round.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter nominates."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_ok()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_round(self) -> None:
        if self._offer is None:
            return
        chosen = self.round.currentData()
        kind = chosen.kind if chosen is not None else RoundKind.MOVEMENT
        self.award.fill([(one.name, one.id) for one in self._offer.awards_in(kind)])
        self.ok.setEnabled(self.award.count() > 0)

    @Slot()
    def _on_ok(self) -> None:
        award, chosen = self.award.currentData(), self.round.currentData()
        if award:
            self.proposed.emit(self._code, award, chosen.code if chosen is not None else "")
