"""What Windows shows under «Thuộc tính», «Chi tiết» of the programs; used by khenthuong.spec."""

from __future__ import annotations

from typing import Any

LANGUAGE, CHARSET = 0x042A, 1200  # Tiếng Việt, Unicode
_WORDS = {
    "CompanyName": "Khen Thưởng",
    "FileDescription": "Khen Thưởng – thi đua, khen thưởng cấp xã",
    "LegalCopyright": "GPL-3.0-or-later",
    "ProductName": "Khen Thưởng",
}


def numbers(version: str) -> tuple[int, int, int, int]:
    """«0.1.0» as the four numbers Windows compares; what is not a number counts as 0."""
    parts = [int(part) if part.isdigit() else 0 for part in version.split(".")][:4]
    first, second, third, fourth = parts + [0] * (4 - len(parts))
    return first, second, third, fourth


def version_info(program: str, version: str) -> Any:
    """The resource for one program; Windows only (PyInstaller's module needs pefile)."""
    from PyInstaller.utils.win32 import versioninfo as made

    words = _WORDS | {
        "FileVersion": version,
        "ProductVersion": version,
        "InternalName": program,
        "OriginalFilename": f"{program}.exe",
    }
    table = made.StringTable(
        f"{LANGUAGE:04X}{CHARSET:04X}",
        [made.StringStruct(name, text) for name, text in words.items()],
    )
    return made.VSVersionInfo(
        ffi=made.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[
            made.StringFileInfo([table]),
            made.VarFileInfo([made.VarStruct("Translation", [LANGUAGE, CHARSET])]),
        ],
    )
