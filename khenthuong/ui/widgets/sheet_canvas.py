"""A certificate on screen as it will print, on its scan; fields are moved by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.sheet_layouts import Block
from khenthuong.ui import theme
from khenthuong.ui.sheet_painter import Drawing, paint

STEP, LEAP = 0.5, 5.0
"""Millimetres a field moves by an arrow key, and with Shift."""
_MARGIN = 20
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetCanvas(QWidget):
    """Shows one drawing. With `editable`: `chosen` (field) and `moved` (field, dx, dy in mm).

    A drag moves the field when the mouse is let go; arrow keys move by half a millimetre.
    """

    chosen = Signal(object)
    moved = Signal(object, float, float)

    def __init__(self, *, editable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editable = editable
        self._drawing: Drawing | None = None
        self._scan = QImage()
        self._field: SheetField | None = None
        self._grip: QPointF | None = None
        self._drag = QPointF()
        # Assemble
        self.setMinimumSize(320, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Bố cục trên phôi" if editable else "Giấy như khi in")
        if editable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setToolTip("Kéo để dời; phím mũi tên dời 0,5 mm, giữ Shift dời 5 mm")

    @property
    def drawing(self) -> Drawing | None:
        """What is shown."""
        return self._drawing

    @property
    def field(self) -> SheetField | None:
        """The field chosen."""
        return self._field

    def show_drawing(self, drawing: Drawing | None, scan: QImage | None = None) -> None:
        """Show a certificate, on a scan of the printed sheet if there is one."""
        self._drawing = drawing
        self._scan = scan if scan is not None else QImage()
        self.update()

    def choose(self, field: SheetField | None) -> None:
        """Mark a field as the one that is moved."""
        self._field = field
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as an A4 sheet lies well on an office screen."""
        return QSize(760, 540)

    @property
    def sheet(self) -> QRectF:
        """Where the paper lies in the widget, in pixels."""
        if self._drawing is None:
            return QRectF()
        layout = self._drawing.layout
        margin = theme.px(_MARGIN)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin / 2, -margin / 2)
        scale = min(room.width() / layout.width, room.height() / layout.height)
        width, height = layout.width * scale, layout.height * scale
        return QRectF(
            room.left() + (room.width() - width) / 2,
            room.top() + (room.height() - height) / 2,
            width,
            height,
        )

    @property
    def pixels_per_mm(self) -> float:
        """How large a millimetre of paper is on screen."""
        return self.sheet.width() / self._drawing.layout.width if self._drawing else 1.0

    def point_of(self, field: SheetField) -> QPointF:
        """The middle of a field in pixels; the sheet's corner where it is not shown."""
        room = self._room(field)
        return room.center() if room is not None else self.sheet.topLeft()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, scan, certificate, then what only the screen shows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._drawing is None:
            return
        sheet = self.sheet
        painter.fillRect(sheet.translated(2, 2), theme.colour("line"))
        painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
        if not self._scan.isNull():
            painter.drawImage(sheet, self._scan)
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRect(sheet)
        painter.save()
        painter.translate(sheet.topLeft())
        paint(painter, self._drawing, self.pixels_per_mm)
        painter.restore()
        if self._editable:
            self._paint_rulers(painter, sheet)
            self._paint_rooms(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the field under the pointer."""
        if not self._editable or event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        found = next((b for b in self._blocks() if self._pixels(b).contains(at)), None)
        if found is not None:
            self._field = found.placed.field
            self._grip, self._drag = at, QPointF()
            self.chosen.emit(self._field)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would lie."""
        if self._grip is not None:
            self._drag = event.position() - self._grip
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        if self._grip is None:
            return
        drag = (event.position() - self._grip) / self.pixels_per_mm
        self._grip, self._drag = None, QPointF()
        dx, dy = round(drag.x(), 1), round(drag.y(), 1)
        if (dx or dy) and self._field is not None:
            self.moved.emit(self._field, dx, dy)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen field."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if not self._editable or way is None or self._field is None:
            super().keyPressEvent(event)
            return
        far = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        by = LEAP if far else STEP
        self.moved.emit(self._field, way[0] * by, way[1] * by)

    def _blocks(self) -> tuple[Block, ...]:
        return self._drawing.blocks if self._drawing is not None else ()

    def _room(self, field: SheetField) -> QRectF | None:
        found = next((b for b in self._blocks() if b.placed.field is field), None)
        return self._pixels(found) if found is not None else None

    def _pixels(self, block: Block) -> QRectF:
        """The field's width and the height of its lines, on screen."""
        scale, corner = self.pixels_per_mm, self.sheet.topLeft()
        placed, (left, top, right, bottom) = block.placed, block.room
        left, right = min(left, placed.x), max(right, placed.x + placed.width)
        return QRectF(
            corner.x() + left * scale,
            corner.y() + top * scale,
            (right - left) * scale,
            (bottom - top) * scale,
        )

    def _paint_rooms(self, painter: QPainter) -> None:
        for block in self._blocks():
            mine = block.placed.field is self._field
            pen = QPen(theme.colour("accent" if mine else "edge"), 1.6 if mine else 0.8)
            pen.setStyle(Qt.PenStyle.SolidLine if mine else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            room = self._pixels(block)
            painter.drawRect(room.translated(self._drag) if mine else room)

    def _paint_rulers(self, painter: QPainter, sheet: QRectF) -> None:
        assert self._drawing is not None
        scale = self.pixels_per_mm
        painter.setPen(QPen(theme.colour("soft"), 1))
        font = painter.font()
        font.setPointSizeF(7 * theme.percent() / 100)
        painter.setFont(font)
        for mm in range(0, int(self._drawing.layout.width) + 1, 10):
            x = sheet.left() + mm * scale
            painter.drawLine(QPointF(x, sheet.top() - 4), QPointF(x, sheet.top()))
            if mm % 50 == 0:
                painter.drawText(QPointF(x + 2, sheet.top() - 5), str(mm))
        for mm in range(0, int(self._drawing.layout.height) + 1, 10):
            y = sheet.top() + mm * scale
            painter.drawLine(QPointF(sheet.left() - 4, y), QPointF(sheet.left(), y))
            if mm % 50 == 0 and mm:
                painter.drawText(QPointF(sheet.left() - theme.px(19), y + 3), str(mm))
