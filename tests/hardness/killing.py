"""Kills a working process at a random moment, the way `kill -9` and the task manager do."""

import multiprocessing
import os
import random
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from tests.hardness import acts

_START = 60.0
"""Seconds a process may take until its work begins; longer is a hang."""


@dataclass(frozen=True)
class Killed:
    """One killed process: what it had told, and whether it was still at work."""

    told: tuple[tuple[str, Any], ...]
    at_work: bool

    def all(self, what: str) -> list[Any]:
        """Every value told under a word, in order."""
        return [value for word, value in self.told if word == what]


def context() -> BaseContext:
    """Processes that share nothing with this one; where it can, a server forks them quickly."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[2])
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.hardness.acts", "tests.hardness.trials"])
    return found


def kill(name: str, root: Path, first: int, span: float, dice: random.Random) -> Killed:
    """Start an act and kill it within `span` seconds of its beginning."""
    ctx = context()
    hear, tell = ctx.Pipe(duplex=False)
    process = ctx.Process(target=acts.run, args=(name, root, tell, first), daemon=True)
    process.start()
    tell.close()
    if not hear.poll(_START):
        process.kill()
        raise AssertionError(f"{name}: không bắt đầu được")
    process.join(dice.uniform(0, span))
    at_work = process.is_alive()
    process.kill()
    process.join()
    code, told = process.exitcode, acts.told(hear)
    hear.close()
    process.close()
    if not at_work and code != 0:
        raise AssertionError(f"{name}: tự dừng với mã {code}, đã báo {told[-3:]}")
    return Killed(tuple(told), at_work)


def whole(name: str, root: Path, first: int) -> Killed:
    """The act with nobody killing it, for those that end by themselves."""
    ctx = context()
    hear, tell = ctx.Pipe(duplex=False)
    process = ctx.Process(target=acts.run, args=(name, root, tell, first), daemon=True)
    process.start()
    tell.close()
    process.join(_START)
    assert process.exitcode == 0, name
    told = acts.told(hear)
    hear.close()
    process.close()
    return Killed(tuple(told), at_work=False)
