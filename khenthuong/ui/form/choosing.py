"""Inputs whose choices come from the books: one of them, or several to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from khenthuong.domain.forms import FieldDef
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.editors import NOT_CHOSEN, Editor
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

Offer = Sequence[tuple[str, str]]
"""Words and the value they stand for."""
_VALUE = Qt.ItemDataRole.UserRole
_MOST = 120


class OfferedEditor(Editor):
    """One of what is offered; a value that is not offered stays and is shown as it is."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._combo = QuietCombo()
        self._nothing = NOT_CHOSEN
        super().__init__(field, self._combo, parent)
        self._combo.fill([(self._nothing, "")])
        self._combo.activated.connect(self._on_activated)

    def offer(self, offered: Offer, nothing: str = NOT_CHOSEN) -> None:
        """Offer these; what is chosen stays chosen."""
        kept = self.value()
        self._nothing = nothing
        self._combo.fill([(nothing, ""), *offered])
        for number in range(self._combo.count()):
            words = self._combo.itemText(number)
            self._combo.setItemData(number, words, Qt.ItemDataRole.ToolTipRole)
        self.set_value(kept)

    def value(self) -> object:
        """The value chosen, "" for none."""
        return self._combo.currentData() or ""

    def set_value(self, value: object) -> None:
        """Choose."""
        if self._combo.index_of(value or "") < 0:
            self._combo.addItem(str(value), value)
        self._combo.choose(value or "")
        self._combo.setToolTip(self._combo.currentText())

    @Slot()
    def _on_activated(self) -> None:
        self._combo.setToolTip(self._combo.currentText())
        self.edited.emit()


class MovementEditor(OfferedEditor):
    """A movement of the books, by code."""

    def __init__(self, field: FieldDef, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._desk = desk

    def set_value(self, value: object) -> None:
        """Choose, and see which movements there are now."""
        super().set_value(value)
        self._desk.run(_movements, done=self._on_movements, key=f"movements{id(self)}")

    def _on_movements(self, found: Offer) -> None:
        self._combo.blockSignals(True)
        kept = self.value()
        self._combo.fill([(self._nothing, ""), *found])
        self._combo.blockSignals(False)
        super().set_value(kept)


class TickList(QWidget):
    """What may be ticked; a sentence in its place while there is nothing."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.note = label("", "soft", wrap=True)
        # Assemble
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.note)
        self.show_items([], ())
        # Signals
        self.list.itemChanged.connect(self._on_changed)

    def show_items(self, offered: Offer, ticked: Iterable[str]) -> None:
        """Show these; the ticked ones that are not offered come last, by their value."""
        chosen = list(ticked)
        known = {value for _, value in offered}
        self.list.blockSignals(True)
        self.list.clear()
        for words, value in [*offered, *((v, v) for v in chosen if v not in known)]:
            item = QListWidgetItem(words)
            item.setToolTip(words)
            item.setData(_VALUE, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if value in chosen else _OPEN)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        rows = self.list.count()
        height = sum(self.list.sizeHintForRow(number) for number in range(rows))
        theme.hold(self.list, fixed_height=min(theme.plain(height), _MOST) + 12)
        self.list.setVisible(bool(rows))
        self.note.setVisible(not rows)

    def values(self) -> list[str]:
        """What is ticked, in order."""
        items = [self.list.item(number) for number in range(self.list.count())]
        return [item.data(_VALUE) for item in items if item.checkState() is not _OPEN]

    @Slot()
    def _on_changed(self) -> None:
        self.ticked.emit()


_OPEN = Qt.CheckState.Unchecked


class TicksEditor(Editor):
    """Several codes by ticking; the value is «A; B» as the books' columns of codes know it."""

    def __init__(self, field: FieldDef, parent: QWidget | None = None) -> None:
        self._ticks = TickList()
        super().__init__(field, self._ticks, parent)
        self._offered: Offer = ()
        self._ticks.ticked.connect(self.edited)

    @property
    def target(self) -> QWidget:
        """The list itself."""
        return self._ticks.list

    def offer(self, offered: Offer, nothing: str) -> None:
        """Offer these; what is ticked stays ticked. `nothing` is said when there is nothing."""
        self._offered = offered
        self._ticks.note.setText(nothing)
        self.set_value(self.value())

    def value(self) -> object:
        """The codes ticked."""
        return "; ".join(self._ticks.values())

    def set_value(self, value: object) -> None:
        """Tick these codes."""
        parts = [part.strip() for part in str(value or "").split(";")]
        self._ticks.show_items(self._offered, [part for part in parts if part])


def _movements(ws: Any) -> Offer:
    from khenthuong.services.appraisal import rounds

    return [(f"{one.name} ({one.code})", one.code) for one in rounds.movements(ws)]
