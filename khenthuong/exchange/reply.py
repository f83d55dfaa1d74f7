"""A reply as a file: what goes back to the office that sent a package. docs/goi_ho_so.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, cast

from khenthuong.domain.kinds import Authority, Outcome, Part
from khenthuong.domain.receiving import Decision, Flag, Party, Reply, Result
from khenthuong.exchange.package import FORMAT_VERSION, write_package
from khenthuong.exchange.reply_manifest import REPLY_TYPE

SIGNED = "quyet-dinh.pdf"
"""The entry that holds the signed decision."""


def write_reply(target: Path, reply: Reply, signed: Path | None = None) -> str:
    """Write the reply whole or not at all and return its sha256; the same reply, the same bytes.

    `signed` is the signed decision (PDF), kept as `SIGNED`. Raises PackageError as `write_package`.
    """
    files = [(SIGNED, signed)] if signed else []
    return write_package(target, files, manifest_of(reply))


def manifest_of(reply: Reply) -> dict[str, Any]:
    """The manifest of a reply, without its files."""
    return {
        "format": FORMAT_VERSION,
        "type": REPLY_TYPE,
        "from": asdict(reply.sender),
        "to": asdict(reply.to),
        "round": {"code": reply.round},
        "authority": reply.authority.value,
        "version": reply.version,
        "package_sha256": reply.package_sha256,
        "number": reply.number,
        "made_on": reply.made_on.isoformat(),
        "outcome": reply.outcome.value,
        "nominations": [{"recipient": who, "award": award} for who, award in reply.nominations],
        "flags": [{**asdict(flag), "part": flag.part.value} for flag in reply.flags],
        "decision": _decision_row(reply),
        "results": [asdict(one) for one in reply.results],
    }


def reply_of(manifest: Mapping[str, Any]) -> Reply:
    """A reply from the manifest of a sound file."""
    row = cast("dict[str, Any] | None", manifest["decision"])
    return Reply(
        sender=Party(**_only(manifest["from"], "name", "province", "level")),
        to=Party(**_only(manifest["to"], "name", "province", "level")),
        round=manifest["round"]["code"],
        authority=Authority(manifest["authority"]),
        version=manifest["version"],
        package_sha256=manifest["package_sha256"],
        number=manifest["number"],
        made_on=date.fromisoformat(manifest["made_on"]),
        outcome=Outcome(manifest["outcome"]),
        nominations=tuple((one["recipient"], one["award"]) for one in manifest["nominations"]),
        flags=tuple(_flag(one) for one in manifest["flags"]),
        decision=_decision(row) if row else None,
        results=tuple(Result(**_only(one, *_RESULT)) for one in manifest["results"]),
        signed=str(row["file"] or "") if row else "",
    )


_RESULT = ("recipient", "award", "granted", "given", "given_name", "reason")


def _only(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    # A newer program may say more.
    return {name: row[name] for name in names}


def _flag(row: Mapping[str, Any]) -> Flag:
    part = Part(row["part"])
    return Flag(row["recipient"], row["award"], part, row["reason"], row["file"])


def _decision(row: Mapping[str, Any]) -> Decision:
    texts = _only(row, "number", "issuer", "signer", "signer_position")
    return Decision(day=date.fromisoformat(row["day"]), **texts)


def _decision_row(reply: Reply) -> dict[str, Any] | None:
    if reply.decision is None:
        return None
    row = asdict(reply.decision)
    return {**row, "day": reply.decision.day.isoformat(), "file": reply.signed or None}
