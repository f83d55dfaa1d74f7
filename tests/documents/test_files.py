"""A paper is on disk whole or not at all."""

from pathlib import Path

import pytest

from khenthuong.documents import files
from khenthuong.errors import TemplateError


def test_writes_and_replaces(tmp_path: Path) -> None:
    target = tmp_path / "2025" / "to-trinh.docx"
    files.write_paper(target, b"one")
    files.write_paper(target, b"two")
    assert target.read_bytes() == b"two"
    assert [p.name for p in target.parent.iterdir()] == ["to-trinh.docx"]


def test_a_held_file_is_tried_again_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "to-trinh.docx"
    files.write_paper(target, b"old")
    tries: list[Path] = []

    def held(self: Path, to: Path) -> Path:
        tries.append(to)
        raise PermissionError(13, "held")

    monkeypatch.setattr(files, "_PAUSE_SECONDS", 0)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TemplateError) as caught:
        files.write_paper(target, b"new")
    assert caught.value.code == "template.held"
    assert len(tries) == 5
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.suffix == ".dang-ghi"] == []


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "ho-so").write_bytes(b"a file where a folder should be")
    with pytest.raises(TemplateError) as caught:
        files.write_paper(tmp_path / "ho-so" / "to-trinh.docx", b"x")
    assert caught.value.code == "error.cannot_write"
