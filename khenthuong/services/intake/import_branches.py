"""«Theo tiêu chuẩn» of a nomination must name a criterion that its award really has."""

from __future__ import annotations

from collections.abc import Iterator

from khenthuong.domain.batch import Batch, Entry, Fault
from khenthuong.domain.criteria import Award, Criterion, Rulebook
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules.branches import named_child
from khenthuong.exchange.sheets import BY_KEY
from khenthuong.services.intake.import_references import fault

_COLUMN = BY_KEY["nominations"].column("branch").name


def unknown_branches(rulebook: Rulebook, batch: Batch) -> Iterator[Fault]:
    """A notice for every branch nobody would find: it would be passed over without a word."""
    for entry in batch.nominations:
        award = rulebook.awards.get(entry.value.award)
        if award and entry.value.branch and not _is_known(award, entry):
            choices = tuple(child.label for one in _choices(award) for child in one.children)
            yield fault(
                entry.place,
                _COLUMN,
                "fault.branch_unknown",
                fatal=False,
                found=entry.value.branch,
                award=award.name,
                choices=choices,
            )


def _is_known(award: Award, entry: Entry[Nomination]) -> bool:
    choices = _choices(award)
    return not choices or any(named_child(one, entry.value.branch) for one in choices)


def _choices(award: Award) -> list[Criterion]:
    return [criterion for criterion in award.criteria if criterion.kind == "any_of"]
