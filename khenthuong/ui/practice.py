"""The sample commune to play with: opened beside the own books, left again, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

WARNING = "XÃ MẪU – dữ liệu bịa để tập, không in gửi đi"
_LAYING = "Đang dựng xã mẫu, đợi vài giây…"
_OPENED = "Đây là xã mẫu, mọi tên, mọi số đều bịa: cứ thử thoải mái, sổ của anh chị đã đóng lại."
_DROP = (
    "Xóa xã mẫu cùng mọi thứ đã tập trong đó?\n\n{folder}\n\nSổ của anh, chị ở thư mục khác, không "
    "bị đụng đến."
)


class PracticeBar(QFrame):
    """The band above every screen while the sample commune is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.home = button("Về sổ của tôi", "khoi_phuc", primary=True)
        self.drop = button("Bỏ xã mẫu", "xoa")
        # Assemble
        self.setObjectName("strip")
        self.setProperty("kind", "warn")
        self.setAccessibleName(WARNING)
        picture = QLabel()
        picture.setPixmap(theme.pixmap("canh_bao", "warn"))
        words = label(WARNING, "subheading", wrap=True)
        theme.tint(words, "warn")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.addWidget(picture)
        layout.addWidget(words, 1)
        layout.addWidget(self.home)
        layout.addWidget(self.drop)
        self.hide()


class Practice(QObject):
    """Goes to the sample commune and back; the own books are closed meanwhile.

    `leaving` before the books change: nothing of them may stay on screen. `arrived` after it.
    """

    leaving = Signal()
    arrived = Signal()

    def __init__(self, desk: Desk, held: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._held = held
        self.bar = PracticeBar()
        # Signals
        desk.practice_asked.connect(self.open)
        self.bar.home.clicked.connect(self.go_home)
        self.bar.drop.clicked.connect(self.drop)

    @property
    def on(self) -> bool:
        """Whether the sample commune is open."""
        return self._desk.root != self._desk.home

    @Slot()
    def open(self) -> None:
        """Open the sample commune, laid out when there is none yet."""
        if self.on:
            self._desk.say("Xã mẫu đang mở rồi.", "info")
        elif not self._held():
            self._desk.say(_LAYING, "info")
            self._go(_folder(self._desk.home), _lay, _OPENED)

    @Slot()
    def go_home(self) -> None:
        """Back to the own books; what was practised stays for the next time."""
        if not self.on:
            self._desk.say("Đang ở sổ của anh, chị.", "info")
        elif not self._held():
            self._go(self._desk.home, _nothing, "Đã về sổ của anh, chị.")

    @Slot()
    def drop(self) -> None:
        """Delete the sample commune, after asking; then the own books are open."""
        folder = _folder(self._desk.home)
        if not folder.exists():
            self._desk.say("Không có xã mẫu nào để bỏ.", "info")
        elif not (self.on and self._held()) and messages.ask(
            self.bar, "Bỏ xã mẫu", _DROP.format(folder=folder), "Bỏ xã mẫu"
        ):
            self._go(self._desk.home, partial(_drop, folder), "Đã bỏ xã mẫu.")

    def _go(self, root: Path, prepare: Callable[[Path], Any], words: str) -> None:
        self.leaving.emit()
        self._desk.switch(root, prepare, partial(self._on_there, words), self._on_failed)

    def _on_there(self, words: str, _: Any) -> None:
        self._show()
        self._desk.say(words, "info")

    def _on_failed(self, error: Exception) -> None:
        self._show()
        self._desk.on_failed(error)

    def _show(self) -> None:
        self.bar.setVisible(self.on)
        self.arrived.emit()


def _folder(own: Path) -> Path:
    from khenthuong.services import demo

    return demo.practice_folder(own)


def _lay(folder: Path) -> None:
    from khenthuong.services import demo

    demo.lay_practice(folder)


def _drop(folder: Path, _: Path) -> None:
    from khenthuong.services import demo

    demo.drop_practice(folder)


def _nothing(_: Path) -> None:
    pass
