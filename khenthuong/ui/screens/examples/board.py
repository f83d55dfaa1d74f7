"""The board: one column a step, cards moved by Ctrl+→, Ctrl+← or the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from khenthuong import texts
from khenthuong.domain import examples
from khenthuong.domain.kinds import ExampleStage
from khenthuong.ui import theme
from khenthuong.ui.widgets.labels import label

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-khenthuong-dien-hinh"
_CARD = Qt.ItemDataRole.UserRole
_PAD, _GAP = 8, 4


def lines(card: Any) -> tuple[tuple[str, str], ...]:
    """What a card says under its name: (words, ink) line by line."""
    said: list[tuple[str, str]] = [(card.name, "ink")]
    if card.movement_name:
        said.append((card.movement_name, "soft"))
    said.append((since_words(card), "soft"))
    if card.example.evidence:
        count = texts.say("example.evidence", {"count": len(card.example.evidence)})
        said.append((count, "soft"))
    said += [(texts.label(one.state), "good") for one in card.nominated]
    if card.late:
        said.append((texts.say("example.waits_long").capitalize(), "warn"))
        said.append((texts.say("example.waits_from", _wait(card)), "warn"))
    else:
        said.append((next_words(card), "accent"))
    return tuple(said)


def _wait(card: Any) -> dict[str, object]:
    return {"day": card.since, "days": card.late}


def since_words(card: Any) -> str:
    """«Phát hiện từ 12/03/2026»."""
    day: date | None = card.since
    told = day if day else texts.say("example.no_day")
    return texts.say("example.since", {"stage": card.example.stage, "day": told})


def next_words(card: Any) -> str:
    """The next thing to do; since when it is waited for where that is long."""
    if card.late:
        parts = (texts.say("example.waits_long"), texts.say("example.waits_from", _wait(card)))
        return " ".join(parts).capitalize()
    return texts.say(f"example.next.{card.next_stage.value if card.next_stage else ''}")


class CardDelegate(QStyledItemDelegate):
    """Draws a card: its name in up to three lines, then one line for each thing it says."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the column, as high as the lines."""
        room = self._view.viewport().width() - 2 * _PAD - 2
        metrics = self._view.fontMetrics()
        said = lines(index.data(_CARD))
        height = self._name(index, room).height() + metrics.lineSpacing() * len(said)
        return QSize(room, height + 2 * _PAD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the name in bold, the lines."""
        painter.save()
        frame: QRect = option.rect.adjusted(1, 1, -1, -_GAP)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.colour("accent" if chosen else "line"))
        painter.setBrush(theme.colour("accent_pale" if chosen else "card"))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        if chosen:
            painter.fillRect(
                QRect(frame.topLeft(), QSize(4, frame.height())), painter.pen().color()
            )
        room = frame.width() - 2 * _PAD
        name = self._name(index, room).translated(frame.left() + _PAD, frame.top() + _PAD)
        self._write(painter, index, name, room)
        painter.restore()

    def _write(self, painter: QPainter, index: Index, name: QRect, room: int) -> None:
        card = index.data(_CARD)
        font = self._view.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        painter.drawText(name, Qt.TextFlag.TextWordWrap, card.example.name)
        painter.setFont(self._view.font())
        metrics, at = self._view.fontMetrics(), name.bottomLeft() + QPoint(0, 1)
        for words, ink in lines(card):
            painter.setPen(theme.colour(ink))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            box = QRect(at, QSize(room, metrics.lineSpacing()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            at += QPoint(0, metrics.lineSpacing())

    def _name(self, index: Index, room: int) -> QRect:
        """Where the name goes, from (0, 0): three lines at most."""
        font = self._view.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        most = QRect(0, 0, room, metrics.lineSpacing() * 3)
        name = index.data(_CARD).example.name
        drawn = metrics.boundingRect(most, Qt.TextFlag.TextWordWrap, name)
        return QRect(0, 0, room, min(drawn.height(), most.height()))


class BoardColumn(QListWidget):
    """The cards of one step. `asked` (code, step): somebody wants the card brought there.

    `entered` (code) says which card has the keyboard, `wanted_side` (−1, 1) where it goes next.
    """

    asked = Signal(str, object)
    entered = Signal(str)
    wanted_side = Signal(int)

    def __init__(self, stage: ExampleStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        # Assemble
        self.setItemDelegate(CardDelegate(self))
        self.setObjectName("board")
        self.setAccessibleName(texts.label(stage))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        # Signals
        self.currentRowChanged.connect(self._on_row)

    @property
    def code(self) -> str:
        """The card chosen, "" for none."""
        item = self.currentItem()
        return item.data(_CARD).example.code if item is not None else ""

    def show_cards(self, cards: Sequence[Any]) -> None:
        """Show these; nothing is chosen."""
        self.blockSignals(True)
        self.clear()
        for card in cards:
            item = QListWidgetItem()
            item.setData(_CARD, card)
            spoken = ". ".join((card.example.name, *(words for words, _ in lines(card))))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(spoken.replace(". ", "\n"))
            self.addItem(item)
        self.setCurrentRow(-1)
        self.blockSignals(False)

    def choose(self, code: str) -> bool:
        """Choose a card; False where it is not in this column."""
        for row in range(self.count()):
            if self.item(row).data(_CARD).example.code == code:
                self.setCurrentRow(row)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+→ and Ctrl+← ask for the next and the last step, → and ← go to its neighbours."""
        side = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if side and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ask(side)
        elif side:
            self.wanted_side.emit(side)
        else:
            super().keyPressEvent(event)

    def ask(self, side: int) -> None:
        """Ask for the step after (1) or before (−1) for the card chosen."""
        wanted = examples.after(self.stage) if side > 0 else examples.before(self.stage)
        if wanted is not None and self.code:
            self.asked.emit(self.code, wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes in: some card has it."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        elif self.code:
            self.entered.emit(self.code)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The code of the card dragged."""
        made = QMimeData()
        made.setData(_MIME, "".join(one.data(_CARD).example.code for one in items[:1]).encode())
        return made

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards only."""
        self._answer(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Cards only."""
        self._answer(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for this step; the card stays where it is until that is written."""
        code = bytes(event.mimeData().data(_MIME).data()).decode()
        self._answer(event)
        if code and not any(
            self.item(row).data(_CARD).example.code == code for row in range(self.count())
        ):
            self.asked.emit(code, self.stage)

    def _answer(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(_MIME):
            event.setDropAction(Qt.DropAction.CopyAction)  # the source would take its row out
            event.accept()
        else:
            event.ignore()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.entered.emit(self.code)


class Board(QWidget):
    """The four columns. `asked` (code, step), `chosen` (code)."""

    asked = Signal(str, object)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(BoardColumn(stage) for stage in examples.STAGES)
        self._titles = tuple(label("", "subheading") for _ in self.columns)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        for title, column in zip(self._titles, self.columns, strict=True):
            title.setBuddy(column)
            inner = QVBoxLayout()
            inner.setSpacing(4)
            inner.addWidget(title)
            inner.addWidget(column, 1)
            layout.addLayout(inner, 1)
            column.asked.connect(self.asked)
            column.entered.connect(self._on_entered)
            column.wanted_side.connect(self._on_side)

    @property
    def column(self) -> BoardColumn | None:
        """The column of the card chosen."""
        return next((one for one in self.columns if one.code), None)

    def show_cards(self, cards: Sequence[Any]) -> None:
        """Show the cards, each in the column of its step."""
        for title, column in zip(self._titles, self.columns, strict=True):
            own = [one for one in cards if one.example.stage is column.stage]
            column.show_cards(own)
            title.setText(f"{texts.label(column.stage)} ({len(own)})")

    def choose(self, code: str) -> bool:
        """Choose a card; False where it is not shown."""
        return any(column.choose(code) for column in self.columns)

    def begin(self) -> None:
        """The keyboard into the column of the card chosen, else the first that has one."""
        wanted = self.column or next((one for one in self.columns if one.count()), self.columns[0])
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_entered(self, code: str) -> None:
        sender = next((one for one in self.columns if one.code == code), None)
        for column in self.columns:
            if column is not sender:
                column.blockSignals(True)
                column.setCurrentRow(-1)
                column.blockSignals(False)
        self.chosen.emit(code)

    @Slot(int)
    def _on_side(self, side: int) -> None:
        now = self.column
        if now is None:
            return
        place = self.columns.index(now) + side
        while 0 <= place < len(self.columns):
            if self.columns[place].count():
                self.columns[place].setFocus(Qt.FocusReason.OtherFocusReason)
                return
            place += side
