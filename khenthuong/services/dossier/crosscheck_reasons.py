"""Reasons for sealing a mismatch that the law leaves room for, beside the papers they are about.

A readable file `doi-chieu.json` in the folder of the dossier's papers; a reason holds for exactly
what the paper said when it was given. The package's manifest carries those that were used.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong.documents.files import write_paper
from khenthuong.domain.crosscheck import Acceptance, Mismatch
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import UserError

FILE = "doi-chieu.json"


def given(folder: Path) -> Mapping[str, Acceptance]:
    """The reasons on record for a dossier's folder, by `Mismatch.key`."""
    return {
        key: Acceptance(str(one["reason"]), str(one["by"]), date.fromisoformat(str(one["on"])))
        for key, one in _read(folder / FILE).items()
    }


def accept(folder: Path, mismatch: Mismatch, told: str, reason: str, by: str, on: date) -> None:
    """Put a named person's reason on record; `told` is the sentence it answers.

    Raises UserError where the law leaves no room, or reason or name is missing.
    """
    if not mismatch.may_accept:
        raise UserError("crosscheck.not_acceptable", key=mismatch.key)
    if not clean(reason) or not clean(by):
        raise UserError("crosscheck.reason_wanted")
    kept = _read(folder / FILE)
    kept[mismatch.key] = {
        "reason": clean(reason),
        "by": clean(by),
        "on": on.isoformat(),
        "about": told,
    }
    _write(folder / FILE, kept)


def take_back(folder: Path, key: str) -> None:
    """Take a reason back; nothing happens when there is none."""
    kept = _read(folder / FILE)
    if kept.pop(key, None) is not None:
        _write(folder / FILE, kept)


def applied(mismatch: Mismatch, reasons: Mapping[str, Acceptance]) -> Mismatch:
    """The mismatch with its reason, where there is one and the law leaves room."""
    reason = reasons.get(mismatch.key) if mismatch.may_accept else None
    return replace(mismatch, accepted=reason) if reason else mismatch


def _read(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): dict(value) for key, value in content.items()}
    except (OSError, ValueError, AttributeError, TypeError) as cause:
        raise UserError("error.cannot_read", path=path, reason=cause) from cause


def _write(path: Path, kept: Mapping[str, Mapping[str, Any]]) -> None:
    text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1) + "\n"
    try:
        write_paper(path, text.encode())
    except OSError as cause:
        raise UserError("error.cannot_write", path=path, reason=cause.strerror or cause) from cause
