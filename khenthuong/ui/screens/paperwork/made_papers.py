"""The papers on demand that were made: open, number, signed scan, make again, take out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.office_papers import OfficePaper
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.paperwork.number_form import NumberForm
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class MadePapers(QWidget):
    """`again` (paper), `recorded` (paper, number, day), `attached` (paper, path), `removed`,
    `issued`, `replacing` (paper)."""

    again = Signal(object)
    recorded = Signal(object, str, object)
    attached = Signal(object, object)
    removed = Signal(object)
    issued = Signal(object)
    replacing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.wanted = ""
        self._replaced: set[str] = set()
        self.table = RecordsTable(
            (
                ("Đã lập", lambda paper: paper.title),
                ("Số", _number),
                ("Ngày", _day),
                ("Bản ký", _signed),
                ("Tình trạng", self._state),
            ),
            self,
        )
        self.view = RowsView(self.table, (1, -120, -100, -80, -130), "Văn bản đã lập")
        self.number = NumberForm(desk)
        self.open_again = button("Sửa câu trả lời", "sua", tip="Enter")
        self.take_out = button("Bỏ khỏi danh sách", "xoa")
        # Assemble
        EmptyNote(
            self.view, "Chưa lập văn bản nào. Điền ở thẻ «Trả lời và lập», rồi bấm «Lập văn bản»."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(label("Mới nhất ở trên", "soft"), 1)
        buttons.addWidget(self.open_again)
        buttons.addWidget(self.take_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.number)
        # Signals
        self.view.offer_on_rows(mirror(self.open_again, self.take_out))
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_again)
        self.open_again.clicked.connect(self._on_again)
        self.take_out.clicked.connect(self._on_take_out)
        self.number.recorded.connect(self.recorded)
        self.number.attached.connect(self._on_attach)
        self.number.opened.connect(self._on_open)
        self.number.seen.connect(self._on_see)
        self.number.issued.connect(self.issued)
        self.number.replacing.connect(self.replacing)

    @property
    def paper(self) -> OfficePaper | None:
        """The paper chosen."""
        return self.table.record(self.view.row())

    def show_papers(self, papers: Sequence[OfficePaper]) -> None:
        """Show all; the one just made, or the one chosen before, stays chosen."""
        before = self.wanted or (self.paper.code if self.paper else "")
        self.wanted = ""
        self._replaced = {one.replaces for one in papers if one.replaces}
        self.table.show(papers)
        codes = [one.code for one in papers]
        self.view.select(codes.index(before) if before in codes else 0)
        self._on_row()

    def choose(self, code: str) -> None:
        """Select a paper, now or when it is shown."""
        codes = [one.code for one in self.table.shown]
        self.wanted = "" if code in codes else code
        if code in codes:
            self.view.select(codes.index(code))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def see(self) -> None:
        """Show the pages of the chosen paper."""
        if self.paper is not None:
            self._on_see(self.paper)

    @Slot()
    def _on_row(self) -> None:
        self.number.show_office_paper(self.paper)
        self.open_again.setEnabled(self.paper is not None and not self.paper.issued)
        self.take_out.setEnabled(self.paper is not None and not self.paper.number)

    @Slot()
    def _on_again(self) -> None:
        if self.paper is not None and not self.paper.issued:
            self.again.emit(self.paper)

    def _state(self, paper: Any) -> str:
        if paper.code in self._replaced:
            return "Đã bị thay thế"
        if paper.issued:
            return "Đã ban hành"
        return "Bản thay thế" if paper.replaces else "Chưa ban hành"

    @Slot()
    def _on_take_out(self) -> None:
        if self.paper is not None:
            self.removed.emit(self.paper)

    @Slot(object)
    def _on_attach(self, paper: OfficePaper) -> None:
        path = messages.open_file(self, "Chọn bản đã ký (PDF)", messages.PDF)
        if path is not None:
            self.attached.emit(paper, path)

    @Slot(object)
    def _on_see(self, paper: OfficePaper) -> None:
        self._desk.preview(self._desk.root / paper.path, paper.title)

    @Slot(object)
    def _on_open(self, paper: OfficePaper) -> None:
        self._desk.show_folder(self._desk.root / (paper.signed_path or paper.path))


def _number(paper: Any) -> str:
    return paper.number or "(để trống)"


def _day(paper: Any) -> date | None:
    return paper.day


def _signed(paper: Any) -> str:
    return "Đã gắn" if paper.signed_path else "Chưa có"
