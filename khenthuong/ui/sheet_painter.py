"""Draws a certificate, in millimetres: the same function for screen, PDF and printer.

Letters are measured once at a large size without hinting, so lines break and stand at the same
millimetre wherever they are drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.sheet_layouts import (
    MM_PER_POINT,
    Block,
    Ink,
    Line,
    Placed,
    SheetLayout,
    blocks,
)
from khenthuong.domain.text_fitting import Measure
from khenthuong.ui import sheet_frame

MM_PER_INCH = 25.4
_LARGE = 200
"""Pixels at which letters are measured and drawn before they are scaled down."""
_SERIFS = ("Times New Roman", "Liberation Serif", "Tinos", "Noto Serif", "DejaVu Serif")
_INKS = {Ink.BLACK: QColor("#000000"), Ink.RED: QColor("#C00000")}
_UNDERLINE = 0.35
"""Thickness of the line under the Tiêu ngữ, mm."""
_BELOW = 0.32
"""How far that line lies under the letters, in letter sizes."""


@dataclass(frozen=True)
class Drawing:
    """A certificate to be drawn. `emblem` is the office's picture of the Quốc huy."""

    layout: SheetLayout
    values: Mapping[SheetField, str]
    kind: RecipientKind | None = None
    emblem: Path | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every field, broken into lines and placed."""
        return blocks(self.layout, self.values, self.measure_of, self.kind)

    def measure_of(self, placed: Placed) -> Measure:
        """How wide words are in a field's letters."""
        font = letters(self.layout.font, placed)
        metrics = QFontMetricsF(font)

        def measure(text: str) -> float:
            return metrics.horizontalAdvance(text) / _LARGE * MM_PER_POINT

        return measure


@dataclass(frozen=True)
class Shift:
    """What puts a printer right: mm to the right and down, and a scale in percent."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 100.0


def paint(
    painter: QPainter, drawing: Drawing, dots_per_mm: float, shift: Shift | None = None
) -> None:
    """Draw a certificate; the painter's origin is the sheet's upper left corner."""
    painter.save()
    begin(painter, dots_per_mm, shift)
    if drawing.layout.framed:
        sheet_frame.paint(painter, drawing.layout.width, drawing.layout.height)
        _paint_emblem(painter, drawing)
    for block in drawing.blocks:
        paint_block(painter, drawing.layout, block)
    painter.restore()


def begin(painter: QPainter, dots_per_mm: float, shift: Shift | None) -> None:
    """Let the painter's unit be a millimetre on the sheet."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(dots_per_mm, dots_per_mm)
    if shift is not None:
        painter.translate(shift.x, shift.y)
        painter.scale(shift.scale / 100, shift.scale / 100)


def paint_block(painter: QPainter, layout: SheetLayout, block: Block) -> None:
    """Draw the lines of one field."""
    placed = block.placed
    painter.setPen(_INKS[placed.ink])
    painter.setFont(letters(layout.font, placed))
    letter = block.fitted.size * MM_PER_POINT
    for line in block.lines:
        _paint_line(painter, line, letter)
    if placed.underline:
        painter.setPen(QPen(_INKS[placed.ink], _UNDERLINE))
        last = block.lines[-1]
        y = last.y + letter * _BELOW
        painter.drawLine(QPointF(last.x, y), QPointF(last.x + last.width, y))


def _paint_line(painter: QPainter, line: Line, letter: float) -> None:
    painter.save()
    painter.translate(line.x, line.y)
    painter.scale(letter / _LARGE, letter / _LARGE)
    painter.drawText(QPointF(0, 0), line.text)
    painter.restore()


def letters(family: str, placed: Placed) -> QFont:
    """The letters of a field at the size at which they are measured."""
    return _font(family, placed.bold, placed.italic)


@lru_cache(maxsize=64)
def _font(family: str, bold: bool, italic: bool) -> QFont:
    font = QFont(installed(family))
    font.setPixelSize(_LARGE)
    font.setBold(bold)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.ForceOutline)
    font.setKerning(False)
    return font


@lru_cache(maxsize=32)
def installed(family: str) -> str:
    """The family itself where this computer has it, else the nearest one with serifs."""
    known = set(QFontDatabase.families())
    return next((name for name in (family, *_SERIFS) if name in known), family)


def page_layout(layout: SheetLayout) -> QPageLayout:
    """The sheet as a page without margins, lying or standing as it is."""
    wide = layout.width > layout.height
    short, long = sorted((layout.width, layout.height))
    # A size given by name, so that printers recognise their tray; 0.5 mm is Qt's own tolerance.
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    orientation = QPageLayout.Orientation
    return QPageLayout(
        size, orientation.Landscape if wide else orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )


def image(drawing: Drawing, dots_per_mm: float) -> QImage:
    """The certificate as a picture on white."""
    layout = drawing.layout
    made = QImage(
        round(layout.width * dots_per_mm),
        round(layout.height * dots_per_mm),
        QImage.Format.Format_RGB32,
    )
    made.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(made)
    paint(painter, drawing, dots_per_mm)
    painter.end()
    return made


def paint_test_page(
    painter: QPainter, width: float, height: float, dots_per_mm: float, shift: Shift
) -> None:
    """Crosses 20 mm from the corners and in the middle, and rulers in mm along two sides."""
    painter.save()
    begin(painter, dots_per_mm, shift)
    painter.setPen(QPen(QColor(Qt.GlobalColor.black), 0.2))
    for x in (_CROSS, width / 2, width - _CROSS):
        for y in (_CROSS, height / 2, height - _CROSS):
            painter.drawLine(QPointF(x - _ARM, y), QPointF(x + _ARM, y))
            painter.drawLine(QPointF(x, y - _ARM), QPointF(x, y + _ARM))
            _note(painter, x + 1.2, y - 1.2, f"{x:g} × {y:g}".replace(".", ","))
    _ruler(painter, int(width), across=True)
    _ruler(painter, int(height), across=False)
    for number, words in enumerate(_TEST_WORDS):
        _note(painter, _CROSS + 25, 45 + number * 6, words, 12)
    painter.restore()


_CROSS = 20.0
_ARM = 3.5
_RULER = 8.0
_TEST_WORDS: Sequence[str] = (
    "Trang thử máy in. Đo bằng thước từ mép giấy đến tâm dấu cộng góc trên bên trái: đúng là 20 mm "
    "mỗi chiều.",
    "Lệch ngang = 20 − số đo từ mép trái; lệch dọc = 20 − số đo từ mép trên (mm, có thể âm).",
    "Tỷ lệ % = 100 × khoảng cách đúng ÷ khoảng cách đo được giữa hai dấu cộng xa nhất.",
)


def _ruler(painter: QPainter, length: int, *, across: bool) -> None:
    for mm in range(int(_CROSS), length - int(_CROSS) + 1):
        tick = 4.0 if mm % 10 == 0 else 2.5 if mm % 5 == 0 else 1.5
        ends = (QPointF(mm, _RULER), QPointF(mm, _RULER + tick))
        if not across:
            ends = tuple(QPointF(end.y(), end.x()) for end in ends)
        painter.drawLine(*ends)
        if mm % 10 == 0:
            x, y = (mm + 0.4, _RULER + 6.6) if across else (_RULER + 4.4, mm + 0.9)
            _note(painter, x, y, str(mm), 7)


def _note(painter: QPainter, x: float, y: float, words: str, size: float = 8) -> None:
    painter.setFont(_font("Liberation Sans", False, False))
    _paint_line(painter, Line(words, x, y, 0), size * MM_PER_POINT)


def _paint_emblem(painter: QPainter, drawing: Drawing) -> None:
    place = drawing.layout.emblem
    if place is None or drawing.emblem is None:
        return
    if drawing.emblem.suffix.lower() == ".svg":
        renderer = QSvgRenderer(QByteArray(drawing.emblem.read_bytes()))
        renderer.render(painter, _square(place.x, place.y, place.size, renderer.defaultSize()))
        return
    picture = QImage(str(drawing.emblem))
    if not picture.isNull():
        painter.drawImage(_square(place.x, place.y, place.size, picture.size()), picture)


def _square(x: float, y: float, size: float, natural: object) -> QRectF:
    """A picture's room around its middle, its longer side `size` long."""
    given = QSizeF(natural)  # type: ignore[arg-type]
    given.scale(size, size, Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(x - given.width() / 2, y - given.height() / 2, given.width(), given.height())
