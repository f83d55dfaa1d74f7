"""Schema versions of the books: plain SQL steps, never edited once released.

This module imports nothing of ours: what an old step does must not change when today's code does.
All missing steps run in one exclusive transaction on a raw connection, so a computer that stops
half-way leaves the old version whole. The versions are described in docs/co_so_du_lieu.md.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

APPLICATION_ID = 0x4B485447  # «KHTG», in the header of every file of books

Steps = Mapping[int, Sequence[str]]


class TooNewError(Exception):
    """The file was written by a newer program; `args` are its version and ours."""


class NotBooksError(Exception):
    """The file is no SQLite database, or one of another program."""


def migrate(
    database: Path, back_up: Callable[[int], object], steps: Steps | None = None
) -> tuple[int, int]:
    """Bring the file to the newest version; returns the version before and after.

    `back_up(version)` is called before an existing database is changed. A newer or foreign file is
    left untouched (`TooNewError`, `NotBooksError`).
    """
    steps = STEPS if steps is None else steps
    newest = max(steps)
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as connection:
        found = _version(connection)
        if found > newest:
            raise TooNewError(found, newest)
        if found == newest:
            return found, newest
        if found:
            back_up(found)
        _run(connection, found, newest, steps)
        return found, newest


def _version(connection: sqlite3.Connection) -> int:
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
        tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.DatabaseError as cause:
        raise NotBooksError(str(cause)) from cause
    if owner != APPLICATION_ID and (version or tables):
        raise NotBooksError(f"application_id {owner}")
    return version


def _run(connection: sqlite3.Connection, found: int, newest: int, steps: Steps) -> None:
    # Rebuilding a table needs foreign keys off; the check before COMMIT makes up for it.
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for version in range(found + 1, newest + 1):
            for statement in steps[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={newest}")
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"foreign_key_check: {broken[:5]}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


_VERSION_1 = (
    """
    CREATE TABLE confirmation (
    award TEXT NOT NULL, criterion TEXT NOT NULL, confirmed_by TEXT NOT NULL,
    confirmed_on TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY(award, criterion)
    )
    """,
    """
    CREATE TABLE evidence (
    name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, added_on TEXT NOT NULL,
    PRIMARY KEY(name)
    )
    """,
    """
    CREATE TABLE extra_column (
    sheet TEXT NOT NULL, row_key TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY(sheet, row_key, name)
    )
    """,
    """
    CREATE TABLE initiative (
    code TEXT NOT NULL, name TEXT NOT NULL, year TEXT NOT NULL, scope TEXT NOT NULL,
    kind TEXT NOT NULL, decision_number TEXT NOT NULL, decision_date TEXT, PRIMARY KEY(code)
    )
    """,
    """
    CREATE TABLE movement (
    code TEXT NOT NULL, name TEXT NOT NULL, theme TEXT NOT NULL, plan_number TEXT NOT NULL,
    issued TEXT, issuer TEXT NOT NULL, start_on TEXT, end_on TEXT, kind TEXT NOT NULL,
    parent TEXT, PRIMARY KEY(code), FOREIGN KEY(parent) REFERENCES movement(code)
    )
    """,
    """
    CREATE TABLE office (
    "key" TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY("key")
    )
    """,
    """
    CREATE TABLE operation (
    id INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, label TEXT NOT NULL,
    first_change INTEGER, last_change INTEGER, PRIMARY KEY(id)
    )
    """,
    """
    CREATE TABLE recipient (
    id INTEGER NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    search_key TEXT NOT NULL, sort_key BLOB NOT NULL, binned_at TEXT, PRIMARY KEY(id),
    UNIQUE (code)
    )
    """,
    "CREATE INDEX recipient_order ON recipient (kind, binned_at, sort_key, code)",
    """
    CREATE TABLE signer (
    name TEXT NOT NULL, position TEXT NOT NULL, power TEXT NOT NULL, start_on TEXT NOT NULL,
    end_on TEXT, PRIMARY KEY(name, position, start_on)
    )
    """,
    """
    CREATE TABLE achievement (
    code TEXT NOT NULL, recipient TEXT NOT NULL, happened_on TEXT, kind TEXT NOT NULL,
    content TEXT NOT NULL, result TEXT NOT NULL, contribution INTEGER, movement TEXT,
    PRIMARY KEY(code), FOREIGN KEY(recipient) REFERENCES recipient(code),
    FOREIGN KEY(movement) REFERENCES movement(code)
    )
    """,
    "CREATE INDEX achievement_recipient ON achievement (recipient)",
    """
    CREATE TABLE career (
    recipient TEXT NOT NULL, start_on TEXT NOT NULL, end_on TEXT, position TEXT NOT NULL,
    unit TEXT NOT NULL, PRIMARY KEY(recipient, start_on, position),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE change (
    id INTEGER NOT NULL, operation INTEGER NOT NULL, table_name TEXT NOT NULL,
    row_key TEXT NOT NULL, kind TEXT NOT NULL, recipient TEXT, old TEXT, new TEXT,
    PRIMARY KEY(id), FOREIGN KEY(operation) REFERENCES operation(id)
    )
    """,
    "CREATE INDEX change_recipient ON change (recipient)",
    """
    CREATE TABLE current_operation (
    operation INTEGER, FOREIGN KEY(operation) REFERENCES operation(id)
    )
    """,
    """
    CREATE TABLE discipline (
    recipient TEXT NOT NULL, form TEXT NOT NULL, start_on TEXT NOT NULL, end_on TEXT,
    decision_number TEXT NOT NULL, PRIMARY KEY(recipient, form, start_on),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE initiative_author (
    code TEXT NOT NULL, place INTEGER NOT NULL, recipient TEXT NOT NULL,
    PRIMARY KEY(code, place), FOREIGN KEY(code) REFERENCES initiative(code),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE past_award (
    recipient TEXT NOT NULL, year TEXT NOT NULL, award_name TEXT NOT NULL,
    award TEXT NOT NULL, decision_number TEXT NOT NULL, decision_date TEXT,
    issuer TEXT NOT NULL, branch TEXT NOT NULL,
    PRIMARY KEY(recipient, year, award_name, decision_number),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE rating (
    recipient TEXT NOT NULL, year TEXT NOT NULL, level TEXT NOT NULL, points TEXT,
    decision_number TEXT NOT NULL, decision_date TEXT, PRIMARY KEY(recipient, year),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE round (
    code TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, year TEXT NOT NULL,
    received TEXT, deadline TEXT, receiver TEXT NOT NULL, movement TEXT, PRIMARY KEY(code),
    FOREIGN KEY(movement) REFERENCES movement(code)
    )
    """,
    """
    CREATE TABLE target (
    movement TEXT NOT NULL, content TEXT NOT NULL, unit TEXT NOT NULL,
    comparison TEXT NOT NULL, planned TEXT NOT NULL, planned_to TEXT NOT NULL,
    period TEXT NOT NULL, base_year TEXT NOT NULL, achieved TEXT NOT NULL,
    PRIMARY KEY(movement, content, period), FOREIGN KEY(movement) REFERENCES movement(code)
    )
    """,
    """
    CREATE TABLE unit (
    code TEXT NOT NULL, short_name TEXT NOT NULL, kind TEXT NOT NULL, sector TEXT NOT NULL,
    manager TEXT NOT NULL, parent TEXT, area TEXT NOT NULL, small BOOLEAN NOT NULL,
    head TEXT NOT NULL, headcount INTEGER, address TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY(code), FOREIGN KEY(code) REFERENCES recipient(code),
    FOREIGN KEY(parent) REFERENCES unit(code)
    )
    """,
    """
    CREATE TABLE achievement_evidence (
    code TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY(code, place), FOREIGN KEY(code) REFERENCES achievement(code)
    )
    """,
    """
    CREATE TABLE answer_set (
    round TEXT NOT NULL, recipient TEXT NOT NULL, authority TEXT NOT NULL,
    form TEXT NOT NULL, version TEXT NOT NULL, answers TEXT NOT NULL,
    PRIMARY KEY(round, recipient, authority, form),
    FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE household (
    code TEXT NOT NULL, address TEXT NOT NULL, village TEXT, members INTEGER,
    note TEXT NOT NULL, PRIMARY KEY(code), FOREIGN KEY(code) REFERENCES recipient(code),
    FOREIGN KEY(village) REFERENCES unit(code)
    )
    """,
    """
    CREATE TABLE meeting (
    code TEXT NOT NULL, round TEXT NOT NULL, kind TEXT NOT NULL, unit TEXT, day TEXT,
    time TEXT NOT NULL, venue TEXT NOT NULL, chair TEXT NOT NULL, secretary TEXT NOT NULL,
    present TEXT NOT NULL, absent TEXT NOT NULL, minutes_number TEXT NOT NULL,
    PRIMARY KEY(code), FOREIGN KEY(round) REFERENCES round(code),
    FOREIGN KEY(unit) REFERENCES unit(code)
    )
    """,
    """
    CREATE TABLE nomination (
    round TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL, branch TEXT NOT NULL,
    content TEXT NOT NULL, override_reason TEXT NOT NULL, override_by TEXT NOT NULL,
    override_on TEXT, frozen_name TEXT, frozen_position TEXT, frozen_unit TEXT,
    PRIMARY KEY(round, recipient, award), FOREIGN KEY(round) REFERENCES round(code),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE notice (
    round TEXT NOT NULL, venue TEXT NOT NULL, start_on TEXT NOT NULL, end_on TEXT,
    number TEXT NOT NULL, opinions TEXT NOT NULL, handled TEXT NOT NULL,
    PRIMARY KEY(round, venue, start_on), FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE paper (
    round TEXT NOT NULL, authority TEXT NOT NULL, form TEXT NOT NULL,
    recipient TEXT NOT NULL, award TEXT NOT NULL, version INTEGER NOT NULL,
    path TEXT NOT NULL, sha256 TEXT NOT NULL, number TEXT NOT NULL, day TEXT,
    signed_path TEXT NOT NULL, signed_sha256 TEXT NOT NULL,
    PRIMARY KEY(round, authority, form, recipient, award, version),
    FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE past_award_achievement (
    recipient TEXT NOT NULL, year TEXT NOT NULL, award_name TEXT NOT NULL,
    decision_number TEXT NOT NULL, place INTEGER NOT NULL, achievement TEXT NOT NULL,
    PRIMARY KEY(recipient, year, award_name, decision_number, place),
    FOREIGN KEY(recipient, year, award_name, decision_number)
    REFERENCES past_award(recipient, year, award_name, decision_number),
    FOREIGN KEY(achievement) REFERENCES achievement(code)
    )
    """,
    """
    CREATE TABLE past_award_initiative (
    recipient TEXT NOT NULL, year TEXT NOT NULL, award_name TEXT NOT NULL,
    decision_number TEXT NOT NULL, place INTEGER NOT NULL, initiative TEXT NOT NULL,
    PRIMARY KEY(recipient, year, award_name, decision_number, place),
    FOREIGN KEY(recipient, year, award_name, decision_number)
    REFERENCES past_award(recipient, year, award_name, decision_number),
    FOREIGN KEY(initiative) REFERENCES initiative(code)
    )
    """,
    """
    CREATE TABLE person (
    code TEXT NOT NULL, gender TEXT, born TEXT, ethnic TEXT NOT NULL, cccd TEXT NOT NULL,
    position TEXT NOT NULL, unit TEXT, duty TEXT, subject TEXT, education TEXT NOT NULL,
    home_town TEXT NOT NULL, residence TEXT NOT NULL, joined TEXT, note TEXT NOT NULL,
    PRIMARY KEY(code), FOREIGN KEY(code) REFERENCES recipient(code),
    FOREIGN KEY(unit) REFERENCES unit(code)
    )
    """,
    "CREATE INDEX person_unit ON person (unit)",
    """
    CREATE TABLE sealed_dossier (
    round TEXT NOT NULL, authority TEXT NOT NULL, version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, sealed_on TEXT NOT NULL, findings TEXT NOT NULL,
    package_sha256 TEXT NOT NULL, file_name TEXT NOT NULL,
    PRIMARY KEY(round, authority, version), FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE council_member (
    name TEXT NOT NULL, role TEXT NOT NULL, position TEXT NOT NULL, person TEXT,
    start_on TEXT NOT NULL, end_on TEXT, decision TEXT NOT NULL,
    PRIMARY KEY(name, role, start_on), FOREIGN KEY(person) REFERENCES person(code)
    )
    """,
    """
    CREATE TABLE nomination_achievement (
    round TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL,
    place INTEGER NOT NULL, achievement TEXT NOT NULL,
    PRIMARY KEY(round, recipient, award, place),
    FOREIGN KEY(round, recipient, award) REFERENCES nomination(round, recipient, award),
    FOREIGN KEY(achievement) REFERENCES achievement(code)
    )
    """,
    """
    CREATE TABLE nomination_initiative (
    round TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL,
    place INTEGER NOT NULL, initiative TEXT NOT NULL,
    PRIMARY KEY(round, recipient, award, place),
    FOREIGN KEY(round, recipient, award) REFERENCES nomination(round, recipient, award),
    FOREIGN KEY(initiative) REFERENCES initiative(code)
    )
    """,
    """
    CREATE TABLE vote (
    meeting TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL,
    agree INTEGER NOT NULL, disagree INTEGER NOT NULL, invalid INTEGER NOT NULL,
    PRIMARY KEY(meeting, recipient, award), FOREIGN KEY(meeting) REFERENCES meeting(code),
    FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    # Search: an index over the folded names; the text itself stays in recipient. Triggers follow
    # changes; new rows are indexed in bulk by the program, eight times faster than by a trigger.
    """
    CREATE VIRTUAL TABLE recipient_search USING fts5(
    search_key, content='recipient', content_rowid='id', prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 0'
    )
    """,
    """
    CREATE TRIGGER search_delete AFTER DELETE ON recipient BEGIN
    INSERT INTO recipient_search (recipient_search, rowid, search_key)
    VALUES ('delete', OLD.id, OLD.search_key);
    END
    """,
    """
    CREATE TRIGGER search_update AFTER UPDATE ON recipient
    WHEN OLD.search_key <> NEW.search_key OR OLD.id <> NEW.id BEGIN
    INSERT INTO recipient_search (recipient_search, rowid, search_key)
    VALUES ('delete', OLD.id, OLD.search_key);
    INSERT INTO recipient_search (rowid, search_key) VALUES (NEW.id, NEW.search_key);
    END
    """,
    # The one row says which operation is writing; without one, the audit refuses every write.
    "INSERT INTO current_operation (operation) VALUES (NULL)",
)

_VERSION_2 = (
    "ALTER TABLE unit ADD COLUMN founded TEXT",
    "ALTER TABLE person ADD COLUMN died TEXT",
    "ALTER TABLE person ADD COLUMN nationality TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE confirmation ADD COLUMN source TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE confirmation ADD COLUMN document_date TEXT",
    # A household's year is marked by points alone: SQLite loosens a column only by a new table.
    """
    CREATE TABLE rating_2 (
    recipient TEXT NOT NULL, year TEXT NOT NULL, level TEXT, points TEXT,
    decision_number TEXT NOT NULL, decision_date TEXT,
    PRIMARY KEY(recipient, year), FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    INSERT INTO rating_2 (recipient, year, level, points, decision_number, decision_date)
    SELECT recipient, year, level, points, decision_number, decision_date FROM rating
    """,
    "DROP TABLE rating",
    "ALTER TABLE rating_2 RENAME TO rating",
    """
    CREATE TABLE office_paper (
    code TEXT NOT NULL, form TEXT NOT NULL, round TEXT NOT NULL, meeting TEXT NOT NULL,
    recipient TEXT NOT NULL, year TEXT NOT NULL, title TEXT NOT NULL, path TEXT NOT NULL,
    sha256 TEXT NOT NULL, made_on TEXT NOT NULL, version TEXT NOT NULL, answers TEXT NOT NULL,
    number TEXT NOT NULL, day TEXT, signed_path TEXT NOT NULL, signed_sha256 TEXT NOT NULL,
    issued_on TEXT, replaces TEXT NOT NULL,
    PRIMARY KEY(code)
    )
    """,
    "ALTER TABLE paper ADD COLUMN issued_on TEXT",
    """
    CREATE TABLE paper_number (
    year INTEGER NOT NULL, series TEXT NOT NULL, number INTEGER NOT NULL, suffix TEXT NOT NULL,
    state TEXT NOT NULL, day TEXT, title TEXT NOT NULL, paper TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY(year, series, number, suffix)
    )
    """,
    """
    CREATE TABLE sheet_layout (
    code TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY(code)
    )
    """,
    """
    CREATE TABLE certificate (
    recipient TEXT NOT NULL, award TEXT NOT NULL, decision_number TEXT NOT NULL,
    decision_date TEXT NOT NULL, golden_year INTEGER, golden_number INTEGER,
    wording TEXT NOT NULL, PRIMARY KEY(recipient, award, decision_number, decision_date),
    FOREIGN KEY(recipient) REFERENCES recipient(code), UNIQUE (golden_year, golden_number)
    )
    """,
    """
    CREATE TABLE certificate_print (
    recipient TEXT NOT NULL, award TEXT NOT NULL, decision_number TEXT NOT NULL,
    decision_date TEXT NOT NULL, copy INTEGER NOT NULL, printed_at TEXT NOT NULL,
    printed_by TEXT NOT NULL, target TEXT NOT NULL, layout TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY(recipient, award, decision_number, decision_date, copy),
    FOREIGN KEY(recipient, award, decision_number, decision_date)
    REFERENCES certificate(recipient, award, decision_number, decision_date)
    )
    """,
    """
    CREATE TABLE judgement (
    round TEXT NOT NULL, authority TEXT NOT NULL, sealed_version INTEGER NOT NULL,
    recipient TEXT NOT NULL, award TEXT NOT NULL, verdict TEXT NOT NULL, findings TEXT NOT NULL,
    PRIMARY KEY(round, authority, sealed_version, recipient, award)
    )
    """,
    """
    CREATE TABLE round_judgement (
    round TEXT NOT NULL, authority TEXT NOT NULL, sealed_version INTEGER NOT NULL,
    made_on TEXT NOT NULL, period TEXT NOT NULL, fingerprint TEXT NOT NULL, findings TEXT NOT NULL,
    PRIMARY KEY(round, authority, sealed_version)
    )
    """,
    """
    CREATE TABLE submission (
    code TEXT NOT NULL, office TEXT NOT NULL, province TEXT NOT NULL, level TEXT NOT NULL,
    round TEXT NOT NULL, round_name TEXT NOT NULL, kind TEXT NOT NULL, year TEXT NOT NULL,
    authority TEXT NOT NULL, PRIMARY KEY(code), UNIQUE(office, province, round, authority)
    )
    """,
    """
    CREATE TABLE received_package (
    submission TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL,
    received_on TEXT NOT NULL, received_by TEXT NOT NULL, sealed_on TEXT NOT NULL,
    file_name TEXT NOT NULL, path TEXT NOT NULL, manifest TEXT NOT NULL,
    PRIMARY KEY(submission, version), FOREIGN KEY(submission) REFERENCES submission(code)
    )
    """,
    """
    CREATE TABLE received_nomination (
    submission TEXT NOT NULL, sender_code TEXT NOT NULL, award TEXT NOT NULL, kind TEXT NOT NULL,
    name TEXT NOT NULL, name_key TEXT NOT NULL, position TEXT NOT NULL, unit TEXT NOT NULL,
    award_name TEXT NOT NULL, linked TEXT, PRIMARY KEY(submission, sender_code, award),
    FOREIGN KEY(submission) REFERENCES submission(code),
    FOREIGN KEY(linked) REFERENCES recipient(code)
    )
    """,
    "CREATE INDEX received_nomination_name ON received_nomination (name_key)",
    "CREATE INDEX received_nomination_sender ON received_nomination (sender_code)",
    "CREATE INDEX received_nomination_linked ON received_nomination (linked)",
    """
    CREATE TABLE sent_reply (
    submission TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL,
    outcome TEXT NOT NULL, made_on TEXT NOT NULL, made_by TEXT NOT NULL, sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL, manifest TEXT NOT NULL, PRIMARY KEY(submission, number),
    FOREIGN KEY(submission) REFERENCES submission(code)
    )
    """,
    """
    CREATE TABLE taken_reply (
    round TEXT NOT NULL, authority TEXT NOT NULL, version INTEGER NOT NULL,
    number INTEGER NOT NULL, outcome TEXT NOT NULL, office TEXT NOT NULL, taken_on TEXT NOT NULL,
    sha256 TEXT NOT NULL, signed TEXT NOT NULL, manifest TEXT NOT NULL,
    PRIMARY KEY(round, authority, version, number), FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    # What a sealing found lay with the dossier as one text; it moves to where every judgement lies.
    """
    INSERT INTO round_judgement
    SELECT round, authority, version, sealed_on, '', '', '[]' FROM sealed_dossier
    """,
    """
    INSERT INTO judgement
    SELECT s.round, s.authority, s.version, json_extract(n.value, '$.recipient'),
    json_extract(n.value, '$.award'), json_extract(n.value, '$.verdict'),
    json_extract(n.value, '$.findings')
    FROM sealed_dossier AS s, json_each(s.findings) AS n
    WHERE json_valid(s.findings) AND json_extract(n.value, '$.recipient') IS NOT NULL
    """,
    # The audit's triggers name the column; they are made anew after every migration.
    "DROP TRIGGER IF EXISTS audit_sealed_dossier_insert",
    "DROP TRIGGER IF EXISTS audit_sealed_dossier_delete",
    "DROP TRIGGER IF EXISTS audit_sealed_dossier_update",
    "ALTER TABLE sealed_dossier DROP COLUMN findings",
)

STEPS: Steps = {1: _VERSION_1, 2: _VERSION_2}
LATEST = max(STEPS)
