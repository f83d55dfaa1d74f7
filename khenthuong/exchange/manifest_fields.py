"""What a field of a manifest may be: small checks, put together into descriptions of objects."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import cast

from khenthuong.domain.kinds import Principle, Status
from khenthuong.domain.years import Year

Problem = tuple[str, Mapping[str, object]]
Check = Callable[[object], bool]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = 100_000
_LARGEST = 1 << 40
# Half of a pair of UTF-16: JSON may write it, no book can hold it; and control characters.
_UNWRITABLE = re.compile(r"[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f]")


def object_problems(place: str, raw: object, checks: Mapping[str, Check]) -> Iterator[Problem]:
    """Everything wrong with an object: fields it lacks, and fields of a wrong kind."""
    if not isinstance(raw, dict):
        yield "package.manifest_field", {"field": place}
        return
    found = cast("dict[str, object]", raw)
    for name, check in checks.items():
        field = f"{place}.{name}" if place else name
        if name not in found:
            yield "package.manifest_lacks", {"field": field}
        elif not check(found[name]):
            yield "package.manifest_field", {"field": field}


def text(value: object) -> bool:
    """A text, perhaps empty, of a sensible length, of characters that can be written down."""
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST
        and not _UNWRITABLE.search(value.replace("\r\n", "\n"))
    )


def filled(value: object) -> bool:
    """A text that says something."""
    return text(value) and bool(str(value).strip())


def whole(value: object) -> bool:
    """A whole number from 0 on; true and false are none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST


def positive(value: object) -> bool:
    """A whole number from 1 on."""
    return whole(value) and value != 0


def day(value: object) -> bool:
    """An ISO date."""
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def year(value: object) -> bool:
    """A calendar or a school year."""
    try:
        Year.parse(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def sha256(value: object) -> bool:
    """A sha256 in small hexadecimal digits."""
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def yes_or_no(value: object) -> bool:
    """true or false."""
    return isinstance(value, bool)


def or_none(check: Check) -> Check:
    """null, or what the check wants."""
    return lambda value: value is None or check(value)


def one_of(choices: type[StrEnum]) -> Check:
    """A word of a closed list."""
    return lambda value: isinstance(value, str) and value in set(choices)


def an_object(checks: Mapping[str, Check]) -> Check:
    """An object with these fields; others are allowed."""
    return lambda value: not any(True for _ in object_problems("", value, checks))


def list_of(check: Check) -> Check:
    """A list of which every item passes."""
    return lambda value: (
        isinstance(value, list) and all(check(one) for one in cast("list[object]", value))
    )


def principles(value: object) -> bool:
    """A status for some of the four demands."""
    if not isinstance(value, dict):
        return False
    found = cast("dict[object, object]", value)
    return all(key in set(Principle) for key in found) and all(
        one_of(Status)(one) for one in found.values()
    )
