"""The sheet «Cơ quan» of an import against the office's settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy.engine import Connection

from khenthuong.domain.batch import Entry, OfficeSetting, RowChange
from khenthuong.storage.office import read_settings, setting_key, write_settings


@dataclass
class OfficePlan:
    """Settings as the workbook wants them, and what is new, equal or changed."""

    values: dict[str, str] = field(default_factory=dict)
    new: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    changes: list[RowChange] = field(default_factory=list)


def plan(connection: Connection, entries: Sequence[Entry[OfficeSetting]]) -> OfficePlan:
    """Compare; an empty value says nothing and changes nothing."""
    found = read_settings(connection) if entries else {}
    wanted = OfficePlan()
    for entry in entries:
        key, value = setting_key(entry.value.key), entry.value.value
        if not value or found.get(key) == value:
            wanted.same[entry.place.sheet] += 1
            continue
        wanted.values[key] = value
        if key in found:
            difference = (entry.value.key, found[key], value)
            wanted.changes.append(RowChange(entry.place, entry.value.key, (difference,)))
        else:
            wanted.new[entry.place.sheet] += 1
    return wanted


def write(connection: Connection, values: dict[str, str], take_changes: bool) -> None:
    """Add the new settings, and change the others when asked to."""
    if not values:
        return
    found = read_settings(connection)
    wanted = values if take_changes else {k: v for k, v in values.items() if k not in found}
    write_settings(connection, found, wanted)
