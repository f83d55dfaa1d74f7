"""Hiển thị: which version of the theme, how large the text; seen at once, kept on this computer."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from khenthuong.ui import looks, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

_LOOKS = (
    (theme.Look.LIGHT, "Sán&g", "Nền trắng, chữ đậm: hợp phòng làm việc ban ngày."),
    (theme.Look.DARK, "Tố&i", "Nền sẫm, chữ sáng: đỡ chói khi làm buổi tối."),
    (
        theme.Look.CONTRAST,
        "Tương &phản cao",
        "Nền đen, chữ trắng, viền rõ: dành cho mắt kém, màn hình mờ.",
    ),
    (theme.Look.SYSTEM, "Theo &Windows", "Máy đặt sáng thì sáng, đặt tối thì tối."),
)


class DisplayCard(QFrame):
    """The choices of this computer's looks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.looks = QButtonGroup(self)
        self.percent = QuietCombo()
        self.reset = button("Về mặc định", tip="Sáng, cỡ chữ 100 %")
        # Assemble
        self.setObjectName("card")
        self.percent.fill([(f"{one} %", one) for one in theme.PERCENTS])
        self._assemble()
        self._show_now()
        # Signals
        self.looks.idClicked.connect(self._on_chosen)
        self.percent.activated.connect(self._on_chosen)
        self.reset.clicked.connect(self._on_reset)

    def choose(self, look: theme.Look, percent: int) -> None:
        """Put looks on and keep them."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            looks.choose(application, self._desk.settings, look, percent)
        self._show_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what holds now."""
        super().showEvent(event)
        self._show_now()

    @Slot()
    def _on_chosen(self) -> None:
        self.choose(_LOOKS[self.looks.checkedId()][0], self.percent.currentData())

    @Slot()
    def _on_reset(self) -> None:
        self.choose(theme.Look.LIGHT, theme.PERCENTS[0])

    def _show_now(self) -> None:
        number = next(n for n, (look, _, _) in enumerate(_LOOKS) if look is theme.look())
        with QSignalBlocker(self.looks):
            self.looks.button(number).setChecked(True)
        nearest = min(theme.PERCENTS, key=lambda one: abs(one - theme.percent()))
        self.percent.choose(nearest)
        plain = theme.look() is theme.Look.LIGHT and theme.percent() == theme.PERCENTS[0]
        self.reset.setEnabled(not plain)

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label("Giao diện", "heading"))
        for number, (_, name, about) in enumerate(_LOOKS):
            choice = QRadioButton(name)
            choice.setAccessibleDescription(about)
            self.looks.addButton(choice, number)
            layout.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
            note = label(about, "quiet", wrap=True)
            note.setContentsMargins(28, 0, 0, 4)
            layout.addWidget(note)
        layout.addSpacing(8)
        layout.addWidget(label("Cỡ chữ", "heading"))
        layout.addLayout(self._size_line())
        layout.addWidget(
            label(
                "Thay đổi thấy ngay và được nhớ trên máy này, không đổi gì trong sổ, trên văn bản "
                "in ra. Giấy khen, bản xem trước luôn nền trắng như giấy thật.",
                "soft",
                wrap=True,
            )
        )
        layout.addStretch()
        layout.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    def _size_line(self) -> QHBoxLayout:
        name = QLabel("Chữ &lớn")
        name.setBuddy(self.percent)
        line = QHBoxLayout()
        line.addWidget(name)
        line.addWidget(self.percent)
        line.addStretch()
        return line
