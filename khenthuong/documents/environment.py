"""The one Jinja environment of all papers: sandboxed, strict, escaping."""

from __future__ import annotations

from functools import cache

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from khenthuong.documents.filters import FILTERS


@cache
def environment() -> SandboxedEnvironment:
    """A template from anywhere can print what it is given, and do nothing else."""
    made = SandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=_nothing_for_none
    )
    made.filters.update(FILTERS)
    return made


def _nothing_for_none(value: object) -> object:
    return "" if value is None else value
