"""A version is laid, tried and exchanged; whenever the power fails, a program starts."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from khenthuong.errors import CancelledError, UserError
from khenthuong.services.updating import offers, preparing, switching, way_back
from khenthuong.services.updating import program as places
from khenthuong.services.updating.program import Program
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage import migrations
from tests import packed_programs
from tests.packed_programs import Publisher

NEWER = "0.2.0"
FIXTURES = Path(__file__).parents[2] / "migrations"


@pytest.fixture
def update(tmp_path: Path, publisher: Publisher) -> Path:
    return packed_programs.update_of(tmp_path, publisher, NEWER)


def _ended_process() -> int:
    process = subprocess.Popen([packed_programs.PYTHON, "-c", ""])
    process.wait()
    return process.pid


def _ready(program: Program, version: str, *, back: bool = False, restore: list | None = None):
    """The state in which `switching.start` leaves things, the old program having ended."""
    places.copy_whole(program.files_of(version) / "KhenThuong", program.helper)
    job = {
        "pid": _ended_process(), "version": version, "from": program.version,
        "schema": migrations.LATEST, "kind": "truoc" if back else "moi",
        "arguments": ["--data", "Sổ của xã"], "restore": restore or [],
    }  # fmt: skip
    places.write_note(program.job, job)


def test_updated_and_back_again(ws: Workspace, program: Program, update: Path) -> None:
    (program.folder / "portable.txt").write_text("x", encoding="utf-8")
    own = program.folder / "du_lieu" / "cua_xa.txt"
    own.parent.mkdir()
    own.write_text("của xã", encoding="utf-8")
    backup = preparing.prepare(ws, program, offers.look(program, update))
    assert backup.parent == ws.folder.backups
    assert packed_programs.opened(program) == "0.1.0"
    _ready(program, NEWER)
    (program.folder / "da_mo.txt").unlink()
    assert packed_programs.exchange(program) == 0
    assert packed_programs.opened_by_itself(program) == "0.2.0 --data Sổ của xã"
    newer = Program(program.folder, NEWER)
    ended = switching.ended(newer)
    assert ended is not None
    assert (ended.code, ended.good) == ("update.done", True)
    assert switching.ended(newer) is None
    places.sweep(newer)
    before = way_back.previous(newer, ws)
    assert before is not None
    assert (before.version, before.needs_backup) == ("0.1.0", False)
    way_back.prepare(ws, newer, before)
    _ready(newer, "0.1.0", back=True)
    assert packed_programs.exchange(newer) == 0
    assert packed_programs.opened(program) == "0.1.0"
    assert way_back.previous(program, ws) is None
    places.sweep(program)
    assert not (program.folder / f"ban-{NEWER}").exists()
    assert not program.helper.exists()
    assert own.read_text(encoding="utf-8") == "của xã"
    assert (program.folder / "portable.txt").exists()


def test_the_process_waits_for_the_old_program_to_end(ws, program, update) -> None:
    preparing.prepare(ws, program, offers.look(program, update))
    old = subprocess.Popen([packed_programs.PYTHON, "-c", "input()"], stdin=subprocess.PIPE)
    _ready(program, NEWER)
    places.write_note(program.job, {**places.read_note(program.job), "pid": old.pid})
    helper = subprocess.Popen([program.helper, "--doi-ban"])
    with pytest.raises(subprocess.TimeoutExpired):
        helper.wait(2)
    assert packed_programs.opened(program) == "0.1.0"
    (program.folder / "da_mo.txt").unlink()
    old.communicate(b"\n")
    assert helper.wait(60) == 0
    assert packed_programs.opened_by_itself(program).startswith(NEWER)


def test_started_from_the_window_it_goes_by_itself(ws, program, update) -> None:
    preparing.prepare(ws, program, offers.look(program, update))
    script = (
        f"import sys; sys.path.insert(0, {str(packed_programs.ROOT)!r})\n"
        "import khenthuong.services.updating.switching as s\n"
        "from khenthuong.services.updating.program import Program\n"
        "from pathlib import Path\n"
        f"s.start(Program(Path({str(program.folder)!r}), '0.1.0'), '0.2.0', ['--data', 'x y'])\n"
    )
    subprocess.run([packed_programs.PYTHON, "-c", script], check=True, timeout=60,
                   env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})  # fmt: skip
    assert packed_programs.opened_by_itself(program) == "0.2.0 --data x y"


@pytest.mark.parametrize("stop_at", [1, 2, 3])
def test_whenever_exchanging_is_killed_a_program_starts(
    stop_at: int, ws: Workspace, program: Program, update: Path
) -> None:
    preparing.prepare(ws, program, offers.look(program, update))
    _ready(program, NEWER)
    assert packed_programs.exchange(program, stop_at=stop_at) == 9
    opened = packed_programs.opened(program)
    assert opened in ("0.1.0", NEWER)
    now = Program(program.folder, opened)
    places.sweep(now)
    assert packed_programs.opened(now) == opened
    before = way_back.previous(now, ws)
    assert (before.version if before else None) == ("0.1.0" if opened == NEWER else None)


PREPARING = (
    packed_programs.DYING
    + """
from pathlib import Path
folder, root, update = sys.argv[1:]
sys.frozen, sys.executable = True, folder + "/KhenThuong"
from khenthuong.services.updating import offers, preparing
from khenthuong.services.updating.program import Program
from khenthuong.services.workspace import open_workspace
program = Program(Path(folder), "0.1.0")
with open_workspace(Path(root)) as ws:
    preparing.prepare(ws, program, offers.look(program, Path(update)))
"""
)


@pytest.mark.parametrize("stop_at", range(1, 7))
def test_whenever_preparing_is_killed_the_old_program_stays(
    stop_at: int, root: Path, program: Program, update: Path
) -> None:
    known = {
        **os.environ, "DUNG_O": str(stop_at), "PYTHONPATH": os.pathsep.join(sys.path),
    }  # fmt: skip
    command = [packed_programs.PYTHON, "-c", PREPARING, program.folder, root, update]
    done = subprocess.run(command, env=known, check=False, timeout=120, capture_output=True)
    assert done.returncode == 9, done.stderr
    assert packed_programs.opened(program) == "0.1.0"
    places.sweep(program)
    assert not (program.folder / f"ban-{NEWER}").exists()
    assert not program.waiting.exists()
    with open_workspace(root) as ws:
        preparing.prepare(ws, program, offers.look(program, update))
    assert program.is_whole(NEWER)


def test_a_version_that_does_not_start_here_is_not_taken(ws, program, publisher, tmp_path) -> None:
    bad = packed_programs.update_of(tmp_path, publisher, NEWER, sound=False)
    with pytest.raises(UserError) as caught:
        preparing.prepare(ws, program, offers.look(program, bad))
    assert caught.value.code == "update.does_not_start"
    assert packed_programs.opened(program) == "0.1.0"
    assert not program.helper.exists()


def test_a_file_damaged_inside_is_not_laid(ws, program, update) -> None:
    data = bytearray(update.read_bytes())
    offer = offers.look(program, update)
    at = data.rindex(b"PK\x01\x02", 0, data.index(b"PK\x01\x02") + 4) - 40
    data[at] ^= 0xFF
    update.write_bytes(bytes(data))
    with pytest.raises(UserError) as caught:
        preparing.prepare(ws, program, offer)
    assert caught.value.code in ("update.damaged", "update.not_update")
    assert not (program.folder / f"ban-{NEWER}").exists()
    assert packed_programs.opened(program) == "0.1.0"


def test_a_program_folder_that_may_not_be_written_is_told(ws, program, update) -> None:
    (program.folder / "cap_nhat").write_text("", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        preparing.prepare(ws, program, offers.look(program, update))
    assert caught.value.code == "update.cannot_write"
    assert packed_programs.opened(program) == "0.1.0"


def test_stopping_leaves_the_old_program(ws, program, update) -> None:
    asked = iter([False, False, True, True, True])
    with pytest.raises(CancelledError):
        preparing.prepare(
            ws, program, offers.look(program, update), cancelled=lambda: next(asked, True)
        )
    assert packed_programs.opened(program) == "0.1.0"


def test_an_older_version_gets_the_books_it_can_read(
    tmp_path: Path, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0.1.0 writes books of version 2; 0.2.0 brought them to today's; going back lays them back."""
    root, older = tmp_path / "so", migrations.LATEST - 1
    root.mkdir()
    packed = (FIXTURES / f"v{older}.sqlite.gz").read_bytes()
    (root / "khenthuong.sqlite").write_bytes(gzip.decompress(packed))
    folder = tmp_path / "KT"
    packed_programs.lay(folder, "0.1.0", schema=older)
    places.keep_program_files(Program(folder, "0.1.0"))
    program = packed_programs.lay(folder, NEWER, key=publisher.public)
    places.write_note(program.previous_note, {"version": "0.1.0", "schema": older})
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program.main))
    with open_workspace(root) as ws:
        assert migrations.version_of(root / "khenthuong.sqlite") == migrations.LATEST
        before = way_back.previous(program, ws)
        assert before is not None
        assert before.needs_backup
        assert before.backup is not None
        assert migrations.version_of(before.backup) == older
        way_back.prepare(ws, program, before)
    _ready(program, "0.1.0", back=True, restore=[str(root), str(before.backup)])
    assert packed_programs.exchange(program) == 0
    assert packed_programs.opened(program) == "0.1.0"
    assert migrations.version_of(root / "khenthuong.sqlite") == older
    ended = switching.ended(program)
    assert ended is not None
    assert ended.code == "update.back_restored"
    kept = Path(str(ended.arguments["kept"]))
    assert migrations.version_of(kept) == migrations.LATEST


def test_books_that_cannot_be_laid_back_keep_the_newer_version(
    ws: Workspace, program: Program, update: Path, root: Path
) -> None:
    preparing.prepare(ws, program, offers.look(program, update))
    _ready(program, NEWER)
    assert packed_programs.exchange(program) == 0
    newer = Program(program.folder, NEWER)
    # The books are open in this process: nobody may exchange them.
    _ready(newer, "0.1.0", back=True, restore=[str(root), str(root / "khong-co.sqlite")])
    assert packed_programs.exchange(newer) == 1
    assert packed_programs.opened(newer) == NEWER
    ended = switching.ended(newer)
    assert ended is not None
    assert (ended.code, ended.good) == ("update.back_refused", False)
    assert way_back.previous(newer, ws) is not None


def test_from_the_source_there_is_no_program_to_update() -> None:
    assert places.here() is None
