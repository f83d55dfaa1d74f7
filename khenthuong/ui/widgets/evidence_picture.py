"""The first look at a file: a picture, the first page of a PDF, else what it is in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.labels import label

_WIDTH, _HEIGHT = 132, 132
_READ = 2
"""Pictures are read so many times larger than shown, for screens of small dots."""
_GONE = "Tệp không còn trong kho minh chứng."
_UNREADABLE = "Không đọc được tệp này để xem trước; bấm «Mở»."


class EvidencePicture(QWidget):
    """Shows one file of the store; reading it happens on the worker."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path: Path | None = None
        self.picture = QLabel(self)
        self.words = label("", "quiet", wrap=True)
        # Assemble
        self.words.setParent(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.hold(self, fixed_width=_WIDTH, fixed_height=_HEIGHT)
        self.setAccessibleName("Xem trước minh chứng")

    def show_file(self, name: str, sort: str, path: Path | None) -> None:
        """Show a file: `sort` is «anh», «pdf» or «khac»; no path means that it is gone."""
        self._path = path
        self._tell(_GONE if name and path is None else "")
        if path is None:
            return
        if sort == "khac":
            self._tell(Path(name).suffix.lstrip(".").upper() or name)
            return
        size = QSize(theme.px(_WIDTH) * _READ, theme.px(_HEIGHT) * _READ)
        self._desk.run(_read, path, sort, size, done=self._on_read, key=f"evidence{id(self)}")

    def resizeEvent(self, event: object) -> None:
        """Both lie in the same place: only one is shown."""
        self.picture.setGeometry(self.rect())
        self.words.setGeometry(self.rect())

    def _on_read(self, found: tuple[Path, QImage]) -> None:
        path, image = found
        if path != self._path:
            return
        if image.isNull():
            self._tell(_UNREADABLE)
            return
        shown = QPixmap.fromImage(image).scaled(
            self.size(),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.words.hide()
        self.picture.setPixmap(shown)
        self.picture.show()

    def _tell(self, words: str) -> None:
        self.picture.hide()
        self.words.setText(words)
        self.words.setVisible(bool(words))


def _read(_: object, path: Path, sort: str, size: QSize) -> tuple[Path, QImage]:
    return path, _page(path, size) if sort == "pdf" else _picture(path, size)


def _picture(path: Path, size: QSize) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.isValid():
        reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _page(path: Path, size: QSize) -> QImage:
    from PySide6.QtPdf import QPdfDocument

    from khenthuong.ui.printing import page_image

    # A PDF is read through memory: QtPdf would keep the file open, and Windows lock it.
    held = QBuffer()
    held.setData(path.read_bytes())
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    keeper = QObject()
    document = QPdfDocument(keeper)
    document.load(held)
    if document.status() is not QPdfDocument.Status.Ready or not document.pageCount():
        return QImage()
    points = document.pagePointSize(0)
    dpi = 72 * min(size.width() / points.width(), size.height() / points.height())
    return page_image(document, 0, dpi)
