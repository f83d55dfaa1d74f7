"""Kiểm tra biểu mẫu: every form file and Word template, what is wrong where, and who compared it.

A confirmation of a form lies with those of criteria, under an award of its own name; it holds for
one version of one file and lapses with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.catalog.form_library import FORMS, template_path
from khenthuong.documents import check_template
from khenthuong.domain.criteria import Confirmation
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import Checked
from khenthuong.domain.vietnamese import clean
from khenthuong.errors import NotFoundError, UserError
from khenthuong.paths import shipped
from khenthuong.services.rulebook import confirmations
from khenthuong.services.rulebook.confirmations import Grounds
from khenthuong.services.workspace import Workspace


@dataclass(frozen=True)
class FormState:
    """One form file. `checked` is None where the file cannot be read; then `faults` says why.

    `notes` say what is no fault but should be known: out of its dates, not used for now.
    """

    file: str
    title: str
    source: str
    path: Path
    template: Path | None
    provincial: bool
    checked: Checked | None
    version: str = ""
    confirmation: Confirmation | None = None
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def compared(self) -> bool:
        """Whether somebody compared it with the text: we, or the office."""
        return self.checked is Checked.TEXT or self.confirmation is not None


def survey(ws: Workspace) -> tuple[FormState, ...]:
    """Every form, those that are wrong first, then those nobody has compared."""
    confirmed = _confirmed(ws)
    states = [_state(ws, form, confirmed) for form in ws.form_library.versions]
    states += [_broken(ws, problem) for problem in ws.form_library.problems]
    return tuple(
        sorted(states, key=lambda one: (not one.faults, one.compared, one.title, one.file))
    )


def survey_again(ws: Workspace) -> tuple[FormState, ...]:
    """Read every file anew: one may have been mended meanwhile."""
    ws.read_forms_again()
    return survey(ws)


def confirm(ws: Workspace, state: FormState, grounds: Grounds) -> None:
    """Keep that a person compared a form with a document.

    Raises UserError for a missing name or number, a date to come, or a form that needs none.
    """
    given = confirmations.checked_grounds(ws, grounds)
    if state.checked in (None, Checked.TEXT):
        raise UserError("confirm.not_needed", label=state.title)
    value = Confirmation(
        award=confirmations.FORM,
        criterion=_key(state.file, state.version),
        by=given.by,
        on=ws.today(),
        document=given.document,
        document_date=given.document_date,
    )
    told = {"label": state.title, "document": given.document}
    with ws.books.write(texts.say("operation.confirmed", told)):
        storage.rounds.confirm(ws.books, value)


def withdraw(ws: Workspace, state: FormState, reason: str) -> None:
    """Take a form's confirmation back; the reason stays in the history."""
    said = clean(reason)
    if not said:
        raise UserError("confirm.needs_reason")
    if state.confirmation is None:
        raise NotFoundError("confirm.unknown", criterion=state.title)
    told = {"label": state.title, "reason": said}
    with ws.books.write(texts.say("operation.withdrawn", told)):
        storage.rounds.withdraw(ws.books, state.confirmation)


def confirmed_forms(ws: Workspace) -> frozenset[str]:
    """Ids of the forms in use today that the office compared with a document."""
    known = _confirmed(ws)
    return frozenset(
        form.id for form in ws.forms.values() if _key(form.file, form.version) in known
    )


def _confirmed(ws: Workspace) -> dict[str, Confirmation]:
    every = storage.rounds.confirmations(ws.books)
    return {one.criterion: one for one in every if one.award == confirmations.FORM}


def _key(file: str, version: str) -> str:
    return f"{file}@{version}"


def _state(ws: Workspace, form: FormDef, confirmed: dict[str, Confirmation]) -> FormState:
    template = template_path(form, shipped("forms"), ws.folder.forms)
    return FormState(
        file=form.file,
        title=form.title,
        source=" · ".join(part for part in (form.number, form.decree) if part),
        path=_path(ws, form.file, provincial=form.provincial),
        template=template,
        provincial=form.provincial or ws.folder.root in template.parents,
        checked=form.checked,
        version=form.version,
        confirmation=confirmed.get(_key(form.file, form.version)),
        faults=_faults(template, form),
        notes=_notes(ws, form, ws.today()),
    )


def _faults(template: Path, form: FormDef) -> tuple[str, ...]:
    try:
        check_template(template, form)
    except UserError as error:
        return (texts.say(error.code, error.arguments),)
    return ()


def _notes(ws: Workspace, form: FormDef, day: date) -> tuple[str, ...]:
    found: list[str] = [form.note] if form.note else []
    if ws.forms[form.id].file != form.file:
        told = {"title": ws.forms[form.id].title, "file": ws.forms[form.id].file}
        found.append(texts.say("form.other_version", told))
    elif not form.in_force(day):
        told = {"start": form.valid_from or "…", "end": form.valid_to or "…"}
        found.append(texts.say("form.out_of_dates", told))
    return tuple(found)


def _broken(ws: Workspace, problem: UserError) -> FormState:
    file = str(problem.arguments.get("file", ""))
    path = _path(ws, file.removesuffix(".toml"), provincial=True)
    if not path.is_file():
        path = next(ws.folder.forms.rglob(file or "*"), path)
    return FormState(
        file=file.removesuffix(".toml"),
        title=file,
        source="",
        path=path,
        template=None,
        provincial=True,
        checked=None,
        faults=(texts.say(problem.code, problem.arguments),),
    )


def _path(ws: Workspace, file: str, *, provincial: bool) -> Path:
    folder = ws.folder.forms if provincial else shipped("forms")
    return folder / FORMS / f"{file}.toml"
