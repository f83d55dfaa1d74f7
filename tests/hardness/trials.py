"""Feeds spoilt files to the program in a process of its own, which may hang, crash or write where
it must not: all three are told. A guard (an audit hook) sees every file opened for writing, every
rename, process and connection of that process."""

import contextlib
import hashlib
import importlib
import os
import random
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from khenthuong.catalog.form_library import load_library
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.documents.readback import UnreadablePaperError, body_of, read_body
from khenthuong.documents.render import PaperRenderer
from khenthuong.errors import UserError
from khenthuong.exchange.lists.template_writer import read_template
from khenthuong.paths import shipped
from khenthuong.services import register
from khenthuong.services.dossier import answers_taken, packages
from khenthuong.services.intake import importing, list_import
from khenthuong.services.paperwork import layout_check, preview, sheets
from khenthuong.services.paperwork.paper_files import PaperFolder
from khenthuong.services.rulebook import rule_packs
from khenthuong.services.safety import backups
from khenthuong.services.transfer import incoming, receiving, replying
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.texts import say

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_MEMORY = 3 << 30


class Strayed(BaseException):
    """The program touched what a file from outside must never make it touch."""


class Guard:
    """What the process may write to; everything else is refused and told."""

    def __init__(self, *allowed: Path) -> None:
        self.allowed = tuple(str(path.resolve()) for path in allowed)
        self.watching = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """The audit hook."""
        if not self.watching:
            return
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
            self._check(event, arguments[0])
        elif event in ("os.rename", "os.link"):
            self._check(event, arguments[1], arguments[3])
        elif event in ("os.mkdir", "os.remove", "os.rmdir", "os.symlink"):
            self._check(event, arguments[0 if event != "os.symlink" else 1], arguments[-1])
        elif event in ("os.truncate", "os.chmod"):
            self._check(event, arguments[0])
        elif event in ("subprocess.Popen", "os.system", "os.exec", "socket.connect"):
            raise Strayed(f"{event} {arguments}")

    def _check(self, event: str, path: object, within: object = -1) -> None:
        if isinstance(path, int) or path is None:
            return
        name = os.fsdecode(path)  # type: ignore[arg-type]
        if isinstance(within, int) and within >= 0:
            # Relative to an open folder, as shutil.rmtree works where it can.
            name = os.path.join(os.readlink(f"/proc/self/fd/{within}"), name)
        place = os.path.realpath(name)
        if place.startswith("/dev/null") or place.endswith(".pyc") or "__pycache__" in place:
            return
        if not place.startswith(self.allowed):
            raise Strayed(f"{event} {place}")


class Trials:
    """One target after the other, on books that stay open between two tries."""

    def __init__(self, ws: Workspace, folder: Path) -> None:
        self.ws, self.folder = ws, folder
        self.forms = folder / "forms-tinh"
        ws.template_path(ws.forms["thong_bao_niem_yet"])

    def books(self) -> bytes:
        """What the books are now."""
        return hashlib.sha256(self.ws.folder.database.read_bytes()).digest()

    def layout(self, path: Path) -> None:
        """The layout checker on a paper somebody brings."""
        layout_check.check_files([path])
        layout_check.check(path)

    def readback(self, path: Path) -> None:
        """An edited paper read back by the cross-check, and as plain text without an office."""
        data = path.read_bytes()
        with contextlib.suppress(UnreadablePaperError):
            read_body(body_of(data))
        self.ws.__dict__["converter"] = None
        preview.pages(self.ws, path, "x")

    def template(self, path: Path) -> None:
        """A Word template of the province."""
        PaperRenderer(path, self.ws.forms[path.stem.partition("__")[0]])

    def workbook(self, path: Path) -> None:
        """The import workbook: looked at, its marked copy, and written when it is let in."""
        found = importing.preview(self.ws, path)
        importing.sentences(found)
        if found.refused:
            importing.write_marked_copy(path, found, self.folder / "da-danh-dau.xlsx")
        else:
            importing.apply(self.ws, found)

    def list(self, path: Path) -> None:
        """A list of others."""
        source = list_import.open_list(self.ws, path)
        looked = list_import.look(self.ws, source, list_import.proposed_choices(source))
        list_import.lines(looked)
        if looked.ready:
            list_import.apply(self.ws, looked)

    def list_template(self, path: Path) -> None:
        """A workbook of the province that a round is filled into."""
        read_template(path)

    def package(self, path: Path) -> None:
        """A package of another office: verified, looked at, taken in."""
        packages.lines(packages.verify(path))
        found = incoming.look_at(path, self.ws.pages_folder)
        incoming.lines(found)
        if found.verification.problems:
            return
        if found.is_reply:
            answers_taken.take_in(self.ws, answers_taken.preview(self.ws, found))
        else:
            receiving.take_in(self.ws, receiving.preview(self.ws, found))

    def locked(self, path: Path) -> None:
        """A package under a password."""
        packages.verify(path, "mật khẩu dài")

    def answer(self, path: Path) -> None:
        """An answer file for the command `reply`."""
        replying.read_answer(path)

    def _rules(self, path: Path, part: str) -> None:
        shutil.rmtree(self.forms, ignore_errors=True)
        target = self.forms / part / f"{path.stem.partition('__')[0]}.toml"
        target.parent.mkdir(parents=True)
        shutil.copyfile(path, target)
        problems = [
            *load_rulebook(shipped("forms"), self.forms)[1],
            *load_library(shipped("forms"), self.forms).problems,
        ]
        for problem in problems:
            say(problem.code, problem.arguments)

    def award(self, path: Path) -> None:
        """An award file of the province."""
        self._rules(path, "khen_thuong")

    def form(self, path: Path) -> None:
        """A form file of the province."""
        self._rules(path, "bieu_mau")

    def overlay(self, path: Path) -> None:
        """A rule file of the province."""
        self._rules(path, "quy_dinh")

    def sheet(self, path: Path) -> None:
        """A layout of a printed sheet from another office."""
        sheets.import_layout(self.ws, path)

    def pack(self, path: Path) -> None:
        """A rule pack from another office."""
        rule_packs.apply(self.ws, rule_packs.plan(self.ws, path))

    def mapping(self, path: Path) -> None:
        """How columns are read, from another office."""
        list_import.import_mapping(self.ws, path)

    def printers(self, path: Path) -> None:
        """The file of this computer's printers."""
        shutil.copyfile(path, self.ws.folder.printers)
        sheets.shifts(self.ws)

    def backup(self, path: Path) -> None:
        """A backup from a stick: opened, and laid back where it is sound."""
        other = self.folder / "so-khac"
        shutil.rmtree(other, ignore_errors=True)
        looked = backups.look(other, path)
        backups.contents_lines(looked)
        if looked.sound:
            backups.restore(other, path)

    def side(self, path: Path) -> None:
        """The side file of a folder of papers."""
        from khenthuong.services.paperwork.paper_files import SIDE_FILE

        folder = self.folder / "giay"
        folder.mkdir(exist_ok=True)
        shutil.copyfile(path, folder / SIDE_FILE)
        papers = PaperFolder(folder)
        papers.put("a.docx", b"x", {"title": "x"})
        papers.save()

    def picture(self, path: Path) -> None:
        """A picture of the Quốc huy and a scan as evidence."""
        sheets.keep_emblem(self.ws, path)
        register.add_evidence(self.ws, "KQ-THU", path)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def serve(root: Path, folder: Path, talk: Connection) -> None:
    """Try what the other end sends, as (target, path), and answer (outcome, detail)."""
    from tests import factories

    _limit_memory()
    scratch = folder / "tam"
    scratch.mkdir(exist_ok=True)
    tempfile.tempdir = str(scratch)
    guard = Guard(root, folder)
    with open_workspace(root) as ws:
        register.save(ws, factories.person("CN-THU"))
        register.save_record(ws, factories.achievement("KQ-THU", recipient="CN-THU"))
        trials = Trials(ws, folder)
        for name in ("Cryptodome.Cipher.AES", "Cryptodome.Protocol.KDF"):
            importlib.import_module(name)  # it asks a program of the system, once
        sys.addaudithook(guard)
        talk.send(("ready", ""))
        while (task := talk.recv()) is not None:
            talk.send(_once(trials, guard, *task))


def _once(trials: Trials, guard: Guard, target: str, path: Path) -> tuple[str, str]:
    act: Callable[[Path], None] = getattr(trials, target)
    before = trials.books()
    guard.watching = True
    try:
        act(path)
    except UserError as error:
        guard.watching = False
        say(error.code, error.arguments)
        same = trials.books() == before
        return ("refused", error.code) if same else ("half", error.code)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        return "crash", traceback.format_exc(limit=-8)
    finally:
        guard.watching = False
    return "fine", ""


def spoilt(seed: str) -> random.Random:
    """The same dice for the same seed, in every run."""
    return random.Random(seed)
