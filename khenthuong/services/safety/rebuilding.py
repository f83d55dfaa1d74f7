"""New books from what an office handed out: sealed packages and folders of papers.

For the day on which books and backups are gone. Only what the files say is taken; what they cannot
say is told, and nothing is invented.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from khenthuong import storage, texts
from khenthuong.domain.archive import FrozenName, Paper, SealedDossier
from khenthuong.domain.kinds import Authority, RecipientKind, RoundKind
from khenthuong.domain.names import slug
from khenthuong.domain.office import Office
from khenthuong.domain.register import Household, Person, Recipient, Unit
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.domain.vietnamese import fold
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.exchange.backup_archive import unpack
from khenthuong.exchange.package import MANIFEST, verify_package
from khenthuong.exchange.package_names import name_problem
from khenthuong.paths import DataFolder
from khenthuong.services.paperwork.paper_files import SIDE_FILE
from khenthuong.services.progress import never, silent
from khenthuong.storage import Books, backup_store, open_books

_EVIDENCE = "05-minh-chung/"
_LOST = ("register", "records", "initiatives", "rounds", "office")
_DEPTH = 3
"""Names under van_ban/ of a dossier's folder: year, round, authority."""


@dataclass(frozen=True)
class _Package:
    path: Path
    manifest: Mapping[str, Any]
    sha256: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.manifest["round"]["code"], self.manifest["authority"])

    @property
    def version(self) -> int:
        return int(self.manifest["version"])


@dataclass
class Rebuilt:
    """What was rebuilt, counted, and everything that was not clear (in Vietnamese)."""

    office: str
    folder: Path
    recipients: int = 0
    rounds: int = 0
    nominations: int = 0
    sealed: int = 0
    evidence: int = 0
    papers: int = 0
    remarks: list[str] = field(default_factory=list[str])


def rebuild(root: Path, places: Sequence[Path]) -> Rebuilt:
    """Lay down new books in `root` from packages (.zip) and folders, searched to any depth.

    Raises UserError when `root` has books already, nothing is found, or the packages belong to
    several offices; nothing is laid down then.
    """
    folder = DataFolder(root)
    if folder.database.exists():
        raise UserError("rebuild.not_empty", folder=root)
    remarks: list[str] = []
    packages = _packages(places, remarks)
    sides = sorted({side for place in places for side in _found(place, SIDE_FILE)})
    if not packages:
        raise UserError("rebuild.nothing", places=[str(place) for place in places])
    office = _office(packages)
    rebuilt = Rebuilt(office.name, root, remarks=remarks)
    label = texts.say("rebuild.operation", {"packages": len(packages), "folders": len(sides)})
    done = False
    try:
        with open_books(root) as books, books.write(label):
            storage.office.save_office(books, office)
            _write_packages(books, packages, rebuilt)
            _take_folders(books, sides, rebuilt)
        done = True
    finally:
        if not done:
            folder.database.unlink(missing_ok=True)
    return rebuilt


def lines(rebuilt: Rebuilt) -> tuple[str, ...]:
    """What was rebuilt and what could not be known."""
    told = {name: value for name, value in vars(rebuilt).items() if name != "remarks"}
    lost = [texts.say("rebuild.lost", {"what": texts.say(f"rebuild.lost_{one}")}) for one in _LOST]
    return (texts.say("rebuild.done", told), *rebuilt.remarks, *lost)


def as_json(rebuilt: Rebuilt) -> dict[str, Any]:
    """The same as one object."""
    return {
        **vars(rebuilt),
        "folder": str(rebuilt.folder),
        "unknown": [texts.say(f"rebuild.lost_{one}") for one in _LOST],
    }


def _found(place: Path, pattern: str) -> Iterator[Path]:
    if place.is_file():
        if place.match(pattern):
            yield place
        return
    yield from (path for path in sorted(place.rglob(pattern)) if path.is_file())


def _packages(places: Iterable[Path], remarks: list[str]) -> list[_Package]:
    """Sound packages, oldest sealing first; the same bytes count once."""
    found: dict[str, _Package] = {}
    for path in sorted({one for place in places for one in _found(place, "*.zip")}):
        report = verify_package(path)
        if report.problems or report.manifest is None:
            code, arguments = report.problems[0]
            told = {"file": path.name, "reason": texts.say(code, arguments)}
            remarks.append(texts.say("rebuild.package_refused", told))
            continue
        sha256 = backup_store.digest_of(path)
        found.setdefault(sha256, _Package(path, report.manifest, sha256))
    return sorted(found.values(), key=lambda one: (one.manifest["sealed_on"], one.version))


def _office(packages: Sequence[_Package]) -> Office:
    newest = packages[-1].manifest["office"]
    for package in packages:
        theirs = package.manifest["office"]["name"]
        if theirs != newest["name"]:
            raise UserError(
                "rebuild.other_office", file=package.path.name, office=theirs, own=newest["name"]
            )
    return Office(newest["name"], newest["province"], newest["level"])


def _write_packages(books: Books, packages: Sequence[_Package], rebuilt: Rebuilt) -> None:
    newest = {package.key: package for package in packages}
    recipients = _recipients(packages, rebuilt.remarks)
    for recipient in recipients.values():
        storage.register.save(books, recipient)
    rounds = {one.code: one for one in map(_round, packages)}
    for one in rounds.values():
        storage.rounds.save_round(books, one)
    for package in packages:
        _write_sealed(books, package)
        if newest[package.key] is not package:
            told = {
                "file": package.path.name,
                "version": package.version,
                "newest": newest[package.key].version,
            }
            rebuilt.remarks.append(texts.say("rebuild.older", told))
    for package in newest.values():
        _write_nominations(books, package, rebuilt)
    rebuilt.recipients = len(recipients)
    rebuilt.rounds = len(rounds)
    rebuilt.sealed = len(packages)
    rebuilt.evidence = sum(_take_evidence(books, package) for package in newest.values())


def _recipients(packages: Sequence[_Package], remarks: list[str]) -> dict[str, Recipient]:
    """Everybody by code, units first; what a later package says of a code wins."""
    rows: dict[str, tuple[dict[str, Any], str]] = {}
    for package in packages:
        for one in package.manifest["nominations"]:
            old = rows.get(one["recipient"])
            if old and old[0]["name"] != one["name"]:
                told = {"code": one["recipient"], "old": old[0]["name"], "new": one["name"]}
                remarks.append(texts.say("rebuild.conflict", told))
            rows[one["recipient"]] = (one, package.key[0])
    units = {
        code: Unit(code, one["name"])
        for code, (one, _) in rows.items()
        if one["kind"] == RecipientKind.UNIT.value
    }
    named = {fold(unit.name): code for code, unit in units.items()}
    for name in sorted({one["unit"] for one, _ in rows.values() if one["unit"]}):
        if fold(name) not in named:
            code = _free_code(rows.keys() | units.keys(), len(units) + 1)
            named[fold(name)] = code
            units[code] = Unit(code, name, note=texts.say("rebuild.unit_note"))
    found: dict[str, Recipient] = dict(units)
    for code, (one, round_code) in rows.items():
        if code not in found:
            found[code] = _recipient(one, named.get(fold(one["unit"]), ""), round_code)
    return found


def _free_code(taken: Iterable[str], number: int) -> str:
    known = set(taken)
    while (code := f"TT-{number:03}") in known:
        number += 1
    return code


def _recipient(one: Mapping[str, Any], unit: str, round_code: str) -> Recipient:
    note = texts.say("rebuild.person_note", {"round": round_code})
    if one["kind"] == RecipientKind.HOUSEHOLD.value:
        return Household(one["recipient"], one["name"], note=note)
    return Person(one["recipient"], one["name"], position=one["position"], unit=unit, note=note)


def _round(package: _Package) -> Round:
    raw = package.manifest["round"]
    received = date.fromisoformat(raw["received"]) if raw["received"] else None
    return Round(
        raw["code"], raw["name"], RoundKind(raw["kind"]), Year.parse(raw["year"]), received
    )


def _write_nominations(books: Books, package: _Package, rebuilt: Rebuilt) -> None:
    frozen: list[FrozenName] = []
    for one in package.manifest["nominations"]:
        storage.rounds.save_nomination(books, _nomination(package, one))
        frozen.append(
            FrozenName(one["recipient"], one["award"], one["name"], one["position"], one["unit"])
        )
        if one["override"]:
            told = {"name": one["name"], "award": one["award_name"], "reason": one["override"]}
            rebuilt.remarks.append(texts.say("rebuild.override", told))
    storage.rounds.freeze(books, package.key[0], frozen)
    rebuilt.nominations += len(frozen)


def _nomination(package: _Package, one: Mapping[str, Any]) -> Nomination:
    """Initiatives and achievements stay out: the package has their names, not what they were."""
    return Nomination(
        round=package.key[0],
        recipient=one["recipient"],
        award=one["award"],
        branch=one["branch"],
        content=_content(one),
    )


def _content(one: Mapping[str, Any]) -> str:
    named = [f"{item['code']}: {item['name']}" for item in one["initiatives"]]
    named += [f"{item['code']}: {item['content']}" for item in one["achievements"]]
    return "; ".join(part for part in (one["content"], *named) if part)


def _write_sealed(books: Books, package: _Package) -> None:
    sealed = SealedDossier(
        round=package.key[0],
        authority=Authority(package.key[1]),
        version=package.version,
        # Unknown: the next sealing is a version of its own, never taken for this one.
        fingerprint="",
        sealed_on=date.fromisoformat(package.manifest["sealed_on"]),
        package_sha256=package.sha256,
        file_name=package.path.name,
    )
    storage.papers.save_sealed(books, sealed)


def _take_evidence(books: Books, package: _Package) -> int:
    """Evidence of a verified package into the store, under the names it has there."""
    names = [one["name"] for one in package.manifest["files"]]
    names = [name for name in names if name.startswith(_EVIDENCE)]
    with tempfile.TemporaryDirectory(prefix="khenthuong-dung-lai-") as folder:
        wanted = {
            name: Path(folder) / f"{number}{Path(name).suffix}" for number, name in enumerate(names)
        }
        unpack(package.path, wanted, silent, never)
        for name, copy in wanted.items():
            storage.evidence.add(books, copy, name.removeprefix(_EVIDENCE))
    return len(wanted)


def _take_folders(books: Books, sides: Iterable[Path], rebuilt: Rebuilt) -> None:
    """Copy folders of papers to where they belong and note the papers of known rounds."""
    rounds = {(str(one.year), slug(one.code)): one for one in storage.rounds.rounds(books)}
    for side in sides:
        entries = _entries(side)
        if entries is None:
            told = {"folder": side.parent}
            rebuilt.remarks.append(texts.say("rebuild.folder_refused", told))
            continue
        where = _within_papers(books, side.parent)
        target = books.folder.papers.joinpath(*where)
        for name in entries:
            _copy(side.parent / name, target / name)
        _copy(side, target / SIDE_FILE)
        one = rounds.get((where[0], where[1])) if len(where) == _DEPTH else None
        if one is None or where[2] not in set(Authority):
            told = {"folder": side.parent}
            rebuilt.remarks.append(texts.say("rebuild.round_unknown", told))
            continue
        for name, about in entries.items():
            rebuilt.papers += _note_paper(books, one, Authority(where[2]), target / name, about)


def _within_papers(books: Books, place: Path) -> tuple[str, ...]:
    """(year, round, authority) or (year, round): where a folder stood under van_ban/."""
    parts, root = place.resolve().parts, books.folder.papers.name
    if root in parts:
        return parts[len(parts) - parts[::-1].index(root) :]
    return parts[-3:] if parts[-1] in set(Authority) else parts[-2:]


def _entries(side: Path) -> dict[str, dict[str, Any]] | None:
    """The side file's entries whose names lead nowhere else; None when it cannot be read."""
    try:
        raw: object = json.loads(side.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(raw, dict):
        return None
    found = cast("dict[str, Any]", raw)
    return {
        name: cast("dict[str, Any]", about)
        for name, about in found.items()
        if isinstance(about, dict) and not name_problem(name) and name != MANIFEST
    }


def _copy(source: Path, target: Path) -> None:
    if source.is_file() and not source.is_symlink() and not target.exists():
        backup_store.copy_whole(source, target)


def _note_paper(
    books: Books, one: Round, authority: Authority, path: Path, about: Mapping[str, Any]
) -> int:
    if not path.is_file() or not isinstance(about.get("form"), str):
        return 0
    paper = Paper(
        round=one.code,
        authority=authority,
        form=about["form"],
        recipient=str(about.get("recipient", "")),
        award=str(about.get("award", "")),
        version=1,
        path=storage.papers.relative(books, path),
        sha256=backup_store.digest_of(path),
    )
    known = [p for p in storage.papers.of_round(books, one.code) if _same(p, paper)]
    if not known:
        storage.papers.save(books, paper)
    return 0 if known else 1


def _same(one: Paper, other: Paper) -> bool:
    return replace(one, path="", sha256="") == replace(other, path="", sha256="")
