"""One tree of facts for all papers: names, signers, counts, blanks, and never a None."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from khenthuong import texts
from khenthuong.documents.context import (
    BRANCHES,
    NOMINEE_BRANCHES,
    build_context,
    refuse_unknown_paths,
)
from khenthuong.documents.filters import BLANK, HYPHEN, MISSING
from khenthuong.documents.prefill import missing_facts, prefilled
from khenthuong.documents.wording import official_name
from khenthuong.domain.answers import Answers
from khenthuong.domain.forms import FieldDef, FormDef, SectionDef
from khenthuong.domain.kinds import Authority, InitiativeScope, MeetingKind, RoundKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.office import Office
from khenthuong.domain.office_papers import RegisteredAward, SubjectFacts
from khenthuong.domain.records import Initiative
from khenthuong.domain.rounds import Vote
from khenthuong.domain.years import Year
from khenthuong.errors import CatalogError
from khenthuong.paths import shipped
from tests.documents.invented import answers, council, facts, nominee_for, person, unit, with_text

Forms = Mapping[str, FormDef]


def plain(value: object) -> str:
    return str(value).replace("\u00a0", " ").replace(HYPHEN, "-")


def context(forms: Forms, form_id: str, authority: Authority = Authority.COMMUNE, **changes):
    given = replace(facts(authority), **changes)
    form = forms[form_id]
    return build_context(form, given, nominee_for(form, given), None)


def test_every_declared_key_is_there(forms: Forms) -> None:
    for form in forms.values():
        given = facts()
        made = build_context(form, given, nominee_for(form, given), answers(form))
        for field in form.fields:
            value: object = made
            for part in field.key.split("."):
                value = value[part]  # type: ignore[index]
            assert value is not None


def test_every_path_leads_somewhere(forms: Forms) -> None:
    for form in forms.values():
        refuse_unknown_paths(form)
    lost = FieldDef("a", "text", "A", source="co_quam.ten", fact=True)
    with pytest.raises(CatalogError) as caught:
        refuse_unknown_paths(replace(forms["to_trinh"], sections=(SectionDef("A", (lost,)),)))
    assert "có phải «co_quan»?" in texts.say(caught.value.code, caught.value.arguments)


@pytest.mark.parametrize(
    ("name", "place", "own", "upper"),
    [
        ("Ủy ban nhân dân xã An Bình", "", "An Bình", "xã An Bình"),
        ("Xã An Bình", "", "An Bình", "xã An Bình"),
        ("UBND Phường 1", "", "Phường 1", "Phường 1"),
        ("Đặc khu Hòn Lớn", "", "Hòn Lớn", "đặc khu Hòn Lớn"),
        ("Ủy ban nhân dân xã An Bình", "An Hạ", "An Hạ", "xã An Bình"),
    ],
)
def test_names_of_the_office(forms: Forms, name: str, place: str, own: str, upper: str) -> None:
    made = context(forms, "to_trinh", office=Office(name, "Hà Trung", place=place))
    assert made["co_quan"]["dia_danh"] == own
    assert made["co_quan"]["noi"] == upper
    assert made["co_quan"]["ten"] == f"Ủy ban nhân dân {upper}"


@pytest.mark.parametrize(
    ("province", "chairman"),
    [
        ("Tỉnh Hà Trung", "Chủ tịch Ủy ban nhân dân tỉnh Hà Trung"),
        ("Hà Trung", "Chủ tịch Ủy ban nhân dân tỉnh Hà Trung"),
        ("Thành phố Hồ Chí Minh", "Chủ tịch Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("Thành phố Hà Trung", "Chủ tịch Ủy ban nhân dân thành phố Hà Trung"),
    ],
)
def test_who_is_asked(forms: Forms, province: str, chairman: str) -> None:
    made = context(
        forms, "to_trinh", Authority.PROVINCE, office=Office("Ủy ban nhân dân xã An Bình", province)
    )
    assert made["tinh"]["chu_tich"] == chairman


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (
            "Giấy khen của Chủ tịch Ủy ban nhân dân xã",
            "Giấy khen của Chủ tịch Ủy ban nhân dân Phường 1",
        ),
        (
            "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh",
            "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hà Trung",
        ),
        ("Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Thủ tướng Chính phủ"),
    ],
)
def test_commendations_name_the_committee_that_is_meant(name: str, written: str) -> None:
    assert official_name(name, Office("UBND Phường 1", "Hà Trung")) == written


def test_the_unit_asks_the_communes_own_chairman(forms: Forms) -> None:
    made = context(forms, "to_trinh")
    assert made["tinh"]["kinh_gui"] == "Chủ tịch Ủy ban nhân dân xã An Bình"
    assert made["co_quan"]["dong_duoi"] == "Phòng Văn hóa - Xã hội"
    assert made["van_ban"]["to_trinh"]["so"] == f"{BLANK}/TTr{HYPHEN}VHXH"
    assert made["ky"]["truong_phong"] == "Đặng Kim Ngà"


def test_numbers_given_by_van_thu(forms: Forms) -> None:
    given = facts(Authority.PROVINCE, sealed=True)
    made = build_context(forms["to_trinh"], given, None, None)
    assert plain(made["van_ban"]["to_trinh"]["so"]) == "05/TTr-UBND"
    assert plain(made["van_ban"]["to_trinh"]["ngay"]) == "ngày 05 tháng 01 năm 2026"


def test_the_chairman_signs_unless_a_deputy_is_named(forms: Forms) -> None:
    form, given = forms["quyet_dinh_khen_thuong"], facts()
    made = build_context(form, given, None, None)
    assert (made["nguoi_ky"], made["ky"]["quyen_han"], made["ky"]["chuc_vu"]) == (
        "Vũ Minh Lương",
        "",
        "CHỦ TỊCH",
    )
    named = Answers(form.id, form.version, {"nguoi_ky": "phạm hữu khánh"})
    made = build_context(form, given, None, named)
    assert (made["ky"]["quyen_han"], made["ky"]["chuc_vu"]) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_a_stranger_does_not_sign_as_chairman(forms: Forms) -> None:
    form = forms["quyet_dinh_khen_thuong"]
    named = Answers(form.id, form.version, {"nguoi_ky": "Bùi Đình Hòa"})
    assert build_context(form, facts(), None, named)["ky"]["chuc_vu"] == MISSING


def test_counts_and_groups(forms: Forms) -> None:
    made = context(forms, "danh_sach")
    assert plain(made["so_luong"]["tong"]) == "02 tập thể, 05 cá nhân và 01 hộ gia đình"
    assert made["so_luong"]["tong_chu"] == "Hai tập thể, năm cá nhân và một hộ gia đình"
    assert [(g["so"], g["ten"], len(g["dong"])) for g in made["nhom"]] == [
        ("I", "Tập thể", 2),
        ("II", "Cá nhân", 5),
        ("III", "Hộ gia đình", 1),
    ]
    assert [row["stt"] for row in made["nhom"][1]["dong"]] == [1, 2, 3, 4, 5]


def test_each_group_s_rows_alone(forms: Forms) -> None:
    given = facts()
    tree = {name: BRANCHES[name](given, None) for name in ("tap_the", "ca_nhan", "ho_gia_dinh")}
    assert [len(rows) for rows in tree.values()] == [2, 5, 1]  # type: ignore[arg-type]
    assert plain(tree["ho_gia_dinh"]).startswith("[{'stt': 1, 'ten': 'Hộ gia đình ông (bà)")


def test_groups_without_members_vanish(forms: Forms) -> None:
    given = facts(units=0, households=0, persons=3)
    made = build_context(forms["danh_sach"], given, None, None)
    assert [(g["so"], g["ten"]) for g in made["nhom"]] == [("I", "Cá nhân")]


def test_votes_are_a_share_of_all_members(forms: Forms) -> None:
    made = context(forms, "bien_ban_hop_hoi_dong")
    row = made["bieu_quyet"][0]
    assert (row["dong_y"], row["ty_le"]) == ("8/9", "88,9%")
    assert made["khong_dong_y"][0]["ty_le"] == "33,3%"
    assert made["hop"]["tong_xet"] == "09"
    assert [row["ten"] for row in made["khong_trinh"]] == ["Bà Lê Kim Mận"]


def test_no_vote_shows_that_it_is_missing(forms: Forms) -> None:
    given = facts(persons=1, units=0, households=0)
    given = replace(given, nominees=(replace(given.nominees[0], council_vote=None),))
    row = build_context(forms["bien_ban_hop_hoi_dong"], given, None, None)["bieu_quyet"][0]
    assert row["ty_le"] == row["dong_y"] == MISSING


def test_a_full_vote_has_no_decimal(forms: Forms) -> None:
    given = facts(persons=1, units=0, households=0)
    all_of_them = Vote("H1", "CN001", "x", 9)
    given = replace(given, nominees=(replace(given.nominees[0], council_vote=all_of_them),))
    row = build_context(forms["bien_ban_hop_hoi_dong"], given, None, None)["bieu_quyet"][0]
    assert row["ty_le"] == "100%"


def test_bonus_total_only_where_every_bonus_is_known(forms: Forms) -> None:
    form, given = forms["quyet_dinh_khen_thuong"], facts()
    assert plain(build_context(form, given, None, None)["tien_thuong"]["tong"]) == "12.402.000 đồng"
    unknown = (replace(given.nominees[0], bonus=None), *given.nominees[1:])
    made = build_context(form, replace(given, nominees=unknown), None, None)
    assert made["tien_thuong"]["co_tong"] is False


def test_bases_cite_plan_and_minutes(forms: Forms) -> None:
    movement = Movement(
        "P1",
        "Cả nước chung tay xây dựng nông thôn mới",
        plan_number="31/KH-UBND",
        issued=date(2025, 2, 3),
        issuer="Ủy ban nhân dân xã An Bình",
    )
    rows = context(forms, "to_trinh", movement=movement)["can_cu"]
    cited = [plain(row["noi_dung"]) for row in rows]
    assert cited[0] == "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
    assert cited[2].startswith("Kế hoạch số 31/KH-UBND ngày 03 tháng 02 năm 2025 của Ủy ban")
    assert cited[3].endswith("xã An Bình số 02/BB-HĐTĐKT ngày 20 tháng 12 năm 2025")


def test_without_a_council_meeting_nothing_cites_its_minutes(forms: Forms) -> None:
    rows = context(forms, "to_trinh", meetings=())["can_cu"]
    assert len(rows) == 2


@pytest.mark.parametrize("kind", list(RoundKind))
def test_every_kind_of_round_has_its_words(forms: Forms, kind: RoundKind) -> None:
    given = facts()
    given = replace(given, round=replace(given.round, kind=kind, year=Year(2025, school=True)))
    made = build_context(forms["to_trinh"], given, None, None)
    assert "năm học 2025-2026" in plain(made["dot"]["noi_dung"])


def test_past_awards_by_class_with_their_decisions(forms: Forms) -> None:
    made = context(forms, "bao_cao_thanh_tich_ca_nhan")
    assert plain(made["danh_hieu"][0]["quyet_dinh"]) == (
        "Quyết định số 15/QĐ-UBND ngày 09 tháng 01 năm 2024 của Chủ tịch Ủy ban nhân dân huyện "
        "Hà Trung"
    )
    assert [row["nam"] for row in made["hinh_thuc"]] == ["2024"]


def test_answers_win_over_the_register(forms: Forms) -> None:
    form = forms["bao_cao_thanh_tich_ca_nhan"]
    given = facts()
    who = nominee_for(form, given)
    assert prefilled(form, given, who)["don_vi"] == "Phòng Văn hóa - Xã hội"
    said = Answers(form.id, form.version, {"don_vi": "Trường Mầm non An Bình", "ho_ten": "Ai đó"})
    made = build_context(form, given, who, said)
    assert made["don_vi"] == "Trường Mầm non An Bình"
    assert made["ho_ten"] == person(1).name, "a fact is never answered"


def test_required_facts_that_are_missing_are_named_and_visible(forms: Forms) -> None:
    form, given = forms["quyet_dinh_khen_thuong"], replace(facts(), signers=())
    assert build_context(form, given, None, None)["nguoi_ky"] == MISSING
    minutes = forms["bien_ban_hop_hoi_dong"]
    keys = [field.key for field in missing_facts(minutes, replace(facts(), meetings=()), None)]
    assert keys == ["hop.dia_diem", "hop.thu_ky", "hop.co_mat"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Tie\u0302\u0301n", "Tiến"),
        ("a\x02b\x0bc", "ab\ac"),
        ("một\r\nhai", "một\ahai"),
        ("một\n\n\nhai", "một\ahai"),
        ("a\tb   c", "a b c"),
    ],
)
def test_texts_come_clean(forms: Forms, typed: str, printed: str) -> None:
    form, given = forms["bao_cao_thanh_tich_ca_nhan"], facts()
    said = Answers(form.id, form.version, {"thanh_tich": typed})
    made = str(build_context(form, given, nominee_for(form, given), said)["thanh_tich"])
    assert made == printed


def test_the_proof_carries_override_and_caveats(forms: Forms) -> None:
    form = forms["phieu_tham_dinh"]
    given = replace(facts(), period_warning="Chưa có Luật số 06/2026/QH16 để đối chiếu.")
    who = with_text(given.nominees[2], "Lý do khác")
    made = build_context(form, given, who, None)["tham_dinh"]
    assert [p["ten"] for p in made["nguyen_tac"]] == [
        "Chính xác",
        "Công khai, minh bạch",
        "Công bằng",
        "Kịp thời",
    ]
    assert (
        made["vuot"] == "Vẫn đưa vào hồ sơ theo quyết định của Lý do khác ngày 04/01/2026. "
        "Lý do: Lý do khác"
    )
    assert made["luu_y"][0]["noi_dung"].startswith("Chưa có Luật số 06/2026/QH16")
    assert made["luu_y"][1]["noi_dung"].startswith("Điều, khoản không ghi tên văn bản là của Luật")
    assert made["luu_y"][1]["noi_dung"].endswith("kết luận để tham khảo.")
    cites = [plain(row["can_cu"]) for part in made["nguyen_tac"] for row in part["dong"]]
    assert cites[:3] == [
        "điểm a khoản 1 Điều 24",
        "điểm a khoản 1 Điều 24*",
        "điểm a khoản 1 Điều 24**",
    ]


def test_the_council_is_listed_by_role(forms: Forms) -> None:
    shuffled = tuple(reversed(council()))
    rows = context(forms, "bien_ban_hop_hoi_dong", council=shuffled)["hoi_dong"]
    roles = [row["vai_tro"] for row in rows]
    assert roles[:2] == ["Chủ tịch Hội đồng", "Phó Chủ tịch Hội đồng"]
    assert roles[-1] == "Ủy viên thư ký"


def test_the_notice_tells_what_became_of_opinions_and_not_what_they_said(forms: Forms) -> None:
    shown = facts().notices[0]
    said = replace(shown, place="Nhà văn hóa thôn Đông", opinions="02 ý kiến về đất của hộ B")
    cases = (
        ((shown,), "không có ý kiến."),
        ((shown, replace(shown, opinions="Không có ý kiến")), "không có ý kiến."),
        ((shown, replace(said, handled="Đã trả lời")), "các ý kiến đã được tiếp thu, trả lời."),
        ((shown, said), "còn ý kiến chưa ghi kết quả xử lý."),
    )
    for notices, end in cases:
        made = context(forms, "to_trinh", notices=notices)["niem_yet"]
        assert made["y_kien"] == end
        assert made["cau"].count("từ ngày 05/12/2025 đến 15/12/2025") == 1
        assert "đất của hộ" not in f"{made}"


MOVEMENT = Movement("PT1", "Chuyển đổi số", start=date(2025, 1, 5))
SUBJECT = SubjectFacts(
    meeting=replace(facts().meetings[0], kind=MeetingKind.UNIT, unit="TT004"),
    unit=unit(4),
    recipient=person(1),
    recipient_unit=unit(1),
    year=Year(2025),
    awards=(RegisteredAward(person(1), unit(1).name, facts().nominees[0].past_awards[0]),),
    initiatives=(Initiative("SK1", "Sổ tay", ("CN001",), Year(2025), InitiativeScope.BASE),),
)
"""A subject of every scope at once: what the manual names must lead somewhere."""


def test_the_manual_names_what_the_tree_has(forms: Forms) -> None:
    """The table of docs/bieu_mau.md promises paths to provinces; each must lead somewhere."""
    page = (shipped("docs", "bieu_mau.md")).read_text(encoding="utf-8")
    table = page[page.index("| Nhánh |") : page.index("Dữ kiện bắt buộc")]
    given = replace(facts(), subject=SUBJECT, movement=MOVEMENT)
    given = replace(given, votes=tuple(Vote("H1", *n.nomination.key, 9) for n in given.nominees))
    made: dict[str, object] = {name: make(given, None) for name, make in BRANCHES.items()}
    made |= {name: make(given, given.nominees[2]) for name, make in NOMINEE_BRANCHES.items()}
    for line in table.splitlines()[2:]:
        cells = line.split("|")
        if len(cells) < 3:
            continue
        for branch in re.findall(r"`(\w+)`", cells[1]):
            assert branch in made
            promised = re.findall(r"`(\w+)`", re.sub(r"\([^()]*\)", "", cells[2]))
            found = str(made[branch])
            lacking = [name for name in promised if f"'{name}'" not in found]
            kinds = {"so_nhan_khau", "nguoi_dung_dau", "nguoi", "nam_thanh_lap", "so_nguoi"}
            assert set(lacking) <= kinds, (branch, lacking)
