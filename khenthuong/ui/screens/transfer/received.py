"""Hồ sơ nhận: packages of other offices, what needs a look in them, and the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.receiving import Submitted
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.transfer import received_data as data
from khenthuong.ui.screens.transfer.received_incoming import IncomingBox
from khenthuong.ui.screens.transfer.received_reply import ReplyForm
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.transfer.receiving import Row, View

_DOSSIER = "(cả hồ sơ)"


class ReceivedPane(QWidget):
    """The dossiers that came; one of them open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self._view: View | None = None
        self._names: Mapping[str, str] = {}
        self.incoming = IncomingBox(desk, "Kéo gói hồ sơ hoặc trả lời (.zip) thả vào đây")
        self.table = RecordsTable(
            (
                ("Cơ quan gửi", _office),
                ("Đợt", _round),
                ("Trình", data.short_authority),
                ("Lần", _version),
                ("Nhận ngày", _received),
                ("Tình trạng", data.state_of),
            ),
            self,
        )
        self.view = RowsView(self.table, (4, 5, -64, -44, -96, -150), "Hồ sơ nhận")
        self.nominees = RecordsTable(
            (
                Heading("Người, tập thể", _name, _by_name),
                ("Danh hiệu, hình thức", _award),
                ("Đơn vị", _unit),
                ("Trong sổ", self._linked),
                ("Trả lời", self._marked),
            ),
            self,
        )
        self.nominees_view = RowsView(self.nominees, (4, 4, 3, 3, 5), "Đề nghị")
        self.notes = RecordsTable((("Cần xem", str),), self)
        self.notes_view = RowsView(self.notes, (1,), "Cần xem")
        self.files = RecordsTable((("Tệp trong gói (Enter: mở)", str),), self)
        self.files_view = RowsView(self.files, (1,), "Tệp trong gói")
        self.tabs = QTabWidget()
        self.picker = RecipientPicker(desk, tuple(RecipientKind))
        self.tie = button("Nối với sổ", "so")
        self.untie = button("Bỏ nối", "xoa")
        self.reply = ReplyForm(desk)
        self._detail = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.nominees_view.offer_on_rows(mirror(self.tie, self.untie))
        self.incoming.taken.connect(self._on_taken)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.nominees_view.selectionModel().currentRowChanged.connect(self._on_nominee)
        self.files_view.activated.connect(self._on_file)
        self.tie.clicked.connect(self._on_tie)
        self.untie.clicked.connect(self._on_untie)
        self.reply.marked.connect(self._on_marked)
        self.reply.wanted.connect(self._on_wanted)

    def refresh(self) -> None:
        """Read the dossiers again."""
        self._desk.run(data.read_rows, done=self._on_rows, key="received.rows")

    def begin_find(self) -> None:
        """Choose a file."""
        self.incoming.choose()

    def save(self) -> None:
        """Take in the file that is being looked at."""
        self.incoming.save()

    def escape(self) -> None:
        """Put that file away."""
        self.incoming.stop()

    @property
    def dirty(self) -> bool:
        """Whether an answer is begun that no file holds."""
        return self.reply.dirty

    def _on_rows(self, rows: Sequence[Row]) -> None:
        self.table.show(rows)
        codes = [row.submission.code for row in rows]
        self._detail.setVisible(bool(rows))
        if rows:
            self.view.select(codes.index(self._code) if self._code in codes else 0)

    @Slot()
    def _on_row(self) -> None:
        row = self.table.record(self.view.row())
        if row is not None:
            self._desk.run(
                data.read_view, row.submission.code, done=self._on_view, key="received.view"
            )

    def _on_view(self, found: tuple[View, tuple[str, ...], Mapping[str, str]]) -> None:
        seen, notes, self._names = found
        code, version = seen.row.submission.code, seen.row.package.version
        shown = self._view
        other = shown is None or (shown.row.submission.code, shown.row.package.version) != (
            code,
            version,
        )
        self._view, self._code = seen, code
        files = tuple(sorted(seen.manifest.files))
        if other:
            self.reply.begin(files, "")
        kept = max(self.nominees_view.row(), 0)
        self.nominees.show((None, *seen.nominees))
        self.notes.show(notes)
        self.files.show(files)
        self.tabs.setTabText(0, f"Đề nghị ({len(seen.nominees)})")
        self.tabs.setTabText(1, f"Cần xem ({len(notes)})")
        self.tabs.setTabText(2, f"Tệp ({len(files)})")
        self.nominees_view.select(0 if other else kept)

    @Slot()
    def _on_nominee(self) -> None:
        one = self._nominee
        self.reply.show_nominee(one)
        self.picker.set_code(one.linked if one else "")
        for widget in (self.picker, self.tie):
            widget.setEnabled(one is not None)
        self.untie.setEnabled(bool(one and one.linked))

    @property
    def _nominee(self) -> Submitted | None:
        return self.nominees.record(self.nominees_view.row())

    @Slot()
    def _on_tie(self) -> None:
        if self._nominee is not None and self.picker.code:
            self._desk.run(data.link, self._nominee, self.picker.code, done=self._on_linked)

    @Slot()
    def _on_untie(self) -> None:
        if self._nominee is not None:
            self._desk.run(data.link, self._nominee, "", done=self._on_linked)

    def _on_linked(self, said: str) -> None:
        self._desk.say(said)
        self._on_row()

    @Slot()
    def _on_file(self) -> None:
        name = self.files.record(self.files_view.row())
        if name:
            self._desk.run(data.open_entry, self._code, name, done=self._on_opened)

    def _on_opened(self, path: Path) -> None:
        self._desk.show_folder(path)

    @Slot()
    def _on_marked(self) -> None:
        self.nominees_view.viewport().update()

    @Slot(object, object)
    def _on_wanted(self, decision: Any, signed: Path | None) -> None:
        start = messages.documents(self._desk.root)
        folder = messages.choose_folder(self, "Chọn nơi ghi tệp trả lời", start)
        if folder is not None:
            draft = data.draft_of(self.reply.marks, decision, signed)
            self._desk.run(
                data.write_reply,
                self._code,
                draft,
                folder,
                self.reply.password.text(),
                done=self._on_written,
            )

    def _on_written(self, found: tuple[Any, tuple[str, ...]]) -> None:
        written, _ = found
        self._desk.say(f"Đã ghi tệp trả lời «{written.path.name}». Hãy gửi tệp này cho nơi gửi.")
        self._desk.show_folder(written.path.parent)
        self.reply.begin(self.files.records, "")
        self.refresh()

    @Slot(str)
    def _on_taken(self, concerns: str) -> None:
        if concerns.startswith("HS-"):
            self._code = concerns
        self.refresh()

    def _linked(self, one: Submitted | None) -> str:
        return self._names.get(one.linked, one.linked) if one and one.linked else ""

    def _marked(self, one: Submitted | None) -> str:
        return "; ".join(mark.words for mark in self.reply.marks_of(one))

    def _assemble(self) -> None:
        EmptyNote(self.view, "Chưa nhận hồ sơ nào. Thả gói của cơ quan khác vào ô trên.")
        EmptyNote(self.notes_view, "Không có gì cần xem: không trùng, không thiếu văn bản.")
        self.notes_view.wrap_rows()
        for view in (self.nominees_view, self.notes_view, self.files_view):
            self.tabs.addTab(view, "")
        tying = QHBoxLayout()
        tying.addWidget(label("Là ai trong sổ", "soft"))
        tying.addWidget(self.picker, 1)
        tying.addWidget(self.tie)
        tying.addWidget(self.untie)
        self.picker.line.setAccessibleName("Là ai trong sổ")
        below = QVBoxLayout(self._detail)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.tabs, 1)
        below.addLayout(tying)
        below.addWidget(self.reply)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(self._detail)
        split.setChildrenCollapsible(False)
        split.setSizes([150, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.incoming)
        layout.addWidget(split, 1)
        self._detail.hide()


def _office(row: Row) -> str:
    return row.submission.office


def _round(row: Row) -> str:
    return row.submission.round_name or row.submission.round


def _version(row: Row) -> int:
    return row.package.version


def _received(row: Row) -> str:
    return texts.show(row.package.received_on)


def _name(one: Submitted | None) -> str:
    return one.name if one else _DOSSIER


def _by_name(one: Submitted | None) -> bytes:
    return name_order(one.name, one.kind) if one else b""


def _award(one: Submitted | None) -> str:
    return one.award_name if one else ""


def _unit(one: Submitted | None) -> str:
    return " · ".join(part for part in (one.position, one.unit) if part) if one else ""
