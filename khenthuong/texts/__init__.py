"""Codes and arguments become Vietnamese sentences: findings, faults and errors.

Each module holds one dictionary ``TEXTS`` from code to a `str.format` template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import cast

from khenthuong.texts import (
    backups,
    books,
    catalogs,
    certificates,
    changes,
    clusters,
    crosschecks,
    doctor,
    errors,
    examples,
    exchange,
    fault_reports,
    faults,
    findings,
    forms,
    labels,
    layouts,
    lists,
    meetings,
    movements,
    numbering,
    packages,
    papers,
    pathway,
    people,
    plots,
    proof,
    rulebook,
    statistics,
    suggestions,
    system_words,
    updates,
    vocabulary,
)

_TEXTS: dict[str, str] = {
    **labels.TEXTS,
    **findings.TEXTS,
    **faults.TEXTS,
    **fault_reports.TEXTS,
    **errors.TEXTS,
    **books.TEXTS,
    **catalogs.TEXTS,
    **papers.TEXTS,
    **forms.TEXTS,
    **vocabulary.TEXTS,
    **numbering.TEXTS,
    **packages.TEXTS,
    **exchange.TEXTS,
    **layouts.TEXTS,
    **updates.TEXTS,
    **lists.TEXTS,
    **meetings.TEXTS,
    **movements.TEXTS,
    **clusters.TEXTS,
    **examples.TEXTS,
    **pathway.TEXTS,
    **people.TEXTS,
    **proof.TEXTS,
    **suggestions.TEXTS,
    **plots.TEXTS,
    **statistics.TEXTS,
    **rulebook.TEXTS,
    **crosschecks.TEXTS,
    **certificates.TEXTS,
    **backups.TEXTS,
    **doctor.TEXTS,
    **changes.TEXTS,
}


def say(code: str, arguments: Mapping[str, object] | None = None) -> str:
    """The Vietnamese sentence for a code; raises KeyError for a code or argument not declared."""
    if not arguments:
        return _TEXTS[code].format_map({})
    shown = {
        name: value if value.__class__ is str else show(value) for name, value in arguments.items()
    }
    if "reason" in shown:
        shown["reason"] = system_words.in_vietnamese(cast("str", shown["reason"]))
    return _TEXTS[code].format_map(shown)


def in_one_line(sentences: Iterable[str]) -> str:
    """Several sentences as one, parted by «; »: only the last one keeps its full stop."""
    said = list(sentences)
    return "; ".join([*(one.removesuffix(".") for one in said[:-1]), *said[-1:]])


def fill(wording: str, arguments: Mapping[str, object]) -> str:
    """A sentence that an award file words itself, filled with the finding's arguments."""
    return wording.format_map({name: show(value) for name, value in arguments.items()})


def label(value: StrEnum) -> str:
    """The Vietnamese word for a value of `khenthuong.domain.kinds`."""
    return _TEXTS[f"label.{type(value).__name__}.{value.value}"]


def knows(code: str) -> bool:
    """Whether a sentence exists for this code."""
    return code in _TEXTS


class OneOf(tuple[str, ...]):
    """Names of which one is enough; within «…» they read «A» hoặc «B»."""

    __slots__ = ()


def show(value: object) -> str:
    """A value as people read it: dd/mm/yyyy, 2.326, 31,1, a list joined by «; »."""
    if isinstance(value, OneOf):
        return "» hoặc «".join(value)
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, bool):
        return _TEXTS["label.yes"] if value else _TEXTS["label.no"]
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year}"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if isinstance(value, Decimal | float):
        return f"{value:,}".translate(str.maketrans(",.", ".,"))
    if isinstance(value, list | tuple | set | frozenset):
        return "; ".join(show(item) for item in cast("Iterable[object]", value))
    return str(value)
