"""Version 1: the register, rounds, papers, the audit."""

from __future__ import annotations

STEPS = (
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
