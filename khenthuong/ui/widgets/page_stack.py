"""Pages one at a time, in a frame that scrolls where a page needs more room than there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A stack that asks for the room of the page in front only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Signals
        self.currentChanged.connect(self._on_changed)

    def minimumSizeHint(self) -> QSize:
        """What the page in front cannot do without."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())

    def sizeHint(self) -> QSize:
        """The same: there is always more room than that, or the frame scrolls."""
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """The least height at a width; tables and texts above that share what there is."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        return layout.totalMinimumHeightForWidth(width) if layout is not None else -1

    @Slot()
    def _on_changed(self) -> None:
        self.updateGeometry()


class PageFrame(QScrollArea):
    """Scrolls a stack; at the usual text size there is nothing to scroll."""

    def __init__(self, stack: PageStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Assemble
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setWidget(stack)
