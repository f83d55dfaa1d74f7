"""Lịch sử thay đổi: what was written, taken back and done again; Ctrl+Z and Ctrl+Y of the books."""

from __future__ import annotations

from dataclasses import dataclass, field

from khenthuong import storage, texts
from khenthuong.domain.finding import holds, words_of
from khenthuong.domain.history import HistoryEntry, Operation
from khenthuong.errors import BooksError
from khenthuong.services.workspace import Workspace

ON_PAPER = frozenset(
    {
        "sealed_dossier",
        "paper",
        "office_paper",
        "paper_number",
        "certificate",
        "certificate_print",
        "submission",
        "received_package",
        "sent_reply",
    }
)
"""Rows that stand for papers, numbers and packages: taking the row back would not take those."""

_ALL = 1_000_000


@dataclass
class Session:
    """What Ctrl+Z may take back: the operations numbered above `since`, newest first.

    `settled` are those taken back already and the operations that did so; `undone` are the pairs
    (taken back by, its label) that can be done again, the newest last; `last` is the newest
    operation when Ctrl+Z or Ctrl+Y last ran: anything newer ends what can be done again.
    """

    since: int
    settled: set[int] = field(default_factory=set[int])
    undone: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])
    labels: dict[int, str] = field(default_factory=dict[int, str])
    last: int = 0


@dataclass(frozen=True)
class Done:
    """What was taken back or done again: its label, and the operation that did so."""

    label: str
    operation: int


def begin(ws: Workspace) -> Session:
    """From now on: what is written later can be taken back by Ctrl+Z."""
    return Session(storage.history.newest(ws.books))


def undo(ws: Workspace, session: Session) -> Done | None:
    """Take back the newest operation of the session not yet taken back; None when there is none.

    Raises BooksError as `undo_one` does.
    """
    for one in storage.history.operations(ws.books, _ALL, after=session.since):
        if one.id not in session.settled and one.who == ws.books.who:
            return undo_one(ws, one, session)
    return None


def undo_one(ws: Workspace, one: Operation, session: Session | None = None) -> Done:
    """Take back any operation; the session, if given, can do it again.

    Raises BooksError when it went along with papers that lie outside the books (`changes.on_paper`)
    or when later data stand on it (`changes.touched`, `changes.needed`).
    """
    label = session.labels.get(one.id, one.label) if session else one.label
    on_paper = storage.history.tables_of(ws.books, one.id) & ON_PAPER
    if on_paper:
        words = ", ".join(sorted(table_label(name) for name in on_paper))
        raise BooksError("changes.on_paper", label=label, tables=words)
    number = _undo(ws, one.id, label, texts.say("operation.undo", {"label": label}))
    if session is not None:
        if session.undone and session.last != number - 1:
            session.undone.clear()
        session.settled |= {one.id, number}
        session.undone.append((number, label))
        session.last = number
    return Done(label, number)


def redo(ws: Workspace, session: Session) -> Done | None:
    """Do again what was taken back last; None when nothing was, or when more was written since."""
    if not session.undone or storage.history.newest(ws.books) != session.last:
        session.undone.clear()
        return None
    taken_back, label = session.undone[-1]
    number = _undo(ws, taken_back, label, texts.say("operation.redo", {"label": label}))
    session.undone.pop()
    session.labels[number] = label
    session.last = number
    return Done(label, number)


def history(ws: Workspace, typed: str = "", limit: int = 300) -> tuple[Operation, ...]:
    """The operations, newest first; with words typed only those whose label or writer has them."""
    words = words_of(typed)
    found = storage.history.operations(ws.books, _ALL if words else limit)
    kept = (one for one in found if holds(words, f"{one.label} {one.who}"))
    return tuple(one for _, one in zip(range(limit), kept, strict=False))


def details(ws: Workspace, number: int) -> tuple[HistoryEntry, ...]:
    """What one operation changed, row by row, old and new in words; at most 500 rows."""
    return storage.history.of_operation(ws.books, number)


def table_label(table: str) -> str:
    """What the rows of a table are called by people."""
    code = f"table.{table}"
    return texts.say(code) if texts.knows(code) else table


def _undo(ws: Workspace, number: int, label: str, as_label: str) -> int:
    try:
        return storage.undo_operation(ws.books, number, as_label)
    except BooksError as error:
        if error.code == "books.undo_touched":
            table = table_label(str(error.arguments["table"]))
            row = error.arguments["row"]
            raise BooksError("changes.touched", label=label, table=table, row=row) from error
        if error.code == "books.undo_needed":
            raise BooksError("changes.needed", label=label) from error
        raise
