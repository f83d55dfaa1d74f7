"""What must hold whatever the facts are."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from khenthuong.domain.criteria import Criterion, Rulebook
from khenthuong.domain.findings import KEEPS_OUT
from khenthuong.domain.kinds import Checked, Status, Subject
from khenthuong.domain.register import CareerStep, PartialDate
from khenthuong.domain.rules import check_round
from tests.domain.rules.commune import (
    BK,
    CSTDCS,
    CSTDT,
    GK,
    LDTT,
    TTLDTT,
    TTLDXS,
    Commune,
    rulebook,
)

CSTT, CSTDTQ = "chien_si_tien_tien", "chien_si_thi_dua_toan_quoc"
TTG, LD3 = "bang_khen_thu_tuong", "huan_chuong_lao_dong_hang_ba"
AWARDS = (LDTT, CSTDCS, CSTDT, GK, BK, CSTT, CSTDTQ, TTG, LD3)
LEVELS = st.sampled_from(["HTXSNV", "HTTNV", "HTNV", "KHTNV"])
YEARS = st.integers(2019, 2025)
MEMBERS = ("CN1", "CN2", "CN3")


@st.composite
def communes(draw, received=None):
    """A unit of three with random ratings, titles, initiatives and votes."""
    commune = Commune(
        received=received
        or draw(
            st.sampled_from(
                [
                    date(2025, 6, 30),
                    date(2025, 9, 1),
                    date(2026, 1, 20),
                    date(2026, 9, 30),
                    date(2026, 10, 1),
                ]
            )
        )
    )
    commune.unit("TT02")
    commune.complete_from = draw(st.sampled_from([None, 2020, 2024, 2025]))
    for award in (TTLDTT, TTLDXS, "don_vi_tien_tien", "don_vi_quyet_thang", "co_thi_dua_cap_tinh"):
        commune.propose("TT01", award)
    if draw(st.booleans()):
        commune.minutes()
    if draw(st.booleans()):
        commune.sit(draw(st.integers(1, 9)))
    for code in MEMBERS:
        add_member(commune, code, draw)
    return commune


def add_past(commune, code, draw):
    if draw(st.booleans()):
        commune.careers.append(CareerStep(code, PartialDate(2025, 6), unit="TT02"))
    if draw(st.booleans()):
        start = date(draw(YEARS), draw(st.integers(1, 12)), 1)
        form = draw(st.sampled_from(["khien_trach", "canh_cao", "dang_xem_xet"]))
        commune.disciplined(code, form, start, date(start.year + 1, start.month, 1))
    if draw(st.booleans()):
        commune.won(code, draw(st.sampled_from([BK, TTG])), draw(YEARS))


def add_member(commune, code, draw):
    commune.person(
        code,
        draw(st.sampled_from([*Subject, None])),
        joined=draw(st.sampled_from([None, PartialDate(2012), PartialDate(2020, 5)])),
        died=draw(st.sampled_from([None, None, date(2025, 12, 1)])),
        nationality=draw(st.sampled_from(["", "", "Lào"])),
    )
    add_past(commune, code, draw)
    for year in draw(st.sets(YEARS)):
        commune.rate(code, draw(LEVELS), year)
    for year in draw(st.sets(YEARS, max_size=4)):
        commune.won(code, draw(st.sampled_from([LDTT, CSTDCS])), year, branch="HTXSNV")
    named = tuple(f"{code}-{year}" for year in draw(st.sets(YEARS, max_size=3)))
    for initiative in named:
        commune.initiative(initiative, initiative[-4:], code)
    for award in draw(st.sets(st.sampled_from(AWARDS))):
        commune.propose(
            code,
            award,
            draw(st.sampled_from(["", "d", "sang_kien", "b", "e"])),
            initiatives=draw(st.sampled_from([(), named])),
        )
        if draw(st.booleans()):
            commune.vote(code, award, draw(st.integers(0, 9)))


@settings(max_examples=60, deadline=None)
@given(communes(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(commune, random):
    first = commune.check()
    for rows in (
        commune.nominations,
        commune.awards,
        commune.ratings,
        commune.initiatives,
        commune.persons,
        commune.votes,
        commune.meetings,
        commune.disciplines,
        commune.careers,
    ):
        random.shuffle(rows)
    second = commune.check()
    assert sorted(first.nominations, key=lambda n: (n.recipient, n.award)) == sorted(
        second.nominations, key=lambda n: (n.recipient, n.award)
    )
    assert first.round_findings == second.round_findings


def unverified(criterion: Criterion) -> Criterion:
    return replace(
        criterion,
        checked=Checked.MEMORY,
        children=tuple(unverified(child) for child in criterion.children),
    )


def all_unverified(book: Rulebook) -> Rulebook:
    return replace(
        book,
        awards={
            id_: replace(award, criteria=tuple(unverified(c) for c in award.criteria))
            for id_, award in book.awards.items()
        },
        common=tuple(unverified(c) for c in book.common),
    )


@settings(max_examples=60, deadline=None)
@given(communes())
def test_the_unverified_alone_never_condemns(commune):
    check = commune.check(all_unverified(rulebook()))
    for nomination in check.nominations:
        bad = [f for f in nomination.findings if f.status is Status.NOT_MET]
        # Ballots that do not add up are wrong by their own figures.
        assert {f.code for f in bad} <= {"finding.votes_too_many"}


@settings(max_examples=60, deadline=None)
@given(communes(), st.sampled_from(MEMBERS), st.sampled_from([LDTT, CSTDCS, BK, TTG, LD3]), YEARS)
def test_adding_an_award_never_removes_eligibility(commune, code, award, year):
    """But where a criterion says so: two awards of the State need their years between them."""

    def out():
        return {
            (n.recipient, n.award)
            for n in commune.check().nominations
            if any(
                f.status in KEEPS_OUT and not f.code.startswith("finding.spacing")
                for f in n.findings
            )
        }

    before = out()
    commune.won(code, award, year)
    assert out() <= before


@settings(max_examples=40, deadline=None)
@given(communes(received=date(2026, 9, 30)))
def test_an_earlier_receipt_never_uses_a_later_rule(commune):
    later = Criterion(
        "k_moi",
        *(getattr(rulebook().awards[LDTT].criteria[0], name) for name in ("principle", "step")),
        "rating_at_least",
        rulebook().awards[LDTT].cite,
        Checked.TEXT,
        parameters={"level": "HTXSNV"},
        start=date(2026, 10, 1),
    )
    book = rulebook()
    award = book.awards[LDTT]
    stricter = replace(
        book, awards={**book.awards, LDTT: replace(award, criteria=(*award.criteria, later))}
    )
    assert check_round(commune.facts(), stricter).nominations == commune.check().nominations


def cited(findings):
    for finding in findings:
        yield finding.cite.text
        yield from cited(finding.children)


@settings(max_examples=40, deadline=None)
@given(communes())
def test_a_receipt_only_meets_texts_that_were_in_force(commune):
    texts = rulebook().texts
    for nomination in commune.check().nominations:
        starts = {texts[text].start for text in cited(nomination.findings)} - {None}
        assert max(starts) <= commune.received


@settings(max_examples=40, deadline=None)
@given(communes(received=date(2026, 10, 1)))
def test_after_the_amendment_the_2022_law_neither_passes_nor_fails(commune):
    for nomination in commune.check().nominations:
        for finding in nomination.findings:
            if finding.cite.text == "luat_06_2022":
                assert finding.status not in (Status.MET, Status.NOT_MET)
