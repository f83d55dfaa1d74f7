"""Everything with a name is found by the beginnings of its words, without marks."""

import pytest

from khenthuong import storage, texts
from khenthuong.domain.finding import Sort
from khenthuong.services import finding, register
from khenthuong.services.paperwork import paper_register
from khenthuong.services.workspace import Workspace


def sorts(ws: Workspace, typed: str) -> set[Sort]:
    return {one.sort for one in finding.find(ws, typed)}


def test_nothing_typed_finds_nothing(commune: Workspace) -> None:
    assert finding.find(commune, " . ") == ()


@pytest.mark.parametrize(
    ("typed", "sort", "words"),
    [
        ("truong mam non", Sort.UNIT, "Mầm non"),
        ("nguyen", Sort.PERSON, "Nguyễn"),
        ("chien si thi dua", Sort.AWARD, "Chiến sĩ thi đua"),
        ("to trinh", Sort.ROUND_PAPER, "Tờ trình"),
        ("giay moi", Sort.FORM, "Lập: Giấy mời"),
    ],
)
def test_each_sort_is_found(commune: Workspace, typed: str, sort: Sort, words: str) -> None:
    paper_register.make(commune, "D1")
    found = [one for one in finding.find(commune, typed) if one.sort is sort]
    assert found
    assert words in found[0].title


def test_a_paper_is_found_by_its_number(commune: Workspace) -> None:
    made = paper_register.make(commune, "D1")
    one = made.papers[0]
    paper_register.record_number(
        commune, "D1", one.authority, one.plan.form_id, "8417/TTr-UBND", commune.today()
    )
    (found,) = finding.find(commune, "8417/ttr")
    assert found.sort is Sort.ROUND_PAPER
    assert found.of == "D1"
    assert "số 8417/TTr-UBND" in found.about


def test_words_come_in_any_order_as_beginnings(commune: Workspace) -> None:
    name = finding.find(commune, "nguyen")[0].title
    first, *_, last = name.split()
    found = finding.find(commune, f"{last[:2]} {first}")
    assert name in [one.title for one in found]


def test_no_sort_drowns_the_others(commune: Workspace) -> None:
    found = finding.find(commune, "n")
    assert max([one.sort for one in found].count(sort) for sort in Sort) <= 7


def test_what_lies_in_the_bin_is_not_found(commune: Workspace) -> None:
    one = next(x for x in finding.find(commune, "nguyen") if x.sort is Sort.PERSON)
    register.to_bin(commune, one.key)
    assert one not in finding.find(commune, one.title)


def test_every_sort_has_a_name() -> None:
    assert all(texts.knows(f"label.Sort.{sort.value}") for sort in Sort)


def test_initiatives_lead_to_their_author(commune: Workspace) -> None:
    known = next(iter(storage.records.initiatives(commune.books).values()))
    found = [one for one in finding.find(commune, known.name) if one.sort is Sort.INITIATIVE]
    assert (found[0].key, found[0].of) == (known.code, known.authors[0])


def test_rounds_and_movements_are_found(commune: Workspace) -> None:
    assert Sort.ROUND in sorts(commune, "dot")
    known = next(iter(storage.movements.movements(commune.books).values()))
    assert Sort.MOVEMENT in sorts(commune, known.name)
