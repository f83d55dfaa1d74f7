"""Old fonts: every letter of the alphabet, capitals, what is recognised and what is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.exchange.lists.legacy_text import TCVN3, VNI, Letters, detect, possible, to_unicode
from tests.exchange.lists.others import (
    TCVN3_LETTERS,
    TCVN3_SIGNS,
    VNI_LETTERS,
    VNI_SIGNS,
    in_tcvn3,
    in_vni,
)

SENTENCES = (
    "Nguyễn Thị Hồng Gấm, giáo viên Trường Tiểu học Vĩnh An",
    "Đặng Quốc Toản có nhiều sáng kiến được áp dụng",
    "Tập thể lao động tiên tiến xuất sắc trong phong trào thi đua",
    "Hộ gia đình ông Phùng Khắc Khuyến ở thôn Đoài",
    "Ủy ban nhân dân xã Thượng Lĩnh tặng Giấy khen",
)


def alphabet() -> str:
    """The 67 letters with marks, small."""
    return TCVN3_LETTERS[:67]


def test_the_alphabet_is_whole() -> None:
    assert len(set(alphabet())) == 67
    assert set(alphabet()) == set(VNI_LETTERS)
    assert len(TCVN3) == 74
    assert len(VNI) >= 134


@pytest.mark.parametrize(("sign", "letter"), list(zip(TCVN3_SIGNS, TCVN3_LETTERS, strict=True)))
def test_every_letter_of_tcvn3(sign: str, letter: str) -> None:
    assert to_unicode(sign, Letters.TCVN3) == letter


@pytest.mark.parametrize("letter", alphabet())
def test_every_capital_of_tcvn3_in_a_word_of_capitals(letter: str) -> None:
    written = f"TH{in_tcvn3(letter)}NG"
    assert to_unicode(written, Letters.TCVN3) == f"TH{letter.upper()}NG"


@pytest.mark.parametrize(("sign", "letter"), list(zip(VNI_SIGNS, VNI_LETTERS, strict=True)))
def test_every_letter_of_vni(sign: str, letter: str) -> None:
    assert to_unicode(sign, Letters.VNI) == letter
    assert to_unicode(sign.upper(), Letters.VNI) == letter.upper()
    assert to_unicode(sign[0].upper() + sign[1:], Letters.VNI) == letter.upper()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_recognised_and_comes_back(sentence: str) -> None:
    found = detect((in_vni(sentence),))
    assert (found.letters, found.sure) == (Letters.VNI, True)
    assert to_unicode(in_vni(sentence), Letters.VNI) == sentence
    found = detect((in_tcvn3(sentence),))
    assert (found.letters, found.sure) == (Letters.TCVN3, True)
    back = to_unicode(in_tcvn3(sentence), Letters.TCVN3)
    assert back.casefold() == sentence.casefold()
    assert detect((sentence,)).letters is Letters.UNICODE
    assert detect((unicodedata.normalize("NFD", sentence),)).letters is Letters.UNICODE


def test_capitals_of_a_tcvn3_cell_follow_the_words_beside_them() -> None:
    assert to_unicode("NGUYÔN V¡N ¸NH", Letters.TCVN3) == "NGUYỄN VĂN ÁNH"
    assert to_unicode("Lª Hµ", Letters.TCVN3) == "Lê Hà"
    assert to_unicode("Tr­êng TiÓu häc", Letters.TCVN3) == "Trường Tiểu học"


def test_a_column_of_both_is_mixed_and_read_cell_by_cell() -> None:
    cells = ("Trần Văn Đức", in_tcvn3("Lê Thị Hường"), in_tcvn3("Đỗ Quốc Việt"))
    assert detect(cells).letters is Letters.MIXED
    read = [to_unicode(cell, Letters.MIXED) for cell in cells]
    assert read == ["Trần Văn Đức", "Lê Thị Hường", "Đỗ Quốc Việt"]


@pytest.mark.parametrize("text", ["", "Nguyen Van A", "So 12/QD-UBND", "100%", "Hoà, Thuỷ"])
def test_plain_and_unicode_text_is_left_alone(text: str) -> None:
    assert detect((text,)).letters is Letters.UNICODE
    assert to_unicode(text, Letters.UNICODE) == text


@pytest.mark.parametrize("word", ["nghiêng", "khuỷu", "quyết", "Đắk", "thuở", "giặt", "yêu"])
def test_syllables_that_exist(word: str) -> None:
    assert possible(word)


@pytest.mark.parametrize("word", ["Nguyeãn", "NguyÔn", "Ñöùc", "bcđ", "tíế"])
def test_words_that_cannot_be(word: str) -> None:
    assert not possible(word)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    found = detect((text,))
    assert found.letters in set(Letters)
    assert isinstance(to_unicode(text, Letters.MIXED), str)
