"""The tree's branch of the bảng thẩm định đợt: counts, four demands, shares, days, in short words.

It stays on one page whatever the size of the round: counts and the gravest points, no lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from khenthuong import texts
from khenthuong.documents.filters import short_date, together
from khenthuong.documents.office_branch import amended_warning
from khenthuong.documents.wording import joined, word
from khenthuong.domain.appraisal import Appraisal, Counts, Demand, OpenPoint, Overridden
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.findings import Finding
from khenthuong.domain.kinds import MeetingKind
from khenthuong.domain.rules.fairness import RISING, Fairness, Measure, Share, Trend

Branch = dict[str, object]
Rows = list[dict[str, object]]

_POINTS, _NOTES, _OVERRIDES = 3, 3, 2
_REASON, _LABEL, _NAME, _AWARD = 70, 62, 60, 36
_ROOM = 150
"""Letters that the open points of one demand may take."""
_FINGERPRINT = 16
_DECISION = "quyet_dinh_khen_thuong"


def appraisal(facts: DossierFacts) -> Branch:
    """`tham_dinh_dot`: everything the bảng thẩm định prints of the round."""
    found = facts.appraisal
    if found is None:
        return {}
    return {
        "dot": _round(facts),
        "van_ban": together("; ".join(text.short for text in facts.texts)),
        "bo_quy_dinh": facts.fingerprint[:_FINGERPRINT],
        "so_luong": _counts(found),
        "yeu_cau": [
            {"so": roman, **_demand(one)}
            for roman, one in zip(("I", "II", "III", "IV"), found.demands, strict=True)
        ],
        "nam_truoc": str(found.fairness.year - 1),
        "co_cau": [_shares(found.fairness, measure) for measure in Measure],
        "xu_huong": " ".join((*_trends(found.fairness), *_quotas(found.quotas))),
        "kip_thoi": _days(facts, found),
        "vuot": [{"noi_dung": text} for text in _overrides(found.overridden)],
        "luu_y": amended_warning(facts) or facts.period_warning,
    }


def _round(facts: DossierFacts) -> str:
    one = facts.round
    return word(
        "appraisal.round",
        name=_short(one.name, _NAME),
        kind=texts.label(one.kind).lower(),
        year=str(one.year),
    )


def _counts(found: Appraisal) -> Rows:
    rows = [_count(word(f"appraisal.by.{one.authority.value}"), one) for one in found.counts]
    if len(rows) > 1:
        rows.append(_count(word("appraisal.total"), found.total))
    return rows


def _count(name: str, one: Counts) -> dict[str, object]:
    return {
        "cap": name,
        "de_nghi": one.nominated,
        "dat": one.met,
        "doi_chieu": one.to_compare,
        "chua_xet": one.on_hold,
        "con_mo": one.open,
        "vao": one.inside,
        "kem_ly_do": one.overridden,
        "ngoai": one.outside,
    }


def _demand(one: Demand) -> dict[str, object]:
    reached = one.reached or bool(one.of_round)
    return {
        "ten": texts.label(one.principle),
        "ket_luan": texts.label(one.status) if reached else word("appraisal.not_reached"),
        "dat": f"{one.met}/{one.of}",
        "con_mo": _open(one),
    }


def _open(one: Demand) -> str:
    if not one.reached and not one.of_round:
        return ""
    said = _listed(_points(one.points), _POINTS)
    notes = _listed([round_note(f) for f in one.of_round], _NOTES)
    parts = (
        word("appraisal.open", points=said) if said else "",
        word("appraisal.of_round", notes=notes) if notes else "",
    )
    return together(" ".join(part for part in parts if part) or word("appraisal.nothing_open"))


def _points(points: Sequence[OpenPoint]) -> list[str]:
    """Each criterion once, with how many nominations it leaves in which state."""
    found: dict[str, list[str]] = {}
    for one in points:
        label = word("appraisal.neutral") if one.neutral else _quoted(one.label)
        status = texts.label(one.status).lower()
        found.setdefault(label, []).append(f"{status}\xa0{one.count}")
    return [
        word("appraisal.point", label=_short(label, _LABEL), figures=", ".join(figures))
        for label, figures in found.items()
    ]


def round_note(finding: Finding) -> str:
    """A finding on the whole round in a few words."""
    code = f"paper.appraisal.note.{finding.id}"
    if texts.knows(code):
        return texts.say(code)
    if finding.code in ("finding.quota", "finding.quota_number"):
        return word("appraisal.note.quota", award=_quoted(str(finding.arguments["award"])))
    return _short(_quoted(finding.label), _LABEL) or word("appraisal.note.other")


def _listed(items: Sequence[str], shown: int) -> str:
    """As many as fit, the first always; the others are counted."""
    whole = list(dict.fromkeys(items))
    kept = whole[:1]
    for item in whole[1:shown]:
        if sum(map(len, kept)) + len(item) > _ROOM:
            break
        kept.append(item)
    more = len(whole) - len(kept)
    return "; ".join([*kept, word("appraisal.more", count=more)] if more else kept)


def _shares(found: Fairness, measure: Measure) -> dict[str, object]:
    return {
        "nhom": texts.label(measure),
        "dot_nay": share(found.nominees[measure]),
        "nam_truoc": share(found.last_year[measure]),
        "trong_so": share(found.register[measure]),
    }


def share(one: Share) -> str:
    """«12/18 (66,7%); 2 chưa rõ»: whoever is not classified is said apart."""
    if not one.known:
        return word("appraisal.unknown", count=one.unknown) if one.unknown else "–"
    text = word("appraisal.share", part=one.part, known=one.known, percent=_percent(one))
    return f"{text}; {word('appraisal.unknown', count=one.unknown)}" if one.unknown else text


def _percent(one: Share) -> Decimal:
    return one.percent or Decimal("0.0")


def _trends(found: Fairness) -> Iterator[str]:
    """Whether the shares rise, as plans of movements ask; or why that cannot be said."""
    now, before = found.of_year(found.year), found.of_year(found.year - 1)
    for measure in RISING:
        trend = found.trend(measure)
        if trend is Trend.UNKNOWN or now is None or before is None:
            yield word("appraisal.no_trend", group=texts.label(measure), year=str(found.year - 1))
            continue
        yield word(
            "appraisal.trend",
            group=texts.label(measure),
            year=str(found.year),
            now=_percent(now.shares[measure]),
            before_year=str(found.year - 1),
            before=_percent(before.shares[measure]),
            trend=texts.label(trend),
        )


def _quotas(found: Sequence[Finding]) -> Iterator[str]:
    """How far the quotas are used; one that is exceeded is named under «Công bằng» as well."""
    for one in found[:_NOTES]:
        kind = "percent" if one.code == "finding.quota" else "number"
        yield word(f"appraisal.quota_{kind}", **one.arguments)


def _days(facts: DossierFacts, found: Appraisal) -> str:
    said = "; ".join(_dates(facts, found))
    return together(f"{said[:1].upper()}{said[1:]}.") if said else ""


def _dates(facts: DossierFacts, found: Appraisal) -> Iterator[str]:
    one = facts.round
    councils = [m.day for m in facts.meetings if m.kind is MeetingKind.COUNCIL and m.day]
    if councils:
        yield word("appraisal.met", days=joined(short_date(day) for day in sorted(councils)))
    if facts.notices:
        ends = [n.end for n in facts.notices if n.end]
        end = short_date(max(ends)) if len(ends) == len(facts.notices) else word("still_shown")
        start = short_date(min(n.start for n in facts.notices))
        yield word("appraisal.shown", places=len(facts.notices), start=start, end=end)
    if one.deadline:
        yield word("appraisal.deadline", day=short_date(one.deadline))
    if one.received:
        yield _received(facts)
    if found.deed_days:
        first, last = found.deed_days[0], found.deed_days[-1]
        code = "appraisal.deed" if first == last else "appraisal.deeds"
        yield word(code, first=first, last=last)
    decided = facts.numbers.get(_DECISION)
    if decided and decided.day:
        yield word("appraisal.decided", day=short_date(decided.day))


def _received(facts: DossierFacts) -> str:
    received, due = facts.round.received, facts.round.deadline
    if due is None or received is None:
        return word("appraisal.received", day=short_date(received))
    code = "appraisal.in_time" if received <= due else "appraisal.late"
    return word(code, day=short_date(received))


def _overrides(found: Sequence[Overridden]) -> Iterator[str]:
    for one in found[:_OVERRIDES]:
        yield together(
            word(
                "appraisal.override",
                name=_short(one.name, _NAME),
                award=_short(_quoted(one.award_name), _AWARD),
                by=one.by,
                on=short_date(one.on),
                reason=_short(one.reason, _REASON),
            )
        )
    if len(found) > _OVERRIDES:
        yield word("appraisal.more_overrides", count=len(found) - _OVERRIDES)


def _short(text: str, length: int) -> str:
    """Cut at a word where it is longer than the page can bear."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(",;.") + "…"


def _quoted(text: str) -> str:
    return text.translate(str.maketrans("«»", "“”"))
