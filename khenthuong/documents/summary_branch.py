"""The tree's branches of registers and summaries: figures by award and kind that add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from khenthuong.documents.filters import short_date, together
from khenthuong.documents.subject_branch import subject
from khenthuong.documents.wording import decision_of, honorific, short_award, word
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.office_papers import RegisteredAward
from khenthuong.domain.records import Initiative
from khenthuong.domain.vietnamese import fold, sort_key

Branch = dict[str, object]
Rows = list[dict[str, object]]


@dataclass
class _Line:
    """How many of each kind, and how many of them the council agreed to."""

    name: str
    kinds: dict[RecipientKind, int] = field(default_factory=lambda: dict.fromkeys(RecipientKind, 0))
    agreed: int = 0

    def add(self, kind: RecipientKind, *, agreed: bool = False) -> None:
        """Count one more."""
        self.kinds[kind] += 1
        self.agreed += agreed

    def row(self) -> dict[str, object]:
        """The figures as cells; the sum last."""
        figures = {kind.value: str(amount) for kind, amount in self.kinds.items()}
        total = sum(self.kinds.values())
        return {"ten": self.name, **figures, "cong": str(total), "dong_y": str(self.agreed)}


def _table(lines: Iterable[_Line], total: _Line) -> Branch:
    rows = [{"stt": place, **line.row()} for place, line in enumerate(lines, start=1)]
    return {"dong": rows, "cong": total.row()}


def of_round(facts: DossierFacts) -> Branch:
    """`tong_hop_dot`: what was nominated, and what the council agreed to, by award and kind."""
    total = _Line("")
    lines: dict[str, _Line] = {}
    for one in sorted(facts.nominees, key=_rank):
        line = lines.setdefault(one.award.id, _Line(short_award(one.award.name, facts.office)))
        for counted in (line, total):
            counted.add(one.recipient.recipient_kind, agreed=_agreed(one))
    return _table(lines.values(), total)


def _rank(one: Nominee) -> tuple[str, int, str]:
    return (one.award.award_class.value, -one.award.rank, one.award.id)


def _agreed(one: Nominee) -> bool:
    return one.council_vote is not None and not one.council_vote.refused


def of_year(facts: DossierFacts) -> Branch:
    """`tong_hop_nam`: what was awarded in the year, by award and kind; the same as the register."""
    total = _Line("")
    lines: dict[str, _Line] = {}
    for one in sorted(subject(facts).awards, key=lambda won: sort_key(won.award.award_name)):
        name = one.award.award_name
        line = lines.setdefault(one.award.award or name, _Line(short_award(name, facts.office)))
        for counted in (line, total):
            counted.add(one.recipient.recipient_kind)
    return _table(lines.values(), total)


def gold_book(facts: DossierFacts) -> Rows:
    """`so_vang`: the year's awards by decision, numbered through and inside each decision.

    Once certificates were printed in the year, its numbers are those on them, and nothing else.
    """
    rows: Rows = []
    printed = any(one.golden for one in subject(facts).awards)
    for _, same in groupby(subject(facts).awards, key=_decision):
        for place, one in enumerate(same, start=1):
            number = one.golden if printed else len(rows) + 1
            rows.append(_gold(facts, number, place, one))
    return rows


def _decision(one: RegisteredAward) -> tuple[object, ...]:
    return (one.award.decision_number, one.award.decision_date, one.award.issuer)


def _gold(
    facts: DossierFacts, number: int | None, inside: int, one: RegisteredAward
) -> dict[str, object]:
    day = one.award.decision_date
    return {
        "so": str(number) if number else "",
        "so_trong_quyet_dinh": str(inside),
        "ten": honorific(one.recipient, one.recipient.name),
        "don_vi": one.unit_name,
        "hinh_thuc": short_award(one.award.award_name, facts.office),
        "so_quyet_dinh": one.award.decision_number,
        "ngay": short_date(day) if day else "",
        "co_quan": one.award.issuer,
        "quyet_dinh": decision_of(one.award),
    }


def initiative_bases(facts: DossierFacts) -> Rows:
    """`can_cu_sang_kien`: the law on local government, and the charter of initiatives."""
    laws = [
        text.name
        for text in facts.texts
        if text.basis and "chinh quyen dia phuong ngay" in fold(text.name)
    ]
    return [{"noi_dung": together(name)} for name in (*laws, word("initiative_charter"))]


def initiatives(facts: DossierFacts) -> Rows:
    """`sang_kien`: the year's initiatives that no decision recognises yet."""
    about = subject(facts)
    waiting = [one for one in about.initiatives if not one.recognised]
    return [_initiative(facts, place, one) for place, one in enumerate(waiting, start=1)]


def _initiative(facts: DossierFacts, place: int, one: Initiative) -> dict[str, object]:
    names = subject(facts).authors
    return {
        "stt": place,
        "ten": one.name,
        "tac_gia": ", ".join(names.get(code, code) for code in one.authors),
        "ghi_chu": "",
    }
