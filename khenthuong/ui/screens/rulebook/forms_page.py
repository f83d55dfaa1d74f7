"""Tab Biểu mẫu: forms and templates, ours and the province's, what is wrong where, who compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.errors import UserError
from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rulebook import forms_data as data
from khenthuong.ui.screens.rulebook.rulebook_forms import ConfirmForm, SmallForm, WithdrawForm
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.labels import StatusBadge, label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.tables import RowsView

_ABOUT = (
    "Biểu mẫu đi kèm và biểu mẫu của tỉnh (thư mục forms/bieu_mau và templates_docx trong thư mục "
    "dữ liệu). Sửa tệp xong bấm «Đọc lại»."
)


class FormsPage(QWidget):
    """The forms in a table; below, what is wrong with the chosen one and what can be done."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.summary = label("", "subheading", wrap=True)
        self.table = RecordsTable(
            (
                ("Biểu mẫu", lambda state: state.title),
                ("Số mẫu, căn cứ", lambda state: state.source),
                ("Nguồn", lambda state: "Của tỉnh" if state.provincial else "Đi kèm"),
                ("Đối chiếu", _compared),
                ("Tình trạng", _state),
            ),
            self,
        )
        self.view = RowsView(self.table, (6, 5, -90, -190, -110), "Biểu mẫu")
        self.again = button("Đọc lại", "lam_moi", tip="F5")
        self.open_form = button("Mở tệp biểu mẫu", "bieu_mau")
        self.open_template = button("Mở mẫu Word", "van_ban")
        self.confirm = toggle("Đã đối chiếu…", "dat")
        self.withdraw = toggle("Rút xác nhận…", "khoi_phuc")
        self.badge = StatusBadge()
        self.details = label("", wrap=True)
        self.confirm_form = ConfirmForm()
        self.withdraw_form = WithdrawForm()
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(
            mirror(self.open_form, self.open_template, self.confirm, self.withdraw)
        )
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.again.clicked.connect(self.read_again)
        self.open_form.clicked.connect(self._on_open_form)
        self.open_template.clicked.connect(self._on_open_template)
        self.confirm.toggled.connect(self._on_confirm)
        self.withdraw.toggled.connect(self._on_withdraw)
        self.confirm_form.given.connect(self._on_confirmed)
        self.withdraw_form.given.connect(self._on_withdrawn)
        self.confirm_form.cancelled.connect(self.stop)
        self.withdraw_form.cancelled.connect(self.stop)

    def refresh(self) -> None:
        """Show the forms as read."""
        self._desk.run(data.survey, done=self._on_states, key="forms")

    @Slot()
    def read_again(self) -> None:
        """Read every file anew."""
        self._desk.run(data.survey_again, done=self._on_read_again, key="forms")

    @property
    def editing(self) -> bool:
        """Whether a form is open."""
        return self.confirm.isChecked() or self.withdraw.isChecked()

    def give(self) -> None:
        """What Ctrl+S does."""
        if self.confirm.isChecked():
            self.confirm_form.give()
        elif self.withdraw.isChecked():
            self.withdraw_form.give()

    @Slot()
    def stop(self) -> None:
        """Close what is open."""
        if self.editing:
            self.confirm.setChecked(False)
            self.withdraw.setChecked(False)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def state(self) -> Any:
        """The form chosen."""
        return self.table.record(self.view.row())

    def _on_states(self, states: Sequence[Any]) -> None:
        before = self.state.path if self.state else None
        self.table.show(states)
        self.view.share_width()
        paths = [state.path for state in states]
        self.view.select(paths.index(before) if before in paths else 0)
        wrong = sum(bool(state.faults) for state in states)
        open_ = sum(not state.compared for state in states)
        self.summary.setText(
            f"{len(states)} biểu mẫu · {wrong} có chỗ sai · {open_} mẫu chưa đối chiếu"
        )
        self._on_row()

    def _on_read_again(self, states: Sequence[Any]) -> None:
        self._on_states(states)
        wrong = sum(bool(state.faults) for state in states)
        if wrong:
            self.view.select(0)
            self._desk.say(f"Đã đọc lại {len(states)} biểu mẫu: {wrong} có chỗ sai.", "warn")
        else:
            self._desk.say(f"Đã đọc lại {len(states)} biểu mẫu, không có chỗ sai.")

    @Slot()
    def _on_row(self) -> None:
        state = self.state
        self.stop()
        for one in (self.open_form, self.open_template, self.confirm):
            one.setEnabled(state is not None)
        self._card.setVisible(state is not None)
        if state is None:
            return
        self.open_template.setEnabled(state.template is not None)
        self.confirm.setVisible(state.checked is not None and not state.compared)
        self.withdraw.setVisible(state.confirmation is not None)
        self.badge.show_status(Status.NOT_MET if state.faults else Status.MET, _state(state))
        self.details.setText("\n".join(_details(state)))

    @Slot()
    def _on_open_form(self) -> None:
        if self.state is not None:
            self._desk.show_folder(self.state.path)

    @Slot()
    def _on_open_template(self) -> None:
        if self.state is not None and self.state.template is not None:
            self._desk.show_folder(self.state.template)

    @Slot(bool)
    def _on_confirm(self, down: bool) -> None:
        self.confirm_form.setVisible(down)
        if down:
            self.confirm_form.begin()

    @Slot(bool)
    def _on_withdraw(self, down: bool) -> None:
        self.withdraw_form.setVisible(down)
        if down:
            self.withdraw_form.begin()

    @Slot(str, str, object)
    def _on_confirmed(self, by: str, number: str, day: date) -> None:
        self._run(self.confirm_form, data.confirm, by, number, day)

    @Slot(str)
    def _on_withdrawn(self, reason: str) -> None:
        self._run(self.withdraw_form, data.withdraw, reason)

    def _run(self, form: SmallForm, work: Any, *arguments: object) -> None:
        def refused(error: Exception) -> None:
            if isinstance(error, UserError):
                form.tell(messages.sentence(error))
            else:
                self._desk.on_failed(error)

        self._desk.run(work, self.state, *arguments, done=self._on_written, failed=refused)

    def _on_written(self, _: object) -> None:
        self._desk.say("Đã ghi vào sổ.")
        self.stop()
        self.refresh()

    def _assemble(self) -> None:
        self._card = QFrame()
        self._card.setObjectName("card")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.summary)
        words.addWidget(label(_ABOUT, "soft", wrap=True))
        top.addLayout(words, 1)
        top.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addStretch(1)
        for one in (self.open_form, self.open_template, self.confirm, self.withdraw):
            head.addWidget(one)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(12, 8, 12, 8)
        card.addLayout(head)
        card.addWidget(self.details)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(top)
        box.addWidget(self.view, 1)
        box.addWidget(self._card)
        box.addWidget(self.confirm_form)
        box.addWidget(self.withdraw_form)
        self.confirm_form.hide()
        self.withdraw_form.hide()


def _compared(state: Any) -> str:
    if state.confirmation is not None:
        return f"Đã đối chiếu {show(state.confirmation.on)}"
    return word(state.checked) if state.checked else "chưa đọc được"


def _state(state: Any) -> str:
    return "Có chỗ sai" if state.faults else "Dùng được"


def _details(state: Any) -> list[str]:
    found = list(state.faults)
    given = state.confirmation
    if given is not None:
        day = f" ngày {show(given.document_date)}" if given.document_date else ""
        found.append(f"Đã đối chiếu với {given.document}{day}; người đối chiếu: {given.by}.")
    elif not state.compared and not state.faults:
        found.append("Mẫu chưa đối chiếu với văn bản: xem kỹ bản in trước khi dùng.")
    found += state.notes
    found.append(
        f"Tệp: {state.path.name}" + (f" · {state.template.name}" if state.template else "")
    )
    return found
