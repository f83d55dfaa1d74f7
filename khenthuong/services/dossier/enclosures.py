"""What a dossier holds beside the papers made for it: evidence, signed scans, the list in Excel.

Sealing lays these files in, the mục lục names them: both ask here, so neither can forget one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.dossier import DossierFacts, PaperPlan
from khenthuong.domain.names import slug
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
        for one in (*evidence(ws, facts), *signed(ws, facts))
    ]
    listed = PaperPlan("", "", "", LIST_NAME, texts.say("crosscheck.content_list"))
    first = [p for p in named if p.form_id != _CONTENTS]
    last = [p for p in named if p.form_id == _CONTENTS]
    return tuple((*first, *others, listed, *last)) if named else ()
