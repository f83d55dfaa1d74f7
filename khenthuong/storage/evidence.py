"""The evidence store: every file once, by the sha256 of its bytes, under minh_chung/."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
from datetime import datetime
from pathlib import Path, PurePosixPath

from sqlalchemy import insert, select, update

from khenthuong.domain.records import Achievement, Evidence
from khenthuong.domain.rounds import Proof
from khenthuong.errors import BooksError, NotFoundError
from khenthuong.paths import DataFolder
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import ACHIEVEMENT, PROOF
from khenthuong.storage.tables import achievement_evidence, proof
from khenthuong.storage.tables import evidence as table

_EXTENSION = re.compile(r"[a-z0-9]{1,8}")
_CHUNK = 1 << 20


def add(books: Books, source: Path, name: str = "", *, replace: bool = False) -> Evidence:
    """Take a file into the store under `name` (its own name when empty).

    The same bytes are kept once. A name that already means other bytes is replaced when `replace`
    says so (the old bytes stay for what was sealed), else the file gets a free name: use the name
    returned. Raises BooksError for a symbolic link, a folder, or a file that cannot be read.
    """
    _refuse_special(source)
    name = name or source.name
    digest, size = _store(books, source, _suffix(name))
    found = _found(books, name)
    if found is not None and found[0] != digest and not replace:
        name = _free_name(books, name, digest)
        found = _found(books, name)
    row = {"sha256": digest, "size": size, "added_on": datetime.now().date().isoformat()}
    if found is None:
        books.writer.execute(insert(table).values(name=name, **row))
    elif found[0] != digest:
        books.writer.execute(update(table).where(table.c.name == name).values(**row))
    return Evidence(digest, name, size)


def name_of(books: Books, source: Path, name: str) -> str:
    """The name under which `add` would keep (or already keeps) these bytes; writes nothing."""
    found = _found(books, name)
    if found is None:
        return name
    digest = _digest(source)
    return name if found[0] == digest else _free_name(books, name, digest)


def get(books: Books, name: str) -> Evidence:
    """The file of a name; raises NotFoundError."""
    found = _found(books, name)
    if found is None:
        raise NotFoundError("books.evidence_unknown", name=name)
    return Evidence(found[0], name, found[1])


def path_of(books: Books, name: str) -> Path:
    """Where the bytes of a name lie; raises NotFoundError when they are not there."""
    path = _place(books, get(books, name).sha256, _suffix(name))
    if path.is_symlink() or not path.is_file():
        raise NotFoundError("books.evidence_missing", name=name, path=path)
    return path


def place_of(folder: DataFolder, sha256: str, name: str) -> Path:
    """Where the bytes of a hash lie for a name, whether they are there or not."""
    return folder.evidence / sha256[:2] / f"{sha256}{_suffix(name)}"


def known_as(books: Books, source: Path) -> str:
    """The name under which the store already has the bytes of a file; "" where it has not.

    Raises BooksError for what is no readable file.
    """
    _refuse_special(source)
    try:
        digest = _digest(source)
    except OSError as cause:
        raise BooksError("books.evidence_unreadable", path=source, reason=cause.strerror) from cause
    query = select(table.c.name).where(table.c.sha256 == digest).order_by(table.c.name)
    with books.read() as connection:
        names = connection.execute(query).scalars().all()
    return next((name for name in names if _place(books, digest, _suffix(name)).is_file()), "")


def achievements_naming(books: Books, name: str) -> tuple[Achievement, ...]:
    """The achievements that name a file as their evidence."""
    naming = select(achievement_evidence.c.code).where(achievement_evidence.c.name == name)
    return rows.load(books, ACHIEVEMENT, ACHIEVEMENT.table.c.code.in_(naming))


def proofs(books: Books, round_code: str) -> tuple[Proof, ...]:
    """What proves which criterion of which nomination of a round."""
    return rows.load(books, PROOF, proof.c.round == round_code)


def proofs_naming(books: Books, name: str) -> tuple[Proof, ...]:
    """Every criterion of every round that a file proves."""
    return rows.load(books, PROOF, proof.c.name == name)


def save_proof(books: Books, value: Proof) -> bool:
    """Add a proof or change its caption; raises BooksError for an unknown round or recipient."""
    references.check(books.writer, references.wanted(PROOF, [value]))
    return rows.save(books, value)


def remove_proof(books: Books, value: Proof) -> None:
    """A file no longer proves a criterion; its bytes stay in the store."""
    rows.remove(books, value)


def all_names(books: Books) -> tuple[Evidence, ...]:
    """Every name of the store, whether its bytes are there or not."""
    query = select(table.c.sha256, table.c.name, table.c.size).order_by(table.c.name)
    with books.read() as connection:
        return tuple(Evidence(*row) for row in connection.execute(query))


def present(books: Books) -> frozenset[str]:
    """The names whose bytes really lie in the store."""
    return frozenset(
        one.name
        for one in all_names(books)
        if _place(books, one.sha256, _suffix(one.name)).is_file()
    )


def damaged(books: Books) -> tuple[str, ...]:
    """Names whose bytes are gone or are not what they were (reads every file)."""
    return tuple(
        one.name
        for one in all_names(books)
        if not (path := _place(books, one.sha256, _suffix(one.name))).is_file()
        or _digest(path) != one.sha256
    )


def _refuse_special(source: Path) -> None:
    try:
        mode = source.lstat().st_mode
    except OSError as cause:
        raise BooksError("books.evidence_unreadable", path=source, reason=cause.strerror) from cause
    if not stat.S_ISREG(mode):
        raise BooksError("books.evidence_not_file", path=source)


def _store(books: Books, source: Path, suffix: str) -> tuple[str, int]:
    """Copy next to its final place while hashing, then rename: a half file never has the name."""
    try:
        handle, name = tempfile.mkstemp(dir=books.folder.evidence, suffix=".tmp")
        unfinished = Path(name)
        try:
            digest = _copy(source, handle)
            return digest, _settle(books, unfinished, digest, suffix)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as cause:
        raise BooksError("books.evidence_unreadable", path=source, reason=cause.strerror) from cause


def _copy(source: Path, handle: int) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as reading, os.fdopen(handle, "wb") as writing:
        while chunk := reading.read(_CHUNK):
            digest.update(chunk)
            writing.write(chunk)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.hexdigest()


def _settle(books: Books, unfinished: Path, digest: str, suffix: str) -> int:
    target = _place(books, digest, suffix)
    size = unfinished.stat().st_size
    if target.is_file() and not target.is_symlink() and _digest(target) == digest:
        return size
    target.parent.mkdir(exist_ok=True)
    os.replace(unfinished, target)
    return size


def _place(books: Books, digest: str, suffix: str) -> Path:
    return books.folder.evidence / digest[:2] / f"{digest}{suffix}"


def _suffix(name: str) -> str:
    extension = PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip(".")
    return f".{extension}" if _EXTENSION.fullmatch(extension) else ""


def _digest(path: Path) -> str:
    with path.open("rb") as reading:
        return hashlib.file_digest(reading, "sha256").hexdigest()


def _found(books: Books, name: str) -> tuple[str, int] | None:
    query = select(table.c.sha256, table.c.size).where(table.c.name == name)
    with books.read() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else (row[0], row[1])


def _free_name(books: Books, name: str, digest: str) -> str:
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    number = 2
    while True:
        candidate = f"{stem} ({number}){dot}{extension}"
        found = _found(books, candidate)
        if found is None or found[0] == digest:
            return candidate
        number += 1
