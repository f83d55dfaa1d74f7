"""The only place with threads: one worker, results back on the GUI thread.

One worker, so two jobs never use the books at once; services know nothing of threads.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid


class Runner(Protocol):
    """What runs a job: the worker thread in the program, at once in tests."""

    def submit(self, run: Callable[[], None], /) -> object:
        """Run it, now or soon."""
        ...

    def shutdown(self, wait: bool = True) -> None:
        """Finish what was submitted; take nothing more."""
        ...


class Task(QObject):
    """Progress and cancel of a long job; both sides may be called from any thread."""

    progressed = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def progress(self, done: int, total: int = 0, what: object = "") -> None:
        """Say how far it is: `done` of `total` (0 = unknown), and on what."""
        self.progressed.emit(int(done), int(total), str(what))

    def cancelled(self) -> bool:
        """Whether the clerk wants it to stop."""
        return self._stop.is_set()

    @Slot()
    def cancel(self) -> None:
        """Ask it to stop at the next safe place."""
        self._stop.set()


class Jobs(QObject):
    """Runs work on the worker and delivers its result or error on the GUI thread."""

    busy = Signal(bool)
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, runner: Runner | None = None) -> None:
        super().__init__(parent)
        self._runner = runner or ThreadPoolExecutor(max_workers=1, thread_name_prefix="books")
        self._turns: dict[str, int] = {}
        self._pending = 0
        self._closed = False
        self._arrived.connect(self._on_arrived)

    @property
    def pending(self) -> int:
        """How many jobs have not come back yet."""
        return self._pending

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Run work() on the worker, then done(result) or failed(error) on the GUI thread.

        With a key only the newest job of that key counts: older ones are not run, and their
        results not delivered (searching while typing).
        """
        if self._closed:
            return
        turn = self._turns[key] = self._turns.get(key, 0) + 1

        def stale() -> bool:
            return self._closed or (bool(key) and self._turns[key] != turn)

        def run() -> None:
            if stale():
                self._arrived.emit(None)
                return
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - delivered, not swallowed
                self._arrived.emit((stale, failed or self.failed.emit, error))
            else:
                self._arrived.emit((stale, done, result))

        self._pending += 1
        if self._pending == 1:
            self.busy.emit(True)
        self._runner.submit(run)

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish what was begun, run `last` on the worker, deliver nothing more."""
        if self._closed:
            return
        self._closed = True
        if last is not None:
            self._runner.submit(last)
        self._runner.shutdown(wait=True)

    @Slot(object)
    def _on_arrived(self, parcel: tuple[Any, ...] | None) -> None:
        if self._closed or not isValid(self):
            return
        self._pending -= 1
        if self._pending == 0:
            self.busy.emit(False)
        if parcel is None:
            return
        stale, deliver, value = parcel
        if not stale() and _is_alive(deliver):
            deliver(value)


def _is_alive(deliver: Callable[..., None]) -> bool:
    """False for a method of a widget that Qt has deleted in the meantime."""
    owner = getattr(deliver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
