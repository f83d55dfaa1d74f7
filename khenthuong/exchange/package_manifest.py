"""Reads manifest.json of a package field by field; nothing in it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from khenthuong.domain.kinds import Authority, Principle, RecipientKind, RoundKind, Status
from khenthuong.domain.years import Year
from khenthuong.exchange.package_names import FORMAT_VERSION, MANIFEST, MAX_ENTRIES, name_problem

Problem = tuple[str, Mapping[str, object]]
_Check = Callable[[object], bool]

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = 100_000


@dataclass(frozen=True)
class ListedFile:
    """One file as the manifest lists it."""

    sha256: str
    size: int


class _RepeatedKeyError(ValueError):
    pass


def parse_manifest(
    data: bytes,
) -> tuple[Mapping[str, Any] | None, Mapping[str, ListedFile] | None, list[Problem]]:
    """(manifest, its files by name, problems); None for what could not be read."""
    try:
        raw: object = json.loads(
            data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse
        )
    except (ValueError, RecursionError):
        return None, None, [("package.manifest_broken", {})]
    if not isinstance(raw, dict):
        return None, None, [("package.manifest_broken", {})]
    manifest = cast("dict[str, Any]", raw)
    version = manifest.get("format")
    if not _whole(version) or version != FORMAT_VERSION:
        arguments = {"found": str(version)[:40], "known": FORMAT_VERSION}
        return None, None, [("package.manifest_version", arguments)]
    problems = list(_object_problems("", manifest, _FIELDS))
    files, file_problems = _files(manifest.get("files"))
    return manifest, files, [*problems, *file_problems]


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedKeyError
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _files(raw: object) -> tuple[Mapping[str, ListedFile] | None, list[Problem]]:
    if not isinstance(raw, list):
        return None, [("package.manifest_field", {"field": "files"})]
    rows = cast("list[object]", raw)
    found: dict[str, ListedFile] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows[:MAX_ENTRIES]):
        place = f"files[{number}]"
        wrong = list(_object_problems(place, row, _FILE))
        problems += wrong
        if wrong:
            continue
        one = cast("dict[str, Any]", row)
        name = one["name"]
        if name in found or name == MANIFEST or name_problem(name):
            problems.append(("package.manifest_field", {"field": f"{place}.name"}))
        else:
            found[name] = ListedFile(one["sha256"], one["size"])
    return found, problems


def _object_problems(place: str, raw: object, checks: Mapping[str, _Check]) -> Iterator[Problem]:
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


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _filled(value: object) -> bool:
    return _text(value) and bool(str(value).strip())


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _positive(value: object) -> bool:
    return _whole(value) and value != 0


def _day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _year(value: object) -> bool:
    try:
        Year.parse(str(value))
    except ValueError:
        return False
    return isinstance(value, str)


def _sha256(value: object) -> bool:
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None


def _or_none(check: _Check) -> _Check:
    return lambda value: value is None or check(value)


def _one_of(choices: type[StrEnum]) -> _Check:
    return lambda value: isinstance(value, str) and value in set(choices)


def _an_object(checks: Mapping[str, _Check]) -> _Check:
    return lambda value: not any(True for _ in _object_problems("", value, checks))


def _list_of(check: _Check) -> _Check:
    return lambda value: (
        isinstance(value, list) and all(check(one) for one in cast("list[object]", value))
    )


def _principles(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    found = cast("dict[object, object]", value)
    return all(key in set(Principle) for key in found) and all(
        _one_of(Status)(one) for one in found.values()
    )


_FILE: Mapping[str, _Check] = {"name": _filled, "sha256": _sha256, "size": _whole}
_NOMINATION: Mapping[str, _Check] = {
    "recipient": _filled,
    "kind": _one_of(RecipientKind),
    "name": _filled,
    "position": _text,
    "unit": _text,
    "award": _filled,
    "award_name": _filled,
    "branch": _text,
    "content": _text,
    "initiatives": _list_of(_an_object({"code": _filled, "name": _text})),
    "achievements": _list_of(_an_object({"code": _filled, "content": _text})),
    "verdict": _one_of(Status),
    "principles": _principles,
    "override": _or_none(_text),
}
_FIELDS: Mapping[str, _Check] = {
    "office": _an_object({"name": _filled, "province": _text, "level": _filled}),
    "round": _an_object(
        {
            "code": _filled,
            "name": _text,
            "kind": _one_of(RoundKind),
            "year": _year,
            "received": _or_none(_day),
        }
    ),
    "authority": _one_of(Authority),
    "version": _positive,
    "sealed_on": _day,
    "period": _text,
    "rulebook": _text,
    "nominations": _list_of(_an_object(_NOMINATION)),
}
