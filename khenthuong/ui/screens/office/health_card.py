"""Kiểm tra sổ: what is wrong with the books, the files and the rules, and what can be mended."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.health import Grade
from khenthuong.texts import show
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.safety.doctor import Told

_NOT_YET = "Chưa kiểm tra trong lần mở này. Bấm «Kiểm tra»."
_SOUND = "Không thấy chỗ nào hỏng."
_ABOUT = (
    "Máy đọc từng trang của sổ, từng tệp minh chứng và văn bản, quy định, mẫu Word, các bản sao "
    "lưu và ngày giờ. Sửa thì sao lưu trước; tệp thừa được chuyển vào thư mục cach_ly, không xóa."
)
_ASK = (
    "Sửa {count} chỗ máy sửa được?\n\nMáy sao lưu trước khi sửa. Tệp thừa được chuyển vào thư mục "
    "cach_ly trong thư mục dữ liệu, không tệp nào bị xóa. Các chỗ còn lại vẫn nêu trong danh sách."
)
_HEADERS = (
    ("Mức", attrgetter("grade")),
    ("Chỗ hỏng", attrgetter("sentence")),
    ("Làm gì", attrgetter("cure")),
)


class HealthCard(QFrame):
    """The check, its findings, and the button that mends."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.check = button("Kiểm tra", "dat", primary=True)
        self.repair = button("Sửa những chỗ sửa được", "sua")
        self.verdict = label(_NOT_YET, "subheading", wrap=True)
        self.words = label("", "", wrap=True)
        self.task = TaskBar()
        self.table = RecordsTable(_HEADERS, self)
        self.view = RowsView(self.table, (-90, 5, 4), "Những chỗ hỏng")
        self._empty = EmptyNote(self.view, _NOT_YET)
        # Assemble
        self._assemble()
        # Signals
        self.check.clicked.connect(self.examine)
        self.repair.clicked.connect(self._on_repair)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)

    @Slot()
    def examine(self) -> None:
        """Look at everything; nothing is changed."""
        task = self._begin("Đang kiểm tra…")
        self._desk.run(_examine, task, done=self._on_examined, failed=self._on_failed)

    def _on_examined(self, found: Sequence[Told]) -> None:
        self._end()
        self._show(found)

    @Slot()
    def _on_repair(self) -> None:
        count = sum(one.mendable for one in self.table.records)
        if not messages.ask(self, "Sửa sổ", _ASK.format(count=count), "Sửa"):
            return
        task = self._begin("Đang sửa…")
        self._desk.run(_repair, task, done=self._on_repaired, failed=self._on_failed)

    def _on_repaired(self, result: tuple[Sequence[str], Sequence[Told]]) -> None:
        self._end()
        done, left = result
        self._show(left)
        self.words.setText("\n".join(done))
        self.words.setVisible(bool(done))
        self._desk.say(f"Đã sửa {show(len(done))} việc." if done else "Không có gì phải sửa.")
        self._desk.changed.emit()

    def _show(self, found: Sequence[Told]) -> None:
        self.table.show(found)
        self._empty.tell(_SOUND)
        self.verdict.setText(_verdict(found))
        self.repair.setEnabled(any(one.mendable for one in found))
        self.view.select(0)
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        chosen = self.table.record(self.view.row())
        self.words.setVisible(chosen is not None)
        if chosen is not None:
            self.words.setText(f"{chosen.grade}: {chosen.sentence}\n{chosen.cure}")

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._desk.on_failed(error)

    def _begin(self, words: str) -> Task:
        self.check.setEnabled(False)
        self.repair.setEnabled(False)
        return self.task.begin(words)

    def _end(self) -> None:
        self.task.end()
        self.check.setEnabled(True)
        self.repair.setEnabled(any(one.mendable for one in self.table.records))

    def _assemble(self) -> None:
        self.setObjectName("card")
        self.repair.setEnabled(False)
        self.words.hide()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.view.wrap_rows()
        buttons = QHBoxLayout()
        buttons.addWidget(self.verdict, 1)
        buttons.addWidget(self.repair)
        buttons.addWidget(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(_ABOUT, "soft", wrap=True))
        layout.addLayout(buttons)
        layout.addWidget(self.task)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.words)


def _verdict(found: Sequence[Told]) -> str:
    if not found:
        return _SOUND
    counts = {grade: sum(one.kind is grade for one in found) for grade in Grade}
    parts = [
        f"{show(counts[grade])} {words}"
        for grade, words in (
            (Grade.HARM, "chỗ hỏng"),
            (Grade.RISK, "chỗ có nguy cơ"),
            (Grade.NOTE, "điều cần biết"),
        )
        if counts[grade]
    ]
    return ", ".join(parts) + "."


def _examine(ws: Any, task: Task) -> Sequence[Told]:
    from khenthuong.services.safety import doctor

    return doctor.in_words(doctor.examine(ws.folder.root, task.progress, task.cancelled))


def _repair(ws: Any, task: Task) -> tuple[Sequence[str], Sequence[Told]]:
    from khenthuong.services.safety import doctor

    mended = doctor.repair(ws.folder.root, task.progress, task.cancelled)
    return doctor.mended_lines(mended), doctor.in_words(mended.left)
