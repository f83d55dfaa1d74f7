"""Packages that come in: verified, and told in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.exchange.package import PackageReport, verify_package


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


def verify(path: Path) -> Verification:
    """Check a package; raises PackageError when the file cannot be read at all."""
    return Verification(path, verify_package(path))


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


def lines(found: Verification) -> tuple[str, ...]:
    """The same for a person."""
    manifest = found.manifest
    if manifest is None:
        head = {"file": found.path.name, "count": len(found.problems)}
        return (texts.say("package.refused", head), *found.sentences)
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
