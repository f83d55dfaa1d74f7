"""Plain ASCII names for files and folders, readable without our program."""

from __future__ import annotations

import re

from khenthuong.domain.vietnamese import fold

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(text: str, longest: int = 48) -> str:
    """«Nguyễn Văn Án» → «nguyen-van-an»; cut at a word within `longest` characters; never empty."""
    plain = _NOT_PLAIN.sub("-", fold(text)).strip("-")
    if len(plain) > longest:
        head, _, _ = plain[: longest + 1].rpartition("-")
        plain = head or plain[:longest]
    return plain or "khong-ten"
