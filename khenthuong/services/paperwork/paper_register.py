"""Which papers a round has: number and date from văn thư, the signed PDF, edited files taken in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong import storage, texts
from khenthuong.documents.files import write_paper
from khenthuong.domain.archive import Paper
from khenthuong.domain.dossier import PaperPlan
from khenthuong.domain.kinds import Authority
from khenthuong.domain.names import slug
from khenthuong.errors import UserError
from khenthuong.services.paperwork import issuing, numbering, papers
from khenthuong.services.paperwork.paper_files import PaperFolder, edited_outside
from khenthuong.services.paperwork.papers import MadePaper, MadePapers, round_folder
from khenthuong.services.progress import Cancelled, Progress, never, silent
from khenthuong.services.workspace import Workspace

_PDF_MARK = b"%PDF-"
SIGNED_FOLDER = "06-ban-ky"
PaperKey = tuple[Authority, str, str, str]
"""Authority, form, recipient, award."""


def list_papers(ws: Workspace, round_code: str) -> tuple[Paper, ...]:
    """All papers the books know for a round."""
    return storage.papers.of_round(ws.books, round_code)


def make(
    ws: Workspace, round_code: str, progress: Progress = silent, cancelled: Cancelled = never
) -> MadePapers:
    """Make the round's papers in the office's own folder and note them in the books."""
    issuing.hold_round(ws, round_code)
    made = papers.make(ws, round_code, None, progress, cancelled)
    _note_made(ws, round_code, made.papers)
    return made


def make_form(ws: Workspace, round_code: str, form_id: str) -> MadePapers:
    """Make one paper of every dossier of the round and note it in the books."""
    issuing.hold_round(ws, round_code)
    made = papers.make_form(ws, round_code, form_id)
    _note_made(ws, round_code, made.papers)
    return made


def _note_made(ws: Workspace, round_code: str, made: Iterable[MadePaper]) -> None:
    with ws.books.write(texts.say("paper.operation_made", {"round": round_code})):
        for one in made:
            storage.papers.note_made(ws.books, round_code, one.authority, one.plan, one.path)


def record_number(
    ws: Workspace, round_code: str, authority: Authority, form_id: str, number: str, day: date
) -> None:
    """Record the number and date that văn thư gave a paper of the dossier, in the register too.

    Raises UserError for a number that another paper has, or where the paper was issued.
    """
    paper = storage.papers.find(ws.books, round_code, authority, form_id)
    if paper.issued:
        title = numbering.title_of(ws, paper)
        raise UserError("number.issued", title=title, number=paper.number)
    entry = numbering.check(ws, paper, number, day)
    numbered = replace(paper, number=number.strip(), day=day)
    if numbered.issued:
        _take_in_newest(ws, paper)
        numbered = issuing.frozen_now(ws, numbered)
    with ws.books.write(texts.say("paper.operation_number", {"round": round_code})):
        issuing.save(ws, numbered)
        numbering.note(ws, entry)


def issue(ws: Workspace, paper: Paper) -> None:
    """«Đã ban hành»: the paper as it lies there, edits in Word included, never changes again."""
    _take_in_newest(ws, paper)
    issuing.issue(ws, storage.papers.find(ws.books, *_name(paper)))


def replace_issued(ws: Workspace, paper: Paper) -> MadePapers:
    """Make the paper that replaces an issued one; the old one stays beside it, in the history."""
    issuing.replace_in_dossier(ws, paper)
    return make_form(ws, paper.round, paper.form)


def attach_signed(
    ws: Workspace, round_code: str, authority: Authority, form_id: str, source: Path
) -> Path:
    """Copy the signed PDF beside the paper and note its sha256; another file is refused."""
    paper = storage.papers.find(ws.books, round_code, authority, form_id)
    try:
        data = source.read_bytes()
    except OSError as cause:
        raise UserError("error.cannot_read", path=source, reason=cause.strerror) from cause
    if not data.startswith(_PDF_MARK):
        raise UserError("error.signed_not_pdf", path=source)
    one = storage.rounds.get_round(ws.books, round_code)
    target = (
        round_folder(ws, one)
        / authority.value
        / SIGNED_FOLDER
        / f"{slug(form_id.replace('_', ' '))}.pdf"
    )
    write_paper(target, data)
    digest = hashlib.sha256(data).hexdigest()
    with_scan = replace(
        paper, signed_path=storage.papers.relative(ws.books, target), signed_sha256=digest
    )
    if with_scan.issued and not paper.issued:
        _take_in_newest(ws, paper)
        with_scan = replace(with_scan, path=storage.papers.find(ws.books, *_name(paper)).path)
        with_scan = issuing.frozen_now(ws, with_scan)
    with ws.books.write(texts.say("paper.operation_signed", {"round": round_code})):
        issuing.save(ws, with_scan)
    return target


def take_in_edited(ws: Workspace, round_code: str, authority: Authority, name: str) -> None:
    """Let a paper edited in Word count from now on: sealing packs it as it lies there.

    An edited «-ban-2», which was laid beside an older edited file, takes the paper's own place;
    what lay there stays beside it under the next free name.
    """
    folder = _folder(ws, round_code, authority)
    about = folder.entries[name]
    own = _own_name(ws, round_code, authority, name, about)
    folder.take_in(name, own)
    folder.save()
    plan = PaperPlan(about["form"], about["recipient"], about["award"], own, about["title"])
    with ws.books.write(texts.say("paper.operation_made", {"round": round_code})):
        storage.papers.note_made(ws.books, round_code, authority, plan, folder.folder / own)


def take_in_all(ws: Workspace, round_code: str) -> tuple[str, ...]:
    """Take in every edited paper of a round that nobody has taken in; returns the files' names."""
    found = edited_papers(ws, round_code)
    for (authority, *_), name in found.items():
        take_in_edited(ws, round_code, authority, name)
    return tuple(found.values())


def edited_papers(ws: Workspace, round_code: str) -> Mapping[PaperKey, str]:
    """Papers that somebody changed in Word and nobody has taken in: the file's name by paper.

    Where several files of one paper were changed, the one changed last.
    """
    found: dict[PaperKey, str] = {}
    for authority in Authority:
        folder = _folder(ws, round_code, authority)
        for name in sorted(edited_outside(folder.folder), key=folder.changed_at):
            about = folder.entries[name]
            found[authority, about["form"], about["recipient"], about["award"]] = name
    return found


def _take_in_newest(ws: Workspace, paper: Paper) -> None:
    """What was issued is the file as it lies there: a copy edited in Word goes before ours."""
    key = (Authority(paper.authority), paper.form, paper.recipient, paper.award)
    name = edited_papers(ws, paper.round).get(key)
    if name is not None:
        take_in_edited(ws, paper.round, key[0], name)


def _name(paper: Paper) -> tuple[str, Authority, str, str, str]:
    authority = Authority(paper.authority)
    return (paper.round, authority, paper.form, paper.recipient, paper.award)


def _own_name(
    ws: Workspace, round_code: str, authority: Authority, name: str, about: Mapping[str, Any]
) -> str:
    """The name that sealing knows the paper by: the first one laid for it, without «-ban-2»."""
    folder = _folder(ws, round_code, authority)
    key = [about[part] for part in ("form", "recipient", "award")]
    same = [
        other
        for other, entry in folder.entries.items()
        if [entry.get(part) for part in ("form", "recipient", "award")] == key
    ]
    return min(same, key=len, default=name)


def _folder(ws: Workspace, round_code: str, authority: Authority) -> PaperFolder:
    one = storage.rounds.get_round(ws.books, round_code)
    return PaperFolder(round_folder(ws, one) / authority.value)
