"""The words in which tables are declared: text, numbers, references and ordered lists.

Natural keys are the primary keys, so a row keeps its name in the audit, in an undo and in a copy of
the books. Dates are ISO text because many are known by month or year only; money is whole đồng;
decimals are text. A field that names another row is NULL when empty.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()


def text(*names: str) -> list[Column[str]]:
    """Columns of text that are never NULL: unknown is the empty text."""
    return [Column(name, Text, nullable=False) for name in names]


def optional(*names: str) -> list[Column[str]]:
    """Columns of text that are NULL when unknown: days, choices, references."""
    return [Column(name, Text, nullable=True) for name in names]


def number(name: str, *, required: bool = False) -> Column[int]:
    """A column of whole numbers; money in đồng."""
    return Column(name, Integer, nullable=not required)


def refers(name: str, target: str, *, required: bool = False) -> Column[str]:
    """A column that names a row of another table, «table.column»."""
    return Column(name, Text, ForeignKey(target), nullable=not required)


def links(name: str, parent: Table, item: Column[str]) -> Table:
    """An ordered list of a parent's row: the parent's key, a place counted from 0, the item."""
    keys = [column.name for column in parent.primary_key.columns]
    return Table(
        name,
        metadata,
        *text(*keys),
        number("place", required=True),
        item,
        PrimaryKeyConstraint(*keys, "place"),
        ForeignKeyConstraint(keys, [f"{parent.name}.{key}" for key in keys]),
    )
