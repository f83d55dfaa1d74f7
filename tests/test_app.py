"""The start of the window."""

from pathlib import Path

import pytest

from khenthuong import app
from khenthuong.ui import messages


def test_the_window_does_not_open_books_in_a_cloud_folder(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "show_error", lambda _parent, title, text: said.append(text))
    root = tmp_path / "OneDrive - UBND xã" / "so"
    assert app.run_window(root) == 1
    assert "OneDrive" in said[0]
    assert not root.exists()
