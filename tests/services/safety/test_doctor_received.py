"""Packages received from other offices are looked at like every other file the books list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from khenthuong.domain.health import Grade
from khenthuong.domain.kinds import Authority
from khenthuong.domain.office import Office
from khenthuong.services import office
from khenthuong.services.dossier import sealing
from khenthuong.services.safety import backups, doctor
from khenthuong.services.transfer import incoming, receiving
from khenthuong.services.workspace import open_workspace


@pytest.fixture(scope="session")
def received_once(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A department's books that took in the sample commune's dossier, with a backup."""
    folder = tmp_path_factory.mktemp("nhan")
    shutil.copytree(sample_root, folder / "xa")
    with open_workspace(folder / "xa") as commune:
        packages = sealing.seal(commune, "D1", folder / "goi").packages
    package = next(one.path for one in packages if one.authority is Authority.PROVINCE)
    with open_workspace(folder / "so") as ws:
        office.save_office(ws, Office("Sở Nội vụ tỉnh Thử Nghiệm", "Tỉnh Thử Nghiệm"))
        found = incoming.look_at(package, ws.pages_folder)
        receiving.take_in(ws, receiving.preview(ws, found))
        backups.back_up(ws)
    return folder / "so"


@pytest.fixture
def root(received_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(received_once, tmp_path / "so"))


def package_of(root: Path) -> Path:
    return next((root / "ho_so_nhan").rglob("*.zip"))


def troubles(root: Path) -> dict[str, Grade]:
    every = doctor.examine(root, rules=False)
    return {one.code: one.grade for one in every if one.code.startswith("doctor.goi_nhan")}


def test_a_sound_one_is_no_trouble(root: Path) -> None:
    assert troubles(root) == {}


def test_a_changed_one_is_found_and_brought_back(root: Path) -> None:
    path = package_of(root)
    sound = path.read_bytes()
    path.write_bytes(sound[:-1] + b"x")
    assert troubles(root) == {"doctor.goi_nhan_changed": Grade.HARM}
    assert any("Gói đã nhận" in one.sentence for one in doctor.in_words(doctor.examine(root)))
    doctor.repair(root, rules=False)
    assert path.read_bytes() == sound
    assert troubles(root) == {}


def test_a_lost_one_is_found_and_brought_back(root: Path) -> None:
    path = package_of(root)
    sound = path.read_bytes()
    path.unlink()
    assert troubles(root) == {"doctor.goi_nhan_missing": Grade.HARM}
    doctor.repair(root, rules=False)
    assert path.read_bytes() == sound
