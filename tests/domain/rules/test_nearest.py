"""How many things are missing: two years of a run are two."""

from __future__ import annotations

import pytest

from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Checked, Principle, Status, Step
from khenthuong.domain.rules.nearest import nearest, speaks, things


def finding(code: str, status: Status = Status.NOT_MET, **more: object) -> Finding:
    children = more.pop("children", ())
    cure = str(more.pop("cure", ""))
    name = str(more.pop("id", code))
    return Finding(
        name,
        Principle.ACCURATE,
        Step.LIST,
        status,
        Cite("luat"),
        Checked.TEXT,
        f"finding.{code}",
        more,
        label=f"«{name}»",
        cure=cure,
        children=children,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("one", "count"),
    [
        (finding("rating", Status.MET), 0),
        (finding("rating_missing", Status.MISSING), 1),
        (finding("awards_run_broken", lacking="2023", count=3), 1),
        (finding("awards_run_broken", lacking="2023, 2024", count=3), 2),
        (finding("award_count_short", count=3, found=2), 1),
        (finding("award_count_short", count=3, found=0), 3),
        (finding("ratings_after_never", count=5), 6),
        (finding("ratings_after_short", count=5, so_far=3), 2),
        (finding("movement_missing", Status.MISSING), 2),
        (finding("movement_level"), 2),
    ],
)
def test_things(one: Finding, count: int) -> None:
    assert things(one) == count


def test_a_choice_is_told_by_the_branch_that_lacks_least() -> None:
    far = finding("awards_run_broken", lacking="2023, 2024", count=2, id="a", cure="khen_thuong:x")
    near = finding("rating_missing", Status.MISSING, id="b", cure="xep_loai:x:2025")
    choice = finding("any_of", chosen="a", branch="«a»", children=(far, near), cure=far.cure)
    told = nearest(choice)
    assert things(choice) == 1
    assert (told.arguments["chosen"], told.cure, told.status) == ("b", near.cure, Status.MISSING)


def test_all_parts_of_a_whole_are_added() -> None:
    parts = (
        finding("rating", Status.MET, id="a"),
        finding("rating_missing", id="b", cure="xep_loai:x"),
        finding("award_count_short", count=2, found=0, id="c"),
    )
    whole = finding("all_of", chosen="b", children=parts)
    assert things(whole) == 3
    assert nearest(whole).cure == "xep_loai:x"


def test_an_initiative_nobody_recorded_says_nothing_of_anybody() -> None:
    absent = finding("initiative_absent", count=1, found=0)
    assert not speaks(finding("any_of", chosen=absent.id, children=(absent,)))
    beside = finding("ratings_run_held", Status.MET)
    assert speaks(finding("all_of", chosen=absent.id, children=(beside, absent)))
    assert speaks(finding("rating_missing", Status.MISSING))
