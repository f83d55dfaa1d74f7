"""Answers of forms: one JSON text per form and nomination (or dossier)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from sqlalchemy import delete, insert, select, update

from khenthuong.domain.answers import Answers, Value
from khenthuong.domain.kinds import Authority
from khenthuong.storage import references
from khenthuong.storage.books import Books
from khenthuong.storage.tables import answer_set


def of_round(books: Books, round_code: str) -> Mapping[tuple[str, str], Answers]:
    """Answers of a round's nominations by (recipient, form)."""
    query = select(
        answer_set.c.recipient, answer_set.c.form, answer_set.c.version, answer_set.c.answers
    ).where(answer_set.c.round == round_code, answer_set.c.recipient != "")
    with books.read() as connection:
        return {
            (recipient, form): Answers(form, version, decode(text))
            for recipient, form, version, text in connection.execute(query)
        }


def of_dossier(books: Books, round_code: str, authority: Authority) -> Mapping[str, Answers]:
    """Answers that belong to one authority's whole dossier, by form."""
    query = select(answer_set.c.form, answer_set.c.version, answer_set.c.answers).where(
        answer_set.c.round == round_code,
        answer_set.c.recipient == "",
        answer_set.c.authority == authority.value,
    )
    with books.read() as connection:
        return {
            form: Answers(form, version, decode(text))
            for form, version, text in connection.execute(query)
        }


def save(
    books: Books,
    round_code: str,
    recipient: str,
    answers: Answers,
    authority: Authority | None = None,
) -> bool:
    """Keep the answers of one nominee, or with `recipient` "" of an authority's dossier.

    No answers at all take the row out. Returns whether anything changed.
    """
    names = {"round": {round_code: "answer_set.round"}}
    if recipient:
        names["recipient"] = {recipient: "answer_set.recipient"}
    references.check(books.writer, names)
    key = {
        "round": round_code,
        "recipient": recipient,
        "form": answers.form_id,
        "authority": authority.value if authority else "",
    }
    here = [answer_set.c[name] == part for name, part in key.items()]
    found = books.writer.execute(
        select(answer_set.c.version, answer_set.c.answers).where(*here)
    ).one_or_none()
    held = {"version": answers.form_version, "answers": encode(answers.values)}
    if found is None and answers.values:
        books.writer.execute(insert(answer_set).values(**key, **held))
    elif found is not None and not answers.values:
        books.writer.execute(delete(answer_set).where(*here))
    elif found is not None and tuple(found) != tuple(held.values()):
        books.writer.execute(update(answer_set).where(*here).values(**held))
    else:
        return False
    return True


def encode(values: Mapping[str, Any]) -> str:
    """The values as one JSON text, keys in order, so equal answers are equal texts."""
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, Any]", value))
    return list(value)


def decode(text: str) -> Mapping[str, Value]:
    """The values of `encode`, frozen."""
    return MappingProxyType({key: _frozen(value) for key, value in json.loads(text).items()})


def _frozen(value: Any) -> Value:
    if not isinstance(value, list):
        return value
    rows = cast("list[dict[str, Any]]", value)
    return tuple(
        MappingProxyType({key: _frozen(cell) for key, cell in row.items()}) for row in rows
    )


def nominees_forms(books: Books, recipient: str) -> frozenset[tuple[str, str]]:
    """The (round, form) that somebody's nominations have answers for."""
    query = select(answer_set.c.round, answer_set.c.form).where(answer_set.c.recipient == recipient)
    with books.read() as connection:
        return frozenset((row[0], row[1]) for row in connection.execute(query))


def hand_over(books: Books, round_code: str, old: str, new: str) -> None:
    """The answers of one nominee of a round become those of another, who has none there."""
    for (recipient, _), answers in of_round(books, round_code).items():
        if recipient == old:
            save(books, round_code, new, answers)
            save(books, round_code, old, Answers(answers.form_id, answers.form_version, {}))
