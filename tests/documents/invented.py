"""An invented commune for the papers' tests: no name here belongs to anybody."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from khenthuong.domain.answers import Answers
from khenthuong.domain.appraisal import Appraisal, Counts, Demand, OpenPoint, Overridden
from khenthuong.domain.criteria import Award, Cite, LegalText
from khenthuong.domain.dossier import (
    DossierFacts,
    LeftOut,
    Nominee,
    PaperFinding,
    PaperNumber,
    PaperPlan,
)
from khenthuong.domain.findings import Finding, NominationCheck
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    Checked,
    Gender,
    MeetingKind,
    Principle,
    RecipientKind,
    RoundKind,
    SigningPower,
    Status,
    Step,
    UnitKind,
    VotingMethod,
)
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.records import Achievement, PastAward
from khenthuong.domain.register import Household, PartialDate, Person, Recipient, Unit
from khenthuong.domain.rounds import CouncilMember, Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.rules.fairness import Fairness, Measure, Share, YearShares
from khenthuong.domain.years import Year

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Vũ", "Hoàng", "Bùi")
_MIDDLE = ("Thị Thanh", "Văn", "Hữu", "Ngọc", "Minh", "Thị Hồng", "Đình", "Kim")
_GIVEN = ("An", "Bình", "Cúc", "Dũng", "Giang", "Hòa", "Khánh", "Lương", "Mận", "Ngà", "Phượng")
_UNITS = (
    "Phòng Văn hóa - Xã hội",
    "Trường Tiểu học An Bình",
    "Trạm Y tế xã An Bình",
    "Hợp tác xã Dịch vụ nông nghiệp tổng hợp An Bình",
    "Thôn Đông",
    "Văn phòng HĐND và UBND xã",
)
BASE_SALARY = 2_340_000

AWARDS = {
    "lao_dong_tien_tien": ("Lao động tiên tiến", AwardClass.TITLE, Authority.COMMUNE, "0.3"),
    "tap_the_lao_dong_tien_tien": (
        "Tập thể lao động tiên tiến",
        AwardClass.TITLE,
        Authority.COMMUNE,
        "0.8",
    ),
    "giay_khen_xa": (
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
        AwardClass.COMMENDATION,
        Authority.COMMUNE,
        "0.3",
    ),
    "bang_khen_cap_tinh": (
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
        AwardClass.COMMENDATION,
        Authority.PROVINCE,
        "1.5",
    ),
    "chien_si_thi_dua_cap_tinh": (
        "Chiến sĩ thi đua cấp tỉnh",
        AwardClass.TITLE,
        Authority.PROVINCE,
        "3.0",
    ),
    "tap_the_lao_dong_xuat_sac": (
        "Tập thể lao động xuất sắc",
        AwardClass.TITLE,
        Authority.PROVINCE,
        "1.5",
    ),
}


def award(award_id: str) -> Award:
    name, award_class, authority, _ = AWARDS[award_id]
    return Award(award_id, name, award_class, authority, tuple(RecipientKind), (), ())


def person(number: int) -> Person:
    name = " ".join((_FAMILY[number % 8], _MIDDLE[number * 3 % 8], _GIVEN[number % 11]))
    return Person(
        f"CN{number:03}",
        name,
        Gender.FEMALE if "Thị" in name else Gender.MALE,
        PartialDate(1980 + number % 20, 3, 9),
        position="Công chức",
        unit="TT001",
        education="Cử nhân Luật",
        home_town="Xã An Bình, tỉnh Hà Trung",
        residence="Thôn Đông, xã An Bình, tỉnh Hà Trung",
        joined=PartialDate(2005, 9),
    )


def unit(number: int) -> Unit:
    return Unit(
        f"TT{number:03}",
        _UNITS[number % 6],
        kind=UnitKind.OFFICE,
        head="Đặng Kim Ngà",
        headcount=12,
        address="Thôn Đông, xã An Bình, tỉnh Hà Trung",
    )


def household(number: int) -> Household:
    return Household(
        f"HO{number:03}",
        f"Bùi Đình {_GIVEN[number % 11]}",
        "Thôn Đông, xã An Bình, tỉnh Hà Trung",
        members=4,
    )


def proof(count: int) -> tuple[PaperFinding, ...]:
    """So many findings over the four demands, of every status and sureness."""
    statuses = (Status.MET, Status.MET, Status.TO_COMPARE, Status.MET, Status.MISSING)
    return tuple(
        PaperFinding(
            list(Principle)[number * 4 // max(count, 1)],
            f"Tiêu chuẩn số {number + 1}",
            statuses[number % 5],
            "Yêu cầu xếp loại hoàn thành tốt nhiệm vụ trở lên; sổ ghi năm 2025 hoàn thành xuất sắc "
            "nhiệm vụ theo Quyết định số 12/QĐ-UBND.",
            "điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng",
            (Checked.TEXT, Checked.SECOND_HAND, Checked.MEMORY)[number % 3],
            "Luật Thi đua, khen thưởng",
        )
        for number in range(count)
    )


def nominee(recipient: Recipient, award_id: str, *, findings: int = 6) -> Nominee:
    given = award(award_id)
    check = NominationCheck(
        recipient.code,
        award_id,
        given.name,
        given.authority,
        (),
        Status.TO_COMPARE,
        dict.fromkeys(Principle, Status.MET),
    )
    past = (
        PastAward(
            recipient.code,
            Year(2023),
            "Lao động tiên tiến",
            "lao_dong_tien_tien",
            "15/QĐ-UBND",
            date(2024, 1, 9),
            "Chủ tịch Ủy ban nhân dân huyện Hà Trung",
        ),
        PastAward(
            recipient.code,
            Year(2024),
            "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
            "giay_khen_xa",
            "07/QĐ-UBND",
            date(2025, 1, 20),
            "Chủ tịch Ủy ban nhân dân xã An Bình",
        ),
    )
    factor = Decimal(AWARDS[award_id][3]) * (1 if isinstance(recipient, Person) else 2)
    return Nominee(
        Nomination(
            "D2025",
            recipient.code,
            award_id,
            content="Hoàn thành xuất sắc nhiệm vụ được "
            "giao; đi đầu trong phong trào xây dựng nông thôn mới.",
        ),
        recipient,
        given,
        recipient.name,
        getattr(recipient, "position", ""),
        "Thôn Đông"
        if isinstance(recipient, Household)
        else ("Phòng Văn hóa - Xã hội" if isinstance(recipient, Person) else ""),
        None,
        check,
        achievements=(
            Achievement(
                "TH01",
                recipient.code,
                PartialDate(2025, 9, 18),
                content="Chèo thuyền đưa người già, trẻ em ra khỏi vùng ngập",
                result="11 người đến nơi an toàn",
            ),
        ),
        past_awards=past,
        council_vote=Vote("H1", recipient.code, award_id, agree=8, disagree=1),
        bonus=int(factor * BASE_SALARY),
        proof=proof(findings),
    )


def nominees(
    authority: Authority, units: int, persons: int, households: int
) -> tuple[Nominee, ...]:
    commune = authority is Authority.COMMUNE
    of_units = "tap_the_lao_dong_tien_tien" if commune else "tap_the_lao_dong_xuat_sac"
    of_persons = (
        ("lao_dong_tien_tien", "giay_khen_xa")
        if commune
        else ("chien_si_thi_dua_cap_tinh", "bang_khen_cap_tinh")
    )
    return (
        *(nominee(unit(n), of_units) for n in range(1, units + 1)),
        *(nominee(person(n), of_persons[n % 2]) for n in range(1, persons + 1)),
        *(nominee(household(n), of_persons[1]) for n in range(1, households + 1)),
    )


def council() -> tuple[CouncilMember, ...]:
    roles = ("Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng", "Ủy viên thư ký", *["Ủy viên"] * 6)
    positions = (
        "Chủ tịch Ủy ban nhân dân xã",
        "Phó Chủ tịch Ủy ban nhân dân xã",
        "Trưởng phòng Văn hóa - Xã hội",
        "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Chánh Văn phòng",
        "Trưởng phòng Kinh tế",
        "Chủ tịch Hội Nông dân xã",
        "Bí thư Đoàn xã",
        "Chủ tịch Hội Phụ nữ xã",
    )
    return tuple(
        CouncilMember(person(40 + n).name, role, positions[n], decision="03/QĐ-UBND")
        for n, role in enumerate(roles)
    )


def appraisal(authority: Authority) -> Appraisal:
    """A round of 60 nominations: something open in every demand, a hold, an override."""
    open_points = (
        OpenPoint("Có ít nhất 70% cá nhân đạt danh hiệu «Lao động tiên tiến»", Status.NOT_MET, 2),
        OpenPoint("", Status.ON_HOLD, 1, neutral=True),
        OpenPoint("Sáng kiến được công nhận", Status.MISSING, 3),
        OpenPoint("Sáng kiến được công nhận", Status.TO_COMPARE, 1),
        OpenPoint("Hoàn thành tốt nhiệm vụ được giao", Status.TO_COMPARE, 4),
    )
    nominees = dict.fromkeys(Measure, Share(4, 9)) | {
        Measure.DIRECT: Share(32, 48, 2),
        Measure.NON_STATE: Share(),
        Measure.HARD: Share(0, 0, 5),
    }
    last = dict.fromkeys(Measure, Share(1, 4))
    figures = Fairness(
        2025,
        nominees,
        last,
        dict.fromkeys(Measure, Share(30, 61, 3)),
        (YearShares(2024, 40, last, True), YearShares(2025, 60, nominees, True)),
    )
    note = Finding(
        "ty_le_nu",
        Principle.FAIR,
        Step.LIST,
        Status.TO_COMPARE,
        Cite("luat_06_2022", "5", "3"),
        Checked.TEXT,
        "finding.round_women",
    )
    quota = replace(
        note,
        id="ty_le_cstdcs",
        code="finding.quota",
        arguments={
            "award": "Chiến sĩ thi đua cơ sở",
            "of_award": "Lao động tiên tiến",
            "proposed": 8,
            "having": 40,
            "percent": 15,
        },
    )
    return Appraisal(
        (
            Counts(Authority.COMMUNE, 48, 30, 10, 1, 7, 41, 1),
            Counts(Authority.PROVINCE, 12, 8, 2, 0, 2, 10, 0),
        ),
        (
            Demand(Principle.ACCURATE, Status.NOT_MET, True, 49, 60, open_points),
            Demand(Principle.PUBLIC, Status.MET, True, 60, 60),
            Demand(Principle.FAIR, Status.TO_COMPARE, True, 60, 60, (), (note, quota)),
            Demand(Principle.TIMELY, Status.NOT_APPLICABLE, False, 0, 60),
        ),
        figures,
        (quota,),
        (
            Overridden(
                "Đặng Kim Ngà",
                AWARDS["lao_dong_tien_tien"][0],
                "Giấy chứng nhận đến sau ngày họp",
                "Vũ Minh Lương",
                date(2026, 1, 4),
            ),
        )
        if authority is Authority.COMMUNE
        else (),
    )


def facts(
    authority: Authority = Authority.COMMUNE,
    *,
    units: int = 2,
    persons: int = 5,
    households: int = 1,
    sealed: bool = False,
) -> DossierFacts:
    """A dossier of a round for 2025; `sealed` = văn thư has given numbers and dates."""
    numbers = (
        {
            "to_trinh": PaperNumber("to_trinh", "5", date(2026, 1, 5)),
            "quyet_dinh_khen_thuong": PaperNumber(
                "quyet_dinh_khen_thuong", "12", date(2026, 3, 15)
            ),
        }
        if sealed
        else {}
    )
    return DossierFacts(
        office=Office(
            "Ủy ban nhân dân xã An Bình", "Tỉnh Hà Trung", proposing_unit="Phòng Văn hóa - Xã hội"
        ),
        round=Round(
            "D2025",
            "Xét khen thưởng tổng kết năm 2025",
            RoundKind.MERIT,
            Year(2025),
            received=date(2026, 1, 10),
            receiver="Sở Nội vụ tỉnh Hà Trung",
        ),
        authority=authority,
        nominees=nominees(authority, units, persons, households),
        left_out=(
            LeftOut(
                "Ông Trần Văn Ngà",
                "Lao động tiên tiến",
                "Thôn Đông",
                "khong_dat",
                "Không đủ tỷ lệ phiếu đồng ý.",
                vote=Vote("H1", "CN099", "x", 3, 6),
            ),
            LeftOut(
                "Bà Lê Kim Mận",
                "Lao động tiên tiến",
                "Thôn Đoài",
                "chua_xet",
                "Chưa đủ điều kiện xét tại thời điểm này.",
            ),
        ),
        council=council(),
        meetings=(
            Meeting(
                "H1",
                "D2025",
                MeetingKind.COUNCIL,
                day=date(2025, 12, 20),
                time="08:00",
                place="Phòng họp Ủy ban nhân dân xã An Bình",
                chair=person(40).name,
                secretary=person(42).name,
                present="09/09 thành viên",
                minutes_number="02",
                method=VotingMethod.BY_HAND,
            ),
        ),
        votes=(),
        notices=(
            Notice(
                "D2025",
                "trụ sở Ủy ban nhân dân xã An Bình",
                date(2025, 12, 5),
                date(2025, 12, 15),
                "31/TB-UBND",
            ),
        ),
        signers=(
            Signer("Phạm Hữu Khánh", "Phó Chủ tịch", SigningPower.FOR),
            Signer("Vũ Minh Lương", "Chủ tịch"),
            Signer("Đặng Kim Ngà", "Trưởng phòng Văn hóa - Xã hội"),
        ),
        texts=(
            LegalText(
                "luat",
                "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022",
                "Luật Thi đua, khen thưởng",
                basis=True,
            ),
            LegalText(
                "nd152",
                "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ "
                "quy định về phân cấp, phân quyền trong lĩnh vực tổ chức nhà nước, thi đua, "
                "khen thưởng",
                "Nghị định 152/2025/NĐ-CP",
                basis=True,
            ),
        ),
        movement=None,
        round_findings=(),
        numbers=numbers,
        dossier_answers={},
        base_salary=BASE_SALARY,
        period_label="Luật Thi đua, khen thưởng năm 2022",
        prepared_on=date(2026, 1, 5),
        appraisal=appraisal(authority),
        contents=(
            PaperPlan("to_trinh", "", "", "00-to-trinh.docx", "Tờ trình"),
            PaperPlan("danh_sach", "", "", "01-danh-sach.docx", "Danh sách"),
            PaperPlan("", "", "", "05-minh-chung/anh-1.jpg", "Ảnh tuyến đường thôn Đông"),
        ),
    )


SAMPLE_TEXT = (
    "Tham mưu giải quyết 2.326 hồ sơ, đúng hạn 99,6%, tăng 12,4% so với năm 2024.\n"
    "Là tác giả sáng kiến “Sổ tay một cửa” được công nhận theo Quyết định số 21/QĐ-UBND.\n"
    "Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước."
)


def answers(form: FormDef, text: str = SAMPLE_TEXT, **more: object) -> Answers:
    """Every question answered by its type."""
    values: dict[str, object] = {}
    for field in form.asks:
        if field.source:
            continue
        if field.type == "multiline":
            values[field.key] = text
        elif field.type == "choice":
            values[field.key] = field.choices[0]
        elif field.type == "table":
            values[field.key] = tuple(
                {column.key: "1.250" for column in field.columns} for _ in range(3)
            )
        elif field.type == "date":
            values[field.key] = "2025-12-05"
        elif field.pattern:
            values[field.key] = "10 giờ 30"
        else:
            values[field.key] = text.split("\n")[0][:60]
    return Answers(form.id, form.version, {**values, **more})  # type: ignore[arg-type]


def nominee_for(form: FormDef, given: DossierFacts) -> Nominee | None:
    """The first nominee a nomination's form is for; None for a dossier's form."""
    if form.scope != "nomination":
        return None
    found = next(
        n
        for n in given.nominees
        if not form.recipients or n.recipient.recipient_kind.value in form.recipients
    )
    if form.field("quoc_tich") and isinstance(found.recipient, Person):
        return replace(found, recipient=replace(found.recipient, nationality="Nhật Bản"))
    return found


def with_text(given: Nominee, text: str) -> Nominee:
    """The nominee with a hostile text wherever a person can type."""
    return replace(
        given,
        name=text,
        position=text,
        unit_name=text,
        nomination=replace(
            given.nomination,
            content=text,
            override_reason=text,
            override_by=text,
            override_on=date(2026, 1, 4),
        ),
        proof=tuple(replace(f, sentence=text, label=text) for f in given.proof),
    )


Sources = Mapping[str, FormDef]
