"""Read one form file (forms/bieu_mau/<id>.toml) strictly: every mistake is named with its place."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from khenthuong import texts
from khenthuong.domain.forms import FIELD_TYPES, PAPER_SCOPES, FieldDef, FormDef, SectionDef, ShowIf
from khenthuong.domain.kinds import Authority, Checked, MeetingKind, RecipientKind, RoundKind
from khenthuong.domain.layout import Sheet
from khenthuong.errors import CatalogError

SCHEMA = 1

_FORM_KEYS = {
    "schema": int,
    "id": str,
    "version": str,
    "title": str,
    "template": str,
    "scope": str,
    "number": str,
    "decree": str,
    "valid_from": date,
    "valid_to": date,
    "checked": str,
    "note": str,
    "recipients": list,
    "authorities": list,
    "rounds": list,
    "meetings": list,
    "file_name": str,
    "order": int,
    "group": str,
    "symbol": str,
    "layout": str,
    "section": list,
}
_FORM_REQUIRED = ("schema", "id", "version", "title", "template", "scope", "section")
_SECTION_KEYS = {"title": str, "field": list}
_FIELD_KEYS = {
    "key": str,
    "type": str,
    "label": str,
    "help": str,
    "required": bool,
    "min": str,
    "max": str,
    "pattern": str,
    "choices": list,
    "max_words": int,
    "show_if": dict,
    "from": str,
    "fact": bool,
    "blank": bool,
    "was": list,
    "columns": list,
}
_FIELD_REQUIRED = ("key", "type", "label")
_SHOW_IF_KEYS = {"field": str, "equals": str}
_ID = re.compile(r"[a-z][a-z0-9_]*")
_PATH = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_FILE_NAME = re.compile(r"[a-z0-9][a-z0-9/-]*")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

Table = Mapping[str, object]


def read_form(path: Path, *, provincial: bool = False) -> FormDef:
    """The form of a TOML file; raises CatalogError naming file, place, key and remedy."""
    table = _read_toml(path)
    reader = _Reader(path.name)
    reader.check_keys("", table, _FORM_KEYS, _FORM_REQUIRED)
    return reader.form(table, path.stem, provincial)


def _read_toml(path: Path) -> Table:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CatalogError("form.unreadable", file=path.name, detail=str(error)) from error
    if raw.startswith(_UTF16) or b"\0" in raw[:200]:
        raise CatalogError("form.not_utf8", file=path.name)
    try:
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise CatalogError("form.not_utf8", file=path.name) from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogError("form.not_toml", file=path.name, detail=str(error)) from error


class _Reader:
    """The file's name travels with every refusal."""

    def __init__(self, file: str) -> None:
        self._file = file

    def form(self, table: Table, stem: str, provincial: bool) -> FormDef:
        """All of the file; called after its keys were checked."""
        self._require(table["schema"] == SCHEMA, "form.schema", "", known=SCHEMA)
        self._require(table["id"] == stem, "form.id", "", id=table["id"], expected=stem)
        self._match(_ID, "id", str(table["id"]))
        if "file_name" in table:
            self._match(_FILE_NAME, "file_name", str(table["file_name"]))
        template = str(table["template"])
        self._require(
            template.lower().endswith(".docx") and "/" not in template and "\\" not in template,
            "form.template_name",
            "",
            template=template,
        )
        sections = self._sections(table["section"])
        self._check_unique(sections)
        return FormDef(
            id=stem,
            version=str(table["version"]),
            title=str(table["title"]),
            template=template,
            scope=self._one_of("scope", table["scope"], PAPER_SCOPES),
            sections=sections,
            number=str(table.get("number", "")),
            decree=str(table.get("decree", "")),
            valid_from=_day(table.get("valid_from")),
            valid_to=_day(table.get("valid_to")),
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
        self.check_keys(place, table, _SECTION_KEYS, ("title", "field"))
        fields = self._fields(place, table["field"], within_table=False)
        return SectionDef(str(table["title"]), fields)

    def _fields(self, place: str, raw: object, *, within_table: bool) -> tuple[FieldDef, ...]:
        word = "columns" if within_table else "field"
        return tuple(
            self._field(f"{place}.{word}[{number}]", entry, within_table)
            for number, entry in enumerate(_rows(raw), start=1)
        )

    def _field(self, place: str, raw: object, within_table: bool) -> FieldDef:
        table = self._table(place, raw)
        self.check_keys(place, table, _FIELD_KEYS, _FIELD_REQUIRED)
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
            choices=self._texts(place, table, "choices"),
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
        self._require((kind == "choice") == ("choices" in table), "form.choices", place)
        self._require(not (table.get("fact") and table.get("blank")), "form.fact_and_blank", place)

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
        self.check_keys(f"{place}.show_if", raw, _SHOW_IF_KEYS, _SHOW_IF_KEYS)
        return ShowIf(str(raw["field"]), str(raw["equals"]))

    def _check_unique(self, sections: tuple[SectionDef, ...]) -> None:
        fields = [field for section in sections for field in section.fields]
        seen: set[str] = set()
        for field in fields:
            for name in (field.key, *field.was):
                self._require(name not in seen, "form.twice", "", key=name)
                seen.add(name)
        for field in fields:
            group = field.key.rpartition(".")[0]
            self._require(group not in seen, "form.twice", "", key=group)
        asked = {f.key for f in fields}
        for field in fields:
            if field.show_if and field.show_if.field not in asked:
                raise self._error(
                    "form.show_if",
                    field.key,
                    key=field.show_if.field,
                    nearest=_near(field.show_if.field, asked),
                )

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
        return CatalogError(code, file=self._file, place=place or "-", **arguments)


def _near(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or all of them where none is near."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=1)
    return near[0] if near else ", ".join(words)


def _rows(raw: object) -> list[object]:
    return list(cast("list[object]", raw)) if isinstance(raw, list) else []


def _whole(raw: object) -> int:
    return raw if isinstance(raw, int) else 0


def _day(raw: object) -> date | None:
    return raw if isinstance(raw, date) else None
