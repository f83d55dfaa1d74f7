"""A small sound package, and ways to take zips apart and put them together wrongly."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from khenthuong.exchange.package import write_package

FILES = {
    "00-to-trinh.docx": b"to trinh",
    "01-danh-sach.docx": b"danh sach",
    "05-minh-chung/cn01/anh.jpg": b"\xff\xd8" + b"anh" * 400,
}
MANIFEST: Mapping[str, Any] = {
    "format": 1,
    "office": {"name": "Xã Suối Mây", "province": "Tỉnh Thử Nghiệm", "level": "xa"},
    "round": {
        "code": "D1",
        "name": "Tổng kết",
        "kind": "cong_trang",
        "year": "2025-2026",
        "received": "2026-07-15",
    },
    "authority": "xa",
    "version": 1,
    "sealed_on": "2026-07-16",
    "period": "",
    "rulebook": "ab",
    "nominations": [
        {
            "recipient": "CN01",
            "kind": "ca_nhan",
            "name": "Vi Thị Nhài",
            "position": "",
            "unit": "",
            "award": "lao_dong_tien_tien",
            "award_name": "Lao động tiên tiến",
            "branch": "",
            "content": "",
            "initiatives": [{"code": "SK1", "name": "Tủ sách"}],
            "achievements": [],
            "verdict": "dat",
            "principles": {"chinh_xac": "dat"},
            "override": None,
        }
    ],
}


def sources(folder: Path, files: Mapping[str, bytes] = FILES) -> list[tuple[str, Path]]:
    """The files on disk, as (name in the package, path)."""
    found: list[tuple[str, Path]] = []
    for number, (name, data) in enumerate(files.items()):
        path = folder / f"nguon{number}"
        path.write_bytes(data)
        found.append((name, path))
    return found


def sound(folder: Path) -> Path:
    """A package as the program writes it."""
    write_package(folder / "goi.zip", sources(folder), MANIFEST)
    return folder / "goi.zip"


def contents(path: Path) -> dict[str, bytes]:
    """Every entry's bytes by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rezip(path: Path, files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    """Another zip with these entries."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def with_manifest(path: Path, change: Any) -> Path:
    """The package with its manifest changed by a function (given the dictionary)."""
    files = contents(path)
    manifest = json.loads(files["manifest.json"])
    change(manifest)
    files["manifest.json"] = json.dumps(manifest).encode()
    return rezip(path, files)
