"""Papers: from facts and answers to Word files. Light to import: Word and Jinja load when used."""

from __future__ import annotations

from pathlib import Path

from khenthuong.domain.forms import FormDef


def check_template(template: Path, form: FormDef) -> None:
    """Refuse a template that prints what its form does not offer: TemplateError with the place.

    Also refuses, by CatalogError, a form that takes a fact from where the program has none.
    """
    from khenthuong.documents.context import refuse_unknown_paths
    from khenthuong.documents.render import PaperRenderer

    refuse_unknown_paths(form)
    PaperRenderer(template, form)
