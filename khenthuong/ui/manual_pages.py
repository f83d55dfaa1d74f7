"""The pages of the manual as they lie in docs/nguoi_dung/: order, headings, places, search.

A place is ``page`` or ``page#anchor``: the name of a file without ``.md``, and a heading in small
letters with hyphens for spaces. Marks do not count, so ``dot_xet#hop`` and ``dot_xet#họp`` are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from khenthuong.domain.vietnamese import fold
from khenthuong.paths import shipped

INDEX = "README"
"""The page of contents; its list of links is the order of the pages."""
_LINK = re.compile(r"\]\(([a-z0-9_]+)\.md\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_HEADING = re.compile(r"^(#{1,4}) (.+)$")
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`|#>]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_MOST_HITS = 40


@dataclass(frozen=True)
class Part:
    """One heading of a page and the words below it, as they read without Markdown."""

    heading: str
    text: str

    @property
    def anchor(self) -> str:
        """The heading as the end of a place."""
        return anchor_of(self.heading)


@dataclass(frozen=True)
class Page:
    """One page: the name of its file, its parts (the first is the title), its Markdown."""

    name: str
    parts: tuple[Part, ...]
    source: str

    @property
    def title(self) -> str:
        """Its first heading."""
        return self.parts[0].heading

    @property
    def pictures(self) -> tuple[str, ...]:
        """Names of its pictures, as paths in the manual's folder."""
        return tuple(_PICTURE.findall(self.source))


@dataclass(frozen=True)
class Hit:
    """A part that holds the words looked for, and where it is."""

    page: Page
    part: Part

    @property
    def place(self) -> str:
        """Where the viewer goes."""
        return f"{self.page.name}#{self.part.anchor}"


def folder() -> Path:
    """Where pages and pictures lie."""
    return shipped("docs", "nguoi_dung")


def anchor_of(heading: str) -> str:
    """A heading, or an anchor however it is written, in its one form."""
    return _NOT_WORD.sub("-", fold(heading)).strip("-")


@lru_cache(maxsize=1)
def pages() -> tuple[Page, ...]:
    """All pages in reading order, the contents first."""
    contents = _read(INDEX)
    names = dict.fromkeys(_LINK.findall(contents.source))
    return (contents, *(_read(name) for name in names))


def page_of(place: str) -> Page | None:
    """The page of a place; None when there is no such page."""
    name = place.partition("#")[0]
    return next((page for page in pages() if page.name == name), None)


def search(words: str, among: Sequence[Page] | None = None) -> tuple[Hit, ...]:
    """Parts that hold all words, marks or none; those with a word in the heading first."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    found: list[tuple[int, Hit]] = []
    for page in pages()[1:] if among is None else among:
        for part in page.parts:
            heading = fold(part.heading)
            whole = f"{heading} {fold(part.text)}"
            if all(word in whole for word in wanted):
                found.append((-sum(word in heading for word in wanted), Hit(page, part)))
    return tuple(hit for _, hit in sorted(found, key=lambda one: one[0]))[:_MOST_HITS]


def _read(name: str) -> Page:
    source = (folder() / f"{name}.md").read_text(encoding="utf-8")
    return Page(name, tuple(_parts(source)), source)


def _parts(source: str) -> list[Part]:
    headings: list[str] = []
    texts: list[list[str]] = []
    for line in source.splitlines():
        heading = _HEADING.match(line)
        if heading:
            headings.append(_MARKS.sub(r"\1", heading[2]).strip())
            texts.append([])
        elif texts:
            texts[-1].append(_MARKS.sub(r"\1", line).strip())
    return [
        Part(heading, " ".join(filter(None, lines)))
        for heading, lines in zip(headings, texts, strict=True)
    ]
