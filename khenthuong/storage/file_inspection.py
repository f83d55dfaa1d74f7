"""What is wrong with the files beside the books: evidence, papers, leftovers, backups."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from khenthuong.domain.health import Grade, Trouble
from khenthuong.domain.names import OWNER_FILE
from khenthuong.errors import BooksError, CancelledError
from khenthuong.paths import DataFolder
from khenthuong.storage import backup, backup_notes, backup_store, restore
from khenthuong.storage.backup_store import Cancelled, Progress, never, silent
from khenthuong.storage.evidence import place_of

_SHOWN = 5
_HASH = re.compile(r"[0-9a-f]{64}")
_BACKUP_DUE = timedelta(days=7)
_AHEAD = timedelta(hours=26)
_LITTLE_ROOM = 500 << 20
_LOOKED_AT = 3
_FROZEN = (
    "p.issued_on IS NOT NULL OR (p.number IS NOT NULL AND p.number != '' AND p.day IS NOT NULL "
    "AND p.signed_path IS NOT NULL AND p.signed_path != '')"
)
_STAGING = ("goi-dang-lap-*", "phuc-hoi-*")


@dataclass(frozen=True)
class ListedFile:
    """A file that the books list: where, with which bytes, and why it matters.

    `issued`: a paper of a sealed dossier, numbered, or a signed scan: nobody can make it again.
    `frozen`: told to be issued, or with number, date and scan: its bytes may not change any more.
    `kind`: minh_chung, van_ban, ban_ky or goi_nhan (`round` is the submission then).
    """

    path: str
    sha256: str
    kind: str
    name: str
    round: str = ""
    issued: bool = False
    frozen: bool = False


def listed(folder: DataFolder) -> list[ListedFile]:
    """Every file the books list; papers in their newest version."""
    with contextlib.closing(backup.read_only(folder.database)) as connection:
        evidence = connection.execute("SELECT name, sha256 FROM evidence ORDER BY name").fetchall()
        papers = connection.execute(
            "SELECT p.path, p.sha256, p.signed_path, p.signed_sha256, p.round, p.number, "
            "EXISTS (SELECT 1 FROM sealed_dossier s WHERE s.round = p.round "
            f"AND s.authority = p.authority), {_FROZEN} FROM paper p "
            "WHERE p.version = (SELECT max(v.version) FROM paper v WHERE v.round = p.round "
            "AND v.authority = p.authority AND v.form = p.form AND v.recipient = p.recipient "
            "AND v.award = p.award) ORDER BY p.path"
        ).fetchall()
        papers += connection.execute(
            "SELECT path, sha256, signed_path, signed_sha256, round, number, 0, "
            f"{_FROZEN} FROM office_paper p ORDER BY path"
        ).fetchall()
        packages = connection.execute(
            "SELECT path, sha256, file_name, submission FROM received_package ORDER BY path"
        ).fetchall()
    found = [
        ListedFile(_place(folder, sha, name), sha, "minh_chung", name) for name, sha in evidence
    ]
    found += [ListedFile(path, sha, "goi_nhan", name, of) for path, sha, name, of in packages]
    for path, sha, signed, signed_sha, round_code, number, sealed, frozen in papers:
        issued = bool(number or signed or sealed)
        found.append(ListedFile(path, sha, "van_ban", path, round_code, issued, bool(frozen)))
        if signed:
            found.append(ListedFile(signed, signed_sha, "ban_ky", signed, round_code, True))
    return [one for one in found if one.path]


def files(
    folder: DataFolder, progress: Progress = silent, cancelled: Cancelled = never
) -> Iterator[Trouble]:
    """Files that the books list and that are gone or hold other bytes (reads every file)."""
    every = listed(folder)
    edited: list[str] = []
    for number, one in enumerate(every):
        if cancelled():
            raise CancelledError
        progress(number, len(every), Path(one.path).name)
        path = folder.root / one.path
        there = path.is_file()
        if there and backup_store.digest_of(path) == one.sha256:
            continue
        if there and one.frozen:
            told = {"path": one.path}
            yield Trouble("doctor.van_ban_issued_changed", Grade.RISK, told, path=one.path)
            continue
        if there and one.kind == "van_ban":
            edited.append(one.path)
            continue
        yield _lost(folder, one, there)
    if edited:
        told = {"count": len(edited), "files": edited[:_SHOWN]}
        yield Trouble("doctor.papers_edited", Grade.NOTE, told)


def _lost(folder: DataFolder, one: ListedFile, there: bool) -> Trouble:
    code = f"doctor.{one.kind}_{'changed' if there else 'missing'}"
    back = sound_copy(folder, one.sha256) is not None
    grave = one.kind != "van_ban" or one.issued
    told = {"name": one.name, "path": one.path, "round": one.round}
    if one.issued and one.kind == "van_ban":
        code = "doctor.van_ban_issued_missing"
    return Trouble(code, Grade.HARM if grave else Grade.RISK, told, back, one.path)


def sound_copy(folder: DataFolder, sha256: str) -> Path | None:
    """Where the backups keep these bytes, unharmed; None when they do not."""
    if _HASH.fullmatch(sha256) is None:
        return None
    stored = backup_store.place(folder.backups, sha256)
    return stored if stored.is_file() and backup_store.digest_of(stored) == sha256 else None


def orphans(folder: DataFolder) -> list[Path]:
    """Files in the evidence store that no row names, nor ever named."""
    with contextlib.closing(backup.read_only(folder.database)) as connection:
        known = {sha for (sha,) in connection.execute("SELECT sha256 FROM evidence")}
        # Replaced evidence stays for the dossiers it was sealed into: the audit remembers it.
        history = connection.execute("SELECT old, new FROM change WHERE table_name = 'evidence'")
        for pair in history:
            known |= {json.loads(side)["sha256"] for side in pair if side}
    return [
        path
        for path in sorted(folder.evidence.rglob("*"))
        if path.is_file() and path.stem not in known and not _is_passing(path)
    ]


def names_without_evidence(folder: DataFolder) -> Iterator[Trouble]:
    """Names that achievements give and the store does not know."""
    with contextlib.closing(backup.read_only(folder.database)) as connection:
        rows = connection.execute(
            "SELECT DISTINCT name FROM achievement_evidence WHERE name NOT IN "
            "(SELECT name FROM evidence) ORDER BY name"
        ).fetchall()
    if rows:
        told = {"count": len(rows), "files": [name for (name,) in rows[:_SHOWN]]}
        yield Trouble("doctor.evidence_unknown", Grade.NOTE, told)


def leftovers(folder: DataFolder) -> list[Path]:
    """What a program that was killed left: unfinished files and folders."""
    found = [path for pattern in _STAGING for path in folder.root.glob(pattern)]
    aside = (folder.quarantine, *found)
    found += [
        path
        for path in sorted(folder.root.rglob("*"))
        if path.is_file() and _unfinished(path) and not any(a in path.parents for a in aside)
    ]
    return found


def backups(
    folder: DataFolder, now: datetime, progress: Progress = silent, cancelled: Cancelled = never
) -> Iterator[Trouble]:
    """Backups that are due, damaged, or dated in the future, and a disk that fills up."""
    every = backup_notes.every(folder.backups)
    past = [one for one in every if one.made_at <= now + _AHEAD]
    ahead = [Path(one.path).name for one in every if one not in past]
    if ahead:
        yield Trouble("doctor.backups_ahead", Grade.RISK, {"files": ahead, "today": now.date()})
    if not past:
        yield Trouble("doctor.no_backup", Grade.RISK)
    elif past[0].made_at < now - _BACKUP_DUE:
        yield Trouble("doctor.backup_due", Grade.RISK, {"day": past[0].made_at.date()})
    for one in past[:_LOOKED_AT]:
        yield from _backup(Path(one.path))
    for path in damaged_store(folder, progress, cancelled):
        told = {"path": path.relative_to(folder.root).as_posix()}
        yield Trouble("doctor.store_damaged", Grade.RISK, told, mendable=True)
    room = shutil.disk_usage(folder.root).free
    if room < _LITTLE_ROOM:
        yield Trouble("doctor.little_room", Grade.RISK, {"free": room >> 20})


def damaged_store(
    folder: DataFolder, progress: Progress = silent, cancelled: Cancelled = never
) -> Iterator[Path]:
    """Files of the backups' store whose bytes are not those of their name (reads all of them)."""
    stored = sorted((folder.backups / backup_store.STORE).glob("*/*"))
    for number, path in enumerate(stored):
        if cancelled():
            raise CancelledError
        progress(number, len(stored), backup_store.STORE)
        if path.is_file() and not _unfinished(path) and backup_store.digest_of(path) != path.name:
            yield path


def bring_back(folder: DataFolder, one: ListedFile) -> bool:
    """Lay a listed file back from the backups' store; other bytes go into the quarantine."""
    source, target = sound_copy(folder, one.sha256), folder.root / one.path
    if source is None:
        return False
    if target.exists():
        set_aside(folder, [target])
    backup_store.copy_whole(source, target)
    return True


def set_aside(folder: DataFolder, paths: Iterable[Path]) -> list[Path]:
    """Move files into cach_ly/<day>/ under the path they had; nothing is deleted."""
    day = folder.quarantine / datetime.now().strftime("%Y%m%d-%H%M%S")
    moved: list[Path] = []
    for path in paths:
        target = _free(day / path.relative_to(folder.root))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
        moved.append(target)
    return moved


def keep_as_is(folder: DataFolder) -> Path:
    """A copy of the database, byte for byte, in the quarantine: no backup of it can be proved."""
    stamp = backup_notes.stamp(datetime.now())
    kept = _free(folder.quarantine / f"khenthuong-{stamp}-truoc-khi-sua.sqlite")
    backup_store.copy_whole(folder.database, kept)
    return kept


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file whole or not at all."""
    unfinished = path.with_name(path.name + backup_store.UNFINISHED[0])
    unfinished.write_bytes(data)
    os.replace(unfinished, path)


def side_entries(folder: DataFolder) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By folder of papers, what its side file should list at least: name to form, recipient, …."""
    with contextlib.closing(backup.read_only(folder.database)) as connection:
        rows = connection.execute(
            "SELECT path, form, recipient, award, sha256, 4 FROM paper UNION ALL "
            "SELECT path, form, recipient, '', sha256, 3 FROM office_paper ORDER BY path"
        ).fetchall()
    found: dict[str, dict[str, Mapping[str, str]]] = {}
    for path, form, recipient, award, sha256, depth in rows:
        parts = str(path).split("/")
        if len(parts) > depth and parts[0] == folder.papers.name:
            about = {"form": form, "recipient": recipient, "award": award, "sha256": sha256}
            found.setdefault("/".join(parts[:depth]), {})["/".join(parts[depth:])] = about
    return found


def _backup(path: Path) -> Iterator[Trouble]:
    try:
        contents = restore.describe(path)
    except BooksError as broken:
        told = {"file": path.name, "reason": broken.arguments.get("reason", "")}
        yield Trouble("doctor.backup_broken", Grade.RISK, told)
        return
    for code, arguments in contents.problems:
        yield Trouble(f"doctor.{code}", Grade.RISK, {**arguments, "file": path.name})


def _place(folder: DataFolder, sha256: str, name: str) -> str:
    return place_of(folder, sha256, name).relative_to(folder.root).as_posix()


def _is_passing(path: Path) -> bool:
    """Half-written, or laid by Word beside a file it has open: no orphan."""
    return _unfinished(path) or path.name.startswith(OWNER_FILE)


def _unfinished(path: Path) -> bool:
    return path.name.endswith(backup_store.UNFINISHED)


def _free(target: Path) -> Path:
    number, free = 2, target
    while free.exists():
        free = target.with_name(f"{target.stem}-{number}{target.suffix}")
        number += 1
    return free
