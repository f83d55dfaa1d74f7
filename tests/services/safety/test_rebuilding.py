"""Books lost with their backups come back as far as packages and papers say."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from khenthuong.domain.kinds import Authority, RecipientKind
from khenthuong.errors import UserError
from khenthuong.services import office, register
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.paperwork import paper_register
from khenthuong.services.safety import doctor, rebuilding
from khenthuong.services.workspace import Workspace, open_workspace
from khenthuong.storage import papers
from khenthuong.storage import register as stored
from khenthuong.storage import rounds as stored_rounds


@pytest.fixture
def handed_out(commune: Workspace, tmp_path: Path) -> Path:
    """What is left of an office: its packages and a copy of van_ban/."""
    out = tmp_path / "con-lai"
    paper_register.make_form(commune, "D1", "to_trinh")
    assert sealing.seal(commune, "D1", out / "goi").packages
    shutil.copytree(commune.folder.papers, out / "van_ban")
    return out


def test_recipients_rounds_and_nominations_come_back(
    commune: Workspace, handed_out: Path, tmp_path: Path
) -> None:
    rebuilt = rebuilding.rebuild(tmp_path / "moi", [handed_out])
    sealed = {
        (one.recipient, one.award)
        for one in stored_rounds.nominations(commune.books, "D1")
        if (one.recipient, one.award) in stored_rounds.frozen(commune.books, "D1")
    }
    with open_workspace(tmp_path / "moi") as ws:
        assert office.get_office(ws).name == office.get_office(commune).name
        (summary,) = rounds.rounds(ws)
        assert summary.round.code == "D1"
        assert summary.round.year == stored_rounds.get_round(commune.books, "D1").year
        again = stored_rounds.nominations(ws.books, "D1")
        assert {one.key for one in again} == sealed
        for code, _ in sealed:
            assert register.get(ws, code).name == register.get(commune, code).name
        assert stored_rounds.frozen(ws.books, "D1") == stored_rounds.frozen(commune.books, "D1")
        assert checking.check(ws, "D1").nominations
    assert rebuilt.nominations == len(sealed)


def test_papers_go_where_they_were_and_are_listed(
    commune: Workspace, handed_out: Path, tmp_path: Path
) -> None:
    rebuilt = rebuilding.rebuild(tmp_path / "moi", [handed_out])
    before = {one.path: one.sha256 for one in papers.of_round(commune.books, "D1")}
    with open_workspace(tmp_path / "moi") as ws:
        after = {one.path: one.sha256 for one in papers.of_round(ws.books, "D1")}
    assert after == before
    assert rebuilt.papers == len(before)
    grave = [one.code for one in doctor.examine(tmp_path / "moi", rules=False) if one.path]
    assert grave == []


def test_units_are_known_by_name_and_say_so(handed_out: Path, tmp_path: Path) -> None:
    rebuilding.rebuild(tmp_path / "moi", [handed_out])
    with open_workspace(tmp_path / "moi") as ws:
        units = stored.units(ws.books)
        persons = stored.persons(ws.books)
    assert {one.unit for one in persons.values() if one.unit} <= set(units)
    made = [one for one in units.values() if one.note]
    assert made
    assert all("mã do máy đặt" in one.note for one in made)


def test_it_says_what_it_could_not_know(handed_out: Path, tmp_path: Path) -> None:
    (handed_out / "hong.zip").write_bytes(b"khong phai goi")
    rebuilt = rebuilding.rebuild(tmp_path / "moi", [handed_out])
    said = "\n".join(rebuilding.lines(rebuilt))
    assert "hong.zip" in said
    assert "ngày sinh" in said
    assert "họp, biểu quyết" in said
    assert rebuilding.as_json(rebuilt)["recipients"] == rebuilt.recipients


def test_sealing_anew_makes_the_next_version(handed_out: Path, tmp_path: Path) -> None:
    rebuilding.rebuild(tmp_path / "moi", [handed_out])
    with open_workspace(tmp_path / "moi") as ws:
        for authority in papers.sealed_authorities(ws.books)["D1"]:
            last = papers.last_sealed(ws.books, "D1", authority)
            assert (last.version, last.fingerprint) == (1, "")
            assert (handed_out / "goi" / last.file_name).is_file()


def test_a_side_file_cannot_lead_outside(handed_out: Path, tmp_path: Path) -> None:
    side = next((handed_out / "van_ban").rglob("van-ban.json"))
    side.write_text('{"../../../../ra-ngoai.docx": {"form": "to_trinh"}}', encoding="utf-8")
    (side.parent / "../../../../ra-ngoai.docx").resolve().write_bytes(b"x")
    rebuilding.rebuild(tmp_path / "moi", [handed_out])
    assert not list((tmp_path / "moi").rglob("ra-ngoai.docx"))


def test_a_folder_of_no_known_round_is_copied_and_told(handed_out: Path, tmp_path: Path) -> None:
    other = handed_out / "van_ban" / "1999" / "la" / Authority.COMMUNE.value
    other.mkdir(parents=True)
    (other / "a.docx").write_bytes(b"x")
    (other / "van-ban.json").write_text('{"a.docx": {"form": "to_trinh"}}', encoding="utf-8")
    rebuilt = rebuilding.rebuild(tmp_path / "moi", [handed_out])
    assert any("1999" in one for one in rebuilt.remarks)
    assert (tmp_path / "moi/van_ban/1999/la/xa/a.docx").read_bytes() == b"x"


def test_books_in_use_are_never_rebuilt_over(handed_out: Path, commune_root: Path) -> None:
    with pytest.raises(UserError) as caught:
        rebuilding.rebuild(commune_root, [handed_out])
    assert caught.value.code == "rebuild.not_empty"


def test_nothing_found_lays_nothing_down(tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    with pytest.raises(UserError) as caught:
        rebuilding.rebuild(tmp_path / "moi", [tmp_path / "trong"])
    assert caught.value.code == "rebuild.nothing"
    assert not (tmp_path / "moi").exists()


def test_packages_of_two_offices_are_refused(
    commune: Workspace, handed_out: Path, tmp_path: Path
) -> None:
    known = office.get_office(commune)
    office.save_office(commune, replace(known, name="Xã Bên Cạnh"))
    assert sealing.seal(commune, "D1", handed_out / "goi-khac").packages
    with pytest.raises(UserError) as caught:
        rebuilding.rebuild(tmp_path / "moi", [handed_out])
    assert caught.value.code == "rebuild.other_office"
    assert not (tmp_path / "moi").exists()
    assert register.search(commune, RecipientKind.PERSON)
