"""Every code that the program raises or finds has its Vietnamese sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.domain import kinds

PACKAGE = Path(__file__).parent.parent / "khenthuong"
_RAISED = re.compile(r"\w*Error")
_CODE = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")


def raised_codes() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_error(node.func) and node.args:
                first = node.args[0]
                if (
                    isinstance(first, ast.Constant)
                    and isinstance(first.value, str)
                    and _CODE.fullmatch(first.value)
                ):
                    yield first.value, f"{path.relative_to(PACKAGE)}:{node.lineno}"


def _is_error(function: ast.expr) -> bool:
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    return bool(_RAISED.fullmatch(name)) or name == "say"


def test_every_raised_code_has_a_sentence() -> None:
    codes = list(raised_codes())
    assert len(codes) > 30
    assert [place for code, place in codes if not texts.knows(code)] == []


def every_value() -> list[object]:
    return [
        value
        for cls in vars(kinds).values()
        if isinstance(cls, type) and issubclass(cls, kinds.StrEnum) and cls is not kinds.StrEnum
        for value in cls
    ]


@pytest.mark.parametrize("value", every_value())
def test_every_kind_has_a_label(value: kinds.StrEnum) -> None:
    assert texts.label(value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (date(2026, 1, 5), "05/01/2026"),
        (2326, "2.326"),
        (Decimal("31.5"), "31,5"),
        (("a", "b"), "a; b"),
        (True, "có"),
        (kinds.Status.NOT_MET, "Không đạt"),
    ],
)
def test_values_read_the_vietnamese_way(value: object, shown: str) -> None:
    assert texts.show(value) == shown
