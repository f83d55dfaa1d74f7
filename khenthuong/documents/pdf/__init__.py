"""Word files as PDF, by the office program beside ours: LibreOffice, or Word on Windows.

`find_converter()` gives a warm converter, or None where neither program is installed.
"""

from __future__ import annotations

from khenthuong.documents.pdf.converter import Converter, find_converter

__all__ = ["Converter", "find_converter"]
