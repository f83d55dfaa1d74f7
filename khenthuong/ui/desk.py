"""What every screen works with: the open books, the worker, and the window's voice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from khenthuong.errors import CancelledError, UserError
from khenthuong.ui import messages
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.settings import Settings

Done = Callable[[Any], None]


class Desk(QObject):
    """The open workspace and how screens reach it.

    `said` (kind, text) asks the window to show a strip: info, good, warn or bad. `wanted` (cure,
    recipient) asks it to go to the place where a finding is mended. `changed` says that the books
    changed. `crashed` carries an error of our own. `closing` comes before the books close for a
    while, `reopened` (whether they are other books now) when they are open again. `previewed`
    (path, title) asks for a paper to be shown as pages. `settings` are this computer's own.
    `told` (text) says what was written and can be taken back by Ctrl+Z; `undo_asked` (operation)
    asks to take one of the history back. `practice_asked` asks for the sample commune; `home` is
    the own data folder, `root` the one whose books are open.
    """

    said = Signal(str, str)
    wanted = Signal(str, str)
    changed = Signal()
    crashed = Signal(object)
    closing = Signal()
    reopened = Signal(bool)
    previewed = Signal(object, str)
    told = Signal(str)
    undo_asked = Signal(object)
    practice_asked = Signal()

    def __init__(self, jobs: Jobs, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.root = root
        self.home = root
        self.settings = Settings(root)
        self.ws: Any = None
        self._open = ExitStack()
        jobs.failed.connect(self.on_failed)

    def open(self, done: Done, failed: Callable[[Exception], None]) -> None:
        """Open the workspace on the worker; done(workspace) when it is there."""

        def opened(workspace: Any) -> None:
            self.ws = workspace
            done(workspace)

        self.jobs.start(self._enter, opened, failed)

    def move(
        self,
        root: Path,
        prepare: Callable[[Path], Any],
        done: Done,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Leave these books, let prepare(root) lay down others, open them: done(workspace).

        When preparing fails the books left are opened again.
        """

        def change() -> Any:
            self._open.close()
            try:
                prepare(root)
                self.root = root
            finally:
                self.ws = self._enter()
            return self.ws

        self.jobs.start(change, done, failed)

    def reopen(
        self, prepare: Callable[[Path], Any], done: Done, failed: Callable[[Exception], None]
    ) -> None:
        """Close these books, do prepare(root) with them, open them again: done(its result)."""
        results: list[Any] = []

        def keep(root: Path) -> None:
            results.append(prepare(root))

        def opened(_: Any) -> None:
            done(results[0])

        self.switch(self.root, keep, opened, failed)

    def switch(
        self,
        root: Path,
        prepare: Callable[[Path], Any],
        done: Done,
        failed: Callable[[Exception], None],
    ) -> None:
        """Leave these books for those of `root` after prepare(root): done(workspace)."""

        def opened(workspace: Any) -> None:
            self.reopened.emit(True)
            done(workspace)

        def kept(error: Exception) -> None:
            self.reopened.emit(False)
            failed(error)

        self.closing.emit()
        self.move(root, prepare, opened, kept)

    def close(self) -> None:
        """Close the books after the running job; nothing is delivered any more."""
        self.ws = None
        self.jobs.close(last=self._open.close)

    def run(
        self,
        work: Callable[..., Any],
        *arguments: Any,
        done: Done,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Run work(workspace, *arguments) on the worker; see `Jobs.start` for `key`."""
        workspace = self.ws
        self.jobs.start(lambda: work(workspace, *arguments), done, failed, key)

    def on_failed(self, error: Exception) -> None:
        """The common end of a job that went wrong: a strip for the world's errors, else a crash."""
        if isinstance(error, CancelledError):
            self.said.emit("info", messages.sentence(error))
        elif isinstance(error, UserError | OSError):
            self.said.emit("bad", messages.sentence(error))
        else:
            self.crashed.emit(error)

    def say(self, text: str, kind: str = "good") -> None:
        """Show a sentence in the window's strip."""
        self.said.emit(kind, text)

    def tell(self, text: str) -> None:
        """Say what was just written to the books; the strip offers to take it back."""
        self.told.emit(text)

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the computer's own file window."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def preview(self, source: Path, title: str) -> None:
        """Ask the window to show a paper's pages."""
        self.previewed.emit(source, title)

    def _enter(self) -> Any:
        from khenthuong.services.workspace import open_workspace

        return self._open.enter_context(open_workspace(self.root))
