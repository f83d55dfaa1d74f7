"""What came of a movement: achievements for nominations, aims against awards, a round."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.texts import label as word
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class ResultsPage(QWidget):
    """`achieved` (codes) and `opening` (round code, "" for a new one) ask the owner."""

    achieved = Signal(object)
    opening = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Any = None
        self.units = RecordsTable(
            (
                ("Đơn vị, cá nhân", lambda line: line.name),
                ("Kết quả so với đăng ký", _counted),
                ("Đánh giá", lambda line: line.participant.assessment),
            ),
            self,
        )
        self.unit_view = RowsView(self.units, (5, 6, 6), "Kết quả của đơn vị", many=True)
        self.aims = RecordsTable(
            (
                ("Đơn vị, cá nhân", lambda aim: aim.name),
                ("Đăng ký", lambda aim: aim.award),
                ("Kết quả", lambda aim: word(aim.state)),
                ("Vì sao", lambda aim: aim.reason),
            ),
            self,
        )
        self.aim_view = RowsView(self.aims, (4, 4, -150, 9), "Đăng ký và kết quả")
        self.note = EmptyNote(
            self.aim_view, "Chưa ai đăng ký danh hiệu trong phong trào này (thẻ «Đơn vị tham gia»)."
        )
        self.make = button(
            "Ghi thành tích cho các dòng chọn",
            "dat",
            tip="Thành tích để đề nghị khen thưởng dẫn ra",
        )
        self.open_round = button("Mở đợt xét chuyên đề", "dot_xet", primary=True)
        self.why = label("", "soft", wrap=True)
        # Assemble
        top = QHBoxLayout()
        top.addWidget(label("Kết quả của đơn vị", "subheading"), 1)
        top.addWidget(self.make)
        top.addWidget(self.open_round)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.unit_view, 1)
        layout.addWidget(label("Đăng ký so với kết quả", "subheading"))
        layout.addWidget(self.aim_view, 1)
        layout.addWidget(self.why)
        # Signals
        self.make.clicked.connect(self._on_make)
        self.open_round.clicked.connect(self._on_open)
        self.aim_view.selectionModel().selectionChanged.connect(self._on_aim)

    def show_view(self, view: Any) -> None:
        """Show results and aims."""
        self._view = view
        self.units.show(view.participants)
        self.aims.show(view.aims)
        self.unit_view.select(0 if view.participants else -1)
        self.aim_view.select(0 if view.aims else -1)
        self.make.setEnabled(bool(view.participants))
        there = bool(view.rounds)
        self.open_round.setText("Đến đợt xét" if there else "Mở đợt xét chuyên đề")
        self._on_aim()

    @Slot()
    def _on_make(self) -> None:
        rows = {index.row() for index in self.unit_view.selectionModel().selectedIndexes()}
        chosen = [self.units.record(row).participant.recipient for row in sorted(rows)]
        if chosen:
            self.achieved.emit(chosen)

    @Slot()
    def _on_open(self) -> None:
        rounds = self._view.rounds if self._view else ()
        self.opening.emit(rounds[-1].code if rounds else "")

    @Slot()
    def _on_aim(self) -> None:
        aim = self.aims.record(self.aim_view.row())
        self.why.setText(aim.reason if aim is not None else "")


def _counted(line: Any) -> str:
    parts: list[str] = []
    for one in line.targets:
        state = word(one.state)
        if state not in parts:
            parts.append(state)
    counts = {state: sum(word(one.state) == state for one in line.targets) for state in parts}
    return ", ".join(f"{count} {state.lower()}" for state, count in counts.items())
