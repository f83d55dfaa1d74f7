"""The tree's branch of the public notice: the list that hangs, the places, what came of it.

What hangs in public tells name, unit and award; never a birth date, an identity number, an address
or why somebody is not on it.
"""

from __future__ import annotations

from datetime import date

from khenthuong.documents.filters import padded, short_date
from khenthuong.documents.proof_branch import notice
from khenthuong.documents.wording import honorific, short_award, word
from khenthuong.domain import posting as opinions
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.rounds import Notice

Branch = dict[str, object]
Rows = list[dict[str, object]]


def posting(facts: DossierFacts) -> Branch:
    """`niem_yet`: the sentence of other papers, the public list, the places with their days."""
    hung = sorted(facts.notices, key=lambda one: (one.start, one.place))
    return {
        **notice(facts),
        "dong": public_rows(facts.nominees, facts),
        "noi": [_place(facts, place, one) for place, one in enumerate(hung, start=1)],
        "tra_loi": _answers(facts),
        "thong_bao": next((one.number for one in hung if one.number), ""),
        "so_ngay": needed_days(facts),
    }


def public_rows(nominees: tuple[Nominee, ...], facts: DossierFacts) -> Rows:
    """Name, unit (village of a household) and award of every nominee, numbered through."""
    return [
        {
            "stt": place,
            "ten": honorific(one.recipient, one.name),
            "don_vi": one.unit_name,
            "hinh_thuc": short_award(one.award.name, facts.office),
        }
        for place, one in enumerate(nominees, start=1)
    ]


def _place(facts: DossierFacts, place: int, one: Notice) -> dict[str, object]:
    return {
        "stt": place,
        "noi": one.place,
        "tu": short_date(one.start),
        "den": _end(one.end),
        "so_ngay": str(one.days) if one.days else "",
        "y_kien": word(f"posting.{_outcome(facts, one)}"),
    }


def _end(day: date | None) -> str:
    return short_date(day) if day else ""


def _outcome(facts: DossierFacts, one: Notice) -> str:
    """Whether opinions came and were answered; what they say stays in the books."""
    here = opinions.at(facts.opinions, one)
    if not here and not opinions.has_opinions(one):
        return "none"
    waits = opinions.written_open(one) or opinions.unanswered(here)
    return "open" if waits else "answered"


def _answers(facts: DossierFacts) -> Rows:
    """Every opinion by its number and days only: neither who spoke, nor of whom, nor what."""
    return [
        {
            "noi_dung": word("opinion.received", number=padded(one.number), day=_end(one.received))
            if one.received
            else word("opinion.numbered", number=padded(one.number)),
            "tra_loi": word("opinion.answered", day=_end(one.answered))
            if opinions.is_answered(one)
            else word("opinion.open"),
        }
        for one in facts.opinions
    ]


def needed_days(facts: DossierFacts) -> str:
    """The days that the decree of a nominated award asks for; empty where none does.

    Điều 7 of NĐ 86/2023 for Gia đình văn hóa; the Law gives no number for the other awards.
    """
    asked = [
        int(str(criterion.parameters.get("days", 0)))
        for nominee in facts.nominees
        for criterion in nominee.award.criteria
        if criterion.kind == "notice_days"
    ]
    return str(max(asked)) if any(asked) else ""
