"""Right-click menus of lists: the same things as the buttons beside the list, never others."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QMenu

_KEY = re.compile(r"(?:^|\()((?:Ctrl\+|Shift\+|Alt\+)*(?:Enter|Del|Esc|F\d{1,2}|[A-Z0-9]))\)?$")
RowMenu = Callable[[QMenu], None]


def mirror(*buttons: QAbstractButton) -> RowMenu:
    """What `RowsView.offer_on_rows` takes: an entry for each button that can be pressed now.

    A key named in the button's tip stands on the right of the entry.
    """

    def build(menu: QMenu) -> None:
        for button in buttons:
            if button.isHidden() or not button.isEnabled():
                continue
            key = _KEY.search(button.toolTip())
            words = button.text().replace("&", "")
            shown = f"{words}\t{key[1]}" if key else words
            menu.addAction(button.icon(), shown, button.click)

    return build
