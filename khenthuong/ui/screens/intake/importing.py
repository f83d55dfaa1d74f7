"""Nhập: choose or drop a file, look at what it would do, then take it in whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.batch import Place
from khenthuong.texts import show
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.changes_table import ChangesTable
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.intake.import_data import (
    CountLine,
    changes_of,
    counts_of,
    fault_level,
    fault_place,
    fault_sentence,
)
from khenthuong.ui.screens.intake.list_import import ListPage
from khenthuong.ui.screens.intake.list_import_export import ExportPage
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.screens.transfer.received import ReceivedPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.drop_area import DropArea
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.later import Later
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class ImportScreen(Screen):
    """Import from the workbook."""

    title = "Nhập"
    icon = "nhap_excel"
    help_page = "nhap_excel"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._path: Path | None = None
        self._preview: Any = None
        self.empty_book = button("Lấy sổ mẫu trống…", "so_mau")
        self.drop = DropArea()
        self.task = TaskBar()
        self._verdict = label("", "heading", wrap=True)
        self.take_all = button("Lấy tất cả", tip="Lấy giá trị trong tệp cho mọi dòng khác")
        self.keep_all = button("Giữ tất cả", tip="Giữ giá trị trong sổ cho mọi dòng khác")
        self._chosen = label("", "subheading", wrap=True)
        self._choice = QWidget()
        self.marked = button("Lưu bản đánh dấu lỗi…", "luu")
        self.apply = button("Nhập", "nhap_excel", primary=True, tip="Ctrl+S")
        self.counts = RecordsTable(CountLine.HEADERS, self)
        self.faults = RecordsTable(
            (("Chỗ", fault_place), ("Sai gì, sửa thế nào", fault_sentence), ("Mức", fault_level)),
            self,
        )
        self.changes = ChangesTable(self)
        self.counts_view = RowsView(self.counts, (5, 2, 2, 2, 2), "Đếm theo trang")
        self.faults_view = RowsView(self.faults, (4, 10, 2), "Ô sai")
        self.changes_view = RowsView(self.changes, (-44, 3, 3, 3, 4, 4), "Dòng khác")
        self.tabs = QTabWidget()
        self._result = QWidget()
        self.pages = QTabWidget()
        self._lists = Later(lambda: ListPage(desk))
        self._export = Later(lambda: ExportPage(desk))
        self._received = Later(lambda: ReceivedPane(desk))
        # Assemble
        self._assemble()
        # Signals
        self.empty_book.clicked.connect(self._on_empty_book)
        self.drop.dropped.connect(self.read)
        self.drop.choose.clicked.connect(self.begin_find)
        self.marked.clicked.connect(self._on_marked)
        self.apply.clicked.connect(self.save)
        self.take_all.clicked.connect(self._on_take_all)
        self.keep_all.clicked.connect(self._on_keep_all)
        self.pages.currentChanged.connect(self._on_page)
        self.changes.ticked.connect(self._on_ticked)

    @property
    def lists(self) -> ListPage:
        """The page of other lists."""
        return self._lists.page

    @property
    def export(self) -> ExportPage:
        """The page that writes lists."""
        return self._export.page

    @property
    def received(self) -> ReceivedPane:
        """The page of dossiers received."""
        return self._received.page

    @property
    def _page(self) -> ListPage | ExportPage | ReceivedPane | None:
        """The page in front; None for the workbook's."""
        shown = self.pages.currentWidget()
        return next((one.page for one in self._later if one is shown), None)

    @property
    def _later(self) -> tuple[Later[ListPage] | Later[ExportPage] | Later[ReceivedPane], ...]:
        return self._lists, self._export, self._received

    @Slot()
    def begin_find(self) -> None:
        """Choose a file for the page that is open."""
        if self._page is not None:
            self._page.begin_find()
            return
        path = messages.open_file(self, "Chọn tệp Excel", messages.EXCEL)
        if path is not None:
            self.read(path)

    def arrive(self) -> None:
        """Onto the button that chooses a file."""
        self._on_page(self.pages.currentIndex())

    @Slot(int)
    def _on_page(self, _: int) -> None:
        page = self._page
        if isinstance(page, ExportPage):
            page.refresh()
            page.round.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if isinstance(page, ReceivedPane):
            page.refresh()
            page.incoming.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        drop = page.drop if isinstance(page, ListPage) else self.drop
        drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def read(self, path: Path) -> None:
        """Read a file and show what it would do; nothing is written."""
        self._path = path
        self._preview = None
        self._result.hide()
        self.task.begin(f"Đang đọc «{path.name}»…")
        self.task.cancel.hide()
        self.desk.run(_preview, path, done=self._on_preview, failed=self._on_failed, key="import")

    def refresh(self) -> None:
        """Read the received dossiers again; a preview stays as it is."""
        if isinstance(self._page, ReceivedPane):
            self._page.refresh()

    @Slot()
    def save(self) -> None:
        """Take the file in, all or nothing."""
        if self._page is not None:
            self._page.save()
            return
        if self._preview is None or not self.apply.isEnabled():
            return
        self.apply.setEnabled(False)
        task = self.task.begin("Đang nhập…")
        self.desk.run(
            _apply,
            self._preview,
            self.changes.kept,
            task,
            done=self._on_applied,
            failed=self._on_failed,
        )

    def escape(self) -> None:
        """Put the file away."""
        for later in self._later:
            if later.made:
                later.page.escape()
        self._preview = None
        self._path = None
        self._result.hide()
        self.drop.tell("")

    def would_lose(self) -> bool:
        """Whether an answer to a received dossier is begun that no file holds."""
        return self._received.made and self.received.dirty

    def open_lists(self) -> None:
        """Show the page of other lists."""
        self.pages.setCurrentWidget(self._lists)

    def open_export(self) -> None:
        """Show the page that writes lists."""
        self.pages.setCurrentWidget(self._export)

    def open_received(self) -> None:
        """Show the dossiers of other offices."""
        self.pages.setCurrentWidget(self._received)
        self.received.refresh()

    def _on_preview(self, preview: Any) -> None:
        self.task.end()
        self._preview = preview
        fatal = sum(fault.fatal for fault in preview.faults)
        counts, changes = counts_of(preview), changes_of(preview)
        self.counts.show(counts)
        self.faults.show(preview.faults)
        self.changes.show(changes)
        name = self._path.name if self._path else ""
        self.drop.tell(name)
        self._verdict.setText(_verdict(counts, fatal, len(preview.faults)))
        self.tabs.setTabText(0, "Sẽ làm gì")
        self.tabs.setTabText(1, f"Ô cần xem ({show(len(preview.faults))})")
        self.tabs.setTabText(2, f"Khác với sổ ({show(len(preview.plan.changed))} dòng)")
        self.tabs.setCurrentIndex(1 if fatal else 0)
        self._on_ticked()
        self._choice.setVisible(bool(changes) and not fatal)
        self.marked.setVisible(bool(preview.faults))
        self.apply.setEnabled(not fatal and any(line.new or line.changed for line in counts))
        self._result.show()
        (self.marked if fatal else self.apply).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_take_all(self) -> None:
        self._keep(False)

    @Slot()
    def _on_keep_all(self) -> None:
        self._keep(True)

    def _keep(self, keep: bool) -> None:
        self.tabs.setCurrentWidget(self.changes_view)
        self.changes.keep_all(keep)

    @Slot()
    def _on_ticked(self) -> None:
        rows = len(self.changes.places)
        taken = rows - len(self.changes.kept)
        self._chosen.setText(
            f"Lấy {show(taken)}/{show(rows)} dòng khác với sổ; bỏ dấu dòng nào thì giữ như sổ."
        )

    def _on_applied(self, _: object) -> None:
        self.task.end()
        rows = sum(line.new + line.changed for line in self.counts.records)
        rows -= len(self.changes.kept)
        self.desk.say(f"Đã nhập {rows:,} dòng. Xem ở «Sổ» và «Đợt xét».".replace(",", "."))
        self.escape()
        self.desk.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.task.end()
        self.apply.setEnabled(self._preview is not None)
        self.desk.on_failed(error)

    @Slot()
    def _on_empty_book(self) -> None:
        target = messages.save_file(
            self, "Lưu sổ mẫu trống", Path.home() / "so-khen-thuong.xlsx", "Excel (*.xlsx)"
        )
        if target is not None:
            self.desk.run(_write_empty, target, done=self._on_written)

    @Slot()
    def _on_marked(self) -> None:
        if self._path is None or self._preview is None:
            return
        proposed = self._path.with_name(f"{self._path.stem}-danh-dau.xlsx")
        target = messages.save_file(self, "Lưu bản đánh dấu lỗi", proposed, "Excel (*.xlsx)")
        if target is not None:
            self.desk.run(_write_marked, self._preview, target, done=self._on_written)

    def _on_written(self, target: Path) -> None:
        self.desk.say(f"Đã lưu {target}.")

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addStretch()
        EmptyNote(self.counts_view, "Tệp không có dòng nào.")
        EmptyNote(self.faults_view, "Không có ô nào sai.")
        EmptyNote(self.changes_view, "Không có dòng nào khác với sổ.")
        for view in (self.counts_view, self.faults_view, self.changes_view):
            self.tabs.addTab(view, "")
        choice = QHBoxLayout(self._choice)
        choice.setContentsMargins(0, 0, 0, 0)
        choice.addWidget(self._chosen, 1)
        choice.addWidget(self.keep_all)
        choice.addWidget(self.take_all)
        foot = QHBoxLayout()
        foot.addWidget(self._choice, 1)
        foot.addStretch()
        foot.addWidget(self.marked)
        foot.addWidget(self.apply)
        inside = QVBoxLayout(self._result)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._verdict)
        inside.addWidget(self.tabs, 1)
        inside.addLayout(foot)
        self._result.hide()
        first = QHBoxLayout()
        first.addWidget(self.drop, 1)
        first.addWidget(self.empty_book)
        book = QWidget()
        page = QVBoxLayout(book)
        page.setContentsMargins(0, 8, 0, 0)
        page.addLayout(first)
        page.addWidget(self.task)
        page.addWidget(self._result, 1)
        page.addStretch()
        self.pages.addTab(book, "Sổ mẫu")
        self.pages.addTab(self._lists, "Danh sách khác")
        self.pages.addTab(self._export, "Xuất danh sách")
        self.pages.addTab(self._received, "Hồ sơ nhận")
        self.box.addLayout(top)
        self.box.addWidget(self.pages, 1)


def _verdict(counts: Sequence[CountLine], fatal: int, all_faults: int) -> str:
    if fatal:
        return f"Chưa nhập được: {show(fatal)} ô phải sửa trước. Sổ chưa có gì thay đổi."
    new = sum(line.new for line in counts)
    changed = sum(line.changed for line in counts)
    same = sum(line.same for line in counts)
    if not new and not changed:
        return "Mọi dòng trong tệp đã có sẵn trong sổ; không cần nhập gì."
    notes = f" {show(all_faults)} ô nên xem lại." if all_faults else ""
    counted = f"{show(new)} dòng mới, {show(changed)} dòng khác, {show(same)} dòng giống hệt"
    return f"Nhập được: {counted}.{notes}"


def _preview(ws: Any, path: Path) -> Any:
    from khenthuong.services.intake import importing

    return importing.preview(ws, path)


def _apply(ws: Any, preview: Any, keep: frozenset[Place], task: Task) -> None:
    from khenthuong.services.intake import importing

    importing.apply(ws, preview, keep=keep)


def _write_empty(ws: Any, target: Path) -> Path:
    from khenthuong.services.intake import importing

    importing.write_empty(ws, target)
    return target


def _write_marked(ws: Any, preview: Any, target: Path) -> Path:
    from khenthuong.services.intake import importing

    importing.write_marked(ws, preview, target)
    return target
