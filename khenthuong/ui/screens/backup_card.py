"""Sao lưu: a copy of the books now, a copy put in their place, and where everything lies."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.paths import DataFolder
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.labels import label

_QUESTION = (
    "Thay sổ đang dùng bằng bản sao lưu «{name}»?\n\n"
    "Mọi thứ ghi vào sổ sau bản sao lưu đó sẽ không còn trong sổ. Sổ đang dùng được chép lại "
    "trước, giữ ở thư mục {folder}; muốn quay về thì phục hồi từ bản ấy. Minh chứng và văn bản "
    "đã làm giữ nguyên. Thay đổi chưa lưu ở các màn hình khác sẽ bỏ."
)
_NEVER = "Chưa có bản sao lưu nào."


class BackupCard(QFrame):
    """Two buttons, where data lies, and what was done last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Path | None = None
        self.where = label("", "soft", wrap=True)
        self.open_data = link("Mở thư mục dữ liệu")
        self.state = label("", "", wrap=True)
        self.open_folder = button("Mở thư mục", "thu_muc")
        self.back_up = button("Sao lưu ngay", "luu")
        self.restore = button("Phục hồi từ bản sao lưu…", "khoi_phuc")
        # Assemble
        self._assemble()
        # Signals
        self.open_data.clicked.connect(self._on_open_data)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.back_up.clicked.connect(self._on_back_up)
        self.restore.clicked.connect(self._on_restore)

    def refresh(self) -> None:
        """Say where data lies and which copy is the newest."""
        self.where.setText(f"Dữ liệu nằm ở {self._desk.root}")
        if self._shown is None:
            self._desk.run(_newest, done=self._on_newest, key="backup.newest")

    @property
    def path(self) -> Path | None:
        """The copy named on screen."""
        return self._shown

    def _on_newest(self, path: Path | None) -> None:
        said = f"Bản gần nhất: {path.name}, {_when(path)}." if path else _NEVER
        self._say(said, path)

    @Slot()
    def _on_back_up(self) -> None:
        self.back_up.setEnabled(False)
        self._desk.run(_back_up, done=self._on_backed_up, failed=self._on_failed)

    def _on_backed_up(self, path: Path) -> None:
        self.back_up.setEnabled(True)
        self._say(f"Đã sao lưu: {path}", path)
        self._desk.say("Đã sao lưu. Hãy chép thêm một bản ra USB hoặc máy khác.")

    @Slot()
    def _on_restore(self) -> None:
        folder = DataFolder(self._desk.root).backups
        source = messages.open_file(self, "Chọn bản sao lưu", messages.BACKUP, folder)
        if source is None:
            return
        question = _QUESTION.format(name=source.name, folder=folder)
        if messages.ask(self, "Phục hồi từ bản sao lưu", question, "Phục hồi"):
            self._desk.reopen(_Restoring(source), self._on_restored, self._on_failed)

    def _on_restored(self, kept: Path | None) -> None:
        if kept is not None:
            self._say(f"Sổ trước khi phục hồi được giữ ở {kept}", kept)
        self._desk.say("Đã phục hồi từ bản sao lưu.")

    def _on_failed(self, error: Exception) -> None:
        self.back_up.setEnabled(True)
        self._desk.on_failed(error)

    @Slot()
    def _on_open_data(self) -> None:
        self._desk.show_folder(self._desk.root)

    @Slot()
    def _on_open_folder(self) -> None:
        if self._shown is not None:
            self._desk.show_folder(self._shown.parent)

    def _say(self, text: str, path: Path | None) -> None:
        self._shown = path
        self.state.setText(text)
        self.open_folder.setVisible(path is not None)

    def _assemble(self) -> None:
        self.setObjectName("card")
        self.open_folder.hide()
        lies = QHBoxLayout()
        lies.addWidget(self.where, 1)
        lies.addWidget(self.open_data)
        buttons = QHBoxLayout()
        buttons.addWidget(self.state, 1)
        buttons.addWidget(self.open_folder)
        buttons.addWidget(self.restore)
        buttons.addWidget(self.back_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(label("Sao lưu", "heading"))
        layout.addLayout(lies)
        layout.addLayout(buttons)


class _Restoring:
    """What is done while the books are closed: called with their folder."""

    def __init__(self, source: Path) -> None:
        self._source = source

    def __call__(self, root: Path) -> Path | None:
        from khenthuong.services import backups

        return backups.restore(root, self._source)


def _when(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime).strftime("%H:%M ngày %d/%m/%Y")


def _newest(ws: Any) -> Path | None:
    found = [(path.stat().st_mtime, path) for path in ws.folder.backups.glob("*.sqlite")]
    return max(found)[1] if found else None


def _back_up(ws: Any) -> Path:
    from khenthuong.services import backups

    return backups.back_up(ws)
