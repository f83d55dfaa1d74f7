"""The words on a certificate: how its recipient is addressed, for what, by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khenthuong import texts
from khenthuong.documents.filters import capital, long_date, uncapital, upper
from khenthuong.documents.wording import (
    chairmen_first,
    date_place,
    honorific,
    in_office,
    is_deputy,
    place_of,
    year_phrase,
)
from khenthuong.domain.certificates import GivenCertificate, SheetField
from khenthuong.domain.criteria import Award
from khenthuong.domain.kinds import AwardClass, Gender
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.register import Household, Person, Recipient
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year

_WHOLE = ("da ", "co thanh tich", "vi ", "nam ", "trong ")
"""How a content begins that already is the sentence of a certificate."""
_FIELDS_OF_WORK = ("phong trao", "cong tac", "viec ")
_OF = " cua "


@dataclass(frozen=True)
class Granted:
    """One award as it goes onto a certificate; name, position and unit as decided."""

    recipient: Recipient
    award: Award
    year: Year
    name: str
    position: str
    unit_name: str
    content: str
    decision_number: str
    decision_date: date | None
    signer: str = ""
    """Who signed the decision, where the clerk chose one by name."""


def values(
    granted: Granted, given: GivenCertificate, office: Office, signers: Sequence[Signer]
) -> Mapping[SheetField, str]:
    """The words of every field; what is not known is empty."""
    award, day = granted.award, granted.decision_date
    signer = signer_on(signers, day, granted.signer)
    found = {
        SheetField.STATE: _word("state"),
        SheetField.MOTTO: _word("motto"),
        SheetField.DECIDER: upper(_word("decider", place=place_of(office))),
        SheetField.VERB: _word(_verb(granted)),
        SheetField.AWARD: upper(_award_name(award)),
        SheetField.ADDRESS: _address(granted.recipient),
        SheetField.NAME: granted.name,
        SheetField.FULL_NAME: honorific(granted.recipient, granted.name),
        SheetField.ABOUT: about(granted),
        SheetField.ACHIEVEMENT: given.wording or achievement(granted),
        SheetField.DECISION: _decision(granted),
        SheetField.DECISION_NUMBER: granted.decision_number,
        SheetField.DECISION_DATE: long_date(day) if day else "",
        SheetField.GOLDEN: given.golden,
        SheetField.PLACE_DATE: f"{date_place(office)}, {long_date(day)}" if day else "",
        SheetField.SIGNER_POSITION: _position(signer),
        SheetField.SIGNER_NAME: signer.name if signer else "",
    }
    return {field: _plain(words) for field, words in found.items()}


def signer_on(signers: Sequence[Signer], day: date | None, wanted: str = "") -> Signer | None:
    """Who signs a certificate of that day: who signed the decision, else the chairman in office.

    While no day is known, nobody signs whose term has an end.
    """
    still = tuple(one for one in signers if day is not None or one.end is None)
    known = chairmen_first(in_office(still, day))
    named = (one for one in known if wanted and fold(one.name) == fold(wanted))
    return next(iter((*named, *known)), None)


def about(granted: Granted) -> str:
    """«Công chức, Phòng …»; where a household lives; what a unit belongs to, or where it is."""
    recipient = granted.recipient
    if isinstance(recipient, Person):
        parts = (granted.position, granted.unit_name)
    elif isinstance(recipient, Household):
        parts = (recipient.address or granted.unit_name,)
    else:
        parts = (granted.unit_name or recipient.address,)
    return ", ".join(part for part in parts if part)


def achievement(granted: Granted) -> str:
    """«Đã có thành tích …» from what was proposed; for a title the year it is given for."""
    if granted.award.award_class is AwardClass.TITLE:
        return capital(year_phrase(granted.year))
    content = clean(granted.content).replace("\n", " ").rstrip(" .;")
    if not content:
        return ""
    folded = fold(content)
    if folded.startswith(_WHOLE):
        return capital(content)
    inside = content if content[1:2].isupper() else uncapital(content)
    code = "deed_in" if folded.startswith(_FIELDS_OF_WORK) else "deed"
    return _word(code, content=inside)


def _verb(granted: Granted) -> str:
    recipient, day = granted.recipient, granted.decision_date
    died = recipient.died if isinstance(recipient, Person) else None
    posthumous = died is not None and (day is None or died <= day)
    title = granted.award.award_class is AwardClass.TITLE
    return ("posthumous_" if posthumous else "grant_") + ("title" if title else "commendation")


def _award_name(award: Award) -> str:
    """«Giấy khen» of «Giấy khen của Chủ tịch …»; a title by its whole name."""
    if award.award_class is AwardClass.TITLE:
        return award.name
    place = fold(award.name).find(_OF)
    return award.name[:place] if place > 0 else award.name


def _address(recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        if recipient.gender is None:
            return _word("address.ong_ba")
        return _word("address.nam" if recipient.gender is Gender.MALE else "address.nu")
    return texts.label(recipient.recipient_kind)


def _decision(granted: Granted) -> str:
    if not granted.decision_number or granted.decision_date is None:
        return ""
    day = long_date(granted.decision_date)
    return _word("decision", number=granted.decision_number, day=day)


def _position(signer: Signer | None) -> str:
    if signer is None:
        return ""
    if is_deputy(signer):
        return f"{texts.say('paper.for_chairman')}\n{texts.say('paper.deputy')}"
    return texts.say("paper.chairman")


def _word(code: str, **arguments: object) -> str:
    return texts.say(f"certificate.{code}", arguments)


def _plain(words: str) -> str:
    """Without the spaces and hyphens that only Word needs to keep words together."""
    return words.replace("\u00a0", " ").replace("\u2011", "-")
