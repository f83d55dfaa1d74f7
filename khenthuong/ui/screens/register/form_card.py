"""A small form under the list of Sổ: what is asked, what it would do, one button to do it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.sheet import Sheet
from khenthuong.ui.form.view import FormView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_PAUSE_MS = 250


class FormCard(QFrame):
    """Fills the place of list and panel. `closed` in either case, `written` when it was done.

    A subclass says what is asked (`sheet`), what it means (`ask`) and how it is done (`do`).
    """

    closed = Signal()
    written = Signal()

    def __init__(
        self, desk: Desk, heading: str, sheet: Sheet, do: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet = sheet
        self._pause = QTimer(self)
        self.heading = label(heading, "heading", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.form = FormView(sheet.sections, desk)
        self.effect = label("", "soft", wrap=True)
        self.ok = button(do, "luu", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi", tip="Esc")
        # Assemble
        self.setObjectName("card")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        theme.hold(self.form, most_width=640)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        layout.addWidget(self.form)
        layout.addWidget(self.effect)
        layout.addStretch()
        layout.addLayout(buttons)
        self.hide()
        # Signals
        self.form.edited.connect(self._on_edited)
        self._pause.timeout.connect(self.preview)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.stop)

    @property
    def dirty(self) -> bool:
        """Whether it is open with something typed."""
        return not self.isHidden() and self.form.touched

    @Slot()
    def preview(self) -> None:
        """Say what it would do, as far as it is filled in."""
        value = self._value(show=False)
        if value is None:
            self.effect.setText("")
        else:
            self._desk.run(
                self.ask, value, done=self._on_asked, failed=self._on_refused, key="card.preview"
            )

    @Slot()
    def save(self) -> None:
        """Do it."""
        value = self._value(show=True)
        if value is not None:
            self._desk.run(self.do, value, done=self._on_done)

    @Slot()
    def stop(self) -> None:
        """Close without doing anything."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def ask(self, ws: Any, value: Any) -> Sequence[str]:
        """What it would do, in sentences; runs on the worker."""
        raise NotImplementedError

    def do(self, ws: Any, value: Any) -> str:
        """Do it and say what was done; runs on the worker."""
        raise NotImplementedError

    def made(self, value: Any) -> Any:
        """What the form says, with what was chosen outside of it."""
        return value

    def show_form(self, about: str) -> None:
        """Open with an empty form."""
        self.about.setText(about)
        self.form.set_values({})
        self.effect.setText("")
        self.show()
        self.form.focus_first()

    @Slot(str)
    def _on_edited(self, _: str) -> None:
        self._pause.start()

    def _value(self, *, show: bool) -> Any:
        values = self.form.shown()
        problems = self._sheet.problems(values)
        if show:
            self.form.show_problems(problems)
            if problems:
                self.form.focus(next(iter(problems)))
        return None if problems else self.made(self._sheet.build(values))

    def _on_asked(self, said: Sequence[str]) -> None:
        self.effect.setText("\n".join(f"•  {one}" for one in said))

    def _on_refused(self, error: Exception) -> None:
        from khenthuong.ui import messages

        self.effect.setText(messages.sentence(error))

    def _on_done(self, said: str) -> None:
        self.hide()
        self._desk.tell(said)
        self.written.emit()
        self.closed.emit()
