"""Bars of shares side by side: solid, hatched and outlined, so that grey print suffices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from khenthuong.ui import theme

_BAR, _GAP, _LEGEND = 13, 9, 26
_NAME_PART = 0.30
_FIGURES = 172
_EDGE = 8
_HATCH = 5


@dataclass(frozen=True)
class ShareBar:
    """One bar: `part` from 0 to 1, None where nobody is classified; `text` its figures."""

    part: float | None
    text: str


@dataclass(frozen=True)
class ShareGroup:
    """A group with one bar for every entry of the legend."""

    name: str
    bars: tuple[ShareBar, ...]


class ShareChart(QWidget):
    """Shares of groups; the figures stand beside every bar and in the accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend: tuple[str, ...] = ()
        self._groups: tuple[ShareGroup, ...] = ()
        # Assemble
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Cơ cấu")

    def show_groups(self, legend: Sequence[str], groups: Sequence[ShareGroup]) -> None:
        """Draw these groups; each has a bar for every entry of the legend."""
        self._legend, self._groups = tuple(legend), tuple(groups)
        said = [
            f"{group.name}: "
            + ", ".join(f"{n} {bar.text}" for n, bar in zip(legend, group.bars, strict=True))
            for group in groups
        ]
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its groups."""
        high = theme.px(_LEGEND) + len(self._groups) * self._group_height()
        return QSize(theme.px(520), high)

    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(theme.px(420), self.sizeHint().height())

    def _group_height(self) -> int:
        return max(1, len(self._legend)) * theme.px(_BAR + 2) + theme.px(_GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw legend and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        left = int(self.width() * _NAME_PART)
        self._paint_legend(painter)
        for number, group in enumerate(self._groups):
            top = theme.px(_LEGEND) + number * self._group_height()
            self._paint_group(painter, group, left, top)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        across = 0
        for number, name in enumerate(self._legend):
            _fill(painter, QRectF(across, theme.px(4), theme.px(22), theme.px(_BAR - 2)), number)
            across += theme.px(28)
            width = painter.fontMetrics().horizontalAdvance(name)
            painter.setPen(theme.colour("ink"))
            room = QRectF(across, 0, width + 4, theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
            across += width + theme.px(18)

    def _paint_group(self, painter: QPainter, group: ShareGroup, left: int, top: int) -> None:
        figures = theme.px(_FIGURES)
        room = self.width() - left - figures - _EDGE
        high = self._group_height() - theme.px(_GAP)
        painter.setPen(theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(0, top, left - _EDGE, high, flags, group.name)
        painter.setPen(QPen(theme.colour("edge")))
        painter.drawLine(left, top, left, top + high)
        for number, bar in enumerate(group.bars):
            place = top + number * theme.px(_BAR + 2)
            if bar.part:
                wide = max(2.0, bar.part * room)
                _fill(painter, QRectF(left, place + 1, wide, theme.px(_BAR - 1)), number)
            painter.setPen(theme.colour("ink" if number == 0 else "soft"))
            where = QRectF(left + room + _EDGE, place - 1, figures, theme.px(_BAR + 3))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, bar.text)


def _fill(painter: QPainter, place: QRectF, number: int) -> None:
    """Solid, hatched, empty: told apart without colour."""
    ink = theme.colour("accent")
    painter.setPen(QPen(ink))
    solid = QBrush(ink) if number == 0 else QBrush(theme.colour("card"))
    painter.setBrush(solid)
    painter.drawRect(place.adjusted(0, 0, -1, -1))
    if number != 1:
        return
    painter.save()
    painter.setClipRect(place)
    for step in range(-int(place.height()), int(place.width()), _HATCH):
        x = place.left() + step
        painter.drawLine(int(x), int(place.bottom()), int(x + place.height()), int(place.top()))
    painter.restore()
