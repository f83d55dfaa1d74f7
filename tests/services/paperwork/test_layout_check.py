"""Every paper of the program is laid out as NĐ 30 asks; and the check in words and JSON."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from khenthuong import storage, texts
from khenthuong.domain.layout import Component, Outcome, PagePart, PaperKind, Sheet, Weight
from khenthuong.domain.office_papers import Subject
from khenthuong.errors import LayoutError
from khenthuong.services.appraisal import rounds
from khenthuong.services.paperwork import layout_check, office_papers, papers
from khenthuong.services.paperwork.papers import MadePaper
from khenthuong.services.workspace import Workspace, open_workspace
from tests.documents.layout.samples import write_sample
from tests.documents.layout.test_judging import size, without, words
from tests.forms.test_word_order import out_of_order


@pytest.fixture(scope="module")
def made(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[MadePaper]:
    """Every paper of every round of the sample commune."""
    out = tmp_path_factory.mktemp("van-ban")
    with open_workspace(sample_root) as ws:
        codes = [summary.round.code for summary in rounds.rounds(ws)]
        return [p for code in codes for p in papers.make(ws, code, out / code).papers]


def test_every_paper_of_ours_is_right(made: list[MadePaper], commune: Workspace) -> None:
    assert {paper.plan.form_id for paper in made} >= {
        "to_trinh", "danh_sach", "bien_ban_hop_hoi_dong", "quyet_dinh_khen_thuong",
        "danh_sach_quyet_dinh", "bao_cao_thanh_tich_ca_nhan", "bao_cao_thanh_tich_tap_the",
        "bao_cao_thanh_tich_ho_gia_dinh", "phieu_tham_dinh", "muc_luc",
    }  # fmt: skip
    off = []
    for paper in made:
        report = layout_check.check(paper.path)
        if commune.forms[paper.plan.form_id].layout is not Sheet.OWN:
            off += [
                (paper.path.name, judgement.component.value, deviation.code)
                for judgement in report.judgements
                for deviation in judgement.against
            ]
            off += [
                (paper.path.name, j.component.value, "-") for j in report.judgements if j.missing
            ]
    assert off == []
    assert not any(layout_check.is_off(commune.forms[p.plan.form_id], p.path) for p in made)


def test_our_papers_keep_the_schema_s_order(made: list[MadePaper]) -> None:
    for paper in made:
        with zipfile.ZipFile(paper.path) as archive:
            assert out_of_order(etree.fromstring(archive.read("word/document.xml"))) == []


def test_an_invitation_is_right(commune: Workspace) -> None:
    code, meeting = next(
        (one.code, held.code)
        for one in storage.rounds.rounds(commune.books)
        for held in storage.rounds.meetings(commune.books, one.code)
        if not held.unit and held.place
    )
    made = office_papers.make(
        commune,
        "giay_moi_hop",
        Subject(round=code, meeting=meeting),
        {"noi_dung_hop": "cuộc họp xét khen thưởng"},
    )
    report = layout_check.check(made.path)
    assert [(j.component, d.code) for j in report.judgements for d in j.against] == []
    assert [j.component for j in report.judgements if j.missing] == []
    assert report.kind is PaperKind.NAMED


def test_kinds_of_our_papers(made: list[MadePaper]) -> None:
    kinds = {p.plan.form_id: layout_check.check(p.path).kind for p in made}
    assert kinds["to_trinh"] is PaperKind.REQUEST
    assert kinds["danh_sach"] is PaperKind.ANNEX
    assert kinds["bao_cao_thanh_tich_ca_nhan"] is PaperKind.MERIT_REPORT
    assert kinds["phieu_tham_dinh"] is PaperKind.OTHER


def test_a_form_says_whether_it_is_judged(tmp_path: Path, commune: Workspace) -> None:
    wrong = write_sample(tmp_path / "lech.docx", size("title", 20))
    assert layout_check.is_off(commune.forms["to_trinh"], wrong)
    assert not layout_check.is_off(commune.forms["phieu_tham_dinh"], wrong)
    good = write_sample(tmp_path / "dung.docx")
    assert not layout_check.is_off(commune.forms["to_trinh"], good)
    assert layout_check.is_off(commune.forms["danh_sach"], good)


def test_in_words(tmp_path: Path) -> None:
    path = write_sample(tmp_path / "lech.docx", size("state", 14), without("number"))
    told = {text.component: text for text in layout_check.in_words(layout_check.check(path))}
    state = told[Component.MOTTO_STATE]
    assert (state.outcome, state.part, state.name) == (Outcome.OFF, PagePart.HEAD, "Quốc hiệu")
    assert state.deviations[0].found == "cỡ chữ 14"
    assert state.deviations[0].asked == "cỡ 12 đến 13"
    assert state.deviations[0].cite == "Phụ lục I, Phần I, mục II.1.a"
    assert state.deviations[0].weight is Weight.MUST
    assert told[Component.NUMBER].missing
    assert told[Component.STYLES].cite == "Thực hành tốt, Nghị định không quy định"


def test_json_and_lines_say_the_same(tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK")
    off = write_sample(tmp_path / "lech.docx", words("number", "Số: 5/TTr-VHXH"))
    checked = layout_check.check_files([off, broken])
    answer = json.loads(json.dumps(layout_check.as_json(checked)))
    first, second = answer["files"]
    assert (first["kind"], first["deviations"], first["advice"]) == ("to_trinh", 1, 0)
    by_name = {one["component"]: one for one in first["components"]}
    assert by_name["so_ky_hieu"]["outcome"] == "lech"
    assert by_name["so_ky_hieu"]["deviations"][0]["code"] == "leading_zero"
    assert second["error"]["code"] == "layout.broken"
    lines = "\n".join(layout_check.lines(checked))
    assert "số nhỏ hơn 10 ghi thêm số 0 phía trước: 05" in lines
    assert "hong.docx" in lines
    assert [one.clean for one in checked] == [False, False]


def test_one_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LayoutError):
        layout_check.check(tmp_path / "khong-co.docx")


def test_every_word_is_there() -> None:
    for component in Component:
        assert texts.label(component)
        assert texts.knows(f"layout.rule.{component.value}")
        assert texts.knows(f"layout.place.{component.value}")
    for value in (*Outcome, *Weight, *PaperKind, *PagePart, *Sheet):
        assert texts.label(value)
