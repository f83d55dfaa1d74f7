"""What the tab «Biểu mẫu» reads and writes, on the worker."""

from __future__ import annotations

from datetime import date
from typing import Any


def survey(ws: Any) -> tuple[Any, ...]:
    """Every form file with what is wrong in it."""
    from khenthuong.services.paperwork import form_check

    return form_check.survey(ws)


def survey_again(ws: Any) -> tuple[Any, ...]:
    """The same, after reading the files anew."""
    from khenthuong.services.paperwork import form_check

    return form_check.survey_again(ws)


def confirm(ws: Any, state: Any, by: str, document: str, day: date) -> None:
    """«Đã đối chiếu»."""
    from khenthuong.services.paperwork import form_check
    from khenthuong.services.rulebook.confirmations import Grounds

    form_check.confirm(ws, state, Grounds(by, document, day))


def withdraw(ws: Any, state: Any, reason: str) -> None:
    """Take a confirmation back."""
    from khenthuong.services.paperwork import form_check

    form_check.withdraw(ws, state, reason)
