"""What may stand in place of the list and the panel of Sổ, each made when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.register.form_card import FormCard
from khenthuong.ui.screens.register.merge_page import MergePage
from khenthuong.ui.screens.register.move_card import MoveCard
from khenthuong.ui.screens.register.reform_card import ReformCard
from khenthuong.ui.screens.register.year_sheet import YearSheet

Page = YearSheet | FormCard | MergePage


class RegisterPages(QStackedWidget):
    """`entered` and `left` when a page opens and closes, `written` (code or "") when one wrote."""

    entered = Signal()
    left = Signal()
    written = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made: dict[type[QWidget], Page] = {}
        self.hide()

    @property
    def years(self) -> YearSheet:
        """Awards and ratings by year."""
        page = self._page(YearSheet)
        assert isinstance(page, YearSheet)
        return page

    @property
    def duplicates(self) -> MergePage:
        """Likely pairs, side by side."""
        page = self._page(MergePage)
        assert isinstance(page, MergePage)
        return page

    @property
    def mover(self) -> MoveCard:
        """People to another unit."""
        page = self._page(MoveCard)
        assert isinstance(page, MoveCard)
        return page

    @property
    def reform(self) -> ReformCard:
        """Units merged, split, renamed, dissolved."""
        page = self._page(ReformCard)
        assert isinstance(page, ReformCard)
        return page

    @property
    def open(self) -> Page | None:
        """The page being looked at; None while list and panel are."""
        if self.isHidden():
            return None
        return next((p for p in self._made.values() if p.isVisibleTo(self)), None)

    @property
    def dirty(self) -> bool:
        """Whether the open page holds something not saved."""
        page = self.open
        return page.dirty if isinstance(page, YearSheet | FormCard) else False

    def begin_move(self, codes: Sequence[str]) -> None:
        """Ask where these people go."""
        self._show(self.mover)
        self.mover.begin(codes)

    def begin_reform(self, codes: Sequence[str], names: Sequence[str]) -> None:
        """Ask what becomes of these units."""
        self._show(self.reform)
        self.reform.begin(codes, names)

    def begin_merge(self, codes: Sequence[str]) -> None:
        """Likely pairs, or just the two."""
        self._show(self.duplicates)
        self.duplicates.begin(codes)

    def begin_years(self, unit: str, codes: Sequence[str]) -> None:
        """Awards and ratings of a unit's people, or of just these."""
        self._show(self.years)
        self.years.begin(unit, codes)

    @property
    def typed_years(self) -> dict[str, object] | None:
        """The changed cells of the sheet by year; None while it is not open."""
        page = self.open
        return page.typed() if isinstance(page, YearSheet) else None

    def put_back_years(self, typed: Mapping[str, object]) -> None:
        """Open the sheet by year as it stood."""
        self._show(self.years)
        self.years.put_back(typed)

    def save(self) -> None:
        """Save what the open page asks."""
        page = self.open
        if page is not None:
            page.save()

    def escape(self) -> None:
        """Leave the open page as it leaves itself."""
        page = self.open
        if isinstance(page, YearSheet):
            page.escape()
        elif isinstance(page, FormCard):
            page.stop()
        elif page is not None:
            self._on_closed()

    def _page(self, kind: type[YearSheet | FormCard | MergePage]) -> Page:
        if kind not in self._made:
            made: Page = kind(self._desk)  # type: ignore[call-arg]
            made.closed.connect(self._on_closed)
            if isinstance(made, MergePage):
                made.written.connect(self.written)
            else:
                made.written.connect(self._on_written)
            self._made[kind] = made
            self.addWidget(_scrolled(made) if isinstance(made, FormCard) else made)
        return self._made[kind]

    def _show(self, page: Page) -> None:
        place = next(n for n in range(self.count()) if _holds(self.widget(n), page))
        self.setCurrentIndex(place)
        page.show()
        self.show()
        self.entered.emit()

    @Slot()
    def _on_written(self) -> None:
        self.written.emit("")

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.left.emit()


def _scrolled(card: FormCard) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(card)
    return area


def _holds(widget: QWidget | None, page: Page) -> bool:
    return widget is page or (isinstance(widget, QScrollArea) and widget.widget() is page)
