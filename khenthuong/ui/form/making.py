"""Which editor a field gets."""

from __future__ import annotations

from collections.abc import Callable

from khenthuong.domain.forms import FieldDef
from khenthuong.domain.kinds import RecipientKind
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.choosing import MovementEditor, OfferedEditor, TicksEditor
from khenthuong.ui.form.editors import (
    ChoiceEditor,
    DateEditor,
    Editor,
    MultilineEditor,
    NumberEditor,
    RecipientEditor,
    TableEditor,
    TextEditor,
    YesNoEditor,
)

_PLAIN: dict[str, Callable[[FieldDef], Editor]] = {
    "text": TextEditor,
    "year": TextEditor,
    "multiline": MultilineEditor,
    "date": DateEditor,
    "partial_date": DateEditor,
    "integer": NumberEditor,
    "choice": ChoiceEditor,
    "yesno": YesNoEditor,
    "table": TableEditor,
    "offered": OfferedEditor,
    "ticks": TicksEditor,
}


def make_editor(field: FieldDef, desk: Desk) -> Editor:
    """The editor of a field's type; raises KeyError for a type that does not exist."""
    if field.type == "person":
        return RecipientEditor(field, desk, RecipientKind.PERSON, by_name=True)
    if field.type == "unit":
        return RecipientEditor(field, desk, RecipientKind.UNIT)
    if field.type == "member":
        return RecipientEditor(field, desk, RecipientKind.PERSON)
    if field.type == "movement":
        return MovementEditor(field, desk)
    return _PLAIN[field.type](field)
