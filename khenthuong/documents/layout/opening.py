"""Open a .docx somebody brings: trusting nothing, and saying why when it cannot be read."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from khenthuong.domain.layout import Notice
from khenthuong.domain.names import OWNER_FILE
from khenthuong.errors import LayoutError

Element = Any  # lxml's own class has no public name

MAX_FILE_BYTES = 60_000_000
MAX_PART_BYTES = 30_000_000
MAX_PARTS = 5_000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")
_STRICT_TAILS = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"drawingml/main", b"drawingml/2006/main"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MACRO = re.compile(r"vbaProject\.bin$|vbaData\.xml$", re.IGNORECASE)
_LINK_SHOWN = 80


@dataclass(frozen=True)
class Opened:
    """The parts the checker reads, parsed, by their names; and what is odd about the file."""

    main: str
    roots: Mapping[str, Element]
    notices: tuple[Notice, ...]

    @property
    def body(self) -> Element:
        """The paper's body."""
        return self.roots[self.main].find(f"{W}body")

    def beside(self, name: str) -> Element | None:
        """A part in the folder of the main part: «styles.xml», «settings.xml»."""
        return self.roots.get(posixpath.join(posixpath.dirname(self.main), name))

    def relations(self) -> dict[str, str]:
        """From the ids used in the body to the names of the parts."""
        folder, name = posixpath.split(self.main)
        root = self.roots.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            str(node.get("Id")): posixpath.normpath(_target(folder, str(node.get("Target", ""))))
            for node in root
            if isinstance(node.tag, str) and node.get("TargetMode") != "External"
        }


def open_paper(path: Path) -> Opened:
    """Read a Word file; raises LayoutError when it is none, is locked, or is built to harm."""
    if path.name.startswith(OWNER_FILE):
        raise LayoutError("layout.owner_file", file=path.name)
    data = _bytes(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(path.name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise LayoutError("layout.broken", file=path.name, detail=str(error)) from error
    except (RuntimeError, ValueError) as error:  # zipfile: an encrypted entry, a name with a null
        raise LayoutError("layout.locked", file=path.name) from error


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise LayoutError("layout.too_big", file=path.name, limit=MAX_FILE_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise LayoutError("layout.unreadable", file=path.name, reason=error.strerror) from error
    if data.startswith(_OLE):
        code = "layout.locked" if _ENCRYPTED in data else "layout.old_word"
        raise LayoutError(code, file=path.name)
    if not data.startswith(b"PK"):
        raise LayoutError("layout.not_word", file=path.name)
    return data


def _read(file: str, archive: zipfile.ZipFile) -> Opened:
    infos = {info.filename: info for info in archive.infolist()}
    if len(infos) > MAX_PARTS:
        raise LayoutError("layout.too_big", file=file, limit=MAX_FILE_BYTES // 1_000_000)
    wanted = [name for name in infos if name.endswith((".xml", ".rels")) and _reads(name)]
    main = "word/document.xml"
    if main not in infos:
        raise LayoutError("layout.not_word", file=file)
    left = MAX_PART_BYTES
    roots: dict[str, Element] = {}
    for name in wanted:
        with archive.open(infos[name]) as stream:
            data = stream.read(left + 1)
        left -= len(data)
        if left < 0:
            raise LayoutError("layout.too_big", file=file, limit=MAX_PART_BYTES // 1_000_000)
        roots[name] = _parse(file, name, data)
    if roots[main].find(f"{W}body") is None:
        raise LayoutError("layout.not_word", file=file)
    notices = _notices(set(infos), roots)
    return Opened(main, roots, notices)


def _reads(name: str) -> bool:
    known = ("document.xml", "styles.xml", "settings.xml", "numbering.xml", "document.xml.rels")
    base = posixpath.basename(name)
    if name == "docProps/app.xml" or name.startswith("word/theme/theme"):
        return True
    folder = posixpath.dirname(name)
    if folder not in ("word", "word/_rels"):
        return False
    return base in known or base.startswith(("header", "footer")) or base == "settings.xml.rels"


def _parse(file: str, name: str, data: bytes) -> Element:
    if _DOCTYPE.search(data):
        raise LayoutError("layout.entities", file=file, part=name)
    if _STRICT[0] in data:
        for tail, full in _STRICT_TAILS:
            data = data.replace(_STRICT[0] + tail, _STRICT[1] + full)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LayoutError("layout.broken", file=file, detail=f"{name}: {error.msg}") from error


def _notices(names: set[str], roots: Mapping[str, Element]) -> tuple[Notice, ...]:
    notices: list[Notice] = []
    if any(_MACRO.search(name) for name in names):
        notices.append(Notice("layout.notice.macro"))
    links = [
        str(node.get("Target", ""))[:_LINK_SHOWN]
        for name, root in roots.items()
        if name.endswith(".rels")
        for node in root
        if isinstance(node.tag, str)
        and node.get("TargetMode") == "External"
        and not str(node.get("Type", "")).endswith("/hyperlink")
    ]
    if links:
        notices.append(Notice("layout.notice.outside", {"links": links[:3]}))
    body = roots["word/document.xml"]
    if any(True for _ in body.iter(f"{W}ins", f"{W}del")):
        notices.append(Notice("layout.notice.tracked"))
    if any(True for _ in body.iter(f"{W}txbxContent")):
        notices.append(Notice("layout.notice.boxes"))
    return tuple(notices)


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
