"""The check of everything an office keeps, and the mending of what can be mended.

It works on the data folder, not on open books: damaged books cannot be opened. The window calls it
while its own books are open, the command line while nobody has them (`alone`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from khenthuong import texts
from khenthuong.domain.health import Grade, Trouble
from khenthuong.errors import BooksError, UserError
from khenthuong.paths import DataFolder
from khenthuong.services.paperwork.paper_files import SIDE_FILE
from khenthuong.services.progress import Cancelled, Progress, never, silent, stop_if
from khenthuong.services.rulebook import catalogue_check
from khenthuong.services.safety import data_place
from khenthuong.storage import backup, backup_store, file_inspection, inspection

_SAFETY = "truoc-khi-sua"
_ORDER = tuple(Grade)
_SHOWN = 5
_UNSAFE = ("doctor.pages", "doctor.unreadable", "doctor.tables")
"""What books must not be written with: every write could destroy more."""


@dataclass(frozen=True)
class Mended:
    """What repairing did, as (code, arguments), and what is left."""

    done: tuple[tuple[str, Mapping[str, object]], ...]
    left: tuple[Trouble, ...]


@dataclass(frozen=True)
class Told:
    """A trouble in words, as the table of the screen shows it."""

    kind: Grade
    grade: str
    sentence: str
    cure: str
    mendable: bool


def alone(root: Path) -> AbstractContextManager[None]:
    """Hold the books of a folder while they are examined; raises BooksError when they are open."""
    if not DataFolder(root).database.is_file():
        raise UserError("error.no_books", folder=root)
    return inspection.alone(DataFolder(root))


def examine(
    root: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    now: datetime | None = None,
    *,
    rules: bool = True,
) -> tuple[Trouble, ...]:
    """Everything wrong with the database, files, backups, rules, clock; the gravest first.

    Nothing is changed. Without `rules` the forms and Word templates are left out, which take
    longest. Raises CancelledError.
    """
    found = _of_data(DataFolder(root), progress, cancelled, now or datetime.now())
    if rules:
        found += _catalogue(root)
    found += _place(root)
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.grade)))


def _of_data(
    folder: DataFolder, progress: Progress, cancelled: Cancelled, now: datetime
) -> list[Trouble]:
    found = inspection.database(folder, now)
    stop_if(cancelled)
    if inspection.readable(folder):
        found += file_inspection.files(folder, progress, cancelled)
        found += file_inspection.names_without_evidence(folder)
        found += _several("doctor.orphans", folder, file_inspection.orphans(folder))
        found += _side_files(folder)
    found += _several("doctor.leftovers", folder, file_inspection.leftovers(folder))
    return [*found, *file_inspection.backups(folder, now, progress, cancelled)]


def repair(
    root: Path, progress: Progress = silent, cancelled: Cancelled = never, *, rules: bool = True
) -> Mended:
    """Back up, then mend what can be mended; nothing is deleted, at most moved to cach_ly/.

    Books that cannot be read are left alone: they want a backup laid back. Raises BooksError when
    the backup before mending cannot be made, CancelledError before anything changes.
    """
    folder = DataFolder(root)
    known = _of_data(folder, progress, cancelled, datetime.now())
    done: list[tuple[str, Mapping[str, object]]] = []
    if not any(one.mendable for one in known):
        return Mended((), examine(root, progress, cancelled, rules=rules))
    if inspection.readable(folder) and not any(one.code in _UNSAFE for one in known):
        _back_up(folder, progress, cancelled)
        done += [(code, {}) for code in inspection.mend_database(folder)]
        done += _mend_files(folder)
    done += _tidy(folder)
    return Mended(tuple(done), examine(root, progress, never, rules=rules))


def run(root: Path, *, mend: bool) -> tuple[tuple[Trouble, ...], tuple[str, ...]]:
    """The command `doctor` on books that nobody has open: what is wrong, and what was mended."""
    with alone(root):
        if not mend:
            return examine(root), ()
        mended = repair(root)
        return mended.left, mended_lines(mended)


def in_words(found: Iterable[Trouble]) -> tuple[Told, ...]:
    """Each trouble with its grade, its sentence and its remedy."""
    return tuple(
        Told(
            one.grade,
            texts.label(one.grade),
            texts.say(one.code, one.arguments),
            texts.say(f"{one.code}.cure", one.arguments),
            one.mendable,
        )
        for one in found
    )


def mended_lines(mended: Mended) -> tuple[str, ...]:
    """What was done, in sentences."""
    return tuple(texts.say(code, arguments) for code, arguments in mended.done)


def lines(found: Iterable[Trouble], done: Iterable[str] = ()) -> tuple[str, ...]:
    """The answer of the command `doctor` for a person."""
    told = in_words(found)
    said = [texts.say("doctor.line", vars(one)) for one in told]
    if not any(one.kind is not Grade.NOTE for one in told):
        said.append(texts.say("doctor.sound"))
    elif any(one.mendable for one in told):
        said.append(texts.say("doctor.can_repair"))
    return (*done, *said)


def as_json(found: Iterable[Trouble], done: Iterable[str] = ()) -> dict[str, Any]:
    """The same as one object."""
    found = tuple(found)
    return {
        "sound": not any(one.grade is not Grade.NOTE for one in found),
        "done": list(done),
        "troubles": [
            {
                "code": one.code,
                "grade": one.grade.value,
                "message": told.sentence,
                "cure": told.cure,
                "mendable": one.mendable,
                "path": one.path,
            }
            for one, told in zip(found, in_words(found), strict=True)
        ],
    }


def _several(code: str, folder: DataFolder, paths: list[Path]) -> list[Trouble]:
    if not paths:
        return []
    names = [path.relative_to(folder.root).as_posix() for path in paths]
    told = {"count": len(names), "files": names[:_SHOWN]}
    return [Trouble(code, Grade.NOTE, told, mendable=True)]


def _side_files(folder: DataFolder) -> Iterator[Trouble]:
    for name, wanted in file_inspection.side_entries(folder).items():
        if not any((folder.root / name / paper).is_file() for paper in wanted):
            continue
        entries = _read_side(folder.root / name / SIDE_FILE)
        lacking = wanted if entries is None else [one for one in wanted if one not in entries]
        if lacking:
            told = {"folder": name, "count": len(lacking)}
            path = f"{name}/{SIDE_FILE}"
            yield Trouble("doctor.side_file", Grade.RISK, told, mendable=True, path=path)


def _read_side(path: Path) -> dict[str, Any] | None:
    """The entries of a side file; None when it is gone or cannot be read."""
    try:
        content: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return cast("dict[str, Any]", content) if isinstance(content, dict) else None


def _catalogue(root: Path) -> Iterator[Trouble]:
    for problem in catalogue_check.check_catalogue(root).problems:
        told = {"what": texts.say(problem.code, problem.arguments)}
        yield Trouble("doctor.catalogue", Grade.RISK, told)


def _place(root: Path) -> Iterator[Trouble]:
    verdict = data_place.judged(root)
    if verdict is not None:
        told = {"what": data_place.sentence(verdict, root)}
        yield Trouble("doctor.place", Grade.RISK if verdict.refused else Grade.NOTE, told)


def _back_up(folder: DataFolder, progress: Progress, cancelled: Cancelled) -> None:
    try:
        backup.make(folder, _SAFETY, None, progress, cancelled, thinned=False)
    except BooksError as refused:
        # Indexes that do not fit their rows fail the proof, and are what is to be mended.
        if refused.code != "books.backup_unproved":
            raise
        file_inspection.keep_as_is(folder)


def _mend_files(folder: DataFolder) -> Iterator[tuple[str, Mapping[str, object]]]:
    for one in file_inspection.listed(folder):
        path = folder.root / one.path
        if path.is_file() and (one.kind == "van_ban" or backup_store.digest_of(path) == one.sha256):
            continue
        if file_inspection.bring_back(folder, one):
            yield "doctor.mended_file", {"path": one.path}
    for name, wanted in file_inspection.side_entries(folder).items():
        count = _mend_side(folder, folder.root / name, wanted)
        if count:
            yield "doctor.mended_side_file", {"folder": name, "count": count}
    if orphans := file_inspection.orphans(folder):
        file_inspection.set_aside(folder, orphans)
        yield "doctor.mended_orphans", {"count": len(orphans)}


def _mend_side(folder: DataFolder, place: Path, wanted: Mapping[str, Mapping[str, str]]) -> int:
    """Write what a side file lacks; one that cannot be read is set aside first."""
    there = {name: about for name, about in wanted.items() if (place / name).is_file()}
    path = place / SIDE_FILE
    entries = _read_side(path)
    if entries is None and path.exists() and there:
        file_inspection.set_aside(folder, [path])
    added = {name: about for name, about in there.items() if name not in (entries or {})}
    if added:
        titled = {name: {"title": Path(name).stem, **about} for name, about in added.items()}
        content = dict(sorted({**(entries or {}), **titled}.items()))
        data = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        file_inspection.write_whole(path, data.encode())
    return len(added)


def _tidy(folder: DataFolder) -> Iterator[tuple[str, Mapping[str, object]]]:
    for code, paths in (
        ("doctor.mended_leftovers", file_inspection.leftovers(folder)),
        ("doctor.mended_store", list(file_inspection.damaged_store(folder))),
    ):
        if paths:
            file_inspection.set_aside(folder, paths)
            yield code, {"count": len(paths)}
