"""Files are written whole or not at all, and what a killed program left does not stay for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from khenthuong.errors import PackageError
from khenthuong.exchange.files import replacing

LONG_AGO = time.time() - 86_400


def left(folder: Path, name: str, when: float) -> Path:
    path = folder / name
    path.write_bytes(b"nua")
    os.utime(path, (when, when))
    return path


def write(target: Path) -> None:
    with replacing(target, PackageError) as staged:
        staged.write_bytes(b"moi")


def test_the_next_export_sweeps_what_an_earlier_one_left_on_the_stick(tmp_path: Path) -> None:
    old = left(tmp_path, ".khenthuong-20261101-0730-xa.zip.abc12345.dang-ghi", LONG_AGO)
    fresh = left(tmp_path, ".khenthuong-20261122-0900-xa.zip.abc12345.dang-ghi", time.time())
    other = left(tmp_path, "anh.dang-ghi", LONG_AGO)
    foreign = left(tmp_path, ".an-tep.txt", LONG_AGO)
    write(tmp_path / "khenthuong-20261122-1000-xa.zip")
    assert not old.exists()
    assert fresh.exists()
    assert other.exists()
    assert foreign.exists()


def test_the_same_target_is_swept_at_once(tmp_path: Path) -> None:
    fresh = left(tmp_path, ".so.xlsx.abc12345.dang-ghi", time.time())
    write(tmp_path / "so.xlsx")
    assert not fresh.exists()
    assert (tmp_path / "so.xlsx").read_bytes() == b"moi"


def test_a_target_that_cannot_be_replaced_stays_and_nothing_is_left(tmp_path: Path) -> None:
    held = tmp_path / "so.xlsx"
    held.mkdir()
    (held / "x").touch()
    with pytest.raises(PackageError) as caught:
        write(held)
    assert caught.value.code == "error.cannot_write"
    assert [one.name for one in tmp_path.iterdir()] == ["so.xlsx"]


@pytest.mark.parametrize("name", ["Đề nghị khen thưởng năm 2026", "một hai  ba", "ư ơ ả"])
def test_vietnamese_letters_and_spaces_in_folders(name: str, tmp_path: Path) -> None:
    target = tmp_path / name / f"{name}.xlsx"
    write(target)
    assert target.read_bytes() == b"moi"
