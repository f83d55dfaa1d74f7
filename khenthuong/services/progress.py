"""How long work tells where it is and asks whether it was cancelled."""

from __future__ import annotations

from collections.abc import Callable

from khenthuong.errors import CancelledError

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done)."""
Cancelled = Callable[[], bool]


def silent(_done: int, _total: int, _what: str) -> None:
    """Nobody is watching."""


def never() -> bool:
    """Nobody cancels."""
    return False


def stop_if(cancelled: Cancelled) -> None:
    """Raise CancelledError when the clerk asked to stop."""
    if cancelled():
        raise CancelledError
