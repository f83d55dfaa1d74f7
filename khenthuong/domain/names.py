"""Plain ASCII names for files and folders, readable without our program."""

from __future__ import annotations

import re

from khenthuong.domain.vietnamese import fold

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Windows takes a file of such a name for a device, whatever its ending."""


def slug(text: str, longest: int = 48) -> str:
    """«Nguyễn Văn Án» → «nguyen-van-an»; cut at a word within `longest` characters.

    Never empty, and never a name that Windows keeps for a device: «CON» → «ten-con».
    """
    plain = _NOT_PLAIN.sub("-", fold(text)).strip("-")
    if len(plain) > longest:
        head, _, _ = plain[: longest + 1].rpartition("-")
        plain = head or plain[:longest]
    if _DEVICES.fullmatch(plain):
        return f"ten-{plain}"
    return plain or "khong-ten"
