"""Điều 74: bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh."""

import pytest

from khenthuong.domain.kinds import AchievementKind, InitiativeScope, RoundKind, Subject, UnitKind
from khenthuong.domain.movement import Movement
from khenthuong.domain.register import PartialDate
from khenthuong.domain.years import Year
from tests.domain.rules.awards.pairs import (
    COMPARE,
    MET,
    MISSING,
    NOT_APPLICABLE,
    NOT_MET,
    Pair,
    branch,
    household,
    initiative,
    no_minutes,
    province,
    rated,
    round_kind,
    subject,
    uncovered,
    unit_kind,
    without,
)
from tests.domain.rules.commune import BK, CSTDCS, TTLDXS, Commune, with_

# Persons: khoản 1, khoản 2


def excellent(kind="sang_kien"):
    """Point d by ratings: 2024 and 2025 HTXSNV, an initiative (or topic) in each."""
    commune = Commune().person().minutes().rate("CN01", "HTXSNV", 2024, 2025)
    commune.initiative("SK01", 2024, kind=kind).initiative("SK02", 2025, kind=kind)
    return commune.propose("CN01", BK, "d", initiatives=("SK01", "SK02"))


def with_topics():
    return excellent("de_tai")


def titled():
    """Point d by titles, both won by the rating, so that the initiatives are free."""
    commune = excellent()
    commune.ratings.clear()
    commune.rate("CN01", "HTTNV", 2024, 2025)
    return commune.won("CN01", CSTDCS, 2024, 2025, branch="HTXSNV")


def spent(commune):
    commune.won("CN01", CSTDCS, 2023, branch="sang_kien", initiatives=("SK01",))


def one_initiative(commune):
    commune.initiatives.pop()
    commune.nominations = [with_(one, initiatives=("SK01",)) for one in commune.nominations]


def title_instead(commune):
    rated("CN01", "HTTNV", 2024)(commune)
    commune.won("CN01", CSTDCS, 2024, branch="sang_kien")


def person(who, named):
    return Commune().person(subject=who).minutes().propose("CN01", BK, named)


def farmer():
    return person(Subject.FARMER, "dd")


def scholar():
    return person(Subject.SCHOLAR, "khoản 2")


def by(named):
    return lambda: person(Subject.OFFICIAL, named)


def in_movement(who="CN01", issuer="Ủy ban nhân dân thành phố Hải Phòng"):
    commune = Commune().person().minutes().propose(who, BK, "a", achievements=("TH1",))
    commune.movements.append(Movement("PT1", "Xanh, sạch", issuer=issuer))
    return commune.achieved("TH1", who, kind=AchievementKind.MERIT, movement="PT1")


def collective_in_movement():
    return in_movement("TT01", "Ủy ban nhân dân xã Vĩnh Khê Thượng")


def issuer(name):
    def change(commune):
        commune.movements = [with_(one, issuer=name) for one in commune.movements]

    return change


def achievement(**changes):
    def change(commune):
        commune.achievements = [with_(one, **changes) for one in commune.achievements]

    return change


# Collectives: khoản 3, khoản 4


def collective(named="d"):
    return Commune().minutes().rate("TT01", "HTXSNV", 2024, 2025).propose("TT01", BK, named)


def one_year_by_title():
    commune = collective().won("TT01", TTLDXS, 2024)
    rated("TT01", "HTTNV", 2024)(commune)
    return commune


def enterprise():
    commune = Commune()
    commune.units = []
    commune.unit("TT01", UnitKind.ENTERPRISE).minutes()
    return commune.propose("TT01", BK, "khoản 4")


def of_collective(named):
    return lambda: collective(named)


# Households: khoản 5; sudden deeds: Điều 8, 85


def family():
    commune = household(BK, achievements=("TH1",))
    commune.files.add("TH1/a.jpg")
    return commune.achieved(
        "TH1",
        "HO1",
        kind=AchievementKind.CONTRIBUTION,
        contribution=90_000_000,
        evidence=("TH1/a.jpg",),
    )


def sudden(who="CN01"):
    commune = household(BK, achievements=("TH1",)) if who == "HO1" else Commune().person().minutes()
    commune.kind = RoundKind.SUDDEN
    if who != "HO1":
        commune.propose(who, BK, "b", achievements=("TH1",))
    commune.files.add("TH1/a.jpg")
    return commune.achieved("TH1", who, evidence=("TH1/a.jpg",))


def sudden_family():
    return sudden("HO1")


def with_limit():
    return province(f'{BK}\n[[criterion]]\nid = "dong_gop_ho"\nat_least = 80000000\n')


PERSONS = [
    Pair("74.1", "guong_mau_ca_nhan", "no minutes", excellent, no_minutes, MET, MISSING),
    Pair(
        "74.1",
        "guong_mau_ca_nhan",
        "công chức → trí thức: khoản 2",
        excellent,
        subject(Subject.SCHOLAR),
        MET,
        NOT_APPLICABLE,
    ),
    Pair("74.1.a", "a", "the commune's own movement", in_movement, issuer("Ủy ban nhân dân xã")),
    Pair("74.1.a", "a", "a ministry's", in_movement, issuer("Bộ Nội vụ"), MET, MET),
    Pair("74.1.a", "a", "no result in it", in_movement, achievement(movement=""), MET, MISSING),
    Pair("74.1.b", "b", "no minutes", by("b"), no_minutes, MET, MISSING),
    Pair("74.1.b", "b", "not named", by("b"), branch(""), MET, MISSING),
    Pair("74.1.c", "c", "no minutes", by("c"), no_minutes, MET, MISSING),
    Pair("74.1.d", "d.xuat_sac", "2024 HTXSNV → HTTNV", excellent, rated("CN01", "HTTNV", 2024)),
    Pair(
        "74.1.d", "d.xuat_sac", "2024 not rated", excellent, rated("CN01", "", 2024), MET, MISSING
    ),
    Pair("74.1.d", "d.cstdcs", "a gap in 2024", titled, without(CSTDCS, "CN01", 2024)),
    Pair("74.1.d", "d.sang_kien", "one instead of two", excellent, one_initiative),
    Pair("74.1.d", "d.sang_kien", "one spent on a title", excellent, spent),
    Pair("74.1.d", "d.sang_kien", "one of 2023", excellent, initiative(year=Year(2023))),
    Pair("74.1.d", "d.sang_kien", "one of somebody else", excellent, initiative(authors=("CN02",))),
    Pair(
        "74.1.d",
        "d.sang_kien",
        "one of the whole province",
        excellent,
        initiative(scope=InitiativeScope.PROVINCE),
        MET,
        MET,
    ),
    Pair("74.1.d", "d.sang_kien", "titles, and one initiative", titled, one_initiative),
    Pair("74.1.d", "d.de_tai", "one instead of two", with_topics, one_initiative),
    Pair("74.1.d", "d.de_tai", "one spent on a title", with_topics, spent),
    Pair("74.1.d", "d.xuat_sac", "2024 HTTNV with a title", excellent, title_instead, MET, COMPARE),
    Pair("74.1.d", "d.de_tai", "one of 2023", with_topics, initiative(year=Year(2023))),
    Pair("74.1.đ", "dd", "no minutes", farmer, no_minutes, MET, MISSING),
    Pair("74.1.đ", "dd", "→ công chức", farmer, subject(Subject.OFFICIAL), MET, NOT_APPLICABLE),
    Pair("74.2", "chap_hanh_tot_k2", "no minutes", scholar, no_minutes, MET, MISSING),
    Pair("74.2", "k2", "no minutes", scholar, no_minutes, COMPARE, MISSING),
    Pair("74.2", "k2", "→ công chức", scholar, subject(Subject.OFFICIAL), COMPARE, NOT_APPLICABLE),
]
COLLECTIVES = [
    Pair("74.3", "guong_mau_tap_the", "no minutes", collective, no_minutes, MET, MISSING),
    Pair(
        "74.3.a", "k3a", "no result", collective_in_movement, achievement(movement=""), MET, MISSING
    ),
    Pair("74.3.b", "k3b", "no minutes", of_collective("b"), no_minutes, MET, MISSING),
    Pair("74.3.c", "k3c", "no minutes", of_collective("c"), no_minutes, MET, MISSING),
    Pair("74.3.d", "k3d.nam", "2024 HTXSNV → HTTNV", collective, rated("TT01", "HTTNV", 2024)),
    Pair("74.3.d", "k3d.nam", "2024 by title → none", one_year_by_title, without(TTLDXS, "TT01")),
    Pair("74.3.d", "k3d.nam", "2024 not rated", collective, rated("TT01", "", 2024), MET, MISSING),
    Pair("74.3.d", "k3d.dan_chu", "no minutes", collective, no_minutes, MET, MISSING),
    Pair("74.4", "chap_hanh_tot_k4", "no minutes", enterprise, no_minutes, MET, MISSING),
    Pair("74.4", "k4", "no minutes", enterprise, no_minutes, COMPARE, MISSING),
    Pair(
        "74.4", "k4", "→ cơ quan", enterprise, unit_kind(UnitKind.OFFICE), COMPARE, NOT_APPLICABLE
    ),
]
HOUSEHOLDS = [
    Pair("74.5", "guong_mau_ho", "no minutes", family, no_minutes, MET, MISSING),
    # «Nhiều đóng góp»: the Law names no figure, the province may.
    Pair(
        "74.5",
        "dong_gop_ho",
        "90 → 1 million",
        family,
        achievement(contribution=1_000_000),
        COMPARE,
        COMPARE,
    ),
    Pair(
        "74.5",
        "dong_gop_ho",
        "90 → 79,9 of 80 million",
        family,
        achievement(contribution=79_900_000),
        MET,
        NOT_MET,
        with_limit,
    ),
    Pair("84.2.d", "xac_nhan_dong_gop", "no file", family, achievement(evidence=()), MET, MISSING),
    Pair("85.1.b", "dot_xuat", "no day", sudden, achievement(when=PartialDate(2026)), MET, MISSING),
    Pair("85.1.b", "dot_xuat", "of somebody else", sudden, achievement(recipient="CN02")),
    Pair(
        "8.2",
        "dot_xuat_ho",
        "no day",
        sudden_family,
        achievement(when=PartialDate(2026)),
        MET,
        MISSING,
    ),
    Pair(
        "8.4",
        "cong_hien",
        "→ cống hiến",
        by("c"),
        round_kind(RoundKind.SERVICE),
        NOT_APPLICABLE,
        COMPARE,
    ),
    Pair(
        "8.6",
        "doi_ngoai",
        "→ đối ngoại",
        by("c"),
        round_kind(RoundKind.FOREIGN),
        NOT_APPLICABLE,
        COMPARE,
    ),
]
PAIRS = [*PERSONS, *COLLECTIVES, *HOUSEHOLDS]


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_pair(pair):
    pair.holds(BK)


def test_every_criterion_has_a_row():
    assert uncovered(BK, PAIRS) == set()


@pytest.mark.parametrize(
    ("case", "who"),
    [
        (excellent, "CN01"),
        (with_topics, "CN01"),
        (titled, "CN01"),
        (farmer, "CN01"),
        (in_movement, "CN01"),
        (collective, "TT01"),
        (one_year_by_title, "TT01"),
        (collective_in_movement, "TT01"),
    ],
)
def test_the_case_itself_is_met(case, who):
    assert case().of(who, BK).verdict is MET


@pytest.mark.parametrize(("case", "who"), [(scholar, "CN01"), (enterprise, "TT01")])
def test_what_the_province_must_recognise_no_minutes_of_the_unit_settle(case, who):
    # Khoản 2, 4: «được Bộ, ban, ngành, tỉnh công nhận».
    assert case().of(who, BK).verdict is COMPARE


def test_one_initiative_and_one_topic_are_not_two():
    # «02 sáng kiến … hoặc có 02 đề tài»: the Law does not add them up.
    commune = Commune().person().minutes().rate("CN01", "HTXSNV", 2024, 2025)
    commune.initiative("SK01", 2024).initiative("DT02", 2025, kind="de_tai")
    commune.propose("CN01", BK, "d", initiatives=("SK01", "DT02"))
    assert commune.status("CN01", BK, "mot_trong_k1") is NOT_MET


def test_a_household_is_compared_until_the_province_names_a_sum():
    assert family().of("HO1", BK).verdict is COMPARE
    assert family().check(with_limit()).of("HO1", BK).verdict is MET
