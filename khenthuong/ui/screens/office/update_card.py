"""Cập nhật chương trình: a new version from a file on a stick, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong import __version__
from khenthuong.errors import UserError
from khenthuong.services.updating.program import here
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Task
from khenthuong.ui.screens.office import update_data as data
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label, rule
from khenthuong.ui.widgets.progress import TaskBar

if TYPE_CHECKING:
    from khenthuong.services.updating.offers import Offer
    from khenthuong.services.updating.way_back import Previous

_FILES = "Tệp cập nhật (*.ktcapnhat)"
_ABOUT = (
    "Máy không tự tìm bản mới và không gọi ra mạng. Nhận tệp cập nhật (.ktcapnhat) từ nơi phát "
    "hành, chép qua USB rồi chọn ở đây: máy kiểm tra chữ ký, sao lưu sổ, đặt bản mới cạnh bản đang "
    "dùng, chạy thử, rồi mới đổi. Sổ và thư mục du_lieu không bị đụng tới."
)
_FROM_SOURCE = (
    "Chương trình đang chạy từ mã nguồn, nên bản mới đến cùng mã nguồn (lấy mã nguồn mới rồi chạy "
    "lại scripts/chay). Tệp cập nhật chỉ dùng cho bản đã đóng gói."
)
_NO_KEY = (
    "Bản này được phát ra không kèm khóa của nơi phát hành, nên không xác minh được tệp cập nhật "
    "và không nhận tệp nào. Hãy cài bản mới bằng bộ cài."
)
_ASK = (
    "Cập nhật lên bản {version}?\n\nMáy sao lưu sổ trước, đặt bản mới cạnh bản đang dùng và chạy "
    "thử (khoảng vài phút). Xong thì chương trình đóng lại và mở bản mới."
)
_ASK_BACK = (
    "Trở về bản {version}?\n\n{cost}\n\nMáy sao lưu sổ trước. Xong thì chương trình đóng lại và mở "
    "bản {version}."
)
_READY = "Bản {version} đã chạy thử tốt. Chương trình sẽ đóng rồi mở bản ấy."


class UpdateCard(QFrame):
    """Which version runs, the update file chosen, and the version before."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._program = here()
        self._offer: Offer | None = None
        self._previous: Previous | None = None
        self._ready: data.Exchange | None = None
        self.choose = button("Chọn tệp cập nhật…", "thu_muc")
        self.update_now = button("Cập nhật", "len", primary=True)
        self.leave = button("Đóng và mở bản mới", "len", primary=True)
        self.go_back = button("Trở về bản trước…", "khoi_phuc")
        self.state = label("", "", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.back_words = label("", "soft", wrap=True)
        self.task = TaskBar()
        # Assemble
        self._assemble()
        self._say("")
        self._show_doors()
        # Signals
        self.choose.clicked.connect(self._on_choose)
        self.update_now.clicked.connect(self._on_update)
        self.go_back.clicked.connect(self._on_go_back)
        self.leave.clicked.connect(self._leave)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again what there is to go back to."""
        super().showEvent(event)
        if self._program is not None and self._desk.ws is not None:
            self._desk.run(
                data.read_previous, self._program, done=self._on_previous, key="update.previous"
            )

    def _on_previous(self, previous: Previous | None) -> None:
        self._previous = previous
        self.back_words.setText(data.way_back_told(previous))
        self._show_doors()

    @Slot()
    def _on_choose(self) -> None:
        path = messages.open_file(self, "Chọn tệp cập nhật", _FILES)
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Verify a file and say what it brings, or why it is refused."""
        self._offer = None
        self._say("")
        self._begin(f"Đang kiểm tra «{path.name}»…")
        self._desk.run(data.look, self._program, path, done=self._on_looked, failed=self._on_failed)

    def _on_looked(self, offer: Offer) -> None:
        self._offer = offer
        self._end()
        self._say(data.told(offer))
        self.update_now.setText(f"Cập nhật lên bản {offer.update.version}")
        self.update_now.setFocus()

    @Slot()
    def _on_update(self) -> None:
        offer = self._offer
        if offer is None:
            return
        question = _ASK.format(version=offer.update.version)
        if messages.ask(self, "Cập nhật chương trình", question, "Cập nhật"):
            task = self._begin("Đang sao lưu sổ, đặt bản mới và chạy thử…")
            self._desk.run(
                data.prepare,
                self._program,
                offer,
                task,
                done=self._on_ready,
                failed=self._on_failed,
            )

    @Slot()
    def _on_go_back(self) -> None:
        back = self._previous
        if back is None:
            return
        question = _ASK_BACK.format(version=back.version, cost=data.way_back_told(back))
        if messages.ask(self, "Trở về bản trước", question, "Trở về"):
            task = self._begin("Đang sao lưu sổ và chạy thử bản trước…")
            self._desk.run(
                data.prepare_back,
                self._program,
                back,
                task,
                done=self._on_ready,
                failed=self._on_failed,
            )

    def _on_ready(self, exchange: data.Exchange) -> None:
        self._ready = exchange
        self._end()
        self._say(_READY.format(version=exchange.version))
        self._leave()

    @Slot()
    def _leave(self) -> None:
        """Close the window (it may ask about what is not saved), then exchange the versions."""
        if self._ready is None or not self.window().close():
            return
        try:
            data.begin(self._ready, self._desk.root)
        except UserError as refused:
            messages.show_error(None, "Cập nhật chương trình", messages.sentence(refused))

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self._say("", messages.sentence(error))
        else:
            self._desk.on_failed(error)

    def _begin(self, words: str) -> Task:
        self._say(self.state.text())
        for one in (self.choose, self.update_now, self.go_back):
            one.setEnabled(False)
        return self.task.begin(words)

    def _say(self, words: str, problem: str = "") -> None:
        for one, text in ((self.state, words), (self.problem, problem)):
            one.setText(text)
            one.setVisible(bool(text))

    def _end(self) -> None:
        self.task.end()
        self.choose.setEnabled(True)
        self.update_now.setEnabled(True)
        self._show_doors()

    def _show_doors(self) -> None:
        packed = self._program is not None
        able = packed and _takes_updates()
        self.choose.setVisible(able and self._ready is None)
        self.update_now.setVisible(self._offer is not None and self._ready is None)
        self.leave.setVisible(self._ready is not None)
        back = self._previous
        self.go_back.setVisible(packed and self._ready is None)
        self.go_back.setEnabled(
            back is not None and not (back.needs_backup and back.backup is None)
        )

    def _assemble(self) -> None:
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(f"Đang dùng bản {__version__}", "heading"))
        if self._program is None:
            layout.addWidget(label(_FROM_SOURCE, "soft", wrap=True))
        elif not _takes_updates():
            layout.addWidget(label(_NO_KEY, "soft", wrap=True))
        else:
            layout.addWidget(label(_ABOUT, "soft", wrap=True))
        buttons = QHBoxLayout()
        for one in (self.choose, self.update_now, self.leave):
            buttons.addWidget(one)
        buttons.addStretch()
        layout.addLayout(buttons)
        layout.addWidget(self.task)
        layout.addWidget(self.state)
        layout.addWidget(self.problem)
        if self._program is not None:
            layout.addWidget(rule())
            layout.addWidget(label("Trở về bản trước", "heading"))
            layout.addWidget(self.back_words)
            back = QHBoxLayout()
            back.addWidget(self.go_back)
            back.addStretch()
            layout.addLayout(back)
        layout.addStretch()


def _takes_updates() -> bool:
    """Whether the program knows a publisher; asked late, since it brings the storage."""
    from khenthuong.services.updating import offers

    return bool(offers.public_key())
