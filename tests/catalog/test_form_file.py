"""The strict reader of forms: every mistake is named with file, place, key and remedy."""

from datetime import date
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.catalog.form_file import read_form
from khenthuong.domain.forms import FormDef, ShowIf
from khenthuong.domain.kinds import Checked
from khenthuong.errors import CatalogError

HEAD = """schema = 1
id = "thu"
version = "1"
title = "Biểu thử"
template = "thu.docx"
scope = "nomination"
"""
FIELD = """[[section]]
title = "I. Thông tin"
[[section.field]]
key = "ho_ten"
type = "text"
label = "Họ tên"
"""


def write(folder: Path, text: str, name: str = "thu.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def good(folder: Path) -> FormDef:
    return read_form(
        write(
            folder,
            HEAD
            + 'valid_from = 2025-07-01\nchecked = "van_ban"\n'
            + FIELD
            + 'required = true\nfrom = "nguoi.ten"\nwas = ["ten"]\n',
        )
    )


def test_reads_what_is_there(tmp_path: Path) -> None:
    form = good(tmp_path)
    assert (form.id, form.valid_from, form.checked) == ("thu", date(2025, 7, 1), Checked.TEXT)
    field = form.fields[0]
    assert (field.required, field.source, form.field("ten")) == (True, "nguoi.ten", field)


def test_facts_take_their_key_as_path(tmp_path: Path) -> None:
    text = HEAD + FIELD.replace('"ho_ten"', '"co_quan.ten"') + "fact = true\n"
    assert read_form(write(tmp_path, text)).fields[0].source == "co_quan.ten"


def test_show_if_and_columns(tmp_path: Path) -> None:
    text = (
        HEAD
        + FIELD
        + """show_if = { field = "co", equals = "co" }
[[section.field]]
key = "co"
type = "yesno"
label = "Có"
[[section.field]]
key = "bang"
type = "table"
label = "Bảng"
columns = [{ key = "nam", type = "year", label = "Năm" }]
"""
    )
    form = read_form(write(tmp_path, text))
    assert form.fields[0].show_if == ShowIf("co", "co")
    assert form.fields[2].columns[0].type == "year"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_notepad_s_mark_is_taken(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "thu.toml"
    path.write_text(HEAD + FIELD, encoding=encoding, newline="\r\n")
    assert read_form(path).title == "Biểu thử"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258"])
def test_other_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "thu.toml"
    path.write_bytes(
        (HEAD + FIELD).encode(encoding, errors="replace")
        if encoding != "cp1258"
        else HEAD.encode() + b'note = "Th\xe0nh"\n'
    )
    with pytest.raises(CatalogError) as caught:
        read_form(path)
    assert "lưu lại bằng UTF-8" in texts.say(caught.value.code, caught.value.arguments)


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (HEAD + "titel = 'x'\n" + FIELD, "form.unknown_key", "có phải «title»?"),
        (HEAD.replace("schema = 1", "schema = 2") + FIELD, "form.schema", "schema = 1"),
        (HEAD.replace('"thu"', '"khac"') + FIELD, "form.id", "«thu»"),
        (HEAD.replace('version = "1"', "version = 1") + FIELD, "form.wrong_type", "ngoặc kép"),
        (HEAD.replace('title = "Biểu thử"\n', "") + FIELD, "form.missing_key", "«title»"),
        (HEAD.replace("nomination", "nominations") + FIELD, "form.unknown_value", "«nomination»"),
        (HEAD.replace("thu.docx", "../thu.docx") + FIELD, "form.template_name", ".docx"),
        (HEAD.replace("thu.docx", "thu.docm") + FIELD, "form.template_name", ".docx"),
        (HEAD + 'checked = "roi"\n' + FIELD, "form.unknown_value", "«checked»"),
        (HEAD + 'recipients = ["canhan"]\n' + FIELD, "form.unknown_value", "«ca_nhan»"),
        (HEAD + "recipients = []\n" + FIELD, "form.empty", "«recipients»"),
        (HEAD + 'file_name = "Tờ trình"\n' + FIELD, "form.bad_name", "«file_name»"),
        (HEAD + FIELD + "bat_buoc = true\n", "form.unknown_key", "section[1].field[1]"),
        (HEAD + FIELD.replace('"text"', '"string"'), "form.unknown_value", "multiline"),
        (HEAD + FIELD.replace('"ho_ten"', '"Họ tên"'), "form.bad_name", "không dấu"),
        (HEAD + FIELD.replace('"ho_ten"', '"a.b"'), "form.bad_name", "«a.b»"),
        (HEAD + FIELD + 'required = "true"\n', "form.wrong_type", "true hoặc false"),
        (HEAD + FIELD + "pattern = '['\n", "form.pattern", "«[»"),
        (HEAD + FIELD + 'from = "nguoi ten"\n', "form.bad_name", "«from»"),
        (HEAD + FIELD + 'choices = ["a"]\n', "form.choices", "choice"),
        (HEAD + FIELD.replace('"text"', '"table"'), "form.columns", "columns"),
        (HEAD + FIELD + "fact = true\nblank = true\n", "form.fact_and_blank", "blank"),
        (HEAD + FIELD + 'was = ["ho_ten"]\n', "form.twice", "«ho_ten»"),
        (HEAD + FIELD + FIELD[FIELD.index("[[section.field]]") :], "form.twice", "hai lần"),
        (
            HEAD + FIELD + 'show_if = { field = "ho_te", equals = "x" }\n',
            "form.show_if",
            "có phải «ho_ten»?",
        ),
        (HEAD + FIELD + 'key = "hai"\n', "form.not_toml", "TOML"),
        (HEAD + "[[section]]\ntitle = 'I'\n", "form.missing_key", "«field»"),
        (HEAD + "section = 'x'\n", "form.wrong_type", "«section»"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, code: str, told: str) -> None:
    with pytest.raises(CatalogError) as caught:
        read_form(write(tmp_path, text))
    sentence = texts.say(caught.value.code, caught.value.arguments)
    assert caught.value.code == code
    assert "thu.toml" in sentence
    assert told in sentence


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match=r"form\.unreadable"):
        read_form(tmp_path / "thu.toml")


AMOUNTS = """[[section.field]]
key = "tong"
type = "integer"
label = "Tổng"
[[section.field]]
key = "tu"
type = "date"
label = "Từ"
[[section.field]]
key = "den"
type = "date"
label = "Đến"
[[section.field]]
key = "bang"
type = "table"
label = "Bảng"
columns = [
  { key = "ten", type = "text", label = "Tên" }, { key = "so", type = "integer", label = "Số" },
]
"""
SUM = """[[check]]
kind = "column_sum"
says = "Tổng cột Số phải bằng ô Tổng."
table = "bang"
column = "so"
equals = "tong"
"""


def test_old_names_versions_lists_checks_and_sections_with_a_condition(tmp_path: Path) -> None:
    head = HEAD + 'kind = "to_khai"\nwas = ["to_khai_cu"]\n'
    section = """[[section]]
title = "II"
show_if = { field = "ho_ten", equals = "x" }
[[section.field]]
key = "dan_toc"
type = "choice"
label = "Dân tộc"
choices_from = "dan_toc"
"""
    path = write(tmp_path, head + FIELD + AMOUNTS + section + SUM)
    form = read_form(path, lists={"dan_toc": ("Kinh", "Tày")})
    assert (form.id, form.file, form.was) == ("to_khai", "thu", ("to_khai_cu",))
    last = form.fields[-1]
    assert last.choices == ("Kinh", "Tày")
    assert last.conditions == (ShowIf("ho_ten", "x"),)
    assert form.checks[0].says == "Tổng cột Số phải bằng ô Tổng."


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (HEAD + "titel = 'x'\n" + FIELD, "form.unknown_key", 7),
        (HEAD + FIELD + "bat_buoc = true\n", "form.unknown_key", 13),
        (HEAD + FIELD.replace('"text"', '"string"'), "form.unknown_value", 11),
        (HEAD + FIELD.replace('label = "Họ tên"\n', ""), "form.missing_key", 9),
        (HEAD.replace('version = "1"', "version = 1") + FIELD, "form.wrong_type", 3),
        (HEAD + "so = = 1\n" + FIELD, "form.not_toml", 7),
        (HEAD + FIELD + AMOUNTS + SUM.replace('"so"', '"ten"'), "form.check_field", 32),
        (HEAD + FIELD + AMOUNTS + SUM.replace('"bang"', '"tong"'), "form.check_field", 32),
        (HEAD + FIELD + AMOUNTS + SUM.replace('equals = "tong"\n', ""), "form.check", 32),
        (HEAD + FIELD + AMOUNTS + SUM + 'fields = ["tong"]\n', "form.check_extra", 38),
        (HEAD + FIELD + AMOUNTS + SUM.replace("column_sum", "sum_col"), "form.unknown_value", 33),
        (HEAD + "valid_from = 2026-01-01\nvalid_to = 2025-01-01\n" + FIELD, "form.days", 8),
        (
            HEAD
            + FIELD.replace(
                'title = "I. Thông tin"',
                'title = "I"\nshow_if = { field = "ho_ten", equals = "x" }',
            ),
            "form.show_if_inside",
            9,
        ),
        (
            HEAD + FIELD.replace('"text"', '"choice"') + 'choices_from = "dan_tok"\n',
            "form.no_list",
            13,
        ),
        (
            HEAD
            + FIELD.replace('"text"', '"choice"')
            + 'choices = ["a"]\nchoices_from = "dan_toc"\n',
            "form.two_choices",
            9,
        ),
    ],
)
def test_mistakes_name_their_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(CatalogError) as caught:
        read_form(write(tmp_path, text), lists={"dan_toc": ("Kinh",)})
    assert (caught.value.code, caught.value.arguments["line"]) == (code, line)
    if code != "form.not_toml":
        assert f"dòng {line}" in texts.say(caught.value.code, caught.value.arguments)
