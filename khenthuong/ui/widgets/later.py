"""A page of tabs that is made when it is first looked at, so that its screen opens at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Page = TypeVar("Page", bound=QWidget)


class Later(QWidget, Generic[Page]):
    """Holds the place of a page; `page` is the page itself, made on the first ask or show."""

    def __init__(self, make: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._page: Page | None = None
        self._box = QVBoxLayout(self)
        # Assemble
        self._box.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> bool:
        """Whether anybody has looked at it yet."""
        return self._page is not None

    @property
    def page(self) -> Page:
        """The page."""
        if self._page is None:
            self._page = self._make()
            self._box.addWidget(self._page)
        return self._page

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is looked at."""
        self.page.show()
        super().showEvent(event)
