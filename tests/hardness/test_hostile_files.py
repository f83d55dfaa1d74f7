"""Thousands of spoilt files: none crashes the program, hangs it, or makes it write outside, and
what is refused leaves the books as they were."""

import shutil
from collections import Counter
from pathlib import Path
from types import TracebackType

import pytest

from tests.hardness import trials
from tests.hardness.killing import context
from tests.hardness.seeds import Ground, Seed, prepare

TARGETS = {
    "layout": (25, 1200),
    "readback": (25, 1200),
    "template": (15, 1200),
    "workbook": (15, 1000),
    "list": (20, 1000),
    "list_template": (10, 600),
    "package": (40, 1500),
    "locked": (10, 300),
    "answer": (20, 800),
    "award": (5, 200),
    "form": (5, 200),
    "overlay": (5, 200),
    "sheet": (10, 800),
    "pack": (10, 700),
    "mapping": (10, 600),
    "printers": (10, 300),
    "backup": (5, 400),
    "side": (15, 600),
    "picture": (10, 400),
}
"""How many spoilt files of each sort, in the short run and in the long one."""

LIMIT = 20.0
"""Seconds one file may take; longer counts as a hang."""


@pytest.fixture(scope="module")
def ground(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """Books and sound files, made once."""
    return prepare(sample_root, tmp_path_factory.mktemp("dat"))


class Trier:
    """The process that tries files; a new one takes over when it hangs or dies."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder

    def __enter__(self) -> "Trier":
        ctx = context()
        self.here, there = ctx.Pipe()
        self.process = ctx.Process(
            target=trials.serve, args=(self.root, self.folder, there), daemon=True
        )
        self.process.start()
        there.close()
        assert self.here.poll(120), "tiến trình thử không mở được sổ"
        self.here.recv()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.here.close()

    def ask(self, target: str, path: Path) -> tuple[str, str]:
        """What came of one file."""
        self.here.send((target, path))
        if not self.here.poll(LIMIT):
            self._anew()
            return "hang", f"quá {LIMIT} giây"
        try:
            return self.here.recv()
        except EOFError:
            self._anew()
            return "dead", "tiến trình thử đã chết"

    def _anew(self) -> None:
        self.__exit__(None, None, None)
        self.__enter__()


@pytest.mark.parametrize("target", TARGETS)
def test_spoilt_files(target: str, ground: Ground, tmp_path: Path, amount, figure) -> None:
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    seeds = ground.of(target)[: amount(1, 99)]
    count = amount(*TARGETS[target])
    for turn, seed in enumerate(seeds):
        share = len(range(turn, count, len(seeds)))
        folder = tmp_path / str(turn)
        folder.mkdir()
        shutil.copytree(ground.folder / seed.at, folder / "so")
        with Trier(folder / "so", folder) as tester:
            for number in range(share):
                outcome, detail = tester.ask(target, _spoilt(seed, number, folder))
                tally[outcome] += 1
                if outcome not in ("fine", "refused"):
                    wrong.append(f"{outcome} {target} {seed.path.name} {number}\n{detail}")
    figure(f"tệp hỏng «{target}»", f"{count}: {dict(sorted(tally.items()))}")
    assert not wrong, f"{len(wrong)}\n" + "\n".join(wrong[:40])


def _spoilt(seed: Seed, number: int, folder: Path) -> Path:
    dice = trials.spoilt(f"{seed.target} {seed.path.name} {number}")
    place = folder / "vao"
    place.mkdir(exist_ok=True)
    path = place / f"{seed.path.stem}__{number}{seed.path.suffix}"
    for old in place.iterdir():
        old.unlink()
    path.write_bytes(seed.spoil(dice, seed.path.read_bytes()))
    return path
