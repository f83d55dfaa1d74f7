"""PDFs beside the Word files of a package, made once per content and kept with the papers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from khenthuong.documents.files import write_paper
from khenthuong.documents.pdf.steady import steady
from khenthuong.errors import UserError
from khenthuong.services.progress import Cancelled, Progress, stop_if
from khenthuong.services.workspace import Workspace

FOLDER = "trang-in"
"""Under van_ban/: one PDF for each content of a Word file that was ever packed."""
Files = Iterable[tuple[str, Path]]


def with_pages(
    ws: Workspace, files: Files, progress: Progress, cancelled: Cancelled
) -> list[tuple[str, Path]]:
    """The files of a package with a PDF of the same name beside each Word file, in order.

    A PDF made before is taken as it lies, so sealing again gives the same bytes. Raises UserError
    where a PDF is missing and no office program is there to make it, CancelledError.
    """
    given = list(files)
    papers = [(name, path) for name, path in given if name.endswith(".docx")]
    made: list[tuple[str, Path]] = []
    for number, (name, path) in enumerate(papers):
        stop_if(cancelled)
        beside = f"{name.removesuffix('.docx')}.pdf"
        progress(number, len(papers), beside)
        made.append((beside, _page_file(ws, path)))
    return sorted([*given, *made])


def _page_file(ws: Workspace, source: Path) -> Path:
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    kept = ws.folder.papers / FOLDER / digest[:2] / f"{digest}.pdf"
    if kept.is_file():
        return kept
    if ws.converter is None:
        raise UserError("error.no_converter")
    fresh = ws.pages_folder / f"{digest}.pdf"
    if not fresh.is_file():
        ws.converter.convert(source, fresh)
    write_paper(kept, steady(fresh.read_bytes()))
    return kept
