"""Biểu đồ: one plot at a time, chosen by what it shows and of what."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from khenthuong.domain.plots.figures import Plot
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.statistics import plots_data as data
from khenthuong.ui.screens.statistics.plots_data import Shown
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.plot_pane import PlotPane
from khenthuong.ui.widgets.quiet import QuietCombo

_YEARS_SHOWN = 5
_NAMES = {
    Shown.RECIPIENT: "Khen thưởng theo đối tượng",
    Shown.LEVEL: "Khen thưởng theo cấp quyết định",
    Shown.MANNER: "Khen thưởng theo phương thức",
    Shown.SHARES: "Tỷ lệ người trực tiếp, tập thể nhỏ",
    Shown.UNIT_YEARS: "Khen thưởng của từng đơn vị",
    Shown.TARGETS: "Chỉ tiêu phong trào theo thời gian",
    Shown.UNITS: "Đơn vị theo kết quả chỉ tiêu",
    Shown.STATIONS: "Đề nghị đang ở từng bước",
}
_OF_MOVEMENT = (Shown.TARGETS, Shown.UNITS)
_NOTHING = {
    Shown.TARGETS: "Sổ chưa có phong trào nào. Thêm ở màn hình Phong trào.",
    Shown.UNITS: "Sổ chưa có phong trào nào. Thêm ở màn hình Phong trào.",
    Shown.STATIONS: "Sổ chưa có đợt xét nào. Thêm ở màn hình Đợt xét.",
}


class PlotsPage(QWidget):
    """Choose a plot, then years, a movement or a round; the picture follows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices: data.PlotStart | None = None
        self.choice = QuietCombo()
        self.first, self.last = QuietCombo(), QuietCombo()
        self.movement, self.round = QuietCombo(), QuietCombo()
        self.problem = label("Năm cuối đứng trước năm đầu.", "problem", wrap=True)
        self.pane = PlotPane(desk)
        self._labels: dict[QWidget, QLabel] = {}
        # Assemble
        self._assemble()
        # Signals
        for one in (self.choice, self.first, self.last, self.movement, self.round):
            one.currentIndexChanged.connect(self.read)

    def refresh(self) -> None:
        """Read the choices and the plot again."""
        self._desk.run(data.read_choices, done=self._on_choices, key="plots.choices")

    @Slot()
    def read(self) -> None:
        """Read the plot that is chosen."""
        shown = self._shown()
        self._show_fields(shown)
        first, last = self.first.currentData(), self.last.currentData()
        if self._choices is None or first is None or last is None:
            return
        by_year = shown not in _NOTHING
        self.problem.setVisible(by_year and last < first)
        if by_year and last < first:
            return
        code = self._code(shown)
        if not by_year and not code:
            name, missing = _NAMES[shown], _NOTHING[shown]
            self.pane.show_plot(Plot("", name, "", None, (), (), missing))
            return
        self._desk.run(
            data.read_plot, shown, first, last, code, done=self.pane.show_plot, key="plots.read"
        )

    def _on_choices(self, choices: data.PlotStart) -> None:
        fresh = self._choices is None
        self._choices = choices
        years = [(str(year), year) for year in choices.years]
        self.first.fill(years)
        self.last.fill(years)
        self.movement.fill(choices.movements)
        self.round.fill(choices.rounds)
        if fresh:
            self.first.choose(choices.years[max(0, len(choices.years) - _YEARS_SHOWN)])
            self.last.choose(choices.years[-1])
        self.read()

    def _shown(self) -> Shown:
        return Shown(self.choice.currentData())

    def _code(self, shown: Shown) -> str:
        combo = self.movement if shown in _OF_MOVEMENT else self.round
        return combo.currentData() or ""

    def _show_fields(self, shown: Shown) -> None:
        """Only the fields that the plot asks for."""
        wanted = {
            self.first: shown not in _NOTHING,
            self.last: shown not in _NOTHING,
            self.movement: shown in _OF_MOVEMENT,
            self.round: shown is Shown.STATIONS,
        }
        for field, visible in wanted.items():
            field.setVisible(visible)
            self._labels[field].setVisible(visible)

    def _assemble(self) -> None:
        self.choice.fill([(words, one) for one, words in _NAMES.items()])
        self.problem.hide()
        bar = QHBoxLayout()
        for name, field, least, weight in (
            ("&Biểu đồ", self.choice, 26, 0),
            ("&Từ năm", self.first, 4, 0),
            ("đế&n", self.last, 4, 0),
            ("&Phong trào", self.movement, 10, 1),
            ("Đợ&t", self.round, 10, 1),
        ):
            made = label(name)
            made.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            field.setMinimumContentsLength(least)
            self._labels[field] = made
            bar.addWidget(made)
            bar.addWidget(field, weight)
        bar.addStretch()
        self._show_fields(Shown.RECIPIENT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.problem)
        layout.addWidget(self.pane, 1)
