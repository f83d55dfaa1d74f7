"""A file that came from another office: unlocked, verified, told apart. Nothing is written yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.errors import PackageError
from khenthuong.exchange.package import sha256_of
from khenthuong.exchange.package_lock import is_locked, unlock
from khenthuong.exchange.reply_manifest import REPLY_TYPE
from khenthuong.services.dossier import packages
from khenthuong.services.dossier.packages import Verification


@dataclass(frozen=True)
class Incoming:
    """A file as it was found: `path` is the plain one, `name` how the clerk knows it.

    `sha256` is that of the plain package, whether or not it came under a password.
    """

    path: Path
    name: str
    sha256: str
    verification: Verification

    @property
    def manifest(self) -> Mapping[str, Any]:
        """The manifest of a sound file; raises PackageError for any other."""
        found = self.verification.manifest
        if found is None:
            said = " ".join(self.verification.sentences)
            raise PackageError("receive.refused", file=self.name, what=said)
        return found

    @property
    def is_reply(self) -> bool:
        """Whether it answers a dossier of ours; else it is another office's dossier."""
        return self.manifest.get("type") == REPLY_TYPE


def wants_password(path: Path) -> bool:
    """Whether the file lies under a password; raises PackageError when it cannot be read."""
    return is_locked(path)


def look_at(path: Path, scratch: Path, password: str = "") -> Incoming:
    """Verify a file; a locked one is unlocked into the folder `scratch` first.

    Raises PackageError: unreadable, under a password that is missing or wrong.
    """
    plain = path
    if is_locked(path):
        scratch.mkdir(parents=True, exist_ok=True)
        plain = scratch / f"{path.stem}.mo.zip"
        unlock(path, plain, password)
    return Incoming(plain, path.name, sha256_of(plain), packages.verify(plain))


def as_json(found: Incoming) -> dict[str, Any]:
    """What the command `receive` says of a file that it refuses."""
    return {**packages.as_json(found.verification), "file": found.name}


def lines(found: Incoming) -> tuple[str, ...]:
    """The same for a person."""
    problems = found.verification.problems
    head = texts.say("package.refused", {"file": found.name, "count": len(problems)})
    return (head, *found.verification.sentences)
