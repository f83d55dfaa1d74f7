"""Papers as pages: the PDF of a Word file, made once per content while the books are open."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from khenthuong.documents.readback import UnreadablePaperError
from khenthuong.documents.text import plain_text
from khenthuong.errors import UserError
from khenthuong.services.progress import Cancelled, Progress, never, silent, stop_if
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class Pages:
    """What a preview shows: `pdf`, or where no office program is there the paper's `text`."""

    title: str
    source: Path
    pdf: Path | None = None
    text: str = ""


def pages(ws: Workspace, source: Path, title: str) -> Pages:
    """A paper (or a signed PDF) ready to be shown; raises UserError when it cannot be read."""
    if source.suffix.lower() == ".pdf":
        return Pages(title, source, source)
    data = _read(source)
    if ws.converter is None:
        return Pages(title, source, text=_text(source, data))
    return Pages(title, source, _pdf(ws, source, data))


def pdfs(
    ws: Workspace,
    sources: Sequence[Path],
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> tuple[Path, ...]:
    """The PDFs of papers in their order, for printing.

    Raises UserError where no office program is there or one paper cannot be converted.
    """
    if ws.converter is None:
        raise UserError("error.no_converter")
    made: list[Path] = []
    for number, source in enumerate(sources):
        stop_if(cancelled)
        progress(number, len(sources), source.name)
        is_pdf = source.suffix.lower() == ".pdf"
        made.append(source if is_pdf else _pdf(ws, source, _read(source)))
    return tuple(made)


def _pdf(ws: Workspace, source: Path, data: bytes) -> Path:
    target = ws.pages_folder / f"{hashlib.sha256(data).hexdigest()}.pdf"
    if not target.is_file():
        assert ws.converter is not None
        ws.converter.convert(source, target)
    return target


def _text(source: Path, data: bytes) -> str:
    try:
        return plain_text(data)
    except UnreadablePaperError as cause:
        raise UserError("error.cannot_read", path=source, reason=str(cause)) from cause


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as cause:
        raise UserError("error.cannot_read", path=source, reason=cause.strerror) from cause
