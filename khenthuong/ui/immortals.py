"""Keeps Python's None, True and False alive under PySide6 6.12.

PySide6 6.12 counts on None, True and False being immortal, which they are since Python 3.12: every
call into Qt that returns nothing gives back a reference to None that Qt does not own, every
`Signal.emit` one to True. On Python 3.11 a long afternoon of clicks would free None and abort the
interpreter («none_dealloc: deallocating None»). tests/ui/test_immortals.py shows it.
"""

from __future__ import annotations

import sys

_SPARE = 1 << (40 if sys.maxsize > 1 << 32 else 28)
_IMMORTAL_SINCE = (3, 12)
_SINGLETONS = (None, True, False, NotImplemented, Ellipsis)


def keep_alive() -> None:
    """Give each of them more references than any run of the program can lose; once is enough."""
    if sys.version_info >= _IMMORTAL_SINCE or sys.getrefcount(None) > _SPARE // 2:
        return
    import ctypes

    for value in _SINGLETONS:
        ctypes.c_ssize_t.from_address(id(value)).value += _SPARE
