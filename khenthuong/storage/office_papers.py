"""Papers made on demand, with what was answered and what văn thư gave them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update

from khenthuong.domain.answers import Answers
from khenthuong.domain.office_papers import OfficePaper, Subject
from khenthuong.errors import NotFoundError
from khenthuong.storage.answers import decode, encode
from khenthuong.storage.books import Books
from khenthuong.storage.tables import office_paper


def every(books: Books) -> tuple[OfficePaper, ...]:
    """All of them, newest first."""
    query = select(office_paper).order_by(office_paper.c.made_on.desc(), office_paper.c.code.desc())
    with books.read() as connection:
        return tuple(_paper(row) for row in connection.execute(query).mappings())


def find(books: Books, code: str) -> OfficePaper:
    """One paper; raises NotFoundError."""
    query = select(office_paper).where(office_paper.c.code == code)
    with books.read() as connection:
        row = connection.execute(query).mappings().first()
    if row is None:
        raise NotFoundError("error.office_paper_unknown", paper=code)
    return _paper(row)


def next_code(books: Books, year: int) -> str:
    """«VB-2026-007»: the next free code of a year."""
    head = f"VB-{year}-"
    query = select(office_paper.c.code).where(office_paper.c.code.startswith(head))
    with books.read() as connection:
        taken = [int(code.removeprefix(head)) for (code,) in connection.execute(query)]
    return f"{head}{max(taken, default=0) + 1:03}"


def save(books: Books, paper: OfficePaper) -> None:
    """Add or change a paper."""
    row = _row(paper)
    changed = books.writer.execute(
        update(office_paper).where(office_paper.c.code == paper.code).values(row)
    )
    if not changed.rowcount:
        books.writer.execute(insert(office_paper).values(row))


def remove(books: Books, code: str) -> None:
    """Take a paper out of the list; its file stays where it lies."""
    books.writer.execute(delete(office_paper).where(office_paper.c.code == code))


def _row(paper: OfficePaper) -> dict[str, Any]:
    about = paper.subject
    return {
        "code": paper.code,
        "form": paper.form,
        "round": about.round,
        "meeting": about.meeting,
        "recipient": about.recipient,
        "year": about.year,
        "title": paper.title,
        "path": paper.path,
        "sha256": paper.sha256,
        "made_on": paper.made_on.isoformat(),
        "version": paper.answers.form_version,
        "answers": encode(paper.answers.values),
        "number": paper.number,
        "day": paper.day.isoformat() if paper.day else None,
        "signed_path": paper.signed_path,
        "signed_sha256": paper.signed_sha256,
        "issued_on": paper.issued_on.isoformat() if paper.issued_on else None,
        "replaces": paper.replaces,
        "movement": about.movement,
        "cluster": about.cluster,
    }


def _paper(row: Any) -> OfficePaper:
    return OfficePaper(
        code=row["code"],
        form=row["form"],
        subject=Subject(
            row["round"],
            row["meeting"],
            row["recipient"],
            row["year"],
            row["movement"],
            row["cluster"],
        ),
        title=row["title"],
        path=row["path"],
        sha256=row["sha256"],
        made_on=date.fromisoformat(row["made_on"]),
        answers=Answers(row["form"], row["version"], decode(row["answers"])),
        number=row["number"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        signed_path=row["signed_path"],
        signed_sha256=row["signed_sha256"],
        issued_on=date.fromisoformat(row["issued_on"]) if row["issued_on"] else None,
        replaces=row["replaces"],
    )
