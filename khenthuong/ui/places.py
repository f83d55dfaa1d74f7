"""Going to the place where something is mended or shown: a finding's cure, a found name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from khenthuong.domain.kinds import RecipientKind, Step
from khenthuong.domain.years import Year
from khenthuong.ui.cures import Place
from khenthuong.ui.navigation import (
    DEADLINES,
    EXAMPLES,
    IMPORT,
    MOVEMENTS,
    OFFICE,
    PAPERS,
    REGISTER,
    REPORTS,
    ROUNDS,
    RULEBOOK,
    SUGGESTIONS,
)
from khenthuong.ui.screens.examples.examples import ExamplesScreen
from khenthuong.ui.screens.movements.movements import MovementsScreen
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.reports import ReportsScreen
from khenthuong.ui.screens.register.register import KINDS, RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen
from khenthuong.ui.screens.suggestions.suggestions import SuggestionsScreen

if TYPE_CHECKING:
    from khenthuong.ui.main_window import MainWindow


def go(window: MainWindow, place: Place) -> None:
    """Open the screen of a place and show what is meant there."""
    if place.tab is not None:
        _to_register(window, place)
    elif place.step is not None:
        _to_round(window, place)
    elif place.report:
        _to_report(window, place)
    elif place.year:
        _to_suggestions(window, place)
    elif place.criterion is not None:
        _to_rule(window, place.criterion)
    else:
        _to_screen(window, place)


def _to_screen(window: MainWindow, place: Place) -> None:
    if place.movement:
        _to_movement(window, place.movement)
    elif place.example or place.deed:
        _to_example(window, place)
    elif place.draft:
        window.open_draft(place.draft)
    elif place.screen in _BEGIN:
        _BEGIN[place.screen](window)
    elif place.screen:
        window.open_screen(_SCREENS[place.screen])
    elif place.office:
        window.open_screen(OFFICE)
        window.made_screen(OFFICE).begin_find()


_SCREENS = {
    "so": REGISTER,
    "dot_xet": ROUNDS,
    "thoi_han": DEADLINES,
    "bieu_mau": REPORTS,
    "van_ban": PAPERS,
    "nhap": IMPORT,
}


def _to_backup(window: MainWindow) -> None:
    window.open_screen(OFFICE)
    office = window.made_screen(OFFICE)
    if isinstance(office, OfficeScreen):
        office.tabs.setCurrentWidget(office.backup)
        office.backup.back_up.setFocus(Qt.FocusReason.OtherFocusReason)


def _new_recipient(kind: RecipientKind, window: MainWindow) -> None:
    window.open_screen(REGISTER)
    register = window.made_screen(REGISTER)
    if isinstance(register, RegisterScreen):
        register.kinds.setCurrentIndex(KINDS.index(kind))
        register.new()


def _new_round(window: MainWindow) -> None:
    window.open_screen(ROUNDS)
    rounds = window.made_screen(ROUNDS)
    if isinstance(rounds, RoundsScreen):
        rounds.add.click()


def _new_nomination(window: MainWindow) -> None:
    window.open_screen(ROUNDS)
    rounds = window.made_screen(ROUNDS)
    if isinstance(rounds, RoundsScreen):
        rounds.go_to("", Step.LIST)
        rounds.new()


_BEGIN = {
    "sao_luu": _to_backup,
    "tap_the_moi": partial(_new_recipient, RecipientKind.UNIT),
    "nguoi_moi": partial(_new_recipient, RecipientKind.PERSON),
    "dot_xet_moi": _new_round,
    "de_nghi_moi": _new_nomination,
}
"""Places where something begins."""


def _to_movement(window: MainWindow, code: str) -> None:
    window.open_screen(MOVEMENTS)
    movements = window.made_screen(MOVEMENTS)
    if isinstance(movements, MovementsScreen):
        movements.go_to(code)


def _to_example(window: MainWindow, place: Place) -> None:
    window.open_screen(EXAMPLES)
    examples = window.made_screen(EXAMPLES)
    if isinstance(examples, ExamplesScreen):
        if place.deed:
            examples.go_to_deed(place.deed)
        else:
            examples.go_to(place.example)


def _to_rule(window: MainWindow, criterion: tuple[str, str]) -> None:
    window.open_screen(RULEBOOK)
    rules = window.made_screen(RULEBOOK)
    if isinstance(rules, RulebookScreen):
        rules.go_to(*criterion)


def _to_register(window: MainWindow, place: Place) -> None:
    register = window.made_screen(REGISTER)
    window.open_screen(REGISTER)
    if isinstance(register, RegisterScreen):
        register.go_to(place.code, place.tab or "", place.field, place.record)


def _to_round(window: MainWindow, place: Place) -> None:
    rounds = window.made_screen(ROUNDS)
    if not isinstance(rounds, RoundsScreen) or place.step is None:
        return
    if window.screen_open is not rounds:
        window.open_screen(ROUNDS)
    rounds.go_to(place.round, place.station or place.step, council=place.council)
    if place.station is not None:
        rounds.go_to_dossier(place.station, place.code, place.field)
    elif place.step is Step.MEETING and place.record:
        rounds.meetings.go_to(place.record, place.code)
    elif place.edit and place.code:
        rounds.nominations.begin_edit(place.code, place.field)
    elif place.edit:
        rounds.edit_round(place.field)


def _to_report(window: MainWindow, place: Place) -> None:
    reports, rounds = window.made_screen(REPORTS), window.made_screen(ROUNDS)
    if isinstance(reports, ReportsScreen) and isinstance(rounds, RoundsScreen):
        reports.go_to(rounds.round_code, place.code)
        window.open_screen(REPORTS)


def _to_suggestions(window: MainWindow, place: Place) -> None:
    suggestions = window.made_screen(SUGGESTIONS)
    if isinstance(suggestions, SuggestionsScreen):
        suggestions.expect(Year.parse(place.year), place.round)
        window.open_screen(SUGGESTIONS)
