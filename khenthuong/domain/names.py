"""Plain ASCII names for files and folders, readable without our program."""

from __future__ import annotations

import re

from khenthuong.domain.vietnamese import fold

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
MOST_IN_WORD = 259
"""Characters of the longest path that Windows programs, and Word, open."""
MOST_IN_EXCEL = 218
"""The same for Excel, which opens no workbook with a longer path."""
OWNER_FILE = "~$"
"""How the name begins of the hidden file that Word or Excel lays beside an open one."""
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")
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


def too_long(path: str) -> bool:
    """Whether the program that shall open this absolute path of Windows could not.

    Paths of other systems are never too long here: their own limits are far away.
    """
    most = MOST_IN_EXCEL if path.lower().endswith((".xlsx", ".xlsm", ".xls")) else MOST_IN_WORD
    return bool(_WINDOWS_PATH.match(path)) and len(path) > most
