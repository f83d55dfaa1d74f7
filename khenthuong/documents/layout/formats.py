"""Effective formatting of runs and paragraphs: defaults, styles on styles, numbering, direct.

Word's order (ECMA-376 Part 1, 17.7.2): document defaults, table style, numbering, paragraph style,
character style, direct. Toggles (bold, italic, capitals) of styles cancel one another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from khenthuong.documents.layout.opening import Element, Opened, W

TWIPS_PER_MM = 56.6929
_UNITS = {"pt": 20.0, "in": 1440.0, "cm": 566.929, "mm": TWIPS_PER_MM, "pc": 240.0, "pi": 240.0}
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|pi)?")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TOGGLES = ("b", "i", "caps", "smallCaps", "vanish")
_VALUES = ("sz", "color", "u", "rStyle", "lang", "w", "spacing", "vertAlign")
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 40

Properties = dict[str, Any]


@dataclass(frozen=True)
class RunFormat:
    """How letters look; `size` in points, `colour` as six hexadecimal digits or «auto».

    `scale` widens (1 = as designed), `spacing` is added to each letter, in points; `raised`: small
    and above or below the line, as the mark of a note.
    """

    fonts: tuple[str, ...]
    size: float
    bold: bool
    italic: bool
    capitals: bool
    underline: bool
    colour: str
    language: str
    hidden: bool
    scale: float = 1.0
    spacing: float = 0.0
    raised: bool = False


@dataclass(frozen=True)
class ParagraphFormat:
    """How a paragraph stands; lengths in mm, spacing in points.

    `line_rule` «auto»: `line` counts single lines; else «exact» or «atLeast» points.
    `first` is where the first line begins, `left` the others, from the edge of the column.
    """

    style: str
    style_name: str
    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float
    line_rule: str
    contextual: bool
    keep_next: bool
    keep_lines: bool
    page_break: bool
    bottom_line: str
    top_line: str


def twips(value: object, default: float = 0.0) -> float:
    """A length of Word in twips: a bare number, or one with a unit as in strict files."""
    match = _LENGTH.fullmatch(str(value).strip()) if value is not None else None
    if match is None:
        return default
    return float(match[1]) * _UNITS.get(match[2] or "", 1.0)


def mm(value: object, default: float = 0.0) -> float:
    """A length of Word in millimetres."""
    return twips(value, default * TWIPS_PER_MM) / TWIPS_PER_MM


def is_on(node: Element) -> bool:
    """Whether an on/off property is on."""
    return str(node.get(f"{W}val", "1")).lower() not in _OFF


class Styles:
    """The styles of a file; every question is answered once and kept."""

    def __init__(self, opened: Opened) -> None:
        root = opened.beside("styles.xml")
        self.nodes: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        self._fonts = _theme_fonts(opened)
        self._chains: dict[tuple[str, str], Properties] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        for node in root.iter(f"{W}rPrDefault"):
            self._run_defaults = self._run_level(node.find(f"{W}rPr"))
        for node in root.iter(f"{W}pPrDefault"):
            self._paragraph_defaults = paragraph_level(node.find(f"{W}pPr"))
        for node in root.findall(f"{W}style"):
            style_id = str(node.get(f"{W}styleId", ""))
            self.nodes[style_id] = node
            if str(node.get(f"{W}default", "0")).lower() in ("1", "true", "on"):
                self._defaults[str(node.get(f"{W}type", ""))] = style_id

    @property
    def default_paragraph(self) -> str:
        """The id of the style of paragraphs that name none."""
        return self._defaults.get("paragraph", "")

    @property
    def default_table(self) -> str:
        """The id of the style of tables that name none."""
        return self._defaults.get("table", "")

    @property
    def language(self) -> str:
        """The language of text that names none."""
        return str(self._run_defaults.get("lang", ""))

    def name(self, style_id: str) -> str:
        """The name people see of a style."""
        node = self.nodes.get(style_id)
        found = node.find(f"{W}name") if node is not None else None
        return str(found.get(f"{W}val", "")) if found is not None else ""

    def chain(self, style_id: str) -> list[Element]:
        """A style and what it is based on, the nearest first; a circle is cut."""
        found: list[Element] = []
        while style_id in self.nodes and len(found) < _DEEPEST:
            node = self.nodes[style_id]
            if node in found:
                break
            found.append(node)
            base = node.find(f"{W}basedOn")
            style_id = str(base.get(f"{W}val", "")) if base is not None else ""
        return found

    def run_of_style(self, style_id: str) -> Properties:
        """What a style and its bases say of letters."""
        return self._of_style(style_id, "rPr")

    def paragraph_of_style(self, style_id: str) -> Properties:
        """What a style and its bases say of paragraphs."""
        return self._of_style(style_id, "pPr")

    def _of_style(self, style_id: str, what: str) -> Properties:
        if (style_id, what) not in self._chains:
            merged: Properties = {}
            for node in reversed(self.chain(style_id)):
                found = node.find(f"{W}{what}")
                read = self._run_level if what == "rPr" else paragraph_level
                merged |= read(found)
            self._chains[style_id, what] = merged
        return self._chains[style_id, what]

    def run(self, direct: Element | None, paragraph_style: str, table: Properties) -> RunFormat:
        """The effective format of a run in a paragraph of that style."""
        own = self._run_level(direct)
        by_paragraph = self.run_of_style(paragraph_style)
        by_character = self.run_of_style(str(own.get("rStyle", "")))
        merged = self._run_defaults | table | by_paragraph | by_character | own
        for toggle in _TOGGLES:
            by_styles = [p.get(toggle, False) for p in (table, by_paragraph, by_character)]
            styled = self._run_defaults.get(toggle, False) or sum(by_styles) % 2 == 1
            merged[toggle] = own.get(toggle, styled)
        return _run_format(merged)

    def paragraph(
        self, direct: Element | None, table: Properties, numbering: Properties, *, own_list: bool
    ) -> ParagraphFormat:
        """The effective format of a paragraph; a direct list comes after the style, else before."""
        own = paragraph_level(direct)
        style_id = str(own.get("pStyle", self.default_paragraph))
        by_style = self.paragraph_of_style(style_id)
        between = by_style | numbering if own_list else numbering | by_style
        merged = self._paragraph_defaults | table | between | own
        return _paragraph_format(merged, style_id, self.name(style_id))

    def _run_level(self, node: Element | None) -> Properties:
        found: Properties = {}
        for child in node if node is not None else ():
            name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
            if name in _TOGGLES:
                found[name] = is_on(child)
            elif name == "rFonts":
                found |= self._fonts_of(child)
            elif name in _VALUES:
                found[name] = str(child.get(f"{W}val", ""))
        return found

    def _fonts_of(self, node: Element) -> Properties:
        found: Properties = {}
        for slot in ("ascii", "hAnsi"):
            theme = node.get(f"{W}{slot}Theme")
            plain = node.get(f"{W}{slot}")
            if theme is not None:
                found[slot] = self._fonts.get(str(theme)[:5], "")
            elif plain is not None:
                found[slot] = str(plain)
        return found


def paragraph_level(node: Element | None) -> Properties:
    """What one level says of a paragraph, in Word's own values."""
    found: Properties = {}
    for child in node if node is not None else ():
        if isinstance(child.tag, str):
            found |= _paragraph_property(child, child.tag.removeprefix(W))
    # A first line set here undoes a hanging one from below, and the other way round.
    if "ind.hanging" in found:
        found.setdefault("ind.firstLine", "0")
    elif "ind.firstLine" in found:
        found["ind.hanging"] = "0"
    return found


def _paragraph_property(node: Element, name: str) -> Properties:
    if name in ("jc", "pStyle"):
        return {name: str(node.get(f"{W}val", ""))}
    if name in ("keepNext", "keepLines", "contextualSpacing", "pageBreakBefore"):
        return {name: is_on(node)}
    if name in ("spacing", "ind"):
        return {f"{name}.{key.removeprefix(W)}": str(v) for key, v in node.attrib.items()}
    if name == "pBdr":
        sides = {side: node.find(f"{W}{side}") for side in ("bottom", "top")}
        return {s: str(n.get(f"{W}val", "")) if n is not None else "" for s, n in sides.items()}
    if name == "framePr":
        return {"frame": str(node.get(f"{W}xAlign", ""))}
    return {}


def _run_format(merged: Mapping[str, Any]) -> RunFormat:
    fonts = tuple(dict.fromkeys(str(merged.get(slot, "")) for slot in ("ascii", "hAnsi")))
    return RunFormat(
        fonts=fonts,
        size=_points(str(merged.get("sz", ""))),
        bold=bool(merged["b"]),
        italic=bool(merged["i"]),
        capitals=bool(merged["caps"]) or bool(merged["smallCaps"]),
        underline=str(merged.get("u", "none")) not in ("none", ""),
        colour=str(merged.get("color", "auto")),
        language=str(merged.get("lang", "")),
        hidden=bool(merged["vanish"]),
        scale=_percent(merged.get("w")),
        spacing=twips(merged.get("spacing")) / 20,
        raised=str(merged.get("vertAlign", "baseline")) != "baseline",
    )


def _points(half_points: str) -> float:
    """A type size; Word prints 10 points where none is said, and never less than 1."""
    return min(max(twips(half_points, 20.0) / 2, 1.0), 1638.0)


def _percent(value: object) -> float:
    digits = str(value or "100").removesuffix("%")
    return min(int(digits), 600) / 100 if digits.isdigit() and len(digits) < 5 else 1.0


def _paragraph_format(merged: Mapping[str, Any], style_id: str, style_name: str) -> ParagraphFormat:
    left = mm(merged.get("ind.left", merged.get("ind.start")))
    first = mm(merged.get("ind.firstLine")) - mm(merged.get("ind.hanging"))
    rule = str(merged.get("spacing.lineRule", "auto"))
    line = twips(merged.get("spacing.line"), 240.0)
    frame = merged.get("frame")
    return ParagraphFormat(
        style=style_id,
        style_name=style_name,
        align=str(frame) if frame == "center" else str(merged.get("jc", "left")),
        left=left,
        right=mm(merged.get("ind.right", merged.get("ind.end"))),
        first=left + first,
        before=_spacing(merged, "before"),
        after=_spacing(merged, "after"),
        line=line / 240 if rule == "auto" else line / 20,
        line_rule=rule,
        contextual=bool(merged.get("contextualSpacing", False)),
        keep_next=bool(merged.get("keepNext", False)),
        keep_lines=bool(merged.get("keepLines", False)),
        page_break=bool(merged.get("pageBreakBefore", False)),
        bottom_line=str(merged.get("bottom", "")),
        top_line=str(merged.get("top", "")),
    )


def _spacing(merged: Mapping[str, Any], side: str) -> float:
    # Word's automatic spacing, of pages pasted from the web, is 14 points.
    if str(merged.get(f"spacing.{side}Autospacing", "0")).lower() in ("1", "true", "on"):
        return 14.0
    return twips(merged.get(f"spacing.{side}")) / 20


def _theme_fonts(opened: Opened) -> dict[str, str]:
    """«major» and «minor» to the theme's fonts for Latin letters."""
    root = next((r for name, r in opened.roots.items() if name.startswith("word/theme/")), None)
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        node = root.find(f".//{_A}{kind}Font/{_A}latin") if root is not None else None
        found[kind] = str(node.get("typeface", "")) if node is not None else ""
    return found
