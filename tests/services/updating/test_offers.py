"""What an update file may not be: every refusal names the reason and changes nothing."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.domain.updates import UpdateEntry
from khenthuong.errors import UserError
from khenthuong.exchange import update_file
from khenthuong.services.updating import offers
from khenthuong.services.updating.program import Program
from khenthuong.storage import migrations
from tests import packed_programs
from tests.packed_programs import Publisher


def refused(program: Program, path: Path) -> str:
    before = sorted(str(one) for one in program.folder.rglob("*"))
    with pytest.raises(UserError) as caught:
        offers.look(program, path)
    assert sorted(str(one) for one in program.folder.rglob("*")) == before
    sentence = texts.say(caught.value.code, caught.value.arguments)
    assert "{" not in sentence
    assert len(sentence) > 30
    return caught.value.code


def test_a_sound_file_is_described(program: Program, publisher: Publisher, tmp_path: Path) -> None:
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    offer = offers.look(program, path)
    assert (offer.update.version, offer.update.day) == ("0.2.0", date(2026, 11, 20))
    assert offer.update.notes == "Tìm nhanh hơn."
    assert not offer.changes_books


def test_books_of_a_newer_version_are_announced(program, publisher, tmp_path) -> None:
    newer = migrations.LATEST + 1
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0", schema=newer)
    assert offers.look(program, path).changes_books


@pytest.mark.parametrize(
    ("version", "other", "code"),
    [
        ("0.2.0", {"platform": "windows-arm64"}, "update.other_platform"),
        ("0.1.0", {}, "update.same_version"),
        ("0.1", {}, "update.same_version"),
        ("0.0.9", {}, "update.older"),
        ("0.3.0", {"least": "0.2.0"}, "update.needs_step"),
        ("0.2.0", {"schema": migrations.LATEST - 1}, "update.older_books"),
    ],
)
def test_what_does_not_fit_is_refused(
    version: str, other: dict, code: str, program: Program, publisher: Publisher, tmp_path: Path
) -> None:
    path = packed_programs.update_of(tmp_path, publisher, version, **other)
    assert refused(program, path) == code


def test_version_ten_comes_after_nine(program, publisher, tmp_path) -> None:
    later = Program(program.folder, "0.9.1")
    path = packed_programs.update_of(tmp_path, publisher, "0.10.0")
    assert offers.look(later, path).update.version == "0.10.0"


def test_a_build_without_a_key_takes_nothing(program, publisher, tmp_path) -> None:
    (program.folder / "ban-0.1.0" / "resources" / "khoa_cap_nhat.pem").unlink()
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    assert refused(program, path) == "update.no_key"


def test_a_foreign_signature_is_refused(program: Program, tmp_path: Path) -> None:
    path = packed_programs.update_of(tmp_path, Publisher.new(), "0.2.0")
    assert refused(program, path) == "update.foreign"


def _rewritten(path: Path, changes: dict[str, bytes], added: dict[str, bytes]) -> Path:
    target = path.with_name("sua.ktcapnhat")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            data = changes.get(info.filename, old.read(info))
            if data:
                new.writestr(info.filename, data)
        for name, data in added.items():
            new.writestr(name, data)
    return target


def test_a_list_changed_after_signing_is_refused(program, publisher, tmp_path) -> None:
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    with zipfile.ZipFile(path) as archive:
        said = json.loads(archive.read("manifest.json"))
    said["version"] = "0.3.0"
    changed = _rewritten(path, {"manifest.json": json.dumps(said).encode()}, {})
    assert refused(program, changed) == "update.foreign"


def test_a_zip_with_more_or_less_than_listed_is_refused(program, publisher, tmp_path) -> None:
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    more = _rewritten(path, {}, {"tep/" + "0" * 64: b"la"})
    assert refused(program, more) == "update.damaged"
    with zipfile.ZipFile(path) as archive:
        first = next(name for name in archive.namelist() if name.startswith("tep/"))
    assert refused(program, _rewritten(path, {first: b""}, {})) == "update.damaged"


@pytest.mark.parametrize("name", ["../ngoai.txt", "/etc/x", "C:\\x", "tep/CON", "tep/a.exe"])
def test_names_that_are_not_plain_are_refused(name, program, publisher, tmp_path) -> None:
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    assert refused(program, _rewritten(path, {}, {name: b"x"})) == "update.damaged"


@pytest.mark.parametrize("name", ["../KhenThuong", "ban-0.2.0/../../x", "du_lieu/khenthuong.sqlite",
                                  "portable.txt", "ban-0.2.0/CON.txt", "ban-0.2.0/x. ",
                                  "ban-0.1.0/khac/thu_vien.txt"])  # fmt: skip
def test_even_a_signed_list_leads_nowhere_else(name, program, publisher, tmp_path) -> None:
    folder = tmp_path / "dung"
    packed_programs.lay(folder, "0.2.0")
    update = packed_programs.described(folder, "0.2.0")
    first = update.entries[0]
    strange = UpdateEntry(name, first.sha256, first.size)
    whole = packed_programs.described(folder, "0.2.0", entries=(*update.entries, strange))
    path = tmp_path / "la.ktcapnhat"
    update_file.write_update(path, folder, whole, publisher.private)
    assert refused(program, path) == "update.damaged"


@pytest.mark.parametrize("target", ["../../../x", "/etc/passwd", "khong-co"])
def test_links_lead_to_files_of_the_version(target, program, publisher, tmp_path) -> None:
    links = {"ban-0.2.0/lien_ket": target}
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0", links=links)
    assert refused(program, path) == "update.damaged"


def test_a_file_that_swells_is_refused_unread(program, publisher, tmp_path) -> None:
    path = packed_programs.update_of(tmp_path, publisher, "0.2.0")
    swollen = path.with_name("phong.ktcapnhat")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
        new.writestr("tep/" + "a" * 64, b"\0" * (4 << 20))
    assert refused(program, swollen) == "update.damaged"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"khong phai zip" * 50])
def test_other_files_are_refused(data: bytes, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "goi.ktcapnhat"
    path.write_bytes(data)
    assert refused(program, path) == "update.not_update"


def test_a_package_of_dossiers_is_no_update(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", "{}")
    assert refused(program, path) == "update.not_update"


def test_a_missing_file_is_named(program: Program, tmp_path: Path) -> None:
    assert refused(program, tmp_path / "mat.ktcapnhat") == "error.cannot_read"


def test_a_full_disk_is_told_before_anything_is_laid(program: Program) -> None:
    with pytest.raises(UserError) as caught:
        offers.check_room(program.folder, 1 << 60)
    assert caught.value.code == "update.no_room"
    assert caught.value.arguments["need"] > caught.value.arguments["free"]
