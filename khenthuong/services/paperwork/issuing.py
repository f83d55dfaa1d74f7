"""Ban hành: a paper with number, date and signed scan is frozen; only another may replace it.

Its file and sha256 stay as they were; it is never made again, a file changed since is reported,
and what takes its place is a new paper («thay thế») that leaves the old one in the history.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.archive import Paper
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.errors import UserError
from khenthuong.services.paperwork import numbering
from khenthuong.services.paperwork.paper_files import PaperFolder
from khenthuong.services.paperwork.papers import round_folder
from khenthuong.services.workspace import Workspace


def issue(ws: Workspace, paper: Paper | OfficePaper) -> Paper | OfficePaper:
    """«Đã ban hành»: freeze a paper that has number and date; its scan may follow later.

    Raises UserError where it has none, was issued already, or its file is gone.
    """
    title = numbering.title_of(ws, paper)
    if paper.issued:
        raise UserError("issue.already", title=title)
    if not paper.number or paper.day is None:
        raise UserError("issue.no_number", title=title)
    frozen = frozen_now(ws, replace(paper, issued_on=ws.today()))
    with ws.books.write(texts.say("issue.operation", {"title": title})):
        save(ws, frozen)
    return frozen


def frozen_now(ws: Workspace, paper: Paper | OfficePaper) -> Paper | OfficePaper:
    """The paper with the sha256 of its file as it lies there now, where it counts as issued."""
    if not paper.issued:
        return paper
    path = storage.papers.absolute(ws.books, paper.path)
    if not path.is_file():
        raise UserError("issue.missing", path=paper.path, title=numbering.title_of(ws, paper))
    if isinstance(paper, Paper):
        folder = _folder(ws, paper)
        folder.hold(_name_in(folder, path))
        folder.save()
    return replace(paper, sha256=hashlib.sha256(path.read_bytes()).hexdigest())


def save(ws: Workspace, paper: Paper | OfficePaper) -> None:
    """Keep a paper within a write."""
    if isinstance(paper, OfficePaper):
        storage.office_papers.save(ws.books, paper)
    else:
        storage.papers.save(ws.books, paper)


def hold_round(ws: Workspace, round_code: str) -> None:
    """Let the folders of a round hold what the books say was issued, and nothing else.

    Books of older versions lack the mark; one that was undone in the books still has it.
    """
    for paper in storage.papers.of_round(ws.books, round_code):
        path = storage.papers.absolute(ws.books, paper.path)
        folder = _folder(ws, paper)
        name = _name_in(folder, path)
        if not path.is_file() or paper.issued == folder.holds(name):
            continue
        if paper.issued:
            folder.hold(name, paper.sha256)
        else:
            folder.release(name)
        folder.save()


def changed(ws: Workspace, round_code: str = "") -> Mapping[str, str]:
    """Issued papers whose file was changed or is gone, in words, by `numbering.key_of`.

    With a round, that round's papers; without one, all papers made on demand.
    """
    papers: tuple[Paper | OfficePaper, ...]
    if round_code:
        papers = storage.papers.versions(ws.books, round_code)
    else:
        papers = storage.office_papers.every(ws.books)
    found = ((numbering.key_of(one), _difference(ws, one)) for one in papers if one.issued)
    return {key: sentence for key, sentence in found if sentence}


def replace_in_dossier(ws: Workspace, paper: Paper) -> Paper:
    """Lay an issued paper of a dossier aside and begin its next version, without a number.

    The caller makes the paper anew. Raises UserError where it was not issued.
    """
    title = numbering.title_of(ws, paper)
    if not paper.issued:
        raise UserError("issue.not_issued", title=title)
    path = storage.papers.absolute(ws.books, paper.path)
    if not path.is_file():
        raise UserError("issue.missing", path=paper.path, title=title)
    folder = _folder(ws, paper)
    aside = folder.retire(_name_in(folder, path))
    old = replace(paper, path=storage.papers.relative(ws.books, aside))
    new = Paper(
        paper.round,
        Authority(paper.authority),
        paper.form,
        paper.recipient,
        paper.award,
        paper.version + 1,
        paper.path,
        "",
    )
    told = {"title": title, "number": paper.number}
    with ws.books.write(texts.say("issue.operation_replace", told)):
        storage.papers.save(ws.books, old)
        storage.papers.save(ws.books, new)
    folder.save()
    return new


def newer(ws: Workspace, paper: OfficePaper) -> OfficePaper | None:
    """The paper on demand that replaced this one."""
    every = storage.office_papers.every(ws.books)
    return next((one for one in every if one.replaces == paper.code), None)


def history(ws: Workspace, paper: Paper | OfficePaper) -> tuple[Paper | OfficePaper, ...]:
    """All papers of the line that this one stands in, the newest first."""
    if isinstance(paper, Paper):
        name = (paper.authority, paper.form, paper.recipient, paper.award)
        every = storage.papers.versions(ws.books, paper.round)
        same = (p for p in every if (p.authority, p.form, p.recipient, p.award) == name)
        return tuple(reversed(tuple(same)))
    last = paper
    while (after := newer(ws, last)) is not None:
        last = after
    by_code = {one.code: one for one in storage.office_papers.every(ws.books)}
    line = [last]
    while line[-1].replaces in by_code:
        line.append(by_code[line[-1].replaces])
    return tuple(line)


def _difference(ws: Workspace, paper: Paper | OfficePaper) -> str:
    path = storage.papers.absolute(ws.books, paper.path)
    told = {
        "title": numbering.title_of(ws, paper),
        "number": paper.number,
        "path": Path(paper.path).name,
    }
    if not path.is_file():
        return texts.say("issue.gone", told)
    same = hashlib.sha256(path.read_bytes()).hexdigest() == paper.sha256
    return "" if same else texts.say("issue.changed", told)


def _folder(ws: Workspace, paper: Paper) -> PaperFolder:
    one = storage.rounds.get_round(ws.books, paper.round)
    return PaperFolder(round_folder(ws, one) / Authority(paper.authority).value)


def _name_in(folder: PaperFolder, path: Path) -> str:
    root, whole = folder.folder.resolve(), path.resolve()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()
