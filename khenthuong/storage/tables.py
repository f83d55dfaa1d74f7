"""The tables as SQLAlchemy Core sees them; the database itself is made by `migrations`.

How a table is declared is said in `schema`; the tables of movements lie in `movement_tables`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from khenthuong.storage.movement_tables import metadata  # with the tables declared there
from khenthuong.storage.outcome_tables import metadata as _  # noqa: F401 - declares its tables
from khenthuong.storage.schema import links, number, optional, refers, text

office = Table("office", metadata, *text("key", "value"), PrimaryKeyConstraint("key"))

signer = Table(
    "signer",
    metadata,
    *text("name", "position", "power", "start_on"),
    *optional("end_on"),
    PrimaryKeyConstraint("name", "position", "start_on"),
)

recipient = Table(
    "recipient",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    *text("code", "kind", "name", "search_key"),
    Column("sort_key", LargeBinary, nullable=False),
    *optional("binned_at"),
    UniqueConstraint("code"),
    Index("recipient_order", "kind", "binned_at", "sort_key", "code"),
)

unit = Table(
    "unit",
    metadata,
    refers("code", "recipient.code", required=True),
    *text("short_name", "kind", "sector", "manager"),
    refers("parent", "unit.code"),
    *text("area"),
    Column("small", Boolean, nullable=False),
    *text("head"),
    number("headcount"),
    *text("address", "note"),
    *optional("founded"),
    PrimaryKeyConstraint("code"),
)

person = Table(
    "person",
    metadata,
    refers("code", "recipient.code", required=True),
    *optional("gender", "born"),
    *text("ethnic", "cccd", "position"),
    refers("unit", "unit.code"),
    *optional("duty", "subject"),
    *text("education", "home_town", "residence"),
    *optional("joined"),
    *text("note"),
    *optional("died"),
    *text("nationality"),
    PrimaryKeyConstraint("code"),
    Index("person_unit", "unit"),
)

household = Table(
    "household",
    metadata,
    refers("code", "recipient.code", required=True),
    *text("address"),
    refers("village", "unit.code"),
    number("members"),
    *text("note"),
    PrimaryKeyConstraint("code"),
)

career = Table(
    "career",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("start_on"),
    *optional("end_on"),
    *text("position", "unit"),
    PrimaryKeyConstraint("recipient", "start_on", "position"),
)

rating = Table(
    "rating",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("year"),
    *optional("level", "points"),
    *text("decision_number"),
    *optional("decision_date"),
    PrimaryKeyConstraint("recipient", "year"),
)

initiative = Table(
    "initiative",
    metadata,
    *text("code", "name", "year", "scope", "kind", "decision_number"),
    *optional("decision_date"),
    PrimaryKeyConstraint("code"),
)

initiative_author = links(
    "initiative_author", initiative, refers("recipient", "recipient.code", required=True)
)

achievement = Table(
    "achievement",
    metadata,
    *text("code"),
    refers("recipient", "recipient.code", required=True),
    *optional("happened_on"),
    *text("kind", "content", "result"),
    number("contribution"),
    refers("movement", "movement.code"),
    PrimaryKeyConstraint("code"),
    Index("achievement_recipient", "recipient"),
)

achievement_evidence = links(
    "achievement_evidence", achievement, Column("name", Text, nullable=False)
)

evidence = Table(
    "evidence",
    metadata,
    *text("name", "sha256"),
    number("size", required=True),
    *text("added_on"),
    PrimaryKeyConstraint("name"),
)

past_award = Table(
    "past_award",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("year", "award_name", "award", "decision_number"),
    *optional("decision_date"),
    *text("issuer", "branch"),
    PrimaryKeyConstraint("recipient", "year", "award_name", "decision_number"),
)

past_award_initiative = links(
    "past_award_initiative", past_award, refers("initiative", "initiative.code", required=True)
)

past_award_achievement = links(
    "past_award_achievement", past_award, refers("achievement", "achievement.code", required=True)
)

discipline = Table(
    "discipline",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("form", "start_on"),
    *optional("end_on"),
    *text("decision_number"),
    PrimaryKeyConstraint("recipient", "form", "start_on"),
)

round_ = Table(
    "round",
    metadata,
    *text("code", "name", "kind", "year"),
    *optional("received", "deadline"),
    *text("receiver"),
    refers("movement", "movement.code"),
    PrimaryKeyConstraint("code"),
)

nomination = Table(
    "nomination",
    metadata,
    refers("round", "round.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("award", "branch", "content", "override_reason", "override_by"),
    *optional("override_on", "frozen_name", "frozen_position", "frozen_unit"),
    PrimaryKeyConstraint("round", "recipient", "award"),
)

nomination_initiative = links(
    "nomination_initiative", nomination, refers("initiative", "initiative.code", required=True)
)

nomination_achievement = links(
    "nomination_achievement", nomination, refers("achievement", "achievement.code", required=True)
)

answer_set = Table(
    "answer_set",
    metadata,
    refers("round", "round.code", required=True),
    *text("recipient", "authority", "form", "version", "answers"),
    PrimaryKeyConstraint("round", "recipient", "authority", "form"),
)

council_member = Table(
    "council_member",
    metadata,
    *text("name", "role", "position"),
    refers("person", "person.code"),
    *text("start_on"),
    *optional("end_on"),
    *text("decision"),
    PrimaryKeyConstraint("name", "role", "start_on"),
)

meeting = Table(
    "meeting",
    metadata,
    *text("code"),
    refers("round", "round.code", required=True),
    *text("kind"),
    refers("unit", "unit.code"),
    *optional("day"),
    *text("time", "venue", "chair", "secretary", "present", "absent", "minutes_number"),
    *optional("method"),
    number("ballots_out"),
    number("ballots_in"),
    PrimaryKeyConstraint("code"),
)

vote = Table(
    "vote",
    metadata,
    refers("meeting", "meeting.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("award"),
    number("agree", required=True),
    number("disagree", required=True),
    number("invalid", required=True),
    PrimaryKeyConstraint("meeting", "recipient", "award"),
)

attendance = Table(
    "attendance",
    metadata,
    refers("meeting", "meeting.code", required=True),
    *text("name", "role", "state", "reason"),
    PrimaryKeyConstraint("meeting", "name"),
)

recusal = Table(
    "recusal",
    metadata,
    refers("meeting", "meeting.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("award", "member", "reason"),
    PrimaryKeyConstraint("meeting", "recipient", "award", "member"),
)

notice = Table(
    "notice",
    metadata,
    refers("round", "round.code", required=True),
    *text("venue", "start_on"),
    *optional("end_on"),
    *text("number", "opinions", "handled"),
    PrimaryKeyConstraint("round", "venue", "start_on"),
)

opinion = Table(
    "opinion",
    metadata,
    refers("round", "round.code", required=True),
    number("number", required=True),
    *optional("received"),
    *text("source", "venue"),
    refers("about", "recipient.code"),
    *text("content", "answer"),
    *optional("answered"),
    *text("outcome"),
    PrimaryKeyConstraint("round", "number"),
)

proof = Table(
    "proof",
    metadata,
    refers("round", "round.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("award", "criterion", "name", "caption"),
    PrimaryKeyConstraint("round", "recipient", "award", "criterion", "name"),
)

unit_change = Table(
    "unit_change",
    metadata,
    refers("old", "unit.code", required=True),
    refers("new", "unit.code"),
    *text("kind", "day", "decision", "note"),
    number("part", required=True),
    PrimaryKeyConstraint("old", "day", "part"),
)

alias = Table(
    "alias",
    metadata,
    *text("code"),
    refers("recipient", "recipient.code", required=True),
    PrimaryKeyConstraint("code"),
)

confirmation = Table(
    "confirmation",
    metadata,
    *text("award", "criterion", "confirmed_by", "confirmed_on", "document", "source"),
    *optional("document_date"),
    PrimaryKeyConstraint("award", "criterion"),
)

sealed_dossier = Table(
    "sealed_dossier",
    metadata,
    refers("round", "round.code", required=True),
    *text("authority"),
    number("version", required=True),
    *text("fingerprint", "sealed_on", "package_sha256", "file_name"),
    PrimaryKeyConstraint("round", "authority", "version"),
)

paper = Table(
    "paper",
    metadata,
    refers("round", "round.code", required=True),
    *text("authority", "form", "recipient", "award"),
    number("version", required=True),
    *text("path", "sha256", "number"),
    *optional("day"),
    *text("signed_path", "signed_sha256"),
    *optional("issued_on"),
    PrimaryKeyConstraint("round", "authority", "form", "recipient", "award", "version"),
)

office_paper = Table(
    "office_paper",
    metadata,
    *text("code", "form", "round", "meeting", "recipient", "year", "title", "path", "sha256"),
    *text("made_on", "version", "answers", "number"),
    *optional("day"),
    *text("signed_path", "signed_sha256"),
    *optional("issued_on"),
    *text("replaces", "movement", "cluster"),
    PrimaryKeyConstraint("code"),
)

paper_number = Table(
    "paper_number",
    metadata,
    number("year", required=True),
    *text("series"),
    number("number", required=True),
    *text("suffix", "state"),
    *optional("day"),
    *text("title", "paper", "reason"),
    PrimaryKeyConstraint("year", "series", "number", "suffix"),
)

sheet_layout = Table(
    "sheet_layout", metadata, *text("code", "name", "content"), PrimaryKeyConstraint("code")
)

_CERTIFICATE_KEY = ("recipient", "award", "decision_number", "decision_date")
certificate = Table(
    "certificate",
    metadata,
    refers("recipient", "recipient.code", required=True),
    *text("award", "decision_number", "decision_date"),
    number("golden_year"),
    number("golden_number"),
    *text("wording"),
    PrimaryKeyConstraint(*_CERTIFICATE_KEY),
    UniqueConstraint("golden_year", "golden_number"),
)

certificate_print = Table(
    "certificate_print",
    metadata,
    *text(*_CERTIFICATE_KEY),
    number("copy", required=True),
    *text("printed_at", "printed_by", "target", "layout", "reason"),
    PrimaryKeyConstraint(*_CERTIFICATE_KEY, "copy"),
    ForeignKeyConstraint(_CERTIFICATE_KEY, [f"certificate.{key}" for key in _CERTIFICATE_KEY]),
)

extra_column = Table(
    "extra_column",
    metadata,
    *text("sheet", "row_key", "name", "value"),
    PrimaryKeyConstraint("sheet", "row_key", "name"),
)

submission = Table(
    "submission",
    metadata,
    *text("code", "office", "province", "level", "round", "round_name", "kind", "year"),
    *text("authority"),
    PrimaryKeyConstraint("code"),
    UniqueConstraint("office", "province", "round", "authority"),
)

received_package = Table(
    "received_package",
    metadata,
    refers("submission", "submission.code", required=True),
    number("version", required=True),
    *text("sha256", "received_on", "received_by", "sealed_on", "file_name", "path", "manifest"),
    PrimaryKeyConstraint("submission", "version"),
)

# `sender_code` is the sender's Mã: it names nobody of this register, `linked` does.
received_nomination = Table(
    "received_nomination",
    metadata,
    refers("submission", "submission.code", required=True),
    *text("sender_code", "award", "kind", "name", "name_key", "position", "unit", "award_name"),
    refers("linked", "recipient.code"),
    PrimaryKeyConstraint("submission", "sender_code", "award"),
    Index("received_nomination_name", "name_key"),
    Index("received_nomination_sender", "sender_code"),
    Index("received_nomination_linked", "linked"),
)

sent_reply = Table(
    "sent_reply",
    metadata,
    refers("submission", "submission.code", required=True),
    number("number", required=True),
    number("version", required=True),
    *text("outcome", "made_on", "made_by", "sha256", "file_name", "manifest"),
    PrimaryKeyConstraint("submission", "number"),
)

taken_reply = Table(
    "taken_reply",
    metadata,
    refers("round", "round.code", required=True),
    *text("authority"),
    number("version", required=True),
    number("number", required=True),
    *text("outcome", "office", "taken_on", "sha256", "signed", "manifest"),
    PrimaryKeyConstraint("round", "authority", "version", "number"),
)

DATA_TABLES: tuple[str, ...] = tuple(metadata.tables)
"""Every table above is a clerk's data and is audited; those below follow from it."""

# What was judged is itself a record of a moment: auditing it would keep every text twice, and it
# must outlive what it speaks of, so it refers to nothing.
judgement = Table(
    "judgement",
    metadata,
    *text("round", "authority"),
    number("sealed_version", required=True),
    *text("recipient", "award", "verdict", "findings"),
    PrimaryKeyConstraint("round", "authority", "sealed_version", "recipient", "award"),
)

round_judgement = Table(
    "round_judgement",
    metadata,
    *text("round", "authority"),
    number("sealed_version", required=True),
    *text("made_on", "period", "fingerprint", "findings"),
    PrimaryKeyConstraint("round", "authority", "sealed_version"),
)

operation = Table(
    "operation",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    *text("at", "who", "label"),
    # Its changes lie one behind the other: two numbers do what an index on `change` would.
    number("first_change"),
    number("last_change"),
)

current_operation = Table(
    "current_operation",
    metadata,
    Column("operation", Integer, ForeignKey("operation.id"), nullable=True),
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    Column("operation", Integer, ForeignKey("operation.id"), nullable=False),
    *text("table_name", "row_key", "kind"),
    *optional("recipient", "old", "new"),
    Index("change_recipient", "recipient"),
)
