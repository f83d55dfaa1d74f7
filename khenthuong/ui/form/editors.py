"""One editor per field type; all speak the plain values of `domain.answers`.

Text, dates (ISO), years and choices are str, numbers int, yes/no bool, tables tuples of rows;
"" or () stands for «not answered».
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.vietnamese import clean
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.table import TableEdit
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.quiet import QuietCombo

NOT_CHOSEN = "—"
YES, NO = "Có", "Không"
_MIN_LINES, _MAX_LINES = 3, 12


class Editor(QWidget):
    """An input for one field. `edited` fires on every change made by hand."""

    edited = Signal()

    def __init__(self, field: FieldDef, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.inner = inner
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(inner)
        self.setFocusProxy(inner)
        target = self.target
        target.setAccessibleName(field.label)
        target.setAccessibleDescription(field.help)

    @property
    def target(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self.inner

    def value(self) -> object:
        """The answer as it stands."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show an answer; nobody is told."""
        raise NotImplementedError

    def set_hint(self, text: str) -> None:
        """A pale example inside the empty input, where the input can show one."""

    def mark(self, problem: bool) -> None:
        """Draw the input's border as wrong or right."""
        target = self.target
        if target.property("problem") != problem:
            target.setProperty("problem", problem)
            target.style().unpolish(target)
            target.style().polish(target)


class TextEditor(Editor):
    """One line; also years, whose hint shows both kinds."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        if field.type == "year":
            self._line.setPlaceholderText("2025 hoặc 2025-2026")
        self._line.textEdited.connect(self.edited)

    def value(self) -> object:
        """Clean text."""
        return clean(self._line.text())

    def set_value(self, value: object) -> None:
        """Show text from its beginning."""
        self._line.setText(str(value or ""))
        self._line.setCursorPosition(0)

    def set_hint(self, text: str) -> None:
        """The placeholder."""
        self._line.setPlaceholderText(text)


class NumberEditor(Editor):
    """A whole number, «2.326» or «2326»; shown with dots when left."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.textEdited.connect(self.edited)
        self._line.editingFinished.connect(self._on_finished)

    def value(self) -> object:
        """An int; the text itself when it is no number, "" for nothing."""
        text = clean(self._line.text())
        digits = text.replace(".", "").replace(" ", "")
        return int(digits) if digits.lstrip("-").isdigit() else text

    def set_value(self, value: object) -> None:
        """Show a number the Vietnamese way."""
        shown = f"{value:,}".replace(",", ".") if isinstance(value, int) else str(value or "")
        self._line.setText(shown)

    @Slot()
    def _on_finished(self) -> None:
        self.set_value(self.value())


class MultilineEditor(Editor):
    """Several paragraphs; Tab leaves, the box grows with the text up to a limit."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._box = QPlainTextEdit()
        super().__init__(field, self._box, parent)
        self._box.setTabChangesFocus(True)
        self._box.textChanged.connect(self._on_text_changed)
        self._quiet = False
        self._grow()

    def value(self) -> object:
        """Clean text with its line feeds."""
        return clean(self._box.toPlainText())

    def set_value(self, value: object) -> None:
        """Show text."""
        self._quiet = True
        self._box.setPlainText(str(value or ""))
        self._quiet = False
        self._grow()

    def set_hint(self, text: str) -> None:
        """The placeholder."""
        self._box.setPlaceholderText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    @Slot()
    def _on_text_changed(self) -> None:
        self._grow()
        if not self._quiet:
            self.edited.emit()

    def _grow(self) -> None:
        width = max(200, self._box.viewport().width())
        metrics = QFontMetrics(self._box.font())
        per_line = max(20, width // max(1, metrics.averageCharWidth()))
        lines = sum(1 + len(p) // per_line for p in self._box.toPlainText().split("\n"))
        shown = min(max(lines + 1, _MIN_LINES), _MAX_LINES)
        self._box.setFixedHeight(shown * metrics.lineSpacing() + 18)


class DateEditor(Editor):
    """A date, typed or picked."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._date = DateEdit(partial=field.type == "partial_date")
        super().__init__(field, self._date, parent)
        if field.type == "partial_date":
            self.set_hint("ngày/tháng/năm, tháng/năm hoặc năm")
        self._date.edited.connect(self.edited)

    @property
    def target(self) -> QWidget:
        """The line inside."""
        return self._date.line

    def value(self) -> object:
        """ISO text, or what was typed when it is no date."""
        return self._date.iso()

    def set_value(self, value: object) -> None:
        """Show an ISO date."""
        self._date.set_iso(str(value or ""))

    def set_hint(self, text: str) -> None:
        """The placeholder."""
        self._date.line.setPlaceholderText(text)


class ChoiceEditor(Editor):
    """One of a few words; «—» first unless the field must be answered and has an answer."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._combo = QuietCombo()
        super().__init__(field, self._combo, parent)
        choices = [(choice, choice) for choice in field.choices]
        self._combo.fill(choices if field.required else [(NOT_CHOSEN, ""), *choices])
        self._combo.activated.connect(self._on_activated)

    def value(self) -> object:
        """The word chosen, "" for none."""
        return self._combo.currentData() or ""

    def set_value(self, value: object) -> None:
        """Choose; an unknown word chooses nothing."""
        if self._combo.index_of(value or "") < 0 and value:
            self._combo.addItem(str(value), value)
        self._combo.choose(value or "")
        if not value and self.field.required:
            self._combo.setCurrentIndex(-1)

    @Slot()
    def _on_activated(self) -> None:
        self.edited.emit()


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not answered yet: three states, so a combo and no tick box."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._combo.fill([(NOT_CHOSEN, ""), (YES, True), (NO, False)])

    def value(self) -> object:
        """True, False or ""."""
        return self._combo.currentData()

    def set_value(self, value: object) -> None:
        """Choose; None counts as not answered."""
        self._combo.choose("" if value is None else value)


class RecipientEditor(Editor):
    """A recipient of the register, by code. For a report's «person» the name is the answer."""

    def __init__(
        self,
        field: FieldDef,
        desk: Desk,
        kind: RecipientKind,
        *,
        by_name: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._picker = RecipientPicker(desk, (kind,))
        self._by_name = by_name
        super().__init__(field, self._picker, parent)
        self._picker.edited.connect(self.edited)

    @property
    def target(self) -> QWidget:
        """The line inside."""
        return self._picker.line

    def value(self) -> object:
        """Code or name; a text that names nobody comes back as typed."""
        return (not self._by_name and self._picker.code) or clean(self._picker.line.text())

    def set_value(self, value: object) -> None:
        """Show a recipient."""
        if self._by_name:
            self._picker.line.setText(str(value or ""))
        else:
            self._picker.set_code(str(value or ""))


class TableEditor(Editor):
    """Rows one can type in and paste from Excel."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._table = TableEdit(field)
        super().__init__(field, self._table, parent)
        self._table.edited.connect(self.edited)

    @property
    def target(self) -> QWidget:
        """The grid itself."""
        return self._table.view

    def value(self) -> object:
        """A tuple of rows, empty rows left out."""
        return self._table.rows()

    def set_value(self, value: object) -> None:
        """Show rows."""
        self._table.set_rows(value if isinstance(value, tuple | list) else ())
