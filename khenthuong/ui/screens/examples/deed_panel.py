"""The side panel for a sudden deed: from what happened to its papers in one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.kinds import Gender, RecipientKind
from khenthuong.domain.register import Person
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.examples import examples_data as data
from khenthuong.ui.screens.examples.files_box import FilesBox
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.quiet import QuietCombo

NEWCOMER = s.Sheet(
    Person,
    (
        s.text("name", "Họ và tên", required=True),
        s.partial_day("born", "Ngày sinh", required=True),
        s.choice("gender", "Giới tính", Gender, required=True),
        s.text("position", "Nghề nghiệp, chức vụ"),
        s.unit("unit", "Thôn, tổ dân phố hoặc tập thể *"),
        s.text("home_town", "Quê quán", required=True),
        s.text("residence", "Nơi thường trú", required=True),
    ),
)
_NEW_ROUND = "Mở đợt đột xuất mới"


def _deed(**values: Any) -> Any:
    from khenthuong.services.examples.sudden import Deed

    return Deed(**values)


DEED = s.Sheet(
    _deed,
    (
        s.day("day", "Ngày xảy ra", required=True),
        s.text("hour", "Giờ", hint="Ví dụ: 16 giờ 30."),
        s.text("place", "Nơi xảy ra", required=True),
        s.text("event", "Sự việc xảy ra", required=True, long=True),
        s.text("done", "Hành động, việc làm", required=True, long=True),
        s.text("result", "Kết quả", required=True, long=True),
    ),
)


class DeedPanel(QWidget):
    """`recorded` (deed, award, files, round's code or ""), `left`."""

    recorded = Signal(object, str, object, str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files: list[Path] = []
        self.dirty = False
        self.known = QRadioButton("Đã có trong sổ")
        self.new = QRadioButton("Người mới")
        self.who = RecipientPicker(desk, tuple(RecipientKind))
        self.person = FormView(NEWCOMER.sections, desk, columns=1)
        self.clock = label("", "subheading", wrap=True)
        self.source = label("", "quiet", wrap=True)
        self.form = FormView(DEED.sections, desk, columns=1)
        self.files = FilesBox()
        self.award, self.round = QuietCombo(), QuietCombo()
        self.problem = label("", "problem", wrap=True)
        self.ok = button("Ghi và lập văn bản", "luu", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi", tip="Esc")
        # Assemble
        self._assemble()
        # Signals
        self.new.toggled.connect(self._on_who)
        self.who.edited.connect(self._on_picked)
        for form in (self.form, self.person):
            form.edited.connect(self._on_edited)
        self.files.added.connect(self._on_added)
        self.files.opened.connect(self._on_opened)
        self.files.taken_off.connect(self._on_taken_off)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.left)

    def begin(self) -> None:
        """Ask anew; the deed was today until something else is typed."""
        self.known.setChecked(True)
        self.who.set_code("")
        self.person.set_values({})
        self.form.set_values({"day": date.today().isoformat()})
        self._files = []
        self.files.show_names(())
        self.show_problem("")
        self._ask_offer("")
        self._ask_clock()
        self.dirty = False
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def save(self) -> None:
        """Check and say what is to be written."""
        values = self.form.shown()
        found = DEED.problems(values)
        self.form.show_problems(found)
        person: Person | None = None
        if self.new.isChecked():
            typed = self.person.shown()
            lacking = NEWCOMER.problems(typed)
            if not typed.get("unit"):
                lacking["unit"] = "Chọn trong sổ: từ đó biết ai có thẩm quyền khen."
            self.person.show_problems(lacking)
            found |= lacking
            person = NEWCOMER.build(typed, code="") if not lacking else None
        elif not self.who.code:
            self.show_problem("Hãy chọn ai lập thành tích, hoặc chọn «Người mới».")
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_problem("Còn mục chưa điền hoặc chưa đúng." if found else "")
        award = self.award.currentData()
        if not found and award:
            code = "" if person else self.who.code
            deed = DEED.build(values, recipient=code, person=person)
            self.recorded.emit(deed, award, tuple(self._files), self.round.currentData() or "")

    def show_problem(self, words: str) -> None:
        """A sentence over the buttons, "" for none."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    @Slot()
    def _on_who(self) -> None:
        self.who.setVisible(self.known.isChecked())
        self.person.setVisible(self.new.isChecked())
        if self.new.isChecked():
            self._ask_offer("")
            self.person.focus_first()
        self.dirty = True

    @Slot()
    def _on_picked(self) -> None:
        self.dirty = True
        if self.who.code:
            self._ask_offer(self.who.code)

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        self.dirty = True
        if key == "day":
            self._ask_clock()

    def _ask_clock(self) -> None:
        values = self.form.shown()
        if "day" in DEED.problems(values):
            self._on_clock(("", "", ""))
            return
        day = date.fromisoformat(str(values["day"]))
        self._desk.run(data.clock, day, done=self._on_clock, key="deed.clock")

    def _on_clock(self, said: tuple[str, str, str]) -> None:
        self.clock.setText("; ".join(part for part in said[:2] if part))
        self.source.setText(said[2])
        for one in (self.clock, self.source):
            one.setVisible(bool(one.text()))

    def _ask_offer(self, recipient: str) -> None:
        self._desk.run(data.offer_deed, recipient, done=self._on_offer, key="deed.offer")

    def _on_offer(self, offer: Any) -> None:
        kept, round_ = self.award.currentData(), self.round.currentData()
        self.award.fill([(one.name, one.id) for one in offer.awards])
        self.round.fill([(_NEW_ROUND, ""), *((one.name, one.code) for one in offer.rounds)])
        if kept in [one.id for one in offer.awards]:
            self.award.choose(kept)
        if round_ in [one.code for one in offer.rounds]:
            self.round.choose(round_)

    @Slot(object)
    def _on_added(self, files: Sequence[Path]) -> None:
        self._files = list(dict.fromkeys((*self._files, *files)))
        self.files.show_names([one.name for one in self._files])
        self.dirty = True

    @Slot(str)
    def _on_opened(self, name: str) -> None:
        for one in self._files:
            if one.name == name:
                self._desk.show_folder(one)

    @Slot(str)
    def _on_taken_off(self, name: str) -> None:
        self._files = [one for one in self._files if one.name != name]
        self.files.show_names([one.name for one in self._files])

    def _assemble(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self.known)
        group.addButton(self.new)
        self.who.line.setAccessibleName("Ai lập thành tích")
        which = QHBoxLayout()
        which.addWidget(self.known)
        which.addWidget(self.new)
        which.addStretch()
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(which)
        for one in (self.who, self.person, self.clock, self.source, self.form):
            column.addWidget(one)
        column.addWidget(label("Minh chứng", "subheading"))
        column.addWidget(self.files)
        for name, combo in (("Hình thức đề nghị", self.award), ("Đợt xét", self.round)):
            words = label(name, "subheading")
            words.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(words)
            column.addWidget(combo)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ok)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(label("Việc đột xuất mới", "heading"))
        layout.addWidget(area, 1)
        layout.addWidget(self.problem)
        layout.addLayout(buttons)
        self.person.hide()
        self.problem.hide()
