"""All forms: the shipped ones and the province's, which win by id when they can be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from khenthuong.catalog.form_file import read_form
from khenthuong.domain.forms import FormDef
from khenthuong.errors import CatalogError, UserError

FORMS = "bieu_mau"
TEMPLATES = "templates_docx"


def load_forms(
    shipped: Path, provincial: Path | None
) -> tuple[Mapping[str, FormDef], list[UserError]]:
    """Forms by id in the order of a dossier, and what is wrong with the province's files.

    `shipped` and `provincial` are the folders forms/; their Word templates lie beside them in
    templates_docx/. A broken file of the province is listed and the shipped form stays. Raises
    CatalogError for a broken shipped file: the program itself is damaged then.
    """
    forms = {path.stem: _read(path, shipped, None) for path in _files(shipped)}
    problems: list[UserError] = []
    for path in _files(provincial):
        try:
            forms[path.stem] = _read(path, shipped, provincial)
        except CatalogError as error:
            problems.append(error)
    ordered = sorted(forms.items(), key=lambda item: (item[1].order, item[0]))
    return MappingProxyType(dict(ordered)), problems


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


def _read(path: Path, shipped: Path, provincial: Path | None) -> FormDef:
    form = read_form(path, provincial=provincial is not None)
    if not template_path(form, shipped, provincial).is_file():
        raise CatalogError(
            "form.no_template", file=path.name, place="template", template=form.template
        )
    return form
