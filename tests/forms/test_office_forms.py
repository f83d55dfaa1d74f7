"""Notices, decisions, letters, registers, forms of households: golden texts, hostile answers.

After a wanted change of wording run this file with GHI_LAI=1 in the environment and read the
difference.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.prefill import prefilled
from khenthuong.documents.render import PaperRenderer
from khenthuong.documents.text import plain_text
from khenthuong.domain.answers import Answers, validate
from khenthuong.domain.criteria import Award, Cite, Criterion, LegalText
from khenthuong.domain.dossier import DossierFacts, LeftOut, Nominee
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    Checked,
    InitiativeScope,
    MeetingKind,
    Principle,
    RecipientKind,
    Step,
)
from khenthuong.domain.office_papers import RegisteredAward, SubjectFacts
from khenthuong.domain.records import Initiative, Rating
from khenthuong.domain.rounds import Meeting, Notice, Vote
from khenthuong.domain.years import Year
from khenthuong.paths import shipped
from khenthuong.services.paperwork import layout_check
from tests.documents.invented import answers, facts, household, nominee, person, unit, with_text
from tests.forms.golden import hold

GROUPS = ("Niêm yết", "Quyết định, công văn", "Sổ, bảng tổng hợp", "Gia đình, thôn văn hóa",
          "Bà mẹ Việt Nam anh hùng")  # fmt: skip
INITIATIVES = ("don_cong_nhan_sang_kien", "bao_cao_sang_kien", "quyet_dinh_cong_nhan_sang_kien")
FORMS = {
    name: form
    for name, form in load_forms(shipped("forms"), None)[0].items()
    if form.group in GROUPS or name in INITIATIVES
}
HOSTILE = (
    "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]> {{ ten }} {% if %} &amp; "
    + unicodedata.normalize("NFD", "Nguyễn Hữu Ước")
    + "\x02\x0b\ufffe\nDòng hai\r\n\r\nDòng ba\t\tcuối"
)
COMPLAINT = "Đơn tố cáo ông Mận lấn đường"
NOTICES = (
    Notice("D2025", "Trụ sở Ủy ban nhân dân xã An Bình", date(2025, 12, 5), date(2025, 12, 15),
           "31/TB-UBND", "không có"),
    Notice("D2025", "Nhà văn hóa thôn Đông", date(2025, 12, 6), date(2025, 12, 15),
           "31/TB-UBND", COMPLAINT, "Đã trả lời"),
)  # fmt: skip
VILLAGE = replace(unit(1), code="T1", name="Thôn Đông", head="Tạ Văn Trưởng")
MEETING = Meeting("HT", "D2025", MeetingKind.UNIT, "T1", date(2025, 10, 30), "19:30",
                  "Nhà văn hóa thôn Đông", "Tạ Văn Trưởng", "Lê Thị Bút",
                  "60 đại diện hộ gia đình")  # fmt: skip
DECREE = LegalText("nd_86", "Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ",
                   "Nghị định số 86/2023/NĐ-CP", basis=True)  # fmt: skip


def culture(award_id: str, name: str) -> Award:
    days = Criterion(
        "niem_yet", Principle.PUBLIC, Step.NOTICE, "notice_days", Cite("nd_86"),
        Checked.SECOND_HAND, parameters={"days": 10},
    )  # fmt: skip
    return Award(
        award_id, name, AwardClass.TITLE, Authority.COMMUNE, tuple(RecipientKind), (), (days,)
    )


def of_culture(one: Nominee, award: Award) -> Nominee:
    return replace(one, award=award, nomination=replace(one.nomination, award=award.id), bonus=None)


def households(count: int) -> tuple[Nominee, ...]:
    award = culture("gia_dinh_van_hoa", "Gia đình văn hóa")
    made = (
        nominee(replace(household(n), village="T1"), "giay_khen_xa") for n in range(1, count + 1)
    )
    rated = [
        replace(one, ratings=(Rating(one.recipient.code, Year(2025), None, Decimal("92.5")),))
        for one in made
    ]
    return tuple(of_culture(one, award) for one in rated)


def village_facts() -> DossierFacts:
    nominees = households(3)
    votes = tuple(
        Vote("HT", one.recipient.code, "gia_dinh_van_hoa", *((55, 5) if n < 2 else (20, 40)))
        for n, one in enumerate(nominees)
    )
    village = nominee(replace(unit(2), name="Thôn Đoài"), "tap_the_lao_dong_tien_tien")
    award = culture("thon_to_dan_pho_van_hoa", "Thôn, tổ dân phố văn hóa")
    given = facts()
    return replace(
        given,
        nominees=(of_culture(village, award), *nominees),
        votes=votes,
        texts=(*given.texts, DECREE),
        notices=NOTICES,
    )


def year_facts() -> SubjectFacts:
    won = [
        RegisteredAward(one.recipient, one.unit_name, past)
        for one in facts().nominees
        for past in one.past_awards
    ]
    waiting = Initiative("SK1", "Sổ tay một cửa", ("CN001",), Year(2025), InitiativeScope.BASE)
    done = replace(waiting, code="SK2", name="Đã công nhận", decision_number="9/QĐ-UBND")
    won.sort(key=lambda one: (one.award.decision_date, one.recipient.code))
    return SubjectFacts(
        year=Year(2025),
        awards=tuple(won),
        initiatives=(waiting, done),
        authors={"CN001": person(1).name},
    )


def given_for(form: FormDef) -> DossierFacts:
    """Facts of the scope the form asks for."""
    left = LeftOut("Trần Văn Mận", "Lao động tiên tiến", "Thôn Đông", "khong_dat",
                   "Chưa có xếp loại năm 2025.")  # fmt: skip
    given = replace(facts(), notices=NOTICES, left_out=(*facts().left_out, left))
    given = replace(given, round=replace(given.round, deadline=date(2025, 12, 31)))
    if form.group == "Gia đình, thôn văn hóa":
        given = village_facts()
    elif form.authorities and "xa" not in form.authorities:
        given = replace(facts(Authority.PROVINCE), notices=NOTICES)
    about = SubjectFacts()
    if form.scope == "meeting":
        about = SubjectFacts(meeting=MEETING, unit=VILLAGE)
    elif form.scope == "year":
        about = year_facts()
    elif form.scope == "recipient":
        who = {"ho_gia_dinh": household(1), "tap_the": VILLAGE, "ca_nhan": person(1)}
        about = SubjectFacts(recipient=who[form.recipients[0]], recipient_unit=VILLAGE)
    return replace(given, subject=replace(about, symbol=form.symbol))


def said(form: FormDef, text: str = "Nội dung đã thống nhất.") -> Answers:
    """Every question answered by its type; dates and years as such."""
    values = dict(answers(form, text).values)
    for field in form.asks:
        if field.source:
            continue
        if field.type == "date":
            values[field.key] = "2026-01-15"
        elif field.type == "year":
            values[field.key] = "2025"
    if form.id == "don_cong_nhan_sang_kien":
        values["tac_gia"] = ({"ten": person(1).name, "nam_sinh": "1981", "ty_le": "100"},)
    elif form.id == "ba_me_04_to_trinh":
        values["danh_sach_ba_me"] = ({"ten": person(2).name, "so_liet_si": "02"},)
    return Answers(form.id, form.version, values)


def rendered(form: FormDef, given: DossierFacts, spoken: Answers | None = None) -> bytes:
    paper = PaperRenderer(template_path(form, shipped("forms"), None), form)
    return paper.render(build_context(form, given, None, spoken or said(form)))


def text_of(form_id: str, given: DossierFacts | None = None) -> str:
    form = FORMS[form_id]
    return plain_text(rendered(form, given or given_for(form))).replace("\u00a0", " ")


@pytest.fixture(params=list(FORMS), ids=list(FORMS))
def form(request: pytest.FixtureRequest) -> FormDef:
    return FORMS[request.param]


def test_golden_text(form: FormDef) -> None:
    text = hold(form.id, "mau", rendered(form, given_for(form)))
    assert "None" not in text
    assert "……" not in text


def test_template_and_fields_agree_both_ways(form: FormDef) -> None:
    used = PaperRenderer(template_path(form, shipped("forms"), None), form).used
    assert sorted({field.key for field in form.fields} - used) == []
    columns = {column.key for field in form.fields for column in field.columns}
    assert sorted(columns - {name.rpartition(".")[2] for name in used}) == []


def test_what_is_not_compared_says_so(form: FormDef) -> None:
    assert form.note
    assert form.group
    assert form.checked is not Checked.MEMORY or "chưa đối chiếu" in form.note


def test_layout_by_decree_30(form: FormDef, tmp_path: Path) -> None:
    path = tmp_path / "giay.docx"
    path.write_bytes(rendered(form, given_for(form)))
    assert not layout_check.is_off(form, path)


def test_good_answers_are_complete(form: FormDef) -> None:
    given = given_for(form)
    assert validate(form, said(form), prefilled(form, given, None)) == []


def test_hostile_texts_come_out_whole(form: FormDef) -> None:
    given = given_for(form)
    given = replace(given, nominees=tuple(with_text(n, HOSTILE) for n in given.nominees))
    given = replace(given, notices=tuple(replace(n, place=HOSTILE) for n in given.notices))
    given = replace(given, left_out=tuple(replace(n, shown=HOSTILE) for n in given.left_out))
    about = given.subject
    assert about is not None
    awards = tuple(
        replace(one, unit_name=HOSTILE, recipient=replace(one.recipient, name=HOSTILE))
        for one in about.awards
    )
    given = replace(given, subject=replace(about, awards=awards))
    made = rendered(form, given, said(form, HOSTILE))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        raw = archive.read("word/document.xml")
    etree.fromstring(raw, etree.XMLParser(recover=False))
    text = plain_text(made)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    assert "None" not in text
    if form.id not in ("bang_tong_hop_dot", "bang_tong_hop_nam"):
        assert "sở kh&cn <b>đậm</b>" in text.lower()


def test_a_public_list_tells_name_unit_and_award_only() -> None:
    form = FORMS["thong_bao_niem_yet"]
    given = given_for(form)
    text = text_of(form.id)
    for one in given.nominees:
        assert one.name in text
        assert one.nomination.content not in text
        address = getattr(one.recipient, "address", "")
        assert not address or address not in text
    assert not re.search(r"\d{2}/\d{2}/19\d\d|09/03", text)
    assert COMPLAINT not in text
    assert "từ ngày 05/12/2025 đến hết ngày 15/12/2025" in text


def test_days_are_counted_with_first_and_last_and_opinions_only_told_of() -> None:
    given = village_facts()
    form = FORMS["bien_ban_ket_thuc_niem_yet"]
    text = text_of(form.id, replace(given, subject=SubjectFacts(symbol="BB")))
    assert "05/12/2025 | 15/12/2025 | 11 | không có ý kiến" in text
    assert "06/12/2025 | 15/12/2025 | 10 | có ý kiến, đã trả lời" in text
    assert "(quy định: 10 ngày)" in text
    assert "(quy định" not in text_of(form.id)
    assert "tố cáo" not in text.lower()


def test_the_decision_on_titles_leaves_out_commendations_and_households() -> None:
    text = text_of("quyet_dinh_cong_nhan_danh_hieu")
    assert "Lao động tiên tiến" in text
    assert "Giấy khen" not in text
    of_households = text_of("quyet_dinh_gia_dinh_van_hoa")
    assert "Công nhận danh hiệu “Gia đình văn hóa” năm 2025 cho 03 hộ gia đình" in of_households
    assert "Nghị định số 86/2023/NĐ-CP" in of_households
    assert "Thôn Đoài" not in of_households
    assert "Thôn Đoài" in text_of("quyet_dinh_thon_van_hoa")


def test_what_is_only_not_yet_considered_is_not_returned() -> None:
    text = text_of("cong_van_tra_ho_so")
    assert "Trần Văn Mận" in text
    assert "Chưa có xếp loại năm 2025." in text
    assert "Lê Kim Mận" not in text
    assert "tại thời điểm này" not in text


def test_a_village_s_minutes_count_who_was_agreed_to() -> None:
    names = [one.name for one in households(3)]
    minutes = text_of("bien_ban_hop_gia_dinh_van_hoa")
    assert all(name in minutes for name in names)
    assert "55/60 | 91,7%" in minutes
    assert "Kết luận: 02 hộ gia đình" in minutes
    summary = text_of("bang_tong_hop_gia_dinh_van_hoa")
    assert names[2] not in summary
    assert "số hộ đủ điều kiện đề nghị: 02" in summary


def figures(text: str) -> tuple[list[list[int]], list[int]]:
    rows = [line.split(" | ") for line in text.splitlines() if " | " in line]
    lines = [[int(cell) for cell in row[2:]] for row in rows if row[0].isdigit()]
    total = next([int(cell) for cell in row[1:]] for row in rows if row[0] == "Tổng cộng")
    return lines, total


@pytest.mark.parametrize("form_id", ["bang_tong_hop_dot", "bang_tong_hop_nam"])
def test_figures_add_up(form_id: str) -> None:
    given = given_for(FORMS[form_id])
    lines, total = figures(text_of(form_id))
    assert [sum(column) for column in zip(*lines, strict=True)] == total
    assert all(sum(line[:3]) == line[3] for line in [*lines, total])
    assert given.subject is not None
    counted = len(given.nominees) if form_id == "bang_tong_hop_dot" else len(given.subject.awards)
    assert total[3] == counted


def test_the_gold_book_numbers_through_or_by_decision() -> None:
    form = FORMS["so_vang"]
    given = given_for(form)
    through, by_decision = (
        plain_text(rendered(form, given, replace(said(form), values={"danh_so": way})))
        for way in ("Theo năm", "Theo từng quyết định")
    )
    numbers = [
        [line.split(" | ")[0] for line in text.splitlines() if line[:1].isdigit()]
        for text in (through, by_decision)
    ]
    assert numbers[0] == [str(n) for n in range(1, len(numbers[0]) + 1)]
    assert numbers[1] == [*numbers[0][:8], *numbers[0][:8]]


def test_only_initiatives_without_a_decision_wait_for_one() -> None:
    text = text_of("quyet_dinh_cong_nhan_sang_kien")
    assert "Công nhận 01 sáng kiến năm 2025" in text
    assert f"Sổ tay một cửa | {person(1).name}" in text
    assert "Đã công nhận" not in text


@pytest.mark.parametrize(
    ("authority", "asks", "submits", "decides"),
    [
        (Authority.PROVINCE, "xem xét, khen thưởng", "xem xét, quyết định", "Chủ tịch Ủy ban"),
        (
            Authority.PRIME_MINISTER,
            "xem xét, trình Thủ tướng Chính phủ khen thưởng",
            "xem xét, trình Thủ tướng Chính phủ quyết định",
            "Thủ tướng Chính phủ.",
        ),
        (
            Authority.PRESIDENT,
            "xem xét, trình Thủ tướng Chính phủ đề nghị Chủ tịch nước khen thưởng",
            "xem xét, trình Thủ tướng Chính phủ đề nghị Chủ tịch nước quyết định",
            "Chủ tịch nước.",
        ),
        (
            Authority.OTHER,
            "xem xét, trình cấp có thẩm quyền khen thưởng",
            "xem xét, trình cấp có thẩm quyền quyết định",
            "cấp có thẩm quyền.",
        ),
    ],
)
def test_the_province_only_submits_what_others_decide(
    authority: Authority, asks: str, submits: str, decides: str
) -> None:
    """Điều 83 khoản 1, 2: the commune goes to the province, the province upwards."""
    every = load_forms(shipped("forms"), None)[0]
    given = replace(facts(Authority.PROVINCE), authority=authority)
    chairman = "Chủ tịch Ủy ban nhân dân tỉnh Hà Trung"
    request = plain_text(rendered(every["to_trinh"], given)).replace("\u00a0", " ")
    assert f"đề nghị {chairman} {asks} 02 tập thể" in request
    assert f"kính trình {chairman} {submits}./." in request
    contents = plain_text(rendered(every["muc_luc"], given)).replace("\u00a0", " ")
    assert f"Người có thẩm quyền quyết định: {decides}" in contents


@pytest.mark.parametrize(
    ("kept", "phrase"),
    [
        (slice(0, 1), "thành tích trong xây dựng thôn, tổ dân phố văn hóa năm 2025"),
        (slice(1, None), "thành tích trong xây dựng gia đình văn hóa năm 2025"),
        (
            slice(None),
            "thành tích trong xây dựng gia đình văn hóa và xây dựng thôn, tổ dân phố văn hóa "
            "năm 2025",
        ),
    ],
)
def test_what_a_round_on_culture_rewards(kept: slice, phrase: str) -> None:
    every = load_forms(shipped("forms"), None)[0]
    given = village_facts()
    text = plain_text(rendered(every["to_trinh"], replace(given, nominees=given.nominees[kept])))
    assert phrase in text.replace("\u00a0", " ")
    mixed = replace(given, nominees=(*given.nominees[1:], *facts().nominees))
    text = plain_text(rendered(every["to_trinh"], mixed)).replace("\u00a0", " ")
    assert "trong thực hiện nhiệm vụ và xây dựng gia đình văn hóa năm 2025" in text
