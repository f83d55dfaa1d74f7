"""The path of a round across the top: Danh sách → Họp → Niêm yết → Hồ sơ → Kết quả."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from khenthuong.domain.kinds import Step
from khenthuong.texts import label as word
from khenthuong.ui import theme

_RESULTS = len(Step)
"""Number of the step in which nothing is judged any more: what came back."""
_PROOF = _RESULTS + 1
"""Number of the button beside the steps."""


class StepsBar(QWidget):
    """Five steps and «Thẩm định», one of them open; steps say in words and shape how far they are.

    `chosen` (step), `results_wanted` and `proof_wanted` tell what was opened.
    """

    chosen = Signal(object)
    results_wanted = Signal()
    proof_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Step, QPushButton] = {}
        # Assemble
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for number, step in enumerate(Step):
            if number:
                layout.addWidget(_arrow())
            made = QPushButton(f"{number + 1}. {word(step)}")
            made.setCheckable(True)
            made.setProperty("step", True)
            self._group.addButton(made, number)
            self._buttons[step] = made
            layout.addWidget(made, 1)
        self.results = QPushButton()
        self.results.setCheckable(True)
        self.results.setProperty("step", True)
        self._group.addButton(self.results, _RESULTS)
        layout.addWidget(_arrow())
        layout.addWidget(self.results, 1)
        self.show_results("khong_ap_dung", "soft", "")
        layout.addSpacing(6)
        self.proof = QPushButton("Thẩm định")
        self.proof.setIcon(theme.icon("dat", "accent"))
        self.proof.setToolTip("Bốn yêu cầu của Luật cho cả đợt, cơ cấu, bảng thẩm định")
        self.proof.setCheckable(True)
        self.proof.setProperty("step", True)
        theme.hold(self.proof, least_width=112)
        self._group.addButton(self.proof, _PROOF)
        layout.addWidget(self.proof)
        self._buttons[Step.LIST].setChecked(True)
        # Signals
        self._group.idClicked.connect(self._on_clicked)

    def choose(self, step: Step) -> None:
        """Open a step as if it had been clicked."""
        self._buttons[step].setChecked(True)
        self._buttons[step].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(step)

    def show_progress(self, progress: Mapping[Step, tuple[str, str, str]]) -> None:
        """Per step: icon, its colour, and a few words after the name."""
        for number, (step, made) in enumerate(self._buttons.items()):
            icon, tint, words = progress.get(step, ("", "soft", ""))
            made.setIcon(theme.icon(icon, tint) if icon else theme.icon("khong_ap_dung", "soft"))
            made.setText(f"{number + 1}. {word(step)}" + (f" – {words}" if words else ""))

    def show_results(self, icon: str, tint: str, words: str) -> None:
        """What came back for the round's dossiers, in a few words."""
        self.results.setIcon(theme.icon(icon, tint))
        self.results.setText(f"{_RESULTS + 1}. Kết quả" + (f" – {words}" if words else ""))

    def choose_results(self) -> None:
        """Open the results as if they had been clicked."""
        self.results.setChecked(True)
        self.results_wanted.emit()

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        if number == _PROOF:
            self.proof_wanted.emit()
        elif number == _RESULTS:
            self.results_wanted.emit()
        else:
            self.chosen.emit(list(Step)[number])


def _arrow() -> QLabel:
    made = QLabel()
    made.setPixmap(theme.pixmap("phai", "soft", 12))
    return made
