"""The tree's branches of the office: names, signer, numbers given by văn thư, legal bases."""

from __future__ import annotations

from datetime import date

from khenthuong.documents import series
from khenthuong.documents.filters import BLANK, blank_date, long_date, padded, together
from khenthuong.documents.wording import (
    chairmen_first,
    date_place,
    in_office,
    initials,
    is_committee,
    is_deputy,
    place_of,
    province_of,
    round_phrase,
    superior,
    word,
    year_phrase,
)
from khenthuong.domain.answers import Answers
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.kinds import Authority, MeetingKind
from khenthuong.domain.office import Signer
from khenthuong.domain.vietnamese import fold

_PAPERS = {
    "to_trinh": ("to_trinh", "TTr"),
    "bien_ban": ("bien_ban_hop_hoi_dong", "BB"),
    "quyet_dinh": ("quyet_dinh_khen_thuong", "QD"),
}
"""Name in the tree → form id, and the document type whose symbol stands in the number."""
_ABOVE = (Authority.PRIME_MINISTER, Authority.PRESIDENT, Authority.OTHER)
"""Who decides what the province only submits."""
_SIGNER_KEY = "nguoi_ky"

Branch = dict[str, object]
Rows = list[dict[str, object]]


def office(facts: DossierFacts) -> Branch:
    """`co_quan`: the office's names and the unit that proposes to the chairman."""
    given = facts.office
    place = place_of(given)
    name = word("committee", place=place) if is_committee(given) else place
    proposing = given.proposing_unit or word("proposing_unit")
    own = facts.authority is Authority.COMMUNE
    return {
        "ten": name,
        "noi": place,
        "viet_tat": superior(given, None),
        "dia_danh": date_place(given),
        "ky_hieu": given.symbol,
        "trinh_len_tren": not own,
        "dong_tren": word("committee_short", place=place) if own else word("committee_line"),
        "dong_duoi": proposing if own else place,
        "phong_trinh": proposing,
        "luu": initials(proposing),
    }


def province(facts: DossierFacts) -> Branch:
    """`tinh`: the province, its chairman, and to whom the Tờ trình goes.

    What others decide goes by the province too, which submits it upwards (Điều 83 khoản 1, 2).
    """
    name = province_of(facts.office)
    own = facts.authority is Authority.COMMUNE
    place = place_of(facts.office) if own else name
    chairman = word("chairman_of", place=place)
    receiver = "" if own else facts.round.receiver
    several = bool(receiver) and fold(receiver) != fold(chairman)
    return {
        "ten": name,
        "chu_tich": chairman,
        "xem_xet": word(f"asks.{facts.authority.value}"),
        "ket_thuc": word(f"submits.{facts.authority.value}"),
        "nguoi_quyet_dinh": word(f"decider.{facts.authority.value}")
        if facts.authority in _ABOVE
        else chairman,
        "kinh_gui": chairman if not several else "",
        "kinh_gui_nhieu": [{"ten": chairman, "dau": ";"}, {"ten": receiver, "dau": "."}]
        if several
        else [],
    }


def round_branch(facts: DossierFacts) -> Branch:
    """`dot`: what the round is about."""
    movement = facts.movement
    return {
        "ten": facts.round.name,
        "nam": year_phrase(facts.round.year),
        "han_nop": facts.round.deadline.isoformat() if facts.round.deadline else "",
        "noi_dung": round_phrase(
            facts.round,
            movement.name if movement else "",
            [nominee.award.id for nominee in facts.nominees],
        ),
        "thoi_ky": facts.period_label,
        "canh_bao": amended_warning(facts) or facts.period_warning,
    }


def amended_warning(facts: DossierFacts) -> str:
    """Under a proof: its conclusions rest on texts amended before the dossier was received."""
    received = facts.round.received
    amended = [
        text.amended_by
        for text in facts.texts
        if received and text.amended_from and text.amended_from <= received and text.amended_by
    ]
    return word("amended", texts="; ".join(amended)) if amended else ""


def papers(facts: DossierFacts) -> Branch:
    """`van_ban`: numbers and dates văn thư gave, deliberate blanks until then."""
    branch: Branch = {
        name: _paper(facts, form_id, kind) for name, (form_id, kind) in _PAPERS.items()
    }
    branch["bao_cao"] = {"so": BLANK, "ngay": blank_date(_year(facts))}
    return branch


def _paper(facts: DossierFacts, form_id: str, kind: str) -> Branch:
    given = facts.numbers.get(form_id)
    text = given.number if given else ""
    day = given.day if given else None
    if kind == "BB":
        held = max(
            (m for m in facts.meetings if m.kind is MeetingKind.COUNCIL),
            key=lambda m: (m.day or date.min, m.code),
            default=None,
        )
        text = text or (held.minutes_number if held else "")
        day = day or (held.day if held else None)
    if "/" not in text:
        given_number = padded(int(text)) if text.isdigit() else text or BLANK
        text = f"{given_number}/{series.of_kind(kind, facts.office, facts.authority)}"
    date_text = long_date(day) if day else blank_date(_year(facts))
    return {
        "so": together(text),
        "ngay": date_text,
        "so_va_ngay": together(word("number", number=text, date=date_text)),
    }


def _year(facts: DossierFacts) -> int | None:
    day = facts.prepared_on or facts.round.received
    return day.year if day else None


def signer(facts: DossierFacts, answers: Answers | None, form_id: str = "") -> Branch:
    """`ky`: who signs for the committee (TM. or KT.), for the chairman, for the unit.

    The dossier's answer «nguoi_ky» picks one of the signers by name; otherwise the chairman in
    office on the papers' day signs. A name that is no signer's leaves the title visibly missing.
    """
    known = in_office(facts.signers, _signing_day(facts, form_id))
    wanted = fold(str(answers.values.get(_SIGNER_KEY, ""))) if answers else ""
    among = [s for s in known if fold(s.name) == wanted] if wanted else chairmen_first(known)
    leader = next(iter(among), None)
    head = _head_of_unit(facts, known)
    return {
        "ten": leader.name if leader else None,
        "quyen_han": _power(leader),
        "chuc_vu": None if wanted and leader is None else _position(leader),
        "thay_mat": word("on_behalf"),
        "truong_phong": head.name if head else "",
        "chuc_vu_phong": head.position if head else word("head_of_unit"),
    }


def _signing_day(facts: DossierFacts, form_id: str) -> date | None:
    """The paper's own day once văn thư gave it, else the latest of the dossier's other papers."""
    own = facts.numbers.get(form_id)
    if own is not None and own.day:
        return own.day
    days = [given.day for given in facts.numbers.values() if given.day]
    return max(days) if days else facts.prepared_on or facts.round.received


def _power(leader: Signer | None) -> str:
    """«KT. CHỦ TỊCH» above a deputy's own title; nothing for the chairman."""
    return word("for_chairman") if leader is not None and is_deputy(leader) else ""


def _position(leader: Signer | None) -> str:
    if leader is None:
        return word("chairman")
    return word("deputy" if is_deputy(leader) else "chairman")


def _head_of_unit(facts: DossierFacts, known: tuple[Signer, ...]) -> Signer | None:
    unit = fold(facts.office.proposing_unit)
    heads = [s for s in known if fold(s.position).startswith("truong phong")]
    return next((s for s in heads if unit and unit in fold(s.position)), next(iter(heads), None))


def bases(facts: DossierFacts) -> Rows:
    """`can_cu`: texts in force as NĐ 30 cites them, then the movement's plan and the minutes."""
    cited = [text.name for text in facts.texts if text.basis]
    movement = facts.movement
    if movement and movement.plan_number and movement.issued:
        cited.append(
            word(
                "plan",
                number=movement.plan_number,
                date=long_date(movement.issued),
                issuer=movement.issuer or office(facts)["ten"],
                name=movement.name,
            )
        )
    if any(held.kind is MeetingKind.COUNCIL for held in facts.meetings):
        cited.append(word("minutes", place=place_of(facts.office), number=_minutes(facts)))
    return [{"noi_dung": together(text)} for text in cited]


def _minutes(facts: DossierFacts) -> str:
    """Number and date of the minutes: as văn thư gave them, else as the meeting records them."""
    return str(_paper(facts, *_PAPERS["bien_ban"])["so_va_ngay"])


def contents(facts: DossierFacts) -> Rows:
    """`muc_luc`: every paper and evidence file of the dossier in its order."""
    return [
        {"stt": number, "ten": plan.title, "tep": plan.file_name}
        for number, plan in enumerate(facts.contents, start=1)
    ]
