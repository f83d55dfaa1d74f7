"""Names the way papers write them: offices and places, signers' lines, awards, decisions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from khenthuong import texts
from khenthuong.documents.filters import long_date, padded, together, uncapital, upper
from khenthuong.domain.criteria import Award
from khenthuong.domain.kinds import AwardClass, Gender, RoundKind, UnitKind
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household, Person, Unit
from khenthuong.domain.rounds import Round
from khenthuong.domain.vietnamese import clean, fold
from khenthuong.domain.years import Year

CULTURE = ("gia_dinh_van_hoa", "thon_to_dan_pho_van_hoa")
"""The titles of households and villages: Nghị định số 86/2023/NĐ-CP."""
_COMMITTEE = ("uy ban nhan dan ", "ubnd ")
_COMMON_NOUNS = ("xa ", "phuong ", "dac khu ", "tinh ", "thanh pho ")
_CITY = "thanh pho "
_NAMED_CAPITALS = ("thanh pho ho chi minh",)
_CHAIRMAN = "chu tich"
_DEPUTY = "pho chu tich"
_ON_THEIR_OWN = (UnitKind.MASS_ORGANISATION, UnitKind.ENTERPRISE, UnitKind.COOPERATIVE)


def word(code: str, **arguments: object) -> str:
    """A piece of a paper from texts/papers.py."""
    return texts.say(f"paper.{code}", arguments)


def place_of(office: Office) -> str:
    """«xã An Bình», «Phường 1»: the office's own area, common noun small (NĐ 30 Phụ lục II)."""
    name = clean(office.name)
    folded = fold(name)
    for prefix in _COMMITTEE:
        if folded.startswith(prefix):
            name = name.split(" ", len(prefix.split()))[-1]
    return _lower_noun(name)


def is_committee(office: Office) -> bool:
    """Whether the office is a People's Committee (its name, or just its commune, is given)."""
    folded = fold(office.name)
    return folded.startswith((*_COMMITTEE, *_COMMON_NOUNS)) or office.level == "xa"


def province_of(office: Office) -> str:
    """«tỉnh Bắc Ninh», «thành phố Cần Thơ», «Thành phố Hồ Chí Minh»."""
    name = clean(office.province)
    if not fold(name).startswith(("tinh ", _CITY)):
        name = word("province", name=name)
    return name if fold(name) in _NAMED_CAPITALS else _lower_noun(name)


def date_place(office: Office) -> str:
    """Địa danh: the commune's own name without its noun, «Phường 1» whole."""
    if office.place:
        return clean(office.place)
    place = place_of(office)
    bare = _without_noun(place)
    return place if bare[:1].isdigit() else bare


def _lower_noun(name: str) -> str:
    return uncapital(name) if not _without_noun(name)[:1].isdigit() else name


def _without_noun(name: str) -> str:
    for noun in _COMMON_NOUNS:
        if fold(name).startswith(noun):
            return name.split(" ", len(noun.split()))[-1]
    return name


def initials(unit_name: str) -> str:
    """«VHXH» from «Phòng Văn hóa - Xã hội»: the drafting unit behind «Lưu: VT,»."""
    words = [part for part in unit_name.split() if part[0].isalpha()]
    return "".join(upper(part[0]) for part in words[1:] or words)


def year_phrase(year: Year) -> str:
    """«năm 2025» or «năm học 2025-2026»."""
    return together(word("school_year" if year.school else "year", year=str(year)))


def round_phrase(given: Round, movement_name: str, awards: Iterable[str] = ()) -> str:
    """What the round rewards, as trích yếu says it: by kind, with year or movement.

    `awards` are the ids of what is proposed: a household or a village nominated for its way of
    life (Điều 30, 31) is not said to have done its duties with excellence.
    """
    if given.kind is RoundKind.MOVEMENT and movement_name:
        return word("round.movement", movement=movement_name)
    year = year_phrase(given.year)
    proposed = set(awards)
    of_culture = [award for award in CULTURE if award in proposed]
    if given.kind is RoundKind.MERIT and of_culture:
        what = joined(word(f"culture.{award}") for award in of_culture)
        alone = proposed <= set(CULTURE)
        return word("round.culture" if alone else "round.merit_and_culture", what=what, year=year)
    return word(f"round.{given.kind.value}", year=year)


def honorific(recipient: Unit | Person | Household, name: str) -> str:
    """«Ông Nguyễn Văn A», «Bà …»; «Hộ gia đình ông (bà) …»; a unit's name as it is."""
    if isinstance(recipient, Household):
        return word("household", name=name)
    if isinstance(recipient, Person) and recipient.gender is not None:
        code = "mr" if recipient.gender is Gender.MALE else "mrs"
        return together(word(code, name=name))
    return name


def head_of_village(name: str) -> str:
    """Whoever leads it: «Trưởng thôn», «Tổ trưởng tổ dân phố»; as the decree writes otherwise."""
    folded = fold(name)
    if folded.startswith("thon "):
        return word("head.thon")
    return word("head.to_dan_pho" if folded.startswith("to dan pho ") else "head.any")


def in_sentence(village: str) -> str:
    """«thôn Đông», «tổ dân phố số 3» inside a sentence (NĐ 30 Phụ lục II): a common noun."""
    return uncapital(village) if fold(village).startswith(("thon ", "to dan pho ")) else village


def superior(office: Office, kind: UnitKind | None) -> str | None:
    """«UBND xã An Bình» above a body's name; None above a body that is not the committee's.

    The Front, mass organisations, enterprises and cooperatives are no bodies of the committee.
    """
    if kind in _ON_THEIR_OWN:
        return None
    place = place_of(office)
    return word("committee_short", place=place) if is_committee(office) else place


def official_name(award_name: str, office: Office) -> str:
    """The award as this office writes it: «… Ủy ban nhân dân cấp tỉnh» names the province."""
    words, folded = award_name.split(), fold(award_name)
    for ending, place in _ANY_COMMITTEE:
        if folded.endswith(ending):
            kept = words[: len(words) - len(ending.split()) + _COMMITTEE_WORDS]
            return " ".join((*kept, place(office)))
    return award_name


def short_award(award_name: str, office: Office) -> str:
    """The award in a table's cell: «Giấy khen của Chủ tịch UBND xã»; a title by its name."""
    words, folded = award_name.split(), fold(award_name)
    for ending, place in _ANY_COMMITTEE:
        if folded.endswith(ending):
            named = place(office)
            noun = named[: len(named) - len(_without_noun(named))].strip()
            return " ".join(
                (*words[: len(words) - len(ending.split())], word("committee_short", place=noun))
            )
    return award_name


def award_phrase(award: Award, year: Year, office: Office) -> str:
    """«danh hiệu “Lao động tiên tiến” năm 2025» or «Giấy khen của Chủ tịch …»."""
    if award.award_class is AwardClass.TITLE:
        return word("title", name=award.name, year=year_phrase(year))
    return official_name(award.name, office)


def request_phrase(award: Award, office: Office) -> tuple[str, str]:
    """The two lines above a report: «Đề nghị tặng danh hiệu» and «“Lao động tiên tiến”»."""
    if award.award_class is AwardClass.TITLE:
        return word("request.title"), word("quoted", name=award.name)
    return word("request.commendation"), official_name(award.name, office)


def decision_of(past: PastAward) -> str:
    """«Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Chủ tịch …»; only what is known."""
    parts: list[str] = []
    if past.decision_number:
        parts.append(word("decision", number=past.decision_number))
    if past.decision_date:
        parts.append(long_date(past.decision_date))
    if past.issuer:
        parts.append(word("issuer", issuer=past.issuer))
    return together(" ".join(parts))


def joined(parts: Iterable[str]) -> str:
    """«a», «a và b», «a, b và c»."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return word("and", first=", ".join(items[:-1]), last=items[-1])


def count(kind: str, amount: int) -> str:
    """«05 tập thể»; nothing for zero."""
    return together(word(f"count.{kind}", number=padded(amount))) if amount else ""


def in_office(signers: tuple[Signer, ...], day: date | None) -> tuple[Signer, ...]:
    """The signers in office that day, all of them where no day is known yet."""
    return tuple(signer for signer in signers if day is None or signer.signs_on(day))


def chairmen_first(signers: tuple[Signer, ...]) -> list[Signer]:
    """The chairman, then the deputies who sign for him, then nobody else."""
    leaders = [s for s in signers if fold(s.position).startswith((_CHAIRMAN, _DEPUTY))]
    return sorted(leaders, key=lambda s: fold(s.position).startswith(_DEPUTY))


def is_deputy(signer: Signer) -> bool:
    """Whether the signer is a deputy, who signs «KT. CHỦ TỊCH»."""
    return fold(signer.position).startswith(_DEPUTY)


_COMMITTEE_WORDS = 4
_ANY_COMMITTEE = (
    ("uy ban nhan dan cap tinh", province_of),
    ("uy ban nhan dan tinh", province_of),
    ("uy ban nhan dan cap xa", place_of),
    ("uy ban nhan dan xa", place_of),
)
"""How the catalogue names a committee in general, and the name of the one that is meant."""
