"""A table whose tips are shown as they are written."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QTableView, QToolTip


class PlainTipsView(QTableView):
    """Qt itself would read a «<b>» in a name as HTML."""

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the tip of the cell under the mouse, its signs as signs."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and tip:
                shown = f"<qt>{escape(tip).replace(chr(10), '<br>')}</qt>"
                place = self.visualRect(index)
                QToolTip.showText(event.globalPos(), shown, self.viewport(), place)
                return True
        return super().viewportEvent(event)
