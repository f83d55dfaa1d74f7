"""Full years of service and of building, to the day."""

from datetime import date

import pytest

from khenthuong.domain.kinds import Status
from khenthuong.domain.register import PartialDate
from khenthuong.domain.rules.service import full_years
from tests.domain.rules.commune import BK, Commune
from tests.domain.rules.one_criterion import judged

JOINED = {"kind": "service_years", "count": 15, "start": "joined"}
FOUNDED = {"kind": "service_years", "count": 10, "start": "founded"}


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        (PartialDate(2010, 1, 20), date(2025, 1, 20), 15),
        (PartialDate(2010, 1, 21), date(2025, 1, 20), 14),
        (PartialDate(2010, 1), date(2025, 1, 20), 14),
        (PartialDate(2010), date(2025, 12, 31), 15),
        (PartialDate(2010), date(2025, 12, 30), 14),
        (PartialDate(2030), date(2025, 1, 1), 0),
    ],
)
def test_full_years_never_count_too_many(since, until, years):
    assert full_years(since, until) == years


@pytest.mark.parametrize(
    ("joined", "status"),
    [
        (PartialDate(2011, 1, 20), Status.MET),
        (PartialDate(2011, 1, 21), Status.NOT_MET),
        (None, Status.MISSING),
    ],
)
def test_service_of_a_person(joined, status):
    finding = judged(Commune().person(joined=joined), JOINED)
    assert finding.status is status


def test_service_before_a_served_discipline_is_compared():
    commune = Commune().person(joined=PartialDate(2000, 1, 1))
    commune.disciplined("CN01", "canh_cao", date(2015, 1, 1), date(2016, 1, 1))
    finding = judged(commune, JOINED)
    assert (finding.status, finding.code) == (Status.TO_COMPARE, "finding.service_disciplined")
    commune.disciplines.clear()
    commune.disciplined("CN01", "canh_cao", date(2005, 1, 1), date(2006, 1, 1))
    assert judged(commune, JOINED).status is Status.MET


def test_service_ends_with_death():
    commune = Commune().person(joined=PartialDate(2000, 1, 1), died=date(2014, 12, 31))
    assert judged(commune, JOINED).arguments["served"] == 14


@pytest.mark.parametrize(
    ("founded", "status"),
    [
        (PartialDate(2016, 1, 20), Status.MET),
        (PartialDate(2016, 1, 21), Status.NOT_MET),
        (None, Status.MISSING),
    ],
)
def test_building_of_a_unit(founded, status):
    commune = Commune().unit("TT09", founded=founded).propose("TT09", BK)
    assert judged(commune, FOUNDED, recipient="TT09").status is status
