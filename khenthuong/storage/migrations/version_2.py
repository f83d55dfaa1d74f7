"""Version 2: judgements, numbers, certificates, dossiers of other offices."""

from __future__ import annotations

STEPS = (
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
