"""Importing: seen before it is done, all or nothing, and nothing twice."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from khenthuong import storage, texts
from khenthuong.domain.register import Person
from khenthuong.errors import UserError, WorkbookError
from khenthuong.services.intake import importing
from khenthuong.services.workspace import Workspace, open_workspace
from tests.exchange.workbooks import make

UNITS = [["Mã", "Tên tập thể"], ["TT1", "Trường Tiểu học Suối Mây"], ["TT2", "Thôn Bản Đào"]]
PERSONS = [
    ["Mã", "Họ và tên", "Ngày sinh", "Tập thể"],
    ["CN1", "Vi Thị Nhài", "05/09/1988", "TT1"],
    ["CN2", "Hà Văn Đảm", "1979", "TT1"],
]
ROUNDS = [["Mã", "Tên", "Loại", "Năm"], ["D1", "Tổng kết", "công trạng", 2025]]
NOMINATIONS = [["Đợt", "Mã đối tượng", "Danh hiệu/Hình thức"], ["D1", "CN1", "CSTĐCS"]]


@pytest.fixture
def ws(tmp_path: Path):
    with open_workspace(tmp_path / "so", who="Lê Thị Ghi") as opened:
        yield opened


def book(tmp_path: Path, name: str = "nhap.xlsx", /, **sheets: Any) -> Path:
    return make(tmp_path / name, **{"Tập thể": UNITS, "Cá nhân": PERSONS, **sheets})


def born(ws: Workspace, code: str) -> str:
    person = storage.register.get(ws.books, code)
    assert isinstance(person, Person)
    return person.born.iso if person.born else ""


def full(tmp_path: Path, **sheets: Any) -> Path:
    return book(tmp_path, **{"Đợt xét": ROUNDS, "Đề nghị": NOMINATIONS, **sheets})


def codes(preview: importing.ImportPreview) -> list[str]:
    assert all(importing.sentence(fault) for fault in preview.faults)
    return [fault.code.removeprefix("fault.") for fault in preview.faults]


def test_preview_writes_nothing(ws, tmp_path):
    found = importing.preview(ws, full(tmp_path))
    assert found.faults == ()
    assert found.plan.new == {"Tập thể": 2, "Cá nhân": 2, "Đợt xét": 1, "Đề nghị": 1}
    assert storage.search.codes(ws.books) == ()
    assert list(ws.folder.backups.iterdir()) == []


def test_a_second_import_changes_nothing(ws, tmp_path):
    path = full(tmp_path)
    importing.apply(ws, importing.preview(ws, path))
    operations = len(storage.history.operations(ws.books))
    backups = list(ws.folder.backups.glob("*.sqlite"))
    again = importing.preview(ws, path)
    assert (again.faults, again.plan.new, again.plan.changed) == ((), {}, ())
    importing.apply(ws, again)
    assert len(storage.history.operations(ws.books)) == operations
    assert list(ws.folder.backups.glob("*.sqlite")) == backups
    assert len(backups) == 1


def test_changes_are_shown_and_chosen(ws, tmp_path):
    importing.apply(ws, importing.preview(ws, book(tmp_path)))
    changed = [PERSONS[0], ["CN1", "Vi Thị Nhài", "06/09/1988", "TT1"]]
    path = book(tmp_path, "khac.xlsx", **{"Cá nhân": changed})
    found = importing.preview(ws, path)
    assert [(c.place.row, c.key) for c in found.plan.changed] == [(2, "CN1")]
    assert any("06/09/1988" in line for line in importing.sentences(found))
    importing.apply(ws, found, take_changes=False)
    assert born(ws, "CN1") == "1988-09-05"
    importing.apply(ws, importing.preview(ws, path))
    assert born(ws, "CN1") == "1988-09-06"
    assert storage.register.get(ws.books, "CN2").name == "Hà Văn Đảm"


def test_some_changes_taken_and_some_kept(ws, tmp_path):
    importing.apply(ws, importing.preview(ws, book(tmp_path)))
    changed = [
        PERSONS[0],
        ["CN1", "Vi Thị Nhài", "06/09/1988", "TT1"],
        ["CN2", "Hà Văn Đảm", "1980", "TT1"],
        ["CN3", "Lò Thị Mới", "1990", "TT2"],
    ]
    path = book(tmp_path, "khac.xlsx", **{"Cá nhân": changed})
    found = importing.preview(ws, path)
    first, second = found.plan.changed
    done = importing.apply(ws, found, keep=frozenset({first.place}))
    assert [change.place for change in done.changed] == [second.place]
    assert done.new == {"Cá nhân": 1}
    assert (born(ws, "CN1"), born(ws, "CN2")) == ("1988-09-05", "1980")
    assert [c.key for c in importing.preview(ws, path).plan.changed] == ["CN1"]


def test_one_fatal_fault_refuses_all(ws, tmp_path):
    path = book(tmp_path, **{"Xếp loại": [["Mã đối tượng", "Năm", "Mức"], ["CN1", 2025, "khá"]]})
    found = importing.preview(ws, path)
    assert found.refused
    assert found.plan.new == {}
    with pytest.raises(WorkbookError) as caught:
        importing.apply(ws, found)
    assert "1 chỗ" in texts.say(caught.value.code, caught.value.arguments)
    assert storage.search.codes(ws.books) == ()
    importing.write_marked(ws, found, tmp_path / "sua.xlsx")
    marked = openpyxl.load_workbook(tmp_path / "sua.xlsx")
    assert marked.sheetnames[0] == "Lỗi cần sửa"
    assert marked["Xếp loại"]["C2"].comment is not None


def test_all_or_nothing_when_the_books_refuse(ws, tmp_path):
    found = importing.preview(ws, full(tmp_path))
    other = importing.preview(
        ws,
        book(
            tmp_path,
            "khac.xlsx",
            **{"Hộ gia đình": [["Mã", "Chủ hộ"], ["H1", "Quàng Văn Sơn"], ["CN9", "Lò Thị Mận"]]},
        ),
    )
    importing.apply(ws, found)
    with ws.books.write("x"):
        storage.register.save(ws.books, Person("CN9", "Người Khác"))
    with pytest.raises(UserError):
        importing.apply(ws, other)
    with pytest.raises(UserError):
        storage.register.get(ws.books, "H1")


def test_codes_that_point_nowhere(ws, tmp_path):
    path = full(
        tmp_path,
        **{
            "Xếp loại": [
                ["Mã đối tượng", "Năm", "Mức"],
                ["CN11", 2025, "HTTNV"],
                ["Zzzzzz", 2025, "HTTNV"],
            ],
            "Họp": [["Mã", "Đợt", "Loại", "Tập thể"], ["H1", "D9", "tập thể", "CN1"]],
        },
    )
    found = importing.preview(ws, path)
    told = {(f.place.sheet, f.place.row, f.place.column): f for f in found.faults}
    near = told["Xếp loại", 2, "Mã đối tượng"]
    assert near.code == "fault.code_unknown_near"
    assert "CN1 (Vi Thị Nhài)" in str(near.arguments["near"])
    assert told["Xếp loại", 3, "Mã đối tượng"].code == "fault.code_unknown"
    assert told["Họp", 2, "Đợt"].fatal
    assert told["Họp", 2, "Tập thể"].fatal


def test_a_name_may_stand_for_a_code(ws, tmp_path):
    persons = [
        ["Họ và tên", "Tập thể"],
        ["Vi Thị Nhài", "truong tieu hoc suoi may"],
        ["Hà Văn Đảm", "TT2"],
    ]
    ratings = [["Mã đối tượng", "Năm", "Mức"], ["Vi Thị Nhài", 2025, "HTTNV"]]
    path = book(tmp_path, **{"Cá nhân": persons, "Xếp loại": ratings})
    found = importing.preview(ws, path)
    assert codes(found) == ["code_by_name", "code_by_name"]
    assert found.batch.persons[0].value.unit == "TT1"
    assert found.batch.ratings[0].value.recipient == found.batch.persons[0].value.code
    importing.apply(ws, found)
    again = importing.preview(ws, path)
    assert (again.plan.new, again.plan.changed) == ({}, ())


def test_a_name_of_several_is_refused(ws, tmp_path):
    persons = [["Mã", "Họ và tên"], ["A1", "Vi Thị Nhài"], ["A2", "Vi Thị Nhài"]]
    ratings = [["Mã đối tượng", "Năm", "Mức"], ["Vi Thị Nhài", 2025, "HTTNV"]]
    found = importing.preview(ws, book(tmp_path, **{"Cá nhân": persons, "Xếp loại": ratings}))
    assert codes(found) == ["code_ambiguous"]


def test_codes_of_the_books_count(ws, tmp_path):
    importing.apply(ws, importing.preview(ws, book(tmp_path)))
    ratings = [["Mã đối tượng", "Năm", "Mức"], ["CN1", 2025, "HTTNV"]]
    found = importing.preview(ws, make(tmp_path / "2.xlsx", **{"Xếp loại": ratings}))
    assert (found.faults, found.plan.new) == ((), {"Xếp loại": 1})


def test_a_code_of_another_kind_and_a_person_known_otherwise(ws, tmp_path):
    importing.apply(ws, importing.preview(ws, book(tmp_path)))
    found = importing.preview(
        ws,
        make(
            tmp_path / "2.xlsx",
            **{
                "Hộ gia đình": [["Mã", "Chủ hộ"], ["CN1", "Lò Thị Mận"]],
                "Cá nhân": [["Mã", "Họ và tên", "Ngày sinh"], ["CN7", "Vi Thị Nhài", "05/09/1988"]],
            },
        ),
    )
    assert sorted(codes(found)) == ["code_taken", "maybe_in_books"]


def test_units_in_a_circle(ws, tmp_path):
    units = [
        ["Mã", "Tên tập thể", "Trực thuộc"],
        ["A", "Một", "B"],
        ["B", "Hai", "A"],
        ["C", "Ba", "A"],
    ]
    found = importing.preview(ws, make(tmp_path / "2.xlsx", **{"Tập thể": units}))
    assert codes(found) == ["parent_is_self", "parent_is_self"]


def test_votes_for_nobody_are_told(ws, tmp_path):
    found = importing.preview(
        ws,
        full(
            tmp_path,
            **{
                "Họp": [["Mã", "Đợt", "Loại"], ["H1", "D1", "Hội đồng"]],
                "Biểu quyết": [
                    ["Họp", "Mã đối tượng", "Danh hiệu/Hình thức", "Đồng ý"],
                    ["H1", "CN1", "CSTĐCS", 5],
                    ["H1", "CN2", "CSTĐCS", 5],
                ],
            },
        ),
    )
    assert [(f.code, f.place.row, f.fatal) for f in found.faults] == [
        ("fault.not_nominated", 3, False)
    ]


ANSWERS = ["Đợt", "Mã đối tượng", "Biểu mẫu", "Câu hỏi", "Trả lời"]
PERSON_FORM, UNIT_FORM = "bao_cao_thanh_tich_ca_nhan", "bao_cao_thanh_tich_tap_the"


def test_answers_by_key_or_label(ws, tmp_path):
    form = ws.forms[PERSON_FORM]
    label = form.field("thanh_tich").label
    rows = [
        ANSWERS,
        ["D1", "CN1", form.title, label.upper(), "Dạy chữ.\nHai lớp."],
        ["D1", "CN1", PERSON_FORM, "quyen_han_nhiem_vu", "Giáo viên"],
    ]
    found = importing.preview(ws, full(tmp_path, **{"Trả lời biểu mẫu": rows}))
    assert found.faults == ()
    cells = [(e.value.form, e.value.question, e.value.answer) for e in found.batch.answers]
    assert cells == [
        (PERSON_FORM, "thanh_tich", "Dạy chữ.\nHai lớp."),
        (PERSON_FORM, "quyen_han_nhiem_vu", "Giáo viên"),
    ]
    importing.apply(ws, found)
    assert importing.preview(ws, tmp_path / "nhap.xlsx").plan.new == {}


def test_table_cells_by_key_or_label(ws, tmp_path):
    table = ws.forms[UNIT_FORM].field("bang_chi_tieu")
    column = next(c for c in table.columns if c.key == "nam_nay")
    rows = [
        ANSWERS,
        ["D1", "TT1", UNIT_FORM, "bang_chi_tieu[1].chi_tieu", "Trẻ đến lớp"],
        ["D1", "TT1", UNIT_FORM, f"{table.label}[2].{column.label}", "99,5"],
    ]
    nominations = [*NOMINATIONS, ["D1", "TT1", "giay_khen_xa"]]
    found = importing.preview(
        ws, full(tmp_path, **{"Trả lời biểu mẫu": rows, "Đề nghị": nominations})
    )
    assert found.faults == ()
    assert [e.value.question for e in found.batch.answers] == [
        "bang_chi_tieu[1].chi_tieu",
        "bang_chi_tieu[2].nam_nay",
    ]


@pytest.mark.parametrize(
    ("form", "question", "code"),
    [
        ("Mẫu của tôi", "thanh_tich", "form_unknown"),
        (PERSON_FORM, "Thành tựu", "question_unknown"),
        (PERSON_FORM, "ho_ten", "question_not_asked"),
        (UNIT_FORM, "bang_chi_tieu", "question_is_table"),
        (UNIT_FORM, "bang_chi_tieu[1].cot_la", "question_unknown"),
    ],
)
def test_answers_to_what_is_not_asked(ws, tmp_path, form, question, code):
    rows = [ANSWERS, ["D1", "CN1", form, question, "Chữ"]]
    found = importing.preview(ws, full(tmp_path, **{"Trả lời biểu mẫu": rows}))
    assert codes(found) == [code]
    assert found.refused


def test_one_question_answered_twice(ws, tmp_path):
    label = ws.forms[PERSON_FORM].field("thanh_tich").label
    rows = [
        ANSWERS,
        ["D1", "CN1", PERSON_FORM, "thanh_tich", "Một"],
        ["D1", "CN1", PERSON_FORM, label, "Hai"],
    ]
    found = importing.preview(ws, full(tmp_path, **{"Trả lời biểu mẫu": rows}))
    assert [(f.code, f.place.row) for f in found.faults] == [("fault.question_repeated", 3)]


def achievements(evidence: str) -> list[list[str]]:
    return [
        ["Mã", "Mã đối tượng", "Nội dung", "Minh chứng"],
        ["TH1", "CN1", "Dạy xóa mù chữ", evidence],
    ]


def test_evidence_is_taken_from_beside_the_workbook(ws, tmp_path):
    (tmp_path / "minh-chung").mkdir()
    (tmp_path / "minh-chung" / "anh.jpg").write_bytes(b"anh")
    sheet = achievements("minh-chung\\anh.jpg; ./khong-co.pdf")
    path = book(tmp_path, **{"Thành tích": sheet})
    found = importing.preview(ws, path)
    assert codes(found) == ["evidence_missing"]
    assert not found.refused
    importing.apply(ws, found)
    assert storage.evidence.path_of(ws.books, "minh-chung/anh.jpg").read_bytes() == b"anh"
    again = importing.preview(ws, path)
    assert (again.plan.new, again.plan.changed) == ({}, ())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("../ngoai.pdf", "evidence_outside"),
        ("/etc/passwd", "evidence_outside"),
        ("C:\\a.pdf", "evidence_outside"),
        ("https://a.vn/b", "evidence_outside"),
        ("lien-ket.pdf", "evidence_link"),
        ("thu-muc", "evidence_link"),
        ("thu-muc-lien-ket/a.pdf", "evidence_link"),
    ],
)
def test_evidence_that_is_not_taken(ws, tmp_path, given, code):
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "a.pdf").write_bytes(b"x")
    folder = tmp_path / "trong"
    (folder / "thu-muc").mkdir(parents=True)
    (folder / "lien-ket.pdf").symlink_to(outside / "a.pdf")
    (folder / "thu-muc-lien-ket").symlink_to(outside)
    found = importing.preview(ws, book(folder, **{"Thành tích": achievements(given)}))
    assert codes(found) == [code]
    assert found.refused
    assert found.evidence == {}


def test_the_answer_for_programs(ws, tmp_path):
    found = importing.preview(
        ws, full(tmp_path, **{"Xếp loại": [["Mã đối tượng", "Năm", "Mức"], ["CN1", 2025, "khá"]]})
    )
    answer = importing.as_json(found)
    assert (answer["refused"], answer["rows"]) == (True, 7)
    assert answer["faults"][0]["column"] == "Mức"
    assert answer["faults"][0]["sheet"] == "Xếp loại"
    assert "HTXSNV" in answer["faults"][0]["message"]


def test_the_empty_workbook_offers_the_catalogue(ws, tmp_path):
    importing.write_empty(ws, tmp_path / "a.xlsx")
    importing.write_empty_workbook(tmp_path / "b.xlsx")
    for name in ("a.xlsx", "b.xlsx"):
        page = openpyxl.load_workbook(tmp_path / name)["Danh mục"]
        offered = {cell.value for cell in page["A"]}
        assert set(ws.award_names.values()) <= offered
        found = importing.preview(ws, tmp_path / name)
        assert (found.faults, found.batch.rows) == ((), 0)


def test_other_bytes_under_a_known_path_get_their_own_name_once(ws, tmp_path):
    first = tmp_path / "a"
    second = tmp_path / "b"
    for folder, content in ((first, b"anh cu"), (second, b"anh moi")):
        folder.mkdir()
        (folder / "anh.jpg").write_bytes(content)
    one = book(first, **{"Thành tích": achievements("anh.jpg")})
    other = book(second, **{"Thành tích": achievements("anh.jpg")})
    importing.apply(ws, importing.preview(ws, one))
    importing.apply(ws, importing.preview(ws, other))
    assert storage.evidence.path_of(ws.books, "anh.jpg").read_bytes() == b"anh cu"
    assert storage.evidence.path_of(ws.books, "anh (2).jpg").read_bytes() == b"anh moi"
    again = importing.preview(ws, other)
    assert again.plan.changed == ()


@pytest.mark.parametrize(
    ("branch", "expected"),
    [("điểm d", []), ("74.1.d", []), ("", []), ("điểm z", ["branch_unknown"])],
)
def test_a_branch_nobody_would_find_is_shown(ws, tmp_path, branch, expected):
    rows = [
        ["Đợt", "Mã đối tượng", "Danh hiệu/Hình thức", "Theo tiêu chuẩn"],
        ["D1", "CN1", "Bằng khen tỉnh", branch],
    ]
    found = importing.preview(ws, full(tmp_path, **{"Đề nghị": rows}))
    assert codes(found) == expected
    assert not found.refused
