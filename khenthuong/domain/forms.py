"""A statutory form as data: questions, checks, the Word template, and where facts come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from khenthuong.domain.kinds import Checked
from khenthuong.domain.layout import Sheet

FIELD_TYPES = ("text", "multiline", "date", "year", "integer", "choice", "yesno", "person", "table")
IN_DOSSIER = ("dossier", "nomination", "list")
"""One paper per dossier, one per nomination, or a list that goes with another paper."""
ON_DEMAND = ("round", "meeting", "recipient", "movement", "cluster", "year", "office")
"""Made when asked: about a round, a meeting, a recipient, a movement, a cluster, a year, or by the
office."""
PAPER_SCOPES = (*IN_DOSSIER, *ON_DEMAND)


@dataclass(frozen=True)
class ShowIf:
    """A field is asked only when another one has this value."""

    field: str
    equals: str


@dataclass(frozen=True)
class FieldDef:
    """One question, or one fact a paper prints.

    `source` (TOML key `from`) is a path into the facts such as «ca_nhan.ho_ten»: prefilled, shown,
    stored only when overridden. `fact` = True: never asked, always taken from the facts.
    `blank` = True: a deliberate blank, such as the number văn thư will give.
    """

    key: str
    type: str
    label: str
    required: bool = False
    help: str = ""
    min: str = ""
    max: str = ""
    pattern: str = ""
    choices: tuple[str, ...] = ()
    max_words: int | None = None
    show_if: ShowIf | None = None
    source: str = ""
    fact: bool = False
    blank: bool = False
    was: tuple[str, ...] = ()
    columns: tuple[FieldDef, ...] = ()
    within: ShowIf | None = None

    @property
    def conditions(self) -> tuple[ShowIf, ...]:
        """What must hold for the field to be asked: its own condition and its section's."""
        return tuple(one for one in (self.within, self.show_if) if one is not None)


@dataclass(frozen=True)
class SectionDef:
    """A titled group of fields, one page of the screen.

    `show_if` asks the whole section only when a field of another one has that value.
    """

    title: str
    fields: tuple[FieldDef, ...]
    show_if: ShowIf | None = None


@dataclass(frozen=True)
class CheckDef:
    """A check between answers, from the closed vocabulary; `says` is what a person reads.

    column_sum: the column of the table adds up to the field `equals`. sum: so do `fields`. order:
    each of `fields` (dates, years, whole numbers) is not before the one in front of it. unique: no
    two rows of the table say the same in the column.
    """

    kind: str
    says: str
    table: str = ""
    column: str = ""
    fields: tuple[str, ...] = ()
    equals: str = ""


@dataclass(frozen=True)
class FormDef:
    """Biểu mẫu (forms/bieu_mau/<id>.toml). `number` «Mẫu số 05», `decree` its source.

    `scope` says how many papers it makes; `recipients`/`awards` limit a nomination form;
    `file_name` is the ASCII name in the package, without extension. `group` is the heading under
    which a paper on demand is offered, `symbol` the document type in its number («TB», «GM»).
    `meetings`: the kinds of meeting a paper of scope meeting is about, all where empty.
    `layout` says by which rules of layout the paper goes, if by any. `file` is the name of its file
    without ending: the id, or for a dated version of a kind of form its own; `was` are old ids.
    """

    id: str
    version: str
    title: str
    template: str
    scope: str
    sections: tuple[SectionDef, ...]
    number: str = ""
    decree: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    checked: Checked = Checked.MEMORY
    note: str = ""
    recipients: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    file_name: str = ""
    order: int = 0
    group: str = ""
    symbol: str = ""
    layout: Sheet = Sheet.PAPER
    provincial: bool = False
    file: str = ""
    was: tuple[str, ...] = ()
    checks: tuple[CheckDef, ...] = ()

    def in_force(self, day: date) -> bool:
        """Whether it is to be used on that day."""
        starts = self.valid_from is None or self.valid_from <= day
        return starts and (self.valid_to is None or day <= self.valid_to)

    @property
    def on_demand(self) -> bool:
        """Whether it is made when somebody asks, not with every dossier."""
        return self.scope in ON_DEMAND

    @property
    def fields(self) -> tuple[FieldDef, ...]:
        """All fields of all sections in order."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, key: str) -> FieldDef | None:
        """The field of that key, old names (`was`) included."""
        return next((f for f in self.fields if f.key == key or key in f.was), None)

    @cached_property
    def branches(self) -> frozenset[str]:
        """The branches of facts that its fields' paths begin with."""
        return frozenset(field.source.split(".")[0] for field in self.fields if field.source)

    @property
    def asks(self) -> tuple[FieldDef, ...]:
        """The fields a person answers (facts and deliberate blanks are not asked)."""
        return tuple(f for f in self.fields if not f.fact and not f.blank)


class FormShelf(Mapping[str, FormDef]):
    """The forms in use by id, in the order of a dossier; an old id finds the form it became."""

    def __init__(self, forms: Iterable[FormDef]) -> None:
        self._forms = {form.id: form for form in sorted(forms, key=lambda one: (one.order, one.id))}
        self._renamed = {old: form.id for form in self._forms.values() for old in form.was}

    def current(self, form_id: str) -> str:
        """The id a form has today, whatever it was called when something was written."""
        return form_id if form_id in self._forms else self._renamed.get(form_id, form_id)

    def __getitem__(self, form_id: str) -> FormDef:
        return self._forms[self.current(form_id)]

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)


def version_on(versions: Iterable[FormDef], day: date) -> FormDef:
    """Of the versions of one kind of form, the one to use on a day.

    In force that day and begun last; the province's before the shipped one. Where none is in force,
    the one that ended last or will begin first: a dossier does not lose its paper, and the check of
    forms says that it is out of its dates.
    """
    every = sorted(versions, key=lambda one: (one.valid_from or date.min, one.provincial, one.file))
    held = [one for one in every if one.in_force(day)]
    begun = [one for one in every if one.valid_from is None or one.valid_from <= day]
    return (held or begun or every[:1])[-1]
