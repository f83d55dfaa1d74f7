"""Keeps PySide6 from reading and keeping the source of every module that is imported.

After each import PySide6 looks through the module's source for its own name, to know whether the
module may use `from __feature__ import …`. That reads 600 files at the start, SQLAlchemy's among
them, and `linecache` keeps every line of them for good. We use no such features.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_FEATURES = "shibokensupport.feature"
_ASKS = "_mod_uses_pyside"
_OURS = "khenthuong"


def spare_sources() -> None:
    """Answer that question by the module's name from now on; nothing where PySide6 asks not."""
    importlib.import_module("shiboken6")
    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _ASKS):
        setattr(features, _ASKS, _is_ours)


def _is_ours(module: ModuleType) -> bool:
    """Whether a module may use Qt: of the program's own any might."""
    return getattr(module, "__name__", "").partition(".")[0] == _OURS
