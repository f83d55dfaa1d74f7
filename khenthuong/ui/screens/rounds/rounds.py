"""Đợt xét: one round at a time, along its path from Danh sách to Kết quả."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import Authority, Step
from khenthuong.domain.pathway import Station
from khenthuong.domain.rounds import Round
from khenthuong.services.drafts import Draft
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.rounds import round_drafts
from khenthuong.ui.screens.rounds.dossier_page import DossierPage
from khenthuong.ui.screens.rounds.lacking_page import LackingPage
from khenthuong.ui.screens.rounds.meetings_page import MeetingsPage
from khenthuong.ui.screens.rounds.nominations_page import NominationsPage
from khenthuong.ui.screens.rounds.notices_page import NoticesPage
from khenthuong.ui.screens.rounds.proof_page import ProofPage
from khenthuong.ui.screens.rounds.results_page import ResultsPage
from khenthuong.ui.screens.rounds.round_data import RoundView, read_round, read_rounds, round_name
from khenthuong.ui.screens.rounds.round_sheets import ROUND
from khenthuong.ui.screens.rounds.sendings_page import SendingsPage
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.steps import StepsBar

Page = TypeVar("Page", MeetingsPage, NoticesPage, DossierPage, SendingsPage, ProofPage, ResultsPage)
LaterPage = MeetingsPage | NoticesPage | DossierPage | SendingsPage | ProofPage | ResultsPage

HELP_PAGES = {
    Station.LIST: "dot_xet#danh-sach",
    Station.APPRAISAL: "dot_xet#tham-dinh",
    Station.MEETING: "hop#ghi-cuoc-hop",
    Station.NOTICE: "niem_yet#noi-niem-yet",
    Station.DOSSIER: "ho_so#lap-van-ban",
    Station.SENDING: "ho_so#gui",
    Station.RESULT: "ket_qua#nhap-quyet-dinh",
}
"""Where the manual tells of each step."""


class RoundsScreen(Screen):
    """The rounds."""

    title = "Đợt xét"
    icon = "dot_xet"
    holds = ("dot_xet", "van_ban_ho_so")
    draft_key = round_drafts.KEY
    help_page = "dot_xet"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._rounds: tuple[Round, ...] = ()
        self._editing: Round | None = None
        self._wanted: tuple[str, str] | None = None
        self._draft: Draft | None = None
        self.view: RoundView | None = None
        self.combo = QuietCombo()
        self.add = button("Thêm đợt…", "them")
        self.change = button("Sửa đợt…", "sua")
        self._about = label("", "soft", wrap=True)
        self._form: FormView | None = None
        self.form_ok = button("Lưu đợt", "luu", primary=True)
        self.form_cancel = button("Thôi")
        self.editor = QFrame()
        self.form_box = QVBoxLayout()
        self.steps = StepsBar()
        self.missing = toggle("Còn thiếu gì?", "thieu")
        self.nominations = NominationsPage(desk)
        self.lacking = LackingPage(desk)
        self._later: dict[Station, LaterPage] = {}
        self._step = Station.LIST
        self.pages = QStackedWidget()
        self._nothing = EmptyPage(
            "dot_xet",
            "Chưa có đợt xét nào",
            "Bấm «Thêm đợt…» (Ctrl+N) để mở đợt đầu tiên, hoặc sang «Nhập».",
        )
        # Assemble
        self._assemble()
        # Signals
        self.combo.activated.connect(self._on_chosen)
        self.add.clicked.connect(self._on_add)
        self.change.clicked.connect(self._on_change)
        self.form_ok.clicked.connect(self._on_form_ok)
        self.form_cancel.clicked.connect(self._on_form_cancel)
        self.steps.chosen.connect(self._on_step)
        self.missing.clicked.connect(self._on_missing)
        self.lacking.counted.connect(self._on_counted)
        self.lacking.wanted.connect(desk.wanted)
        self.nominations.changed.connect(self._on_written)
        self.nominations.wanted.connect(desk.wanted)

    @property
    def meetings(self) -> MeetingsPage:
        """The step Họp, made when first needed."""
        return self._page(Station.MEETING, MeetingsPage)

    @property
    def notices(self) -> NoticesPage:
        """The step Niêm yết, made when first needed."""
        return self._page(Station.NOTICE, NoticesPage)

    @property
    def dossier(self) -> DossierPage:
        """The step Hồ sơ, made when first needed."""
        return self._page(Station.DOSSIER, DossierPage)

    @property
    def proof(self) -> ProofPage:
        """The step Thẩm định, made when first needed."""
        return self._page(Station.APPRAISAL, ProofPage)

    @property
    def sendings(self) -> SendingsPage:
        """The step Gửi, made when first needed."""
        return self._page(Station.SENDING, SendingsPage)

    @property
    def results(self) -> ResultsPage:
        """The step Kết quả, made when first needed."""
        made = Station.RESULT in self._later
        page = self._page(Station.RESULT, ResultsPage)
        if not made:
            page.wanted.connect(self._on_nomination_wanted)
        return page

    def _page(self, station: Station, kind: Callable[[Desk], Page]) -> Page:
        page = self._later.get(station) or self._make(station, kind(self.desk))
        return cast("Page", page)

    def _make(self, step: Station, page: LaterPage) -> LaterPage:
        self._later[step] = page
        self.pages.addWidget(page)
        page.changed.connect(self._on_written)
        if self.view is not None:
            page.show_round(self.view)
        return page

    @property
    def form(self) -> FormView:
        """The form of a round, made when first needed."""
        if self._form is None:
            self._form = FormView(ROUND.sections, self.desk, columns=3)
            self.form_box.addWidget(self._form)
        return self._form

    @property
    def round_code(self) -> str:
        """The round that is open, "" for none."""
        return self.combo.currentData() or ""

    def refresh(self) -> None:
        """Read the rounds and judge the open one again."""
        self.desk.run(read_rounds, done=self._on_rounds, key="rounds.list")

    def begin_find(self) -> None:
        """Into the choice of rounds."""
        self.combo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def arrive(self) -> None:
        """Into the list of nominations."""
        self.nominations.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def new(self) -> None:
        """What the open step is about; a new round when there is none yet."""
        if not self._rounds:
            self._on_add()
            return
        begin: dict[Station, Callable[[], object]] = {
            Station.LIST: lambda: self.nominations.begin_add(),
            Station.MEETING: lambda: self.meetings.begin_add(),
            Station.NOTICE: lambda: self.notices.begin_add(),
            Station.SENDING: lambda: self.sendings.begin_new(),
            Station.RESULT: lambda: self.results.begin_new(),
        }
        if self._step in begin and not self.missing.isChecked():
            begin[self._step]()

    def save(self) -> None:
        """Save what is being edited."""
        if not self.editor.isHidden():
            self._on_form_ok()
        elif self.nominations.edit.isChecked():
            self.nominations.details.ok.click()
        elif self.nominations.override.isChecked():
            self.nominations.reason.ok.click()
        elif self._step is Station.MEETING:
            self.meetings.save()
        elif self._step is Station.SENDING:
            self.sendings.save()
        elif self._step is Station.RESULT:
            self.results.save()
        elif self._step is Station.NOTICE:
            self.notices.save()

    def escape(self) -> None:
        """Close what is open for editing."""
        self._on_form_cancel()
        if Station.MEETING in self._later:
            self.meetings.meetings.stop()
            self.meetings.council.stop()
        if Station.SENDING in self._later:
            self.sendings.stop()
        if Station.RESULT in self._later:
            self.results.stop()
        if self.missing.isChecked():
            self.steps.choose(self._step)
        for pane in self._notice_panes:
            pane.stop()
        if Station.NOTICE in self._later:
            self.notices.closing.stop()
        self.nominations.stop()

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return (
            not self.editor.isHidden()
            or (Station.MEETING in self._later and self.meetings.dirty)
            or (Station.SENDING in self._later and self.sendings.editing)
            or (Station.RESULT in self._later and self.results.editing)
            or any(pane.editing for pane in self._notice_panes)
            or self.nominations.editing
        )

    def would_lose(self) -> bool:
        """The answers of the closing minutes too; reading again leaves those alone."""
        closing = self.notices.closing if Station.NOTICE in self._later else None
        return self.unsaved() or (closing is not None and closing.typed() is not None)

    @property
    def _notice_panes(self) -> tuple[RecordsPane, ...]:
        return self.notices.panes if Station.NOTICE in self._later else ()

    def go_to(self, round_code: str, step: Step | Station, *, council: bool = False) -> None:
        """Open a step of a round."""
        if round_code and round_code != self.round_code:
            if self.combo.index_of(round_code) < 0:
                self.combo.addItem("", round_code)
                self.refresh()
            self.combo.choose(round_code)
            self._load()
        self.steps.choose(step)
        if step is Step.MEETING:
            self.meetings.open_council(council=council)

    def go_to_dossier(self, station: Station, authority: str, form: str = "") -> None:
        """Where a dossier of the open round is sent, its decision entered, its paper numbered."""
        if station is Station.SENDING and authority:
            self.sendings.choose(Authority(authority))
        elif station is Station.RESULT and authority:
            self.results.choose(Authority(authority))
        elif station is Station.DOSSIER and form:
            self.dossier.choose(Authority(authority), form)

    def list_missing(self) -> None:
        """«Còn thiếu gì?»: every missing thing of the open round (Ctrl+G)."""
        if self._rounds:
            self.missing.setChecked(True)
            self._on_missing()

    def show_found(self, sort: str, key: str, of: str) -> None:
        """A round at its list; a paper of a round at its dossier."""
        if sort == "van_ban_ho_so":
            self.go_to(of, Step.DOSSIER)
        else:
            self.go_to(key, Step.LIST)

    def draft(self) -> Draft | None:
        """What stands in the form that is open."""
        return round_drafts.typed(self)

    def restore(self, draft: Draft) -> None:
        """Open the round, then the form."""
        if not draft.at["round"]:
            self._on_add()
            self.form.put_back(draft.values)
            return
        self.go_to(draft.at["round"], Step.LIST)
        self._draft = draft
        self._load()

    def help_place(self) -> str:
        """The step that is open has its own."""
        if self.missing.isChecked():
            return "dot_xet#con-thieu-gi"
        return HELP_PAGES[self._step]

    def made_step(self, step: Step) -> bool:
        """Whether the page of a later step was opened already."""
        return self.made_station(Station(step.value))

    def made_station(self, station: Station) -> bool:
        """Whether the page of a later station was opened already."""
        return station in self._later

    @property
    def edited(self) -> Round | None:
        """The round whose own form is open; None for a new one."""
        return self._editing

    def print_shown(self) -> None:
        """All papers of the dossier, from the step that has them."""
        if self.made_step(Step.DOSSIER) and self.pages.currentWidget() is self.dossier:
            self.dossier.print_all.click()
        else:
            self.desk.say("Sang bước «Hồ sơ» để in cả hồ sơ; bảng này xuất được ra Excel.", "info")

    def edit(self) -> None:
        """The chosen nomination, meeting or notice; the round itself where none is chosen."""
        if not self._rounds:
            return
        if self._step is Station.LIST and self.nominations.edit.isEnabled():
            self.nominations.edit.setChecked(True)
        elif self._step is Station.MEETING:
            self.meetings.begin_edit()
        elif self._step is Station.NOTICE:
            self.notices.pane.change.click()
        else:
            self._on_change()

    def edit_round(self, field: str = "") -> None:
        """Open the round's own form, at a field if there is one of that name."""
        self._on_change()
        self.form.focus(field)

    def _on_rounds(self, rounds: Sequence[Round]) -> None:
        self._rounds = tuple(rounds)
        self.combo.fill([(round_name(one), one.code) for one in rounds])
        self._nothing.setVisible(not rounds)
        self.steps.setVisible(bool(rounds))
        self.pages.setVisible(bool(rounds))
        for widget in (self.combo, self.change, self.missing):
            widget.setEnabled(bool(rounds))
        if rounds:
            self._load()

    def _load(self) -> None:
        self.desk.run(read_round, self.round_code, done=self._on_round, key="rounds.read")

    def _on_round(self, view: RoundView) -> None:
        self.view = view
        self._about.setText(_about(view, self.desk.ws))
        self.steps.show_path(view.path)
        self.nominations.show_round(view)
        for page in self._later.values():
            if not (isinstance(page, MeetingsPage) and page.typing_in(view.round.code)):
                page.show_round(view)
        self.lacking.show_round(view)
        if self._draft is not None and self._draft.at["round"] == view.round.code:
            draft, self._draft = self._draft, None
            round_drafts.put_back(self, draft)

    @Slot()
    def _on_chosen(self) -> None:
        self._load()

    @Slot(object)
    def _on_step(self, step: Station) -> None:
        self._step = step
        self.missing.setChecked(False)
        pages: dict[Station, Callable[[], QWidget]] = {
            Station.LIST: lambda: self.nominations,
            Station.APPRAISAL: lambda: self.proof,
            Station.MEETING: lambda: self.meetings,
            Station.NOTICE: lambda: self.notices,
            Station.DOSSIER: lambda: self.dossier,
            Station.SENDING: lambda: self.sendings,
            Station.RESULT: lambda: self.results,
        }
        self.pages.setCurrentWidget(pages[step]())

    @Slot()
    def _on_missing(self) -> None:
        if self.missing.isChecked():
            self.pages.setCurrentWidget(self.lacking)
            self.lacking.begin()
        else:
            self.steps.choose(self._step)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.missing.setText(f"Còn thiếu gì? ({count})" if count else "Không còn thiếu gì")
        self.missing.setIcon(theme.icon("thieu" if count else "dat", "warn" if count else "good"))

    @Slot()
    def _on_step_key(self) -> None:
        """Alt+1 … Alt+7: the key is named by the station's number."""
        key = self.sender()
        if isinstance(key, QShortcut) and self._rounds:
            self.steps.choose(list(Station)[int(key.objectName()) - 1])
            self._into_page()

    @Slot()
    def _on_next_step(self) -> None:
        self.steps.turn(1)
        self._into_page()

    @Slot()
    def _on_step_before(self) -> None:
        self.steps.turn(-1)
        self._into_page()

    def _into_page(self) -> None:
        """The keyboard goes on in the list of the station that a key opened."""
        lists: dict[Station, Callable[[], QWidget]] = {
            Station.LIST: lambda: self.nominations.view,
            Station.MEETING: lambda: self.meetings.meetings.view,
            Station.NOTICE: lambda: self.notices.pane.view,
            Station.DOSSIER: lambda: self.dossier.view,
            Station.SENDING: lambda: self.sendings.view,
            Station.RESULT: lambda: self.results.view,
        }
        if self._step in lists:
            lists[self._step]().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str, str)
    def _on_nomination_wanted(self, recipient: str, award: str) -> None:
        self.steps.choose(Station.LIST)
        self.nominations.choose(recipient, award)

    @Slot()
    def _on_written(self) -> None:
        self.desk.changed.emit()
        self._load()

    @Slot()
    def _on_add(self) -> None:
        self._begin(None)

    @Slot()
    def _on_change(self) -> None:
        if self.view is not None:
            self._begin(self.view.round)

    def _begin(self, round_: Round | None) -> None:
        self._editing = round_
        self.form.set_values(ROUND.values(round_) if round_ else {})
        self.editor.show()
        self.form.focus_first()

    @Slot()
    def _on_form_cancel(self) -> None:
        self.editor.hide()

    @Slot()
    def _on_form_ok(self) -> None:
        values = self.form.shown()
        problems = ROUND.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.form.focus(next(iter(problems)))
            return
        code = self._editing.code if self._editing else _next_code(self._rounds, values)
        round_ = ROUND.build(values, self._editing, code=code)
        self.desk.run(_save, round_, done=self._on_round_saved)

    def _on_round_saved(self, code: str) -> None:
        self.editor.hide()
        self.desk.tell("Đã lưu đợt xét.")
        self.desk.changed.emit()
        self.combo.addItem("", code)
        self.combo.choose(code)
        self.refresh()
        self.arrive()

    def _assemble(self) -> None:
        self.combo.setMinimumContentsLength(32)
        self.combo.setAccessibleName("Đợt xét")
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.combo, 4)
        top.addWidget(self._about, 3)
        top.addWidget(self.missing)
        top.addWidget(self.change)
        top.addWidget(self.add)
        self.editor.setObjectName("card")
        inside = QVBoxLayout(self.editor)
        inside.setContentsMargins(12, 8, 12, 8)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.form_cancel)
        buttons.addWidget(self.form_ok)
        inside.addLayout(self.form_box)
        inside.addLayout(buttons)
        self.editor.hide()
        self.pages.addWidget(self.nominations)
        self.pages.addWidget(self.lacking)
        self.missing.setToolTip("Mọi mục còn thiếu của đợt, mỗi dòng đến chỗ bổ sung (Ctrl+G)")
        self._make_keys()
        self.box.addLayout(top)
        self.box.addWidget(self.editor)
        self.box.addWidget(self.steps)
        self.box.addWidget(self.pages, 1)
        self.box.addWidget(self._nothing, 1)
        self._nothing.hide()

    def _make_keys(self) -> None:
        """The keys of the path hold wherever the keyboard is on this screen."""
        wanted: list[tuple[str, str, Callable[[], object]]] = [
            (f"Alt+{number}", str(number), self._on_step_key)
            for number in range(1, len(Station) + 1)
        ]
        wanted += [
            ("Ctrl+Tab", "", self._on_next_step),
            ("Ctrl+Shift+Tab", "", self._on_step_before),
        ]
        for keys, name, slot in wanted:
            made = QShortcut(QKeySequence(keys), self)
            made.setObjectName(name)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(slot)


def _about(view: RoundView, ws: Any) -> str:
    parts = [texts.label(view.round.kind)]
    if view.round.received:
        parts.append(f"nhận hồ sơ {texts.show(view.round.received)}")
    if view.round.deadline:
        parts.append(f"hạn {texts.show(view.round.deadline)}")
    return " · ".join(parts)


def _next_code(rounds: Sequence[Round], values: dict[str, object]) -> str:
    year = str(values.get("year", ""))[:4]
    taken = {one.code for one in rounds}
    number = 1
    while f"D{year}-{number}" in taken:
        number += 1
    return f"D{year}-{number}"


def _save(ws: Any, round_: Round) -> str:
    from khenthuong.services.appraisal import rounds

    rounds.save_round(ws, round_)
    return round_.code
