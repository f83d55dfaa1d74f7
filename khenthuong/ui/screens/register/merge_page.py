"""«Trùng trong sổ»: likely pairs on the left, the two rows side by side on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong.texts import label as word
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label, rule
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.people.duplicates import Pair
    from khenthuong.services.people.merging import Comparison, Difference

_NOTHING = "Không thấy hai dòng nào có vẻ là một. Máy so tên, ngày sinh, số căn cước, tập thể."
_EMPTY = "(để trống)"
_APART = ("born", "cccd")
"""Where these differ, two rows are rarely one person."""


class _Choice(QWidget):
    """A radio button whose words go on over several lines: nothing of a value is cut off."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton()
        # Assemble
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(text, wrap=True), 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words chooses too."""
        self.radio.setChecked(True)
        event.accept()


class MergePage(QWidget):
    """Choose per difference, then make both one. `closed` leaves, `written` says it was done."""

    closed = Signal()
    written = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: Comparison | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self.pairs = RecordsTable(
            (
                ("Vì sao", lambda pair: word(pair.why)),
                ("Dòng thứ nhất", lambda pair: f"{pair.first.name} ({pair.first.code})"),
                ("Dòng thứ hai", lambda pair: f"{pair.second.name} ({pair.second.code})"),
            ),
            self,
        )
        self.view = RowsView(self.pairs, (4, 4, 4), "Trùng trong sổ")
        self._note = EmptyNote(self.view, _NOTHING)
        self.title = label("", "heading", wrap=True)
        self.said = label("", "soft", wrap=True)
        self.swap = button("Đổi chiều", tip="Giữ dòng kia")
        self.merge = button("Gộp hai dòng làm một", "dat", primary=True)
        self.leave = button("Đóng", tip="Esc")
        self._scroll = QScrollArea()
        # Assemble
        self._assemble()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.swap.clicked.connect(self._on_swap)
        self.merge.clicked.connect(self.save)
        self.leave.clicked.connect(self.closed)

    def begin(self, codes: Sequence[str] = ()) -> None:
        """Look for likely pairs, or compare just these two."""
        self._clear()
        self.view.setVisible(len(codes) != 2)
        if len(codes) == 2:
            self.pairs.show(())
            self.compare(codes[0], codes[1])
        else:
            self._desk.run(_suspects, done=self._on_suspects, key="merge.suspects")

    def compare(self, kept: str, gone: str) -> None:
        """Show what merging the second into the first means."""
        self._desk.run(_compare, kept, gone, done=self._on_compared, key="merge.compare")

    @Slot()
    def save(self) -> None:
        """Merge, once everything asked is answered."""
        found = self._found
        if found is None or not self.merge.isEnabled():
            return
        fields = self._answers({one.key for one in found.differences})
        records = self._answers({one.key for one in found.clashes})
        pair = (found.kept.code, found.gone.code)
        self._desk.run(_merge, *pair, fields, records, done=self._on_merged)

    def _on_suspects(self, found: Sequence[Pair]) -> None:
        self.view.show()
        self.pairs.show(found)
        self.view.share_width()
        self.view.select(0 if found else -1)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        pair = self.pairs.record(self.view.currentIndex().row())
        if pair is not None:
            self.compare(pair.first.code, pair.second.code)

    @Slot()
    def _on_swap(self) -> None:
        if self._found is not None:
            self.compare(self._found.gone.code, self._found.kept.code)

    def _on_compared(self, found: Comparison) -> None:
        self._found = found
        self._groups = {}
        self.title.setText(f"Giữ {found.kept.code}, gộp {found.gone.code} vào đó")
        self.said.setText(_what(found))
        self._scroll.setWidget(self._make(found))
        self.swap.setEnabled(True)
        self._enable()

    def _on_merged(self, done: tuple[str, int]) -> None:
        kept, count = done
        self._desk.tell(f"Đã gộp; {count} dòng ghi chép nay thuộc {kept}. Mã cũ vẫn tìm được.")
        self._clear()
        self.written.emit(kept)
        self._desk.run(_suspects, done=self._on_suspects, key="merge.suspects")

    def _clear(self) -> None:
        self._found = None
        self._groups = {}
        self.title.setText("Chọn một cặp bên trái để so hai dòng.")
        self.said.setText("")
        self._scroll.setWidget(QWidget())
        self.swap.setEnabled(False)
        self.merge.setEnabled(False)

    def _answers(self, keys: set[str]) -> dict[str, bool]:
        return {
            key: group.checkedId() == 1
            for key, group in self._groups.items()
            if key in keys and group.checkedId() >= 0
        }

    @Slot()
    def _enable(self) -> None:
        found = self._found
        answered = all(group.checkedId() >= 0 for group in self._groups.values())
        self.merge.setEnabled(found is not None and not found.refused and answered)

    def _make(self, found: Comparison) -> QWidget:
        page = QWidget()
        page.setObjectName("scrolled")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 12, 8)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, one in ((1, found.kept), (2, found.gone)):
            words = "Giữ" if column == 1 else "Gộp đi"
            grid.addWidget(label(f"{words}: {one.code}", "subheading"), 0, column)
        grid.addWidget(label("Tên"), 1, 0)
        grid.addWidget(label(found.kept.name, wrap=True), 1, 1)
        grid.addWidget(label(found.gone.name, wrap=True), 1, 2)
        row = 2
        for one in found.differences:
            self._ask(grid, row, one.key, one)
            row += 1
        for clash in found.clashes:
            grid.addWidget(rule(), row, 0, 1, 3)
            about = "; ".join(f"{d.label}: {d.kept or _EMPTY}" for d in clash.differences)
            other = "; ".join(f"{d.label}: {d.gone or _EMPTY}" for d in clash.differences)
            self._choose(grid, row + 1, clash.key, (clash.label, about, other), None)
            row += 2
        grid.addWidget(rule(), row, 0, 1, 3)
        for number, (name, going, there) in enumerate(found.records, start=row + 1):
            grid.addWidget(label(name[:1].upper() + name[1:]), number, 0)
            grid.addWidget(label(f"{there} dòng" if there else "–", "soft"), number, 1)
            grid.addWidget(label(f"{going} dòng chuyển sang" if going else "–", "soft"), number, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _ask(self, grid: QGridLayout, row: int, key: str, one: Difference) -> None:
        words = (one.label, one.kept or _EMPTY, one.gone or _EMPTY)
        self._choose(grid, row, key, words, None if one.asked else int(not one.kept))

    def _choose(
        self, grid: QGridLayout, row: int, key: str, words: tuple[str, str, str], chosen: int | None
    ) -> None:
        """A line with two radio buttons; nothing is chosen where somebody has to say."""
        group = QButtonGroup(self)
        name = label(words[0][:1].upper() + words[0][1:], wrap=True)
        grid.addWidget(name, row, 0)
        for number, text in enumerate(words[1:]):
            choice = _Choice(text)
            choice.radio.setAccessibleName(f"{words[0]}: {text}")
            group.addButton(choice.radio, number)
            grid.addWidget(choice, row, number + 1)
            choice.radio.setChecked(number == chosen)
            choice.radio.toggled.connect(self._enable)
        self._groups[key] = group

    def _assemble(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.addWidget(self.swap)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.merge)
        right = QWidget()
        inside = QVBoxLayout(right)
        inside.setContentsMargins(8, 0, 0, 0)
        inside.addWidget(self.title)
        inside.addWidget(self.said)
        inside.addWidget(self._scroll, 1)
        inside.addLayout(buttons)
        split = QSplitter()
        split.addWidget(self.view)
        split.addWidget(right)
        split.setChildrenCollapsible(False)
        split.setSizes([520, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._clear()
        self.hide()


def _what(found: Comparison) -> str:
    if found.refused:
        return found.refused
    said = "Chọn ở mỗi chỗ khác nhau. Mã được gộp vẫn dùng được khi nhập Excel; Ctrl+Z lấy lại."
    apart = [one.label.lower() for one in found.differences if one.asked and one.key in _APART]
    if apart:
        said = f"Xem kỹ: khác {' và '.join(apart)}, có thể là hai người. {said}"
    if found.stays:
        rounds = ", ".join(found.stays)
        said += f" Hồ sơ đã niêm phong của đợt {rounds} giữ nguyên Mã {found.gone.code}."
    return said


def _suspects(ws: Any) -> Sequence[Pair]:
    from khenthuong.services.people import duplicates

    return duplicates.suspects(ws)


def _compare(ws: Any, kept: str, gone: str) -> Comparison:
    from khenthuong.services.people import merging

    return merging.compare(ws, kept, gone)


def _merge(
    ws: Any, kept: str, gone: str, fields: dict[str, bool], records: dict[str, bool]
) -> tuple[str, int]:
    from khenthuong.services.people import merging

    return kept, merging.merge(ws, kept, gone, fields, records)
