"""Findings in the words of papers, packages and manifests: brief, and silent about other people.

The clerk's own sentences (`checking.sentence`) name whoever is concerned. On paper nobody's
discipline, complaint or rating is told but through what it means for the nomination.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from khenthuong import texts
from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Status

_WRAPPERS = frozenset({"finding.any_of", "finding.all_of", "finding.meets_award"})
_SCHOOL_YEAR = re.compile(r"\b([Nn]\wm) (?=\d{4}-\d{4})")
_QUOTES = str.maketrans("«»", "“”")


def sentence(finding: Finding) -> str:
    """The finding on paper; neutral for holds and whatever else is private."""
    text = _said(finding, finding.cite)
    if finding.under_2022_text is not None:
        status = texts.label(finding.under_2022_text).lower()
        text = texts.say("paper.under_2022", {"sentence": text, "status": status})
    if finding.confirmed is not None:
        told = {
            "document": finding.confirmed.document,
            "day": finding.confirmed.document_date or "…",
        }
        text = f"{text} {texts.say('paper.confirmed', told)}"
    return on_paper(text)


def on_paper(text: str) -> str:
    """Quotation marks and school years as papers write them: “…”, «năm học 2025-2026»."""
    quoted = text.translate(_QUOTES)
    if "-" not in quoted:
        return quoted
    return _SCHOOL_YEAR.sub(lambda match: texts.say("paper.of_school", {"word": match[1]}), quoted)


def _said(finding: Finding, above: Cite) -> str:
    """The words alone; a branch is named by its place in the law where `above` is less exact."""
    if finding.private or finding.status is Status.ON_HOLD:
        return texts.say("paper.not_yet")
    if finding.wording:
        return texts.fill(finding.wording, finding.arguments)
    if finding.code in _WRAPPERS:
        return " ".join(dict.fromkeys(_branch(child, above) for child in _told(finding)))
    return texts.say(_code(finding), _shown(finding.arguments))


def _branch(child: Finding, above: Cite) -> str:
    text = _said(child, child.cite)
    place = place_text(child.cite)
    if not place or child.cite == above:
        return text
    return texts.say("paper.branch", {"place": place, "sentence": text})


def _told(finding: Finding) -> list[Finding]:
    """The child that decided; all of them where each had to be met and was."""
    every = finding.code != "finding.any_of" and _settled(finding) is Status.MET
    return [
        child
        for child in finding.children
        if (every and child.status is not Status.NOT_APPLICABLE)
        or child.id == finding.arguments["chosen"]
    ]


def place_text(cite: Cite) -> str:
    """«điểm d khoản 1 Điều 74»; nothing where the citation names no article."""
    if not cite.article:
        return ""
    level = "point" if cite.point and cite.clause else "clause" if cite.clause else "article"
    arguments = {"point": cite.point, "clause": cite.clause, "article": cite.article}
    return texts.say(f"paper.cite.{level}", arguments)


def _code(finding: Finding) -> str:
    """The brief sentence for this outcome, else for the code, else the clerk's."""
    for code in (f"paper.{finding.code}.{_settled(finding).value}", f"paper.{finding.code}"):
        if texts.knows(code):
            return code
    return finding.code


def _settled(finding: Finding) -> Status:
    return finding.under_2022_text or finding.status


def _shown(arguments: Mapping[str, object]) -> dict[str, object]:
    """Words of the catalogue in small letters, because they stand within a sentence."""
    return {
        name: _small(value) if isinstance(value, StrEnum) else value
        for name, value in arguments.items()
    }


def _small(value: StrEnum) -> str:
    text = texts.label(value)
    return text[:1].lower() + text[1:]
