"""Sổ: search, show, save, bin and restore recipients and everything known about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.history import HistoryEntry
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Recipient, Unit
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.workspace import Workspace
from khenthuong.storage.records import Record

_PREFIX = {RecipientKind.UNIT: "TT", RecipientKind.PERSON: "CN", RecipientKind.HOUSEHOLD: "HO"}
_NUMBER = re.compile(r"-?(\d+)")
_NAMED = 3


@dataclass(frozen=True)
class RegisterRow:
    """One line of a list: `subtitle` is the position, short name or address; `unit_name` the
    person's unit, the unit's parent or the household's village; `detail` one more word;
    `recipient` what else the list may show."""

    code: str
    kind: RecipientKind
    name: str
    subtitle: str
    unit_name: str
    detail: str
    binned: bool = False
    recipient: Recipient | None = None

    @property
    def about(self) -> str:
        """Subtitle and unit in one line."""
        return " · ".join(part for part in (self.subtitle, self.unit_name) if part)


@dataclass(frozen=True)
class Profile:
    """A recipient with everything known about it, each list in order of time."""

    recipient: Recipient
    careers: tuple[CareerStep, ...]
    ratings: tuple[Rating, ...]
    awards: tuple[PastAward, ...]
    initiatives: tuple[Initiative, ...]
    disciplines: tuple[Discipline, ...]
    achievements: tuple[Achievement, ...]
    binned: bool = False


def search(
    ws: Workspace,
    kind: RecipientKind | None,
    text: str = "",
    *,
    binned: bool = False,
    limit: int | None = None,
) -> tuple[str, ...]:
    """Codes in Vietnamese order; without marks, words in any order, each as a beginning."""
    return storage.search.codes(ws.books, kind, text, binned=binned, limit=limit)


def rows(ws: Workspace, codes: Iterable[str]) -> tuple[RegisterRow, ...]:
    """The lines of these codes in the order given; unknown codes are left out."""
    found = storage.register.many(ws.books, codes)
    names = storage.register.unit_names(ws.books, {_unit_of(one) for one in found.values()} - {""})
    binned = storage.register.binned_of(ws.books, found)
    return tuple(
        RegisterRow(
            one.code,
            one.recipient_kind,
            one.name,
            _subtitle(one),
            names.get(_unit_of(one), ""),
            _detail(one),
            one.code in binned,
            one,
        )
        for one in found.values()
    )


def get(ws: Workspace, code: str) -> Recipient:
    """One recipient, also from the bin; raises NotFoundError."""
    return storage.register.get(ws.books, code)


def profile(ws: Workspace, code: str) -> Profile:
    """A recipient and everything known about it; raises NotFoundError."""
    with ws.books.read():
        records = storage.records.of_recipient(ws.books, code)
        return Profile(
            storage.register.get(ws.books, code),
            records.careers,
            records.ratings,
            records.awards,
            records.initiatives,
            records.disciplines,
            records.achievements,
            storage.register.is_binned(ws.books, code),
        )


def save(ws: Workspace, recipient: Recipient) -> bool:
    """Add or change a recipient; raises BooksError for a code of another kind or unknown unit."""
    label = texts.say("operation.save", {"name": recipient.name, "code": recipient.code})
    with ws.books.write(label):
        return storage.register.save(ws.books, recipient)


def to_bin(ws: Workspace, code: str) -> None:
    """Put a recipient into the bin; its records stay."""
    with ws.books.write(texts.say("operation.to_bin", {"code": code})):
        storage.register.to_bin(ws.books, code)


def to_bin_all(ws: Workspace, codes: Sequence[str]) -> int:
    """Put several recipients into the bin in one write; returns how many."""
    with ws.books.write(texts.say("operation.to_bin", {"code": _few(codes)})):
        for code in codes:
            storage.register.to_bin(ws.books, code)
    return len(codes)


def restore_all(ws: Workspace, codes: Sequence[str]) -> int:
    """Take several recipients out of the bin in one write; returns how many.

    Raises UserError for one that was merged into another: undoing the merger is the way back.
    """
    _refuse_merged(ws, codes)
    with ws.books.write(texts.say("operation.restore", {"code": _few(codes)})):
        for code in codes:
            storage.register.restore(ws.books, code)
    return len(codes)


def restore(ws: Workspace, code: str) -> None:
    """Take a recipient out of the bin; raises UserError for one that was merged into another."""
    _refuse_merged(ws, [code])
    with ws.books.write(texts.say("operation.restore", {"code": code})):
        storage.register.restore(ws.books, code)


def history(ws: Workspace, code: str) -> tuple[HistoryEntry, ...]:
    """Who changed what about the recipient, the newest first, field by field in words."""
    return storage.history.of_recipient(ws.books, code)


def save_record(ws: Workspace, record: Record, *, replaces: Record | None = None) -> bool:
    """Add or change a record; `replaces` is taken out when its natural key was another one."""
    with ws.books.write(_record_label("operation.record", record)):
        if replaces is not None and storage.records.key(replaces) != storage.records.key(record):
            storage.records.remove(ws.books, replaces)
        return storage.records.save(ws.books, record)


def remove_record(ws: Workspace, record: Record) -> None:
    """Take a record out; the history keeps it. Raises BooksError while another row uses it."""
    with ws.books.write(_record_label("operation.remove_record", record)):
        storage.records.remove(ws.books, record)


def add_evidence(ws: Workspace, achievement_code: str, source: Path) -> str:
    """Keep a file and name it as evidence of an achievement, in one write; returns its name.

    Raises NotFoundError for an unknown achievement, BooksError for what is no readable file.
    """
    found = _achievement(ws, achievement_code)
    with ws.books.write(_record_label("operation.record", found)):
        name = storage.evidence.add(ws.books, source).name
        if name not in found.evidence:
            storage.records.save(ws.books, replace(found, evidence=(*found.evidence, name)))
    return name


def take_off_evidence(ws: Workspace, achievement_code: str, name: str) -> None:
    """No longer name a file as evidence of an achievement; its bytes stay in the store."""
    found = _achievement(ws, achievement_code)
    left = tuple(one for one in found.evidence if one != name)
    with ws.books.write(_record_label("operation.record", found)):
        storage.records.save(ws.books, replace(found, evidence=left))


def evidence_path(ws: Workspace, name: str) -> Path:
    """Where the bytes of an evidence file lie; raises NotFoundError."""
    return storage.evidence.path_of(ws.books, name)


def new_code(ws: Workspace, kind: RecipientKind) -> str:
    """A code that nothing has yet: TT-001, CN-001, HO-001."""
    prefix = _PREFIX[kind]
    return _next(prefix, storage.register.codes_beginning(ws.books, prefix))


def new_record_code(
    ws: Workspace, kind: type[Initiative] | type[Achievement], recipient: str = ""
) -> str:
    """A code for a new initiative (SK-001) or achievement (KQ-001) that nothing has yet."""
    if kind is Initiative:
        return _next("SK", storage.records.initiatives(ws.books))
    return _next("KQ", storage.records.achievements(ws.books))


def _refuse_merged(ws: Workspace, codes: Iterable[str]) -> None:
    former = storage.merging.aliases(ws.books)
    for code in codes:
        if code in former:
            name = storage.register.get(ws.books, code).name
            raise UserError("merge.restore", name=name, gone=code, kept=former[code])


def _few(codes: Sequence[str]) -> str:
    """The first codes and how many more: what was done is listed, not the whole register."""
    named = "; ".join(codes[:_NAMED])
    return named if len(codes) <= _NAMED else f"{named}; … (+{len(codes) - _NAMED})"


def _next(prefix: str, taken: Iterable[str]) -> str:
    tails = (_NUMBER.fullmatch(code[len(prefix) :]) for code in taken if code.startswith(prefix))
    last = max((int(tail[1]) for tail in tails if tail), default=0)
    return f"{prefix}-{last + 1:03}"


def _record_label(code: str, record: Record) -> str:
    sheet = texts.say(f"sheet.{storage.records.table_of(record)}")
    of = "; ".join(record.authors) if isinstance(record, Initiative) else record.recipient
    return texts.say(code, {"sheet": sheet, "code": of})


def _achievement(ws: Workspace, code: str) -> Achievement:
    found = storage.records.achievements(ws.books).get(code)
    if found is None:
        raise NotFoundError("books.not_found", key=code)
    return found


def _unit_of(one: Recipient) -> str:
    if isinstance(one, Person):
        return one.unit
    return one.parent if isinstance(one, Unit) else one.village


def _subtitle(one: Recipient) -> str:
    if isinstance(one, Person):
        return one.position
    return one.short_name if isinstance(one, Unit) else one.address


def _detail(one: Recipient) -> str:
    if isinstance(one, Unit):
        return texts.label(one.kind)
    if isinstance(one, Household):
        return texts.show(one.members) if one.members is not None else ""
    return texts.label(one.subject) if one.subject else ""
