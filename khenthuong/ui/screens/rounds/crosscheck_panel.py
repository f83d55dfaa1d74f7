"""«Đối chiếu văn bản»: where papers disagree with the books, what to do, and a way there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.crosscheck import Mismatch, Severity
from khenthuong.domain.vietnamese import clean
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds.round_data import SHORT
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_AGREE = "Các văn bản khớp nhau và khớp sổ."
_MAY_ACCEPT = "Chỗ này pháp luật còn để ngỏ: người có trách nhiệm ghi lý do thì chốt được."


@dataclass(frozen=True)
class Told:
    """A mismatch with its words, and the paper in the office's folder (None: not made there)."""

    mismatch: Mismatch
    sentence: str
    remedy: str
    path: Path | None


class CrosscheckPanel(QFrame):
    """The mismatches of a round; `opened` (path), `accepted` (mismatch, reason, by)."""

    opened = Signal(object)
    accepted = Signal(object, str, str)
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subheading", wrap=True)
        self.table = RecordsTable(
            (("Mức", _severity), ("Văn bản", _paper), ("Văn bản ghi", _says), ("Sổ ghi", _books)),
            self,
        )
        self.view = RowsView(self.table, (-80, 3, 2, 2), "Đối chiếu văn bản")
        self.note = EmptyNote(self.view, _AGREE)
        self.words = label("", "", wrap=True)
        self.open = button("Mở văn bản", "van_ban")
        self.accept = button("Chốt kèm lý do…", "sua")
        self.take_back = button("Bỏ lý do")
        self.form = ReasonForm()
        # Assemble
        self.setObjectName("card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.title)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.words)
        below = QHBoxLayout()
        below.addStretch()
        for one in (self.open, self.accept, self.take_back):
            below.addWidget(one)
        layout.addLayout(below)
        layout.addWidget(self.form)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.form.hide()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_open)
        self.open.clicked.connect(self._on_open)
        self.accept.clicked.connect(self._on_accept)
        self.take_back.clicked.connect(self._on_take_back)
        self.form.given.connect(self._on_given)
        self.form.cancelled.connect(self.form.hide)

    def show_mismatches(self, told: Sequence[Told]) -> None:
        """Show what a cross-check found; nothing means that all papers agree."""
        row = max(self.view.row(), 0)
        self.table.show(told)
        self.title.setText(f"Đối chiếu văn bản: {_count(told)}")
        self.form.hide()
        self.view.select(min(row, len(told) - 1))
        self._on_row()

    @Slot()
    def _on_row(self) -> None:
        told = self._current()
        self.form.hide()
        self.words.setVisible(told is not None)
        self.open.setEnabled(told is not None and told.path is not None)
        blocking = told is not None and told.mismatch.severity is Severity.ERROR
        free = told is not None and blocking and told.mismatch.may_accept
        reasoned = told is not None and told.mismatch.accepted is not None
        self.accept.setVisible(free and not reasoned)
        self.take_back.setVisible(reasoned)
        if told is not None:
            self.words.setText(_whole(told))

    @Slot()
    def _on_open(self) -> None:
        told = self._current()
        if told is not None and told.path is not None:
            self.opened.emit(told.path)

    @Slot()
    def _on_accept(self) -> None:
        self.form.show()
        self.form.begin()

    @Slot()
    def _on_take_back(self) -> None:
        told = self._current()
        if told is not None:
            self.taken_back.emit(told.mismatch)

    @Slot(str, str)
    def _on_given(self, reason: str, by: str) -> None:
        told = self._current()
        if told is not None:
            self.accepted.emit(told.mismatch, reason, by)

    def _current(self) -> Told | None:
        return self.table.record(self.view.row())


class ReasonForm(QFrame):
    """Why a dossier is sealed with this mismatch, and who answers for it; `given` (reason, by)."""

    given = Signal(str, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit()
        self.by = QLineEdit()
        self.ok = button("Ghi lý do", primary=True)
        self.cancel = button("Thôi")
        self.problem = label("", "problem", wrap=True)
        # Assemble
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        for name, line in (
            ("Lý do (ghi trong gói hồ sơ)", self.reason),
            ("Người chịu trách nhiệm (họ tên, chức vụ)", self.by),
        ):
            title = QLabel(name)
            title.setBuddy(line)
            line.setAccessibleName(name)
            layout.addWidget(title)
            layout.addWidget(line)
        layout.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        layout.addLayout(buttons)
        self.problem.hide()
        # Signals
        self.ok.clicked.connect(self._on_ok)
        self.cancel.clicked.connect(self.cancelled)
        self.reason.returnPressed.connect(self._on_ok)
        self.by.returnPressed.connect(self._on_ok)

    def begin(self) -> None:
        """Empty, ready to type."""
        self.reason.clear()
        self.problem.hide()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_ok(self) -> None:
        reason, by = clean(self.reason.text()), clean(self.by.text())
        if reason and by:
            self.given.emit(reason, by)
            return
        self.problem.setText("Hãy ghi đủ lý do và người chịu trách nhiệm.")
        self.problem.show()
        (self.by if reason else self.reason).setFocus()


def tell(ws: Any, code: str, found: Sequence[Mismatch]) -> tuple[Told, ...]:
    """Words and papers of mismatches; runs on the worker."""
    from khenthuong.services.dossier import crosscheck

    return tuple(
        Told(
            one,
            crosscheck.sentence(one),
            crosscheck.remedy(one),
            crosscheck.paper_path(ws, code, one),
        )
        for one in found
    )


def _count(told: Sequence[Told]) -> str:
    blocking = sum(one.mismatch.blocks for one in told)
    shown = len(told) - blocking
    if not told:
        return "không có chỗ lệch"
    parts = [f"{blocking} lỗi phải sửa trước khi chốt"] if blocking else []
    parts += [f"{shown} lưu ý"] if shown else []
    return ", ".join(parts)


def _whole(told: Told) -> str:
    accepted = told.mismatch.accepted
    lines = [told.sentence, told.remedy]
    if accepted is not None:
        lines.append(f"Chốt kèm lý do: {accepted.reason} ({accepted.by}).")
    elif told.mismatch.blocks and told.mismatch.may_accept:
        lines.append(_MAY_ACCEPT)
    return "\n".join(lines)


def _severity(told: Told) -> str:
    return "Có lý do" if told.mismatch.accepted else texts.label(told.mismatch.severity)


def _paper(told: Told) -> str:
    short = SHORT.get(told.mismatch.authority, texts.label(told.mismatch.authority))
    return f"{short}: {told.mismatch.title or 'sổ'}"


def _says(told: Told) -> str:
    return told.mismatch.says


def _books(told: Told) -> str:
    return told.mismatch.books
