"""«Sáp nhập, chia tách, đổi tên…»: what becomes of the units chosen, from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from khenthuong.domain.kinds import UnitChangeKind
from khenthuong.services.people.unit_changes import Reform
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.screens.register.form_card import FormCard


@dataclass(frozen=True)
class _Asked:
    """What the form says; `named` are names of new units, `new` a unit of the register."""

    kind: UnitChangeKind
    day: date
    named: tuple[str, ...]
    new: str
    decision: str
    note: str


_SHEET = s.Sheet(
    _Asked,
    (
        s.choice("kind", "Việc", UnitChangeKind, required=True),
        s.day("day", "Từ ngày", required=True),
        s.codes("named", "Tên tập thể mới", "Chưa có trong sổ; nhiều tên thì tách bằng dấu ;"),
        s.unit("new", "hoặc tập thể đã có"),
        s.text("decision", "Theo quyết định", hint="Số, ngày, cơ quan."),
        s.text("note", "Ghi chú"),
    ),
)


class ReformCard(FormCard):
    """Old units stay in the books under their names; people, parts, households go along."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heading = "Sáp nhập, chia tách, đổi tên, giải thể"
        super().__init__(desk, heading, _SHEET, "Ghi thay đổi", parent)
        self._olds: tuple[str, ...] = ()

    def begin(self, olds: Sequence[str], names: Sequence[str]) -> None:
        """Ask what becomes of these units."""
        self._olds = tuple(olds)
        if self._olds:
            self.show_form(f"Tập thể cũ: {'; '.join(names)}.")

    def made(self, value: _Asked) -> Reform:
        """The reform that the form says of the units chosen."""
        news = (value.new,) if value.new else ()
        reform = Reform(value.kind, value.day, self._olds, news, value.named)
        return replace(reform, decision=value.decision, note=value.note)

    def ask(self, ws: Any, value: Reform) -> Sequence[str]:
        """What goes over and, in words, what does not."""
        from khenthuong.services.people import unit_changes

        found = unit_changes.preview(ws, value)
        moved = (
            f"Chuyển theo: {len(found.people)} người, {len(found.parts)} tập thể trực thuộc, "
            f"{len(found.households)} hộ."
        )
        kept = (
            f"Ở lại với tập thể cũ: {found.ratings} lần xếp loại, {found.awards} lần khen thưởng."
        )
        stay = f"Còn {found.staying} người ghi ở tập thể này." if found.staying else ""
        guessed = sum(one.guessed for one in found.people)
        guess = (
            f"{guessed} người chưa ghi quá trình: sổ ghi ở tập thể cũ từ năm sớm nhất có số liệu."
            if guessed
            else ""
        )
        return [one for one in (moved, stay, kept, guess, *found.not_carried) if one]

    def do(self, ws: Any, value: Reform) -> str:
        """Write it."""
        from khenthuong.services.people import unit_changes

        unit_changes.carry_out(ws, value)
        return "Đã ghi thay đổi tổ chức; tập thể cũ vẫn nằm trong sổ dưới tên cũ."
