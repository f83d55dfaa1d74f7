"""Step Danh sách: the nominations, why each stands where it stands, adding and removing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.findings import KEEPS_OUT
from khenthuong.domain.kinds import Principle, RecipientKind
from khenthuong.domain.rounds import Nomination, Round
from khenthuong.texts import label as word
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.nominations_table import SHORT, NominationsTable
from khenthuong.ui.screens.movements.result_note import MovementNote
from khenthuong.ui.screens.rounds.findings_panel import FindingsPanel
from khenthuong.ui.screens.rounds.judgement_panel import JudgementPanel
from khenthuong.ui.screens.rounds.nomination_form import NominationForm
from khenthuong.ui.screens.rounds.override_form import OverrideForm
from khenthuong.ui.screens.rounds.proof_card import ProofCard, read_counts
from khenthuong.ui.screens.rounds.round_data import (
    Explained,
    Line,
    RoundView,
    awards_for,
    explain,
    explain_all,
    judge_again,
)
from khenthuong.ui.widgets.ask_card import AskCard
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import StatusBadge, label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.pane import Pane
from khenthuong.ui.widgets.picker import RecipientPicker
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

_EMPTY = "Đợt này chưa có đề nghị nào. Bấm «Thêm đề nghị» (Ctrl+N)."
_LEGEND = " · ".join(f"{SHORT[p]} {word(p).partition(',')[0].lower()}" for p in Principle)


class AddNomination(AskCard):
    """Who and what, in one line; stays open for the next one. `asked` (recipient, award)."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round: Round | None = None
        self.who = RecipientPicker(desk, tuple(RecipientKind))
        self.what = QuietCombo()
        self.ok = button("Thêm", "them", primary=True)
        self.cancel = button("Thôi")
        self.problem = label("", "problem", wrap=True)
        # Assemble
        who, what = QLabel("Ai"), QLabel("Danh hiệu, hình thức")
        who.setBuddy(self.who)
        what.setBuddy(self.what)
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.addWidget(who, 0, 0)
        layout.addWidget(what, 0, 1)
        layout.addWidget(self.who, 1, 0)
        layout.addWidget(self.what, 1, 1)
        layout.addWidget(self.ok, 1, 2)
        layout.addWidget(self.cancel, 1, 3)
        layout.addWidget(self.problem, 2, 0, 1, 4)
        self.problem.hide()
        # Signals
        self.who.edited.connect(self._on_who)
        self.ok.clicked.connect(self.answer)
        self.cancel.clicked.connect(self.stop)

    def begin(self, round_: Round) -> None:
        """Open for a round."""
        self._round = round_
        self._tell("")
        self.show()
        self.again()

    def again(self) -> None:
        """Ready for the next recipient; the award stays chosen."""
        self.who.set_code("")
        self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_who(self) -> None:
        if self.who.code and self._round is not None:
            self._desk.run(
                _awards_of, self._round, self.who.code, done=self._on_awards, key="add.awards"
            )

    def _on_awards(self, awards: Sequence[tuple[str, str]]) -> None:
        self.what.fill(awards)
        self._tell("" if awards else "Không có danh hiệu, hình thức nào cho đối tượng này.")

    @Slot()
    def answer(self) -> None:
        """Do what was asked for."""
        if not self.who.code:
            self._tell("Hãy chọn một người, tập thể hoặc hộ có trong sổ.")
            self.who.line.setFocus()
        elif self.what.currentData() is None:
            self._tell("Hãy chọn danh hiệu hoặc hình thức.")
            self.what.setFocus()
        else:
            self.asked.emit(self.who.code, self.what.currentData())

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


class NominationsPage(QWidget):
    """Table on the left, the selected nomination's findings on the right.

    `changed` says that the books changed; `wanted` (cure, recipient) asks to go where
    something is mended.
    """

    changed = Signal()
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: RoundView | None = None
        self._chosen: tuple[str, str] = ("", "")
        self._stale = False
        self.table = NominationsTable(self)
        self.view = RowsView(
            self.table, (7, 6, *[-42 for _ in Principle], -136), "Danh sách đề nghị"
        )
        self._note = EmptyNote(self.view, _EMPTY)
        self.add = button("Thêm đề nghị", "them", tip="Ctrl+N")
        self.remove = button("Rút đề nghị", "xoa", tip="Del")
        self.whole = toggle("Nhận xét cả đợt", "thong_tin")
        self.again = toggle("Thẩm định lại", "lam_moi")
        self.kept = label("", "subheading", wrap=True)
        self.suggest = button("Ai đủ điều kiện?", "ai_du_dieu_kien")
        self.adding = AddNomination(desk)
        self._title = label("", "heading", wrap=True)
        self.movements = MovementNote(desk)
        self._about = label("", "soft", wrap=True)
        self.badge = StatusBadge()
        self.findings = FindingsPanel()
        self.proofs = ProofCard(desk)
        self.judgement = JudgementPanel()
        self.edit = toggle("Sửa đề nghị…", "sua")
        self.details = NominationForm(desk)
        self.override = toggle("Vẫn đưa vào hồ sơ…")
        self.reason = OverrideForm()
        self._right = QWidget()
        self._nobody = EmptyPage(
            "dot_xet", "Chưa chọn đề nghị nào", "Chọn một dòng để xem vì sao đạt hay chưa đạt."
        )
        # Assemble
        self._assemble()
        self._connect()
        self.view.offer_on_rows(mirror(self.edit, self.override, self.remove, self.add))

    def show_round(self, view: RoundView) -> None:
        """Show a round; the nomination chosen before stays chosen."""
        self._view = view
        self.whole.setText(f"Nhận xét cả đợt ({len(view.check.round_findings)})")
        self.whole.setVisible(bool(view.check.round_findings))
        self.again.setText("Đánh giá lại" if view.kept else "Thẩm định lại")
        self.again.setEnabled(bool(view.lines))
        self.kept.setText("\n".join(view.kept))
        self.kept.setVisible(bool(view.kept))
        self.table.show(view.lines)
        self.view.clearSpans()
        for row in self.table.groups:
            self.view.setSpan(row, 0, 1, self.table.columnCount())
        self.view.share_width()
        row = self.table.find(self._chosen)
        self.view.select(row if row >= 0 else min(1, len(view.lines)))
        self._on_row()

    def choose(self, recipient: str, award: str) -> None:
        """Select a nomination."""
        self._chosen = (recipient, award)
        self.view.select(self.table.find(self._chosen))

    def begin_edit(self, recipient: str, field: str) -> None:
        """Open the form of a recipient's nomination at a field."""
        if self._chosen[0] != recipient and self._view is not None:
            keys = [
                n.nomination.key for n in self._view.lines if n.nomination.recipient == recipient
            ]
            if keys:
                self.choose(*keys[0])
        self.edit.setChecked(True)
        self.details.focus(field)

    @property
    def editing(self) -> bool:
        """Whether one of the small forms is open."""
        return self.edit.isChecked() or self.override.isChecked()

    def stop(self) -> None:
        """Close the small forms."""
        self.edit.setChecked(False)
        self.override.setChecked(False)
        self.proofs.stop()
        if not self.adding.isHidden():
            self.adding.stop()

    @Slot()
    def begin_add(self) -> None:
        """Open the line for a new nomination."""
        if self._view is not None:
            self.adding.begin(self._view.round)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del in the table takes the nomination out."""
        if (
            watched is self.view
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
        ):
            self._on_remove()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_suggest(self) -> None:
        if self._view is not None:
            one = self._view.round
            self.wanted.emit(f"ai_du_dieu_kien:{one.year}:{one.code}", "")

    @Slot(str, str)
    def _on_add_asked(self, recipient: str, award: str) -> None:
        if self._view is None:
            return
        self._chosen = (recipient, award)
        nomination = Nomination(self._view.round.code, recipient, award)
        self._desk.run(_save, nomination, done=self._on_added)

    def _on_added(self, _: object) -> None:
        self._desk.say("Đã thêm đề nghị. Có thể chọn người tiếp theo.")
        self.adding.again()
        self.changed.emit()

    @Slot()
    def _on_remove(self) -> None:
        line = self.table.line(self.view.row())
        if line is not None:
            self._desk.run(_remove, line.nomination, done=self._on_removed)

    def _on_removed(self, name: str) -> None:
        self._desk.tell("Đã rút đề nghị.")
        self.changed.emit()

    @Slot()
    def _on_row(self) -> None:
        line = self.table.line(self.view.currentIndex().row())
        self.remove.setEnabled(line is not None)
        self._nobody.setVisible(line is None)
        self._right.setVisible(line is not None)
        self.override.setChecked(False)
        self.edit.setChecked(False)
        self.proofs.hide()
        if line is not None:
            self._chosen = line.nomination.key
            self._up(self.whole)
            self._up(self.again)
            self._show_findings(True)
            self._show_head(line)
            self._explain(line)

    def _explain(self, line: Line) -> None:
        """Why, in full: read and laid out only while somebody sees it."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._desk.run(explain, line, done=self._on_explained, key="round.explain")

    def showEvent(self, event: QShowEvent) -> None:
        """What changed meanwhile is explained now."""
        super().showEvent(event)
        line = self.table.line(self.view.row())
        if self._stale and line is not None:
            self._explain(line)

    def _show_head(self, line: Line) -> None:
        self._title.setText(line.name)
        self.movements.load(line.nomination.recipient)
        self._about.setText(" · ".join(part for part in (line.award_name, line.about) if part))
        self.badge.show_status(line.status, line.verdict)
        self.badge.show()
        self.edit.show()
        overridden = bool(line.nomination.override_reason)
        self.override.setVisible(overridden or line.status in KEEPS_OUT)
        self.override.setText("Sửa lý do đưa vào…" if overridden else "Vẫn đưa vào hồ sơ…")
        self.reason.show_nomination(line.nomination)
        self.details.show_nomination(line.nomination)

    def _up(self, button: QPushButton) -> None:
        button.blockSignals(True)
        button.setChecked(False)
        button.blockSignals(False)

    def _show_findings(self, shown: bool) -> None:
        self.findings.setVisible(shown)
        self.judgement.setVisible(not shown)

    @Slot(bool)
    def _on_again_toggled(self, on: bool) -> None:
        if self._view is None or not on:
            self._on_row()
            return
        self._desk.run(judge_again, self._view.round.code, done=self._on_judged, key="round.again")

    def _on_judged(self, found: tuple[Any, tuple[str, ...]]) -> None:
        self._up(self.whole)
        self._nobody.hide()
        self._right.show()
        self.movements.load("")
        self._title.setText("Đánh giá lại" if self._view and self._view.kept else "Thẩm định lại")
        self._about.setText("Đã thẩm định theo sổ và quy định lúc này, và ghi lại để lần sau so.")
        for widget in (self.badge, self.edit, self.override):
            widget.hide()
        self.edit.setChecked(False)
        self.override.setChecked(False)
        self.judgement.show_comparison(*found)
        self._show_findings(False)
        self.judgement.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _on_whole_toggled(self, on: bool) -> None:
        if self._view is None or not on:
            self._on_row()
            return
        self._up(self.again)
        self._show_findings(True)
        self._nobody.hide()
        self._right.show()
        self.movements.load("")
        self._title.setText(self._view.round.name)
        self._about.setText("Nhận xét về cả đợt; chỉ nhắc, không chặn đề nghị nào.")
        for widget in (self.badge, self.edit, self.override):
            widget.hide()
        self._desk.run(
            explain_all,
            self._view.check.round_findings,
            done=self.findings.show_texts,
            key="round.explain",
        )

    def _on_explained(self, explained: Explained) -> None:
        self.findings.show_explained(explained)
        self._load_proofs()

    @Slot()
    def _load_proofs(self) -> None:
        line = self.table.line(self.view.row())
        if line is not None:
            work, done = read_counts, self.findings.show_proofs
            self._desk.run(work, line.nomination, done=done, key="round.proofs")

    @Slot(str, str)
    def _on_proving(self, criterion: str, said: str) -> None:
        line = self.table.line(self.view.row())
        if line is not None:
            self.proofs.begin(line.nomination, criterion, said)

    @Slot(str)
    def _on_cure(self, cure: str) -> None:
        self.wanted.emit(cure, self._chosen[0])

    @Slot(bool)
    def _on_edit_toggled(self, on: bool) -> None:
        self.details.setVisible(on)
        if on:
            self.override.setChecked(False)
            self.details.begin()

    @Slot(object)
    def _on_details_given(self, nomination: Nomination) -> None:
        self._desk.run(_save, nomination, done=self._on_details_saved)

    def _on_details_saved(self, _: object) -> None:
        self.edit.setChecked(False)
        self._desk.tell("Đã lưu đề nghị.")
        self.changed.emit()

    @Slot(bool)
    def _on_override_toggled(self, on: bool) -> None:
        self.reason.setVisible(on)
        if on:
            self.edit.setChecked(False)
            self.reason.begin()

    @Slot(str, str)
    def _on_reason_given(self, reason: str, by: str) -> None:
        line = self.table.line(self.view.row())
        if line is not None:
            self._desk.run(_override, line.nomination, reason, by, done=self._on_overridden)

    def _on_overridden(self, taken_back: bool) -> None:
        self._desk.say(
            "Đã bỏ lý do; đề nghị theo đúng kết quả thẩm định."
            if taken_back
            else "Đã ghi lý do. Lý do được in trên phiếu thẩm định."
        )
        self.changed.emit()

    def _connect(self) -> None:
        self.add.clicked.connect(self.begin_add)
        self.adding.asked.connect(self._on_add_asked)
        self.adding.closed.connect(self.view.setFocus)
        self.remove.clicked.connect(self._on_remove)
        self.suggest.clicked.connect(self._on_suggest)
        self.whole.toggled.connect(self._on_whole_toggled)
        self.again.toggled.connect(self._on_again_toggled)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.findings.wanted.connect(self._on_cure)
        self.findings.proving.connect(self._on_proving)
        self.proofs.written.connect(self._load_proofs)
        self.proofs.closed.connect(self.view.setFocus)
        self.edit.toggled.connect(self._on_edit_toggled)
        self.details.given.connect(self._on_details_given)
        self.details.cancelled.connect(self.edit.toggle)
        self.override.toggled.connect(self._on_override_toggled)
        self.reason.given.connect(self._on_reason_given)
        self.reason.cancelled.connect(self.override.toggle)

    def _assemble(self) -> None:
        left = QWidget()
        tools = QHBoxLayout()
        tools.addWidget(self.add)
        tools.addWidget(self.remove)
        tools.addWidget(self.suggest)
        tools.addStretch()
        tools.addWidget(self.whole)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.addWidget(self.kept)
        inside.addLayout(tools)
        inside.addWidget(self.adding)
        inside.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(label(_LEGEND, "quiet", wrap=True), 1)
        foot.addWidget(self.again)
        inside.addLayout(foot)
        self.view.installEventFilter(self)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._assemble_side())
        split.setChildrenCollapsible(False)
        split.setSizes([710, 450])
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _assemble_side(self) -> QWidget:
        self.reason.hide()
        self.details.hide()
        head = QHBoxLayout()
        head.addWidget(self.badge)
        head.addStretch()
        head.addWidget(self.edit)
        head.addWidget(self.override)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self._title)
        right.addWidget(self._about)
        right.addWidget(self.movements)
        right.addLayout(head)
        right.addWidget(self.details, 5)
        right.addWidget(self.reason)
        right.addWidget(self.findings, 2)
        right.addWidget(self.proofs)
        right.addWidget(self.judgement, 2)
        self.judgement.hide()
        side = Pane()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(8, 0, 0, 0)
        beside.addWidget(self._nobody)
        beside.addWidget(self._right)
        return side


def _awards_of(ws: Any, round_: Round, code: str) -> list[tuple[str, str]]:
    from khenthuong.services import register

    return awards_for(ws, round_, register.get(ws, code))


def _save(ws: Any, nomination: Nomination) -> None:
    from khenthuong.services.appraisal import rounds

    rounds.save_nomination(ws, nomination)


def _remove(ws: Any, nomination: Nomination) -> str:
    from khenthuong.services.appraisal import rounds

    rounds.remove_nomination(ws, nomination)
    return nomination.recipient


def _override(ws: Any, nomination: Nomination, reason: str, by: str) -> bool:
    from khenthuong.services.appraisal import rounds

    rounds.override(ws, nomination.round, nomination.recipient, nomination.award, reason, by)
    return not reason
