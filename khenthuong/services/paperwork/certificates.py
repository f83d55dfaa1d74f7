"""Giấy khen and certificates: whose there are, their số sổ vàng, and the log of printings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from khenthuong import storage, texts
from khenthuong.documents.wording import place_of
from khenthuong.domain.award_names import match
from khenthuong.domain.certificates import (
    Certificate,
    CertificateKey,
    CertificatePrint,
    GivenCertificate,
    SheetField,
)
from khenthuong.domain.criteria import Award
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.office import Office, Signer
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Household, Person, Recipient
from khenthuong.domain.rounds import Round
from khenthuong.domain.vietnamese import clean, fold, name_key, sort_key
from khenthuong.errors import BooksError, UserError
from khenthuong.services.dossier import dossiers
from khenthuong.services.paperwork import certificate_words
from khenthuong.services.paperwork.certificate_words import Granted
from khenthuong.services.workspace import Workspace

PDF = "PDF"
"""Target of a printing that went into a file."""
_SIGNER_KEY = "nguoi_ky"


@dataclass(frozen=True)
class Printing:
    """One line of the log, with the names as they read today."""

    printed: CertificatePrint
    name: str
    award_name: str
    golden: str
    kind: RecipientKind


def rounds(ws: Workspace) -> tuple[Round, ...]:
    """The rounds certificates may be printed for, newest first."""
    found = storage.rounds.rounds(ws.books)
    return tuple(sorted(found, key=lambda one: (-one.year.start, one.code)))


def years(ws: Workspace) -> tuple[int, ...]:
    """The years in which this office decided awards of the register, newest first."""
    found = _decided_here(ws)
    return tuple(sorted({one.decision_date.year for one, _ in found if one.decision_date})[::-1])


def of_round(ws: Workspace, round_code: str) -> tuple[Certificate, ...]:
    """The certificates of the round's dossier that the commune decides.

    Without a number and date of the decision they are listed, but lack what printing needs.
    """
    judged = dossiers.judge(ws, round_code)
    selection = dossiers.split(judged, Authority.COMMUNE, sealing=False)
    facts = dossiers.cut(ws, judged, Authority.COMMUNE, selection, ws.today())
    number = facts.numbers.get(dossiers.DECISION)
    answers = facts.dossier_answers.get(dossiers.DECISION)
    signer = str(answers.values.get(_SIGNER_KEY, "")) if answers else ""
    frozen = storage.rounds.frozen(ws.books, round_code)
    granted: list[Granted] = []
    for nominee in facts.nominees:
        kept = frozen.get(nominee.nomination.key)
        granted.append(
            Granted(
                nominee.recipient,
                nominee.award,
                facts.round.year,
                kept.name if kept else nominee.name,
                kept.position if kept else nominee.position,
                kept.unit_name if kept else nominee.unit_name,
                nominee.nomination.content,
                _with_symbol(number.number, facts.office) if number else "",
                number.day if number else None,
                signer,
            )
        )
    return _certificates(ws, granted, round_code)


def of_year(ws: Workspace, year: int) -> tuple[Certificate, ...]:
    """The certificates of awards in the register that this office decided in a calendar year."""
    found = [
        (past, award)
        for past, award in _decided_here(ws)
        if past.decision_date is not None and past.decision_date.year == year
    ]
    known = storage.register.many(ws.books, {past.recipient for past, _ in found})
    units = storage.register.unit_names(ws.books, {_unit_code(one) for one in known.values()})
    deeds = storage.records.achievements(ws.books)
    granted = [
        Granted(
            recipient := known[past.recipient],
            award,
            past.year,
            recipient.name,
            recipient.position if isinstance(recipient, Person) else "",
            units.get(_unit_code(recipient), ""),
            "; ".join(deeds[code].content for code in past.achievements if code in deeds),
            past.decision_number,
            past.decision_date,
        )
        for past, award in found
    ]
    granted.sort(key=_order)
    return _certificates(ws, granted, "")


def give_numbers(ws: Workspace, chosen: Sequence[Certificate]) -> tuple[Certificate, ...]:
    """The same certificates, each with its số sổ vàng: kept where given, else the year's next.

    Raises UserError where one of them lacks what printing needs.
    """
    for one in chosen:
        _refuse_lacking(one)
    numbered: list[Certificate] = []
    with ws.books.write(texts.say("operation.golden_numbers", {"count": len(chosen)})):
        known = storage.certificates.given(ws.books)
        for one in chosen:
            given = known.get(one.key, one.given)
            if given.golden_number is None:
                assert one.key.decision_date is not None, one.key  # _refuse_lacking
                year = one.key.decision_date.year
                given = replace(
                    given,
                    golden_year=year,
                    golden_number=storage.certificates.next_golden(ws.books, year),
                )
                storage.certificates.save(ws.books, given)
            numbered.append(_numbered(one, given))
    return tuple(numbered)


def printed_before(ws: Workspace, chosen: Iterable[Certificate]) -> tuple[Certificate, ...]:
    """Those of them that were printed already: printing them again wants a reason."""
    counts = _counts(storage.certificates.prints(ws.books))
    return tuple(one for one in chosen if counts[one.key])


def note_printed(
    ws: Workspace, chosen: Sequence[Certificate], layout: str, target: str, reason: str = ""
) -> None:
    """Note who printed what on what (a printer's name, or `PDF`).

    Raises UserError where one was printed before and no reason is given.
    """
    reason = clean(reason)
    again = printed_before(ws, chosen)
    if again and not reason:
        raise UserError("certificate.reason_needed", names=[one.name for one in again])
    counts = _counts(storage.certificates.prints(ws.books))
    known = storage.certificates.given(ws.books)
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    with ws.books.write(texts.say("operation.certificates_printed", {"count": len(chosen)})):
        for one in chosen:
            if one.key not in known:
                storage.certificates.save(ws.books, one.given)
            copy = counts[one.key] + 1
            said = reason if copy > 1 else ""
            storage.certificates.add_print(
                ws.books, CertificatePrint(one.key, copy, at, ws.books.who, target, layout, said)
            )


def set_wording(ws: Workspace, one: Certificate, wording: str) -> None:
    """Keep other words for the achievement; empty: those of the nomination again."""
    known = storage.certificates.given(ws.books).get(one.key, one.given)
    changed = replace(known, wording=clean(wording))
    with ws.books.write(texts.say("operation.certificate_wording", {"name": one.name})):
        storage.certificates.save(ws.books, changed)


def log(ws: Workspace) -> tuple[Printing, ...]:
    """Every printing, newest first; what was printed together in the order of the sổ vàng."""
    given = storage.certificates.given(ws.books)
    found = sorted(
        storage.certificates.prints(ws.books),
        key=lambda one: (given[one.key].golden_year or 0, given[one.key].golden_number or 0),
    )
    found.sort(key=lambda one: one.printed_at, reverse=True)
    names = storage.register.many(ws.books, {one.key.recipient for one in found})
    return tuple(
        Printing(
            one,
            names[one.key.recipient].name,
            ws.award_names.get(one.key.award, one.key.award),
            given[one.key].golden,
            names[one.key.recipient].recipient_kind,
        )
        for one in found
    )


def key_of(ws: Workspace, past: PastAward) -> CertificateKey:
    """The certificate that an award of the register would have."""
    award = _award(ws, past)
    name = award.id if award is not None else past.award_name
    return CertificateKey(past.recipient, name, past.decision_number, past.decision_date)


def golden_numbers(ws: Workspace) -> Mapping[CertificateKey, int]:
    """Every số sổ vàng that was given."""
    given = storage.certificates.given(ws.books)
    return {key: one.golden_number for key, one in given.items() if one.golden_number is not None}


def _award(ws: Workspace, past: PastAward) -> Award | None:
    return ws.rulebook.awards.get(past.award) or match(ws.rulebook, past.award_name)


def _certificates(
    ws: Workspace, granted: Iterable[Granted], round_code: str
) -> tuple[Certificate, ...]:
    office = storage.office.get_office(ws.books)
    if office is None:
        raise BooksError("error.no_office")
    signers = storage.office.signers(ws.books)
    known = storage.certificates.given(ws.books)
    counts = _counts(storage.certificates.prints(ws.books))
    made: list[Certificate] = []
    for one in granted:
        key = CertificateKey(
            one.recipient.code, one.award.id, one.decision_number, one.decision_date
        )
        given = known.get(key, GivenCertificate(key))
        made.append(_certificate(one, given, office, signers, counts[key], round_code))
    return tuple(made)


def _certificate(
    one: Granted,
    given: GivenCertificate,
    office: Office,
    signers: Sequence[Signer],
    prints: int,
    round_code: str,
) -> Certificate:
    values = certificate_words.values(one, given, office, signers)
    return Certificate(
        key=given.key,
        kind=one.recipient.recipient_kind,
        name=one.name,
        award_name=one.award.name,
        award_class=one.award.award_class,
        values=values,
        given=given,
        prints=prints,
        lacking=_lacking(values),
        round=round_code,
    )


def _lacking(values: Mapping[SheetField, str]) -> tuple[str, ...]:
    wanted = {
        "certificate.lacks_decision": values[SheetField.DECISION],
        "certificate.lacks_achievement": values[SheetField.ACHIEVEMENT],
        "certificate.lacks_signer": values[SheetField.SIGNER_NAME],
    }
    return tuple(code for code, value in wanted.items() if not value)


def _refuse_lacking(one: Certificate) -> None:
    if one.lacking:
        what = "; ".join(texts.say(code) for code in one.lacking)
        raise UserError("certificate.not_ready", name=one.name, what=what)


def _numbered(one: Certificate, given: GivenCertificate) -> Certificate:
    return replace(one, given=given, values={**one.values, SheetField.GOLDEN: given.golden})


def _counts(prints: Iterable[CertificatePrint]) -> Counter[CertificateKey]:
    return Counter(one.key for one in prints)


def _decided_here(ws: Workspace) -> list[tuple[PastAward, Award]]:
    """Awards of the register that this office itself decided, by their issuer as printed."""
    office = storage.office.get_office(ws.books)
    if office is None:
        return []
    place = fold(place_of(office))
    found: list[tuple[PastAward, Award]] = []
    for awards in storage.records.past_awards(ws.books).values():
        for past in awards:
            award = _award(ws, past)
            here = award is not None and award.authority is Authority.COMMUNE
            if award is not None and here and _issued_by(past, place):
                found.append((past, award))
    return found


def _issued_by(past: PastAward, place: str) -> bool:
    """A commune that is no more signed with its own name: its awards are not ours to print."""
    return fold(past.issuer).endswith(place)


def _with_symbol(number: str, office: Office) -> str:
    """«12/QĐ-UBND» where văn thư noted the bare number."""
    if not number or "/" in number:
        return number
    return texts.say("certificate.number", {"number": number, "symbol": office.symbol})


def _unit_code(recipient: Recipient) -> str:
    if isinstance(recipient, Person):
        return recipient.unit
    return recipient.village if isinstance(recipient, Household) else recipient.parent


def _order(one: Granted) -> tuple[date, str, int, bytes]:
    kinds = ["tap_the", "ca_nhan", "ho_gia_dinh"]
    kind = one.recipient.recipient_kind.value
    key = sort_key(one.name) if kind == kinds[0] else name_key(one.name)
    return (one.decision_date or date.max, one.decision_number, kinds.index(kind), key)
