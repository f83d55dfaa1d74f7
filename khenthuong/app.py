"""Start of the window: log, crash hook, theme, language, the one window; and the self-test."""

from __future__ import annotations

import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from khenthuong import texts
from khenthuong.errors import BooksError
from khenthuong.paths import DataFolder, default_data_folder
from khenthuong.services.safety import data_place
from khenthuong.services.updating import program as updated_program
from khenthuong.ui import language, looks, messages, theme
from khenthuong.ui.crash_dialog import CrashHook
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import SCREENS, MainWindow

LOG_FILE = "khenthuong.log"
_LOG_BYTES, _LOG_KEPT = 1_000_000, 5


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with our looks and language."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # Screens at 125 % and 150 %: as large as Windows says, not rounded to whole steps.
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
            Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
        )
        application = QApplication(arguments)
    application.setApplicationName("Khen Thuong")
    language.apply(application)
    theme.apply(application)
    return application


def start_log(root: Path) -> RotatingFileHandler:
    """Write the log into the data folder; old files are rotated away."""
    folder = DataFolder(root).log
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / LOG_FILE, maxBytes=_LOG_BYTES, backupCount=_LOG_KEPT, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root_logger = logging.getLogger("khenthuong")
    root_logger.setLevel(logging.INFO)
    root_logger.addHandler(handler)
    return handler


def run_window(data: Path | None = None) -> int:
    """Open the window on a data folder (default: the computer's own); the process's exit code."""
    application = make_application(sys.argv)
    root = data or default_data_folder()
    try:
        warning = data_place.check(root)
    except BooksError as refused:
        messages.show_error(None, texts.say("place.title"), messages.sentence(refused))
        return 1
    handler = start_log(root)
    hook = CrashHook(root)
    hook.install()
    desk = Desk(Jobs(), root)
    looks.restore(application, desk.settings)
    desk.crashed.connect(hook.tell)
    window = MainWindow(desk)
    window.show()
    window.start()
    if warning:
        desk.say(warning, "warn")
    _tell_of_update(desk)
    try:
        return application.exec()
    finally:
        desk.close()
        logging.getLogger("khenthuong").removeHandler(handler)
        handler.close()


def _tell_of_update(desk: Desk) -> None:
    """Say how an exchange of versions ended before this start, and tidy what it left."""
    program = updated_program.here()
    if program is None:
        return
    # Only a program that takes updates needs it: it brings the storage, before the window shows.
    from khenthuong.services.updating import switching

    ended = switching.ended(program)
    updated_program.sweep(program)
    if ended is not None:
        desk.say(texts.say(ended.code, ended.arguments), "good" if ended.good else "bad")


def self_test(*, as_json: bool = False) -> int:
    """Open every screen on the sample commune without a display and make all its papers; 0 = sound.

    What went wrong is told on stdout, with `as_json` as one object.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory(prefix="khenthuong-tu-kiem-") as folder,
        tempfile.TemporaryDirectory(prefix="khenthuong-giay-") as papers,
    ):
        root = Path(folder)
        _lay_sample(root)
        problems = list(_open_every_screen(application, root))
        problems += _make_every_form(root, Path(papers))
    said = json.dumps({"ok": not problems, "problems": problems}, ensure_ascii=False)
    sys.stdout.write((said if as_json else "\n".join(problems or ["OK"])) + "\n")
    return 1 if problems else 0


def _lay_sample(root: Path) -> None:
    from khenthuong.services import demo

    demo.open_sample(root)


def _make_every_form(root: Path, out: Path) -> Iterator[str]:
    """Make the papers of every round of the sample, then those on demand; names what failed.

    Reports that no round of the sample asks for, and lists of what it does not have, are printed
    all the same.
    """
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.paperwork import papers, trial_papers
    from khenthuong.services.workspace import open_workspace

    with open_workspace(root) as ws:
        made = {
            paper.plan.form_id
            for summary in rounds.rounds(ws)
            for paper in papers.make(ws, summary.round.code, out / summary.round.code).papers
            if paper.path.stat().st_size
        }
        made |= trial_papers.made_on_demand(ws)
        made |= trial_papers.rendered(ws, rounds.rounds(ws)[0].round.code)
        yield from (f"{form.id}: {form.title}" for form in ws.forms.values() if form.id not in made)


def _open_every_screen(application: QApplication, root: Path) -> Iterator[str]:
    desk = Desk(Jobs(), root)
    crashes: list[BaseException] = []
    said: list[str] = []
    desk.crashed.connect(crashes.append)
    desk.said.connect(_bad_into(said))
    window = MainWindow(desk)
    window.show()
    window.start()
    for number, screen in enumerate(SCREENS):
        _wait(application, desk)
        window.open_screen(number)
        _wait(application, desk)
        if window.screen_open is None or window.grab().isNull():
            yield screen.title
    window.close()
    yield from (repr(crash) for crash in crashes)
    yield from said


def _wait(application: QApplication, desk: Desk) -> None:
    application.processEvents()
    while desk.jobs.pending:
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _bad_into(said: list[str]) -> Callable[[str, str], None]:
    def keep(kind: str, text: str) -> None:
        if kind == "bad":
            said.append(text)

    return keep
