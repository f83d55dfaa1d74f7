"""What the pages for lists of others ask of the services, and how they word it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.domain.batch import Place
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.mapping import LIKELY, SURE, Guess, ListField, Question
from khenthuong.ui.jobs import Task
from khenthuong.ui.screens.rounds.round_data import round_name

_WHY = {
    "tieu_de": "theo tên cột",
    "gan_giong": "tên cột gần giống",
    "gia_tri": "theo các giá trị",
    "ma": "lặp lại cột khác bằng mã",
    "nho": "đã nhớ từ lần trước",
}
REGISTER_LISTS = tuple(kind.value for kind in RecipientKind)


@dataclass(frozen=True)
class ColumnLine:
    """One column of the file as the page shows it."""

    number: int
    header: str
    example: str
    meant: ListField
    guess: Guess
    letters: str

    @property
    def certainty(self) -> str:
        """How sure the program is, in words; old letters are named."""
        sure = self._sure()
        return " · ".join(part for part in (sure, self.letters.split(" (")[0]) if part)

    def _sure(self) -> str:
        if self.meant is not self.guess.meant:
            return "bạn chọn"
        reason = _WHY.get(self.guess.why, "")
        if self.guess.confidence >= SURE:
            return f"Chắc: {reason}" if reason else "Chắc"
        if self.guess.confidence >= LIKELY:
            return f"Nên xem: {reason}"
        return "Chưa biết: giữ làm ghi chú" if self.example else ""


def example_words(values: Sequence[str], letters: Any) -> str:
    """The first value of a column as it is read."""
    from khenthuong.services.intake.list_import import to_unicode

    if not values:
        return ""
    return " ".join((to_unicode(values[0], letters) if letters else values[0]).split())


def open_list(ws: Any, path: Path, sheet: str) -> Any:
    """Read a list and what the program would do with it by itself."""
    from khenthuong.services.intake import list_import

    source = list_import.open_list(ws, path, sheet)
    return list_import.look(ws, source, list_import.proposed_choices(source))


def look(ws: Any, source: Any, choices: Any) -> Any:
    """The same with other choices."""
    from khenthuong.services.intake import list_import

    return list_import.look(ws, source, choices)


def apply(ws: Any, preview: Any, keep: frozenset[Place], task: Task) -> Any:
    """Write the list."""
    from khenthuong.services.intake import list_import

    list_import.apply(ws, preview, keep)
    return preview


def export_mapping(ws: Any, preview: Any, target: Path) -> Path:
    """Hand the mapping on; what is on the screen counts."""
    from khenthuong.services.intake import list_import

    list_import.remember(ws, preview.source, preview.choices)
    list_import.export_mapping(ws, preview.source, target)
    return target


def import_mapping(ws: Any, path: Path) -> Any:
    """Take another office's mapping over."""
    from khenthuong.services.intake import list_import

    return list_import.import_mapping(ws, path)


def read_rounds(ws: Any) -> list[tuple[str, str]]:
    """Rounds to choose from: name and code."""
    from khenthuong.services.appraisal import rounds

    return [(round_name(one.round), one.round.code) for one in rounds.rounds(ws)]


def lay_into(ws: Any, round_code: str, template: Path, answers: Mapping[str, str]) -> Any:
    """Lay a round into a province's template."""
    from khenthuong.services.intake import list_export

    return list_export.lay_into(ws, round_code, template, answers)


def write_filled(ws: Any, filling: Any, target: Path) -> tuple[Path, int]:
    """Write the template filled in."""
    from khenthuong.services.intake import list_export

    list_export.write_filled(ws, filling, target)
    return target, len(filling.lines)


def write_table(ws: Any, what: str, round_code: str, target: Path) -> tuple[Path, int]:
    """Write a plain list; `what` is a kind of recipient, «round» or «papers»."""
    from khenthuong.services.intake import list_tables

    if what in REGISTER_LISTS:
        table = list_tables.register_table(ws, RecipientKind(what))
    elif what == "round":
        table = list_tables.round_table(ws, round_code)
    else:
        table = list_tables.papers_table(ws, round_code)
    list_tables.write(table, target)
    return target, len(table.rows)


def question_words(question: Question) -> str:
    """What is asked."""
    return texts.say(f"list.question_{question.kind}")


def rows_words(question: Question) -> str:
    """The rows it is about: «5, 6, 9 …»."""
    shown = ", ".join(str(row) for row in question.rows[:4])
    return f"{shown} …" if len(question.rows) > 4 else shown


def answer_words(question: Question) -> str:
    """The answer in words, or that there is none yet."""
    if not question.answer:
        return "Chưa trả lời"
    return dict(question.choices).get(question.answer, question.answer)
