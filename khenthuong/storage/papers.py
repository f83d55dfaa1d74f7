"""Papers that were made, with the number, date and signed scan they got, and sealed dossiers."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from khenthuong.domain.archive import Paper, SealedDossier
from khenthuong.domain.dossier import PaperPlan
from khenthuong.domain.kinds import Authority
from khenthuong.errors import NotFoundError
from khenthuong.storage import references, rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import PAPER, SEALED_DOSSIER, shape_of
from khenthuong.storage.tables import paper, sealed_dossier


def of_round(books: Books, round_code: str) -> tuple[Paper, ...]:
    """The newest version of every paper of a round."""
    newest: dict[tuple[str, ...], Paper] = {}
    for one in versions(books, round_code):
        newest[_name(one)] = one
    return tuple(newest.values())


def versions(books: Books, round_code: str) -> tuple[Paper, ...]:
    """Every version of every paper of a round, oldest version first."""
    return rows.load(books, PAPER, paper.c.round == round_code)


def note_made(
    books: Books, round_code: str, authority: Authority, plan: PaperPlan, path: Path
) -> Paper:
    """Note that the paper of a plan now lies at `path`; number and date stay.

    A paper that was issued is not touched any more. One that was only signed gets a next version
    with other bytes, which keeps number and date but not the signed scan of the old bytes.
    """
    name = (round_code, authority.value, plan.form_id, plan.recipient, plan.award)
    old = next((one for one in of_round(books, round_code) if _name(one) == name), None)
    if old is not None and old.issued:
        return old
    made = Paper(
        round_code,
        authority,
        plan.form_id,
        plan.recipient,
        plan.award,
        1,
        relative(books, path),
        hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    if old is not None:
        made = replace(
            made,
            version=old.version,
            number=old.number,
            day=old.day,
            signed_path=old.signed_path,
            signed_sha256=old.signed_sha256,
        )
        if old.signed_path and old.sha256 != made.sha256:
            made = replace(made, version=old.version + 1, signed_path="", signed_sha256="")
    save(books, made)
    return made


def save(books: Books, value: Paper) -> bool:
    """Add or change one version of a paper; returns whether that changed it."""
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def find(
    books: Books,
    round_code: str,
    authority: Authority,
    form: str,
    recipient: str = "",
    award: str = "",
) -> Paper:
    """The newest version of one paper; raises NotFoundError."""
    name = (round_code, authority.value, form, recipient, award)
    for one in of_round(books, round_code):
        if _name(one) == name:
            return one
    raise NotFoundError("error.paper_unknown", round=round_code, form=form, authority=authority)


def give_number(books: Books, value: Paper, number: str, day: date | None) -> Paper:
    """Keep the number and date that văn thư gave; returns the paper with them."""
    numbered = replace(value, number=number, day=day)
    save(books, numbered)
    return numbered


def attach_signed(books: Books, value: Paper, signed: Path, sha256: str) -> Paper:
    """Keep where the signed PDF of a paper lies; returns the paper with it."""
    with_scan = replace(value, signed_path=relative(books, signed), signed_sha256=sha256)
    save(books, with_scan)
    return with_scan


def sealed(books: Books, round_code: str) -> tuple[SealedDossier, ...]:
    """Every sealing of a round, by authority and version."""
    return rows.load(books, SEALED_DOSSIER, sealed_dossier.c.round == round_code)


def last_sealed(books: Books, round_code: str, authority: Authority) -> SealedDossier | None:
    """The newest sealing of one authority's dossier."""
    found = [one for one in sealed(books, round_code) if one.authority is authority]
    return found[-1] if found else None


def sealed_authorities(books: Books) -> Mapping[str, tuple[Authority, ...]]:
    """By round, the authorities whose dossier was sealed, the commune first."""
    query = select(sealed_dossier.c.round, sealed_dossier.c.authority).distinct()
    found: dict[str, set[Authority]] = defaultdict(set)
    with books.read() as connection:
        for code, authority in connection.execute(query):
            found[code].add(Authority(authority))
    return {
        code: tuple(a for a in Authority if a in sealed_by) for code, sealed_by in found.items()
    }


def save_sealed(books: Books, value: SealedDossier) -> bool:
    """Keep a sealing; returns whether that changed anything."""
    references.check(books.writer, references.wanted(shape_of(value), [value]))
    return rows.save(books, value)


def relative(books: Books, path: Path) -> str:
    """The path within the data folder, with «/»; a path outside of it stays as it is."""
    root = books.folder.root.resolve()
    whole = path.resolve()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def absolute(books: Books, stored: str) -> Path:
    """The path of what `relative` gave."""
    return books.folder.root / stored


def _name(one: Paper) -> tuple[str, ...]:
    return (one.round, one.authority.value, one.form, one.recipient, one.award)
