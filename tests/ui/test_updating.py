"""«Cập nhật»: what the card says from the source, without a key, and the way to a new version."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from khenthuong.services.updating import switching
from khenthuong.services.updating.program import Program
from khenthuong.ui import messages
from khenthuong.ui.screens.office.update_card import UpdateCard
from tests import packed_programs
from tests.packed_programs import Publisher


@pytest.fixture
def publisher() -> Publisher:
    return Publisher.new()


def packed(folder: Path, monkeypatch: pytest.MonkeyPatch, key: str) -> Program:
    program = packed_programs.lay(folder, "0.1.0", key=key)
    inside = program.rest_of("0.1.0")
    for part in (packed_programs.ROOT / "resources").iterdir():
        (inside / "resources" / part.name).symlink_to(part)
    for part in ("forms", "templates_docx"):
        (inside / part).symlink_to(packed_programs.ROOT / part)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program.main))
    return program


@pytest.fixture
def program(tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> Program:
    return packed(tmp_path / "KT", monkeypatch, publisher.public)


def words(card: UpdateCard) -> str:
    return "\n".join(one.text() for one in card.findChildren(QLabel))


def test_from_the_source_it_does_not_pretend(qtbot, window) -> None:
    card = UpdateCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    assert "mã nguồn" in words(card)
    assert not card.choose.isVisible()
    assert not card.go_back.isVisible()


def test_without_a_key_it_says_so(qtbot, window, tmp_path, monkeypatch) -> None:
    packed(tmp_path / "KT", monkeypatch, "")
    card = UpdateCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    assert "không kèm khóa" in words(card)
    assert not card.choose.isVisible()


def test_a_foreign_file_is_refused_beside_the_button(qtbot, window, program, tmp_path) -> None:
    card = UpdateCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    card.look(packed_programs.update_of(tmp_path, Publisher.new(), "0.2.0"))
    assert "không phải của nơi phát hành" in card.problem.text()
    assert not card.update_now.isVisible()
    assert card.choose.isEnabled()


def test_updated_from_the_window(
    qtbot, window, program: Program, publisher: Publisher, tmp_path: Path, monkeypatch
) -> None:
    card = UpdateCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    monkeypatch.setattr(messages, "open_file", lambda *_: path)
    card.choose.click()
    assert "Bản 0.2.0" in card.state.text()
    assert card.update_now.text() == "Cập nhật lên bản 0.2.0"
    asked: list[str] = []
    monkeypatch.setattr(messages, "ask", lambda *said: asked.append(said[2]) or True)
    card.update_now.click()
    assert "sao lưu sổ trước" in asked[0]
    # The exchanging process waits for this very process to end.
    job = packed_programs.places_note(program)
    assert (job["version"], job["from"], job["kind"]) == ("0.2.0", "0.1.0", "moi")
    helper = switching.launched()[-1]
    with pytest.raises(subprocess.TimeoutExpired):
        helper.wait(1)
    helper.kill()
    helper.wait()
    assert packed_programs.opened(program) == "0.1.0"


def test_declined_nothing_is_laid(qtbot, window, program, publisher, tmp_path, monkeypatch) -> None:
    card = UpdateCard(window.desk)
    qtbot.addWidget(card)
    card.show()
    card.look(packed_programs.update_of(tmp_path, publisher, "0.2.0"))
    monkeypatch.setattr(messages, "ask", lambda *_: False)
    card.update_now.click()
    assert not (program.folder / "ban-0.2.0").exists()
