"""Read one form file (forms/bieu_mau/<id>.toml) strictly: every mistake is named with its place."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import cast

from khenthuong import texts
from khenthuong.catalog.form_vocabulary import (
    CHECK_KEYS,
    CHECK_PARAMETERS,
    FIELD_KEYS,
    FIELD_REQUIRED,
    FORM_KEYS,
    FORM_REQUIRED,
    SCHEMA,
    SECTION_KEYS,
    SECTION_REQUIRED,
    SHOW_IF_KEYS,
)
from khenthuong.catalog.toml_lines import line_of, lines_of
from khenthuong.catalog.toml_reader import NO_TOML
from khenthuong.domain.forms import (
    FIELD_TYPES,
    PAPER_SCOPES,
    CheckDef,
    FieldDef,
    FormDef,
    SectionDef,
    ShowIf,
)
from khenthuong.domain.kinds import Authority, Checked, MeetingKind, RecipientKind, RoundKind
from khenthuong.domain.layout import Sheet
from khenthuong.errors import CatalogError

_ID = re.compile(r"[a-z][a-z0-9_]*")
_PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9/-]*")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

_SYNTAX_LINE = re.compile(r"line (\d+)")
_NO_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_ORDERED = ("date", "year", "integer")

Table = Mapping[str, object]


def read_form(
    path: Path, *, provincial: bool = False, lists: Mapping[str, tuple[str, ...]] = _NO_LISTS
) -> FormDef:
    """The form of a TOML file; raises CatalogError naming file, line, place, key and remedy.

    `lists` are the choices of forms/danh_muc by id.
    """
    text = _read_text(path)
    try:
        table = tomllib.loads(text)
    except NO_TOML as error:
        line = _SYNTAX_LINE.search(str(error))
        raise CatalogError(
            "form.not_toml",
            file=path.name,
            detail=str(error),
            line=int(line[1]) if line else text.count("\n") + 1,
        ) from error
    reader = _Reader(path.name, lines_of(text), lists)
    reader.check_keys("", table, FORM_KEYS, FORM_REQUIRED)
    return reader.form(table, path.stem, provincial)


def _read_text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CatalogError("form.unreadable", file=path.name, detail=str(error)) from error
    if raw.startswith(_UTF16) or b"\0" in raw[:200]:
        raise CatalogError("form.not_utf8", file=path.name)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise CatalogError("form.not_utf8", file=path.name) from error


class _Reader:
    """The file's name and lines travel with every refusal."""

    def __init__(
        self, file: str, lines: Mapping[str, int], lists: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._file = file
        self._lines = lines
        self._lists = lists

    def form(self, table: Table, stem: str, provincial: bool) -> FormDef:
        """All of the file; called after its keys were checked."""
        self._require(table["schema"] == SCHEMA, "form.schema", "schema", known=SCHEMA)
        self._require(table["id"] == stem, "form.id", "id", id=table["id"], expected=stem)
        self._match(_ID, "id", str(table["id"]))
        if "file_name" in table:
            self._match(_FILE_NAME, "file_name", str(table["file_name"]))
        template = str(table["template"])
        self._require(
            template.lower().endswith(".docx") and "/" not in template and "\\" not in template,
            "form.template_name",
            "template",
            template=template,
        )
        sections = self._sections(table["section"])
        self._check_unique(sections)
        start, end = _day(table.get("valid_from")), _day(table.get("valid_to"))
        self._require(start is None or end is None or start <= end, "form.days", "valid_to")
        kind = str(table.get("kind", stem))
        self._match(_ID, "kind", kind)
        was = self._texts("", table, "was")
        for old in was:
            self._match(_ID, "was", old)
        return FormDef(
            id=kind,
            file=stem,
            was=was,
            checks=self._checks(table.get("check", []), sections),
            version=str(table["version"]),
            title=str(table["title"]),
            template=template,
            scope=self._one_of("scope", table["scope"], PAPER_SCOPES),
            sections=sections,
            number=str(table.get("number", "")),
            decree=str(table.get("decree", "")),
            valid_from=start,
            valid_to=end,
            checked=Checked(self._one_of("checked", table.get("checked", "chua"), Checked)),
            note=str(table.get("note", "")),
            recipients=self._several("recipients", table, RecipientKind),
            authorities=self._several("authorities", table, Authority),
            rounds=self._several("rounds", table, RoundKind),
            meetings=self._several("meetings", table, MeetingKind),
            file_name=str(table.get("file_name", "")),
            layout=Sheet(self._one_of("layout", table.get("layout", Sheet.PAPER), Sheet)),
            order=_whole(table.get("order", 0)),
            group=str(table.get("group", "")),
            symbol=str(table.get("symbol", "")),
            provincial=provincial,
        )

    def check_keys(
        self, place: str, table: Table, known: Mapping[str, type], required: Iterable[str]
    ) -> None:
        """Unknown keys, missing keys and values of the wrong kind."""
        for key, value in table.items():
            if key not in known:
                raise self._error("form.unknown_key", place, key=key, nearest=_near(key, known))
            wanted = known[key]
            if type(value) is not wanted:
                raise self._error(
                    "form.wrong_type", place, key=key, wanted=texts.say(f"type.{wanted.__name__}")
                )
            if wanted is list and not value:
                raise self._error("form.empty", place, key=key)
        for key in required:
            if key not in table or table[key] == "":
                raise self._error("form.missing_key", place, key=key)

    def _sections(self, raw: object) -> tuple[SectionDef, ...]:
        return tuple(
            self._section(number, entry) for number, entry in enumerate(_rows(raw), start=1)
        )

    def _section(self, number: int, raw: object) -> SectionDef:
        place = f"section[{number}]"
        table = self._table(place, raw)
        self.check_keys(place, table, SECTION_KEYS, SECTION_REQUIRED)
        fields = self._fields(place, table["field"], within_table=False)
        rule = self._show_if(place, table)
        if rule is not None:
            inside = rule.field in {field.key for field in fields}
            self._require(not inside, "form.show_if_inside", f"{place}.show_if", key=rule.field)
            fields = tuple(replace(field, within=rule) for field in fields)
        return SectionDef(str(table["title"]), fields, rule)

    def _fields(self, place: str, raw: object, *, within_table: bool) -> tuple[FieldDef, ...]:
        word = "columns" if within_table else "field"
        return tuple(
            self._field(f"{place}.{word}[{number}]", entry, within_table)
            for number, entry in enumerate(_rows(raw), start=1)
        )

    def _field(self, place: str, raw: object, within_table: bool) -> FieldDef:
        table = self._table(place, raw)
        self.check_keys(place, table, FIELD_KEYS, FIELD_REQUIRED)
        key = str(table["key"])
        place = f"{place} «{key}»"
        kind = self._one_of("type", table["type"], FIELD_TYPES, place)
        fact, blank = table.get("fact") is True, table.get("blank") is True
        self._match(_PATH if fact or blank else _ID, "key", key, place)
        self._check_combination(place, table, kind)
        source = str(table.get("from", key if (fact or blank) and not within_table else ""))
        if source:
            self._match(_PATH, "from", source, place)
        return FieldDef(
            key=key,
            type=kind,
            label=str(table["label"]),
            required=table.get("required") is True,
            help=str(table.get("help", "")),
            min=str(table.get("min", "")),
            max=str(table.get("max", "")),
            pattern=self._pattern(place, table),
            choices=self._choices(place, table),
            max_words=_whole(table["max_words"]) if "max_words" in table else None,
            show_if=self._show_if(place, table),
            source=source,
            fact=fact,
            blank=blank,
            was=self._texts(place, table, "was"),
            columns=self._fields(place, table.get("columns", []), within_table=True),
        )

    def _check_combination(self, place: str, table: Table, kind: str) -> None:
        self._require((kind == "table") == ("columns" in table), "form.columns", place)
        given = [key for key in ("choices", "choices_from") if key in table]
        self._require((kind == "choice") == bool(given), "form.choices", place)
        self._require(len(given) < 2, "form.two_choices", place)
        self._require(not (table.get("fact") and table.get("blank")), "form.fact_and_blank", place)

    def _choices(self, place: str, table: Table) -> tuple[str, ...]:
        name = str(table.get("choices_from", ""))
        if not name:
            return self._texts(place, table, "choices")
        if name not in self._lists:
            nearest = _near(name, self._lists)
            raise self._error(
                "form.no_list", place, key="choices_from", value=name, nearest=nearest
            )
        return self._lists[name]

    def _pattern(self, place: str, table: Table) -> str:
        pattern = str(table.get("pattern", ""))
        try:
            re.compile(pattern)
        except re.error as error:
            raise self._error("form.pattern", place, pattern=pattern, detail=str(error)) from error
        return pattern

    def _show_if(self, place: str, table: Table) -> ShowIf | None:
        if "show_if" not in table:
            return None
        raw = self._table(place, table["show_if"])
        self.check_keys(f"{place}.show_if", raw, SHOW_IF_KEYS, SHOW_IF_KEYS)
        return ShowIf(str(raw["field"]), str(raw["equals"]))

    def _check_unique(self, sections: tuple[SectionDef, ...]) -> None:
        fields = [field for section in sections for field in section.fields]
        seen: set[str] = set()
        places = dict(_placed(sections))
        for field in fields:
            for name in (field.key, *field.was):
                self._require(name not in seen, "form.twice", places[field.key], key=name)
                seen.add(name)
        for field in fields:
            group = field.key.rpartition(".")[0]
            self._require(group not in seen, "form.twice", places[field.key], key=group)
        asked = {f.key for f in fields}
        for field in fields:
            for rule in field.conditions:
                if rule.field not in asked:
                    raise self._error(
                        "form.show_if",
                        places[field.key],
                        key=rule.field,
                        nearest=_near(rule.field, asked),
                    )

    def _checks(self, raw: object, sections: tuple[SectionDef, ...]) -> tuple[CheckDef, ...]:
        fields = {f.key: f for one in sections for f in one.fields if not f.fact and not f.blank}
        return tuple(
            self._check(f"check[{number}]", entry, fields)
            for number, entry in enumerate(_rows(raw), start=1)
        )

    def _check(self, place: str, raw: object, fields: Mapping[str, FieldDef]) -> CheckDef:
        table = self._table(place, raw)
        self.check_keys(place, table, CHECK_KEYS, ("kind", "says"))
        kind = self._one_of("kind", table["kind"], CHECK_PARAMETERS, place)
        wanted = CHECK_PARAMETERS[kind]
        for key in wanted:
            self._require(key in table, "form.check", place, kind=kind, key=key)
        for key in table:
            known = key in ("kind", "says", *wanted)
            self._require(known, "form.check_extra", place, kind=kind, key=key)
        check = CheckDef(
            kind=kind,
            says=str(table["says"]),
            table=str(table.get("table", "")),
            column=str(table.get("column", "")),
            fields=self._texts(place, table, "fields"),
            equals=str(table.get("equals", "")),
        )
        self._check_operands(place, check, fields)
        return check

    def _check_operands(self, place: str, check: CheckDef, fields: Mapping[str, FieldDef]) -> None:
        if check.table:
            rows = self._operand(place, check.table, fields, ("table",), "type.rows")
            columns = {column.key: column for column in rows.columns}
            types = ("integer",) if check.kind == "column_sum" else FIELD_TYPES
            self._operand(place, check.column, columns, types, "type.column")
        if check.equals:
            self._operand(place, check.equals, fields, ("integer",), "type.number")
        summed = check.kind == "sum"
        types, words = (("integer",), "type.number") if summed else (_ORDERED, "type.ordered")
        for key in check.fields:
            self._operand(place, key, fields, types, words)
        self._require(len(check.fields) != 1, "form.check_two", place)

    def _operand(
        self,
        place: str,
        key: str,
        fields: Mapping[str, FieldDef],
        types: tuple[str, ...],
        words: str,
    ) -> FieldDef:
        fitting = [name for name, field in fields.items() if field.type in types]
        if key not in fitting:
            nearest, wanted = _near(key, fitting), texts.say(words)
            raise self._error("form.check_field", place, key=key, wanted=wanted, nearest=nearest)
        return fields[key]

    def _several(self, key: str, table: Table, known: Iterable[str]) -> tuple[str, ...]:
        values = _rows(table.get(key, []))
        return tuple(self._one_of(key, value, known) for value in values)

    def _texts(self, place: str, table: Table, key: str) -> tuple[str, ...]:
        values = _rows(table.get(key, []))
        self._require(
            all(isinstance(v, str) for v in values),
            "form.wrong_type",
            place,
            key=key,
            wanted=texts.say("type.texts"),
        )
        return tuple(str(value) for value in values)

    def _one_of(self, key: str, value: object, known: Iterable[str], place: str = "") -> str:
        words = [str(word) for word in known]
        if str(value) not in words:
            raise self._error(
                "form.unknown_value",
                place,
                key=key,
                value=str(value),
                nearest=_near(str(value), words),
                known=words,
            )
        return str(value)

    def _match(self, pattern: re.Pattern[str], key: str, value: str, place: str = "") -> None:
        self._require(bool(pattern.fullmatch(value)), "form.bad_name", place, key=key, value=value)

    def _table(self, place: str, raw: object) -> Table:
        self._require(
            isinstance(raw, Mapping),
            "form.wrong_type",
            place,
            key="",
            wanted=texts.say("type.dict"),
        )
        return raw  # type: ignore[return-value]

    def _require(self, holds: bool, code: str, place: str, **arguments: object) -> None:
        if not holds:
            raise self._error(code, place, **arguments)

    def _error(self, code: str, place: str, **arguments: object) -> CatalogError:
        key = str(arguments.get("key", ""))
        line = line_of(self._lines, place, key)
        told = {"line": line, "place": place}
        at = texts.say("form.at" if place else "form.at_line", told)
        return CatalogError(
            code, file=self._file, place=place or "-", line=line, at=at, **arguments
        )


def _near(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them where none is near."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=1)
    return near[0] if near else ", ".join(words)


def _placed(sections: tuple[SectionDef, ...]) -> Iterator[tuple[str, str]]:
    """Where each field stands in the file, by its key: the last one of a key that stands twice."""
    for row, section in enumerate(sections, start=1):
        for column, field in enumerate(section.fields, start=1):
            yield field.key, f"section[{row}].field[{column}] «{field.key}»"


def _rows(raw: object) -> list[object]:
    return list(cast("list[object]", raw)) if isinstance(raw, list) else []


def _whole(raw: object) -> int:
    return raw if isinstance(raw, int) else 0


def _day(raw: object) -> date | None:
    return raw if isinstance(raw, date) else None
