"""Spoils files: bytes, texts (TOML, JSON, CSV), XML, and zips with what is in them."""

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable

Spoil = Callable[[random.Random, bytes], bytes]

_ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>',
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"x" * 60
    + b'"><!ENTITY b "'
    + b"&a;" * 60
    + b'"><!ENTITY c "'
    + b"&b;" * 60
    + b'">]>',
    b'<!DOCTYPE x PUBLIC "-//x" "ftp://127.0.0.1/x.dtd">',
)
_WORDS = (
    b"",
    b"0",
    b"-1",
    b"99999999999999999999",
    b"1e999",
    b"nan",
    b"true",
    b"[]",
    b"{}",
    b'""',
    b'"' + b"x" * 40_000 + b'"',
    b"2025-02-30",
    b"0001-01-01",
    b"9999-12-31",
    b'"../../../tmp/ra-ngoai"',
    b'"C:\\\\Windows\\\\x"',
    b'"{{ 7*7 }}"',
    b'"{0.__class__}"',
    b'"\\u0000"',
    b'"\\ud800"',
    b'"' + "Ế".encode() + b'"',
    b"[" * 20_000,
    b"[" * 5_000 + b"]" * 5_000,
    b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    b"null",
    b"NaN",
    b"-0.0",
    b"[[]]",
    b'["a", 1, {}]',
)
_NUMBERS = (b"-1", b"0", b"2147483648", b"99999999999999999999", b"1.5", b"nan", b"x", b"")
_CELLS = (b"A1", b"XFD1048576", b"ZZZZ9", b"A0", b"A99999999999", b"1A", b"")
_PATHS = (
    "../ra-ngoai.txt",
    "/tmp/ra-ngoai.txt",
    "..\\ra-ngoai.txt",
    "C:/ra-ngoai.txt",
    "a/../../ra-ngoai.txt",
    "word/vbaProject.bin",
    "xl/vbaProject.bin",
    "CON",
    "a\x00b",
    "x" * 3_000,
    "word/embeddings/oleObject1.bin",
    "customXml/item1.xml",
    "",
)
_TAG = re.compile(rb"<[^>]{0,2000}>")
_VALUE = re.compile(rb'"[^"<>]{0,400}"')
_BARE_NUMBER = re.compile(rb"\b\d+\b")
_AFTER_SIGN = re.compile(rb"(?<=[=:,\[])[^=:,\[\]\r\n]{1,200}")


def _at(dice: random.Random, data: bytes) -> int:
    return dice.randrange(len(data) + 1)


def _flip(dice: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 64))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _cut(dice: random.Random, data: bytes) -> bytes:
    return data[: _at(dice, data)]


def _drop(dice: random.Random, data: bytes) -> bytes:
    place = _at(dice, data)
    return data[:place] + data[place + dice.choice((1, 4, 100, 5_000)) :]


def _repeat(dice: random.Random, data: bytes) -> bytes:
    place = _at(dice, data)
    piece = data[place : place + dice.choice((1, 10, 500))]
    return data[:place] + piece * dice.choice((2, 3, 200)) + data[place:]


def _insert(dice: random.Random, data: bytes) -> bytes:
    place = _at(dice, data)
    strange = (b"\0", b"\xff\xfe", b"\xc3\x28", b"\xef\xbb\xbf", b"\r", b"\x1a", b"\xed\xa0\x80")
    return data[:place] + dice.choice(strange) + data[place:]


def _swap(dice: random.Random, data: bytes) -> bytes:
    first, second = sorted((_at(dice, data), _at(dice, data)))
    return data[second:] + data[first:second] + data[:first]


def _word(dice: random.Random, data: bytes) -> bytes:
    return _in_place(dice, data, _AFTER_SIGN, _WORDS)


def _line(dice: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    place = dice.randrange(len(lines))
    if dice.random() < 0.5:
        del lines[place]
    else:
        lines.insert(dice.randrange(len(lines) + 1), lines[place])
    return b"\n".join(lines)


def _in_place(
    dice: random.Random, data: bytes, pattern: re.Pattern[bytes], words: tuple[bytes, ...]
) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return _flip(dice, data)
    one = dice.choice(found)
    return data[: one.start()] + dice.choice(words) + data[one.end() :]


def _doctype(dice: random.Random, data: bytes) -> bytes:
    place = data.find(b"?>") + 2 if b"?>" in data[:200] else 0
    used = dice.choice((b"", b"&a;", b"&c;"))
    body = data[place:].replace(b"</", used + b"</", 1)
    return data[:place] + dice.choice(_ENTITIES) + body


def _tag(dice: random.Random, data: bytes) -> bytes:
    found = list(_TAG.finditer(data))
    if not found:
        return _flip(dice, data)
    one = dice.choice(found)
    how = dice.randrange(3)
    if how == 0:
        return data[: one.start()] + data[one.end() :]
    if how == 1:
        other = dice.choice(found)
        return data[: one.start()] + other[0] + data[one.end() :]
    return data[: one.end()] + one[0] * dice.choice((1, 2, 50)) + data[one.end() :]


def _deep(dice: random.Random, data: bytes) -> bytes:
    found = [m for m in _TAG.finditer(data) if not m[0].startswith((b"</", b"<?", b"<!"))]
    if not found:
        return _flip(dice, data)
    one = dice.choice(found)
    name = one[0].strip(b"<>/").split()[0]
    depth = dice.choice((200, 255, 3_000, 30_000))
    nest = (b"<" + name + b">") * depth + (b"</" + name + b">") * depth
    return data[: one.end()] + nest + data[one.end() :]


def _attribute(dice: random.Random, data: bytes) -> bytes:
    words = tuple(
        b'"' + n + b'"' for n in (*_NUMBERS, *_CELLS, b"x" * 50_000, b"&#x0;", b"&#55296;")
    )
    return _in_place(dice, data, _VALUE, words)


def _number(dice: random.Random, data: bytes) -> bytes:
    return _in_place(dice, data, _BARE_NUMBER, _NUMBERS)


_JINJA = (
    b"{{ ''.__class__.__mro__[1].__subclasses__() }}",
    b"{% for i in range(999999999) %}x{% endfor %}",
    b"{{ 'x' * 999999999 }}",
    b"{{ lipsum.__globals__['os'].popen('id').read() }}",
    b"{% include '/etc/passwd' %}",
    b"{% set a = cycler.__init__.__globals__ %}{{ a }}",
    b"{{ khong_co }}",
    b"{{",
    b"{%tr for a in b %}",
    b"{% endfor %}",
    b"{{ 10 ** 10 ** 10 }}",
    b"{{ ho_ten|attr('__class__') }}",
    b"{{ '%999999999d'|format(1) }}",
    b"{{ range(10**9)|list }}",
    b"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
)


def _jinja(dice: random.Random, data: bytes) -> bytes:
    places = [m.start() for m in re.finditer(rb"</w:t>", data)]
    if not places:
        return _flip(dice, data)
    place = dice.choice(places)
    return data[:place] + dice.choice(_JINJA) + data[place:]


RAW: tuple[Spoil, ...] = (_flip, _cut, _drop, _repeat, _insert, _swap)
TEXT: tuple[Spoil, ...] = (*RAW, _word, _word, _word, _line, _line, _number)
XML: tuple[Spoil, ...] = (_doctype, _tag, _tag, _deep, _attribute, _attribute, _number, _flip, _cut)


def text(dice: random.Random, data: bytes) -> bytes:
    """A TOML, JSON or CSV file, spoilt once to three times."""
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        data = dice.choice(TEXT)(dice, data)
    return data


def raw(dice: random.Random, data: bytes) -> bytes:
    """Any file, its bytes spoilt."""
    for _ in range(dice.choice((1, 1, 2))):
        data = dice.choice(RAW)(dice, data)
    return data


def zipped(dice: random.Random, data: bytes, *, jinja: bool = False) -> bytes:
    """A zip (Word, Excel, package): mostly an entry spoilt, else the zip itself."""
    how = dice.random()
    if how < 0.12:
        return raw(dice, data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    if how < 0.24:
        return _odd_zip(dice, entries)
    if how < 0.32:
        return _lying(dice, _packed(entries))
    place = _worth(dice, entries)
    name, content = entries[place]
    spoils = XML if name.endswith((".xml", ".rels")) else TEXT
    if jinja and dice.random() < 0.5:
        spoils = (_jinja,)
    entries[place] = (name, dice.choice(spoils)(dice, content))
    return _packed(entries)


def _worth(dice: random.Random, entries: list[tuple[str, bytes]]) -> int:
    """Entries that programs look into most come up more often."""
    told = ("document.xml", "sheet", "manifest.json", "workbook.xml", "sharedStrings", "styles.xml")
    main = [i for i, (name, _) in enumerate(entries) if any(word in name for word in told)]
    return dice.choice(main) if main and dice.random() < 0.7 else dice.randrange(len(entries))


def _packed(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method, compresslevel=1) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return kept.getvalue()


def _odd_zip(dice: random.Random, entries: list[tuple[str, bytes]]) -> bytes:
    how = dice.randrange(9)
    place = dice.randrange(len(entries))
    if how == 7:
        return _link(entries, place)
    if how == 8:
        return _packed(entries, zipfile.ZIP_BZIP2)
    _spoil_entries(dice, entries, how, place)
    return _packed(entries)


def _spoil_entries(
    dice: random.Random, entries: list[tuple[str, bytes]], how: int, place: int
) -> None:
    name, content = entries[place]
    if how == 0:
        del entries[place]
    elif how == 1:
        entries.append((dice.choice(_PATHS), b"ra ngoai"))
    elif how == 2:
        entries[place] = (dice.choice(_PATHS), content)
    elif how == 3:
        entries[place] = (name.upper(), content)
    elif how == 4:
        entries.append((f"{name}.them.xml", b"\0" * dice.choice((1 << 20, 40 << 20))))
    elif how == 5:
        entries += [(f"them/{n}.xml", b"x") for n in range(dice.choice((100, 6_000)))]
    else:
        entries[place] = (name, b"\0" * (35 << 20))


def _link(entries: list[tuple[str, bytes]], place: int) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for number, (name, content) in enumerate(entries):
            info = zipfile.ZipInfo(name)
            if number == place:
                info.external_attr, content = 0o120777 << 16, b"/etc/passwd"
            archive.writestr(info, content)
    return kept.getvalue()


def _lying(dice: random.Random, data: bytes) -> bytes:
    """Sizes, flags, methods and offsets of the directory or of an entry's own header say untrue."""
    changed = bytearray(data)
    magic, fields = dice.choice(
        (
            (b"PK\x01\x02", (8, 10, 16, 20, 24, 28, 30, 42)),
            (b"PK\x03\x04", (6, 8, 14, 18, 22, 26, 28)),
            (b"PK\x05\x06", (8, 10, 12, 16, 20)),
        )
    )
    places = [m.start() for m in re.finditer(re.escape(magic), data)]
    if places:
        place = dice.choice(places) + dice.choice(fields)
        value = dice.choice((0, 1, 9, 99, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 12345))
        struct.pack_into("<H", changed, min(place, len(changed) - 2), value & 0xFFFF)
        if dice.random() < 0.5:
            struct.pack_into("<I", changed, min(place, len(changed) - 4), value)
    return bytes(changed)
