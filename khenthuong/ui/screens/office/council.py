"""The council over time: who holds which seat from when to when, and a new one from the old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain import councils
from khenthuong.domain.rounds import CouncilMember
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.office.council_sheet import SEAT, SEAT_COLUMNS
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit, read_date, show_date
from khenthuong.ui.widgets.labels import label


@dataclass(frozen=True)
class Seat(CouncilMember):
    """A member as the list shows him, with what is odd about the seat in words."""

    trouble: str = ""


class CouncilCard(QWidget):
    """All seats the council ever had. `changed` after every write."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._members: tuple[CouncilMember, ...] = ()
        self.day = DateEdit()
        self.said = label("", "soft", wrap=True)
        self.pane = RecordsPane(desk, "Thành viên Hội đồng", SEAT, SEAT_COLUMNS)
        self.renew = button("Lập Hội đồng mới…", "them", tip="Từ Hội đồng đang có")
        self.start = DateEdit()
        self.decision = QLineEdit()
        self.renew_ok = button("Lập", "luu", primary=True)
        self.renew_cancel = button("Thôi")
        self.renew_problem = label("", "problem", wrap=True)
        self.box = QFrame()
        # Assemble
        self._assemble()
        # Signals
        self.day.edited.connect(self._tell)
        self.pane.saved.connect(self._on_saved)
        self.pane.removed.connect(self._on_removed)
        self.renew.clicked.connect(self._on_renew)
        self.renew_cancel.clicked.connect(self._on_renew_cancel)
        self.renew_ok.clicked.connect(self._on_renew_ok)
        self.decision.returnPressed.connect(self._on_renew_ok)

    def refresh(self) -> None:
        """Read again."""
        self._desk.run(_read, done=self.show_members, key="council.read")

    def show_members(self, members: Sequence[CouncilMember]) -> None:
        """Show all seats, the newest council first."""
        self._members = tuple(members)
        told: dict[CouncilMember, list[str]] = {}
        for one in councils.troubles(self._members):
            told.setdefault(one.member, []).append(texts.say(one.code, dict(one.arguments)))
        seats = sorted(self._members, key=_newest_first)
        self.pane.show_records([_seat(one, "; ".join(told.get(one, ()))) for one in seats])
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """«Hội đồng tại ngày …»: how many, who presides, by which decision."""
        day = _day(self.day.line.text())
        if day is None:
            self.said.setText("Gõ một ngày để xem Hội đồng ngày ấy.")
            return
        there = councils.sitting(self._members, day)
        chair = councils.chairman(self._members, day)
        decision = next((one.decision for one in there if one.decision), "")
        parts = [f"{len(there)} thành viên"]
        parts.append(f"Chủ tịch Hội đồng: {chair.name}" if chair else "không rõ ai là Chủ tịch")
        if decision:
            parts.append(f"Quyết định số {decision}")
        self.said.setText(" · ".join(parts))

    @Slot()
    def _on_renew(self) -> None:
        self.box.show()
        self.start.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_renew_cancel(self) -> None:
        self.box.hide()
        self._say_problem("")

    @Slot()
    def _on_renew_ok(self) -> None:
        day = _day(self.start.line.text())
        decision = self.decision.text().strip()
        if day is None or not decision:
            self._say_problem("Ghi ngày bắt đầu và số quyết định thành lập.")
            return
        wanted = councils.renewed(self._members, day, decision)
        if len(wanted) == len(self._members):
            self._say_problem("Trước ngày ấy chưa có Hội đồng nào để lập tiếp.")
            return
        self._on_renew_cancel()
        self._desk.run(_save, wanted, done=partial(self._on_written, "Đã lập Hội đồng mới."))

    @Slot(object, object)
    def _on_saved(self, old: Seat | None, values: dict[str, object]) -> None:
        before = _member(old) if old else None
        member = SEAT.build(values, before)
        others = [one for one in self._members if one != before]
        self._desk.run(_save, (*others, member), done=partial(self._on_written, "Đã lưu."))

    @Slot(object)
    def _on_removed(self, seat: Seat) -> None:
        others = [one for one in self._members if one != _member(seat)]
        self._desk.run(_save, others, done=partial(self._on_written, "Đã bỏ thành viên."))

    def _on_written(self, said: str, members: Sequence[CouncilMember]) -> None:
        self.pane.stop()
        self.show_members(members)
        self._desk.tell(said)
        self.changed.emit()

    def _assemble(self) -> None:
        self.pane.note.tell("Chưa ghi thành viên nào của Hội đồng. Bấm «Thêm».")
        self.day.line.setText(show_date(date.today()))
        top = QHBoxLayout()
        for name, field in (("Hội đồng tại &ngày", self.day),):
            top.addWidget(_titled(name, field))
            top.addWidget(field)
        self.day.setMaximumWidth(150)
        top.addWidget(self.said, 1)
        top.addWidget(self.renew)
        self._assemble_box()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.box)
        layout.addWidget(self.pane, 1)

    def _assemble_box(self) -> None:
        self.box.setObjectName("card")
        self.decision.setPlaceholderText("Ví dụ 29/QĐ-UBND")
        row = QHBoxLayout()
        for name, field in (("Từ n&gày", self.start), ("Quyết định &số", self.decision)):
            row.addWidget(_titled(name, field))
            row.addWidget(field)
        row.addWidget(self.renew_cancel)
        row.addWidget(self.renew_ok)
        inside = QVBoxLayout(self.box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addLayout(row)
        hint = (
            "Hội đồng đang có kết thúc ngày hôm trước; ai đang ngồi thì có ghế mới cùng vai trò. "
            "Sau đó sửa, bỏ, thêm từng người."
        )
        inside.addWidget(label(hint, "quiet", wrap=True))
        inside.addWidget(self.renew_problem)
        self.renew_problem.hide()
        self.box.hide()

    def _say_problem(self, text: str) -> None:
        self.renew_problem.setText(text)
        self.renew_problem.setVisible(bool(text))


def _titled(name: str, field: QWidget) -> QLabel:
    made = QLabel(name)
    made.setBuddy(field)
    return made


def _day(text: str) -> date | None:
    try:
        value = read_date(text)
    except ValueError:
        return None
    return value.exact if value else None


def _newest_first(one: CouncilMember) -> tuple[int, int]:
    return (-(one.start.toordinal() if one.start else 0), councils.rank(one))


def _seat(one: CouncilMember, trouble: str) -> Seat:
    return Seat(**{field.name: getattr(one, field.name) for field in fields(one)}, trouble=trouble)


def _member(seat: CouncilMember) -> CouncilMember:
    named = (field.name for field in fields(CouncilMember))
    return CouncilMember(**{name: getattr(seat, name) for name in named})


def _read(ws: Any) -> Sequence[CouncilMember]:
    from khenthuong.services.appraisal import rounds

    return rounds.council(ws)


def _save(ws: Any, members: Sequence[CouncilMember]) -> Sequence[CouncilMember]:
    from khenthuong.services.appraisal import rounds

    rounds.save_council(ws, tuple(members))
    return rounds.council(ws)
