"""The time between two awards of the same rank for one recipient."""

from __future__ import annotations

from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Status
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.case import Case, Outcome
from khenthuong.domain.rules.past_awards import award_years, label, named
from khenthuong.domain.rules.past_results import by_sudden_or_topical
from khenthuong.domain.years import window


def spacing(criterion: Criterion, case: Case) -> Outcome:
    """None of the awards was won in the last `years` years, nor is proposed twice in this round.

    «Trong một năm không trình hai hình thức khen thưởng cấp Nhà nước»: awards by đột xuất or
    chuyên đề do not count.
    """
    awards = named(criterion)
    years = frozenset(window(case.year, int(str(criterion.parameters["years"]))))
    arguments: dict[str, object] = {
        "years": ", ".join(map(str, sorted(years))),
        "award": case.award.name,
    }
    won = [
        row
        for year, row in sorted(award_years(case, awards).items())
        if year in years and not by_sudden_or_topical(case, row)
    ]
    if won:
        arguments |= {
            "other": won[-1].award_name,
            "decision": won[-1].decision_number or "…",
            "year": str(won[-1].year),
        }
        cure = cures.past_award(case.code, won[-1].year)
        return Outcome(Status.NOT_MET, "finding.spacing_won", arguments, cure)
    also = _also_proposed(case, awards)
    if also:
        arguments["others"] = label(case, also)
        cure = cures.nomination(case.code, "hinh_thuc")
        return Outcome(Status.NOT_MET, "finding.spacing_proposed", arguments, cure)
    if not all(case.index.complete(year) for year in years):
        return Outcome(Status.MISSING, "finding.spacing_unknown", arguments, cures.COMPLETE_FROM)
    return Outcome(Status.MET, "finding.spacing", arguments)


def _also_proposed(case: Case, awards: tuple[str, ...]) -> tuple[str, ...]:
    mine = case.index.proposed.get(case.code, set[str]())
    return tuple(award for award in awards if award != case.award.id and award in mine)
