"""The open workspace: the office's books with the rules, forms and calendar they are judged by."""

from __future__ import annotations

import contextlib
import getpass
import shutil
import tempfile
from collections.abc import Generator, Mapping
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.criteria import Cite, Rulebook
from khenthuong.domain.forms import FormDef, FormShelf
from khenthuong.errors import UserError
from khenthuong.paths import DataFolder, shipped
from khenthuong.storage import Books, open_books
from khenthuong.storage.office import get_office

if TYPE_CHECKING:
    from khenthuong.catalog.form_library import FormLibrary
    from khenthuong.documents.pdf import Converter

_YEARS_BACK, _YEARS_AHEAD = 15, 2
_PROGRAM_YEAR = 2026
"""A computer whose battery is dead thinks it is 2002; what was sealed still has its calendar."""


class Workspace:
    """What every service works on; the catalogue is read when first asked for.

    `catalog_problems` are the province's files that could not be used: the shipped ones stay.
    """

    def __init__(self, books: Books) -> None:
        self.books = books

    @property
    def folder(self) -> DataFolder:
        """The office's data folder."""
        return self.books.folder

    @cached_property
    def _rules(self) -> tuple[Rulebook, list[UserError]]:
        from khenthuong.catalog.rulebook import load_rulebook

        return load_rulebook(shipped("forms"), self.folder.forms)

    def read_rules_again(self) -> None:
        """Forget the rules as read: a file of the province's changed."""
        for name in ("_rules", "award_names", "cites"):
            self.__dict__.pop(name, None)

    @cached_property
    def converter(self) -> Converter | None:
        """Makes PDFs of Word files; None where neither LibreOffice nor Word is installed."""
        from khenthuong.documents.pdf import find_converter

        return find_converter()

    @cached_property
    def pages_folder(self) -> Path:
        """Where PDFs lie while the books are open."""
        return Path(tempfile.mkdtemp(prefix="khenthuong-trang-"))

    def close(self) -> None:
        """End the office program that made PDFs, and drop what it made."""
        made = self.__dict__
        if made.get("converter") is not None:
            made["converter"].close()
        if "pages_folder" in made:
            shutil.rmtree(made["pages_folder"], ignore_errors=True)

    @cached_property
    def form_library(self) -> FormLibrary:
        """Every form file that can be used, dated versions included."""
        from khenthuong.catalog.form_library import load_library

        return load_library(shipped("forms"), self.folder.forms)

    @cached_property
    def _shelves(self) -> dict[date, FormShelf]:
        return {}

    def read_forms_again(self) -> None:
        """Forget the forms as read: a file was mended."""
        for name in ("form_library", "_shelves"):
            self.__dict__.pop(name, None)

    @property
    def rulebook(self) -> Rulebook:
        """Awards, criteria and values, the province's files included."""
        return self._rules[0]

    @property
    def forms(self) -> FormShelf:
        """Forms in use today by id, the province's files included; old ids are found too."""
        return self.forms_on(self.today())

    def forms_on(self, day: date) -> FormShelf:
        """The forms in use on a day: a form may have dated versions."""
        if day not in self._shelves:
            self._shelves[day] = self.form_library.on(day)
        return self._shelves[day]

    @property
    def catalog_problems(self) -> tuple[UserError, ...]:
        """What is wrong in the province's own files."""
        return (*self._rules[1], *self.form_library.problems)

    @cached_property
    def cites(self) -> dict[Cite, str]:
        """Citations in words, as `checking.cite_text` has worded them so far."""
        return {}

    @cached_property
    def award_names(self) -> Mapping[str, str]:
        """The names of the catalogue's awards by id."""
        awards = self.rulebook.awards.values()
        return MappingProxyType({award.id: award.name for award in awards})

    @property
    def calendar(self) -> WorkCalendar:
        """Working days, from some years back to the next ones, with the office's own days."""
        office = get_office(self.books)
        year = self.today().year
        swaps, off = (office.working_swaps, office.days_off) if office else ((), ())
        return _calendar(year, frozenset(swaps), frozenset(off))

    def template_path(self, form: FormDef) -> Path:
        """Where the form's Word template lies: the province's file wins over the shipped one."""
        from khenthuong.catalog.form_library import template_path

        return template_path(form, shipped("forms"), self.folder.forms)

    def today(self) -> date:
        """The day it is."""
        return date.today()


@contextlib.contextmanager
def open_workspace(root: Path, *, who: str = "") -> Generator[Workspace]:
    """Open the books of a data folder; `who` signs what is written (else the computer's user).

    Raises BooksError as `storage.open_books` does.
    """
    with open_books(root, who=who or _user()) as books:
        workspace = Workspace(books)
        try:
            yield workspace
        finally:
            workspace.close()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in a container, none on Windows
        return ""


@lru_cache(maxsize=8)
def _calendar(year: int, swaps: frozenset[date], off: frozenset[date]) -> WorkCalendar:
    from khenthuong.catalog.work_calendar import load_calendar

    first, last = min(year, _PROGRAM_YEAR) - _YEARS_BACK, max(year, _PROGRAM_YEAR) + _YEARS_AHEAD
    return load_calendar(range(first, last + 1), swaps, off)
