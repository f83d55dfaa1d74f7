"""Papers on demand over the sample commune: they agree with the books and with its dossiers."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.documents.text import plain_text
from khenthuong.domain.forms import FormDef
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import UserError
from khenthuong.services.paperwork import layout_check, office_papers, papers
from khenthuong.services.workspace import Workspace
from tests.documents.invented import answers
from tests.village_round import (
    AWARD,
    CODE,
    ELSEWHERE,
    HEADS,
    MEETING,
    NOT_AGREED,
    VILLAGE,
    add_village_round,
)

GROUPS = ("Niêm yết", "Quyết định, công văn", "Sổ, bảng tổng hợp", "Gia đình, thôn văn hóa",
          "Sáng kiến", "Bà mẹ Việt Nam anh hùng")  # fmt: skip
YEAR = "2025"


def said(form: FormDef) -> dict[str, object]:
    values: dict[str, object] = dict(answers(form, "Nội dung đã thống nhất.").values)
    for field in form.asks:
        if not field.source and field.type == "date":
            values[field.key] = "2026-01-15"
        elif not field.source and field.type == "year":
            values[field.key] = YEAR
    if form.id == "don_cong_nhan_sang_kien":
        values["tac_gia"] = ({"ten": "Trần Thị Mẫu", "ty_le": "100"},)
    elif form.id == "ba_me_04_to_trinh":
        values["danh_sach_ba_me"] = ({"ten": "Trần Thị Mẫu", "so_liet_si": "02"},)
    return values


def made(ws: Workspace, form_id: str, subject: Subject, **more: object) -> Path:
    return office_papers.make(ws, form_id, subject, {**said(ws.forms[form_id]), **more}).path


def text_of(ws: Workspace, form_id: str, subject: Subject, **more: object) -> str:
    return plain_text(made(ws, form_id, subject, **more).read_bytes()).replace("\u00a0", " ")


@pytest.fixture
def biggest(commune: Workspace) -> str:
    """The round with most nominations."""
    counts = storage.rounds.nomination_counts(commune.books)
    return max(counts, key=lambda code: counts[code])


def subject_for(ws: Workspace, form: FormDef, round_code: str) -> Subject:
    if form.scope == "recipient":
        person = next(iter(storage.register.persons(ws.books)))
        codes = {"ho_gia_dinh": "HM1", "tap_the": VILLAGE, "ca_nhan": person}
        return Subject(recipient=codes[next(iter(form.recipients), "ca_nhan")])
    return {
        "round": Subject(round=round_code),
        "meeting": Subject(round=CODE, meeting=MEETING),
        "year": Subject(year=YEAR),
        "movement": Subject(movement="PT04"),
        "cluster": Subject(cluster="CK01"),
    }[form.scope]


def test_every_form_is_made_and_laid_out_right(commune: Workspace, biggest: str) -> None:
    add_village_round(commune)
    off = []
    forms = [f for f in commune.forms.values() if f.group in GROUPS and f.on_demand]
    for form in forms:
        of_village = form.group == "Gia đình, thôn văn hóa"
        if form.id in ("quyet_dinh_thon_van_hoa", "giay_xac_nhan_sang_kien"):
            continue
        path = made(commune, form.id, subject_for(commune, form, CODE if of_village else biggest))
        off += [form.id] if layout_check.is_off(form, path) else []
    assert off == []
    assert len(forms) >= 22


def test_the_public_list_is_the_dossiers_list(
    commune: Workspace, biggest: str, tmp_path: Path
) -> None:
    text = text_of(commune, "thong_bao_niem_yet", Subject(round=biggest))
    listed = len(re.findall(r"(?m)^\d+ \| ", text))
    dossiers = papers.make(commune, biggest, tmp_path).papers
    lists = [
        plain_text(paper.path.read_bytes())
        for paper in dossiers
        if paper.plan.form_id == "danh_sach"
    ]
    assert listed == sum(len(re.findall(r"(?m)^\d+ \| ", one)) for one in lists) > 10


def test_nothing_private_hangs_in_public(commune: Workspace, biggest: str) -> None:
    text = text_of(commune, "thong_bao_niem_yet", Subject(round=biggest))
    persons = storage.register.persons(commune.books).values()
    numbers = [one.cccd for one in persons if one.cccd]
    assert numbers
    assert [one for one in numbers if one in text] == []
    born = [one.born.exact for one in persons if one.born and one.born.exact]
    assert [day for day in born if day.strftime("%d/%m/%Y") in text] == []
    assert not any(word in text.lower() for word in ("tố cáo", "khiếu nại", "đơn thư", "kỷ luật"))


def test_figures_of_the_year_are_the_register_s(commune: Workspace) -> None:
    won = storage.records.past_awards(commune.books)
    awards = [
        (code, one)
        for code, mine in won.items()
        for one in mine
        if (one.decision_date.year == 2025 if one.decision_date else str(one.year) == YEAR)
    ]
    kinds = [storage.register.get(commune.books, code).recipient_kind for code, _ in awards]
    expected = [kinds.count(kind) for kind in
                (RecipientKind.UNIT, RecipientKind.PERSON, RecipientKind.HOUSEHOLD)]  # fmt: skip
    text = text_of(commune, "bang_tong_hop_nam", Subject(year=YEAR))
    total = next(line for line in text.splitlines() if line.startswith("Tổng cộng"))
    assert [int(cell) for cell in total.split(" | ")[1:]] == [*expected, len(awards)]
    register = text_of(commune, "so_theo_doi_khen_thuong", Subject(year=YEAR))
    assert len(re.findall(r"(?m)^\d+ \| ", register)) == len(awards) > 5


def test_figures_of_a_round_are_its_nominations(commune: Workspace, biggest: str) -> None:
    text = text_of(commune, "bang_tong_hop_dot", Subject(round=biggest))
    total = next(line for line in text.splitlines() if line.startswith("Tổng cộng"))
    counted = len(storage.rounds.nominations(commune.books, biggest))
    assert total.split(" | ")[4] == str(counted)


def test_a_list_without_a_line_is_refused(commune: Workspace) -> None:
    add_village_round(commune)
    with pytest.raises(UserError, match="paper_empty"):
        made(commune, "quyet_dinh_cong_nhan_danh_hieu", Subject(round=CODE))
    with pytest.raises(UserError, match="paper_empty"):
        made(commune, "so_vang", Subject(year="1999"))
    assert office_papers.papers(commune) == ()


def test_a_village_tells_only_of_its_own_households(commune: Workspace) -> None:
    add_village_round(commune)
    about = Subject(round=CODE, meeting=MEETING)
    minutes = text_of(commune, "bien_ban_hop_gia_dinh_van_hoa", about)
    assert all(head in minutes for head in HEADS if head != ELSEWHERE)
    assert ELSEWHERE not in minutes
    summary = text_of(commune, "bang_tong_hop_gia_dinh_van_hoa", about)
    assert NOT_AGREED not in summary
    assert "cho 03 hộ gia đình" in text_of(commune, "de_nghi_gia_dinh_van_hoa", about)
    closing = text_of(commune, "bien_ban_ket_thuc_niem_yet", Subject(round=CODE))
    assert "(quy định: 10 ngày)" in closing
    assert "lấn đường" not in closing


def paper_text(ws: Workspace, code: str, form_id: str, authority: Authority, out: Path) -> str:
    found = next(
        one
        for one in papers.make(ws, code, out).papers
        if one.plan.form_id == form_id and one.authority is authority
    )
    return plain_text(found.path.read_bytes()).replace("\u00a0", " ")


def test_households_are_not_said_to_have_done_duties(commune: Workspace, tmp_path: Path) -> None:
    add_village_round(commune)
    for form_id in ("to_trinh", "quyet_dinh_khen_thuong"):
        text = paper_text(commune, CODE, form_id, Authority.COMMUNE, tmp_path)
        assert "thực hiện nhiệm vụ" not in text
        assert "thành tích trong xây dựng gia đình văn hóa năm 2025" in text
        bases = [line for line in text.splitlines() if line.startswith("Căn cứ")]
        decrees = [n for n, line in enumerate(bases) if line.startswith("Căn cứ Nghị định")]
        culture = next(n for n, line in enumerate(bases) if "86/2023/NĐ-CP" in line)
        assert culture == max(decrees)
        assert "Thông tư" in bases[culture + 1]


def test_other_rounds_do_not_cite_the_decree_of_households(
    commune: Workspace, biggest: str, tmp_path: Path
) -> None:
    awards = {one.award for one in storage.rounds.nominations(commune.books, biggest)}
    assert AWARD not in awards
    text = paper_text(commune, biggest, "to_trinh", Authority.PROVINCE, tmp_path)
    assert "86/2023/NĐ-CP" not in text
    assert "thành tích xuất sắc trong thực hiện nhiệm vụ năm 2025" in text


def test_a_number_of_a_letter_names_who_drafts_it(commune: Workspace, biggest: str) -> None:
    form_id = "cong_van_xin_y_kien"
    paper = office_papers.make(
        commune, form_id, Subject(round=biggest), said(commune.forms[form_id])
    ).paper
    office_papers.record_number(commune, paper.code, "8", date(2026, 1, 5))
    text = plain_text(
        office_papers.make(
            commune, form_id, Subject(round=biggest), said(commune.forms[form_id]), paper.code
        ).path.read_bytes()
    ).replace("\u2011", "-")
    assert re.search(r"Số:\s08/UBND-VHXH", text)
