"""Tab Tiêu chuẩn: awards with their counts, criteria in words, confirming what is unverified."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Checked
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.criteria_table import CriteriaTable
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rulebook.rulebook_data import RulebookPage, confirm, mark, withdraw
from khenthuong.ui.screens.rulebook.rulebook_forms import ConfirmForm, WithdrawForm
from khenthuong.ui.widgets.buttons import toggle
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

ALL = "*"
_FILTERS = (
    ("Mọi tiêu chuẩn", "moi"),
    ("Chưa đối chiếu", "chua"),
    ("Theo nguồn thứ cấp", "thu_cap"),
    ("Đã đọc trong văn bản", "van_ban"),
    ("Đã xác nhận", "xac_nhan"),
)


def _passes(line: Any, wanted: str) -> bool:
    if wanted == "moi":
        return True
    if wanted == "xac_nhan":
        return line.confirmation is not None and line.criterion.checked is not Checked.TEXT
    if wanted == "chua":
        return line.open
    return line.criterion.checked.value == wanted


class _All:
    """The first row of the awards: everything together."""

    def __init__(self, counts: Any) -> None:
        self.id = ALL
        self.name = "Tất cả"
        self.counts = counts


class CriteriaPage(QWidget):
    """Awards on the left, criteria on the right, the chosen one in full below. `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: RulebookPage | None = None
        self._chosen: tuple[str, str] = ("", "")
        self.awards = RecordsTable(
            (
                ("Danh hiệu, hình thức", lambda row: row.name),
                ("Văn bản", lambda row: row.counts.text),
                ("Thứ cấp", lambda row: row.counts.second_hand),
                ("Chưa", lambda row: row.counts.memory),
                ("Xác nhận", lambda row: row.counts.confirmed),
            ),
            self,
        )
        self.awards_view = RowsView(
            self.awards, (1, -70, -68, -54, -78), "Số tiêu chuẩn theo mức đối chiếu"
        )
        self.filter = QuietCombo()
        self.table = CriteriaTable(self)
        self.view = RowsView(self.table, (8, 6, 5, -138), "Tiêu chuẩn")
        self._title = label("", "heading", wrap=True)
        self._asks = label("", wrap=True)
        self._about = label("", "soft", wrap=True)
        self._said = label("", "subheading", wrap=True)
        self.confirm = toggle("Xác nhận đã đối chiếu…", "dat")
        self.withdraw = toggle("Rút xác nhận…")
        self.confirm_form = ConfirmForm()
        self.withdraw_form = WithdrawForm()
        # Assemble
        self._assemble()
        # Signals
        self.view.offer_on_rows(mirror(self.confirm, self.withdraw))
        self.awards_view.selectionModel().currentRowChanged.connect(self._on_filtered)
        self.filter.activated.connect(self._on_filtered)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.confirm.toggled.connect(self._on_confirm_toggled)
        self.withdraw.toggled.connect(self._on_withdraw_toggled)
        self.confirm_form.given.connect(self._on_confirm_given)
        self.confirm_form.cancelled.connect(self.confirm.toggle)
        self.withdraw_form.given.connect(self._on_withdraw_given)
        self.withdraw_form.cancelled.connect(self.withdraw.toggle)

    def show_page(self, page: RulebookPage) -> None:
        """Show the rulebook; award, filter and criterion chosen before stay chosen."""
        self._page = page
        row = max(0, self.awards_view.row())
        self.awards.show((_All(page.view.total), *page.view.awards))
        self.awards_view.share_width()
        self.awards_view.select(row)
        self._fill()

    @property
    def editing(self) -> bool:
        """Whether one of the small forms is open."""
        return self.confirm.isChecked() or self.withdraw.isChecked()

    def stop(self) -> None:
        """Close the small forms."""
        self.confirm.setChecked(False)
        self.withdraw.setChecked(False)

    def choose(self, award: str, criterion: str) -> None:
        """Select a criterion of an award ("" for the common ones)."""
        self.filter.choose("moi")
        wanted = [n for n, row in enumerate(self.awards.shown) if row.id == award]
        if wanted:
            self.awards_view.select(wanted[0])
        self.view.select(self.table.find(award, criterion))

    @Slot()
    def _on_filtered(self) -> None:
        self._fill()

    def _fill(self) -> None:
        if self._page is None:
            return
        award = self.awards.record(self.awards_view.row())
        chosen, wanted = self._chosen, self.filter.currentData()
        lines = [
            line
            for line in self._page.criteria
            if (award is None or award.id in (ALL, line.award)) and _passes(line, wanted)
        ]
        self.table.show_groups(_by_award(lines))
        self.view.clearSpans()
        for row in self.table.groups:
            self.view.setSpan(row, 0, 1, self.table.columnCount())
        self.view.share_width()
        row = self.table.find(*chosen)
        self.view.select(row if row >= 0 else min(1, len(lines)))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        line = self.table.record(self.view.currentIndex().row())
        self.stop()
        for widget in (self._title, self._asks, self._about, self._said):
            widget.setVisible(line is not None)
        self.confirm.setVisible(line is not None and _confirmable(line))
        self.withdraw.setVisible(line is not None and _withdrawable(line))
        if line is not None:
            self._chosen = (line.award, line.criterion.id)
            self._show(line)

    def _show(self, line: Any) -> None:
        self._title.setText(line.criterion.label)
        self._asks.setText(f"Cách xét: {line.asks}.")
        parts = [
            f"Căn cứ: {line.cite}" if line.cite else "",
            f"hiệu lực {line.validity}" if line.validity else "",
            "" if line.holds else "không áp dụng cho ngày nhận hồ sơ đang xem",
            f"dành cho {line.scope.lower()}" if line.scope else "",
            f"{word(line.criterion.principle)}, bước {word(line.criterion.step).lower()}",
        ]
        self._about.setText(" · ".join(part for part in parts if part))
        self._said.setText(_how(line))
        theme.tint(self._said, mark(line)[1])

    @Slot(bool)
    def _on_confirm_toggled(self, on: bool) -> None:
        self.confirm_form.setVisible(on)
        if on:
            self.withdraw.setChecked(False)
            self.confirm_form.begin()

    @Slot(bool)
    def _on_withdraw_toggled(self, on: bool) -> None:
        self.withdraw_form.setVisible(on)
        if on:
            self.confirm.setChecked(False)
            self.withdraw_form.begin()

    @Slot(str, str, object)
    def _on_confirm_given(self, by: str, number: str, day: object) -> None:
        self._desk.run(confirm, *self._chosen, (by, number, day), done=self._on_confirmed)

    def _on_confirmed(self, count: int) -> None:
        more = f" {count} tiêu chuẩn" if count > 1 else ""
        self._desk.say(f"Đã ghi xác nhận{more}; từ nay được thẩm định như đã đọc trong văn bản.")
        self.stop()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot(str)
    def _on_withdraw_given(self, reason: str) -> None:
        self._desk.run(withdraw, *self._chosen, reason, done=self._on_withdrawn)

    def _on_withdrawn(self, _: int) -> None:
        self._desk.say("Đã rút xác nhận; tiêu chuẩn lại cần đối chiếu.")
        self.stop()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _assemble(self) -> None:
        self.filter.fill(_FILTERS)
        self.filter.setMinimumContentsLength(18)
        self.filter.setAccessibleName("Lọc theo mức đối chiếu")
        EmptyNote(self.view, "Không có tiêu chuẩn nào như vậy. Chọn mục khác ở ô «Lọc».")
        tools = QHBoxLayout()
        tools.addWidget(label("Lọc", "soft"))
        tools.addWidget(self.filter)
        tools.addStretch()
        tools.addWidget(self.withdraw)
        tools.addWidget(self.confirm)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.setSpacing(4)
        inside.addLayout(tools)
        inside.addWidget(self.view, 1)
        inside.addWidget(self.confirm_form)
        inside.addWidget(self.withdraw_form)
        for widget in (self._title, self._asks, self._about, self._said):
            inside.addWidget(widget)
        self.confirm_form.hide()
        self.withdraw_form.hide()
        split = QSplitter()
        split.addWidget(self.awards_view)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([510, 650])
        split.setStretchFactor(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(split)


def _by_award(lines: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    groups: dict[str, list[Any]] = {}
    for line in lines:
        groups.setdefault(line.award_name, []).append(line)
    return list(groups.items())


def _confirmable(line: Any) -> bool:
    return line.criterion.checked is not Checked.TEXT and line.confirmation is None


def _withdrawable(line: Any) -> bool:
    return line.confirmation is not None and line.confirmation.award == line.award


def _how(line: Any) -> str:
    from khenthuong.services.appraisal import checking

    if line.confirmation is not None and line.criterion.checked is not Checked.TEXT:
        return checking.confirmation_sentence(line.confirmation)
    words = word(line.criterion.checked)
    if line.open:
        return (
            f"{words[:1].upper()}{words[1:]}: mọi kết luận theo tiêu chuẩn này là «cần đối chiếu»."
        )
    return f"{words[:1].upper()}{words[1:]}."
