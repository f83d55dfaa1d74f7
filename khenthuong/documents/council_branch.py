"""The tree's branches of the council: its meeting, members, votes and those not agreed."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from khenthuong.documents.filters import BLANK, blank_date, long_date, number, padded, together
from khenthuong.documents.nominee_branch import position_and_unit
from khenthuong.documents.wording import honorific, short_award, word
from khenthuong.domain.clock import read_clock
from khenthuong.domain.councils import is_chairman, sitting
from khenthuong.domain.dossier import DossierFacts, LeftOut, Nominee
from khenthuong.domain.kinds import MeetingKind
from khenthuong.domain.rounds import CouncilMember, Meeting, Vote
from khenthuong.domain.vietnamese import clean

Branch = dict[str, object]
Rows = list[dict[str, object]]

_TENTH = Decimal("0.1")


def council_meeting(facts: DossierFacts) -> Meeting | None:
    """The round's council meeting; the last one where there were several."""
    held = [m for m in facts.meetings if m.kind is MeetingKind.COUNCIL]
    return max(held, key=lambda m: (m.day or date.min, m.code)) if held else None


def members(facts: DossierFacts) -> tuple[CouncilMember, ...]:
    """The council of the meeting's day by role: its number is what every share is counted of."""
    held = council_meeting(facts)
    return sitting(facts.council, held.day if held else None)


def meeting(facts: DossierFacts) -> Branch:
    """`hop`: when, where, who presided, who was there; blanks where the books do not say."""
    held = council_meeting(facts) or Meeting("", facts.round.code, MeetingKind.COUNCIL)
    present = members(facts)
    decision = next((m.decision for m in present if m.decision), "")
    return {
        "bat_dau": clock(held),
        "ngay": long_date(held.day) if held.day else blank_date(None),
        "dia_diem": clean(held.place) or None,
        "chu_tri": held.chair or _chair(present) or None,
        "chuc_vu_chu_tri": word("chairman"),
        "thu_ky": held.secretary or None,
        "tong_so": padded(len(present)) if present else None,
        "co_mat": clean(held.present),
        "vang": clean(held.absent) or word("nobody"),
        "quyet_dinh": decision,
        "tong_xet": padded(len(facts.nominees) + len(voted_out(facts))),
        "tong_dong_y": padded(len(facts.nominees)),
        "hinh_thuc": voting_method(held),
        "khong_bieu_quyet": recused_sentence(facts, held),
    }


def voting_method(held: Meeting) -> str:
    """«giơ tay» or «bỏ phiếu kín», as the forms' choice says it; "" where it is not recorded."""
    return word(f"voting.{held.method.value}") if held.method else ""


def recused_sentence(facts: DossierFacts, held: Meeting) -> str:
    """Who took no part in the vote on whom; "" where nobody is recorded."""
    shown = {one.nomination.key: one.name for one in facts.nominees}
    shown |= {(one.recipient, one.award): one.name for one in facts.left_out}
    of: dict[str, dict[str, None]] = {}
    for one in facts.recusals:
        about = shown.get((one.recipient, one.award))
        if one.meeting == held.code and about:
            of.setdefault(one.member, {})[about] = None
    said = [word("recused.one", name=name, about=", ".join(who)) for name, who in of.items()]
    return word("recused.all", names="; ".join(said)) if said else ""


def clock(held: Meeting) -> str:
    """«08 giờ 00, ngày 15 tháng 12 năm 2025» as far as it is known."""
    known = read_clock(held.time)
    if known is not None:
        clock = word("clock", hour=padded(known[0]), minute=padded(known[1]))
    else:
        clock = word("clock", hour=BLANK, minute=BLANK)
    return f"{clock}, {long_date(held.day)}"


def _chair(members_: tuple[CouncilMember, ...]) -> str:
    return next((m.name for m in members_ if is_chairman(m)), "")


def council_rows(facts: DossierFacts) -> Rows:
    """`hoi_dong`: the members with their role and office."""
    return [
        {"stt": place, "ten": member.name, "vai_tro": member.role, "chuc_vu": member.position}
        for place, member in enumerate(members(facts), start=1)
    ]


def vote_groups(facts: DossierFacts) -> Rows:
    """`bieu_quyet`: the vote on every nominee that goes on, as a share of all members."""
    total = len(members(facts))
    return [
        _vote_row(facts, place, nominee, total)
        for place, nominee in enumerate(facts.nominees, start=1)
    ]


def _vote_row(facts: DossierFacts, place: int, nominee: Nominee, total: int) -> dict[str, object]:
    vote = nominee.council_vote
    return {
        "stt": place,
        "ten": honorific(nominee.recipient, nominee.name),
        "don_vi": position_and_unit(nominee),
        "hinh_thuc": short_award(nominee.award.name, facts.office),
        "dong_y": f"{vote.agree}/{total}" if vote else None,
        "khong_dong_y": str(vote.disagree) if vote else None,
        "khong_hop_le": str(vote.invalid) if vote else None,
        "ty_le": share(vote, total),
    }


def share(vote: Vote | None, total: int) -> str | None:
    """«88,9%» of all members, half up to one digit, «100%» without it; None when not counted."""
    if vote is None or not total:
        return None
    exact = (Decimal(100 * vote.agree) / total).quantize(_TENTH, ROUND_HALF_UP)
    return f"{number(exact).removesuffix(',0')}%"


def disagreed_rows(facts: DossierFacts) -> Rows:
    """`khong_dong_y`: who was voted on in the council but does not go on, with vote and reason."""
    total = len(members(facts))
    return [
        {
            "stt": place,
            "ten": left.shown or left.name,
            "don_vi": left.unit_name,
            "hinh_thuc": short_award(left.award_name, facts.office),
            "dong_y": f"{left.vote.agree}/{total}" if left.vote else None,
            "ty_le": share(left.vote, total),
            "ly_do": together(left.reason),
        }
        for place, left in enumerate(voted_out(facts), start=1)
    ]


def voted_out(facts: DossierFacts) -> tuple[LeftOut, ...]:
    """The nominations left out after a vote of the council."""
    return tuple(left for left in facts.left_out if left.vote is not None)
