"""Quy định: which texts hold, every criterion in words, confirmations, the province's values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.texts import label as word
from khenthuong.texts import show
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds.round_data import round_name
from khenthuong.ui.screens.rulebook.forms_page import FormsPage
from khenthuong.ui.screens.rulebook.rulebook_criteria import CriteriaPage
from khenthuong.ui.screens.rulebook.rulebook_data import (
    RulebookPage,
    apply_pack,
    export_pack,
    pack_name,
    plan_pack,
    read_page,
)
from khenthuong.ui.screens.rulebook.rulebook_pack import PackPage
from khenthuong.ui.screens.rulebook.rulebook_values import ValuesPage
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import RowsView

_TODAY = ("Hồ sơ nhận hôm nay", "")
_OTHER = ("Ngày khác", "?")


class RulebookScreen(Screen):
    """The rulebook."""

    title = "Quy định"
    icon = "quy_dinh"
    holds = ("khen_thuong",)
    help_page = "quy_dinh"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day: date | None = None
        self.page: RulebookPage | None = None
        self.which = QuietCombo()
        self.day = DateEdit()
        self.export = button("Xuất gói quy định…", "luu")
        self.take = button("Nhập gói quy định…", "nhap_excel")
        self._card = QFrame()
        self._period = label("", "subheading", wrap=True)
        self._warnings = QVBoxLayout()
        self.tabs = QTabWidget()
        self.criteria = CriteriaPage(desk)
        self.values = ValuesPage(desk)
        self.forms = FormsPage(desk)
        self.texts = RecordsTable(
            (
                ("Văn bản", lambda row: row.text.short),
                ("Tên đầy đủ", lambda row: row.text.name),
                ("Hiệu lực", lambda row: row.validity),
                ("Vào ngày nhận hồ sơ", lambda row: row.state),
                ("Đối chiếu", lambda row: word(row.text.checked)),
            ),
            self,
        )
        self.texts_view = RowsView(self.texts, (5, 7, 5, 7, -160), "Văn bản")
        self.pack = PackPage()
        self.stack = QStackedWidget()
        # Assemble
        self._assemble()
        # Signals
        self.which.activated.connect(self._on_which)
        self.day.edited.connect(self._on_day)
        self.day.line.editingFinished.connect(self._on_day)
        self.export.clicked.connect(self._on_export)
        self.take.clicked.connect(self._on_take)
        self.criteria.changed.connect(self._on_changed)
        self.values.changed.connect(self._on_changed)
        self.pack.taken.connect(self._on_pack_taken)
        self.pack.put_away.connect(self._on_put_away)
        self.tabs.currentChanged.connect(self._on_tab)

    def refresh(self) -> None:
        """Read rules and confirmations again."""
        self.desk.run(read_page, self._day, done=self._on_page, key="rulebook")
        if self.tabs.currentWidget() is self.forms:
            self.forms.read_again()

    def begin_find(self) -> None:
        """Into the list of awards, which filters the criteria."""
        self.tabs.setCurrentWidget(self.criteria)
        self.criteria.awards_view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new(self) -> None:
        """Another span of time for the chosen value."""
        if self.tabs.currentWidget() is self.values and self.values.add.isEnabled():
            self.values.begin_new()

    def save(self) -> None:
        """Give the form that is open, or take the pack over."""
        if self.stack.currentWidget() is self.pack:
            self.pack.take()
        elif self.forms.editing:
            self.forms.give()
        elif self.values.editing:
            self.values.form.give()
        elif self.criteria.confirm.isChecked():
            self.criteria.confirm_form.give()
        elif self.criteria.withdraw.isChecked():
            self.criteria.withdraw_form.give()

    def escape(self) -> None:
        """Close what is open."""
        if self.stack.currentWidget() is self.pack:
            self._on_put_away()
        if self.values.editing:
            self.values.stop()
        self.criteria.stop()
        self.forms.stop()

    def unsaved(self) -> bool:
        """Whether a form is open."""
        return self.criteria.editing or self.values.editing or self.forms.editing

    def show_found(self, sort: str, key: str, of: str) -> None:
        """The first criterion of an award."""
        lines = self.page.criteria if self.page else ()
        first = next((one.criterion.id for one in lines if one.award == key), "")
        self.tabs.setCurrentWidget(self.criteria)
        self.criteria.choose(key, first)
        self.criteria.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, award: str, criterion: str) -> None:
        """Show a criterion; where it waits for a value of the province, that value."""
        lines = self.page.criteria if self.page else ()
        found = [x for x in lines if (x.award, x.criterion.id) == (award, criterion)]
        value = str(found[0].criterion.parameters.get("value", "")) if found else ""
        if value:
            self.tabs.setCurrentWidget(self.values)
            self.values.choose(value)
            self.values.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.tabs.setCurrentWidget(self.criteria)
        self.criteria.choose(award, criterion)
        self.criteria.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date | None) -> None:
        """Show what holds for dossiers received that day; today when None."""
        self._day = day
        self.refresh()

    def _on_page(self, page: RulebookPage) -> None:
        self.page = page
        choices = [_TODAY]
        choices += [
            (f"{round_name(one)} – nhận {show(one.received)}", one.code)
            for one in page.rounds
            if one.received is not None
        ]
        self.which.fill([*choices, _OTHER])
        if not self.day.line.hasFocus():
            self.day.set_iso(page.view.day.isoformat())
        if self._day is not None and not self.which.currentData():
            self.which.choose(_OTHER[1])
        self._show_period(page)
        self.criteria.show_page(page)
        self.values.show_page(page)
        self.texts.show(page.view.texts)
        self.texts_view.share_width()
        self.texts_view.select(max(0, self.texts_view.row()))

    def _show_period(self, page: RulebookPage) -> None:
        period, total = page.view.period, page.view.total
        name = period.label if period else "Không có thời kỳ nào cho ngày này"
        self._period.setText(
            f"{name} · {total.text} tiêu chuẩn đã đọc trong văn bản, {total.second_hand} theo "
            f"nguồn thứ cấp, {total.memory} chưa đối chiếu"
            + (f" · {total.confirmed} đã được xác nhận" if total.confirmed else "")
        )
        while self._warnings.count():
            item = self._warnings.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for text in (*page.view.warnings, *page.problems):
            self._warnings.addWidget(_warning(text))

    @Slot()
    def _on_tab(self) -> None:
        if self.tabs.currentWidget() is self.forms:
            self.forms.refresh()

    @Slot()
    def _on_which(self) -> None:
        code = self.which.currentData()
        if code == _OTHER[1]:
            self.day.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.day.line.selectAll()
            return
        found = [one for one in (self.page.rounds if self.page else ()) if one.code == code]
        self.day.line.clearFocus()
        self.show_day(found[0].received if found else None)

    @Slot()
    def _on_day(self) -> None:
        try:
            day = date.fromisoformat(self.day.iso())
        except ValueError:
            return
        if self.page is not None and day != self.page.view.day:
            self.which.choose(_OTHER[1])
            self.show_day(day)

    @Slot()
    def _on_changed(self) -> None:
        self.refresh()
        self.desk.changed.emit()

    @Slot()
    def _on_export(self) -> None:
        self.desk.run(pack_name, done=self._on_pack_name)

    def _on_pack_name(self, name: str) -> None:
        proposed = messages.documents(self.desk.root) / name
        target = messages.save_file(self, "Xuất gói quy định", proposed, messages.RULE_PACK)
        if target is not None:
            self.desk.run(export_pack, target, done=self._on_exported)

    def _on_exported(self, found: tuple[Path, int, int]) -> None:
        path, confirmed, values = found
        self.desk.say(f"Đã ghi {confirmed} xác nhận, {values} mức của tỉnh vào {path}.")

    @Slot()
    def _on_take(self) -> None:
        path = messages.open_file(self, "Chọn gói quy định", messages.RULE_PACK)
        if path is not None:
            self.desk.run(plan_pack, path, done=self._on_plan)

    def _on_plan(self, plan: Any) -> None:
        self.stack.setCurrentWidget(self.pack)
        self.pack.show_plan(plan)

    @Slot(object)
    def _on_pack_taken(self, plan: Any) -> None:
        self.desk.run(apply_pack, plan, done=self._on_applied)

    def _on_applied(self, count: int) -> None:
        self._on_put_away()
        self.desk.say(f"Đã nhập {count} dòng của gói quy định.")
        self._on_changed()

    @Slot()
    def _on_put_away(self) -> None:
        self.stack.setCurrentWidget(self.tabs)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        self.which.setMinimumContentsLength(30)
        self.which.setAccessibleName("Xem theo")
        theme.hold(self.day, fixed_width=150)
        self.day.line.setAccessibleName("Ngày nhận hồ sơ")
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.which, 1)
        top.addWidget(self.day)
        top.addStretch(1)
        top.addWidget(self.export)
        top.addWidget(self.take)
        self._card.setObjectName("card")
        card = QVBoxLayout(self._card)
        card.setContentsMargins(12, 8, 12, 8)
        card.setSpacing(4)
        card.addWidget(self._period)
        card.addLayout(self._warnings)
        self.tabs.addTab(self.criteria, "Tiêu chuẩn")
        self.tabs.addTab(self.values, "Mức của tỉnh")
        self.texts_view.wrap_rows()
        texts = QWidget()
        inside = QVBoxLayout(texts)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.addWidget(self.texts_view)
        self.tabs.addTab(texts, "Văn bản")
        self.tabs.addTab(self.forms, "Biểu mẫu")
        self.stack.addWidget(self.tabs)
        self.stack.addWidget(self.pack)
        self.box.addLayout(top)
        self.box.addWidget(self._card)
        self.box.addWidget(self.stack, 1)


def _warning(text: str) -> QWidget:
    line = QWidget()
    across = QHBoxLayout(line)
    across.setContentsMargins(0, 0, 0, 0)
    picture = QLabel()
    picture.setPixmap(theme.pixmap("canh_bao", "warn"))
    picture.setAlignment(Qt.AlignmentFlag.AlignTop)
    words = label(text, wrap=True)
    theme.tint(words, "warn")
    across.addWidget(picture)
    across.addWidget(words, 1)
    return line
