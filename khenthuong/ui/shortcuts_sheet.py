"""Bảng phím tắt: every command with its keys, on one page that can be printed."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMarginsF, QSizeF, Qt, Slot
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label

_MARGIN_MM = 15
_SPOKEN = {"Del": "Del (Xóa)", "Esc": "Esc", "Ctrl+/": "Ctrl + /"}
_IN_FIELDS = (
    ("Alt + chữ gạch chân", "Đến ô có chữ đó gạch chân"),
    ("Tab, Shift+Tab", "Sang ô sau, về ô trước"),
    ("Ctrl+Z, Ctrl+Y", "Trong ô đang gõ: hoàn tác, làm lại chữ vừa gõ"),
    ("Shift+F10", "Trong ô: bảng chọn cắt, chép, dán"),
)


class ShortcutsScreen(Screen):
    """The sheet of keys, made from the registry of commands."""

    title = "Phím tắt"
    icon = "giup"
    help_page = "phim_tat"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page = QTextBrowser()
        self.print = button("In bảng này", "in", tip="Ctrl+P")
        # Assemble
        self.page.setAccessibleName("Bảng phím tắt")
        self.page.setObjectName("sheet")
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addStretch()
        top.addWidget(self.print)
        self.box.addLayout(top)
        self.box.addWidget(self.page, 1)
        # Signals
        self.print.clicked.connect(self.print_shown)

    def refresh(self) -> None:
        """Read the registry."""
        self.page.setHtml(sheet_html())

    def begin_find(self) -> None:
        """Into the sheet."""
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def print_shown(self) -> None:
        """Print the sheet on a printer chosen by the clerk."""
        printer = messages.choose_printer(self)
        if printer is None:
            return
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        paper = QTextDocument()
        paper.setHtml(sheet_html())
        paper.setPageSize(QSizeF(printer.pageRect(printer.Unit.Point).size()))
        paper.print_(printer)
        self.desk.say("Đã gửi bảng phím tắt đến máy in.")


def sheet_html() -> str:
    """The sheet as a page of HTML without colours of its own, fit for screen and paper."""
    from khenthuong.ui.actions import COMMANDS, PARTS

    parts = [
        (part, [(one.keys, one.name) for one in COMMANDS if one.part == part and one.keys])
        for part in PARTS
    ]
    parts.append(("Trong ô nhập", list(_IN_FIELDS)))
    left, right = parts[:2], parts[2:]
    columns = "".join(
        f'<td width="50%" valign="top" style="padding-right: 24px">{"".join(map(_part, some))}</td>'
        for some in (left, right)
    )
    return f"<table width='100%'><tr>{columns}</tr></table>"


def _part(part: tuple[str, list[tuple[str, str]]]) -> str:
    rows = "".join(
        f"<tr><td style='padding: 3px 16px 3px 0; white-space: nowrap'><b>"
        f"{escape(_SPOKEN.get(keys, keys))}</b></td>"
        f"<td style='padding: 3px 0'>{escape(name)}</td></tr>"
        for keys, name in part[1]
    )
    return f"<h3>{escape(part[0])}</h3><table>{rows}</table>"
