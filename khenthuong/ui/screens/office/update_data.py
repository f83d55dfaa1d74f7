"""What the page of updates shows, in words, and the work behind its buttons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from khenthuong.paths import default_data_folder
from khenthuong.texts import show
from khenthuong.ui.jobs import Task
from khenthuong.ui.screens.office.backup_data import when

if TYPE_CHECKING:
    from khenthuong.services.updating.offers import Offer
    from khenthuong.services.updating.program import Program
    from khenthuong.services.updating.way_back import Previous

_MB = 1 << 20


@dataclass(frozen=True)
class Exchange:
    """A version that was tried and only waits for this program to end."""

    program: Program
    version: str
    back: bool = False
    restore: tuple[Path, Path] | None = None


def read_previous(ws: Any, program: Program) -> Previous | None:
    """The version that «Trở về bản trước» would bring."""
    from khenthuong.services.updating import way_back

    return way_back.previous(program, ws)


def look(_: Any, program: Program, path: Path) -> Offer:
    """An update file, verified and judged."""
    from khenthuong.services.updating import offers

    return offers.look(program, path)


def prepare(ws: Any, program: Program, offer: Offer, task: Task) -> Exchange:
    """Back up, lay, try."""
    from khenthuong.services.updating import preparing

    preparing.prepare(ws, program, offer, task.progress, task.cancelled)
    return Exchange(program, offer.update.version)


def prepare_back(ws: Any, program: Program, back: Previous, task: Task) -> Exchange:
    """Back up today's books and try the version before."""
    from khenthuong.services.updating import way_back

    way_back.prepare(ws, program, back, task.progress, task.cancelled)
    restore = (ws.folder.root, back.backup) if back.backup is not None else None
    return Exchange(program, back.version, back=True, restore=restore)


def begin(exchange: Exchange, root: Path) -> None:
    """Start the process that exchanges the versions when this program has ended."""
    from khenthuong.services.updating import switching

    data = () if root == default_data_folder() else ("--data", str(root))
    switching.start(
        exchange.program, exchange.version, data, restore=exchange.restore, back=exchange.back
    )


def told(offer: Offer) -> str:
    """What an update brings."""
    update = offer.update
    lines = [
        f"Bản {update.version}, phát hành ngày {show(update.day)}, "
        f"{show(max(1, update.size // _MB))} MB. Chữ ký đúng của nơi phát hành."
    ]
    if offer.changes_books:
        lines.append(
            "Bản này ghi sổ theo cấu trúc mới: lần mở đầu tiên sổ được nâng cấp, bản cũ không đọc "
            "được sổ ấy. Muốn quay lại thì máy lấy sổ đã sao lưu trước khi cập nhật."
        )
    if update.notes:
        lines += ["", update.notes]
    return "\n".join(lines)


def way_back_told(back: Previous | None) -> str:
    """What going back would bring, and what it would cost."""
    if back is None:
        return "Chưa có bản nào để trở về."
    if not back.needs_backup:
        return f"Trở về được bản {back.version}; sổ giữ nguyên vì bản ấy đọc được."
    if back.made_at is None:
        return (
            f"Bản {back.version} không đọc được sổ hiện nay, và không còn bản sao lưu nào của nó: "
            "không trở về được."
        )
    return (
        f"Trở về bản {back.version} thì sổ cũng về lúc {when(back.made_at)}, vì bản ấy không đọc "
        "được sổ hiện nay. Sổ hiện nay được giữ trong thư mục sao_luu."
    )
