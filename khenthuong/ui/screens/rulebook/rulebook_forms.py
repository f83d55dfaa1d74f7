"""The small forms of the rulebook screen: confirm, withdraw, fill in a value of the province."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.vietnamese import clean
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import label

WRONG_DAY = "Ngày chưa đúng; hãy gõ như 09/03/2026."


def read_day(edit: DateEdit) -> date | None:
    """The day typed; None for nothing; raises ValueError for what is no full date."""
    text = edit.iso()
    return date.fromisoformat(text) if text else None


class SmallForm(QFrame):
    """Named lines, a problem under them, and buttons; Enter gives, Esc cancels."""

    cancelled = Signal()

    def __init__(self, give: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ok = button(give, "luu", primary=True)
        self.cancel = button("Thôi")
        self.problem = label("", "problem", wrap=True)
        self.grid = QGridLayout()
        self._outer = QVBoxLayout(self)
        # Assemble
        self.setObjectName("card")
        self._outer.setContentsMargins(12, 8, 12, 8)
        self._outer.setSpacing(4)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(4)
        self._outer.addLayout(self.grid)
        self._outer.addWidget(self.problem)
        self.problem.hide()
        # Signals
        self.ok.clicked.connect(self.give)
        self.cancel.clicked.connect(self.cancelled)

    def place(self, name: str, field: QWidget, row: int, column: int, span: int = 1) -> None:
        """Put a field under its name."""
        title = QLabel(name)
        title.setBuddy(field)
        field.setAccessibleName(name)
        self.grid.addWidget(title, row * 2, column, 1, span)
        self.grid.addWidget(field, row * 2 + 1, column, 1, span)

    def foot(self, others: Sequence[QWidget] = ()) -> None:
        """Put the buttons below everything."""
        line = QHBoxLayout()
        line.addStretch()
        for widget in (*others, self.cancel, self.ok):
            line.addWidget(widget)
        self._outer.addLayout(line)

    def tell(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong, and go there."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives, Esc cancels."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def give(self) -> None:
        """Check what was typed and hand it on."""


class ConfirmForm(SmallForm):
    """By what document and by whom a criterion was compared; `given` (by, number, day)."""

    given = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Xác nhận đã đối chiếu", parent)
        self.number = QLineEdit()
        self.day = DateEdit()
        self.by = QLineEdit()
        # Assemble
        self.number.setPlaceholderText("ví dụ 15/2026/QĐ-UBND")
        self.place("Số văn bản đã đối chiếu", self.number, 0, 0)
        self.place("Ngày văn bản", self.day, 0, 1)
        self.place("Người đối chiếu (họ tên, chức vụ)", self.by, 1, 0, 2)
        self.grid.setColumnStretch(0, 3)
        self.grid.setColumnStretch(1, 2)
        self.foot()

    def begin(self) -> None:
        """Ready to type; document and name stay for the next criterion."""
        self.tell("")
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    @Slot()
    def give(self) -> None:
        """Everything must be there."""
        try:
            day = read_day(self.day)
        except ValueError:
            self.tell(WRONG_DAY, self.day)
            return
        number, by = clean(self.number.text()), clean(self.by.text())
        if not number:
            self.tell("Hãy ghi số văn bản đã đối chiếu.", self.number)
        elif day is None:
            self.tell("Hãy ghi ngày của văn bản.", self.day)
        elif not by:
            self.tell("Hãy ghi họ tên, chức vụ người đối chiếu.", self.by)
        else:
            self.tell("")
            self.given.emit(by, number, day)


class WithdrawForm(SmallForm):
    """Why a confirmation is taken back; `given` (reason)."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Rút xác nhận", parent)
        self.reason = QLineEdit()
        # Assemble
        self.place("Lý do rút (giữ trong lịch sử)", self.reason, 0, 0)
        self.foot()

    def begin(self) -> None:
        """Ready to type."""
        self.tell("")
        self.reason.clear()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def give(self) -> None:
        """A reason is needed."""
        reason = clean(self.reason.text())
        if not reason:
            self.tell("Hãy ghi lý do.", self.reason)
        else:
            self.given.emit(reason)


class ValueForm(SmallForm):
    """A value of the province; `given` (fields as `rulebook_data.fill_value` takes them)."""

    given = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lưu mức", parent)
        self._id = ""
        self.title = label("", "subheading", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.number = QLineEdit()
        self.document = QLineEdit()
        self.document_date = DateEdit()
        self.issuer = QLineEdit()
        self.start = DateEdit()
        self.end = DateEdit()
        self.by = QLineEdit()
        self.remove = button("Bỏ mức này", "xoa")
        self._number_name = QLabel()
        # Assemble
        self._outer.insertWidget(0, self.title)
        self._outer.insertWidget(1, self.about)
        self.document.setPlaceholderText("ví dụ 15/2026/QĐ-UBND")
        self.place("Mức", self.number, 0, 0)
        self.place("Từ ngày nhận hồ sơ", self.start, 0, 1)
        self.place("Đến ngày (để trống: chưa định)", self.end, 0, 2)
        self.place("Số văn bản của tỉnh", self.document, 1, 0)
        self.place("Ngày văn bản", self.document_date, 1, 1)
        self.place("Cơ quan ban hành", self.issuer, 1, 2)
        self.place("Người ghi (họ tên, chức vụ)", self.by, 2, 0, 3)
        for column in range(3):
            self.grid.setColumnStretch(column, 1)
        self.foot((self.remove,))
        # Signals
        self.remove.clicked.connect(self.removed)

    def show_value(self, row: Any, *, new: bool = False) -> None:
        """Show a value, filled in or open; `new`: another span of the same value."""
        self._id = row.value.id
        unit = word(row.value.unit)
        filled = None if new else row.filled
        self.title.setText(row.value.label)
        most = f" đến {show(row.value.most)}" if row.value.most is not None else " trở lên"
        self.about.setText(f"Tính bằng {unit}, từ {show(row.value.least)}{most}.")
        self.number.setText(show(_plain(filled.number)) if filled else "")
        self.start.set_iso(filled.start.isoformat() if filled else "")
        self.end.set_iso(filled.end.isoformat() if filled and filled.end else "")
        if filled:
            self.document.setText(filled.document)
            self.document_date.set_iso(filled.document_date.isoformat())
            self.issuer.setText(filled.issuer)
            self.by.setText(filled.by)
        self.remove.setVisible(filled is not None)
        self.tell("")

    def begin(self) -> None:
        """Ready to type."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    @Slot()
    def give(self) -> None:
        """Everything but issuer and last day must be there."""
        days: list[date | None] = []
        for edit in (self.start, self.end, self.document_date):
            try:
                days.append(read_day(edit))
            except ValueError:
                self.tell(WRONG_DAY, edit)
                return
        start, end, document_date = days
        for missing, words, field in (
            (not clean(self.number.text()), "Hãy ghi mức.", self.number),
            (start is None, "Hãy ghi ngày bắt đầu áp dụng.", self.start),
            (not clean(self.document.text()), "Hãy ghi số văn bản của tỉnh.", self.document),
            (document_date is None, "Hãy ghi ngày của văn bản.", self.document_date),
            (not clean(self.by.text()), "Hãy ghi họ tên, chức vụ người ghi.", self.by),
        ):
            if missing:
                self.tell(words, field)
                return
        self.tell("")
        self.given.emit(
            {
                "id": self._id,
                "number": self.number.text(),
                "start": start,
                "end": end,
                "document": self.document.text(),
                "document_date": document_date,
                "issuer": self.issuer.text(),
                "by": self.by.text(),
            }
        )


def _plain(number: Any) -> Any:
    return int(number) if number == number.to_integral_value() else number
