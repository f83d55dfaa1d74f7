"""A report of a fault as one zip of plain texts, readable before it is handed on."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from khenthuong.errors import PackageError
from khenthuong.exchange.files import replacing


def write_texts(target: Path, files: Mapping[str, str]) -> None:
    """Write files (name → text) as a zip, whole or not at all; raises PackageError."""
    with (
        replacing(target, PackageError) as staged,
        zipfile.ZipFile(staged, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name, text in files.items():
            archive.writestr(name, text.encode())
