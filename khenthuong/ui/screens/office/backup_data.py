"""What the backup page shows, in words, and the work behind its buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khenthuong.domain.backups import Backup
from khenthuong.texts import show
from khenthuong.ui.jobs import Task

if TYPE_CHECKING:
    from khenthuong.services.safety.backups import Exported, Looked
    from khenthuong.storage.restore import Restored

_REASONS = {
    "thu-cong": "Làm bằng tay",
    "dau-ngay": "Đầu ngày",
    "truoc-phuc-hoi": "Trước khi phục hồi",
    "truoc-nang-cap": "Trước khi nâng cấp",
    "truoc-cap-nhat": "Trước khi cập nhật",
    "truoc-nhap": "Trước khi nhập",
    "truoc-khi-nhap": "Trước khi nhập",
    "truoc-khi-sua": "Trước khi sửa sổ",
    "truoc-khi-gop": "Trước khi gộp",
}
_MB = 1 << 20


@dataclass(frozen=True)
class BackupLine:
    """A backup as a row: its file and four texts."""

    path: Path
    when: str
    reason: str
    holds: str
    last: str


def reason_words(reason: str) -> str:
    """Why a backup was made; the reason itself where it is not one of the program's own."""
    for known, words in _REASONS.items():
        if reason.startswith(known):
            return words
    return reason.replace("-", " ")


def line_of(one: Backup) -> BackupLine:
    """One backup in words."""
    note = one.note
    last = note.last if note else None
    return BackupLine(
        Path(one.path),
        when(one.made_at),
        reason_words(one.reason),
        _holds(one),
        f"{last.label} ({when(datetime.fromisoformat(last.at))})" if last else "",
    )


def when(at: datetime) -> str:
    """«07:30 ngày 02/03/2026»."""
    return at.strftime("%H:%M ngày %d/%m/%Y")


def read_lines(ws: Any) -> list[BackupLine]:
    """All backups, newest first."""
    from khenthuong.services.safety import backups

    return [line_of(one) for one in backups.listed(ws)]


def back_up(ws: Any, task: Task) -> Path:
    """A backup by hand."""
    from khenthuong.services.safety import backups

    return backups.back_up(ws, "thu_cong", task.progress, task.cancelled)


def export(ws: Any, out: Path, task: Task) -> Exported:
    """A zip on another drive."""
    from khenthuong.services.safety import backups

    return backups.export(ws, out, task.progress, task.cancelled)


def look(ws: Any, source: Path, task: Task) -> tuple[Looked, tuple[str, ...]]:
    """A backup opened, and what it says."""
    from khenthuong.services.safety import backups

    looked = backups.look(ws.folder.root, source, task.progress, task.cancelled)
    return looked, backups.contents_lines(looked)


def restoring(looked: Looked, task: Task) -> Callable[[Path], Restored]:
    """What is done while the books are closed: called with their folder."""

    def restore(root: Path) -> Restored:
        from khenthuong.services.safety import backups

        damaged = not looked.sound
        return backups.restore(root, looked.path, even_damaged=damaged, progress=task.progress)

    return restore


def _holds(one: Backup) -> str:
    note = one.note
    if note is None:
        return f"{_size(one.size)}, chỉ có sổ, chưa đối chiếu"
    people = show(note.rows.get("recipient", 0))
    total = one.size + sum(file.size for file in note.files)
    return f"{people} đối tượng, {show(len(note.files))} tệp, {_size(total)}"


def _size(count: int) -> str:
    return f"{show(max(1, round(count / _MB)))} MB"
