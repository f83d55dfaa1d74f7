"""Tables as Word and Excel files: one of them, a year's whole set, and text for the clipboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.documents.files import write_paper
from khenthuong.documents.office_branch import office
from khenthuong.documents.statistics_paper import statistics_paper
from khenthuong.domain.names import slug
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.statistics import Span, Table
from khenthuong.domain.statistics_layout import heads_on_one_line
from khenthuong.errors import UserError
from khenthuong.exchange.statistics_file import Sheet, write_statistics
from khenthuong.paths import shipped
from khenthuong.services.paperwork import office_papers
from khenthuong.services.plots import papers as plot_papers
from khenthuong.services.statistics import fund, tables
from khenthuong.services.workspace import Workspace

_PAGE = "bang_tong_hop_nam.docx"
"""The template whose page, styles and page numbers the tables take."""
_FIRST_YEAR, _LAST_YEAR = 1945, 9999


@dataclass(frozen=True)
class WrittenReport:
    """What `write_report` wrote: the tables, and the files in their order."""

    year: int
    tables: tuple[Table, ...]
    files: tuple[Path, ...]


def notes_of(table: Table) -> tuple[str, ...]:
    """What the table cannot say in its cells, as sentences."""
    return tuple(texts.say(note.code, note.arguments) for note in table.notes)


def file_name(table: Table, kind: str) -> str:
    """«bieu-mau-so-01-nam-2025.docx»."""
    name = table.label.removeprefix(texts.say("statistics.label_lead")) or table.title
    return f"{slug(f'{name} {table.subtitle}', 80)}.{kind}"


def as_word(ws: Workspace, table: Table) -> bytes:
    """The table as a Word file on its side."""
    facts = office_papers.of_office(ws, SubjectFacts(), ws.today())
    return statistics_paper(_page(ws), table, facts, notes_of(table))


def _page(ws: Workspace) -> Path:
    theirs = ws.folder.forms.parent / "templates_docx" / _PAGE
    return theirs if theirs.exists() else shipped("templates_docx", _PAGE)


def write_word(ws: Workspace, table: Table, path: Path) -> Path:
    """Write the table's Word file; raises UserError when the disk does not take it."""
    write_paper(path, as_word(ws, table))
    return path


def write_excel(ws: Workspace, found: Sequence[Table], path: Path) -> Path:
    """Write tables into one workbook, a sheet each; raises UserError when it cannot be written."""
    facts = office_papers.of_office(ws, SubjectFacts(), ws.today())
    name = str(office(facts)["ten"]).upper()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_statistics(path, [Sheet(table, name, notes_of(table)) for table in found])
    return path


def year_of(text: str) -> int:
    """A calendar year as typed; raises UserError for anything else."""
    cleaned = text.strip()
    if not cleaned.isdecimal() or not _FIRST_YEAR <= int(cleaned) <= _LAST_YEAR:
        raise UserError("statistics.bad_year", year=text)
    return int(cleaned)


def write_report(ws: Workspace, year: int, out: Path) -> WrittenReport:
    """All tables of a year, each as a Word file and together as a workbook; lists paid; plots.

    Raises UserError when the folder cannot be written.
    """
    found = tables.every(ws, Span.of_years(year))
    lists = tuple(fund.payment_list(ws, one.decision_number) for one in fund.paid(ws, year))
    every = (*found, *lists)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise UserError("error.cannot_write", path=out, reason=reason) from cause
    words = [write_word(ws, table, out / file_name(table, "docx")) for table in every]
    book = write_excel(ws, every, out / f"thong-ke-nam-{year}.xlsx")
    plots = plot_papers.write_year(ws, year, out / plot_papers.year_name(year))
    return WrittenReport(year, every, (*words, book, plots))


def as_text(table: Table) -> str:
    """The table for the clipboard: cells parted by tabs, one head a column, as Excel takes it."""
    lines = [heads_on_one_line(table.definition)]
    lines += [(*row.row.marks, *(figure.text for figure in row.figures)) for row in table.rows]
    return "\n".join("\t".join(map(_one_cell, line)) for line in lines) + "\n"


def _one_cell(text: str) -> str:
    return " ".join(text.split())


def as_json(table: Table) -> dict[str, Any]:
    """The table for `--json`: cells as they read, their values, and what could not be said."""
    return {
        "id": table.definition.id,
        "title": table.title,
        "period": table.subtitle,
        "checked": table.definition.checked.value,
        "columns": [column.key for column in table.definition.columns],
        "rows": [
            {
                "key": row.row.key,
                "name": " ".join(mark for mark in row.row.marks if mark),
                "cells": [figure.text for figure in row.figures],
                "values": [figure.value for figure in row.figures],
            }
            for row in table.rows
        ],
        "notes": list(notes_of(table)),
    }


def lines_of(found: Iterable[Table]) -> tuple[str, ...]:
    """One line a table for the console."""
    return tuple(f"{table.label or table.title}: {table.subtitle}" for table in found)
