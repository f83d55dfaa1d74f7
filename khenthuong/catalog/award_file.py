"""Award files and criteria: from merged TOML tables to the domain's frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from khenthuong.catalog.parameters import known_parameters, read_parameters
from khenthuong.catalog.toml_reader import SCHEMA, Reader
from khenthuong.domain.criteria import KINDS, Award, Bonus, Cite, Criterion, Scope
from khenthuong.domain.kinds import (
    Authority,
    AwardClass,
    Checked,
    Living,
    Principle,
    Procedure,
    RecipientKind,
    RoundKind,
    Status,
    Step,
    Subject,
    UnitKind,
)

_AWARD_KEYS = (
    "schema",
    "id",
    "name",
    "class",
    "authority",
    "recipients",
    "rounds",
    "aliases",
    "yearly",
    "rank",
    "reports",
    "reports_by_round",
    "cite",
    "note",
    "procedure",
    "available_from",
    "available_to",
    "was",
    "posthumous",
    "bonus",
    "criterion",
)
_AWARD_REQUIRED = (
    "schema",
    "id",
    "name",
    "class",
    "authority",
    "recipients",
    "rounds",
    "cite",
    "criterion",
)
_CRITERION_KEYS = (
    "id",
    "principle",
    "step",
    "kind",
    "cite",
    "checked",
    "label",
    "names",
    "was",
    "from",
    "to",
    "applies",
    "wording",
    "child",
)
_CRITERION_REQUIRED = ("id", "principle", "step", "kind", "cite", "checked", "label")
_CHILD_REQUIRED = ("id", "kind", "label")
_INHERITED = ("principle", "step", "cite", "checked")
_SCOPE_KEYS = (
    "recipients",
    "subjects",
    "not_subjects",
    "unit_kinds",
    "not_unit_kinds",
    "rounds",
    "not_rounds",
    "classes",
    "authorities",
    "awards",
    "not_procedures",
    "living",
    "foreign",
)
_CITE_KEYS = ("text", "article", "clause", "point")
_COMPOSITE = ("any_of", "all_of")


def read_award(reader: Reader, expected_id: str) -> Award:
    """An award from its (merged) table; raises CatalogError with file, place, key and remedy."""
    reader.only(_AWARD_KEYS, _AWARD_REQUIRED)
    check_schema(reader)
    if reader.text("id") != expected_id:
        raise reader.error("rule.id", id=reader.text("id"), expected=expected_id)
    return Award(
        id=expected_id,
        name=reader.text("name"),
        award_class=reader.choice("class", AwardClass),
        authority=reader.choice("authority", Authority),
        recipients=reader.choices("recipients", RecipientKind),
        rounds=reader.choices("rounds", RoundKind),
        criteria=read_criteria(reader),
        aliases=reader.texts("aliases"),
        yearly=reader.flag("yearly", default=True),
        reports=_reports(reader.inside("reports")),
        reports_by_round=_reports_by_round(reader),
        bonuses=tuple(_bonus(row) for row in reader.several("bonus")),
        cite=read_cite(reader.inside("cite")),
        note=reader.text("note"),
        rank=reader.whole("rank"),
        procedure=_procedure(reader),
        available_from=reader.day("available_from"),
        available_to=reader.day("available_to"),
        was=reader.texts("was"),
        posthumous=reader.flag("posthumous", default=False),
    )


def _procedure(reader: Reader) -> Procedure:
    if "procedure" not in reader.table:
        return Procedure.ORDINARY
    return reader.choice("procedure", Procedure)


def check_schema(reader: Reader) -> None:
    """Refuse a file written for another version of this format."""
    if reader.table.get("schema") != SCHEMA:
        raise reader.error("rule.schema", known=SCHEMA)


def read_criteria(reader: Reader) -> tuple[Criterion, ...]:
    """The [[criterion]] tables; ids are unique over all of them and their children."""
    criteria = tuple(_criterion(row, {}) for row in reader.several("criterion"))
    seen: set[str] = set()
    for criterion in (one for top in criteria for one in _tree(top)):
        for id_ in (criterion.id, *criterion.was):
            if id_ in seen:
                raise reader.error("rule.twice", id=id_)
            seen.add(id_)
    return criteria


def read_cite(reader: Reader) -> Cite:
    """A place in a legal text; the text's id is checked by the rulebook, which knows them all."""
    reader.only(_CITE_KEYS, ("text",))
    return Cite(
        reader.text("text"), reader.text("article"), reader.text("clause"), reader.text("point")
    )


def _criterion(reader: Reader, above: Mapping[str, object]) -> Criterion:
    # A child takes principle, step, cite and checked from its parent where it gives none.
    merged = Reader(reader.file, {**above, **reader.table}, reader.place)
    kind = merged.one_of("kind", merged.text("kind"), KINDS)
    required = _CHILD_REQUIRED if above else _CRITERION_REQUIRED
    merged.only((*_CRITERION_KEYS, *known_parameters(kind)), required)
    return Criterion(
        id=merged.text("id"),
        principle=merged.choice("principle", Principle),
        step=merged.choice("step", Step),
        kind=kind,
        cite=read_cite(merged.inside("cite")),
        checked=merged.choice("checked", Checked),
        label=merged.text("label"),
        parameters=read_parameters(kind, merged),
        children=_children(merged, kind),
        scope=_scope(merged.inside("applies")),
        start=merged.day("from"),
        end=merged.day("to"),
        wording=_wording(merged.inside("wording")),
        names=merged.texts("names"),
        was=merged.texts("was"),
    )


def _children(reader: Reader, kind: str) -> tuple[Criterion, ...]:
    rows = reader.several("child")
    if (kind in _COMPOSITE) != bool(rows):
        raise reader.error("rule.children", kind=kind)
    inherited = {key: reader.table[key] for key in _INHERITED}
    return tuple(_criterion(row, inherited) for row in rows)


def _tree(criterion: Criterion) -> list[Criterion]:
    return [criterion, *(one for child in criterion.children for one in _tree(child))]


def _scope(reader: Reader) -> Scope:
    reader.only(_SCOPE_KEYS)
    return Scope(
        recipients=reader.choices("recipients", RecipientKind),
        subjects=reader.choices("subjects", Subject),
        not_subjects=reader.choices("not_subjects", Subject),
        unit_kinds=reader.choices("unit_kinds", UnitKind),
        not_unit_kinds=reader.choices("not_unit_kinds", UnitKind),
        rounds=reader.choices("rounds", RoundKind),
        not_rounds=reader.choices("not_rounds", RoundKind),
        classes=reader.choices("classes", AwardClass),
        authorities=reader.choices("authorities", Authority),
        awards=reader.texts("awards"),
        not_procedures=reader.choices("not_procedures", Procedure),
        living=reader.choice("living", Living) if "living" in reader.table else None,
        foreign=reader.flag("foreign") if "foreign" in reader.table else None,
    )


def _wording(reader: Reader) -> Mapping[str, str]:
    reader.only([status.value for status in Status])
    return MappingProxyType({key: reader.text(key) for key in reader.table})


def _reports(reader: Reader) -> Mapping[str, str]:
    reader.only([kind.value for kind in RecipientKind])
    return MappingProxyType({key: reader.text(key) for key in reader.table})


def _reports_by_round(reader: Reader) -> Mapping[RoundKind, Mapping[str, str]]:
    inner = reader.inside("reports_by_round")
    inner.only([kind.value for kind in RoundKind])
    return MappingProxyType({RoundKind(key): _reports(inner.inside(key)) for key in inner.table})


def _bonus(reader: Reader) -> Bonus:
    reader.only(
        ("recipient", "factor", "cite", "checked", "from", "to"),
        ("recipient", "factor", "cite", "checked"),
    )
    return Bonus(
        recipient=reader.choice("recipient", RecipientKind),
        factor=reader.number("factor"),
        cite=read_cite(reader.inside("cite")),
        checked=reader.choice("checked", Checked),
        start=reader.day("from"),
        end=reader.day("to"),
    )
