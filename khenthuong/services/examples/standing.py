"""Where the nominations stand that cite an achievement."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from khenthuong import storage
from khenthuong.domain.records import PastAward
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.services.workspace import Workspace


class NominationState(StrEnum):
    """How far a nomination has come."""

    LISTED = "trong_danh_sach"
    SEALED = "da_chot_ho_so"
    AWARDED = "da_khen"


@dataclass(frozen=True)
class Nominated:
    """One nomination that cites an achievement; `decision` of the award once it is recorded."""

    round: Round
    award: str
    award_name: str
    state: NominationState
    decision: str = ""


def nominated(ws: Workspace, codes: Collection[str]) -> Mapping[str, tuple[Nominated, ...]]:
    """By achievement code the nominations that cite it; codes that none cites are not there."""
    if not codes:
        return {}
    with ws.books.read():
        awards = storage.records.past_awards(ws.books)
        found: dict[str, list[Nominated]] = {}
        for round_ in storage.rounds.rounds(ws.books):
            for one in storage.rounds.nominations(ws.books, round_.code):
                for code in set(one.achievements) & set(codes):
                    line = _line(ws, round_, one, awards.get(one.recipient, ()))
                    found.setdefault(code, []).append(line)
    return {code: tuple(lines) for code, lines in found.items()}


def _line(
    ws: Workspace, round_: Round, one: Nomination, awards: tuple[PastAward, ...]
) -> Nominated:
    known = ws.rulebook.awards.get(one.award)
    name = known.name if known else one.award
    won = next((row for row in awards if _is(row, round_, one)), None)
    if won is not None:
        decision = won.decision_number
        return Nominated(round_, one.award, name, NominationState.AWARDED, decision)
    sealed = {dossier.authority for dossier in storage.papers.sealed(ws.books, round_.code)}
    state = (
        NominationState.SEALED if known and known.authority in sealed else NominationState.LISTED
    )
    return Nominated(round_, one.award, name, state)


def _is(row: PastAward, round_: Round, one: Nomination) -> bool:
    """Whether an award won is that nomination's: same award, and it cites what was nominated."""
    same = row.award == one.award and row.year.end >= round_.year.end
    return same and bool(set(row.achievements) & set(one.achievements))
