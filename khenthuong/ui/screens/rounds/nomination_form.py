"""What a nomination rests on: by which criterion, which initiatives and achievements, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Nomination
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.choosing import OfferedEditor, TicksEditor
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.rounds.nomination_choices import Choices, read_choices
from khenthuong.ui.widgets.buttons import button

LEAST = 160
NOT_STATED, ONE_WAY = "chưa nêu", "chưa nêu (chỉ có một cách đạt)"
NO_INITIATIVE = "Chưa có sáng kiến, đề tài nào trong sổ."
NO_ACHIEVEMENT = "Chưa có thành tích nào trong sổ."
NOMINATION = s.Sheet(
    Nomination,
    (
        s.offered("branch", "Theo tiêu chuẩn"),
        s.ticks("initiatives", "Sáng kiến, đề tài"),
        s.ticks("achievements", "Thành tích"),
        s.text("content", "Nội dung thành tích in trong danh sách", long=True),
    ),
)


class NominationForm(QFrame):
    """The form of one nomination; `given` (Nomination) asks to save it."""

    given = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nomination: Nomination | None = None
        self._desk = desk
        self._form: FormView | None = None
        self._expected: Mapping[str, object] = {}
        self._scroll = QScrollArea()
        self.ok = button("Lưu đề nghị", "luu", primary=True)
        self.cancel = button("Thôi")
        # Assemble
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.hold(self._scroll, least_height=LEAST)
        layout.addWidget(self._scroll, 1)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout.addLayout(buttons)
        # Signals
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.cancelled)

    @property
    def form(self) -> FormView:
        """The form, made when first needed."""
        if self._form is None:
            self._form = FormView(NOMINATION.sections, self._desk, columns=1)
            self._form.setObjectName("scrolled")
            self._form.setContentsMargins(4, 4, 12, 4)
            self._scroll.setWidget(self._form)
        return self._form

    def show_nomination(self, nomination: Nomination) -> None:
        """Remember which nomination is meant."""
        self._nomination = nomination

    def expect(self, values: Mapping[str, object]) -> None:
        """What was typed once: shown as soon as the form knows what it offers."""
        self._expected = values

    def focus(self, field: str) -> None:
        """Put the keyboard into a field."""
        self.form.focus(field)

    def begin(self) -> None:
        """Show what is on record, ready to type."""
        if self._nomination is not None:
            self.form.set_values(NOMINATION.values(self._nomination))
            self._desk.run(
                read_choices, self._nomination, done=self._on_choices, key="nomination.choices"
            )
        self.form.focus_first()

    def _on_choices(self, choices: Choices) -> None:
        if self._nomination is None or choices.nomination.key != self._nomination.key:
            return
        for key, offered, nothing in (
            ("branch", choices.branches, NOT_STATED if choices.branches else ONE_WAY),
            ("initiatives", choices.initiatives, NO_INITIATIVE),
            ("achievements", choices.achievements, NO_ACHIEVEMENT),
        ):
            editor = self.form.rows[key].editor
            if isinstance(editor, OfferedEditor | TicksEditor):
                editor.offer(offered, nothing)
        if self._expected:
            self.form.put_back(self._expected)
            self._expected = {}

    @Slot()
    def _on_ok(self) -> None:
        if self._nomination is not None:
            self.given.emit(NOMINATION.build(self.form.shown(), self._nomination))
