"""Papers read back at sealing: what somebody changed in Word is found and named."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khenthuong.documents.readback import body_of, read_body
from khenthuong.documents.readback_lists import contents_names
from khenthuong.domain.crosscheck import Mismatch, Severity
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office import Signer
from khenthuong.errors import UserError
from khenthuong.exchange.workbook_writer import write_list
from khenthuong.services import office
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import crosscheck, crosscheck_reasons, dossiers, sealing
from khenthuong.services.paperwork import paper_register, papers
from khenthuong.services.workspace import Workspace, open_workspace
from tests.edited_papers import copy_row, cut_row, retype, split_runs

MERIT, SUDDEN = "D1", "D4"
XA, TINH = Authority.COMMUNE, Authority.PROVINCE
PROPOSAL, LIST, MINUTES = "00-to-trinh.docx", "01-danh-sach.docx", "02-bien-ban-hop-hoi-dong.docx"
DECISION, DECISION_LIST = "07-quyet-dinh.docx", "08-danh-sach-quyet-dinh.docx"
Edit = Callable[[str, Callable[[Path], None]], None]


def folder(ws: Workspace, authority: Authority = XA, code: str = MERIT) -> Path:
    one = rounds.get_round(ws, code)
    return papers.round_folder(ws, one) / authority.value


@pytest.fixture(scope="session")
def made_root(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commune with the papers of its round of merit made, once."""
    root = tmp_path_factory.mktemp("van-ban") / "so"
    shutil.copytree(sample_root, root)
    with open_workspace(root) as ws:
        paper_register.make(ws, MERIT)
    return root


@pytest.fixture
def made(made_root: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of it, open."""
    root = tmp_path / "so"
    shutil.copytree(made_root, root)
    with open_workspace(root) as ws:
        yield ws


@pytest.fixture
def edit(made: Workspace) -> Edit:
    """Change one paper in Word and take it in."""

    def change(name: str, work: Callable[[Path], None]) -> None:
        work(folder(made) / name)
        paper_register.take_in_edited(made, MERIT, XA, name)

    return change


def errors(ws: Workspace, code: str = MERIT) -> list[Mismatch]:
    return [one for one in sealing.compare(ws, code) if one.severity is Severity.ERROR]


@pytest.mark.parametrize("code", ["D1", "D2", "D3", "D4"])
def test_the_programs_own_papers_agree(commune: Workspace, tmp_path: Path, code: str) -> None:
    result = sealing.seal(commune, code, tmp_path)
    assert result.packages
    assert result.mismatches == ()


def test_they_agree_with_numbers_and_dates_too(made: Workspace, tmp_path: Path) -> None:
    for form, number, day in (
        ("to_trinh", "5", date(2026, 1, 27)),
        ("quyet_dinh_khen_thuong", "12/QĐ-UBND", date(2026, 2, 3)),
    ):
        paper_register.record_number(made, MERIT, XA, form, number, day)
    assert sealing.seal(made, MERIT, tmp_path).mismatches == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "says", "books"),
    [
        (PROPOSAL, "48 cá nhân", "47 cá nhân", "count_total", "47 cá nhân", "48 cá nhân"),
        (PROPOSAL, "(Bốn tập thể", "(Năm tập thể", "count_words", "Năm tập thể", "bốn tập thể"),
        (PROPOSAL, "39 cá nhân", "40 cá nhân", "count_award", "40 cá nhân", "39 cá nhân"),
        (
            PROPOSAL,
            "152/2025",
            "98/2023",
            "basis_not_in_force",
            "Nghị định số 98/2023",
            "30/06/2025",
        ),
        (
            PROPOSAL,
            "16 tháng 6 năm 2025",
            "16 tháng 7 năm 2025",
            "basis_date",
            "16 tháng 7",
            "16 tháng 6",
        ),
        (
            PROPOSAL,
            "Phạm Thu Sâm",
            "Phạm Thu Sân",
            "signer_unknown",
            "Phạm Thu Sân",
            "Phạm Thu Sâm",
        ),
        (PROPOSAL, "01/BB", "03/BB", "cited_number", "03/BB-HĐTĐKT", "01/BB-HĐTĐKT"),
        (LIST, "Cao Thế Đạo", "Cao Thế Đào", "row_name", "Ông Cao Thế Đào", "Ông Cao Thế Đạo"),
        (
            LIST,
            "Trưởng trạm Y tế,",
            "Phó Trưởng trạm Y tế,",
            "row_post",
            "Phó Trưởng",
            "Trưởng trạm",
        ),
        (LIST, "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "row_award", "Lao động", "Chiến sĩ"),
        (LIST, "(48 cá nhân)", "(49 cá nhân)", "count_group", "49 cá nhân", "48 cá nhân"),
        (MINUTES, "76 trường hợp", "75 trường hợp", "considered", "75", "76"),
        (MINUTES, "58 cá nhân", "59 cá nhân", "count_total", "59 cá nhân", "58 cá nhân"),
        (MINUTES, "7/9", "8/9", "row_votes", "8/9", "7/9"),
        (MINUTES, "Đặng Thu Na", "Đặng Thu Hà", "minutes_signer", "Đặng Thu Hà", "Đặng Thu Na"),
        (MINUTES, "Số: 01/BB", "Số: 03/BB", "number", "03/BB-HĐTĐKT", "01/BB-HĐTĐKT"),
        (MINUTES, "ngày 26", "ngày 27", "date", "ngày 27 tháng 12", "ngày 26 tháng 12"),
        (DECISION, "56.480.000", "56.840.000", "money_total", "56.840.000", "56.480.000"),
        (
            DECISION,
            "bốn trăm tám mươi",
            "tám trăm bốn mươi",
            "money_words",
            "tám trăm bốn",
            "bốn trăm tám",
        ),
        (DECISION, "2.530.000", "2.340.000", "base_salary", "2.340.000", "2.530.000"),
        (DECISION_LIST, "2.030.000", "2.300.000", "row_money", "2.300.000", "2.030.000"),
        (DECISION_LIST, "Lưu Đức Huân", "Lưu Đức Huấn", "row_name", "Lưu Đức Huấn", "Lưu Đức Huân"),
    ],
)
def test_one_thing_changed_in_word_is_named_and_nothing_else(
    made: Workspace, edit: Edit, name: str, old: str, new: str, code: str, says: str, books: str
) -> None:
    last = code == "minutes_signer"
    edit(name, lambda path: retype(path, old, new, last=last))
    everything = errors(made)
    found = [one for one in everything if one.code == code]
    assert [(one.paper, one.edited) for one in found] == [(name, True)]
    assert says in found[0].says
    assert books in found[0].books
    # What follows from the same change may be told too: a sum, the wrong date of a wrong text.
    assert {one.code for one in everything} <= {code, "money_sum", "considered_sum", "basis_date"}
    sentence = crosscheck.sentence(found[0])
    assert found[0].says in sentence
    assert found[0].title in sentence
    assert crosscheck.remedy(found[0])


def told(ws: Workspace) -> list[tuple[str, str, str]]:
    return [(one.code, one.paper, one.who) for one in errors(ws)]


def test_a_row_cut_added_or_doubled_is_named(made: Workspace, edit: Edit) -> None:
    def change(path: Path) -> None:
        cut_row(path, "Ông Cao Công Huân")
        copy_row(path, "Bà Diệp Thu Khánh")
        copy_row(path, "Ông Đặng Công Khoát", "Đặng Công Khoát", "Trương Vĩnh Phúc Nguyên")

    edit(LIST, change)
    assert sorted(told(made)) == [
        ("row_extra", LIST, "Bà Diệp Thu Khánh"),
        ("row_extra", LIST, "Ông Trương Vĩnh Phúc Nguyên"),
        ("row_missing", LIST, "Ông Cao Công Huân"),
    ]


def test_a_name_left_out_of_the_minutes_breaks_their_own_sum(made: Workspace, edit: Edit) -> None:
    edit(MINUTES, lambda path: cut_row(path, "Ông Nguyễn Công Vịnh"))
    codes = {one.code: one for one in errors(made)}
    assert set(codes) == {"row_missing", "considered_sum"}
    assert "Nguyễn Công Vịnh" in codes["row_missing"].books
    assert codes["considered_sum"].books == "67 + 8 = 75"


def test_what_only_looks_different_is_no_mismatch(made: Workspace, edit: Edit) -> None:
    """Runs cut in two, decomposed letters, spaces, capitals, another form of address."""
    name = "Cao Thế Đạo"

    def change(path: Path) -> None:
        split_runs(path, "Phạm Thu Sâm")
        retype(path, name, unicodedata.normalize("NFD", name).replace(" ", "  "))
        retype(path, "Ông Tạ Đức Đôn", "Đồng chí TẠ ĐỨC ĐÔN")

    edit(LIST, change)
    assert sealing.compare(made, MERIT) == ()


def test_free_words_about_other_numbers_are_no_statement(made: Workspace, edit: Edit) -> None:
    more = "Phong trào giúp 12 hộ gia đình, 30 cá nhân thoát nghèo; chi 3.000.000 đồng."
    edit(PROPOSAL, lambda path: retype(path, "(Có danh sách và hồ sơ kèm theo)", more))
    assert sealing.compare(made, MERIT) == ()


@pytest.mark.parametrize("kind", ["03-bao-cao/ca-nhan", "04-phieu-tham-dinh/phieu"])
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("Diệp Thu Khánh", "Diệp Thu Hạnh", "nominee_name"), ("bảo trợ", "trợ giúp", "nominee_post")],
)
def test_a_paper_about_one_nominee_names_him_whole(
    made: Workspace, edit: Edit, kind: str, old: str, new: str, code: str
) -> None:
    name = next(
        str(path.relative_to(folder(made)))
        for path in (folder(made) / kind).glob("*diep-thu-khanh-lao-dong*")
    )

    def everywhere(path: Path) -> None:
        while True:
            try:
                retype(path, old, new)
            except AssertionError:
                return

    edit(name, everywhere)
    found = errors(made)
    assert [(one.code, one.paper, one.who) for one in found] == [(code, name, "Diệp Thu Khánh")]
    assert new in found[0].says


def test_a_file_that_is_no_word_file_any_more_is_named(made: Workspace, edit: Edit) -> None:
    edit(LIST, lambda path: path.write_bytes(b"PK, but no more"))
    assert told(made) == [("unreadable", LIST, "")]


def test_a_mismatch_keeps_its_dossier_from_leaving_and_no_other(
    made: Workspace, edit: Edit, tmp_path: Path
) -> None:
    edit(LIST, lambda path: retype(path, "Cao Thế Đạo", "Cao Thế Đào"))
    result = sealing.seal(made, MERIT, tmp_path / "goi")
    assert result.refused == (XA,)
    assert [p.authority for p in result.packages] == [TINH]
    answer = sealing.as_json(result)
    assert answer["refused"] == ["xa"]
    assert [one["paper"] for one in answer["mismatches"]] == [LIST]
    assert any("Cao Thế Đào" in line for line in sealing.lines(result))
    retype(folder(made) / LIST, "Cao Thế Đào", "Cao Thế Đạo")
    assert sealing.seal(made, MERIT, tmp_path / "goi").refused == ()


def test_a_reason_counts_for_what_was_said_and_travels_with_the_package(
    made: Workspace, edit: Edit, tmp_path: Path
) -> None:
    edit(PROPOSAL, lambda path: retype(path, "Phạm Thu Sâm", "Phạm Thu Sân"))
    found = errors(made)[0]
    crosscheck.accept(made, MERIT, found, "Giao quyền theo QĐ 07", "Lưu Trọng Nhuận, Chủ tịch")
    result = sealing.seal(made, MERIT, tmp_path)
    assert result.refused == ()
    package = next(p for p in result.packages if p.authority is XA)
    with zipfile.ZipFile(package.path) as archive:
        accepted = json.loads(archive.read("manifest.json"))["accepted"]
    assert [one["by"] for one in accepted] == ["Lưu Trọng Nhuận, Chủ tịch"]
    assert "Phạm Thu Sân" in accepted[0]["message"]
    again = next(p for p in sealing.seal(made, MERIT, tmp_path).packages if p.authority is XA)
    assert (again.version, again.sha256) == (package.version, package.sha256)
    retype(folder(made) / PROPOSAL, "Phạm Thu Sân", "Phạm Thu Sang")
    assert sealing.seal(made, MERIT, tmp_path).refused == (XA,)
    retype(folder(made) / PROPOSAL, "Phạm Thu Sang", "Phạm Thu Sân")
    crosscheck.take_back(made, MERIT, found)
    assert sealing.seal(made, MERIT, tmp_path).refused == (XA,)


def test_no_reason_covers_a_false_figure_or_an_empty_one(made: Workspace, edit: Edit) -> None:
    edit(PROPOSAL, lambda path: retype(path, "48 cá nhân", "47 cá nhân"))
    found = errors(made)[0]
    with pytest.raises(UserError) as caught:
        crosscheck.accept(made, MERIT, found, "Nhầm", "Lưu Trọng Nhuận")
    assert caught.value.code == "crosscheck.not_acceptable"
    crosscheck_reasons_file = folder(made) / crosscheck_reasons.FILE
    assert not crosscheck_reasons_file.exists()
    free = replace(found, may_accept=True)
    with pytest.raises(UserError) as caught:
        crosscheck.accept(made, MERIT, free, " ", "Lưu Trọng Nhuận")
    assert caught.value.code == "crosscheck.reason_wanted"
    with pytest.raises(UserError) as caught:
        crosscheck.accept_keys(made, MERIT, [found], ["la"], "x", "y")
    assert caught.value.code == "crosscheck.unknown_key"


def test_dates_out_of_order_are_named_and_the_notice_only_shown(made: Workspace) -> None:
    day = date(2025, 12, 20)
    paper_register.record_number(made, MERIT, XA, "to_trinh", "5", day)
    found = {(one.severity, one.says, one.books) for one in sealing.compare(made, MERIT)}
    early = "ngày Tờ trình 20/12/2025"
    assert (Severity.ERROR, "ngày họp Hội đồng 26/12/2025", early) in found
    assert all(s is Severity.WARNING for s, says, _ in found if "niêm yết" in says)
    assert any("niêm yết" in says for _, says, _ in found)


def test_a_number_of_the_books_that_an_edited_paper_lacks_or_has_wrong(
    made: Workspace, edit: Edit
) -> None:
    edit(PROPOSAL, lambda path: retype(path, "TỜ TRÌNH", "TỜ TRÌNH "))
    assert sealing.compare(made, MERIT) == ()
    paper_register.record_number(made, MERIT, XA, "to_trinh", "5", date(2026, 1, 27))
    blank = sealing.compare(made, MERIT)
    assert {(m.code, m.severity) for m in blank} == {
        ("number_blank", Severity.WARNING),
        ("date_blank", Severity.WARNING),
    }
    path = folder(made) / PROPOSAL
    retype(path, "/TTr", "6/TTr")
    assert [(m.code, m.says, m.books) for m in errors(made)] == [
        ("number", "6/TTr-VHXH", "05/TTr-VHXH")
    ]


def test_who_signs_held_the_office_on_the_papers_own_day(made: Workspace, tmp_path: Path) -> None:
    """Two chairmen in turn: each signs what bears a date of his own time."""
    old = next(s for s in office.signers(made) if s.name == "Lưu Trọng Nhuận")
    others = [s for s in office.signers(made) if s.name != old.name]
    change = date(2026, 2, 1)
    left = replace(old, end=date(2026, 1, 31))
    office.save_signers(made, [left, Signer("Vũ Thị Sen", old.position, start=change), *others])
    paper_register.record_number(made, MERIT, TINH, "to_trinh", "5", date(2026, 1, 27))
    paper_register.record_number(made, MERIT, XA, "quyet_dinh_khen_thuong", "9", date(2026, 2, 3))
    assert sealing.seal(made, MERIT, tmp_path).mismatches == ()
    paper_register.make(made, MERIT)
    assert "Vũ Thị Sen" in text_of(folder(made) / DECISION)
    assert old.name in text_of(folder(made, TINH) / PROPOSAL)
    retype(folder(made) / DECISION, "Vũ Thị Sen", old.name)
    paper_register.take_in_edited(made, MERIT, XA, DECISION)
    found = errors(made)
    assert [(m.code, m.says, m.may_accept) for m in found] == [
        ("signer_not_in_office", old.name, True)
    ]
    assert "Vũ Thị Sen" in found[0].books


def text_of(path: Path) -> str:
    return " ".join(read_body(body_of(path.read_bytes())).lines)


def test_the_contents_list_every_file_of_the_dossier(commune: Workspace, tmp_path: Path) -> None:
    paper_register.make(commune, SUDDEN)
    scan = tmp_path / "ky.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    paper_register.attach_signed(commune, SUDDEN, XA, "to_trinh", scan)
    result = sealing.seal(commune, SUDDEN, tmp_path / "goi")
    with zipfile.ZipFile(result.packages[0].path) as archive:
        names = set(archive.namelist()) - {"manifest.json"}
        listed = contents_names(read_body(body_of(archive.read("muc-luc.docx"))))
    assert set(listed) == names
    assert len(listed) == len(names)
    for start in ("05-minh-chung/", "06-ban-ky/to-trinh.pdf", "danh-sach.xlsx"):
        assert any(name.startswith(start) for name in names), start


def test_an_edited_contents_page_that_forgot_a_file_is_warned_of(
    made: Workspace, edit: Edit
) -> None:
    edit("muc-luc.docx", lambda path: cut_row(path, "danh-sach.xlsx"))
    found = sealing.compare(made, MERIT)
    assert [(m.code, m.books, m.blocks) for m in found] == [
        ("contents_missing", "danh-sach.xlsx", False)
    ]


def test_the_list_in_excel_is_read_back(made: Workspace, tmp_path: Path) -> None:
    judged = dossiers.judge(made, MERIT)
    plan = papers.plan_dossier(made, judged, XA, made.today(), sealing=True)
    check = crosscheck.Crosscheck(made, plan)
    heading = ("STT", "Loại", "Tên", "Chức vụ", "Đơn vị", "Danh hiệu", "", "")
    rows = [
        (n, "", one.name, one.position, one.unit_name, one.award.name, "", "")
        for n, one in enumerate(plan.facts.nominees, start=1)
    ]
    path = tmp_path / "danh-sach.xlsx"
    write_list(path, "Danh sách", heading, rows)
    check.list_file(path)
    assert check.result({}) == ()
    first = rows[0]
    write_list(
        path,
        "Danh sách",
        heading,
        [(*first[:2], "Phòng Kinh tế xã Vĩnh Khê", *first[3:]), *rows[1:]],
    )
    check.list_file(path)
    found = check.result({})
    assert [(m.code, m.says, m.books) for m in found] == [
        ("list_file", "Phòng Kinh tế xã Vĩnh Khê", first[2])
    ]


def test_all_edited_papers_are_taken_in_each_under_its_own_name(
    made: Workspace, tmp_path: Path
) -> None:
    for name in (PROPOSAL, LIST):
        path = folder(made) / name
        path.write_bytes(path.read_bytes() + b"\0")
    # A later version laid beside an edited one, and edited in its turn.
    paper_register.record_number(made, MERIT, XA, "to_trinh", "5", date(2026, 1, 27))
    paper_register.make(made, MERIT)
    beside = folder(made) / PROPOSAL.replace(".docx", "-ban-2.docx")
    later = beside.read_bytes() + b"\0\0"
    beside.write_bytes(later)
    os.utime(beside, (2e9, 2e9))
    assert set(paper_register.take_in_all(made, MERIT)) == {beside.name, LIST}
    assert paper_register.edited_papers(made, MERIT) == {}
    package = next(p for p in sealing.seal(made, MERIT, tmp_path).packages if p.authority is XA)
    with zipfile.ZipFile(package.path) as archive:
        assert archive.read(PROPOSAL) == later
        assert archive.read(LIST).endswith(b"\0")
