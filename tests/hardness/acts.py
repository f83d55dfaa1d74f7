"""What a program does when it is killed: each act runs in a process of its own and tells, over a
pipe, «bat dau» when its work begins and every change once the service has returned."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from khenthuong.services import demo, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.intake import importing
from khenthuong.services.paperwork import papers
from khenthuong.services.safety import backups
from khenthuong.services.transfer import incoming, receiving
from khenthuong.services.workspace import open_workspace
from tests import factories

BEGUN = "bat dau"
ROUND = "D4"
"""The smallest round of the sample commune: sixteen papers, one package."""

Act = Callable[[Path, Connection, int], None]


def save(root: Path, tell: Connection, first: int) -> None:
    """Recipients, ratings, a nomination's words and evidence, one write after the other."""
    with open_workspace(root) as ws:
        nomination = rounds.nominations(ws, ROUND)[0]
        achievement = factories.achievement("KQ-GIET", recipient=nomination.recipient)
        register.save_record(ws, achievement)
        scan = root.parent / f"anh-{first}.jpg"
        tell.send((BEGUN, ""))
        for number in range(first, first + 10_000):
            register.save(ws, factories.person(f"CN-GIET-{number}", name=f"Người {number}"))
            tell.send(("person", f"CN-GIET-{number}"))
            register.save_record(ws, factories.rating(f"CN-GIET-{number}"))
            tell.send(("rating", f"CN-GIET-{number}"))
            rounds.save_nomination(ws, replace(nomination, content=f"Lần {number}"))
            tell.send(("content", str(number)))
            scan.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(200_000))
            tell.send(("evidence", register.add_evidence(ws, achievement.code, scan)))


def take_list(root: Path, tell: Connection, first: int) -> None:
    """The sample's workbook into empty books."""
    with open_workspace(root) as ws:
        tell.send((BEGUN, ""))
        importing.apply(ws, importing.preview(ws, demo.sample_workbook()))
        tell.send(("imported", ""))


def render(root: Path, tell: Connection, first: int) -> None:
    """The papers of a round, into the books' own folder, again and again as its words change."""
    with open_workspace(root) as ws:
        nomination = rounds.nominations(ws, ROUND)[0]
        folder = papers.round_folder(ws, rounds.get_round(ws, ROUND))
        tell.send((BEGUN, ""))
        for number in range(first, first + 10_000):
            rounds.save_nomination(ws, replace(nomination, content=f"Lần {number}"))
            papers.make(ws, ROUND, folder)
            tell.send(("made", str(number)))


def seal(root: Path, tell: Connection, first: int) -> None:
    """Package after package, each another version."""
    with open_workspace(root) as ws:
        nomination = rounds.nominations(ws, ROUND)[0]
        tell.send((BEGUN, ""))
        for number in range(first, first + 10_000):
            rounds.save_nomination(ws, replace(nomination, content=f"Lần {number}"))
            for package in sealing.seal(ws, ROUND, root.parent / "goi").packages:
                tell.send(("sealed", package.path.name))


def back_up(root: Path, tell: Connection, first: int) -> None:
    """A backup in the data folder, then one file for a stick, after each change."""
    out = root.parent / "sao-ra"
    out.mkdir(exist_ok=True)
    with open_workspace(root) as ws:
        tell.send((BEGUN, ""))
        for number in range(first, first + 10_000):
            register.save(ws, factories.person("CN-SAO", name=f"Người {number}"))
            (root / "nhap" / f"{number % 7}.txt").write_bytes(os.urandom(100_000))
            tell.send(("backup", str(backups.back_up(ws))))
            tell.send(("export", str(backups.export(ws, out).path)))


def upgrade(root: Path, tell: Connection, first: int) -> None:
    """Old books opened by today's program."""
    tell.send((BEGUN, ""))
    with open_workspace(root):
        tell.send(("upgraded", ""))


def receive(root: Path, tell: Connection, first: int) -> None:
    """A package of another office taken in; the package lies beside the books as goi.zip."""
    with open_workspace(root) as ws:
        scratch = root.parent / "tam"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        tell.send((BEGUN, ""))
        found = incoming.look_at(root.parent / "goi.zip", scratch)
        tell.send(("received", receiving.take_in(ws, receiving.preview(ws, found)).code))


def restore(root: Path, tell: Connection, first: int) -> None:
    """A backup laid back over the books; it lies beside them as ban-sao.sqlite or an export."""
    tell.send((BEGUN, ""))
    backups.restore(root, next(root.parent.glob("sao-ra/*")))
    tell.send(("restored", ""))


ACTS: dict[str, Act] = {
    "luu": save,
    "nhap": take_list,
    "in": render,
    "dong_goi": seal,
    "sao_luu": back_up,
    "nang_cap": upgrade,
    "nhan": receive,
    "khoi_phuc": restore,
}


def run(name: str, root: Path, tell: Connection, first: int) -> None:
    """The process that will be killed; nothing of it may reach the test's own output."""
    ACTS[name](root, tell, first)
    tell.send(("done", ""))


def told(hear: Connection) -> list[tuple[str, Any]]:
    """What was acknowledged before the process ended."""
    found: list[tuple[str, Any]] = []
    while hear.poll():
        try:
            found.append(hear.recv())
        except (EOFError, OSError):
            break
    return found
