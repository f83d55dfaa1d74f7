"""Sổ: tập thể, cá nhân, hộ gia đình; search as you type; the selected one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QTabBar, QVBoxLayout, QWidget

from khenthuong.domain.kinds import RecipientKind
from khenthuong.services.drafts import Draft
from khenthuong.texts import label as word
from khenthuong.ui import theme
from khenthuong.ui.desk import Desk
from khenthuong.ui.models.register_table import RegisterTable
from khenthuong.ui.screens.register import register_columns as columns
from khenthuong.ui.screens.register.nominate_card import NominateCard
from khenthuong.ui.screens.register.register_pages import RegisterPages
from khenthuong.ui.screens.register.year_sheet import YearSheet
from khenthuong.ui.screens.rounds.recipient_panel import KEY, RecipientPanel
from khenthuong.ui.screens.screen import Screen
from khenthuong.ui.widgets.buttons import button, toggle
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.search_box import SearchBox
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

KINDS = tuple(RecipientKind)
_BY_YEAR = "nhap_theo_nam"
_UNSAVED = "Đang sửa dở: bấm «Lưu» (Ctrl+S) hoặc «Bỏ thay đổi» (Esc) trước khi sang dòng khác."


class RegisterScreen(Screen):
    """The register."""

    title = "Sổ"
    icon = "so"
    draft_key = KEY
    holds = ("tap_the", "ca_nhan", "ho_gia_dinh", "sang_kien")
    help_page = "so"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._kind = RecipientKind.PERSON
        self._wanted = ""
        self._beginning = False
        self._wanted_tab: tuple[str, str, str] | None = None
        self._draft: Draft | None = None
        self.kinds = QTabBar()
        self.search = SearchBox("Tìm theo tên hoặc mã (Ctrl+F)")
        self.bin = toggle("Thùng rác", "xoa")
        self.add = button("Thêm", "them", primary=True, tip="Ctrl+N")
        self.table = RegisterTable(desk, _rows, columns.headings(self._kind), self)
        self.view = RowsView(
            self.table,
            columns.weights(self._kind),
            _list_name(self._kind),
            many=True,
            hidden=columns.hidden(self._kind),
        )
        self._note = EmptyNote(self.view, "")
        self._count = label("", "quiet")
        self.nominate = NominateCard(desk)
        self.by_year = button(
            "Nhập theo năm…", "lich", tip="Khen thưởng, xếp loại của một tập thể dạng bảng"
        )
        self.pages = RegisterPages(desk)
        self.twins = button("Trùng…", tip="Những dòng có vẻ là một; gộp hai dòng làm một")
        self._split = QSplitter()
        self.panel = RecipientPanel(desk)
        # Assemble
        self._assemble()
        # Signals
        self.kinds.currentChanged.connect(self._on_kind)
        self.search.searched.connect(self._on_searched)
        self.table.arranged.connect(self.refresh)
        self.search.left_down.connect(self._on_left_down)
        self.bin.toggled.connect(self._on_bin_toggled)
        self.add.clicked.connect(self.new)
        self.by_year.clicked.connect(self.open_years)
        self.twins.clicked.connect(self.open_twins)
        self.pages.entered.connect(self._on_page_entered)
        self.pages.left.connect(self._on_page_left)
        self.pages.written.connect(self._on_page_written)
        self.nominate.closed.connect(self.view.setFocus)
        self.view.offer_on_rows(self._fill_row_menu)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.panel.written.connect(self._on_written)
        self.panel.left.connect(self._on_left)
        # In a turn of its own: together with the first person it would hold the window.
        QTimer.singleShot(0, self.panel, self._prepare)

    @Slot()
    def _prepare(self) -> None:
        self.panel.prepare(self._kind)

    def refresh(self) -> None:
        """Read the list again; the selected one stays selected."""
        self._load(self.panel.code)

    def begin_find(self) -> None:
        """Into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def new(self) -> None:
        """An empty form of the open kind, or a new record when a record tab is open."""
        if self._held():
            return
        self.bin.setChecked(False)
        self.view.clearSelection()
        self._beginning = True
        self.panel.begin_new(self._kind)

    def save(self) -> None:
        """Save the open form or sheet."""
        if self.pages.open is not None:
            self.pages.save()
        else:
            self.panel.save()

    def escape(self) -> None:
        """Undo what was typed."""
        if self.pages.open is not None:
            self.pages.escape()
        else:
            self.panel.undo_changes()

    def unsaved(self) -> bool:
        """Whether the panel or the sheet holds something not saved."""
        return self.panel.dirty or self.pages.dirty

    @property
    def years(self) -> YearSheet:
        """Awards and ratings by year."""
        return self.pages.years

    def go_to(self, code: str, tab: str = "", field: str = "", record: str = "") -> None:
        """Show a recipient (of any kind), open a tab, put the keyboard there.

        `record` is the year or code of the record meant: it is opened, or begun when missing.
        """
        if self._held():
            return
        self._leave_page()
        self._wanted_tab = (tab, field, record)
        self.desk.run(_kind_of, code, done=self._on_kind_found)

    def show_found(self, sort: str, key: str, of: str) -> None:
        """A recipient; an initiative among the records of its first author."""
        if sort == "sang_kien":
            self.go_to(of, "initiatives", record=key)
        else:
            self.go_to(key)

    def draft(self) -> Draft | None:
        """What stands in the form on the right, or on the sheet by year."""
        typed = self.pages.typed_years
        if typed is not None:
            return Draft(KEY, _BY_YEAR, "Sổ, nhập theo năm", {"code": "", "kind": ""}, typed)
        return self.panel.draft()

    def restore(self, draft: Draft) -> None:
        """Open the recipient, or a new one of its kind, and fill in the form."""
        if self._held():
            return
        if draft.part == _BY_YEAR:
            self.pages.put_back_years(draft.values)
            return
        if draft.at["code"]:
            self._draft = draft
            self.go_to(draft.at["code"])
            return
        self.kinds.setCurrentIndex(KINDS.index(RecipientKind(draft.at["kind"])))
        self.new()
        self.panel.put_back(draft)

    def edit(self) -> None:
        """Into the form of the chosen one, or its chosen record when those are open."""
        self.panel.begin_edit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del bins, Enter goes into the form."""
        if (
            watched is self.view
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self.panel.code
        ):
            if event.key() == Qt.Key.Key_Delete and not self.bin.isChecked():
                self._on_bin_chosen()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.panel.open_tab("")
                return True
        return super().eventFilter(watched, event)

    def _load(self, wanted: str = "") -> None:
        self._wanted = wanted
        self.desk.run(
            _search,
            self._kind,
            self.search.text(),
            self.bin.isChecked(),
            self._order(),
            done=self._on_found,
            key="register.search",
        )

    @property
    def chosen(self) -> list[str]:
        """The codes of all rows chosen."""
        return self.table.codes(self.view.rows())

    @Slot()
    def open_years(self) -> None:
        """The sheet by year: of the unit shown, or of the unit of the person shown."""
        if self._held():
            return
        many = self.chosen if len(self.view.rows()) > 1 else []
        self.pages.begin_years(self.panel.unit, many)

    @Slot()
    def open_twins(self) -> None:
        """Rows that may be one and the same; the two chosen when they are two."""
        if not self._held():
            chosen = self.chosen
            self.pages.begin_merge(chosen if len(chosen) == 2 else ())

    @Slot()
    def _on_move(self) -> None:
        if not self._held() and self.chosen:
            chosen = self.chosen
            self.pages.begin_move(chosen)

    @Slot()
    def _on_reform(self) -> None:
        if not self._held() and self.chosen:
            chosen = self.chosen
            names = [str(self.table.index(row, 0).data()) for row in self.view.rows()]
            self.pages.begin_reform(chosen, names)

    @Slot()
    def _on_page_entered(self) -> None:
        self._show_page(shown=True)

    @Slot()
    def _on_page_left(self) -> None:
        self._show_page(shown=False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_page_written(self, code: str) -> None:
        self.desk.changed.emit()
        self._load(code or self.panel.code)

    def _show_page(self, *, shown: bool) -> None:
        self._split.setVisible(not shown)
        self.pages.setVisible(shown)
        for widget in (self.kinds, self.bin, self.add, self.by_year, self.twins):
            widget.setEnabled(not shown)

    def _fill_row_menu(self, menu: QMenu) -> None:
        """What can be done with the rows chosen."""
        many = len(self.view.rows())
        binned = self.bin.isChecked()
        if many == 1:
            menu.addAction(theme.icon("sua"), "Mở, sửa", QKeySequence("Enter"), self.edit)
            menu.addAction("Lịch sử của dòng này", self.panel.open_history)
        if not binned:
            menu.addAction(theme.icon("dot_xet"), "Đề nghị vào đợt xét…", self._on_nominate)
            menu.addAction("Xếp loại, khen thưởng theo năm…", self.open_years)
            if self._kind is RecipientKind.PERSON:
                menu.addAction("Chuyển tập thể…", self._on_move)
            if self._kind is RecipientKind.UNIT:
                menu.addAction("Sáp nhập, chia tách, đổi tên…", self._on_reform)
            if many == 2:
                menu.addAction("Gộp hai dòng này…", self.open_twins)
        menu.addSeparator()
        if binned:
            menu.addAction(theme.icon("khoi_phuc"), "Khôi phục", self._on_restore_chosen)
        else:
            words = f"Đưa {many} dòng vào thùng rác" if many > 1 else "Đưa vào thùng rác"
            keys = QKeySequence("Del")
            menu.addAction(theme.icon("xoa"), words, keys, self._on_bin_chosen)

    @Slot()
    def _on_nominate(self) -> None:
        if not self._held():
            self.nominate.begin(self._kind, self.chosen)

    @Slot()
    def _on_bin_chosen(self) -> None:
        if not self._held() and self.chosen:
            self.desk.run(_to_bin, self.chosen, done=self._on_many_binned)

    @Slot()
    def _on_restore_chosen(self) -> None:
        if self.chosen:
            self.desk.run(_restore, self.chosen, done=self._on_many_restored)

    def _on_many_binned(self, count: int) -> None:
        self.desk.tell(f"Đã đưa {count} dòng vào thùng rác.")
        self._on_written("")

    def _on_many_restored(self, count: int) -> None:
        self.desk.tell(f"Đã khôi phục {count} dòng.")
        self._on_written("")

    def _order(self) -> tuple[str, bool, dict[str, str]]:
        """The attribute to sort by, whether down, the filters by attribute."""
        how, names = self.table.arrangement, columns.COLUMNS[self._kind]
        column = names[how.column].column if how.column >= 0 else ""
        filters = {names[number].column: typed for number, typed in how.filters.items()}
        return column, how.descending, filters

    def _on_found(self, found: tuple[RecipientKind, Sequence[str]]) -> None:
        kind, codes = found
        self.table.show(codes, columns.headings(kind))
        if self.view.name != _list_name(kind):
            self.view.rename(_list_name(kind), columns.weights(kind), columns.hidden(kind))
        self.view.share_width()
        self._count.setText(f"{len(codes):,} {word(kind).lower()}".replace(",", "."))
        self._note.tell(self._why_empty())
        row = self.table.find(self._wanted)
        if self._beginning:
            return
        if row >= 0:
            self.view.select(row)
        elif codes and not self.panel.dirty:
            self.view.select(0)
        elif not codes and not self.panel.dirty:
            self.panel.show_nobody()

    @Slot(int)
    def _on_kind(self, number: int) -> None:
        if self.panel.dirty:
            self.kinds.blockSignals(True)
            self.kinds.setCurrentIndex(KINDS.index(self._kind))
            self.kinds.blockSignals(False)
            self._held()
            return
        self._kind = KINDS[number]
        self._beginning = False
        self.table.start_over()
        self.panel.show_nobody()
        self._load()

    @Slot(str)
    def _on_searched(self, _: str) -> None:
        self._load(self.panel.code)

    @Slot()
    def _on_left_down(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.view.row() < 0:
            self.view.select(0)

    @Slot(bool)
    def _on_bin_toggled(self, _: bool) -> None:
        self.add.setEnabled(not self.bin.isChecked())
        self._load()

    @Slot()
    def _on_row(self) -> None:
        code = self.table.code(self.view.currentIndex().row())
        if not code or (code == self.panel.code and self.panel.dirty):
            return
        if self.panel.dirty:
            self._held()
            self.view.select(self.table.find(self.panel.code))
            return
        self.desk.run(_profile, code, done=self._on_profile, key="register.profile")

    def _on_profile(self, profile: Any) -> None:
        if self._beginning:
            return
        self.panel.show_profile(profile, binned=self.bin.isChecked())
        if self._wanted_tab is not None:
            self.panel.open_tab(*self._wanted_tab)
            self._wanted_tab = None
        if self._draft is not None and self._draft.at["code"] == self.panel.code:
            draft, self._draft = self._draft, None
            self.panel.put_back(draft)

    def _on_kind_found(self, found: tuple[str, RecipientKind]) -> None:
        code, self._kind = found
        self._beginning = False
        self.table.start_over()
        self.view.header.hide_filters()
        self.kinds.blockSignals(True)
        self.kinds.setCurrentIndex(KINDS.index(self._kind))
        self.kinds.blockSignals(False)
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.panel.show_nobody()
        self._load(code)

    @Slot(str)
    def _on_written(self, code: str) -> None:
        self._beginning = False
        self.desk.changed.emit()
        self._load(code)

    @Slot()
    def _on_left(self) -> None:
        self._beginning = False
        self.view.setFocus()
        self._load()

    def _held(self) -> bool:
        held = self.unsaved()
        if held:
            self.desk.say(_UNSAVED, "warn")
        return held

    def _leave_page(self) -> None:
        """Back to list and panel; what stood in their place holds nothing unsaved."""
        if self.pages.open is not None:
            self.pages.escape()

    def _why_empty(self) -> str:
        if self.search.text():
            return f"Không tìm thấy «{self.search.text()}»."
        if self.bin.isChecked():
            return "Thùng rác trống."
        return "Chưa có ai trong sổ. Bấm «Thêm» (Ctrl+N), hoặc sang «Nhập»."

    def _assemble(self) -> None:
        self.kinds.setAccessibleName("Loại đối tượng")
        self.kinds.setExpanding(False)
        self.kinds.setDrawBase(False)
        self.kinds.setUsesScrollButtons(False)
        self.kinds.setElideMode(Qt.TextElideMode.ElideNone)
        for kind in KINDS:
            self.kinds.addTab(word(kind))
        self.kinds.setCurrentIndex(KINDS.index(self._kind))
        top = QHBoxLayout()
        top.addWidget(label(self.title, "title"))
        top.addSpacing(16)
        top.addWidget(self.kinds)
        top.addStretch()
        top.addWidget(self.bin)
        top.addWidget(self.twins)
        top.addWidget(self.by_year)
        top.addWidget(self.add)
        self.box.addLayout(top)
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.search)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._count)
        inside.addWidget(self.nominate)
        self.view.installEventFilter(self)
        split = self._split
        split.addWidget(left)
        split.addWidget(self.panel)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([440, 720])
        self.box.addWidget(split, 1)
        self.box.addWidget(self.pages, 1)


def _list_name(kind: RecipientKind) -> str:
    return f"Sổ {word(kind).lower()}"


def _search(
    ws: Any, kind: RecipientKind, text: str, binned: bool, order: tuple[str, bool, dict[str, str]]
) -> tuple[RecipientKind, Sequence[str]]:
    from khenthuong.services import register_list

    how = register_list.RegisterOrder(*order)
    return kind, register_list.find(ws, kind, text, binned=binned, order=how)


def _rows(ws: Any, codes: Sequence[str]) -> Sequence[Any]:
    from khenthuong.services import register

    return register.rows(ws, codes)


def _to_bin(ws: Any, codes: Sequence[str]) -> int:
    from khenthuong.services import register

    return register.to_bin_all(ws, codes)


def _restore(ws: Any, codes: Sequence[str]) -> int:
    from khenthuong.services import register

    return register.restore_all(ws, codes)


def _profile(ws: Any, code: str) -> Any:
    from khenthuong.services import register

    return register.profile(ws, code)


def _kind_of(ws: Any, code: str) -> tuple[str, RecipientKind]:
    from khenthuong.services import register
    from khenthuong.services.people import merging

    code = merging.current(ws, code)
    return code, register.get(ws, code).recipient_kind
