"""What changed since a judgement was kept, nomination by nomination, and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.widgets.labels import label, rule

NOTHING_BEFORE = (
    "Đây là lần thẩm định đầu tiên được ghi lại; lần sau sẽ cho biết đề nghị nào đổi và vì sao."
)
SAME = "Không có kết luận nào đổi."


class JudgementPanel(QScrollArea):
    """A comparison in words; `rows` are the sentences shown, for reading aloud and for tests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Đánh giá lại: thay đổi so với lần trước")
        self.rows: list[str] = []

    def show_comparison(self, found: Any, heads: tuple[str, ...]) -> None:
        """Show what changed; `heads` say which judgements it is compared with."""
        self.rows = []
        page = QWidget()
        page.setObjectName("scrolled")
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 12, 8)
        box.setSpacing(4)
        for text in heads:
            self._say(box, f"So với: {text}", "quiet")
        self._say(box, _summary(found), "subheading")
        for one in found.differences:
            box.addWidget(rule())
            self._say(box, f"{one.name} – {one.award_name}", "subheading")
            self._say(box, _verdicts(one), "soft")
            for change in one.changes:
                box.addWidget(self._change(change))
        box.addStretch()
        self.setWidget(page)

    def _say(self, box: QVBoxLayout, text: str, role: str) -> None:
        self.rows.append(text)
        box.addWidget(label(text, role, wrap=True))

    def _change(self, change: Any) -> QFrame:
        row = QFrame()
        row.setObjectName("finding")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        picture = QLabel()
        picture.setPixmap(theme.status_pixmap(change.new or Status.NOT_APPLICABLE))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = (
            f"{change.label}: {_status(change.old).lower()} → {_status(change.new).lower()}",
            f"Vì {word(change.why)}.",
            change.new_sentence,
            f"Trước đây: {change.old_sentence}" if change.old_sentence else "",
        )
        grid.addWidget(picture, 0, 0)
        for line, (text, role) in enumerate(zip(said, ("", "soft", "", "quiet"), strict=True)):
            if text:
                self.rows.append(text)
                grid.addWidget(label(text, role, wrap=True), line, 1)
        return row


def _summary(found: Any) -> str:
    if not found.against:
        return NOTHING_BEFORE
    rules = " Bộ quy định đã đổi từ đó." if found.rules_changed else ""
    if not found.differences:
        return f"{SAME}{rules}"
    count = len(found.differences)
    return f"{count} đề nghị có kết luận đổi, {found.same} đề nghị giữ nguyên.{rules}"


def _verdicts(one: Any) -> str:
    if one.old is None:
        return f"Đề nghị mới; kết luận: {_status(one.new).lower()}."
    if one.new is None:
        return f"Không còn được đề nghị; kết luận trước: {_status(one.old).lower()}."
    if one.old is one.new:
        return f"Kết luận chung không đổi: {_status(one.new).lower()}."
    return f"Kết luận chung: {_status(one.old).lower()} → {_status(one.new).lower()}."


def _status(status: Status | None) -> str:
    return word(status or Status.NOT_APPLICABLE)
