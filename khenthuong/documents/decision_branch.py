"""The tree's branches of decisions and letters: some of a round's nominees, or its rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from khenthuong.documents.filters import padded, together
from khenthuong.documents.nominee_branch import award_rows, bonus, counts, groups
from khenthuong.documents.posting_branch import public_rows
from khenthuong.documents.wording import CULTURE, short_award, word
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.kinds import AwardClass

Branch = dict[str, object]
Rows = list[dict[str, object]]


def titles(facts: DossierFacts) -> Branch:
    """`danh_hieu`: those nominated for danh hiệu thi đua; not what households and villages win."""
    return _part(
        facts, lambda one: one.award.award_class is AwardClass.TITLE and one.award.id not in CULTURE
    )


def of_award(award: str) -> Callable[[DossierFacts], Branch]:
    """The branch of those nominated for one award."""
    return lambda facts: _part(facts, lambda one: one.award.id == award)


def _part(facts: DossierFacts, belongs: Callable[[Nominee], bool]) -> Branch:
    """The branches of a dossier, for some of its nominees."""
    part = replace(facts, nominees=tuple(one for one in facts.nominees if belongs(one)))
    return {
        "nhom": groups(part),
        "khen_thuong": award_rows(part),
        "so_luong": counts(part),
        "tien_thuong": bonus(part),
        "dong": public_rows(part.nominees, part),
    }


def returned(facts: DossierFacts) -> Rows:
    """`tra_lai`: what each dossier lacks; whoever is only not yet considered is not told of."""
    quiet = word("not_yet")
    kept = [one for one in facts.left_out if one.reason and one.reason != quiet]
    return [
        {
            "stt": place,
            "ten": one.shown or one.name,
            "don_vi": one.unit_name,
            "hinh_thuc": short_award(one.award_name, facts.office),
            "con_thieu": together(one.reason),
        }
        for place, one in enumerate(kept, start=1)
    ]


def asked_for(_: DossierFacts) -> Rows:
    """`ho_so_lap`: what a unit hands in by Điều 84."""
    return [
        {"stt": place, "ten": word(f"handed.{code}")}
        for place, code in enumerate(("unit_request", "reports", "unit_minutes"), start=1)
    ]


def handed_in(facts: DossierFacts) -> Rows:
    """`ho_so_nop`: what a dossier holds by Điều 84, with how many reports there are."""
    reports = len(facts.nominees)
    held = [("request", 1), ("minutes", 1), ("reports", reports)]
    return [
        {"stt": place, "ten": word(f"handed.{code}"), "so_luong": padded(amount)}
        for place, (code, amount) in enumerate(held, start=1)
        if amount
    ]
