"""How a movement stands: every target with its state and the sentence that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khenthuong.domain.targets import TargetState
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

Index = QModelIndex | QPersistentModelIndex
LOOKS = {
    TargetState.EXCEEDED: ("dat", "good"),
    TargetState.MET: ("dat", "good"),
    TargetState.ON_TRACK: ("den_buoc_sau", "good"),
    TargetState.BEHIND: ("canh_bao", "warn"),
    TargetState.NOT_MET: ("khong_dat", "bad"),
    TargetState.NO_FIGURES: ("thieu", "soft"),
    TargetState.UNDECIDED: ("can_doi_chieu", "warn"),
}
"""Icon and ink of a state; the word stands beside it."""
STATE = 4


class TargetsTable(RecordsTable):
    """Targets; the state in words, shape and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            (
                ("Số", lambda line: getattr(line.target, "number", "")),
                ("Chỉ tiêu", lambda line: line.target.content),
                ("Kế hoạch", lambda line: line.wanted),
                ("Thực hiện", lambda line: line.figure_text),
                ("Tình trạng", lambda line: word(line.state)),
                ("Năm", lambda line: line.target.period),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The state carries its shape and colour."""
        line = self.record(index.row()) if index.isValid() else None
        if line is not None and index.column() == STATE:
            icon, ink = LOOKS[line.state]
            if role == Qt.ItemDataRole.DecorationRole:
                return theme.icon(icon, ink)
            if role == Qt.ItemDataRole.ForegroundRole:
                return theme.colour(ink)
        return super().data(index, role)


class StatePage(QWidget):
    """The targets and, below, why the chosen one stands as it does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = TargetsTable(self)
        self.view = RowsView(self.table, (-52, 9, 5, 4, -168, -92), "Tình hình chỉ tiêu")
        self.note = EmptyNote(
            self.view, "Chưa có chỉ tiêu. Ghi ở thẻ «Chỉ tiêu», hoặc dán kế hoạch từ Word."
        )
        self.why = label("", "", wrap=True)
        self.path = label("", "soft", wrap=True)
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.path)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.why)
        # Signals
        self.view.selectionModel().selectionChanged.connect(self._on_row)

    def show_view(self, view: Any) -> None:
        """Show a movement's targets and whom it answers."""
        self.table.show(view.targets)
        self.view.select(0 if view.targets else -1)
        self.path.setText(_path(view.path, view.answers))
        self.path.setVisible(bool(self.path.text()))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        line = self.table.record(self.view.row())
        self.why.setText(f"{word(line.state)}. {line.sentence}" if line is not None else "")


def _path(above: Sequence[Any], answers: Sequence[Any]) -> str:
    lines: list[str] = []
    if len(above) > 1:
        lines.append("Hưởng ứng: " + " → ".join(one.name for one in above[:-1]))
    if answers:
        lines.append("Được hưởng ứng bởi: " + "; ".join(one.name for one in answers))
    return "\n".join(lines)
