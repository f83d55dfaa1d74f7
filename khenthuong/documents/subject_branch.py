"""The tree's branches of a paper on demand: its number, meeting, recipient, year."""

from __future__ import annotations

from khenthuong.documents.council_branch import clock
from khenthuong.documents.filters import BLANK, blank_date, long_date, padded, short_date, together
from khenthuong.documents.nominee_branch import recipient_branch
from khenthuong.documents.wording import (
    head_of_village,
    honorific,
    in_sentence,
    initials,
    word,
    year_phrase,
)
from khenthuong.domain import attendance
from khenthuong.domain.councils import sitting
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.register import Person, Recipient
from khenthuong.domain.rounds import Meeting

Branch = dict[str, object]
Rows = list[dict[str, object]]


def subject(facts: DossierFacts) -> SubjectFacts:
    """The paper's subject; an empty one where the paper is not made on demand."""
    return facts.subject or SubjectFacts()


def this_paper(facts: DossierFacts) -> Branch:
    """`van_ban_nay`: number and date that văn thư gave, deliberate blanks until then."""
    about = subject(facts)
    number = about.number
    if "/" not in number:
        given = padded(int(number)) if number.isdigit() else number or BLANK
        number = f"{given}/{_symbol(facts, about.symbol)}"
    year = facts.prepared_on.year if facts.prepared_on else None
    return {"so": together(number), "ngay": long_date(about.day) if about.day else blank_date(year)}


def _symbol(facts: DossierFacts, kind: str) -> str:
    """«TB-UBND»; a letter has no type's name: «UBND-VHXH» of who drafts it (NĐ 30 Phụ lục III)."""
    if kind:
        return f"{kind}-{facts.office.symbol}"
    drafts = initials(facts.office.proposing_unit or word("proposing_unit"))
    return f"{facts.office.symbol}-{drafts}"


def this_meeting(facts: DossierFacts) -> Branch:
    """`cuoc_hop`: when, where and who of the meeting the paper is about."""
    about = subject(facts)
    held = about.meeting
    if held is None:
        return {}
    unit = about.unit
    return {
        "tap_the": unit.name if unit else "",
        "bat_dau": clock(held),
        "ngay": long_date(held.day) if held.day else blank_date(None),
        "dia_diem": held.place or None,
        "chu_tri": held.chair or None,
        "thu_ky": held.secretary or None,
        "co_mat": held.present,
        "so_co_mat": _count(held.present),
        "vang": held.absent or word("nobody"),
        "so_bien_ban": held.minutes_number,
        "tong_so": padded(len(about.members)) if about.members else None,
        "bieu_quyet": vote_rows(facts, held),
        "thanh_phan": _invited(facts, about),
        "luu_y": word("invitation_note"),
    }


def _invited(facts: DossierFacts, about: SubjectFacts) -> Rows:
    """Who is called: the unit's people or the council of that day, without who presides."""
    held = about.meeting
    chair = held.chair if held else ""
    called = about.members if about.unit else sitting(facts.council, held.day if held else None)
    return [{"ten": one.name, "chuc_vu": one.position} for one in called if one.name != chair]


def _count(names: str) -> str | None:
    there = attendance.count(names)
    return padded(there) if there else None


def vote_rows(facts: DossierFacts, held: Meeting) -> Rows:
    """The votes of one meeting, in the order of the dossier's nominees."""
    votes = {(v.recipient, v.award): v for v in facts.votes if v.meeting == held.code}
    voted = [(n, votes[n.nomination.key]) for n in facts.nominees if n.nomination.key in votes]
    return [
        {
            "stt": place,
            "ten": honorific(nominee.recipient, nominee.name),
            "don_vi": nominee.unit_name,
            "hinh_thuc": nominee.award.name,
            "dong_y": str(vote.agree),
            "khong_dong_y": str(vote.disagree),
            "khong_hop_le": str(vote.invalid),
        }
        for place, (nominee, vote) in enumerate(voted, start=1)
    ]


def this_recipient(facts: DossierFacts) -> Branch:
    """`doi_tuong`: the person, unit or household the paper is about."""
    about = subject(facts)
    if about.recipient is None:
        return {}
    unit = about.recipient_unit
    return {
        **recipient_branch(about.recipient),
        "ten": about.recipient.name,
        "xung_ho": honorific(about.recipient, about.recipient.name),
        "ten_trong_cau": in_sentence(about.recipient.name),
        "chuc_danh": head_of_village(about.recipient.name),
        "don_vi": unit.name if unit else "",
        "ba_me": _listed(about.recipient),
        "tac_gia": _authors(about.recipient, unit.name if unit else ""),
    }


def _listed(recipient: Recipient) -> Rows:
    """The person as the first line of a list; how many martyrs is written in."""
    if not isinstance(recipient, Person):
        return []
    born = str(recipient.born.year) if recipient.born else ""
    return [{"ten": recipient.name, "nam_sinh": born, "noi_o": recipient.residence}]


def _authors(recipient: Recipient, unit: str) -> Rows:
    """The person as the first author of an initiative; who shares in it is written in."""
    if not isinstance(recipient, Person):
        return []
    place = ", ".join(part for part in (recipient.position, unit) if part)
    return [
        {
            "ten": recipient.name,
            "nam_sinh": str(recipient.born.year) if recipient.born else "",
            "chuc_vu": place,
            "trinh_do": recipient.education,
            "ty_le": "",
        }
    ]


def this_year(facts: DossierFacts) -> Branch:
    """`nam`: the year of the paper, and what was awarded in it, by decision."""
    about = subject(facts)
    return {
        "ten": year_phrase(about.year) if about.year else "",
        "so": str(about.year or ""),
        "tong": padded(len(about.awards)),
        "khen_thuong": award_lines(about),
    }


def award_lines(about: SubjectFacts) -> Rows:
    """One line an award: who, what, by which decision."""
    return [
        {
            "stt": place,
            "ten": one.recipient.name,
            "don_vi": one.unit_name,
            "hinh_thuc": one.award.award_name,
            "so_quyet_dinh": one.award.decision_number,
            "ngay": short_date(one.award.decision_date) if one.award.decision_date else "",
            "co_quan": one.award.issuer,
        }
        for place, one in enumerate(about.awards, start=1)
    ]
