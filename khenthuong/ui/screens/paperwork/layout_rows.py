"""The rows of «Kiểm tra thể thức»: one component each, what deviates, what the decree asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from khenthuong.domain.kinds import Status
from khenthuong.domain.layout import Outcome, PagePart, Weight
from khenthuong.texts import label as word
from khenthuong.texts import say
from khenthuong.ui import theme
from khenthuong.ui.widgets.labels import label, rule

_STATUS = {
    Outcome.RIGHT: Status.MET,
    Outcome.OFF: Status.NOT_MET,
    Outcome.ABSENT: Status.NOT_APPLICABLE,
    Outcome.NOT_JUDGED: Status.NOT_APPLICABLE,
}


def is_open(text: Any) -> bool:
    """Whether a component has anything to look at."""
    return bool(text.missing or text.deviations)


def is_idle(text: Any) -> bool:
    """Whether a component is neither there nor asked for."""
    return not is_open(text) and text.outcome in (Outcome.ABSENT, Outcome.NOT_JUDGED)


class ComponentRow(QFrame):
    """One component: shape, name, the words of the paper, what deviates, what is asked."""

    def __init__(self, text: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setObjectName("finding")
        status = _status(text)
        state = _state(text)
        picture = QLabel()
        picture.setPixmap(theme.status_pixmap(status))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        picture.setToolTip(state)
        quote = f": {text.quote}" if text.quote else ""
        heading = label(f"{text.name}{quote}", "subheading" if is_open(text) else "", wrap=True)
        heading.setAccessibleName(f"{state}: {text.name}{quote}")
        # Assemble
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(picture, 0, 0)
        layout.addWidget(heading, 0, 1)
        for number, sentence in enumerate(self.sentences, start=1):
            told = label(sentence, "", wrap=True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(told, number, 1)
        asked = label(f"{state} · {text.rule} · {text.cite}", "quiet", wrap=True)
        layout.addWidget(asked, len(self.sentences) + 1, 1)

    @property
    def sentences(self) -> list[str]:
        """What deviates, in words."""
        if self.text.missing:
            return [f"Phải: {say('layout.missing')}"]
        return [_sentence(deviation, self.text.quote) for deviation in self.text.deviations]


class LayoutPanel(QScrollArea):
    """All components of a paper, in the order of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Từng thành phần thể thức")
        self.rows: list[ComponentRow] = []

    def show_texts(self, texts: Sequence[Any], *, only_open: bool) -> None:
        """Show the components of one paper, or only those with something to look at."""
        self.rows = []
        page = QWidget()
        page.setObjectName("scrolled")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 12, 8)
        layout.setSpacing(4)
        for part in PagePart:
            own = [t for t in texts if t.part is part and not is_idle(t)]
            shown = [t for t in own if is_open(t) or not only_open]
            if shown:
                layout.addWidget(rule())
                layout.addWidget(label(word(part), "heading"))
            for text in shown:
                row = ComponentRow(text)
                self.rows.append(row)
                layout.addWidget(row)
        idle = [text.name for text in texts if is_idle(text)]
        if idle and not only_open:
            layout.addWidget(rule())
            words = f"Không có hoặc không xét, không buộc phải có: {'; '.join(idle)}."
            layout.addWidget(label(words, "quiet", wrap=True))
        if not self.rows:
            layout.addWidget(label("Không có chỗ nào lệch.", "soft"))
        layout.addStretch()
        self.setWidget(page)


def _status(text: Any) -> Status:
    if text.missing:
        return Status.NOT_MET
    if text.deviations and text.outcome is Outcome.RIGHT:
        return Status.TO_COMPARE
    return _STATUS[text.outcome]


def _state(text: Any) -> str:
    if text.deviations and text.outcome is Outcome.RIGHT:
        return "Đúng, có điều nên làm"
    return word(text.outcome)


def _sentence(deviation: Any, shown: str) -> str:
    """«Phải: cỡ chữ 11; quy định: cỡ 12 đến 13 – «…» (3 chỗ)»."""
    asked = "quy định" if deviation.weight is Weight.MUST else "nên"
    told = f"{word(deviation.weight)}: {deviation.found}; {asked}: {deviation.asked}"
    if deviation.quote and deviation.quote != shown:
        told += f" – «{deviation.quote}»"
    return told + (f" ({deviation.times} chỗ)" if deviation.times > 1 else "")
