"""Answers of forms."""

from types import MappingProxyType

import pytest

from khenthuong.domain.answers import Answers
from khenthuong.domain.kinds import Authority
from khenthuong.errors import BooksError
from khenthuong.storage import answers, apply_import
from tests import factories

FORM = "bao_cao_thanh_tich_tap_the"
VALUES = {
    "thanh_tich": "Dòng một\nDòng hai & «ba»",
    "so_nguoi": 12,
    "dat": True,
    "bang": (MappingProxyType({"chi_tieu": "Thu", "nam_nay": "31,1"}),),
}


@pytest.fixture
def filled(books):
    apply_import(books, factories.whole_batch(), take_changes=True, label="Nhập")
    return books


def save(books, values, **options):
    with books.write("Ghi"):
        return answers.save(
            books,
            "DX-2025",
            options.pop("recipient", "TT-001"),
            Answers(FORM, "1", values),
            **options,
        )


def test_answers_come_back_as_they_were(filled):
    assert save(filled, VALUES) is True
    held = answers.of_round(filled, "DX-2025")["TT-001", FORM]
    assert held == Answers(FORM, "1", VALUES)
    assert isinstance(held.values["bang"], tuple)
    assert save(filled, VALUES) is False


def test_no_answers_take_the_set_away(filled):
    save(filled, VALUES)
    assert save(filled, {}) is True
    assert ("TT-001", FORM) not in answers.of_round(filled, "DX-2025")


def test_answers_of_a_dossier_lie_apart_by_authority(filled):
    save(filled, {"noi_nhan": "Sở Nội vụ"}, recipient="", authority=Authority.PROVINCE)
    assert answers.of_dossier(filled, "DX-2025", Authority.PROVINCE)[FORM].values == {
        "noi_nhan": "Sở Nội vụ"
    }
    assert answers.of_dossier(filled, "DX-2025", Authority.COMMUNE) == {}
    assert ("", FORM) not in answers.of_round(filled, "DX-2025")


def test_answers_of_nobody_are_refused(filled):
    with pytest.raises(BooksError):
        save(filled, VALUES, recipient="CN-404")
