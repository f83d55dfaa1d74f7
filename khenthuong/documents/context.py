"""From frozen facts and answers to the dictionary a template prints.

One tree of facts for all papers (`BRANCHES`); a form picks from it by its fields' paths, so no
paper has a context of its own. Every declared key is there, every text is NFC and free of control
characters, and nothing prints «None».
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar, cast

from khenthuong.documents.achievement_branch import own_initiatives, summary
from khenthuong.documents.appraisal_branch import appraisal
from khenthuong.documents.ballot_branch import ballots, count, minutes
from khenthuong.documents.cluster_branch import cluster_branch
from khenthuong.documents.council_branch import council_rows, disagreed_rows, meeting, vote_groups
from khenthuong.documents.decision_branch import asked_for, handed_in, of_award, returned, titles
from khenthuong.documents.example_branch import good_examples
from khenthuong.documents.filters import BLANK, MISSING, short_date
from khenthuong.documents.movement_branch import movement_branch
from khenthuong.documents.movement_report_branch import aims, pledges, registration, report
from khenthuong.documents.nominee_branch import (
    award_rows,
    bonus,
    counts,
    grants,
    group_rows,
    groups,
    left_out_rows,
    nominee_branch,
)
from khenthuong.documents.office_branch import (
    bases,
    contents,
    office,
    papers,
    province,
    round_branch,
    signer,
)
from khenthuong.documents.plan_branch import plan_branch
from khenthuong.documents.posting_branch import posting
from khenthuong.documents.proof_branch import proof
from khenthuong.documents.subject_branch import this_meeting, this_paper, this_recipient, this_year
from khenthuong.documents.summary_branch import (
    gold_book,
    initiative_bases,
    initiatives,
    of_round,
    of_year,
)
from khenthuong.documents.village_branch import village
from khenthuong.domain.answers import Answers
from khenthuong.domain.dossier import DossierFacts, Nominee
from khenthuong.domain.forms import FieldDef, FormDef
from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.register import PartialDate
from khenthuong.errors import CatalogError

T = TypeVar("T")
Tree = dict[str, object]
PARAGRAPH = "\a"
"""What the template engine turns into a new paragraph of the same style."""

_NOT_PRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINES = re.compile(r"\s*[\r\n\u0085\u2028\u2029\x0b\x0c]\s*")

BRANCHES: Mapping[str, Callable[[DossierFacts, Answers | None], object]] = {
    "co_quan": lambda facts, _: office(facts),
    "tinh": lambda facts, _: province(facts),
    "dot": lambda facts, _: round_branch(facts),
    "van_ban": lambda facts, _: papers(facts),
    "ky": signer,
    "ke_hoach": lambda facts, _: plan_branch(facts),
    "phong_trao": lambda facts, _: movement_branch(facts),
    "dang_ky_thi_dua": lambda facts, _: registration(facts),
    "giao_uoc": lambda facts, _: pledges(facts),
    "bao_cao": lambda facts, _: report(facts),
    "dien_hinh": lambda facts, _: good_examples(facts),
    "cum": lambda facts, _: cluster_branch(facts),
    "ket_qua_dang_ky": lambda facts, _: aims(facts),
    "can_cu": lambda facts, _: bases(facts),
    "so_luong": lambda facts, _: counts(facts),
    "khen_thuong": lambda facts, _: award_rows(facts),
    "viec": lambda facts, _: grants(facts),
    "nhom": lambda facts, _: groups(facts),
    "tap_the": lambda facts, _: group_rows(facts, RecipientKind.UNIT),
    "ca_nhan": lambda facts, _: group_rows(facts, RecipientKind.PERSON),
    "ho_gia_dinh": lambda facts, _: group_rows(facts, RecipientKind.HOUSEHOLD),
    "tien_thuong": lambda facts, _: bonus(facts),
    "khong_trinh": lambda facts, _: left_out_rows(facts),
    "hop": lambda facts, _: meeting(facts),
    "hoi_dong": lambda facts, _: council_rows(facts),
    "bieu_quyet": lambda facts, _: vote_groups(facts),
    "khong_dong_y": lambda facts, _: disagreed_rows(facts),
    "niem_yet": lambda facts, _: posting(facts),
    "muc_luc": lambda facts, _: contents(facts),
    "tham_dinh_dot": lambda facts, _: appraisal(facts),
    "van_ban_nay": lambda facts, _: this_paper(facts),
    "cuoc_hop": lambda facts, _: this_meeting(facts),
    "bien_ban_hop": lambda facts, _: minutes(facts),
    "kiem_phieu": lambda facts, _: count(facts),
    "phieu_bau": lambda facts, _: ballots(facts),
    "tom_tat": lambda facts, _: summary(facts),
    "sang_kien_cua": lambda facts, _: own_initiatives(facts),
    "doi_tuong": lambda facts, _: this_recipient(facts),
    "nam": lambda facts, _: this_year(facts),
    "danh_hieu": lambda facts, _: titles(facts),
    "gia_dinh_van_hoa": lambda facts, _: of_award("gia_dinh_van_hoa")(facts),
    "thon_van_hoa": lambda facts, _: of_award("thon_to_dan_pho_van_hoa")(facts),
    "tra_lai": lambda facts, _: returned(facts),
    "ho_so_lap": lambda facts, _: asked_for(facts),
    "ho_so_nop": lambda facts, _: handed_in(facts),
    "tong_hop_dot": lambda facts, _: of_round(facts),
    "tong_hop_nam": lambda facts, _: of_year(facts),
    "so_vang": lambda facts, _: gold_book(facts),
    "sang_kien": lambda facts, _: initiatives(facts),
    "can_cu_sang_kien": lambda facts, _: initiative_bases(facts),
    "binh_xet": lambda facts, _: village(facts),
}
"""First part of a path → what makes it; only the branches a form names are made."""

NOMINEE_BRANCHES: Mapping[str, Callable[[DossierFacts, Nominee], object]] = {
    "nguoi": nominee_branch,
    "tham_dinh": proof,
}


_MOST_BRANCHES = 4_096
_made_branches: dict[object, object] = {}

_ANSWERED: Mapping[str, Callable[[DossierFacts, Answers | None, str], object]] = {"ky": signer}
"""Branches of one form: they depend on its answers and its date; the others are the dossier's."""


class _Same(Generic[T]):
    """The same value, not an equal one: a key for what was made from it already."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and cast("_Same[T]", other).value is self.value


@lru_cache(maxsize=64)
def _dossier_branch(same: _Same[DossierFacts], name: str) -> object:
    return BRANCHES[name](same.value, None)


def _nominee_branch(facts: DossierFacts, nominee: Nominee, name: str) -> object:
    # Its report, its proof and the question what they lack all print the same branch; what a
    # branch takes of the dossier is the office and the round.
    key = (_Same(nominee), _Same(facts.office), _Same(facts.round), name)
    made = _made_branches.get(key)
    if made is None:
        if len(_made_branches) >= _MOST_BRANCHES:
            _made_branches.clear()
        made = _made_branches[key] = NOMINEE_BRANCHES[name](facts, nominee)
    return made


def build_context(
    form: FormDef, facts: DossierFacts, nominee: Nominee | None, answers: Answers | None
) -> Tree:
    """What the form's template may print: every declared key, nested where its key has dots.

    `answers` None means the nominee's own answers to this form, or the dossier's. A required fact
    that is not known prints «……», other unknown things print nothing.
    """
    given = answers or _own_answers(form, facts, nominee)
    tree = facts_tree(form, facts, nominee, given)
    context: Tree = {}
    for field in form.fields:
        value = pick(tree, field)
        if not field.fact and not field.blank and given and field.key in given.values:
            value = given.values[field.key]
        _put(context, field.key, _printable(field, value))
    return context


def facts_tree(
    form: FormDef, facts: DossierFacts, nominee: Nominee | None, answers: Answers | None = None
) -> Tree:
    """The branches of the tree that the form's paths name."""
    names = form.branches
    same = _Same(facts)
    tree: Tree = {
        name: _dossier_branch(same, name)
        for name in names
        if name in BRANCHES and name not in _ANSWERED
    }
    tree |= {
        name: make(facts, answers, form.id) for name, make in _ANSWERED.items() if name in names
    }
    for name in NOMINEE_BRANCHES:
        if name in names and nominee is not None:
            tree[name] = _nominee_branch(facts, nominee, name)
    return tree


def pick(tree: Tree, field: FieldDef) -> object:
    """The value at the field's path; None where the path leads nowhere or there is no path."""
    if not field.source:
        return None
    value: object = tree
    for part in field.source.split("."):
        value = cast("dict[object, object]", value).get(part) if isinstance(value, dict) else None
    return value


def _own_answers(form: FormDef, facts: DossierFacts, nominee: Nominee | None) -> Answers | None:
    if nominee is None:
        return facts.dossier_answers.get(form.id)
    own = nominee.answers
    return own if own is not None and own.form_id == form.id else None


def _printable(field: FieldDef, value: object) -> object:
    if field.type == "table":
        rows = cast("list[object]", value) if isinstance(value, list | tuple) else []
        return [_row(field, cast(Tree, row)) for row in rows if isinstance(row, Mapping)]
    if value is None or value == "":
        if field.blank:
            return BLANK
        return MISSING if field.required else ""
    return _scalar(field, value)


def _row(field: FieldDef, row: Mapping[str, object]) -> Tree:
    return {column.key: _printable(column, row.get(column.key)) for column in field.columns}


def _scalar(field: FieldDef, value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value
    if field.type == "yesno":
        return str(value) == "co"
    if field.type == "date" or isinstance(value, PartialDate):
        return _date_text(value)
    if field.type == "multiline":
        return PARAGRAPH.join(part for part in map(_line, _LINES.split(str(value))) if part)
    return _line(_LINES.sub(" ", str(value)))


def _date_text(value: object) -> str:
    if isinstance(value, str):
        value = PartialDate.from_iso(value)
    return short_date(value)  # type: ignore[arg-type]


def _line(text: str) -> str:
    """NFC, no control characters, tabs as spaces; our own non-breaking spaces stay."""
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    return re.sub(" {2,}", " ", _NOT_PRINTABLE.sub("", composed)).strip(" ")


def _put(context: Tree, key: str, value: object) -> None:
    *groups_, last = key.split(".")
    for name in groups_:
        context = context.setdefault(name, {})  # type: ignore[assignment]
    context[last] = value


def refuse_unknown_paths(form: FormDef) -> None:
    """Raise CatalogError for a field whose path begins with a branch that nothing makes."""
    known = sorted({*BRANCHES, *NOMINEE_BRANCHES})
    for field in form.fields:
        first = field.source.split(".")[0]
        if first and first not in known:
            near = difflib.get_close_matches(first, known, n=1)
            raise CatalogError(
                "form.unknown_path",
                file=f"{form.id}.toml",
                place=field.key,
                path=field.source,
                nearest=near[0] if near else ", ".join(known),
            )
