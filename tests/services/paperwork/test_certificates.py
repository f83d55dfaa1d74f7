"""Whose certificates there are, what stands on them, their số sổ vàng, and the log of printings."""

from dataclasses import replace
from datetime import date

import pytest

from khenthuong import storage
from khenthuong.documents.text import plain_text
from khenthuong.domain.certificates import Certificate, SheetField
from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.records import PastAward
from khenthuong.domain.register import Person
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services import office, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.paperwork import (
    certificates,
    office_papers,
    office_subjects,
    paper_register,
)
from khenthuong.services.workspace import Workspace

ROUND = "D1"
DECISION = "quyet_dinh_khen_thuong"
DECIDED = date(2026, 1, 20)
HERE = "Chủ tịch Ủy ban nhân dân xã Vĩnh Khê Thượng"


@pytest.fixture
def decided(commune: Workspace) -> Workspace:
    """The first round's decision has its number and date."""
    paper_register.make_form(commune, ROUND, DECISION)
    paper_register.record_number(commune, ROUND, Authority.COMMUNE, DECISION, "45", DECIDED)
    return commune


def of(ws: Workspace, kind: RecipientKind, award: str = "giay_khen_xa") -> Certificate:
    found = certificates.of_round(ws, ROUND)
    return next(one for one in found if one.kind is kind and one.key.award == award)


def test_without_a_decision_nothing_can_be_printed(commune: Workspace) -> None:
    found = certificates.of_round(commune, ROUND)
    assert found
    assert all("certificate.lacks_decision" in one.lacking for one in found)
    with pytest.raises(UserError) as refused:
        certificates.give_numbers(commune, found[:1])
    assert refused.value.code == "certificate.not_ready"


def test_until_the_decision_has_its_day_the_chairman_still_in_office_signs(
    commune: Workspace,
) -> None:
    left = {one.name for one in storage.office.signers(commune.books) if one.end is not None}
    assert left
    found = certificates.of_round(commune, ROUND)
    assert {one.values[SheetField.SIGNER_POSITION] for one in found} == {"CHỦ TỊCH"}
    assert not left & {one.values[SheetField.SIGNER_NAME] for one in found}


def test_only_what_the_commune_decides_is_there(decided: Workspace) -> None:
    awards = {one.key.award for one in certificates.of_round(decided, ROUND)}
    assert {decided.rulebook.awards[award].authority for award in awards} == {Authority.COMMUNE}


def test_words_of_a_giay_khen(decided: Workspace) -> None:
    values = of(decided, RecipientKind.HOUSEHOLD).values
    assert values[SheetField.DECIDER] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VĨNH KHÊ THƯỢNG"
    assert (values[SheetField.VERB], values[SheetField.AWARD]) == ("TẶNG", "GIẤY KHEN")
    assert values[SheetField.FULL_NAME].startswith("Hộ gia đình ông (bà) ")
    assert values[SheetField.ACHIEVEMENT].startswith("Đã có thành tích ")
    assert values[SheetField.DECISION] == "45/QĐ-UBND, ngày 20 tháng 01 năm 2026"
    assert values[SheetField.PLACE_DATE] == "Vĩnh Khê Thượng, ngày 20 tháng 01 năm 2026"
    assert values[SheetField.SIGNER_POSITION] == "CHỦ TỊCH"
    assert values[SheetField.GOLDEN] == ""


def test_words_of_a_title(decided: Workspace) -> None:
    values = of(decided, RecipientKind.PERSON, "chien_si_thi_dua_co_so").values
    assert values[SheetField.VERB] == "TẶNG DANH HIỆU"
    assert values[SheetField.AWARD] == "CHIẾN SĨ THI ĐUA CƠ SỞ"
    assert values[SheetField.ACHIEVEMENT] == "Năm 2025"
    assert values[SheetField.FULL_NAME].startswith(("Ông ", "Bà "))


def test_nothing_that_only_word_understands_reaches_the_sheet(decided: Workspace) -> None:
    words = [v for one in certificates.of_round(decided, ROUND) for v in one.values.values()]
    assert [word for word in words if "\u00a0" in word or "\u2011" in word] == []


def test_an_award_after_death_is_truy_tang(decided: Workspace) -> None:
    given(decided, replace(person(decided), died=date(2025, 12, 1)))
    (one,) = certificates.of_year(decided, 2026)
    assert one.values[SheetField.VERB] == "TRUY TẶNG"
    given(decided, replace(person(decided), died=date(2026, 6, 1)))
    (one,) = certificates.of_year(decided, 2026)
    assert one.values[SheetField.VERB] == "TẶNG"


def person(ws: Workspace) -> Person:
    found = register.get(ws, "CN001")
    assert isinstance(found, Person)
    return found


def given(ws: Workspace, one: Person, issuer: str = HERE) -> None:
    """One award in the register, decided here."""
    register.save(ws, one)
    past = PastAward(
        *(one.code, Year(2026), "Giấy khen của Chủ tịch UBND xã", "giay_khen_xa"),
        *("88/QĐ-UBND", date(2026, 3, 2), issuer),
    )
    register.save_record(ws, past)


def test_past_awards_of_this_office_only(commune: Workspace) -> None:
    assert certificates.years(commune) == ()
    given(commune, person(commune), "Chủ tịch Ủy ban nhân dân xã Vĩnh Khê")
    assert certificates.years(commune) == ()
    given(commune, person(commune))
    assert certificates.years(commune) == (2026,)
    (one,) = certificates.of_year(commune, 2026)
    assert one.key.decision_number == "88/QĐ-UBND"
    assert one.lacking == ("certificate.lacks_achievement",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Cứu người bị lũ cuốn.", "Đã có thành tích cứu người bị lũ cuốn"),
        ("Phong trào hiến đất.", "Đã có thành tích trong phong trào hiến đất"),
        ("Đã hiến 200 m² đất", "Đã hiến 200 m² đất"),
        ("có thành tích cứu người", "Có thành tích cứu người"),
        ("UBND giao làm đường", "Đã có thành tích UBND giao làm đường"),
        ("Vì đã cứu người\nbị lũ cuốn", "Vì đã cứu người bị lũ cuốn"),
        ("", ""),
    ],
)
def test_the_sentence_comes_from_the_nomination(decided: Workspace, content, words) -> None:
    one = of(decided, RecipientKind.HOUSEHOLD)
    nomination = next(
        n for n in rounds.nominations(decided, ROUND) if n.key == (one.key.recipient, one.key.award)
    )
    rounds.save_nomination(decided, replace(nomination, content=content))
    assert isinstance(nomination, Nomination)
    changed = next(c for c in certificates.of_round(decided, ROUND) if c.key == one.key)
    assert changed.values[SheetField.ACHIEVEMENT] == words


def test_chosen_words_win_and_can_be_taken_back(decided: Workspace) -> None:
    one = of(decided, RecipientKind.HOUSEHOLD)
    certificates.set_wording(decided, one, "  Đã hiến đất <làm đường> & kênh  ")
    words = of(decided, RecipientKind.HOUSEHOLD).values[SheetField.ACHIEVEMENT]
    assert words == "Đã hiến đất <làm đường> & kênh"
    certificates.set_wording(decided, one, "")
    again = of(decided, RecipientKind.HOUSEHOLD).values[SheetField.ACHIEVEMENT]
    assert again == one.values[SheetField.ACHIEVEMENT]


def test_a_deputy_signs_for_the_chairman(decided: Workspace) -> None:
    deputies = [s for s in office.signers(decided) if s.position.startswith("Phó")]
    office.save_signers(decided, deputies)
    values = of(decided, RecipientKind.HOUSEHOLD).values
    assert values[SheetField.SIGNER_POSITION] == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    office.save_signers(decided, [])
    assert of(decided, RecipientKind.HOUSEHOLD).lacking == ("certificate.lacks_signer",)


def test_numbers_run_by_year_and_stay(decided: Workspace) -> None:
    found = certificates.of_round(decided, ROUND)
    first = certificates.give_numbers(decided, found[3:5])
    assert [one.given.golden for one in first] == ["01/2026", "02/2026"]
    assert first[0].values[SheetField.GOLDEN] == "01/2026"
    everyone = certificates.give_numbers(decided, certificates.of_round(decided, ROUND))
    numbers = [one.given.golden_number for one in everyone]
    assert sorted(numbers) == [*range(1, len(found) + 1)]
    assert numbers[3:5] == [1, 2]


def test_another_year_begins_at_one(decided: Workspace) -> None:
    given(decided, person(decided))
    (past,) = certificates.of_year(decided, 2026)
    certificates.set_wording(decided, past, "Đã cứu người")
    (past,) = certificates.of_year(decided, 2026)
    certificates.give_numbers(decided, [past])
    later = replace(past, key=replace(past.key, decision_date=date(2027, 2, 1)))
    later = replace(later, given=replace(later.given, key=later.key))
    (numbered,) = certificates.give_numbers(decided, [later])
    assert numbered.given.golden == "01/2027"


def test_printing_again_wants_a_reason(decided: Workspace) -> None:
    (one,) = certificates.give_numbers(decided, [of(decided, RecipientKind.HOUSEHOLD)])
    certificates.note_printed(decided, [one], "Khung A4", "May in 1")
    assert certificates.printed_before(decided, [one]) == (one,)
    with pytest.raises(UserError) as refused:
        certificates.note_printed(decided, [one], "Khung A4", certificates.PDF, "  ")
    assert refused.value.code == "certificate.reason_needed"
    certificates.note_printed(decided, [one], "Khung A4", certificates.PDF, "Giấy rách")
    lines = sorted(certificates.log(decided), key=lambda line: line.printed.copy)
    assert [(line.printed.copy, line.printed.target) for line in lines] == [
        (1, "May in 1"),
        (2, "PDF"),
    ]
    assert [line.printed.reason for line in lines] == ["", "Giấy rách"]
    assert {(line.name, line.golden) for line in lines} == {(one.name, "01/2026")}
    assert all(line.printed.printed_by == decided.books.who for line in lines)
    assert of(decided, RecipientKind.HOUSEHOLD).prints == 2


def test_the_log_lists_what_was_printed_together_by_number(decided: Workspace) -> None:
    found = certificates.give_numbers(decided, certificates.of_round(decided, ROUND)[:6])
    certificates.note_printed(decided, found[::-1], "Khung A4", "May in 1")
    assert [line.golden for line in certificates.log(decided)] == [
        f"{number:02}/2026" for number in range(1, 7)
    ]


def test_the_log_is_audited(decided: Workspace) -> None:
    (one,) = certificates.give_numbers(decided, [of(decided, RecipientKind.HOUSEHOLD)])
    certificates.note_printed(decided, [one], "Khung A4", "May in 1")
    tables = {
        entry.table for entry in storage.history.of_recipient(decided.books, one.key.recipient)
    }
    assert {"certificate", "certificate_print"} <= tables


def test_the_certificate_of_a_round_and_of_the_register_is_one(decided: Workspace) -> None:
    one = of(decided, RecipientKind.HOUSEHOLD)
    (numbered,) = certificates.give_numbers(decided, [one])
    register.save_record(
        decided,
        PastAward(
            *(one.key.recipient, Year(2025), one.award_name, one.key.award),
            *("45/QĐ-UBND", DECIDED, HERE),
        ),
    )
    (again,) = certificates.of_year(decided, 2026)
    assert again.key == one.key
    assert again.given.golden == numbered.given.golden


def test_the_gold_book_shows_the_numbers_on_the_certificates(decided: Workspace) -> None:
    found = certificates.of_round(decided, ROUND)
    for one in found[:3]:
        register.save_record(
            decided,
            PastAward(
                *(one.key.recipient, Year(2025), one.award_name, one.key.award),
                *("45/QĐ-UBND", DECIDED, HERE),
            ),
        )
    form, subject = decided.forms["so_vang"], Subject(year="2026")
    lines = office_subjects.load(decided, form, subject).awards
    assert {line.golden for line in lines} == {None}
    certificates.give_numbers(decided, (found[2], found[0]))
    lines = office_subjects.load(decided, form, subject).awards
    numbers = {line.recipient.code: line.golden for line in lines}
    expected = dict.fromkeys((one.key.recipient for one in found[:3]), None)
    expected |= {found[2].key.recipient: 1, found[0].key.recipient: 2}
    assert numbers == expected
    made = office_papers.make(
        decided, form.id, subject, {"danh_so": "Theo năm", "nguoi_lap": "Lê Thị Hoa"}
    )
    shown = [line.split(" | ")[0] for line in plain_text(made.path.read_bytes()).splitlines()]
    in_order = [str(line.golden) for line in lines if line.golden]
    assert [number for number in shown if number.isdigit()] == in_order
