"""The side panel of the card chosen: what was noted of it, and everything to do with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import ExampleStage
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import theme
from khenthuong.ui.screens.examples.board import next_words, since_words
from khenthuong.ui.screens.examples.examples_data import nominated_words
from khenthuong.ui.screens.examples.files_box import FilesBox
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label, rule


class CardPanel(QWidget):
    """Shows one card; the screen connects its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: Any = None
        self.name = label("", "heading", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.state = label("", "subheading", wrap=True)
        self.next = label("", wrap=True)
        self.forward = button("Bước tiếp", primary=True, tip="Ctrl+→")
        self.back = button("Lùi một bước", tip="Ctrl+←")
        self.spread = button("Thêm nơi nhân rộng", "them")
        self.propose = button("Đề nghị khen thưởng", "dot_xet")
        self.open_round = button("Đến đợt xét", "toi")
        self.edit = button("Sửa", "sua", tip="F2")
        self.paper = button("Phiếu giới thiệu", "van_ban", tip="Lập phiếu giới thiệu và xem")
        self.remove = button("Xóa", "xoa", tip="Bỏ điển hình này; lịch sử vẫn ghi")
        self.files = FilesBox()
        self.steps = label("", wrap=True)
        self.nominated = label("", "good", wrap=True)
        # Assemble
        self._assemble()

    def show_card(self, card: Any) -> None:
        """Show a card; None for none."""
        self.card = card
        self.setEnabled(card is not None)
        if card is None:
            return
        example = card.example
        self.name.setText(example.name)
        parts = (card.name, card.unit_name, card.movement_name, example.code)
        self.about.setText(" · ".join(part for part in parts if part))
        self.state.setText(since_words(card))
        self.next.setText(next_words(card))
        theme.tint(self.next, "warn" if card.late else "accent")
        self._show_steps(card)
        self.files.show_names(example.evidence)
        last = card.next_stage is None
        self.forward.setVisible(not last)
        if not last:
            self.forward.setText(f"{word(card.next_stage)} →")
        self.back.setVisible(example.stage is not ExampleStage.FOUND)
        self.spread.setVisible(last)
        self.open_round.setVisible(bool(card.nominated))

    def _show_steps(self, card: Any) -> None:
        one = card.example
        found = [
            one.content,
            _step(word(ExampleStage.FOUND), "", one.found, one.found_by),
            _step(word(ExampleStage.FOSTERED), one.fostering, one.fostered, one.fosterer),
            _step(word(ExampleStage.REVIEWED), one.review, one.reviewed, ""),
            *(_step(word(it.kind), it.result, it.day, it.place) for it in card.spreads),
        ]
        self.steps.setText("\n\n".join(part for part in found if part))
        lines = [f"{nominated_words(it)} ({it.round.name})" for it in card.nominated]
        self.nominated.setText("\n\n".join(lines))
        self.nominated.setVisible(bool(lines))

    def _assemble(self) -> None:
        self.files.setAccessibleName(texts.say("example.evidence", {"count": ""}).strip())
        buttons = QGridLayout()
        buttons.addWidget(self.forward, 0, 0, 1, 2)
        buttons.addWidget(self.spread, 1, 0, 1, 2)
        buttons.addWidget(self.propose, 2, 0, 1, 2)
        buttons.addWidget(self.open_round, 3, 0, 1, 2)
        buttons.addWidget(self.paper, 4, 0)
        buttons.addWidget(self.back, 4, 1)
        small = QHBoxLayout()
        small.addWidget(self.edit)
        small.addStretch()
        small.addWidget(self.remove)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        for one in (self.name, self.about, self.state, self.next):
            column.addWidget(one)
        column.addLayout(buttons)
        column.addWidget(rule())
        column.addWidget(self.steps)
        column.addWidget(self.nominated)
        column.addWidget(self.files)
        column.addStretch()
        column.addLayout(small)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(area)


def _step(title: str, said: str, day: date | None, who: str) -> str:
    """«Bồi dưỡng: 01/03/2026, Hội Nông dân xã», and what was noted under it."""
    head = ", ".join(part for part in (show(day) if day else "", who) if part)
    words = "\n".join(part for part in (head, said) if part)
    return f"{title}: {words}" if words else ""
