"""Two rows for one and the same: side by side, choosing where they differ, made one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.register import PartialDate, Recipient
from khenthuong.errors import UserError
from khenthuong.services.workspace import Workspace
from khenthuong.storage.merging import Moving

_UNSEEN = ("code",)


@dataclass(frozen=True)
class Difference:
    """A field that differs: `key` names it, `kept` and `gone` are its values in words.

    `asked` is False where one of them is empty: the filled one is taken unless somebody says else.
    """

    key: str
    label: str
    kept: str
    gone: str
    asked: bool


@dataclass(frozen=True)
class Clash:
    """Two records under one natural key that say different things."""

    key: str
    label: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Comparison:
    """Both rows, what differs, what clashes, how many records of each sort go over.

    `refused` says why they cannot be merged this way round; "" when they can. `stays` are the
    sealed rounds in which the row given up keeps its Mã.
    """

    kept: Recipient
    gone: Recipient
    differences: tuple[Difference, ...]
    clashes: tuple[Clash, ...]
    records: tuple[tuple[str, int, int], ...]
    stays: tuple[str, ...]
    refused: str = ""


def compare(ws: Workspace, kept: str, gone: str) -> Comparison:
    """What merging `gone` into `kept` means, nothing written; raises NotFoundError."""
    with ws.books.read():
        one, other = storage.register.get(ws.books, kept), storage.register.get(ws.books, gone)
        moving = storage.merging.moving(ws.books, gone, kept)
        sealed = storage.merging.sealed_rounds(ws.books)
        return Comparison(
            one,
            other,
            _of_recipients(ws, one, other),
            tuple(_clash(ws, found) for found in moving if found.clash),
            _records(ws, moving, kept),
            tuple(sorted(sealed & storage.merging.nominated_in(ws.books, gone))),
            _refusal(ws, one, other),
        )


def merge(
    ws: Workspace,
    kept: str,
    gone: str,
    fields_from_gone: Mapping[str, bool],
    records_from_gone: Mapping[str, bool],
) -> int:
    """Make both one, in one operation that can be undone; returns how many records went over.

    The answers are by `Difference.key` and `Clash.key`; True takes what the row given up says.
    Raises UserError while something asked is unanswered, or with the reason of `refused`.
    """
    found = compare(ws, kept, gone)
    if found.refused:
        raise UserError("merge.refused", reason=found.refused)
    open_ = [one for one in found.differences if one.asked and one.key not in fields_from_gone]
    open_clashes = [one for one in found.clashes if one.key not in records_from_gone]
    if open_ or open_clashes:
        asked = [one.label for one in (*open_, *open_clashes)]
        raise UserError("merge.unanswered", fields=asked)
    result = _chosen(found, fields_from_gone)
    told = {"name": found.gone.name, "gone": gone, "kept": kept}
    with ws.books.write(texts.say("operation.merge", told)):
        count = len(storage.merging.moving(ws.books, gone, kept))
        _hand_over_answers(ws, gone, kept)
        storage.merging.merge(ws.books, gone, kept, records_from_gone)
        # Two rows may not hold one số căn cước: the row given up is no longer looked at.
        storage.register.save(ws.books, result)
    return count


def current(ws: Workspace, code: str) -> str:
    """The Mã under which somebody is kept now; the code itself where nothing was merged."""
    return storage.merging.aliases(ws.books).get(code, code)


def former_codes(ws: Workspace, code: str) -> tuple[str, ...]:
    """The Mã that somebody had before, of rows merged into this one."""
    found = storage.merging.aliases(ws.books)
    return tuple(sorted(old for old, now in found.items() if now == code))


def _refusal(ws: Workspace, kept: Recipient, gone: Recipient) -> str:
    if kept.code == gone.code or kept.recipient_kind is not gone.recipient_kind:
        return texts.say("merge.not_alike")
    former = storage.merging.aliases(ws.books)
    if kept.code in former or gone.code in former:
        return texts.say("merge.already")
    sealed = storage.merging.sealed_rounds(ws.books)
    mine = storage.merging.nominated_in(ws.books, kept.code)
    theirs = storage.merging.nominated_in(ws.books, gone.code)
    if both := sorted(sealed & mine & theirs):
        return texts.say("merge.same_dossier", {"rounds": both})
    if storage.merging.has_certificate(ws.books, gone.code):
        return texts.say("merge.certificate", {"code": gone.code})
    answered = storage.answers.nominees_forms(ws.books, kept.code)
    twice = answered & storage.answers.nominees_forms(ws.books, gone.code)
    if open_ := sorted({code for code, _ in twice} - sealed):
        return texts.say("merge.both_answered", {"rounds": open_})
    return ""


def _hand_over_answers(ws: Workspace, gone: str, kept: str) -> None:
    sealed = storage.merging.sealed_rounds(ws.books)
    for code in {code for code, _ in storage.answers.nominees_forms(ws.books, gone)} - sealed:
        storage.answers.hand_over(ws.books, code, gone, kept)


def _of_recipients(ws: Workspace, kept: Recipient, gone: Recipient) -> tuple[Difference, ...]:
    if kept.recipient_kind is not gone.recipient_kind:
        return ()
    table = {"tap_the": "unit", "ca_nhan": "person", "ho_gia_dinh": "household"}
    return _differences(ws, table[kept.recipient_kind.value], kept, gone)


def _differences(ws: Workspace, table: str, kept: Any, gone: Any) -> tuple[Difference, ...]:
    found: list[Difference] = []
    for field in fields(kept):
        name = field.name
        mine, theirs = getattr(kept, name), getattr(gone, name)
        if name in _UNSEEN or mine == theirs:
            continue
        label = texts.say(f"field.{table}.{name}")
        shown, other = _show(ws, name, mine), _show(ws, name, theirs)
        # An empty field is filled; a choice that is never empty (yes or no) is asked.
        found.append(Difference(name, label, shown, other, bool(shown and other)))
    return tuple(found)


def _chosen(found: Comparison, from_gone: Mapping[str, bool]) -> Recipient:
    taken = {
        one.key: getattr(found.gone, one.key)
        for one in found.differences
        if from_gone.get(one.key, not one.kept)
    }
    return replace(found.kept, **taken)


def _clash(ws: Workspace, one: Moving) -> Clash:
    told = {"year": "", "award_name": "", "form": ""}
    for name in told:
        value = getattr(one.moved, name, "")
        told[name] = texts.show(value) if value != "" else ""
    about = " ".join(part for part in told.values() if part)
    label = f"{texts.say(f'table.{one.table}')} {about}".strip()
    return Clash(one.key, label, _differences(ws, one.table, one.there, one.moved))


def _records(
    ws: Workspace, moving: tuple[Moving, ...], kept: str
) -> tuple[tuple[str, int, int], ...]:
    """(what, how many go over, how many are there) by sort of record."""
    going = Counter(one.table for one in moving)
    mine = storage.records.of_recipient(ws.books, kept)
    there = {
        "career": len(mine.careers),
        "rating": len(mine.ratings),
        "past_award": len(mine.awards),
        "initiative": len(mine.initiatives),
        "discipline": len(mine.disciplines),
        "achievement": len(mine.achievements),
    }
    tables = dict.fromkeys((*there, *going))
    return tuple(
        (texts.say(f"table.{name}"), going[name], there.get(name, 0))
        for name in tables
        if going[name] or there.get(name, 0)
    )


def _show(ws: Workspace, name: str, value: Any) -> str:
    if value in (None, "", ()):
        return ""
    if isinstance(value, PartialDate):
        return "/".join(reversed(value.iso.split("-")))
    if name in ("unit", "parent", "village"):
        return storage.register.unit_names(ws.books, [value]).get(value, str(value))
    if isinstance(value, StrEnum | bool):
        return texts.show(value)
    return texts.show(value) if not isinstance(value, int) else str(value)
