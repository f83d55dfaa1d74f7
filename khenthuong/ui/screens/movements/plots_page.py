"""The plots of a movement: its targets over time, its units by what they reached."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.plots.figures import Plot
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.plot_pane import PlotPane
from khenthuong.ui.widgets.quiet import QuietCombo

_TARGETS, _UNITS = "chi_tieu", "don_vi"


class PlotsPage(QWidget):
    """Read when it is seen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self._stale = False
        self.choice = QuietCombo()
        self.pane = PlotPane(desk)
        # Assemble
        self.choice.fill([("Chỉ tiêu theo thời gian", _TARGETS), ("Đơn vị theo kết quả", _UNITS)])
        self.choice.setMinimumContentsLength(22)
        self.choice.setAccessibleName("Biểu đồ")
        name = label("&Biểu đồ")
        name.setBuddy(self.choice)
        bar = QHBoxLayout()
        bar.addWidget(name)
        bar.addWidget(self.choice)
        bar.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.pane, 1)
        # Signals
        self.choice.currentIndexChanged.connect(self._load)

    def show_view(self, view: Any) -> None:
        """Show a movement; it is drawn when the page is seen."""
        self._code, self._stale = view.plan.movement.code, True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._load()

    @Slot()
    def _load(self) -> None:
        if self._code:
            self._stale = False
            self._desk.run(
                _read,
                self._code,
                self.choice.currentData(),
                done=self._on_plot,
                key="movement.plot",
            )

    def _on_plot(self, found: tuple[str, Plot]) -> None:
        code, plot = found
        if code == self._code:
            self.pane.show_plot(plot)


def _read(ws: Any, code: str, shown: str) -> tuple[str, Plot]:
    from khenthuong.services.plots import targets

    return code, targets.units(ws, code) if shown == _UNITS else targets.over_time(ws, code)
