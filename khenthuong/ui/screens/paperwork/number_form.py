"""Số and ngày that văn thư gave a paper, and its signed scan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from khenthuong.domain.archive import Paper
from khenthuong.domain.office_papers import OfficePaper
from khenthuong.domain.vietnamese import clean
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.screens.paperwork import numbers_data as data
from khenthuong.ui.widgets.buttons import button, link
from khenthuong.ui.widgets.dates import DateEdit
from khenthuong.ui.widgets.labels import label

_EDITED = (
    "«{name}» đã sửa ngoài chương trình và được giữ nguyên. Chưa chọn dùng bản đã sửa thì khi chốt "
    "vẫn lấy bản do chương trình lập."
)


class NumberForm(QFrame):
    """One line under the papers: `recorded` (paper, number, day); `attached`, `opened`, `seen`,
    `taken`, `issued`, `replacing`.

    Only papers of the whole dossier get a number; reports of one nominee do not. The next number of
    the series is proposed; an issued paper can only be replaced.
    """

    recorded = Signal(object, str, object)
    attached = Signal(object)
    opened = Signal(object)
    seen = Signal(object)
    taken = Signal(object)
    issued = Signal(object)
    replacing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper: Paper | OfficePaper | None = None
        self._numbered = False
        self.number = QLineEdit()
        self.day = DateEdit()
        self.save = button("Ghi số, ngày", "luu")
        self.attach = button("Gắn bản đã ký…", "ghim")
        self.see = button("Xem trước", "xem")
        self.open = button("Mở văn bản", "van_ban")
        self.propose = link("")
        self.issue = button("Đã ban hành…", "chot")
        self.replace = button("Lập bản thay thế", "lam_moi")
        self.problem = label("", "problem", wrap=True)
        self.history = label("", "soft", wrap=True)
        self.edited = QWidget()
        self.edited_words = label("", "subheading", wrap=True)
        self.take = button("Dùng bản đã sửa", "sua")
        # Assemble
        self._assemble()
        # Signals
        self.save.clicked.connect(self._on_save)
        self.number.returnPressed.connect(self._on_save)
        self.attach.clicked.connect(self._on_attach)
        self.see.clicked.connect(self._on_see)
        self.open.clicked.connect(self._on_open)
        self.take.clicked.connect(self._on_take)
        self.propose.clicked.connect(self._on_propose)
        self.issue.clicked.connect(self._on_issue)
        self.replace.clicked.connect(self._on_replace)

    def _assemble(self) -> None:
        self.setObjectName("card")
        number, day = QLabel("Số văn thư cấp"), QLabel("Ngày")
        number.setBuddy(self.number)
        day.setBuddy(self.day)
        self.number.setPlaceholderText("ví dụ 45/TTr-UBND")
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        above = QHBoxLayout()
        above.addWidget(number)
        above.addStretch()
        above.addWidget(self.propose)
        layout.addLayout(above, 0, 0)
        layout.addWidget(day, 0, 1)
        for column, widget in enumerate((self.number, self.day, self.save)):
            layout.addWidget(widget, 1, column)
        below = QHBoxLayout()
        below.addStretch()
        for widget in (self.see, self.open, self.attach, self.issue, self.replace):
            below.addWidget(widget)
        layout.addLayout(below, 2, 0, 1, 3)
        layout.addWidget(self.problem, 4, 0, 1, 3)
        layout.addWidget(self.history, 5, 0, 1, 3)
        beside = QHBoxLayout(self.edited)
        beside.setContentsMargins(0, 4, 0, 0)
        beside.addWidget(self.edited_words, 1)
        beside.addWidget(self.take)
        layout.addWidget(self.edited, 3, 0, 1, 3)
        for widget in (self.edited, self.problem, self.history, self.propose, self.replace):
            widget.hide()

    def show_paper(self, paper: Paper | None, edited: str = "") -> None:
        """Show a paper's number and day; None for no paper. `edited`: the file changed in Word."""
        self._show(paper, numbered=paper is not None and not paper.recipient)
        self.edited_words.setText(_EDITED.format(name=edited))
        self.edited.setVisible(bool(edited))

    def show_office_paper(self, paper: OfficePaper | None) -> None:
        """The same for a paper made on demand: every one may get a number."""
        self._show(paper, numbered=paper is not None)

    def _show(self, paper: Paper | OfficePaper | None, *, numbered: bool) -> None:
        self._paper, self._numbered = paper, numbered
        frozen = paper is not None and paper.issued
        for widget in (self.number, self.day, self.save):
            widget.setEnabled(numbered and not frozen)
        self.attach.setEnabled(numbered and not (paper and paper.signed_path and frozen))
        self.issue.setVisible(not frozen)
        self.issue.setEnabled(bool(numbered and paper and paper.number and paper.day))
        self.replace.setVisible(frozen)
        for widget in (self.open, self.see):
            widget.setEnabled(paper is not None)
        self.number.setText(paper.number if paper else "")
        self.day.set_iso(paper.day.isoformat() if paper and paper.day else "")
        self._tell("")
        self.propose.hide()
        self.history.hide()
        if paper is not None and numbered:
            self._desk.run(data.about, paper, done=self._on_about, key="number.about")

    def _on_about(self, found: data.AboutNumber) -> None:
        self.propose.setText(f"Số tiếp theo: {found.proposed}")
        self.propose.setAccessibleName(f"Lấy số tiếp theo {found.proposed}")
        self.propose.setVisible(bool(found.proposed) and self._numbered)
        self.replace.setEnabled(found.newest)
        self.history.setText(found.history)
        self.history.setVisible(bool(found.history))
        self._tell("\n".join(found.warnings))

    @Slot()
    def _on_save(self) -> None:
        number = clean(self.number.text())
        try:
            day = date.fromisoformat(self.day.iso())
        except ValueError:
            self._tell("Ngày chưa đúng; hãy gõ như 09/03/2026.")
            self.day.setFocus()
            return
        if not number:
            self._tell("Chưa ghi số.")
            self.number.setFocus()
        elif self._paper is not None:
            self._tell("")
            self.recorded.emit(self._paper, number, day)

    @Slot()
    def _on_attach(self) -> None:
        if self._paper is not None:
            self.attached.emit(self._paper)

    @Slot()
    def _on_open(self) -> None:
        if self._paper is not None:
            self.opened.emit(self._paper)

    @Slot()
    def _on_see(self) -> None:
        if self._paper is not None:
            self.seen.emit(self._paper)

    @Slot()
    def _on_take(self) -> None:
        if self._paper is not None:
            self.taken.emit(self._paper)

    @Slot()
    def _on_propose(self) -> None:
        number = self.propose.text().rpartition(": ")[2]
        self.number.setText(number.partition("/")[0])
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_issue(self) -> None:
        question = (
            "Ghi là đã ban hành? Từ đó số, ngày và tệp Word được giữ nguyên; muốn sửa thì phải lập "
            "bản thay thế."
        )
        if self._paper is not None and messages.ask(self, "Đã ban hành", question, "Đã ban hành"):
            self.issued.emit(self._paper)

    @Slot()
    def _on_replace(self) -> None:
        if self._paper is not None:
            self.replacing.emit(self._paper)

    def _tell(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
