"""Điển hình: the board of good examples, the same as a list, and sudden deeds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from khenthuong.domain import examples
from khenthuong.domain.examples import ExampleSpread, GoodExample
from khenthuong.domain.kinds import ExampleStage
from khenthuong.texts import label as word
from khenthuong.ui import messages, theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.examples import examples_data as data
from khenthuong.ui.screens.examples.board import Board, next_words
from khenthuong.ui.screens.examples.card_panel import CardPanel
from khenthuong.ui.screens.examples.deed_panel import DeedPanel
from khenthuong.ui.screens.examples.propose_panel import ProposePanel
from khenthuong.ui.screens.examples.step_panel import StepPanel
from khenthuong.ui.screens.examples.sudden_page import SuddenPage
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets import list_output
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.empty import EmptyPage
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.menus import mirror
from khenthuong.ui.widgets.quiet import QuietCombo
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

BOARD, LIST, SUDDEN = range(3)
"""Tabs of the left side."""
NOTHING, CARD, STEP, PROPOSE, DEED = range(5)
"""Pages of the side panel."""
_UNSAVED = "Đang điền dở: bấm «Lưu» (Ctrl+S) hoặc «Thôi» (Esc) trước."
_PANEL = 348


class ExamplesScreen(Screen):
    """Good examples and sudden deeds."""

    title = "Điển hình"
    icon = "dien_hinh"
    help_page = "dien_hinh"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view: Any = None
        self._code = ""
        self.movement, self.unit, self.year = QuietCombo(), QuietCombo(), QuietCombo()
        self.sudden = button("Việc đột xuất mới", "lich")
        self.add = button("Thêm điển hình", "them", tip="Ctrl+N")
        self.tabs = QTabWidget()
        self.board = Board()
        self.table = RecordsTable(
            (
                ("Mô hình, điển hình", lambda card: card.example.name),
                ("Của", lambda card: card.name),
                ("Phong trào", lambda card: card.movement_name),
                ("Bước", lambda card: word(card.example.stage)),
                ("Từ ngày", lambda card: card.since),
                ("Minh chứng", lambda card: len(card.example.evidence)),
                ("Việc tiếp", next_words),
            ),
            self,
        )
        self.view = RowsView(self.table, (8, 6, 6, -92, -96, -104, 8), "Điển hình tiên tiến")
        self.note = EmptyNote(self.view, "Chưa có điển hình nào. Bấm «Thêm điển hình» (Ctrl+N).")
        self.export = button("Xuất Excel…", "luu")
        self.paper = button("Lập danh sách của năm", "van_ban")
        self.deeds = SuddenPage()
        self.pages = QStackedWidget()
        self.card = CardPanel()
        self.step = StepPanel(desk)
        self.propose = ProposePanel()
        self.deed = DeedPanel(desk)
        # Assemble
        self._assemble()
        self._connect()

    def refresh(self) -> None:
        """Read again; what is being typed stays."""
        filters = data.Filters(
            self.movement.currentData() or "",
            self.unit.currentData() or "",
            self.year.currentData(),
        )
        self.desk.run(data.read, filters, done=self._on_read, key="examples.read")

    def begin_find(self) -> None:
        """Into the list in front."""
        if self.tabs.currentIndex() == BOARD:
            self.board.begin()
        else:
            view = self.view if self.tabs.currentIndex() == LIST else self.deeds.view
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def new(self) -> None:
        """A new example; in front of the deeds, a new deed."""
        if self.tabs.currentIndex() == SUDDEN:
            self.new_deed()
        elif not self._held():
            self.step.begin_new(self.movement.currentData() or "")
            self._turn(STEP)

    @Slot()
    def new_deed(self) -> None:
        """A new sudden deed."""
        if not self._held():
            self.tabs.setCurrentIndex(SUDDEN)
            self._turn(DEED)
            self.deed.begin()

    @Slot()
    def edit(self) -> None:
        """Change what was noted of the example chosen."""
        if self.card.card is not None and not self._held():
            self.step.begin_edit(self.card.card)
            self._turn(STEP)

    @Slot()
    def save(self) -> None:
        """Write what the side panel asks."""
        if self.pages.currentIndex() == STEP:
            self.step.save()
        elif self.pages.currentIndex() == DEED:
            self.deed.save()

    @Slot()
    def escape(self) -> None:
        """Back to the card, giving up what was typed."""
        self.step.dirty = self.deed.dirty = False
        self._show_chosen()
        self.begin_find()

    def unsaved(self) -> bool:
        """Whether something typed would be lost."""
        page = self.pages.currentIndex()
        return (page == STEP and self.step.dirty) or (page == DEED and self.deed.dirty)

    def go_to(self, code: str) -> None:
        """Open an example."""
        if not self._held():
            self._code = code
            self.tabs.setCurrentIndex(BOARD)
            for one in (self.movement, self.unit, self.year):
                one.setCurrentIndex(0)
            self.refresh()

    def go_to_deed(self, achievement: str) -> None:
        """Open a sudden deed by its achievement's code."""
        if not self._held():
            self.tabs.setCurrentIndex(SUDDEN)
            self.deeds.wanted = achievement
            self.refresh()

    def _on_read(self, view: data.BoardView) -> None:
        self._view = view
        self.movement.fill([("Mọi phong trào", ""), *view.movements])
        self.unit.fill([("Mọi tập thể", ""), *view.units])
        self.year.fill([("Mọi năm", None), *((str(year), year) for year in view.years)])
        self.paper.setEnabled(bool(view.years))
        self.board.show_cards(view.cards)
        self.table.show(view.cards)
        self.deeds.show_cases(view.cases)
        self.tabs.setTabText(SUDDEN, f"Việc đột xuất ({len(view.cases)})")
        asking = self.pages.currentIndex() not in (NOTHING, CARD)
        self.board.blockSignals(asking)  # a form just opened stays, also before a word is typed
        found = self.board.choose(self._code)
        self.board.blockSignals(False)
        if not found and not asking:
            self._code = ""
            self._show_chosen()

    def _find(self, code: str) -> Any:
        cards: Sequence[Any] = self._view.cards if self._view is not None else ()
        return next((one for one in cards if one.example.code == code), None)

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        if not self.unsaved():
            self._code = code
            self._show_chosen()

    @Slot()
    def _on_row(self) -> None:
        card = self.table.record(self.view.row())
        if card is not None and self.tabs.currentIndex() == LIST:
            self.board.choose(card.example.code)

    @Slot()
    def _show_chosen(self) -> None:
        if self.unsaved():
            return
        found = self._find(self._code)
        self.card.show_card(found)
        on_board = self.tabs.currentIndex() != SUDDEN
        self._turn(CARD if found is not None and on_board else NOTHING)

    def _turn(self, page: int) -> None:
        """Show a page of the side panel; deeds have the width to themselves without one."""
        self.pages.setCurrentIndex(page)
        self.pages.setVisible(page != NOTHING or self.tabs.currentIndex() != SUDDEN)

    @Slot(str, object)
    def _on_asked(self, code: str, stage: ExampleStage) -> None:
        """A card is to stand at another step: back at once, forwards after what the step needs."""
        found = self._find(code)
        if found is None or self._held():
            return
        self.board.choose(code)
        if not examples.steps_to(found.example.stage, stage):
            self._write(data.move, found.example, stage, None, said=f"Đã về bước {word(stage)}.")
            return
        self.step.begin_move(found, stage)
        self._turn(STEP)

    def _step(self, side: int) -> None:
        column = self.board.column
        if column is not None:
            column.ask(side)

    @Slot(object)
    def _on_saved(self, value: GoodExample) -> None:
        self._write(data.save, value, said="Đã ghi điển hình.")

    @Slot(object, object, object)
    def _on_moved(
        self, value: GoodExample, stage: ExampleStage, place: ExampleSpread | None
    ) -> None:
        self._write(data.move, value, stage, place, said=f"Đã sang bước {word(stage)}.")

    @Slot(object)
    def _on_spread(self, place: ExampleSpread) -> None:
        self._write(data.add_spread, place, said="Đã ghi nơi nhân rộng, tuyên truyền.")

    @Slot()
    def _on_more_spread(self) -> None:
        if self.card.card is not None and not self._held():
            self.step.begin_spread(self.card.card)
            self._turn(STEP)

    @Slot()
    def _on_remove(self) -> None:
        if self._code:
            self._write(data.remove, self._code, said="Đã bỏ điển hình.")

    @Slot(object)
    def _on_files(self, files: Sequence[Path]) -> None:
        if self._code:
            said = f"Đã thêm {len(files)} tệp minh chứng."
            self._write(data.add_evidence, self._code, files, said=said)

    @Slot(str)
    def _on_file_off(self, name: str) -> None:
        said = f"Đã gỡ «{name}»; tệp vẫn nằm trong kho minh chứng."
        self._write(data.take_off_evidence, self._code, name, said=said)

    @Slot(str)
    def _on_file_opened(self, name: str) -> None:
        self.desk.run(data.evidence_path, name, done=self.desk.show_folder)

    @Slot()
    def _on_propose(self) -> None:
        card = self.card.card

        def offered(offer: Any) -> None:
            self._turn(PROPOSE)
            self.propose.begin(card, offer)

        if card is not None:
            self.desk.run(data.offer, card.example.code, done=offered)

    @Slot(str, str, str)
    def _on_proposed(self, code: str, award: str, round_code: str) -> None:
        said = "Đã ghi thành tích và đưa vào đợt xét."
        self._write(data.propose, code, award, round_code, said=said, kept=code)

    @Slot()
    def _on_open_round(self) -> None:
        card = self.card.card
        if card is not None and card.nominated:
            self.desk.wanted.emit(f"dot:{card.nominated[-1].round.code}:danh_sach", "")

    @Slot()
    def _on_sheet(self) -> None:
        if self.card.card is not None:
            code = self.card.card.example.recipient
            self.desk.run(data.make_sheet, code, done=self._on_paper)

    @Slot()
    def _on_list_paper(self) -> None:
        years = self._view.years if self._view is not None else ()
        year = self.year.currentData() or (years[0] if years else None)
        if year is not None:
            self.desk.run(data.make_list, year, done=self._on_paper)

    def _on_paper(self, made: tuple[Path, str]) -> None:
        self.desk.tell("Đã lập văn bản; bản Word nằm ở màn hình Văn bản.")
        self.desk.preview(*made)

    @Slot(object, str, object, str)
    def _on_recorded(self, deed: Any, award: str, files: Sequence[Path], round_code: str) -> None:
        self.desk.run(
            data.record_deed,
            deed,
            award,
            files,
            round_code,
            done=self._on_deed,
            failed=self._on_deed_refused,
        )

    def _on_deed(self, made: tuple[Any, Any]) -> None:
        recorded, papers = made
        self.deed.dirty = False
        self._turn(NOTHING)
        self.deeds.wanted = recorded.achievement.code
        count = len(papers.papers)
        self.desk.tell(f"Đã ghi việc đột xuất, lập {count} văn bản trong «{recorded.round.name}».")
        self.desk.changed.emit()
        self.refresh()
        self.deeds.show_made(papers)

    def _on_deed_refused(self, error: Exception) -> None:
        self.deed.show_problem(messages.sentence(error))
        self.desk.on_failed(error)

    def _write(self, work: Callable[..., Any], *values: Any, said: str, kept: str = "") -> None:
        """Write on the worker, say so, show the example written."""

        def written(code: str) -> None:
            self.step.dirty = False
            self._code = kept or code
            self._turn(NOTHING)
            self.desk.tell(said)
            self.desk.changed.emit()
            self.refresh()
            self.board.begin()

        def refused(error: Exception) -> None:
            self.step.show_problem(messages.sentence(error))
            self.desk.on_failed(error)

        self.desk.run(work, *values, done=written, failed=refused)

    def _held(self) -> bool:
        if self.unsaved():
            self.desk.say(_UNSAVED, "warn")
        return self.unsaved()

    def _connect(self) -> None:
        for combo in (self.movement, self.unit, self.year):
            combo.currentIndexChanged.connect(self.refresh)
        self.add.clicked.connect(self._on_add)
        self.sudden.clicked.connect(self.new_deed)
        self.tabs.currentChanged.connect(self._show_chosen)
        self.board.asked.connect(self._on_asked)
        self.board.chosen.connect(self._on_chosen)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.export.clicked.connect(lambda: list_output.export(self.view))
        self.paper.clicked.connect(self._on_list_paper)
        self.card.forward.clicked.connect(lambda: self._step(1))
        self.card.back.clicked.connect(lambda: self._step(-1))
        self.card.spread.clicked.connect(self._on_more_spread)
        self.card.propose.clicked.connect(self._on_propose)
        self.card.open_round.clicked.connect(self._on_open_round)
        self.card.edit.clicked.connect(self.edit)
        self.card.paper.clicked.connect(self._on_sheet)
        self.card.remove.clicked.connect(self._on_remove)
        self.card.files.added.connect(self._on_files)
        self.card.files.taken_off.connect(self._on_file_off)
        self.card.files.opened.connect(self._on_file_opened)
        self.step.saved.connect(self._on_saved)
        self.step.moved.connect(self._on_moved)
        self.step.spread.connect(self._on_spread)
        self.propose.proposed.connect(self._on_proposed)
        self.deed.recorded.connect(self._on_recorded)
        self.deeds.wanted_place.connect(self.desk.wanted)
        for panel in (self.step, self.propose, self.deed):
            panel.left.connect(self.escape)

    @Slot()
    def _on_add(self) -> None:
        if self.tabs.currentIndex() == SUDDEN:
            self.tabs.setCurrentIndex(BOARD)
        self.new()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        for name, combo, width in (
            ("Phong trào", self.movement, 210),
            ("Tập thể", self.unit, 180),
            ("Năm", self.year, 148),
        ):
            combo.setAccessibleName(name)
            theme.hold(combo, fixed_width=width)
            top.addWidget(combo)
        top.addStretch()
        top.addWidget(self.sudden)
        top.addWidget(self.add)
        self.box.addLayout(top)
        self.tabs.addTab(self.board, "Bảng")
        self.tabs.addTab(self._list_page(), "Danh sách")
        self.tabs.addTab(self.deeds, "Việc đột xuất")
        self.pages.addWidget(
            EmptyPage(
                "dien_hinh",
                "Chưa chọn điển hình nào",
                "Chọn một thẻ để xem; Ctrl+→ sang bước tiếp, Ctrl+← lùi lại.",
            )
        )
        for page in (self.card, self.step, self.propose, self.deed):
            self.pages.addWidget(page)
        theme.hold(self.pages, least_width=_PANEL)
        split = QSplitter()
        split.addWidget(self.tabs)
        split.addWidget(self.pages)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        self.box.addWidget(split, 1)

    def _list_page(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addWidget(self.paper)
        buttons.addStretch()
        buttons.addWidget(self.export)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addLayout(buttons)
        self.view.offer_on_rows(mirror(self.card.edit, self.card.propose, self.export))
        return page
