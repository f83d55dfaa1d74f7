"""Keeps every second what is being typed, and offers after a crash what was left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from khenthuong.services.drafts import Draft, drop, keep, left, path_of, refused
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button

EVERY_MS = 1000
_REFUSED = (
    "Không giữ được bản nháp của những gì đang gõ: {reason} Hãy lưu (Ctrl+S) ngay khi gõ xong."
)


class Drafts(QObject):
    """The drafts of one window. They are written by a worker of their own.

    The worker of the books may be busy for minutes; a draft must not wait for it. `found` (drafts)
    when earlier runs left some behind.
    """

    found = Signal(object)

    def __init__(
        self, desk: Desk, screens: Callable[[], Iterable[Screen]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._screens = screens
        self._jobs = Jobs(self)
        self._stamp = datetime.now().strftime("%Y%m%d%H%M%S%f")
        self._kept: dict[str, Draft] = {}
        self._replaces: dict[str, Path] = {}
        self._told = False
        self._timer = QTimer(self)
        # Assemble
        self._timer.setInterval(EVERY_MS)
        # Signals
        self._timer.timeout.connect(self.keep)
        self._jobs.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Look for what was left behind, then keep what is typed from now on."""
        if not self._timer.isActive():
            self._jobs.start(partial(left, self._desk.root), self._on_left)
            self._timer.start()

    def end(self, *, forget: bool) -> None:
        """The program closes; `forget` what is being typed, because the clerk said so."""
        self._timer.stop()
        last = partial(_drop_all, [self._path(key) for key in self._kept]) if forget else None
        self._jobs.close(last)

    def take(self, path: Path, draft: Draft) -> None:
        """A draft left behind was put back: its file goes once it is kept anew."""
        self._replaces[draft.screen] = path

    def refuse(self, path: Path) -> None:
        """A draft left behind is not wanted."""
        self._jobs.start(partial(drop, path), _nothing)

    @Slot()
    def keep(self) -> None:
        """Keep what changed since the last second; drop what was saved or given up."""
        for screen in self._screens():
            if screen.draft_key:
                self._keep(screen.draft_key, screen.draft())

    def _keep(self, key: str, draft: Draft | None) -> None:
        if draft == self._kept.get(key):
            return
        if draft is None:
            del self._kept[key]
            self._jobs.start(partial(drop, self._path(key)), _nothing)
            return
        self._kept[key] = draft
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        whole = Draft(draft.screen, draft.part, draft.about, draft.at, draft.values, now)
        replaced = self._replaces.pop(key, None)
        self._jobs.start(
            partial(_keep, self._path(key), whole, replaced), self._on_kept, key=f"draft.{key}"
        )

    def _path(self, key: str) -> Path:
        return path_of(self._desk.root, key, self._stamp)

    def _on_left(self, drafts: tuple[tuple[Path, Draft], ...]) -> None:
        if drafts:
            self.found.emit(drafts)

    def _on_kept(self, _: object) -> None:
        self._told = False

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Said once, not every second."""
        if not refused(error):
            self._desk.on_failed(error)
        elif not self._told:
            self._told = True
            reason = getattr(error, "arguments", {}).get("reason") or str(error)
            self._desk.say(_REFUSED.format(reason=f"{reason}."), "warn")


class DraftBar(QFrame):
    """A calm line above the page: what was left behind, one after the other.

    `wanted` (path, draft) to put it back, `refused` (path) to forget it.
    """

    wanted = Signal(object, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: list[tuple[Path, Draft]] = []
        self._picture = QLabel()
        self._text = QLabel()
        self.open = button("Mở lại")
        self.drop = button("Bỏ")
        # Assemble
        self.setObjectName("strip")
        self.setProperty("kind", "info")
        self._picture.setPixmap(theme.pixmap("khoi_phuc", "accent"))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.open)
        layout.addWidget(self.drop)
        self.hide()
        # Signals
        self.open.clicked.connect(self._on_open)
        self.drop.clicked.connect(self._on_drop)

    @property
    def text(self) -> str:
        """What it says now ("" when hidden)."""
        return "" if self.isHidden() else self._text.text()

    @Slot(object)
    def offer(self, drafts: tuple[tuple[Path, Draft], ...]) -> None:
        """Offer these."""
        self._left = list(drafts)
        self._show_next()

    @Slot()
    def _on_open(self) -> None:
        path, draft = self._left.pop(0)
        self._show_next()
        self.wanted.emit(path, draft)

    @Slot()
    def _on_drop(self) -> None:
        path, _ = self._left.pop(0)
        self._show_next()
        self.refused.emit(path)

    def _show_next(self) -> None:
        self.setVisible(bool(self._left))
        if self._left:
            draft = self._left[0][1]
            more = f" Còn {len(self._left) - 1} bản nữa." if len(self._left) > 1 else ""
            text = f"Còn bản nháp chưa lưu: {draft.about}{_when(draft.kept)}.{more}"
            self._text.setText(text)
            self.setAccessibleName(text)


def _keep(path: Path, draft: Draft, replaced: Path | None) -> None:
    keep(path, draft)
    if replaced is not None:
        drop(replaced)


def _drop_all(paths: list[Path]) -> None:
    for path in paths:
        drop(path)


def _nothing(_: Any) -> None:
    pass


def _when(kept: str) -> str:
    try:
        return f" (gõ lúc {datetime.fromisoformat(kept):%H:%M ngày %d/%m/%Y})"
    except ValueError:
        return ""
