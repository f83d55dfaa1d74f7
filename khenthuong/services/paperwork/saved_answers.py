"""Answers in the books by the form's present id: a renamed form keeps what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from khenthuong import storage
from khenthuong.domain.answers import Answers
from khenthuong.domain.kinds import Authority
from khenthuong.services.workspace import Workspace


def of_round(ws: Workspace, round_code: str) -> Mapping[tuple[str, str], Answers]:
    """Answers of a round's nominations by (recipient, form)."""
    saved = storage.answers.of_round(ws.books, round_code)
    return {
        (recipient, ws.forms.current(form)): answers
        for (recipient, form), answers in _old_first(ws, saved)
    }


def of_dossier(ws: Workspace, round_code: str, authority: Authority) -> Mapping[str, Answers]:
    """Answers that belong to one authority's whole dossier, by form."""
    saved = storage.answers.of_dossier(ws.books, round_code, authority)
    by_pair = {("", form): answers for form, answers in saved.items()}
    return {ws.forms.current(form): answers for (_, form), answers in _old_first(ws, by_pair)}


def _old_first(
    ws: Workspace, saved: Mapping[tuple[str, str], Answers]
) -> list[tuple[tuple[str, str], Answers]]:
    # What was answered under the present id is newer and comes last, so that it wins.
    return sorted(saved.items(), key=lambda item: ws.forms.current(item[0][1]) == item[0][1])
