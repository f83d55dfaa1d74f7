"""The computer is asked, and the refusal says why and where to go."""

from pathlib import Path

import pytest

from khenthuong.errors import BooksError
from khenthuong.services.safety import data_place
from khenthuong.texts import say
from main import main


def test_a_temporary_folder_is_for_trying_out_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert "thư mục tạm" in data_place.check(tmp_path / "so")


def test_a_link_into_a_cloud_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive").mkdir()
    (tmp_path / "Documents").symlink_to(tmp_path / "OneDrive")
    with pytest.raises(BooksError) as caught:
        data_place.check(tmp_path / "Documents" / "so")
    assert "OneDrive" in say(caught.value.code, caught.value.arguments)


def test_a_marker_on_disk_is_seen(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(BooksError) as caught:
        data_place.check(tmp_path / "so")
    assert "Syncthing" in say(caught.value.code, caught.value.arguments)


def test_the_environment_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path / "dong-bo"))
    with pytest.raises(BooksError):
        data_place.check(tmp_path / "dong-bo" / "so")


@pytest.mark.parametrize(
    "command", [("init", "--office", "A", "--province", "B"), ("restore", "x")]
)
def test_the_command_line_refuses_before_it_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    root = tmp_path / "Dropbox" / "so"
    assert main(["--data", str(root), *command]) == 1
    assert "Dropbox" in capsys.readouterr().err
    assert not root.exists()
