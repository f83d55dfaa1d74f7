"""What the window may ask of every screen; each screen overrides what it can do."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from khenthuong.services.drafts import Draft
from khenthuong.ui.desk import Desk


class Screen(QWidget):
    """One page of the program. `title` names it, `help_page` its place in the manual.

    A screen answers the window's keys by having its own method of that name (`can`).
    """

    title = ""
    icon = ""
    help_page = ""
    holds: tuple[str, ...] = ()
    """The sorts of things (`domain.finding.Sort`) that this screen shows when they are found."""
    draft_key = ""
    """What the files of this screen's drafts are called; "" where it keeps none this way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName("page")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 8, 16, 8)
        self.box.setSpacing(8)

    def refresh(self) -> None:
        """Read again from the books (F5, and whenever the screen is opened)."""

    def begin_find(self) -> None:
        """Put the keyboard into the search box (Ctrl+F)."""

    def arrive(self) -> None:
        """The screen has just been opened: put the keyboard where work begins."""
        self.begin_find()

    def new(self) -> None:
        """Begin something new (Ctrl+N)."""

    def edit(self) -> None:
        """Edit the chosen row (F2)."""

    def list_missing(self) -> None:
        """Show everything that is still missing (Ctrl+G)."""

    def print_shown(self) -> None:
        """Show as pages, or print, what is shown (Ctrl+P)."""

    def save(self) -> None:
        """Save what is being edited (Ctrl+S)."""

    def escape(self) -> None:
        """Leave what is being edited (Esc)."""

    def unsaved(self) -> bool:
        """Whether something edited would be lost."""
        return False

    def would_lose(self) -> bool:
        """Whether closing the program would lose something typed."""
        return self.unsaved()

    def show_found(self, sort: str, key: str, of: str) -> None:
        """Show a thing that Ctrl+K found: its sort, its key and what it belongs to."""

    def draft(self) -> Draft | None:
        """What is being typed and not saved, as it stands now; asked for every second."""
        return None

    def restore(self, draft: Draft) -> None:
        """Put a draft back into the very form it was typed in."""

    def can(self, name: str) -> bool:
        """Whether this screen has its own answer to a key: "new", "edit", "print_shown" …"""
        return getattr(type(self), name) is not getattr(Screen, name)

    def help_place(self) -> str:
        """Where the manual tells of what is open now: ``page#anchor``."""
        return self.help_page

    def leave(self) -> None:
        """The program closes: keep what can be kept."""
