"""Check forms, rules and Word templates, shipped and provincial."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.catalog.form_library import load_library, template_path
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.documents import check_template
from khenthuong.domain.forms import FormDef
from khenthuong.errors import UserError
from khenthuong.paths import DataFolder, shipped
from khenthuong.services.rulebook import rulebook_view
from khenthuong.services.rulebook.rulebook_view import AwardCounts, Counts

_COMMON_KEY = "tieu_chuan_chung"


@dataclass(frozen=True)
class CatalogueReport:
    """What is there, how it was checked, and every file that is refused."""

    forms: tuple[FormDef, ...]
    awards: tuple[AwardCounts, ...]
    total: Counts
    problems: tuple[UserError, ...]


def check_catalogue(root: Path) -> CatalogueReport:
    """Read every file as the program does; a broken one is a problem, never a crash."""
    folder = DataFolder(root)
    rulebook, rule_problems = load_rulebook(shipped("forms"), folder.forms)
    library = load_library(shipped("forms"), folder.forms)
    problems = [*rule_problems, *library.problems]
    for form in library.versions:
        try:
            check_template(template_path(form, shipped("forms"), folder.forms), form)
        except UserError as error:
            problems.append(error)
    counted = rulebook_view.counts(rulebook)
    return CatalogueReport(
        tuple(sorted(library.versions, key=lambda form: (form.order, form.id, form.file))),
        counted,
        sum((one.counts for one in counted), Counts()),
        tuple(problems),
    )


def as_json(report: CatalogueReport) -> dict[str, Any]:
    """The answer of the command `templates`."""
    return {
        "forms": [
            {
                "id": form.id,
                "title": form.title,
                "number": form.number,
                "decree": form.decree,
                "checked": form.checked.value,
                "provincial": form.provincial,
            }
            for form in report.forms
        ],
        "awards": [one.name for one in report.awards if one.id],
        "criteria": _counts_as_json(report.total),
        "criteria_by_award": {
            one.id or _COMMON_KEY: _counts_as_json(one.counts) for one in report.awards
        },
        "problems": [
            {"code": problem.code, "message": texts.say(problem.code, problem.arguments)}
            for problem in report.problems
        ],
    }


def lines(report: CatalogueReport) -> tuple[str, ...]:
    """The same for a person."""
    found = [
        texts.say(
            "paper.form_line",
            {"id": form.id, "title": form.title, "number": form.number, "checked": form.checked},
        )
        for form in report.forms
    ]
    found += [rulebook_view.counts_line(one.name, one.counts) for one in report.awards]
    total = {
        "awards": sum(bool(one.id) for one in report.awards),
        "text": report.total.text,
        "second": report.total.second_hand,
        "memory": report.total.memory,
    }
    found.append(texts.say("paper.criteria_line", total))
    found += [texts.say(problem.code, problem.arguments) for problem in report.problems]
    return tuple(found)


def _counts_as_json(counts: Counts) -> dict[str, int]:
    # Confirmations lie in the books of an office; this command reads files only.
    return {"van_ban": counts.text, "thu_cap": counts.second_hand, "chua": counts.memory}
