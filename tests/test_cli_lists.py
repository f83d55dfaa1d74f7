"""Lists of others on the command line: known sources go in, unknown ones say how."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from khenthuong.services import demo
from khenthuong.services.workspace import open_workspace
from main import main
from tests.exchange.lists.others import parts, template, workbook

ROWS = [
    ("DANH SÁCH CÁ NHÂN NĂM 2026",),
    ("TT", "Họ và tên", "Ngày sinh", "Chức vụ"),
    (1, "Lò Thị Ủn", "05/03/1981", "Giáo viên"),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("lenh") / "so"
    demo.open_sample(root)
    return root


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "so"))


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if printed.out.startswith("{") else {}, printed.err


def test_an_unknown_source_is_told_then_taken_then_known(data, tmp_path, capsys) -> None:
    path = workbook(tmp_path / "ds.xlsx", {"DS": ROWS})
    call_ = ("--data", data, "--json", "import", path)
    code, answer, _ = call(capsys, *call_)
    assert (code, answer["imported"], answer["list"]["remembered"]) == (1, False, False)
    assert [c["field"] for c in answer["list"]["columns"]][1:] == ["ten", "ngay_sinh", "chuc_vu"]
    code, answer, _ = call(capsys, *call_, "--accept-columns", "--dry-run")
    assert (code, answer["imported"]) == (0, False)
    code, answer, _ = call(capsys, *call_, "--accept-columns")
    assert (code, answer["imported"]) == (0, True)
    code, answer, _ = call(capsys, "--data", data, "import", path, "--json", "--answer", "x=y")
    questions = answer["questions"]
    # Born the same day, no unit in the list: certain by the full date.
    assert (code, questions) == (0, [])
    assert answer["list"]["remembered"]


def test_the_own_workbook_is_still_the_own_workbook(data, capsys) -> None:
    sample = demo.sample_workbook()
    code, answer, _ = call(capsys, "--data", data, "--json", "import", sample, "--dry-run")
    assert (code, "list" in answer) == (0, False)


def test_a_round_into_a_template(data, tmp_path, capsys) -> None:
    portal, out = template(tmp_path / "mau.xlsx", rows=120), tmp_path / "ra.xlsx"
    call_ = ("--data", data, "--json", "export-list", "D1", portal, out)
    code, answer, _ = call(capsys, *call_)
    assert code == 1
    assert not out.exists()
    answers = [f"{q['key']}={q['choices'][0]['answer']}" for q in answer["questions"]]
    options = [part for one in answers for part in ("--answer", one)]
    code, answer, _ = call(capsys, *call_, *options)
    assert (code, answer["file"]) == (0, str(out))
    before, after = parts(portal), parts(out)
    assert sum(before[name] != after[name] for name in before) == 1
    code, _, error = call(capsys, *call_)
    assert (code, "error.file_exists" in error) == (1, True)


def test_a_wrong_answer_is_refused(data, tmp_path, capsys) -> None:
    path = workbook(tmp_path / "ds.xlsx", {"DS": ROWS})
    code, _, error = call(capsys, "--data", data, "import", path, "--answer", "khong-dau")
    assert (code, "list.answer_shape" in error) == (1, True)


def test_a_list_goes_in_as_one_operation(data, tmp_path, capsys) -> None:
    from khenthuong import storage
    from khenthuong.services import register

    rows = [*ROWS[:2], (1, "Quách Văn Độc", "01/02/1979", "Nông dân")]
    path = workbook(tmp_path / "mot.xlsx", {"DS": rows})
    call(capsys, "--data", data, "import", path, "--accept-columns")
    with open_workspace(data) as ws:
        (code,) = register.search(ws, None, "Quach Van Doc")
        (entry, *_) = storage.history.of_recipient(ws.books, code)
        assert "mot.xlsx" in entry.operation.label
