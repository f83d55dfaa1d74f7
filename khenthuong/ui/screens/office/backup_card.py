"""Sao lưu: copies of the books and their files, one out to a stick, one put back in their place."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.paths import DataFolder
from khenthuong.texts import show
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.office import backup_data as data
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.safety.backups import Exported, Looked
    from khenthuong.storage.restore import Restored

_QUESTION = (
    "Thay sổ đang dùng bằng bản sao lưu «{name}»?\n\n{contents}\n\n"
    "Sổ đang dùng được sao lưu trước vào {folder}; muốn quay về thì phục hồi từ bản ấy. Minh "
    "chứng và văn bản được lấy lại như trong bản sao lưu. Thay đổi chưa lưu ở các màn hình khác "
    "sẽ bỏ."
)
_NEVER = "Chưa có bản sao lưu nào."
_RULE = (
    "Máy tự sao lưu khi mở sổ lần đầu trong ngày và trước mỗi lần nhập, nâng cấp, phục hồi; giữ "
    "bản cuối của 7 ngày, 5 tuần, 12 tháng gần nhất. Mỗi bản được mở lại, đếm đủ từng dòng. Hỏng ổ "
    "là mất cả sổ lẫn bản sao lưu: hãy chép ra USB đều đặn."
)
_HEADERS = (
    ("Lúc", attrgetter("when")),
    ("Vì sao", attrgetter("reason")),
    ("Bản này có", attrgetter("holds")),
    ("Lần ghi cuối", attrgetter("last")),
)


class BackupCard(QFrame):
    """All backups, and what can be done with them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Path | None = None
        self.where = label("", "soft", wrap=True)
        self.open_data = link("Mở thư mục dữ liệu")
        self.state = label("", "", wrap=True)
        self.open_folder = button("Mở thư mục", "thu_muc")
        self.back_up = button("Sao lưu ngay", "luu", primary=True)
        self.to_stick = button("Chép ra USB…", "len")
        self.restore = button("Phục hồi từ tệp khác…", "khoi_phuc")
        self.restore_this = button("Phục hồi bản đang chọn…", "khoi_phuc")
        self.task = TaskBar()
        self.table = RecordsTable(_HEADERS, self)
        self.view = RowsView(self.table, (-170, 2, 3, 5), "Các bản sao lưu")
        self._empty = EmptyNote(self.view, _NEVER)
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(mirror(self.restore_this, self.open_folder, self.back_up))
        self.open_data.clicked.connect(self._on_open_data)
        self.open_folder.clicked.connect(self._on_open_folder)
        self.back_up.clicked.connect(self._on_back_up)
        self.to_stick.clicked.connect(self._on_to_stick)
        self.restore.clicked.connect(self._on_restore)
        self.restore_this.clicked.connect(self._on_restore_this)
        self.view.activated.connect(self._on_restore_this)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)

    def refresh(self) -> None:
        """Say where data lies and which copies there are."""
        self.where.setText(f"Dữ liệu nằm ở {self._desk.root}")
        self._desk.run(data.read_lines, done=self._on_lines, key="backup.lines")

    @property
    def path(self) -> Path | None:
        """The copy named on screen."""
        return self._shown

    def _on_lines(self, lines: list[data.BackupLine]) -> None:
        self.table.show(lines)
        self.view.select(0)
        self._on_row()
        if self._shown is None and lines:
            self._say(f"Bản gần nhất: {lines[0].when} ({lines[0].reason}).", lines[0].path)
        elif not lines:
            self._say(_NEVER, None)

    @Slot()
    def _on_row(self) -> None:
        self.restore_this.setEnabled(self.table.record(self.view.row()) is not None)

    @Slot()
    def _on_back_up(self) -> None:
        task = self._begin("Đang sao lưu…")
        self._desk.run(data.back_up, task, done=self._on_backed_up, failed=self._on_failed)

    def _on_backed_up(self, path: Path) -> None:
        self._end()
        self._say(f"Đã sao lưu: {path}", path)
        self._desk.say("Đã sao lưu. Hãy chép thêm một bản ra USB hoặc máy khác.")
        self.refresh()

    @Slot()
    def _on_to_stick(self) -> None:
        out = messages.choose_folder(self, "Chọn USB hoặc ổ khác để chép bản sao lưu")
        if out is None:
            return
        task = self._begin("Đang chép ra USB…")
        self._desk.run(data.export, out, task, done=self._on_exported, failed=self._on_failed)

    def _on_exported(self, done: Exported) -> None:
        self._end()
        words = f"Đã chép ra {done.path}: sổ và {show(done.files)} tệp, đã đọc lại đúng từng tệp."
        self._say(words, done.path)
        self._desk.say("Đã chép ra USB và đọc lại đúng. Bây giờ có thể rút USB an toàn.")
        self.refresh()

    @Slot()
    def _on_restore(self) -> None:
        folder = DataFolder(self._desk.root).backups
        source = messages.open_file(self, "Chọn bản sao lưu", messages.BACKUP, folder)
        if source is not None:
            self._look(source)

    @Slot()
    def _on_restore_this(self) -> None:
        chosen = self.table.record(self.view.row())
        if chosen is not None and self.restore_this.isEnabled():
            self._look(chosen.path)

    def _look(self, source: Path) -> None:
        task = self._begin(f"Đang xem «{source.name}»…")
        self._desk.run(data.look, source, task, done=self._on_looked, failed=self._on_failed)

    def _on_looked(self, found: tuple[Looked, tuple[str, ...]]) -> None:
        self._end()
        looked, lines = found
        question = _QUESTION.format(
            name=looked.path.name,
            contents="\n".join(f"• {line}" for line in lines),
            folder=DataFolder(self._desk.root).backups,
        )
        yes = "Phục hồi" if looked.sound else "Phục hồi dù có hỏng"
        if messages.ask(self, "Phục hồi từ bản sao lưu", question, yes):
            task = self._begin("Đang phục hồi…")
            self.task.cancel.setEnabled(False)
            prepare = data.restoring(looked, task)
            self._desk.reopen(prepare, self._on_restored, self._on_failed)

    def _on_restored(self, done: Restored) -> None:
        self._end()
        if done.kept is not None:
            self._say(f"Sổ trước khi phục hồi được giữ ở {done.kept}", done.kept)
        if done.missing:
            names = "; ".join(done.missing[:5])
            self._desk.say(f"Đã phục hồi, còn thiếu {len(done.missing)} tệp: {names}.", "warn")
        else:
            self._desk.say("Đã phục hồi từ bản sao lưu.")
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._desk.on_failed(error)

    def _begin(self, words: str) -> Any:
        for one in self._doors():
            one.setEnabled(False)
        return self.task.begin(words)

    def _end(self) -> None:
        self.task.end()
        for one in self._doors():
            one.setEnabled(True)
        self._on_row()

    def _doors(self) -> tuple[QWidget, ...]:
        return (self.back_up, self.to_stick, self.restore, self.restore_this)

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
        buttons.addWidget(self.back_up)
        buttons.addWidget(self.to_stick)
        buttons.addStretch()
        buttons.addWidget(self.restore_this)
        buttons.addWidget(self.restore)
        said = QHBoxLayout()
        said.addWidget(self.state, 1)
        said.addWidget(self.open_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(lies)
        layout.addWidget(label(_RULE, "soft", wrap=True))
        layout.addLayout(buttons)
        layout.addWidget(self.task)
        layout.addLayout(said)
        layout.addWidget(self.view, 1)
