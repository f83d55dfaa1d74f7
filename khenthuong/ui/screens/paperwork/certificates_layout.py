"""Lay a kind of sheet out: fields on a scan of it, by mouse, by keys and in millimetres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.certificates import SheetField
from khenthuong.domain.sheet_layouts import Placed, SheetLayout
from khenthuong.texts import label as word
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.paperwork import certificates_data as data
from khenthuong.ui.screens.paperwork.certificates_data import SAMPLE, CertificatesView
from khenthuong.ui.screens.paperwork.certificates_field import FieldForm
from khenthuong.ui.sheet_painter import Drawing
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.file_drop import FileDrop
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.sheet_canvas import SheetCanvas

PICTURES = "Hình (*.png *.jpg *.jpeg *.bmp *.tif *.tiff)"
EMBLEMS = "Hình (*.svg *.png *.jpg *.jpeg)"
LAYOUTS = "Bố cục phôi (*.toml)"
_SIDE = 380


class LayoutPane(QWidget):
    """`changed`: layouts were saved, the books want to be read again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CertificatesView | None = None
        self._layout: SheetLayout | None = None
        self._saved: SheetLayout | None = None
        self._scan = QImage()
        self._wanted = ""
        self._values: Mapping[SheetField, str] = SAMPLE
        self.sheet = QuietCombo()
        self.canvas = SheetCanvas(editable=True)
        self.drop = FileDrop()
        self.fields = QListWidget()
        self.form = FieldForm()
        self.note = label("", "quiet", wrap=True)
        self.state = label("", "problem", wrap=True)
        self.name = QLineEdit()
        self.picture = button("Hình phôi…", "xem", tip="Bản quét hoặc ảnh chụp của phôi in sẵn")
        self.emblem = button("Hình Quốc huy…", tip="Hình do cơ quan cung cấp, in trên giấy trắng")
        self.save_button = button("Lưu mẫu", "luu", primary=True, tip="Ctrl+S")
        self.copy = button("Lưu thành mẫu mới", "them")
        self.bring = button("Nhập…", tip="Nhập bố cục từ tệp TOML")
        self.give = button("Xuất…", tip="Xuất bố cục ra tệp TOML")
        self.drop_own = button("Bỏ mẫu này", "xoa")
        # Assemble
        self._assemble()
        # Signals
        self.sheet.activated.connect(self._on_sheet)
        self.canvas.chosen.connect(self._on_chosen)
        self.canvas.moved.connect(self._on_moved)
        self.drop.dropped.connect(self._on_dropped)
        self.fields.currentRowChanged.connect(self._on_field)
        self.fields.itemChanged.connect(self._on_ticked)
        self.form.edited.connect(self._on_edited)
        self.picture.clicked.connect(self._on_picture)
        self.emblem.clicked.connect(self._on_emblem)
        self.save_button.clicked.connect(self.save)
        self.copy.clicked.connect(self._on_copy)
        self.name.returnPressed.connect(self._on_copy)
        self.bring.clicked.connect(self._on_import)
        self.give.clicked.connect(self._on_export)
        self.drop_own.clicked.connect(self._on_remove)

    @property
    def layout_shown(self) -> SheetLayout | None:
        """The layout as it stands on screen."""
        return self._layout

    def show_view(self, view: CertificatesView) -> None:
        """Fill the choices; what is being edited stays."""
        self._view = view
        code = self._wanted or (self._layout.code if self._layout else "")
        editing = self.unsaved() and not self._wanted
        self._wanted = ""
        self.sheet.fill([(_name(known), known) for known in view.layouts])
        codes = [known.layout.code for known in view.layouts]
        self.sheet.setCurrentIndex(codes.index(code) if code in codes else 0)
        if not editing:
            self._on_sheet()

    def unsaved(self) -> bool:
        """Whether the layout was changed and not saved."""
        return self._layout != self._saved

    def escape(self) -> None:
        """Give up what was changed."""
        self._on_sheet()

    @Slot()
    def save(self) -> None:
        """Keep the layout as the office's own."""
        if self._layout is not None:
            self._desk.run(data.save_layout, self._layout, done=self._on_saved)

    def _on_saved(self, layout: SheetLayout) -> None:
        self._saved = self._layout = layout
        self._wanted = layout.code
        self.name.clear()
        self._desk.say(f"Đã lưu mẫu «{layout.name}».")
        self.changed.emit()

    @Slot()
    def _on_sheet(self) -> None:
        known = self.sheet.currentData()
        self._layout = self._saved = known.layout if known is not None else None
        self._scan = QImage()
        self.drop_own.setEnabled(known is not None and known.own)
        self._fill_fields()
        self._show()
        if self._layout is not None:
            checked = word(self._layout.checked)
            about = f"{checked[:1].upper()}{checked[1:]}. {self._layout.note}".strip()
            self.note.setText(about)
            self._desk.run(data.read_scan, self._layout, done=self._on_scan, key="sheet.scan")

    def _on_scan(self, scan: QImage) -> None:
        self._scan = scan
        self._show()

    def _fill_fields(self) -> None:
        chosen = self.canvas.field
        self.fields.blockSignals(True)
        self.fields.clear()
        for field in SheetField:
            placed = self._layout.place_of(field) if self._layout else None
            item = QListWidgetItem(word(field))
            item.setData(Qt.ItemDataRole.UserRole, field.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if placed else Qt.CheckState.Unchecked)
            self.fields.addItem(item)
        self.fields.blockSignals(False)
        wanted = chosen if chosen and self._placed(chosen) else SheetField.FULL_NAME
        self.fields.setCurrentRow(list(SheetField).index(wanted))
        self._on_field()

    def _placed(self, field: SheetField | None) -> Placed | None:
        return self._layout.place_of(field) if self._layout and field else None

    @Slot()
    def _on_field(self) -> None:
        item = self.fields.currentItem()
        field = _field_of(item) if item is not None else None
        self.form.show_field(self._placed(field))
        self.canvas.choose(field if self._placed(field) else None)

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        if self._layout is None:
            return
        field = _field_of(item)
        shown = item.checkState() is Qt.CheckState.Checked
        if shown and self._placed(field) is None:
            middle = round(self._layout.height / 2, 1)
            quarter = round(self._layout.width / 4, 1)
            self._layout = self._layout.with_field(Placed(field, quarter, middle, quarter * 2))
        elif not shown:
            self._layout = self._layout.without(field)
        self.fields.setCurrentItem(item)
        self._on_field()
        self._show()

    @Slot(object)
    def _on_chosen(self, field: SheetField) -> None:
        self.fields.setCurrentRow(list(SheetField).index(field))

    @Slot(object, float, float)
    def _on_moved(self, field: SheetField, dx: float, dy: float) -> None:
        placed = self._placed(field)
        if placed is not None:
            self._on_edited(placed.moved(dx, dy))
            self.form.show_field(self._placed(field))

    @Slot(object)
    def _on_edited(self, placed: Placed) -> None:
        if self._layout is not None:
            self._layout = self._layout.with_field(placed)
            self._show()

    def _show(self) -> None:
        if self._layout is None:
            self.canvas.show_drawing(None)
            return
        emblem = self._view.emblem if self._view else None
        drawing = Drawing(self._layout, self._values, None, emblem)
        self.canvas.show_drawing(drawing, self._scan)
        said = data.sheet_faults("Lời mẫu", drawing)
        self.state.setText("\n".join(said[:3]))
        self.state.setVisible(bool(said))

    @Slot()
    def _on_picture(self) -> None:
        path = messages.open_file(self, "Chọn bản quét của phôi", PICTURES)
        if path is not None:
            self._take_picture(path)

    @Slot(object)
    def _on_dropped(self, paths: Sequence[Path]) -> None:
        if paths:
            self._take_picture(paths[0])

    def _take_picture(self, path: Path) -> None:
        if self._layout is not None:
            self._desk.run(data.keep_picture, self._layout, path, done=self._on_picture_kept)

    def _on_picture_kept(self, layout: SheetLayout) -> None:
        self._layout = layout
        self._desk.run(data.read_scan, layout, done=self._on_scan, key="sheet.scan")

    @Slot()
    def _on_emblem(self) -> None:
        path = messages.open_file(self, "Chọn hình Quốc huy", EMBLEMS)
        if path is not None:
            self._desk.run(data.keep_emblem, path, done=self._on_written)

    @Slot()
    def _on_copy(self) -> None:
        if self._layout is not None:
            name = self.name.text()
            self._desk.run(data.copy_layout, self._layout, name, done=self._on_saved)

    @Slot()
    def _on_import(self) -> None:
        path = messages.open_file(self, "Nhập bố cục phôi", LAYOUTS)
        if path is not None:
            self._desk.run(data.import_layout, path, done=self._on_saved)

    @Slot()
    def _on_export(self) -> None:
        if self._layout is None:
            return
        proposed = messages.documents(self._desk.root) / f"{self._layout.code}.toml"
        path = messages.save_file(self, "Xuất bố cục phôi", proposed, LAYOUTS)
        if path is not None:
            self._desk.run(data.export_layout, self._layout, path, done=self._on_exported)

    def _on_exported(self, path: Path) -> None:
        self._desk.say(f"Đã xuất «{path.name}».")

    @Slot()
    def _on_remove(self) -> None:
        if self._layout is not None:
            self._desk.run(data.remove_layout, self._layout, done=self._on_written)

    def _on_written(self, _: object) -> None:
        self._saved = self._layout
        self.changed.emit()

    def _assemble(self) -> None:
        self.sheet.setAccessibleName("Mẫu giấy")
        self.fields.setAccessibleName("Các mục trên giấy")
        self.name.setAccessibleName("Tên mẫu mới")
        self.name.setPlaceholderText("Tên mẫu mới")
        inside = QVBoxLayout(self.drop)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.canvas)
        left = QVBoxLayout()
        left.addWidget(self.drop, 1)
        left.addWidget(
            label(
                "Thả bản quét của phôi vào đây làm nền (không in ra). Kéo mục để dời; phím mũi tên "
                "0,5 mm, giữ Shift 5 mm.",
                "quiet",
                wrap=True,
            )
        )
        side = QWidget()
        theme.hold(side, fixed_width=_SIDE)
        right = QVBoxLayout(side)
        right.setContentsMargins(4, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.sheet)
        right.addWidget(self.note)
        right.addLayout(_row(self.picture, self.emblem))
        right.addWidget(self.fields, 1)
        right.addWidget(self.form)
        right.addWidget(self.state)
        right.addLayout(_row(self.bring, self.give, self.drop_own))
        right.addLayout(_row(self.name, self.copy))
        right.addWidget(self.save_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(left, 1)
        layout.addWidget(side)


def _row(*widgets: QWidget) -> QHBoxLayout:
    made = QHBoxLayout()
    for widget in widgets:
        made.addWidget(widget)
    return made


def _field_of(item: QListWidgetItem) -> SheetField:
    return SheetField(item.data(Qt.ItemDataRole.UserRole))


def _name(known: Any) -> str:
    return f"{known.layout.name} (của cơ quan)" if known.own else known.layout.name
