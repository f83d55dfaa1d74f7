"""Rendering: the same document as docxtpl, strict, deterministic; wrong templates are refused."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError
from lxml import etree

from khenthuong import texts
from khenthuong.catalog.form_library import template_path
from khenthuong.documents import check_template
from khenthuong.documents.context import build_context
from khenthuong.documents.environment import environment
from khenthuong.documents.filters import HYPHEN
from khenthuong.documents.readback import UnreadablePaperError
from khenthuong.documents.render import PaperRenderer
from khenthuong.documents.text import plain_text
from khenthuong.domain.forms import FieldDef, FormDef, SectionDef
from khenthuong.errors import TemplateError
from khenthuong.paths import shipped
from tests.documents.invented import answers, facts, nominee_for

Forms = Mapping[str, FormDef]

WIDTHS = re.compile(rb"</?w:(?:gridCol|tcW)[^>]*>")
ROWS = FieldDef(
    "ca_nhan",
    "table",
    "Cá nhân",
    fact=True,
    columns=(FieldDef("ho_ten", "text", "Họ tên"), FieldDef("nam", "year", "Năm")),
)
FORM = FormDef(
    "thu",
    "1",
    "Biểu thử",
    "thu.docx",
    "dossier",
    (
        SectionDef(
            "A",
            (
                FieldDef("ho_ten", "text", "Họ tên"),
                FieldDef("co_quan.ten", "text", "Cơ quan", fact=True),
                ROWS,
            ),
        ),
    ),
)


def template(folder: Path, *paragraphs: str, header: str = "") -> Path:
    """A template as somebody makes it in Word."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = folder / "thu.docx"
    document.save(str(path))
    return path


def shipped_template(form: FormDef) -> Path:
    return template_path(form, shipped("forms"), None)


def xml(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def canonical(data: bytes, *, with_hyphens: bool = False) -> bytes:
    text = xml(data).decode()
    if with_hyphens:  # the one thing our renderer does besides
        text = text.replace(HYPHEN, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
    return etree.tostring(etree.fromstring(text.encode()), method="c14n")


def refusal(folder: Path, *paragraphs: str, header: str = "") -> tuple[str, str]:
    with pytest.raises(TemplateError) as caught:
        check_template(template(folder, *paragraphs, header=header), FORM)
    return caught.value.code, texts.say(caught.value.code, caught.value.arguments)


def test_same_document_as_docxtpl(forms: Forms) -> None:
    given = facts()
    for form in forms.values():
        path = shipped_template(form)
        context = build_context(form, given, nominee_for(form, given), answers(form, "a & b\n<c>"))
        theirs = DocxTemplate(path)
        theirs.render(context, environment(), autoescape=True)
        buffer = io.BytesIO()
        theirs.save(buffer)
        ours = canonical(PaperRenderer(path, form).render(context))
        naive = canonical(buffer.getvalue(), with_hyphens=True)
        # docxtpl reckons column widths anew and takes a nested table's cells for its own.
        assert WIDTHS.sub(b"", ours) == WIDTHS.sub(b"", naive)


def test_same_bytes_every_time(forms: Forms) -> None:
    form, given = forms["to_trinh"], facts()
    context = build_context(form, given, None, answers(form))
    path = shipped_template(form)
    first, second = (PaperRenderer(path, form).render(context) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == names


def test_untouched_parts_stay_as_they_lie(forms: Forms) -> None:
    form, given = forms["to_trinh"], facts()
    made = PaperRenderer(shipped_template(form), form).render(
        build_context(form, given, None, answers(form))
    )
    with zipfile.ZipFile(io.BytesIO(made)) as new, zipfile.ZipFile(shipped_template(form)) as old:
        for name in old.namelist():
            if name != "word/document.xml":
                assert new.read(name) == old.read(name)


def test_opens_in_word_s_own_model(forms: Forms) -> None:
    given = facts()
    for form in forms.values():
        context = build_context(form, given, nominee_for(form, given), answers(form))
        made = PaperRenderer(shipped_template(form), form).render(context)
        assert Document(io.BytesIO(made)).paragraphs


def test_a_thousand_rows_come_out_whole(forms: Forms) -> None:
    form = forms["danh_sach"]
    given = facts(units=0, persons=1000, households=0)
    context = build_context(form, given, None, None)
    made = PaperRenderer(shipped_template(form), form).render(context)
    rows = [line for line in plain_text(made).splitlines() if re.match(r"\d+ \| ", line)]
    assert len(rows) == 1000
    assert rows[-1].startswith("1000 | ")
    assert xml(made).count(b"<w:tblHeader/>") == 1


def test_five_thousand_words_come_out_whole(forms: Forms) -> None:
    form, given = forms["bao_cao_thanh_tich_ca_nhan"], facts()
    text = " ".join(f"từ{n}" for n in range(5000))
    made = PaperRenderer(shipped_template(form), form).render(
        build_context(form, given, nominee_for(form, given), answers(form, thanh_tich=text))
    )
    assert text in plain_text(made)


def test_line_feeds_become_paragraphs_of_the_same_style(forms: Forms) -> None:
    form, given = forms["bao_cao_thanh_tich_ca_nhan"], facts()
    made = PaperRenderer(shipped_template(form), form).render(
        build_context(
            form, given, nominee_for(form, given), answers(form, thanh_tich="ý một\ný hai")
        )
    )
    styles = {p.text: p.style.name for p in Document(io.BytesIO(made)).paragraphs if p.style}
    assert styles["ý một"] == styles["ý hai"] == "Thân văn bản"


def test_a_symbol_stays_on_one_line_and_copies_as_it_is(forms: Forms) -> None:
    form, given = forms["quyet_dinh_khen_thuong"], facts(sealed=True)
    made = PaperRenderer(shipped_template(form), form).render(
        build_context(form, given, None, answers(form))
    )
    assert b"/TTr</w:t><w:noBreakHyphen/>" in xml(made)
    assert HYPHEN.encode() not in xml(made)
    assert "số 05/TTr-VHXH ngày" in plain_text(made)
    assert any("05/TTr-VHXH" in p.text for p in Document(io.BytesIO(made)).paragraphs)


def test_tags_in_headers_are_filled(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ ho_ten }}", header="Trang của {{ co_quan.ten }}")
    context = {"ho_ten": "A & B", "co_quan": {"ten": "Ủy ban <nhân dân>"}, "ca_nhan": []}
    made = PaperRenderer(path, FORM).render(context)
    opened = Document(io.BytesIO(made))
    assert opened.paragraphs[0].text == "A & B"
    assert opened.sections[0].header.paragraphs[0].text == "Trang của Ủy ban <nhân dân>"


@pytest.mark.parametrize(
    ("text", "name", "nearest"),
    [
        ("Tên: {{ ho_tenn }}", "ho_tenn", "ho_ten"),
        ("{{ họ_tên }}", "họ_tên", "ho_ten"),
        ("{{ ho\u0323_te\u0302n }}", "họ_tên", "ho_ten"),
        ("{{ co_quan.tenn }}", "co_quan.tenn", "co_quan.ten"),
        ("{{ co_quan['tenn'] }}", "co_quan.tenn", "co_quan.ten"),
        ("{{ ho_ten.upper }}", "ho_ten.upper", "ho_ten"),
        ("{% for r in ca_nhan %}{{ r.ho_tenn }}{% endfor %}", "r.ho_tenn", "r.ho_ten"),
        ("{% if ho_ten %}a{% else %}{{ ho_tem }}{% endif %}", "ho_tem", "ho_ten"),
        ("{% if a_b %}x{% endif %}", "a_b", "ca_nhan, co_quan, ho_ten"),
        ("{{ ho_ten | default(ho_te) }}", "ho_te", "ho_ten"),
        ("{% set x = ca_nhan %}{% for r in x %}{{ r.namm }}{% endfor %}", "r.namm", "r.nam"),
        ("{{ ca_nhan[0].hoten }}", "ca_nhan[].hoten", "ca_nhan[].ho_ten"),
        ("{{ (ho_ten ~ la_gi) | hoa }}", "la_gi", "ca_nhan, co_quan, ho_ten"),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(
    tmp_path: Path, text: str, name: str, nearest: str
) -> None:
    code, sentence = refusal(tmp_path, "Dòng đầu", text)
    assert code == "template.unknown_name"
    assert f"«{name}»" in texts.say(
        "template.unknown_name", {"file": "", "place": "", "name": name, "nearest": nearest}
    )
    assert f"có phải «{nearest}»" in sentence
    assert "thân văn bản, đoạn 2" in sentence


def test_headers_are_checked_too(tmp_path: Path) -> None:
    code, sentence = refusal(tmp_path, "x", header="{{ ho_tenn }}")
    assert code == "template.unknown_name"
    assert "đầu trang" in sentence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% for r in ho_ten %}{{ r }}{% endfor %}", "template.not_rows"),
        ("{{ ho_ten", "template.syntax"),
        ("{% if ho_ten %}", "template.syntax"),
        ("{{ ho_ten | khong_co }}", "template.syntax"),
        ("{%tc for r in ca_nhan %}", "template.column_tags"),
    ],
)
def test_wrong_tags_are_refused(tmp_path: Path, text: str, code: str) -> None:
    assert refusal(tmp_path, text)[0] == code


@pytest.mark.parametrize(
    "text",
    [
        "{% for r in ca_nhan %}{{ loop.index }} {{ r.ho_ten }}{% endfor %}",
        "{% for r in ca_nhan | sort(attribute='nam') %}{{ r.nam }}{% endfor %}",
        "{% set n = ho_ten %}{{ n }}",
        "{{ ca_nhan | length }}",
        "{{ ho_ten or 'không' }}",
    ],
)
def test_honest_templates_are_taken(tmp_path: Path, text: str) -> None:
    path = template(tmp_path, text)
    context = {"ho_ten": "A", "co_quan": {"ten": "B"}, "ca_nhan": [{"ho_ten": "A", "nam": "2025"}]}
    assert PaperRenderer(path, FORM).render(context)


@pytest.mark.parametrize(
    "text", ["{{ cycler.__init__.__globals__.os.getcwd() }}", "{{ ''.__class__.__mro__ }}"]
)
def test_a_template_is_no_program(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text)[0] == "template.unknown_name"
    with pytest.raises(SecurityError):
        environment().from_string("{{ ''['__cla' ~ 'ss__'].__mro__ }}").render()


def test_a_name_that_is_missing_is_never_blank(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        PaperRenderer(template(tmp_path, "{{ ho_ten }}"), FORM).render({})
    assert "ho_ten" in texts.say(caught.value.code, caught.value.arguments)


def test_none_is_never_printed(tmp_path: Path) -> None:
    made = PaperRenderer(template(tmp_path, "[{{ ho_ten }}]"), FORM).render({"ho_ten": None})
    assert "[]" in plain_text(made)


def test_macros_are_refused(tmp_path: Path) -> None:
    path = template(tmp_path, "x")
    as_macro = path.rename(tmp_path / "thu.docm")
    with pytest.raises(TemplateError) as caught:
        check_template(as_macro, FORM)
    assert caught.value.code == "template.macro"
    hidden = as_macro.rename(path)
    with zipfile.ZipFile(hidden, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(TemplateError) as caught:
        check_template(hidden, FORM)
    assert caught.value.code == "template.macro"


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "thu.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        check_template(path, FORM)
    assert caught.value.code == "template.unreadable"
    with pytest.raises(TemplateError):
        check_template(tmp_path / "khong_co.docx", FORM)


def test_memory_stays_flat(forms: Forms) -> None:
    """Rendering keeps nothing: after many papers the renderer holds what it held after one."""
    import tracemalloc

    form, given = forms["bao_cao_thanh_tich_ca_nhan"], facts()
    renderer = PaperRenderer(shipped_template(form), form)
    context = build_context(form, given, nominee_for(form, given), answers(form))
    for _ in range(3):
        renderer.render(context)
    tracemalloc.start()
    for _ in range(5):
        renderer.render(context)
    before = tracemalloc.get_traced_memory()[0]
    for _ in range(50):
        renderer.render(context)
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert after - before < 50_000


def test_number_words_survive_replacement(forms: Forms) -> None:
    """A context may be changed by a caller; the renderer takes what it is given."""
    form, given = forms["quyet_dinh_khen_thuong"], facts()
    given = replace(given, base_salary=None)
    made = PaperRenderer(shipped_template(form), form).render(
        build_context(form, given, None, answers(form))
    )
    assert "mức lương cơ sở" not in plain_text(made)


@pytest.mark.parametrize(
    "bomb",
    [
        "{{ 'x' * 999999999 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x'.ljust(999999999) }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ 'x'|center(999999999) }}",
        "{{ '%999999999d'|format(1) }}",
    ],
)
def test_a_text_that_grows_without_end_is_refused_at_once(tmp_path: Path, bomb: str) -> None:
    path = template(tmp_path, "Số", bomb)
    with pytest.raises(TemplateError):
        PaperRenderer(path, FORM).render({})


def test_a_zip_that_lies_about_its_places_is_no_template(tmp_path: Path) -> None:
    path = template(tmp_path, "x")
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 16 : end + 20] = b"\xff\xff\xff\x7f"
    path.write_bytes(data)
    with pytest.raises(TemplateError) as caught:
        check_template(path, FORM)
    assert caught.value.code == "template.unreadable"
    with pytest.raises(UnreadablePaperError):
        plain_text(bytes(data))


def test_plain_text_follows_no_entity(tmp_path: Path) -> None:
    path = template(tmp_path, "x")
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"]
    head = body.index(b"?>") + 2
    parts["word/document.xml"] = body[:head] + entity + body[head:].replace(b">x<", b">(&a;)<")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert plain_text(path.read_bytes()) == "(\n"
