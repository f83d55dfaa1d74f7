"""The tree's branches of a vote: the ballot papers before it, the count and the minutes after."""

from __future__ import annotations

import math
from itertools import groupby

from khenthuong.documents.council_branch import recused_sentence, share, voting_method
from khenthuong.documents.filters import BLANK, capital, padded, together
from khenthuong.documents.layout.widths import text_width
from khenthuong.documents.nominee_branch import position_and_unit
from khenthuong.documents.subject_branch import subject
from khenthuong.documents.wording import (
    award_phrase,
    honorific,
    initials,
    place_of,
    short_award,
    superior,
    word,
)
from khenthuong.domain import attendance
from khenthuong.domain.councils import sitting
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.kinds import AwardClass, MeetingKind
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.register import Household, Person
from khenthuong.domain.rounds import CouncilMember, Meeting, Vote

Branch = dict[str, object]
Rows = list[dict[str, object]]
Voted = tuple[Nominee, Vote]

_SHEET, _MOST = 245.0, 4
"""Room of a sheet for ballots in millimetres, and how many go on one at most."""
_BALLOT, _LINE, _CELL = 58.0, 4.6, 1.8
"""Heading, title, head of the table, note and cut of a ballot; a line and the edges of a row."""
_NAME_ROOM, _POST_ROOM, _SIZE = 48.0, 59.0, 11.0
"""Width in millimetres that names and posts have on a ballot, and their type size."""


def minutes(facts: DossierFacts) -> Branch:
    """`bien_ban_hop`: whose minutes they are, their number, and what was voted on."""
    about = subject(facts)
    held = about.meeting
    if held is None:
        return {}
    rows = [_vote_row(facts, *one) for one in _voted(facts, held)]
    commended = [
        _vote_row(facts, *one)
        for one in _voted(facts, held)
        if one[0].award.award_class is AwardClass.COMMENDATION
    ]
    return {
        "cap_tren": superior(facts.office, about.unit.kind if about.unit else None),
        "co_quan": _body(about, held, in_heading=True),
        "noi_hop": _whose(facts, about, held),
        "so": _number(facts, about, held, about.number or held.minutes_number),
        "so_rieng": _number(facts, about, held, about.number),
        "dong": _numbered(rows),
        "tong_xet": _shown(len(rows)),
        "khen": _numbered(commended),
        "tong_khen": _shown(len(commended)),
        "tong_so": padded(members) if (members := len(_members(facts, held))) else "",
        "hinh_thuc": voting_method(held),
        "khong_bieu_quyet": recused_sentence(facts, held),
    }


def count(facts: DossierFacts) -> Branch:
    """`kiem_phieu`: the ballots of one meeting, for every nominee, so that the figures add up.

    As recorded; where nothing is, collected are as many ballots as were counted for anybody, and
    handed out is the number of those present, a deliberate blank where it is not known.
    """
    about = subject(facts)
    held = about.meeting
    if held is None:
        return {}
    voted = _voted(facts, held)
    counted = max((vote.cast for _, vote in voted), default=0)
    collected = counted if held.ballots_in is None else held.ballots_in
    given = attendance.count(held.present) if held.ballots_out is None else held.ballots_out
    known = given is not None and given >= collected > 0
    members = len(_members(facts, held))
    whole = members or collected
    return {
        "tong_so": padded(members) if members else "",
        "phat_ra": padded(given) if given is not None and known else None,
        "thu_ve": padded(collected) if voted else None,
        "khong_thu_ve": _shown(given - collected) if given is not None and known else None,
        "mau_so": word("share.council" if members else "share.ballots"),
        "dong": _numbered([_count_row(facts, *one, collected, whole) for one in voted]),
    }


def ballots(facts: DossierFacts) -> Branch:
    """`phieu_bau`: one list of nominees an award, with the ballots that fit on a sheet."""
    about = subject(facts)
    held = about.meeting
    if held is None:
        return {}
    listed = _candidates(facts, about, held)
    by_award = groupby(listed, key=lambda one: one.award.id)
    lists = [_ballot_list(facts, list(group)) for _, group in by_award]
    return {"danh_sach": lists}


def _voted(facts: DossierFacts, held: Meeting) -> list[Voted]:
    votes = {(v.recipient, v.award): v for v in facts.votes if v.meeting == held.code}
    return [(n, votes[n.nomination.key]) for n in facts.nominees if n.nomination.key in votes]


def _shown(amount: int) -> str:
    return padded(amount) if amount else "0"


def _numbered(rows: Rows) -> Rows:
    return [{"stt": place, **row} for place, row in enumerate(rows, start=1)]


def _named(facts: DossierFacts, nominee: Nominee) -> dict[str, object]:
    unit = subject(facts).unit
    at_home = (
        unit is not None and isinstance(nominee.recipient, Person) and _belongs(nominee, unit.code)
    )
    return {
        "ten": honorific(nominee.recipient, nominee.name),
        "don_vi": nominee.position if at_home else position_and_unit(nominee),
        "hinh_thuc": short_award(nominee.award.name, facts.office),
    }


def _vote_row(facts: DossierFacts, nominee: Nominee, vote: Vote) -> dict[str, object]:
    return {
        **_named(facts, nominee),
        "dong_y": str(vote.agree),
        "khong_dong_y": str(vote.disagree),
        "khong_hop_le": str(vote.invalid),
    }


def _count_row(
    facts: DossierFacts, nominee: Nominee, vote: Vote, collected: int, whole: int
) -> dict[str, object]:
    return {
        **_vote_row(facts, nominee, vote),
        "hop_le": str(vote.agree + vote.disagree),
        "bo_trong": str(collected - vote.cast),
        "ty_le": share(vote, whole),
    }


def _candidates(facts: DossierFacts, about: SubjectFacts, held: Meeting) -> list[Nominee]:
    """Who is voted on: by the votes where they are recorded, else whom the meeting is about.

    In the order of the awards, so that one list is one award's.
    """
    listed = [nominee for nominee, _ in _voted(facts, held)]
    if not listed:
        listed = [n for n in facts.nominees if about.unit is None or _belongs(n, about.unit.code)]
    order = list(dict.fromkeys(n.award.id for n in listed))
    return sorted(listed, key=lambda n: order.index(n.award.id))


def _belongs(nominee: Nominee, unit: str) -> bool:
    """Whether a unit's meeting is about the nominee: the unit itself, its people or households."""
    recipient = nominee.recipient
    if isinstance(recipient, Person):
        return recipient.unit == unit
    return unit in ((recipient.village,) if isinstance(recipient, Household) else (recipient.code,))


def _ballot_list(facts: DossierFacts, listed: list[Nominee]) -> dict[str, object]:
    rows = _numbered([_named(facts, one) for one in listed])
    award = award_phrase(listed[0].award, facts.round.year, facts.office)
    high = _BALLOT + sum(_lines(row) * _LINE + _CELL for row in rows)
    copies = max(1, min(_MOST, int(_SHEET // high)))
    return {
        "ten": capital(award),
        "phieu": [{"cat": place < copies, "dong": rows} for place in range(1, copies + 1)],
    }


def _lines(row: dict[str, object]) -> int:
    """How many lines a ballot's row takes."""
    cells = ((str(row["ten"]), _NAME_ROOM), (str(row["don_vi"]), _POST_ROOM))
    # Words do not break: a line is never filled to its end.
    return max(math.ceil(text_width(text, _SIZE) / (room * 0.85)) for text, room in cells)


def _members(facts: DossierFacts, held: Meeting) -> tuple[CouncilMember, ...]:
    """The council of that day; nobody where a unit met."""
    return sitting(facts.council, held.day) if held.kind is MeetingKind.COUNCIL else ()


def _body(about: SubjectFacts, held: Meeting, *, in_heading: bool = False) -> str:
    """The council, or the unit; in a heading «Hội đồng» stands on a line of its own."""
    if held.kind is MeetingKind.COUNCIL or about.unit is None:
        return word("council_heading") if in_heading else word("council")
    return about.unit.name


def _whose(facts: DossierFacts, about: SubjectFacts, held: Meeting) -> str:
    """«Hội đồng Thi đua - Khen thưởng xã An Bình», «Thôn Đông» in running text."""
    body = _body(about, held)
    return f"{body} {place_of(facts.office)}" if body == word("council") else body


def _number(facts: DossierFacts, about: SubjectFacts, held: Meeting, given: str) -> str:
    """«02/BB-HĐTĐKT»: minutes of a body have that body's own series."""
    if "/" in given:
        return together(given)
    number = padded(int(given)) if given.isdigit() else given or BLANK
    council = held.kind is MeetingKind.COUNCIL or about.unit is None
    issuer = word("symbol.council") if council else _unit_symbol(about)
    return together(f"{number}/{about.symbol}-{issuer}")


def _unit_symbol(about: SubjectFacts) -> str:
    assert about.unit is not None  # asked only where there is one
    return about.unit.short_name or initials(f"x {about.unit.name}")
