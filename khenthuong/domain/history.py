"""Who changed what, when: the books' memory, readable field by field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Operation:
    """One writing of the books; `at` is local time in ISO form with its offset."""

    id: int
    at: str
    who: str
    label: str
    changes: int = 0


@dataclass(frozen=True)
class HistoryEntry:
    """One row that an operation touched.

    `table` is the row's table in the books, `kind` insert, update or delete; `differences` are
    (field, old, new) as text, the field by its name in the books. `about` is whose row it is: the
    recipient's name, else the row's own key.
    """

    operation: Operation
    table: str
    kind: str
    differences: tuple[tuple[str, str, str], ...]
    about: str = ""
