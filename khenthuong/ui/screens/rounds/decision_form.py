"""A decision entered once: number, day, who signed, and of each nomination whether it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from khenthuong import texts
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds import decision_data as data
from khenthuong.ui.screens.rounds.decision_data import DECISION, DecisionLine, DecisionView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import RowsView

_NOT_GIVEN = "-"
"""The choice «Không được tặng»: no award has that id."""


class DecisionForm(QFrame):
    """`saved` (sentence) when the books hold the decision, `closed` when it was given up."""

    saved = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, parent: Any = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: DecisionView | None = None
        self._lines: list[DecisionLine] = []
        self.form = FormView(DECISION.sections, desk, columns=5)
        self._title = label("", "heading", wrap=True)
        self.table = RecordsTable(
            (
                Heading("Tên", _name, _by_name),
                ("Đề nghị", _award),
                ("Kết quả", _outcome),
                ("Tiền thưởng (đồng)", _money),
            ),
            self,
        )
        self.view = RowsView(self.table, (5, 5, 8, -148), "Ai được tặng, ai không")
        self.given = QuietCombo()
        self.reason = QLineEdit()
        self._about = label("", "subheading", wrap=True)
        self._told = label("", "soft", wrap=True)
        self.left_out = label("", "soft", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.ok = button("Lưu quyết định", "luu", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi", tip="Esc")
        # Assemble
        self._assemble()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_turn)
        self.given.activated.connect(self._on_given)
        self.reason.editingFinished.connect(self._on_reason)
        self.reason.returnPressed.connect(self._on_next)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.closed)

    def show_decision(self, view: DecisionView) -> None:
        """Begin with a decision, new or entered before."""
        self._view = view
        self._lines = list(view.lines)
        authority = texts.label(view.authority)
        head = "Sửa quyết định" if view.place else "Nhập quyết định"
        self._title.setText(f"{head} của {authority}")
        self.form.set_values(view.values)
        self.given.fill(
            [("Không được tặng", _NOT_GIVEN), *((name, award) for name, award in view.awards)]
        )
        self.left_out.setText(
            f"{texts.show(view.left_out)} đề nghị còn thiếu hoặc chưa đạt, "
            "không có trong quyết định này."
        )
        self.left_out.setVisible(bool(view.left_out))
        self._tell("")
        self._show(None)
        self.form.focus("number" if not view.values.get("number") else "day")

    def typed(self) -> dict[str, object] | None:
        """What stands in the form and which decision it is about; None for nothing typed."""
        view = self._view
        if view is None or not (self.form.touched or tuple(self._lines) != view.lines):
            return None
        return {
            "authority": view.authority.value,
            "place": view.place,
            "form": plain_values(self.form.shown()),
            "lines": tuple(data.typed_line(line) for line in self._lines),
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Fill in what was typed once, over the decision shown; who is not in it any more is not.

        The money is worked out again when the decision is kept.
        """
        self.form.put_back(cast("Mapping[str, object]", typed["form"]))
        kept = data.typed_lines(typed["lines"])
        self._lines = [data.as_typed(line, kept.get(line.key)) for line in self._lines]
        self._show(None)

    @Slot()
    def save(self) -> None:
        """Check and write; what is missing is said beside its field."""
        view = self._view
        if view is None:
            return
        self._on_reason()
        values = self.form.shown()
        problems = DECISION.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.form.focus(next(iter(problems)))
            return
        for line in self._lines:
            if not line.granted and not line.reason.strip():
                self._tell(f"Chưa ghi vì sao {line.name} không được tặng.")
                self._select(line)
                self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ok.setEnabled(False)
        decision = DECISION.build(values)
        self._desk.run(
            data.save, view, decision, self._lines, done=self._on_saved, failed=self._on_failed
        )

    def _on_saved(self, found: Any) -> None:
        self.ok.setEnabled(True)
        said = f"Đã ghi quyết định: {found.granted} được tặng"
        if found.refused:
            said += f", {found.refused} không"
        if found.money:
            said += f"; tiền thưởng {texts.show(found.money)} đồng"
        self.saved.emit(f"{said}. Khen thưởng đã vào sổ; Ctrl+Z hoàn tác cả việc.")

    def _on_failed(self, error: Exception) -> None:
        self.ok.setEnabled(True)
        self._desk.on_failed(error)

    @property
    def _line(self) -> DecisionLine | None:
        """The line in front, however the list is sorted or filtered just now."""
        return self.table.record(self.view.row())

    def _show(self, line: DecisionLine | None) -> None:
        self.table.show(self._lines)
        self._select(line)
        self._on_row()

    def _select(self, line: DecisionLine | None) -> None:
        shown = [one.key for one in self.table.shown]
        self.view.select(shown.index(line.key) if line and line.key in shown else 0)

    @Slot()
    def _on_row(self) -> None:
        line = self._line
        self._about.setText(f"{line.name} – {line.award_name}" if line else "")
        if line is not None:
            chosen = line.given if line.granted else _NOT_GIVEN
            if self.given.index_of(chosen) < 0:
                self.given.addItem(line.given_name, chosen)
            self.given.choose(chosen)
            self.reason.setText(line.reason)
        self.reason.setEnabled(line is not None and not line.granted)
        self._told.setText(_summary(self._lines))

    @Slot()
    def _on_turn(self) -> None:
        """Enter: given, or not; a reason is asked for at once."""
        line = self._line
        if line is not None:
            self._give(_NOT_GIVEN if line.granted else line.award)

    @Slot()
    def _on_given(self) -> None:
        self._give(str(self.given.currentData()))

    def _give(self, award: str) -> None:
        line = self._line
        if line is None:
            return
        if award == _NOT_GIVEN:
            changed = replace(line, granted=False, given="", given_name="", money=None)
        else:
            name = self.given.itemText(self.given.index_of(award)) or line.award_name
            money = self._money_of(line, award)
            changed = replace(
                line, granted=True, given=award, given_name=name, reason="", money=money
            )
        self._change(changed)
        if not changed.granted:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _money_of(self, line: DecisionLine, award: str) -> int | None:
        """The bonus as read; for another award it is worked out when the decision is kept."""
        read = self._view.lines if self._view else ()
        return next((one.money for one in read if one.key == line.key and one.award == award), None)

    @Slot()
    def _on_reason(self) -> None:
        line = self._line
        if line is not None and not line.granted and line.reason != self.reason.text():
            self._change(replace(line, reason=self.reason.text()))

    @Slot()
    def _on_next(self) -> None:
        """Enter in the reason: back to the list, at the next one."""
        row = self.view.row()
        self._on_reason()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.select(min(row + 1, self.table.rowCount() - 1))

    def _change(self, line: DecisionLine) -> None:
        self._lines = [line if one.key == line.key else one for one in self._lines]
        self._tell("")
        self._show(line)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _assemble(self) -> None:
        self.reason.setPlaceholderText("Lý do không được tặng (không nhắc đến đơn thư)")
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.cancel)
        top.addWidget(self.ok)
        below = QGridLayout()
        for column, (words, widget) in enumerate((("Kết quả", self.given), ("Lý do", self.reason))):
            name = QLabel(words)
            name.setBuddy(widget)
            widget.setAccessibleName(words)
            below.addWidget(name, 1, column)
            below.addWidget(widget, 2, column)
            below.setColumnStretch(column, 1 + column)
        below.addWidget(self._about, 0, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.form)
        layout.addWidget(self._told)
        layout.addWidget(self.left_out)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)
        layout.addWidget(self.problem)
        self.problem.hide()


def _summary(lines: Sequence[DecisionLine]) -> str:
    granted = [line for line in lines if line.granted]
    said = f"{len(granted)} được tặng, {len(lines) - len(granted)} không"
    money = sum(line.money or 0 for line in granted)
    if money:
        said += f" · tiền thưởng {texts.show(money)} đồng"
    return f"{said}. Enter trên một dòng: đổi được tặng hay không."


def _name(line: DecisionLine) -> str:
    return line.name


def _by_name(line: DecisionLine) -> bytes:
    return name_order(line.name, line.kind)


def _award(line: DecisionLine) -> str:
    return line.award_name


def _outcome(line: DecisionLine) -> str:
    if not line.granted:
        return f"Không được tặng: {line.reason}" if line.reason else "Không được tặng (ghi lý do)"
    other = line.given != line.award
    return f"Được tặng {line.given_name}" if other else "Được tặng"


def _money(line: DecisionLine) -> int | None:
    return line.money
