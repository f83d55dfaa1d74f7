"""Thẩm định: the law's four demands over a round, with what is open, the shares, and the paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import Principle, Status
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.rounds.round_data import RoundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import StatusBadge, label
from khenthuong.ui.widgets.plot_view import PlotView
from khenthuong.ui.widgets.share_chart import ShareBar, ShareChart, ShareGroup

if TYPE_CHECKING:
    from khenthuong.domain.appraisal import Appraisal, Demand
    from khenthuong.domain.plots.figures import Plot
    from khenthuong.domain.rules.fairness import Fairness, Share
    from khenthuong.services.appraisal.proof import RoundProof

_SHOWN = 5
_NOTHING = "Đợt này chưa có đề nghị, nên chưa có gì để thẩm định."


class DemandCard(QFrame):
    """One demand: its state in words and shape, how many fulfil it, what is open."""

    def __init__(self, principle: Principle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = StatusBadge()
        self._count = label("", "soft")
        self.open = label("", "", wrap=True)
        # Assemble
        self.setObjectName("card")
        top = QHBoxLayout()
        top.addWidget(label(texts.label(principle), "subheading"))
        top.addSpacing(8)
        top.addWidget(self.badge)
        top.addStretch()
        top.addWidget(self._count)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(4)
        inside.addLayout(top)
        inside.addWidget(self.open)

    def show_demand(self, one: Demand, notes: Sequence[str]) -> None:
        """Show a demand with the remarks on the round as a whole."""
        here = one.reached or bool(one.of_round)
        self.badge.show_status(
            one.status if here else Status.NOT_APPLICABLE, "" if here else "Chưa đến bước"
        )
        counted = one.reached and one.status is not Status.NOT_APPLICABLE
        self._count.setText(f"{one.met}/{one.of} đề nghị đạt" if counted else "")
        self.open.setText("\n".join((*_open_lines(one), *(f"• {note}" for note in notes))))
        self.open.setVisible(bool(self.open.text()))


class ProofPage(QWidget):
    """The appraisal of a round as a whole."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = ""
        self._stale = True
        self.summary = label("", "", wrap=True)
        self.paper = button("Bảng thẩm định đợt", "van_ban", primary=True)
        self.cards = {principle: DemandCard(principle) for principle in Principle}
        self.chart = ShareChart()
        self.trend = label("", "", wrap=True)
        self.stations = PlotView()
        self.station_said = label("Phím mũi tên: từng bước.", "soft", wrap=True)
        self.overridden = label("", "", wrap=True)
        self.split = QSplitter()
        # Assemble
        self.paper.setToolTip("Lập bảng một trang của cả đợt và mở ra")
        self._assemble()
        # Signals
        self.paper.clicked.connect(self._on_paper)
        self.stations.told.connect(self.station_said.setText)

    def show_round(self, view: RoundView) -> None:
        """Show a round; it is summed up when the page is seen."""
        self._round = view.round.code
        self._stale = True
        if self.isVisible():
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Sum the round up when it changed meanwhile."""
        super().showEvent(event)
        if self._stale:
            self._load()

    def _load(self) -> None:
        if self._round:
            self._stale = False
            self._desk.run(_read, self._round, done=self._on_read, key="proof.read")
            self._desk.run(
                _read_stations, self._round, done=self._on_stations, key="proof.stations"
            )

    def _on_stations(self, found: tuple[str, Plot]) -> None:
        code, plot = found
        if code == self._round:
            self.stations.show_plot(plot)

    def _on_read(self, found: RoundProof) -> None:
        if found.round != self._round:
            return
        whole = found.appraisal
        there = bool(whole.counts)
        self.split.setVisible(there)
        self.paper.setEnabled(there)
        self.summary.setText(_summary(whole) if there else _NOTHING)
        for one in whole.demands:
            self.cards[one.principle].show_demand(one, found.notes[one.principle])
        self._show_shares(whole.fairness, found.quotas)
        self.overridden.setText(_overridden(whole))
        self.overridden.setVisible(bool(whole.overridden))

    def _show_shares(self, figures: Fairness, quotas: Sequence[str]) -> None:
        legend = ("Đề nghị đợt này", f"Khen thưởng năm {figures.year - 1}", "Trong sổ")
        columns = (figures.nominees, figures.last_year, figures.register)
        groups = [
            ShareGroup(texts.label(measure), tuple(_bar(column[measure]) for column in columns))
            for measure in figures.nominees
        ]
        self.chart.show_groups(legend, groups)
        self.trend.setText("\n".join((*_years(figures), *quotas)))

    @Slot()
    def _on_paper(self) -> None:
        self.paper.setEnabled(False)
        self._desk.run(_make, self._round, done=self._on_made, failed=self._on_failed)

    def _on_made(self, path: Path) -> None:
        self.paper.setEnabled(True)
        self._desk.say(f"Đã lập bảng thẩm định đợt: {path.name}.")
        self._desk.show_folder(path)
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.paper.setEnabled(True)
        self._desk.on_failed(error)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.paper)
        demands = QVBoxLayout()
        demands.setContentsMargins(0, 0, 8, 0)
        for card in self.cards.values():
            demands.addWidget(card)
        demands.addWidget(self.overridden)
        demands.addStretch()
        shares = QFrame()
        shares.setObjectName("card")
        inside = QVBoxLayout(shares)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(label("Cơ cấu", "subheading"))
        inside.addWidget(self.chart)
        inside.addWidget(self.trend)
        inside.addStretch()
        places = QFrame()
        places.setObjectName("card")
        below = QVBoxLayout(places)
        below.setContentsMargins(12, 8, 12, 8)
        below.addWidget(label("Đề nghị đang ở từng bước", "subheading"))
        below.addWidget(self.stations)
        below.addWidget(self.station_said)
        self.split.addWidget(_scrolled(demands, "Bốn yêu cầu"))
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(shares)
        right.addWidget(places)
        right.addStretch()
        self.split.addWidget(_scrolled(right, "Cơ cấu của đợt"))
        self.split.setChildrenCollapsible(False)
        self.split.setSizes([520, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.split, 1)
        layout.addStretch()


def _scrolled(content: QVBoxLayout, name: str) -> QScrollArea:
    inner = QWidget()
    inner.setObjectName("page")
    inner.setLayout(content)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(name)
    area.setWidget(inner)
    return area


def _summary(whole: Appraisal) -> str:
    total = whole.total
    reasons = f" ({total.overridden} kèm lý do)" if total.overridden else ""
    return (
        f"{total.nominated} đề nghị: {total.met} đạt, {total.to_compare} cần đối chiếu, "
        f"{total.on_hold} chưa xét, {total.open} không đạt hoặc thiếu. "
        f"{total.inside} vào hồ sơ{reasons}, {total.outside} ở ngoài."
    )


def _open_lines(one: Demand) -> list[str]:
    """Every criterion once with its figures; the rest is counted."""
    found: dict[str, list[str]] = {}
    for point in one.points:
        name = "Điều kiện xét tại thời điểm này" if point.neutral else point.label
        figures = f"{texts.label(point.status).lower()} {point.count}"
        found.setdefault(name, []).append(figures)
    lines = [f"• {name}: {', '.join(figures)}" for name, figures in found.items()]
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], f"• và {more} tiêu chuẩn khác"] if more > 0 else lines


def _bar(share: Share) -> ShareBar:
    if share.percent is None:
        return ShareBar(None, f"{share.unknown} chưa rõ" if share.unknown else "–")
    text = f"{share.part}/{share.known} ({texts.show(share.percent)}%)"
    unclear = f", {share.unknown} chưa rõ" if share.unknown else ""
    return ShareBar(share.part / share.known, text + unclear)


def _years(figures: Fairness) -> list[str]:
    """The yearly shares that plans want to rise, and whether they do."""
    from khenthuong.domain.rules.fairness import RISING

    lines: list[str] = []
    for measure in RISING:
        shown = [
            f"{one.year}{'' if one.complete else ' (sổ chưa đủ)'}: {texts.show(percent)}%"
            for one in figures.years
            if (percent := one.shares[measure].percent) is not None
        ]
        if shown:
            trend = texts.label(figures.trend(measure))
            lines.append(f"{texts.label(measure)} qua các năm – {' · '.join(shown)} → {trend}.")
    return lines


def _overridden(whole: Appraisal) -> str:
    lines = [
        f"• {one.name} ({one.award_name}): {one.reason} – {one.by}, {texts.show(one.on or '')}"
        for one in whole.overridden
    ]
    return "\n".join(("Vẫn đưa vào hồ sơ kèm lý do:", *lines))


def _read(ws: Any, code: str) -> RoundProof:
    from khenthuong.services.appraisal import proof

    return proof.of_round(ws, code)


def _read_stations(ws: Any, code: str) -> tuple[str, Plot]:
    from khenthuong.services.plots import rounds

    return code, rounds.stations(ws, code)


def _make(ws: Any, code: str) -> Path:
    from khenthuong.services.appraisal import proof

    return proof.make_paper(ws, code)
