"""A folder of papers and its readable side file; what somebody edited is never overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from khenthuong.documents.files import write_paper
from khenthuong.errors import UserError

SIDE_FILE = "van-ban.json"
_UNSAVED = f"{SIDE_FILE}.dang-lam"
"""What was written since the side file was: a program that is killed does not forget its papers."""


@dataclass(frozen=True)
class PlacedPaper:
    """Where a paper lies. `edited` names the older file that differs from what we wrote, kept."""

    path: Path
    sha256: str
    edited: Path | None = None


class PaperFolder:
    """Papers of one dossier in one folder.

    The side file `van-ban.json` lists for every paper its title, form, recipient and the sha256 of
    the bytes we wrote; a file whose hash differs was edited in Word and stays as it is, the new
    version is laid beside it. Until `save` a second file lists what was written meanwhile.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries = _entries_of(folder)

    @property
    def entries(self) -> Mapping[str, Mapping[str, Any]]:
        """The side file's entries by file name."""
        return self._entries

    def put(self, name: str, data: bytes, about: Mapping[str, Any]) -> PlacedPaper:
        """Write one paper under `name` («03-bao-cao/x.docx»); raises UserError when it cannot."""
        digest = hashlib.sha256(data).hexdigest()
        target = self.folder / name
        if self.holds(name):
            return PlacedPaper(target, str(self._entries[name]["sha256"]))
        taken = self._entries.get(name, {}).get("taken_in") and target.exists()
        if taken and not self._was_edited(name):
            return PlacedPaper(target, _digest(target))
        edited = None
        if self._was_edited(name) and _digest(target) != digest:
            edited = target
            name = self._free_name(name)
            target = self.folder / name
        self._entries[name] = {**about, "sha256": digest}
        if not target.exists() or _digest(target) != digest:
            self._announce(name)
            write_paper(target, data)
        return PlacedPaper(target, digest, edited)

    def take_in(self, name: str, own: str = "") -> None:
        """Let the paper as it lies there now count as ours; raises UserError when it is gone.

        `own`: the paper's own name, where `name` is a later copy laid beside it; the copy takes
        its place, and what lay there is kept under a free name and not asked about again.
        """
        path, own = self.folder / name, own or name
        if not path.exists():
            raise UserError("error.cannot_read", path=path, reason=name)
        entry = self._entries.get(name, {})
        if own != name:
            self._exchange(name, own)
        digest = _digest(self.folder / own)
        self._entries[own] = {**entry, "sha256": digest, "taken_in": True}

    def hold(self, name: str, sha256: str = "") -> None:
        """Freeze an issued paper as it lies there (or as `sha256` says that it was issued)."""
        entry = self._entries.get(name, {})
        digest = sha256 or _digest(self.folder / name)
        self._entries[name] = {**entry, "sha256": digest, "issued": True}

    def holds(self, name: str) -> bool:
        """Whether a paper was issued and is never written again."""
        return bool(self._entries.get(name, {}).get("issued"))

    def release(self, name: str) -> None:
        """Let a paper count as not issued again: it was said by mistake and undone."""
        entry = dict(self._entries.get(name, {}))
        entry.pop("issued", None)
        self._entries[name] = entry

    def retire(self, name: str) -> Path:
        """Move an issued paper to a name of its own, so that its replacement takes the place."""
        aside = self._unused_name(name)
        (self.folder / name).replace(self.folder / aside)
        self._entries[aside] = self._entries.pop(name, {})
        return self.folder / aside

    def changed_at(self, name: str) -> tuple[float, str]:
        """When a file was last written, and its name: sorts copies of a paper by age."""
        return ((self.folder / name).stat().st_mtime, name)

    def _exchange(self, name: str, own: str) -> None:
        old = self.folder / own
        if old.exists():
            aside = self._unused_name(own)
            old.replace(self.folder / aside)
            entry = {**self._entries.get(own, {}), "sha256": _digest(self.folder / aside)}
            entry.pop("taken_in", None)
            self._entries[aside] = entry
        (self.folder / name).replace(self.folder / own)
        self._entries.pop(name, None)

    def save(self) -> None:
        """Write the side file; call once after the last `put`."""
        text = json.dumps(dict(sorted(self._entries.items())), ensure_ascii=False, indent=1)
        write_paper(self.folder / SIDE_FILE, (text + "\n").encode())
        with suppress(OSError):
            (self.folder / _UNSAVED).unlink(missing_ok=True)

    def _announce(self, name: str) -> None:
        line = json.dumps([name, self._entries[name]], ensure_ascii=False) + "\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / _UNSAVED).open("ab") as stream:
                stream.write(line.encode())
        except OSError as cause:
            path, reason = self.folder / name, cause.strerror or str(cause)
            raise UserError("error.cannot_write", path=path, reason=reason) from cause

    def _was_edited(self, name: str) -> bool:
        path = self.folder / name
        if not path.exists():
            return False
        recorded = self._entries.get(name, {}).get("sha256")
        return _digest(path) != recorded

    def _free_name(self, name: str) -> str:
        stem, _, suffix = name.rpartition(".")
        number = 2
        while self._was_edited(candidate := f"{stem}-ban-{number}.{suffix}"):
            number += 1
        return candidate

    def _unused_name(self, name: str) -> str:
        stem, _, suffix = name.rpartition(".")
        number = 2
        while (self.folder / (candidate := f"{stem}-ban-{number}.{suffix}")).exists():
            number += 1
        return candidate


def taken_in(folder: Path) -> dict[str, Path]:
    """Papers that count as they lie there, not a new one: issued, or edited and taken in.

    Raises UserError where an issued one was changed or is gone.
    """
    found: dict[str, Path] = {}
    for name, entry in _entries_of(folder).items():
        path = folder / name
        if entry.get("issued"):
            if not path.exists() or _digest(path) != entry.get("sha256"):
                raise UserError("issue.packed_changed", path=path)
            found[name] = path
        elif entry.get("taken_in") and path.exists():
            found[name] = path
    return found


def edited_outside(folder: Path) -> tuple[str, ...]:
    """Names of papers whose bytes are not ours and that nobody has taken in.

    Issued papers are none of them: nobody may take a changed one in.
    """
    return tuple(
        name
        for name, entry in _entries_of(folder).items()
        if not entry.get("issued")
        and (folder / name).exists()
        and _digest(folder / name) != entry.get("sha256")
    )


def _entries_of(folder: Path) -> dict[str, dict[str, Any]]:
    """The side file, and what was written after it by a program that did not come to save it."""
    found = _read_side_file(folder / SIDE_FILE)
    for name, entry in _unsaved(folder / _UNSAVED):
        path = folder / name
        if path.is_file() and _digest(path) == entry.get("sha256"):
            found[name] = entry
    return found


def _unsaved(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            name, entry = json.loads(line)
        except (ValueError, TypeError, RecursionError):
            continue  # the line in which the program was killed
        if isinstance(name, str) and isinstance(entry, dict):
            yield name, cast("dict[str, Any]", entry)


def _read_side_file(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        # Half a sign («\\ud800») is read, but could not be written again.
        json.dumps(content, ensure_ascii=False).encode()
    except (OSError, ValueError, RecursionError) as cause:
        raise UserError("error.cannot_read", path=path, reason=cause) from cause
    table = cast("dict[str, object]", content if isinstance(content, dict) else {"": None})
    for name, entry in table.items():
        if not isinstance(entry, dict):
            raise UserError("error.cannot_read", path=path, reason=name or SIDE_FILE)
    return cast("dict[str, dict[str, Any]]", table)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
