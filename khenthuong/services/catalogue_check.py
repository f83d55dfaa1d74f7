"""Check forms, rules and Word templates, shipped and provincial."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khenthuong import texts
from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.catalog.rulebook import load_rulebook
from khenthuong.documents import check_template
from khenthuong.domain.criteria import Criterion, Rulebook
from khenthuong.domain.forms import FormDef
from khenthuong.errors import UserError
from khenthuong.paths import DataFolder, shipped


@dataclass(frozen=True)
class CatalogueReport:
    """What is there, how it was checked, and every file that is refused."""

    forms: tuple[FormDef, ...]
    awards: tuple[str, ...]
    criteria_by_check: Counter[str]
    problems: tuple[UserError, ...]


def check_catalogue(root: Path) -> CatalogueReport:
    """Read every file as the program does; a broken one is a problem, never a crash."""
    folder = DataFolder(root)
    rulebook, rule_problems = load_rulebook(shipped("forms"), folder.forms)
    forms, form_problems = load_forms(shipped("forms"), folder.forms)
    problems = [*rule_problems, *form_problems]
    for form in forms.values():
        try:
            check_template(template_path(form, shipped("forms"), folder.forms), form)
        except UserError as error:
            problems.append(error)
    return CatalogueReport(
        tuple(sorted(forms.values(), key=lambda form: (form.order, form.id))),
        tuple(award.name for award in rulebook.awards.values()),
        _count(rulebook),
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
        "awards": list(report.awards),
        "criteria": dict(report.criteria_by_check),
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
    found.append(
        texts.say(
            "paper.criteria_line",
            {
                "awards": len(report.awards),
                "text": report.criteria_by_check["van_ban"],
                "second": report.criteria_by_check["thu_cap"],
                "memory": report.criteria_by_check["chua"],
            },
        )
    )
    found += [texts.say(problem.code, problem.arguments) for problem in report.problems]
    return tuple(found)


def _count(rulebook: Rulebook) -> Counter[str]:
    criteria = [c for award in rulebook.awards.values() for c in award.criteria]
    return Counter(c.checked.value for top in (*criteria, *rulebook.common) for c in _leaves(top))


def _leaves(criterion: Criterion) -> list[Criterion]:
    if not criterion.children:
        return [criterion]
    return [leaf for child in criterion.children for leaf in _leaves(child)]
