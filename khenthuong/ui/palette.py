"""Ctrl+K «Tìm mọi thứ»: one line; names, papers, screens and commands as it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QInputMethodEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.finding import Found, holds, words_of
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.actions import COMMANDS, GO, Command
from khenthuong.ui.navigation import SCREENS
from khenthuong.ui.widgets.labels import label

if TYPE_CHECKING:
    from khenthuong.ui.main_window import MainWindow

PAUSE_MS = 120
WIDTH, ROWS = 680, 12
_ENTRY = Qt.ItemDataRole.UserRole
_ICONS = {
    "tap_the": "co_quan",
    "ca_nhan": "so",
    "ho_gia_dinh": "so",
    "dot_xet": "dot_xet",
    "khen_thuong": "quy_dinh",
    "phong_trao": "ghim",
    "sang_kien": "thong_tin",
    "van_ban": "van_ban",
    "van_ban_ho_so": "van_ban",
    "bieu_mau": "them",
}
_NOTHING = "Không tìm thấy «{typed}». Gõ ít chữ hơn, hoặc chỉ vài chữ đầu của từng tiếng."
_HINT = "↑ ↓ chọn · Enter mở · Esc đóng. Gõ không dấu cũng được."


@dataclass(frozen=True)
class Entry:
    """One line of the list: a command, or something found in the books."""

    icon: str
    title: str
    about: str
    command: Command | None = None
    found: Found | None = None


class PaletteLine(QLineEdit):
    """What is typed. Keys of the list are passed on; nothing happens while a word is composed."""

    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False

    def event(self, event: QEvent) -> bool:
        """Esc, Enter and the arrows are this line's own, not the window's."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is still being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, take, leave."""
        key = Qt.Key(event.key())
        if self._composing or key not in _OWN_KEYS:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            self.moved.emit(_STEPS[key])


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}
_OWN_KEYS = {*_STEPS, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _EntryPainter(QStyledItemDelegate):
    """Icon and title on the left, what tells it apart on the right, softer."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One row of the theme's height."""
        return QSize(0, theme.row_height() + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        entry: Entry = index.data(_ENTRY)
        box: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if chosen:
            painter.fillRect(box, theme.colour("accent_pale"))
            painter.fillRect(box.x(), box.y(), 4, box.height(), theme.colour("accent"))
        side = theme.px(18)
        theme.icon(entry.icon).paint(
            painter, QRect(box.x() + 12, box.center().y() - side // 2 + 1, side, side)
        )
        words = box.adjusted(side + 22, 0, -12, 0)
        self._write(painter, words, entry)
        painter.restore()

    def _write(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        metrics = painter.fontMetrics()
        wanted = metrics.horizontalAdvance(entry.about) + 4
        right = min(wanted, box.width() * 45 // 100)
        middle, elide = Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        self._ink(painter, theme.colour("soft"))
        about = metrics.elidedText(entry.about, elide, right)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, about)
        left = box.adjusted(0, 0, -right - 16, 0)
        self._ink(painter, theme.colour("ink"))
        title = metrics.elidedText(entry.title, elide, left.width())
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, title)

    def _ink(self, painter: QPainter, colour: QColor) -> None:
        painter.setPen(colour)


class Palette(QFrame):
    """The line and what it finds, over the page; it closes when the keyboard goes elsewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._found: Sequence[Found] = ()
        self.line = PaletteLine()
        self.list = QListWidget()
        self.note = label(_HINT, "quiet", wrap=True)
        self._timer = QTimer(self)
        # Assemble
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.line.setPlaceholderText("Tìm mọi thứ: tên người, số văn bản, đợt, việc muốn làm…")
        self.line.setAccessibleName("Tìm mọi thứ")
        self.list.setAccessibleName("Kết quả")
        self.list.setItemDelegate(_EntryPainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        self.hide()
        # Signals
        self.line.textChanged.connect(self._on_text)
        self.line.moved.connect(self._on_moved)
        self.line.taken.connect(self._on_taken)
        self.line.left.connect(self.leave)
        self.list.itemClicked.connect(self._on_taken)
        self._timer.timeout.connect(self._on_pause)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]

    @property
    def entries(self) -> list[Entry]:
        """What the list shows."""
        return [self.list.item(row).data(_ENTRY) for row in range(self.list.count())]

    def open(self) -> None:
        """Show it over the middle of the page, empty."""
        self._before = QApplication.focusWidget()
        self._found = ()
        self.line.clear()
        self._fill()
        width = min(theme.px(WIDTH), self._window.width() - 80)
        self.setGeometry((self._window.width() - width) // 2, 48, width, self._height())
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def leave(self) -> None:
        """Close; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_text(self, _: str) -> None:
        self._found = ()
        self._fill()
        self._timer.start()

    @Slot()
    def _on_pause(self) -> None:
        self._timer.stop()
        if self.line.text().strip() and not self.isHidden():
            self._window.desk.run(_find, self.line.text(), done=self._on_found, key="palette")

    def _on_found(self, answer: tuple[str, Sequence[Found]]) -> None:
        typed, found = answer
        if typed == self.line.text():
            self._found = found
            self._fill()
            nothing = not self.list.count()
            self.note.setText(_NOTHING.format(typed=typed.strip()) if nothing else _HINT)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)

    @Slot()
    def _on_taken(self) -> None:
        if self._timer.isActive() and self.list.currentRow() < 0:
            self._on_pause()
        item = self.list.currentItem()
        if item is None:
            return
        entry: Entry = item.data(_ENTRY)
        self.leave()
        if entry.command is not None:
            self._window.do(entry.command)
        elif entry.found is not None:
            self._window.show_found(entry.found)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if not self.isHidden() and now is not None and not self.isAncestorOf(now):
            self._before = None
            self.hide()

    def _fill(self) -> None:
        shown = self.list.currentItem()
        kept = shown.data(_ENTRY) if shown is not None and self._found else None
        self.note.setText(_HINT)
        self.list.clear()
        entries = [*self._commands(), *self._things()]
        for entry in entries:
            item = QListWidgetItem(f"{entry.title}, {entry.about}")
            item.setData(_ENTRY, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(entries.index(kept) if kept in entries else 0)
        self.resize(self.width(), self._height())

    def _height(self) -> int:
        """As high as what is found, within bounds."""
        rows = min(max(self.list.count(), 1), ROWS)
        return min(theme.px(104) + rows * (theme.row_height() + 2), self._window.height() - 80)

    def _commands(self) -> list[Entry]:
        words = words_of(self.line.text())
        found = [
            one
            for one in COMMANDS
            if one.run is not None
            and one.id != "palette"
            and one.holds(self._window)
            and holds(words, f"{one.name} {one.words}")
        ]
        return [Entry(_command_icon(one), one.name, one.keys, command=one) for one in found]

    def _things(self) -> list[Entry]:
        held = {sort for screen in SCREENS for sort in screen.holds}
        return [
            Entry(
                _ICONS.get(one.sort.value, "tim"),
                one.title,
                " · ".join(part for part in (one.about, word(one.sort)) if part),
                found=one,
            )
            for one in self._found
            if one.sort.value in held
        ]


def _command_icon(command: Command) -> str:
    if command.part == GO and command.id.startswith("screen."):
        return SCREENS[int(command.id.partition(".")[2])].icon
    return command.icon or "phai"


def _find(ws: Any, typed: str) -> tuple[str, Sequence[Found]]:
    from khenthuong.services import finding

    return typed, finding.find(ws, typed)
