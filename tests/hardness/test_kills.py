"""kill -9 at random moments: what was acknowledged is there, the books are sound, nothing is half.

A killed program proves what a crash does. It does not prove a power cut: the system still writes
what the dead program had handed over.
"""

import gzip
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Authority
from khenthuong.paths import DataFolder
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import packages, sealing
from khenthuong.services.paperwork import papers
from khenthuong.services.safety import doctor
from khenthuong.services.transfer import receiving
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage import pragmas
from khenthuong.storage import restore as restoring
from tests import factories
from tests.hardness import acts, killing
from tests.hardness.killing import Killed

HALF = (".tmp", ".dang-ghi", ".part")
SEED = 2026


@pytest.fixture
def dice(request: pytest.FixtureRequest) -> random.Random:
    """The same moments again in every run; the system decides what they meet."""
    return random.Random(f"{SEED} {request.node.name}")


def half_files(folder: Path) -> list[Path]:
    """Files whose names say that they were never finished."""
    return [p for p in folder.rglob("*") if p.name.endswith(HALF) and "cach_ly" not in p.parts]


def assert_sound(root: Path) -> None:
    """No page, index or reference of the books is broken."""
    assert pragmas.full_check(DataFolder(root).database) == []


def count(ws: Workspace) -> dict[str, int]:
    """Rows of every table."""
    from khenthuong.storage import backup

    connection = backup.read_only(ws.folder.database)
    try:
        return dict(backup.count(connection).rows)
    finally:
        connection.close()


class Series:
    """Many kills of one act in one data folder."""

    def __init__(self, name: str, root: Path, dice: random.Random, span: float) -> None:
        self.name, self.root, self.dice, self.span = name, root, dice, span
        self.kills = self.told = self.left = 0

    def once(self, number: int, look: Callable[[Workspace, Killed], None]) -> Killed:
        """Kill once, open the books as the next start of the program does, and look."""
        killed = killing.kill(self.name, self.root, number * 100_000, self.span, self.dice)
        self.kills += killed.at_work
        self.told += sum(word not in (acts.BEGUN, "done") for word, _ in killed.told)
        self.left += bool(half_files(self.root.parent))
        assert_sound(self.root)
        with open_workspace(self.root) as ws:
            look(ws, killed)
        return killed

    def clean(self) -> None:
        """The check of the data mends what the kills left, and then finds nothing left over."""
        doctor.repair(self.root, rules=False)
        assert half_files(self.root) == []
        assert [t for t in doctor.examine(self.root, rules=False) if t.mendable] == []

    def note(self, figure) -> None:
        """The figures of the series."""
        figure(f"kill -9 «{self.name}»: giết giữa chừng", self.kills)
        figure(f"kill -9 «{self.name}»: thay đổi đã báo, đều còn", self.told)
        figure(f"kill -9 «{self.name}»: lần để lại tệp dở", self.left)


def test_saves(commune_root: Path, dice: random.Random, amount, figure) -> None:
    series = Series("luu", commune_root, dice, 0.6)

    def look(ws: Workspace, killed: Killed) -> None:
        for code in killed.all("person"):
            assert register.get(ws, code).code == code
        for code in killed.all("rating"):
            assert len(storage.records.of_recipient(ws.books, code).ratings) == 1
        for name in killed.all("evidence"):
            assert register.evidence_path(ws, name).stat().st_size == 200_004
        assert storage.evidence.damaged(ws.books) == ()
        if told := killed.all("content"):
            now = rounds.nominations(ws, acts.ROUND)[0].content
            assert now in (f"Lần {told[-1]}", f"Lần {int(told[-1]) + 1}")

    for number in range(amount(3, 300)):
        series.once(number, look)
    series.clean()
    series.note(figure)


def test_imports(tmp_path: Path, sample_root: Path, dice: random.Random, amount, figure) -> None:
    root = tmp_path / "so"
    series = Series("nhap", root, dice, 1.0)
    with open_workspace(sample_root) as ws:
        full = count(ws)
    with open_workspace(root) as ws:
        empty = count(ws)
    shutil.copytree(root, tmp_path / "trong")

    def look(ws: Workspace, killed: Killed) -> None:
        found = count(ws)
        assert found == full if killed.all("imported") else found in (empty, full)

    for number in range(amount(2, 100)):
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "trong", root)
        series.once(number, look)
        series.clean()
    series.note(figure)


def test_papers(commune_root: Path, dice: random.Random, amount, figure) -> None:
    series = Series("in", commune_root, dice, 2.5)

    def look(ws: Workspace, killed: Killed) -> None:
        folder = papers.round_folder(ws, rounds.get_round(ws, acts.ROUND))
        for path in folder.rglob("*.docx"):
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
        for path in folder.rglob("*.json"):
            assert json.loads(path.read_text("utf-8"))
        if killed.all("made"):
            assert len([*folder.rglob("*.docx")]) >= 16
        # Nobody edited these papers: none may be laid aside as if somebody had.
        assert [p.name for p in folder.rglob("*-ban-*")] == []

    for number in range(amount(1, 80)):
        series.once(number, look)
    with open_workspace(commune_root) as ws:
        made = papers.make(
            ws, acts.ROUND, papers.round_folder(ws, rounds.get_round(ws, acts.ROUND))
        )
        assert [p.path for p in made.papers if p.edited] == []
        assert len(made.papers) == 16
        assert half_files(made.folder) == []
    series.clean()
    series.note(figure)


def test_sealing(commune_root: Path, dice: random.Random, amount, figure) -> None:
    series = Series("dong_goi", commune_root, dice, 2.0)
    out = commune_root.parent / "goi"
    out.mkdir()

    def look(ws: Workspace, killed: Killed) -> None:
        for path in out.glob("*.zip"):
            assert packages.verify(path).problems == ()
        for name in killed.all("sealed"):
            assert (out / name).is_file()
        for authority in Authority:
            last = storage.papers.last_sealed(ws.books, acts.ROUND, authority)
            assert last is None or (out / last.file_name).is_file()

    for number in range(amount(1, 80)):
        series.once(number, look)
    with open_workspace(commune_root) as ws:
        sealed = sealing.seal(ws, acts.ROUND, out).packages
        assert [packages.verify(p.path).problems for p in sealed] == [()]
        assert [p.name for p in commune_root.glob("*dong-goi*")] == []
    series.clean()
    series.note(figure)


def test_backups(commune_root: Path, dice: random.Random, amount, figure) -> None:
    series = Series("sao_luu", commune_root, dice, 2.0)
    out = commune_root.parent / "sao-ra"

    def look(ws: Workspace, killed: Killed) -> None:
        made = [Path(p) for p in killed.all("backup")]
        for path in [*(p for p in made if p.exists()), *sorted(ws.folder.backups.glob("*.sqlite"))]:
            assert restoring.describe(path).problems == ()
        # The newest one that was told always stays; older ones of the day may be thinned.
        assert made == [] or made[-1].exists()
        for path in out.glob("*.zip"):
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
        for path in killed.all("export"):
            assert Path(path).is_file()
        shutil.rmtree(out, ignore_errors=True)

    for number in range(amount(1, 80)):
        series.once(number, look)
    series.clean()
    series.note(figure)


MIGRATIONS = Path(__file__).parents[1] / "migrations"


def test_upgrades(tmp_path: Path, dice: random.Random, amount, figure) -> None:
    root = tmp_path / "so"
    series = Series("nang_cap", root, dice, 0.15)
    old = sorted(MIGRATIONS.glob("v*.sqlite.gz"))[:-1]

    def look(ws: Workspace, killed: Killed) -> None:
        assert register.get(ws, "CN-001").name
        copies = [*ws.folder.backups.glob("*nang-cap*.sqlite")]
        assert copies
        for path in copies:
            assert restoring.describe(path).problems == ()

    for number in range(amount(2, 150)):
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        books = gzip.decompress(old[number % len(old)].read_bytes())
        DataFolder(root).database.write_bytes(books)
        series.once(number, look)
        series.clean()
    series.note(figure)


def test_receiving(sample_root: Path, tmp_path: Path, dice: random.Random, amount, figure) -> None:
    from khenthuong.services import office

    commune, root = tmp_path / "xa", tmp_path / "so"
    shutil.copytree(sample_root, commune)
    with open_workspace(commune) as ws:
        shutil.copy(sealing.seal(ws, acts.ROUND, tmp_path).packages[0].path, tmp_path / "goi.zip")
    office.start_books(root, office="Sở Nội vụ", province="Tỉnh Thử Nghiệm", level="tinh")
    shutil.copytree(root, tmp_path / "trong")
    series = Series("nhan", root, dice, 0.3)

    def look(ws: Workspace, killed: Killed) -> None:
        found = receiving.rows(ws)
        assert len(found) == 1 if killed.all("received") else len(found) in (0, 1)
        for row in found:
            assert receiving.view(ws, row.submission.code).nominees
        for path in ws.folder.received.rglob("*.zip"):
            assert packages.verify(path).problems == ()

    for number in range(amount(1, 60)):
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "trong", root)
        series.once(number, look)
    killing.whole("nhan", root, 0)
    series.clean()
    series.note(figure)


def test_restoring(commune_root: Path, dice: random.Random, amount, figure) -> None:
    from khenthuong.services.safety import backups

    with open_workspace(commune_root) as ws:
        target = commune_root.parent / "sao-ra"
        target.mkdir()
        backups.export(ws, target)
        before = count(ws)
        register.save(ws, factories.person("CN-SAU"))
        after = count(ws)
    shutil.copytree(commune_root, commune_root.parent / "sau")
    series = Series("khoi_phuc", commune_root, dice, 0.8)

    def look(ws: Workspace, killed: Killed) -> None:
        found = count(ws)
        assert found == before if killed.all("restored") else found in (before, after)

    for number in range(amount(1, 60)):
        shutil.rmtree(commune_root)
        shutil.copytree(commune_root.parent / "sau", commune_root)
        series.once(number, look)
        series.clean()
    series.note(figure)
