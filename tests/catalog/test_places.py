"""Provinces and communes after 01/07/2025."""

import pytest

from khenthuong import texts
from khenthuong.catalog import places
from khenthuong.errors import NotFoundError


def test_thirty_four_provinces_with_their_full_names():
    names = places.provinces()
    assert len(names) == 34
    assert {"Tỉnh An Giang", "Thành phố Hải Phòng", "Thành phố Huế"} <= set(names)


def test_communes_have_their_full_names():
    names = places.communes("Hải Phòng")
    assert "Xã Vĩnh Bảo" in names
    assert all(name.split()[0] in ("Xã", "Phường", "Đặc") for name in names)


@pytest.mark.parametrize(
    ("commune", "province"),
    [
        ("Vĩnh Bảo", "Hải Phòng"),
        ("Xã Vĩnh Bảo", "Thành phố Hải Phòng"),
        ("vinh bao", "hai phong"),
        ("xã Vi\u0303nh Bảo", "TP Hải Phòng"),
    ],
)
def test_resolve(commune, province):
    assert places.resolve(commune, province) == ("Xã Vĩnh Bảo", "Thành phố Hải Phòng")


def test_an_unknown_commune_names_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        places.resolve("Vĩnh Bạoo", "Hải Phòng")
    assert "Xã Vĩnh Bảo" in texts.say(caught.value.code, caught.value.arguments)


def test_another_word_than_the_official_one_is_asked_about():
    with pytest.raises(NotFoundError) as caught:
        places.resolve("Phường Vĩnh Bảo", "Hải Phòng")
    assert "Xã Vĩnh Bảo" in texts.say(caught.value.code, caught.value.arguments)


def test_an_unknown_province_names_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        places.communes("Hải Phong Phú")
    assert "Thành phố Hải Phòng" in texts.say(caught.value.code, caught.value.arguments)
