"""Kiểm tra thể thức: drop or choose any Word file, see what of it is as NĐ 30 asks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.paperwork.layout_rows import LayoutPanel
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.drop_area import WORD_SUFFIXES, DropArea, DropWords
from khenthuong.ui.widgets.labels import StatusBadge, label
from khenthuong.ui.widgets.progress import TaskBar

_SAYS = DropWords(
    heading="Kéo tệp Word thả vào đây",
    note="Máy chỉ đọc, không sửa tệp và không giữ bản nào.",
    picture="van_ban",
    suffixes=WORD_SUFFIXES,
)


class LayoutCheckScreen(Screen):
    """Check the layout of any Word file."""

    title = "Kiểm tra thể thức"
    icon = "dat"
    help_page = "the_thuc"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._path: Path | None = None
        self._checked: Any = None
        self.drop = DropArea(says=_SAYS)
        self.task = TaskBar()
        self.badge = StatusBadge()
        self.verdict = label("", "heading", wrap=True)
        self.notices = label("", "soft", wrap=True)
        self.only_open = QCheckBox("Chỉ hiện chỗ lệch và điều nên làm")
        self.panel = LayoutPanel()
        self._result = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.drop.dropped.connect(self.read)
        self.drop.choose.clicked.connect(self.begin_find)
        self.only_open.toggled.connect(self._on_only_open)

    @Slot()
    def begin_find(self) -> None:
        """Choose a file."""
        path = messages.open_file(self, "Chọn tệp Word", messages.WORD)
        if path is not None:
            self.read(path)

    def arrive(self) -> None:
        """Onto the button that chooses a file."""
        self.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Judge the same file again: it may have been mended in Word meanwhile."""
        if self._path is not None:
            self.read(self._path)

    @Slot(object)
    def read(self, path: Path) -> None:
        """Judge a file; nothing is written."""
        self._path = path
        self.task.begin(f"Đang đọc «{path.name}»…")
        self.task.cancel.hide()
        self.desk.run(_check, path, done=self._on_checked, failed=self._on_failed, key="layout")

    def escape(self) -> None:
        """Put the file away."""
        self._path = None
        self._checked = None
        self._result.hide()
        self.drop.tell("")

    def _on_checked(self, checked: Any) -> None:
        self.task.end()
        self._checked = checked
        report, _, notices = checked
        self.drop.tell(self._path.name if self._path else "")
        status = Status.NOT_MET if report.deviations else Status.MET
        self.badge.show_status(status, "Có chỗ lệch" if report.deviations else "Đúng thể thức")
        self.verdict.setText(_verdict(report))
        self.notices.setText("\n".join(notices))
        self.notices.setVisible(bool(notices))
        self._show()
        self._result.show()
        self.only_open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._checked is not None:
            self.panel.show_texts(self._checked[1], only_open=self.only_open.isChecked())

    @Slot()
    def _on_only_open(self) -> None:
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self.task.end()
        self.escape()
        self.desk.on_failed(error)

    def _assemble(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.badge)
        line.addWidget(self.verdict, 1)
        line.addWidget(self.only_open)
        inside = QVBoxLayout(self._result)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(line)
        inside.addWidget(self.notices)
        inside.addWidget(self.panel, 1)
        self._result.hide()
        self.box.addWidget(label(self.title, "title"))
        self.box.addWidget(self.drop)
        self.box.addWidget(self.task)
        self.box.addWidget(self._result, 1)
        self.box.addStretch()


def _verdict(report: Any) -> str:
    parts = [word(report.kind)]
    if report.deviations:
        parts.append(f"{show(report.deviations)} chỗ lệch so với Nghị định")
    else:
        parts.append("không có chỗ nào lệch")
    if report.advice:
        parts.append(f"{show(report.advice)} điều nên làm")
    return " · ".join(parts)


def _check(_: Any, path: Path) -> Any:
    from khenthuong.services.paperwork import layout_check

    report = layout_check.check(path)
    return report, layout_check.in_words(report), layout_check.notices(report)
