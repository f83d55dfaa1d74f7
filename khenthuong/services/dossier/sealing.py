"""Sealing: fix each dossier of a round, give it a version, and pack it.

The same data gives the same version and bytes on any day: a sealed dossier is first made again as
of the day it was sealed, and only when its content differs does it become version + 1.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain.archive import FrozenName, SealedDossier
from khenthuong.domain.crosscheck import Mismatch
from khenthuong.domain.dossier import DossierFacts, LeftOut, Nominee
from khenthuong.domain.kinds import Authority
from khenthuong.domain.names import slug
from khenthuong.domain.selection import authorities
from khenthuong.errors import UserError
from khenthuong.exchange.package import write_package
from khenthuong.exchange.package_lock import LOCKED, check_password, lock
from khenthuong.exchange.workbook_writer import write_list
from khenthuong.services.appraisal import judgements
from khenthuong.services.dossier import (
    crosscheck,
    crosscheck_reasons,
    dossier_locks,
    dossiers,
    enclosures,
)
from khenthuong.services.dossier.dossiers import JudgedRound
from khenthuong.services.paperwork import issuing, numbering, papers
from khenthuong.services.paperwork.page_files import with_pages
from khenthuong.services.paperwork.paper_files import taken_in
from khenthuong.services.paperwork.papers import DossierPlan
from khenthuong.services.progress import Cancelled, Progress, never, silent, stop_if
from khenthuong.services.workspace import Workspace

FORMAT_VERSION = 1
_STAGING = "goi-dang-lap-"


@dataclass(frozen=True)
class SealedPackage:
    """One zip: `unchanged` when the same version was sealed before with the same content."""

    authority: Authority
    path: Path
    version: int
    sha256: str
    nominations: int
    unchanged: bool


@dataclass(frozen=True)
class SealResult:
    """What sealing a round gave, who stayed out with the reason, and which papers disagree.

    A dossier with a blocking mismatch has no package; `mismatches` holds warnings and those sealed
    with a reason too.
    """

    round: str
    packages: tuple[SealedPackage, ...]
    left_out: tuple[LeftOut, ...]
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def refused(self) -> tuple[Authority, ...]:
        """Whose dossiers were not sealed because their papers disagree."""
        return tuple(dict.fromkeys(one.authority for one in self.mismatches if one.blocks))


@dataclass(frozen=True)
class Outlook:
    """What sealing one authority's dossier today would put in, and who would stay out.

    `unnumbered` and `unsigned` count the papers of the whole dossier, made already, that still
    lack văn thư's number and the signed scan.
    """

    authority: Authority
    nominations: int
    left_out: tuple[LeftOut, ...]
    unnumbered: int = 0
    unsigned: int = 0


@dataclass(frozen=True)
class _Job:
    """One call of `seal`; a round is judged once per day that it is looked at."""

    ws: Workspace
    round_code: str
    out: Path
    progress: Progress
    cancelled: Cancelled
    pages: bool = False
    password: str = ""
    _judged: dict[date, JudgedRound] = field(default_factory=dict)

    def judged(self, day: date) -> JudgedRound:
        if day not in self._judged:
            self._judged[day] = dossiers.judge(self.ws, self.round_code, day)
        return self._judged[day]


@dataclass(frozen=True)
class _Content:
    """A dossier laid out in a staging folder, not yet versioned; no files: nobody is in it."""

    files: tuple[tuple[str, Path], ...]
    manifest: Mapping[str, Any]
    fingerprint: str
    plan: DossierPlan
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether its papers disagree so that it must not leave."""
        return any(one.blocks for one in self.mismatches)


def seal(
    ws: Workspace,
    round_code: str,
    out: Path,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    pages: bool = False,
    password: str = "",
) -> SealResult:
    """Seal every dossier of a round into `out`; nominations kept out are named with the reason.

    `pages`: a PDF lies beside every Word file. With a password every package lies under it; version
    and sha256 are those of the plain one. A dossier that was decided is left as it is.

    A package appears whole or not at all; the books note it only after the file lies there. A
    dossier whose papers disagree with the books or with one another gets none.
    Raises UserError (unknown round, nothing nominated, folder not writable), CancelledError.
    """
    papers.check_out_folder(ws, out)
    if password:
        check_password(password)
    issuing.hold_round(ws, round_code)
    _sweep(ws)
    job = _Job(ws, round_code, out, progress, cancelled, pages, password)
    packages: list[SealedPackage] = []
    left_out: list[LeftOut] = []
    mismatches: list[Mismatch] = []
    for authority in _unfinished(job):
        stop_if(cancelled)
        with _staging(ws) as staging:
            package, content = _seal_one(job, authority, staging)
        left_out += content.plan.facts.left_out
        mismatches += content.mismatches
        if package:
            packages.append(package)
    return SealResult(round_code, tuple(packages), tuple(left_out), tuple(mismatches))


def compare(
    ws: Workspace, round_code: str, progress: Progress = silent, cancelled: Cancelled = never
) -> tuple[Mismatch, ...]:
    """What sealing today would find in the papers, without sealing.

    Raises UserError (unknown round, nothing nominated), CancelledError.
    """
    _sweep(ws)
    job = _Job(ws, round_code, Path(), progress, cancelled)
    found: list[Mismatch] = []
    for authority in papers.judged_authorities(job.judged(ws.today())):
        with _staging(ws) as staging:
            found += _lay_out(job, authority, ws.today(), staging / "doi-chieu").mismatches
    return tuple(found)


def outlook(ws: Workspace, round_code: str) -> tuple[Outlook, ...]:
    """What `seal` would do today, by authority; nothing for a round without nominations.

    Raises UserError for an unknown round.
    """
    judged = dossiers.judge(ws, round_code)
    made = storage.papers.of_round(ws.books, round_code)
    found: list[Outlook] = []
    for authority in authorities(judged.check):
        facts = papers.plan_dossier(ws, judged, authority, ws.today(), sealing=True).facts
        mine = [p for p in made if p.authority is authority and not p.recipient]
        found.append(
            Outlook(
                authority,
                len(facts.nominees),
                facts.left_out,
                unnumbered=sum(not numbering.bears_number(ws, paper) for paper in mine),
                unsigned=sum(not paper.signed_path for paper in mine),
            )
        )
    return tuple(found)


def package_name(office: str, round_code: str, authority: Authority, version: int) -> str:
    """«xa-vinh-an_d2025_tinh_v1.zip»: plain ASCII, readable, unique per version."""
    return f"{slug(office, 40)}_{slug(round_code, 24)}_{authority.value}_v{version}.zip"


def as_json(result: SealResult) -> dict[str, Any]:
    """The answer of the command `package`."""
    return {
        "round": result.round,
        "packages": [
            {
                "authority": p.authority.value,
                "file": str(p.path),
                "version": p.version,
                "sha256": p.sha256,
                "nominations": p.nominations,
                "unchanged": p.unchanged,
            }
            for p in result.packages
        ],
        "left_out": [
            {
                "name": one.name,
                "award": one.award_name,
                "unit": one.unit_name,
                "status": one.status,
                "reason": one.reason,
            }
            for one in result.left_out
        ],
        "refused": [authority.value for authority in result.refused],
        "mismatches": crosscheck.as_json(result.mismatches),
    }


def lines(result: SealResult) -> tuple[str, ...]:
    """The same for a person."""
    found = [
        texts.say(
            "package.sealed_line",
            {
                "authority": p.authority,
                "count": p.nominations,
                "version": p.version,
                "path": p.path,
            },
        )
        for p in result.packages
    ]
    found += [
        texts.say(
            "package.left_out_line",
            {"name": one.name, "award": one.award_name, "status": one.status, "reason": one.reason},
        )
        for one in result.left_out
    ]
    for authority in result.refused:
        blocking = [m for m in result.mismatches if m.authority is authority and m.blocks]
        told = {"authority": authority, "count": len(blocking)}
        found.append(texts.say("crosscheck.refused_line", told))
    return (*found, *crosscheck.lines(result.mismatches))


def _unfinished(job: _Job) -> tuple[Authority, ...]:
    """Whose dossiers may still be sealed: one that has its decision stays as it was decided.

    Raises UserError when all of them have it.
    """
    found = papers.judged_authorities(job.judged(job.ws.today()))
    closed = dossier_locks.locks(job.ws, job.round_code).closed
    left = tuple(authority for authority in found if authority not in closed)
    if not left:
        raise UserError("answer.decided", authority=found[0], round=job.round_code)
    return left


@contextmanager
def _staging(ws: Workspace) -> Generator[Path]:
    """A folder to lay a package out in; raises UserError when the disk does not take it."""
    try:
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=ws.folder.root) as staging:
            yield Path(staging)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise UserError("error.cannot_write", path=ws.folder.root, reason=reason) from cause


def _sweep(ws: Workspace) -> None:
    # A program killed while sealing leaves its staging folder; the lock is ours, so it is nobody's.
    for left in ws.folder.root.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _seal_one(
    job: _Job, authority: Authority, staging: Path
) -> tuple[SealedPackage | None, _Content]:
    last = storage.papers.last_sealed(job.ws.books, job.round_code, authority)
    if last:
        content = _lay_out(job, authority, last.sealed_on, staging / "cu")
        if content.files and content.fingerprint == last.fingerprint:
            if content.refused:
                return None, content
            return _pack(job, content, last, unchanged=True), content
    today = job.ws.today()
    content = _lay_out(job, authority, today, staging / "moi")
    if not content.files or content.refused:
        return None, content
    row = SealedDossier(
        round=job.round_code,
        authority=authority,
        version=last.version + 1 if last else 1,
        fingerprint=content.fingerprint,
        sealed_on=today,
        package_sha256="",
        file_name="",
    )
    return _pack(job, content, row, unchanged=False), content


def _lay_out(job: _Job, authority: Authority, day: date, staging: Path) -> _Content:
    ws = job.ws
    plan = papers.plan_dossier(ws, job.judged(day), authority, day, sealing=True)
    if not plan.facts.nominees:
        return _Content((), {}, "", plan)
    enclosures.refuse_missing(ws, plan.facts)
    staging.mkdir(parents=True)
    check = crosscheck.Crosscheck(ws, plan)
    digests: dict[str, bytes] = {}
    files = list(_lay_papers(job, plan, staging, check, digests))
    files += _lay_enclosures(enclosures.evidence(ws, plan.facts), staging)
    files += _lay_enclosures(enclosures.proofs(ws, plan.facts), staging)
    files += [(one.name, one.source) for one in enclosures.signed(ws, plan.facts)]
    files.append(_lay_list(plan.facts, staging))
    files.sort()
    check.list_file(staging / enclosures.LIST_NAME)
    check.contents(name for name, _ in files)
    found = check.result(crosscheck_reasons.given(crosscheck.folder_of(ws, plan.facts)))
    manifest = _manifest(plan.facts)
    if job.pages:
        manifest["pages"] = True
    if accepted := crosscheck.manifest_entries(found):
        manifest["accepted"] = accepted
    return _Content(tuple(files), manifest, _fingerprint(files, manifest, digests), plan, found)


def _lay_papers(
    job: _Job,
    plan: DossierPlan,
    staging: Path,
    check: crosscheck.Crosscheck,
    digests: dict[str, bytes],
) -> Iterator[tuple[str, Path]]:
    """The papers as files; `digests` takes the sha256 of each, so that none is read again."""
    ws = job.ws
    total = len(plan.plans)
    kept = taken_in(crosscheck.folder_of(ws, plan.facts))
    for number, (entry, made) in enumerate(papers.render(ws, plan)):
        stop_if(job.cancelled)
        job.progress(number, total, entry.title)
        name = f"{entry.file_name}.docx"
        data = kept[name].read_bytes() if name in kept else made
        check.paper(entry, data, edited=name in kept)
        path = staging / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        digests[name] = hashlib.sha256(data).digest()
        yield name, path


def _lay_enclosures(
    given: Iterable[enclosures.Enclosure], staging: Path
) -> Iterator[tuple[str, Path]]:
    for one in given:
        copy = staging / one.name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one.source, copy)
        yield one.name, copy


def _lay_list(facts: DossierFacts, staging: Path) -> tuple[str, Path]:
    header = tuple(
        texts.say(f"package.list_{key}")
        for key in ("number", "kind", "name", "position", "unit", "award", "branch", "content")
    )
    rows = tuple(
        (
            number,
            texts.label(nominee.recipient.recipient_kind),
            nominee.name,
            nominee.position,
            nominee.unit_name,
            nominee.award.name,
            nominee.nomination.branch,
            nominee.nomination.content,
        )
        for number, nominee in enumerate(facts.nominees, start=1)
    )
    path = staging / enclosures.LIST_NAME
    write_list(path, texts.say("package.list_title"), header, rows)
    return enclosures.LIST_NAME, path


def _manifest(facts: DossierFacts) -> dict[str, Any]:
    office, one = facts.office, facts.round
    return {
        "format": FORMAT_VERSION,
        "office": {"name": office.name, "province": office.province, "level": office.level},
        "round": {
            "code": one.code,
            "name": one.name,
            "kind": one.kind.value,
            "year": str(one.year),
            "received": one.received.isoformat() if one.received else None,
        },
        "authority": facts.authority.value,
        "period": facts.period_label,
        "rulebook": facts.fingerprint,
        "nominations": [_nomination(nominee) for nominee in facts.nominees],
    }


def _nomination(nominee: Nominee) -> dict[str, Any]:
    nomination = nominee.nomination
    return {
        "recipient": nomination.recipient,
        "kind": nominee.recipient.recipient_kind.value,
        "name": nominee.name,
        "position": nominee.position,
        "unit": nominee.unit_name,
        "award": nomination.award,
        "award_name": nominee.award.name,
        "branch": nomination.branch,
        "content": nomination.content,
        "initiatives": [{"code": i.code, "name": i.name} for i in nominee.initiatives],
        "achievements": [{"code": a.code, "content": a.content} for a in nominee.achievements],
        "verdict": nominee.check.verdict.value,
        "principles": {p.value: s.value for p, s in nominee.check.principles.items()},
        "override": nomination.override_reason or None,
    }


def _fingerprint(
    files: list[tuple[str, Path]], manifest: Mapping[str, Any], digests: Mapping[str, bytes]
) -> str:
    digest = hashlib.sha256(json.dumps(manifest, sort_keys=True, ensure_ascii=False).encode())
    for name, path in files:
        digest.update(name.encode() + b"\0")
        digest.update(digests.get(name) or _digest(path))
    return digest.hexdigest()


def _digest(path: Path) -> bytes:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def _pack(job: _Job, content: _Content, row: SealedDossier, *, unchanged: bool) -> SealedPackage:
    facts = content.plan.facts
    name = package_name(facts.office.name, facts.round.code, facts.authority, row.version)
    manifest = {**content.manifest, "version": row.version, "sealed_on": row.sealed_on.isoformat()}
    target = job.out / name
    try:
        job.out.mkdir(parents=True, exist_ok=True)
        files = content.files
        if job.pages:
            files = with_pages(job.ws, files, job.progress, job.cancelled)
        target, sha256 = _write(job, target, files, manifest)
    except OSError as cause:
        raise UserError("error.cannot_write", path=target, reason=cause.strerror) from cause
    if not unchanged:
        _note(job, content, replace(row, package_sha256=sha256, file_name=name))
    elif sha256 != row.package_sha256:
        # The same content with other pages (PDF) beside it: a reply names the file written last.
        with job.ws.books.write(_sealed_label(row)):
            storage.papers.save_sealed(job.ws.books, replace(row, package_sha256=sha256))
    return SealedPackage(
        facts.authority, target, row.version, sha256, len(facts.nominees), unchanged
    )


def _write(
    job: _Job, target: Path, files: Sequence[tuple[str, Path]], manifest: Mapping[str, Any]
) -> tuple[Path, str]:
    """The package where it lies then, and the sha256 of the plain one."""
    if not job.password:
        return target, write_package(target, files, manifest)
    locked = target.with_suffix(LOCKED)
    with _staging(job.ws) as scratch:
        plain = scratch / target.name
        sha256 = write_package(plain, files, manifest)
        lock(plain, locked, job.password)
    return locked, sha256


def _sealed_label(row: SealedDossier) -> str:
    told = {"round": row.round, "authority": row.authority, "version": row.version}
    return texts.say("paper.operation_sealed", told)


def _note(job: _Job, content: _Content, row: SealedDossier) -> None:
    ws = job.ws
    frozen = [
        FrozenName(n.recipient.code, n.award.id, n.name, n.position, n.unit_name)
        for n in content.plan.facts.nominees
    ]
    with ws.books.write(_sealed_label(row)):
        storage.papers.save_sealed(ws.books, row)
        storage.rounds.freeze(ws.books, row.round, frozen)
        check = job.judged(row.sealed_on).check
        judgements.keep_sealed(ws, check, row.authority, row.version, row.sealed_on)
