"""What a dossier holds beside the papers made for it: evidence, signed scans, the list in Excel.

Sealing lays these files in, the mục lục names them: both ask here, so neither can forget one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperPlan
from khenthuong.domain.names import slug
from khenthuong.domain.rounds import Proof
from khenthuong.errors import UserError
from khenthuong.services.rulebook import confirmations
from khenthuong.services.workspace import Workspace

LIST_NAME = "danh-sach.xlsx"
_CONTENTS = "muc_luc"


@dataclass(frozen=True)
class Enclosure:
    """A file of the dossier that is no paper of ours: its name there, its title, where it lies."""

    name: str
    title: str
    source: Path


def evidence(ws: Workspace, facts: DossierFacts) -> Iterator[Enclosure]:
    """The evidence files of the achievements nominated, each once, those that really lie there."""
    there = storage.evidence.present(ws.books)
    seen: set[str] = set()
    for nominee in facts.nominees:
        for achievement in nominee.achievements:
            for given in achievement.evidence:
                if given not in there:
                    continue
                file = given.replace("\\", "/").rsplit("/", 1)[-1]
                stem, _, suffix = file.rpartition(".")
                name = (
                    f"05-minh-chung/{slug(nominee.recipient.code, 24)}/"
                    f"{slug(achievement.code, 24)}-{slug(stem)}.{slug(suffix, 5)}"
                )
                if name not in seen:
                    seen.add(name)
                    told = {"code": achievement.code, "name": nominee.name, "file": file}
                    title = texts.say("crosscheck.content_evidence", told)
                    yield Enclosure(name, title, storage.evidence.path_of(ws.books, given))


def proofs(ws: Workspace, facts: DossierFacts) -> Iterator[Enclosure]:
    """The files that prove single criteria of the nominations, those that really lie there.

    Files of the same name are counted, so that none takes another's place.
    """
    there = storage.evidence.present(ws.books)
    taken: Counter[str] = Counter()
    for nominee, one in _proving(ws, facts):
        file = one.name.replace("\\", "/").rsplit("/", 1)[-1]
        stem, _, suffix = file.rpartition(".")
        folder = f"05-minh-chung/{slug(nominee.recipient.code, 24)}"
        name = f"{folder}/tieu-chuan-{slug(one.criterion.replace('_', ' '), 32)}-{slug(stem)}"
        taken[name] += 1
        number = f"-{taken[name]}" if taken[name] > 1 else ""
        if one.name in there:
            told = {"label": _criterion(ws, one), "name": nominee.name, "file": file}
            yield Enclosure(
                f"{name}{number}.{slug(suffix, 5)}",
                texts.say("evidence.content_proof", told),
                storage.evidence.path_of(ws.books, one.name),
            )


def refuse_missing(ws: Workspace, facts: DossierFacts) -> None:
    """Raise UserError where a file that proves a criterion is no longer in the store."""
    there = storage.evidence.present(ws.books)
    for nominee, one in _proving(ws, facts):
        if one.name not in there:
            raise UserError("evidence.gone", name=nominee.name, files=[one.name])


def _proving(ws: Workspace, facts: DossierFacts) -> Iterator[tuple[Nominee, Proof]]:
    found = storage.evidence.proofs(ws.books, facts.round.code)
    for nominee in facts.nominees:
        key = nominee.nomination.key
        yield from ((nominee, one) for one in found if (one.recipient, one.award) == key)


def _criterion(ws: Workspace, one: Proof) -> str:
    found = confirmations.known(ws.rulebook, one.award, one.criterion)
    return one.caption or (found.label if found else one.criterion)


def signed(ws: Workspace, facts: DossierFacts) -> Iterator[Enclosure]:
    """The signed scans of the dossier's papers."""
    for paper in storage.papers.of_round(ws.books, facts.round.code):
        if paper.authority is facts.authority and paper.signed_path:
            tail = f"-{slug(paper.recipient, 24)}" if paper.recipient else ""
            form = ws.forms.get(paper.form)
            told = {"title": form.title if form else paper.form}
            yield Enclosure(
                f"06-ban-ky/{slug(paper.form.replace('_', ' '))}{tail}.pdf",
                texts.say("crosscheck.content_signed", told),
                storage.papers.absolute(ws.books, paper.signed_path),
            )


def contents(
    ws: Workspace, facts: DossierFacts, plans: tuple[PaperPlan, ...]
) -> tuple[PaperPlan, ...]:
    """Every file of the dossier in its order, under its name in the package, for the mục lục."""
    named = [
        PaperPlan(p.form_id, p.recipient, p.award, f"{p.file_name}.docx", p.title) for p in plans
    ]
    others = [
        PaperPlan("", "", "", one.name, one.title)
        for one in (*evidence(ws, facts), *proofs(ws, facts), *signed(ws, facts))
    ]
    listed = PaperPlan("", "", "", LIST_NAME, texts.say("crosscheck.content_list"))
    first = [p for p in named if p.form_id != _CONTENTS]
    last = [p for p in named if p.form_id == _CONTENTS]
    return tuple((*first, *others, listed, *last)) if named else ()
