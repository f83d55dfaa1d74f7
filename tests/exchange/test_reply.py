"""Replies: the same bytes, whole there and back, and every hostile one refused."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khenthuong.domain.kinds import Authority, Outcome, Part
from khenthuong.domain.receiving import Decision, Flag, Party, Reply, Result
from khenthuong.errors import PackageError
from khenthuong.exchange.package import verify_package
from khenthuong.exchange.package_lock import is_locked, lock, unlock
from khenthuong.exchange.reply import reply_of, write_reply
from tests.exchange.packages import contents, rezip, sound, with_manifest

RETURNED = Reply(
    sender=Party("Sở Nội vụ", "Tỉnh Thử Nghiệm", "tinh"),
    to=Party("Xã Suối Mây", "Tỉnh Thử Nghiệm", "xa"),
    round="D1",
    authority=Authority.PROVINCE,
    version=1,
    package_sha256="a" * 64,
    number=1,
    made_on=date(2026, 2, 1),
    outcome=Outcome.RETURNED,
    nominations=(("CN01", "bk"), ("CN02", "bk")),
    flags=(
        Flag("CN01", "bk", Part.CONTENT, "Nêu số liệu"),
        Flag("", "", Part.PAPER, "Thiếu số", "00-to-trinh.docx"),
    ),
)
DECIDED = replace(
    RETURNED,
    outcome=Outcome.DECIDED,
    flags=(),
    decision=Decision("1/QĐ", date(2026, 3, 1), "Chủ tịch", "Trần Văn Ký", "Chủ tịch"),
    results=(
        Result("CN01", "bk", True, "bk", "Bằng khen"),
        Result("CN02", "bk", False, reason="Chưa đủ"),
    ),
    signed="quyet-dinh.pdf",
)


def decided(folder: Path) -> Path:
    signed = folder / "ky.pdf"
    signed.write_bytes(b"%PDF-1.4\n")
    write_reply(folder / "tl.zip", DECIDED, signed)
    return folder / "tl.zip"


def returned(folder: Path) -> Path:
    write_reply(folder / "tl.zip", RETURNED)
    return folder / "tl.zip"


@pytest.mark.parametrize(("make", "reply"), [(returned, RETURNED), (decided, DECIDED)])
def test_a_reply_comes_back_as_it_was_and_is_the_same_bytes(tmp_path: Path, make, reply):
    path = make(tmp_path)
    report = verify_package(path)
    assert report.problems == ()
    assert reply_of(report.manifest) == reply
    first = path.read_bytes()
    assert make(tmp_path).read_bytes() == first


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(type="khac"),
        lambda m: m.update(type=None),
        lambda m: m.update(outcome="quyet_dinh"),
        lambda m: m.update(flags=[]),
        lambda m: m.update(nominations=[]),
        lambda m: m["nominations"].append(m["nominations"][0]),
        lambda m: m["flags"][0].update(recipient="LA"),
        lambda m: m["flags"][0].update(part="tuoi"),
        lambda m: m["flags"][0].update(reason=" "),
        lambda m: m["flags"][0].update(reason="a\x00b"),
        lambda m: m["flags"][0].update(reason="\ud800"),
        lambda m: m["flags"][0].update(file="00-to-trinh.docx"),
        lambda m: m["flags"][1].update(file=""),
        lambda m: m["flags"][1].update(part="ten", file=""),
        lambda m: m.update(package_sha256="A" * 64),
        lambda m: m.update(version=0),
        lambda m: m.update(version=10**30),
        lambda m: m.update(number=True),
        lambda m: m.update(made_on="2026-02-31"),
        lambda m: m["to"].pop("name"),
        lambda m: m.update(results=[{"recipient": "CN01"}]),
        lambda m: m.pop("decision"),
    ],
)
def test_a_returned_reply_that_lies_is_refused(tmp_path: Path, change):
    problems = verify_package(with_manifest(returned(tmp_path), change)).problems
    codes = {code for code, _ in problems}
    assert codes
    assert codes <= {"package.manifest_field", "package.manifest_lacks"}


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m["results"].pop(),
        lambda m: m["results"].append(m["results"][0]),
        lambda m: m["results"][0].update(given_name=""),
        lambda m: m["results"][1].update(reason=""),
        lambda m: m["results"][0].update(granted=1),
        lambda m: m["decision"].update(file="khac.pdf"),
        lambda m: m["decision"].update(day="1/3/2026"),
        lambda m: m.update(decision=None),
        lambda m: m.update(outcome="tra_lai"),
    ],
)
def test_a_decided_reply_that_lies_is_refused(tmp_path: Path, change):
    problems = verify_package(with_manifest(decided(tmp_path), change)).problems
    assert {code for code, _ in problems} == {"package.manifest_field"}


def test_a_signed_decision_that_was_exchanged_is_found(tmp_path: Path):
    path = decided(tmp_path)
    rezip(path, {**contents(path), "quyet-dinh.pdf": b"%PDF-1.5\n"})
    assert [code for code, _ in verify_package(path).problems] == ["package.changed"]


def test_a_package_that_nominates_twice_or_hides_characters_is_refused(tmp_path: Path):
    for change in (
        lambda m: m["nominations"].append(m["nominations"][0]),
        lambda m: m["nominations"][0].update(name="\udfff"),
        lambda m: m["nominations"][0].update(content="a\x1bb"),
    ):
        problems = verify_package(with_manifest(sound(tmp_path), change)).problems
        assert {code for code, _ in problems} == {"package.manifest_field"}


def test_a_password_comes_off_and_leaves_the_same_bytes(tmp_path: Path):
    plain, locked, again = sound(tmp_path), tmp_path / "k.zip", tmp_path / "lai.zip"
    lock(plain, locked, "mật khẩu dài")
    assert (is_locked(plain), is_locked(locked)) == (False, True)
    unlock(locked, again, "mật khẩu dài")
    assert again.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize(
    ("password", "code"),
    [("", "package.password_needed"), ("mật khẩu khác", "package.wrong_password")],
)
def test_a_wrong_password_is_told(tmp_path: Path, password: str, code: str):
    lock(sound(tmp_path), tmp_path / "k.zip", "mật khẩu dài")
    with pytest.raises(PackageError) as caught:
        unlock(tmp_path / "k.zip", tmp_path / "lai.zip", password)
    assert caught.value.code == code


def test_a_locked_package_that_was_damaged_is_told(tmp_path: Path):
    locked = tmp_path / "k.zip"
    lock(sound(tmp_path), locked, "mật khẩu dài")
    data = bytearray(locked.read_bytes())
    data[len(data) // 2] ^= 0xFF
    locked.write_bytes(data)
    with pytest.raises(PackageError) as caught:
        unlock(locked, tmp_path / "lai.zip", "mật khẩu dài")
    assert caught.value.code == "package.locked_broken"


def test_what_is_no_zip_is_not_locked(tmp_path: Path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"khong phai zip")
    assert not is_locked(path)
    with pytest.raises(PackageError):
        is_locked(tmp_path / "khong-co.zip")


def test_the_manifest_of_a_reply_lists_its_signed_decision(tmp_path: Path):
    with zipfile.ZipFile(decided(tmp_path)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    digest = hashlib.sha256(b"%PDF-1.4\n").hexdigest()
    assert manifest["files"] == [{"name": "quyet-dinh.pdf", "sha256": digest, "size": 9}]
