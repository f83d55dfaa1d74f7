"""Choose certificates, see them as they print, print them or lay them into a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong import texts
from khenthuong.domain.certificates import Certificate
from khenthuong.domain.names import slug
from khenthuong.domain.sheet_layouts import SheetLayout
from khenthuong.domain.vietnamese import clean
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.paperwork import certificates_data as data
from khenthuong.ui.screens.paperwork.certificates_data import CertificatesView, Source
from khenthuong.ui.sheet_painter import Shift
from khenthuong.ui.sheet_printing import SheetJob, write_pdf
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.sheet_canvas import SheetCanvas
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

PDF_FILES = "PDF (*.pdf)"
_SHOWN_FAULTS = 4


class PrintPane(QWidget):
    """`changed`: something was printed or written, the books want to be read again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CertificatesView | None = None
        self._job: SheetJob | None = None
        self._printing: tuple[Certificate, ...] = ()
        self._worded: Certificate | None = None
        self._target = ""
        self.source = QuietCombo()
        self.sheet = QuietCombo()
        self.table = RecordsTable(
            (
                Heading("Tên", lambda one: one.name, lambda one: name_order(one.name, one.kind)),
                ("Hình thức", lambda one: one.award_name),
                ("Quyết định", lambda one: one.key.decision_number or "(chưa có)"),
                ("Sổ vàng", lambda one: one.given.golden),
                ("Đã in", lambda one: f"{one.prints} lần" if one.prints else ""),
            ),
            self,
        )
        self.view = RowsView(self.table, (4, 3, -108, -76, -60), "Giấy khen, giấy chứng nhận")
        self.count = label("", "soft")
        self.everyone = button("Chọn tất cả", tip="Ctrl+A")
        self.wording = QPlainTextEdit()
        self.keep = button("Lưu lời ghi", "luu")
        self.reason = QLineEdit()
        self._reason_label = QLabel("Lý do in lại")
        self.state = label("", "problem", wrap=True)
        self.canvas = SheetCanvas()
        self.pdf = button("Lưu PDF…", "luu")
        self.print_button = button("In…", "in", primary=True, tip="Ctrl+P")
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(mirror(self.print_button, self.pdf, self.keep))
        self.source.activated.connect(self._on_source)
        self.sheet.activated.connect(self._on_row)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.everyone.clicked.connect(self.view.selectAll)
        self.wording.textChanged.connect(self._on_wording)
        self.keep.clicked.connect(self.keep_wording)
        self.print_button.clicked.connect(self.print_it)
        self.pdf.clicked.connect(self.save_pdf)

    @property
    def chosen(self) -> tuple[Certificate, ...]:
        """The certificates selected, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.table.record(row) for row in rows)

    @property
    def layout_chosen(self) -> SheetLayout | None:
        """The kind of sheet."""
        known = self.sheet.currentData()
        return known.layout if known is not None else None

    def show_view(self, view: CertificatesView) -> None:
        """Fill the choices; what was chosen stays chosen where it still is."""
        self._view = view
        self.source.fill(view.sources)
        code = self.layout_chosen.code if self.layout_chosen else ""
        self.sheet.fill([(known.layout.name, known) for known in view.layouts])
        codes = [known.layout.code for known in view.layouts]
        self.sheet.setCurrentIndex(codes.index(code) if code in codes else 0)
        self._on_source()

    def choose(self, rows: Sequence[int]) -> None:
        """Select exactly these rows, whatever keys are held down meanwhile (Ctrl+S, Ctrl+P)."""
        wanted = QItemSelection()
        last = self.table.columnCount() - 1
        for row in rows:
            wanted.select(self.table.index(row, 0), self.table.index(row, last))
        flag = QItemSelectionModel.SelectionFlag
        model = self.view.selectionModel()
        model.setCurrentIndex(self.table.index(next(iter(rows), -1), 0), flag.NoUpdate)
        model.select(wanted, flag.ClearAndSelect)
        self._on_row()

    def unsaved(self) -> bool:
        """Whether words were typed that are not kept."""
        return self.keep.isEnabled()

    @Slot()
    def keep_wording(self) -> None:
        """Keep the words for the certificate shown."""
        worded, self._worded = self._worded, None
        if worded is not None and self.keep.isEnabled():
            self.keep.setEnabled(False)
            words = clean(self.wording.toPlainText())
            self._desk.run(data.keep_wording, worded, words, done=self._on_kept)

    @Slot()
    def print_it(self) -> None:
        """Ask for a printer and print what is selected."""
        if not self._may_print():
            return
        printer = messages.choose_printer(self)
        if printer is not None:
            self._give_numbers(lambda chosen: self._start(printer, chosen))

    @Slot()
    def save_pdf(self) -> None:
        """Lay what is selected into one PDF."""
        if not self._may_print():
            return
        name = f"giay-khen-{slug(self.chosen[0].name)}.pdf"
        proposed = messages.documents(self._desk.root) / name
        target = messages.save_file(self, "Lưu PDF", proposed, PDF_FILES)
        if target is not None:
            self._give_numbers(lambda chosen: self._write(target, chosen))

    def _may_print(self) -> bool:
        chosen, layout = self.chosen, self.layout_chosen
        if not chosen or layout is None or self._job is not None:
            self._tell("" if chosen else "Hãy chọn giấy cần in trong danh sách.")
            return False
        if self.keep.isEnabled():
            self._tell("Lời ghi vừa sửa chưa lưu: bấm «Lưu lời ghi» (Ctrl+S) rồi in.")
            self.keep.setFocus()
            return False
        lacking = next((one for one in chosen if one.lacking), None)
        if lacking is not None:
            what = "; ".join(texts.say(code) for code in lacking.lacking)
            self._tell(f"«{lacking.name}»: {what}.")
            return False
        if any(one.prints for one in chosen) and not clean(self.reason.text()):
            self._tell("Có giấy đã in trước đây: hãy ghi lý do in lại.")
            self.reason.setFocus()
            return False
        found = [fault for one in chosen for fault in data.faults(one, layout)]
        return not found or messages.ask(
            self,
            "Có chỗ chưa vừa",
            "\n".join(found[:_SHOWN_FAULTS]) + "\n\nVẫn in?",
            "Vẫn in",
            "Xem lại",
        )

    def _give_numbers(self, then: Any) -> None:
        self._tell("")
        self._busy(busy=True)
        self._desk.run(data.give_numbers, self.chosen, done=then, failed=self._on_refused)

    def _start(self, printer: QPrinter, chosen: Sequence[Certificate]) -> None:
        assert self._view is not None
        self._printing, self._target = tuple(chosen), printer.printerName() or "PDF"
        known = self._view.shifts.get(printer.printerName())
        shift = Shift(known.x, known.y, known.scale) if known is not None else Shift()
        self._job = SheetJob(printer, self._drawings(chosen), shift, self)
        self._job.finished.connect(self._on_printed)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _write(self, target: Path, chosen: Sequence[Certificate]) -> None:
        self._printing, self._target = tuple(chosen), "PDF"
        try:
            write_pdf(target, self._drawings(chosen), "Giấy khen")
        except OSError as error:
            self._on_refused(error)
            return
        self._on_printed(len(self._printing))
        self._desk.say(f"Đã lưu «{target.name}».")

    def _drawings(self, chosen: Sequence[Certificate]) -> list[Any]:
        layout = self.layout_chosen
        assert layout is not None
        assert self._view is not None
        return [data.drawing_of(one, layout, self._view.emblem) for one in chosen]

    @Slot(int)
    def _on_printed(self, sheets: int) -> None:
        self._job = None
        layout = self.layout_chosen
        done = self._printing[:sheets]
        self._busy(busy=False)
        if not done or layout is None:
            return
        self._desk.run(
            data.note_printed,
            done,
            layout.name,
            self._target,
            self.reason.text(),
            done=self._on_noted,
        )

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        sheets = self._job.done if self._job is not None else 0
        self._on_printed(sheets)
        self._tell(text)

    def _on_refused(self, error: Exception) -> None:
        self._busy(busy=False)
        self._desk.on_failed(error)

    def _on_noted(self, count: int) -> None:
        self.reason.clear()
        self._desk.say(f"Đã in {count} giấy; số sổ vàng và nhật ký in đã ghi vào sổ.")
        self.changed.emit()

    def _on_kept(self, _: object) -> None:
        self._desk.say("Đã lưu lời ghi trên giấy.")
        self.changed.emit()

    @Slot()
    def _on_source(self) -> None:
        source = self.source.currentData()
        if source is not None:
            self._desk.run(
                data.read_certificates, source, done=self._on_certificates, key="certificates"
            )

    def _on_certificates(self, found: tuple[Source, tuple[Certificate, ...]]) -> None:
        before = {one.key for one in self.chosen}
        self.table.show(found[1])
        self.choose([n for n, one in enumerate(found[1]) if one.key in before] or [0])

    @Slot(QItemSelection, QItemSelection)
    def _on_selection(self) -> None:
        """Words typed for the one before are kept, not lost."""
        self.keep_wording()
        self._on_row()

    def _shown(self) -> Certificate | None:
        current: Certificate | None = self.table.record(self.view.row())
        return current if current in self.chosen else next(iter(self.chosen), None)

    @Slot()
    def _on_row(self) -> None:
        shown, layout, chosen = self._shown(), self.layout_chosen, self.chosen
        again = any(one.prints for one in chosen)
        self.reason.setVisible(again)
        self._reason_label.setVisible(again)
        self.count.setText(f"Chọn {len(chosen)} trong {self.table.rowCount()}")
        self.wording.blockSignals(True)
        self.wording.setPlainText(shown.values[data.SheetField.ACHIEVEMENT] if shown else "")
        self.wording.blockSignals(False)
        self.wording.setEnabled(shown is not None)
        self.keep.setEnabled(False)
        self._tell(self._problems(shown, layout))
        if shown is None or layout is None or self._view is None:
            self.canvas.show_drawing(None)
            return
        self.canvas.show_drawing(data.drawing_of(shown, layout, self._view.emblem))
        self._desk.run(data.read_scan, layout, done=self._on_scan, key="certificates.scan")

    def _problems(self, shown: Certificate | None, layout: SheetLayout | None) -> str:
        if shown is None or layout is None:
            return ""
        said = [f"«{shown.name}»: {texts.say(code)}." for code in shown.lacking]
        said += data.faults(shown, layout)
        if layout.emblem is not None and self._view is not None and self._view.emblem is None:
            said.append("Chưa có hình Quốc huy: chọn hình ở thẻ «Bố cục phôi».")
        return "\n".join(said[:_SHOWN_FAULTS])

    def _on_scan(self, scan: QImage) -> None:
        self.canvas.show_drawing(self.canvas.drawing, scan)

    @Slot()
    def _on_wording(self) -> None:
        shown = self._shown()
        words = clean(self.wording.toPlainText())
        changed = shown is not None and words != shown.values[data.SheetField.ACHIEVEMENT]
        self.keep.setEnabled(changed)
        self._worded = shown if changed else None

    def _busy(self, *, busy: bool) -> None:
        self.print_button.setEnabled(not busy)
        self.pdf.setEnabled(not busy)

    def _tell(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _assemble(self) -> None:
        self._name_inputs()
        self._reason_label.setBuddy(self.reason)
        split = QSplitter()
        split.addWidget(self._list_side())
        split.addWidget(self._sheet_side())
        split.setChildrenCollapsible(False)
        split.setSizes([560, 580])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addWidget(split)
        for hidden in (self.reason, self._reason_label, self.state):
            hidden.hide()

    def _name_inputs(self) -> None:
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        EmptyNote(
            self.view,
            "Chưa có giấy nào. Giấy khen, giấy chứng nhận lấy từ hồ sơ do xã quyết định của đợt "
            "xét, hoặc từ khen thưởng đã ghi sổ do chính cơ quan này quyết định.",
        )
        self.source.setAccessibleName("Lấy từ")
        self.sheet.setAccessibleName("Mẫu giấy")
        self.wording.setAccessibleName("Lời ghi thành tích")
        self.wording.setTabChangesFocus(True)
        theme.hold(self.wording, fixed_height=64)
        self.reason.setAccessibleName("Lý do in lại")
        self.reason.setPlaceholderText("ví dụ: giấy in bị rách, sai lỗi in")

    def _list_side(self) -> QWidget:
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 8, 0)
        left.addWidget(self.source)
        left.addWidget(self.view, 1)
        under = QHBoxLayout()
        under.addWidget(self.count, 1)
        under.addWidget(self.everyone)
        left.addLayout(under)
        head = QHBoxLayout()
        head.addWidget(label("Lời ghi trên giấy đang xem (bỏ trống: lấy lại từ sổ)", "soft"), 1)
        head.addWidget(self.keep)
        left.addLayout(head)
        for widget in (self.wording, self._reason_label, self.reason, self.state):
            left.addWidget(widget)
        return side

    def _sheet_side(self) -> QWidget:
        side = QWidget()
        right = QVBoxLayout(side)
        right.setContentsMargins(8, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.sheet, 1)
        top.addWidget(self.pdf)
        top.addWidget(self.print_button)
        right.addLayout(top)
        right.addWidget(self.canvas, 1)
        return side
