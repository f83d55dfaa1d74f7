"""The tables of phong trào, điển hình, cụm thi đua and the fund; see `tables` for the others."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Table, Text

from khenthuong.storage.schema import links, metadata, number, optional, refers, text

movement = Table(
    "movement",
    metadata,
    *text("code", "name", "theme", "plan_number"),
    *optional("issued"),
    *text("issuer"),
    *optional("start_on", "end_on"),
    *text("kind"),
    refers("parent", "movement.code"),
    *optional("level"),
    *text("bases", "purposes", "requirements", "rewards", "addressees"),
    PrimaryKeyConstraint("code"),
)

target = Table(
    "target",
    metadata,
    refers("movement", "movement.code", required=True),
    *text(
        "content", "unit", "comparison", "planned", "planned_to", "period", "base_year", "achieved"
    ),
    *text("number", "heading", "responsible", "base_value"),
    number("cumulative", required=True),
    PrimaryKeyConstraint("movement", "content", "period"),
)

movement_task = Table(
    "movement_task",
    metadata,
    refers("movement", "movement.code", required=True),
    *text("number", "kind", "content", "responsible"),
    refers("unit", "unit.code"),
    *optional("due", "done"),
    *text("result"),
    PrimaryKeyConstraint("movement", "number"),
)

participant = Table(
    "participant",
    metadata,
    refers("movement", "movement.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *optional("registered"),
    *text("pledge", "assessment"),
    PrimaryKeyConstraint("movement", "recipient"),
)

# `recipient` is the empty text for a figure of the whole movement, else the unit's own target.
progress = Table(
    "progress",
    metadata,
    refers("movement", "movement.code", required=True),
    *text("recipient", "content", "period", "day", "value", "note"),
    PrimaryKeyConstraint("movement", "recipient", "content", "period", "day"),
)

progress_evidence = links("progress_evidence", progress, Column("name", Text, nullable=False))

unit_target = Table(
    "unit_target",
    metadata,
    refers("movement", "movement.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("content", "unit", "comparison", "planned", "planned_to", "period", "achieved"),
    *text("base_value"),
    number("cumulative", required=True),
    PrimaryKeyConstraint("movement", "recipient", "content", "period"),
    ForeignKeyConstraint(
        ["movement", "recipient"], ["participant.movement", "participant.recipient"]
    ),
)

registration = Table(
    "registration",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("year", "award"),
    refers("movement", "movement.code"),
    *optional("registered"),
    *text("note"),
    PrimaryKeyConstraint("recipient", "year", "award"),
)

good_example = Table(
    "good_example",
    metadata,
    *text("code"),
    refers("recipient", "recipient.code", required=True),
    *text("name"),
    refers("movement", "movement.code"),
    *text("stage"),
    *optional("found"),
    *text("found_by", "content", "fosterer", "fostering", "review"),
    *optional("fostered", "reviewed"),
    refers("achievement", "achievement.code"),
    PrimaryKeyConstraint("code"),
)

good_example_evidence = links(
    "good_example_evidence", good_example, Column("name", Text, nullable=False)
)

example_spread = Table(
    "example_spread",
    metadata,
    refers("example", "good_example.code", required=True),
    *text("kind", "day", "venue", "result"),
    PrimaryKeyConstraint("example", "kind", "day", "venue"),
)

cluster = Table(
    "cluster",
    metadata,
    *text("code", "name", "year", "level", "lead", "decision"),
    PrimaryKeyConstraint("code"),
)

cluster_member = Table(
    "cluster_member",
    metadata,
    refers("cluster", "cluster.code", required=True),
    *text("name"),
    refers("recipient", "recipient.code"),
    *text("role"),
    PrimaryKeyConstraint("cluster", "name"),
)

cluster_criterion = Table(
    "cluster_criterion",
    metadata,
    refers("cluster", "cluster.code", required=True),
    *text("number", "content", "most_points"),
    PrimaryKeyConstraint("cluster", "number"),
)

cluster_score = Table(
    "cluster_score",
    metadata,
    refers("cluster", "cluster.code", required=True),
    *text("member", "criterion"),
    *optional("own_points", "agreed_points"),
    *text("reason"),
    PrimaryKeyConstraint("cluster", "member", "criterion"),
)

fund_entry = Table(
    "fund_entry",
    metadata,
    *text("code", "year"),
    *optional("day"),
    *text("kind", "category", "source"),
    number("amount", required=True),
    *text("document", "content"),
    refers("recipient", "recipient.code"),
    *text("award", "decision_number"),
    PrimaryKeyConstraint("code"),
)
