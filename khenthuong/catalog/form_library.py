"""All forms: the shipped ones and the province's, which win by id when they can be read.

A form may have dated versions: files that name the same `kind`. Which one is used, the day says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khenthuong.catalog.choice_lists import load_lists
from khenthuong.catalog.form_file import read_form
from khenthuong.catalog.toml_lines import line_of, lines_of
from khenthuong.catalog.toml_reader import near
from khenthuong.domain.forms import FormDef, FormShelf, version_on
from khenthuong.errors import CatalogError, UserError

FORMS = "bieu_mau"
TEMPLATES = "templates_docx"

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class FormLibrary:
    """Every form file that can be used, dated versions included, and what is wrong with others."""

    versions: tuple[FormDef, ...]
    problems: tuple[UserError, ...]

    def on(self, day: date) -> FormShelf:
        """The forms to use on a day."""
        kinds: dict[str, list[FormDef]] = {}
        for form in self.versions:
            kinds.setdefault(form.id, []).append(form)
        return FormShelf(version_on(versions, day) for versions in kinds.values())


def load_library(shipped: Path, provincial: Path | None) -> FormLibrary:
    """Read every form file.

    `shipped` and `provincial` are the folders forms/; their Word templates lie beside them in
    templates_docx/. A broken file of the province is listed and the shipped form stays. Raises
    CatalogError for a broken shipped file: the program itself is damaged then.
    """
    lists, problems = load_lists(shipped, provincial)
    forms = {path.stem: _read(path, shipped, None, lists) for path in _files(shipped)}
    _check_together(forms, forms, shipped)
    problems += _misplaced(provincial)
    for path in _files(provincial):
        try:
            form = _read(path, shipped, provincial, lists)
            _check_together({**forms, path.stem: form}, {path.stem: form}, provincial)
        except CatalogError as error:
            problems.append(error)
        else:
            forms[path.stem] = form
    return FormLibrary(tuple(forms.values()), tuple(problems))


def load_forms(
    shipped: Path, provincial: Path | None, day: date = date.max
) -> tuple[FormShelf, list[UserError]]:
    """The forms to use on a day (the newest of each kind by default), and what is wrong."""
    library = load_library(shipped, provincial)
    return library.on(day), list(library.problems)


def template_path(form: FormDef, shipped: Path, provincial: Path | None) -> Path:
    """Where the form's Word template lies: the province's file wins over the shipped one."""
    for folder in (provincial, shipped):
        if folder is not None:
            path = folder.parent / TEMPLATES / form.template
            if path.is_file():
                return path
    return shipped.parent / TEMPLATES / form.template


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder / FORMS).glob("*.toml")) if folder is not None else []


def _misplaced(folder: Path | None) -> list[CatalogError]:
    """Files right under the province's forms/, where nothing reads them."""
    found = sorted(folder.glob("*.toml")) if folder is not None else []
    return [CatalogError("form.misplaced", file=path.name, folder=FORMS) for path in found]


def _read(path: Path, shipped: Path, provincial: Path | None, lists: Lists) -> FormDef:
    form = read_form(path, provincial=provincial is not None, lists=lists)
    if not template_path(form, shipped, provincial).is_file():
        raise CatalogError(
            "form.no_template",
            file=path.name,
            place="template",
            template=form.template,
            line=_line(path, "template"),
        )
    return form


def _check_together(
    every: Mapping[str, FormDef], checked: Mapping[str, FormDef], folder: Path | None
) -> None:
    """What a file alone cannot say: its kind is a form, starts differ, no old name is taken."""
    for file, form in checked.items():
        others = [one for name, one in every.items() if name != file]
        if form.id != file and form.id not in every:
            raise _error(folder, file, "form.kind_is_id", "kind", value=form.id, every=every)
        for other in others:
            if (other.id, other.valid_from) == (form.id, form.valid_from):
                raise _error(
                    folder, file, "form.same_start", "valid_from", other=other.file, kind=form.id
                )
            taken = {other.id, other.file} & set(form.was)
            if taken:
                raise _error(folder, file, "form.was_taken", "was", value=min(taken))


def _error(
    folder: Path | None,
    file: str,
    code: str,
    key: str,
    *,
    every: Iterable[str] = (),
    **told: object,
) -> CatalogError:
    from khenthuong import texts

    path = (folder or Path()) / FORMS / f"{file}.toml"
    line = _line(path, key)
    at = texts.say("form.at_line", {"line": line})
    nearest = near(str(told.get("value", "")), every)
    return CatalogError(code, file=path.name, place=key, line=line, at=at, nearest=nearest, **told)


def _line(path: Path, key: str) -> int:
    return line_of(lines_of(path.read_text(encoding="utf-8-sig")), "", key)
