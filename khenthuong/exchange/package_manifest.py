"""Reads manifest.json of a package field by field; nothing in it is believed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from khenthuong.domain.kinds import Authority, RecipientKind, RoundKind, Status
from khenthuong.domain.receiving import Manifest, Party
from khenthuong.domain.years import Year
from khenthuong.exchange.manifest_fields import (
    Check,
    Problem,
    an_object,
    day,
    filled,
    list_of,
    object_problems,
    one_of,
    or_none,
    positive,
    principles,
    sha256,
    text,
    whole,
    year,
)
from khenthuong.exchange.package_names import FORMAT_VERSION, MANIFEST, MAX_ENTRIES, name_problem
from khenthuong.exchange.reply_manifest import REPLY_FIELDS, REPLY_TYPE, contradictions


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
    if not whole(version) or version != FORMAT_VERSION:
        arguments = {"found": str(version)[:40], "known": FORMAT_VERSION}
        return None, None, [("package.manifest_version", arguments)]
    files, file_problems = _files(manifest.get("files"))
    return manifest, files, [*_problems(manifest), *file_problems]


def _problems(manifest: Mapping[str, Any]) -> Iterator[Problem]:
    """By what it says it is: a package says nothing, a reply says so, anything else is refused."""
    if "type" not in manifest:
        wrong = list(object_problems("", manifest, _FIELDS))
        yield from wrong or _repeated(manifest)
    elif manifest["type"] == REPLY_TYPE:
        wrong = list(object_problems("", manifest, REPLY_FIELDS))
        yield from wrong or contradictions(manifest)
    else:
        yield "package.manifest_field", {"field": "type"}


def _repeated(manifest: Mapping[str, Any]) -> Iterator[Problem]:
    """Nobody is nominated twice for the same award in one dossier."""
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(manifest["nominations"]):
        key = (one["recipient"], one["award"])
        if key in seen:
            yield "package.manifest_field", {"field": f"nominations[{number}]"}
        seen.add(key)


def read_package(manifest: Mapping[str, Any]) -> Manifest:
    """What a sound package's manifest says."""
    office, of_round = manifest["office"], manifest["round"]
    return Manifest(
        sender=Party(office["name"], office["province"], office["level"]),
        round=of_round["code"],
        round_name=of_round["name"],
        kind=RoundKind(of_round["kind"]),
        year=Year.parse(of_round["year"]),
        authority=Authority(manifest["authority"]),
        version=manifest["version"],
        sealed_on=date.fromisoformat(manifest["sealed_on"]),
        nominations=tuple(manifest["nominations"]),
        files={one["name"]: one["sha256"] for one in manifest["files"]},
    )


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
        wrong = list(object_problems(place, row, _FILE))
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


_FILE: Mapping[str, Check] = {"name": filled, "sha256": sha256, "size": whole}
_NOMINATION: Mapping[str, Check] = {
    "recipient": filled,
    "kind": one_of(RecipientKind),
    "name": filled,
    "position": text,
    "unit": text,
    "award": filled,
    "award_name": filled,
    "branch": text,
    "content": text,
    "initiatives": list_of(an_object({"code": filled, "name": text})),
    "achievements": list_of(an_object({"code": filled, "content": text})),
    "verdict": one_of(Status),
    "principles": principles,
    "override": or_none(text),
}
_FIELDS: Mapping[str, Check] = {
    "office": an_object({"name": filled, "province": text, "level": filled}),
    "round": an_object(
        {
            "code": filled,
            "name": text,
            "kind": one_of(RoundKind),
            "year": year,
            "received": or_none(day),
        }
    ),
    "authority": one_of(Authority),
    "version": positive,
    "sealed_on": day,
    "period": text,
    "rulebook": text,
    "nominations": list_of(an_object(_NOMINATION)),
}
