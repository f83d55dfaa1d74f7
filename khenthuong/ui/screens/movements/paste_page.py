"""Paste the text of a plan from Word and have its split proposed; nothing is written here."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from khenthuong.domain.plan_text import ProposedPlan
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.movements import movement_data as data
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_EMPTY = "Dán văn bản của kế hoạch vào ô trên trước."


class PastePage(QWidget):
    """`proposed` (ProposedPlan) hands on the split; `left` goes back."""

    proposed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.text = QPlainTextEdit()
        self.split = button("Đề xuất cách tách", "toi", primary=True)
        self.back = button("Thôi")
        self.problem = label("", "problem", wrap=True)
        words = label("Văn bản của kế hoạch, chép từ Word", "subheading")
        # Assemble
        words.setBuddy(self.text)
        self.text.setAccessibleName("Văn bản của kế hoạch")
        self.text.setTabChangesFocus(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.problem, 1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words)
        layout.addWidget(
            label(
                "Chương trình chỉ đề xuất: căn cứ, mục đích, nội dung, chỉ tiêu hiện ra để xem và "
                "sửa; bấm «Lưu» mới ghi vào sổ. Dòng nào không rõ chỗ được liệt kê riêng.",
                "soft",
                wrap=True,
            )
        )
        layout.addWidget(self.text, 1)
        layout.addLayout(buttons)
        # Signals
        self.split.clicked.connect(self._on_split)
        self.back.clicked.connect(self.left)

    def begin(self) -> None:
        """Into the empty box."""
        self.problem.clear()
        self.text.setFocus()

    @Slot()
    def _on_split(self) -> None:
        text = self.text.toPlainText()
        self.problem.setText("" if text.strip() else _EMPTY)
        if text.strip():
            self._desk.run(data.propose, text, done=self._on_proposed)

    def _on_proposed(self, found: ProposedPlan) -> None:
        self.text.clear()
        self.proposed.emit(found)
