import pytest

from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.matching import (
    AwardMatcher,
    Described,
    Match,
    NameMatcher,
    PersonMatcher,
    same_letters,
)
from khenthuong.domain.register import Household, PartialDate, Person, Unit
from khenthuong.paths import shipped

PERSON, UNIT = RecipientKind.PERSON, RecipientKind.UNIT


@pytest.fixture(scope="module")
def awards() -> AwardMatcher:
    return AwardMatcher(load_rulebook(shipped("forms"), None)[0].awards.values())


@pytest.mark.parametrize(
    ("text", "kind", "award"),
    [
        ("BK tỉnh", PERSON, "bang_khen_cap_tinh"),
        ("CSTĐCS", PERSON, "chien_si_thi_dua_co_so"),
        ("LĐTT", PERSON, "lao_dong_tien_tien"),
        ("Giấy khen xã", UNIT, "giay_khen_xa"),
        ("Lao đông tiên tến", PERSON, "lao_dong_tien_tien"),
        ("Chiến sỹ thi đua cơ sở", PERSON, "chien_si_thi_dua_co_so"),
        ("Danh hiệu “Tập thể lao động xuất sắc”", UNIT, "tap_the_lao_dong_xuat_sac"),
        ("Huân chương Lao động hạng nhì", PERSON, "huan_chuong_lao_dong_hang_nhi"),
    ],
)
def test_an_award_that_can_only_be_one_is_taken(awards, text, kind, award) -> None:
    assert awards.find(text, kind).value == award


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Huân chương Lao động", PERSON),
        ("CSTĐ cấp xã", PERSON),
        ("Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện", PERSON),
        ("Chiến sĩ thi đua cấp Bộ, ngành, tỉnh, đoàn thể trung ương", PERSON),
        ("LĐTT", UNIT),
        ("Huân chương Lao động hạng Nhất, Nhì", PERSON),
        ("Bằng khen cấp bộ, ban, ngành, tỉnh", PERSON),
    ],
)
def test_an_award_that_could_be_another_is_asked(awards, text, kind) -> None:
    found = awards.find(text, kind)
    assert found.match is Match.ASK
    assert found.candidates
    assert found.value == ""


def test_candidates_that_fit_the_recipient_come_first(awards) -> None:
    assert awards.find("LĐTT", UNIT).candidates[0].value == "tap_the_lao_dong_tien_tien"


def test_what_is_no_award_is_new(awards) -> None:
    assert awards.find("xyz", PERSON).match is Match.NEW


PEOPLE = {
    one.code: one
    for one in (
        Person("A", "Nguyễn Hoà", born=PartialDate(1980, 3, 5), unit="T1", cccd="001080000001"),
        Person("B", "Nguyễn Hòa", born=PartialDate(1991, 1, 1), unit="T2"),
        Person("C", "Lò Văn Ân", unit="T1"),
        Person("D", "Vi Thị Nết", born=PartialDate(1985)),
    )
}


def person(name: str, **about) -> tuple[Match, str]:
    found = PersonMatcher(PEOPLE, {"T1": "Tổ 1"}).find(Described(name, **about))
    return found.match, found.candidates[0].value if found.candidates else ""


def test_persons() -> None:
    assert person("Nguyễn Hoà", born=PartialDate(1980, 3, 5)) == (Match.CERTAIN, "A")
    assert person("NGUYEN HOA", born=PartialDate(1991), unit="T2") == (Match.CERTAIN, "B")
    assert person("Nguyễn Hòa") == (Match.ASK, "A")
    assert person("Nguyễn Hòa", born=PartialDate(1970)) == (Match.NEW, "")
    assert person("Lò Văn Ân", unit="T1") == (Match.CERTAIN, "C")
    assert person("Lò Văn An", unit="T1") == (Match.ASK, "C")
    assert person("Lò Văn Ân", unit="T2")[0] is Match.ASK
    assert person("Vi Thị Nết", born=PartialDate(1985)) == (Match.ASK, "D")
    assert person("Vi Thị Nét", born=PartialDate(1985)) == (Match.ASK, "D")
    assert person("Nguyễn Hòa", cccd="001080000001") == (Match.CERTAIN, "A")
    assert person("Hà Thị Khác", cccd="001080000001") == (Match.ASK, "A")
    assert person("Quách Văn Mới") == (Match.NEW, "")


def test_a_tone_may_stand_on_either_vowel_but_a_hat_is_a_letter() -> None:
    assert same_letters("Nguyễn Hoà Thuỷ", "Nguyễn Hòa Thủy")
    assert not same_letters("Lò Văn Ân", "Lò Văn An")
    assert same_letters("Lo Van An", "Lò Văn Ân")


def test_units_and_households() -> None:
    units = NameMatcher(
        [
            Unit("T1", "Trường Tiểu học Vĩnh An", "TH Vĩnh An"),
            Unit("T2", "Trường Trung học cơ sở Vĩnh An"),
            Unit("T3", "Trạm Y tế xã Vĩnh An"),
        ]
    )
    assert units.find("Trường TH Vĩnh An").value == "T1"
    assert units.find("TRƯỜNG THCS VĨNH AN").value == "T2"
    asked = units.find("Trạm Y tế")
    assert (asked.match, asked.candidates[0].value) == (Match.ASK, "T3")
    assert units.find("Hội Nông dân xã").match is Match.NEW
    homes = NameMatcher([Household("H1", "Vũ Văn Bền", "Thôn Đông")])
    assert homes.find("Hộ ông Vũ Văn Bền").value == "H1"
