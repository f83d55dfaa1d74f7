"""Kiểm tra thể thức: judge Word files against NĐ 30, and say it in words, for screen and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.documents.layout import check_layout
from khenthuong.domain.forms import FormDef
from khenthuong.domain.layout import (
    Component,
    Deviation,
    Judgement,
    LayoutReport,
    Outcome,
    PagePart,
    PaperKind,
    Sheet,
    Weight,
    part_of,
)
from khenthuong.errors import UserError


@dataclass(frozen=True)
class DeviationText:
    """A deviation in words: what was found, what is asked, where it stands in the decree."""

    weight: Weight
    found: str
    asked: str
    quote: str
    times: int
    cite: str


@dataclass(frozen=True)
class JudgedText:
    """A component in words. `rule` is all that is asked of it, in one line."""

    component: Component
    part: PagePart
    outcome: Outcome
    missing: bool
    name: str
    quote: str
    rule: str
    cite: str
    deviations: tuple[DeviationText, ...]


@dataclass(frozen=True)
class CheckedFile:
    """What the check of one file came to: a report, or why there is none."""

    path: Path
    report: LayoutReport | None
    error: UserError | None = None

    @property
    def clean(self) -> bool:
        """Whether it could be read and nothing deviates from the decree."""
        return self.report is not None and not self.report.deviations


def check(path: Path) -> LayoutReport:
    """Judge one Word file; raises LayoutError when it cannot be read."""
    return check_layout(path)


def is_off(form: FormDef, path: Path) -> bool:
    """Whether a paper of ours deviates, or is not even what its form says it is.

    A form that is no administrative paper (`layout = "khong"`) is not judged.
    """
    if form.layout is Sheet.OWN:
        return False
    report = check_layout(path)
    is_annex = report.kind is PaperKind.ANNEX
    known = report.kind is not PaperKind.OTHER
    return bool(report.deviations) or not known or is_annex != (form.layout is Sheet.ANNEX)


def check_files(paths: Sequence[Path]) -> tuple[CheckedFile, ...]:
    """Judge several; one that cannot be read does not stop the others."""
    return tuple(_check_one(path) for path in paths)


def _check_one(path: Path) -> CheckedFile:
    try:
        return CheckedFile(path, check_layout(path))
    except UserError as error:
        return CheckedFile(path, None, error)


def in_words(report: LayoutReport) -> tuple[JudgedText, ...]:
    """Every component of a report in words, in the order of the page."""
    return tuple(_judged(judgement) for judgement in report.judgements)


def _judged(judgement: Judgement) -> JudgedText:
    component = judgement.component
    cite = _cite(component, Weight.MUST)
    return JudgedText(
        component,
        part_of(component),
        judgement.outcome,
        judgement.missing,
        texts.label(component),
        judgement.quote,
        texts.say(f"layout.rule.{component.value}"),
        cite,
        tuple(_deviation(component, deviation) for deviation in judgement.deviations),
    )


def _deviation(component: Component, deviation: Deviation) -> DeviationText:
    return DeviationText(
        deviation.weight,
        texts.say(f"layout.found.{deviation.code}", deviation.arguments),
        texts.say(f"layout.asked.{deviation.code}", deviation.arguments),
        deviation.quote,
        deviation.times,
        _cite(component, deviation.weight),
    )


def _cite(component: Component, weight: Weight) -> str:
    """Where the decree says it; good practice says so itself."""
    own = f"layout.cite.{component.value}"
    if texts.knows(own):
        return texts.say(own)
    place = texts.say(f"layout.place.{component.value}")
    if weight is Weight.SHOULD or not place:
        return texts.say("layout.cite.none")
    return texts.say("layout.cite", {"place": place})


def notices(report: LayoutReport) -> tuple[str, ...]:
    """What is odd about the file, in sentences."""
    return tuple(texts.say(notice.code, notice.arguments) for notice in report.notices)


def as_json(checked: Sequence[CheckedFile]) -> dict[str, Any]:
    """The answer of the command `layout`."""
    return {"files": [_file_as_json(one) for one in checked]}


def _file_as_json(one: CheckedFile) -> dict[str, Any]:
    if one.report is None:
        error = one.error or UserError("layout.not_word", file=one.path.name)
        message = texts.say(error.code, error.arguments)
        return {"file": str(one.path), "error": {"code": error.code, "message": message}}
    report = one.report
    return {
        "file": str(one.path),
        "kind": report.kind.value,
        "deviations": report.deviations,
        "advice": report.advice,
        "notices": list(notices(report)),
        "components": [
            {
                "component": text.component.value,
                "name": text.name,
                "part": text.part.value,
                "outcome": text.outcome.value,
                "required": judgement.required,
                "missing": text.missing,
                "quote": text.quote,
                "rule": text.rule,
                "citation": text.cite,
                "deviations": [
                    {
                        "code": deviation.code,
                        "weight": words.weight.value,
                        "found": words.found,
                        "asked": words.asked,
                        "quote": words.quote,
                        "times": words.times,
                        "citation": words.cite,
                    }
                    for deviation, words in zip(judgement.deviations, text.deviations, strict=True)
                ],
            }
            for judgement, text in zip(report.judgements, in_words(report), strict=True)
        ],
    }


def lines(checked: Sequence[CheckedFile]) -> tuple[str, ...]:
    """The answer for a person: per file what deviates, what is missing, what would be better."""
    return tuple(line for one in checked for line in _file_lines(one))


def _file_lines(one: CheckedFile) -> list[str]:
    if one.report is None:
        error = one.error or UserError("layout.not_word", file=one.path.name)
        return [texts.say(error.code, error.arguments)]
    report = one.report
    told = [
        texts.say(
            "layout.line.file",
            {
                "file": one.path.name,
                "kind": texts.label(report.kind),
                "deviations": report.deviations,
                "advice": report.advice,
            },
        )
    ]
    told += [texts.say("layout.line.notice", {"sentence": s}) for s in notices(report)]
    for text in in_words(report):
        if text.missing or text.deviations:
            told += _component_lines(text)
    return told


def _component_lines(text: JudgedText) -> list[str]:
    heading = {"outcome": texts.label(text.outcome), "name": text.name, "quote": ""}
    told = [texts.say("layout.line.judged", heading)]
    if text.missing:
        told.append(texts.say("layout.line.missing", {"asked": text.rule, "cite": text.cite}))
    for deviation in text.deviations:
        times = {"times": deviation.times}
        quote = {"quote": deviation.quote}
        told.append(
            texts.say(
                "layout.line.deviation",
                {
                    "weight": texts.label(deviation.weight),
                    "found": deviation.found,
                    "asked": deviation.asked,
                    "times": texts.say("layout.times", times) if deviation.times > 1 else "",
                    "quote": texts.say("layout.quote", quote) if deviation.quote else "",
                    "cite": deviation.cite,
                },
            )
        )
    return told
