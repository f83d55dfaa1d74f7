"""What a name and a size inside a package may be: the same rules for writing and for reading."""

from __future__ import annotations

import re

MANIFEST = "manifest.json"
FORMAT_VERSION = 1

MAX_ENTRIES = 20_000
MAX_ENTRY = 300 << 20
"""Bytes of one file in a package."""
MAX_TOTAL = 2 << 30
"""Bytes of all files in a package, unpacked."""
MAX_MANIFEST = 8 << 20
MAX_RATIO = 100
"""Unpacked to packed; Word, Excel, PDF and pictures stay far below."""

_LONGEST = 180
_DEEPEST = 4
_SEGMENT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def name_problem(name: str) -> str:
    """The code of what is wrong with an entry's name, or "" for a good one."""
    if not name or len(name) > _LONGEST:
        return "package.name_length"
    if "\\" in name:
        return "package.name_backslash"
    if name.startswith("/") or re.match(r"[A-Za-z]:", name):
        return "package.name_absolute"
    segments = name.split("/")
    if any(segment in (".", "..") for segment in segments):
        return "package.name_outside"
    if any(_DEVICES.fullmatch(segment) for segment in segments):
        return "package.name_device"
    if len(segments) > _DEEPEST or not all(map(_SEGMENT.fullmatch, segments)):
        return "package.name_not_plain"
    return ""
