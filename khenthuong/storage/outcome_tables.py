"""The tables of what becomes of sealed dossiers: sendings and decisions; see `tables`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, PrimaryKeyConstraint, Table

from khenthuong.storage.schema import metadata, number, optional, refers, text

sending = Table(
    "sending",
    metadata,
    refers("round", "round.code", required=True),
    *text("authority"),
    number("version", required=True),
    *text("way", "day", "receiver", "receipt"),
    *optional("received_on"),
    PrimaryKeyConstraint("round", "authority", "version", "way"),
)

round_decision = Table(
    "round_decision",
    metadata,
    refers("round", "round.code", required=True),
    *text("authority"),
    number("place", required=True),
    *text("number", "day", "issuer", "signer", "signer_position"),
    PrimaryKeyConstraint("round", "authority", "place"),
)

decided_nomination = Table(
    "decided_nomination",
    metadata,
    refers("round", "round.code", required=True),
    refers("recipient", "recipient.code", required=True),
    *text("award", "authority"),
    number("place", required=True),
    Column("granted", Boolean, nullable=False),
    *text("given", "given_name", "reason"),
    number("money"),
    PrimaryKeyConstraint("round", "recipient", "award"),
)
