"""Step Kết quả: what came back for the dossiers of a round, reasons or results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds.round_data import SHORT, RoundView
from khenthuong.ui.screens.transfer import received_data as data
from khenthuong.ui.screens.transfer.received_data import ResultLine
from khenthuong.ui.screens.transfer.received_incoming import IncomingBox
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.dossier.dossier_locks import DossierResult


class ResultsPage(QWidget):
    """`wanted` (recipient, award) asks to open a nomination; `changed` when the books did."""

    changed = Signal()
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self.incoming = IncomingBox(desk, "Kéo tệp trả lời (.zip) của cấp trên thả vào đây")
        self.table = RecordsTable(
            (
                ("Hồ sơ trình", _authority),
                ("Lần chốt", _version),
                ("Tình trạng", _state),
                ("Nơi trả lời", _office),
                ("Nhận ngày", _taken_on),
                ("Quyết định", _decision),
            ),
            self,
        )
        self.view = RowsView(self.table, (4, -80, 3, 4, -96, 4), "Hồ sơ đã chốt")
        self._heading = label("", "subheading", wrap=True)
        self.lines = RecordsTable(
            (("Đề nghị", _name), ("Phần, kết quả", _what), ("Lý do, danh hiệu", _text)), self
        )
        self.lines_view = RowsView(self.lines, (4, 3, 7), "Lý do và kết quả")
        self.go = button("Đến đề nghị", "toi")
        self.signed = button("Mở quyết định", "van_ban")
        self.take_back = button("Hoàn tác lần nhận", "khoi_phuc")
        # Assemble
        self._assemble()
        # Signals
        self.incoming.taken.connect(self._on_taken)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.lines_view.selectionModel().currentRowChanged.connect(self._on_line)
        self.lines_view.activated.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.signed.clicked.connect(self._on_signed)
        self.take_back.clicked.connect(self._on_take_back)

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        self._view = view
        self._desk.run(data.read_results, view.round.code, done=self._on_results, key="results")

    def _on_results(self, found: Sequence[DossierResult]) -> None:
        kept = max(self.view.row(), 0)
        answered = next((n for n, one in enumerate(found) if one.reply), 0)
        self.table.show(found)
        self.view.select(min(kept, len(found) - 1) if kept else answered)
        self._on_row()

    @property
    def _open(self) -> DossierResult | None:
        return self.table.record(self.view.row())

    @Slot()
    def _on_row(self) -> None:
        one = self._open
        lines = data.result_lines(one, self._names()) if one else []
        self.lines.show(lines)
        self._heading.setText(_heading(one))
        self.signed.setEnabled(bool(one and one.taken and one.taken.signed))
        self.take_back.setEnabled(bool(one and one.taken))
        self.lines_view.select(0)
        self._on_line()

    def _names(self) -> Mapping[tuple[str, str], str]:
        lines = self._view.lines if self._view else ()
        return {line.nomination.key: f"{line.name} – {line.award_name}" for line in lines}

    @Slot()
    def _on_line(self) -> None:
        line = self.lines.record(self.lines_view.row())
        self.go.setEnabled(bool(line and line.recipient))

    @Slot()
    def _on_go(self) -> None:
        line = self.lines.record(self.lines_view.row())
        if line is not None and line.recipient:
            self.wanted.emit(line.recipient, line.award)

    @Slot()
    def _on_signed(self) -> None:
        one = self._open
        if one is not None and one.taken is not None:
            self._desk.run(data.signed_path, one.taken, done=self._on_signed_found)

    def _on_signed_found(self, path: Path) -> None:
        self._desk.show_folder(path)

    @Slot()
    def _on_take_back(self) -> None:
        one = self._open
        if one is None or one.taken is None:
            return
        question = (
            f"Bỏ trả lời của {one.taken.office} khỏi sổ? Khen thưởng đã ghi từ quyết định ấy cũng "
            "được rút. Nhận lại tệp thì trở lại như trước."
        )
        if messages.ask(self, "Hoàn tác lần nhận", question, "Hoàn tác"):
            self._desk.run(data.take_back, one.taken, done=self._on_done)

    def _on_done(self, said: Any) -> None:
        self._desk.say(said)
        self.changed.emit()

    @Slot(str)
    def _on_taken(self, _: str) -> None:
        self.changed.emit()

    def _assemble(self) -> None:
        EmptyNote(self.view, "Chưa chốt hồ sơ nào trình nơi khác; chốt ở bước «Hồ sơ».")
        EmptyNote(self.lines_view, "Chưa có trả lời cho hồ sơ này.")
        self.lines_view.wrap_rows()
        foot = QHBoxLayout()
        foot.addWidget(self._heading, 1)
        for one in (self.go, self.signed, self.take_back):
            foot.addWidget(one)
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(foot)
        inside.addWidget(self.lines_view, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        split.setSizes([130, 380])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.incoming)
        layout.addWidget(split, 1)


def _heading(one: DossierResult | None) -> str:
    from khenthuong.services.dossier import answers_taken

    if one is None or one.reply is None:
        return ""
    decided = answers_taken.headline(one.reply)
    if decided:
        return decided[0]
    if one.state.value == "bi_tra_lai":
        return "Chỉ những phần dưới đây được mở để sửa; sửa xong thì chốt lại ở bước «Hồ sơ»."
    return f"Trả lời cho lần {one.reply.version}; hồ sơ đã chốt lại thành lần {one.version}."


def _authority(one: DossierResult) -> str:
    return SHORT.get(one.authority, texts.label(one.authority))


def _version(one: DossierResult) -> int:
    return one.version


def _state(one: DossierResult) -> str:
    return texts.say(f"answer.state_{one.state.value}")


def _office(one: DossierResult) -> str:
    return one.taken.office if one.taken else ""


def _taken_on(one: DossierResult) -> str:
    return texts.show(one.taken.taken_on) if one.taken else ""


def _decision(one: DossierResult) -> str:
    return one.reply.decision.number if one.reply and one.reply.decision else ""


def _name(line: ResultLine) -> str:
    return line.name


def _what(line: ResultLine) -> str:
    return line.what


def _text(line: ResultLine) -> str:
    return line.text
