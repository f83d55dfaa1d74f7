"""Findings on the round as a whole: they warn and never block (Điều 5 khoản 2 điểm d, khoản 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from khenthuong.domain.criteria import Cite
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import (
    Area,
    AwardClass,
    Checked,
    Duty,
    Gender,
    Principle,
    RoundKind,
    Sector,
    Status,
    Step,
)
from khenthuong.domain.register import Person, Unit
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.members import quota_figures
from khenthuong.domain.vietnamese import fold

LAW = "luat_06_2022"
QUOTA = "ty_le_chien_si_thi_dua_co_so"
NOTICE_DAYS = "so_ngay_niem_yet"
_QUOTA_AWARD, _QUOTA_BASE = "chien_si_thi_dua_co_so", "lao_dong_tien_tien"
_WHOLE = 100
_MAJORITY = "kinh"

_DIRECT = Cite(LAW, "5", "2", "d")
_EQUAL = Cite(LAW, "5", "3")
_PUBLIC = Cite(LAW, "5", "2", "a")
_ONCE = Cite(LAW, "5", "2", "c")


def round_findings(index: RoundIndex) -> tuple[Finding, ...]:
    """Shares, quota, notice days and double use; only dat or can_doi_chieu."""
    if not index.facts.nominations:
        return ()
    return (*_shares(index), *_quota(index), *_notice(index), *_duplicates(index), *_amended(index))


def _finding(
    id_: str,
    principle: Principle,
    status: Status,
    cite: Cite,
    code: str,
    arguments: Mapping[str, object],
    cure: str = "",
    checked: Checked = Checked.TEXT,
) -> Finding:
    return Finding(id_, principle, Step.LIST, status, cite, checked, code, arguments, cure=cure)


def _shares(index: RoundIndex) -> Iterator[Finding]:
    codes = sorted({n.recipient for n in index.facts.nominations})
    persons = [index.facts.persons[code] for code in codes if code in index.facts.persons]
    units = [index.facts.units[code] for code in codes if code in index.facts.units]
    if persons:
        leaders = sum(one.duty is Duty.LEADER for one in persons)
        direct = sum(one.duty is Duty.DIRECT for one in persons)
        status = Status.TO_COMPARE if leaders > direct else Status.MET
        yield _finding(
            "ty_le_truc_tiep",
            Principle.FAIR,
            status,
            _DIRECT,
            "finding.round_direct",
            {"leaders": leaders, "direct": direct, "persons": len(persons)},
        )
        yield _against_register(index, persons, "ty_le_nu", "finding.round_women", _EQUAL)
        yield _against_register(index, persons, "ty_le_dan_toc", "finding.round_ethnic", _DIRECT)
    if units:
        yield from _unit_shares(index, units)


def _against_register(
    index: RoundIndex, persons: list[Person], id_: str, code: str, cite: Cite
) -> Finding:
    """The share among the nominees beside the share among all people of the register."""
    counts = _is_woman if id_ == "ty_le_nu" else _is_minority
    every = list(index.facts.persons.values())
    chosen, overall = sum(map(counts, persons)), sum(map(counts, every))
    # Warned when the nominees' share is less than half of the register's.
    low = chosen * len(every) * 2 < overall * len(persons)
    return _finding(
        id_,
        Principle.FAIR,
        Status.TO_COMPARE if low else Status.MET,
        cite,
        code,
        {"chosen": chosen, "persons": len(persons), "overall": overall, "all": len(every)},
    )


def _is_woman(person: Person) -> bool:
    return person.gender is Gender.FEMALE


def _is_minority(person: Person) -> bool:
    return bool(person.ethnic) and fold(person.ethnic) != _MAJORITY


def _unit_shares(index: RoundIndex, units: list[Unit]) -> Iterator[Finding]:
    every = list(index.facts.units.values())
    tests: tuple[tuple[str, str, Callable[[Unit], bool]], ...] = (
        ("tap_the_nho", "finding.round_small", lambda unit: unit.small),
        ("ngoai_nha_nuoc", "finding.round_non_state", lambda unit: unit.sector is Sector.NON_STATE),
        ("dia_ban_kho_khan", "finding.round_hard", lambda unit: unit.area is not Area.ORDINARY),
    )
    for id_, code, test in tests:
        overall = sum(map(test, every))
        chosen = sum(map(test, units))
        status = Status.TO_COMPARE if overall and not chosen else Status.MET
        yield _finding(
            id_,
            Principle.FAIR,
            status,
            _DIRECT,
            code,
            {"chosen": chosen, "units": len(units), "overall": overall, "all": len(every)},
        )


def _quota(index: RoundIndex) -> Iterator[Finding]:
    value = index.value(QUOTA)
    awards = index.rulebook.awards
    if value is None or _QUOTA_AWARD not in awards or _QUOTA_BASE not in awards:
        return
    proposed, having = quota_figures(index, _QUOTA_AWARD, _QUOTA_BASE)
    if not proposed:
        return
    within = proposed * _WHOLE <= int(value.value) * having
    yield _finding(
        "ty_le_cstdcs",
        Principle.FAIR,
        Status.MET if within else Status.TO_COMPARE,
        value.cite,
        "finding.quota",
        {
            "award": awards[_QUOTA_AWARD].name,
            "of_award": awards[_QUOTA_BASE].name,
            "proposed": proposed,
            "having": having,
            "percent": value.value,
        },
        checked=value.checked,
    )


def _notice(index: RoundIndex) -> Iterator[Finding]:
    value = index.value(NOTICE_DAYS)
    notices = [one for one in index.facts.notices if one.days is not None]
    if value is None or not notices or index.round.kind is RoundKind.SUDDEN:
        return
    days = min(one.days or 0 for one in notices)
    status = Status.MET if days >= int(value.value) else Status.TO_COMPARE
    yield _finding(
        "so_ngay_niem_yet",
        Principle.PUBLIC,
        status,
        value.cite,
        "finding.round_notice",
        {"days": days, "needed": value.value},
        cures.NOTICE,
        value.checked,
    )


def _duplicates(index: RoundIndex) -> Iterator[Finding]:
    for code, nominations in sorted(index.claims.items()):
        if len(nominations) > 1:
            who = tuple(index.name(n.recipient) for n in nominations)
            yield _finding(
                "dung_hai_lan",
                Principle.ACCURATE,
                Status.TO_COMPARE,
                _ONCE,
                "finding.round_duplicate",
                {"code": code, "who": who},
                cures.nomination(nominations[0].recipient, "sang_kien"),
            )
    # Titles go together; two forms of commendation may be for one achievement.
    named: dict[str, list[str]] = defaultdict(list)
    for nomination in index.facts.nominations:
        award = index.rulebook.awards.get(nomination.award)
        if award is not None and award.award_class is AwardClass.COMMENDATION:
            named[nomination.recipient].append(nomination.award)
    for recipient, awards in sorted(named.items()):
        if len(awards) > 1:
            yield _several(index, recipient, sorted(awards))


def _several(index: RoundIndex, recipient: str, named: list[str]) -> Finding:
    awards = tuple(index.rulebook.awards[award].name for award in named)
    return _finding(
        "nhieu_hinh_thuc",
        Principle.ACCURATE,
        Status.TO_COMPARE,
        _ONCE,
        "finding.round_several",
        {"who": index.name(recipient), "awards": awards},
    )


def _amended(index: RoundIndex) -> Iterator[Finding]:
    for text_id in sorted(index.amended):
        text = index.rulebook.texts[text_id]
        yield _finding(
            "luat_sua_doi",
            Principle.ACCURATE,
            Status.TO_COMPARE,
            Cite(text_id),
            "finding.round_amended",
            {"text": text.short, "by": text.amended_by, "from": text.amended_from or ""},
        )
