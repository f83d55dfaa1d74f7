"""«Đề nghị vào đợt xét»: the rows chosen in Sổ, one award, one round."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from khenthuong.domain.kinds import RecipientKind
from khenthuong.domain.rounds import Round
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.ask_card import AskCard
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

if TYPE_CHECKING:
    from khenthuong.services.appraisal.nominating import Offer

_NO_ROUND = "Chưa có đợt xét nào: lập đợt ở màn hình «Đợt xét» trước."


class NominateCard(AskCard):
    """Asks for round and award and writes. `closed` in either case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._codes: tuple[str, ...] = ()
        self._offer: Offer | None = None
        self.round, self.award = QuietCombo(), QuietCombo()
        self.ok = button("Đưa vào đợt", "them", primary=True, tip="Enter")
        self.cancel = button("Thôi", tip="Esc")
        self.words = label("", "soft", wrap=True)
        # Assemble
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.words, 0, 0, 1, 4)
        for row, (name, combo) in enumerate(
            (("Đợt xét", self.round), ("Danh hiệu, hình thức", self.award)), start=1
        ):
            words = QLabel(name)
            words.setBuddy(combo)
            combo.setAccessibleName(name)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addWidget(words, row, 0)
            layout.addWidget(combo, row, 1, 1, 3)
        layout.addWidget(self.ok, 3, 2)
        layout.addWidget(self.cancel, 3, 3)
        # Signals
        self.round.activated.connect(self._on_round)
        self.ok.clicked.connect(self.answer)
        self.cancel.clicked.connect(self.stop)

    def begin(self, kind: RecipientKind, codes: Sequence[str]) -> None:
        """Ask where these recipients go."""
        self._codes = tuple(codes)
        if self._codes:
            self._desk.run(_offer, kind, done=self._on_offer)

    def _on_offer(self, offer: Offer) -> None:
        self._offer = offer
        if not offer.rounds:
            self._desk.say(_NO_ROUND, "warn")
            return
        self.words.setText(
            f"Đề nghị {len(self._codes)} đối tượng đang chọn vào đợt nào, về danh hiệu hay hình "
            "thức nào? Thẩm định ở «Đợt xét» sẽ cho biết ai còn thiếu gì."
        )
        self.round.fill([(one.name, one) for one in offer.rounds])
        self._on_round()
        self.show()
        self.round.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_round(self) -> None:
        chosen = self.round.currentData()
        if self._offer is not None and chosen is not None:
            self.award.fill([(one.name, one.id) for one in self._offer.awards_in(chosen)])
        self.ok.setEnabled(self.award.count() > 0)

    @Slot()
    def answer(self) -> None:
        """Do what was asked for."""
        chosen, award = self.round.currentData(), self.award.currentData()
        if chosen is not None and award is not None:
            self._desk.run(_nominate, chosen, award, self._codes, done=self._on_done)

    def _on_done(self, count: int) -> None:
        there = len(self._codes) - count
        already = f" {there} đề nghị đã có sẵn." if there else ""
        self._desk.tell(f"Đã đưa {count} đề nghị vào «{self.round.currentText()}».{already}")
        self._desk.changed.emit()
        self.stop()


def _offer(ws: Any, kind: RecipientKind) -> Offer:
    from khenthuong.services.appraisal import nominating

    return nominating.offer(ws, kind)


def _nominate(ws: Any, round_: Round, award: str, codes: Sequence[str]) -> int:
    from khenthuong.services.appraisal import nominating

    return nominating.nominate(ws, round_, award, codes)
