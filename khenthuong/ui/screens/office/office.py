"""Cơ quan: the office's own data and who signs for it, with the dates in office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from khenthuong.domain.office import Office, Signer
from khenthuong.services.drafts import Draft
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.table import TableEdit
from khenthuong.ui.form.view import FormView
from khenthuong.ui.screens.office.backup_card import BackupCard
from khenthuong.ui.screens.office.council import CouncilCard
from khenthuong.ui.screens.office.display_card import DisplayCard
from khenthuong.ui.screens.office.health_card import HealthCard
from khenthuong.ui.screens.office.signers import (
    SIGNERS,
    nobody_signs,
    read_signers,
    show_signer,
    trouble,
)
from khenthuong.ui.screens.office.update_card import UpdateCard
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

OFFICE = s.Sheet(
    Office,
    (
        s.text("name", "Tên cơ quan", required=True),
        s.text("province", "Tỉnh, thành phố", required=True),
        s.text("symbol", "Viết tắt trong số văn bản"),
        s.text("place", "Địa danh ghi trước ngày"),
        s.text("proposing_unit", "Bộ phận tham mưu"),
        s.calendar_year("complete_from", "Sổ đầy đủ từ năm"),
        s.days("working_swaps", "Ngày làm bù"),
        s.days("days_off", "Ngày nghỉ thêm"),
    ),
)


@dataclass(frozen=True)
class OfficeData:
    """The office and its signers."""

    office: Office | None
    signers: tuple[Signer, ...]


class OfficeScreen(Screen):
    """The office."""

    title = "Cơ quan"
    icon = "co_quan"
    draft_key = "co_quan"
    help_page = "co_quan"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._data = OfficeData(None, ())
        self._dirty = False
        self._draft: Draft | None = None
        self.form = FormView(OFFICE.sections, desk, columns=3)
        self.signers = TableEdit(SIGNERS)
        self.problem = label("", "problem", wrap=True)
        self.tabs = QTabWidget()
        self.backup = BackupCard(desk)
        self.health = HealthCard(desk)
        self.council = CouncilCard(desk)
        self.council.changed.connect(desk.changed)
        self.display = DisplayCard(desk)
        self.updating = UpdateCard(desk)
        self.save_button = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.undo = button("Bỏ thay đổi", tip="Esc")
        self.practise = button("Mở xã mẫu để tập")
        # Assemble
        self._assemble()
        # Signals
        self.form.edited.connect(self._on_edited)
        self.signers.edited.connect(self._on_edited)
        self.signers.edited.connect(self._on_signers)
        self.save_button.clicked.connect(self.save)
        self.undo.clicked.connect(self.escape)
        self.practise.clicked.connect(desk.practice_asked)
        self.tabs.currentChanged.connect(self._on_tab)

    def refresh(self) -> None:
        """Read again."""
        self.desk.run(_read, done=self._on_read, key="office.read")
        self.backup.refresh()
        if not self.council.pane.editing:
            self.council.refresh()

    def begin_find(self) -> None:
        """Into the year from which the books are complete: what findings ask for."""
        self.tabs.setCurrentIndex(0)
        self.form.focus("complete_from")

    @Slot()
    def save(self) -> None:
        """Check and save both; on the page of the council the member being edited."""
        if self.council.pane.editing:
            self.council.pane.save()
            return
        values = self.form.shown()
        problems = OFFICE.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.form.focus(next(iter(problems)))
            return
        try:
            signers = read_signers(self.signers.rows())
        except ValueError as wrong:
            self.problem.setText(str(wrong))
            return
        self.problem.clear()
        office = OFFICE.build(values, self._data.office)
        self.desk.run(_save, OfficeData(office, signers), done=self._on_saved)

    @Slot()
    def escape(self) -> None:
        """Show again what the books say."""
        self.council.pane.stop()
        self._on_read(self._data)

    def draft(self) -> Draft | None:
        """The form and the signers as they stand."""
        if not self._dirty:
            return None
        values = plain_values({"form": self.form.shown(), "signers": self.signers.rows()})
        return Draft(self.draft_key, "", "Cơ quan và người ký", values=values)

    def restore(self, draft: Draft) -> None:
        """Fill in both, over what the books say."""
        self.tabs.setCurrentIndex(0)
        self._draft = draft
        self.refresh()

    def unsaved(self) -> bool:
        """Whether something typed is not saved."""
        return self._dirty or self.council.pane.editing

    def _on_read(self, data: OfficeData) -> None:
        self._data = data
        if data.office is not None:
            self.form.set_values(OFFICE.values(data.office))
        self.signers.set_rows([show_signer(signer) for signer in data.signers])
        self._on_signers()
        self._mark(False)
        if self._draft is not None:
            values, self._draft = self._draft.values, None
            self.form.put_back(cast("Mapping[str, object]", values["form"]))
            self.signers.set_rows(list(cast("tuple[Mapping[str, str], ...]", values["signers"])))
            self._mark(True)

    def _on_saved(self, data: OfficeData) -> None:
        self._on_read(data)
        self.desk.tell("Đã lưu.")
        self.desk.changed.emit()

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        """Saving belongs to the first page only; what is typed there stays."""
        for one in (self.undo, self.save_button):
            one.setVisible(number == 0)

    @Slot()
    def _on_signers(self) -> None:
        self.problem.setText(trouble(self.signers.rows()) or nobody_signs(self.signers.rows()))

    @Slot()
    def _on_edited(self) -> None:
        self._mark(True)

    def _mark(self, dirty: bool) -> None:
        self._dirty = dirty
        self.save_button.setEnabled(dirty)
        self.undo.setEnabled(dirty)

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addStretch()
        top.addWidget(self.practise)
        top.addSpacing(16)
        top.addWidget(self.undo)
        top.addWidget(self.save_button)
        title = QLabel("&Người ký văn bản")
        title.setBuddy(self.signers)
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        for widget in (self.form, title, self.signers, self.problem):
            inside.addWidget(widget)
        inside.addStretch()
        self.tabs.addTab(card, "Thông tin, người ký")
        self.tabs.addTab(self.council, "Hội đồng")
        self.tabs.addTab(self.backup, "Sao lưu")
        self.tabs.addTab(self.health, "Kiểm tra sổ")
        self.tabs.addTab(self.display, "Hiển thị")
        self.tabs.addTab(self.updating, "Cập nhật")
        self.box.addLayout(top)
        self.box.addWidget(self.tabs, 1)


def _read(ws: Any) -> OfficeData:
    from khenthuong.services import office

    return OfficeData(office.get_office(ws), tuple(office.signers(ws)))


def _save(ws: Any, data: OfficeData) -> OfficeData:
    from khenthuong.services import office

    if data.office is not None:
        office.save_office(ws, data.office)
    office.save_signers(ws, data.signers)
    return _read(ws)
