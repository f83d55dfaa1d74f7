"""Dates the way clerks type them: 9/3/2025, 09-03-2025, 09032025; also 3/2025 and 2025."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QWidget

from khenthuong.domain.register import PartialDate
from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import icon_button

_PARTS = re.compile(r"(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4})")


def read_date(text: str) -> PartialDate | None:
    """What was typed; None for nothing; raises ValueError for what is no date."""
    cleaned = text.strip()
    if not cleaned:
        return None
    match = _DIGITS.fullmatch(cleaned) or _PARTS.fullmatch(cleaned)
    if match is None:
        raise ValueError(text)
    day, month, year = (int(part) if part else None for part in match.groups())
    value = PartialDate(year or 0, month, day)
    date(value.year, value.month or 1, value.day or 1)
    return value


def show_date(value: PartialDate | date | None) -> str:
    """dd/mm/yyyy, mm/yyyy or yyyy."""
    if value is None:
        return ""
    parts = [f"{part:02}" for part in (value.day, value.month) if part]
    return "/".join([*parts, f"{value.year:04}"])


class DateEdit(QWidget):
    """A line to type a date in, and a calendar to pick it from (F4 or Alt+Down)."""

    edited = Signal()

    def __init__(self, *, partial: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self._open = icon_button("lich", "Chọn trên lịch (Alt+↓)")
        self._calendar: QCalendarWidget | None = None
        self._partial = partial
        # Assemble
        self.line.setPlaceholderText("ngày/tháng/năm")
        self.line.installEventFilter(self)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._open)
        # Signals
        self.line.textEdited.connect(self._on_text_edited)
        self.line.editingFinished.connect(self._on_finished)
        self._open.clicked.connect(self._on_open)

    def iso(self) -> str:
        """The date as ISO text; what was typed, unchanged, when it is no date."""
        try:
            value = read_date(self.line.text())
        except ValueError:
            return self.line.text().strip()
        return value.iso if value else ""

    def set_iso(self, iso: str) -> None:
        """Show an ISO date (or any text that is none)."""
        try:
            self.line.setText(show_date(PartialDate.from_iso(iso)) if iso else "")
        except ValueError:
            self.line.setText(iso)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down and F4 open the calendar, as in Excel's drop-downs."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and alt):
                self._on_open()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_text_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_finished(self) -> None:
        self.set_iso(self.iso())

    @Slot()
    def _on_open(self) -> None:
        if self._calendar is None:
            self._calendar = self._make_calendar()
        typed = QDate.fromString(self.iso(), Qt.DateFormat.ISODate)
        self._calendar.setSelectedDate(typed if typed.isValid() else QDate.currentDate())
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus()

    @Slot(QDate)
    def _on_picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.set_iso(day.toString(Qt.DateFormat.ISODate))
        self.line.setFocus()
        self.edited.emit()

    def _make_calendar(self) -> QCalendarWidget:
        made = QCalendarWidget(self)
        made.setWindowFlags(Qt.WindowType.Popup)
        made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("ink"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            made.setWeekdayTextFormat(day, plain)
        made.clicked.connect(self._on_picked)
        made.activated.connect(self._on_picked)
        return made
