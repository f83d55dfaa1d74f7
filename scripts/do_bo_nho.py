"""Measure the most memory each heavy task takes, every task in a process of its own (Linux).

    python scripts/do_bo_nho.py [--people 50000] [--rows 20000]

The figure is the peak of resident memory (ru_maxrss); what the tasks work on is made beforehand in
other processes. The first line, Python and Qt with an empty window, is what the others stand on.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

_BARE = "cửa sổ trống"
_MB = 1024


def main(arguments: list[str]) -> int:
    """Run every task and print its peak, and the ratio to the bare window's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--do", nargs=3, metavar=("TASK", "FOLDER", "COUNT"))
    options = parser.parse_args(arguments)
    if options.do:
        name, folder, count = options.do
        TASKS[name](Path(folder), int(count))
        return 0
    with tempfile.TemporaryDirectory(prefix="khenthuong-bo-nho-") as work:
        folder = Path(work)
        _run("lam_mau", folder / "mau", 0)
        _run("lam_tep", folder, options.rows)
        _run("lam_dot", folder / "dot", 1000)
        _run("lam_so", folder / "so", options.people)
        bare = _run("mo", folder / "trong", 0)
        print(f"{_BARE}: {bare} MB")
        for said, task, place, count in (
            ("mở xã mẫu, mọi màn hình", "mo", folder / "mau", 1),
            (f"nhập sổ {options.rows} dòng", "nhap", folder, 0),
            ("chốt gói 1.000 đề nghị", "chot", folder / "dot", 0),
            (f"cửa sổ trên sổ {options.people} người", "mo", folder / "so", 0),
        ):
            peak = _run(task, place, count)
            print(f"{said}: {peak} MB, gấp {peak / bare:.2f}", flush=True)
    return 0


def _run(task: str, folder: Path, count: int) -> int:
    command = [sys.executable, __file__, "--do", task, str(folder), str(count)]
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{task}: {process.returncode}")
    return used.ru_maxrss // _MB


def _make_sample(folder: Path, _: int) -> None:
    from khenthuong.services import demo

    demo.open_sample(folder)


def _make_workbook(folder: Path, rows: int) -> None:
    import openpyxl

    from khenthuong.services.intake import importing

    path = folder / "nhap.xlsx"
    importing.write_empty_workbook(path)
    book = openpyxl.load_workbook(path)
    units, people = book["Tập thể"], book["Cá nhân"]
    _fill(units, (1, 2), [("TT-1", "Thôn Một")])
    made = [(f"CN-{n}", f"Nguyễn Văn {_word(n)}", "TT-1") for n in range(rows)]
    _fill(people, (1, 2, 8), made)
    book.save(path)


def _fill(sheet: Any, columns: tuple[int, ...], rows: list[tuple[str, ...]]) -> None:
    """Rows below the header and the example."""
    for at, values in enumerate(rows, start=3):
        for column, value in zip(columns, values, strict=True):
            sheet.cell(at, column, value)


def _word(number: int) -> str:
    letters = "aâbcdđeêghiklmnoôơpqrstuưvxy"
    return "".join(letters[(number // len(letters) ** n) % len(letters)] for n in range(4)).title()


def _make_round(folder: Path, count: int) -> None:
    from tests.benchmarks import test_main_job

    test_main_job.fill(folder, count)


def _make_register(folder: Path, count: int) -> None:
    from khenthuong import storage
    from khenthuong.services.workspace import open_workspace
    from tests import factories as make

    draw = random.Random(4)
    units = [make.unit(f"TT-{n:03}", name=f"Thôn {n}") for n in range(60)]
    people = [
        make.person(f"CN-{n:05}", name=f"Nguyễn Văn {_word(draw.randrange(600_000))}",
                    unit=f"TT-{n % 60:03}")
        for n in range(count)
    ]  # fmt: skip
    with open_workspace(folder) as ws:
        with ws.books.write("đo"):
            storage.office.save_office(ws.books, make.office())
        batch = make.batch(units=units, persons=people)
        storage.apply_import(ws.books, batch, take_changes=True, label="đo")


def _import(folder: Path, _: int) -> None:
    from khenthuong.services.intake import importing
    from khenthuong.services.workspace import open_workspace

    with open_workspace(folder / "nhap") as ws:
        preview = importing.preview(ws, folder / "nhap.xlsx")
        if preview.refused:
            raise SystemExit("\n".join(importing.sentences(preview)[:5]))
        importing.apply(ws, preview, take_changes=True)


def _seal(folder: Path, _: int) -> None:
    from khenthuong.services.dossier import sealing
    from khenthuong.services.workspace import open_workspace

    with open_workspace(folder) as ws:
        sealing.seal(ws, "D1", folder.with_name("goi"))


def _open(folder: Path, every: int) -> None:
    from PySide6.QtCore import QEventLoop

    from khenthuong.app import make_application
    from khenthuong.ui.desk import Desk
    from khenthuong.ui.jobs import Jobs
    from khenthuong.ui.main_window import REGISTER, SCREENS, MainWindow

    application = make_application(["do"])
    desk = Desk(Jobs(), folder)
    window = MainWindow(desk)

    def settle() -> None:
        application.processEvents()
        while desk.jobs.pending:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    window.show()
    window.start()
    settle()
    for number in range(len(SCREENS)) if every else (REGISTER,):
        window.open_screen(number)
        settle()
    window.grab()
    window.close()


TASKS: dict[str, Callable[[Path, int], None]] = {
    "lam_mau": _make_sample,
    "lam_tep": _make_workbook,
    "lam_dot": _make_round,
    "lam_so": _make_register,
    "mo": _open,
    "nhap": _import,
    "chot": _seal,
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
