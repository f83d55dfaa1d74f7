"""Plots in Word papers: the drawing as a metafile, with a caption below and words for who listens.

A paper says where its plots belong by a paragraph that holds a marker and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from khenthuong import texts
from khenthuong.documents.docx_parts import DocxParts, parts_of
from khenthuong.documents.emf import measure, metafile
from khenthuong.domain.plots.drawing import draw
from khenthuong.domain.plots.figures import Plot

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}"'
"""Namespace declarations that `paragraphs` needs around it."""
_DOCUMENT, _TYPES = "word/document.xml", "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_EMU_PER_MM = 36_000
_FIRST_ID = 7001
"""Pictures are numbered from here; templates number their own drawings from 1."""
Element = Any  # lxml's own class has no public name
_MOST_SAID = 900
_AN_EMF = b'<Default Extension="emf" ContentType="image/x-emf"/>'


@dataclass(frozen=True)
class Picture:
    """A picture for a paper; sizes in mm, `said` its words for who cannot see it."""

    data: bytes
    width: float
    height: float
    caption: str
    said: str


def pictures(plot: Plot, width: float, highest: float) -> tuple[Picture, ...]:
    """The plot as pictures of `width` mm, none higher than `highest` unless one row of it is.

    Empty where the books hold nothing to draw: `plot.missing` then says what is missing.
    """
    if plot.figures is None:
        return ()
    drawings = draw(plot.figures, width, measure, highest)
    said = described(plot)
    return tuple(
        Picture(metafile(one), one.width, one.height, _part(plot, place, len(drawings)), said)
        for place, one in enumerate(drawings, start=1)
    )


def described(plot: Plot) -> str:
    """The figures of a plot in words, for alternative text."""
    rows = (", ".join(filter(None, row)) for row in plot.rows)
    said = f"{plot.title}. " + "; ".join(rows)
    return said if len(said) <= _MOST_SAID else said[: said.rindex(" ", 0, _MOST_SAID)] + " \u2026"


def with_pictures(paper: bytes, found: Mapping[str, Sequence[Picture]]) -> bytes:
    """The paper with pictures in the place of paragraphs that hold a marker of `found`.

    A marker without pictures takes its paragraph away. Captions are numbered through the paper.
    Raises TemplateError for what is no Word file.
    """
    parts = parts_of(paper, Path("van-ban.docx"))
    root: Element = etree.fromstring(parts.text(_DOCUMENT))
    added: list[Picture] = []
    for paragraph in list(root.iter(f"{{{_W}}}p")):
        marker = "".join(paragraph.itertext()).strip()
        if marker not in found:
            continue
        own = paragraph.find(f"{{{_W}}}pPr")
        looks = _inside(own) if own is not None else ""
        made = paragraphs(found[marker], looks, looks, first=len(added))
        parent = paragraph.getparent()
        at = parent.index(paragraph)
        parent.remove(paragraph)
        for node in reversed(etree.fromstring(f"<w:body {SPACES}>{made}</w:body>")):
            parent.insert(at, node)
        added += found[marker]
    return with_media(parts, {_DOCUMENT: _HEAD.encode() + etree.tostring(root)}, added)


def paragraphs(
    found: Sequence[Picture], picture_looks: str, caption_looks: str, first: int = 0
) -> str:
    """Pictures and captions as XML; looks are what stands inside `w:pPr`.

    `first` counts the pictures of the paper that come before.
    """
    return "".join(_paragraphs(found, picture_looks, caption_looks, first))


def plain(text: str, looks: str) -> str:
    """A paragraph of words beside pictures."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{looks}</w:pPr>{run}</w:p>"


def with_media(parts: DocxParts, changed: Mapping[str, bytes], found: Sequence[Picture]) -> bytes:
    """The file with the bytes of its pictures, in the order in which `paragraphs` named them."""
    if not found:
        return parts.pack(changed)
    types = changed.get(_TYPES, parts.text(_TYPES))
    if b'Extension="emf"' not in types:
        types = re.sub(rb"(<Types[^>]*>)", rb"\1" + _AN_EMF, types, count=1)
    names = [f"bieu_do_{number}.emf" for number in range(1, len(found) + 1)]
    links = "".join(
        f'<Relationship Id="rBieuDo{number}" Type="{_R}/image" Target="media/{name}"/>'
        for number, name in enumerate(names, start=1)
    )
    relations = parts.text(_RELATIONS).replace(
        b"</Relationships>", links.encode() + b"</Relationships>"
    )
    media = {f"word/media/{name}": one.data for name, one in zip(names, found, strict=True)}
    return parts.pack({**changed, _TYPES: types, _RELATIONS: relations}, media)


def _part(plot: Plot, place: int, count: int) -> str:
    told = {"title": plot.title, "place": place, "count": count}
    caption = texts.say("plot.part", told) if count > 1 else plot.title
    return f"{caption}. {plot.source}" if plot.source else f"{caption}."


def _inside(looks: Element) -> str:
    """What is inside a paragraph's own properties, without what pictures set themselves."""
    left_out = {f"{{{_W}}}{name}" for name in ("keepNext", "jc", "ind", "rPr", "spacing")}
    kept = [node for node in looks if node.tag not in left_out]
    return "".join(etree.tostring(node, encoding="unicode", with_tail=False) for node in kept)


def _paragraphs(
    found: Sequence[Picture], picture_looks: str, caption_looks: str, first: int
) -> Iterator[str]:
    middle = '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/>'
    style, other = _split(picture_looks)
    named, more = _split(caption_looks)
    for number, one in enumerate(found, start=first + 1):
        tight = '<w:spacing w:before="120" w:after="40" w:line="240" w:lineRule="auto"/>'
        yield (
            f"<w:p><w:pPr>{style}<w:keepNext/>{other}{tight}{middle}</w:pPr>"
            f"<w:r>{_drawing(one, number)}</w:r></w:p>"
        )
        caption = texts.say("plot.caption", {"number": number, "caption": one.caption})
        below = '<w:spacing w:before="0" w:after="120"/>'
        yield (
            f"<w:p><w:pPr>{named}{more}{below}{middle}</w:pPr><w:r><w:rPr><w:i/></w:rPr>"
            f'<w:t xml:space="preserve">{escape(caption)}</w:t></w:r></w:p>'
        )


def _split(looks: str) -> tuple[str, str]:
    """The style, which must stand first, and the rest."""
    style = re.match(r"<w:pStyle[^>]*/>", looks)
    return (style[0], looks[style.end() :]) if style else ("", looks)


def _drawing(one: Picture, number: int) -> str:
    size = f'cx="{round(one.width * _EMU_PER_MM)}" cy="{round(one.height * _EMU_PER_MM)}"'
    name = f'id="{_FIRST_ID + number}" name="Bieu do {number}" descr={quoteattr(one.said)}'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {name}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rBieuDo{number}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
