"""Where an initiative was used, and what discipline or a hold keeps somebody out of, by source."""

from __future__ import annotations

from collections.abc import Mapping

from khenthuong import storage, texts
from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Checked, DisciplineForm
from khenthuong.domain.records import Discipline
from khenthuong.services.appraisal import checking
from khenthuong.services.rulebook.confirmations import tree
from khenthuong.services.workspace import Workspace

_UNSURE = frozenset({"effect.hold_unsure", "effect.barred_unsure"})


def of_initiative(ws: Workspace, code: str) -> tuple[str, ...]:
    """Every use in a sentence: awards it won, then nominations that name it, in order of time."""
    with ws.books.read():
        won = [
            award
            for awards in storage.records.past_awards(ws.books).values()
            for award in awards
            if code in award.initiatives
        ]
        sealed = storage.merging.sealed_rounds(ws.books)
        named = [
            (one, nomination)
            for one in storage.rounds.rounds(ws.books)
            for nomination in storage.rounds.nominations(ws.books, one.code)
            if code in nomination.initiatives
        ]
        people = {one.recipient for one in won} | {one.recipient for _, one in named}
        names = storage.register.unit_names(ws.books, people)
    said = [
        texts.say(
            "use.won",
            {
                "award": one.award_name,
                "year": str(one.year),
                "name": names.get(one.recipient, one.recipient),
                "decision": one.decision_number or "…",
            },
        )
        for one in sorted(won, key=lambda one: (one.year.end, one.recipient))
    ]
    for round_, one in named:
        told = {
            "award": ws.award_names.get(one.award, one.award),
            "name": names.get(one.recipient, one.recipient),
            "round": round_.name,
        }
        said.append(texts.say("use.sealed" if round_.code in sealed else "use.open", told))
    return tuple(said)


def of_discipline(ws: Workspace, row: Discipline) -> tuple[str, ...]:
    """What the row keeps its recipient out of, a sentence for each criterion that asks about it.

    Only criteria on the recipient itself: those on the members of a unit depend on the unit.
    """
    today = ws.today()
    kind = "not_on_hold" if row.form.is_hold else "no_discipline"
    every = (one for top in ws.rulebook.common for one in tree(top))
    asked = [one for one in every if one.kind == kind and _asks(one, row) and one.holds_on(today)]
    if row.form.is_hold:
        running = row.end is None or row.end >= today
        code = "effect.hold" if running else "effect.hold_over"
        told = {"end": row.end or "…"}
        return tuple(_say(ws, one, code, told) for one in asked)
    barred, compared = _years(row, today.year)
    told = {"years": _span(barred), "compared": _span(compared)}
    code = "effect.barred" if barred else "effect.compared"
    said = [_say(ws, one, code, told) for one in asked]
    if asked and barred and compared:
        said.append(texts.say("effect.part", told))
    return tuple(said)


def _asks(criterion: Criterion, row: Discipline) -> bool:
    if criterion.parameters.get("who") == "members":
        return False
    least = criterion.parameters.get("form", DisciplineForm.REPRIMAND.value)
    return row.form.is_hold or row.form.rank >= DisciplineForm(str(least)).rank


def _years(row: Discipline, now: int) -> tuple[list[int], list[int]]:
    """Calendar years that the row bars, and those in which it ended: as `rules.conduct` judges."""
    last = row.end.year if row.end is not None else max(now, row.start.year)
    barred = [
        year
        for year in range(row.start.year, last + 1)
        if year == row.start.year
        or row.end is None
        or (row.end.month, row.end.day) == (12, 31)
        or year < row.end.year
    ]
    return barred, [year for year in range(row.start.year, last + 1) if year not in barred]


def _span(years: list[int]) -> str:
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _say(ws: Workspace, criterion: Criterion, code: str, told: Mapping[str, object]) -> str:
    if criterion.checked is not Checked.TEXT and f"{code}_unsure" in _UNSURE:
        code = f"{code}_unsure"  # what nobody compared with the text never condemns
    cite = checking.cite_text(ws, criterion.cite)
    checked = texts.label(criterion.checked)
    return texts.say(code, {**told, "label": criterion.label, "cite": cite, "checked": checked})
