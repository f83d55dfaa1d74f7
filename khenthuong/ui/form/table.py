"""A small grid for a form's table: type in it, add and remove rows, paste from Excel."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.register import PartialDate
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.ui import theme
from khenthuong.ui.models.grid_model import GridColumn, GridModel
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import read_date, show_date
from khenthuong.ui.widgets.grid import GridView
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.pane import Pane

_SHOWN_ROWS = 5
_GROUPED = re.compile(r"-?\d{1,3}(?:[. ]\d{3})+")
_WHOLE = re.compile(r"-?\d+")
_HINT = "Gõ vào dòng cuối để thêm dòng. Tab sang ô bên, Enter xuống dưới, Ctrl+Tab ra khỏi bảng."


class CellsModel(GridModel):
    """The grid of a form's table: a column for each of its fields, as many rows as wanted."""

    def __init__(self, columns: Sequence[FieldDef], parent: QWidget | None = None) -> None:
        super().__init__([grid_column(column) for column in columns], grows=True, parent=parent)


class TableEdit(Pane):
    """The grid with its two buttons; Ctrl+V takes what Excel put on the clipboard."""

    edited = Signal()

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.model = CellsModel(field.columns, self)
        self.view = GridView(self.model, field.label)
        self._remove = button("Bỏ dòng", "xoa", tip="Bỏ những dòng đang chọn (Ctrl+Del)")
        self._paste = button("Dán từ Excel", "so_mau", tip="Dán các ô đã chép từ Excel (Ctrl+V)")
        self.hint = label(_HINT, "quiet", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self._told = ""
        # Assemble
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        theme.hold(self.view, fixed_height=(_SHOWN_ROWS + 1) * theme.ROW_HEIGHT + 10)
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(self._paste)
        below.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.view)
        layout.addWidget(self.problem)
        layout.addLayout(below)
        self.setFocusProxy(self.view)
        self.problem.hide()
        # Signals
        self.model.edited.connect(self._on_edited)
        self.model.modelReset.connect(self._show_faults)
        self.view.told.connect(self._on_told)
        self._remove.clicked.connect(self.view.remove_rows)
        self._paste.clicked.connect(self.view.paste)

    def rows(self) -> tuple[Mapping[str, str], ...]:
        """The rows as mappings by column key, dates as ISO, whole numbers as digits."""
        return tuple(
            MappingProxyType(
                {
                    column.key: _stored(column, text)
                    for column, text in zip(self._field.columns, line, strict=True)
                }
            )
            for line in self.model.rows()
        )

    def set_rows(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Show rows; unknown keys are left out."""
        self.model.set_rows(
            [
                [_shown(column, str(row.get(column.key) or "")) for column in self._field.columns]
                for row in rows
            ]
        )

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self._told = words
        self._show_faults()

    @Slot()
    def _on_edited(self) -> None:
        self._told = ""
        self._show_faults()
        self.edited.emit()

    @Slot()
    def _show_faults(self) -> None:
        faults = self.model.faults
        lines = [
            f"Dòng {one.row + 1}, «{self.model.columns[one.column].title}»: {one.words}"
            for one in faults[:3]
        ]
        if len(faults) > len(lines):
            lines.append(f"… và {len(faults) - len(lines)} ô khác.")
        if self._told:
            lines.append(self._told)
        self.problem.setText("\n".join(lines))
        self.problem.setVisible(bool(lines))


def grid_column(field: FieldDef) -> GridColumn:
    """A field as a column of a grid."""
    numeric = field.type in ("integer", "year")
    return GridColumn(field.label, _reader(field), field.choices, numeric, tip=field.help)


def _reader(field: FieldDef) -> Callable[[str], str]:
    if field.choices:
        return _choice_of(field.choices)
    return _READERS.get(field.type, str)


def _choice_of(choices: Sequence[str]) -> Callable[[str], str]:
    known = {fold(choice): choice for choice in choices}

    def read(text: str) -> str:
        if fold(text) not in known:
            raise ValueError(f"«{text}» không có trong danh sách: {'; '.join(choices)}.")
        return known[fold(text)]

    return read


def _whole(text: str) -> str:
    if not _GROUPED.fullmatch(text) and not _WHOLE.fullmatch(text):
        raise ValueError(f"«{text}» không phải số nguyên.")
    return text


def _day(text: str) -> str:
    try:
        found = read_date(text)
    except ValueError:
        found = None
    if found is None or not found.day:
        raise ValueError(f"«{text}» không phải ngày; hãy gõ như 09/03/2025.")
    return show_date(found)


def _year(text: str) -> str:
    try:
        return str(Year.parse(text))
    except ValueError:
        raise ValueError(f"«{text}» không phải năm; hãy gõ như 2025 hoặc 2025-2026.") from None


_READERS: dict[str, Callable[[str], str]] = {"integer": _whole, "date": _day, "year": _year}


def _stored(field: FieldDef, text: str) -> str:
    """As answers keep it; what cannot be read stays as typed, and the form's check names it."""
    if field.type == "integer" and _GROUPED.fullmatch(text):
        return text.replace(".", "").replace(" ", "")
    if field.type == "date" and text:
        try:
            found = read_date(text)
        except ValueError:
            return text
        return found.iso if found is not None else ""
    return text


def _shown(field: FieldDef, text: str) -> str:
    if field.type != "date" or not text:
        return text
    try:
        return show_date(PartialDate.from_iso(text))
    except ValueError:
        return text
