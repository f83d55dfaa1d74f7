"""Cơ quan: lay down new books, keep the office's own data and its signers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.office import Office, Signer
from khenthuong.errors import BooksError
from khenthuong.services.workspace import Workspace


def start_books(
    root: Path, *, commune: str = "", province: str, office: str = "", level: str = "xa"
) -> Office:
    """Lay down the books of a commune (its place is looked up) or of another office by name.

    Raises NotFoundError with the nearest names for an unknown place, BooksError when the folder
    already holds the books of another office. The same office again changes nothing.
    """
    started = _commune_office(commune, province) if commune else Office(office, province, level)
    with storage.open_books(root) as books:
        known = storage.office.get_office(books)
        if known is None:
            with books.write(texts.say("operation.start")):
                storage.office.save_office(books, started)
            return started
        if (known.name, known.province) != (started.name, started.province):
            raise BooksError("books.already_started", folder=root, office=known.name)
        return known


def get_office(ws: Workspace) -> Office | None:
    """The office, or None in books that nobody has started yet."""
    return storage.office.get_office(ws.books)


def save_office(ws: Workspace, office: Office) -> None:
    """Keep the office's data."""
    with ws.books.write(texts.say("operation.office")):
        storage.office.save_office(ws.books, office)


def signers(ws: Workspace) -> tuple[Signer, ...]:
    """All signers with their dates in office."""
    return storage.office.signers(ws.books)


def save_signers(ws: Workspace, wanted: Iterable[Signer]) -> None:
    """Make exactly these the signers."""
    with ws.books.write(texts.say("operation.signers")):
        storage.office.save_signers(ws.books, wanted)


def _commune_office(commune: str, province: str) -> Office:
    from khenthuong.catalog.places import resolve

    name, whole = resolve(commune, province)
    kind, _, bare = name.partition(" ")
    office = Office(name, whole)
    # «Xã Yên Sơn» signs at «Yên Sơn»; «Đặc khu …» has a kind of two words.
    place = bare if kind in texts.say("office.kinds").split("|") else bare.partition(" ")[2]
    return replace(office, place=place)
