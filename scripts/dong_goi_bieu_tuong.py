"""Make packaging/windows/khenthuong.ico from resources/icons/khen_thuong.svg.

    python scripts/dong_goi_bieu_tuong.py

Windows wants its icons as pictures of fixed sizes; run this again when the drawing changes.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "icons" / "khen_thuong.svg"
TARGET = ROOT / "packaging" / "windows" / "khenthuong.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
_WHOLE = 256
_HEADER = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def main() -> int:
    """Draw every size and write them into one file."""
    _ = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    drawing = QSvgRenderer(str(SOURCE))
    TARGET.write_bytes(icon_file([(size, _picture(drawing, size)) for size in SIZES]))
    print(f"{TARGET}: {TARGET.stat().st_size} byte")
    return 0


def icon_file(pictures: list[tuple[int, bytes]]) -> bytes:
    """An .ico of PNG pictures, each with its size in pixels (256 is written as 0)."""
    offset = _HEADER.size + _ENTRY.size * len(pictures)
    entries = b""
    for size, data in pictures:
        side = size % _WHOLE
        entries += _ENTRY.pack(side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return _HEADER.pack(0, 1, len(pictures)) + entries + b"".join(data for _, data in pictures)


def _picture(drawing: QSvgRenderer, size: int) -> bytes:
    image: Any = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


if __name__ == "__main__":
    raise SystemExit(main())
