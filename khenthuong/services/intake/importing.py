"""Import of the workbook: looked at first, then written whole or not at all.

`preview` reads, checks against books, rules and forms, and plans; it writes nothing. `apply`
refuses while anything must be mended, backs up the books, and writes in one transaction. The same
file a second time changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from khenthuong import storage, texts
from khenthuong.domain import award_names
from khenthuong.domain.batch import Batch, Fault, ImportPlan, Place, RowChange
from khenthuong.errors import WorkbookError
from khenthuong.exchange.cells import Reading
from khenthuong.exchange.sheets import SHEETS
from khenthuong.exchange.workbook_reader import read_workbook
from khenthuong.services.intake.import_answers import resolve_answers
from khenthuong.services.intake.import_branches import unknown_branches
from khenthuong.services.intake.import_clusters import loose_scores
from khenthuong.services.intake.import_evidence import find_evidence, take_evidence
from khenthuong.services.intake.import_former import as_now
from khenthuong.services.intake.import_movements import loose_rows
from khenthuong.services.intake.import_references import resolve, same_persons
from khenthuong.services.workspace import Workspace

_NOTHING = ImportPlan(MappingProxyType({}), MappingProxyType({}), ())
_FORM_SCOPE = "nomination"


@dataclass(frozen=True)
class ImportPreview:
    """What a workbook holds, what is wrong in it, and what importing it would do.

    `plan` is empty while something must be mended. `evidence`: files by the name that the
    workbook gives them.
    """

    path: Path
    batch: Batch
    faults: tuple[Fault, ...]
    plan: ImportPlan = _NOTHING
    evidence: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def refused(self) -> bool:
        """Whether a fault forbids the import."""
        return any(fault.fatal for fault in self.faults)


def preview(ws: Workspace, path: Path) -> ImportPreview:
    """Read and judge a workbook; writes nothing.

    Raises WorkbookError for a file that cannot be read as the import workbook.
    """

    def match(text: str) -> tuple[str, str] | None:
        found = award_names.match(ws.rulebook, text)
        return (found.id, found.name) if found else None

    names = tuple(ws.award_names.values())
    batch, faults = read_workbook(path, match, award_names=names, today=ws.today())
    return preview_batch(ws, path, batch, faults)


def preview_batch(ws: Workspace, path: Path, batch: Batch, faults: list[Fault]) -> ImportPreview:
    """Judge rows that were read from a file, whatever its layout; writes nothing."""
    batch, former = as_now(ws.books, batch)
    batch, unresolved, known = resolve(ws.books, batch)
    unresolved = [*former, *unresolved]
    reading = Reading(ws.today(), lambda text: None, lambda text: ())
    answers, wrong_answers = resolve_answers(batch.answers, ws.forms, reading)
    batch, evidence = find_evidence(ws.books, path, replace(batch, answers=answers))
    faults += [*unresolved, *wrong_answers, *evidence.faults]
    faults += same_persons(ws.books, batch, known)
    faults += unknown_branches(ws.rulebook, batch)
    faults += loose_rows(ws.books, batch)
    faults += loose_scores(ws.books, batch)
    found = ImportPreview(
        path, batch, tuple(_in_order(faults)), evidence=MappingProxyType(evidence.files)
    )
    if found.refused:
        return found
    return replace(found, plan=storage.plan_import(ws.books, batch))


def apply(
    ws: Workspace,
    preview: ImportPreview,
    take_changes: bool = True,
    keep: frozenset[Place] = frozenset(),
) -> ImportPlan:
    """Write the whole workbook; with `take_changes` False rows of the books keep their values.

    `keep`: places of changed rows whose values in the books stay, the others are taken. Returns
    what was done, counted by sheet. Raises WorkbookError while something must be mended
    (nothing is written then), BooksError when the books refuse (nothing is kept then).
    """
    if preview.refused:
        count = sum(fault.fatal for fault in preview.faults)
        raise WorkbookError("fault.has_fatal", count=count)
    if preview.plan.new or preview.plan.changed:
        storage.backup.back_up(ws.books, texts.say("fault.backup_reason"))
    label = texts.say("fault.operation_import", {"file": preview.path.name})
    versions = {form.id: form.version for form in ws.forms.values()}
    with ws.books.write(label):
        batch = take_evidence(ws.books, preview.evidence, _without(preview.batch, keep))
        return storage.apply_import(
            ws.books, batch, take_changes=take_changes, label=label, form_versions=versions
        )


def _without(batch: Batch, keep: frozenset[Place]) -> Batch:
    """The batch without the rows of these places."""
    if not keep:
        return batch
    return replace(
        batch,
        **{
            sheet.name: tuple(e for e in getattr(batch, sheet.name) if e.place not in keep)
            for sheet in fields(batch)
        },
    )


def write_empty(ws: Workspace, target: Path) -> None:
    """The empty workbook with the drop-downs of this office's catalogue."""
    forms = [form.title for form in ws.forms.values() if form.scope == _FORM_SCOPE]
    _write_empty(target, list(ws.award_names.values()), forms)


def write_empty_workbook(target: Path) -> None:
    """The empty workbook with the drop-downs of the shipped catalogue; needs no books."""
    from khenthuong.catalog.form_library import load_forms
    from khenthuong.catalog.rulebook import load_rulebook
    from khenthuong.paths import shipped

    rulebook, _ = load_rulebook(shipped("forms"), None)
    forms, _ = load_forms(shipped("forms"), None)
    titles = [form.title for form in forms.values() if form.scope == _FORM_SCOPE]
    _write_empty(target, [award.name for award in rulebook.awards.values()], titles)


def _write_empty(target: Path, award_names: list[str], form_names: list[str]) -> None:
    from khenthuong.exchange import workbook_writer

    workbook_writer.write_empty(target, award_names, form_names)


def write_marked(ws: Workspace, preview: ImportPreview, target: Path) -> None:
    """A copy of the clerk's workbook with every fault coloured and explained."""
    write_marked_copy(preview.path, preview, target)


def write_marked_copy(source: Path, preview: ImportPreview, target: Path) -> None:
    """The same for a workbook that has moved since it was read."""
    from khenthuong.exchange.marked_copy import write_marked as write

    write(source, preview.faults, target)


def sentence(fault: Fault) -> str:
    """Where it is, what is wrong, what is expected."""
    place, message = fault.place, texts.say(fault.code, fault.arguments)
    arguments = {
        "sheet": place.sheet,
        "row": str(place.row),
        "column": place.column,
        "message": message,
    }
    if place.row and place.column:
        return texts.say("fault.line", arguments)
    return texts.say("fault.line_row" if place.row else "fault.line_sheet", arguments)


def sentences(preview: ImportPreview) -> tuple[str, ...]:
    """Everything a preview tells: faults, then what would change, sheet by sheet."""
    fatal = sum(fault.fatal for fault in preview.faults)
    notices = len(preview.faults) - fatal
    found = [sentence(fault) for fault in preview.faults]
    if fatal:
        found.append(texts.say("fault.summary_fatal", {"count": fatal}))
    if notices:
        found.append(texts.say("fault.summary_notice", {"count": notices}))
    found += [_change_line(change) for change in preview.plan.changed]
    found += [texts.say("fault.summary_sheet", counts) for counts in _counts(preview.plan)]
    return tuple(found)


def as_json(preview: ImportPreview) -> dict[str, Any]:
    """The answer of the command `import`."""
    return {
        "file": str(preview.path),
        "rows": preview.batch.rows,
        "refused": preview.refused,
        "sheets": _counts(preview.plan),
        "changed": [
            {
                "sheet": c.place.sheet,
                "row": c.place.row,
                "key": c.key,
                "differences": [
                    {"field": name, "old": old, "new": new} for name, old, new in c.differences
                ],
            }
            for c in preview.plan.changed
        ],
        "faults": [
            {
                "sheet": f.place.sheet,
                "row": f.place.row,
                "column": f.place.column,
                "code": f.code,
                "fatal": f.fatal,
                "message": texts.say(f.code, f.arguments),
            }
            for f in preview.faults
        ],
    }


def _counts(plan: ImportPlan) -> list[dict[str, Any]]:
    changed = Counter(change.place.sheet for change in plan.changed)
    return [
        {
            "sheet": sheet.name,
            "new": plan.new.get(sheet.name, 0),
            "same": plan.same.get(sheet.name, 0),
            "changed": changed[sheet.name],
        }
        for sheet in SHEETS
        if sheet.name in plan.new or sheet.name in plan.same or sheet.name in changed
    ]


def _change_line(change: RowChange) -> str:
    differences = "; ".join(
        texts.say("fault.difference", {"column": name, "old": old, "new": new})
        for name, old, new in change.differences
    )
    return texts.say(
        "fault.change",
        {
            "sheet": change.place.sheet,
            "row": str(change.place.row),
            "key": change.key,
            "differences": differences,
        },
    )


def _in_order(faults: list[Fault]) -> list[Fault]:
    """By sheet as the contract orders them, then by row: how a person walks through a workbook."""
    order = {sheet.name: number for number, sheet in enumerate(SHEETS)}

    def key(fault: Fault) -> tuple[int, int]:
        place: Place = fault.place
        return order.get(place.sheet, len(order)), place.row

    return sorted(faults, key=key)
