"""Văn bản: papers made on demand, from a form, a subject and its questions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.forms import FormDef
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.paperwork import certificates, numbers_data
from khenthuong.ui.screens.paperwork import papers_data as data
from khenthuong.ui.screens.paperwork.made_papers import MadePapers
from khenthuong.ui.screens.paperwork.numbers_page import NumbersPage
from khenthuong.ui.screens.paperwork.papers_data import FormLine, PaperDraft, PapersView
from khenthuong.ui.screens.register.subject_bar import SubjectBar
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

DRAFT_MS = 1000
ASK, MADE, NUMBERS = range(3)
"""The tabs."""


class PapersScreen(Screen):
    """Choose a form on the left, its subject above, answer, make; below is what was made."""

    title = "Văn bản"
    icon = "van_ban"
    holds = ("van_ban", "bieu_mau")
    help_page = "van_ban#van-ban"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: PapersView | None = None
        self._draft: PaperDraft | None = None
        self._code = ""
        self._dirty = False
        self.table = GroupedTable(FormLine.HEADERS, self)
        self.view = RowsView(self.table, (1,), "Mẫu văn bản")
        self.made = MadePapers(desk)
        self.numbers = NumbersPage(desk)
        self._replaces = ""
        self._wanted_form = ""
        self.subject = SubjectBar(desk)
        self._title = label("", "heading", wrap=True)
        self._about = label("", "soft", wrap=True)
        self._note = label("", "quiet", wrap=True)
        self.state = label("", "subheading", wrap=True)
        self.make = button("Lập văn bản", "van_ban", primary=True, tip="Ctrl+S")
        self.area = QScrollArea()
        self.tabs = QTabWidget()
        self.pages = QStackedWidget()
        self.certificates: certificates.CertificatesPage | None = None
        self.to_certificates = button("Giấy khen, giấy chứng nhận…", "in")
        self.form: FormView | None = None
        self._timer = QTimer(self)
        # Assemble
        self._assemble()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_form)
        self.subject.changed.connect(self._on_subject)
        self.make.clicked.connect(self.save)
        self.made.again.connect(self._on_again)
        self.made.recorded.connect(self._on_recorded)
        self.made.attached.connect(self._on_attached)
        self.made.removed.connect(self._on_removed)
        self.made.issued.connect(self._on_issued)
        self.made.replacing.connect(self._on_replacing)
        self.tabs.currentChanged.connect(self._on_tab)
        self.to_certificates.clicked.connect(self.open_certificates)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep_draft)

    @property
    def answering(self) -> PaperDraft | None:
        """What is being answered."""
        return self._draft

    def refresh(self) -> None:
        """Read forms and papers again."""
        if self._page is not None:
            self._page.refresh()
        self.desk.run(data.read_papers, done=self._on_view, key="papers.view")

    def begin_find(self) -> None:
        """Into the list of forms."""
        if self._page is not None:
            self._page.begin_find()
            return
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_found(self, sort: str, key: str, of: str) -> None:
        """A paper among those made, or the form of one that may be made."""
        self._on_certificates_left()
        if sort == "van_ban":
            self.tabs.setCurrentIndex(MADE)
            self.made.choose(key)
            return
        self._wanted_form = key
        self._choose_form()

    def edit(self) -> None:
        """The answers of the paper chosen among those made."""
        if self.tabs.currentIndex() == MADE:
            self.made.open_again.click()

    def print_shown(self) -> None:
        """The pages of the paper chosen among those made, or the certificates chosen."""
        if self._page is not None:
            self._page.print_shown()
        elif self.made.paper is not None and self.tabs.currentIndex() == MADE:
            self.made.see()
        else:
            self.desk.say("Chọn một văn bản ở «Đã lập» để xem và in.", "info")

    @Slot()
    def save(self) -> None:
        """Make the paper, or say under the fields what is missing."""
        if self._page is not None:
            self._page.save()
            return
        if self.tabs.currentIndex() == NUMBERS:
            self.numbers.give()
            return
        if self._draft is None or self.form is None:
            return
        values = self.form.values()
        found = data.problems(self._draft, values)
        self.form.show_problems({field: text for field, (_, text) in found.items()})
        if found:
            self._say_state(f"Còn {len(found)} mục chưa xong, ghi ngay dưới ô.")
            self.form.focus(next(iter(found)))
            return
        self.make.setEnabled(False)
        form, subject = self._draft.form, self._draft.subject
        self.desk.run(
            data.make,
            form,
            subject,
            values,
            self._code,
            self._replaces,
            done=self._on_made,
            failed=self._on_failed,
        )

    def escape(self) -> None:
        """Begin the form again: what was made stays as it is."""
        if self._page is not None:
            self._page.escape()
            return
        if self.tabs.currentIndex() == NUMBERS:
            self.numbers.stop()
            return
        self._code = self._replaces = ""
        self._on_subject()

    def unsaved(self) -> bool:
        """Whether a layout or words of a certificate were changed and not saved."""
        return self.certificates is not None and self.certificates.unsaved()

    def help_place(self) -> str:
        """The page of certificates has its own."""
        return certificates.HELP_PAGE if self._page else self.help_page

    @Slot()
    def open_certificates(self) -> None:
        """Show the page of certificates."""
        if self.certificates is None:
            self.certificates = certificates.CertificatesPage(self.desk)
            self.certificates.left.connect(self._on_certificates_left)
            self.pages.addWidget(self.certificates)
        self.pages.setCurrentWidget(self.certificates)
        self.certificates.refresh()
        self.certificates.begin_find()

    @Slot()
    def _on_certificates_left(self) -> None:
        self.pages.setCurrentIndex(0)
        self.refresh()

    @property
    def _page(self) -> certificates.CertificatesPage | None:
        """The page of certificates while it is in front."""
        return self.certificates if self.pages.currentIndex() else None

    def leave(self) -> None:
        """Keep the draft before the program closes."""
        self._keep_draft()

    def _on_view(self, view: PapersView) -> None:
        row = self.view.row()
        self._view = view
        self.subject.show_view(view)
        self.table.show_groups(view.groups)
        self.view.clearSpans()
        self.made.show_papers(view.papers)
        count = len(view.papers)
        self.tabs.setTabText(MADE, f"Đã lập ({count})" if count else "Đã lập")
        first = next((n for n in range(self.table.rowCount()) if self.table.record(n)), -1)
        self.view.select(row if self.table.record(row) else first)
        self._choose_form()

    def _choose_form(self) -> None:
        """The form that was asked for from elsewhere, as soon as it is listed."""
        lines = ((n, self.table.record(n)) for n in range(self.table.rowCount()))
        row = next((n for n, line in lines if line and line.form.id == self._wanted_form), -1)
        if row >= 0:
            self._wanted_form = ""
            self.tabs.setCurrentIndex(ASK)
            self.view.select(row)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_form(self) -> None:
        line = self.table.record(self.view.row())
        if line is None or (self._draft and self._draft.form is line.form):
            return
        self._keep_draft()
        self._code = self._replaces = ""
        self.tabs.setCurrentIndex(ASK)
        self.subject.show_form(line.form)
        self._ask(line.form, {})

    @Slot()
    def _on_subject(self) -> None:
        line = self.table.record(self.view.row())
        if line is not None:
            self._keep_draft()
            self._ask(line.form, {})

    def _ask(self, form: FormDef, answers: Mapping[str, object]) -> None:
        self.desk.run(
            data.read_draft,
            form,
            self.subject.subject,
            answers,
            self._code,
            done=self._on_draft,
            key="papers.draft",
        )

    def _on_draft(self, draft: PaperDraft) -> None:
        if self.form is None or self._draft is None or self._draft.form is not draft.form:
            self._build(draft.form)
        self._draft = draft
        assert self.form is not None
        self._title.setText(draft.form.title)
        self._about.setText(
            data.about(draft.form, self._view.confirmed if self._view else frozenset())
        )
        self._note.setText(draft.form.note)
        self._note.setVisible(bool(draft.form.note))
        self.form.set_values(draft.answers, draft.facts)
        self._dirty = False
        self.make.setText("Lập lại văn bản" if draft.code else "Lập văn bản")
        self.make.setEnabled(True)
        self._say_state(
            "Đang lập bản thay thế; bản đã ban hành giữ nguyên." if self._replaces else ""
        )

    def _build(self, form: FormDef) -> None:
        signers = self._view.signers if self._view else ()
        self.form = FormView(data.asked(form, signers), self.desk, columns=2)
        self.form.setObjectName("scrolled")
        self.form.setContentsMargins(4, 4, 12, 8)
        self.form.edited.connect(self._on_edited)
        self.area.setWidget(self.form)

    @Slot(str)
    def _on_edited(self, _: str) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start(DRAFT_MS)

    @Slot()
    def _keep_draft(self) -> None:
        self._timer.stop()
        if self._dirty and self._draft is not None and self.form is not None:
            self._dirty = False
            self.desk.run(
                data.keep_draft,
                self._draft.form,
                self._draft.subject,
                self.form.values(),
                done=_nothing,
            )

    def _on_made(self, made: Any) -> None:
        self._timer.stop()
        self._dirty = False
        self._code, self._replaces = made.paper.code, ""
        self.make.setEnabled(True)
        self.make.setText("Lập lại văn bản")
        beside = f" Bản đã sửa «{made.edited.name}» được giữ nguyên." if made.edited else ""
        self.desk.say(f"Đã lập «{made.paper.title}».{beside}")
        self.made.wanted = made.paper.code
        self.tabs.setCurrentIndex(MADE)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self.make.setEnabled(True)
        self.desk.on_failed(error)

    @Slot(object)
    def _on_replacing(self, paper: OfficePaper) -> None:
        """Answer anew what an issued paper answered: the new one takes its place."""
        self._on_again(paper, replacing=True)

    @Slot(object)
    def _on_issued(self, paper: OfficePaper) -> None:
        self.desk.run(numbers_data.issue, paper, done=self._on_written)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        if tab == NUMBERS:
            self.numbers.refresh()

    @Slot(object)
    def _on_again(self, paper: OfficePaper, *, replacing: bool = False) -> None:
        """Open a paper that was made: its form, subject and answers."""
        rows = range(self.table.rowCount())
        lines = ((n, self.table.record(n)) for n in rows)
        known = (paper.form, self.desk.ws.forms.current(paper.form))
        row = next((n for n, line in lines if line and line.form.id in known), -1)
        if row < 0:
            self.desk.say("Mẫu của văn bản này không còn trong danh mục.", "warn")
            return
        self._keep_draft()
        self.view.blockSignals(True)
        self.view.select(row)
        self.view.blockSignals(False)
        form = self.table.record(row).form
        self._code = "" if replacing else paper.code
        self._replaces = paper.code if replacing else ""
        self.subject.show_form(form)
        self.subject.show_subject(paper.subject)
        self._ask(form, paper.answers.values)
        self.tabs.setCurrentIndex(ASK)

    @Slot(object, str, object)
    def _on_recorded(self, paper: OfficePaper, number: str, day: date) -> None:
        self.desk.run(data.record, paper, number, day, done=self._on_written)

    @Slot(object, object)
    def _on_attached(self, paper: OfficePaper, path: Path) -> None:
        self.desk.run(data.attach, paper, path, done=self._on_written)

    @Slot(object)
    def _on_removed(self, paper: OfficePaper) -> None:
        self.desk.run(data.take_out, paper, done=self._on_written)

    def _on_written(self, _: object) -> None:
        self.desk.say("Đã ghi vào sổ.")
        self.refresh()

    def _say_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _assemble(self) -> None:
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        EmptyNote(self.view, "Không có mẫu văn bản nào. Xem «Quy định», thẻ «Biểu mẫu».")
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"), 1)
        top.addWidget(self.to_certificates)
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        for widget in (self._title, self._about, self._note):
            names.addWidget(widget)
        head.addLayout(names, 1)
        head.addWidget(self.state)
        head.addWidget(self.make, 0, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.addLayout(head)
        inside.addWidget(self.subject)
        inside.addWidget(self.area, 1)
        inside.setContentsMargins(8, 8, 0, 0)
        self.tabs.addTab(page, "Trả lời và lập")
        self.tabs.addTab(self.made, "Đã lập")
        self.tabs.addTab(self.numbers, "Sổ số")
        split = QSplitter()
        split.addWidget(self.view)
        split.addWidget(self.tabs)
        split.setChildrenCollapsible(False)
        split.setSizes([320, 840])
        split.setStretchFactor(1, 1)
        papers = QWidget()
        under = QVBoxLayout(papers)
        under.setContentsMargins(0, 0, 0, 0)
        under.addLayout(top)
        under.addWidget(split, 1)
        self.pages.addWidget(papers)
        self.box.addWidget(self.pages, 1)


def _nothing(_: object) -> None:
    """Nobody waits for a draft."""
