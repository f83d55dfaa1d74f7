"""«Giới thiệu»: which program this is, where its books lie, and the licences of all its parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong import __version__
from khenthuong.paths import program_folder, shipped
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label, rule

LICENCES = ("resources", "giay_phep.txt")
PART_MARK = "== "
_WIDTH, _HEIGHT = 860, 560
_LIST_WIDTH = 280
_ICON = 48


@dataclass(frozen=True)
class LicencePart:
    """A part of the program (`name`), under which licence, and its whole text."""

    name: str
    licence: str
    text: str


def licences() -> list[LicencePart]:
    """The parts in giay_phep.txt, this program first; empty when the file is not there."""
    path = shipped(*LICENCES)
    if not path.is_file():
        return []
    chapters = f"\n{path.read_text(encoding='utf-8')}".split(f"\n{PART_MARK}")[1:]
    return [_part(chapter) for chapter in chapters]


def _part(chapter: str) -> LicencePart:
    title, _, text = chapter.partition("\n")
    name, _, licence = title.partition(" – ")
    return LicencePart(name, licence, text.strip("\n"))


def open_about(parent: QWidget, desk: Desk) -> None:
    """Show «Giới thiệu» above a window; the desk knows the folder whose books are open."""
    messages.show_dialog(AboutDialog(desk, parent))


class AboutDialog(QDialog):
    """Version, folders, and a list of parts with the licence of the one chosen beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parts = licences()
        self.parts = QListWidget()
        self.licence = label("", "subheading", wrap=True)
        self.text = QPlainTextEdit()
        self._open_data = button("Mở thư mục dữ liệu", "thu_muc")
        self._close = button("Đóng", primary=True)
        # Assemble
        self.setWindowTitle("Giới thiệu")
        self.resize(_WIDTH, _HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(self._heading())
        layout.addLayout(self._places())
        layout.addWidget(rule())
        layout.addLayout(self._licences_heading())
        layout.addWidget(self._licences(), 1)
        layout.addLayout(self._buttons())
        # Signals
        self.parts.currentRowChanged.connect(self._on_part)
        self._open_data.clicked.connect(self._on_open_data)
        self._close.clicked.connect(self.accept)
        self.parts.setCurrentRow(0)
        self.parts.setFocus()

    def _heading(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(theme.pixmap("khen_thuong", size=_ICON))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(f"Khen Thưởng, bản {__version__}", "title"))
        words.addWidget(
            label("Sổ, thẩm định, hồ sơ thi đua, khen thưởng của cấp xã. Làm việc không cần mạng.")
        )
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(picture)
        across.addLayout(words, 1)
        return across

    def _places(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        places = {"Dữ liệu ở:": self._desk.root, "Chương trình ở:": program_folder()}
        for name, folder in places.items():
            place = label(str(folder), wrap=True)
            place.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            form.addRow(name, place)
        return form

    def _licences_heading(self) -> QVBoxLayout:
        made = QVBoxLayout()
        made.setSpacing(4)
        heading = label("Giấy &phép các phần", "subheading")
        heading.setTextFormat(Qt.TextFormat.AutoText)
        heading.setBuddy(self.parts)
        made.addWidget(heading)
        made.addWidget(
            label(
                "Chương trình là phần mềm tự do (GPL-3.0 hoặc mới hơn): được dùng, chép cho nơi "
                "khác, xem và sửa mã nguồn. Qt và PySide6 theo LGPL-3.0 là các thư viện rời trong "
                "thư mục chương trình, thay được bằng bản khác.",
                "soft",
                wrap=True,
            )
        )
        return made

    def _licences(self) -> QSplitter:
        self.parts.setAccessibleName("Các phần của chương trình")
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.addItems([part.name for part in self._parts])
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Nguyên văn giấy phép")
        chosen = QWidget()
        column = QVBoxLayout(chosen)
        column.setContentsMargins(4, 0, 0, 0)
        column.addWidget(self.licence)
        column.addWidget(self.text)
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.parts)
        beside.addWidget(chosen)
        beside.setSizes([_LIST_WIDTH, _WIDTH - _LIST_WIDTH])
        return beside

    def _buttons(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.addWidget(self._open_data)
        across.addStretch()
        across.addWidget(self._close)
        return across

    @Slot(int)
    def _on_part(self, row: int) -> None:
        part = self._parts[row]
        self.licence.setText(f"{part.name}: {part.licence}")
        self.text.setPlainText(part.text)

    @Slot()
    def _on_open_data(self) -> None:
        self._desk.show_folder(self._desk.root)
