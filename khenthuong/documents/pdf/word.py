"""Word as converter, through COM on Windows; imported only where Word is installed."""

from __future__ import annotations

import importlib
import os
from pathlib import Path
from typing import Any, cast

from khenthuong.documents.pdf.converter import Converter
from khenthuong.errors import UserError

_PDF = 17
_NO_ALERTS = 0
_MACROS_OFF = 3


class WordConverter(Converter):
    """One hidden Word, begun at the first file. It belongs to the thread that converts."""

    name = "Microsoft Word"

    def __init__(self) -> None:
        self._word: Any = None

    def convert(self, source: Path, target: Path) -> None:
        """See `Converter.convert`."""
        com_error = cast("type[Exception]", importlib.import_module("pywintypes").com_error)

        waiting = target.resolve().with_name(f"{target.stem}.dang-ghi.pdf")
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            opened = self._open().Documents.Open(
                str(source.resolve()), ReadOnly=True, AddToRecentFiles=False, Visible=False
            )
            try:
                opened.ExportAsFixedFormat(str(waiting), _PDF)
            finally:
                opened.Close(False)
            os.replace(waiting, target)
        except com_error as cause:
            self._word = None
            raise UserError("error.pdf_failed", path=source.name, detail=str(cause)) from cause
        finally:
            waiting.unlink(missing_ok=True)

    def close(self) -> None:
        """End Word."""
        if self._word is not None:
            self._word.Quit()
            self._word = None

    def _open(self) -> Any:
        if self._word is None:
            client: Any = importlib.import_module("win32com.client")
            self._word = client.DispatchEx("Word.Application")
            self._word.Visible = False
            self._word.DisplayAlerts = _NO_ALERTS
            self._word.AutomationSecurity = _MACROS_OFF
        return self._word
