"""Hồ sơ nhận: another office's package is looked at, then taken in whole, with where it came from.

Taking the same package in twice changes nothing; a newer version takes the place of the one before
and says what differs. What was submitted never mixes with the own register: it is only linked.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from khenthuong import storage, texts
from khenthuong.domain.kinds import Outcome
from khenthuong.domain.names import slug
from khenthuong.domain.office import Office
from khenthuong.domain.receiving import (
    Difference,
    Double,
    FileDifference,
    Flag,
    Lacking,
    Manifest,
    Party,
    ReceivedPackage,
    SentReply,
    Submission,
    Submitted,
    differences,
    file_differences,
    submitted,
)
from khenthuong.domain.vietnamese import fold
from khenthuong.errors import BooksError, PackageError
from khenthuong.exchange.package import copy_entry, sha256_of
from khenthuong.exchange.package_manifest import read_package
from khenthuong.exchange.reply import reply_of
from khenthuong.services.transfer import receiving_checks
from khenthuong.services.transfer.incoming import Incoming
from khenthuong.services.workspace import Workspace


class Standing(StrEnum):
    """How a package stands to what came before."""

    NEW = "moi"
    SAME = "giong"
    NEWER = "thay"


class State(StrEnum):
    """What became of a submission."""

    WAITING = "cho_xu_ly"
    RETURNED = "da_tra_lai"
    DECIDED = "da_quyet_dinh"


@dataclass(frozen=True)
class Receipt:
    """What taking a package in would do; `code` is "" for a submission that is new here.

    `differences` and `file_differences` are against the version that came before.
    """

    incoming: Incoming
    manifest: Manifest
    standing: Standing
    code: str
    before: int | None
    nominees: tuple[Submitted, ...]
    differences: tuple[Difference, ...] = ()
    file_differences: tuple[FileDifference, ...] = ()
    doubles: tuple[Double, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    decided: bool = False
    """Whether the version that came before was decided already."""


@dataclass(frozen=True)
class Row:
    """A submission in a list."""

    submission: Submission
    package: ReceivedPackage
    state: State
    reply: SentReply | None


@dataclass(frozen=True)
class View:
    """A submission with everything that is shown of it; `manifest` is the newest version's."""

    row: Row
    manifest: Manifest
    packages: tuple[ReceivedPackage, ...]
    nominees: tuple[Submitted, ...]
    differences: tuple[Difference, ...]
    file_differences: tuple[FileDifference, ...]
    doubles: tuple[Double, ...]
    lacking: tuple[Lacking, ...]
    replies: tuple[SentReply, ...]


def preview(ws: Workspace, incoming: Incoming) -> Receipt:
    """What taking the package in would do; nothing is written.

    Raises PackageError: not sound, our own, older than what is here, or another content under the
    same version.
    """
    manifest = read_package(incoming.manifest)
    _refuse_own(_office(ws), manifest.sender)
    books = ws.books
    known = storage.received.of_dossier(books, manifest.sender, manifest.round, manifest.authority)
    versions = list(storage.received.packages(books, known.code)) if known else []
    last = versions[-1] if versions else None
    code = known.code if known else ""
    standing = _standing(manifest, incoming, last)
    nominees = _nominees(ws, code, manifest)
    before = _manifest_of(last) if last and standing is Standing.NEWER else None
    flags = _flags(ws, code, last)
    return Receipt(
        incoming,
        manifest,
        standing,
        code,
        last.version if last else None,
        nominees,
        differences(before, manifest, flags) if before else (),
        file_differences(before, manifest) if before else (),
        receiving_checks.doubles(ws, nominees, manifest),
        receiving_checks.lacking(ws, manifest),
        standing is Standing.NEWER and _decided(ws, code),
    )


def take_in(ws: Workspace, receipt: Receipt) -> Submission:
    """Take the package in, all or nothing; the same one again changes nothing.

    The file is copied into the data folder and checked again there. Raises PackageError when it
    changed since it was looked at, or cannot be copied.
    """
    if receipt.standing is Standing.SAME:
        return storage.received.get(ws.books, receipt.code)
    manifest = receipt.manifest
    code = receipt.code or storage.received.next_code(ws.books, ws.today().year)
    path = _keep_file(ws, receipt, code)
    one = Submission(
        code,
        manifest.sender.name,
        manifest.sender.province,
        manifest.sender.level,
        manifest.round,
        manifest.round_name,
        manifest.kind,
        manifest.year,
        manifest.authority,
    )
    package = ReceivedPackage(
        code,
        manifest.version,
        receipt.incoming.sha256,
        ws.today(),
        ws.books.who,
        manifest.sealed_on,
        receipt.incoming.name,
        storage.papers.relative(ws.books, path),
        json.dumps(receipt.incoming.manifest, ensure_ascii=False),
    )
    told = {"office": one.office, "round": one.round, "version": package.version}
    with ws.books.write(texts.say("receive.operation", told)):
        nominees = [replace(nominee, submission=code) for nominee in receipt.nominees]
        storage.received.keep(ws.books, one, package, nominees)
    return one


def rows(ws: Workspace) -> tuple[Row, ...]:
    """Every submission, the newest first."""
    books = ws.books
    with books.read():
        packages = storage.received.newest(books)
        last = {reply.submission: reply for reply in storage.received.sent(books)}
        return tuple(
            _row(one, packages[one.code], last.get(one.code))
            for one in storage.received.submissions(books)
        )


def view(ws: Workspace, code: str) -> View:
    """One submission; raises NotFoundError."""
    books = ws.books
    one = storage.received.get(books, code)
    packages = storage.received.packages(books, code)
    replies = storage.received.sent(books, code)
    newest = list(packages)[-1]
    manifest = _manifest_of(newest)
    nominees = storage.received.nominations(books, code)
    before = packages[-2] if len(packages) > 1 else None
    old = _manifest_of(before) if before else None
    return View(
        _row(one, newest, replies[-1] if replies else None),
        manifest,
        packages,
        nominees,
        differences(old, manifest, _flags(ws, code, before)) if old else (),
        file_differences(old, manifest) if old else (),
        receiving_checks.doubles(ws, nominees, manifest),
        receiving_checks.lacking(ws, manifest),
        replies,
    )


def link(ws: Workspace, one: Submitted, code: str) -> Submitted:
    """Tie a nominee to a row of the own register, or untie it ("").

    Raises BooksError for a code that the register does not know.
    """
    with ws.books.write(texts.say("receive.operation_link", {"name": one.name})):
        return storage.received.link(ws.books, one, code)


def open_entry(ws: Workspace, code: str, name: str) -> Path:
    """A copy of one file of a received package, to be read outside; the package stays as it is.

    Raises NotFoundError, PackageError.
    """
    package = _newest(ws, code)
    target = ws.pages_folder / slug(code) / f"v{package.version}" / name
    copy_entry(storage.papers.absolute(ws.books, package.path), name, target)
    return target


def _newest(ws: Workspace, code: str) -> ReceivedPackage:
    storage.received.get(ws.books, code)
    return list(storage.received.packages(ws.books, code))[-1]


def _office(ws: Workspace) -> Office:
    office = storage.office.get_office(ws.books)
    if office is None:
        raise BooksError("error.no_office")
    return office


def _refuse_own(office: Office, sender: Party) -> None:
    if (fold(office.name), fold(office.province)) == (fold(sender.name), fold(sender.province)):
        raise PackageError("receive.own_package", office=sender.name)


def _standing(manifest: Manifest, incoming: Incoming, last: ReceivedPackage | None) -> Standing:
    if last is None:
        return Standing.NEW
    if last.sha256 == incoming.sha256:
        return Standing.SAME
    told = {"office": manifest.sender.name, "round": manifest.round}
    if manifest.version < last.version:
        raise PackageError(
            "receive.older_version", version=manifest.version, newer=last.version, **told
        )
    if manifest.version == last.version:
        raise PackageError("receive.other_content", version=last.version, **told)
    return Standing.NEWER


def _nominees(ws: Workspace, code: str, manifest: Manifest) -> tuple[Submitted, ...]:
    """The nominations as they will be kept; a link that somebody made stays."""
    linked: dict[str, str] = {}
    if code:
        linked = {
            one.recipient: one.linked
            for one in storage.received.nominations(ws.books, code)
            if one.linked
        }
    made = [submitted(code, row, linked.get(row["recipient"], "")) for row in manifest.nominations]
    return receiving_checks.matched(ws, made)


def _flags(ws: Workspace, code: str, package: ReceivedPackage | None) -> tuple[Flag, ...]:
    """What was returned of that version."""
    if package is None:
        return ()
    replies = [r for r in storage.received.sent(ws.books, code) if r.version == package.version]
    return reply_of(json.loads(replies[-1].manifest)).flags if replies else ()


def _decided(ws: Workspace, code: str) -> bool:
    replies = storage.received.sent(ws.books, code)
    return bool(replies) and replies[-1].outcome is Outcome.DECIDED


def _manifest_of(package: ReceivedPackage) -> Manifest:
    return read_package(json.loads(package.manifest))


def _row(one: Submission, package: ReceivedPackage, reply: SentReply | None) -> Row:
    answered = reply is not None and reply.version == package.version
    states = {Outcome.RETURNED: State.RETURNED, Outcome.DECIDED: State.DECIDED}
    state = states[reply.outcome] if reply and answered else State.WAITING
    return Row(one, package, state, reply if answered else None)


def _keep_file(ws: Workspace, receipt: Receipt, code: str) -> Path:
    """The package in the data folder, whole or not at all, and still the one that was looked at."""
    target = ws.folder.received / slug(code) / f"v{receipt.manifest.version}.zip"
    staged = target.with_suffix(".tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(receipt.incoming.path, staged)
        if sha256_of(staged) != receipt.incoming.sha256:
            raise PackageError("receive.changed_meanwhile", file=receipt.incoming.name)
        with staged.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(staged, target)
    except OSError as cause:
        raise PackageError("error.cannot_write", path=target, reason=cause.strerror) from cause
    finally:
        staged.unlink(missing_ok=True)
    return target
