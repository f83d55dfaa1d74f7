"""«Nhập theo năm»: awards of a unit's people by year, or their ratings of one year, as a grid."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RatingLevel
from khenthuong.domain.years import Year
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.grid_model import Change, GridColumn, GridModel
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import read_date, show_date
from khenthuong.ui.widgets.grid import GridView
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote

if TYPE_CHECKING:
    from khenthuong.services.year_grids import AwardWords, RatingRow, YearGrid

_YEARS = 10
_BACK = 15
_AWARDS, _RATINGS = range(2)
_CHOSEN = "*"
_NAME_WIDTH, _LEAST = 220, 84
_LEVEL, _POINTS, _NUMBER, _DAY = range(4)
# One or two places behind the comma: «1.000» might mean a thousand, and is asked about.
_DECIMAL = re.compile(r"\d+(?:[.,]\d{1,2})?")
_LEVELS = "; ".join(f"{one.value}: {word(one)}" for one in RatingLevel)
_HINT = {
    _AWARDS: "Gõ tên hoặc chữ viết tắt (LĐTT, CSTĐCS, GK…), nhiều lần khen cách nhau bằng dấu «;». "
    "Ô bỏ trống là bỏ lần khen đó. Số và ngày quyết định ghi ở thẻ «Khen thưởng» của từng người.",
    _RATINGS: f"Mức gõ bằng chữ viết tắt hay cả tên ({_LEVELS}).",
}
_UNSAVED = "Còn ô chưa lưu: bấm «Lưu» (Ctrl+S) hoặc «Bỏ thay đổi» (Esc) trước."


class YearSheet(QWidget):
    """The page. `closed` when the clerk goes back, `written` when the books changed."""

    closed = Signal()
    written = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dirty = False
        self._awards: YearGrid | None = None
        self._ratings: tuple[RatingRow, ...] = ()
        self._year = Year(2000)
        self._chosen: tuple[str, ...] = ()
        self._codes: list[str] = []
        self._read: list[list[str]] = []
        self._typed: Mapping[str, Any] | None = None
        self.sorts = QTabBar()
        self.unit, self.year = QuietCombo(), QuietCombo()
        self._year_words = QLabel()
        self.grid = GridModel((), grows=False, parent=self)
        self.view = GridView(self.grid, "Nhập theo năm")
        self._note = EmptyNote(self.view, "Tập thể này chưa có ai trong sổ.")
        self.hint = label("", "soft", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.unknown = QCheckBox("Ghi cả tên ngoài danh mục, nguyên văn như đã gõ")
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo_all = button("Bỏ thay đổi", tip="Esc")
        self.back = button("Về danh sách", tip="Esc")
        # Assemble
        self._assemble()
        # Signals
        self.sorts.currentChanged.connect(self._on_asked)
        self.unit.activated.connect(self._on_unit)
        self.year.activated.connect(self._on_asked)
        self.grid.edited.connect(self._on_edited)
        self.view.told.connect(self._on_told)
        self.unknown.toggled.connect(self._show_faults)
        self.save_button.clicked.connect(self.save)
        self.undo_all.clicked.connect(self.load)
        self.back.clicked.connect(self.leave)

    @property
    def dirty(self) -> bool:
        """Whether a cell was changed and not saved."""
        return self._dirty

    def begin(self, unit: str, codes: Sequence[str] = ()) -> None:
        """Show the sheet of a unit ("" = the units themselves), or of these recipients."""
        self._chosen = tuple(codes)
        self._desk.run(_units, _CHOSEN if codes else unit, unit, done=self._on_units)

    def typed(self) -> dict[str, object] | None:
        """Which cells were changed, on which sheet; None for nothing typed."""
        if not self._dirty:
            return None
        titles = [column.title for column in self.grid.columns]
        cells = {
            code: {
                title: cell
                for title, cell, known in zip(titles, row, old, strict=True)
                if cell != known
            }
            for code, row, old in zip(self._codes, self.grid.rows(), self._read, strict=True)
            if row != old
        }
        unit, year = self._held_place
        return {
            "sort": self.sorts.currentIndex(),
            "unit": unit,
            "year": str(year),
            "codes": self._chosen,
            "cells": cells,
        }

    def put_back(self, typed: Mapping[str, Any]) -> None:
        """Open the sheet as it was, then fill in the cells that were changed."""
        self._typed = typed
        unit = str(typed["unit"])
        self.begin("" if unit == _CHOSEN else unit, tuple(typed["codes"]))

    @Slot()
    def load(self) -> None:
        """Read the books again; what was typed is given up."""
        unit = str(self.unit.currentData() or "")
        place = (unit, self.year.currentData(), self._chosen if unit == _CHOSEN else ())
        if self.sorts.currentIndex() == _AWARDS:
            self._desk.run(_award_grid, *place, done=self._on_awards, key="years.read")
        else:
            self._desk.run(_rating_rows, *place, done=self._on_ratings, key="years.read")

    @Slot()
    def save(self) -> None:
        """Write every changed cell in one operation."""
        if not self._dirty or not self._may_save():
            return
        if self._awards is not None:
            cells = {
                (code, year): self.grid.cell(row, column)
                for row, (code, _, _) in enumerate(self._awards.people)
                for column, year in enumerate(self._awards.years)
            }
            keep = self.unknown.isChecked()
            self._desk.run(_save_awards, self._awards, cells, keep, done=self._on_saved)
        else:
            unit = str(self.unit.currentData() or "").replace(_CHOSEN, "")
            wanted = [(row, self.grid.rows()[n]) for n, row in enumerate(self._ratings)]
            self._desk.run(_save_ratings, unit, self._year, wanted, done=self._on_saved)

    @Slot()
    def leave(self) -> None:
        """Back to the list, unless something would be lost."""
        if self._dirty:
            self._desk.say(_UNSAVED, "warn")
        else:
            self.closed.emit()

    def escape(self) -> None:
        """Give up what was typed; once more: back to the list."""
        if self._dirty:
            self.load()
        else:
            self.closed.emit()

    # What came from the books

    def _on_units(self, found: tuple[str, Any, Year]) -> None:
        unit, units, year = found
        chosen = [(f"{len(self._chosen)} đối tượng đang chọn", _CHOSEN)] if self._chosen else []
        every = [("Các tập thể (danh hiệu tập thể)", "")]
        self.unit.fill([*chosen, *every, *((name, code) for code, name in units)])
        self.unit.choose(unit)
        self._offer_years(year)
        if self._typed is not None:
            self.unit.choose(self._typed["unit"])
            self.year.choose(Year.parse(str(self._typed["year"])))
            self.sorts.blockSignals(True)
            self.sorts.setCurrentIndex(int(self._typed["sort"]))
            self.sorts.blockSignals(False)
        self.load()

    def _offer_years(self, year: Year) -> None:
        self.year.fill([(str(one), one) for one in (year.back(back) for back in range(_BACK))])
        self.year.setCurrentIndex(0)

    def _on_awards(self, found: YearGrid) -> None:
        self._awards, self._ratings = found, ()
        read = _award_reader(found.words)
        columns = [GridColumn(str(year), read) for year in found.years]
        rows = [[found.cell(code, year) for year in found.years] for code, _, _ in found.people]
        self._codes = [code for code, _, _ in found.people]
        self._show(columns, rows, [name for _, name, _ in found.people])

    def _on_ratings(self, found: tuple[Year, tuple[RatingRow, ...]]) -> None:
        self._awards = None
        self._year, self._ratings = found
        rows = [_rating_cells(row) for row in self._ratings]
        self._codes = [row.code for row in self._ratings]
        self._show(_RATING_COLUMNS, rows, [row.name for row in self._ratings])

    def _show(self, columns: Any, rows: list[list[str]], titles: list[str]) -> None:
        self.grid.show_grid(columns, rows, titles)
        self._read = self.grid.rows()
        self.unknown.setChecked(False)
        self._mark(False)
        self._year_words.setText("Đến năm" if self.sorts.currentIndex() == _AWARDS else "Năm")
        self.hint.setText(_HINT[self.sorts.currentIndex()])
        self.unknown.setVisible(self.sorts.currentIndex() == _AWARDS)
        self._show_faults()
        self._set_widths()
        if rows:
            self.view.setCurrentIndex(self.grid.index(0, 0))
        self._fill_typed()

    def _fill_typed(self) -> None:
        typed, self._typed = self._typed, None
        if typed is None:
            return
        titles = [column.title for column in self.grid.columns]
        self.grid.write(
            [
                Change(self._codes.index(code), titles.index(title), str(text))
                for code, cells in typed["cells"].items()
                for title, text in cells.items()
                if code in self._codes and title in titles
            ]
        )

    def _set_widths(self) -> None:
        count = max(1, self.grid.columnCount())
        free = self.view.viewport().width()
        for column in range(self.grid.columnCount()):
            self.view.setColumnWidth(column, max(_LEAST, free // count))

    def _on_saved(self, count: int) -> None:
        self._mark(False)
        self._desk.tell(f"Đã lưu {count} thay đổi.")
        self.written.emit()
        self.load()

    # What the clerk does

    @Slot()
    def _on_unit(self) -> None:
        if self._held():
            return
        unit = str(self.unit.currentData() or "")
        self._desk.run(_units, unit, unit, done=self._on_units)

    @Slot()
    def _on_asked(self) -> None:
        if self._held():
            return
        self.load()

    def _held(self) -> bool:
        if self._dirty:
            self._desk.say(_UNSAVED, "warn")
            self._choose_back()
        return self._dirty

    def _choose_back(self) -> None:
        """Unit, year and tab show again what the grid holds."""
        self.sorts.blockSignals(True)
        self.sorts.setCurrentIndex(_AWARDS if self._awards is not None else _RATINGS)
        self.sorts.blockSignals(False)
        unit, year = self._held_place
        self.unit.choose(unit)
        self.year.choose(year)

    @Slot()
    def _on_edited(self) -> None:
        self._mark(True)
        self._show_faults()

    @Slot(str)
    def _on_told(self, words: str) -> None:
        if words:
            self._desk.say(words, "warn")

    @Slot()
    def _show_faults(self) -> None:
        rows = self.grid.titles
        lines = [
            f"{rows[one.row]}, {self.grid.columns[one.column].title}: {one.words}"
            for one in self.grid.faults[:3]
        ]
        lines += [words for words in (self._undecided(),) if words]
        if len(self.grid.faults) > 3:
            lines.append(f"… và {len(self.grid.faults) - 3} ô khác.")
        self.problem.setText("\n".join(lines))
        self.problem.setVisible(bool(lines))

    def _may_save(self) -> bool:
        """Whether nothing stands in the way; the keyboard goes to the first cell that does."""
        self._show_faults()
        faults = () if self._awards is not None and self.unknown.isChecked() else self.grid.faults
        if faults:
            self.view.setCurrentIndex(self.grid.index(faults[0].row, faults[0].column))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return not faults and not self._undecided()

    def _undecided(self) -> str:
        """A decision beside neither level nor points says nothing."""
        if self._awards is not None:
            return ""
        for name, cells in zip(self.grid.titles, self.grid.rows(), strict=True):
            if any(cells) and not cells[_LEVEL] and not cells[_POINTS]:
                return f"{name}: có quyết định nhưng chưa có mức xếp loại hay điểm."
        return ""

    def _mark(self, dirty: bool) -> None:
        self._dirty = dirty
        if not dirty:
            self._held_place = (str(self.unit.currentData() or ""), self.year.currentData())
        self.save_button.setEnabled(dirty)
        self.undo_all.setEnabled(dirty)

    def _assemble(self) -> None:
        self._held_place: tuple[str, Any] = ("", None)
        for name in ("Khen thưởng theo năm", "Xếp loại một năm"):
            self.sorts.addTab(name)
        self.sorts.setExpanding(False)
        self.sorts.setDrawBase(False)
        beside = self.view.verticalHeader()
        beside.setFixedWidth(_NAME_WIDTH)
        beside.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.view.verticalHeader().setDefaultSectionSize(theme.row_height())
        top = QHBoxLayout()
        top.addWidget(self.sorts)
        top.addStretch()
        for words, name, combo in (
            (QLabel(), "Tập thể", self.unit),
            (self._year_words, "Năm", self.year),
        ):
            words.setText(name)
            words.setBuddy(combo)
            combo.setAccessibleName(name)
            top.addWidget(words)
            top.addWidget(combo)
        self.unit.setMinimumContentsLength(40)
        below = QHBoxLayout()
        below.addWidget(self.save_button)
        below.addWidget(self.undo_all)
        below.addWidget(self.unknown)
        below.addStretch()
        below.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.hint)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.problem)
        layout.addLayout(below)
        self.problem.hide()


def _award_reader(words: AwardWords) -> Callable[[str], str]:
    def read(text: str) -> str:
        shown, unknown = words.read(text)
        if unknown:
            raise ValueError(f"danh mục không có «{'», «'.join(unknown)}».")
        return shown

    return read


def _level(text: str) -> str:
    from khenthuong.services import year_grids

    try:
        return year_grids.read_level(text).value
    except ValueError:
        raise ValueError(f"«{text}» không phải mức xếp loại ({_LEVELS}).") from None


def _points(text: str) -> str:
    if not _DECIMAL.fullmatch(text):
        raise ValueError(f"«{text}» không phải điểm; hãy gõ như 95,5.")
    return _written(_decimal(text))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _written(points: Decimal) -> str:
    return str(points).replace(".", ",")


def _day(text: str) -> str:
    try:
        found = read_date(text)
    except ValueError:
        found = None
    if found is None or not found.day:
        raise ValueError(f"«{text}» không phải ngày; hãy gõ như 09/03/2025.")
    return show_date(found)


_RATING_COLUMNS = (
    GridColumn("Mức xếp loại", _level, tip=_LEVELS),
    GridColumn("Điểm", _points, numeric=True),
    GridColumn("Số quyết định"),
    GridColumn("Ngày quyết định", _day),
)


def _rating_cells(row: RatingRow) -> list[str]:
    rating = row.rating
    if rating is None:
        return ["", "", "", ""]
    return [
        rating.level.value if rating.level else "",
        _written(rating.points) if rating.points is not None else "",
        rating.decision_number,
        show_date(rating.decision_date),
    ]


def _units(ws: Any, shown: str, unit: str) -> tuple[str, Any, Year]:
    from khenthuong.services import year_grids

    return shown, year_grids.units(ws), year_grids.year_of(ws, unit)


def _award_grid(ws: Any, unit: str, year: Year, codes: Sequence[str]) -> YearGrid:
    from khenthuong.services import year_grids

    return year_grids.award_grid(ws, "" if codes else unit, year, _YEARS, codes)


def _rating_rows(
    ws: Any, unit: str, year: Year, codes: Sequence[str]
) -> tuple[Year, tuple[RatingRow, ...]]:
    from khenthuong.services import year_grids

    return year, year_grids.rating_rows(ws, unit, year, codes)


def _save_awards(ws: Any, grid: YearGrid, cells: dict[Any, str], keep_unknown: bool) -> int:
    from khenthuong.services import year_grids

    return year_grids.save_awards(ws, grid, cells, keep_unknown=keep_unknown)


def _save_ratings(ws: Any, unit: str, year: Year, wanted: list[tuple[RatingRow, list[str]]]) -> int:
    from khenthuong.services import year_grids

    found = []
    for row, (level, points, number, day) in wanted:
        decided = date.fromisoformat(read.iso) if (read := read_date(day)) else None
        rating = year_grids.rating_of(
            row,
            year,
            year_grids.read_level(level) if level else None,
            _decimal(points) if points else None,
            (number, decided),
        )
        found.append((row, rating))
    return year_grids.save_ratings(ws, unit, year, found)
