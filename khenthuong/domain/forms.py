"""A statutory form as data: questions, checks, the Word template, and where facts come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khenthuong.domain.kinds import Checked
from khenthuong.domain.layout import Sheet

FIELD_TYPES = ("text", "multiline", "date", "year", "integer", "choice", "yesno", "person", "table")
IN_DOSSIER = ("dossier", "nomination", "list")
"""One paper per dossier, one per nomination, or a list that goes with another paper."""
ON_DEMAND = ("round", "meeting", "recipient", "year", "office")
"""Made when somebody asks: about a round, a meeting, a recipient, a year, or just by the office."""
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


@dataclass(frozen=True)
class SectionDef:
    """A titled group of fields, one page of the screen."""

    title: str
    fields: tuple[FieldDef, ...]


@dataclass(frozen=True)
class FormDef:
    """Biểu mẫu (forms/bieu_mau/<id>.toml). `number` «Mẫu số 05», `decree` its source.

    `scope` says how many papers it makes; `recipients`/`awards` limit a nomination form;
    `file_name` is the ASCII name in the package, without extension. `group` is the heading under
    which a paper on demand is offered, `symbol` the document type in its number («TB», «GM»).
    `meetings`: the kinds of meeting a paper of scope meeting is about, all where empty.
    `layout` says by which rules of layout the paper goes, if by any.
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

    @property
    def asks(self) -> tuple[FieldDef, ...]:
        """The fields a person answers (facts and deliberate blanks are not asked)."""
        return tuple(f for f in self.fields if not f.fact and not f.blank)
