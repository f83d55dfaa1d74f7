"""The same Word file gives the same PDF bytes on any day: the moment of making is taken out."""

from __future__ import annotations

import re

_DATE = re.compile(rb"/(CreationDate|ModDate)\(D:\d{14}")
_HEX = re.compile(rb"(/ID \[ ?<)([0-9A-F]+)(>\s*<)([0-9A-F]+)(> ?\])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)([0-9A-F]+)")


def steady(pdf: bytes) -> bytes:
    """The PDF with a fixed date and identity.

    Only digits are changed for digits: no byte moves, the file's own table of places stays right.
    """
    pdf = _DATE.sub(lambda found: b"/" + found[1] + b"(D:19800101000000", pdf)
    pdf = _HEX.sub(_no_identity, pdf)
    return _CHECKSUM.sub(lambda found: found[1] + b"0" * len(found[2]), pdf)


def _no_identity(found: re.Match[bytes]) -> bytes:
    return found[1] + b"0" * len(found[2]) + found[3] + b"0" * len(found[4]) + found[5]
