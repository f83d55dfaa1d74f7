"""What a nomination may rest on: branches of its criteria, initiatives, achievements, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.records import Achievement, Initiative
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.rules.branches import named_child
from khenthuong.domain.rules.case import Case
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.judging import applies
from khenthuong.ui.form.choosing import Offer
from khenthuong.ui.widgets.dates import show_date

_LONG = 80


@dataclass(frozen=True)
class Choices:
    """What may be chosen for one nomination; values as the nomination keeps them."""

    nomination: Nomination
    branches: Offer
    initiatives: Offer
    achievements: Offer


def read_choices(ws: Any, nomination: Nomination) -> Choices:
    """Everything that may be picked for a nomination, from rules and books."""
    from khenthuong.services.appraisal import checking

    facts = checking.load_facts(ws, nomination.round)
    index = RoundIndex(facts, ws.rulebook)
    own = nomination.recipient
    initiatives = _with_named(
        facts.initiatives_of.get(own, ()), facts.initiatives, nomination.initiatives
    )
    achievements = _with_named(
        facts.achievements_of.get(own, ()), facts.achievements, nomination.achievements
    )
    return Choices(
        nomination,
        list(_branches(index, nomination)),
        [(_initiative(index, nomination, one), one.code) for one in initiatives],
        [(_achievement(index, nomination, one), one.code) for one in achievements],
    )


def _with_named(mine: Iterable[Any], known: Any, named: Iterable[str]) -> list[Any]:
    """The recipient's own, and what the nomination names although it is somebody else's."""
    found = {one.code: one for one in mine}
    found.update({code: known[code] for code in named if code in known and code not in found})
    return list(found.values())


def _branches(index: RoundIndex, nomination: Nomination) -> Iterator[tuple[str, str]]:
    award = index.rulebook.awards.get(nomination.award)
    recipient = index.facts.recipient(nomination.recipient)
    if award is None or recipient is None:
        return
    case = Case(index, nomination, recipient, award)
    for criterion in award.criteria:
        if criterion.kind != "any_of" or not _in_force(criterion, case):
            continue
        named = named_child(criterion, nomination.branch)
        for child in criterion.children:
            if _in_force(child, case) or child is named:
                yield _branch(child), nomination.branch if child is named else child.id


def _in_force(criterion: Criterion, case: Case) -> bool:
    return criterion.holds_on(case.index.received) and applies(criterion.scope, case)


def _branch(child: Criterion) -> str:
    if not child.cite.point:
        return child.label
    return f"Điểm {child.cite.point} khoản {child.cite.clause}: {child.label}"


def _initiative(index: RoundIndex, nomination: Nomination, one: Initiative) -> str:
    parts = [f"{one.name} ({one.year})", *_used(index, nomination, one.code)]
    if not one.recognised:
        parts.append("chưa có quyết định công nhận")
    return "\n".join(parts)


def _achievement(index: RoundIndex, nomination: Nomination, one: Achievement) -> str:
    content = " ".join(one.content.split())
    short = content if len(content) <= _LONG else f"{content[:_LONG].rpartition(' ')[0]}…"
    named = f"{short} ({show_date(one.when)})" if one.when else short or one.code
    return "\n".join([named, *_used(index, nomination, one.code)])


def _used(index: RoundIndex, nomination: Nomination, code: str) -> Iterator[str]:
    for use in index.uses(code):
        who = "" if use.recipient == nomination.recipient else f" của {index.name(use.recipient)}"
        yield f"đã dùng cho «{use.award_name}»{who} năm {use.year}"
    for other in index.other_claims(code, nomination):
        award = index.rulebook.awards.get(other.award)
        name = award.name if award else other.award
        who = (
            "" if other.recipient == nomination.recipient else f" của {index.name(other.recipient)}"
        )
        yield f"đợt này đã nêu cho «{name}»{who}"
