"""A paper about one nominee against the books: whole name, award, position, unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from khenthuong.documents.nominee_branch import position_and_unit
from khenthuong.documents.readback import holds_plainly, read_body, words
from khenthuong.documents.wording import official_name
from khenthuong.domain import crosscheck
from khenthuong.domain.crosscheck import Mismatch, Place
from khenthuong.domain.dossier import DossierFacts, Nominee, PaperPlan
from khenthuong.domain.forms import FormDef
from khenthuong.domain.vietnamese import clean
from khenthuong.services.dossier.crosscheck_expected import Sheet

_NAMES = frozenset({"nguoi.ten", "nguoi.xung_ho", "nguoi.gioi_thieu"})
_AWARDS = frozenset({"nguoi.ten_khen", "nguoi.hinh_thuc_de_nghi"})


@dataclass(frozen=True)
class Needle:
    """Words that a paper must hold; `code` names what is wrong when it does not."""

    code: str
    text: str
    may_accept: bool = False


def compare_nominee_paper(
    entry: PaperPlan,
    form: FormDef,
    facts: DossierFacts,
    nominee: Nominee,
    body: bytes,
    *,
    edited: bool,
) -> Iterator[Mismatch]:
    """What a report or proof says otherwise; reads the whole paper only when in doubt."""
    sought = needles(form, facts, nominee)
    doubtful = [one for one in sought if not holds_plainly(body, one.text)]
    if not doubtful:
        return
    sheet = Sheet(entry, form, facts, read_body(body), edited)
    for one in doubtful:
        if not sheet.text.holds(one.text):
            says = crosscheck.closest(one.text, sheet.text.pieces)
            yield sheet.mismatch(
                one.code, Place(), says, one.text, may_accept=one.may_accept, who=nominee.name
            )


def needles(form: FormDef, facts: DossierFacts, nominee: Nominee) -> tuple[Needle, ...]:
    """What a paper about this nominee must hold, by the facts its form prints."""
    sources = {field.source for field in form.fields if field.source}
    found: list[Needle] = []
    if sources & _NAMES:
        found.append(Needle("nominee_name", nominee.name))
    if sources & _AWARDS:
        found.append(Needle("nominee_award", official_name(nominee.award.name, facts.office)))
    if "nguoi.chuc_vu_don_vi" in sources:
        found.append(Needle("nominee_post", position_and_unit(nominee), may_accept=True))
    elif "nguoi.gioi_thieu" in sources:
        found.append(Needle("nominee_post", nominee.position, may_accept=True))
        found.append(Needle("nominee_unit", nominee.unit_name, may_accept=True))
    kept = (Needle(one.code, words(clean(one.text)), one.may_accept) for one in found)
    return tuple(one for one in kept if one.text)
