"""Quỹ: what came in and went out in a year, and the bonus money of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.fund import FundEntry, fits
from khenthuong.domain.kinds import FundCategory, FundKind
from khenthuong.domain.statistics import Table
from khenthuong.domain.years import Year
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.statistics import statistics_data as data
from khenthuong.ui.screens.statistics.output_bar import OutputBar
from khenthuong.ui.screens.statistics.statistics_data import FundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label, rule
from khenthuong.ui.widgets.quiet import QuietCombo

if TYPE_CHECKING:
    from khenthuong.services.statistics.fund import BonusProposal

_MOST_LEFT_OUT = 3


def _make(**values: Any) -> FundEntry:
    return FundEntry(code="", **values)


ENTRY = s.Sheet(
    _make,
    (
        s.choice("kind", "Thu, chi", FundKind, required=True),
        s.choice("category", "Khoản mục", FundCategory, required=True),
        s.whole("amount", "Số tiền (đồng)", optional=False),
        s.text("content", "Nội dung", required=True),
        s.day("day", "Ngày"),
        s.text("document", "Chứng từ", hint="Số phiếu thu, phiếu chi."),
        s.text("source", "Nguồn quỹ", hint="Để trống: ngân sách nhà nước."),
        s.text("decision_number", "Số quyết định khen thưởng"),
    ),
)
ENTRY_COLUMNS = (
    ("day", -96, "Ngày"),
    ("kind", -84, "Thu, chi"),
    ("category", 4, "Khoản mục"),
    ("amount", 2, "Số tiền (đồng)"),
    ("content", 6, "Nội dung"),
    ("source", 3, "Nguồn quỹ"),
    ("document", 2, "Chứng từ"),
    ("decision_number", 3, "Số quyết định"),
)


class FundPage(QWidget):
    """The entries of a year above, the bonus money of a decision below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = ""
        self._expected: tuple[int, Mapping[str, object]] | None = None
        self._typed: tuple[int, Mapping[str, object]] | None = None
        self.year, self.decision = QuietCombo(), QuietCombo()
        self.balance = label("", "subheading", wrap=True)
        self.problem = label("", "problem", wrap=True)
        self.pane = RecordsPane(desk, "Thu, chi của quỹ", ENTRY, ENTRY_COLUMNS)
        self.proposed = label("", "soft", wrap=True)
        self.book = button("Ghi chi tiền thưởng", "them")
        self.output = OutputBar(desk)
        # Assemble
        self._assemble()
        # Signals
        self.year.currentIndexChanged.connect(self.read)
        self.decision.currentIndexChanged.connect(self._on_decision)
        self.pane.saved.connect(self._on_saved)
        self.pane.removed.connect(self._on_removed)
        self.book.clicked.connect(self._on_book)

    def show_start(self, start: data.Start) -> None:
        """Offer the years; the one shown stays."""
        fresh = self.year.count() == 0
        self.year.fill([(str(year), year) for year in reversed(start.years)])
        if fresh:
            self.year.choose(start.this_year)
        if self._expected is not None:
            self.year.choose(self._expected[0])
        self._typed, self._expected = self._expected, None
        self.read()

    def expect(self, year: int, typed: Mapping[str, object]) -> None:
        """Fill in an entry typed once, as soon as the years are offered again."""
        self._expected = (year, typed)

    def go_to(self, code: str) -> None:
        """Show an entry of the year shown."""
        self._wanted = code
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the year again."""
        year = self.year.currentData()
        if year is not None:
            self._desk.run(data.read_fund, year, done=self._on_fund, key="statistics.fund")

    def _on_fund(self, view: FundView) -> None:
        self.pane.show_records(view.entries)
        codes = [one.code for one in view.entries]
        if self._wanted in codes:
            self.pane.view.select(codes.index(self._wanted))
        self._wanted = ""
        typed, self._typed = self._typed, None
        if typed is not None and typed[0] == self.year.currentData():
            self.pane.put_back(typed[1])
        self.problem.hide()
        kept = view.balance
        parts = (
            ("năm trước còn", kept.opening),
            ("thu", kept.income),
            ("chi", kept.spent),
            ("còn", kept.closing),
        )
        said = "; ".join(f"{name} {texts.show(amount)} đồng" for name, amount in parts)
        self.balance.setText(f"Năm {kept.year}: {said}.")
        self.decision.fill(
            [(_decision_words(number, day), number) for number, day in view.decisions]
        )
        self._on_decision()

    @Slot()
    def _on_decision(self) -> None:
        number = self.decision.currentData()
        self.output.show_table(None)
        if number is None:
            self.proposed.setText("Chưa có quyết định khen thưởng nào trong sổ.")
            self.book.setEnabled(False)
            return
        self._desk.run(data.read_proposal, number, done=self._on_proposal, key="statistics.bonus")

    def _on_proposal(self, proposal: BonusProposal) -> None:
        self.proposed.setText(_proposal_words(proposal))
        self.book.setEnabled(bool(proposal.entries))
        number = proposal.decision_number
        if any(one.decision_number == number for one in self.pane.table.records):
            self._desk.run(
                data.read_payment_list, number, done=self._on_list, key="statistics.payments"
            )

    def _on_list(self, table: Table) -> None:
        self.output.show_table(table)

    @Slot()
    def _on_book(self) -> None:
        number = self.decision.currentData()

        def told(count: int) -> None:
            self._desk.say(f"Đã ghi {count} khoản chi theo Quyết định {number}. Ctrl+Z: hoàn tác.")
            self.read()

        self._desk.run(data.book_bonuses, number, done=told)

    @Slot(object, object)
    def _on_saved(self, old: FundEntry | None, values: Mapping[str, object]) -> None:
        year = old.year if old is not None else Year(self.year.currentData())
        entry: FundEntry = ENTRY.build(values, old, year=year)
        if not fits(entry.kind, entry.category):
            income = entry.kind is FundKind.INCOME
            code = "fund.income_category" if income else "fund.spending_category"
            self.pane.form.show_problems({"category": texts.say(code)})
            self.pane.form.focus("category")
            return
        if not entry.amount:
            self.pane.form.show_problems({"amount": texts.say("fund.amount_missing")})
            self.pane.form.focus("amount")
            return
        if entry.day is not None and entry.day.year != year.end:
            told = {"day": entry.day, "year": str(year)}
            self.pane.form.show_problems({"day": texts.say("fund.day_other_year", told)})
            self.pane.form.focus("day")
            return
        self._desk.run(data.save_entry, entry, done=self._on_written)

    @Slot(object)
    def _on_removed(self, entry: FundEntry) -> None:
        self._desk.run(data.remove_entry, entry.code, done=self._on_written)

    def _on_written(self, entry: FundEntry | None) -> None:
        self.pane.stop()
        self._wanted = entry.code if entry is not None else ""
        self._desk.say("Đã lưu." if entry is not None else "Đã bỏ khỏi sổ quỹ.")
        self.read()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        _add(top, "&Năm", self.year)
        top.addSpacing(8)
        top.addWidget(self.balance, 1)
        self.pane.note.tell("Chưa ghi khoản thu, chi nào của năm này. Bấm «Thêm» (Ctrl+N).")
        self.decision.setMinimumContentsLength(20)
        below = QHBoxLayout()
        _add(below, "&Quyết định khen thưởng", self.decision)
        below.addWidget(self.proposed, 1)
        below.addWidget(self.book)
        sheet = QHBoxLayout()
        sheet.addWidget(label("Danh sách chi tiền thưởng (có cột ký nhận):", "soft"), 1)
        sheet.addWidget(self.output)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.pane, 1)
        layout.addWidget(rule())
        layout.addLayout(below)
        layout.addLayout(sheet)
        self.problem.hide()


def _add(bar: QHBoxLayout, words: str, widget: QWidget) -> None:
    made = label(words)
    made.setBuddy(widget)
    widget.setAccessibleName(words.replace("&", ""))
    bar.addWidget(made)
    bar.addWidget(widget)


def _decision_words(number: str, day: date | None) -> str:
    return f"{number} ({texts.show(day)})" if day else number


def _proposal_words(proposal: BonusProposal) -> str:
    parts: list[str] = []
    if proposal.entries:
        amount = texts.show(proposal.amount)
        parts.append(f"Cần chi {len(proposal.entries)} khoản, cộng {amount} đồng.")
    if proposal.booked:
        parts.append(f"Đã ghi chi {proposal.booked} khoản.")
    left = [texts.say(one.code, one.arguments) for one in proposal.left_out]
    if left:
        more = f"; và {len(left) - _MOST_LEFT_OUT} lượt nữa" if len(left) > _MOST_LEFT_OUT else ""
        parts.append(f"Không tính: {'; '.join(left[:_MOST_LEFT_OUT])}{more}.")
    return " ".join(parts)
