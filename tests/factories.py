"""Valid values of the domain by default; a test names only what it is about. All names invented."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from khenthuong.domain.batch import Batch, Entry, Place
from khenthuong.domain.kinds import (
    AchievementKind,
    Authority,
    DisciplineForm,
    InitiativeScope,
    MeetingKind,
    RatingLevel,
    RecipientKind,
    RoundKind,
)
from khenthuong.domain.movement import Movement, Target
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.receiving import ReceivedPackage, Submission, Submitted
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, PartialDate, Person, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.years import Year

T = TypeVar("T")

SHEETS = {
    "office": "Cơ quan",
    "signers": "Người ký",
    "units": "Tập thể",
    "persons": "Cá nhân",
    "careers": "Quá trình",
    "households": "Hộ gia đình",
    "movements": "Phong trào",
    "targets": "Chỉ tiêu",
    "initiatives": "Sáng kiến",
    "achievements": "Thành tích",
    "ratings": "Xếp loại",
    "awards": "Khen thưởng",
    "disciplines": "Kỷ luật",
    "rounds": "Đợt xét",
    "nominations": "Đề nghị",
    "answers": "Trả lời biểu mẫu",
    "council": "Hội đồng",
    "meetings": "Họp",
    "votes": "Biểu quyết",
    "notices": "Niêm yết",
}


def _make(kind: type[T], fields: dict[str, Any]) -> T:
    return kind(**fields)


def office(**changes: Any) -> Office:
    return _make(
        Office,
        {
            "name": "Ủy ban nhân dân Xã Đồng Mây",
            "province": "Tỉnh Thử Nghiệm",
            "complete_from": 2015,
            **changes,
        },
    )


def signer(**changes: Any) -> Signer:
    return _make(
        Signer,
        {"name": "Trần Văn Ký", "position": "Chủ tịch", "start": date(2025, 7, 1), **changes},
    )


def unit(code: str = "TT-001", **changes: Any) -> Unit:
    return _make(
        Unit,
        {"code": code, "name": "Phòng Kinh tế", "short_name": "P. KT", "headcount": 12, **changes},
    )


def person(code: str = "CN-001", **changes: Any) -> Person:
    return _make(
        Person,
        {
            "code": code,
            "name": "Nguyễn Thị Ướt",
            "position": "Chuyên viên",
            "born": PartialDate(1985, 3, 9),
            **changes,
        },
    )


def household(code: str = "HO-001", **changes: Any) -> Household:
    return _make(
        Household,
        {"code": code, "name": "Đặng Văn Ruộng", "address": "Thôn Mây", "members": 4, **changes},
    )


def career(recipient: str = "CN-001", **changes: Any) -> CareerStep:
    return _make(
        CareerStep,
        {"recipient": recipient, "start": PartialDate(2010, 9), "position": "Nhân viên", **changes},
    )


def rating(recipient: str = "CN-001", **changes: Any) -> Rating:
    return _make(
        Rating,
        {"recipient": recipient, "year": Year(2025), "level": RatingLevel.EXCELLENT, **changes},
    )


def past_award(recipient: str = "CN-001", **changes: Any) -> PastAward:
    return _make(
        PastAward,
        {
            "recipient": recipient,
            "year": Year(2024),
            "award_name": "Chiến sĩ thi đua cơ sở",
            "award": "chien_si_thi_dua_co_so",
            "decision_number": "12/QĐ-UBND",
            "decision_date": date(2024, 12, 20),
            "issuer": "UBND huyện Cũ",
            **changes,
        },
    )


def initiative(code: str = "SK-001", **changes: Any) -> Initiative:
    return _make(
        Initiative,
        {
            "code": code,
            "name": "Sổ tay điện tử",
            "authors": ("CN-001",),
            "year": Year(2025),
            "scope": InitiativeScope.BASE,
            "decision_number": "5/QĐ",
            **changes,
        },
    )


def achievement(code: str = "KQ-001", **changes: Any) -> Achievement:
    return _make(
        Achievement,
        {
            "code": code,
            "recipient": "CN-001",
            "when": PartialDate(2025, 6),
            "kind": AchievementKind.MERIT,
            "content": "Hoàn thành sớm",
            **changes,
        },
    )


def discipline(recipient: str = "CN-001", **changes: Any) -> Discipline:
    return _make(
        Discipline,
        {
            "recipient": recipient,
            "form": DisciplineForm.REPRIMAND,
            "start": date(2023, 2, 1),
            "end": date(2024, 2, 1),
            **changes,
        },
    )


def movement(code: str = "PT-001", **changes: Any) -> Movement:
    return _make(
        Movement,
        {
            "code": code,
            "name": "Chung tay xây dựng nông thôn mới",
            "plan_number": "10/KH-UBND",
            "issued": date(2025, 1, 15),
            **changes,
        },
    )


def target(**changes: Any) -> Target:
    return _make(
        Target,
        {
            "movement": "PT-001",
            "content": "Đường bê tông",
            "unit": "km",
            "planned": "31,1",
            "period": "2025",
            **changes,
        },
    )


def round_(code: str = "DX-2025", **changes: Any) -> Round:
    return _make(
        Round,
        {
            "code": code,
            "name": "Khen thưởng năm 2025",
            "kind": RoundKind.MERIT,
            "year": Year(2025),
            "received": date(2025, 12, 15),
            **changes,
        },
    )


def nomination(**changes: Any) -> Nomination:
    return _make(
        Nomination,
        {"round": "DX-2025", "recipient": "CN-001", "award": "chien_si_thi_dua_co_so", **changes},
    )


def council_member(**changes: Any) -> CouncilMember:
    return _make(
        CouncilMember,
        {"name": "Trần Văn Ký", "role": "Chủ tịch Hội đồng", "start": date(2025, 7, 10), **changes},
    )


def meeting(code: str = "H-01", **changes: Any) -> Meeting:
    return _make(
        Meeting,
        {
            "code": code,
            "round": "DX-2025",
            "kind": MeetingKind.COUNCIL,
            "day": date(2025, 12, 1),
            "place": "Hội trường",
            **changes,
        },
    )


def vote(**changes: Any) -> Vote:
    return _make(
        Vote,
        {
            "meeting": "H-01",
            "recipient": "CN-001",
            "award": "chien_si_thi_dua_co_so",
            "agree": 9,
            **changes,
        },
    )


def notice(**changes: Any) -> Notice:
    return _make(
        Notice,
        {
            "round": "DX-2025",
            "place": "Nhà văn hóa thôn Mây",
            "start": date(2025, 12, 2),
            "end": date(2025, 12, 9),
            **changes,
        },
    )


def entries(sheet: str, values: Any) -> tuple[Entry[Any], ...]:
    """Values as the rows of a sheet, from row 2 on."""
    return tuple(Entry(Place(SHEETS[sheet], n), value) for n, value in enumerate(values, start=2))


def batch(**sheets: Any) -> Batch:
    """A batch from lists of values: ``batch(units=[unit()], persons=[person()])``."""
    return Batch(**{name: entries(name, values) for name, values in sheets.items()})


def whole_batch() -> Batch:
    """One row in every sheet, each naming the others."""
    from khenthuong.domain.batch import AnswerCell, OfficeSetting

    return batch(
        office=[
            OfficeSetting("Tên cơ quan", "Ủy ban nhân dân Xã Đồng Mây"),
            OfficeSetting("Tỉnh", "Tỉnh Thử Nghiệm"),
            OfficeSetting("Sổ đầy đủ từ năm", "2015"),
            OfficeSetting("Điện thoại", "0900"),
        ],
        signers=[signer()],
        # The child before its parent, as people fill in workbooks.
        units=[unit("TT-002", name="Tổ Một cửa", parent="TT-001"), unit()],
        persons=[person(unit="TT-001")],
        careers=[career()],
        households=[household(village="TT-001")],
        movements=[movement()],
        targets=[target()],
        initiatives=[initiative()],
        achievements=[achievement(movement="PT-001", evidence=("giay-xac-nhan.pdf",))],
        ratings=[rating()],
        awards=[past_award(initiatives=("SK-001",), achievements=("KQ-001",))],
        disciplines=[discipline()],
        rounds=[round_(movement="PT-001")],
        nominations=[nomination(initiatives=("SK-001",), achievements=("KQ-001",))],
        answers=[
            AnswerCell("DX-2025", "CN-001", "bao_cao_thanh_tich_ca_nhan", "thanh_tich", "Làm tốt"),
            AnswerCell("DX-2025", "CN-001", "bao_cao_thanh_tich_ca_nhan", "bang[2].nam", "2024"),
        ],
        council=[council_member(person="CN-001")],
        meetings=[meeting(unit="TT-001")],
        votes=[vote()],
        notices=[notice()],
    )


def submission(code: str = "HS-2026-001", **fields: Any) -> Submission:
    base = Submission(
        code,
        "Xã Suối Mây",
        "Tỉnh Thử Nghiệm",
        "xa",
        "D1",
        f"Tổng kết {code}",
        RoundKind.MERIT,
        Year(2025),
        Authority.PROVINCE,
    )
    # One dossier of one office comes once: another code is another round of theirs.
    return replace(base, **{"round": f"D-{code}", **fields})


def received_package(code: str = "HS-2026-001", version: int = 1, **fields: Any) -> ReceivedPackage:
    base = ReceivedPackage(
        code,
        version,
        f"{version:064x}",
        date(2026, 1, 20),
        "Lê Thị Ghi",
        date(2026, 1, 18),
        f"goi_v{version}.zip",
        f"ho_so_nhan/{code}/v{version}.zip",
        "{}",
    )
    return replace(base, **fields)


def submitted(code: str = "HS-2026-001", recipient: str = "CN01", **fields: Any) -> Submitted:
    base = Submitted(
        code,
        recipient,
        "bang_khen_cap_tinh",
        RecipientKind.PERSON,
        "Vi Thị Nhài",
        "vi thi nhai",
        "Trưởng thôn",
        "Thôn Thượng",
        "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh",
    )
    return replace(base, **fields)
