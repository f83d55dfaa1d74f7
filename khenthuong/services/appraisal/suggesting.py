"""«Ai đủ điều kiện?»: who could be proposed in a year, who lacks one thing, and the ladder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.criteria import Award
from khenthuong.domain.facts import RoundFacts
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import Authority, RecipientKind, RoundKind, Standing, Status
from khenthuong.domain.register import Recipient, Unit
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.rules.ladder import HORIZON, Ladder, Rung, ladder
from khenthuong.domain.rules.suggestions import Assessment, YearSuggestions, suggest
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import checking
from khenthuong.services.progress import Cancelled, Progress, never, silent, stop_if
from khenthuong.services.workspace import Workspace

Say = Callable[[Workspace, Finding], str]


@dataclass(frozen=True)
class Suggestion:
    """One line: a recipient, an award, why, and what people must still confirm.

    `reason` for the clerk's screen; `cure` is where a single lacking thing is mended. `sought` is
    what a text filter looks through.
    """

    found: Assessment
    kind: RecipientKind
    name: str
    unit_name: str
    award_name: str
    authority: Authority
    standing: Standing
    reason: str
    cure: str
    sought: str

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award): unique within a year."""
        return (self.found.recipient, self.found.award)


@dataclass(frozen=True)
class Suggestions:
    """A year's lines, awards from the highest rank down, each in Vietnamese order.

    `uncomputable`: names of awards of which the books can tell nothing.
    """

    year: Year
    period: str
    warning: str
    rows: tuple[Suggestion, ...]
    uncomputable: tuple[tuple[str, str], ...]

    def of(self, standing: Standing) -> tuple[Suggestion, ...]:
        """The lines of one group."""
        return tuple(row for row in self.rows if row.standing is standing)


@dataclass(frozen=True)
class LadderStep:
    """A rung in words: `when` it could be reached, what is missing (sentence, cure) this year."""

    award: str
    award_name: str
    authority: Authority
    when: str
    missing: tuple[tuple[str, str], ...]
    to_confirm: tuple[str, ...]
    rung: Rung


@dataclass(frozen=True)
class LadderView:
    """A recipient's ladder in words; `assumed` says what the earliest years rest on.

    `for_people`: higher awards of which the books can tell nothing, in one sentence or "".
    """

    recipient: str
    year: Year
    held: str
    steps: tuple[LadderStep, ...]
    assumed: str
    for_people: str


def year_of(text: str) -> Year:
    """«2026» or «2025-2026» as a year; raises UserError for anything else."""
    try:
        return Year.parse(text)
    except ValueError as cause:
        raise UserError("error.suggest_year", year=text) from cause


def award_of(ws: Workspace, text: str) -> str:
    """The id of an award by its id, name or usual abbreviation; raises NotFoundError."""
    wanted = fold(text)
    for award in ws.rulebook.awards.values():
        if wanted in {fold(name) for name in (award.id, award.name, *award.aliases, *award.was)}:
            return award.id
    raise NotFoundError("error.suggest_award", award=text, known=tuple(ws.rulebook.awards))


def load_facts(ws: Workspace, year: Year) -> RoundFacts:
    """The whole register as of a year; raises UserError where no rule period holds today."""
    facts = storage.facts.load_year_facts(ws.books, year, ws.calendar, ws.today(), ws.award_names)
    if ws.rulebook.period(facts.received) is None:
        raise UserError("error.no_period", round=str(year), received=facts.received)
    return facts


def who_qualifies(
    ws: Workspace,
    year: Year,
    awards: Iterable[str] = (),
    *,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> Suggestions:
    """Everybody who could be proposed for one of `awards` (all of them when empty) in a year.

    Raises CancelledError when stopped, UserError where no rule period holds today.
    """

    def step(done: int, total: int, award: str) -> None:
        stop_if(cancelled)
        progress(done, total, ws.award_names[award])

    facts = load_facts(ws, year)
    found = suggest(facts, ws.rulebook, awards, step)
    stop_if(cancelled)
    return _in_words(ws, facts, found)


def _in_words(ws: Workspace, facts: RoundFacts, found: YearSuggestions) -> Suggestions:
    period = next((one for one in ws.rulebook.periods if one.id == found.period), None)
    names = {code: unit.name for code, unit in facts.units.items()}
    words = _Words(ws, checking.sentence)
    rows = tuple(_line(words, facts, names, one) for one in found.found)
    return Suggestions(
        found.year,
        period.label if period else "",
        period.warning if period else "",
        rows,
        tuple((award, ws.award_names[award]) for award in found.uncomputable),
    )


def _line(words: _Words, facts: RoundFacts, units: dict[str, str], found: Assessment) -> Suggestion:
    recipient = facts.recipient(found.recipient)
    assert recipient is not None  # only recipients of these facts are judged
    assert found.standing is not None  # nobody is suggested who lacks more
    award = words.ws.rulebook.awards[found.award]
    unit_name = units.get(_unit_of(recipient), "")
    return Suggestion(
        found,
        recipient.recipient_kind,
        recipient.name,
        unit_name,
        award.name,
        award.authority,
        found.standing,
        words.reason(found),
        found.lacking[0].cure if found.lacking else "",
        fold(f"{recipient.name} {recipient.code} {unit_name} {award.name}"),
    )


def _unit_of(recipient: Recipient) -> str:
    if isinstance(recipient, Unit):
        return recipient.parent
    return getattr(recipient, "unit", "") or getattr(recipient, "village", "")


class _Words:
    """Sentences of findings without the words of a round; equal findings are worded once."""

    def __init__(self, ws: Workspace, say: Say) -> None:
        self.ws = ws
        self._say = say

    def of(self, finding: Finding) -> str:
        return self._say(self.ws, _reworded(finding))

    def reason(self, found: Assessment) -> str:
        """Why somebody stands where he stands, in a few sentences."""
        if found.lacking:
            parts = [self.of(finding) for finding in found.lacking]
        else:
            earned = [f for f in found.findings if _earns(f)]
            parts = [self.of(f) for f in earned if f.code != "finding.branch_not_applicable"]
            parts = parts or [texts.say("suggest.left_to_people")]
        if found.leans and not found.lacking:
            parts.append(texts.say("suggest.leans"))
        if found.unverified:
            parts.append(texts.say("suggest.unverified"))
        if found.amended:
            parts.append(texts.say("suggest.lacks_amended" if found.lacking else "suggest.amended"))
        return " ".join(dict.fromkeys(parts))


_GUARDS = (
    "finding.not_disciplined",
    "finding.no_member_disciplined",
    "finding.not_on_hold",
    "finding.decider",
    "finding.eligible",
    "finding.spacing",
)
"""What merely does not refuse is no reason to propose anybody."""


def _earns(finding: Finding) -> bool:
    return finding.status is Status.TO_COMPARE or not finding.code.startswith(_GUARDS)


def _reworded(finding: Finding) -> Finding:
    code = "suggest." + finding.code.partition(".")[2]
    children = tuple(_reworded(child) for child in finding.children)
    known = code if texts.knows(code) else finding.code
    if known == finding.code and children == finding.children:
        return finding
    return replace(finding, code=known, children=children)


# Into a round


def rounds_for(ws: Workspace, year: Year, found: Iterable[Assessment]) -> tuple[Round, ...]:
    """Rounds of that award year and of the kind in which all these may be proposed."""
    kind = kind_for(found)
    calendar_year = year.as_kind(school=False)
    return tuple(
        one
        for one in storage.rounds.rounds(ws.books)
        if one.kind is kind and one.year.as_kind(school=False) == calendar_year
    )


def kind_for(found: Iterable[Assessment]) -> RoundKind | None:
    """The kind of round that suits all of them; None where they want different ones."""
    kinds = {one.round_kind for one in found}
    return kinds.pop() if len(kinds) == 1 else None


def new_round(ws: Workspace, year: Year, kind: RoundKind) -> Round:
    """A round that is not in the books yet, with the next free code of its year."""
    taken = {one.code for one in storage.rounds.rounds(ws.books)}
    number = 1
    while (code := f"D{year.end}-{number}") in taken:
        number += 1
    arguments = {"kind": texts.label(kind).lower(), "year": str(year)}
    return Round(code, texts.say("suggest.round_name", arguments), kind, year)


def nominate(ws: Workspace, found: Sequence[Assessment], round_: Round) -> tuple[int, int]:
    """Put these into a round, made first when the books do not have it: one operation.

    Returns (operation, how many were added): what the round already has stays as it is. Raises
    UserError when nothing is left to add or an award is not for such rounds.
    """
    if not found:
        raise UserError("error.suggest_nothing")
    for one in found:
        award: Award = ws.rulebook.awards[one.award]
        if round_.kind not in award.rounds:
            raise UserError("error.suggest_round", award=award.name, kind=round_.kind)
    there = {one.key for one in storage.rounds.nominations(ws.books, round_.code)}
    fresh = [one for one in found if (one.recipient, one.award) not in there]
    if not fresh:
        raise UserError("error.suggest_all_there", round=round_.name)
    label = texts.say("operation.suggest", {"count": len(fresh), "round": round_.code})
    with ws.books.write(label) as operation:
        if round_ not in storage.rounds.rounds(ws.books):
            storage.rounds.save_round(ws.books, round_)
        for one in fresh:
            storage.rounds.save_nomination(ws.books, _nomination(one, round_))
    return operation, len(fresh)


def _nomination(found: Assessment, round_: Round) -> Nomination:
    return Nomination(
        round_.code,
        found.recipient,
        found.award,
        found.branch,
        found.initiatives,
        found.achievements,
    )


def take_back(ws: Workspace, operation: int, count: int, round_: Round) -> None:
    """Undo one `nominate`; raises BooksError when the round was worked on since."""
    label = texts.say("operation.suggest_back", {"count": count, "round": round_.code})
    storage.undo_operation(ws.books, operation, label)


# The ladder


def ladder_of(ws: Workspace, code: str, year: Year | None = None) -> LadderView:
    """What a recipient could reach next, as of `year` (this year when None).

    Raises NotFoundError for a code that the register does not hold.
    """
    facts = load_facts(ws, year or Year(ws.today().year))
    recipient = facts.recipient(code)
    if recipient is None:
        recipient = storage.register.get(ws.books, code)  # in the bin: shown, not worked with
    found = ladder(facts, ws.rulebook, recipient)
    words = _Words(ws, checking.sentence)
    return LadderView(
        code,
        found.year,
        _held(ws, found),
        tuple(_step(words, found.year, rung) for rung in found.rungs if rung.computable),
        texts.say("suggest.ladder_assumed"),
        _for_people(ws, found),
    )


def _held(ws: Workspace, found: Ladder) -> str:
    names = tuple(
        texts.say(
            "suggest.ladder_award",
            {"award": ws.award_names.get(row.award, row.award_name), "year": str(row.year)},
        )
        for row in found.held
    )
    if not names:
        return texts.say("suggest.ladder_nothing")
    return texts.say("suggest.ladder_held", {"awards": names})


def _for_people(ws: Workspace, found: Ladder) -> str:
    names = tuple(ws.award_names[rung.award] for rung in found.rungs if not rung.computable)
    return texts.say("suggest.ladder_people", {"awards": names}) if names else ""


def _step(words: _Words, year: Year, rung: Rung) -> LadderStep:
    award = words.ws.rulebook.awards[rung.award]
    missing = tuple((words.of(finding), finding.cure) for finding in rung.lacking)
    return LadderStep(
        rung.award, award.name, award.authority, _when(year, rung), missing, rung.to_confirm, rung
    )


def _when(year: Year, rung: Rung) -> str:
    if rung.earliest is None:
        sentence = texts.say("suggest.ladder_far", {"years": HORIZON})
    else:
        now = rung.earliest == year and not rung.lacking
        code = "suggest.ladder_now" if now else "suggest.ladder_earliest"
        sentence = texts.say(code, {"year": str(rung.earliest)})
    if rung.nominated:
        said = texts.say("suggest.ladder_nominated", {"year": str(year)})
        return f"{said} {sentence}"
    return sentence


# The command `suggest`


def as_json(ws: Workspace, found: Suggestions) -> dict[str, Any]:
    """The answer of the command `suggest`; holds are told without their details."""
    return {
        "year": str(found.year),
        "period": found.period,
        "warning": found.warning,
        "suggestions": [_as_json(ws, row) for row in found.rows],
        "not_computable": [
            {"award": award, "award_name": name} for award, name in found.uncomputable
        ],
    }


def _as_json(ws: Workspace, row: Suggestion) -> dict[str, Any]:
    words = _Words(ws, checking.neutral_sentence)
    found = row.found
    return {
        "recipient": found.recipient,
        "name": row.name,
        "unit": row.unit_name,
        "award": found.award,
        "award_name": row.award_name,
        "authority": row.authority.value,
        "year": str(found.year),
        "standing": row.standing.value,
        "message": words.reason(found),
        "lacking": [_lacking_as_json(words, finding) for finding in found.lacking],
        "to_confirm": list(found.to_confirm),
        "counts_candidates": found.leans,
        "round_kind": found.round_kind.value,
        "branch": found.branch or None,
        "initiatives": list(found.initiatives),
        "achievements": list(found.achievements),
    }


def _lacking_as_json(words: _Words, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "status": finding.status.value,
        "label": finding.label,
        "message": words.of(finding),
        "cite": checking.cite_text(words.ws, finding.cite),
    }


def lines(ws: Workspace, found: Suggestions) -> tuple[str, ...]:
    """The same for a person: group by group, awards from the highest down."""
    head = {"year": str(found.year), "period": found.period}
    said = [texts.say("suggest.line_head", head)]
    said += [found.warning] if found.warning else []
    for standing in Standing:
        rows = found.of(standing)
        if rows:
            group = {"standing": standing, "count": len(rows)}
            said.append(texts.say("suggest.line_group", group))
            said += [line for row in rows for line in _lines(ws, row)]
    if not found.rows:
        said.append(texts.say("suggest.line_nobody"))
    if found.uncomputable:
        names = tuple(name for _, name in found.uncomputable)
        said.append(texts.say("suggest.line_uncomputable", {"awards": names}))
    return tuple(said)


def _lines(ws: Workspace, row: Suggestion) -> list[str]:
    words = _Words(ws, checking.neutral_sentence)
    arguments = {
        "name": row.name,
        "code": row.found.recipient,
        "unit": row.unit_name,
        "award": row.award_name,
        "reason": words.reason(row.found),
    }
    said = [texts.say("suggest.line" if row.unit_name else "suggest.line_plain", arguments)]
    if row.found.to_confirm:
        labels = {"labels": row.found.to_confirm}
        to_confirm = {"to_confirm": texts.say("suggest.to_confirm", labels)}
        said.append(texts.say("suggest.line_confirm", to_confirm))
    return said
