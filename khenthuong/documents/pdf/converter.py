"""Converters from .docx to PDF: kept warm between files, ended with the program."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, cast

from khenthuong.documents.pdf import bridge, programs
from khenthuong.errors import UserError

_START_SECONDS = 60
_FILE_SECONDS = 90
"""A file that takes longer is given up: the office program is ended and begun anew."""


class Converter(ABC):
    """Makes PDFs, one after the other, from one thread. `name` for people."""

    name = ""

    @abstractmethod
    def convert(self, source: Path, target: Path) -> None:
        """Write `source` as PDF to `target`; raises UserError when the office program cannot.

        The target appears whole or not at all.
        """

    @abstractmethod
    def close(self) -> None:
        """End the office program, where one is kept open."""


def find_converter() -> Converter | None:
    """LibreOffice kept warm, else LibreOffice file by file, else Word; None without any."""
    program = programs.soffice()
    if program is not None:
        python = programs.office_python()
        return WarmOffice(program, python) if python else ColdOffice(program)
    if programs.has_word():
        from khenthuong.documents.pdf.word import WordConverter

        return WordConverter()
    return None


class WarmOffice(Converter):
    """One LibreOffice that stays open; begun at the first file, begun anew when it dies."""

    name = "LibreOffice"

    def __init__(self, soffice: Path, python: Path) -> None:
        self._soffice, self._python = soffice, python
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str | None] = queue.Queue()
        self._profile = ""
        self._office = 0

    def convert(self, source: Path, target: Path) -> None:
        """See `Converter.convert`; a program that died between two files is begun once more."""
        if self._process is None or self._process.poll() is not None:
            self._begin(source)
        waiting = _waiting(target)
        try:
            answer = self._ask({"source": str(source.resolve()), "target": str(waiting)}, source)
            if "ok" not in answer or not waiting.is_file():
                raise _failed(source, str(answer.get("error", "")))
            os.replace(waiting, target)
        finally:
            waiting.unlink(missing_ok=True)

    def close(self) -> None:
        """End LibreOffice and remove its profile."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(OSError):
                cast("Any", process.stdin).close()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                if self._office:
                    bridge.end(self._office)
            cast("Any", process.stdout).close()
        if self._profile:
            shutil.rmtree(self._profile, ignore_errors=True)
            self._profile = ""

    def _begin(self, source: Path) -> None:
        self.close()
        self._profile = tempfile.mkdtemp(prefix="khenthuong-lo-")
        self._answers = queue.Queue()
        try:
            self._process = subprocess.Popen(
                [self._python, bridge.__file__, self._soffice, self._profile],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                env=programs.clean_environment(),
            )
        except OSError as cause:
            raise _failed(source, str(cause)) from cause
        threading.Thread(
            target=_listen, args=(self._process.stdout, self._answers), daemon=True
        ).start()
        ready = self._next(_START_SECONDS, source)
        self._office = int(ready.get("office", 0))
        if not ready.get("ready"):
            self.close()
            raise _failed(source, "")

    def _ask(self, job: dict[str, str], source: Path) -> dict[str, Any]:
        process = self._process
        assert process is not None
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
        except OSError as cause:
            self.close()
            raise _failed(source, str(cause)) from cause
        return self._next(_FILE_SECONDS, source)

    def _next(self, seconds: float, source: Path) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            line = None
        if line is None:
            self.close()
            raise _failed(source, "")
        return json.loads(line)


class ColdOffice(Converter):
    """LibreOffice started for every file: where no Python with `uno` is there."""

    name = "LibreOffice"

    def __init__(self, soffice: Path) -> None:
        self._soffice = soffice

    def close(self) -> None:
        """Nothing is kept open."""

    def convert(self, source: Path, target: Path) -> None:
        """See `Converter.convert`."""
        with tempfile.TemporaryDirectory(prefix="khenthuong-lo-") as folder:
            profile = Path(folder, "ho_so").as_uri()
            command = [self._soffice, "--headless", "--norestore"]
            command += [f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
            try:
                subprocess.run(
                    [*command, "--outdir", folder, source.resolve()],
                    capture_output=True,
                    timeout=_FILE_SECONDS,
                    env=programs.clean_environment(),
                    check=True,
                )
            except (OSError, subprocess.SubprocessError) as cause:
                raise _failed(source, str(cause)) from cause
            made = Path(folder, f"{source.stem}.pdf")
            if not made.is_file():
                raise _failed(source, "")
            waiting = _waiting(target)
            shutil.copyfile(made, waiting)
            os.replace(waiting, target)


def _waiting(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target.resolve().with_name(f"{target.name}.dang-ghi")


def _listen(stream: Any, answers: queue.Queue[str | None]) -> None:
    # Closing the stream from the other thread is how the listener is told to end.
    with contextlib.suppress(ValueError):
        for line in stream:
            answers.put(line)
    answers.put(None)


def _failed(source: Path, detail: str) -> UserError:
    return UserError("error.pdf_failed", path=source.name, detail=detail or "…")
