"""What the pages of received dossiers and of results show, read and done on the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khenthuong import texts
from khenthuong.domain.kinds import Outcome, Part
from khenthuong.domain.receiving import Flag, Result, Submitted
from khenthuong.domain.vietnamese import clean
from khenthuong.ui.screens.rounds.round_data import SHORT

if TYPE_CHECKING:
    from khenthuong.services.dossier.answers_taken import Answer
    from khenthuong.services.dossier.dossier_locks import DossierResult
    from khenthuong.services.transfer.receiving import Receipt, Row, View
    from khenthuong.services.transfer.replying import Draft, WrittenReply

REFUSED = "khong_khen"
"""What a mark says of a nomination that the decision does not grant."""


@dataclass(frozen=True)
class Looked:
    """A file looked at: its problems, or what it would bring; `locked` wants a password first."""

    path: Path
    locked: bool = False
    problems: tuple[str, ...] = ()
    receipt: Receipt | None = None
    answer: Answer | None = None
    lines: tuple[str, ...] = ()

    @property
    def brings(self) -> bool:
        """Whether taking it in would change anything."""
        if self.receipt is not None:
            return self.receipt.standing.value != "giong"
        return self.answer is not None and not self.answer.again


@dataclass(frozen=True)
class Mark:
    """What somebody marked at a nomination, or at the dossier (no nominee): returned or refused."""

    nominee: Submitted | None
    what: str
    reason: str
    file: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """(recipient, award); both "" for the dossier."""
        return self.nominee.key if self.nominee else ("", "")

    @property
    def words(self) -> str:
        """«Trả lại nội dung thành tích: …»."""
        if self.what == REFUSED:
            return f"Không được khen: {self.reason}"
        part = self.file or texts.label(Part(self.what)).lower()
        return f"Trả lại {part}: {self.reason}"

    def flag(self) -> Flag:
        """As a reply says it."""
        return Flag(*self.key, Part(self.what), self.reason, self.file)


def look(ws: Any, path: Path, password: str) -> Looked:
    """Verify a file and tell what it would bring; nothing is written."""
    from khenthuong.services.dossier import answers_taken
    from khenthuong.services.transfer import incoming, receiving, receiving_words

    if not password and incoming.wants_password(path):
        return Looked(path, locked=True)
    found = incoming.look_at(path, ws.pages_folder, password)
    if found.verification.problems:
        return Looked(path, problems=incoming.lines(found))
    if found.is_reply:
        answer = answers_taken.preview(ws, found)
        return Looked(path, answer=answer, lines=answers_taken.lines(answer))
    receipt = receiving.preview(ws, found)
    lines = receiving_words.receipt_lines(receipt, receipt.code, dry=True)
    return Looked(path, receipt=receipt, lines=lines)


def take_in(ws: Any, looked: Looked) -> tuple[str, str]:
    """Take a file in: what to say, and the submission or round that it concerns."""
    from khenthuong.services.dossier import answers_taken
    from khenthuong.services.transfer import receiving

    if looked.answer is not None:
        answers_taken.take_in(ws, looked.answer)
        reply = looked.answer.reply
        return f"Đã nhận trả lời của {reply.sender.name}: xem ở «Đợt xét», «Kết quả».", reply.round
    assert looked.receipt is not None
    one = receiving.take_in(ws, looked.receipt)
    return f"Đã nhận hồ sơ {one.code} của {one.office}.", one.code


def read_rows(ws: Any) -> tuple[Row, ...]:
    """All submissions, the newest first."""
    from khenthuong.services.transfer import receiving

    return receiving.rows(ws)


def read_view(ws: Any, code: str) -> tuple[View, tuple[str, ...], Mapping[str, str]]:
    """A submission, what needs a look in sentences, and names of linked rows by code."""
    from khenthuong.services import register
    from khenthuong.services.transfer import receiving, receiving_words

    seen = receiving.view(ws, code)
    linked = {one.linked for one in seen.nominees} - {""}
    names = {row.code: row.name for row in register.rows(ws, linked)}
    return seen, receiving_words.sentences(seen), names


def open_entry(ws: Any, code: str, name: str) -> Path:
    """A copy of one file of a package."""
    from khenthuong.services.transfer import receiving

    return receiving.open_entry(ws, code, name)


def link(ws: Any, one: Submitted, code: str) -> str:
    """Tie a nominee to the register; what to say."""
    from khenthuong.services.transfer import receiving

    receiving.link(ws, one, code)
    return f"Đã nối {one.name} với sổ." if code else f"Đã bỏ nối {one.name} với sổ."


def write_reply(
    ws: Any, code: str, draft: Draft, out: Path, password: str
) -> tuple[WrittenReply, tuple[str, ...]]:
    """Write the reply file."""
    from khenthuong.services.transfer import replying

    written = replying.write(ws, code, draft, out, password=password)
    return written, replying.lines(written)


def draft_of(marks: tuple[Mark, ...], decision: Any, signed: Path | None) -> Draft:
    """The answer that the marks make, with or without a decision."""
    from khenthuong.services.transfer.replying import Draft

    if decision is None:
        return Draft(flags=tuple(mark.flag() for mark in marks if mark.what != REFUSED))
    refused = [mark for mark in marks if mark.what == REFUSED]
    results = tuple(Result(*mark.key, granted=False, reason=mark.reason) for mark in refused)
    return Draft(decision=decision, results=results, signed=signed)


def take_back(ws: Any, taken: Any) -> str:
    """Undo the taking in of a reply; what to say."""
    from khenthuong.services.dossier import answers_taken

    answers_taken.take_back(ws, taken)
    return f"Đã hoàn tác lần nhận trả lời của {taken.office}."


def signed_path(ws: Any, taken: Any) -> Path:
    """Where the signed decision lies."""
    from khenthuong import storage

    return storage.evidence.path_of(ws.books, taken.signed)


@dataclass(frozen=True)
class ResultLine:
    """One reason or result of a reply, as the list shows it."""

    recipient: str
    award: str
    name: str
    what: str
    text: str


def result_lines(one: DossierResult, names: Mapping[tuple[str, str], str]) -> list[ResultLine]:
    """What came back for a dossier: reasons, or who got what and who not and why."""
    reply = one.reply
    if reply is None:
        return []
    if reply.outcome is Outcome.RETURNED:
        return [
            ResultLine(
                *flag.key,
                names.get(flag.key, flag.recipient) if flag.recipient else "Cả hồ sơ",
                flag.file or texts.label(flag.part),
                flag.reason,
            )
            for flag in reply.flags
        ]
    return [
        ResultLine(
            *result.key,
            names.get(result.key, result.recipient),
            "Được khen" if result.granted else "Không được khen",
            result.given_name if result.granted else result.reason,
        )
        for result in sorted(reply.results, key=lambda result: result.granted)
    ]


def state_of(row: Row) -> str:
    """«chờ xử lý», «đã trả lại», «đã có quyết định»."""
    return texts.say(f"receive.state_{row.state.value}")


def short_authority(row: Row) -> str:
    """Who decides, in a word."""
    return SHORT.get(row.submission.authority, texts.label(row.submission.authority))


def reason_of(text: str) -> str:
    """A reason as it is kept."""
    return clean(text)
