"""What a paper is about: round, meeting, recipient or year, whichever the form asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import MeetingKind, RecipientKind
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.rounds import Meeting
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.paperwork.papers_data import PapersView
from khenthuong.ui.screens.rounds.round_data import round_name
from khenthuong.ui.widgets.dates import show_date
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.quiet import QuietCombo

_YEARS_BACK = 10


class SubjectBar(QWidget):
    """`changed` when another subject was chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PapersView | None = None
        self._scope = ""
        self._meeting_kinds: tuple[str, ...] = ()
        self._kinds: tuple[str, ...] = ()
        self._desk = desk
        self.round, self.meeting, self.year = QuietCombo(), QuietCombo(), QuietCombo()
        self.movement, self.cluster = QuietCombo(), QuietCombo()
        self.recipient = RecipientPicker(desk, tuple(RecipientKind))
        self._labels = {
            "round": (QLabel("Đợt"), self.round),
            "meeting": (QLabel("Cuộc họp"), self.meeting),
            "recipient": (QLabel("Đối tượng"), self.recipient),
            "movement": (QLabel("Phong trào"), self.movement),
            "cluster": (QLabel("Cụm, khối"), self.cluster),
            "year": (QLabel("Năm"), self.year),
        }
        self.none = label("Văn bản chung của cơ quan, không gắn với đợt nào.", "soft", wrap=True)
        # Assemble
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for name, (words, widget) in self._labels.items():
            words.setBuddy(widget)
            widget.setAccessibleName(words.text())
            layout.addWidget(words)
            layout.addWidget(widget, 1 if name == "year" else 3)
        layout.addWidget(self.none, 1)
        # Signals
        self.round.activated.connect(self._on_round)
        self.meeting.activated.connect(self.changed)
        self.movement.activated.connect(self.changed)
        self.cluster.activated.connect(self.changed)
        self.year.activated.connect(self.changed)
        self.recipient.edited.connect(self.changed)

    @property
    def subject(self) -> Subject:
        """What is chosen; empty where the form does not ask."""
        with_round = self._scope in ("round", "meeting")
        return Subject(
            round=str(self.round.currentData() or "") if with_round else "",
            meeting=str(self.meeting.currentData() or "") if self._scope == "meeting" else "",
            recipient=self.recipient.code if self._scope == "recipient" else "",
            year=str(self.year.currentData() or "") if self._scope == "year" else "",
            movement=str(self.movement.currentData() or "") if self._scope == "movement" else "",
            cluster=str(self.cluster.currentData() or "") if self._scope == "cluster" else "",
        )

    def show_view(self, view: PapersView) -> None:
        """Offer the rounds, meetings and years that there are."""
        self._view = view
        self.movement.fill([(f"{m.name} ({m.code})", m.code) for m in reversed(view.movements)])
        self.cluster.fill([(f"{c.name} ({c.year})", c.code) for c in view.clusters])
        years = range(view.year, view.year - _YEARS_BACK, -1)
        self.year.fill([(str(year), str(year)) for year in years])

    def show_form(self, form: FormDef) -> None:
        """Ask what this form needs."""
        self._scope = form.scope
        self._meeting_kinds = form.meetings
        shown = {"round", "meeting"} if form.scope == "meeting" else {form.scope}
        for name, widgets in self._labels.items():
            for widget in widgets:
                widget.setVisible(name in shown)
        self.none.setVisible(form.scope == "office")
        rounds = self._view.rounds if self._view else ()
        fitting = [one for one in rounds if not form.rounds or one.kind.value in form.rounds]
        self.round.fill([(round_name(one), one.code) for one in fitting])
        self._fill_meetings()

    def show_subject(self, subject: Subject) -> None:
        """Choose what a paper was about."""
        self.round.choose(subject.round)
        self._fill_meetings()
        self.meeting.choose(subject.meeting)
        self.movement.choose(subject.movement)
        self.cluster.choose(subject.cluster)
        self.year.choose(subject.year)
        self.recipient.set_code(subject.recipient)

    @Slot()
    def _on_round(self) -> None:
        self._fill_meetings()
        self.changed.emit()

    def _fill_meetings(self) -> None:
        code = str(self.round.currentData() or "")
        held = self._view.meetings.get(code, ()) if self._view else ()
        kinds = self._meeting_kinds
        fitting = [one for one in held if not kinds or one.kind.value in kinds]
        self.meeting.fill([(self._meeting_name(one), one.code) for one in fitting])

    def _meeting_name(self, held: Meeting) -> str:
        names = self._view.unit_names if self._view else {}
        unit = names.get(held.unit, "Tập thể")
        who = "Hội đồng" if held.kind is MeetingKind.COUNCIL else unit
        day = show_date(held.day) if held.day else "chưa ghi ngày"
        return f"{day} – {who}"
