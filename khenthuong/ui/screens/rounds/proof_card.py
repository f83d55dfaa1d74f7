"""«Gắn minh chứng»: the files that prove one criterion of one nomination."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from khenthuong.domain.rounds import Nomination
from khenthuong.ui.desk import Desk
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.evidence_files import EvidenceFiles
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.quiet import QuietCombo

if TYPE_CHECKING:
    from khenthuong.domain.rounds import Proof
    from khenthuong.services.register_evidence import Held, Nominated, Taken

_EMPTY = "Chưa gắn tệp nào. Kéo thả, dán (Ctrl+V), thêm tệp, hoặc chọn tệp đã có của người này."
_SOME = "Đã gắn {count} tệp; vào gói hồ sơ, mục 05-minh-chung."
_CHOOSE = "Tệp đã có của đối tượng này…"


class ProofCard(QFrame):
    """Opens under the findings. `written` says that the books changed, `closed` that it went."""

    written = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: Nominated | None = None
        self._proofs: dict[str, Proof] = {}
        self.heading = label("", "subheading", wrap=True)
        self.files = EvidenceFiles(desk)
        self.own = QuietCombo()
        self.caption = QLineEdit()
        self.close_button = button("Xong", tip="Esc")
        # Assemble
        self._assemble()
        # Signals
        self.files.given.connect(self._on_given)
        self.files.taken_off.connect(self._on_taken_off)
        self.files.names.currentRowChanged.connect(self._on_row)
        self.own.activated.connect(self._on_own)
        self.caption.editingFinished.connect(self._on_caption)
        self.close_button.clicked.connect(self.stop)

    def begin(self, nomination: Nomination, criterion: str, said: str) -> None:
        """Ask for the proofs of a criterion of this nomination."""
        self._desk.run(_place, nomination, criterion, said, done=self._on_place)

    @Slot()
    def stop(self) -> None:
        """Close; everything is written already."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _on_place(self, place: Nominated) -> None:
        self._place = place
        self.heading.setText(f"Minh chứng cho: {place.label}")
        self._load()
        self.show()
        self.files.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self) -> None:
        self._desk.run(_read, self._place, done=self._on_read, key="round.proof_card")

    def _on_read(self, found: tuple[Sequence[Proof], Sequence[Held], Sequence[str]]) -> None:
        proofs, held, own = found
        self._proofs = {one.name: one for one in proofs}
        words = _SOME.format(count=len(held)) if held else _EMPTY
        self.files.show_files(held, words, able=True)
        self.own.fill([(_CHOOSE, ""), *((name, name) for name in own)])
        self.own.setEnabled(bool(own))
        self._on_row()

    @Slot(object)
    def _on_given(self, files: Sequence[Path]) -> None:
        self._desk.run(_prove, self._place, files, (), done=self._on_proved)

    @Slot()
    def _on_own(self) -> None:
        name = str(self.own.currentData() or "")
        if name:
            self._desk.run(_prove, self._place, (), (name,), done=self._on_proved)

    def _on_proved(self, taken: Sequence[Taken]) -> None:
        self.files.tell_taken(taken)
        self._written()

    @Slot(str)
    def _on_taken_off(self, name: str) -> None:
        if name in self._proofs:
            self._desk.run(_unprove, self._proofs[name], done=self._on_let_go)

    def _on_let_go(self, name: str) -> None:
        self._desk.tell(f"Đã gỡ «{name}» khỏi tiêu chuẩn này; tệp vẫn nằm trong kho minh chứng.")
        self._written()

    @Slot()
    def _on_row(self) -> None:
        one = self._proofs.get(self.files.name)
        self.caption.setEnabled(one is not None)
        self.caption.setText(one.caption if one is not None else "")

    @Slot()
    def _on_caption(self) -> None:
        one = self._proofs.get(self.files.name)
        said = self.caption.text().strip()
        if one is not None and said != one.caption:
            self._proofs[one.name] = replace(one, caption=said)
            self._desk.run(_caption, one, said, done=self._on_captioned)

    def _on_captioned(self, _: object) -> None:
        self._desk.tell("Đã ghi chú thích của minh chứng.")

    def _written(self) -> None:
        self.written.emit()
        self._load()

    def _assemble(self) -> None:
        self.setObjectName("card")
        self.own.setAccessibleName("Tệp đã có của đối tượng này")
        self.own.setSizeAdjustPolicy(
            QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        words = QLabel("Chú thích")
        words.setBuddy(self.caption)
        self.caption.setAccessibleName("Chú thích")
        self.caption.setPlaceholderText("Tệp cho thấy điều gì; in trong mục lục hồ sơ")
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout()
        line.addWidget(words)
        line.addWidget(self.caption, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.files)
        layout.addWidget(self.own)
        layout.addLayout(line)
        self.hide()


def read_counts(ws: Any, nomination: Nomination) -> tuple[Mapping[str, int], frozenset[str]]:
    """How many files prove each criterion of a nomination, and which criteria files can prove."""
    from khenthuong.services import register_evidence

    key = (nomination.round, nomination.recipient, nomination.award)
    return register_evidence.counts(ws, *key), register_evidence.provable(ws, nomination.award)


def _place(ws: Any, nomination: Nomination, criterion: str, said: str) -> Nominated:
    from khenthuong.services import register_evidence

    key = (nomination.round, nomination.recipient, nomination.award)
    return register_evidence.Nominated(*key, criterion, said)


def _read(ws: Any, place: Nominated) -> tuple[Sequence[Proof], Sequence[Held], Sequence[str]]:
    from khenthuong.services import register_evidence

    proofs = register_evidence.proofs(ws, place)
    names = [one.name for one in proofs]
    own = [name for name in register_evidence.own_files(ws, place.recipient) if name not in names]
    return proofs, register_evidence.held(ws, names), own


def _prove(
    ws: Any, place: Nominated, files: Sequence[Path], names: Sequence[str]
) -> Sequence[Taken]:
    from khenthuong.services import register_evidence

    return register_evidence.prove(ws, place, files, names)


def _unprove(ws: Any, one: Proof) -> str:
    from khenthuong.services import register_evidence

    register_evidence.unprove(ws, one)
    return one.name


def _caption(ws: Any, one: Proof, said: str) -> None:
    from khenthuong.services import register_evidence

    register_evidence.set_caption(ws, one, said)
