"""The shipped rules, the province's rules on top, and files that are wrong."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.criteria import Criterion
from khenthuong.domain.kinds import Checked, RecipientKind
from khenthuong.domain.money import bonus
from khenthuong.errors import CatalogError

FORMS = Path(__file__).resolve().parents[2] / "forms"
LDTT = "lao_dong_tien_tien"


@pytest.fixture
def province(tmp_path):
    folder = tmp_path / "forms"
    (folder / "khen_thuong").mkdir(parents=True)
    (folder / "quy_dinh").mkdir()
    return folder


def put(province, name, text):
    path = province / name
    path.write_text(text, encoding="utf-8")
    return path


def criterion(book, award, id_) -> Criterion:
    return next(c for c in book.awards[award].criteria if c.id == id_)


def test_the_shipped_rules():
    book, problems = load_rulebook(FORMS, None)
    assert problems == []
    assert set(book.awards) >= {
        LDTT,
        "chien_si_thi_dua_co_so",
        "tap_the_lao_dong_tien_tien",
        "giay_khen_xa",
        "tap_the_lao_dong_xuat_sac",
        "chien_si_thi_dua_cap_tinh",
        "bang_khen_cap_tinh",
    }
    assert len(book.fingerprint) == 64


def test_periods_and_base_salary():
    book, _ = load_rulebook(FORMS, None)
    days = (date(2023, 12, 31), date(2025, 6, 30), date(2026, 9, 30), date(2026, 10, 1))
    found = [book.period(day) for day in days]
    assert [p and p.id for p in found] == [None, "2024-01-01", "2025-07-01", "2026-10-01"]
    assert found[3] is not None
    assert found[3].warning
    assert found[1] is not None
    assert {one.award for one in found[1].deciders} == {
        "chien_si_thi_dua_co_so",
        "tap_the_lao_dong_tien_tien",
        "thon_to_dan_pho_van_hoa",
    }
    salaries = [book.value("luong_co_so", d) for d in (date(2026, 6, 30), date(2026, 7, 1))]
    assert [s and s.value for s in salaries] == [2_340_000, 2_530_000]


@pytest.mark.parametrize(
    ("award", "kind", "amount"),
    [
        (LDTT, RecipientKind.PERSON, 760_000),
        ("chien_si_thi_dua_co_so", RecipientKind.PERSON, 2_530_000),
        ("tap_the_lao_dong_tien_tien", RecipientKind.UNIT, 2_030_000),
        ("tap_the_lao_dong_xuat_sac", RecipientKind.UNIT, 3_800_000),
        ("chien_si_thi_dua_cap_tinh", RecipientKind.PERSON, 7_590_000),
        ("giay_khen_xa", RecipientKind.PERSON, 760_000),
        ("giay_khen_xa", RecipientKind.UNIT, 1_520_000),
        ("giay_khen_xa", RecipientKind.HOUSEHOLD, 1_140_000),
        ("chien_si_tien_tien", RecipientKind.PERSON, 760_000),
        ("chien_si_thi_dua_toan_quoc", RecipientKind.PERSON, 11_390_000),
        ("don_vi_tien_tien", RecipientKind.UNIT, 2_030_000),
        ("don_vi_quyet_thang", RecipientKind.UNIT, 3_800_000),
        ("co_thi_dua_cap_tinh", RecipientKind.UNIT, 20_240_000),
        ("co_thi_dua_chinh_phu", RecipientKind.UNIT, 30_360_000),
        ("thon_to_dan_pho_van_hoa", RecipientKind.UNIT, 3_800_000),
        ("xa_phuong_dac_khu_tieu_bieu", RecipientKind.UNIT, 5_060_000),
        ("gia_dinh_van_hoa", RecipientKind.HOUSEHOLD, 260_000),
        ("bang_khen_cap_tinh", RecipientKind.PERSON, 3_800_000),
        ("bang_khen_cap_tinh", RecipientKind.UNIT, 7_590_000),
        ("bang_khen_cap_tinh", RecipientKind.HOUSEHOLD, 5_700_000),
    ],
)
def test_bonus_from_july_2026(award, kind, amount):
    book, _ = load_rulebook(FORMS, None)
    assert bonus(book, book.awards[award], kind, date(2026, 8, 1)) == amount


def test_the_basis_of_papers():
    book, _ = load_rulebook(FORMS, None)
    period = book.period(date(2026, 1, 1))
    assert period is not None
    named = [book.texts[t].name for t in period.texts if book.texts[t].basis]
    assert "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022" in named


def test_a_province_confirms_and_fills_in_key_by_key(province):
    put(
        province,
        "khen_thuong/giay_khen_xa.toml",
        """
schema = 1
id = "giay_khen_xa"
[[criterion]]
id = "tieu_chuan_cua_tinh"
checked = "van_ban"
cite = { text = "qd_15", article = "7" }
[[criterion]]
id = "dong_gop_ho"
checked = "van_ban"
at_least = 50000000
[[criterion]]
id = "thanh_tich_tinh"
principle = "chinh_xac"
step = "danh_sach"
kind = "evidence"
label = "Có minh chứng"
cite = { text = "qd_15" }
checked = "van_ban"
""",
    )
    put(
        province,
        "quy_dinh/tinh.toml",
        """
schema = 1
[[text]]
id = "qd_15"
name = "Quyết định số 15/2026/QĐ-UBND"
short = "Quyết định số 15/2026/QĐ-UBND"
[[value]]
id = "so_ngay_niem_yet"
value = 5
from = 2025-07-01
cite = { text = "qd_15" }
checked = "van_ban"
[[criterion]]
id = "niem_yet"
principle = "cong_khai"
step = "niem_yet"
kind = "notice_days"
label = "Niêm yết"
days = 5
cite = { text = "qd_15" }
checked = "van_ban"
""",
    )
    book, problems = load_rulebook(FORMS, province)
    assert problems == []
    filled = criterion(book, "giay_khen_xa", "tieu_chuan_cua_tinh")
    assert (filled.checked, filled.cite.text, filled.kind) == (Checked.TEXT, "qd_15", "declared")
    assert criterion(book, "giay_khen_xa", "dong_gop_ho").parameters["at_least"] == 50_000_000
    assert criterion(book, "giay_khen_xa", "thanh_tich_tinh").kind == "evidence"
    value = book.value("so_ngay_niem_yet", date(2026, 1, 1))
    assert value is not None
    assert (value.value, value.checked) == (5, Checked.TEXT)
    notice = [c for c in book.common if c.id == "niem_yet"]
    assert [c.parameters.get("days") for c in notice] == [5]
    assert book.fingerprint != load_rulebook(FORMS, None)[0].fingerprint


def test_a_branch_is_tightened_inside_any_of(province):
    put(
        province,
        "khen_thuong/chien_si_thi_dua_co_so.toml",
        """
schema = 1
id = "chien_si_thi_dua_co_so"
[[criterion]]
id = "k2"
[[criterion.child]]
id = "sang_kien"
count = 2
""",
    )
    book, problems = load_rulebook(FORMS, province)
    assert problems == []
    children = {c.id: c for c in criterion(book, "chien_si_thi_dua_co_so", "k2").children}
    assert children["sang_kien"].parameters["count"] == 2
    assert children["sang_kien"].parameters["scope"] == "co_so"
    assert len(children) == 5


def test_a_new_award_of_the_province(province):
    text = (FORMS / "khen_thuong" / f"{LDTT}.toml").read_text(encoding="utf-8")
    put(province, "khen_thuong/moi.toml", text.replace(f'id = "{LDTT}"', 'id = "moi"'))
    book, problems = load_rulebook(FORMS, province)
    assert (problems, "moi" in book.awards) == ([], True)


BROKEN = {
    "unknown_key": ('nmae = "x"', "rule.unknown_key"),
    "unknown_value": ('authority = "xaa"', "rule.unknown_value"),
    "wrong_type": ('rank = "10"', "rule.wrong_type"),
    "not_toml": ("name = ", "rule.not_toml"),
    "unknown_text": ('cite = { text = "luat_06_2023" }', "rule.unknown_value"),
    "unknown_parameter": ('[[criterion]]\nid = "k1a"\nlevl = "HTTNV"', "rule.unknown_key"),
    "wrong_id": ("", "rule.id"),
}


@pytest.mark.parametrize("case", sorted(BROKEN))
def test_a_broken_file_is_listed_and_the_shipped_one_stays(province, case):
    text, code = BROKEN[case]
    id_ = "khac" if case == "wrong_id" else LDTT
    put(province, f"khen_thuong/{LDTT}.toml", f'schema = 1\nid = "{id_}"\n{text}\n')
    put(
        province,
        "khen_thuong/chien_si_thi_dua_co_so.toml",
        'schema = 1\nid = "chien_si_thi_dua_co_so"\nrank = 99\n',
    )
    book, problems = load_rulebook(FORMS, province)
    assert [p.code for p in problems] == [code]
    message = texts.say(problems[0].code, problems[0].arguments)
    assert f"{LDTT}.toml" in message
    assert criterion(book, LDTT, "k1a").parameters["level"] == "HTTNV"
    assert book.awards["chien_si_thi_dua_co_so"].rank == 99


def test_an_unknown_key_names_the_nearest(province):
    put(province, f"khen_thuong/{LDTT}.toml", f'schema = 1\nid = "{LDTT}"\nalises = []\n')
    _, (problem,) = load_rulebook(FORMS, province)
    assert (problem.arguments["key"], problem.arguments["nearest"]) == ("alises", "aliases")


def test_bom_is_read_and_utf16_is_named_with_its_remedy(province):
    text = f'schema = 1\nid = "{LDTT}"\nrank = 11\n'
    path = province / "khen_thuong" / f"{LDTT}.toml"
    path.write_bytes(text.encode("utf-8-sig"))
    book, problems = load_rulebook(FORMS, province)
    assert (problems, book.awards[LDTT].rank) == ([], 11)
    path.write_bytes(text.encode("utf-16"))
    _, (problem,) = load_rulebook(FORMS, province)
    assert problem.code == "rule.not_utf8"
    assert "UTF-8" in texts.say(problem.code, problem.arguments)


def test_a_broken_shipped_file_is_an_error(tmp_path):
    (tmp_path / "khen_thuong").mkdir()
    (tmp_path / "khen_thuong" / "x.toml").write_text("schema = 2", encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_rulebook(tmp_path, None)
    assert caught.value.code == "rule.schema"


def test_factors_are_exact():
    book, _ = load_rulebook(FORMS, None)
    assert book.awards["giay_khen_xa"].bonuses[2].factor == Decimal("0.45")


PROVINCE_QUOTA = """schema = 1
[[value]]
id = "ty_le_giay_khen"
value = 30
from = 2026-01-01
cite = { text = "quy_dinh_cua_tinh" }
checked = "van_ban"
[[quota]]
id = "ty_le_giay_khen"
award = "AWARD"
of_award = "lao_dong_tien_tien"
value = "ty_le_giay_khen"
"""


@pytest.mark.parametrize(("award", "problems"), [("giay_khen_xa", 0), ("giay_khen_x", 1)])
def test_a_province_adds_a_quota_beside_the_shipped_one(tmp_path, award, problems):
    folder = tmp_path / "quy_dinh"
    folder.mkdir()
    text = PROVINCE_QUOTA.replace("AWARD", award)
    (folder / "tinh.toml").write_text(text, encoding="utf-8")
    book, found = load_rulebook(FORMS, tmp_path)
    ids = {quota.id for quota in book.quotas}
    assert len(found) == problems
    assert "ty_le_cstdcs" in ids
    assert ("ty_le_giay_khen" in ids) is (problems == 0)
