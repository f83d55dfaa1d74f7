"""Awards by what people write."""

from pathlib import Path

import pytest

from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.domain.award_names import match

BOOK, _ = load_rulebook(Path(__file__).resolve().parents[2] / "forms", None)


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("lao_dong_tien_tien", "lao_dong_tien_tien"),
        ("Lao động tiên tiến", "lao_dong_tien_tien"),
        ("Danh hiệu “Lao động tiên tiến”", "lao_dong_tien_tien"),
        ("LĐTT", "lao_dong_tien_tien"),
        ("CSTĐCS", "chien_si_thi_dua_co_so"),
        ("chien si thi dua co so", "chien_si_thi_dua_co_so"),
        ("Giấy khen của Chủ tịch UBND phường", "giay_khen_xa"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "bang_khen_cap_tinh"),
        ("TTLĐXS", "tap_the_lao_dong_xuat_sac"),
        ("Cờ thi đua", None),
        ("", None),
    ],
)
def test_match(text, award):
    found = match(BOOK, text)
    assert (found.id if found else None) == award


def test_no_word_means_two_awards():
    words = [w for a in BOOK.awards.values() for w in (a.id, a.name, *a.aliases)]
    for award in BOOK.awards.values():
        for word in (award.id, award.name, *award.aliases):
            assert match(BOOK, word) is award
    assert len(words) == len(set(words))
