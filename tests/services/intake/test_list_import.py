"""Lists of others: from the file to the books, with everything uncertain asked, undone as one."""

from dataclasses import replace
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Gender, InitiativeScope, RatingLevel, RecipientKind
from khenthuong.domain.mapping import KEEP, NEW, SKIP, ListField, Purpose
from khenthuong.domain.register import Household, PartialDate, Person, Unit
from khenthuong.domain.years import Year
from khenthuong.errors import WorkbookError
from khenthuong.services import register
from khenthuong.services.appraisal import rounds
from khenthuong.services.intake import list_import
from khenthuong.services.workspace import Workspace
from tests.exchange.lists.others import in_tcvn3, in_vni, workbook

HEADERS = (
    "TT",
    "Tên gọi (Ông/Bà)",
    "Tên tập thể/cá nhân/hộ gia đình",
    "Chức vụ",
    "Đơn vị công tác",
    "Phân loại khen thưởng",
    "Danh hiệu",
    "Lĩnh vực",
)


def written(folder: Path, *rows, name: str = "danh-sach.xlsx", headers=HEADERS) -> Path:
    return workbook(folder / name, {"nhận": [headers, *rows]})


def look(ws: Workspace, path: Path, answers=None, **changed) -> list_import.ListPreview:
    source = list_import.open_list(ws, path)
    choices = list_import.proposed_choices(source)
    changed["answers"] = {**choices.answers, **(answers or {})}
    return list_import.look(ws, source, replace(choices, **changed))


def asked(preview: list_import.ListPreview) -> dict[str, tuple[str, ...]]:
    return {q.key: tuple(v for v, _ in q.choices) for q in preview.open_questions}


@pytest.fixture
def ws(commune: Workspace) -> Workspace:
    register.save(commune, Unit("TH", "Trường Tiểu học Thượng Lĩnh"))
    register.save(
        commune, Person("P1", "Phùng Khắc Khuyến", Gender.MALE, PartialDate(1981, 3, 5), unit="TH")
    )
    register.save(commune, Household("H1", "Vũ Văn Bền", "Thôn Đông"))
    return commune


ROWS = (
    (1, "Ông", "Phùng Khắc Khuyến", "Hiệu trưởng", "Trường TH Thượng Lĩnh", "Khen thưởng cá nhân",
     "LĐTT", "Giáo dục"),
    (2, "Bà", "Quách Thị Mới", "Giáo viên", "Trường Tiểu học Thượng Lĩnh", "Khen thưởng cá nhân",
     "Lao đông tiên tến", None),
    (3, None, "Trường Tiểu học Thượng Lĩnh", None, None, "Khen thưởng tập thể", "TTLĐTT", None),
    (4, None, "Hộ ông Vũ Văn Bền", None, None, "Khen thưởng hộ gia đình", "GĐVH", None),
)  # fmt: skip


def test_persons_units_and_households_of_one_sheet(ws, tmp_path) -> None:
    preview = look(ws, written(tmp_path, *ROWS))
    assert preview.choices.purpose is Purpose.ROUND
    assert set(asked(preview)) == {"round:"}
    assert not preview.ready
    preview = look(ws, written(tmp_path, *ROWS), {"round:": "D1"})
    assert preview.ready
    plan = preview.importing.plan
    assert plan.new == {"nhận · Cá nhân": 1, "nhận · Đề nghị": 4}
    assert plan.same == {"nhận · Tập thể": 1, "nhận · Hộ gia đình": 1}
    (change,) = plan.changed
    assert change.key == "P1"
    assert [(old, new) for _, old, new in change.differences] == [("", "Hiệu trưởng")]
    before = {(n.recipient, n.award) for n in rounds.nominations(ws, "D1")}
    list_import.apply(ws, preview)
    added = {(n.recipient, n.award) for n in rounds.nominations(ws, "D1")} - before
    assert {("P1", "lao_dong_tien_tien"), ("TH", "tap_the_lao_dong_tien_tien")} < added
    assert ("H1", "gia_dinh_van_hoa") in added
    (new,) = register.search(ws, RecipientKind.PERSON, "Quach Thi Moi")
    person = register.get(ws, new)
    assert isinstance(person, Person)
    assert (person.gender, person.unit, person.position) == (Gender.FEMALE, "TH", "Giáo viên")


def test_it_is_one_step_and_the_second_time_nothing_is_asked(ws, tmp_path) -> None:
    path = written(tmp_path, *ROWS)
    before = register.search(ws, RecipientKind.PERSON)
    list_import.apply(ws, look(ws, path, {"round:": "D1"}))
    again = look(ws, path)
    assert again.source.remembered is not None
    assert {guess.why for guess in again.source.guesses if guess.header} == {"nho"}
    assert asked(again) == {}
    assert not again.importing.plan.new
    assert not again.importing.plan.changed
    number = storage.history.of_recipient(ws.books, "P1")[0].operation.id
    storage.undo_operation(ws.books, number, "lấy lại")
    assert register.search(ws, RecipientKind.PERSON) == before
    assert register.get(ws, "P1").position == ""


def test_the_mapping_holds_for_another_file_but_its_answers_do_not(ws, tmp_path) -> None:
    path = written(tmp_path, *ROWS)
    source = list_import.open_list(ws, path)
    choices = list_import.proposed_choices(source)
    columns = list(choices.columns)
    columns[7] = ListField.CONTENT
    choices = replace(choices, columns=tuple(columns), answers={"round:": "D1"})
    list_import.apply(ws, list_import.look(ws, source, choices))
    other = look(ws, written(tmp_path, ROWS[0], name="khac.xlsx"))
    assert other.choices.columns[7] is ListField.CONTENT
    assert set(asked(other)) == {"round:"}


def test_loose_names_are_asked_with_candidates(ws, tmp_path) -> None:
    rows = (
        (1, None, "Phùng Khắc Khuyên", None, "Trường Tiểu học Thượng Lĩnh", "cá nhân", "CSTĐ", 1),
        (2, None, "Quách Thị Mới", None, "Trường Tiểu học Thượng", "cá nhân", "LĐTT", 1),
    )
    preview = look(ws, written(tmp_path, *rows), {"round:": "D1"})
    questions = {q.kind: q for q in preview.questions}
    assert questions["person"].choices[0][0] == "P1"
    assert questions["unit"].choices[0][0] == "TH"
    assert "chien_si_thi_dua_co_so" in dict(questions["award"].choices)
    assert preview.importing.batch.rows == 0
    with pytest.raises(WorkbookError) as refused:
        list_import.apply(ws, preview)
    assert refused.value.code == "list.questions_open"
    answers = {
        "round:": "D1",
        questions["person"].key: NEW,
        questions["unit"].key: "TH",
        questions["award"].key: SKIP,
    }
    preview = look(ws, written(tmp_path, *rows), answers)
    assert preview.ready
    assert len(preview.importing.batch.nominations) == 1
    assert len(preview.importing.batch.persons) == 2


def test_a_row_left_out_brings_nothing(ws, tmp_path) -> None:
    rows = ((1, None, "Phùng Khắc Khuyên", None, "Trường TH Thượng Lĩnh", "cá nhân", "LĐTT", None),)
    preview = look(ws, written(tmp_path, *rows), {"round:": "D1"})
    (question,) = preview.open_questions
    preview = look(ws, written(tmp_path, *rows), {"round:": "D1", question.key: SKIP})
    assert preview.left_out == (2,)
    assert preview.importing.batch.nominations == ()


def test_awards_won_with_their_decision(ws, tmp_path) -> None:
    headers = ("Họ và tên", "Ngày sinh", "Danh hiệu", "Số quyết định", "Ngày quyết định", "Năm")
    rows = (
        ("Phùng Khắc Khuyến", "05/03/1981", "CSTĐCS", "12/QĐ-UBND", "20/12/2024", "2024"),
        ("Phùng Khắc Khuyến", "5.3.1981", "Huy hiệu tình nguyện", "13/QĐ",
         "ngày 2 tháng 3 năm 2024", 2024),
    )  # fmt: skip
    preview = look(ws, written(tmp_path, *rows, headers=headers))
    assert preview.choices.purpose is Purpose.AWARDS
    (question,) = preview.open_questions
    assert KEEP in dict(question.choices)
    preview = look(ws, written(tmp_path, *rows, headers=headers), {question.key: KEEP})
    awards = [entry.value for entry in preview.importing.batch.awards]
    assert [(one.recipient, one.award, str(one.year)) for one in awards] == [
        ("P1", "chien_si_thi_dua_co_so", "2024"),
        ("P1", "", "2024"),
    ]
    assert awards[1].award_name == "Huy hiệu tình nguyện"
    assert awards[0].decision_date is not None
    assert preview.ready


def test_ratings_take_their_year_from_the_title_when_told(ws, tmp_path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "S": [
                ("KẾT QUẢ XẾP LOẠI NĂM 2024",),
                ("Họ và tên", "Ngày sinh", "Xếp loại", "Điểm"),
                ("Phùng Khắc Khuyến", "05/03/1981", "HTXSNV", 95.5),
            ]
        },
    )
    (question,) = look(ws, path).open_questions
    assert (question.kind, question.proposed) == ("year", "2024")
    preview = look(ws, path, {question.key: "2024"})
    (entry,) = preview.importing.batch.ratings
    assert (entry.value.year, entry.value.level) == (Year(2024), RatingLevel.EXCELLENT)
    assert preview.ready


def test_initiatives_ask_how_far_they_are_recognised(ws, tmp_path) -> None:
    headers = (
        "STT",
        "Tên đề tài",
        "Ngày công nhận",
        "Đơn vị công nhận",
        "Tên tác giả",
        "Tên cơ quan",
    )
    rows = (
        (
            1,
            "Dạy đọc bằng tranh",
            "02/12/2024",
            "Sở GD",
            "Phùng Khắc Khuyến",
            "Trường TH Thượng Lĩnh",
        ),
    )
    path = written(tmp_path, *rows, headers=headers)
    questions = {q.kind: q for q in look(ws, path).open_questions}
    assert set(questions) == {"scope", "year"}
    answers = {questions["scope"].key: "tinh", questions["year"].key: "2024"}
    preview = look(ws, path, answers)
    (entry,) = preview.importing.batch.initiatives
    assert entry.value.authors == ("P1",)
    assert entry.value.scope is InitiativeScope.PROVINCE
    assert not entry.value.recognised
    assert preview.ready
    list_import.apply(ws, preview)
    # In the books already: nothing is asked, nothing comes twice, whatever the file's name.
    again = look(ws, written(tmp_path, *rows, headers=headers, name="khac.xlsx"))
    assert again.questions == ()
    assert not again.importing.plan.new


@pytest.mark.parametrize("font", [in_tcvn3, in_vni])
def test_old_fonts_are_converted(ws, tmp_path, font) -> None:
    headers = tuple(map(font, ("Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị")))
    row = map(
        font, ("Phùng Khắc Khuyến", "05/03/1981", "Hiệu trưởng", "Trường Tiểu học Thượng Lĩnh")
    )
    preview = look(ws, written(tmp_path, tuple(row), headers=headers))
    assert preview.questions == ()
    (entry,) = preview.importing.batch.persons
    assert (entry.value.code, entry.value.position) == ("P1", "Hiệu trưởng")


def test_a_column_of_mixed_letters_is_asked(ws, tmp_path) -> None:
    headers = ("Họ và tên", "Ngày sinh")
    rows = ((in_tcvn3("Phùng Khắc Khuyến"), "05/03/1981"), ("Quách Thị Mới", "1990"))
    path = written(tmp_path, *rows, headers=headers)
    (question,) = look(ws, path).open_questions
    assert (question.kind, question.proposed) == ("letters", "lan_lon")
    preview = look(ws, path, {question.key: "lan_lon"})
    names = [entry.value.name for entry in preview.importing.batch.persons]
    assert names == ["Phùng Khắc Khuyến", "Quách Thị Mới"]


def test_what_is_wrong_in_a_cell_refuses_the_whole_list(ws, tmp_path) -> None:
    headers = ("Họ và tên", "Ngày sinh", "Số CCCD")
    rows = (("Lò Thị Ủn", "31/02/1990", "12"), (None, "1990", "001190000123"))
    preview = look(ws, written(tmp_path, *rows, headers=headers))
    codes = [(f.place.row, f.code) for f in preview.importing.faults if f.fatal]
    assert codes == [
        (2, "fault.date_impossible"),
        (2, "fault.cccd_shape"),
        (3, "list.row_without_name"),
    ]
    assert not preview.ready
    with pytest.raises(WorkbookError):
        list_import.apply(ws, preview)
    assert ws.folder.list_mappings.exists() is False


def test_unknown_columns_are_kept_as_notes(ws, tmp_path) -> None:
    preview = look(ws, written(tmp_path, *ROWS), {"round:": "D1"})
    entry = preview.importing.batch.nominations[0]
    assert entry.extra == {"Lĩnh vực": "Giáo dục"}


def test_codes_of_a_code_list_are_understood(ws, tmp_path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "DANHSACH": [
                ("DANH SÁCH TẬP THỂ",),
                ("STT", "Tên đơn vị / tập thể", "Mã danh hiệu thi đua (nếu có)"),
                (1, "Trường Tiểu học Thượng Lĩnh", "8001"),
            ],
            "DM": [
                ("Mã số", "Danh hiệu thi đua"),
                ("8001", "Tập thể lao động tiên tiến"),
                ("8002", "Đơn vị quyết thắng"),
            ],
        },
    )
    preview = look(ws, path, {"round:": "D1"})
    (entry,) = preview.importing.batch.nominations
    assert (entry.value.recipient, entry.value.award) == ("TH", "tap_the_lao_dong_tien_tien")


def test_a_mapping_goes_to_another_office_without_names_of_people(ws, tmp_path) -> None:
    path = written(tmp_path, *ROWS)
    source = list_import.open_list(ws, path)
    with pytest.raises(WorkbookError) as refused:
        list_import.export_mapping(ws, source, tmp_path / "x.json")
    assert refused.value.code == "list.mapping_unknown"
    list_import.apply(ws, look(ws, path, {"round:": "D1"}))
    target = tmp_path / "ghep.json"
    list_import.export_mapping(ws, source, target)
    assert "round:" not in target.read_text(encoding="utf-8")
    taken = list_import.import_mapping(ws, target)
    assert taken.answers["danh-sach.xlsx"] == {"round:": "D1"}


def test_its_own_workbook_is_told_apart(tmp_path) -> None:
    assert list_import.is_own_workbook(workbook(tmp_path / "a.xlsx", {"Cá nhân": [("Mã",)]}))
    assert not list_import.is_own_workbook(workbook(tmp_path / "b.xlsx", {"DS": [("Mã",)]}))
    assert not list_import.is_own_workbook(tmp_path / "c.csv")
