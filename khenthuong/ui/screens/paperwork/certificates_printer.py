"""How far a printer prints beside the mark, measured on a test page, kept by the printer's name."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.sheet_layouts import SheetLayout
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.paperwork import certificates_data as data
from khenthuong.ui.screens.paperwork.certificates_data import CertificatesView
from khenthuong.ui.screens.paperwork.certificates_field import Amount
from khenthuong.ui.sheet_painter import Shift
from khenthuong.ui.sheet_printing import print_test_page
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

_HOW = (
    "1. In trang thử trên máy in sẽ dùng, giấy cùng khổ và cùng khay với phôi.\n"
    "2. Đo bằng thước từ mép giấy đến tâm dấu cộng góc trên bên trái: đúng là 20 mm mỗi chiều.\n"
    "3. Ghi độ lệch: 20 trừ số đo được. Ví dụ đo 18,5 mm thì ghi 1,5 mm; đo 21 mm thì ghi −1 mm.\n"
    "4. Nếu khoảng cách giữa hai dấu cộng xa nhất không đúng thì ghi tỷ lệ: 100 × khoảng cách "
    "đúng ÷ khoảng cách đo được. In lại trang thử để xem."
)


class PrinterPane(QWidget):
    """`changed`: a printer's figures were kept."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CertificatesView | None = None
        self._sheet: SheetLayout | None = None
        self.printer = QuietCombo()
        self.across = Amount(-50, 50, 0.5, " mm")
        self.down = Amount(-50, 50, 0.5, " mm")
        self.percent = Amount(90, 110, 0.1, " %")
        self.test = button("In trang thử…", "in")
        self.save_button = button("Lưu cho máy in này", "luu", primary=True, tip="Ctrl+S")
        # Assemble
        self._assemble()
        # Signals
        self.printer.activated.connect(self._on_printer)
        self.test.clicked.connect(self._on_test)
        self.save_button.clicked.connect(self.save)

    def show_view(self, view: CertificatesView) -> None:
        """Fill the printers: those of this computer and those known from before."""
        self._view = view
        names = dict.fromkeys((*QPrinterInfo.availablePrinterNames(), *view.shifts))
        self.printer.fill([(name, name) for name in names])
        for widget in (self.across, self.down, self.percent, self.save_button):
            widget.setEnabled(bool(names))
        self._on_printer()

    def use_sheet(self, layout: SheetLayout | None) -> None:
        """The sheet for whose size the test page is printed."""
        self._sheet = layout

    @property
    def shift(self) -> Shift:
        """The figures as they stand."""
        return Shift(self.across.value(), self.down.value(), self.percent.value())

    @Slot()
    def save(self) -> None:
        """Keep the figures for the printer chosen."""
        name, shift = self.printer.currentData(), self.shift
        if name:
            self._desk.run(
                data.save_shift, name, shift.x, shift.y, shift.scale, done=self._on_saved
            )

    def _on_saved(self, _: object) -> None:
        self._desk.say(f"Đã lưu độ lệch của máy in «{self.printer.currentText()}».")
        self.changed.emit()

    @Slot()
    def _on_printer(self) -> None:
        known = self._view.shifts.get(self.printer.currentData()) if self._view else None
        self.across.setValue(known.x if known is not None else 0)
        self.down.setValue(known.y if known is not None else 0)
        self.percent.setValue(known.scale if known is not None else 100)

    @Slot()
    def _on_test(self) -> None:
        printer = messages.choose_printer(self) if self._sheet is not None else None
        if printer is None or self._sheet is None:
            return
        if print_test_page(printer, self._sheet, self.shift):
            self._desk.say("Đã gửi trang thử đến máy in.")
        else:
            self._desk.say("Máy in không nhận lệnh in. Hãy xem máy in đã bật chưa.", "bad")

    def _assemble(self) -> None:
        self.printer.setAccessibleName("Máy in")
        self.printer.setPlaceholderText("Máy này chưa cài máy in nào")
        form = QFormLayout()
        form.addRow("Máy in", self.printer)
        form.addRow("Lệch ngang (sang phải là dương)", self.across)
        form.addRow("Lệch dọc (xuống dưới là dương)", self.down)
        form.addRow("Tỷ lệ", self.percent)
        buttons = QHBoxLayout()
        buttons.addWidget(self.test)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        card = QWidget()
        theme.hold(card, most_width=900)
        inside = QVBoxLayout(card)
        inside.setSpacing(12)
        inside.addWidget(label("Chỉnh máy in cho khớp phôi", "heading"))
        inside.addWidget(label(_HOW, "soft", wrap=True))
        inside.addLayout(form)
        inside.addLayout(buttons)
        inside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.addWidget(card, 1)
        layout.addStretch(1)
