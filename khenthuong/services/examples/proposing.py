"""From a good example to a nomination: its Thành tích, its round, its nomination, in one write."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from khenthuong import storage, texts
from khenthuong.domain import examples
from khenthuong.domain.criteria import Award
from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import AchievementKind, RoundKind
from khenthuong.domain.records import Achievement
from khenthuong.domain.register import PartialDate
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import register
from khenthuong.services.appraisal import nominating
from khenthuong.services.dossier import dossier_locks
from khenthuong.services.examples.standing import nominated
from khenthuong.services.workspace import Workspace

KINDS = (RoundKind.MOVEMENT, RoundKind.SUDDEN)
"""Rounds that a good example may go into."""


@dataclass(frozen=True)
class ExampleOffer:
    """The rounds that fit an example, its movement's own first, and the awards there are for it."""

    rounds: tuple[Round, ...]
    awards: tuple[Award, ...]

    def awards_in(self, kind: RoundKind) -> tuple[Award, ...]:
        """The awards that a round of a kind decides."""
        return tuple(one for one in self.awards if kind in one.rounds)


@dataclass(frozen=True)
class Proposed:
    """What `propose` wrote or found: nothing of it is made twice."""

    round: Round
    achievement: Achievement
    nomination: Nomination


def offer(ws: Workspace, code: str) -> ExampleOffer:
    """Rounds of this award year on for movements and sudden deeds, not sealed; the lowest award
    first."""
    example = storage.examples.get(ws.books, code)
    kind = storage.register.get(ws.books, example.recipient).recipient_kind
    known = nominating.offer(ws, kind)
    fits = [one for one in open_rounds(ws, KINDS) if one.movement in ("", example.movement)]
    fits.sort(key=lambda one: one.movement != example.movement or not example.movement)
    return ExampleOffer(tuple(fits), known.awards)


def propose(ws: Workspace, code: str, award: str, round_code: str = "") -> Proposed:
    """Write the example's Thành tích, open a round where `round_code` is "", and nominate.

    All in one operation. No round is opened for an award that the example is nominated for
    somewhere. An achievement written before is used again, a nomination that is there
    is given the achievement. Raises UserError where the award is not for such rounds or a reply
    from above keeps the round closed.
    """
    example = storage.examples.get(ws.books, code)
    known = ws.rulebook.awards[award]
    round_ = storage.rounds.get_round(ws.books, round_code) if round_code else _new(ws, example)
    if round_.kind not in known.rounds:
        raise UserError("error.suggest_round", award=known.name, kind=round_.kind)
    if not round_code:
        _check_new(ws, example, award)
    written = _achievement(ws, example)
    nomination = nomination_for(ws, round_, award, written)
    if round_code:
        dossier_locks.check_change(ws, nomination)
    label = texts.say("operation.example_proposed", {"name": example.name, "round": round_.code})
    with ws.books.write(label):
        storage.records.save(ws.books, written)
        storage.examples.save(ws.books, replace(example, achievement=written.code))
        if not round_code:
            storage.rounds.save_round(ws.books, round_)
        storage.rounds.save_nomination(ws.books, nomination)
    return Proposed(round_, written, nomination)


def new_round_code(ws: Workspace, stem: str) -> str:
    """A code that no round has yet: DX-<stem>-01."""
    taken = {one.code for one in storage.rounds.rounds(ws.books)}
    numbers = range(1, len(taken) + 2)
    return next(code for n in numbers if (code := f"DX-{stem}-{n:02}") not in taken)


def nomination_for(ws: Workspace, round_: Round, award: str, written: Achievement) -> Nomination:
    """The nomination of whose achievement it is: the one there is, now citing it, or a new one."""
    there = {one.key: one for one in storage.rounds.nominations(ws.books, round_.code)}
    old = there.get((written.recipient, award))
    if old is None:
        old = Nomination(round_.code, written.recipient, award, content=written.content)
    return replace(old, achievements=tuple(dict.fromkeys((*old.achievements, written.code))))


def open_rounds(ws: Workspace, kinds: Collection[RoundKind]) -> tuple[Round, ...]:
    """Rounds of these kinds of this award year and the last of which nothing is sealed."""
    sealed = storage.papers.sealed_authorities(ws.books)
    return tuple(
        one
        for one in storage.rounds.rounds(ws.books)
        if one.kind in kinds and one.year.end >= ws.today().year - 1 and one.code not in sealed
    )


def _check_new(ws: Workspace, example: GoodExample, award: str) -> None:
    for one in nominated(ws, {example.achievement} - {""}).get(example.achievement, ()):
        if one.award == award:
            raise UserError("example.there", award=one.award_name, round=one.round.name)


def _new(ws: Workspace, example: GoodExample) -> Round:
    """A round of kind chuyên đề, of the example's movement where it has one."""
    launched = storage.movements.movements(ws.books).get(example.movement)
    name = launched.name if launched else example.name
    code = "example.round_of_movement" if launched else "example.round"
    ends = launched.end if launched and launched.end else ws.today()
    return Round(
        new_round_code(ws, example.movement or example.code),
        texts.say(code, {"name": name}),
        RoundKind.MOVEMENT,
        Year(min(ends, ws.today()).year),
        movement=example.movement,
    )


def _achievement(ws: Workspace, example: GoodExample) -> Achievement:
    """The one written before, with the evidence that came since; else a new one."""
    before = storage.records.achievements(ws.books).get(example.achievement)
    if before is not None:
        evidence = tuple(dict.fromkeys((*before.evidence, *example.evidence)))
        return replace(before, evidence=evidence)
    spreads = storage.examples.spreads(ws.books, example.code)
    day = examples.since(example, spreads) or example.found
    places = "; ".join(one.place for one in spreads)
    said = (example.review, texts.say("example.spread_to", {"places": places}) if places else "")
    return Achievement(
        register.new_record_code(ws, Achievement),
        example.recipient,
        PartialDate(day.year, day.month, day.day) if day else None,
        AchievementKind.TOPICAL,
        example.content or example.name,
        "\n".join(part for part in said if part),
        movement=example.movement,
        evidence=example.evidence,
    )
