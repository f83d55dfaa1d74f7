"""What manifest.json of a reply must hold, and what in it must not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from khenthuong.domain.kinds import Authority, Outcome, Part
from khenthuong.exchange.manifest_fields import (
    Check,
    Problem,
    an_object,
    day,
    filled,
    list_of,
    one_of,
    or_none,
    positive,
    sha256,
    text,
    yes_or_no,
)

REPLY_TYPE = "tra_loi"
"""What `type` of the manifest says in a reply; a package has no `type`."""

_PARTY: Mapping[str, Check] = {"name": filled, "province": text, "level": filled}
_KEY: Mapping[str, Check] = {"recipient": filled, "award": filled}
_FLAG: Mapping[str, Check] = {
    "recipient": text,
    "award": text,
    "part": one_of(Part),
    "file": text,
    "reason": filled,
}
_DECISION: Mapping[str, Check] = {
    "number": filled,
    "day": day,
    "issuer": filled,
    "signer": text,
    "signer_position": text,
    "file": or_none(filled),
}
_RESULT: Mapping[str, Check] = {
    **_KEY,
    "granted": yes_or_no,
    "given": text,
    "given_name": text,
    "reason": text,
}
REPLY_FIELDS: Mapping[str, Check] = {
    "from": an_object(_PARTY),
    "to": an_object(_PARTY),
    "round": an_object({"code": filled}),
    "authority": one_of(Authority),
    "version": positive,
    "package_sha256": sha256,
    "number": positive,
    "made_on": day,
    "outcome": one_of(Outcome),
    "nominations": list_of(an_object(_KEY)),
    "flags": list_of(an_object(_FLAG)),
    "decision": or_none(an_object(_DECISION)),
    "results": list_of(an_object(_RESULT)),
}


def contradictions(manifest: Mapping[str, Any]) -> Iterator[Problem]:
    """What a reply of sound fields still says wrongly: of whom, and what outcome."""
    known = [_key(one) for one in manifest["nominations"]]
    if not known or len(set(known)) != len(known):
        yield _wrong("nominations")
    returned = manifest["outcome"] == Outcome.RETURNED
    if bool(manifest["flags"]) != returned or bool(manifest["decision"]) == returned:
        yield _wrong("outcome")
    yield from _flags(manifest, set(known))
    yield from _results(manifest, known, returned=returned)
    decision = cast("dict[str, Any] | None", manifest["decision"])
    if decision and decision["file"] and decision["file"] not in _listed(manifest):
        yield _wrong("decision.file")


def _flags(manifest: Mapping[str, Any], known: set[tuple[str, str]]) -> Iterator[Problem]:
    for number, flag in enumerate(manifest["flags"]):
        of_dossier = _key(flag) == ("", "")
        fits = flag["part"] in (Part.WHOLE, Part.PAPER) if of_dossier else _key(flag) in known
        if not fits or (flag["part"] == Part.PAPER) != bool(flag["file"]):
            yield _wrong(f"flags[{number}]")


def _results(
    manifest: Mapping[str, Any], known: list[tuple[str, str]], *, returned: bool
) -> Iterator[Problem]:
    results = manifest["results"]
    wanted = [] if returned else sorted(known)
    if sorted(map(_key, results)) != wanted:
        yield _wrong("results")
    for number, one in enumerate(results):
        # Who got something has its name from the decision; who got nothing is told why.
        if not (one["given_name"] if one["granted"] else one["reason"]).strip():
            yield _wrong(f"results[{number}]")


def _listed(manifest: Mapping[str, Any]) -> list[object]:
    files: object = manifest.get("files")
    rows = cast("list[object]", files) if isinstance(files, list) else []
    return [cast("dict[str, object]", row).get("name") for row in rows if isinstance(row, dict)]


def _key(one: Mapping[str, Any]) -> tuple[str, str]:
    return (one["recipient"], one["award"])


def _wrong(field: str) -> Problem:
    return "package.manifest_field", {"field": field}
