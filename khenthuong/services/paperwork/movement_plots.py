"""The plot of a movement's targets over time, in the reports that say where it belongs."""

from __future__ import annotations

from khenthuong.documents.pictures import pictures, with_pictures
from khenthuong.domain.forms import FormDef
from khenthuong.domain.office_papers import Subject
from khenthuong.services.plots import targets
from khenthuong.services.workspace import Workspace

MARK = "[bieu_do_chi_tieu]"
"""A paragraph of the Word template that holds nothing else gives way to the plot."""
WIDTH, HIGHEST = 160.0, 150.0
"""Room for the pictures on an upright page, in mm."""
_REPORT = "bao_cao"


def with_plots(ws: Workspace, form: FormDef, subject: Subject, paper: bytes) -> bytes:
    """The paper with the plot in place of its mark; without figures the mark is taken out.

    Papers of other forms stay as they are.
    """
    if not subject.movement or _REPORT not in form.branches:
        return paper
    plot = targets.over_time(ws, subject.movement, ws.today())
    return with_pictures(paper, {MARK: pictures(plot, WIDTH, HIGHEST)})
