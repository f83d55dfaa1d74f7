"""Minh chứng: files kept once, named by achievements and by the criteria they prove."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from khenthuong import storage, texts
from khenthuong.domain.records import Achievement
from khenthuong.domain.rounds import Proof
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.workspace import Workspace

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"})


_BY_PAPERS = frozenset(
    {
        "points",
        "initiative",
        "topic",
        "service_years",
        "contribution",
        "deed",
        "movement_result",
        "declared",
        "evidence",
        "merit_basis",
        "manual",
        "award_in_year",
        "awards_consecutive",
        "award_count",
        "rating_at_least",
        "ratings_consecutive",
        "rating_count",
        "any_of",
        "all_of",
    }
)
"""Kinds of criteria that a document of the nominee can prove; the others are the office's steps."""


class FileSort(StrEnum):
    """How a file can be looked at."""

    PICTURE = "anh"
    PDF = "pdf"
    OTHER = "khac"


@dataclass(frozen=True)
class Taken:
    """A file given: the name it has in the store, and whether the store had its bytes before."""

    name: str
    known: bool


@dataclass(frozen=True)
class Held:
    """A file as the store holds it.

    `path` is None where its bytes are gone; `uses` says in words what it proves already.
    """

    name: str
    sort: FileSort
    size: int
    path: Path | None
    uses: tuple[str, ...]


@dataclass(frozen=True)
class Nominated:
    """A criterion of a nomination, and how it is called."""

    round: str
    recipient: str
    award: str
    criterion: str
    label: str = ""


def attach(ws: Workspace, achievement: str, sources: Sequence[Path]) -> tuple[Taken, ...]:
    """Keep files and name them as evidence of an achievement, in one write.

    Bytes that the store has already keep the name they have. Raises NotFoundError for an unknown
    achievement, BooksError for what is no readable file.
    """
    found = _achievement(ws, achievement)
    with ws.books.write(_label(found)):
        taken = tuple(_take(ws, source) for source in sources)
        names = tuple(dict.fromkeys((*found.evidence, *(one.name for one in taken))))
        storage.records.save(ws.books, replace(found, evidence=names))
    return taken


def prove(
    ws: Workspace, place: Nominated, sources: Sequence[Path], names: Sequence[str] = ()
) -> tuple[Taken, ...]:
    """Keep files (or take kept ones by name) as proof of a criterion, in one write.

    Raises UserError for a nomination that is no longer there, BooksError for an unreadable file.
    """
    nominated = {one.key for one in storage.rounds.nominations(ws.books, place.round)}
    if (place.recipient, place.award) not in nominated:
        raise UserError("evidence.not_nominated", recipient=place.recipient)
    told = {"code": place.recipient, "round": place.round}
    with ws.books.write(texts.say("operation.proof", told)):
        taken = tuple(_take(ws, source) for source in sources)
        kept = tuple(Taken(storage.evidence.get(ws.books, name).name, True) for name in names)
        there = {one.name for one in proofs(ws, place)}
        for one in (*taken, *kept):
            if one.name not in there:
                storage.evidence.save_proof(ws.books, _proof(place, one.name))
    return (*taken, *kept)


def set_caption(ws: Workspace, one: Proof, caption: str) -> None:
    """Say what a file shows of its criterion."""
    told = {"code": one.recipient, "round": one.round}
    with ws.books.write(texts.say("operation.proof", told)):
        storage.evidence.save_proof(ws.books, replace(one, caption=caption.strip()))


def unprove(ws: Workspace, one: Proof) -> None:
    """The file no longer proves the criterion; it stays in the store."""
    told = {"code": one.recipient, "round": one.round}
    with ws.books.write(texts.say("operation.unproof", told)):
        storage.evidence.remove_proof(ws.books, one)


def proofs(ws: Workspace, place: Nominated) -> tuple[Proof, ...]:
    """The files that prove one criterion of a nomination, by name."""
    wanted = (place.recipient, place.award, place.criterion)
    found = storage.evidence.proofs(ws.books, place.round)
    return tuple(one for one in found if (one.recipient, one.award, one.criterion) == wanted)


def counts(ws: Workspace, round_code: str, recipient: str, award: str) -> dict[str, int]:
    """How many files prove each criterion of a nomination, by the criterion's id."""
    found: dict[str, int] = {}
    for one in storage.evidence.proofs(ws.books, round_code):
        if (one.recipient, one.award) == (recipient, award):
            found[one.criterion] = found.get(one.criterion, 0) + 1
    return found


def provable(ws: Workspace, award: str) -> frozenset[str]:
    """The ids of the criteria of an award that a file can prove."""
    known = ws.rulebook.awards.get(award)
    every = (*(known.criteria if known else ()), *ws.rulebook.common)
    return frozenset(one.id for one in every if one.kind in _BY_PAPERS)


def own_files(ws: Workspace, recipient: str) -> tuple[str, ...]:
    """The files that somebody's achievements name: the first to be offered as a proof."""
    records = storage.records.of_recipient(ws.books, recipient)
    return tuple(dict.fromkeys(name for one in records.achievements for name in one.evidence))


def held(ws: Workspace, names: Iterable[str]) -> tuple[Held, ...]:
    """How these files lie in the store, in the order asked for; a name it lacks is without a size.

    An achievement may name a file that was never there: a path of a workbook.
    """
    known = {one.name: one for one in storage.evidence.all_names(ws.books)}
    return tuple(
        Held(
            name,
            sort_of(name),
            known[name].size if name in known else 0,
            _path(ws, name),
            _uses(ws, name),
        )
        for name in names
    )


def sort_of(name: str) -> FileSort:
    """How a file of that name can be looked at."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix == ".pdf":
        return FileSort.PDF
    return FileSort.PICTURE if suffix in _PICTURES else FileSort.OTHER


def _take(ws: Workspace, source: Path) -> Taken:
    known = storage.evidence.known_as(ws.books, source)
    if known:
        return Taken(known, True)
    return Taken(storage.evidence.add(ws.books, source).name, False)


def _uses(ws: Workspace, name: str) -> tuple[str, ...]:
    achievements = storage.evidence.achievements_naming(ws.books, name)
    proving = storage.evidence.proofs_naming(ws.books, name)
    of = {one.recipient for one in achievements} | {one.recipient for one in proving}
    names = storage.register.unit_names(ws.books, of)
    told = [
        texts.say("evidence.of_achievement", {"code": a.code, "name": names.get(a.recipient, "")})
        for a in achievements
    ]
    told += [
        texts.say(
            "evidence.of_nomination",
            {"round": p.round, "name": names.get(p.recipient, p.recipient)},
        )
        for p in proving
    ]
    return tuple(dict.fromkeys(told))


def _path(ws: Workspace, name: str) -> Path | None:
    try:
        return storage.evidence.path_of(ws.books, name)
    except NotFoundError:
        return None


def _proof(place: Nominated, name: str) -> Proof:
    return Proof(place.round, place.recipient, place.award, place.criterion, name)


def _achievement(ws: Workspace, code: str) -> Achievement:
    found = storage.records.achievements(ws.books).get(code)
    if found is None:
        raise NotFoundError("books.not_found", key=code)
    return found


def _label(found: Achievement) -> str:
    sheet = texts.say(f"sheet.{storage.records.table_of(found)}")
    return texts.say("operation.record", {"sheet": sheet, "code": found.recipient})
