"""Judge any Word file against Phụ lục I of Nghị định số 30/2020/NĐ-CP, component by component.

Independent of the code that makes the program's own templates. Light to import.
"""

from __future__ import annotations

from pathlib import Path

from khenthuong.domain.layout import LayoutReport


def check_layout(path: Path) -> LayoutReport:
    """What of a paper is as the decree asks, and what is not; LayoutError when unreadable."""
    from khenthuong.documents.layout.judging import Judging
    from khenthuong.documents.layout.reading import read_paper
    from khenthuong.documents.layout.recognising import recognise

    paper, notices = read_paper(path)
    parts = recognise(paper)
    return LayoutReport(parts.kind, Judging(paper, parts).all(), notices)
