"""Looks at every widget of a window as an eye, a screen reader and a keyboard would."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from khenthuong.ui.widgets.labels import Elided

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTabBar,
)
_SLACK = 1


def words_of(widget: QWidget) -> str:
    """What is written on a label or a button."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def describe(widget: QWidget) -> str:
    """A widget so that a person finds it."""
    said = widget.accessibleName() or words_of(widget)
    path = []
    place = widget
    while place is not None and len(path) < 4:
        path.append(type(place).__name__)
        place = place.parentWidget()
    return f"{' < '.join(path)} «{said[:60]}»"


def shown(top: QWidget) -> Iterator[QWidget]:
    """Every widget of ours that can be seen in a window; what Qt builds for itself is left out."""
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and widget.window() is top and not _qt_own(widget):
            yield widget


def _qt_own(widget: QWidget) -> bool:
    """Scroll bars, headers, the editor of a spin box, the arrows of a tab bar, calendars."""
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QCalendarWidget | QAbstractSpinBox | QComboBox | QTabBar):
            return True
        if isinstance(parent, QLineEdit) and isinstance(widget, QAbstractButton):
            return True
        parent = parent.parentWidget()
    # The button in the corner of a table selects everything; Qt names it itself.
    return isinstance(widget, QAbstractButton) and isinstance(
        widget.parentWidget(), QAbstractItemView
    )


def settle() -> None:
    """Let every layout, and the layouts in it, come to rest."""
    for _ in range(16):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def cut(top: QWidget) -> list[str]:
    """Words that do not fit, widgets squeezed below what they need, or over one another."""
    settle()
    found = []
    for widget in shown(top):
        need = _need(widget)
        if need is not None and (
            widget.width() + _SLACK < need[0] or widget.height() + _SLACK < need[1]
        ):
            have = (widget.width(), widget.height())
            found.append(f"{describe(widget)}: cần {need}, có {have}")
        elif _outside(widget):
            found.append(f"{describe(widget)}: ra ngoài khung {widget.geometry()}")
    return found + list(_overlapping(top))


def _need(widget: QWidget) -> tuple[int, int] | None:
    if isinstance(widget, Elided):
        return (0, widget.fontMetrics().height())
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return (0, widget.heightForWidth(widget.width()))
        return (widget.sizeHint().width(), widget.sizeHint().height())
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return (widget.sizeHint().width(), widget.sizeHint().height())
    if isinstance(widget, QLineEdit | QComboBox):
        return (widget.minimumSizeHint().width(), widget.minimumSizeHint().height())
    return None


def _outside(widget: QWidget) -> bool:
    """Whether part of it lies outside its parent, so that nobody can scroll to it."""
    parent = widget.parentWidget()
    if parent is None or isinstance(widget, QScrollArea | QAbstractScrollArea | QSplitter):
        return False
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _overlapping(top: QWidget) -> Iterator[str]:
    together: dict[QWidget, list[QWidget]] = {}
    for widget in shown(top):
        parent = widget.parentWidget()
        if parent is not None and parent.layout() is not None:
            together.setdefault(parent, []).append(widget)
    for seen in together.values():
        for number, one in enumerate(seen):
            for other in seen[number + 1 :]:
                common: QRect = one.geometry().intersected(other.geometry())
                if common.width() > _SLACK and common.height() > _SLACK:
                    yield f"{describe(one)} đè lên {describe(other)}"


def nameless(top: QWidget) -> list[str]:
    """What a screen reader could only call «button» or «edit»."""
    buddies = {
        one.buddy() for one in top.findChildren(QLabel) if one.buddy() is not None and one.text()
    }
    proxied = {buddy.focusProxy() for buddy in buddies} | buddies
    return [
        describe(widget)
        for widget in shown(top)
        if isinstance(widget, INPUTS)
        and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not _named(widget, proxied)
    ]


def _named(widget: QWidget, buddies: set[QWidget | None]) -> bool:
    if widget.accessibleName() or widget in buddies:
        return True
    if isinstance(widget, QAbstractButton):
        return bool(widget.text())
    if isinstance(widget, QTabBar):
        return isinstance(widget.parentWidget(), QTabWidget)
    return False


def twice(top: QWidget) -> list[str]:
    """Letters that two visible widgets answer to with Alt."""
    letters: Counter[str] = Counter()
    for widget in shown(top):
        text = words_of(widget)
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        if isinstance(widget, QAbstractButton | QLabel) and widget.isEnabled():
            letters[QKeySequence.mnemonic(text).toString()] += 1
    return [letter for letter, count in letters.items() if letter and count > 1]


def tab_order(top: QWidget) -> list[QWidget]:
    """What Tab reaches, from the first on."""
    found: list[QWidget] = []
    place = top.nextInFocusChain()
    while place is not None and place is not top:
        tabs = place.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabs and place.isVisible() and place.isEnabled() and place.focusProxy() is None:
            found.append(place)
        place = place.nextInFocusChain()
    return found


def backwards(top: QWidget, inside: QWidget) -> list[str]:
    """Steps of Tab within one row of widgets that go from right to left."""
    order = [one for one in tab_order(top) if inside.isAncestorOf(one)]
    found = []
    for one, other in pairwise(order):
        here = one.mapTo(top, QPoint(0, one.height() // 2))
        there = other.mapTo(top, QPoint(0, other.height() // 2))
        same_box = one.parentWidget() is other.parentWidget()
        if same_box and abs(here.y() - there.y()) < 6 and there.x() < here.x():
            found.append(f"{describe(one)} → {describe(other)}")
    return found


def pages(top: QWidget) -> Iterator[str]:
    """Turn to every tab of what is shown, and tell its words; the first comes back at the end."""
    yield ""
    for tabs in top.findChildren(QTabWidget):
        if not tabs.isVisible():
            continue
        first = tabs.currentIndex()
        for number in range(tabs.count()):
            if number != first and tabs.isTabEnabled(number) and tabs.isTabVisible(number):
                tabs.setCurrentIndex(number)
                yield tabs.tabText(number)
        tabs.setCurrentIndex(first)
