"""The command line, for the province's IT, for tests and for measuring.

Exit codes: 0 fine, 1 findings or refused input, 2 wrong call. With ``--json`` every command prints
one JSON object on stdout; errors always go to stderr, in Vietnamese, with a code.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from khenthuong import texts
from khenthuong.errors import UserError
from khenthuong.paths import DataFolder, default_data_folder

if TYPE_CHECKING:
    from khenthuong.services.transfer.incoming import Incoming
    from khenthuong.services.workspace import Workspace

FINE, REFUSED, WRONG_CALL = 0, 1, 2


@dataclass(frozen=True)
class Request:
    """A parsed call: the command (None opens the window), the data folder, its own options."""

    command: str | None
    data: Path
    json: bool
    options: argparse.Namespace


@dataclass(frozen=True)
class Outcome:
    """What a command answers: exit code, the JSON object, and the lines for a person."""

    code: int
    data: Mapping[str, Any]
    lines: tuple[str, ...] = ()


class _Parser(argparse.ArgumentParser):
    """argparse speaks English; a wrong call is answered in Vietnamese with exit code 2."""

    def error(self, message: str) -> NoReturn:
        _speak_utf8()
        sys.stderr.write(texts.say("error.wrong_call", {"message": _in_vietnamese(message)}) + "\n")
        sys.stderr.write(self.format_usage())
        raise SystemExit(WRONG_CALL)


_ARGPARSE_SAYS = (
    (re.compile(r"the following arguments are required: (.+)"), "error.call_missing"),
    (re.compile(r"unrecognized arguments: (.+)"), "error.call_unknown"),
    (re.compile(r"argument (.+): invalid choice: (.+) \(choose from (.+)\)"), "error.call_choice"),
    (re.compile(r"argument (.+): expected .+"), "error.call_value"),
)


def _in_vietnamese(message: str) -> str:
    for pattern, code in _ARGPARSE_SAYS:
        if match := pattern.fullmatch(message):
            parts = (*match.groups(), "", "")
            return texts.say(code, {"what": parts[0], "given": parts[1], "known": parts[2]})
    return message


def parse(arguments: list[str]) -> Request:
    """Read the call; exits with code 2 and a Vietnamese message when it is wrong."""
    options = _build_parser().parse_args(arguments)
    given = getattr(options, "data", None)
    data = Path(given) if given else default_data_folder()
    return Request(options.command, data, bool(getattr(options, "json", False)), options)


def run(request: Request) -> int:
    """Run one command and print its answer; a `UserError` becomes exit code 1."""
    _speak_utf8()
    try:
        outcome = _COMMANDS[str(request.command)](request)
    except UserError as error:
        _print_error(error, as_json=request.json)
        return REFUSED
    except OSError as cause:
        # No right to look into a folder, a name too long for a disk.
        told = {"path": cause.filename or "–", "reason": cause.strerror or str(cause)}
        _print_error(UserError("error.system", **told), as_json=request.json)
        return REFUSED
    if request.json:
        sys.stdout.write(json.dumps(outcome.data, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in outcome.lines))
    return outcome.code


def _speak_utf8() -> None:
    # A Windows console defaults to a code page without Vietnamese letters.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _print_error(error: UserError, *, as_json: bool) -> None:
    sentence = texts.say(error.code, error.arguments)
    sys.stderr.write(f"[{error.code}] {sentence}\n")
    if as_json:
        answer = {"error": {"code": error.code, "message": sentence}}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")


def _build_parser() -> _Parser:
    # --data and --json are accepted before and after the command.
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", metavar="DIR", help=texts.say("error.help_data"))
    common.add_argument("--json", action="store_true", help=texts.say("error.help_json"))
    parser = _Parser(prog="main.py", parents=[common], description=texts.say("error.help_program"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def add(name: str) -> _Parser:
        return commands.add_parser(
            name, parents=[common], help=texts.say("error.help_" + name.replace("-", "_"))
        )

    _add_books_commands(add)
    _add_round_commands(add)
    return parser


def _add_books_commands(add: Callable[[str], _Parser]) -> None:
    init = add("init")
    init.add_argument("--commune", metavar="NAME")
    init.add_argument("--office", metavar="NAME")
    init.add_argument("--province", metavar="NAME", required=True)
    init.add_argument("--level", choices=("xa", "tinh"), default="xa")
    add("workbook").add_argument("out", metavar="OUT.xlsx", type=Path)
    importing = add("import")
    importing.add_argument("file", metavar="FILE.xlsx", type=Path)
    importing.add_argument("--dry-run", action="store_true")
    importing.add_argument("--keep", action="store_true", help=texts.say("error.help_keep"))
    importing.add_argument("--marked", metavar="COPY.xlsx", type=Path)
    _add_list_options(importing)
    add("rounds")
    add("movements")
    _add_backup_commands(add)
    add("templates")
    add("self-test")


def _add_list_options(importing: _Parser) -> None:
    importing.add_argument("--list", action="store_true", help=texts.say("list.help_list"))
    importing.add_argument("--sheet", default="", help=texts.say("list.help_sheet"))
    purposes = ("so", "dot_xet", "da_khen")
    importing.add_argument("--purpose", choices=purposes, help=texts.say("list.help_purpose"))
    help_accept = texts.say("list.help_accept_columns")
    importing.add_argument("--accept-columns", action="store_true", help=help_accept)
    _add_answers(importing)


def _add_answers(command: _Parser) -> None:
    help_answer = texts.say("list.help_answer")
    command.add_argument(
        "--answer", metavar="KEY=VALUE", action="append", default=[], help=help_answer
    )


def _add_backup_commands(add: Callable[[str], _Parser]) -> None:
    add("backup").add_argument(
        "--out", metavar="DIR", type=Path, help=texts.say("error.help_backup_out")
    )
    restore, doctor = add("restore"), add("doctor")
    restore.add_argument("file", metavar="FILE", type=Path)
    for command, flag in ((restore, "force"), (restore, "describe"), (doctor, "repair")):
        command.add_argument(f"--{flag}", action="store_true", help=texts.say(f"error.help_{flag}"))
    doctor.add_argument(
        "--rebuild", metavar="FROM", type=Path, nargs="+", help=texts.say("error.help_rebuild")
    )


def _add_round_commands(add: Callable[[str], _Parser]) -> None:
    add("check").add_argument("round", metavar="ROUND")
    suggest = add("suggest")
    suggest.add_argument(
        "--year", metavar="Y", required=True, help=texts.say("error.help_suggest_year")
    )
    suggest.add_argument("--award", metavar="ID", help=texts.say("error.help_suggest_award"))
    for name in ("dossier", "package"):
        command = add(name)
        command.add_argument("round", metavar="ROUND")
        command.add_argument("--out", metavar="DIR", type=Path, required=True)
        if name == "package":
            _add_reasons(command)
            command.add_argument("--pdf", action="store_true", help=texts.say("package.help_pdf"))
            _add_password(command)
    verify = add("verify")
    verify.add_argument("file", metavar="FILE.zip", type=Path)
    _add_password(verify)
    _add_exchange_commands(add)
    export = add("export-list")
    export.add_argument("round", metavar="ROUND")
    export.add_argument("template", metavar="TEMPLATE.xlsx", type=Path)
    export.add_argument("out", metavar="OUT.xlsx", type=Path)
    export.add_argument("--sheet", default="", help=texts.say("list.help_sheet"))
    _add_answers(export)
    report = add("report")
    for name, metavar, kind in (("year", "Y", str), ("out", "DIR", Path)):
        told = texts.say(f"error.help_report_{name}")
        report.add_argument(f"--{name}", metavar=metavar, type=kind, required=True, help=told)
    add("layout").add_argument("files", metavar="FILE.docx", type=Path, nargs="+")
    add("demo").add_argument("--out", metavar="DIR", type=Path, required=True)


def _add_exchange_commands(add: Callable[[str], _Parser]) -> None:
    receive = add("receive")
    receive.add_argument("file", metavar="FILE.zip", type=Path)
    receive.add_argument("--dry-run", action="store_true", help=texts.say("error.help_receive_dry"))
    _add_password(receive)
    add("received").add_argument("submission", metavar="CODE", nargs="?")
    reply = add("reply")
    reply.add_argument("submission", metavar="CODE")
    help_answer = texts.say("error.help_answer")
    reply.add_argument("--answer", metavar="FILE.json", type=Path, required=True, help=help_answer)
    reply.add_argument("--out", metavar="DIR", type=Path, required=True)
    reply.add_argument(
        "--signed", metavar="FILE.pdf", type=Path, help=texts.say("error.help_signed")
    )
    _add_password(reply)


def _add_password(command: _Parser) -> None:
    # A password among the arguments could be read by everybody who lists the processes.
    help_password = texts.say("error.help_password_file")
    command.add_argument("--password-file", metavar="FILE", type=Path, help=help_password)


def _password(request: Request) -> str:
    path: Path | None = request.options.password_file
    if path is None:
        return ""
    try:
        first = path.read_text(encoding="utf-8-sig").partition("\n")[0].strip("\r")
    except (OSError, UnicodeDecodeError) as cause:
        raise UserError("error.cannot_read", path=path, reason=str(cause)) from cause
    if not first:
        raise UserError("error.password_file_empty", path=path)
    return first


def _add_reasons(package: _Parser) -> None:
    help_accept = texts.say("crosscheck.help_accept")
    package.add_argument("--accept", metavar="KEY", action="append", default=[], help=help_accept)
    package.add_argument("--reason", default="", help=texts.say("crosscheck.help_reason"))
    package.add_argument("--by", default="", help=texts.say("crosscheck.help_by"))


def _books_of(request: Request) -> Path:
    """The data folder; one without books is refused, for a mistyped path must not look empty."""
    if not DataFolder(request.data).database.is_file():
        raise UserError("error.no_books", folder=request.data)
    return request.data


def _check_place(request: Request) -> None:
    """Refuse to write books where they come to harm; what is only risky is told."""
    from khenthuong.services.safety import data_place

    if warning := data_place.check(request.data):
        sys.stderr.write(warning + "\n")


def _init(request: Request) -> Outcome:
    from khenthuong.services import office

    options = request.options
    if bool(options.commune) == bool(options.office):
        raise UserError("error.init_needs_one_name")
    _check_place(request)
    created = office.start_books(
        request.data,
        commune=options.commune or "",
        province=options.province,
        office=options.office or "",
        level=options.level,
    )
    arguments = {"office": created.name, "province": created.province, "folder": request.data}
    data = {
        "office": created.name,
        "province": created.province,
        "level": created.level,
        "data": str(request.data),
    }
    return Outcome(FINE, data, (texts.say("error.init_done", arguments),))


def _workbook(request: Request) -> Outcome:
    from khenthuong.services.intake import importing

    if request.options.out.exists():
        raise UserError("error.file_exists", path=request.options.out)
    importing.write_empty_workbook(request.options.out)
    data = {"file": str(request.options.out)}
    return Outcome(FINE, data, (texts.say("error.workbook_done", data),))


def _import(request: Request) -> Outcome:
    from khenthuong.services.intake import importing
    from khenthuong.services.workspace import open_workspace

    options = request.options
    with open_workspace(request.data) as ws:
        if _is_list(request):
            return _import_list(ws, request)
        preview = importing.preview(ws, options.file)
        data = importing.as_json(preview)
        lines = importing.sentences(preview)
        if preview.refused:
            marked = options.marked or options.file.with_name(options.file.stem + "-can-sua.xlsx")
            importing.write_marked_copy(options.file, preview, marked)
            lines += (texts.say("error.import_refused", {"marked": marked}),)
            return Outcome(REFUSED, {**data, "imported": False, "marked": str(marked)}, lines)
        if options.dry_run:
            lines += (texts.say("error.import_dry"),)
            return Outcome(FINE, {**data, "imported": False}, lines)
        importing.apply(ws, preview, take_changes=not options.keep)
    return Outcome(FINE, {**data, "imported": True}, (*lines, texts.say("error.import_done")))


def _is_list(request: Request) -> bool:
    from khenthuong.services.intake import list_import

    options = request.options
    return options.list or not list_import.is_own_workbook(options.file)


def _import_list(ws: Workspace, request: Request) -> Outcome:
    from khenthuong.services.intake import list_commands

    o = request.options
    call = list_commands.ListCall(
        o.file, o.sheet, o.purpose or "", tuple(o.answer), o.accept_columns, o.dry_run, o.keep
    )
    answer = list_commands.import_list(ws, call)
    return Outcome(FINE if answer.done else REFUSED, answer.data, answer.lines)


def _export_list(request: Request) -> Outcome:
    from khenthuong.services.intake import list_commands
    from khenthuong.services.workspace import open_workspace

    o = request.options
    with open_workspace(_books_of(request)) as ws:
        answer = list_commands.export_list(ws, o.round, o.template, o.out, o.answer, o.sheet)
    return Outcome(FINE if answer.done else REFUSED, answer.data, answer.lines)


def _rounds(request: Request) -> Outcome:
    from khenthuong.services.appraisal import rounds
    from khenthuong.services.workspace import open_workspace

    with open_workspace(_books_of(request)) as ws:
        rows = [rounds.round_as_json(summary) for summary in rounds.rounds(ws)]
    lines = tuple(texts.say("error.round_line", row) for row in rows)
    return Outcome(FINE, {"rounds": rows}, lines)


def _movements(request: Request) -> Outcome:
    from khenthuong.services.movements import overview
    from khenthuong.services.workspace import open_workspace

    with open_workspace(_books_of(request)) as ws:
        rows = overview.as_json(ws)
    lines = tuple(texts.say("error.movement_line", row) for row in rows)
    return Outcome(FINE, {"movements": rows}, lines)


def _check(request: Request) -> Outcome:
    from khenthuong.services.appraisal import checking
    from khenthuong.services.workspace import open_workspace

    with open_workspace(_books_of(request)) as ws:
        result = checking.check(ws, request.options.round)
        data = checking.as_json(ws, result)
        lines = checking.lines(ws, result)
    clean = all(n["verdict"] in ("dat", "khong_ap_dung") for n in data["nominations"])
    return Outcome(FINE if clean else REFUSED, data, lines)


def _suggest(request: Request) -> Outcome:
    from khenthuong.services.appraisal import suggesting
    from khenthuong.services.workspace import open_workspace

    year = suggesting.year_of(request.options.year)
    with open_workspace(_books_of(request)) as ws:
        wanted = request.options.award
        awards = (suggesting.award_of(ws, wanted),) if wanted else ()
        found = suggesting.who_qualifies(ws, year, awards)
        return Outcome(FINE, suggesting.as_json(ws, found), suggesting.lines(ws, found))


def _dossier(request: Request) -> Outcome:
    from khenthuong.services.paperwork import papers
    from khenthuong.services.workspace import open_workspace

    with open_workspace(_books_of(request)) as ws:
        made = papers.make(ws, request.options.round, request.options.out)
    return Outcome(REFUSED if made.problems else FINE, papers.as_json(made), papers.lines(made))


def _package(request: Request) -> Outcome:
    from khenthuong.services.dossier import crosscheck, sealing
    from khenthuong.services.workspace import open_workspace

    options = request.options
    with open_workspace(_books_of(request)) as ws:
        if options.accept:
            found = sealing.compare(ws, options.round)
            keys, reason, by = options.accept, options.reason, options.by
            crosscheck.accept_keys(ws, options.round, found, keys, reason, by)
        password = _password(request)
        result = sealing.seal(ws, options.round, options.out, pages=options.pdf, password=password)
    sealed = result.packages and not result.left_out and not result.refused
    code = FINE if sealed else REFUSED
    return Outcome(code, sealing.as_json(result), sealing.lines(result))


def _verify(request: Request) -> Outcome:
    from khenthuong.services.dossier import packages

    report = packages.verify(request.options.file, _password(request))
    code = REFUSED if report.problems else FINE
    return Outcome(code, packages.as_json(report), packages.lines(report))


def _receive(request: Request) -> Outcome:
    from khenthuong.services.dossier import answers_taken
    from khenthuong.services.transfer import incoming
    from khenthuong.services.workspace import open_workspace

    options = request.options
    with open_workspace(_books_of(request)) as ws:
        found = incoming.look_at(options.file, ws.pages_folder, _password(request))
        if found.verification.problems:
            return Outcome(REFUSED, incoming.as_json(found), incoming.lines(found))
        if not found.is_reply:
            return _receive_package(ws, found, dry=options.dry_run)
        answer = answers_taken.preview(ws, found)
        if not options.dry_run:
            answers_taken.take_in(ws, answer)
        data = answers_taken.as_json(answer, taken=not options.dry_run)
        return Outcome(FINE, data, answers_taken.lines(answer))


def _receive_package(ws: Workspace, found: Incoming, *, dry: bool) -> Outcome:
    from khenthuong.services.transfer import receiving, receiving_words

    receipt = receiving.preview(ws, found)
    code = receipt.code if dry else receiving.take_in(ws, receipt).code
    data = {**receiving_words.receipt_json(receipt, code), "taken": not dry}
    return Outcome(FINE, data, receiving_words.receipt_lines(receipt, code, dry=dry))


def _received(request: Request) -> Outcome:
    from khenthuong.services.transfer import receiving, receiving_words
    from khenthuong.services.workspace import open_workspace

    code = request.options.submission
    with open_workspace(_books_of(request)) as ws:
        if code:
            seen = receiving.view(ws, code)
            return Outcome(FINE, receiving_words.view_json(seen), receiving_words.view_lines(seen))
        rows = receiving.rows(ws)
    data = {"submissions": [receiving_words.row_json(row) for row in rows]}
    lines = tuple(map(receiving_words.row_line, rows)) or (texts.say("receive.nothing"),)
    return Outcome(FINE, data, lines)


def _reply(request: Request) -> Outcome:
    from dataclasses import replace

    from khenthuong.services.transfer import replying
    from khenthuong.services.workspace import open_workspace

    options = request.options
    draft = replace(replying.read_answer(options.answer), signed=options.signed)
    with open_workspace(_books_of(request)) as ws:
        written = replying.write(
            ws, options.submission, draft, options.out, password=_password(request)
        )
    return Outcome(FINE, replying.as_json(written), replying.lines(written))


def _backup(request: Request) -> Outcome:
    from khenthuong.services.safety import backups
    from khenthuong.services.workspace import open_workspace

    with open_workspace(_books_of(request)) as ws:
        if request.options.out is None:
            data = {"file": str(backups.back_up(ws))}
            return Outcome(FINE, data, (texts.say("error.backup_done", data),))
        done = backups.export(ws, request.options.out)
    return Outcome(FINE, backups.exported_as_json(done), (backups.export_line(done),))


def _restore(request: Request) -> Outcome:
    from khenthuong.services.safety import backups

    file, force = request.options.file, request.options.force
    if request.options.describe:
        looked = backups.look(request.data, file)
        code = FINE if looked.sound else REFUSED
        return Outcome(code, backups.as_json(looked), backups.contents_lines(looked))
    _check_place(request)
    done = backups.restore(request.data, file, even_damaged=force)
    return Outcome(FINE, backups.restored_as_json(file, done), backups.restored_lines(file, done))


def _doctor(request: Request) -> Outcome:
    from khenthuong.services.safety import doctor, rebuilding

    if request.options.rebuild:
        _check_place(request)
        rebuilt = rebuilding.rebuild(request.data, request.options.rebuild)
        return Outcome(FINE, rebuilding.as_json(rebuilt), rebuilding.lines(rebuilt))
    found, done = doctor.run(request.data, mend=request.options.repair)
    data = doctor.as_json(found, done)
    return Outcome(FINE if data["sound"] else REFUSED, data, doctor.lines(found, done))


def _templates(request: Request) -> Outcome:
    from khenthuong.services.rulebook import catalogue_check

    report = catalogue_check.check_catalogue(request.data)
    code = REFUSED if report.problems else FINE
    return Outcome(code, catalogue_check.as_json(report), catalogue_check.lines(report))


def _report(request: Request) -> Outcome:
    from khenthuong.services.statistics import papers
    from khenthuong.services.workspace import open_workspace

    year, out = papers.year_of(request.options.year), request.options.out
    with open_workspace(_books_of(request)) as ws:
        written = papers.write_report(ws, year, out)
    data = {
        "year": year,
        "files": [str(path) for path in written.files],
        "tables": [papers.as_json(table) for table in written.tables],
    }
    told = {"count": len(written.files), "folder": out}
    lines = (*papers.lines_of(written.tables), texts.say("statistics.written", told))
    return Outcome(FINE, data, lines)


def _layout(request: Request) -> Outcome:
    from khenthuong.services.paperwork import layout_check

    checked = layout_check.check_files(request.options.files)
    code = FINE if all(one.clean for one in checked) else REFUSED
    return Outcome(code, layout_check.as_json(checked), layout_check.lines(checked))


def _demo(request: Request) -> Outcome:
    from khenthuong.services import demo

    result = demo.run(request.options.out)
    return Outcome(FINE if result.sound else REFUSED, demo.as_json(result), demo.lines(result))


_COMMANDS: dict[str, Callable[[Request], Outcome]] = {
    "init": _init,
    "workbook": _workbook,
    "import": _import,
    "rounds": _rounds,
    "movements": _movements,
    "check": _check,
    "suggest": _suggest,
    "dossier": _dossier,
    "package": _package,
    "export-list": _export_list,
    "verify": _verify,
    "receive": _receive,
    "received": _received,
    "reply": _reply,
    "backup": _backup,
    "restore": _restore,
    "doctor": _doctor,
    "templates": _templates,
    "layout": _layout,
    "report": _report,
    "demo": _demo,
}
