"""What the rulebook screen shows, read on the worker in one go; and what it asks to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong.domain.kinds import Checked
from khenthuong.domain.rounds import Round
from khenthuong.texts import label as word

_SHORT = {Checked.TEXT: "văn bản", Checked.SECOND_HAND: "thứ cấp", Checked.MEMORY: "chưa đối chiếu"}


@dataclass(frozen=True)
class RulebookPage:
    """Everything on the screen, as it stands for dossiers received on a day."""

    today: date
    rounds: tuple[Round, ...]
    view: Any
    criteria: tuple[Any, ...]
    values: tuple[ValueRow, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class ValueRow:
    """A value that the law leaves to the province, filled in (`filled`) or still open."""

    value: Any
    filled: Any
    shown: str
    document: str
    span: str
    by: str


def read_page(ws: Any, day: date | None) -> RulebookPage:
    """Read the rulebook as of a day of receipt; today when none is given."""
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.rulebook import rulebook_view
    from khenthuong.ui.messages import sentence

    on = day or ws.today()
    return RulebookPage(
        ws.today(),
        tuple(summary.round for summary in rounds.rounds(ws)),
        rulebook_view.view(ws, on),
        rulebook_view.criteria(ws, on),
        _values(ws, on),
        tuple(sentence(problem) for problem in ws.catalog_problems),
    )


def _values(ws: Any, on: date) -> tuple[ValueRow, ...]:
    from khenthuong.services.paperwork import asking
    from khenthuong.services.rulebook import province_values

    rows: list[ValueRow] = []
    for line in province_values.lines(ws, on):
        for one in line.filled:
            who = f"theo {one.source}" if one.source else one.by
            rows.append(
                ValueRow(
                    line.value,
                    one,
                    asking.shown_value(one.number, line.value.unit),
                    province_values.document_name(one),
                    asking.span(one.start, one.end),
                    who,
                )
            )
        if not line.filled:
            rows.append(_open_row(line))
    return tuple(rows)


def _open_row(line: Any) -> ValueRow:
    from khenthuong.services.paperwork import asking

    shown, document = "chưa ghi", ""
    if line.shipped is not None:
        shown = f"chưa ghi (tham khảo: {asking.shown_value(line.shipped.value, line.value.unit)})"
        document = word(line.shipped.checked)
    return ValueRow(line.value, None, shown, document, "", "")


def how_checked(line: Any) -> str:
    """How a criterion was checked, in the words of the counts beside it."""
    if line.confirmation is not None and line.criterion.checked is not Checked.TEXT:
        return "đã xác nhận"
    return _SHORT[line.criterion.checked]


def mark(line: Any) -> tuple[str, str]:
    """Icon and colour of how a criterion was checked."""
    if line.criterion.checked is Checked.TEXT:
        return "dat", "good"
    if line.confirmation is not None:
        return "ghim", "good"
    return ("thong_tin", "soft") if not line.open else ("can_doi_chieu", "warn")


def confirm(ws: Any, award: str, criterion: str, grounds: tuple[str, str, date]) -> int:
    """Keep a confirmation; how many criteria it covers."""
    from khenthuong.services.rulebook import confirmations

    by, document, day = grounds
    given = confirmations.Grounds(by, document, day)
    return len(confirmations.confirm(ws, award, criterion, given))


def withdraw(ws: Any, award: str, criterion: str, reason: str) -> int:
    """Take a confirmation back; how many criteria it covered."""
    from khenthuong.services.rulebook import confirmations

    return len(confirmations.withdraw(ws, award, criterion, reason))


def fill_value(ws: Any, fields: dict[str, Any], instead_of: Any) -> None:
    """Keep a value of the province as the form says it."""
    from khenthuong.domain.province import ProvinceValue
    from khenthuong.services.rulebook import province_values

    number = province_values.read_number(fields.pop("number"))
    province_values.fill(ws, ProvinceValue(number=number, **fields), instead_of)


def remove_value(ws: Any, value: Any) -> None:
    """Take a value of the province out."""
    from khenthuong.services.rulebook import province_values

    province_values.remove(ws, value)


def pack_name(ws: Any) -> str:
    """The proposed name of our rule pack."""
    from khenthuong.services.rulebook import rule_packs

    return rule_packs.file_name(ws)


def export_pack(ws: Any, path: Path) -> tuple[Path, int, int]:
    """Write the rule pack; where, and how many confirmations and values."""
    from khenthuong.services.rulebook import rule_packs

    pack = rule_packs.export(ws, path)
    return path, len(pack.confirmations), len(pack.values)


def plan_pack(ws: Any, path: Path) -> Any:
    """What taking a rule pack over would do."""
    from khenthuong.services.rulebook import rule_packs

    return rule_packs.plan(ws, path)


def apply_pack(ws: Any, plan: Any) -> int:
    """Take a rule pack over; how many lines were written."""
    from khenthuong.services.rulebook import rule_packs

    return rule_packs.apply(ws, plan)
