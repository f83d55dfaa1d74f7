"""What was received, as JSON for commands and in sentences for people."""

from __future__ import annotations

from typing import Any

from khenthuong import texts
from khenthuong.domain.receiving import Difference, Double, FileDifference, Lacking, Submitted
from khenthuong.services.transfer.receiving import Receipt, Row, View


def receipt_json(receipt: Receipt, code: str) -> dict[str, Any]:
    """The answer of the command `receive` for a package; `code` is the submission it became."""
    manifest = receipt.manifest
    return {
        "kind": "goi",
        "file": receipt.incoming.name,
        "sha256": receipt.incoming.sha256,
        "submission": code,
        "standing": receipt.standing.value,
        "office": manifest.sender.name,
        "province": manifest.sender.province,
        "round": manifest.round,
        "authority": manifest.authority.value,
        "version": manifest.version,
        "before": receipt.before,
        "decided_before": receipt.decided,
        "nominations": [nominee_json(one) for one in receipt.nominees],
        **findings_json(receipt),
    }


def nominee_json(one: Submitted) -> dict[str, Any]:
    """A nominee as commands print it."""
    return {
        "recipient": one.recipient,
        "kind": one.kind.value,
        "name": one.name,
        "position": one.position,
        "unit": one.unit,
        "award": one.award,
        "award_name": one.award_name,
        "linked": one.linked or None,
    }


def findings_json(found: Receipt | View) -> dict[str, Any]:
    """What differs, what is nominated twice, what is missing."""
    return {
        "differences": [
            {
                "recipient": one.recipient,
                "award": one.award,
                "name": one.name,
                "part": one.part.value if one.part else None,
                "old": one.old,
                "new": one.new,
                "asked": one.asked,
            }
            for one in found.differences
        ],
        "files": [
            {"name": one.name, "old": one.old, "new": one.new} for one in found.file_differences
        ],
        "doubles": [
            {
                "recipient": one.recipient,
                "award": one.award,
                "name": one.name,
                "kind": one.kind.value,
                "office": one.office,
                "round_name": one.round_name,
                "other_award": one.other_award,
                "submission": one.submission or None,
            }
            for one in found.doubles
        ],
        "lacking": [
            {"recipient": one.recipient, "award": one.award, "name": one.name, "title": one.title}
            for one in found.lacking
        ],
    }


def receipt_lines(receipt: Receipt, code: str, *, dry: bool = False) -> tuple[str, ...]:
    """The same for a person; `dry`: nothing was taken in."""
    manifest = receipt.manifest
    told = {
        "submission": code,
        "office": manifest.sender.name,
        "round": manifest.round_name or manifest.round,
        "authority": manifest.authority,
        "version": manifest.version,
        "before": receipt.before or 0,
        "count": len(receipt.nominees),
    }
    said = "would" if dry else "done"
    head = [texts.say(f"receive.{said}_{receipt.standing.value}", told)]
    if receipt.decided:
        head.append(texts.say("receive.was_decided", told))
    return (*head, *sentences(receipt))


def sentences(found: Receipt | View) -> tuple[str, ...]:
    """What differs, what is nominated twice and what is missing, a sentence each."""
    return (
        *map(difference_sentence, found.differences),
        *map(file_sentence, found.file_differences),
        *map(double_sentence, found.doubles),
        *map(lacking_sentence, found.lacking),
    )


def difference_sentence(one: Difference) -> str:
    """«Nguyễn Văn A: Chức vụ «…» → «…» (đã trả lại để sửa)»."""
    told = {"name": one.name, "old": one.old, "new": one.new}
    if one.part is None:
        said = texts.say("receive.went_out" if one.old else "receive.came_in", told)
    else:
        said = texts.say("receive.differs", {**told, "part": one.part})
    return said + " " + texts.say("receive.asked" if one.asked else "receive.not_asked")


def file_sentence(one: FileDifference) -> str:
    """«Tệp 00-to-trinh.docx có nội dung khác»."""
    code = "changed" if one.old and one.new else "added" if one.new else "removed"
    return texts.say(f"receive.file_{code}", {"name": one.name})


def double_sentence(one: Double) -> str:
    """Who else nominates the same one, for what, and how surely it is the same."""
    told = {
        "name": one.name,
        "award": one.award_name,
        "other": one.other_award,
        "office": one.office,
        "round": one.round_name,
        "kind": one.kind,
    }
    return texts.say("receive.double", told)


def lacking_sentence(one: Lacking) -> str:
    """Which paper is missing, and for whom."""
    code = "receive.lacks_of" if one.name else "receive.lacks"
    return texts.say(code, {"name": one.name, "title": one.title})


def row_json(row: Row) -> dict[str, Any]:
    """A submission for the command `received`."""
    one, package = row.submission, row.package
    return {
        "submission": one.code,
        "office": one.office,
        "province": one.province,
        "round": one.round,
        "round_name": one.round_name,
        "year": str(one.year),
        "authority": one.authority.value,
        "version": package.version,
        "sha256": package.sha256,
        "received": package.received_on.isoformat(),
        "received_by": package.received_by,
        "state": row.state.value,
        "reply": row.reply.file_name if row.reply else None,
    }


def row_line(row: Row) -> str:
    """The same for a person."""
    one = row.submission
    told = {
        "submission": one.code,
        "office": one.office,
        "round": one.round_name or one.round,
        "authority": one.authority,
        "version": row.package.version,
        "state": state_words(row),
    }
    return texts.say("receive.row", told)


def state_words(row: Row) -> str:
    """What became of a submission, in a few words."""
    return texts.say(f"receive.state_{row.state.value}")


def view_json(seen: View) -> dict[str, Any]:
    """A submission with everything known of it."""
    return {
        **row_json(seen.row),
        "nominations": [nominee_json(one) for one in seen.nominees],
        "paths": sorted(seen.manifest.files),
        "versions": [
            {"version": p.version, "sha256": p.sha256, "received": p.received_on.isoformat()}
            for p in seen.packages
        ],
        **findings_json(seen),
    }


def view_lines(seen: View) -> tuple[str, ...]:
    """The same for a person."""
    nominees = tuple(
        texts.say(
            "receive.nominee", {"code": one.recipient, "name": one.name, "award": one.award_name}
        )
        for one in seen.nominees
    )
    return (row_line(seen.row), *nominees, *sentences(seen))
