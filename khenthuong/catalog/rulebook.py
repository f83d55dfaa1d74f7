"""The rulebook: shipped awards and rules with the province's laid over them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from khenthuong.catalog.award_file import check_schema, read_award, read_cite, read_criteria
from khenthuong.catalog.overlay import former_ids, lay_over
from khenthuong.catalog.toml_reader import Reader, near, read_toml
from khenthuong.domain.criteria import (
    AwardsById,
    Cite,
    Criterion,
    DatedValue,
    Decider,
    LegalText,
    OpenValue,
    Period,
    Quota,
    Rulebook,
)
from khenthuong.domain.kinds import Checked, ValueUnit
from khenthuong.errors import CatalogError, UserError

AWARDS = "khen_thuong"
RULES = "quy_dinh"

_RULE_KEYS = ("schema", "text", "period", "value", "quota", "open_value", "criterion")
_TEXT_KEYS = (
    "id",
    "name",
    "short",
    "number",
    "issued",
    "issuer",
    "from",
    "to",
    "amended_from",
    "amended_by",
    "basis",
    "basis_of",
    "checked",
)
_PERIOD_KEYS = ("id", "label", "from", "to", "texts", "warning", "decider")
_DECIDER_KEYS = ("award", "name", "cite", "checked")
_VALUE_KEYS = ("id", "value", "from", "to", "cite", "checked", "by", "on", "source")
_OPEN_KEYS = ("id", "label", "unit", "cite", "least", "most", "award")
_QUOTA_KEYS = ("id", "award", "of_award", "value")


@dataclass
class _Tables:
    """Raw tables by file stem, and the bytes that make the fingerprint."""

    awards: dict[str, dict[str, object]] = field(default_factory=dict)
    rules: dict[str, dict[str, object]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    digest: list[bytes] = field(default_factory=list)

    def copy(self) -> _Tables:
        return _Tables(dict(self.awards), dict(self.rules), dict(self.files), list(self.digest))


def load_rulebook(shipped: Path, provincial: Path | None) -> tuple[Rulebook, list[UserError]]:
    """The rulebook and what is wrong with the province's files.

    Both arguments are folders forms/. A broken file of the province is listed and what is shipped
    stays in use. Raises CatalogError for a broken shipped file: the program itself is damaged then.
    """
    tables = _Tables()
    for path in _files(shipped):
        _take_in(tables, path)
    rulebook = _build(tables)
    problems: list[UserError] = []
    for path in _files(provincial):
        tried = tables.copy()
        try:
            _take_in(tried, path)
            rulebook = _build(tried)
        except CatalogError as error:
            problems.append(error)
        else:
            tables = tried
    return rulebook, problems


def _files(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    # Rules before awards: an award may cite a text that the province has just added.
    return [p for name in (RULES, AWARDS) for p in sorted((folder / name).glob("*.toml"))]


def _take_in(tables: _Tables, path: Path) -> None:
    table, raw = read_toml(path)
    kind = path.parent.name
    reader = Reader(path.name, table)
    check_schema(reader)
    if kind == RULES:
        reader.only(_RULE_KEYS)
    known = tables.rules if kind == RULES else tables.awards
    stem = _present_stem(known, path.stem)
    if stem in known:
        # An award that was renamed keeps its present id under the province's older file.
        named = {"id": known[stem]["id"]} if stem != path.stem else {}
        known[stem] = {**lay_over(known[stem], table), **named}
    else:
        known[stem] = table
    tables.files[f"{kind}/{stem}"] = path.name
    tables.digest.append(f"{kind}/{path.stem}\n".encode() + hashlib.sha256(raw).digest())


def _present_stem(known: Mapping[str, dict[str, object]], stem: str) -> str:
    renamed = (now for now, table in known.items() if stem in former_ids(table))
    return stem if stem in known else next(renamed, stem)


def _build(tables: _Tables) -> Rulebook:
    rules = [
        _RuleFile(Reader(tables.files[f"{RULES}/{stem}"], table))
        for stem, table in tables.rules.items()
    ]
    awards = {
        stem: read_award(Reader(tables.files[f"{AWARDS}/{stem}"], table), stem)
        for stem, table in tables.awards.items()
    }
    texts = {text.id: text for rule in rules for text in rule.texts}
    common = {one.id: one for rule in rules for one in rule.criteria}
    quotas = {quota.id: quota for rule in rules for quota in rule.quotas}
    book = Rulebook(
        awards=AwardsById(dict(sorted(awards.items(), key=lambda i: (i[1].rank, i[0])))),
        common=tuple(common.values()),
        texts=MappingProxyType(texts),
        periods=tuple(sorted((p for rule in rules for p in rule.periods), key=lambda p: p.start)),
        # The last file read wins: the province's values stand before the shipped ones.
        values=tuple(v for rule in reversed(rules) for v in rule.values),
        fingerprint=hashlib.sha256(b"".join(tables.digest)).hexdigest(),
        quotas=tuple(quotas.values()),
        open_values=tuple({one.id: one for rule in rules for one in rule.open_values}.values()),
    )
    _check_references(book, tables)
    return book


class _RuleFile:
    """One file of forms/quy_dinh."""

    def __init__(self, reader: Reader) -> None:
        reader.only(_RULE_KEYS)
        self.texts = [_text(row) for row in reader.several("text")]
        self.periods = [_period(row) for row in reader.several("period")]
        self.values = [_value(row) for row in reader.several("value")]
        self.quotas = [_quota(row) for row in reader.several("quota")]
        self.open_values = [_open_value(row) for row in reader.several("open_value")]
        self.criteria: tuple[Criterion, ...] = read_criteria(reader)


def _text(reader: Reader) -> LegalText:
    reader.only(_TEXT_KEYS, ("id", "name", "short"))
    return LegalText(
        id=reader.text("id"),
        name=reader.text("name"),
        short=reader.text("short"),
        number=reader.text("number"),
        issued=reader.day("issued"),
        issuer=reader.text("issuer"),
        start=reader.day("from"),
        end=reader.day("to"),
        amended_from=reader.day("amended_from"),
        amended_by=reader.text("amended_by"),
        basis=reader.flag("basis"),
        basis_of=reader.texts("basis_of"),
        checked=reader.choice("checked", Checked) if "checked" in reader.table else Checked.TEXT,
    )


def _period(reader: Reader) -> Period:
    reader.only(_PERIOD_KEYS, ("id", "label", "from", "texts"))
    start = reader.day("from")
    assert start is not None  # required just above
    return Period(
        id=reader.text("id"),
        label=reader.text("label"),
        start=start,
        end=reader.day("to"),
        texts=reader.texts("texts"),
        warning=reader.text("warning"),
        deciders=tuple(_decider(row) for row in reader.several("decider")),
    )


def _decider(reader: Reader) -> Decider:
    reader.only(_DECIDER_KEYS, _DECIDER_KEYS)
    return Decider(
        award=reader.text("award"),
        name=reader.text("name"),
        cite=read_cite(reader.inside("cite")),
        checked=reader.choice("checked", Checked),
    )


def _value(reader: Reader) -> DatedValue:
    reader.only(_VALUE_KEYS, ("id", "value", "cite", "checked"))
    raw = reader.table["value"]
    return DatedValue(
        id=reader.text("id"),
        value=raw if type(raw) is int else reader.number("value"),
        start=reader.day("from"),
        end=reader.day("to"),
        cite=read_cite(reader.inside("cite")),
        checked=reader.choice("checked", Checked),
        by=reader.text("by"),
        on=reader.day("on"),
        source=reader.text("source"),
    )


def _open_value(reader: Reader) -> OpenValue:
    reader.only(_OPEN_KEYS, ("id", "label", "unit", "cite"))
    return OpenValue(
        id=reader.text("id"),
        label=reader.text("label"),
        unit=reader.choice("unit", ValueUnit),
        cite=read_cite(reader.inside("cite")),
        least=reader.number("least") if "least" in reader.table else Decimal(0),
        most=reader.number("most") if "most" in reader.table else None,
        award=reader.text("award"),
    )


def _quota(reader: Reader) -> Quota:
    reader.only(_QUOTA_KEYS, ("id", "award", "value"))
    return Quota(
        id=reader.text("id"),
        award=reader.text("award"),
        value=reader.text("value"),
        of_award=reader.text("of_award"),
    )


def _check_references(book: Rulebook, tables: _Tables) -> None:
    for award in book.awards.values():
        file = tables.files[f"{AWARDS}/{award.id}"]
        for cite in (award.cite, *(bonus.cite for bonus in award.bonuses)):
            _known_text(file, cite, book)
        for criterion in award.criteria:
            _check_criterion(file, criterion, book)
    for criterion in book.common:
        _check_criterion(RULES, criterion, book)
    for entry in (*book.values, *book.open_values):
        _known_text(RULES, entry.cite, book)
    _check_shares(book)
    for period in book.periods:
        _check_period(period, book)


def _check_shares(book: Rulebook) -> None:
    for one in book.open_values:
        _known_award(RULES, one.id, "award", one.award, book)
    values = {value.id: value for value in book.values}
    for quota in book.quotas:
        _known_award(RULES, quota.id, "award", quota.award, book)
        _known_award(RULES, quota.id, "award", quota.of_award, book)
        if quota.value not in values:
            raise _unknown(RULES, quota.id, "value", quota.value, values)


def _check_period(period: Period, book: Rulebook) -> None:
    for text in period.texts:
        _known_text(RULES, Cite(text), book)
    for decider in period.deciders:
        _known_text(RULES, decider.cite, book)
        _known_award(RULES, period.id, "decider", decider.award, book)


def _known_award(file: str, place: str, key: str, award: str, book: Rulebook) -> None:
    if award and award not in book.awards:
        raise _unknown(file, place, key, award, book.awards)


def _check_criterion(file: str, criterion: Criterion, book: Rulebook) -> None:
    _known_text(file, criterion.cite, book, criterion.id)
    parameters = criterion.parameters
    named = [parameters.get(key) for key in ("award", "of_award", "mixed_with", "after")]
    others = parameters.get("or_awards", ())
    named += list(others) if isinstance(others, tuple) else []
    for award in (*named, *criterion.scope.awards):
        _known_award(file, criterion.id, "award", str(award or ""), book)
    for child in criterion.children:
        _check_criterion(file, child, book)


def _known_text(file: str, cite: Cite, book: Rulebook, place: str = "cite") -> None:
    if cite.text not in book.texts:
        raise _unknown(file, place, "text", cite.text, book.texts)


def _unknown(
    file: str, place: str, key: str, value: str, known: Mapping[str, object]
) -> CatalogError:
    return CatalogError(
        "rule.unknown_value",
        file=file,
        place=place,
        key=key,
        value=value,
        nearest=near(value, known),
        known=sorted(known),
    )
