"""Bậc thang: the awards above what a recipient holds, what is missing, when at the earliest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.rounds.round_data import SHORT
from khenthuong.ui.screens.suggestions.suggestions_panel import BADGE
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import StatusBadge, label, rule

if TYPE_CHECKING:
    from khenthuong.services.appraisal.suggesting import LadderStep, LadderView


class LadderStepRow(QFrame):
    """One award: when, and what is missing with the way there."""

    def __init__(
        self, desk: Desk, code: str, step: LadderStep, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = code
        self._cures: dict[object, str] = {}
        self.go = [self._way(sentence, cure) for sentence, cure in step.missing]
        # Assemble
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 4, 0, 8)
        inside.setSpacing(4)
        head = QHBoxLayout()
        name = f"{step.award_name} – {SHORT[step.authority]} quyết định"
        head.addWidget(label(name, "subheading", wrap=True), 1)
        if step.rung.standing is not None:
            badge = StatusBadge()
            badge.show_status(BADGE[step.rung.standing])
            head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(rule())
        inside.addLayout(head)
        inside.addWidget(label(step.when, wrap=True))
        for (sentence, _), go in zip(step.missing, self.go, strict=True):
            line = QHBoxLayout()
            line.addWidget(label(f"– {sentence}", "soft", wrap=True), 1)
            line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
            inside.addLayout(line)
        if step.to_confirm:
            said = "; ".join(step.to_confirm)
            inside.addWidget(label(f"Còn phải xác nhận: {said}", "quiet", wrap=True))

    def _way(self, sentence: str, cure: str) -> QWidget:
        go = link("Đến chỗ sửa")
        go.setAccessibleName(f"Đến chỗ sửa: {sentence}")
        go.setEnabled(bool(cure))
        self._cures[go] = cure
        go.clicked.connect(self._on_go)
        return go

    @Slot()
    def _on_go(self) -> None:
        self._desk.wanted.emit(self._cures[self.sender()], self._code)


class LadderPane(QScrollArea):
    """The ladder of one recipient, read when its tab is opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: list[LadderStepRow] = []
        # Assemble
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def load(self, code: str) -> None:
        """Read a recipient's ladder; nothing of another one stays in sight meanwhile."""
        self._show_text("Đang tính…")
        self._desk.run(_read, code, done=self.show_ladder, key="ladder")

    def show_ladder(self, view: LadderView) -> None:
        """Show the rungs from below."""
        page, layout = self._page()
        layout.addWidget(label(view.held, wrap=True))
        if not view.steps:
            layout.addWidget(
                label(
                    "Không còn danh hiệu, hình thức nào cao hơn trong danh mục.", "soft", wrap=True
                )
            )
        else:
            layout.addWidget(label(view.assumed, "quiet", wrap=True))
        self.rows = [LadderStepRow(self._desk, view.recipient, step) for step in view.steps]
        for row in self.rows:
            layout.addWidget(row)
        if view.for_people:
            layout.addWidget(rule())
            layout.addWidget(label(view.for_people, "quiet", wrap=True))
        layout.addStretch()
        self.setWidget(page)

    def _show_text(self, text: str) -> None:
        page, layout = self._page()
        layout.addWidget(label(text, "soft"))
        layout.addStretch()
        self.rows = []
        self.setWidget(page)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        page.setObjectName("scrolled")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(4, 8, 12, 8)
        layout.setSpacing(4)
        return page, layout


def _read(ws: Any, code: str) -> LadderView:
    from khenthuong.services.appraisal import suggesting

    return suggesting.ladder_of(ws, code)
