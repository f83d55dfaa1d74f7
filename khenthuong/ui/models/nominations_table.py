"""Nominations grouped Tập thể / Cá nhân / Hộ gia đình, with the four demands and the verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from khenthuong.domain.kinds import Principle, RecipientKind, Status
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.models.arranging import Heading, name_order
from khenthuong.ui.models.grouped_table import GroupedTable
from khenthuong.ui.screens.rounds.round_data import Line

Index = QModelIndex | QPersistentModelIndex
NAME, AWARD, FIRST_PRINCIPLE = 0, 1, 2
VERDICT = FIRST_PRINCIPLE + len(Principle)
SHORT = {
    Principle.ACCURATE: "CX",
    Principle.PUBLIC: "CK",
    Principle.FAIR: "CB",
    Principle.TIMELY: "KT",
}
_PRINCIPLES = tuple(Principle)
_NUMERALS = {RecipientKind.UNIT: "I", RecipientKind.PERSON: "II", RecipientKind.HOUSEHOLD: "III"}


class NominationsTable(GroupedTable):
    """Group rows (str) and nomination rows (`Line`), in one flat table."""

    def __init__(self, parent: QObject | None = None) -> None:
        demands = (Heading(word(one), _demand(one)) for one in _PRINCIPLES)
        super().__init__(
            (
                Heading("Tên", attrgetter("name"), _by_name),
                Heading("Danh hiệu, hình thức", attrgetter("award_name")),
                *demands,
                Heading("Kết luận", attrgetter("verdict"), _by_verdict),
            ),
            parent,
        )

    def show(self, records: Sequence[Line | str]) -> None:
        """Replace everything; `records` are nominations of any kinds in the round's order."""
        rows: list[Line | str] = []
        lines = [line for line in records if isinstance(line, Line)]
        for kind in RecipientKind:
            mine = [line for line in lines if line.kind is kind]
            if mine:
                rows.append(f"{_NUMERALS[kind]}. {word(kind)} ({len(mine)})")
                rows += mine
        super().show(rows)

    def line(self, row: int) -> Line | None:
        """The nomination of a row; None for a group row or outside."""
        found = self.record(row)
        return found if isinstance(found, Line) else None

    def find(self, key: tuple[str, str]) -> int:
        """The row of a nomination, -1 when it is not shown."""
        for number, row in enumerate(self.shown):
            if isinstance(row, Line) and row.nomination.key == key:
                return number
        return -1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles; the demands are abbreviated and spelt out in the tip."""
        if orientation == Qt.Orientation.Horizontal and FIRST_PRINCIPLE <= section < VERDICT:
            demand = _PRINCIPLES[section - FIRST_PRINCIPLE]
            if role == Qt.ItemDataRole.DisplayRole:
                return SHORT[demand]
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return word(demand)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, icon and tip of a cell."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return super().data(index, role)
        if FIRST_PRINCIPLE <= index.column() < VERDICT:
            return _principle_data(line, _PRINCIPLES[index.column() - FIRST_PRINCIPLE], role)
        if index.column() == VERDICT:
            return _verdict_data(line, role)
        return _text_data(line, index.column(), role)


def _demand(principle: Principle) -> Callable[[Line], str]:
    def judged(line: Line) -> str:
        status = line.check.principles.get(principle) if line.check else None
        return word(status) if status is not None else ""

    return judged


def _by_name(line: Line) -> bytes:
    return name_order(line.name, line.kind)


def _by_verdict(line: Line) -> int:
    return tuple(Status).index(line.status)


def _principle_data(line: Line, principle: Principle, role: int) -> object:
    status = line.check.principles.get(principle) if line.check else None
    if status is None:
        return None
    if role == Qt.ItemDataRole.DecorationRole:
        return theme.status_icon(status)
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{word(principle)}: {word(status).lower()}"
    return None


def _verdict_data(line: Line, role: int) -> object:
    if role == Qt.ItemDataRole.DecorationRole:
        return theme.status_icon(line.status)
    if role == Qt.ItemDataRole.DisplayRole:
        return line.verdict
    if role == Qt.ItemDataRole.ForegroundRole:
        return theme.colour(theme.STATUS_COLOUR[line.status])
    if role == Qt.ItemDataRole.ToolTipRole:
        return line.nomination.override_reason or line.verdict
    return None


def _text_data(line: Line, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return line.name if column == NAME else _short(line.award_name)
    if role == Qt.ItemDataRole.ToolTipRole:
        return (
            f"{line.name} – {line.about}"
            if column == NAME and line.about
            else (line.name if column == NAME else line.award_name)
        )
    return None


def _short(award_name: str) -> str:
    return award_name.replace("Ủy ban nhân dân", "UBND").replace("Chủ tịch UBND", "CT UBND")
