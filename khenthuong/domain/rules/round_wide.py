"""Findings on the round as a whole: they warn and never block (Điều 5 khoản 2 điểm d, khoản 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from khenthuong.domain.criteria import Cite, DatedValue
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import AwardClass, Checked, Principle, RoundKind, Status, Step
from khenthuong.domain.rules import cures
from khenthuong.domain.rules.fairness import RISING, Fairness, Measure, Share, Trend
from khenthuong.domain.rules.index import RoundIndex
from khenthuong.domain.rules.members import quota_figures
from khenthuong.domain.rules.quorum import quorum_findings

LAW = "luat_06_2022"
PROVINCE = "quy_dinh_cua_tinh"
NOTICE_DAYS = "so_ngay_niem_yet"
_WHOLE = 100

_DIRECT = Cite(LAW, "5", "2", "d")
_EQUAL = Cite(LAW, "5", "3")
_PUBLIC = Cite(LAW, "5", "2", "a")
_ONCE = Cite(LAW, "5", "2", "c")


@dataclass(frozen=True)
class QuotaUse:
    """`proposed` nominations for an award against a quota of `having` times `value` %.

    Without `of_award` the value is a number of nominations and `having` counts nothing.
    """

    id: str
    award: str
    of_award: str
    proposed: int
    having: int
    value: DatedValue

    @property
    def within(self) -> bool:
        """Whether the quota holds; exact."""
        limit = Decimal(str(self.value.value))
        if not self.of_award:
            return self.proposed <= limit
        return self.proposed * _WHOLE <= limit * self.having


def round_findings(index: RoundIndex, figures: Fairness) -> tuple[Finding, ...]:
    """Shares, quota, notice days and double use; only dat or can_doi_chieu."""
    if not index.facts.nominations:
        return ()
    return (
        *share_findings(figures),
        *_quota(index),
        *quorum_findings(index),
        *_notice(index),
        *_duplicates(index),
        *_amended(index),
    )


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


def share_findings(found: Fairness) -> Iterator[Finding]:
    """Direct workers against leaders, each share beside the register's, and this year's rise."""
    duties = found.nominees[Measure.DIRECT]
    if duties.known + duties.unknown:
        yield _leaders(found)
    for one in _MEASURED:
        here = found.nominees[one.measure]
        if here.known + here.unknown:
            yield _against_register(one, here, found.register[one.measure])
    for measure in RISING:
        yield from _rise(found, measure)


def _leaders(found: Fairness) -> Finding:
    """Warned when more leaders than direct workers are proposed."""
    direct, leaders = found.nominees[Measure.DIRECT], found.nominees[Measure.LEADER]
    settled = direct.known > 0 and leaders.part <= direct.part
    arguments = {
        "leaders": leaders.part,
        "direct": direct.part,
        "persons": direct.known + direct.unknown,
        "unknown": direct.unknown,
    }
    status = Status.MET if settled else Status.TO_COMPARE
    code = _clear("finding.round_direct", direct)
    return _finding("ty_le_truc_tiep", Principle.FAIR, status, _DIRECT, code, arguments)


@dataclass(frozen=True)
class _Measured:
    """A share that is set beside the register's; `whole`: warned only when nobody is proposed."""

    measure: Measure
    id: str
    code: str
    cite: Cite
    whole: bool = False


_MEASURED = (
    _Measured(Measure.WOMEN, "ty_le_nu", "finding.round_women", _EQUAL),
    _Measured(Measure.ETHNIC, "ty_le_dan_toc", "finding.round_ethnic", _DIRECT),
    _Measured(Measure.SMALL, "tap_the_nho", "finding.round_small", _DIRECT, whole=True),
    _Measured(Measure.NON_STATE, "ngoai_nha_nuoc", "finding.round_non_state", _DIRECT, whole=True),
    _Measured(Measure.HARD, "dia_ban_kho_khan", "finding.round_hard", _DIRECT, whole=True),
)


def _against_register(one: _Measured, here: Share, overall: Share) -> Finding:
    """The share among the nominees beside the share among all of the register."""
    if one.whole:
        low = overall.part > 0 and here.part == 0
    else:
        # Warned when the nominees' share is less than half of the register's.
        low = not here.known or here.part * overall.known * 2 < overall.part * here.known
    arguments = {
        "chosen": here.part,
        "of": here.known,
        "unknown": here.unknown,
        "overall": overall.part,
        "all": overall.known,
    }
    status = Status.TO_COMPARE if low else Status.MET
    code = _clear(one.code, here)
    return _finding(one.id, Principle.FAIR, status, one.cite, code, arguments)


def _clear(code: str, share: Share) -> str:
    """The code of a sentence that also says how many are not classified, where there are any."""
    return f"{code}_unclear" if share.unknown else code


def _rise(found: Fairness, measure: Measure) -> Iterator[Finding]:
    """Whether the share rises from last year to this one, as plans of movements ask."""
    trend = found.trend(measure)
    now, before = found.of_year(found.year), found.of_year(found.year - 1)
    if trend is Trend.UNKNOWN or now is None or before is None:
        return
    yield _finding(
        f"ty_le_tang_{measure.value}",
        Principle.FAIR,
        Status.MET if trend is Trend.RISES else Status.TO_COMPARE,
        Cite(PROVINCE),
        f"finding.round_rise_{measure.value}",
        {
            "year": str(found.year),
            "now": now.shares[measure].percent or 0,
            "before_year": str(found.year - 1),
            "before": before.shares[measure].percent or 0,
            "trend": trend,
        },
        checked=Checked.MEMORY,
    )


def quota_uses(index: RoundIndex) -> Iterator[QuotaUse]:
    """How far every quota of the rulebook in force is used; none for awards nobody proposes."""
    awards = index.rulebook.awards
    for quota in index.rulebook.quotas:
        value = index.value(quota.value)
        if value is None:
            continue
        proposed, having = quota_figures(index, quota.award, quota.of_award)
        if proposed:
            base = awards[quota.of_award].name if quota.of_award else ""
            yield QuotaUse(quota.id, awards[quota.award].name, base, proposed, having, value)


def _quota(index: RoundIndex) -> Iterator[Finding]:
    for use in quota_uses(index):
        yield _finding(
            use.id,
            Principle.FAIR,
            Status.MET if use.within else Status.TO_COMPARE,
            use.value.cite,
            "finding.quota" if use.of_award else "finding.quota_number",
            {
                "award": use.award,
                "of_award": use.of_award,
                "proposed": use.proposed,
                "having": use.having,
                "percent": use.value.value,
            },
            checked=use.value.checked,
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
