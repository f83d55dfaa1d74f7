"""Which screens there are, in which groups. A new screen is one line here and nothing else."""

from __future__ import annotations

from khenthuong.ui.screens.changes.changes import ChangesScreen
from khenthuong.ui.screens.deadlines import DeadlinesScreen
from khenthuong.ui.screens.examples.examples import ExamplesScreen
from khenthuong.ui.screens.home.home import HomeScreen
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.movements.movements import MovementsScreen
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.layout_check import LayoutCheckScreen
from khenthuong.ui.screens.paperwork.papers import PapersScreen
from khenthuong.ui.screens.paperwork.reports import ReportsScreen
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.screens.statistics.statistics import StatisticsScreen
from khenthuong.ui.screens.suggestions.suggestions import SuggestionsScreen
from khenthuong.ui.shortcuts_sheet import ShortcutsScreen

GROUPS: tuple[tuple[str, tuple[type[Screen], ...]], ...] = (
    ("Hằng ngày", (HomeScreen, RegisterScreen, RoundsScreen, SuggestionsScreen, DeadlinesScreen)),
    ("Phong trào", (MovementsScreen, ExamplesScreen)),
    ("Hồ sơ", (ReportsScreen, PapersScreen, StatisticsScreen, ImportScreen, LayoutCheckScreen)),
    ("Thiết lập", (RulebookScreen, OfficeScreen)),
)
"""From top to bottom as they are used; the first ten have Ctrl+1 … Ctrl+9, Ctrl+0. A group without
screens is not shown. The first screen of all opens at the start."""

BESIDE: tuple[type[Screen], ...] = (ChangesScreen, ShortcutsScreen)
"""Screens without a button in the column; a key or Ctrl+K opens them."""

SCREENS: tuple[type[Screen], ...] = (*(one for _, group in GROUPS for one in group), *BESIDE)
HOME = 0
REGISTER = SCREENS.index(RegisterScreen)
ROUNDS = SCREENS.index(RoundsScreen)
SUGGESTIONS = SCREENS.index(SuggestionsScreen)
DEADLINES = SCREENS.index(DeadlinesScreen)
MOVEMENTS = SCREENS.index(MovementsScreen)
EXAMPLES = SCREENS.index(ExamplesScreen)
REPORTS = SCREENS.index(ReportsScreen)
PAPERS = SCREENS.index(PapersScreen)
IMPORT = SCREENS.index(ImportScreen)
LAYOUT = SCREENS.index(LayoutCheckScreen)
RULEBOOK = SCREENS.index(RulebookScreen)
OFFICE = SCREENS.index(OfficeScreen)
STATISTICS = SCREENS.index(StatisticsScreen)
CHANGES = SCREENS.index(ChangesScreen)
SHORTCUTS = SCREENS.index(ShortcutsScreen)

_NUMBERED = min(10, len(SCREENS) - len(BESIDE))
_OWN_KEYS = {CHANGES: "Ctrl+H", SHORTCUTS: "Ctrl+/"}


def keys_of(number: int) -> str:
    """Ctrl+1 … Ctrl+9, Ctrl+0 for the tenth screen; "" for those after it."""
    if number < _NUMBERED:
        return f"Ctrl+{(number + 1) % 10}"
    return _OWN_KEYS.get(number, "")
