"""The whole main job on the invented commune: import, check, papers, sealing, verifying."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.domain.dossier import LeftOut
from khenthuong.domain.kinds import Status
from khenthuong.errors import UserError
from khenthuong.paths import shipped
from khenthuong.services import office
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.dossier import packages, sealing
from khenthuong.services.dossier.sealing import SealedPackage
from khenthuong.services.intake import importing
from khenthuong.services.paperwork import layout_check, papers
from khenthuong.services.paperwork.papers import MadePaper
from khenthuong.services.workspace import Workspace, open_workspace

MARK = "xa-mau.txt"
PRACTICE_END = "-xa-mau"
BOOKS, PAPERS, PACKAGES = "du_lieu", "van_ban", "goi"


@dataclass(frozen=True)
class DemoResult:
    """What the demo did. `sound`: something was sealed and every package passed verifying."""

    out: Path
    rows: int
    verdicts: Counter[Status]
    papers: tuple[MadePaper, ...]
    packages: tuple[SealedPackage, ...]
    left_out: tuple[LeftOut, ...]
    broken: tuple[Path, ...]
    off_layout: tuple[Path, ...]

    @property
    def sound(self) -> bool:
        """Whether packages came out, all of them verify, and every paper is laid out as NĐ 30."""
        return bool(self.packages) and not self.broken and not self.off_layout


def sample_workbook() -> Path:
    """The shipped workbook of the invented commune."""
    return shipped("resources", "sample", "xa_mau.xlsx")


def open_sample(root: Path) -> int:
    """Fill an empty data folder with the sample commune; returns the rows imported."""
    with open_workspace(root) as ws:
        return _import_sample(ws)


def practice_folder(own: Path) -> Path:
    """Where the sample commune to play with lies: beside the own data folder, never inside it."""
    return own.with_name(f"{own.name}{PRACTICE_END}")


def lay_practice(folder: Path) -> None:
    """Lay the sample commune into its folder, unless it lies there already.

    Raises UserError when the folder holds something else.
    """
    _mark(folder)
    with open_workspace(folder) as ws:
        if office.get_office(ws) is None:
            _import_sample(ws)


def drop_practice(folder: Path) -> None:
    """Delete a sample commune with all that was practised in it.

    Raises UserError when the folder is not marked as one, or cannot be deleted.
    """
    if not (folder / MARK).is_file():
        raise UserError("error.demo_not_empty", folder=folder)
    try:
        shutil.rmtree(folder)
    except OSError as cause:
        raise UserError("error.cannot_write", path=folder, reason=cause.strerror) from cause


def run(out: Path) -> DemoResult:
    """The main job from workbook to verified packages under `out`; works again when run again.

    Raises UserError when `out` holds something that is not an earlier demo.
    """
    _prepare(out)
    verdicts: Counter[Status] = Counter()
    made: list[MadePaper] = []
    sealed: list[SealedPackage] = []
    left_out: list[LeftOut] = []
    with open_workspace(out / BOOKS) as ws:
        rows = _import_sample(ws)
        for code in [summary.round.code for summary in rounds.rounds(ws)]:
            check = checking.check(ws, code)
            verdicts.update(nomination.verdict for nomination in check.nominations)
            made += papers.make(ws, code, out / PAPERS / code).papers
            result = sealing.seal(ws, code, out / PACKAGES)
            sealed += result.packages
            left_out += result.left_out
        off = tuple(p.path for p in made if layout_check.is_off(ws.forms[p.plan.form_id], p.path))
    broken = tuple(p.path for p in sealed if packages.verify(p.path).problems)
    return DemoResult(out, rows, verdicts, tuple(made), tuple(sealed), tuple(left_out), broken, off)


def as_json(result: DemoResult) -> dict[str, Any]:
    """The answer of the command `demo`."""
    return {
        "out": str(result.out),
        "rows": result.rows,
        "verdicts": {status.value: result.verdicts[status] for status in Status},
        "papers": [str(paper.path) for paper in result.papers],
        "packages": [
            {
                "file": str(p.path),
                "authority": p.authority.value,
                "version": p.version,
                "sha256": p.sha256,
                "nominations": p.nominations,
            }
            for p in result.packages
        ],
        "left_out": len(result.left_out),
        "broken": [str(path) for path in result.broken],
        "off_layout": [str(path) for path in result.off_layout],
    }


def lines(result: DemoResult) -> tuple[str, ...]:
    """What a person reads: what was done, and at the end the papers that were made."""
    found = [texts.say("package.demo_rows", {"rows": result.rows})]
    found.append(texts.say("package.demo_verdicts"))
    found += [
        texts.say("package.demo_verdict", {"status": status, "count": count})
        for status, count in sorted(result.verdicts.items(), key=lambda item: -item[1])
    ]
    found += [
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
    found.append(texts.say("package.demo_left_out", {"count": len(result.left_out)}))
    found += [
        texts.say(
            "package.left_out_line",
            {"name": one.name, "award": one.award_name, "status": one.status, "reason": one.reason},
        )
        for one in result.left_out
    ]
    found += [texts.say("package.demo_broken", {"path": path}) for path in result.broken]
    found += [texts.say("package.demo_off_layout", {"path": path}) for path in result.off_layout]
    found.append(texts.say("package.demo_papers", {"count": len(result.papers)}))
    found += [f"  {paper.path.relative_to(result.out)}" for paper in result.papers]
    return tuple(found)


def _prepare(out: Path) -> None:
    _mark(out)
    for part in (BOOKS, PAPERS, PACKAGES):
        shutil.rmtree(out / part, ignore_errors=True)


def _mark(out: Path) -> None:
    """Make the folder, marked as one that may be thrown away."""
    if out.exists() and not out.is_dir():
        raise UserError("error.out_not_folder", folder=out)
    if out.exists() and any(out.iterdir()) and not (out / MARK).exists():
        raise UserError("error.demo_not_empty", folder=out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).write_text(texts.say("package.demo_mark") + "\n", encoding="utf-8")
    except OSError as cause:
        raise UserError("error.cannot_write", path=out, reason=cause.strerror) from cause


def _import_sample(ws: Workspace) -> int:
    preview = importing.preview(ws, sample_workbook())
    importing.apply(ws, preview, take_changes=True)
    return preview.batch.rows
