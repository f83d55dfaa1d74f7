"""Packages that come in: verified, and told in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from khenthuong import texts
from khenthuong.exchange.package import PackageReport, verify_package
from khenthuong.exchange.package_lock import is_locked, unlock
from khenthuong.exchange.reply_manifest import REPLY_TYPE


@dataclass(frozen=True)
class Verification:
    """A package and what verifying it found; `sentences` say each problem in Vietnamese."""

    path: Path
    report: PackageReport

    @property
    def problems(self) -> tuple[tuple[str, Mapping[str, object]], ...]:
        """(code, arguments) of everything wrong; empty for a sound package."""
        return self.report.problems

    @property
    def manifest(self) -> Mapping[str, Any] | None:
        """The manifest, only of a sound package."""
        return None if self.problems else self.report.manifest

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each problem."""
        return tuple(texts.say(code, arguments) for code, arguments in self.problems)


def verify(path: Path, password: str = "") -> Verification:
    """Check a package; raises PackageError when the file cannot be read at all.

    One under a password is unlocked into a folder that is gone afterwards; a missing or wrong
    password raises PackageError too.
    """
    if not is_locked(path):
        return Verification(path, verify_package(path))
    with TemporaryDirectory(prefix="khenthuong-goi-") as scratch:
        plain = Path(scratch) / "goi.zip"
        unlock(path, plain, password)
        return Verification(path, verify_package(plain))


def as_json(found: Verification) -> dict[str, Any]:
    """The answer of the command `verify`."""
    return {
        "file": str(found.path),
        "sound": not found.problems,
        "problems": [
            {
                "code": code,
                "arguments": {k: str(v) for k, v in arguments.items()},
                "message": texts.say(code, arguments),
            }
            for code, arguments in found.problems
        ],
        "manifest": found.manifest,
    }


def _reply_told(path: Path, manifest: Mapping[str, Any]) -> dict[str, object]:
    return {
        "file": path.name,
        "office": manifest["from"]["name"],
        "to": manifest["to"]["name"],
        "round": manifest["round"]["code"],
        "version": manifest["version"],
    }


def lines(found: Verification) -> tuple[str, ...]:
    """The same for a person."""
    manifest = found.manifest
    if manifest is None:
        head = {"file": found.path.name, "count": len(found.problems)}
        return (texts.say("package.refused", head), *found.sentences)
    if manifest.get("type") == REPLY_TYPE:
        return (texts.say("package.verified_reply", _reply_told(found.path, manifest)),)
    return (
        texts.say(
            "package.verified",
            {
                "file": found.path.name,
                "office": manifest["office"]["name"],
                "round": manifest["round"]["code"],
                "version": manifest["version"],
                "count": len(manifest["nominations"]),
                "files": len(manifest["files"]),
            },
        ),
    )
