"""Cơ quan: the office and who signs for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from khenthuong.domain.calendar import known_days, write_days
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.vietnamese import fold
from khenthuong.storage import rows
from khenthuong.storage.books import Books
from khenthuong.storage.shapes import SIGNER
from khenthuong.storage.tables import office as table

_COMPLETE_FROM = "so day du tu nam"
_DAYS = ("working_swaps", "days_off")
FIELD_OF_KEY: Mapping[str, str] = {
    "ten co quan": "name",
    "tinh": "province",
    "cap": "level",
    "viet tat": "symbol",
    "dia danh": "place",
    _COMPLETE_FROM: "complete_from",
    "don vi trinh": "proposing_unit",
    "ngay lam bu": "working_swaps",
    "ngay nghi them": "days_off",
}
"""The folded Khóa of the sheet «Cơ quan» that the office has a field for."""
_ALIASES = {
    "co quan": "ten co quan",
    "tinh, thanh pho": "tinh",
    "tinh/thanh pho": "tinh",
    "tinh thanh pho": "tinh",
    "ky hieu": "viet tat",
    "cap hanh chinh": "cap",
    "co quan trinh": "don vi trinh",
    "don vi de nghi": "don vi trinh",
}


def get_office(books: Books) -> Office | None:
    """The office, or None in books that nobody has started yet."""
    with books.read() as connection:
        settings = read_settings(connection)
    return _office(settings) if settings.get("ten co quan") else None


def save_office(books: Books, office: Office) -> bool:
    """Keep the office; settings no longer in it are taken out. Returns whether that changed it."""
    wanted = _settings(office)
    found = read_settings(books.writer)
    for key in found.keys() - wanted.keys():
        books.writer.execute(delete(table).where(table.c.key == key))
    write_settings(books.writer, found, wanted)
    return found != wanted


def signers(books: Books) -> tuple[Signer, ...]:
    """All signers, those who took office first in front."""
    return rows.load(books, SIGNER, order=[SIGNER.table.c.start_on, SIGNER.table.c.name])


def save_signers(books: Books, wanted: Iterable[Signer]) -> None:
    """Make exactly these the signers."""
    rows.replace_all(books, SIGNER, wanted)


def setting_key(key: str) -> str:
    """The key under which a Khóa of the sheet «Cơ quan» is kept."""
    folded = fold(key)
    return _ALIASES.get(folded, folded)


def read_settings(connection: Connection) -> dict[str, str]:
    """Every setting by its folded key."""
    return {key: value for key, value in connection.execute(select(table.c.key, table.c.value))}


def write_settings(
    connection: Connection, found: Mapping[str, str], wanted: Mapping[str, str]
) -> None:
    """Add and change settings; those not in `wanted` stay."""
    for key, value in wanted.items():
        if key not in found:
            connection.execute(insert(table).values(key=key, value=value))
        elif found[key] != value:
            connection.execute(update(table).where(table.c.key == key).values(value=value))


def _settings(office: Office) -> dict[str, str]:
    own = {key: getattr(office, field) for key, field in FIELD_OF_KEY.items()}
    named = {key: _shown(value) for key, value in own.items() if value not in (None, "", ())}
    return named | {setting_key(key): value for key, value in office.settings}


def _shown(value: object) -> str:
    return write_days(value) if isinstance(value, tuple) else str(value)  # type: ignore[arg-type]


def _office(settings: Mapping[str, str]) -> Office:
    known = {FIELD_OF_KEY[key]: value for key, value in settings.items() if key in FIELD_OF_KEY}
    year = known.pop("complete_from", "")
    days = {field: known_days(known.pop(field, "")) for field in _DAYS}
    others = sorted((key, value) for key, value in settings.items() if key not in FIELD_OF_KEY)
    return Office(
        name=known.pop("name"),
        province=known.pop("province", ""),
        **known,
        working_swaps=days["working_swaps"],
        days_off=days["days_off"],
        complete_from=int(year) if year.isdecimal() else None,
        settings=tuple(others),
    )
