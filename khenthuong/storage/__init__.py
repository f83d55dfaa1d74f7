"""The books on disk: SQLite through SQLAlchemy Core, evidence and backups as files.

``open_books`` opens them; every function of the modules below takes the open `Books` and gives or
takes frozen values of `khenthuong.domain`. Functions that change something want ``books.write``.
"""

from __future__ import annotations

from khenthuong.storage import (
    answers,
    backup,
    certificates,
    clusters,
    evidence,
    examples,
    facts,
    history,
    importing,
    judgements,
    meetings,
    merging,
    movements,
    numbering,
    office,
    office_papers,
    outcomes,
    papers,
    received,
    records,
    register,
    register_list,
    rounds,
    search,
    undo,
    unit_changes,
)
from khenthuong.storage.books import Books, open_books
from khenthuong.storage.facts import load_round_facts
from khenthuong.storage.importing import apply_import, plan_import
from khenthuong.storage.undo import undo_operation

__all__ = [
    "Books",
    "answers",
    "apply_import",
    "backup",
    "certificates",
    "clusters",
    "evidence",
    "examples",
    "facts",
    "history",
    "importing",
    "judgements",
    "load_round_facts",
    "meetings",
    "merging",
    "movements",
    "numbering",
    "office",
    "office_papers",
    "open_books",
    "outcomes",
    "papers",
    "plan_import",
    "received",
    "records",
    "register",
    "register_list",
    "rounds",
    "search",
    "undo",
    "undo_operation",
    "unit_changes",
]
