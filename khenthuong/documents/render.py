"""Word templates prepared once and filled fast.

docxtpl's own patching makes Jinja source of a part's XML (it joins what Word cut apart and lifts
`{%tr … %}` out of its row); that is done once per template. Rendering then fills the XML, parses it
strictly, and packs it beside the untouched parts: the result is canonically what docxtpl makes, at
a small part of its cost, because nothing is compiled or parsed twice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.nodes import Template as JinjaTree
from lxml import etree

from khenthuong import texts
from khenthuong.documents.docx_parts import DocxParts, read_parts
from khenthuong.documents.environment import environment
from khenthuong.documents.filters import HYPHEN
from khenthuong.documents.template_names import used_paths
from khenthuong.domain.forms import FormDef
from khenthuong.errors import TemplateError

_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_TAGS = re.compile(r"\{<?[^{}]*[{%#]")
_COLUMN_TAGS = re.compile(r"\{%tc\b")
_PARAGRAPH_OPENS, _PARAGRAPH_END = ("<w:p>", "<w:p "), "</w:p>"
_BREAKS = "\n\t\a\f"
_BREAK = re.compile(f"[{_BREAKS}]")
_LITERALS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How docxtpl writes braces that are to be printed."""
_XML_TAG = re.compile(r"<[^>]+>")
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_WORD_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
_SHOWN = 60


@dataclass(frozen=True)
class _Source:
    """A part's XML as Jinja source; one line per paragraph, which is how places are named."""

    name: str
    text: str

    def place(self, line: int) -> str:
        """«thân văn bản, đoạn 12 («Kính gửi: …»)»."""
        lines = self.text.split("\n")
        shown = _XML_TAG.sub("", lines[min(line, len(lines)) - 1]).strip()[:_SHOWN]
        return texts.say(
            "template.place",
            {
                "part": texts.say(f"template.part.{_kind(self.name)}"),
                "paragraph": max(line - 1, 0),
                "text": shown,
            },
        )


class PaperRenderer:
    """A form's template, checked and compiled; `render` may be called any number of times.

    Raises TemplateError when it is made: for macros, wrong tags, and names the form lacks.
    """

    def __init__(self, template: Path, form: FormDef) -> None:
        self._file = template.name
        self._form = form
        self._parts = read_parts(template)
        self._docxtpl = DocxTemplate(template)
        self.used: frozenset[str] = frozenset()
        self._compiled = {
            source.name: self._compile(source) for source in self._sources(self._parts)
        }

    def render(self, context: Mapping[str, object]) -> bytes:
        """The Word file for a context of `build_context`; raises TemplateError with the cause."""
        try:
            changed = {
                name: self._fill(compiled, context) for name, compiled in self._compiled.items()
            }
        except (JinjaError, ExpatError, TypeError) as error:
            raise TemplateError(
                "template.broken_paper", file=self._file, form=self._form.title, detail=str(error)
            ) from error
        return self._parts.pack(changed)

    def _fill(self, compiled: Template, context: Mapping[str, object]) -> bytes:
        xml = compiled.render(context)
        if HYPHEN in xml:
            xml = xml.replace(HYPHEN, _WORD_HYPHEN)
        if "{_" in xml or "_}" in xml:
            for written, meant in _LITERALS:
                xml = xml.replace(written, meant)
        if any(sign in xml for sign in _BREAKS):
            xml = self._with_breaks(xml)
        data = (_HEAD + xml).encode()
        _refuse_broken(data)
        return data

    def _with_breaks(self, xml: str) -> str:
        """Line feeds of the data become breaks, bells new paragraphs: as docxtpl does it.

        Only the paragraphs that hold one are looked at.
        """
        done: list[str] = []
        place = 0
        while found := _BREAK.search(xml, place):
            start = max(xml.rfind(opening, place, found.start()) for opening in _PARAGRAPH_OPENS)
            end = xml.find(_PARAGRAPH_END, found.start())
            if start < 0 or end < 0:
                done.append(xml[place : found.end()])
                place = found.end()
                continue
            end += len(_PARAGRAPH_END)
            done += (xml[place:start], self._docxtpl.resolve_listing(xml[start:end]))
            place = end
        return "".join((*done, xml[place:]))

    def _sources(self, parts: DocxParts) -> list[_Source]:
        sources: list[_Source] = []
        for name in parts.names:
            if _FILLED.fullmatch(name):
                xml = self._canonical(parts.text(name))
                if name == "word/document.xml" or _TAGS.search(_XML_TAG.sub("", xml)):
                    patched = self._docxtpl.patch_xml(xml)
                    sources.append(_Source(name, re.sub(r"<w:p([ >])", r"\n<w:p\1", patched)))
        return sources

    def _canonical(self, data: bytes) -> str:
        parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
        try:
            return etree.tostring(etree.fromstring(data, parser), encoding="unicode")
        except etree.XMLSyntaxError as error:
            raise TemplateError(
                "template.unreadable", file=self._file, detail=str(error)
            ) from error

    def _compile(self, source: _Source) -> Template:
        found = _COLUMN_TAGS.search(source.text)
        if found:
            line = source.text.count("\n", 0, found.start()) + 1
            raise TemplateError("template.column_tags", file=self._file, place=source.place(line))
        try:
            tree = environment().parse(source.text)
            # Line ends only tell places; printed, they would have to be found and taken out again.
            compiled = environment().from_string(source.text.replace("\n<w:p", "<w:p"))
        except JinjaError as error:
            line = getattr(error, "lineno", 1) or 1
            raise TemplateError(
                "template.syntax", file=self._file, place=source.place(line), detail=str(error)
            ) from error
        self._check_names(source, tree)
        return compiled

    def _check_names(self, source: _Source, tree: JinjaTree) -> None:
        used, offences = used_paths(tree, self._form)
        self.used |= used
        if offences:
            first = offences[0]
            code = "template.not_rows" if first.not_rows else "template.unknown_name"
            raise TemplateError(
                code,
                file=self._file,
                place=source.place(first.line),
                name=first.name,
                nearest=first.nearest,
            )


def _refuse_broken(data: bytes) -> None:
    """Raise ExpatError for what is no XML; reading it without keeping it is quickest."""
    ParserCreate(namespace_separator=" ").Parse(data, True)


def _kind(part: str) -> str:
    for kind in ("document", "header", "footer"):
        if part.startswith(f"word/{kind}"):
            return kind
    return "notes"
