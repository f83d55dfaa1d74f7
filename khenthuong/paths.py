"""Where things lie: shipped folders beside the program, and the office's data folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from khenthuong import __version__

HOME_VARIABLE = "KHENTHUONG_HOME"
PORTABLE_MARK = "portable.txt"
PORTABLE_FOLDER = "du_lieu"
SHIPPED_FOLDERS = ("forms", "templates_docx", "resources", "docs/nguoi_dung")
"""What lies beside the program, read and never written."""


def version_folder(version: str = __version__) -> str:
    """The name of the folder that holds all of one version but the program file itself.

    Versions lie side by side, so an update is one exchange of the program file.
    """
    return f"ban-{version}"


def is_packed() -> bool:
    """Whether this is a frozen build, and not Python running the source."""
    return bool(getattr(sys, "frozen", False))


def install_folder() -> Path:
    """The folder of the program file itself (source tree or frozen build)."""
    if is_packed():
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parent.parent


def program_folder() -> Path:
    """The folder of forms/, templates_docx/ and resources/ (source tree or frozen build)."""
    return install_folder() / version_folder() if is_packed() else install_folder()


def shipped(*parts: str) -> Path:
    """A path inside the program's own read-only folders, such as ``shipped("forms")``."""
    return program_folder().joinpath(*parts)


def default_data_folder() -> Path:
    """`KHENTHUONG_HOME`, else beside a portable.txt, else the platform's data folder."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    if (install_folder() / PORTABLE_MARK).exists():
        return install_folder() / PORTABLE_FOLDER
    return Path(platformdirs.user_data_dir("KhenThuong", appauthor=False))


@dataclass(frozen=True)
class DataFolder:
    """The office's data folder and the names inside it (design: `<data>/`)."""

    root: Path

    @property
    def database(self) -> Path:
        """The books, one SQLite file that may be copied when the program is closed."""
        return self.root / "khenthuong.sqlite"

    @property
    def evidence(self) -> Path:
        """Evidence files by the first two digits of their sha256."""
        return self.root / "minh_chung"

    @property
    def papers(self) -> Path:
        """Papers by year and round, each with a readable side file."""
        return self.root / "van_ban"

    @property
    def received(self) -> Path:
        """Packages that other offices sent, whole as they came, by submission."""
        return self.root / "ho_so_nhan"

    @property
    def drafts(self) -> Path:
        """Drafts of unfinished answers; files, not database writes."""
        return self.root / "nhap"

    @property
    def backups(self) -> Path:
        """Backups: copies of the books with their notes, and the store of their files."""
        return self.root / "sao_luu"

    @property
    def quarantine(self) -> Path:
        """What repairing took out of the way; nothing in it is ever deleted."""
        return self.root / "cach_ly"

    @property
    def forms(self) -> Path:
        """The province's own forms and rules; same id wins over the shipped one."""
        return self.root / "forms"

    @property
    def templates(self) -> Path:
        """The province's own Word templates."""
        return self.root / "templates_docx"

    @property
    def sheets(self) -> Path:
        """Scans of printed sheets, and the office's picture of the Quốc huy."""
        return self.root / "phoi"

    @property
    def printers(self) -> Path:
        """How far each printer of this computer prints beside the mark, TOML."""
        return self.root / "may_in.toml"

    @property
    def list_mappings(self) -> Path:
        """How the lists of other sources are read, one file a source."""
        return self.root / "mau_danh_sach"

    @property
    def settings(self) -> Path:
        """Settings of this computer, TOML."""
        return self.root / "cau_hinh.toml"

    @property
    def log(self) -> Path:
        """Folder of the rotating log."""
        return self.root / "nhat_ky"

    @property
    def lock(self) -> Path:
        """Held by the one running program that may write here."""
        return self.root / "dang_mo.lock"

    def create(self) -> None:
        """Make the folder and its fixed subfolders; existing ones stay."""
        for folder in (
            self.evidence,
            self.papers,
            self.drafts,
            self.backups,
            self.log,
            self.forms,
            self.templates,
        ):
            folder.mkdir(parents=True, exist_ok=True)
