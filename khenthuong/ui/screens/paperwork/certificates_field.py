"""Where and how one field of a sheet stands, in millimetres and points."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QLabel, QLineEdit, QWidget

from khenthuong.domain.sheet_layouts import Align, Ink, Placed
from khenthuong.texts import label as word
from khenthuong.ui.widgets.quiet import QuietCombo


class Amount(QDoubleSpinBox):
    """A number with its unit; the wheel passes by unless it has the keyboard.

    A point is taken for the comma: as a Vietnamese thousands mark it would make «1.5» into 15.
    """

    def __init__(
        self, low: float, high: float, step: float, unit: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setDecimals(1)
        self.setSuffix(unit)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Judge the text with its point as a comma, and show it so."""
        return super().validate(text.replace(".", ","), place)

    def valueFromText(self, text: str) -> float:
        """The number of the text, whichever mark it was typed with."""
        return super().valueFromText(text.replace(".", ","))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Take the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class FieldForm(QWidget):
    """`edited` (placed): something was changed by hand."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: Placed | None = None
        self.left = Amount(-500, 1200, 0.5, " mm")
        self.baseline = Amount(-500, 1200, 0.5, " mm")
        self.wide = Amount(1, 1200, 0.5, " mm")
        self.letters = Amount(4, 120, 0.5, " pt")
        self.smallest = Amount(4, 120, 0.5, " pt")
        self.lines = Amount(1, 20, 1, " dòng")
        self.line_height = Amount(0, 100, 0.5, " mm")
        self.align = QuietCombo()
        self.ink = QuietCombo()
        self.bold = QCheckBox("Đậm")
        self.italic = QCheckBox("Nghiêng")
        self.capitals = QCheckBox("In hoa")
        self.before = QLineEdit()
        # Assemble
        self.lines.setDecimals(0)
        self.baseline.setToolTip("Từ mép trên đến chân chữ của dòng đầu")
        self.line_height.setSpecialValueText("theo cỡ chữ")
        self.align.fill([(word(one), one) for one in Align])
        for combo in (self.align, self.ink):
            combo.setMinimumContentsLength(4)
        self.ink.fill([(word(one), one) for one in Ink])
        self.before.setPlaceholderText("ví dụ: Quyết định số:")
        self._assemble()
        # Signals
        for amount in self._amounts:
            amount.valueChanged.connect(self._on_edited)
        for combo in (self.align, self.ink):
            combo.activated.connect(self._on_edited)
        for check in (self.bold, self.italic, self.capitals):
            check.toggled.connect(self._on_edited)
        self.before.textEdited.connect(self._on_edited)

    def show_field(self, placed: Placed | None) -> None:
        """Show a field; None disables everything."""
        self._placed = None
        self.setEnabled(placed is not None)
        if placed is None:
            return
        values = (placed.x, placed.y, placed.width, placed.size, placed.smallest, placed.lines)
        for amount, value in zip(self._amounts, (*values, placed.line_height), strict=True):
            amount.setValue(value)
        self.align.setCurrentIndex(self.align.index_of(placed.align))
        self.ink.setCurrentIndex(self.ink.index_of(placed.ink))
        self.bold.setChecked(placed.bold)
        self.italic.setChecked(placed.italic)
        self.capitals.setChecked(placed.capitals)
        if self.before.text() != placed.before:
            self.before.setText(placed.before)
        self._placed = placed

    @property
    def _amounts(self) -> tuple[Amount, ...]:
        return (
            *(self.left, self.baseline, self.wide, self.letters, self.smallest, self.lines),
            self.line_height,
        )

    @Slot()
    def _on_edited(self) -> None:
        if self._placed is None:
            return
        self._placed = replace(
            self._placed,
            x=self.left.value(),
            y=self.baseline.value(),
            width=self.wide.value(),
            size=self.letters.value(),
            smallest=self.smallest.value(),
            lines=int(self.lines.value()),
            line_height=self.line_height.value(),
            # Qt hands a StrEnum back as a plain text.
            align=Align(self.align.currentData()),
            ink=Ink(self.ink.currentData()),
            bold=self.bold.isChecked(),
            italic=self.italic.isChecked(),
            capitals=self.capitals.isChecked(),
            before=self.before.text(),
        )
        self.edited.emit(self._placed)

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        rows: tuple[tuple[str, QWidget, str, QWidget], ...] = (
            ("Từ mép trái", self.left, "Chân chữ", self.baseline),
            ("Rộng", self.wide, "Cách dòng", self.line_height),
            ("Cỡ chữ", self.letters, "Nhỏ nhất", self.smallest),
            ("Nhiều nhất", self.lines, "Canh", self.align),
            ("Màu chữ", self.ink, "Chữ in trước", self.before),
        )
        for row, (left, one, right, other) in enumerate(rows):
            for column, (name, widget) in enumerate(((left, one), (right, other))):
                caption = QLabel(name)
                caption.setBuddy(widget)
                widget.setAccessibleName(name)
                grid.addWidget(caption, row, column * 2)
                grid.addWidget(widget, row, column * 2 + 1)
        for column, check in enumerate((self.bold, self.italic, self.capitals), start=1):
            grid.addWidget(check, len(rows), column)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
