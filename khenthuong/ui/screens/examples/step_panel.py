"""The side panel that asks what a step needs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain import examples
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage, RecipientKind, SpreadKind
from khenthuong.texts import label as word
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.view import FormView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.picker import RecipientPicker

_ASKED: Mapping[ExampleStage, tuple[s.Column, ...]] = {
    ExampleStage.FOUND: (
        s.text("name", "Tên mô hình, điển hình", required=True),
        s.movement("movement", "Phong trào"),
        s.day("found", "Ngày phát hiện", required=True),
        s.text("found_by", "Ai, nơi nào phát hiện", required=True),
        s.text("content", "Điều đáng học", long=True),
    ),
    ExampleStage.FOSTERED: (
        s.text("fosterer", "Ai, nơi nào bồi dưỡng", required=True),
        s.text("fostering", "Bồi dưỡng thế nào", required=True, long=True),
        s.day("fostered", "Từ ngày", required=True),
    ),
    ExampleStage.REVIEWED: (
        s.text("review", "Tổng kết được gì", required=True, long=True),
        s.day("reviewed", "Ngày tổng kết", required=True),
    ),
    ExampleStage.SPREAD: (),
}
_SPREAD = s.Sheet(
    ExampleSpread,
    (
        s.choice("kind", "Nhân rộng hay tuyên truyền", SpreadKind, required=True),
        s.text("place", "Nơi học tập, nhân rộng hoặc nơi đăng", required=True),
        s.day("day", "Ngày", required=True),
        s.text("result", "Kết quả", long=True),
    ),
)
_DAYS = {
    ExampleStage.FOUND: "found",
    ExampleStage.FOSTERED: "fostered",
    ExampleStage.REVIEWED: "reviewed",
}


class StepPanel(QWidget):
    """`saved` (example), `moved` (example, step, place or None), `spread` (place), `left`."""

    saved = Signal(object)
    moved = Signal(object, object, object)
    spread = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._base: GoodExample | None = None
        self._target: ExampleStage | None = None
        self._sheet: s.Sheet | None = None
        self._asks_spread = False
        self.form: FormView | None = None
        self.dirty = False
        self.title = label("", "heading", wrap=True)
        self.who_label = label("Của ai *", "subheading")
        self.who = RecipientPicker(desk, tuple(RecipientKind))
        self.problem = label("", "problem", wrap=True)
        self.ok = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi", tip="Esc")
        self.area = QScrollArea()
        # Assemble
        self.who_label.setBuddy(self.who)
        self.who.line.setAccessibleName("Của ai")
        self.area.setWidgetResizable(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ok)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        for one in (self.title, self.who_label, self.who):
            layout.addWidget(one)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.problem.hide()
        # Signals
        self.who.edited.connect(self._on_edited)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.left)

    def begin_new(self, movement: str = "") -> None:
        """Ask for a new example."""
        self._target, self._base = None, None
        self._ask("Điển hình mới", (ExampleStage.FOUND,), who=True)
        self._fill({"found": date.today().isoformat(), "movement": movement})
        self.who.set_code("")
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_edit(self, card: Any) -> None:
        """Ask for what was noted of an example."""
        self._target, self._base = None, card.example
        stage = card.example.stage
        self._ask(f"Sửa «{card.example.name}»", (*_before(stage), stage), who=True)
        if self._sheet is not None:
            self._fill(self._sheet.values(card.example))
        self.who.set_code(card.example.recipient)
        self._focus()

    def begin_move(self, card: Any, stage: ExampleStage) -> None:
        """Ask for what lies between a card's step and another after it."""
        self._target, self._base = stage, card.example
        asked = examples.steps_to(card.example.stage, stage)
        wants_place = stage is ExampleStage.SPREAD and not card.spreads
        self._ask(f"{word(stage)}: «{card.example.name}»", asked, place=wants_place)
        today = date.today().isoformat()
        values: dict[str, object] = dict(self._sheet.values(card.example)) if self._sheet else {}
        for one in asked:
            if one in _DAYS and not values.get(_DAYS[one]):
                values[_DAYS[one]] = today
        if wants_place:
            values |= {"kind": word(SpreadKind.COPIED), "day": today}
        self._fill(values)
        self._focus()

    def begin_spread(self, card: Any) -> None:
        """Ask for one more place or publication."""
        self._target, self._base = None, card.example
        self._ask(f"Nhân rộng, tuyên truyền: «{card.example.name}»", (), place=True)
        self._fill({"kind": word(SpreadKind.COPIED), "day": date.today().isoformat()})
        self._focus()

    @Slot()
    def save(self) -> None:
        """Check and say what is to be written."""
        if self.form is None:
            return
        values = self.form.shown()
        found = self._sheet.problems(values) if self._sheet else {}
        if self._asks_spread:
            found |= _SPREAD.problems(values)
        self.form.show_problems(found)
        if not self.who.isHidden() and not self.who.code:
            self.show_problem("Hãy chọn cá nhân, tập thể hoặc hộ gia đình trong sổ.")
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_problem("")
        if not found:
            self._emit(values)

    def show_problem(self, words: str) -> None:
        """A sentence over the buttons, "" for none."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _emit(self, values: Mapping[str, object]) -> None:
        example = self._example(values)
        place: ExampleSpread | None = None
        if self._asks_spread:
            place = _SPREAD.build(values, example=example.code)
        if self._target is not None:
            self.moved.emit(example, self._target, place)
        elif place is not None:
            self.spread.emit(place)
        else:
            self.saved.emit(example)

    def _example(self, values: Mapping[str, object]) -> GoodExample:
        base = self._base or GoodExample("", "", "")
        made = self._sheet.build(values, base) if self._sheet else base
        return made if self.who.isHidden() else replace(made, recipient=self.who.code)

    def _ask(
        self, title: str, stages: Sequence[ExampleStage], *, who: bool = False, place: bool = False
    ) -> None:
        columns = tuple(column for stage in stages for column in _ASKED[stage])
        self._sheet = s.Sheet(GoodExample, columns) if columns else None
        self._asks_spread = place
        sections = (self._sheet.sections if self._sheet else ()) + (
            _SPREAD.sections if place else ()
        )
        self.title.setText(title)
        self.who_label.setVisible(who)
        self.who.setVisible(who)
        self.form = FormView(sections, self._desk, columns=1)
        self.form.setObjectName("scrolled")
        self.form.edited.connect(self._on_edited)
        self.area.setWidget(self.form)
        self.show_problem("")

    def _fill(self, values: Mapping[str, object]) -> None:
        if self.form is not None:
            self.form.set_values(values)
        self.dirty = False

    def _focus(self) -> None:
        if self.form is not None:
            self.form.focus_first()

    @Slot()
    def _on_edited(self) -> None:
        self.dirty = True


def _before(stage: ExampleStage) -> tuple[ExampleStage, ...]:
    return examples.STAGES[: examples.STAGES.index(stage)]
