"""The time of day as people type it: «8h», «08:00», «8 gio 00», «14 gio 30 phut»."""

from __future__ import annotations

import re

from khenthuong.domain.vietnamese import fold

_CLOCK = re.compile(r"(\d{1,2})(?:\s*(?:h|g|gio|:)\s*(?:(\d{1,2})\s*(?:p|phut)?)?)?", re.ASCII)
_HOURS, _MINUTES = 24, 60


def read_clock(text: str) -> tuple[int, int] | None:
    """Hour and minute; None for what is no time of day."""
    found = _CLOCK.fullmatch(fold(text))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return (hour, minute) if hour < _HOURS and minute < _MINUTES else None
