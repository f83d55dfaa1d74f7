"""Drop a package or a reply: it is verified, shown, and taken in with one button."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from khenthuong.errors import UserError
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.transfer import received_data as data
from khenthuong.ui.screens.transfer.received_data import Looked
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.drop_area import DropArea, DropWords
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar

PACKAGE = "Gói hồ sơ, trả lời (*.zip)"
_SHOWN = 140
"""Height of what the file would bring; more scrolls."""


class IncomingBox(QWidget):
    """A place to drop a file; `taken` (the submission or round it concerns) when it is in."""

    taken = Signal(str)

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._looked: Looked | None = None
        self._path: Path | None = None
        note = "Máy kiểm tra trước; chưa ghi gì vào sổ."
        self.drop = DropArea(says=DropWords(heading, note, "dot_xet", (".zip",)))
        self.task = TaskBar()
        self.password = QLineEdit()
        self.unlock = button("Mở", "toi")
        self._locked = QWidget()
        self._verdict = label("", "heading", wrap=True)
        self.lines = QTextBrowser()
        self.take = button("Nhận", "nhap_excel", primary=True, tip="Ctrl+S")
        self.put_away = button("Thôi", tip="Esc")
        self._shown = QWidget()
        # Assemble
        self._assemble()
        # Signals
        self.drop.dropped.connect(self.read)
        self.drop.choose.clicked.connect(self.choose)
        self.unlock.clicked.connect(self._on_unlock)
        self.password.returnPressed.connect(self._on_unlock)
        self.take.clicked.connect(self.save)
        self.put_away.clicked.connect(self.stop)

    @Slot()
    def choose(self) -> None:
        """Choose a file."""
        path = messages.open_file(self, "Chọn gói hồ sơ hoặc trả lời", PACKAGE)
        if path is not None:
            self.read(path)

    @Slot(object)
    def read(self, path: Path) -> None:
        """Verify a file and show what it would bring."""
        self.stop()
        self._path = path
        self._look("")

    @Slot()
    def save(self) -> None:
        """Take the file in."""
        if self._looked is not None and self._looked.brings and self.take.isEnabled():
            self.take.setEnabled(False)
            self.task.begin("Đang nhận…")
            self.task.cancel.hide()
            self._desk.run(data.take_in, self._looked, done=self._on_taken, failed=self._on_failed)

    @Slot()
    def stop(self) -> None:
        """Put the file away."""
        self._looked = self._path = None
        self.password.clear()
        self._locked.hide()
        self._shown.hide()
        self.drop.tell("")

    @property
    def looking(self) -> bool:
        """Whether a file is being looked at."""
        return self._path is not None

    def _look(self, password: str) -> None:
        if self._path is None:
            return
        self.task.begin(f"Đang kiểm tra «{self._path.name}»…")
        self.task.cancel.hide()
        self._desk.run(
            data.look,
            self._path,
            password,
            done=self._on_looked,
            failed=self._on_failed,
            key="incoming",
        )

    @Slot()
    def _on_unlock(self) -> None:
        if self.password.text():
            self._look(self.password.text())

    def _on_looked(self, looked: Looked) -> None:
        self.task.end()
        self.drop.tell(looked.path.name)
        if looked.locked:
            self._locked.show()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._locked.hide()
        self._looked = looked
        lines = looked.problems or looked.lines
        self._verdict.setText(lines[0])
        self._show_lines(lines[1:])
        self.take.setEnabled(looked.brings)
        self.take.setText("Nhận trả lời" if looked.answer else "Nhận hồ sơ")
        self.take.setVisible(not looked.problems)
        self._shown.show()
        first = self.take if looked.brings else self.put_away
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        row = '<p style="margin: 0 0 4px 0">{}</p>'
        self.lines.setHtml("".join(row.format(escape(line)) for line in lines))
        self.lines.setVisible(bool(lines))

    def _on_taken(self, said: tuple[str, str]) -> None:
        self.task.end()
        self.stop()
        self._desk.say(said[0])
        self.taken.emit(said[1])
        self._desk.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self.task.end()
        self.take.setEnabled(self._looked is not None)
        self._desk.on_failed(error)
        if isinstance(error, UserError) and error.code == "package.wrong_password":
            self.password.selectAll()
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        words = QLabel("Tệp có &mật khẩu")
        words.setBuddy(self.password)
        asks = QHBoxLayout(self._locked)
        asks.setContentsMargins(0, 0, 0, 0)
        asks.addWidget(words)
        asks.addWidget(self.password)
        asks.addWidget(self.unlock)
        asks.addStretch()
        self.lines.setTabChangesFocus(True)
        theme.hold(self.lines, most_height=_SHOWN)
        self.lines.setAccessibleName("Nội dung tệp")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.put_away)
        buttons.addWidget(self.take)
        inside = QVBoxLayout(self._shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._verdict)
        inside.addWidget(self.lines)
        inside.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.drop, self.task, self._locked, self._shown):
            layout.addWidget(widget)
        self._locked.hide()
        self._shown.hide()
