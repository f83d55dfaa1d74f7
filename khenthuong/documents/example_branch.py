"""The tree's branch of good examples: one recipient's, or those of a year."""

from __future__ import annotations

from datetime import date

from khenthuong.documents.filters import padded, short_date
from khenthuong.documents.subject_branch import subject
from khenthuong.documents.wording import word
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.examples import ExampleLine, ExampleSpread
from khenthuong.texts import label

Branch = dict[str, object]


def good_examples(facts: DossierFacts) -> Branch:
    """`dien_hinh`: how many, and a row for each with what was noted of its steps."""
    found = subject(facts).examples
    return {
        "tong": padded(len(found)),
        "dong": [_row(place, one) for place, one in enumerate(found, start=1)],
    }


def _row(place: int, one: ExampleLine) -> Branch:
    example = one.example
    return {
        "stt": place,
        "mo_hinh": example.name,
        "cua": one.name,
        "don_vi": one.unit_name,
        "phong_trao": one.movement_name,
        "noi_dung": example.content,
        "buoc": label(example.stage),
        "phat_hien": _said(example.found, example.found_by, ""),
        "boi_duong": _said(example.fostered, example.fosterer, example.fostering),
        "tong_ket": _said(example.reviewed, "", example.review),
        "nhan_rong": "; ".join(_spread(spread) for spread in one.spreads),
    }


def _spread(one: ExampleSpread) -> str:
    told = {"kind": label(one.kind), "said": _said(one.day, one.place, one.result)}
    return word("example.spread", **told)


def _said(day: date | None, who: str, what: str) -> str:
    """«Hội Nông dân xã, ngày 01/03/2026: tập huấn», as far as it is known."""
    when = word("example.day", day=short_date(day)) if day else ""
    head = ", ".join(part for part in (who, when) if part)
    return ": ".join(part for part in (head, what) if part)
