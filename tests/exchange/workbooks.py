"""Workbooks as clerks make them, written with openpyxl; and the catalogue they are read with."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from khenthuong.domain.batch import Batch, Fault
from khenthuong.domain.vietnamese import fold
from khenthuong.exchange.workbook_reader import read_workbook

TODAY = date(2026, 11, 22)
AWARDS = {
    "chien_si_thi_dua_co_so": ("Chiến sĩ thi đua cơ sở", "CSTĐCS"),
    "lao_dong_tien_tien": ("Lao động tiên tiến", "LĐTT"),
}
NAMES = tuple(names[0] for names in AWARDS.values())


def match_award(text: str) -> tuple[str, str] | None:
    """By id, name or abbreviation."""
    for award, names in AWARDS.items():
        if fold(text) in {fold(award), *(fold(name) for name in names)}:
            return award, names[0]
    return None


def make(path: Path, **sheets: Any) -> Path:
    """Save sheets given as name → rows; the first row of a sheet is its header."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        page = workbook.create_sheet(name)
        for row in rows:
            page.append(row)
    workbook.save(path)
    return path


def read(path: Path) -> tuple[Batch, list[Fault]]:
    """Read with the small catalogue and a fixed day."""
    return read_workbook(path, match_award, award_names=NAMES, today=TODAY)


def codes(faults: list[Fault]) -> list[str]:
    """The codes of the faults in order."""
    return [fault.code for fault in faults]
