"""What the number form and the tab «Sổ số» read and write, on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong.domain.archive import Paper
from khenthuong.domain.numbering import NumberState, RegisteredNumber
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.texts import show


@dataclass(frozen=True)
class AboutNumber:
    """What stands beside a paper's number: the next one, what it replaces, what is odd."""

    proposed: str
    history: str
    warnings: tuple[str, ...]
    newest: bool


def about(ws: Any, paper: Paper | OfficePaper) -> AboutNumber:
    """Read it for one paper."""
    from khenthuong.services.paperwork import issuing, numbering

    round_code = paper.round if isinstance(paper, Paper) else ""
    changed = issuing.changed(ws, round_code).get(numbering.key_of(paper), "")
    warnings = tuple(f"Lưu ý: {one}" for one in numbering.warnings_for(ws, paper))
    line = issuing.history(ws, paper)
    return AboutNumber(
        proposed=numbering.proposed(ws, paper),
        history=_history(paper, line),
        warnings=(*([changed] if changed else []), *warnings),
        newest=line[:1] in ((), (paper,)),
    )


def issue(ws: Any, paper: Paper | OfficePaper) -> None:
    """«Đã ban hành»."""
    from khenthuong.services.paperwork import issuing, paper_register

    if isinstance(paper, Paper):
        paper_register.issue(ws, paper)
    else:
        issuing.issue(ws, paper)


def replace(ws: Any, paper: Paper) -> None:
    """Make the paper that replaces an issued one of a dossier."""
    from khenthuong.services.paperwork import paper_register

    paper_register.replace_issued(ws, paper)


def read_register(ws: Any, year: int | None) -> Any:
    """The register of a year."""
    from khenthuong.services.paperwork import numbering

    return numbering.register(ws, year)


def set_aside(
    ws: Any, year: int, series: str, first: int, last: int, state: NumberState, reason: str
) -> int:
    """Reserve, cancel or account for numbers."""
    from khenthuong.services.paperwork import numbering

    return numbering.set_aside(ws, year, series, first, last, state, reason)


def free(ws: Any, entry: RegisteredNumber) -> None:
    """Take a line out that was written by mistake."""
    from khenthuong.services.paperwork import numbering

    numbering.free(ws, entry)


def export(ws: Any, year: int, path: Path) -> tuple[int, Path]:
    """Write the register as an Excel list."""
    from khenthuong.services.paperwork import numbering

    return numbering.export(ws, year, path), path


def _history(paper: Paper | OfficePaper, line: tuple[Any, ...]) -> str:
    """«Đã ban hành … Các bản: số 8 (chưa có số) ← số 7 (20/11/2026)», newest first."""
    said: list[str] = []
    if paper.issued:
        said.append("Đã ban hành: số, ngày và tệp không sửa được nữa.")
    if len(line) > 1:
        shown = " thay thế ".join(_version(one, one == paper) for one in line)
        said.append(f"Các bản, mới nhất trước: {shown}.")
    return " ".join(said)


def _version(paper: Any, here: bool) -> str:
    number = f"số {paper.number}" if paper.number else "bản chưa có số"
    day = f" ngày {show(paper.day)}" if paper.day else ""
    return f"{number}{day}{' (đang xem)' if here else ''}"
