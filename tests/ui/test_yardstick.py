"""The work of the yardstick in the real window: it ends in a sound package, in so many keys."""

import tomllib
from pathlib import Path

import pytest

from khenthuong.services.dossier import packages
from khenthuong.ui import messages
from scripts import do_viec_mau as yardstick

DOCS = Path(__file__).parents[2] / "docs"
RECORDED = 1262
"""Keys and letters on record in docs/do_luong.md: what makes it more must say why there."""


@pytest.fixture
def hand(sample_window, tmp_path, monkeypatch) -> yardstick.Hand:
    out = tmp_path / "goi"
    out.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: out)
    return yardstick.Hand(sample_window)


def test_the_work_ends_in_a_sound_package_within_the_keys_on_record(hand, tmp_path):
    yardstick.do_the_work(hand)
    (package,) = (tmp_path / "goi").rglob("*.zip")
    found = packages.verify(package)
    assert list(found.sentences) == []
    assert len(found.report.manifest["nominations"]) == 30
    assert sum(one.strokes for one in hand.done) <= RECORDED
    assert [one.clicks for one in hand.done] == [0] * len(hand.done)


def test_the_estimate_for_word_and_excel_counts_the_same_words():
    (same,) = [one for one in steps("thao") if one["nhom"].startswith("Nội dung")]
    typed = len(yardstick.DUTIES) * len(yardstick.DEEDS) + sum(map(len, yardstick.DEEDS))
    assert same["chu"] == typed


@pytest.mark.parametrize("way", ["thao", "thuong"])
def test_the_record_says_what_the_estimate_adds_up_to(way):
    found = steps(way)
    strokes = sum(one["lan"] * (one.get("phim", 0) + one.get("chu", 0)) for one in found)
    assert f"| {strokes:,} |".replace(",", ".") in (DOCS / "do_luong.md").read_text("utf-8")


def steps(way: str) -> list[dict]:
    text = (DOCS / "viec_mau_word_excel.toml").read_text("utf-8")
    return [one for one in tomllib.loads(text)["buoc"] if one.get("cach", way) == way]
