"""What the check of the books finds: how grave, what exactly, and whether the program mends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class Grade(StrEnum):
    """How grave a trouble is."""

    HARM = "hong"
    """Something is lost or wrong now."""
    RISK = "nguy_co"
    """Nothing is lost yet."""
    NOTE = "ghi_chu"
    """Worth knowing; nothing needs to be done."""


@dataclass(frozen=True)
class Trouble:
    """One finding. `code` with `arguments` makes the sentence, `code` + «.cure» the remedy.

    `mendable`: `doctor --repair` does something about it. `path` names the file it is about.
    """

    code: str
    grade: Grade
    arguments: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    mendable: bool = False
    path: str = ""
