"""Step Hồ sơ: make the papers, record văn thư's numbers, attach signed scans, seal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.archive import Paper
from khenthuong.domain.dossier import LeftOut
from khenthuong.domain.kinds import Authority
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.paperwork import numbers_data
from khenthuong.ui.screens.paperwork.number_form import NumberForm
from khenthuong.ui.screens.paperwork.print_run import PrintRun
from khenthuong.ui.screens.rounds.crosscheck_panel import CrosscheckPanel, tell
from khenthuong.ui.screens.rounds.round_data import SHORT, RoundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.quiet import password_line
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_EMPTY = "Chưa lập văn bản nào. Bấm «Lập văn bản…»; số và ngày để trống cho văn thư."
_PARAGRAPH = '<p style="margin: 0 0 6px 0">{}</p>'


class DossierPage(QWidget):
    """The papers of a round and what is done with them."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self._result_folder: Path | None = None
        self._wanted: tuple[Authority, str] | None = None
        self._edited: Mapping[tuple[str, ...], str] = {}
        self._summary = label("", "", wrap=True)
        self.make = button("Lập &văn bản…", "van_ban", primary=True)
        self.compare = button("Đối chiếu văn bản", "can_doi_chieu")
        self.print_all = button("In cả hồ sơ…", "in")
        self.seal = button("Chốt &hồ sơ…", "chot")
        self.take_all = button("Dùng mọi bản đã sửa", "sua")
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
        self.view = RowsView(self.table, (-104, 7, -112, -112, -76), "Văn bản của đợt")
        self.note = EmptyNote(self.view, _EMPTY)
        self.number = NumberForm(desk)
        self.results = QTextBrowser()
        self._results_title = label("", "subheading", wrap=True)
        self.folder = button("Mở thư mục", "thu_muc")
        self.password = password_line("Mật khẩu cho gói")
        self.seal_now = button("Chọn nơi để gói và chốt…", "chot", primary=True)
        self.with_pages = QCheckBox("Kèm bản PDF cạnh mỗi văn bản Word")
        self._printing = PrintRun(desk, self)
        self._results = QWidget()
        self.crosscheck = CrosscheckPanel()
        # Assemble
        self._assemble()
        self._connect()

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        if self._view is None or self._view.round.code != view.round.code:
            self._results.hide()
            self.crosscheck.hide()
        self._view = view
        if not view.lines:
            self._summary.setText("Đợt này chưa có đề nghị.")
        for one in (self.make, self.compare, self.seal):
            one.setEnabled(bool(view.lines) and self.task.isHidden())
        self._load()

    def choose(self, authority: Authority, form: str) -> None:
        """Select a paper of the dossier as soon as it is read: its number waits."""
        self._wanted = (authority, form)
        self._on_wanted()

    def _on_wanted(self) -> None:
        for row in range(self.table.rowCount()):
            paper = self.table.record(row)
            if (paper.authority, paper.form) == self._wanted:
                self._wanted = None
                self.view.select(row)
                self.number.number.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _load(self) -> None:
        if self._view is not None:
            code = self._view.round.code
            self._desk.run(_list, code, done=self._on_papers, key="dossier.papers")
            self._desk.run(_outlook, code, done=self._on_outlook, key="dossier.outlook")

    def _on_outlook(self, found: Sequence[Any]) -> None:
        if found:
            self._summary.setText(_summary(found))

    def _on_papers(self, found: tuple[Sequence[Paper], Mapping[tuple[str, ...], str]]) -> None:
        papers, self._edited = found
        row = max(self.view.row(), 0)
        self.take_all.setVisible(len(self._edited) > 1)
        self.table.show(papers)
        self.print_all.setEnabled(bool(papers) and self.task.isHidden())
        self.view.select(min(row, len(papers) - 1))
        self._on_row()
        self._on_wanted()

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
        if self._view is not None:
            self._desk.run(_outlook, self._view.round.code, done=self._on_asked)

    def _on_asked(self, found: Sequence[Any]) -> None:
        self._summary.setText(_summary(found))
        inside = sum(one.nominations for one in found)
        title = "Nếu chốt bây giờ" if inside else "Chưa đề nghị nào vào được hồ sơ"
        self._show_results(title, None, _outlook_lines(found))
        self.seal_now.setVisible(bool(inside))
        self.password.setVisible(bool(inside))
        self.with_pages.setVisible(bool(inside))
        self.seal_now.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_seal_now(self) -> None:
        if self._view is None:
            return
        start = messages.documents(self._desk.root)
        folder = messages.choose_folder(self, "Chọn nơi để gói hồ sơ", start)
        if folder is not None:
            self._desk.run(
                _seal,
                self._view.round.code,
                folder,
                self.with_pages.isChecked(),
                self.password.text(),
                self._begin("Đang chốt hồ sơ…"),
                done=self._on_sealed,
                failed=self._on_failed,
            )

    @Slot()
    def _on_compare(self) -> None:
        if self._view is not None:
            self._desk.run(
                _compare,
                self._view.round.code,
                self._begin("Đang đối chiếu văn bản…"),
                done=self._on_compared,
                failed=self._on_failed,
            )

    def _on_compared(self, told: Sequence[Any]) -> None:
        self._end()
        self._results.hide()
        self.crosscheck.show_mismatches(told)
        self.crosscheck.show()
        self.crosscheck.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not told:
            self._desk.say("Các văn bản khớp nhau và khớp sổ.")

    @Slot(object, str, str)
    def _on_accepted(self, mismatch: Any, reason: str, by: str) -> None:
        if self._view is not None:
            code = self._view.round.code
            self._desk.run(_accept, code, mismatch, reason, by, done=self._on_reasoned)

    @Slot(object)
    def _on_reason_back(self, mismatch: Any) -> None:
        if self._view is not None:
            self._desk.run(_take_back, self._view.round.code, mismatch, done=self._on_reasoned)

    def _on_reasoned(self, _: object) -> None:
        self._on_compare()

    def _begin(self, what: str) -> Task:
        for one in (self.make, self.compare, self.seal, self.seal_now):
            one.setEnabled(False)
        return self.task.begin(what)

    def _end(self) -> None:
        self.task.end()
        for one in (self.make, self.compare, self.seal, self.seal_now):
            one.setEnabled(True)

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
        if made.papers:
            self._desk.say(f"Đã lập {len(made.papers)} văn bản.")
        else:
            self._desk.say("Chưa lập được văn bản nào: vì sao thì xem ở bên phải.", "warn")
        self._load()

    def _on_sealed(self, answer: tuple[Any, Sequence[Any]]) -> None:
        self._end()
        result, told = answer
        lines = [
            f"Chưa chốt hồ sơ {texts.label(authority)}: các văn bản lệch nhau, xem ở dưới"
            for authority in result.refused
        ]
        lines += [
            f"{p.path.name} – {texts.label(p.authority)}: {p.nominations} đề nghị, bản {p.version}"
            + (" (không đổi so với lần trước)" if p.unchanged else "")
            for p in result.packages
        ]
        lines += [_out_line(out) for out in result.left_out]
        folder = result.packages[0].path.parent if result.packages else None
        count = len(result.packages)
        self._show_results(
            f"Đã chốt {count} gói hồ sơ" if count else "Chưa chốt được gói nào", folder, lines
        )
        if folder is not None:
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        self.crosscheck.setVisible(bool(told))
        self.crosscheck.show_mismatches(told)
        if result.refused:
            self._desk.say("Có hồ sơ chưa chốt được vì văn bản lệch nhau; xem ở dưới.", "warn")
        elif count:
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
    def _on_seen(self, paper: Paper) -> None:
        self._desk.preview(self._desk.root / paper.path, self._title(paper))

    @Slot(object)
    def _on_taken(self, paper: Paper) -> None:
        name = self._edited.get(_key(paper), "")
        if name:
            self._desk.run(_take_in, paper, name, done=self._on_taken_in)

    @Slot()
    def _on_take_all(self) -> None:
        if self._view is not None:
            self._desk.run(_take_in_all, self._view.round.code, done=self._on_taken_all)

    def _on_taken_all(self, names: Sequence[str]) -> None:
        self._desk.say(f"Từ nay dùng {len(names)} bản đã sửa; lập lại văn bản cũng không đè lên.")
        self._load()

    @Slot(object)
    def _on_issued(self, paper: Paper) -> None:
        self._desk.run(numbers_data.issue, paper, done=self._on_written)

    @Slot(object)
    def _on_replacing(self, paper: Paper) -> None:
        self._desk.run(numbers_data.replace, paper, done=self._on_replaced)

    def _on_replaced(self, _: object) -> None:
        self._desk.say("Đã lập bản thay thế; bản đã ban hành nằm cạnh đó, không đổi.")
        self._load()

    def _on_taken_in(self, name: str) -> None:
        self._desk.say(f"Từ nay dùng bản đã sửa «{name}»; lập lại văn bản cũng không đè lên nó.")
        self._load()

    def _on_written(self, _: object) -> None:
        self._desk.say("Đã ghi vào sổ.")
        self._load()

    @Slot()
    def _on_print_all(self) -> None:
        """All papers as the table lists them, dossier by dossier."""
        papers = [self._desk.root / paper.path for paper in self.table.records]
        if papers and self._printing.choose():
            self._printing.start(papers, self._begin("Đang chuẩn bị trang in…"))

    @Slot(str)
    def _on_printed(self, said: str) -> None:
        self._end()
        self._desk.say(said)

    @Slot()
    def _on_folder(self) -> None:
        if self._result_folder is not None:
            self._desk.show_folder(self._result_folder)

    def _show_results(self, title: str, folder: Path | None, lines: Sequence[str]) -> None:
        self._result_folder = folder
        self._results_title.setText(f"{title}\n{folder}" if folder else title)
        self.folder.setVisible(folder is not None)
        self.seal_now.hide()
        self.password.hide()
        self.with_pages.hide()
        self.results.setHtml(
            "".join(f'<p style="margin: 0 0 6px 0">{escape(x)}</p>' for x in lines)
        )
        self._results.show()

    def _title(self, paper: Paper) -> str:
        form = self._desk.ws.forms.get(paper.form)
        title = form.title if form is not None else paper.form
        names = {n.nomination.recipient: n.name for n in self._view.lines} if self._view else {}
        who = names.get(paper.recipient, paper.recipient)
        whole = f"{title} – {who}" if who else title
        return f"(đã sửa ngoài chương trình) {whole}" if _key(paper) in self._edited else whole

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.compare.clicked.connect(self._on_compare)
        self.take_all.clicked.connect(self._on_take_all)
        self.crosscheck.opened.connect(self._desk.show_folder)
        self.crosscheck.accepted.connect(self._on_accepted)
        self.crosscheck.taken_back.connect(self._on_reason_back)
        self.seal.clicked.connect(self._on_seal)
        self.seal_now.clicked.connect(self._on_seal_now)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.number.recorded.connect(self._on_recorded)
        self.number.attached.connect(self._on_attached)
        self.number.opened.connect(self._on_opened)
        self.number.seen.connect(self._on_seen)
        self.number.taken.connect(self._on_taken)
        self.number.issued.connect(self._on_issued)
        self.number.replacing.connect(self._on_replacing)
        self.folder.clicked.connect(self._on_folder)
        self.print_all.clicked.connect(self._on_print_all)
        self._printing.ended.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._summary, 1)
        for one in (self.take_all, self.make, self.compare, self.print_all, self.seal):
            top.addWidget(one)
        self.take_all.hide()
        side = QVBoxLayout(self._results)
        side.setContentsMargins(8, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self._results_title, 1)
        head.addWidget(self.folder)
        side.addLayout(head)
        side.addWidget(self.results, 1)
        side.addWidget(self.with_pages)
        side.addWidget(self.password)
        side.addWidget(self.seal_now)
        self.results.setTabChangesFocus(True)
        self.results.setAccessibleName("Kết quả")
        self._results.hide()
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.number)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self._results)
        right.addWidget(self.crosscheck)
        right.setChildrenCollapsible(False)
        right.setSizes([220, 380])
        self.crosscheck.hide()
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([700, 460])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(top)
        outer.addWidget(self.task)
        outer.addWidget(split, 1)


def _summary(found: Sequence[Any]) -> str:
    inside = sum(one.nominations for one in found)
    outside = sum(len(one.left_out) for one in found)
    return f"Nếu chốt bây giờ: {inside} đề nghị vào hồ sơ, {outside} còn ở ngoài."


def _outlook_lines(found: Sequence[Any]) -> list[str]:
    lines: list[str] = []
    for one in found:
        count = f"{one.nominations} đề nghị vào, {len(one.left_out)} ở ngoài"
        lines.append(f"{texts.label(one.authority)}: {count}")
        if one.unnumbered or one.unsigned:
            lines.append(
                f"Nhắc: {one.unnumbered} văn bản chưa có số, {one.unsigned} văn bản chưa gắn "
                "bản ký; vẫn chốt được."
            )
        lines += [_out_line(out) for out in one.left_out]
    return lines


def _out_line(out: LeftOut) -> str:
    return f"Ở ngoài: {out.name} – {out.award_name}: {out.reason}"


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
    from khenthuong.services.paperwork import paper_register

    order = {form.id: form.order for form in ws.forms.values()}
    papers = paper_register.list_papers(ws, code)
    papers = sorted(papers, key=lambda p: (p.authority, bool(p.recipient), order.get(p.form, 0)))
    return papers, paper_register.edited_papers(ws, code)


def _take_in(ws: Any, paper: Paper, name: str) -> str:
    from khenthuong.services.paperwork import paper_register

    paper_register.take_in_edited(ws, paper.round, Authority(paper.authority), name)
    return name


def _make(ws: Any, code: str, task: Task) -> Any:
    from khenthuong.services.paperwork import paper_register

    return paper_register.make(ws, code, task.progress, task.cancelled)


def _seal(ws: Any, code: str, out: Path, pages: bool, password: str, task: Task) -> Any:
    from khenthuong.services.dossier import sealing

    result = sealing.seal(
        ws, code, out, task.progress, task.cancelled, pages=pages, password=password
    )
    return result, tell(ws, code, result.mismatches)


def _compare(ws: Any, code: str, task: Task) -> Any:
    from khenthuong.services.dossier import sealing

    return tell(ws, code, sealing.compare(ws, code, task.progress, task.cancelled))


def _accept(ws: Any, code: str, mismatch: Any, reason: str, by: str) -> None:
    from khenthuong.services.dossier import crosscheck

    crosscheck.accept(ws, code, mismatch, reason, by)


def _take_back(ws: Any, code: str, mismatch: Any) -> None:
    from khenthuong.services.dossier import crosscheck

    crosscheck.take_back(ws, code, mismatch)


def _take_in_all(ws: Any, code: str) -> Any:
    from khenthuong.services.paperwork import paper_register

    return paper_register.take_in_all(ws, code)


def _outlook(ws: Any, code: str) -> Any:
    from khenthuong.services.dossier import sealing

    return sealing.outlook(ws, code)


def _record(ws: Any, paper: Paper, number: str, day: date) -> None:
    from khenthuong.services.paperwork import paper_register

    authority = Authority(paper.authority)
    paper_register.record_number(ws, paper.round, authority, paper.form, number, day)


def _attach(ws: Any, paper: Paper, path: Path) -> None:
    from khenthuong.services.paperwork import paper_register

    paper_register.attach_signed(ws, paper.round, Authority(paper.authority), paper.form, path)
