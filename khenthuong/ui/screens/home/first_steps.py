"""The first steps of a new office, until somebody is nominated: each one button, done or not."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from khenthuong.ui import theme
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.labels import label

if TYPE_CHECKING:
    from khenthuong.services.today import FirstSteps

_STEPS = (
    (
        "Ghi các tập thể của xã",
        "Phòng, trường, trạm, thôn …: mỗi người thuộc một tập thể; thêm nữa thì Ctrl+N",
        "man_hinh:tap_the_moi",
        "Ghi tập thể",
    ),
    (
        "Ghi hoặc nhập danh sách người",
        "Tệp Excel đang có cũng nhập được; ít người thì gõ ngay",
        "man_hinh:nhap",
        "Mở Nhập",
    ),
    (
        "Mở đợt xét đầu tiên",
        "Ngày nhận hồ sơ của đợt quyết định áp dụng quy định nào",
        "man_hinh:dot_xet_moi",
        "Mở đợt",
    ),
    (
        "Thêm đề nghị vào đợt",
        "Máy thẩm định từng đề nghị và nói còn thiếu gì",
        "man_hinh:de_nghi_moi",
        "Thêm đề nghị",
    ),
    (
        "Ghi cuộc họp, phiếu",
        "Danh hiệu phải bình xét, bỏ phiếu thì biên bản là căn cứ; không cần thì bỏ qua",
        "dot::hop",
        "Ghi họp",
    ),
    (
        "Lập Tờ trình",
        "Báo cáo thành tích đủ mục rồi lập, «Xem trước»; số và ngày để trống cho văn thư",
        "dot::ho_so",
        "Lập văn bản",
    ),
)
_BESIDE = {
    1: ("man_hinh:nguoi_moi", "Gõ từng người", "them"),
    5: ("man_hinh:bieu_mau", "Viết báo cáo", "sua"),
}
"""What else belongs to a step, by its number: place, words and icon."""
_NAMES = ("tập thể", "người, hộ", "đợt", "đề nghị", "cuộc họp", "văn bản")


class FirstStepsCard(QFrame):
    """`wanted` (cure) asks for the place of a step; `refused` wants the card no more."""

    wanted = Signal(str)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next = 0
        self._pictures: list[QLabel] = []
        self._states: list[QLabel] = []
        self.buttons: list[QPushButton] = []
        self.beside: dict[int, QPushButton] = {}
        # Assemble
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label("Những bước đầu tiên", "heading"), 0, 0, 1, 2)
        self.hide_them = link("Không hiện nữa")
        self.hide_them.clicked.connect(self.refused)
        grid.addWidget(self.hide_them, 0, 3, 1, 2, Qt.AlignmentFlag.AlignRight)
        for row, (name, about, place, words) in enumerate(_STEPS, start=1):
            picture, state = QLabel(), label("", "soft")
            made = button(words, "toi")
            made.setProperty("place", place)
            made.setAccessibleName(f"{name}: {words}")
            text = label(f"{row}. {name}", "subheading")
            hint = label(about, "soft")
            grid.setRowMinimumHeight(row * 3 - 1, 6)
            grid.addWidget(picture, row * 3, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(text, row * 3, 1)
            grid.addWidget(hint, row * 3 + 1, 1)
            grid.addWidget(state, row * 3, 2, 2, 1)
            grid.addWidget(made, row * 3, 4, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self._pictures.append(picture)
            self._states.append(state)
            self.buttons.append(made)
            made.clicked.connect(self._on_clicked)
        for step, (place, words, icon) in _BESIDE.items():
            beside = self.beside[step] = button(words, icon)
            beside.setProperty("place", place)
            beside.clicked.connect(self._on_clicked)
            grid.addWidget(beside, step * 3 + 3, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            self.setTabOrder(self.buttons[step - 1], beside)
            self.setTabOrder(beside, self.buttons[step])

    def show_steps(self, steps: FirstSteps) -> None:
        """Which are done; the keyboard begins at the first that is not."""
        counts = astuple(steps)
        next_ = next((n for n, count in enumerate(counts) if not count), len(counts))
        for number, count in enumerate(counts):
            self._pictures[number].setPixmap(
                theme.pixmap("dat" if count else "den_buoc_sau", "good" if count else "soft", 24)
            )
            self._states[number].setText(f"{count} {_NAMES[number]}" if count else "chưa")
            made = self.buttons[number]
            made.setProperty("primary", number == next_)
            made.setIcon(theme.icon("toi", "card" if number == next_ else "ink"))
            theme.repolish(made)
        self._next = min(next_, len(counts) - 1)

    def begin(self) -> None:
        """Put the keyboard on the next step."""
        self.buttons[self._next].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("place")))
