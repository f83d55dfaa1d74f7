"""The tree's branches of the proof: findings by the law's four demands, and the public notice."""

from __future__ import annotations

from khenthuong import texts
from khenthuong.documents.filters import short_date, together
from khenthuong.documents.office_branch import round_branch
from khenthuong.documents.wording import honorific, joined, word
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperFinding
from khenthuong.domain.findings import worst
from khenthuong.domain.kinds import Checked, Principle, Status
from khenthuong.domain.rounds import Notice

Branch = dict[str, object]
Rows = list[dict[str, object]]

_ROMAN = ("I", "II", "III", "IV")


def proof(facts: DossierFacts, nominee: Nominee) -> Branch:
    """`tham_dinh`: every finding under its demand, the verdict, the override and the caveats."""
    nomination = nominee.nomination
    overridden = bool(nomination.override_reason)
    return {
        "nguyen_tac": [
            _principle(roman, principle, nominee)
            for roman, principle in zip(_ROMAN, Principle, strict=True)
        ],
        "ket_luan": _verdict(nominee),
        "vuot": word(
            "override", reason=nomination.override_reason, by=nomination.override_by,
            on=short_date(nomination.override_on),
        ) if overridden else "",
        "luu_y": [{"noi_dung": text} for text in _caveats(facts, nominee)],
        "nguoi": honorific(nominee.recipient, nominee.name),
    }


def _principle(roman: str, principle: Principle, nominee: Nominee) -> dict[str, object]:
    found = [f for f in nominee.proof if f.principle is principle]
    status = nominee.check.principles.get(principle) or worst(f.status for f in found)
    return {
        "so": roman,
        "ten": texts.label(principle),
        "ket_luan": texts.label(status),
        "dong": [_finding(place, finding) for place, finding in enumerate(found, start=1)],
    }


def _finding(place: int, finding: PaperFinding) -> dict[str, object]:
    sure = "" if finding.checked is Checked.TEXT else texts.label(finding.checked)
    cite = together(finding.cite)
    return {
        "stt": place,
        "tieu_chuan": finding.label,
        "ket_luan": texts.label(finding.status),
        "noi_dung": finding.sentence,
        "can_cu": word("cite_unsure", cite=cite, sure=sure) if cite and sure else cite or sure,
    }


def _verdict(nominee: Nominee) -> str:
    status = nominee.check.verdict
    if nominee.nomination.override_reason and status is not Status.MET:
        return word("verdict.overridden", status=texts.label(status))
    return word(f"verdict.{status.value}")


def _caveats(facts: DossierFacts, nominee: Nominee) -> list[str]:
    warning = str(round_branch(facts)["canh_bao"])
    unsure = [f for f in nominee.proof if f.checked is not Checked.TEXT]
    texts_ = [warning] if warning else []
    return texts_ + ([word("unverified", count=len(unsure))] if unsure else [])


def notice(facts: DossierFacts) -> Branch:
    """`niem_yet`: one sentence on where and how long, one on the opinions received."""
    if not facts.notices:
        return {"cau": "", "y_kien": ""}
    opinions = [n for n in facts.notices if n.opinions]
    return {
        "cau": word("notice", places=joined(_shown(n) for n in facts.notices)),
        "y_kien": " ".join(
            word("opinions", opinions=n.opinions, handled=n.handled or word("not_handled"))
            for n in opinions
        ) or word("no_opinions"),
    }


def _shown(shown: Notice) -> str:
    end = short_date(shown.end) or word("still_shown")
    return word("shown", place=shown.place, start=short_date(shown.start), end=end)
