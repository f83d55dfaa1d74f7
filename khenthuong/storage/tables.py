"""The tables as SQLAlchemy Core sees them; the database itself is made by `migrations`.

Natural keys are the primary keys, so a row keeps its name in the audit, in an undo and in a copy of
the books. Dates are ISO text because many are known by month or year only; money is whole đồng;
decimals are text. A field that names another row is NULL when empty.
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
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=False) for name in names]


def _optional(*names: str) -> list[Column[str]]:
    return [Column(name, Text, nullable=True) for name in names]


def _number(name: str, *, required: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not required)


def _refers(name: str, target: str, *, required: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(target), nullable=not required)


def _links(name: str, parent: Table, item: Column[str]) -> Table:
    """An ordered list of a parent's row: the parent's key, a place counted from 0, the item."""
    keys = [column.name for column in parent.primary_key.columns]
    return Table(
        name,
        metadata,
        *_text(*keys),
        _number("place", required=True),
        item,
        PrimaryKeyConstraint(*keys, "place"),
        ForeignKeyConstraint(keys, [f"{parent.name}.{key}" for key in keys]),
    )


office = Table("office", metadata, *_text("key", "value"), PrimaryKeyConstraint("key"))

signer = Table(
    "signer",
    metadata,
    *_text("name", "position", "power", "start_on"),
    *_optional("end_on"),
    PrimaryKeyConstraint("name", "position", "start_on"),
)

recipient = Table(
    "recipient",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    *_text("code", "kind", "name", "search_key"),
    Column("sort_key", LargeBinary, nullable=False),
    *_optional("binned_at"),
    UniqueConstraint("code"),
    Index("recipient_order", "kind", "binned_at", "sort_key", "code"),
)

unit = Table(
    "unit",
    metadata,
    _refers("code", "recipient.code", required=True),
    *_text("short_name", "kind", "sector", "manager"),
    _refers("parent", "unit.code"),
    *_text("area"),
    Column("small", Boolean, nullable=False),
    *_text("head"),
    _number("headcount"),
    *_text("address", "note"),
    *_optional("founded"),
    PrimaryKeyConstraint("code"),
)

person = Table(
    "person",
    metadata,
    _refers("code", "recipient.code", required=True),
    *_optional("gender", "born"),
    *_text("ethnic", "cccd", "position"),
    _refers("unit", "unit.code"),
    *_optional("duty", "subject"),
    *_text("education", "home_town", "residence"),
    *_optional("joined"),
    *_text("note"),
    *_optional("died"),
    *_text("nationality"),
    PrimaryKeyConstraint("code"),
    Index("person_unit", "unit"),
)

household = Table(
    "household",
    metadata,
    _refers("code", "recipient.code", required=True),
    *_text("address"),
    _refers("village", "unit.code"),
    _number("members"),
    *_text("note"),
    PrimaryKeyConstraint("code"),
)

career = Table(
    "career",
    metadata,
    _refers("recipient", "recipient.code", required=True),
    *_text("start_on"),
    *_optional("end_on"),
    *_text("position", "unit"),
    PrimaryKeyConstraint("recipient", "start_on", "position"),
)

rating = Table(
    "rating",
    metadata,
    _refers("recipient", "recipient.code", required=True),
    *_text("year"),
    *_optional("level", "points"),
    *_text("decision_number"),
    *_optional("decision_date"),
    PrimaryKeyConstraint("recipient", "year"),
)

movement = Table(
    "movement",
    metadata,
    *_text("code", "name", "theme", "plan_number"),
    *_optional("issued"),
    *_text("issuer"),
    *_optional("start_on", "end_on"),
    *_text("kind"),
    _refers("parent", "movement.code"),
    PrimaryKeyConstraint("code"),
)

target = Table(
    "target",
    metadata,
    _refers("movement", "movement.code", required=True),
    *_text(
        "content", "unit", "comparison", "planned", "planned_to", "period", "base_year", "achieved"
    ),
    PrimaryKeyConstraint("movement", "content", "period"),
)

initiative = Table(
    "initiative",
    metadata,
    *_text("code", "name", "year", "scope", "kind", "decision_number"),
    *_optional("decision_date"),
    PrimaryKeyConstraint("code"),
)

initiative_author = _links(
    "initiative_author", initiative, _refers("recipient", "recipient.code", required=True)
)

achievement = Table(
    "achievement",
    metadata,
    *_text("code"),
    _refers("recipient", "recipient.code", required=True),
    *_optional("happened_on"),
    *_text("kind", "content", "result"),
    _number("contribution"),
    _refers("movement", "movement.code"),
    PrimaryKeyConstraint("code"),
    Index("achievement_recipient", "recipient"),
)

achievement_evidence = _links(
    "achievement_evidence", achievement, Column("name", Text, nullable=False)
)

evidence = Table(
    "evidence",
    metadata,
    *_text("name", "sha256"),
    _number("size", required=True),
    *_text("added_on"),
    PrimaryKeyConstraint("name"),
)

past_award = Table(
    "past_award",
    metadata,
    _refers("recipient", "recipient.code", required=True),
    *_text("year", "award_name", "award", "decision_number"),
    *_optional("decision_date"),
    *_text("issuer", "branch"),
    PrimaryKeyConstraint("recipient", "year", "award_name", "decision_number"),
)

past_award_initiative = _links(
    "past_award_initiative", past_award, _refers("initiative", "initiative.code", required=True)
)

past_award_achievement = _links(
    "past_award_achievement", past_award, _refers("achievement", "achievement.code", required=True)
)

discipline = Table(
    "discipline",
    metadata,
    _refers("recipient", "recipient.code", required=True),
    *_text("form", "start_on"),
    *_optional("end_on"),
    *_text("decision_number"),
    PrimaryKeyConstraint("recipient", "form", "start_on"),
)

round_ = Table(
    "round",
    metadata,
    *_text("code", "name", "kind", "year"),
    *_optional("received", "deadline"),
    *_text("receiver"),
    _refers("movement", "movement.code"),
    PrimaryKeyConstraint("code"),
)

nomination = Table(
    "nomination",
    metadata,
    _refers("round", "round.code", required=True),
    _refers("recipient", "recipient.code", required=True),
    *_text("award", "branch", "content", "override_reason", "override_by"),
    *_optional("override_on", "frozen_name", "frozen_position", "frozen_unit"),
    PrimaryKeyConstraint("round", "recipient", "award"),
)

nomination_initiative = _links(
    "nomination_initiative", nomination, _refers("initiative", "initiative.code", required=True)
)

nomination_achievement = _links(
    "nomination_achievement", nomination, _refers("achievement", "achievement.code", required=True)
)

answer_set = Table(
    "answer_set",
    metadata,
    _refers("round", "round.code", required=True),
    *_text("recipient", "authority", "form", "version", "answers"),
    PrimaryKeyConstraint("round", "recipient", "authority", "form"),
)

council_member = Table(
    "council_member",
    metadata,
    *_text("name", "role", "position"),
    _refers("person", "person.code"),
    *_text("start_on"),
    *_optional("end_on"),
    *_text("decision"),
    PrimaryKeyConstraint("name", "role", "start_on"),
)

meeting = Table(
    "meeting",
    metadata,
    *_text("code"),
    _refers("round", "round.code", required=True),
    *_text("kind"),
    _refers("unit", "unit.code"),
    *_optional("day"),
    *_text("time", "venue", "chair", "secretary", "present", "absent", "minutes_number"),
    PrimaryKeyConstraint("code"),
)

vote = Table(
    "vote",
    metadata,
    _refers("meeting", "meeting.code", required=True),
    _refers("recipient", "recipient.code", required=True),
    *_text("award"),
    _number("agree", required=True),
    _number("disagree", required=True),
    _number("invalid", required=True),
    PrimaryKeyConstraint("meeting", "recipient", "award"),
)

notice = Table(
    "notice",
    metadata,
    _refers("round", "round.code", required=True),
    *_text("venue", "start_on"),
    *_optional("end_on"),
    *_text("number", "opinions", "handled"),
    PrimaryKeyConstraint("round", "venue", "start_on"),
)

confirmation = Table(
    "confirmation",
    metadata,
    *_text("award", "criterion", "confirmed_by", "confirmed_on", "document", "source"),
    *_optional("document_date"),
    PrimaryKeyConstraint("award", "criterion"),
)

sealed_dossier = Table(
    "sealed_dossier",
    metadata,
    _refers("round", "round.code", required=True),
    *_text("authority"),
    _number("version", required=True),
    *_text("fingerprint", "sealed_on", "package_sha256", "file_name"),
    PrimaryKeyConstraint("round", "authority", "version"),
)

paper = Table(
    "paper",
    metadata,
    _refers("round", "round.code", required=True),
    *_text("authority", "form", "recipient", "award"),
    _number("version", required=True),
    *_text("path", "sha256", "number"),
    *_optional("day"),
    *_text("signed_path", "signed_sha256"),
    *_optional("issued_on"),
    PrimaryKeyConstraint("round", "authority", "form", "recipient", "award", "version"),
)

office_paper = Table(
    "office_paper",
    metadata,
    *_text("code", "form", "round", "meeting", "recipient", "year", "title", "path", "sha256"),
    *_text("made_on", "version", "answers", "number"),
    *_optional("day"),
    *_text("signed_path", "signed_sha256"),
    *_optional("issued_on"),
    *_text("replaces"),
    PrimaryKeyConstraint("code"),
)

paper_number = Table(
    "paper_number",
    metadata,
    _number("year", required=True),
    *_text("series"),
    _number("number", required=True),
    *_text("suffix", "state"),
    *_optional("day"),
    *_text("title", "paper", "reason"),
    PrimaryKeyConstraint("year", "series", "number", "suffix"),
)

sheet_layout = Table(
    "sheet_layout", metadata, *_text("code", "name", "content"), PrimaryKeyConstraint("code")
)

_CERTIFICATE_KEY = ("recipient", "award", "decision_number", "decision_date")
certificate = Table(
    "certificate",
    metadata,
    _refers("recipient", "recipient.code", required=True),
    *_text("award", "decision_number", "decision_date"),
    _number("golden_year"),
    _number("golden_number"),
    *_text("wording"),
    PrimaryKeyConstraint(*_CERTIFICATE_KEY),
    UniqueConstraint("golden_year", "golden_number"),
)

certificate_print = Table(
    "certificate_print",
    metadata,
    *_text(*_CERTIFICATE_KEY),
    _number("copy", required=True),
    *_text("printed_at", "printed_by", "target", "layout", "reason"),
    PrimaryKeyConstraint(*_CERTIFICATE_KEY, "copy"),
    ForeignKeyConstraint(_CERTIFICATE_KEY, [f"certificate.{key}" for key in _CERTIFICATE_KEY]),
)

extra_column = Table(
    "extra_column",
    metadata,
    *_text("sheet", "row_key", "name", "value"),
    PrimaryKeyConstraint("sheet", "row_key", "name"),
)

submission = Table(
    "submission",
    metadata,
    *_text("code", "office", "province", "level", "round", "round_name", "kind", "year"),
    *_text("authority"),
    PrimaryKeyConstraint("code"),
    UniqueConstraint("office", "province", "round", "authority"),
)

received_package = Table(
    "received_package",
    metadata,
    _refers("submission", "submission.code", required=True),
    _number("version", required=True),
    *_text("sha256", "received_on", "received_by", "sealed_on", "file_name", "path", "manifest"),
    PrimaryKeyConstraint("submission", "version"),
)

# `sender_code` is the sender's Mã: it names nobody of this register, `linked` does.
received_nomination = Table(
    "received_nomination",
    metadata,
    _refers("submission", "submission.code", required=True),
    *_text("sender_code", "award", "kind", "name", "name_key", "position", "unit", "award_name"),
    _refers("linked", "recipient.code"),
    PrimaryKeyConstraint("submission", "sender_code", "award"),
    Index("received_nomination_name", "name_key"),
    Index("received_nomination_sender", "sender_code"),
    Index("received_nomination_linked", "linked"),
)

sent_reply = Table(
    "sent_reply",
    metadata,
    _refers("submission", "submission.code", required=True),
    _number("number", required=True),
    _number("version", required=True),
    *_text("outcome", "made_on", "made_by", "sha256", "file_name", "manifest"),
    PrimaryKeyConstraint("submission", "number"),
)

taken_reply = Table(
    "taken_reply",
    metadata,
    _refers("round", "round.code", required=True),
    *_text("authority"),
    _number("version", required=True),
    _number("number", required=True),
    *_text("outcome", "office", "taken_on", "sha256", "signed", "manifest"),
    PrimaryKeyConstraint("round", "authority", "version", "number"),
)

DATA_TABLES: tuple[str, ...] = tuple(metadata.tables)
"""Every table above is a clerk's data and is audited; those below follow from it."""

# What was judged is itself a record of a moment: auditing it would keep every text twice, and it
# must outlive what it speaks of, so it refers to nothing.
judgement = Table(
    "judgement",
    metadata,
    *_text("round", "authority"),
    _number("sealed_version", required=True),
    *_text("recipient", "award", "verdict", "findings"),
    PrimaryKeyConstraint("round", "authority", "sealed_version", "recipient", "award"),
)

round_judgement = Table(
    "round_judgement",
    metadata,
    *_text("round", "authority"),
    _number("sealed_version", required=True),
    *_text("made_on", "period", "fingerprint", "findings"),
    PrimaryKeyConstraint("round", "authority", "sealed_version"),
)

operation = Table(
    "operation",
    metadata,
    Column("id", Integer, primary_key=True, nullable=False),
    *_text("at", "who", "label"),
    # Its changes lie one behind the other: two numbers do what an index on `change` would.
    _number("first_change"),
    _number("last_change"),
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
    *_text("table_name", "row_key", "kind"),
    *_optional("recipient", "old", "new"),
    Index("change_recipient", "recipient"),
)
