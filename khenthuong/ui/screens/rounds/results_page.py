"""Step Kết quả: what came back for the dossiers of a round, and decisions entered by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import Authority
from khenthuong.domain.vietnamese import sort_key
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds import decision_data
from khenthuong.ui.screens.rounds.decision_data import OutcomeLine
from khenthuong.ui.screens.rounds.decision_form import DecisionForm
from khenthuong.ui.screens.rounds.round_data import SHORT, RoundView
from khenthuong.ui.screens.transfer import received_data as data
from khenthuong.ui.screens.transfer.received_data import ResultLine
from khenthuong.ui.screens.transfer.received_incoming import IncomingBox
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView


class ResultsPage(QWidget):
    """`wanted` (recipient, award) asks to open a nomination; `changed` when the books did."""

    changed = Signal()
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self._asked: Authority | None = None
        self.incoming = IncomingBox(desk, "Kéo tệp trả lời (.zip) của cấp trên thả vào đây")
        self.table = RecordsTable(
            (
                ("Hồ sơ trình", _authority),
                ("Lần chốt", _version),
                ("Tình trạng", _state),
                ("Nơi trả lời, ban hành", _office),
                ("Ngày", _day),
                ("Quyết định", _decision),
            ),
            self,
        )
        self.view = RowsView(self.table, (3, -80, 4, 5, -96, 4), "Kết quả của đợt")
        self._heading = label("", "subheading", wrap=True)
        self.lines = RecordsTable(
            (
                Heading("Đề nghị", _name, self._by_name),
                ("Phần, kết quả", _what),
                ("Lý do, danh hiệu", _text),
            ),
            self,
        )
        self.lines_view = RowsView(self.lines, (4, 3, 7), "Lý do và kết quả")
        self.enter = button("Nhập quyết định…", "them", primary=True)
        self.change = button("Sửa quyết định…", "sua", tip="Enter")
        self.remove = button("Bỏ quyết định", "xoa")
        self.go = button("Đến đề nghị", "toi")
        self.signed = button("Mở quyết định", "van_ban")
        self.take_back = button("Hoàn tác lần nhận", "khoi_phuc")
        self.decision = DecisionForm(desk)
        self.pages = QStackedWidget()
        # Assemble
        self._assemble()
        # Signals
        self.incoming.taken.connect(self._on_taken)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_open)
        self.lines_view.selectionModel().currentRowChanged.connect(self._on_line)
        self.lines_view.activated.connect(self._on_go)
        self.enter.clicked.connect(self.begin_new)
        self.change.clicked.connect(self._on_change)
        self.remove.clicked.connect(self._on_remove)
        self.go.clicked.connect(self._on_go)
        self.signed.clicked.connect(self._on_signed)
        self.take_back.clicked.connect(self._on_take_back)
        self.decision.saved.connect(self._on_saved)
        self.decision.closed.connect(self.stop)

    @property
    def editing(self) -> bool:
        """Whether a decision is being entered."""
        return self.pages.currentWidget() is self.decision

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        if self._view is None or self._view.round.code != view.round.code:
            self.stop()
        self._view = view
        code = view.round.code
        self._desk.run(decision_data.read_outcomes, code, done=self._on_results, key="results")

    def choose(self, authority: Authority) -> None:
        """Begin to enter the decision on a dossier as soon as it is read."""
        self._asked = authority
        self._on_asked()

    @Slot()
    def begin_new(self) -> None:
        """Enter the decision on the chosen dossier."""
        one = self._open
        if self._view is not None and one is not None and one.waiting:
            self._desk.run(
                decision_data.read_new, self._view.round.code, one.authority, done=self._on_form
            )

    def typed(self) -> dict[str, object] | None:
        """What stands in the form of a decision; None for nothing typed."""
        return self.decision.typed() if self.editing else None

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Open the decision as it was being entered; gone where it was taken out since."""
        if self._view is None:
            return
        place = int(cast("int", typed["place"]))
        asked = (self._view.round.code, Authority(str(typed["authority"])), place)

        def shown(view: decision_data.DecisionView | None) -> None:
            if view is not None:
                self._on_form(view)
                self.decision.put_back(typed)

        self._desk.run(decision_data.read_again, *asked, done=shown)

    def save(self) -> None:
        """Keep the decision that is being entered."""
        if self.editing:
            self.decision.save()

    @Slot()
    def stop(self) -> None:
        """Give up what is being entered."""
        had = self.editing
        self.pages.setCurrentIndex(0)
        if had:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form(self, view: decision_data.DecisionView) -> None:
        self.decision.show_decision(view)
        self.pages.setCurrentWidget(self.decision)

    def _on_results(self, found: Sequence[OutcomeLine]) -> None:
        kept = max(self.view.row(), 0)
        answered = next((n for n, one in enumerate(found) if one.result), 0)
        self.table.show(found)
        self.view.select(min(kept, len(found) - 1) if kept else answered)
        self._on_row()
        self._on_asked()

    def _on_asked(self) -> None:
        for row in range(self.table.rowCount()):
            one = self.table.record(row)
            if self._asked is not None and one.authority is self._asked and one.waiting:
                self._asked = None
                self.view.select(row)
                self.begin_new()
                return

    @property
    def _open(self) -> OutcomeLine | None:
        return self.table.record(self.view.row())

    @Slot()
    def _on_row(self) -> None:
        one = self._open
        reply = one.result if one else None
        taken = reply.taken if reply else None
        self.lines.show(_lines(one, self._names()))
        self._heading.setText(_heading(one))
        self.enter.setEnabled(bool(one and one.waiting))
        for made in (self.change, self.remove):
            made.setVisible(bool(one and one.known))
        self.signed.setVisible(bool(taken and taken.signed))
        self.take_back.setVisible(bool(taken))
        self.lines_view.select(0)
        self._on_line()

    def _names(self) -> Mapping[tuple[str, str], str]:
        lines = self._view.lines if self._view else ()
        return {line.nomination.key: f"{line.name} – {line.award_name}" for line in lines}

    def _by_name(self, line: ResultLine) -> bytes:
        lines = self._view.lines if self._view else ()
        whole = {one.nomination.key: name_order(one.name, one.kind) for one in lines}
        return whole.get((line.recipient, line.award), sort_key(line.name))

    @Slot()
    def _on_line(self) -> None:
        line = self.lines.record(self.lines_view.row())
        self.go.setVisible(bool(line and line.recipient))

    @Slot()
    def _on_open(self) -> None:
        """Enter on a dossier: correct its decision, or enter the one it waits for."""
        one = self._open
        if one is not None and one.known is not None:
            self._on_change()
        else:
            self.begin_new()

    @Slot()
    def _on_change(self) -> None:
        one = self._open
        if one is not None and one.known is not None:
            self._desk.run(decision_data.read_known, one.known, done=self._on_form)

    @Slot()
    def _on_remove(self) -> None:
        one = self._open
        if one is not None and one.known is not None:
            self._desk.run(decision_data.withdraw, one.known.decision, done=self._on_done)

    @Slot(str)
    def _on_saved(self, said: str) -> None:
        self._desk.say(said)
        self.stop()
        self.changed.emit()

    @Slot()
    def _on_go(self) -> None:
        line = self.lines.record(self.lines_view.row())
        if line is not None and line.recipient:
            self.wanted.emit(line.recipient, line.award)

    @Slot()
    def _on_signed(self) -> None:
        one = self._open
        if one is not None and one.result is not None and one.result.taken is not None:
            self._desk.run(data.signed_path, one.result.taken, done=self._on_signed_found)

    def _on_signed_found(self, path: Path) -> None:
        self._desk.show_folder(path)

    @Slot()
    def _on_take_back(self) -> None:
        one = self._open
        taken = one.result.taken if one and one.result else None
        if taken is None:
            return
        question = (
            f"Bỏ trả lời của {taken.office} khỏi sổ? Khen thưởng đã ghi từ quyết định ấy cũng "
            "được rút. Nhận lại tệp thì trở lại như trước."
        )
        if messages.ask(self, "Hoàn tác lần nhận", question, "Hoàn tác"):
            self._desk.run(data.take_back, taken, done=self._on_done)

    def _on_done(self, said: Any) -> None:
        self._desk.say(said)
        self.changed.emit()

    @Slot(str)
    def _on_taken(self, _: str) -> None:
        self.changed.emit()

    def _assemble(self) -> None:
        EmptyNote(self.view, "Chưa có đề nghị nào để chờ kết quả.")
        EmptyNote(self.lines_view, "Chưa có quyết định, trả lời nào.")
        self.lines_view.wrap_rows()
        foot = QHBoxLayout()
        foot.addWidget(self._heading, 1)
        for one in (self.go, self.signed, self.take_back, self.remove, self.change, self.enter):
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
        overview = QWidget()
        whole = QVBoxLayout(overview)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.incoming)
        whole.addWidget(split, 1)
        self.pages.addWidget(overview)
        self.pages.addWidget(self.decision)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)


def _lines(one: OutcomeLine | None, names: Mapping[tuple[str, str], str]) -> list[ResultLine]:
    if one is None:
        return []
    if one.result is not None:
        return data.result_lines(one.result, names)
    return [
        ResultLine(
            *line.key,
            names.get(line.key, line.recipient),
            "Được tặng" if line.granted else "Không được tặng",
            line.given_name if line.granted else line.reason,
        )
        for line in sorted(one.known.lines if one.known else (), key=lambda line: line.granted)
    ]


def _heading(one: OutcomeLine | None) -> str:
    from khenthuong.services.dossier import answers_taken

    if one is None:
        return ""
    reply = one.result.reply if one.result else None
    if one.result is None or reply is None:
        waiting = f"{one.waiting} đề nghị chờ quyết định" if one.waiting else ""
        return waiting if one.known is None else _decided(one)
    decided = answers_taken.headline(reply)
    if decided:
        return decided[0]
    if one.result.state.value == "bi_tra_lai":
        return "Chỉ những phần dưới đây được mở để sửa; sửa xong thì chốt lại ở bước «Hồ sơ»."
    return f"Trả lời cho lần {reply.version}; hồ sơ đã chốt lại thành lần {one.result.version}."


def _decided(one: OutcomeLine) -> str:
    if one.known is None:
        return ""
    granted = [line for line in one.known.lines if line.granted]
    said = f"{len(granted)} được tặng, {len(one.known.lines) - len(granted)} không"
    money = sum(line.money or 0 for line in granted)
    return f"{said}; tiền thưởng {texts.show(money)} đồng" if money else said


def _authority(one: OutcomeLine) -> str:
    return SHORT.get(one.authority, texts.label(one.authority))


def _version(one: OutcomeLine) -> int | None:
    return one.version


def _state(one: OutcomeLine) -> str:
    if one.known is not None:
        return "đã nhập quyết định"
    if one.result is not None and one.result.reply is not None:
        return texts.say(f"answer.state_{one.result.state.value}")
    return "chờ quyết định" if one.version is not None else "chưa chốt hồ sơ"


def _office(one: OutcomeLine) -> str:
    if one.known is not None:
        return one.known.decision.issuer
    return one.result.taken.office if one.result and one.result.taken else ""


def _day(one: OutcomeLine) -> object:
    if one.known is not None:
        return one.known.decision.day
    return one.result.taken.taken_on if one.result and one.result.taken else None


def _decision(one: OutcomeLine) -> str:
    if one.known is not None:
        return one.known.decision.number
    reply = one.result.reply if one.result else None
    return reply.decision.number if reply and reply.decision else ""


def _name(line: ResultLine) -> str:
    return line.name


def _what(line: ResultLine) -> str:
    return line.what


def _text(line: ResultLine) -> str:
    return line.text
