"""Keeps Python's True alive under PySide6 6.12.

`Signal.emit` of PySide6 6.12 gives back a reference to True that it does not own. Before Python
3.12, where True became immortal, some hundred emits would free it and abort the interpreter
(«bool_dealloc: deallocating True or False»). tests/ui/test_emit_guard.py shows it.
"""

from __future__ import annotations

import sys

_SPARE = 1 << 28
_IMMORTAL_SINCE = (3, 12)


def keep_true_alive() -> None:
    """Give True more references than any run of the program can lose."""
    if sys.version_info >= _IMMORTAL_SINCE or sys.getrefcount(True) > _SPARE // 2:
        return
    import ctypes

    ctypes.c_ssize_t.from_address(id(True)).value += _SPARE
