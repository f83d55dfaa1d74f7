"""The one Jinja environment of all papers: sandboxed, strict, escaping."""

from __future__ import annotations

from functools import cache

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from khenthuong.documents.filters import FILTERS


class _PaperEnvironment(SandboxedEnvironment):
    """Rows are plain dictionaries of our own: what they hold needs no sandbox check."""

    def getattr(self, obj: object, attribute: str) -> object:
        """A row's column without the detour over Python attributes."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]  # pyright: ignore[reportUnknownVariableType]
        return super().getattr(obj, attribute)


@cache
def environment() -> SandboxedEnvironment:
    """A template from anywhere can print what it is given, and do nothing else."""
    made = _PaperEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_nothing_for_none)
    made.filters.update(FILTERS)
    return made


def _nothing_for_none(value: object) -> object:
    return "" if value is None else value
