"""Verifying told in Vietnamese, for a person and for a program."""

import pytest

from khenthuong.errors import PackageError
from khenthuong.services.dossier import packages
from tests.exchange.packages import contents, rezip, sound


def test_a_sound_package_is_told_in_one_line(tmp_path):
    found = packages.verify(sound(tmp_path))
    assert found.problems == ()
    assert packages.as_json(found)["sound"] is True
    (line,) = packages.lines(found)
    assert "Xã Suối Mây" in line
    assert "3 tệp" in line


def test_what_is_wrong_is_named_and_the_manifest_not_passed_on(tmp_path):
    path = sound(tmp_path)
    rezip(path, {**contents(path), "la.docx": b"x"})
    found = packages.verify(path)
    assert found.manifest is None
    answer = packages.as_json(found)
    assert (answer["sound"], answer["manifest"]) == (False, None)
    assert answer["problems"][0]["code"] == "package.added"
    assert "«la.docx»" in packages.lines(found)[1]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(PackageError):
        packages.verify(tmp_path / "khong-co.zip")
