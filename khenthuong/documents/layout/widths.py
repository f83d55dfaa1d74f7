"""Advance widths of Times New Roman in thousandths of the type size, for measuring text in mm.

Marks do not widen a letter, so only bare letters stand here; other signs count as half an em.
"""

from __future__ import annotations

import unicodedata

MM_PER_POINT = 25.4 / 72
_HALF_EM = 500
_HORN = "\u031b"

# Width: the characters of that width.
_UPRIGHT: dict[int, str] = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr\u2018\u2019",
    350: "\u2022",
    389: "Js",
    400: "\xb0",
    408: '"',
    444: "?acez\u201c\u201d",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy\u0111\u2013\xab\xbb",
    529: "\u01a1",
    541: "~",
    542: "\u01b0",
    556: "FPS",
    564: "+<=>\xd7",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw\u0110\u01a0",
    776: "\u01af",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "\u2014\u2026",
}
_BOLD: dict[int, str] = {
    220: "|",
    250: " ,.",
    278: "'/\\il",
    333: "!()-:;[]`fjt\u2018\u2019",
    350: "\u2022",
    389: "Is",
    394: "{}",
    400: "\xb0",
    444: "cerz",
    500: "#$*0123456789?J_agovxy\u2013\u201c\u201d\xab\xbb",
    520: "~",
    554: "\u01a1",
    555: '"',
    556: "Sbdhknpqu\u0111",
    570: "+<=>\xd7",
    581: "^",
    600: "\u01b0",
    611: "FP",
    667: "BELTZ",
    722: "ACDNRUVXYw\u0110",
    778: "GHKOQ\u01a0",
    796: "\u01af",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W\u2014\u2026",
}
_ITALIC: dict[int, str] = {
    214: "'",
    250: " ,.",
    275: "|",
    278: "/\\fijlt",
    333: "!()-:;I`\u2018\u2019",
    350: "\u2022",
    389: "[]rsz",
    400: "{}\xb0",
    420: '"',
    422: "^",
    444: "Jcekvxy",
    500: "#$*0123456789?S_abdghnopqu\u0111\u2013\xab\xbb",
    534: "\u01a1",
    541: "~",
    545: "\u01b0",
    556: "LTYZ\u201c\u201d",
    611: "ABEFPRVX",
    667: "CKNw",
    675: "+<=>\xd7",
    722: "DGHOQUm\u0110\u01a0",
    754: "\u01af",
    778: "&",
    833: "%MW",
    889: "\u2014\u2026",
    920: "@",
}
_BOLD_ITALIC: dict[int, str] = {
    220: "|",
    250: " ,.",
    278: "'/\\ijlt",
    333: "()-:;[]`f\u2018\u2019",
    348: "{}",
    350: "\u2022",
    389: "!Irsz",
    400: "\xb0",
    444: "cevy",
    500: "#$*0123456789?J_abdgkopqx\u0111\u2013\u201c\u201d\xab\xbb",
    537: "\u01a1",
    555: '"',
    556: "Shnu",
    570: "+<=>^~\xd7",
    599: "\u01b0",
    611: "LPTYZ",
    667: "ABCEFKRVXw",
    722: "DGNOQU\u0110\u01a0",
    775: "\u01af",
    778: "&Hm",
    832: "@",
    833: "%",
    889: "MW",
    1000: "\u2014\u2026",
}


def _by_sign(table: dict[int, str]) -> dict[str, int]:
    return {sign: width for width, signs in table.items() for sign in signs}


WIDTHS: dict[tuple[bool, bool], dict[str, int]] = {
    (False, False): _by_sign(_UPRIGHT),
    (True, False): _by_sign(_BOLD),
    (False, True): _by_sign(_ITALIC),
    (True, True): _by_sign(_BOLD_ITALIC),
}
"""Widths by (bold, italic)."""


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide a text prints on one line in Times New Roman of `size` points, in mm."""
    widths = WIDTHS[bold, italic]
    ems = sum(_sign_width(widths, sign) for sign in text) / 1000
    return ems * size * MM_PER_POINT


def _sign_width(widths: dict[str, int], sign: str) -> int:
    if sign in widths:
        return widths[sign]
    bare = unicodedata.normalize("NFD", sign)
    if unicodedata.combining(sign):
        return 0
    letter = unicodedata.normalize("NFC", bare[0] + _HORN) if _HORN in bare else bare[0]
    return widths.get(" " if sign == "\u00a0" else letter, _HALF_EM)
