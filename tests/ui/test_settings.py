from pathlib import Path

import pytest

from khenthuong.paths import DataFolder
from khenthuong.ui.desk import Desk
from khenthuong.ui.settings import Settings

KINDS = [
    ("giao_dien", "tối"),
    ("co_chu", 150),
    ("ty_le", 1.5),
    ("thu_nho", True),
    ("cot.so", ["ten", 'là "gì"\\ \n\x7f']),
    ("rong", [120, 80]),
    ("trong", []),
]


@pytest.mark.parametrize(("key", "value"), KINDS)
def test_a_setting_is_kept(tmp_path: Path, key: str, value) -> None:
    Settings(tmp_path).write(key, value)
    assert Settings(tmp_path).read(key, type(value)()) == value


def test_without_a_file_the_default_holds(tmp_path: Path) -> None:
    assert Settings(tmp_path).read("co_chu", 100) == 100
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("spoilt", [b"\xff\xfe", b"= 3", b"a = " + b"[" * 5000])
def test_a_damaged_file_is_the_default_and_can_be_written_again(
    tmp_path: Path, spoilt: bytes
) -> None:
    DataFolder(tmp_path).settings.write_bytes(spoilt)
    settings = Settings(tmp_path)
    assert settings.read("co_chu", 100) == 100
    settings.write("co_chu", 125)
    assert Settings(tmp_path).read("co_chu", 100) == 125


@pytest.mark.parametrize(
    ("kept", "default"), [("chữ", 100), (True, 1), (1, True), ([1], [""]), (["a"], [0]), ("a", [0])]
)
def test_a_value_of_another_kind_is_the_default(tmp_path: Path, kept, default) -> None:
    settings = Settings(tmp_path)
    settings.write("khoa", kept)
    assert settings.read("khoa", default) == default


def test_one_key_leaves_the_others(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.write("mot", 1)
    Settings(tmp_path).write("hai", 2)
    again = Settings(tmp_path)
    assert (again.read("mot", 0), again.read("hai", 0)) == (1, 2)


def test_a_folder_that_cannot_be_written_keeps_it_for_this_run(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "khong_co")
    settings.write("co_chu", 125)
    assert settings.read("co_chu", 100) == 125
    assert not (tmp_path / "khong_co").exists()


def test_the_desk_has_the_settings_of_its_folder(desk: Desk) -> None:
    desk.settings.write("co_chu", 175)
    assert Settings(desk.root).read("co_chu", 100) == 175
