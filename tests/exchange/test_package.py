"""Packages: the same bytes for the same content, and every attack refused by its name."""

import hashlib
import json
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from khenthuong import texts
from khenthuong.errors import PackageError
from khenthuong.exchange import package_check
from khenthuong.exchange.package import verify_package, write_package
from tests.exchange.packages import FILES, MANIFEST, contents, rezip, sound, sources, with_manifest


def found(path: Path) -> set[str]:
    """Codes of the problems; every one of them has its sentence."""
    problems = verify_package(path).problems
    for code, arguments in problems:
        assert texts.say(code, arguments)
    return {code.removeprefix("package.") for code, _ in problems}


def test_a_sound_package(tmp_path: Path):
    path = sound(tmp_path)
    report = verify_package(path)
    assert report.sound
    assert report.manifest is not None
    assert report.manifest["round"]["code"] == "D1"
    assert [one["name"] for one in report.manifest["files"]] == sorted(FILES)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [*sorted(FILES), "manifest.json"]
        assert archive.testzip() is None


def test_equal_content_gives_equal_bytes_in_any_order_at_any_time(tmp_path: Path):
    files = sources(tmp_path)
    first = write_package(tmp_path / "a.zip", files, MANIFEST)
    for _, path in files:
        os.utime(path, (0, 0))
        path.chmod(0o600)
    second = write_package(tmp_path / "b.zip", list(reversed(files)), MANIFEST)
    data = (tmp_path / "a.zip").read_bytes()
    assert data == (tmp_path / "b.zip").read_bytes()
    assert first == second == hashlib.sha256(data).hexdigest()


def test_a_package_zipped_again_by_hand_is_sound(tmp_path: Path):
    path = sound(tmp_path)
    assert found(rezip(path, contents(path), zipfile.ZIP_DEFLATED)) == set()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tờ-trình.docx", "name_not_plain"),
        ("../a.docx", "name_outside"),
        ("a/../../b.docx", "name_outside"),
        ("/etc/a", "name_absolute"),
        ("C:a", "name_absolute"),
        ("a\\b.docx", "name_backslash"),
        ("con.docx", "name_device"),
        ("a/LPT1", "name_device"),
        ("", "name_length"),
        ("a" * 200, "name_length"),
        ("a b.docx", "name_not_plain"),
        ("a.", "name_not_plain"),
        ("a//b", "name_not_plain"),
        ("a/b/c/d/e", "name_not_plain"),
        ("manifest.json", "repeated"),
        ("Manifest.JSON", "repeated"),
    ],
)
def test_names_that_are_not_written(tmp_path: Path, name: str, code: str):
    (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(PackageError) as caught:
        write_package(tmp_path / "goi.zip", [(name, tmp_path / "x")], MANIFEST)
    assert caught.value.code == f"package.{code}"
    assert not (tmp_path / "goi.zip").exists()


def test_what_cannot_be_packed_leaves_the_old_package(tmp_path: Path):
    path = sound(tmp_path)
    before = path.read_bytes()
    (tmp_path / "link").symlink_to(tmp_path / "nguon0")
    for source in (tmp_path / "link", tmp_path, tmp_path / "khong-co"):
        with pytest.raises(PackageError):
            write_package(path, [("a.docx", source)], MANIFEST)
    with pytest.raises(PackageError, match="repeated"):
        write_package(path, [("a", tmp_path / "nguon0"), ("A", tmp_path / "nguon1")], MANIFEST)
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.glob(".*")) == []


def test_changed_missing_added_renamed(tmp_path: Path):
    path = sound(tmp_path)
    files = contents(path)
    name = "00-to-trinh.docx"
    assert found(rezip(path, {**files, name: b"khac"})) == {"changed"}
    assert found(rezip(path, {**files, "la.docx": b"la"})) == {"added"}
    missing = {key: data for key, data in files.items() if key != name}
    assert found(rezip(path, missing)) == {"missing"}
    assert found(rezip(path, {**missing, "moi.docx": files[name]})) == {"renamed"}
    no_manifest = {key: data for key, data in files.items() if key != "manifest.json"}
    assert found(rezip(path, no_manifest)) == {"no_manifest"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../ngoai.docx", "name_outside"),
        ("/tuyet-doi", "name_absolute"),
        ("a\\b", "name_backslash"),
        ("nul", "name_device"),
        ("tờ.docx", "name_not_plain"),
        ("thu-muc/", "name_not_plain"),
        ("00-TO-TRINH.docx", "repeated"),
    ],
)
def test_names_that_are_not_trusted(tmp_path: Path, name: str, code: str):
    path = sound(tmp_path)
    assert code in found(rezip(path, {**contents(path), name: b"x"}))
    assert sorted(p.name for p in tmp_path.parent.iterdir() if p.name == "ngoai.docx") == []


def test_twice_the_same_name(tmp_path: Path):
    path = sound(tmp_path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("00-to-trinh.docx", b"khac")
    assert found(path) == {"repeated"}


def test_links_and_devices(tmp_path: Path):
    path = sound(tmp_path)
    for kind, code in ((stat.S_IFLNK, "link"), (stat.S_IFCHR, "not_file")):
        entry = zipfile.ZipInfo("x")
        entry.external_attr = (kind | 0o777) << 16
        files = contents(path)
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in files.items():
                if name != "x":
                    archive.writestr(name, data)
            archive.writestr(entry, b"/etc/passwd")
        assert found(path) == {code}


def _flip(path: Path, magic: bytes, offset: int, value: bytes) -> None:
    """Overwrite bytes of every header of a kind."""
    data = bytearray(path.read_bytes())
    at = data.find(magic)
    while at >= 0:
        data[at + offset : at + offset + len(value)] = value
        at = data.find(magic, at + 4)
    path.write_bytes(data)


def test_encrypted_entries(tmp_path: Path):
    path = sound(tmp_path)
    _flip(path, b"PK\x01\x02", 8, b"\x01\x00")
    _flip(path, b"PK\x03\x04", 6, b"\x01\x00")
    assert found(path) == {"encrypted"}


def test_methods_that_are_not_read(tmp_path: Path):
    path = sound(tmp_path)
    rezip(path, contents(path), zipfile.ZIP_LZMA)
    assert found(path) == {"method"}


def test_bombs(tmp_path: Path, monkeypatch):
    path = sound(tmp_path)
    files = {**contents(path), "05-minh-chung/bom.txt": b"\0" * (20 << 20)}
    assert found(rezip(path, files, zipfile.ZIP_DEFLATED)) == {"bomb"}
    path = sound(tmp_path)
    monkeypatch.setattr(package_check, "MAX_ENTRIES", 2)
    assert "too_many" in found(path)
    monkeypatch.setattr(package_check, "MAX_ENTRIES", 50)
    monkeypatch.setattr(package_check, "MAX_TOTAL", 100)
    assert found(path) == {"too_large"}


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize("declared", [5, 500_000])
def test_sizes_that_lie(tmp_path: Path, declared: int):
    """Both headers agree on a size that the packed bytes do not keep."""
    real = b"a" * 1_000
    raw, crc = _deflated(real), zlib.crc32(real[:declared])
    sizes = struct.pack("<3I", crc, len(raw), declared)
    local = b"PK\x03\x04" + struct.pack("<5H", 20, 0, 8, 0, 33) + sizes + b"\x01\0\0\0x"
    central = (
        b"PK\x01\x02"
        + struct.pack("<6H", 20, 20, 0, 8, 0, 33)
        + sizes
        + struct.pack("<5H2I", 1, 0, 0, 0, 0, 0, 0)
        + b"x"
    )
    body = local + raw
    end = b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 1, 1, len(central), len(body), 0)
    (tmp_path / "a.zip").write_bytes(body + central + end)
    assert "lying_size" in found(tmp_path / "a.zip")


def test_broken_bytes_and_sums(tmp_path: Path):
    path = sound(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"to trinh", b"to tring"))
    assert found(path) == {"broken"}
    rezip(path, contents(sound(tmp_path)), zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("05-minh-chung/cn01/anh.jpg")
    damaged = bytearray(path.read_bytes())
    at = entry.header_offset + 30 + len(entry.filename)
    damaged[at : at + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(damaged)
    assert found(path) == {"broken"}


def test_what_is_no_zip_at_all(tmp_path: Path):
    path = sound(tmp_path)
    data = path.read_bytes()
    for broken in (b"", b"khong phai zip", data[:-10], data[: len(data) // 2]):
        path.write_bytes(broken)
        assert found(path) == {"not_zip"}
    with pytest.raises(PackageError):
        verify_package(tmp_path / "khong-co.zip")


def test_headers_that_contradict_each_other(tmp_path: Path):
    path = sound(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"00-to-trinh", b"99-to-trinh", 1))
    assert found(path) == {"not_zip"}


def test_hidden_bytes(tmp_path: Path):
    path = sound(tmp_path)
    data = path.read_bytes()
    path.write_bytes(b"MZ an o dau" + data)
    assert found(path) == {"hidden_bytes"}
    with zipfile.ZipFile(sound(tmp_path), "a") as archive:
        archive.comment = b"an o cuoi"
    assert found(path) == {"hidden_bytes"}
    # An entry taken out of the directory while its bytes stay.
    with zipfile.ZipFile(sound(tmp_path), "a") as archive:
        archive.writestr("an.exe", b"MZ" * 50)
        del archive.NameToInfo["an.exe"]
        archive.filelist.pop()
    assert found(path) == {"hidden_bytes"}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "manifest_broken"),
        (b"{", "manifest_broken"),
        (b"[]", "manifest_broken"),
        (b'{"format": 1, "format": 1}', "manifest_broken"),
        (b'\xff\xfe{"format":1}', "manifest_broken"),
        (b'{"format": NaN}', "manifest_broken"),
        (b"[" * 200_000, "manifest_broken"),
        (b'{"format": 2}', "manifest_version"),
        (b'{"format": true}', "manifest_version"),
        (b'{"format": "1"}', "manifest_version"),
        (b"{}", "manifest_version"),
    ],
)
def test_manifests_that_cannot_be_read(tmp_path: Path, raw: bytes, code: str):
    path = sound(tmp_path)
    assert found(rezip(path, {**contents(path), "manifest.json": raw})) == {code}


_FIELDS = [
    "office",
    "round",
    "authority",
    "version",
    "sealed_on",
    "period",
    "rulebook",
    "nominations",
    "files",
]


@pytest.mark.parametrize("field", _FIELDS)
@pytest.mark.parametrize("value", [[1], {"a": 1}, -1])
def test_every_field_is_checked(tmp_path: Path, field: str, value: object):
    path = with_manifest(sound(tmp_path), lambda m: m.__setitem__(field, value))
    assert "manifest_field" in found(path)
    path = with_manifest(sound(tmp_path), lambda m: m.__delitem__(field))
    assert found(path) & {"manifest_lacks", "manifest_field"}


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m["files"].append(m["files"][0]),
        lambda m: m["files"][0].update(name="../x"),
        lambda m: m["files"][0].update(sha256="XYZ"),
        lambda m: m["files"][0].update(size=-1),
        lambda m: m["files"][0].update(size=True),
        lambda m: m["nominations"][0].update(verdict="tuyet_voi"),
        lambda m: m["nominations"][0].update(principles={"dep": "dat"}),
        lambda m: m["nominations"][0]["initiatives"].append({"code": 1, "name": ""}),
        lambda m: m["round"].update(year="2025-2030"),
        lambda m: m["round"].update(received="31/02/2026"),
        lambda m: m.update(authority="vua"),
    ],
)
def test_every_field_inside_is_checked(tmp_path: Path, change):
    assert "manifest_field" in found(with_manifest(sound(tmp_path), change))


def test_sums_in_the_manifest_are_compared(tmp_path: Path):
    wrong = with_manifest(sound(tmp_path), lambda m: m["files"][0].update(sha256="0" * 64))
    assert found(wrong) == {"changed"}
    wrong = with_manifest(sound(tmp_path), lambda m: m["files"][0].update(size=7))
    assert found(wrong) == {"changed"}


def test_a_zip_inside_is_not_opened(tmp_path: Path):
    inner = rezip(tmp_path / "trong.zip", {"a": b"\0" * (30 << 20)}, zipfile.ZIP_DEFLATED)
    write_package(tmp_path / "goi.zip", [("05-minh-chung/a.zip", inner)], MANIFEST)
    assert found(tmp_path / "goi.zip") == set()


def test_the_manifest_is_plain_json(tmp_path: Path):
    manifest = json.loads(contents(sound(tmp_path))["manifest.json"])
    one = manifest["files"][0]
    assert one == {
        "name": "00-to-trinh.docx",
        "size": 8,
        "sha256": hashlib.sha256(b"to trinh").hexdigest(),
    }


def test_what_a_killed_program_left_is_no_package_and_is_swept(tmp_path):
    target = tmp_path / "goi.zip"
    left = tmp_path / ".goi.zip.abc.dang-ghi"
    left.write_bytes(b"half")
    source = tmp_path / "a.txt"
    source.write_bytes(b"x")
    write_package(target, [("a.txt", source)], {})
    assert not left.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "goi.zip"]


def test_an_entry_without_a_name_is_told(tmp_path):
    path = sound(tmp_path)
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    with zipfile.ZipFile(path, "a") as archive, archive.open(nameless, "w") as entry:
        entry.write(b"x")
    assert "package.name_length" in {code for code, _ in verify_package(path).problems}
