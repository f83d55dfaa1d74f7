"""What the system says is told in Vietnamese, on the command line and in the window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.texts import system_words
from khenthuong.ui import messages
from main import main

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("number", [1, 2, 13, 17, 20, 21, 22, 28, 30, 36])
def test_every_common_refusal_has_vietnamese_words(number: int) -> None:
    assert system_words.in_vietnamese(os.strerror(number)) != os.strerror(number)


def test_a_file_held_by_word_is_named_so() -> None:
    said = "The process cannot access the file because it is being used by another process."
    sentence = texts.say("error.cannot_write", {"path": "D4.docx", "reason": said})
    assert "đóng rồi thử lại" in sentence
    assert "process" not in sentence


def test_unknown_words_stay() -> None:
    assert system_words.in_vietnamese("Khác lạ") == "Khác lạ"


def test_the_window_says_the_same() -> None:
    assert "ổ đĩa đầy" in messages.sentence(OSError(28, os.strerror(28), "sổ.sqlite"))


NAME = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("workbook", f"{{tmp}}/{NAME}.xlsx"),
        ("--data", f"{{tmp}}/{NAME}", "rounds"),
        ("--data", f"{{tmp}}/{NAME}", "templates"),
        ("--data", f"{{tmp}}/{NAME}", "restore", "x.sqlite"),
        ("demo", "--out", f"{{tmp}}/{NAME}"),
    ],
)
def test_what_the_system_refuses_is_no_traceback(
    arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main([one.format(tmp=tmp_path) for one in arguments])
    said = capsys.readouterr()
    assert code == 1
    assert "đường dẫn quá dài" in said.err
    assert "Traceback" not in said.err


if sys.platform != "win32":  # there rights are not bits of a folder

    def _as_a_common_user(*command: str) -> list[str]:
        """As root the rights of files do not bind: the command runs without that privilege."""
        if os.geteuid():
            return list(command)
        setpriv = shutil.which("setpriv")
        assert setpriv is not None
        return [setpriv, "--bounding-set=-dac_override,-dac_read_search", *command]

    @pytest.mark.parametrize(
        "arguments",
        [
            ("workbook", "{shut}/so.xlsx"),
            ("--data", "{shut}/so", "rounds"),
            ("--data", "{shut}/so", "templates"),
            ("--data", "{shut}/so", "doctor"),
            ("--data", "{shut}/so", "restore", "{shut}/x.sqlite"),
            ("verify", "{shut}/goi.zip"),
            ("layout", "{shut}/a.docx"),
        ],
    )
    def test_a_folder_that_may_not_be_read_is_refused_in_words(
        arguments: tuple[str, ...], tmp_path: Path
    ) -> None:
        shut = tmp_path / "kín"
        shut.mkdir(mode=0)
        command = (sys.executable, "main.py", *(one.format(shut=shut) for one in arguments))
        done = subprocess.run(
            _as_a_common_user(*command),
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        shut.chmod(0o700)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "không có quyền" in done.stderr + done.stdout
