"""The tree's branches of the proof: findings by the law's four demands, and the public notice."""

from __future__ import annotations

from collections import Counter

from khenthuong import texts
from khenthuong.documents.filters import short_date, together
from khenthuong.documents.office_branch import amended_warning
from khenthuong.documents.wording import honorific, joined, word
from khenthuong.domain import posting
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperFinding
from khenthuong.domain.findings import worst
from khenthuong.domain.kinds import Checked, Principle, Status
from khenthuong.domain.rounds import Notice

Branch = dict[str, object]
Rows = list[dict[str, object]]

_ROMAN = ("I", "II", "III", "IV")
_MARKS = {Checked.SECOND_HAND: "*", Checked.MEMORY: "**"}
"""Behind a citation that was not read in the text itself."""


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
            "override",
            reason=nomination.override_reason,
            by=nomination.override_by,
            on=short_date(nomination.override_on),
        )
        if overridden
        else "",
        "luu_y": [{"noi_dung": text} for text in _caveats(facts, nominee)],
        "nguoi": honorific(nominee.recipient, nominee.name),
    }


def _principle(roman: str, principle: Principle, nominee: Nominee) -> dict[str, object]:
    found = [f for f in nominee.proof if f.principle is principle]
    main = main_text(nominee)
    status = nominee.check.principles.get(principle) or worst(f.status for f in found)
    return {
        "so": roman,
        "ten": texts.label(principle),
        "ket_luan": texts.label(status),
        "dong": [_finding(place, finding, main) for place, finding in enumerate(found, start=1)],
    }


def _finding(place: int, finding: PaperFinding, main: str) -> dict[str, object]:
    cite = finding.cite.removesuffix(f" {main}") if main else finding.cite
    mark = _MARKS.get(finding.checked, "")
    return {
        "stt": place,
        "tieu_chuan": finding.label,
        "ket_luan": texts.label(finding.status),
        "noi_dung": together(finding.sentence),
        "can_cu": together(cite + mark),
    }


def main_text(nominee: Nominee) -> str:
    """The text that most findings cite: named once under the table, not in every row."""
    cited = Counter(
        finding.text
        for finding in nominee.proof
        if finding.text and finding.cite.endswith(f" {finding.text}")
    )
    found = cited.most_common(1)
    return found[0][0] if found and found[0][1] > 1 else ""


def _verdict(nominee: Nominee) -> str:
    status = nominee.check.verdict
    if nominee.nomination.override_reason and status is not Status.MET:
        return word("verdict.overridden", status=texts.label(status))
    return word(f"verdict.{status.value}")


def _caveats(facts: DossierFacts, nominee: Nominee) -> list[str]:
    """What is said under the table: the text meant, the amendment, the marks in the citations."""
    main = main_text(nominee)
    warning = amended_warning(facts) or facts.period_warning
    found = {finding.checked for finding in nominee.proof}
    marks = [
        word("mark", mark=mark, meaning=texts.label(checked))
        for checked, mark in _MARKS.items()
        if checked in found
    ]
    said = (
        word("main_text", text=main) if main else "",
        word("marks", marks="; ".join(marks)) if marks else "",
    )
    return [text for text in (warning, " ".join(part for part in said if part)) if text]


def notice(facts: DossierFacts) -> Branch:
    """`niem_yet`: where the list hung and how long; what became of the opinions, without them."""
    if not facts.notices:
        return {"cau": "", "y_kien": ""}
    came = bool(facts.opinions) or any(map(posting.has_opinions, facts.notices))
    waits = posting.unanswered(facts.opinions) or any(map(posting.written_open, facts.notices))
    code = "no_opinions" if not came else "not_handled" if waits else "opinions"
    times = dict.fromkeys((n.start, n.end) for n in facts.notices)
    places = joined(
        _shown([n for n in facts.notices if (n.start, n.end) == time]) for time in times
    )
    return {"cau": word("notice", places=places), "y_kien": word(code)}


def _shown(together_: list[Notice]) -> str:
    """Places with the same days, «tại …; … từ ngày … đến …»."""
    first = together_[0]
    return word(
        "shown",
        places="; ".join(dict.fromkeys(n.place for n in together_)),
        start=short_date(first.start),
        end=short_date(first.end) or word("still_shown"),
    )
