"""How many things a finding that is not fulfilled lacks, and by which branch the fewest."""

from __future__ import annotations

from dataclasses import replace

from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Status

_FULFILLED = (Status.MET, Status.TO_COMPARE, Status.NOT_APPLICABLE)
_NO_TRACE = ("finding.deed_missing", "finding.movement_missing", "finding.contribution_missing")
"""Nothing in the books hints at such an achievement: both it and its proof are missing."""
_NOTHING_YET = (
    "finding.initiative_absent",
    "finding.initiative_unknown",
    "finding.initiative_never",
    "finding.initiative_never_unknown",
)
_NEVER_WON = ("finding.ratings_after_never", "finding.ratings_after_no_award")


def things(finding: Finding) -> int:
    """How many rows or events are missing.

    Two years missing in a run are two things; so are an achievement and its proof.
    """
    if finding.status in _FULFILLED:
        return 0
    if not finding.children:
        return _alone(finding)
    lacking = [count for child in finding.children if (count := things(child))]
    if not lacking:
        return 1
    return min(lacking) if finding.code == "finding.any_of" else sum(lacking)


def nearest(finding: Finding) -> Finding:
    """The finding told by the branch that lacks least: its sentence and its cure."""
    if finding.status in _FULFILLED or not finding.children:
        return finding
    children = tuple(nearest(child) for child in finding.children)
    told = replace(finding, children=children)
    lacking = [(things(child), child) for child in children]
    lacking = [(count, child) for count, child in lacking if count]
    if not lacking:
        return told
    if finding.code == "finding.any_of":
        _, child = min(lacking, key=lambda pair: pair[0])
        return _told_by(told, child, {"branch": child.label, "chosen": child.id})
    before = finding.arguments.get("chosen")
    chosen = next((child for _, child in lacking if child.id == before), lacking[0][1])
    return _told_by(told, chosen, {"chosen": chosen.id})


def speaks(finding: Finding) -> bool:
    """Whether anything of it is fulfilled, or what it lacks is more than a bare absence.

    Where the one thing missing is an initiative that nobody ever recorded and nothing else is
    fulfilled, everybody would be «near»: that says nothing about the recipient.
    """
    if finding.status in (Status.MET, Status.TO_COMPARE):
        return True
    if finding.children:
        chosen = finding.arguments["chosen"] if finding.code == "finding.any_of" else None
        return any(speaks(one) for one in finding.children if chosen in (None, one.id))
    return finding.code not in _NOTHING_YET


def _told_by(finding: Finding, child: Finding, more: dict[str, object]) -> Finding:
    return replace(
        finding,
        status=child.status,
        cure=child.cure,
        private=child.private,
        arguments={**finding.arguments, **more},
    )


def _alone(finding: Finding) -> int:
    elsewhere = finding.code.startswith("finding.movement_") and finding.status is Status.NOT_MET
    if finding.code in _NO_TRACE or elsewhere:
        return 2
    arguments = finding.arguments
    lacking, count = arguments.get("lacking"), arguments.get("count")
    if isinstance(lacking, str) and lacking:
        return len(lacking.split(", "))
    if not isinstance(count, int):
        return 1
    if finding.code in _NEVER_WON:
        return count + 1  # the award itself, then every year after it
    had = arguments.get("so_far", arguments.get("found"))
    return max(1, count - had) if isinstance(had, int) else 1
