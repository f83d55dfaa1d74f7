"""Version 3: movements carried through, meetings in detail, units that merge."""

from __future__ import annotations

STEPS = (
    "ALTER TABLE movement ADD COLUMN level TEXT",
    "ALTER TABLE movement ADD COLUMN bases TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE movement ADD COLUMN purposes TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE movement ADD COLUMN requirements TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE movement ADD COLUMN rewards TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE movement ADD COLUMN addressees TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE target ADD COLUMN number TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE target ADD COLUMN heading TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE target ADD COLUMN responsible TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE target ADD COLUMN base_value TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE target ADD COLUMN cumulative INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE office_paper ADD COLUMN movement TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE office_paper ADD COLUMN cluster TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meeting ADD COLUMN method TEXT",
    "ALTER TABLE meeting ADD COLUMN ballots_out INTEGER",
    "ALTER TABLE meeting ADD COLUMN ballots_in INTEGER",
    """
    CREATE TABLE movement_task (
    movement TEXT NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL,
    responsible TEXT NOT NULL, unit TEXT, due TEXT, done TEXT, result TEXT NOT NULL, PRIMARY
    KEY(movement, number), FOREIGN KEY(movement) REFERENCES movement(code), FOREIGN KEY(unit)
    REFERENCES unit(code)
    )
    """,
    """
    CREATE TABLE participant (
    movement TEXT NOT NULL, recipient TEXT NOT NULL, registered TEXT, pledge TEXT NOT NULL,
    assessment TEXT NOT NULL, PRIMARY KEY(movement, recipient), FOREIGN KEY(movement) REFERENCES
    movement(code), FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE progress (
    movement TEXT NOT NULL, recipient TEXT NOT NULL, content TEXT NOT NULL, period TEXT NOT NULL,
    day TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY(movement, recipient,
    content, period, day), FOREIGN KEY(movement) REFERENCES movement(code)
    )
    """,
    """
    CREATE TABLE progress_evidence (
    movement TEXT NOT NULL, recipient TEXT NOT NULL, content TEXT NOT NULL, period TEXT NOT NULL,
    day TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY(movement, recipient,
    content, period, day, place), FOREIGN KEY(movement, recipient, content, period, day) REFERENCES
    progress(movement, recipient, content, period, day)
    )
    """,
    """
    CREATE TABLE unit_target (
    movement TEXT NOT NULL, recipient TEXT NOT NULL, content TEXT NOT NULL, unit TEXT NOT NULL,
    comparison TEXT NOT NULL, planned TEXT NOT NULL, planned_to TEXT NOT NULL, period TEXT NOT
    NULL, achieved TEXT NOT NULL, base_value TEXT NOT NULL, cumulative INTEGER NOT NULL, PRIMARY
    KEY(movement, recipient, content, period), FOREIGN KEY(movement) REFERENCES movement(code),
    FOREIGN KEY(movement, recipient) REFERENCES participant(movement, recipient), FOREIGN
    KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE registration (
    recipient TEXT NOT NULL, year TEXT NOT NULL, award TEXT NOT NULL, movement TEXT, registered
    TEXT, note TEXT NOT NULL, PRIMARY KEY(recipient, year, award), FOREIGN KEY(recipient)
    REFERENCES recipient(code), FOREIGN KEY(movement) REFERENCES movement(code)
    )
    """,
    """
    CREATE TABLE good_example (
    code TEXT NOT NULL, recipient TEXT NOT NULL, name TEXT NOT NULL, movement TEXT, stage TEXT NOT
    NULL, found TEXT, found_by TEXT NOT NULL, content TEXT NOT NULL, fosterer TEXT NOT NULL,
    fostering TEXT NOT NULL, review TEXT NOT NULL, fostered TEXT, reviewed TEXT, achievement TEXT,
    PRIMARY KEY(code), FOREIGN KEY(recipient) REFERENCES recipient(code), FOREIGN KEY(movement)
    REFERENCES movement(code), FOREIGN KEY(achievement) REFERENCES achievement(code)
    )
    """,
    """
    CREATE TABLE good_example_evidence (
    code TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY(code, place),
    FOREIGN KEY(code) REFERENCES good_example(code)
    )
    """,
    """
    CREATE TABLE example_spread (
    example TEXT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, venue TEXT NOT NULL, result TEXT
    NOT NULL, PRIMARY KEY(example, kind, day, venue), FOREIGN KEY(example) REFERENCES
    good_example(code)
    )
    """,
    """
    CREATE TABLE cluster (
    code TEXT NOT NULL, name TEXT NOT NULL, year TEXT NOT NULL, level TEXT NOT NULL, lead TEXT NOT
    NULL, decision TEXT NOT NULL, PRIMARY KEY(code)
    )
    """,
    """
    CREATE TABLE cluster_member (
    cluster TEXT NOT NULL, name TEXT NOT NULL, recipient TEXT, role TEXT NOT NULL, PRIMARY
    KEY(cluster, name), FOREIGN KEY(cluster) REFERENCES cluster(code), FOREIGN KEY(recipient)
    REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE cluster_criterion (
    cluster TEXT NOT NULL, number TEXT NOT NULL, content TEXT NOT NULL, most_points TEXT NOT NULL,
    PRIMARY KEY(cluster, number), FOREIGN KEY(cluster) REFERENCES cluster(code)
    )
    """,
    """
    CREATE TABLE cluster_score (
    cluster TEXT NOT NULL, member TEXT NOT NULL, criterion TEXT NOT NULL, own_points TEXT,
    agreed_points TEXT, reason TEXT NOT NULL, PRIMARY KEY(cluster, member, criterion), FOREIGN
    KEY(cluster) REFERENCES cluster(code)
    )
    """,
    """
    CREATE TABLE fund_entry (
    code TEXT NOT NULL, year TEXT NOT NULL, day TEXT, kind TEXT NOT NULL, category TEXT NOT NULL,
    source TEXT NOT NULL, amount INTEGER NOT NULL, document TEXT NOT NULL, content TEXT NOT NULL,
    recipient TEXT, award TEXT NOT NULL, decision_number TEXT NOT NULL, PRIMARY KEY(code), FOREIGN
    KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE attendance (
    meeting TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL, reason TEXT
    NOT NULL, PRIMARY KEY(meeting, name), FOREIGN KEY(meeting) REFERENCES meeting(code)
    )
    """,
    """
    CREATE TABLE recusal (
    meeting TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL, member TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY(meeting, recipient, award, member), FOREIGN KEY(meeting)
    REFERENCES meeting(code), FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE opinion (
    round TEXT NOT NULL, number INTEGER NOT NULL, received TEXT, source TEXT NOT NULL, venue TEXT
    NOT NULL, about TEXT, content TEXT NOT NULL, answer TEXT NOT NULL, answered TEXT, outcome TEXT
    NOT NULL, PRIMARY KEY(round, number), FOREIGN KEY(round) REFERENCES round(code), FOREIGN
    KEY(about) REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE proof (
    round TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL, criterion TEXT NOT NULL,
    name TEXT NOT NULL, caption TEXT NOT NULL, PRIMARY KEY(round, recipient, award, criterion,
    name), FOREIGN KEY(round) REFERENCES round(code), FOREIGN KEY(recipient) REFERENCES
    recipient(code)
    )
    """,
    """
    CREATE TABLE unit_change (
    old TEXT NOT NULL, new TEXT, kind TEXT NOT NULL, day TEXT NOT NULL, decision TEXT NOT NULL,
    note TEXT NOT NULL, part INTEGER NOT NULL, PRIMARY KEY(old, day, part), FOREIGN KEY(old)
    REFERENCES unit(code), FOREIGN KEY(new) REFERENCES unit(code)
    )
    """,
    """
    CREATE TABLE alias (
    code TEXT NOT NULL, recipient TEXT NOT NULL, PRIMARY KEY(code), FOREIGN KEY(recipient)
    REFERENCES recipient(code)
    )
    """,
    """
    CREATE TABLE sending (
    round TEXT NOT NULL, authority TEXT NOT NULL, version INTEGER NOT NULL, way TEXT NOT NULL, day
    TEXT NOT NULL, receiver TEXT NOT NULL, receipt TEXT NOT NULL, received_on TEXT, PRIMARY
    KEY(round, authority, version, way), FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE round_decision (
    round TEXT NOT NULL, authority TEXT NOT NULL, place INTEGER NOT NULL, number TEXT NOT NULL, day
    TEXT NOT NULL, issuer TEXT NOT NULL, signer TEXT NOT NULL, signer_position TEXT NOT NULL,
    PRIMARY KEY(round, authority, place), FOREIGN KEY(round) REFERENCES round(code)
    )
    """,
    """
    CREATE TABLE decided_nomination (
    round TEXT NOT NULL, recipient TEXT NOT NULL, award TEXT NOT NULL, authority TEXT NOT NULL,
    place INTEGER NOT NULL, granted BOOLEAN NOT NULL, given TEXT NOT NULL, given_name TEXT NOT
    NULL, reason TEXT NOT NULL, money INTEGER, PRIMARY KEY(round, recipient, award), FOREIGN
    KEY(round) REFERENCES round(code), FOREIGN KEY(recipient) REFERENCES recipient(code)
    )
    """,
)
