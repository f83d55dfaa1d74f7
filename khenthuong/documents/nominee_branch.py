"""The tree's branches of the nominees: one nominee, the groups of a list, counts and bonus."""

from __future__ import annotations

from collections import Counter

from khenthuong import texts
from khenthuong.documents.filters import (
    capital,
    in_words,
    money,
    money_in_words,
    number,
    short_date,
    together,
)
from khenthuong.documents.wording import (
    award_phrase,
    count,
    decision_of,
    honorific,
    joined,
    request_phrase,
    short_award,
    superior,
    word,
)
from khenthuong.domain.criteria import Award
from khenthuong.domain.dossier import DossierFacts, LeftOut, Nominee
from khenthuong.domain.kinds import AwardClass, RecipientKind, Subject, UnitKind
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household, Person, Unit
from khenthuong.domain.vietnamese import fold

Branch = dict[str, object]
Rows = list[dict[str, object]]

_ROMAN = ("I", "II", "III")
_KINDS = (RecipientKind.UNIT, RecipientKind.PERSON, RecipientKind.HOUSEHOLD)
_DUTIES = ("budget", "environment", "labour", "food")
"""What a producer's report answers for, each with a confirmation of who is competent."""
_PRODUCERS = (UnitKind.ENTERPRISE, UnitKind.COOPERATIVE)
_COMMENDATIONS = (
    "giay khen",
    "bang khen",
    "huan chuong",
    "huy chuong",
    "ky niem chuong",
    "thu khen",
    "giai thuong",
)


def nominee_branch(facts: DossierFacts, nominee: Nominee) -> Branch:
    """`nguoi`: the one nominee a paper is about; what its kind does not have is missing."""
    recipient = nominee.recipient
    titles, commendations = _past_awards(nominee)
    request, award_name = request_phrase(nominee.award, facts.office)
    dead = isinstance(recipient, Person) and recipient.died is not None
    if dead and nominee.award.award_class is AwardClass.COMMENDATION:
        request = word("request.posthumous")
    branch: Branch = {
        "ten": nominee.name,
        "xung_ho": honorific(recipient, nominee.name),
        "chuc_vu": nominee.position,
        "don_vi": nominee.unit_name,
        "cap_tren": superior(facts.office, _own_unit(nominee)),
        "gioi_thieu": _introduction(nominee),
        "chuc_vu_don_vi": position_and_unit(nominee),
        "loai": texts.label(recipient.recipient_kind),
        "la_tap_the": isinstance(recipient, Unit),
        "nghia_vu": [{"noi_dung": word(f"duty.{duty}")} for duty in _DUTIES],
        **_deeds(nominee),
        "de_nghi": request,
        "ten_khen": award_name,
        "hinh_thuc_de_nghi": capital(award_phrase(nominee.award, facts.round.year, facts.office)),
        "danh_hieu": titles,
        "hinh_thuc": commendations,
        "da_khen": sorted([*titles, *commendations], key=lambda row: str(row["nam"])),
    }
    return branch | recipient_branch(recipient)


def recipient_branch(recipient: Unit | Person | Household) -> Branch:
    """What the register holds of a recipient itself, by its kind."""
    if isinstance(recipient, Person):
        return {
            "ngay_sinh": short_date(recipient.born),
            "gioi_tinh": texts.label(recipient.gender) if recipient.gender else None,
            "que_quan": recipient.home_town,
            "noi_o": recipient.residence,
            "dia_chi": recipient.residence,
            "trinh_do": recipient.education,
            "quoc_tich": recipient.nationality,
            "bat_dau_cong_tac": short_date(recipient.joined),
            "tu_tran": short_date(recipient.died),
            "san_xuat": recipient.subject is Subject.ENTREPRENEUR,
        }
    if isinstance(recipient, Household):
        return {"dia_chi": recipient.address, "so_nhan_khau": recipient.members}
    return {
        "dia_chi": recipient.address,
        "nguoi_dung_dau": recipient.head,
        "nam_thanh_lap": short_date(recipient.founded),
        "so_nguoi": recipient.headcount,
        "san_xuat": recipient.kind in _PRODUCERS,
    }


def _own_unit(nominee: Nominee) -> UnitKind | None:
    """The kind of the unit whose name heads the report: the recipient's own, or where one works."""
    if isinstance(nominee.recipient, Unit):
        return nominee.recipient.kind
    return nominee.unit.kind if nominee.unit else None


def _introduction(nominee: Nominee) -> str:
    """«Nguyễn Văn A, Công chức, Phòng …»: the line under a report's title."""
    return ", ".join(part for part in (nominee.name, nominee.position, nominee.unit_name) if part)


def _deeds(nominee: Nominee) -> Branch:
    """When, what and with what result: of the achievements the nomination rests on."""
    return {
        "khi": "; ".join(short_date(one.when) for one in nominee.achievements if one.when),
        "viec_lam": "\n".join(one.content for one in nominee.achievements if one.content),
        "ket_qua": "\n".join(one.result for one in nominee.achievements if one.result),
    }


def _past_awards(nominee: Nominee) -> tuple[Rows, Rows]:
    titles: Rows = []
    commendations: Rows = []
    for past in nominee.past_awards:
        rows = titles if _is_title(past) else commendations
        rows.append(
            {"nam": str(past.year), "ten": past.award_name, "quyet_dinh": decision_of(past)}
        )
    return titles, commendations


def _is_title(past: PastAward) -> bool:
    """Told by its name, because the register keeps old awards as they were written.

    The commendations are a closed list (Điều 9 of the Law), the titles are not.
    """
    return not fold(past.award_name).startswith(_COMMENDATIONS)


def groups(facts: DossierFacts) -> Rows:
    """`nhom`: I. Tập thể, II. Cá nhân, III. Hộ gia đình; a group without members is left out."""
    all_rows = ((kind, group_rows(facts, kind)) for kind in _KINDS)
    present = [(kind, rows) for kind, rows in all_rows if rows]
    return [
        {
            "so": roman,
            "ten": texts.label(kind),
            "so_luong": count(kind.value, len(rows)),
            "dong": rows,
        }
        for roman, (kind, rows) in zip(_ROMAN, present, strict=False)
    ]


def group_rows(facts: DossierFacts, kind: RecipientKind) -> Rows:
    """`tap_the`, `ca_nhan`, `ho_gia_dinh`: the rows of one group, numbered from 1."""
    return [
        _list_row(facts, place, nominee)
        for place, nominee in enumerate(_members(facts, kind), start=1)
    ]


def _members(facts: DossierFacts, kind: RecipientKind) -> tuple[Nominee, ...]:
    return {
        RecipientKind.UNIT: facts.units,
        RecipientKind.PERSON: facts.persons,
        RecipientKind.HOUSEHOLD: facts.households,
    }[kind]


def _list_row(facts: DossierFacts, place: int, nominee: Nominee) -> dict[str, object]:
    return {
        "stt": place,
        "ten": honorific(nominee.recipient, nominee.name),
        "chuc_vu_don_vi": position_and_unit(nominee),
        "thanh_tich": nominee.nomination.content,
        "hinh_thuc": short_award(nominee.award.name, facts.office),
        "tien_thuong": number(nominee.bonus),
    }


def position_and_unit(nominee: Nominee) -> str:
    """«Công chức, Phòng Văn hóa - Xã hội»; what a unit belongs to, or where it is."""
    recipient = nominee.recipient
    if isinstance(recipient, Person):
        parts = (nominee.position, nominee.unit_name)
    elif isinstance(recipient, Household):
        parts = (recipient.address or nominee.unit_name,)
    else:
        parts = (nominee.unit_name or recipient.address,)
    return ", ".join(part for part in parts if part)


def counts(facts: DossierFacts) -> Branch:
    """`so_luong`: «05 tập thể», «07 cá nhân», and both totals in figures and words."""
    amounts = [(kind, len(_members(facts, kind))) for kind in _KINDS]
    present = [(kind, amount) for kind, amount in amounts if amount]
    return {
        **{kind.value: count(kind.value, amount) for kind, amount in amounts},
        "tong": joined(count(kind.value, amount) for kind, amount in present),
        "tong_chu": capital(
            joined(word(f"count.{kind.value}", number=in_words(amount)) for kind, amount in present)
        ),
        "doi_tuong": joined(word(f"recipients.{kind.value}") for kind, _ in present),
        "truong_hop": sum(amount for _, amount in present),
    }


def award_rows(facts: DossierFacts) -> Rows:
    """`khen_thuong`: counts by award, «danh hiệu “…” năm 2025» with «05 tập thể và 07 cá nhân»."""
    by_award: dict[str, Counter[RecipientKind]] = {}
    awards: dict[str, Award] = {}
    for nominee in facts.nominees:
        awards[nominee.award.id] = nominee.award
        by_award.setdefault(nominee.award.id, Counter())[nominee.recipient.recipient_kind] += 1
    classes = list(AwardClass)
    ordered = sorted(
        awards.values(),
        key=lambda award: (
            classes.index(award.award_class),
            min(_KINDS.index(kind) for kind in by_award[award.id]),
            -award.rank,
            award.id,
        ),
    )
    rows: Rows = [
        {
            "ten": capital(award_phrase(award, facts.round.year, facts.office)),
            "hanh_dong": _verb(award, facts),
            "so_luong": joined(count(kind.value, by_award[award.id][kind]) for kind in _KINDS),
        }
        for award in ordered
    ]
    for row in rows:
        row["dau"] = "." if row is rows[-1] else ";"
    return rows


def grants(facts: DossierFacts) -> Branch:
    """`viec`: what a decision does, «công nhận danh hiệu thi đua và tặng Giấy khen»."""
    awards = {n.award.id: n.award for n in facts.nominees}
    classes = {a.award_class for a in awards.values()}
    ordered = [c for c in AwardClass if c in classes]
    return {"khen": joined(word(f"act.{c.value}") for c in ordered), "nhieu": len(awards) > 1}


def _verb(award: Award, facts: DossierFacts) -> str:
    """«Công nhận danh hiệu …» for a title, «Tặng Giấy khen …» for a commendation."""
    code = "grant.title" if award.award_class is AwardClass.TITLE else "grant.commendation"
    return word(code, award=award_phrase(award, facts.round.year, facts.office))


def bonus(facts: DossierFacts) -> Branch:
    """`tien_thuong`: the total in figures and words, and the base salary it is counted from."""
    amounts = [nominee.bonus for nominee in facts.nominees]
    known = [amount for amount in amounts if amount is not None]
    total = sum(known) if known and len(known) == len(amounts) else None
    return {
        "in": True,
        "co_tong": total is not None,
        "tong": money(total),
        "tong_chu": money_in_words(total),
        "tong_so": number(total),
        "luong_co_so": money(facts.base_salary) if facts.base_salary else "",
    }


def left_out_rows(facts: DossierFacts) -> Rows:
    """`khong_trinh`: who was kept out before any vote, with the sentence that may be printed."""
    before_vote = [entry for entry in facts.left_out if entry.vote is None]
    return [_left_out(facts, place, entry) for place, entry in enumerate(before_vote, start=1)]


def _left_out(facts: DossierFacts, place: int, entry: LeftOut) -> dict[str, object]:
    return {
        "stt": place,
        "ten": entry.shown or entry.name,
        "don_vi": entry.unit_name,
        "hinh_thuc": short_award(entry.award_name, facts.office),
        "ly_do": together(entry.reason),
    }
