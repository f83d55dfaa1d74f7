"""The tree's branches of a round's tóm tắt thành tích, and of one author's initiatives."""

from __future__ import annotations

from khenthuong import texts
from khenthuong.documents.filters import BLANK, long_date, padded, together
from khenthuong.documents.nominee_branch import position_and_unit
from khenthuong.documents.subject_branch import subject
from khenthuong.documents.wording import (
    honorific,
    initials,
    official_name,
    place_of,
    province_of,
    word,
)
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.records import Initiative
from khenthuong.domain.register import Person

Branch = dict[str, object]
Rows = list[dict[str, object]]


def summary(facts: DossierFacts) -> Branch:
    """`tom_tat`: who tells whom of which achievements.

    Where the commune's chairman decides on everything his office tells him; else the committee
    tells the level above.
    """
    own = all(n.award.authority is Authority.COMMUNE for n in facts.nominees)
    place = place_of(facts.office)
    above = facts.round.receiver or word("chairman_of", place=province_of(facts.office))
    return {
        "noi_bo": own,
        "kinh_gui": word("chairman_of", place=place) if own else above,
        "so": _number(facts, own=own),
        "dong": [_row(facts, nominee) for nominee in facts.nominees],
    }


def _number(facts: DossierFacts, *, own: bool) -> str:
    about = subject(facts)
    given = about.number
    if "/" in given:
        return together(given)
    number = padded(int(given)) if given.isdigit() else given or BLANK
    proposing = facts.office.proposing_unit or word("proposing_unit")
    issuer = initials(proposing) if own else facts.office.symbol
    return together(f"{number}/{about.symbol}-{issuer}")


def _row(facts: DossierFacts, nominee: Nominee) -> dict[str, object]:
    return {
        "ten": honorific(nominee.recipient, nominee.name),
        "chuc_vu_don_vi": position_and_unit(nominee),
        "hinh_thuc": official_name(nominee.award.name, facts.office),
        "thanh_tich": _told(nominee),
    }


def _told(nominee: Nominee) -> str:
    """The nomination's own words or its achievements, and with what result, each on a line."""
    deeds = [nominee.nomination.content or "\n".join(one.content for one in nominee.achievements)]
    deeds += [one.result for one in nominee.achievements]
    return "\n".join(deed if deed.endswith(".") else f"{deed}." for deed in deeds if deed)


def own_initiatives(facts: DossierFacts) -> Branch:
    """`sang_kien_cua`: the person of the paper, his initiatives and topics, newest first."""
    about = subject(facts)
    if not isinstance(about.recipient, Person):
        return {}
    unit = about.recipient_unit.name if about.recipient_unit else ""
    place = ", ".join(part for part in (about.recipient.position, unit) if part)
    return {"chuc_vu_don_vi": place, "dong": _initiatives(about)}


def _initiatives(about: SubjectFacts) -> Rows:
    newest = sorted(about.initiatives, key=lambda one: (-one.year.start, one.code))
    return [
        {
            "ten": one.name,
            "tac_gia": ", ".join(about.authors.get(code, "") or code for code in one.authors),
            "cong_nhan": _recognised(one),
            "pham_vi": texts.label(one.scope),
        }
        for one in newest
    ]


def _recognised(one: Initiative) -> str:
    """«Quyết định số 21/QĐ-UBND ngày …»; nothing where no decision recognises it yet."""
    if not one.recognised:
        return ""
    parts = [word("decision", number=one.decision_number)]
    if one.decision_date:
        parts.append(long_date(one.decision_date))
    return together(" ".join(parts))
