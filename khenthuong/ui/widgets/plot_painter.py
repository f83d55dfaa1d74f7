"""Paints the marks of a plot: on the screen, and as a picture for a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
    QPolygonF,
)

from khenthuong.domain.plots.marks import MM_PER_POINT, Area, Drawing, Ink, Line, Words, pieces
from khenthuong.ui import theme
from khenthuong.ui.colours import TABLES, Version

_BIG = 100
"""Letters are measured and drawn at this size in pixels and scaled: the same at every scale."""
_PICTURE_DPI = 200
_MARGIN_MM = 4.0
_MM_PER_INCH = 25.4

Colours = Callable[[Ink], QColor]


def measure(text: str, size: float, bold: bool) -> float:
    """How wide a text is in mm in the program's letters."""
    wide = QFontMetricsF(_font(bold)).horizontalAdvance(text)
    return wide / _BIG * size * MM_PER_POINT


def of_theme(ink: Ink) -> QColor:
    """The colour of the theme in force."""
    return theme.colour(ink.value)


def on_paper(ink: Ink) -> QColor:
    """The colour on white paper, whatever the theme is."""
    return QColor(TABLES[Version.LIGHT][ink.value])


def paint(painter: QPainter, drawing: Drawing, scale: float, colours: Colours) -> None:
    """Paint a drawing at the painter's place; `scale` is pixels a millimetre."""
    painter.save()
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in drawing.marks:
        if isinstance(mark, Line):
            painter.setPen(QPen(colours(mark.ink), mark.width))
            for points in pieces(mark):
                painter.drawPolyline(_polygon(points))
        elif isinstance(mark, Area):
            edge = QPen(colours(mark.edge), mark.width) if mark.edge else Qt.PenStyle.NoPen
            painter.setPen(edge)
            painter.setBrush(QBrush(colours(mark.fill)) if mark.fill else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_polygon(mark.points))
        else:
            _write(painter, mark, colours)
    painter.restore()


def picture(drawings: Sequence[Drawing]) -> QImage:
    """The drawings below one another on white paper, sharp enough for print."""
    scale = _PICTURE_DPI / _MM_PER_INCH
    wide = max(one.width for one in drawings) + 2 * _MARGIN_MM
    high = sum(one.height + _MARGIN_MM for one in drawings) + _MARGIN_MM
    image = QImage(round(wide * scale), round(high * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(_PICTURE_DPI / _MM_PER_INCH * 1000))
    image.setDotsPerMeterY(round(_PICTURE_DPI / _MM_PER_INCH * 1000))
    image.fill(on_paper(Ink.GROUND))
    painter = QPainter(image)
    painter.translate(_MARGIN_MM * scale, _MARGIN_MM * scale)
    for one in drawings:
        paint(painter, one, scale, on_paper)
        painter.translate(0, (one.height + _MARGIN_MM) * scale)
    painter.end()
    return image


def _write(painter: QPainter, mark: Words, colours: Colours) -> None:
    painter.save()
    painter.translate(mark.x, mark.y)
    shrink = mark.size * MM_PER_POINT / _BIG
    painter.scale(shrink, shrink)
    painter.setFont(_font(mark.bold))
    painter.setPen(colours(mark.ink))
    painter.drawText(QPointF(0, 0), mark.text)
    painter.restore()


def _font(bold: bool) -> QFont:
    font = QFont(QGuiApplication.font().family())
    font.setPixelSize(_BIG)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
