"""What the clipboard holds that can be evidence: files copied elsewhere, or a picture."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QTemporaryDir
from PySide6.QtGui import QImage


def pasted(data: QMimeData, folder: QTemporaryDir) -> list[Path]:
    """The files that are pasted; a picture becomes a PNG in `folder` under the time of day.

    Nothing for text: what was copied from a page is no document.
    """
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files or not data.hasImage():
        return files
    picture = data.imageData()
    if not isinstance(picture, QImage) or picture.isNull():
        return []
    path = Path(folder.filePath(f"Ảnh dán {datetime.now():%Y-%m-%d %H%M%S}.png"))
    return [path] if picture.save(str(path), "PNG") else []  # type: ignore[call-overload]
