"""The first start: which commune, who signs, from when the books are complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.office import Signer
from khenthuong.paths import DataFolder
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.table import TableEdit
from khenthuong.ui.screens.office import backup_data
from khenthuong.ui.screens.office.signers import SIGNERS, read_signers, trouble
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.filtered_list import FilteredList
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.progress import TaskBar

if TYPE_CHECKING:
    from khenthuong.services.safety.backups import Looked

_RESTORE = "Lấy bản sao lưu này làm sổ?"


@dataclass(frozen=True)
class Beginning:
    """What the first start asks; `complete_from` None when left open."""

    province: str
    commune: str
    signers: tuple[Signer, ...]
    complete_from: int | None


class FirstStart(QWidget):
    """Fills the whole window until there is an office. `started` when there is one."""

    started = Signal()
    import_wanted = Signal()
    help_page = "bat_dau#lan-mo-dau-tien"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._beginning: Beginning | None = None
        self.province = FilteredList("Gõ để tìm tỉnh, thành phố")
        self.commune = FilteredList("Gõ để tìm xã, phường, đặc khu")
        self.complete_from = QLineEdit()
        self.signers = TableEdit(SIGNERS)
        self.problem = label("", "problem", wrap=True)
        self.begin_button = button("Bắt đầu dùng", primary=True)
        self.import_button = button("Nhập từ Excel", "nhap_excel")
        self.sample_button = button("Mở xã mẫu để tập", "co_quan")
        self.restore_button = button("Phục hồi từ bản sao lưu…", "khoi_phuc")
        self.task = TaskBar()
        # Assemble
        self._assemble()
        # Signals
        self.province.chosen.connect(self._on_province)
        self.province.taken.connect(self.commune.setFocus)
        self.commune.taken.connect(self.signers.view.setFocus)
        self.complete_from.returnPressed.connect(self._on_begin)
        self.signers.edited.connect(self._on_signers)
        self.begin_button.clicked.connect(self._on_begin)
        self.import_button.clicked.connect(self.import_wanted)
        self.sample_button.clicked.connect(desk.practice_asked)
        self.restore_button.clicked.connect(self._on_restore)

    def begin(self) -> None:
        """Read the places and wait for the clerk."""
        self._desk.run(_provinces, done=self._on_provinces)

    def _on_provinces(self, names: Sequence[str]) -> None:
        self.province.offer(names)
        self.province.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_province(self, name: str) -> None:
        if name:
            self._desk.run(_communes, name, done=self.commune.offer, key="first.communes")
        else:
            self.commune.offer(())

    @Slot()
    def _on_signers(self) -> None:
        self._tell(trouble(self.signers.rows()), None)

    @Slot()
    def _on_begin(self) -> None:
        year = self.complete_from.text().strip()
        if not self.province.value:
            self._tell("Hãy chọn tỉnh, thành phố.", self.province)
        elif not self.commune.value:
            self._tell("Hãy chọn xã, phường, đặc khu.", self.commune)
        elif year and not (year.isdigit() and len(year) == len("2020")):
            self._tell(
                "«Sổ đầy đủ từ năm» là một năm, như 2020; chưa rõ thì để trống.", self.complete_from
            )
        else:
            self._start(int(year) if year else None)

    def _start(self, complete_from: int | None) -> None:
        try:
            signers = read_signers(self.signers.rows())
        except ValueError as wrong:
            self._tell(str(wrong), self.signers)
            return
        self._tell("", None)
        self.begin_button.setEnabled(False)
        self._beginning = Beginning(self.province.value, self.commune.value, signers, complete_from)
        lay = partial(_lay_books, beginning=self._beginning)
        self._desk.move(self._desk.root, lay, self._on_laid, self._on_failed)

    def _on_laid(self, _: object) -> None:
        self._desk.run(_complete, self._beginning, done=self._on_started, failed=self._on_failed)

    def _on_started(self, _: object) -> None:
        self.begin_button.setEnabled(True)
        self._desk.say("Đã mở sổ. Thêm người vào sổ, hoặc sang «Nhập».")
        self.started.emit()

    def _on_failed(self, error: Exception) -> None:
        self.begin_button.setEnabled(True)
        self.task.end()
        self._desk.on_failed(error)

    @Slot()
    def _on_restore(self) -> None:
        folder = DataFolder(self._desk.root).backups
        start = folder if any(folder.glob("*.sqlite")) else None
        source = messages.open_file(self, "Chọn bản sao lưu", messages.BACKUP, start)
        if source is None:
            return
        task = self.task.begin(f"Đang xem «{source.name}»…")
        self._desk.run(backup_data.look, source, task, done=self._on_looked, failed=self._on_failed)

    def _on_looked(self, found: tuple[Looked, tuple[str, ...]]) -> None:
        self.task.end()
        looked, lines = found
        holds = "\n".join(f"• {line}" for line in lines)
        yes = "Phục hồi" if looked.sound else "Phục hồi dù có hỏng"
        if messages.ask(self, "Phục hồi từ bản sao lưu", f"{_RESTORE}\n\n{holds}", yes):
            task = self.task.begin("Đang phục hồi…")
            self.task.cancel.setEnabled(False)
            prepare = backup_data.restoring(looked, task)
            self._desk.reopen(prepare, self._on_restored, self._on_failed)

    def _on_restored(self, _: object) -> None:
        self.task.end()
        self._desk.say("Đã phục hồi từ bản sao lưu.")
        self.started.emit()

    def _tell(self, text: str, where: QWidget | None) -> None:
        self.problem.setText(text)
        if where is not None:
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, (name, widget) in enumerate(
            (("&Tỉnh, thành phố", self.province), ("&Xã, phường, đặc khu", self.commune))
        ):
            title = QLabel(name)
            title.setBuddy(widget)
            grid.addWidget(title, 0, column)
            grid.addWidget(widget, 1, column)
            theme.hold(widget, least_height=148)
        year = QLabel("Sổ đầ&y đủ từ năm")
        year.setBuddy(self.complete_from)
        theme.hold(self.complete_from, most_width=120)
        self.complete_from.setPlaceholderText("ví dụ 2020")
        signers = QLabel("&Người ký văn bản (có thể bổ sung sau)")
        signers.setBuddy(self.signers)
        theme.hold(self.signers.view, fixed_height=124)
        grid.addWidget(signers, 2, 0, 1, 2)
        grid.addWidget(self.signers, 3, 0, 1, 2)
        grid.addWidget(year, 4, 0)
        grid.addWidget(self.complete_from, 5, 0)
        grid.addWidget(
            label(
                "Từ năm này mọi khen thưởng, sáng kiến, kỷ luật đều có trong sổ. "
                "Chưa rõ thì để trống.",
                "quiet",
                wrap=True,
            ),
            5,
            1,
        )
        grid.setRowStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.begin_button)
        grid.addLayout(foot, 6, 0, 1, 2)
        across = QHBoxLayout()
        across.addWidget(card, 3)
        across.addWidget(self._other_ways(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 16, 32, 16)
        layout.addWidget(
            label("Chào anh, chị. Đây là sổ thi đua, khen thưởng của xã nào?", "title", wrap=True)
        )
        layout.addWidget(self.task)
        layout.addLayout(across, 1)

    def _other_ways(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(16, 16, 0, 0)
        layout.addWidget(label("Đã có danh sách trong Excel?", "subheading", wrap=True))
        layout.addWidget(label("Sổ mẫu có cả thông tin cơ quan và người ký.", "soft", wrap=True))
        layout.addWidget(self.import_button)
        layout.addSpacing(24)
        layout.addWidget(label("Muốn xem thử trước?", "subheading", wrap=True))
        layout.addWidget(
            label(
                "Một xã bịa sẵn, có đủ sổ và đợt xét, ở thư mục riêng. Tập xong thì bỏ đi.",
                "soft",
                wrap=True,
            )
        )
        layout.addWidget(self.sample_button)
        layout.addSpacing(24)
        layout.addWidget(label("Đã có sổ ở máy khác, hay vừa mất sổ?", "subheading", wrap=True))
        layout.addWidget(
            label("Lấy lại cả sổ từ tệp zip trên USB, hoặc từ thư mục sao_luu.", "soft", wrap=True)
        )
        layout.addWidget(self.restore_button)
        layout.addStretch()
        return side


def _provinces(_: Any) -> Sequence[str]:
    from khenthuong.catalog import places

    return places.provinces()


def _communes(_: Any, province: str) -> Sequence[str]:
    from khenthuong.catalog import places

    return places.communes(province)


def _lay_books(root: Path, beginning: Beginning) -> None:
    from khenthuong.services import office

    office.start_books(root, commune=beginning.commune, province=beginning.province)


def _complete(ws: Any, beginning: Beginning) -> None:
    from khenthuong.services import office

    started = office.get_office(ws)
    if started is not None:
        office.save_office(ws, replace(started, complete_from=beginning.complete_from))
    office.save_signers(ws, beginning.signers)
