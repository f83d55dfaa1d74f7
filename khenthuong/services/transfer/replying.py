"""The answer to a received dossier: returned with reasons, or decided with results; one file.

The same answer to the same version is written again as the same bytes; another one gets the next
number. A reason that speaks of a complaint is refused: it would leave the office.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from khenthuong import storage, texts
from khenthuong.domain.kinds import Outcome, Part
from khenthuong.domain.names import slug
from khenthuong.domain.receiving import (
    Decision,
    Flag,
    Party,
    Reply,
    Result,
    SentReply,
    Submitted,
    speaks_of_complaint,
)
from khenthuong.errors import UserError
from khenthuong.exchange.package_lock import LOCKED, check_password, lock
from khenthuong.exchange.reply import SIGNED, manifest_of, reply_of, write_reply
from khenthuong.services.paperwork import papers
from khenthuong.services.transfer import receiving
from khenthuong.services.transfer.receiving import View
from khenthuong.services.workspace import Workspace

_PDF_MARK = b"%PDF-"


@dataclass(frozen=True)
class Draft:
    """An answer before it is written: with a decision it decides, without one it returns.

    `results` may leave out nominations: those are granted as they were nominated.
    """

    flags: tuple[Flag, ...] = ()
    decision: Decision | None = None
    results: tuple[Result, ...] = ()
    signed: Path | None = None

    @property
    def outcome(self) -> Outcome:
        """What it says of the dossier."""
        return Outcome.DECIDED if self.decision else Outcome.RETURNED


@dataclass(frozen=True)
class WrittenReply:
    """A reply that lies on disk; `unchanged` when the same answer was written before."""

    reply: Reply
    path: Path
    sha256: str
    unchanged: bool


def granted(one: Submitted) -> Result:
    """The result that gives what was nominated."""
    return Result(one.recipient, one.award, True, one.award, one.award_name)


def write(ws: Workspace, code: str, draft: Draft, out: Path, *, password: str = "") -> WrittenReply:
    """Write the answer to a submission's newest version into the folder `out`, and note it.

    Raises UserError: nothing flagged, a reason missing or speaking of a complaint, a nomination the
    dossier does not have, decision data missing, no PDF, `out` not writable; NotFoundError.
    """
    seen = receiving.view(ws, code)
    _check(ws, seen, draft)
    papers.check_out_folder(ws, out)
    if password:
        check_password(password)
    last = seen.replies[-1] if seen.replies else None
    reply = _reply(ws, seen, draft, last)
    name = _file_name(seen, reply)
    with TemporaryDirectory(prefix="tra-loi-", dir=ws.folder.root) as staging:
        plain = Path(staging) / name
        sha256 = write_reply(plain, reply, draft.signed)
        known = next((one for one in seen.replies if one.sha256 == sha256), None)
        if known is None and last is not None and reply.number == last.number:
            # Another signed decision under the same words.
            reply = replace(reply, number=last.number + 1, made_on=ws.today())
            name = _file_name(seen, reply)
            plain = Path(staging) / name
            sha256 = write_reply(plain, reply, draft.signed)
        path = _deliver(plain, out / name, password)
    if known is None:
        _note(ws, seen, reply, sha256, name)
    return WrittenReply(reply, path, sha256, known is not None)


def _deliver(plain: Path, target: Path, password: str) -> Path:
    """The file where it goes: under a password when there is one."""
    if password:
        locked = target.with_suffix(LOCKED)
        lock(plain, locked, password)
        return locked
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = target.with_suffix(".tmp")
        staged.write_bytes(plain.read_bytes())
        staged.replace(target)
    except OSError as cause:
        raise UserError("error.cannot_write", path=target, reason=cause.strerror) from cause
    return target


def _reply(ws: Workspace, seen: View, draft: Draft, last: SentReply | None) -> Reply:
    """The reply with the number and day it had if it is the last one again."""
    office = storage.office.get_office(ws.books)
    assert office is not None  # a submission was taken in, so somebody keeps these books
    one, package = seen.row.submission, seen.row.package
    by_key = {result.key: result for result in draft.results}
    nominees = seen.nominees
    made = Reply(
        sender=Party(office.name, office.province, office.level),
        to=one.party,
        round=one.round,
        authority=one.authority,
        version=package.version,
        package_sha256=package.sha256,
        number=last.number + 1 if last else 1,
        made_on=ws.today(),
        outcome=draft.outcome,
        nominations=tuple(nominee.key for nominee in nominees),
        flags=draft.flags,
        decision=draft.decision,
        results=tuple(by_key.get(n.key, granted(n)) for n in nominees) if draft.decision else (),
        signed=SIGNED if draft.signed else "",
    )
    if last is not None:
        again = replace(made, number=last.number, made_on=last.made_on)
        if again == reply_of(json.loads(last.manifest)):
            return again
    return made


def _file_name(seen: View, reply: Reply) -> str:
    one = seen.row.submission
    about = f"{slug(one.office, 40)}_{slug(one.round, 24)}_{one.authority.value}"
    return f"tra-loi_{about}_v{reply.version}_so{reply.number}.zip"


def _note(ws: Workspace, seen: View, reply: Reply, sha256: str, name: str) -> None:
    one = seen.row.submission
    value = SentReply(
        one.code,
        reply.number,
        reply.version,
        reply.outcome,
        reply.made_on,
        ws.books.who,
        sha256,
        name,
        json.dumps(manifest_of(reply), ensure_ascii=False),
    )
    told = {"outcome": reply.outcome, "office": one.office, "round": one.round}
    with ws.books.write(texts.say("reply.operation", told)):
        storage.received.keep_sent(ws.books, value)


def _check(ws: Workspace, seen: View, draft: Draft) -> None:
    known = {one.key for one in seen.nominees}
    for key in (*(f.key for f in draft.flags), *(r.key for r in draft.results)):
        if key not in known and key != ("", ""):
            raise UserError("error.nomination_unknown", recipient=key[0], award=key[1])
    if draft.decision is None:
        _check_flags(draft)
    else:
        _check_decision(ws, draft, draft.decision)
    for said in (*(f.reason for f in draft.flags), *(r.reason for r in draft.results)):
        if speaks_of_complaint(said):
            raise UserError("reply.complaint", neutral=texts.say("paper.not_yet"))


def _check_flags(draft: Draft) -> None:
    if not draft.flags:
        raise UserError("reply.nothing_returned")
    for flag in draft.flags:
        if not flag.reason.strip():
            raise UserError("reply.reason_missing")
        if (flag.part is Part.PAPER) != bool(flag.file):
            raise UserError("reply.paper_unnamed")
        if flag.key == ("", "") and flag.part not in (Part.WHOLE, Part.PAPER):
            raise UserError("reply.part_of_nobody")
    if draft.signed:
        raise UserError("reply.signed_of_nothing")


def _check_decision(ws: Workspace, draft: Draft, decision: Decision) -> None:
    if draft.flags:
        raise UserError("reply.both")
    for field, value in (("number", decision.number), ("issuer", decision.issuer)):
        if not value.strip():
            raise UserError("reply.decision_lacks", field=texts.say(f"reply.field_{field}"))
    if decision.day > ws.today():
        raise UserError("reply.day_future", day=decision.day)
    _check_results(draft.results)
    if draft.signed is not None:
        _check_pdf(draft.signed)


def _check_results(results: Iterable[Result]) -> None:
    for result in results:
        if not result.granted and not result.reason.strip():
            raise UserError("reply.refusal_unexplained", recipient=result.recipient)
        if result.granted and not result.given_name.strip():
            raise UserError("reply.given_unnamed", recipient=result.recipient)


def _check_pdf(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            if stream.read(len(_PDF_MARK)) != _PDF_MARK:
                raise UserError("error.signed_not_pdf", path=path)
    except OSError as cause:
        raise UserError("error.cannot_read", path=path, reason=cause.strerror) from cause


def read_answer(path: Path) -> Draft:
    """An answer written as JSON, for the command `reply`; docs/goi_ho_so.md says how.

    Raises UserError naming the field that is missing or wrong.
    """
    try:
        raw: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as cause:
        raise UserError("error.cannot_read", path=path, reason=cause.strerror) from cause
    except (ValueError, RecursionError) as cause:
        raise UserError("reply.answer_broken", file=path.name) from cause
    answer = _object(raw, "")
    decision = answer.get("decision")
    return Draft(
        tuple(_flag(row, f"flags[{n}]") for n, row in enumerate(_list(answer, "flags"))),
        _decision(_object(decision, "decision")) if decision else None,
        tuple(_result(row, f"results[{n}]") for n, row in enumerate(_list(answer, "results"))),
    )


def _flag(raw: object, place: str) -> Flag:
    row = _object(raw, place)
    try:
        part = Part(_text(row, "part", place, "toan_bo"))
    except ValueError as cause:
        raise UserError("reply.answer_field", field=f"{place}.part") from cause
    recipient, award = _text(row, "recipient", place, ""), _text(row, "award", place, "")
    return Flag(recipient, award, part, _text(row, "reason", place), _text(row, "file", place, ""))


def _decision(row: Mapping[str, object]) -> Decision:
    place = "decision"
    try:
        day = date.fromisoformat(_text(row, "day", place))
    except ValueError as cause:
        raise UserError("reply.answer_field", field="decision.day") from cause
    return Decision(
        _text(row, "number", place),
        day,
        _text(row, "issuer", place),
        _text(row, "signer", place, ""),
        _text(row, "signer_position", place, ""),
    )


def _result(raw: object, place: str) -> Result:
    row = _object(raw, place)
    granted_ = row.get("granted")
    if not isinstance(granted_, bool):
        raise UserError("reply.answer_field", field=f"{place}.granted")
    return Result(
        _text(row, "recipient", place),
        _text(row, "award", place),
        granted_,
        _text(row, "given", place, ""),
        _text(row, "given_name", place, ""),
        _text(row, "reason", place, ""),
    )


def _object(raw: object, place: str) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise UserError("reply.answer_field", field=place or "{}")
    return cast("dict[str, object]", raw)


def _list(row: Mapping[str, object], field: str) -> list[object]:
    found = row.get(field, [])
    if not isinstance(found, list):
        raise UserError("reply.answer_field", field=field)
    return cast("list[object]", found)


def _text(row: Mapping[str, object], field: str, place: str, default: str | None = None) -> str:
    found = row.get(field, default)
    if not isinstance(found, str):
        raise UserError("reply.answer_field", field=f"{place}.{field}")
    return found


def as_json(written: WrittenReply) -> dict[str, Any]:
    """The answer of the command `reply`."""
    reply = written.reply
    return {
        "file": str(written.path),
        "sha256": written.sha256,
        "unchanged": written.unchanged,
        "outcome": reply.outcome.value,
        "number": reply.number,
        "version": reply.version,
        "office": reply.to.name,
        "round": reply.round,
        "flags": len(reply.flags),
        "granted": len(reply.granted),
        "refused": len(reply.results) - len(reply.granted),
    }


def lines(written: WrittenReply) -> tuple[str, ...]:
    """The same for a person."""
    reply = written.reply
    told = {
        "outcome": reply.outcome,
        "office": reply.to.name,
        "round": reply.round,
        "version": reply.version,
        "path": written.path,
    }
    return (texts.say("reply.written", told), *reply_sentences(reply))


def reply_sentences(
    reply: Reply, names: Mapping[tuple[str, str], str] | None = None
) -> tuple[str, ...]:
    """What the reply says, a sentence each; `names` by (recipient, award) where they are known."""
    known = names or {}
    return (*_flag_sentences(reply.flags, known), *result_sentences(reply.results, known))


def _flag_sentences(flags: Iterable[Flag], names: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    return tuple(flag_sentence(flag, names.get(flag.key, flag.recipient)) for flag in flags)


def flag_sentence(flag: Flag, name: str) -> str:
    """«Nguyễn Văn A – Nội dung thành tích: …»."""
    told = {"name": name, "part": flag.part, "file": flag.file, "reason": flag.reason}
    if not name:
        return texts.say("reply.flag_file" if flag.file else "reply.flag_dossier", told)
    return texts.say("reply.flag_paper" if flag.file else "reply.flag", told)


def result_sentences(
    results: Iterable[Result], names: Mapping[tuple[str, str], str]
) -> tuple[str, ...]:
    """Who got what, who did not and why."""
    return tuple(
        texts.say(
            "reply.granted" if one.granted else "reply.refused",
            {
                "name": names.get(one.key, one.recipient),
                "award": one.given_name,
                "reason": one.reason,
            },
        )
        for one in results
    )
