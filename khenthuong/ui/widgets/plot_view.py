"""A plot on the screen: as wide as its room, every figure told by pointer or arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from khenthuong.domain.plots.drawing import draw
from khenthuong.domain.plots.figures import Plot
from khenthuong.domain.plots.marks import Drawing, Spot
from khenthuong.ui import theme
from khenthuong.ui.widgets import plot_painter

_PIXELS_A_MM = 4.3
"""At 100 %: eight points are then as large as the small words of the screen."""
_EDGE = 8
_LEAST_MM = 90.0
_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BEFORE = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class PlotView(QWidget):
    """`told` says the figure that is looked at."""

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot: Plot | None = None
        self._drawing: Drawing | None = None
        self._at = -1
        # Assemble
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName("Biểu đồ")

    @property
    def drawing(self) -> Drawing | None:
        """What is painted now; None where there is nothing to draw."""
        return self._drawing

    @property
    def spot(self) -> Spot | None:
        """The figure looked at."""
        if self._drawing is None or not 0 <= self._at < len(self._drawing.spots):
            return None
        return self._drawing.spots[self._at]

    def show_plot(self, plot: Plot | None) -> None:
        """Show a plot; None for none."""
        self._plot, self._at = plot, -1
        self.setAccessibleName(plot.title if plot is not None else "Biểu đồ")
        rows = plot.rows if plot is not None else ()
        self.setAccessibleDescription("; ".join(", ".join(filter(None, row)) for row in rows))
        self._draw()

    def picture(self, width: float) -> QImage | None:
        """The plot on white paper, `width` mm wide; None where there is nothing to draw."""
        if self._plot is None or self._plot.figures is None:
            return None
        return plot_painter.picture(draw(self._plot.figures, width, plot_painter.measure))

    def sizeHint(self) -> QSize:
        """As high as the plot at this width."""
        return QSize(theme.px(600), self._height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, as high."""
        return QSize(theme.px(360), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters measure otherwise."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, and a frame around the figure looked at."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("card"))
        painter.translate(_EDGE, _EDGE)
        plot_painter.paint(painter, self._drawing, self._scale(), plot_painter.of_theme)
        spot = self.spot
        if spot is not None and self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self._place(spot).translated(-_EDGE, -_EDGE)
            painter.drawRect(place.adjusted(-3, -3, 3, 3))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk from figure to figure, Enter says the one looked at again."""
        count = len(self._drawing.spots) if self._drawing is not None else 0
        key = Qt.Key(event.key())
        if not count or key not in (*_NEXT, *_BEFORE, *_ENDS, *_ENTER):
            super().keyPressEvent(event)
            return
        if key in _ENTER:
            self._look(max(self._at, 0), tip=True)
        elif key in _ENDS:
            self._look(0 if key == Qt.Key.Key_Home else count - 1)
        else:
            step = 1 if key in _NEXT else -1
            self._look(min(max(self._at + step, 0), count - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first figure."""
        super().focusInEvent(event)
        if self._drawing is not None and self._drawing.spots:
            self._look(max(self._at, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say the figure under the pointer; where several lie over one another, the smallest."""
        super().mouseMoveEvent(event)
        at = self._under(event.position())
        if at < 0:
            QToolTip.hideText()
        elif at != self._at or not QToolTip.isVisible():
            self._look(at, tip=True)

    def _look(self, at: int, *, tip: bool = False) -> None:
        self._at = at
        spot = self.spot
        if spot is None:
            return
        self.told.emit(spot.said)
        if tip:
            place = self._place(spot)
            QToolTip.showText(self.mapToGlobal(place.bottomLeft().toPoint()), spot.said, self)
        self.update()

    def _under(self, point: QPointF) -> int:
        spots = self._drawing.spots if self._drawing is not None else ()
        found = [n for n, spot in enumerate(spots) if self._place(spot).contains(point)]
        return min(found, key=lambda n: spots[n].room.width * spots[n].room.height, default=-1)

    def _place(self, spot: Spot) -> QRectF:
        scale, room = self._scale(), spot.room
        return QRectF(
            _EDGE + room.x * scale, _EDGE + room.y * scale, room.width * scale, room.height * scale
        )

    def _scale(self) -> float:
        return _PIXELS_A_MM * theme.percent() / 100

    def _height(self) -> int:
        if self._drawing is None:
            return theme.px(40)
        return round(self._drawing.height * self._scale()) + 2 * _EDGE

    def _draw(self) -> None:
        figures = self._plot.figures if self._plot is not None else None
        if figures is None:
            self._drawing = None
        else:
            room = (self.width() - 2 * _EDGE) / self._scale()
            self._drawing = draw(figures, max(_LEAST_MM, room), plot_painter.measure)[0]
        self.setMinimumHeight(self._height())
        self.updateGeometry()
        self.update()


_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
