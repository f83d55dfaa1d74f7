"""Drafts of what is being typed: one small file each under nhap/, whole or not at all.

Papers and reports keep their answers beside these, under names of their own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from khenthuong.documents.files import write_paper
from khenthuong.errors import UserError
from khenthuong.paths import DataFolder

_BEGINNING = "dang_go__"


@dataclass(frozen=True)
class Draft:
    """What stands in one form of a screen.

    `screen` and `part` name the form, `at` what it is about (codes), `values` what stands in its
    fields, `about` says it in words for people, `kept` when (local time, ISO).
    """

    screen: str
    part: str
    about: str
    at: Mapping[str, str] = field(default_factory=dict[str, str])
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    kept: str = ""


def path_of(root: Path, screen: str, stamp: str) -> Path:
    """The file of a screen's draft; `stamp` sets one run of the program apart from others."""
    return DataFolder(root).drafts / f"{_BEGINNING}{screen}__{stamp}.json"


def keep(path: Path, draft: Draft) -> None:
    """Write a draft over the one before it, or leave that one whole.

    Raises TemplateError as `write_paper` does when the disk refuses.
    """
    content = {
        "screen": draft.screen,
        "part": draft.part,
        "about": draft.about,
        "at": dict(draft.at),
        "values": dict(draft.values),
        "kept": draft.kept,
    }
    write_paper(path, json.dumps(content, ensure_ascii=False, indent=1, default=str).encode())


def drop(path: Path) -> None:
    """Forget a draft; one that is gone already is no fault."""
    path.unlink(missing_ok=True)


def left(root: Path) -> tuple[tuple[Path, Draft], ...]:
    """What earlier runs left behind, the newest first; damaged files are passed over."""
    found: list[tuple[Path, Draft]] = []
    for path in DataFolder(root).drafts.glob(f"{_BEGINNING}*.json"):
        try:
            found.append((path, _read(json.loads(path.read_text(encoding="utf-8")))))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return tuple(sorted(found, key=lambda one: one[1].kept, reverse=True))


def refused(error: Exception) -> bool:
    """Whether keeping failed because of the disk, not of a fault of ours."""
    return isinstance(error, UserError | OSError)


def _read(content: dict[str, Any]) -> Draft:
    names = ("screen", "part", "about", "kept")
    screen, part, about, kept = (str(content[name]) for name in names)
    at = {str(key): str(value) for key, value in content["at"].items()}
    values = {str(key): _value(value) for key, value in content["values"].items()}
    return Draft(screen, part, about, at, values, kept)


def _value(value: object) -> object:
    """JSON knows no tuples; forms know no lists."""
    if isinstance(value, dict):
        known = cast("dict[str, object]", value)
        return {key: _value(one) for key, one in known.items()}
    if isinstance(value, list):
        return tuple(_value(one) for one in cast("list[object]", value))
    return value
