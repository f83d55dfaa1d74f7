"""Rendering against docxtpl as its manual uses it, side by side in one run; ratios, not seconds.

scripts/kiem_thu tests/benchmarks/test_rendering.py -n 0 -p no:randomly -s
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.context import build_context
from khenthuong.documents.filters import FILTERS
from khenthuong.documents.render import PaperRenderer
from khenthuong.paths import shipped
from tests.documents.invented import answers, facts, nominee_for

FORMS = load_forms(shipped("forms"), None)[0]
REPORTS = sorted(form_id for form_id in FORMS if form_id.startswith("bao_cao_"))
LISTS = [("danh_sach", 1000), ("danh_sach", 5000), ("danh_sach_quyet_dinh", 1000)]
ROUNDS = 7


def naive(template: Path, context: Mapping[str, object]) -> bytes:
    """What docxtpl's manual shows: open, render, save."""
    jinja = Environment(autoescape=True)
    jinja.filters.update(FILTERS)
    document = DocxTemplate(template)
    document.render(dict(context), jinja, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def assemble(parts: list[tuple[str, bytes]]) -> bytes:
    """The same file put together from ready XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return buffer.getvalue()


def parts_of(made: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def best(work: Callable[[], object], times: int = ROUNDS) -> float:
    """The quickest of several: what the machine can do when nobody disturbs it."""
    found = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - started)
    return found


@pytest.mark.parametrize("form_id", REPORTS)
def test_a_report_is_made_far_faster_than_naively(form_id: str) -> None:
    form, given = FORMS[form_id], facts()
    template = template_path(form, shipped("forms"), None)
    context = build_context(form, given, nominee_for(form, given), answers(form))
    renderer = PaperRenderer(template, form)
    parts = parts_of(renderer.render(context))
    theirs = best(lambda: naive(template, context))
    ours = best(lambda: renderer.render(context), 40)
    bare = best(lambda: assemble(parts), 40)
    print(
        f"{form_id}: naive {theirs * 1e3:.1f} ms, ours {ours * 1e3:.2f} ms, "
        f"{theirs / ours:.1f}x; {ours / bare:.1f} of assembling"
    )
    assert theirs / ours >= 25
    assert ours / bare <= 4


@pytest.mark.parametrize(("form_id", "rows"), LISTS)
def test_a_long_list_too(form_id: str, rows: int) -> None:
    form, given = FORMS[form_id], facts(units=0, persons=rows, households=0)
    template = template_path(form, shipped("forms"), None)
    context = build_context(form, given, None, None)
    renderer = PaperRenderer(template, form)
    theirs, ours = best(lambda: naive(template, context), 3), best(lambda: renderer.render(context))
    print(
        f"{form_id}, {rows} rows: naive {theirs * 1e3:.0f} ms, ours {ours * 1e3:.0f} ms, "
        f"{theirs / ours:.1f}x"
    )
    assert theirs / ours >= 3
