"""Why: the four demands of one nomination, each finding in plain words with its citation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain.kinds import Checked, Principle, Status
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.screens.rounds.round_data import Explained, FindingText
from khenthuong.ui.widgets.buttons import link
from khenthuong.ui.widgets.labels import label, rule

GO = "Đến chỗ sửa"
_SETTLED = (Status.MET, Status.NOT_APPLICABLE)


class FindingRow(QFrame):
    """One finding: shape, sentence, citation, how sure; and the way to its cure."""

    wanted = Signal(str)
    proving = Signal(str, str)

    def __init__(self, text: FindingText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding = text.finding
        self._cure = finding.cure
        self.setObjectName("finding")
        picture = QLabel()
        picture.setPixmap(theme.status_pixmap(finding.status, reached=finding.reached))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        picture.setToolTip(_state(text))
        sentence = label(text.sentence, wrap=True)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sentence.setAccessibleName(f"{_state(text)}: {text.sentence}")
        self.go = link(GO)
        self.prove = link("")
        self._said = finding.label or text.sentence
        # Assemble
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(picture, 0, 0)
        layout.addWidget(sentence, 0, 1)
        layout.addLayout(self._below(text), 1, 1)
        for number, child in enumerate(_telling(text), start=2):
            row = FindingRow(child)
            row.wanted.connect(self.wanted)
            layout.addWidget(row, number, 1)
        # Signals
        self.go.clicked.connect(self._on_go)
        self.prove.clicked.connect(self._on_prove)

    def offer_proof(self, count: int) -> None:
        """Offer to lay files beside the finding; `count` lie there."""
        words = f"Minh chứng ({count})" if count else "Gắn minh chứng"
        self.prove.setText(words)
        self.prove.setAccessibleName(f"{words}: {self._said}")
        self.prove.show()

    def _below(self, text: FindingText) -> QHBoxLayout:
        finding = text.finding
        parts = [_state(text), text.cite]
        if finding.doubt is not Checked.TEXT:
            parts.append(f"căn cứ {word(finding.doubt)}")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label(" · ".join(part for part in parts if part), "quiet", wrap=True), 1)
        line.addWidget(self.prove, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.prove.hide()
        if not finding.cure or finding.status in _SETTLED:
            self.go.hide()  # never shown from here: without a parent it would be a window
        self.go.setAccessibleName(f"{GO}: {text.sentence}")
        return line

    @Slot()
    def _on_go(self) -> None:
        self.wanted.emit(self._cure)

    @Slot()
    def _on_prove(self) -> None:
        self.proving.emit(self.finding.id, self._said)


class FindingsPanel(QScrollArea):
    """All findings of a nomination; `wanted` (cure) asks to go where one is mended.

    `proving` (criterion, its words) asks for the files that prove one.
    """

    wanted = Signal(str)
    proving = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows: list[FindingRow] = []

    def show_explained(self, explained: Explained) -> None:
        """Show the findings of one nomination."""
        self.rows = []
        page = QWidget()
        page.setObjectName("scrolled")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 12, 8)
        layout.setSpacing(4)
        for said in explained.answers:
            layout.addWidget(label(said, "subheading", wrap=True))
        principles = explained.line.check.principles if explained.line.check else {}
        idle = 0
        # Stable: the principles with something open first, each part in the law's order.
        for principle, every in sorted(
            explained.by_principle.items(), key=lambda item: not any(map(_open, item[1]))
        ):
            every = sorted(every, key=lambda text: not _open(text))
            texts = [t for t in every if t.finding.status is not Status.NOT_APPLICABLE]
            idle += len(every) - len(texts)
            if texts:
                layout.addWidget(rule())
                status = principles.get(principle, Status.NOT_APPLICABLE)
                layout.addLayout(self._heading(principle, status))
            for text in texts:
                row = FindingRow(text)
                row.wanted.connect(self.wanted)
                row.proving.connect(self.proving)
                self.rows.append(row)
                layout.addWidget(row)
        if idle:
            layout.addWidget(rule())
            layout.addWidget(
                label(f"{idle} tiêu chuẩn khác không áp dụng cho đề nghị này.", "quiet", wrap=True)
            )
        layout.addStretch()
        self.setWidget(page)

    def show_proofs(self, found: tuple[Mapping[str, int], frozenset[str]]) -> None:
        """Offer files on the findings that files can prove, with how many lie there."""
        counts, provable = found
        for row in self.rows:
            if row.finding.id in provable:
                row.offer_proof(counts.get(row.finding.id, 0))

    def show_texts(self, texts: Sequence[FindingText]) -> None:
        """Show findings without grouping: those of a round as a whole."""
        self.rows = []
        page = QWidget()
        page.setObjectName("scrolled")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 12, 8)
        for text in texts:
            row = FindingRow(text)
            row.wanted.connect(self.wanted)
            self.rows.append(row)
            layout.addWidget(row)
        layout.addStretch()
        self.setWidget(page)

    def _heading(self, principle: Principle, status: Status) -> QHBoxLayout:
        line = QHBoxLayout()
        state = label(word(status).lower(), "subheading")
        theme.tint(state, theme.STATUS_COLOUR[status])
        line.addWidget(label(word(principle), "subheading"))
        line.addStretch()
        line.addWidget(state)
        return line


def _open(text: FindingText) -> bool:
    return text.finding.status not in _SETTLED


def _state(text: FindingText) -> str:
    return word(text.finding.status) if text.finding.reached else "Chưa đến bước"


def _telling(text: FindingText) -> tuple[FindingText, ...]:
    """What lies under a finding that is not settled and does not merely repeat its sentence."""
    if text.finding.status in _SETTLED:
        return ()
    found: list[FindingText] = []
    for child in text.children:
        if child.finding.status in _SETTLED:
            continue
        repeats = child.sentence in text.sentence
        found += _telling(child) if repeats else (child,)
    return tuple(found)
