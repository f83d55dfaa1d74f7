"""Import of anybody's list: its columns mapped once, its names matched or asked, then as always.

`open_list` reads a file and proposes (or remembers) what its columns are; `look` says what it
would do and what is still open, and writes nothing; `apply` writes everything as one operation
and remembers the mapping and the answers for the next time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from khenthuong import texts
from khenthuong.domain.batch import Batch, Fault, ImportPlan, Place
from khenthuong.domain.mapping import (
    LIKELY,
    Guess,
    ListField,
    Purpose,
    Question,
    SourceMapping,
    fingerprint,
    header_keys,
    propose,
)
from khenthuong.errors import WorkbookError
from khenthuong.exchange.cells import Reading
from khenthuong.exchange.lists import mapping_file
from khenthuong.exchange.lists.files import read_grids
from khenthuong.exchange.lists.layout import ListTable, code_lists, find_table, letters_of, shown
from khenthuong.exchange.lists.legacy_text import Letters, to_unicode
from khenthuong.exchange.lists.records import RecordReader
from khenthuong.exchange.sheets import find_sheet
from khenthuong.exchange.workbook_file import Grid
from khenthuong.services.intake import importing
from khenthuong.services.intake.importing import ImportPreview
from khenthuong.services.intake.list_batch import BatchMaker
from khenthuong.services.intake.list_matching import ListMatcher
from khenthuong.services.workspace import Workspace

OTHER_ENDINGS = (".csv", ".txt", ".tsv", ".xls")
"""Endings that only a list of others has."""

_LETTERS = "letters:"
_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ListSource:
    """A list as read: `table` is the sheet in use, `guesses` what its columns seem to be.

    `remembered`: the mapping of this source, None the first time. `letters`: columns that are not
    Unicode. `sheets`: names of the sheets that could be the list, the likeliest first.
    """

    path: Path
    sheets: tuple[str, ...]
    table: ListTable
    guesses: tuple[Guess, ...]
    letters: Mapping[int, Letters]
    codes: Mapping[str, str]
    remembered: SourceMapping | None = None

    @property
    def fingerprint(self) -> str:
        """What tells this source from others: its headers."""
        return fingerprint(self.table.headers)

    @property
    def answers(self) -> Mapping[str, str]:
        """What was answered for a file of this name before."""
        if self.remembered is None:
            return _NO_ANSWERS
        return self.remembered.answers.get(self.path.name, _NO_ANSWERS)

    def preview(self, column: int, rows: int, letters: Letters) -> tuple[str, ...]:
        """The first cells of a column as they would be read."""
        cells = (shown(row.cells[column]) for row in self.table.rows[:rows])
        return tuple(to_unicode(cell, letters) for cell in cells)


@dataclass(frozen=True)
class ListChoices:
    """What the clerk settled: what each column is, what the list is for, answers to questions."""

    columns: tuple[ListField, ...]
    purpose: Purpose
    answers: Mapping[str, str] = field(default_factory=lambda: _NO_ANSWERS)


@dataclass(frozen=True)
class ListPreview:
    """What a list would do: `questions` met (answered ones too), and the preview of the import.

    Nothing can be applied while one is open or a fault is fatal.
    """

    source: ListSource
    choices: ListChoices
    questions: tuple[Question, ...]
    importing: ImportPreview
    rows: int
    left_out: tuple[int, ...] = ()

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(one for one in self.questions if not one.answer)

    @property
    def ready(self) -> bool:
        """Whether it may be applied."""
        return not self.open_questions and not self.importing.refused


def is_own_workbook(path: Path) -> bool:
    """Whether a file has a sheet of the program's own import workbook.

    Raises WorkbookError for a file that cannot be read.
    """
    if path.suffix.lower() in OTHER_ENDINGS:
        return False
    return any(find_sheet(grid.name) is not None for grid in read_grids(path))


def open_list(ws: Workspace, path: Path, sheet: str = "") -> ListSource:
    """Read a list; `sheet` names the sheet to use instead of the likeliest.

    Raises WorkbookError where the file cannot be read or no sheet has a header we know.
    """
    grids = read_grids(path)
    tables = _ranked(grids)
    if not tables:
        raise WorkbookError("list.no_table", file=path.name)
    table = next((one for one in tables if one.sheet == sheet), tables[0])
    remembered = mapping_file.load(ws.folder.list_mappings, fingerprint(table.headers))
    letters = letters_of(table)
    return ListSource(
        path,
        tuple(one.sheet for one in tables),
        table,
        _guesses(table, letters, remembered),
        letters,
        code_lists(grids, table.sheet),
        remembered,
    )


def _ranked(grids: Sequence[Grid]) -> list[ListTable]:
    """Sheets with a header, the best known first; of equals the one that comes first."""
    tables = [find_table(grid) for grid in grids]
    return sorted((one for one in tables if one.score), key=lambda one: -one.score)


def _guesses(
    table: ListTable, letters: Mapping[int, Letters], remembered: SourceMapping | None
) -> tuple[Guess, ...]:
    samples = tuple(
        tuple(to_unicode(text, letters.get(n, Letters.UNICODE)) for text in column)
        for n, column in enumerate(table.samples())
    )
    proposed = propose(table.headers, samples)
    if remembered is None:
        return proposed
    keys = header_keys(table.headers)
    return tuple(
        replace(guess, meant=remembered.columns[key], confidence=1.0, why="nho")
        if key in remembered.columns
        else guess
        for guess, key in zip(proposed, keys, strict=True)
    )


def proposed_choices(source: ListSource) -> ListChoices:
    """What the program would do by itself: its own mapping, the answers of last time."""
    columns = tuple(guess.meant for guess in source.guesses)
    return ListChoices(columns, purpose_of(columns), source.answers)


def purpose_of(columns: Sequence[ListField]) -> Purpose:
    """Decisions make awards won; awards without one are proposals; else it is the register's."""
    if ListField.AWARD not in columns or ListField.TITLE in columns:
        return Purpose.BOOKS
    decided = {ListField.DECISION_NUMBER, ListField.DECISION_DATE} & set(columns)
    return Purpose.AWARDS if decided else Purpose.ROUND


def look(ws: Workspace, source: ListSource, choices: ListChoices) -> ListPreview:
    """What the list would do with these choices, and what is still open; writes nothing."""
    letters, letter_questions = _letters(source, choices)
    reading = Reading(ws.today(), lambda text: None, lambda text: ())
    reader = RecordReader(source.table, choices.columns, letters, source.codes, reading)
    matcher = ListMatcher(ws, choices.answers)
    maker = BatchMaker(
        matcher, choices.purpose, source.table.sheet, source.table.title, ws.award_names
    )
    records = reader.records()
    batch = maker.take(records)
    faults = [*_layout_faults(source, choices), *reader.faults, *maker.faults]
    questions = (*letter_questions, *matcher.questions)
    if any(not one.answer for one in questions):
        # Half the rows would only tell of rows that are missing.
        found = ImportPreview(source.path, Batch(), tuple(faults))
    else:
        found = importing.preview_batch(ws, source.path, batch, faults)
    found = replace(found, faults=tuple(sorted(found.faults, key=lambda f: f.place.row)))
    return ListPreview(
        source, choices, questions, found, len(records), tuple(dict.fromkeys(maker.left_out))
    )


def letters_in_use(source: ListSource, choices: ListChoices) -> Mapping[int, Letters]:
    """By column, the letters it is read in: as answered, as remembered, else as detected."""
    return _letters(source, choices)[0]


def _letters(
    source: ListSource, choices: ListChoices
) -> tuple[Mapping[int, Letters], tuple[Question, ...]]:
    """By column, how to read it; a column of several letters is asked about."""
    keys = header_keys(source.table.headers)
    known = source.remembered.letters if source.remembered else _NO_ANSWERS
    found: dict[int, Letters] = {}
    questions: list[Question] = []
    for column, name in enumerate(keys):
        if choices.columns[column] is ListField.IGNORE:
            continue
        key = _LETTERS + name
        detected = source.letters.get(column, Letters.UNICODE)
        given = choices.answers.get(key, "") or known.get(name, "")
        read = Letters(given) if given in set(Letters) else detected
        if read is not Letters.UNICODE:
            found[column] = read
        if detected is Letters.MIXED:
            labels = tuple((one.value, texts.label(one)) for one in reversed(Letters))
            rows = tuple(row.number for row in source.table.rows)
            header = " ".join(source.table.headers[column].split())
            questions.append(
                Question(key, "letters", header, rows, labels, Letters.MIXED.value, given)
            )
    return MappingProxyType(found), tuple(questions)


def _layout_faults(source: ListSource, choices: ListChoices) -> list[Fault]:
    sheet = source.table.sheet
    faults = [
        Fault(
            Place(sheet, row),
            "list.row_skipped",
            MappingProxyType({"words": words[:80]}),
            fatal=False,
        )
        for row, words in source.table.skipped
    ]
    if not {ListField.NAME, ListField.TITLE} & set(choices.columns):
        place = Place(sheet, source.table.header_row)
        faults.append(Fault(place, "list.no_name_column", MappingProxyType({})))
    return faults


def apply(ws: Workspace, preview: ListPreview, keep: frozenset[Place] = frozenset()) -> ImportPlan:
    """Write the list as one operation and remember how it was read.

    `keep`: places of changed rows whose values in the books stay. Raises WorkbookError while a
    question is open or something must be mended; nothing is written then.
    """
    if preview.open_questions:
        raise WorkbookError("list.questions_open", count=len(preview.open_questions))
    plan = importing.apply(ws, preview.importing, keep=keep)
    remember(ws, preview.source, preview.choices)
    return plan


def remember(ws: Workspace, source: ListSource, choices: ListChoices) -> SourceMapping:
    """Keep what the columns of this source are, and the answers for this file."""
    keys = header_keys(source.table.headers)
    letters = {
        key.removeprefix(_LETTERS): answer
        for key, answer in choices.answers.items()
        if key.startswith(_LETTERS)
    }
    before = source.remembered
    answers = {**(before.answers if before else {}), source.path.name: choices.answers}
    found = SourceMapping(
        source.fingerprint,
        before.name if before else source.path.stem,
        MappingProxyType(dict(zip(keys, choices.columns, strict=True))),
        MappingProxyType({**(before.letters if before else {}), **letters}),
        MappingProxyType(answers),
        before.codes if before else _NO_ANSWERS,
    )
    mapping_file.save(ws.folder.list_mappings, found)
    return found


def export_mapping(ws: Workspace, source: ListSource, target: Path) -> None:
    """Hand the mapping of a source on, without the answers: they name people.

    Raises WorkbookError when it was never remembered.
    """
    found = mapping_file.load(ws.folder.list_mappings, source.fingerprint)
    if found is None:
        raise WorkbookError("list.mapping_unknown", file=source.path.name)
    mapping_file.write(target, replace(found, answers=MappingProxyType({})))


def import_mapping(ws: Workspace, path: Path) -> SourceMapping:
    """Take over how another office reads a source; answers given here stay.

    Raises WorkbookError for a file that is no mapping.
    """
    found = mapping_file.read(path)
    own = mapping_file.load(ws.folder.list_mappings, found.fingerprint)
    if own is not None:
        found = replace(found, answers=own.answers)
    mapping_file.save(ws.folder.list_mappings, found)
    return found


def unsure(source: ListSource) -> tuple[Guess, ...]:
    """Columns that hold something and are neither known nor likely."""
    return tuple(
        guess
        for guess in source.guesses
        if guess.confidence < LIKELY and source.table.values(guess.column)
    )


def as_json(preview: ListPreview) -> dict[str, Any]:
    """The answer of the command `import` for a list."""
    source = preview.source
    found = importing.as_json(preview.importing)
    plan = preview.importing.plan
    sheets = dict.fromkeys([*plan.new, *plan.same, *(c.place.sheet for c in plan.changed)])
    found["sheets"] = [
        {
            "sheet": sheet,
            "new": plan.new.get(sheet, 0),
            "same": plan.same.get(sheet, 0),
            "changed": sum(change.place.sheet == sheet for change in plan.changed),
        }
        for sheet in sheets
    ]
    return {
        **found,
        "rows": preview.rows,
        "list": {
            "sheet": source.table.sheet,
            "header_row": source.table.header_row,
            "fingerprint": source.fingerprint,
            "remembered": source.remembered is not None,
            "purpose": preview.choices.purpose.value,
            "columns": [
                {
                    "header": " ".join(guess.header.split()),
                    "field": meant.value,
                    "confidence": round(guess.confidence, 2),
                }
                for guess, meant in zip(source.guesses, preview.choices.columns, strict=True)
                if guess.header or source.table.values(guess.column)
            ],
            "letters": {str(n): letters.value for n, letters in source.letters.items()},
        },
        "questions": [
            {
                "key": one.key,
                "kind": one.kind,
                "text": one.text,
                "rows": list(one.rows),
                "choices": [{"answer": value, "label": label} for value, label in one.choices],
                "proposed": one.proposed,
                "answer": one.answer,
            }
            for one in preview.questions
        ],
    }


def lines(preview: ListPreview) -> tuple[str, ...]:
    """The same for people: columns, questions with how to answer them, then the import."""
    source = preview.source
    found = [
        texts.say(
            "list.line_table",
            {
                "sheet": source.table.sheet,
                "row": source.table.header_row,
                "rows": preview.rows,
                "known": texts.say("list.known" if source.remembered else "list.unknown"),
            },
        )
    ]
    for guess, meant in zip(source.guesses, preview.choices.columns, strict=True):
        if guess.header.strip():
            header = " ".join(guess.header.split())
            found.append(texts.say("list.line_column", {"header": header, "field": meant}))
    for one in preview.questions:
        choices = "; ".join(f"{value} = {label}" for value, label in one.choices)
        arguments = {
            "key": one.key,
            "what": texts.say(f"list.question_{one.kind}"),
            "text": one.text,
            "rows": len(one.rows),
            "choices": choices,
            "answer": one.answer or "\u2013",
        }
        found.append(texts.say("list.line_question", arguments))
    return (*found, *importing.sentences(preview.importing))
