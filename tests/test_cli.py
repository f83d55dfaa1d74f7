"""The command line as a province's IT calls it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from khenthuong.domain.kinds import Status
from khenthuong.services import demo
from khenthuong.services.paperwork import paper_register
from khenthuong.services.workspace import open_workspace
from main import main
from tests.edited_papers import retype

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("dong-lenh") / "so"
    demo.open_sample(root)
    return root


@pytest.fixture
def data(filled: Path, tmp_path: Path) -> Path:
    shutil.copytree(filled, tmp_path / "so")
    return tmp_path / "so"


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if printed.out.startswith("{") else {}, printed.err


def test_from_an_empty_folder_to_an_imported_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    so = tmp_path / "so"
    code, answer, _ = call(
        capsys, "--data", so, "--json", "init", "--commune", "Xã An Lão", "--province", "Hải Phòng"
    )
    assert code == 0
    assert answer["office"].endswith("Xã An Lão")
    out = tmp_path / "so-nhap.xlsx"
    assert call(capsys, "workbook", out)[0] == 0
    assert zipfile.is_zipfile(out)
    code, answer, _ = call(
        capsys, "--data", so, "--json", "import", demo.sample_workbook(), "--dry-run"
    )
    assert (code, answer["imported"]) == (0, False)
    code, answer, _ = call(capsys, "--data", so, "import", demo.sample_workbook(), "--json")
    assert (code, answer["imported"]) == (0, True)
    _, answer, _ = call(capsys, "--data", so, "rounds", "--json")
    assert {row["code"] for row in answer["rounds"]} == {"D1", "D2", "D3", "D4"}


def test_a_second_import_changes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = call(capsys, "--data", data, "--json", "import", demo.sample_workbook())
    assert code == 0
    assert {sheet["new"] for sheet in answer["sheets"]} == {0}
    assert answer["changed"] == []


def test_check_answers_in_the_documented_shape(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, _ = call(capsys, "--data", data, "check", "D1", "--json")
    assert code == 1
    assert {"round", "period", "round_findings", "nominations"} <= set(answer)
    one = answer["nominations"][0]
    assert {
        "recipient",
        "award",
        "award_name",
        "authority",
        "verdict",
        "principles",
        "findings",
    } <= set(one)
    assert set(one["principles"]) == {"chinh_xac", "cong_khai", "cong_bang", "kip_thoi"}
    assert {"id", "principle", "step", "status", "cite", "checked", "message"} <= set(
        one["findings"][0]
    )
    statuses = {f["status"] for n in answer["nominations"] for f in n["findings"]}
    assert statuses == {status.value for status in Status}


def test_suggest_answers_one_object(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = call(capsys, "--data", data, "--json", "suggest", "--year", "2025")
    assert code == 0
    assert answer["suggestions"]
    assert {"recipient", "award", "standing", "message", "lacking", "to_confirm"} <= set(
        answer["suggestions"][0]
    )
    one = "chien_si_thi_dua_co_so"
    code, fewer, _ = call(
        capsys, "--data", data, "--json", "suggest", "--year", "2025", "--award", one
    )
    assert code == 0
    assert [row for row in answer["suggestions"] if row["award"] == one] == fewer["suggestions"]


def test_suggest_refuses_what_is_no_year_or_award(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, said = call(capsys, "--data", data, "suggest", "--year", "nay")
    assert (code, "error.suggest_year" in said) == (1, True)
    code, _, said = call(capsys, "--data", data, "suggest", "--year", "2025", "--award", "gì")
    assert (code, "error.suggest_award" in said) == (1, True)


def test_check_runs_without_qt(data: Path) -> None:
    script = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from main import main\n"
        f"raise SystemExit(main(['--data', {str(data)!r}, 'check', 'D4', '--json']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["round"] == "D4"


def test_dossier_package_verify(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, answer, _ = call(capsys, "--data", data, "dossier", "D4", "--out", tmp_path / "vb", "--json")
    assert {Path(p["file"]).name for p in answer["papers"]} >= {"00-to-trinh.docx"}
    assert all(Path(p["file"]).is_file() for p in answer["papers"])
    code, answer, _ = call(capsys, "--data", data, "package", "D4", "--out", tmp_path, "--json")
    assert (code, len(answer["left_out"])) == (1, 1)
    package = Path(answer["packages"][0]["file"])
    assert call(capsys, "verify", package)[0] == 0
    package.write_bytes(package.read_bytes().replace(b"manifest.json", b"manifesz.json"))
    code, answer, _ = call(capsys, "verify", package, "--json")
    assert code == 1
    assert answer["problems"]


def test_faults_give_a_marked_copy_and_change_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import openpyxl

    broken = tmp_path / "hong.xlsx"
    book = openpyxl.load_workbook(demo.sample_workbook())
    book["Xếp loại"]["B2"] = "năm ngoái"
    book.save(broken)
    book.close()
    code, answer, _ = call(capsys, "--data", data, "import", broken, "--json")
    assert (code, answer["imported"]) == (1, False)
    assert Path(answer["marked"]).is_file()
    assert any(fault["sheet"] == "Xếp loại" for fault in answer["faults"])


def test_movements_carry_their_targets(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, answer, _ = call(capsys, "--data", data, "movements", "--json")
    planned = [t["planned"] for m in answer["movements"] for t in m["targets"]]
    assert len(planned) > 20
    assert "14,5" in planned


def test_backup_and_restore(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, answer, _ = call(capsys, "--data", data, "backup", "--json")
    code, restored, _ = call(capsys, "--data", data, "restore", answer["file"], "--json")
    assert code == 0
    assert Path(restored["kept"]).is_file()


def test_templates_are_all_sound(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, answer, _ = call(capsys, "--data", data, "templates", "--json")
    assert (code, answer["problems"]) == (0, [])
    shipped = Path(__file__).parent.parent / "forms"
    assert len(answer["forms"]) == len(list((shipped / "bieu_mau").glob("*.toml")))
    assert len(answer["awards"]) == len(list((shipped / "khen_thuong").glob("*.toml")))
    assert answer["criteria"]["van_ban"] > 20
    each = answer["criteria_by_award"]
    assert set(each) >= {"giay_khen_xa", "tieu_chuan_chung"}
    for mark, total in answer["criteria"].items():
        assert sum(counts[mark] for counts in each.values()) == total


def test_errors_are_vietnamese_with_a_code(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, err = call(capsys, "--data", data, "check", "KHONG-CO", "--json")
    assert code == 1
    assert answer["error"]["code"] in err
    assert "KHONG-CO" in answer["error"]["message"]
    code, _, err = call(
        capsys,
        "--data",
        tmp_path / "x",
        "init",
        "--commune",
        "Không Có Đâu",
        "--province",
        "Hải Phòng",
    )
    assert code == 1
    assert "Không Có Đâu" in err


@pytest.mark.parametrize("command", [["rounds"], ["check", "D1"], ["backup"]])
def test_a_mistyped_folder_is_not_taken_for_empty_books(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, _ = call(capsys, "--data", tmp_path / "go-nham", "--json", *command)
    assert (code, answer["error"]["code"]) == (1, "error.no_books")
    assert not (tmp_path / "go-nham").exists()


def test_a_filled_workbook_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled = tmp_path / "so.xlsx"
    filled.write_bytes(b"my work")
    code, answer, _ = call(capsys, "--json", "workbook", filled)
    assert (code, answer["error"]["code"]) == (1, "error.file_exists")
    assert filled.read_bytes() == b"my work"


@pytest.mark.parametrize("arguments", [["bay"], ["check"], ["verify", "a", "b"], ["--data"]])
def test_a_wrong_call_exits_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "Gọi lệnh chưa đúng" in capsys.readouterr().err


def test_layout_judges_any_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = ROOT / "templates_docx" / "to_trinh.docx"
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK")
    code, answer, _ = call(capsys, "layout", template, broken, "--json")
    assert code == 1
    assert [one.get("kind") for one in answer["files"]] == ["to_trinh", None]
    assert answer["files"][1]["error"]["code"] == "layout.broken"
    assert main(["layout", str(template)]) in (0, 1)
    assert "to_trinh.docx: Tờ trình" in capsys.readouterr().out


def test_demo_ends_with_the_papers_it_made_and_works_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["demo", "--out", str(tmp_path / "thu")]) == 0
        last = capsys.readouterr().out.strip().splitlines()[-1]
        assert (tmp_path / "thu" / last.strip()).is_file()
    assert len(list((tmp_path / "thu" / "goi").glob("*.zip"))) == 7


def test_demo_does_not_touch_somebody_elses_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thu-cua-toi.txt").write_text("quan trọng", encoding="utf-8")
    code, _, err = call(capsys, "demo", "--out", tmp_path)
    assert code == 1
    assert "error.demo_not_empty" in err
    assert (tmp_path / "thu-cua-toi.txt").read_text(encoding="utf-8") == "quan trọng"


def test_package_refuses_papers_that_disagree_and_takes_a_reason(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(data) as ws:
        made = paper_register.make(ws, "D4")
        proposal = next(p for p in made.papers if p.plan.form_id == "to_trinh")
        retype(proposal.path, "Phạm Thu Sâm", "Phạm Thu Sân")
        paper_register.take_in_edited(ws, "D4", proposal.authority, proposal.path.name)
    pack = ("--data", data, "package", "D4", "--out", tmp_path / "goi", "--json")
    code, answer, _ = call(capsys, *pack)
    assert (code, answer["refused"], answer["packages"]) == (1, ["xa"], [])
    mismatch = answer["mismatches"][0]
    assert (mismatch["says"], mismatch["severity"]) == ("Phạm Thu Sân", "loi")
    assert mismatch["remedy"]
    accept = ("--accept", mismatch["key"])
    assert call(capsys, *pack, *accept)[0] == 1
    reason = ("--reason", "Giao quyền ký", "--by", "Lưu Trọng Nhuận, Chủ tịch")
    _, answer, _ = call(capsys, *pack, *accept, *reason)
    assert answer["refused"] == []
    assert answer["mismatches"][0]["accepted"]["reason"] == "Giao quyền ký"
    assert len(answer["packages"]) == 1


def test_a_stick_and_back_and_what_it_holds(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    code, made, _ = call(capsys, "--data", data, "--json", "backup", "--out", stick)
    assert code == 0
    assert Path(made["file"]).parent == stick
    _, holds, _ = call(capsys, "--data", data, "--json", "restore", made["file"], "--describe")
    assert holds["problems"] == []
    assert holds["lost"] == {"operations": 0, "other": False}
    other = tmp_path / "may-khac"
    code, done, _ = call(capsys, "--data", other, "--json", "restore", made["file"])
    assert (code, done["kept"], done["missing"]) == (0, None, [])
    _, rows, _ = call(capsys, "--data", other, "--json", "rounds")
    assert rows == call(capsys, "--data", data, "--json", "rounds")[1]


def test_doctor_finds_repairs_and_rebuilds(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = data / "van_ban" / "x.docx.dang-ghi"
    left.write_bytes(b"do")
    _, answer, _ = call(capsys, "--data", data, "--json", "doctor")
    assert "doctor.leftovers" in [one["code"] for one in answer["troubles"]]
    code, answer, _ = call(capsys, "--data", data, "--json", "doctor", "--repair")
    assert (code, answer["sound"], len(answer["done"])) == (0, True, 1)
    assert not left.exists()
    call(capsys, "--data", data, "package", "D1", "--out", tmp_path / "goi")
    moi = tmp_path / "moi"
    code, rebuilt, _ = call(
        capsys, "--data", moi, "--json", "doctor", "--rebuild", tmp_path / "goi"
    )
    assert code == 0
    assert rebuilt["nominations"] > 0
    _, rows, _ = call(capsys, "--data", moi, "--json", "rounds")
    assert [row["code"] for row in rows["rounds"]] == ["D1"]
