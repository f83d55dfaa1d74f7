"""Which columns a list shows, in which order and how wide; kept between starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khenthuong.domain.names import slug
from khenthuong.ui.settings import Settings

_PREFIX = "cot"


@dataclass(frozen=True)
class ColumnChoice:
    """One column: `width` in pixels, 0 where it takes its share."""

    name: str
    shown: bool
    width: int

    def __str__(self) -> str:
        return f"{self.name}|{int(self.shown)}|{self.width}"


def name_of(title: str) -> str:
    """The key of a column: its title without marks."""
    return slug(title)


def read(settings: Settings, list_name: str) -> tuple[ColumnChoice, ...]:
    """What was kept of a list, from left to right; () when nothing was, or nothing readable."""
    found: list[ColumnChoice] = []
    for line in settings.read(_key(list_name), [""]):
        name, _, rest = line.partition("|")
        shown, _, width = rest.partition("|")
        if name and shown in ("0", "1") and width.isdecimal():
            found.append(ColumnChoice(name, shown == "1", int(width)))
    return tuple(found)


def write(settings: Settings, list_name: str, choices: Sequence[ColumnChoice]) -> None:
    """Keep the columns of a list; () puts them back to how the program has them."""
    settings.write(_key(list_name), [str(choice) for choice in choices])


def _key(list_name: str) -> str:
    return f"{_PREFIX}.{slug(list_name)}"
