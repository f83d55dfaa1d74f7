"""Figures of a day, month or quarter: one grid with every target, and what proves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from khenthuong.domain.figures import read_figure
from khenthuong.domain.movement import Progress
from khenthuong.ui import messages, theme
from khenthuong.ui.models.grid_model import GridColumn, GridModel
from khenthuong.ui.screens.movements import movement_data as data
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.grid import GridView
from khenthuong.ui.widgets.labels import label

WHO, WHAT, WANTED, VALUE, NOTE, PROOF = range(6)
_WIDTHS = (124, 236, 150, 92, 110, 92)


def _figure(text: str) -> str:
    if text and read_figure(text) is None:
        raise ValueError("Chỉ nhận số viết như 31,1 hoặc 2.326.")
    return text


class FiguresPage(QWidget):
    """`recorded` (figures) and `proved` (figure, files) ask the owner to write."""

    recorded = Signal(object)
    proved = Signal(object, object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: Any = None
        self._shown: tuple[Progress, ...] = ()
        self._showing = False
        self.dirty = False
        self.day = DateEdit()
        self.model = GridModel(
            [
                GridColumn("Đơn vị", fixed=True),
                GridColumn("Chỉ tiêu", fixed=True),
                GridColumn("Kế hoạch", fixed=True),
                GridColumn("Thực hiện", _figure, numeric=True, tip="Số tính đến ngày ở trên."),
                GridColumn("Ghi chú"),
                GridColumn("Minh chứng", fixed=True),
            ],
            grows=False,
            parent=self,
        )
        self.view = GridView(self.model, "Số liệu của kỳ")
        self.ok = button("Lưu số liệu", "luu", primary=True)
        self.proof = button("Thêm minh chứng…", "ghim", tip="Cho dòng đang chọn")
        self.note = label("", "quiet", wrap=True)
        self.problem = label("", "problem", wrap=True)
        # Assemble
        self._assemble()
        # Signals
        self.day.edited.connect(self._on_day)
        self.model.edited.connect(self._on_edited)
        self.view.told.connect(self.problem.setText)
        self.ok.clicked.connect(self.save)
        self.proof.clicked.connect(self._on_proof)

    @property
    def shown_day(self) -> date | None:
        """The day the figures are of; None while it is not a whole date."""
        try:
            return date.fromisoformat(self.day.iso())
        except ValueError:
            return None

    def show_view(self, view: Any, today: date) -> None:
        """Show the figures of the day chosen, of today at first."""
        self._view = view
        if self.shown_day is None:
            self.day.set_iso(today.isoformat())
        self._fill()

    @Slot()
    def save(self) -> None:
        """Ask the owner to write what was typed."""
        if not self.dirty:
            return
        if self.model.faults:
            self._tell_faults()
            return
        values = [
            data.with_value(one, line[VALUE], line[NOTE])
            for one, line in zip(self._shown, self.model.rows(), strict=True)
        ]
        changed = [new for new, old in zip(values, self._shown, strict=True) if new != old]
        self.recorded.emit(changed)

    def _fill(self) -> None:
        day = self.shown_day
        self._shown = data.figure_rows(self._view, day) if day and self._view else ()
        taking = self._view.participants if self._view else ()
        names = {one.participant.recipient: one.name for one in taking}
        wanted = {_key(line.target): line.wanted for line in _lines(self._view)} if day else {}
        self._showing = True
        self.model.set_rows([_row(one, names, wanted) for one in self._shown])
        self._showing = False
        self.dirty = False
        self.ok.setEnabled(False)
        self.proof.setEnabled(bool(self._shown))
        self.problem.clear()
        self.note.setText(
            f"{len(self._shown)} chỉ tiêu. Ô trống là chưa có số; dán được cả cột từ Excel."
            if self._shown
            else "Ghi ngày, và ghi chỉ tiêu ở thẻ «Chỉ tiêu» hoặc «Đơn vị tham gia» trước."
        )

    @Slot()
    def _on_day(self) -> None:
        if not self.dirty:
            self._fill()

    @Slot()
    def _on_edited(self) -> None:
        if self._showing:
            return
        self.dirty = True
        self.ok.setEnabled(True)
        self.edited.emit()
        self._tell_faults()

    def _tell_faults(self) -> None:
        faults = self.model.faults
        self.problem.setText(f"Dòng {faults[0].row + 1}: {faults[0].words}" if faults else "")

    @Slot()
    def _on_proof(self) -> None:
        row = self.view.currentIndex().row()
        if not 0 <= row < len(self._shown):
            self.problem.setText("Chọn dòng có số cần minh chứng trước.")
            return
        one = self._shown[row]
        if not one.value or self.dirty:
            self.problem.setText("Ghi số và lưu trước, rồi thêm minh chứng.")
            return
        files = messages.open_files(self, "Chọn tệp minh chứng", messages.EVIDENCE)
        if files:
            self.proved.emit(one, list(files))

    def _assemble(self) -> None:
        words = label("Số liệu tính đến ngày", "subheading")
        words.setBuddy(self.day)
        self.day.setMaximumWidth(theme.px(190))
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, theme.px(width))
        top = QHBoxLayout()
        top.addWidget(words)
        top.addWidget(self.day)
        top.addWidget(self.note, 1)
        theme.hold(self.note, least_width=160)
        top.addWidget(self.proof)
        top.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.problem, 0, Qt.AlignmentFlag.AlignBottom)


def _lines(view: Any) -> Sequence[Any]:
    return [*view.targets, *(line for one in view.participants for line in one.targets)]


def _key(one: Any) -> tuple[str, str, str]:
    return getattr(one, "recipient", ""), one.content, one.period


def _row(
    one: Progress, names: dict[str, str], wanted: dict[tuple[str, str, str], str]
) -> list[str]:
    proof = f"{len(one.evidence)} tệp" if one.evidence else ""
    who = names.get(one.recipient, "") if one.recipient else "Chung"
    period = f" ({one.period})" if one.period else ""
    return [who, f"{one.content}{period}", wanted[_key(one)], one.value, one.note, proof]
