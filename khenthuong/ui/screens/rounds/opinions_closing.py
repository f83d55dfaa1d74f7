"""The closing minutes of a posting, made on the spot: asked is only what the books do not know."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain.office_papers import Subject
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.paperwork import papers_data as data
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

CLOSING = "bien_ban_ket_thuc_niem_yet"


class ClosingPane(QWidget):
    """Answers and a button: the paper lies among «Văn bản» like every other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: Any = None
        self._round = ""
        self._typed: Mapping[str, object] | None = None
        self.form: FormView | None = None
        self.make = button("Lập biên bản kết thúc", "luu", primary=True)
        self.area = QScrollArea()
        # Assemble
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        row = QHBoxLayout()
        hint = "Nơi, ngày, ý kiến lấy từ hai thẻ bên; làm xong thì văn bản ở màn hình «Văn bản»."
        row.addWidget(label(hint, "quiet", wrap=True), 1)
        row.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.area, 1)
        # Signals
        self.make.clicked.connect(self._on_make)

    def show_round(self, round_code: str) -> None:
        """Ask about another round; what was typed stays while it is the same."""
        if round_code != self._round or self.form is None or not self.form.touched:
            self._round = round_code
            self._desk.run(_read, round_code, done=self._on_draft, key="closing.draft")

    def typed(self) -> dict[str, object] | None:
        """What stands in the form and is in no paper yet; None for nothing typed."""
        if self.form is None or not self.form.touched:
            return None
        return plain_values(self.form.shown())

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Fill in what was typed once, as soon as the form is there."""
        self._typed = typed
        self._on_typed()

    def stop(self) -> None:
        """Give up what was typed: ask again as the books know it."""
        if self.form is not None and self.form.touched:
            self._desk.run(_read, self._round, done=self._on_draft, key="closing.draft")

    def _on_typed(self) -> None:
        if self.form is not None and self._typed is not None:
            self.form.put_back(self._typed)
            self._typed = None

    def _on_draft(self, draft: Any) -> None:
        self._draft = draft
        if self.form is None:
            self.form = FormView(data.asked(draft.form, ()), self._desk, columns=2)
            self.form.setObjectName("scrolled")
            self.area.setWidget(self.form)
        self.form.set_values(draft.answers, draft.facts)
        self._on_typed()

    @Slot()
    def _on_make(self) -> None:
        if self._draft is None or self.form is None:
            return
        values = self.form.values()
        found = data.problems(self._draft, values)
        self.form.show_problems({field: text for field, (_, text) in found.items()})
        if found:
            self.form.focus(next(iter(found)))
            return
        self._desk.run(_make, self._draft.subject, values, self._draft.code, done=self._on_made)

    def _on_made(self, made: Any) -> None:
        if self.form is not None:
            self.form.touched = False
        path: Path = made.path
        self._desk.say(f"Đã lập «{made.paper.title}».")
        self._desk.previewed.emit(path, made.paper.title)
        self._desk.changed.emit()


def _read(ws: Any, round_code: str) -> Any:
    from khenthuong.services.paperwork import office_papers

    subject = Subject(round=round_code)
    old = next(
        (
            one
            for one in office_papers.papers(ws)
            if one.form == CLOSING and one.subject == subject and not one.issued
        ),
        None,
    )
    answers = old.answers.values if old else {}
    return data.read_draft(ws, ws.forms[CLOSING], subject, answers, old.code if old else "")


def _make(ws: Any, subject: Subject, values: dict[str, object], code: str) -> Any:
    from khenthuong.services.paperwork import office_papers

    return office_papers.make(ws, CLOSING, subject, values, code)
