"""Plots in Word: all of a year, or one; and plots for a paper that says where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from khenthuong import texts
from khenthuong.documents import pictures
from khenthuong.documents.files import write_paper
from khenthuong.documents.pictures import Picture
from khenthuong.documents.statistics_paper import figures_table, framed_paper
from khenthuong.domain.movement import Movement
from khenthuong.domain.names import slug
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.plots.figures import Bars, Heat, Plot, Shares
from khenthuong.domain.statistics import Table, TableDef
from khenthuong.paths import shipped
from khenthuong.services.movements import plans
from khenthuong.services.paperwork import office_papers
from khenthuong.services.plots import counts, targets
from khenthuong.services.plots.counts import AwardSplit
from khenthuong.services.workspace import Workspace

WIDTH, HIGHEST = 240.0, 145.0
"""Room for a picture on a page on its side, in mm, its caption left aside."""
UPRIGHT_WIDTH, UPRIGHT_HIGHEST = 160.0, 205.0
"""Room for a picture on an upright page with margins of 30 and 20 mm."""
_YEARS, _MOST_COLUMNS = 5, 12
_PAGE = "bang_tong_hop_nam.docx"
_PICTURE = '<w:pStyle w:val="GhiChu"/>'


def of_year(ws: Workspace, year: int) -> tuple[Plot, ...]:
    """The plots of a year's report: awards of five years, and the movements of the year.

    What a movement has no figures for is left out.
    """
    first = year - _YEARS + 1
    found = [counts.awards(ws, split, first, year) for split in AwardSplit]
    found += [counts.shares(ws, first, year), counts.unit_years(ws, first, year)]
    for movement in plans.movements(ws):
        if _runs_in(movement, year):
            own = (targets.over_time(ws, movement.code), targets.units(ws, movement.code))
            found += [plot for plot in own if plot.figures is not None]
    return tuple(found)


def in_paper(paper: bytes, found: Mapping[str, Sequence[Plot]]) -> bytes:
    """An upright paper with plots where a paragraph holds nothing but a key of `found`.

    To be called once for a paper, with everything that belongs into it. A plot without figures
    leaves its paragraph out. Raises TemplateError for no Word file.
    """
    made = {
        marker: [
            one for plot in plots for one in pictures.pictures(plot, UPRIGHT_WIDTH, UPRIGHT_HIGHEST)
        ]
        for marker, plots in found.items()
    }
    return pictures.with_pictures(paper, made)


def year_as_word(ws: Workspace, year: int) -> bytes:
    """The report of plots of a year as a Word file on its side."""
    said = texts.say("plot.report_year", {"year": str(year)})
    return _as_word(ws, of_year(ws, year), texts.say("plot.report"), said)


def write_year(ws: Workspace, year: int, path: Path) -> Path:
    """Write it; raises UserError when the disk does not take it."""
    write_paper(path, year_as_word(ws, year))
    return path


def year_name(year: int) -> str:
    """«bieu-do-thi-dua-khen-thuong-nam-2026.docx»."""
    said = texts.say("plot.report_year", {"year": str(year)})
    title = texts.say("plot.report")
    return f"{slug(f'{title} {said}')}.docx"


def write_word(ws: Workspace, plot: Plot, path: Path) -> Path:
    """Write one plot as a Word file; raises UserError when the disk does not take it."""
    write_paper(path, _as_word(ws, (plot,), texts.say("plot.report"), plot.title))
    return path


def file_name(plot: Plot, kind: str) -> str:
    """The name proposed for a file of the plot."""
    return f"{slug(plot.title, 80)}.{kind}"


def _as_word(ws: Workspace, found: Sequence[Plot], title: str, subtitle: str) -> bytes:
    facts = office_papers.of_office(ws, SubjectFacts(), ws.today())
    made = [(plot, pictures.pictures(plot, WIDTH, HIGHEST)) for plot in found]
    heading = Table(TableDef("bieu_do", (), (), ()), title, subtitle, ())
    every = [one for _, own in made for one in own]
    return framed_paper(_page(ws), heading, facts, "".join(_content(made)), every)


def _content(made: Sequence[tuple[Plot, Sequence[Picture]]]) -> Iterator[str]:
    first = 0
    for plot, own in made:
        if own:
            yield pictures.paragraphs(own, _PICTURE, _PICTURE, first)
        else:
            yield pictures.plain(f"{plot.title}: {plot.missing}", _PICTURE)
        first += len(own)
        if own and _has_table(plot, alone=len(made) == 1):
            yield figures_table(plot.heads, plot.rows)


def _has_table(plot: Plot, *, alone: bool) -> bool:
    """Whether its figures follow as a table: a heat table is one, a year's targets say their own.

    A page on its side needs a table (Nghị định 30/2020/NĐ-CP, phụ lục I).
    """
    if isinstance(plot.figures, Heat):
        return alone and len(plot.heads) <= _MOST_COLUMNS
    return alone or isinstance(plot.figures, Bars | Shares)


def _page(ws: Workspace) -> Path:
    theirs = ws.folder.forms.parent / "templates_docx" / _PAGE
    return theirs if theirs.exists() else shipped("templates_docx", _PAGE)


def _runs_in(movement: Movement, year: int) -> bool:
    first = movement.start or movement.issued
    last = movement.end or first
    return first is not None and last is not None and first.year <= year <= last.year
