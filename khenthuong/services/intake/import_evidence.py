"""Evidence paths of a workbook: relative to it, inside its folder, plain files only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Fault
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.services.intake.import_references import fault
from khenthuong.storage import Books

_SHEETS = ("achievements", "progress", "examples")
"""Sheets whose rows name evidence."""
_ABSOLUTE = re.compile(r"/|[A-Za-z]:|[a-z]+://")


@dataclass
class EvidenceFound:
    """Files to take into the store by the name the workbook gives them, and faults."""

    files: dict[str, Path] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def find_evidence(books: Books, workbook: Path, batch: Batch) -> tuple[Batch, EvidenceFound]:
    """The batch with paths written one way («a/b.jpg»), and the files that lie there."""
    found = EvidenceFound()
    stored = frozenset(one.name for one in storage.evidence.all_names(books))
    entries = {
        key: tuple(_checked(key, e, workbook.parent, stored, found) for e in getattr(batch, key))
        for key in _SHEETS
    }
    # The same path may stand for other bytes in the books: then these get a name of their own,
    # the same one on every import, so that a second import changes nothing.
    names = {
        name: storage.evidence.name_of(books, path, name) for name, path in found.files.items()
    }
    found.files = {names[name]: path for name, path in found.files.items()}
    renamed = {key: tuple(_renamed(one, names) for one in ones) for key, ones in entries.items()}
    return replace(batch, **renamed), found


def take_evidence(books: Books, files: Mapping[str, Path], batch: Batch) -> Batch:
    """Copy the files into the store (inside `books.write`); the batch names them as stored."""
    names = {name: storage.evidence.add(books, path, name).name for name, path in files.items()}
    entries = {key: tuple(_renamed(one, names) for one in getattr(batch, key)) for key in _SHEETS}
    return replace(batch, **entries)


def _renamed(entry: Entry[Any], names: Mapping[str, str]) -> Entry[Any]:
    evidence = tuple(names.get(name, name) for name in entry.value.evidence)
    return replace(entry, value=replace(entry.value, evidence=evidence))


def _checked(
    sheet: str, entry: Entry[Any], folder: Path, stored: frozenset[str], found: EvidenceFound
) -> Entry[Any]:
    if not entry.value.evidence:
        return entry
    names = tuple(_plain(given) for given in entry.value.evidence)
    for given, name in zip(entry.value.evidence, names, strict=True):
        code = _look(folder, name, stored, found)
        if code:
            fatal = code != "fault.evidence_missing"
            column = BY_KEY[sheet].column("evidence").name
            found.faults.append(fault(entry.place, column, code, fatal=fatal, found=given))
    return replace(entry, value=replace(entry.value, evidence=names))


def _plain(given: str) -> str:
    parts = given.replace("\\", "/")
    if _ABSOLUTE.match(parts):
        return parts
    return "/".join(part for part in parts.split("/") if part not in ("", "."))


def _look(folder: Path, name: str, stored: frozenset[str], found: EvidenceFound) -> str:
    if _ABSOLUTE.match(name) or ".." in name.split("/") or not name or "\0" in name:
        return "fault.evidence_outside"
    path = folder.joinpath(name)
    if any(step.is_symlink() for step in _steps(folder, name)):
        return "fault.evidence_link"
    if path.is_file():
        found.files[name] = path
        return ""
    if path.exists():
        return "fault.evidence_link"
    return "" if name in stored else "fault.evidence_missing"


def _steps(folder: Path, name: str) -> Iterator[Path]:
    current = folder
    for part in name.split("/"):
        current = current / part
        yield current
