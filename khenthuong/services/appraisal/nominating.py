"""Several recipients of the register nominated for one award in one round, in one write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khenthuong import storage, texts
from khenthuong.domain.criteria import Award
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.errors import UserError
from khenthuong.services.dossier import dossier_locks
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Offer:
    """The rounds there are, the latest year first, and the awards for a kind of recipient."""

    rounds: tuple[Round, ...]
    awards: tuple[Award, ...]

    def awards_in(self, round_: Round) -> tuple[Award, ...]:
        """The awards that such a round decides."""
        return tuple(one for one in self.awards if round_.kind in one.rounds)


def offer(ws: Workspace, kind: RecipientKind) -> Offer:
    """What recipients of a kind may be nominated for, the lowest rank first."""
    awards = [one for one in ws.rulebook.awards.values() if kind in one.recipients]
    rounds = storage.rounds.rounds(ws.books)
    return Offer(tuple(rounds), tuple(sorted(awards, key=lambda one: (one.rank, one.name))))


def nominate(ws: Workspace, round_: Round, award: str, codes: Sequence[str]) -> int:
    """Put these into the round for an award; returns how many were not there yet.

    What the round already has stays as it is. Raises UserError when nobody is new, when the award
    is not for such rounds, or where a reply from above keeps the round closed.
    """
    known = ws.rulebook.awards[award]
    if round_.kind not in known.rounds:
        raise UserError("error.suggest_round", award=known.name, kind=round_.kind)
    there = {one.key for one in storage.rounds.nominations(ws.books, round_.code)}
    fresh = [Nomination(round_.code, code, award) for code in codes if (code, award) not in there]
    if not fresh:
        raise UserError("error.suggest_all_there", round=round_.name)
    for one in fresh:
        dossier_locks.check_change(ws, one)
    arguments = {"count": len(fresh), "round": round_.code}
    with ws.books.write(texts.say("operation.nominate", arguments)):
        for one in fresh:
            storage.rounds.save_nomination(ws.books, one)
    return len(fresh)
