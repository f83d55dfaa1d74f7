"""What a form's questions show before anybody answers: the same paths the papers use."""

from __future__ import annotations

from khenthuong.documents.context import facts_tree, pick
from khenthuong.domain.answers import Answers
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.forms import FieldDef, FormDef


def prefilled(form: FormDef, facts: DossierFacts, nominee: Nominee | None) -> dict[str, object]:
    """Values by field key for every field with a path that leads to something."""
    tree = facts_tree(form, facts, nominee)
    values = {field.key: pick(tree, field) for field in form.fields if field.source}
    return {key: value for key, value in values.items() if value not in (None, "")}


def missing_facts(
    form: FormDef, facts: DossierFacts, nominee: Nominee | None, answers: Answers | None = None
) -> tuple[FieldDef, ...]:
    """Required facts that the books do not hold; a paper shows «……» in their place."""
    tree = facts_tree(form, facts, nominee, answers)
    return tuple(
        field
        for field in form.fields
        if field.fact and field.required and pick(tree, field) in (None, "", [], ())
    )
