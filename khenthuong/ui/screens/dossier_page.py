"""Step Hồ sơ: make the papers, record văn thư's numbers, attach signed scans, seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong import texts
from khenthuong.domain.archive import Paper
from khenthuong.domain.findings import KEEPS_OUT
from khenthuong.domain.kinds import Authority
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.number_form import NumberForm
from khenthuong.ui.screens.round_data import SHORT, RoundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_EMPTY = "Chưa lập văn bản nào. Bấm «Lập văn bản…»; số và ngày để trống cho văn thư."


class DossierPage(QWidget):
    """The papers of a round and what is done with them."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self._result_folder: Path | None = None
        self._edited: Mapping[tuple[str, ...], str] = {}
        self._summary = label("", "", wrap=True)
        self.make = button("Lập văn bản…", "van_ban", primary=True)
        self.seal = button("Chốt hồ sơ…", "chot")
        self.task = TaskBar()
        self.table = RecordsTable(
            (
                ("Thẩm quyền", _authority),
                ("Văn bản", self._title),
                ("Số", _number),
                ("Ngày", _day),
                ("Bản ký", _signed),
            ),
            self,
        )
        self.view = RowsView(self.table, (-104, 7, -112, -88, -76), "Văn bản của đợt")
        self.note = EmptyNote(self.view, _EMPTY)
        self.number = NumberForm(desk)
        self.results = QListWidget()
        self._results_title = label("", "subheading", wrap=True)
        self.folder = button("Mở thư mục", "thu_muc")
        self._results = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.make.clicked.connect(self._on_make)
        self.seal.clicked.connect(self._on_seal)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.number.recorded.connect(self._on_recorded)
        self.number.attached.connect(self._on_attached)
        self.number.opened.connect(self._on_opened)
        self.number.taken.connect(self._on_taken)
        self.folder.clicked.connect(self._on_folder)

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        if self._view is None or self._view.round.code != view.round.code:
            self._results.hide()
        self._view = view
        self._summary.setText(_summary(view))
        for one in (self.make, self.seal):
            one.setEnabled(bool(view.lines) and self.task.isHidden())
        self._load()

    def _load(self) -> None:
        if self._view is not None:
            self._desk.run(_list, self._view.round.code, done=self._on_papers, key="dossier.papers")

    def _on_papers(self, found: tuple[Sequence[Paper], Mapping[tuple[str, ...], str]]) -> None:
        papers, self._edited = found
        row = max(self.view.row(), 0)
        self.table.show(papers)
        self.view.select(min(row, len(papers) - 1))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        paper = self.table.record(self.view.row())
        self.number.show_paper(paper, self._edited.get(_key(paper), "") if paper else "")

    @Slot()
    def _on_make(self) -> None:
        if self._view is not None:
            task = self._begin("Đang lập văn bản…")
            self._desk.run(
                _make, self._view.round.code, task, done=self._on_made, failed=self._on_failed
            )

    @Slot()
    def _on_seal(self) -> None:
        if self._view is None:
            return
        folder = messages.choose_folder(self, "Chọn nơi để gói hồ sơ", self._desk.root)
        if folder is not None:
            task = self._begin("Đang chốt hồ sơ…")
            self._desk.run(
                _seal,
                self._view.round.code,
                folder,
                task,
                done=self._on_sealed,
                failed=self._on_failed,
            )

    def _begin(self, what: str) -> Task:
        self.make.setEnabled(False)
        self.seal.setEnabled(False)
        return self.task.begin(what)

    def _end(self) -> None:
        self.task.end()
        self.make.setEnabled(True)
        self.seal.setEnabled(True)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._desk.on_failed(error)

    def _on_made(self, made: Any) -> None:
        self._end()
        lines = [str(p.path.relative_to(made.folder)) for p in made.papers]
        lines += [
            f"Giữ nguyên bản đã sửa: {p.edited.name}; bản mới nằm bên cạnh"
            for p in made.papers
            if p.edited
        ]
        lines += [f"Chưa lập được cho {p.name}: báo cáo còn thiếu mục" for p in made.problems]
        self._show_results(f"Đã lập {len(made.papers)} văn bản", made.folder, lines)
        self._desk.say(f"Đã lập {len(made.papers)} văn bản.")
        self._load()

    def _on_sealed(self, result: Any) -> None:
        self._end()
        lines = [
            f"{p.path.name} – {texts.label(p.authority)}: {p.nominations} đề nghị, bản {p.version}"
            + (" (không đổi so với lần trước)" if p.unchanged else "")
            for p in result.packages
        ]
        lines += [
            f"Ở ngoài: {out.name} – {out.award_name}: {out.reason}" for out in result.left_out
        ]
        folder = result.packages[0].path.parent if result.packages else None
        count = len(result.packages)
        self._show_results(
            f"Đã chốt {count} gói hồ sơ" if count else "Chưa chốt được gói nào", folder, lines
        )
        if count:
            self._desk.say(f"Đã chốt {count} gói hồ sơ.")
        else:
            self._desk.say("Không đề nghị nào đủ điều kiện vào hồ sơ; xem lý do ở dưới.", "warn")
        self.changed.emit()

    @Slot(object, str, object)
    def _on_recorded(self, paper: Paper, number: str, day: date) -> None:
        self._desk.run(_record, paper, number, day, done=self._on_written)

    @Slot(object)
    def _on_attached(self, paper: Paper) -> None:
        path = messages.open_file(self, "Chọn bản đã ký (PDF)", messages.PDF)
        if path is not None:
            self._desk.run(_attach, paper, path, done=self._on_written)

    @Slot(object)
    def _on_opened(self, paper: Paper) -> None:
        self._desk.show_folder(self._desk.root / (paper.signed_path or paper.path))

    @Slot(object)
    def _on_taken(self, paper: Paper) -> None:
        name = self._edited.get(_key(paper), "")
        if name:
            self._desk.run(_take_in, paper, name, done=self._on_taken_in)

    def _on_taken_in(self, name: str) -> None:
        self._desk.say(f"Từ nay dùng bản đã sửa «{name}»; lập lại văn bản cũng không đè lên nó.")
        self._load()

    def _on_written(self, _: object) -> None:
        self._desk.say("Đã ghi vào sổ.")
        self._load()

    @Slot()
    def _on_folder(self) -> None:
        if self._result_folder is not None:
            self._desk.show_folder(self._result_folder)

    def _show_results(self, title: str, folder: Path | None, lines: Sequence[str]) -> None:
        self._result_folder = folder
        self._results_title.setText(f"{title}\n{folder}" if folder else title)
        self.folder.setVisible(folder is not None)
        self.results.clear()
        for line in lines:
            item = QListWidgetItem(line)
            item.setToolTip(line)
            self.results.addItem(item)
        self._results.show()

    def _title(self, paper: Paper) -> str:
        form = self._desk.ws.forms.get(paper.form)
        title = form.title if form is not None else paper.form
        names = {n.nomination.recipient: n.name for n in self._view.lines} if self._view else {}
        who = names.get(paper.recipient, paper.recipient)
        whole = f"{title} – {who}" if who else title
        return f"(đã sửa ngoài chương trình) {whole}" if _key(paper) in self._edited else whole

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        top.addWidget(self.make)
        top.addWidget(self.seal)
        side = QVBoxLayout(self._results)
        side.setContentsMargins(8, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._results_title, 1)
        head.addWidget(self.folder)
        side.addLayout(head)
        side.addWidget(self.results, 1)
        self.results.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setAccessibleName("Kết quả")
        self._results.hide()
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.number)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._results)
        split.setChildrenCollapsible(False)
        split.setSizes([700, 460])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(top)
        outer.addWidget(self.task)
        outer.addWidget(split, 1)


def _summary(view: RoundView) -> str:
    out = [
        line
        for line in view.lines
        if not line.nomination.override_reason
        and line.check
        and any(f.status in KEEPS_OUT for f in line.check.findings)
    ]
    inside = len(view.lines) - len(out)
    return (
        f"{inside} đề nghị vào hồ sơ, {len(out)} còn ở ngoài."
        if view.lines
        else ("Đợt này chưa có đề nghị.")
    )


def _authority(paper: Paper) -> str:
    return SHORT.get(paper.authority, texts.label(paper.authority))


def _key(paper: Paper) -> tuple[str, ...]:
    return paper.authority, paper.form, paper.recipient, paper.award


def _number(paper: Paper) -> str:
    return "—" if paper.recipient else paper.number or "(để trống)"


def _day(paper: Paper) -> date | None:
    return paper.day


def _signed(paper: Paper) -> str:
    if paper.recipient:
        return "—"
    return "Đã gắn" if paper.signed_path else "Chưa có"


def _list(ws: Any, code: str) -> tuple[Sequence[Paper], Mapping[tuple[str, ...], str]]:
    from khenthuong.services import paper_register

    order = {form.id: form.order for form in ws.forms.values()}
    papers = paper_register.list_papers(ws, code)
    papers = sorted(papers, key=lambda p: (p.authority, bool(p.recipient), order.get(p.form, 0)))
    return papers, paper_register.edited_papers(ws, code)


def _take_in(ws: Any, paper: Paper, name: str) -> str:
    from khenthuong.services import paper_register

    paper_register.take_in_edited(ws, paper.round, Authority(paper.authority), name)
    return name


def _make(ws: Any, code: str, task: Task) -> Any:
    from khenthuong.services import paper_register

    return paper_register.make(ws, code, task.progress, task.cancelled)


def _seal(ws: Any, code: str, out: Path, task: Task) -> Any:
    from khenthuong.services import sealing

    return sealing.seal(ws, code, out, task.progress, task.cancelled)


def _record(ws: Any, paper: Paper, number: str, day: date) -> None:
    from khenthuong.services import paper_register

    authority = Authority(paper.authority)
    paper_register.record_number(ws, paper.round, authority, paper.form, number, day)


def _attach(ws: Any, paper: Paper, path: Path) -> None:
    from khenthuong.services import paper_register

    paper_register.attach_signed(ws, paper.round, Authority(paper.authority), paper.form, path)
