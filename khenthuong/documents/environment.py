"""The one Jinja environment of all papers: sandboxed, strict, escaping."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from jinja2 import StrictUndefined
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment, SecurityError

from khenthuong.documents.filters import FILTERS

_GROWING_FILTERS = (
    "format",
    "center",
    "indent",
    "wordwrap",
    "pprint",
    "tojson",
    "urlize",
    "xmlattr",
)
_GROWING_METHODS = frozenset(
    {"center", "ljust", "rjust", "zfill", "expandtabs", "format", "format_map", "replace", "join"}
)
"""What makes a text of any length out of a short one; no paper needs them."""


class _PaperEnvironment(SandboxedEnvironment):
    """Rows are plain dictionaries of our own: what they hold needs no sandbox check.

    Numbers may be multiplied; `'x' * 999999999` and `10 ** 10 ** 10` are refused.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """The sandbox's way to refuse an operator; never computed while a template is compiled."""
        for number in (left, right):
            if operator == "**" or not isinstance(number, int | float | Decimal):
                raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: object) -> bool:
        """No method that lets a text grow."""
        grows = getattr(obj, "__name__", "") in _GROWING_METHODS
        return not grows and super().is_safe_callable(obj)

    def getattr(self, obj: object, attribute: str) -> object:
        """A row's column without the detour over Python attributes."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]  # pyright: ignore[reportUnknownVariableType]
        return super().getattr(obj, attribute)


@cache
def environment() -> SandboxedEnvironment:
    """A template from anywhere can print what it is given, and do nothing else."""
    made = _PaperEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_nothing_for_none,
        # Constant expressions would be worked out while the template is only looked at.
        optimized=False,
    )
    for name in _GROWING_FILTERS:
        made.filters.pop(name, None)
    made.filters.update(FILTERS)
    return made


def _nothing_for_none(value: object) -> object:
    return "" if value is None else value
