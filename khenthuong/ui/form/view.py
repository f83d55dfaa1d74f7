"""A form on screen, made from its fields: labels as buddies, help, problems beside the field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from khenthuong.domain.forms import FieldDef, SectionDef, ShowIf
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.editors import Editor
from khenthuong.ui.form.making import make_editor
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import label

_WIDE = ("multiline", "table")
_EMPTY = ("", (), None)


class FieldRow(QWidget):
    """Label, input, help, problem; and for a fact, the way back to what the register says."""

    edited = Signal(str)

    def __init__(self, field: FieldDef, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor: Editor = make_editor(field, desk)
        self._name = QLabel(field.label + (" *" if field.required else ""))
        self._count = label("", "quiet")
        self._back = link("Lấy lại từ sổ")
        self._note = label(field.help, "quiet", wrap=True)
        self._problem = label("", "problem", wrap=True)
        self._fact: object = ""
        # Assemble
        self._name.setBuddy(self.editor)
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._name, 1)
        above.addWidget(self._back)
        above.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self.editor)
        layout.addWidget(self._note)
        layout.addWidget(self._problem)
        layout.addStretch()
        self._back.hide()
        self._note.setVisible(bool(field.help))
        self._problem.hide()
        # Signals
        self.editor.edited.connect(self._on_edited)
        self._back.clicked.connect(self._on_back)

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width."""
        return self.field.type in _WIDE

    @property
    def problem(self) -> str:
        """The sentence shown under the input, "" when it is right."""
        return self._problem.text()

    def show_value(self, value: object, fact: object = "") -> None:
        """Show an answer, or the register's fact where there is none."""
        self._fact = fact
        self.editor.set_value(fact if value in _EMPTY else value)
        self._refresh()

    def answer(self) -> object:
        """The answer; "" where it says the same as the register."""
        value = self.editor.value()
        return "" if self._fact not in _EMPTY and _same(value, self._fact) else value

    def show_problem(self, text: str) -> None:
        """Show what is wrong, or "" for nothing."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.editor.mark(bool(text))

    @Slot()
    def _on_edited(self) -> None:
        self._refresh()
        self.edited.emit(self.field.key)

    @Slot()
    def _on_back(self) -> None:
        self.editor.set_value(self._fact)
        self._on_edited()

    def _refresh(self) -> None:
        value = self.editor.value()
        known = self._fact not in _EMPTY
        self._back.setVisible(known and not _same(value, self._fact))
        if self.field.type == "multiline":
            words = len(str(value).split())
            most = self.field.max_words
            said = f"{words:,}/{most:,} chữ" if most else f"{words:,} chữ"
            self._count.setText(said.replace(",", ".") if words or most else "")
        elif known and _same(value, self._fact):
            self._count.setText("lấy từ sổ")
        else:
            self._count.clear()


class FormView(QWidget):
    """Sections of fields in one or two columns; tells which field was edited.

    `touched` while something was typed since the values were shown.
    """

    edited = Signal(str)

    def __init__(
        self,
        sections: Sequence[SectionDef],
        desk: Desk,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows: dict[str, FieldRow] = {}
        self.touched = False
        self._facts: Mapping[str, object] = {}
        self._titles: list[tuple[QLabel, tuple[str, ...]]] = []
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for section in sections:
            layout.addLayout(self._section(section, desk, columns))
        layout.addStretch(1)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """The rows by field key."""
        return self._rows

    def values(self) -> dict[str, object]:
        """All answers by key; what the register already says is left out."""
        return {
            key: value for key, row in self._rows.items() if (value := row.answer()) not in _EMPTY
        }

    def shown(self) -> dict[str, object]:
        """Everything as it stands on the screen, facts included."""
        return {key: row.editor.value() for key, row in self._rows.items()}

    def set_values(
        self, values: Mapping[str, object], facts: Mapping[str, object] | None = None
    ) -> None:
        """Show answers over facts."""
        self._facts = facts or {}
        self.touched = False
        for key, row in self._rows.items():
            row.show_value(values.get(key, ""), (facts or {}).get(key, ""))
            row.show_problem("")
        self._show_or_hide()

    def put_back(self, values: Mapping[str, object]) -> None:
        """Show what was typed once and never saved; it counts as typed again."""
        for key, value in values.items():
            if key in self._rows:
                self._rows[key].show_value(value, self._facts.get(key, ""))
        self._show_or_hide()
        self.touched = True

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show each problem under its field; fields not named are right."""
        for key, row in self._rows.items():
            row.show_problem(problems.get(key, ""))

    def focus(self, key: str) -> bool:
        """Put the keyboard into a field; False when there is no such field."""
        row = self._rows.get(key)
        if row is None:
            return False
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        for row in self._rows.values():
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def _section(self, section: SectionDef, desk: Desk, columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        line, column = 0, 0
        if section.title:
            title = label(section.title, "heading", wrap=True)
            grid.addWidget(title, 0, 0, 1, columns)
            self._titles.append((title, tuple(field.key for field in section.fields)))
            line = 1
        rows = [FieldRow(field, desk) for field in section.fields]
        for row, after in zip_longest(rows, rows[1:]):
            self._rows[row.field.key] = row
            row.edited.connect(self._on_edited)
            if row.wide and column:
                line, column = line + 1, 0
            alone = column == 0 and after is not None and after.wide
            span = columns if row.wide or alone else 1
            grid.addWidget(row, line, column, 1, span)
            column += span
            if column >= columns:
                line, column = line + 1, 0
        return grid

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.touched = True
        self._show_or_hide()
        self.edited.emit(key)

    def _show_or_hide(self) -> None:
        for row in self._rows.values():
            row.setVisible(all(self._holds(rule) for rule in row.field.conditions))
        for title, keys in self._titles:
            title.setVisible(any(not self._rows[key].isHidden() for key in keys))

    def _holds(self, rule: ShowIf) -> bool:
        """Whether a condition is met; one about what nobody knows here always is."""
        asked = self._rows.get(rule.field)
        if asked is None and rule.field not in self._facts:
            return True
        given = self._facts.get(rule.field) if asked is None else asked.editor.value()
        words = {True: "co", False: "khong"}.get(given, given) if isinstance(given, bool) else given
        return str(words) == rule.equals


def _same(left: object, right: object) -> bool:
    if isinstance(left, tuple) and isinstance(right, tuple | list):
        return [dict(row) for row in left] == [dict(row) for row in right]
    return str(left) == str(right)
