"""The four rounds of the sample commune: nominations, council, meetings, votes, notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from khenthuong.domain.calendar import WorkCalendar
from khenthuong.domain.kinds import MeetingKind, RoundKind
from khenthuong.domain.register import Person
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.years import Year
from scripts.xa_mau import lich_su, so_bo, ten

AWARDS = {
    "LDTT": "lao_dong_tien_tien",
    "CSTDCS": "chien_si_thi_dua_co_so",
    "TTLDTT": "tap_the_lao_dong_tien_tien",
    "TTLDXS": "tap_the_lao_dong_xuat_sac",
    "CSTDT": "chien_si_thi_dua_cap_tinh",
    "BK": "bang_khen_cap_tinh",
    "GK": "giay_khen_xa",
}
COUNCIL_DECISION = "29/QĐ-UBND"
COUNCIL_SIZE = 9
MINUTES = {"D1": 1, "D3": 1, "D2": 2}
"""Numbers of the council's minutes: each year begins with 1."""
NO_MINUTES = ("D1", "TT16")
"""The unit meeting of this round and unit was held, but its minutes have no number yet."""

_PLACE = "Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã Vĩnh Khê Thượng"
_RECEIVER = "Sở Nội vụ thành phố Hải Phòng"


@dataclass(frozen=True)
class Plan:
    """Dates of one round: first unit meeting, council, notice from and to."""

    meetings: date
    council: date | None
    notice: tuple[date, date] | None


ROUNDS = (
    Round(
        "D1",
        "Xét khen thưởng công trạng năm 2025",
        RoundKind.MERIT,
        Year(2025),
        date(2026, 1, 20),
        date(2026, 1, 31),
        _RECEIVER,
    ),
    Round(
        "D2",
        "Xét khen thưởng công trạng năm học 2025-2026 của các trường",
        RoundKind.MERIT,
        Year(2025, school=True),
        date(2026, 10, 20),
        date(2026, 10, 30),
        _RECEIVER,
    ),
    Round(
        "D3",
        "Khen thưởng chuyên đề đẩy mạnh chuyển đổi số",
        RoundKind.MOVEMENT,
        Year(2025),
        date(2026, 3, 27),
        date(2026, 3, 31),
        _RECEIVER,
        "PT05",
    ),
    Round(
        "D4",
        "Khen thưởng đột xuất trong ứng phó mưa lũ tháng 8 năm 2026",
        RoundKind.SUDDEN,
        Year(2026),
        date(2026, 8, 25),
        None,
    ),
)
PLANS = {
    "D1": Plan(date(2025, 12, 8), date(2025, 12, 26), (date(2025, 12, 29), date(2026, 1, 15))),
    "D2": Plan(date(2026, 9, 14), date(2026, 9, 28), (date(2026, 9, 30), date(2026, 10, 14))),
    "D3": Plan(date(2026, 3, 3), date(2026, 3, 10), (date(2026, 3, 11), date(2026, 3, 25))),
    "D4": Plan(date(2026, 8, 20), None, None),
}


@dataclass(frozen=True)
class Proposal:
    """A nomination with the council's ballots: agree, disagree; None = not voted on."""

    nomination: Nomination
    ballots: tuple[int, int] | None


@cache
def proposals() -> tuple[Proposal, ...]:
    """Every nomination of de_nghi.txt."""
    found: list[Proposal] = []
    for line in so_bo.lines("de_nghi.txt"):
        code, recipients, award, branch, initiatives, achievement, ballots = line.split("|")
        for recipient in recipients.split(";"):
            nomination = Nomination(
                code,
                recipient,
                AWARDS[award],
                branch,
                _codes(initiatives),
                _codes(achievement),
                _content(recipient, achievement),
            )
            found.append(Proposal(nomination, _ballots(recipient, ballots)))
    return tuple(found)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(";")))


def _content(recipient: str, achievement: str) -> str:
    if achievement:
        return f"{lich_su.achievements()[achievement].content}."
    entry = so_bo.roster().get(recipient)
    if entry:
        return f"Hoàn thành nhiệm vụ {entry.duty}."
    return "Hoàn thành nhiệm vụ được giao, tổ chức phong trào thi đua thiết thực, hiệu quả."


def _ballots(recipient: str, text: str) -> tuple[int, int] | None:
    if text == "-":
        return None
    if text:
        agree, disagree = text.split("-")
        return int(agree), int(disagree)
    recused = any(member.person == recipient for member in council())
    return COUNCIL_SIZE - recused, 0


@cache
def council() -> tuple[CouncilMember, ...]:
    """Nine members since the commune began; the chief of police is not in our books."""
    seats = (
        ("CN001", "Chủ tịch Hội đồng"),
        ("CN002", "Phó Chủ tịch Hội đồng"),
        ("CN109", "Phó Chủ tịch Hội đồng"),
        ("CN016", "Ủy viên thường trực"),
        ("CN003", "Ủy viên"),
        ("CN009", "Ủy viên"),
        ("CN095", "Ủy viên"),
        ("CN102", "Ủy viên"),
    )
    members = [
        CouncilMember(
            so_bo.name(code),
            role,
            so_bo.roster()[code].person.position,
            code,
            date(2025, 7, 15),
            None,
            COUNCIL_DECISION,
        )
        for code, role in seats
    ]
    police = CouncilMember(
        "Đinh Khắc Tòng",
        "Ủy viên",
        "Trưởng Công an xã",
        "",
        date(2025, 7, 15),
        None,
        COUNCIL_DECISION,
    )
    return (*members, police)


def home(recipient: str) -> str:
    """The unit that meets on a nominee: its own, the unit itself, the household's village."""
    if recipient.startswith("CN"):
        return so_bo.roster()[recipient].person.unit
    return so_bo.households()[recipient].village if recipient.startswith("HO") else recipient


@cache
def meetings() -> tuple[Meeting, ...]:
    """A meeting of every unit that nominates, then the council's."""
    found: list[Meeting] = []
    for entry in ROUNDS:
        homes = dict.fromkeys(
            home(p.nomination.recipient) for p in proposals() if p.nomination.round == entry.code
        )
        found += [_unit_meeting(entry.code, unit, place) for place, unit in enumerate(homes)]
        if (day := PLANS[entry.code].council) is not None:
            found.append(_council_meeting(entry.code, day))
    return tuple(found)


def _unit_meeting(round_code: str, unit: str, place: int) -> Meeting:
    day = PLANS[round_code].meetings
    for _ in range(place % 7):
        day = _next_working(day)
    room = so_bo.units()[unit]
    number = f"{1 + ten.number(round_code + unit, 28):02}/BB-{room.short_name or 'BX'}"
    present = _present(unit)
    return Meeting(
        f"H-{round_code}-{unit}",
        round_code,
        MeetingKind.UNIT,
        unit,
        day,
        ten.pick(round_code + unit, ("07:30", "08:00", "14:00", "15:30")),
        _room(unit),
        room.head,
        _secretary(unit, room.head),
        present,
        "",
        "" if (round_code, unit) == NO_MINUTES else number,
    )


def _next_working(day: date) -> date:
    following = day + timedelta(days=1)
    return following if WorkCalendar().is_working(following) else _next_working(following)


def _room(unit: str) -> str:
    if unit in so_bo.VILLAGE_NAMES:
        return f"Nhà văn hóa {so_bo.VILLAGE_NAMES[unit].replace('Thôn', 'thôn')}"
    return f"Phòng họp {so_bo.units()[unit].name}"


def _people(unit: str) -> tuple[Person, ...]:
    return so_bo.members(unit) or so_bo.members(so_bo.units()[unit].parent)


def _present(unit: str) -> str:
    if unit in so_bo.VILLAGE_NAMES:
        return f"{voters(unit)} đại diện hộ gia đình, Ban công tác Mặt trận, đoàn thể của thôn"
    if _told(unit):
        return f"{voters(unit)} thành viên của tổ"
    return ", ".join(person.name for person in _people(unit))


def _told(unit: str) -> bool:
    """Whether a team's minutes give a number: of its members the books know hardly anybody."""
    return len(_people(unit)) < 2 < (so_bo.units()[unit].headcount or 0)


def _secretary(unit: str, head: str) -> str:
    others = [person.name for person in _people(unit) if person.name != head]
    return others[-1] if others else so_bo.name("CN018")


def voters(unit: str) -> int:
    """Who votes in a unit's meeting: its people, or the households' delegates of a village."""
    if unit in so_bo.VILLAGE_NAMES:
        return 48 + ten.number(unit + "dd", 40)
    return so_bo.units()[unit].headcount or 0 if _told(unit) else len(_people(unit))


def _council_meeting(round_code: str, day: date) -> Meeting:
    names = {member.role: member.name for member in council()}
    return Meeting(
        f"H-{round_code}-HD",
        round_code,
        MeetingKind.COUNCIL,
        "",
        day,
        "08:00",
        _PLACE,
        names["Chủ tịch Hội đồng"],
        so_bo.name("CN018"),
        ", ".join(member.name for member in council()),
        "",
        f"{MINUTES[round_code]:02}/BB-HĐTĐKT",
    )


def votes() -> tuple[Vote, ...]:
    """Votes of the units' meetings, then of the council, on every nomination."""
    return tuple(
        vote
        for proposal in proposals()
        for vote in (_unit_vote(proposal), _council_vote(proposal))
        if vote is not None
    )


def _unit_vote(proposal: Proposal) -> Vote:
    nomination = proposal.nomination
    unit = home(nomination.recipient)
    against = ten.number(nomination.recipient + nomination.award, 3) == 0 and voters(unit) > 20
    return Vote(
        f"H-{nomination.round}-{unit}",
        nomination.recipient,
        nomination.award,
        voters(unit) - against,
        int(against),
    )


def _council_vote(proposal: Proposal) -> Vote | None:
    nomination = proposal.nomination
    if proposal.ballots is None:
        return None
    agree, disagree = proposal.ballots
    return Vote(f"H-{nomination.round}-HD", nomination.recipient, nomination.award, agree, disagree)


def notices() -> tuple[Notice, ...]:
    """Where each round's list hung, what people said and what was done about it."""
    found: list[Notice] = []
    for code, plan in PLANS.items():
        if plan.notice is not None:
            found += [
                Notice(
                    code,
                    place,
                    *plan.notice,
                    _NUMBERS[code],
                    *_OPINIONS.get((code, place), ("Không có ý kiến", "")),
                )
                for place in _PLACES
            ]
    return tuple(found)


_NUMBERS = {"D1": "142/TB-UBND", "D2": "97/TB-UBND", "D3": "31/TB-UBND"}
_PLACES = (
    "Bảng tin trụ sở Ủy ban nhân dân xã Vĩnh Khê Thượng",
    "Nhà văn hóa các thôn Đông Lĩnh, Đoài Khê, Thượng, Bến Đò, Cầu Gỗ",
    "Trang thông tin điện tử xã Vĩnh Khê Thượng",
)
_OPINIONS = {
    ("D1", _PLACES[1]): (
        "02 ý kiến: đề nghị ghi đúng tên thôn của một hộ hiến đất; hỏi về diện tích đất hộ "
        "thôn Thượng đã hiến",
        "Đã đối chiếu với biên bản hiến đất ngày 12/9/2025, sửa tên thôn và trả lời công khai tại "
        "nhà văn hóa thôn ngày 09/01/2026; người có ý kiến nhất trí",
    ),
    ("D1", _PLACES[2]): (
        "01 ý kiến khen ngợi cán bộ một cửa",
        "Đã tiếp thu, chuyển Trung tâm Phục vụ hành chính công",
    ),
    ("D3", _PLACES[0]): (
        "01 ý kiến đề nghị xét thêm tổ công nghệ số cộng đồng thôn Thượng",
        "Đã trả lời bằng Công văn số 118/UBND-VHXH ngày 20/3/2026: đề nghị bổ sung trong đợt sau",
    ),
}
