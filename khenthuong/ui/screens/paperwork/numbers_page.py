"""Tab Sổ số: numbers of outgoing papers of a year, what became of each, and the gaps."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from khenthuong.domain.numbering import NumberState
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import UserError
from khenthuong.texts import label as word
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.paperwork import numbers_data as data
from khenthuong.ui.screens.rulebook.rulebook_forms import SmallForm
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_EXCEL = "Sổ Excel (*.xlsx)"
_STATES = (NumberState.ELSEWHERE, NumberState.CANCELLED, NumberState.RESERVED)
_REASONS = {
    NumberState.ELSEWHERE: "ví dụ: văn thư cấp cho lĩnh vực đất đai",
    NumberState.CANCELLED: "ví dụ: hoãn họp, hủy giấy mời",
    NumberState.RESERVED: "ví dụ: giữ cho Tờ trình quý IV",
}
_SHOWN_WARNINGS = 3


class AsideForm(SmallForm):
    """Which numbers, what became of them and why; `given` (series, first, last, state, reason)."""

    given = Signal(str, int, int, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ghi vào sổ số", parent)
        self.series = QuietCombo()
        self.first = QLineEdit()
        self.last = QLineEdit()
        self.state = QuietCombo()
        self.reason = QLineEdit()
        # Assemble
        self.series.setEditable(True)
        self.state.fill([(word(one), one) for one in _STATES])
        self.place("Ký hiệu", self.series, 0, 0)
        self.place("Từ số", self.first, 0, 1)
        self.place("Đến số", self.last, 0, 2)
        self.place("Tình trạng", self.state, 0, 3)
        self.place("Lý do", self.reason, 1, 0, 4)
        for column, stretch in enumerate((3, 1, 1, 2)):
            self.grid.setColumnStretch(column, stretch)
        self.last.setPlaceholderText("một số thì bỏ trống")
        self.foot()
        # Signals
        self.state.currentIndexChanged.connect(self._on_state)
        self._on_state()

    def show_span(self, series: str, first: str, last: str) -> None:
        """Fill in which numbers it is about."""
        if series:
            self.series.setEditText(series)
        self.first.setText(first)
        self.last.setText(last if last != first else "")
        self.tell("")

    @Slot()
    def give(self) -> None:
        """A span and a reason must be there."""
        span, reason = self._span(), clean(self.reason.text())
        if span is None:
            return
        if not reason:
            self.tell("Hãy ghi lý do.", self.reason)
            return
        self.tell("")
        state = NumberState(self.state.currentData())
        self.given.emit(self.series.currentText(), *span, state, reason)

    def _span(self) -> tuple[int, int] | None:
        typed = [clean(one.text()) for one in (self.first, self.last)]
        if not re.fullmatch(r"\d{1,6}", typed[0]):
            self.tell("Hãy ghi số, ví dụ 12.", self.first)
            return None
        if typed[1] and not re.fullmatch(r"\d{1,6}", typed[1]):
            self.tell("Hãy ghi số, ví dụ 15, hoặc bỏ trống.", self.last)
            return None
        return int(typed[0]), int(typed[1] or typed[0])

    @Slot()
    def _on_state(self) -> None:
        self.reason.setPlaceholderText(_REASONS[NumberState(self.state.currentData())])


class NumbersPage(QWidget):
    """The register in a table, warnings above, numbers set aside in a form below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register: Any = None
        self.year = QuietCombo()
        self.aside = toggle("Giữ, hủy, giải thích số…", "sua")
        self.free = button("Bỏ dòng", "xoa")
        self.export = button("Xuất Excel…", "luu")
        self.warnings = label("", wrap=True)
        self.table = RecordsTable(
            (
                ("Số, ký hiệu", lambda line: line.shown),
                ("Ngày", lambda line: line.day),
                ("Tên loại và trích yếu", lambda line: line.title),
                ("Tình trạng", lambda line: line.state),
                ("Ghi chú", lambda line: line.note),
            ),
            self,
        )
        self.view = RowsView(self.table, (-150, -100, 5, -140, 3), "Sổ số văn bản đi")
        self.form = AsideForm()
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(mirror(self.free, self.aside, self.export))
        self.year.activated.connect(self.refresh)
        self.aside.toggled.connect(self._on_aside)
        self.free.clicked.connect(self._on_free)
        self.export.clicked.connect(self._on_export)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self.begin_aside)
        self.form.given.connect(self._on_given)
        self.form.cancelled.connect(self.stop)

    @Slot()
    def refresh(self) -> None:
        """Read the register again."""
        year = self.year.currentData()
        self._desk.run(data.read_register, year, done=self._on_register, key="numbers")

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.aside.isChecked()

    @Slot()
    def begin_aside(self) -> None:
        """Say what became of the numbers chosen."""
        self.aside.setChecked(True)

    @Slot()
    def stop(self) -> None:
        """Close the form."""
        if self.aside.isChecked():
            self.aside.setChecked(False)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """What Ctrl+S does."""
        if self.editing:
            self.form.give()

    def _on_register(self, register: Any) -> None:
        self._register = register
        row = max(0, self.view.row())
        self.year.fill([(str(year), year) for year in register.years])
        self.year.choose(register.year)
        typed = self.form.series.currentText()
        self.form.series.fill([(one, one) for one in register.series])
        if typed:
            self.form.series.setEditText(typed)
        self.table.show(register.lines)
        self.view.select(min(row, len(register.lines) - 1))
        self.export.setEnabled(bool(register.lines))
        self._tell(register.warnings)
        self._on_row()

    def _tell(self, warnings: tuple[str, ...]) -> None:
        shown = [f"Lưu ý: {one}" for one in warnings[:_SHOWN_WARNINGS]]
        if len(warnings) > _SHOWN_WARNINGS:
            shown.append(f"Còn {len(warnings) - _SHOWN_WARNINGS} lưu ý khác trong bảng.")
        self.warnings.setText("\n".join(shown))
        self.warnings.setVisible(bool(shown))

    @Slot()
    def _on_row(self) -> None:
        line = self.table.record(self.view.row())
        entry = line.entry if line else None
        self.free.setEnabled(entry is not None and entry.state is not NumberState.USED)
        if self.editing:
            self._show_span()

    @Slot(bool)
    def _on_aside(self, down: bool) -> None:
        self.form.setVisible(down)
        if down:
            self._show_span()
            self.form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_span(self) -> None:
        line = self.table.record(self.view.row())
        if line is None:
            return
        if line.gap is not None:
            self.form.show_span(line.gap.series, str(line.gap.first), str(line.gap.last))
        elif line.entry.state is NumberState.USED:
            self.form.show_span(line.entry.series, "", "")
        else:
            number = str(line.entry.number)
            self.form.show_span(line.entry.series, number, number)

    @Slot(str, int, int, object, str)
    def _on_given(
        self, series: str, first: int, last: int, state: NumberState, reason: str
    ) -> None:
        if self._register is not None:
            self._desk.run(
                data.set_aside,
                self._register.year,
                series,
                first,
                last,
                state,
                reason,
                done=self._on_set,
                failed=self._on_refused,
            )

    def _on_set(self, count: int) -> None:
        self._desk.say(f"Đã ghi {count} số vào sổ số.")
        self.form.reason.clear()
        self.stop()
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.form.tell(messages.sentence(error), self.form.first)
        else:
            self._desk.on_failed(error)

    @Slot()
    def _on_free(self) -> None:
        line = self.table.record(self.view.row())
        if line is not None and line.entry is not None:
            self._desk.run(data.free, line.entry, done=self._on_freed)

    def _on_freed(self, _: object) -> None:
        self._desk.say("Đã bỏ dòng khỏi sổ số.")
        self.refresh()

    @Slot()
    def _on_export(self) -> None:
        if self._register is None:
            return
        name = f"so-van-ban-di-{self._register.year}.xlsx"
        proposed = messages.documents(self._desk.root) / name
        path = messages.save_file(self, "Xuất sổ đăng ký văn bản đi", proposed, _EXCEL)
        if path is not None:
            self._desk.run(data.export, self._register.year, path, done=self._on_exported)

    def _on_exported(self, found: tuple[int, Path]) -> None:
        count, path = found
        self._desk.say(f"Đã ghi {count} dòng vào {path}.")

    def _assemble(self) -> None:
        self.year.setAccessibleName("Năm")
        theme.tint(self.warnings, "warn")
        EmptyNote(
            self.view,
            "Năm này chưa có số nào. Ghi số ở thẻ «Đã lập», hoặc ở bước hồ sơ của «Đợt xét».",
        )
        tools = QHBoxLayout()
        tools.addWidget(label("Năm", "soft"))
        tools.addWidget(self.year)
        tools.addStretch(1)
        for one in (self.aside, self.free, self.export):
            tools.addWidget(one)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 0, 0)
        box.addLayout(tools)
        box.addWidget(self.warnings)
        box.addWidget(self.view, 1)
        box.addWidget(self.form)
        self.form.hide()
        self.warnings.hide()
