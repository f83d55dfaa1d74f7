"""Certificates: their số sổ vàng, every printing, and the office's own layouts of sheets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from khenthuong.domain.certificates import CertificateKey, CertificatePrint, GivenCertificate
from khenthuong.storage.books import Books
from khenthuong.storage.tables import certificate, certificate_print, sheet_layout

_KEYS = ("recipient", "award", "decision_number", "decision_date")


def given(books: Books) -> Mapping[CertificateKey, GivenCertificate]:
    """Every certificate that has a number or chosen words."""
    with books.read() as connection:
        found = (_given(row) for row in connection.execute(select(certificate)).mappings())
        return {one.key: one for one in found}


def save(books: Books, value: GivenCertificate) -> None:
    """Add or change one."""
    row = {
        **_key_row(value.key),
        "golden_year": value.golden_year,
        "golden_number": value.golden_number,
        "wording": value.wording,
    }
    here = [certificate.c[name] == row[name] for name in _KEYS]
    changed = books.writer.execute(update(certificate).where(*here).values(row))
    if not changed.rowcount:
        books.writer.execute(insert(certificate).values(row))


def move(books: Books, old: CertificateKey, new: CertificateKey) -> None:
    """Bring a certificate, its số sổ vàng and its printings under another key.

    What lies under the new key already gives way to it.
    """
    known = given(books)[old]
    was, now = _key_row(old), _key_row(new)
    old_prints = [certificate_print.c[name] == was[name] for name in _KEYS]
    old_here = [certificate.c[name] == was[name] for name in _KEYS]
    # A số sổ vàng stands once only, and a printing always has its certificate.
    save(books, GivenCertificate(new, None, None, known.wording))
    books.writer.execute(update(certificate_print).where(*old_prints).values(now))
    books.writer.execute(delete(certificate).where(*old_here))
    save(books, GivenCertificate(new, known.golden_year, known.golden_number, known.wording))


def next_golden(books: Books, year: int) -> int:
    """The next số sổ vàng of a year, from 1."""
    query = select(func.max(certificate.c.golden_number)).where(certificate.c.golden_year == year)
    with books.read() as connection:
        return int(connection.execute(query).scalar() or 0) + 1


def prints(books: Books) -> tuple[CertificatePrint, ...]:
    """Every printing, newest first."""
    query = select(certificate_print).order_by(
        certificate_print.c.printed_at.desc(), *(certificate_print.c[name] for name in _KEYS)
    )
    with books.read() as connection:
        return tuple(_print(row) for row in connection.execute(query).mappings())


def add_print(books: Books, value: CertificatePrint) -> None:
    """Note one printing."""
    row = {
        **_key_row(value.key),
        "copy": value.copy,
        "printed_at": value.printed_at,
        "printed_by": value.printed_by,
        "target": value.target,
        "layout": value.layout,
        "reason": value.reason,
    }
    books.writer.execute(insert(certificate_print).values(row))


def layouts(books: Books) -> Mapping[str, str]:
    """The office's own layouts as TOML, by code."""
    with books.read() as connection:
        query = select(sheet_layout.c.code, sheet_layout.c.content)
        return {code: content for code, content in connection.execute(query)}


def save_layout(books: Books, code: str, name: str, content: str) -> None:
    """Add or change one of them."""
    row = {"code": code, "name": name, "content": content}
    changed = books.writer.execute(
        update(sheet_layout).where(sheet_layout.c.code == code).values(row)
    )
    if not changed.rowcount:
        books.writer.execute(insert(sheet_layout).values(row))


def remove_layout(books: Books, code: str) -> None:
    """Take one out; a shipped one of the same code counts again."""
    books.writer.execute(delete(sheet_layout).where(sheet_layout.c.code == code))


def _key_row(key: CertificateKey) -> dict[str, Any]:
    return {
        "recipient": key.recipient,
        "award": key.award,
        "decision_number": key.decision_number,
        "decision_date": key.decision_date.isoformat() if key.decision_date else "",
    }


def _key(row: Any) -> CertificateKey:
    day = row["decision_date"]
    return CertificateKey(
        row["recipient"],
        row["award"],
        row["decision_number"],
        date.fromisoformat(day) if day else None,
    )


def _given(row: Any) -> GivenCertificate:
    return GivenCertificate(_key(row), row["golden_year"], row["golden_number"], row["wording"])


def _print(row: Any) -> CertificatePrint:
    names = ("printed_at", "printed_by", "target", "layout", "reason")
    return CertificatePrint(_key(row), row["copy"], **{name: row[name] for name in names})
