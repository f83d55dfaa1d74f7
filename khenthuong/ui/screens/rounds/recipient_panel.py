"""The selected recipient: its own form, its records, its history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.records import Achievement, Initiative
from khenthuong.domain.register import Person, Recipient, Unit
from khenthuong.services.drafts import Draft
from khenthuong.texts import label as word
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.movements.result_note import MovementNote
from khenthuong.ui.screens.register.careers_note import CareersNote
from khenthuong.ui.screens.register.effects_note import DisciplineNote, InitiativeNote
from khenthuong.ui.screens.register.evidence_box import EvidenceBox
from khenthuong.ui.screens.register.history_pane import HistoryPane
from khenthuong.ui.screens.register.kin_note import KinNote
from khenthuong.ui.screens.register.number_note import NumberNote
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.register.register_sheets import RECIPIENTS, RECORDS
from khenthuong.ui.screens.suggestions.ladder_pane import LadderPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label

_OF_PERSONS = ("initiatives", "careers")
_TABS = ("", *RECORDS, "ladder", "history")
"""What the tabs hold, in order; "" is the form."""


@dataclass(frozen=True)
class Shown:
    """What the panel shows: a recipient, its profile (None = new), whether it lies in the bin."""

    recipient: Recipient | None
    kind: RecipientKind
    profile: Any = None
    binned: bool = False


KEY = "so"
"""What the drafts of the register are called."""


class Panes(Mapping[str, RecordsPane]):
    """The panes of records by key; one is made when it is first asked for."""

    def __init__(self, panel: RecipientPanel) -> None:
        self._panel = panel

    def __getitem__(self, key: str) -> RecordsPane:
        if key not in RECORDS:
            raise KeyError(key)
        pane = self._panel.tab(key)
        assert isinstance(pane, RecordsPane), key
        return pane

    def __iter__(self) -> Iterator[str]:
        return iter(RECORDS)

    def __len__(self) -> int:
        return len(RECORDS)

    def __contains__(self, key: object) -> bool:
        return key in RECORDS


class RecipientPanel(QWidget):
    """Form, records and history of one recipient.

    `written` (code) says that the books changed; `left` that a new one was given up.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._dirty = False
        self._name = label("", "heading", wrap=True)
        self._about = label("", "soft", wrap=True)
        self.movements = MovementNote(desk)
        self.bin = button("Đưa vào thùng rác", "xoa")
        self.restore = button("Khôi phục", "khoi_phuc", primary=True)
        self.tabs = QTabWidget()
        self.form_box = QStackedWidget()
        self._forms: dict[RecipientKind, FormView] = {}
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo = button("Bỏ thay đổi", tip="Esc")
        self.kin = KinNote(desk)
        self.records = Panes(self)
        self._made: dict[str, QWidget] = {}
        self._evidence: EvidenceBox | None = None
        self._stack = QStackedWidget()
        self._nobody = EmptyPage(
            "so", "Chưa chọn ai", "Chọn một dòng bên trái để xem và sửa, hoặc bấm «Thêm» (Ctrl+N)."
        )
        # Assemble
        self._assemble()
        # Signals
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self.undo_changes)
        self.bin.clicked.connect(self._on_bin)
        self.restore.clicked.connect(self._on_restore)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def code(self) -> str:
        """The code shown, "" for nobody or a new one."""
        shown = self._shown
        return shown.recipient.code if shown is not None and shown.recipient else ""

    def tab(self, key: str) -> QWidget:
        """What a tab holds; made when somebody first looks at it, so that the screen opens fast."""
        if key not in self._made:
            made = self._make(key)
            self._made[key] = made
            self._put(_TABS.index(key), made)
            self._fill(key)
        return self._made[key]

    @property
    def evidence(self) -> EvidenceBox:
        """The files under the achievements."""
        self.tab("achievements")
        assert self._evidence is not None
        return self._evidence

    @property
    def history(self) -> HistoryPane:
        """Who changed what."""
        pane = self.tab("history")
        assert isinstance(pane, HistoryPane)
        return pane

    @property
    def ladder(self) -> LadderPane:
        """The next titles."""
        pane = self.tab("ladder")
        assert isinstance(pane, LadderPane)
        return pane

    @property
    def form(self) -> FormView:
        """The form of the kind shown."""
        kind = self._shown.kind if self._shown else RecipientKind.UNIT
        self.prepare(kind)
        return self._forms[kind]

    def prepare(self, kind: RecipientKind) -> None:
        """Make the form of a kind before somebody is shown in it."""
        if kind not in self._forms:
            self._forms[kind] = self._make_form(kind)

    @property
    def dirty(self) -> bool:
        """Whether the form holds something not saved."""
        return self._dirty or any(pane.editing for pane in self._panes.values())

    def show_nobody(self) -> None:
        """Nothing is selected."""
        self._shown = None
        self._dirty = False
        self._stack.setCurrentIndex(0)

    def show_profile(self, profile: Any, *, binned: bool) -> None:
        """Show what the books know of a recipient."""
        recipient = profile.recipient
        self._shown = Shown(recipient, recipient.recipient_kind, profile, binned)
        self._name.setText(recipient.name)
        self._about.setText(self._describe(recipient))
        self.movements.load(recipient.code)
        self.kin.load(recipient)
        self._fill_form(recipient)
        for number, (key, (name, _, _)) in enumerate(RECORDS.items(), start=1):
            records = getattr(profile, key)
            self.tabs.setTabText(number, f"{name} {len(records)}" if records else name)
        self._arrange(new=False)
        for key in self._made:
            self._fill(key)

    def begin_new(self, kind: RecipientKind) -> None:
        """An empty form for a new recipient."""
        self._shown = Shown(None, kind)
        self._name.setText(f"{word(kind)} mới")
        self.movements.load("")
        self.kin.load(None)
        self._about.setText("Điền rồi bấm «Lưu» (Ctrl+S). Mã sẽ được đặt tự động.")
        self._fill_form(RECIPIENTS[kind].make(code="", name=""))
        self._arrange(new=True)
        self.tabs.setCurrentIndex(0)
        self.form.focus_first()

    def open_tab(self, key: str, field: str = "", record: str = "") -> None:
        """Go to the records of a kind («ratings»…), or to a field of the form («»).

        `record` is a year or code: that record is opened, or a new one begun when it is missing.
        """
        self.tabs.setCurrentIndex(_TABS.index(key) if key in RECORDS else 0)
        if key in self.records:
            self.records[key].open_record(record)
        else:
            self.focus_form(field)

    def begin_edit(self) -> None:
        """Edit the chosen record of the open tab, else the form."""
        pane = self.tabs.currentWidget()
        if isinstance(pane, RecordsPane):
            pane.change.click()
        elif self._shown is not None:
            self.open_tab("")

    @property
    def unit(self) -> str:
        """The unit shown, or the unit of the person shown; "" for none."""
        shown = self._shown.recipient if self._shown is not None else None
        if isinstance(shown, Unit):
            return shown.code
        return shown.unit if isinstance(shown, Person) else ""

    @Slot()
    def open_history(self) -> None:
        """Who changed what about the one shown."""
        self.tabs.setCurrentIndex(_TABS.index("history"))

    def focus_form(self, field: str) -> None:
        """Put the keyboard into a field of the form, else into its first."""
        if not self.form.focus(field):
            self.form.focus_first()

    def draft(self) -> Draft | None:
        """What stands in the open form and is not saved."""
        shown = self._shown
        if shown is None:
            return None
        name = shown.recipient.name if shown.recipient else f"{word(shown.kind)} mới".lower()
        at = {"code": self.code, "kind": shown.kind.value}
        for key, pane in self._panes.items():
            values = pane.typed()
            if values is not None:
                return Draft(KEY, key, f"Sổ, {name}, {RECORDS[key][0].lower()}", at, values)
        if not self._dirty:
            return None
        return Draft(KEY, "", f"Sổ, {name}", at, plain_values(self.form.shown()))

    def put_back(self, draft: Draft) -> None:
        """Open the form of the one shown as it stood."""
        if draft.part in self.records:
            pane = self.records[draft.part]
            self.tabs.setCurrentWidget(pane)
            pane.put_back(draft.values)
            return
        self.tabs.setCurrentIndex(0)
        self.form.put_back(draft.values)
        self._mark_dirty(True)

    @Slot()
    def save(self) -> None:
        """Check the open form and write it."""
        for pane in self._panes.values():
            if pane.editing:
                pane.save()
                return
        if self._shown is None or self._shown.binned or not self._dirty:
            return
        sheet = RECIPIENTS[self._shown.kind]
        values = self.form.shown()
        problems = sheet.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.tabs.setCurrentIndex(0)
            self.form.focus(next(iter(problems)))
            return
        self._desk.run(_save, self._shown, values, done=self._on_saved)

    @Slot()
    def undo_changes(self) -> None:
        """Show again what the books say; a new one is given up."""
        for pane in self._panes.values():
            pane.stop()
        if self._shown is None:
            return
        if self._shown.recipient is None:
            self.show_nobody()
            self.left.emit()
        else:
            self._fill_form(self._shown.recipient)

    @Slot(str)
    def _on_edited(self, _: str) -> None:
        self._mark_dirty(True)

    def _on_saved(self, code: str) -> None:
        self._mark_dirty(False)
        self._desk.tell("Đã lưu.")
        self.written.emit(code)

    @Slot(object, object)
    def _on_record_saved(self, old: Any, values: dict[str, object]) -> None:
        key = self._key_of(self.sender())
        self._desk.run(_save_record, key, self.code, old, values, done=self._on_record_written)

    @Slot(object)
    def _on_record_removed(self, record: Any) -> None:
        self._desk.run(_remove_record, record, self.code, done=self._on_record_written)

    def _on_record_written(self, code: str) -> None:
        for pane in self._panes.values():
            pane.stop()
        self._desk.tell("Đã ghi.")
        self.written.emit(code)

    @Slot()
    def _on_evidence_written(self) -> None:
        self.written.emit(self.code)

    @Slot()
    def _on_bin(self) -> None:
        self._desk.run(_to_bin, self.code, done=self._on_binned)

    @Slot()
    def _on_restore(self) -> None:
        self._desk.run(_restore, self.code, done=self._on_restored)

    def _on_binned(self, code: str) -> None:
        self._dirty = False
        shown = self._shown
        name = shown.recipient.name if shown and shown.recipient else code
        self._desk.tell(f"Đã đưa {name} vào thùng rác.")
        self.written.emit(code)

    def _on_restored(self, code: str) -> None:
        self._desk.tell("Đã khôi phục.")
        self.written.emit(code)

    @Slot(int)
    def _on_tab(self, _: int) -> None:
        key = _TABS[self.tabs.currentIndex()]
        if key and key not in self._made:
            self.tab(key)
        elif key in ("ladder", "history"):
            self._fill(key)

    def _key_of(self, pane: object) -> str:
        return next(key for key, known in self._panes.items() if known is pane)

    @property
    def _panes(self) -> dict[str, RecordsPane]:
        """The panes of records made so far."""
        return {key: one for key, one in self._made.items() if isinstance(one, RecordsPane)}

    def _make(self, key: str) -> QWidget:
        if key == "ladder":
            return LadderPane(self._desk)
        if key == "history":
            return HistoryPane(self._desk)
        name, sheet, columns = RECORDS[key]
        pane = RecordsPane(self._desk, name, sheet, columns)
        pane.saved.connect(self._on_record_saved)
        pane.removed.connect(self._on_record_removed)
        if key == "achievements":
            self._evidence = EvidenceBox(self._desk)
            pane.chosen.connect(self._evidence.show_achievement)
            self._evidence.written.connect(self._on_evidence_written)
            pane.put_below(self._evidence)
        notes = {"initiatives": InitiativeNote, "disciplines": DisciplineNote}
        if key in notes:
            note = notes[key](self._desk)
            pane.chosen.connect(note.load)
            pane.put_below(note)
        if key == "awards":
            number = NumberNote(self._desk)
            pane.chosen.connect(number.load)
            number.written.connect(self._on_evidence_written)
            pane.put_below(number)
        if key == "careers":
            pane.put_below(CareersNote(self._desk))
        return pane

    def _put(self, place: int, widget: QWidget) -> None:
        """Lay what was made in place of the empty page that held the tab."""
        tabs = self.tabs
        words, shown, current = tabs.tabText(place), tabs.isTabVisible(place), tabs.currentIndex()
        tabs.blockSignals(True)
        empty = tabs.widget(place)
        tabs.removeTab(place)
        tabs.insertTab(place, widget, words)
        tabs.setTabVisible(place, shown)
        tabs.setCurrentIndex(current)
        tabs.blockSignals(False)
        if empty is not None:
            empty.deleteLater()

    def _fill(self, key: str) -> None:
        """Show in a tab what it is about; history and ladder only while they are looked at."""
        made, shown = self._made[key], self._shown
        if isinstance(made, RecordsPane):
            profile = shown.profile if shown is not None else None
            made.setEnabled(shown is not None and not shown.binned)
            if profile is not None:
                made.show_records(getattr(profile, key))
                if key == "careers":
                    for note in made.findChildren(CareersNote):
                        note.load(self.code)
        elif isinstance(made, HistoryPane | LadderPane):
            looked_at = self.tabs.currentIndex() == _TABS.index(key)
            if looked_at and self.code:
                made.load(self.code)

    def _fill_form(self, recipient: Recipient) -> None:
        kind = recipient.recipient_kind
        form = self.form
        self.form_box.setCurrentIndex(list(self._forms).index(kind))
        form.set_values(RECIPIENTS[kind].values(recipient))
        self._mark_dirty(False)

    def _mark_dirty(self, dirty: bool) -> None:
        self._dirty = dirty
        self.save_button.setEnabled(dirty)
        self.undo.setEnabled(dirty or (self._shown is not None and self._shown.recipient is None))

    def _arrange(self, *, new: bool) -> None:
        shown = self._shown
        binned = shown is not None and shown.binned
        self._stack.setCurrentIndex(1)
        self.bin.setVisible(not new and not binned)
        self.restore.setVisible(binned)
        self.form_box.setEnabled(not binned)
        person = shown is not None and shown.kind is RecipientKind.PERSON
        for number, key in enumerate(RECORDS, start=1):
            self.tabs.setTabVisible(number, not new and (person or key not in _OF_PERSONS))
        self.tabs.setTabVisible(_TABS.index("ladder"), not new and not binned)
        self.tabs.setTabVisible(_TABS.index("history"), not new)

    def _describe(self, recipient: Recipient) -> str:
        parts = [f"Mã {recipient.code}", getattr(recipient, "position", "")]
        return " · ".join(part for part in parts if part)

    def _make_form(self, kind: RecipientKind) -> FormView:
        form = FormView(RECIPIENTS[kind].sections, self._desk)
        form.setObjectName("scrolled")
        form.setContentsMargins(4, 8, 12, 8)
        form.edited.connect(self._on_edited)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(form)
        self.form_box.addWidget(scroll)
        return form

    def _assemble(self) -> None:
        info = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.undo)
        buttons.addStretch()
        buttons.addWidget(self.bin)
        inside = QVBoxLayout(info)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form_box, 1)
        inside.addLayout(buttons)
        self.tabs.setObjectName("many")
        self.tabs.addTab(info, "Thông tin")
        for name, _, _ in RECORDS.values():
            self.tabs.addTab(QWidget(), name)
        self.tabs.addTab(QWidget(), "Bậc thang")
        self.tabs.addTab(QWidget(), "Lịch sử")
        head = QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        names.addWidget(self.kin)
        names.addWidget(self.movements)
        head.addLayout(names, 1)
        head.addWidget(self.restore)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        self._stack.addWidget(self._nobody)
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 0, 0, 0)
        outer.addWidget(self._stack)


def _save(ws: Any, shown: Shown, values: dict[str, object]) -> str:
    from khenthuong.services import register

    code = shown.recipient.code if shown.recipient else register.new_code(ws, shown.kind)
    recipient = RECIPIENTS[shown.kind].build(values, shown.recipient, code=code)
    register.save(ws, recipient)
    return code


def _save_record(ws: Any, key: str, code: str, old: Any, values: dict[str, object]) -> str:
    from khenthuong.services import register

    sheet = RECORDS[key][1]
    fixed: dict[str, object] = {} if old is not None else {"recipient": code}
    if sheet.make in (Achievement, Initiative) and old is None:
        fixed["code"] = register.new_record_code(ws, sheet.make, code)
    if sheet.make is Initiative and old is None:
        fixed.pop("recipient")
        values = {**values, "authors": values.get("authors") or code}
    register.save_record(ws, sheet.build(values, old, **fixed), replaces=old)
    return code


def _remove_record(ws: Any, record: Any, code: str) -> str:
    from khenthuong.services import register

    register.remove_record(ws, record)
    return code


def _to_bin(ws: Any, code: str) -> str:
    from khenthuong.services import register

    register.to_bin(ws, code)
    return code


def _restore(ws: Any, code: str) -> str:
    from khenthuong.services import register

    register.restore(ws, code)
    return code
