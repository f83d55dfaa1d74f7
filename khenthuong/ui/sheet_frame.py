"""The frame around a certificate on blank paper: our own motif, drawn as lines, in millimetres.

Two fine lines hold a band of interlaced waves with a small lotus where they meet. Nothing stands
outside of the border, and nothing is taken from the bằng khen of the State.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from khenthuong.domain.sheet_layouts import FRAME

BAND = 9.0
OUTER = FRAME - BAND
"""From the paper's edge to the outer line: more than any office printer leaves blank."""
_GOLD = QColor("#9A6B12")
_GOLD_PALE = QColor("#C9A14A")
_RED = QColor("#B3261E")
_WAVE = 9.0


def paint(painter: QPainter, width: float, height: float) -> None:
    """Draw the frame for a sheet of that size; the painter's unit is a millimetre."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, thickness, colour in (
        (OUTER, 0.9, _RED),
        (OUTER + 1.4, 0.25, _GOLD),
        (OUTER + BAND - 1.4, 0.25, _GOLD),
        (OUTER + BAND, 0.6, _RED),
    ):
        pen = QPen(colour, thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(_inset(width, height, inset))
    middle = OUTER + BAND / 2
    corners = (
        (middle, middle, width - 2 * middle, 0),
        (width - middle, middle, height - 2 * middle, 90),
        (width - middle, height - middle, width - 2 * middle, 180),
        (middle, height - middle, height - 2 * middle, 270),
    )
    for x, y, length, turn in corners:
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        _band(painter, length)
        _rosette(painter)
        painter.restore()
    painter.restore()


def _inset(width: float, height: float, by: float) -> QRectF:
    return QRectF(by, by, width - 2 * by, height - 2 * by)


def _band(painter: QPainter, length: float) -> None:
    """Two waves that cross, between two corners, whole waves only."""
    start, end = BAND / 2, length - BAND / 2
    count = max(2, 2 * round((end - start) / _WAVE / 2))
    step = (end - start) / count
    for side, colour in ((1, _GOLD), (-1, _GOLD_PALE)):
        path = QPainterPath(QPointF(start, 0))
        for number in range(count):
            x, up = start + number * step, side * (1 if number % 2 else -1) * 3.1
            path.cubicTo(x + step * 0.36, up, x + step * 0.64, up, x + step, 0)
        painter.setPen(QPen(colour, 0.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    for number in range(count):
        _lotus(painter, start + (number + 0.5) * step)


def _lotus(painter: QPainter, x: float) -> None:
    """A bud of three petals, pointing outwards."""
    painter.save()
    painter.translate(x, 0.75)
    painter.setPen(QPen(_GOLD, 0.2))
    for turn, high in ((-38, 1.7), (38, 1.7), (0, 2.1)):
        painter.save()
        painter.rotate(turn)
        painter.setBrush(_GOLD_PALE if turn else _RED)
        painter.drawPath(_petal(high))
        painter.restore()
    painter.restore()


def _petal(high: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(-high * 0.5, -high * 0.4, -high * 0.3, -high * 0.8, 0, -high)
    path.cubicTo(high * 0.3, -high * 0.8, high * 0.5, -high * 0.4, 0, 0)
    return path


def _rosette(painter: QPainter) -> None:
    """A flower of eight petals in the corner, inside the band."""
    painter.setPen(QPen(_GOLD, 0.2))
    for number in range(8):
        painter.save()
        painter.rotate(number * 45)
        painter.setBrush(_GOLD_PALE if number % 2 else _RED)
        painter.drawPath(_petal(2.9 / math.sqrt(1 + number % 2 * 0.6)))
        painter.restore()
    painter.setBrush(_GOLD)
    painter.drawEllipse(QPointF(0, 0), 0.7, 0.7)
