"""What becomes of a dossier once it is sealed: sent somewhere, and decided there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khenthuong.domain.kinds import Authority


class SendingWay(StrEnum):
    """How a package left the office."""

    PAPER = "giay"
    AXIS = "truc_van_ban"
    STICK = "usb"
    OTHER = "khac"


@dataclass(frozen=True)
class Sending:
    """One sending of a sealed dossier; natural key (round, authority, version, way).

    `version` is the sealing that was sent. `receipt` says by what the receiver acknowledged it
    (number of the receipt, name of who took it), `received_on` when.
    """

    round: str
    authority: Authority
    version: int
    way: SendingWay
    day: date
    receiver: str = ""
    receipt: str = ""
    received_on: date | None = None


@dataclass(frozen=True)
class RoundDecision:
    """Quyết định on nominations of a round, as the clerk entered it once.

    `place` counts the decisions of one authority on one round from 1: number and date may be
    corrected, so they are no key.
    """

    round: str
    authority: Authority
    place: int
    number: str
    day: date
    issuer: str
    signer: str = ""
    signer_position: str = ""


@dataclass(frozen=True)
class DecidedNomination:
    """What a `RoundDecision` says of one nomination: each nomination is decided once.

    `given` is the catalogue's id of the award given, `given_name` its words; both "" where nothing
    was given, and then `reason` says why. `money` is the bonus in đồng that the office itself owes.
    """

    round: str
    recipient: str
    award: str
    authority: Authority
    place: int
    granted: bool
    given: str = ""
    given_name: str = ""
    reason: str = ""
    money: int | None = None

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award) as nominated: unique inside its round."""
        return (self.recipient, self.award)
