"""Step Gửi: which package went where, when, by which way, and by what it was acknowledged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain.kinds import Authority
from khenthuong.domain.outcomes import Sending, SendingWay
from khenthuong.ui.desk import Desk
from khenthuong.ui.form import sheet as s
from khenthuong.ui.form.plain import plain_values
from khenthuong.ui.form.view import FormView
from khenthuong.ui.models.records_table import RecordsTable
from khenthuong.ui.screens.rounds.round_data import SHORT, RoundView
from khenthuong.ui.widgets.buttons import button
from khenthuong.ui.widgets.labels import label
from khenthuong.ui.widgets.tables import EmptyNote, RowsView

if TYPE_CHECKING:
    from khenthuong.services.dossier.sendings import Outgoing

SENDING = s.Sheet(
    Sending,
    (
        s.choice("way", "Gửi bằng", SendingWay, required=True),
        s.day("day", "Ngày gửi", required=True),
        s.text("receiver", "Nơi nhận"),
        s.text("receipt", "Biên nhận", hint="Số phiếu tiếp nhận, hoặc ai ký nhận."),
        s.day("received_on", "Ngày nơi nhận xác nhận"),
    ),
)
_EMPTY = "Chưa có hồ sơ nào đã chốt để gửi nơi khác; chốt ở bước «Hồ sơ»."


@dataclass(frozen=True)
class SendingLine:
    """A sealed dossier with one sending of it; None while none of this version is noted."""

    dossier: Outgoing
    sending: Sending | None
    older: bool = False


class SendingsPage(QWidget):
    """The packages of a round on their way; `changed` when the books did."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._code = ""
        self._old: Sending | None = None
        self._wanted: Authority | None = None
        self._typed: Mapping[str, object] | None = None
        self.table = RecordsTable(
            (
                ("Hồ sơ trình", _authority),
                ("Gói", _file),
                ("Tình trạng", _state),
                ("Ngày gửi", _day),
                ("Gửi bằng", _way),
                ("Nơi nhận", _receiver),
                ("Biên nhận", _receipt),
            ),
            self,
        )
        self.view = RowsView(self.table, (-96, 5, 4, -92, -104, 5, 5), "Gói hồ sơ gửi đi")
        self._heading = label("", "subheading", wrap=True)
        self.note = button("Ghi đã gửi", "toi", primary=True, tip="Enter")
        self.another = button("Gửi thêm cách khác", "them")
        self.remove = button("Bỏ lần gửi", "xoa", tip="Del")
        self.form = FormView(SENDING.sections, desk, columns=3)
        self.ok = button("Lưu", "luu", primary=True, tip="Ctrl+S")
        self.cancel = button("Thôi", tip="Esc")
        self.editor = QFrame()
        # Assemble
        self._assemble()
        # Signals
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.activated.connect(self._on_note)
        self.note.clicked.connect(self._on_note)
        self.another.clicked.connect(self.begin_new)
        self.remove.clicked.connect(self._on_remove)
        self.ok.clicked.connect(self.save)
        self.cancel.clicked.connect(self.stop)

    @property
    def editing(self) -> bool:
        """Whether a sending is being written."""
        return not self.editor.isHidden()

    def show_round(self, view: RoundView) -> None:
        """Show a round."""
        if view.round.code != self._code:
            self.stop()
        self._code = view.round.code
        self._desk.run(_read, self._code, done=self._on_read, key="rounds.sendings")

    def choose(self, authority: Authority) -> None:
        """Select a dossier and begin to note its sending."""
        self._wanted = authority
        self._on_wanted()

    def typed(self) -> dict[str, object] | None:
        """What stands in the form and what it is about; None for nothing typed."""
        line = self._line
        if line is None or not self.editing or not self.form.touched:
            return None
        return {
            "authority": line.dossier.sealed.authority.value,
            "way": self._old.way.value if self._old else "",
            "form": plain_values(self.form.shown()),
        }

    def put_back(self, typed: Mapping[str, object]) -> None:
        """Open the form as it stood, as soon as the packages are read."""
        self._typed = typed
        self._on_typed()

    @Slot()
    def begin_new(self) -> None:
        """Note one more sending of the chosen dossier."""
        self._begin(None)

    @Slot()
    def save(self) -> None:
        """Check and write what stands in the form."""
        line = self._line
        if line is None or not self.editing:
            return
        values = self.form.shown()
        problems = SENDING.problems(values)
        self.form.show_problems(problems)
        if problems:
            self.form.focus(next(iter(problems)))
            return
        value = SENDING.build(
            values,
            round=self._code,
            authority=line.dossier.sealed.authority,
            version=line.dossier.sealed.version,
        )
        old = self._old if self._old is not None and self._old.way is not value.way else None
        self._desk.run(_save, value, old, done=self._on_written)

    @Slot()
    def stop(self) -> None:
        """Close the form without saving."""
        had = self.editing
        self.editor.hide()
        self._old = None
        if had:
            self.view.setFocus()
        self._on_row()

    @property
    def _line(self) -> SendingLine | None:
        return self.table.record(self.view.row())

    def _on_read(self, found: Sequence[Outgoing]) -> None:
        row = max(self.view.row(), 0)
        lines = [line for one in found for line in _lines(one)]
        self.table.show(lines)
        self.view.select(min(row, len(lines) - 1))
        self._on_row()
        self._on_wanted()
        self._on_typed()

    def _on_typed(self) -> None:
        typed = self._typed
        if typed is None:
            return
        for row in range(self.table.rowCount()):
            line = self.table.record(row)
            way = line.sending.way.value if line.sending else ""
            if (
                not line.older
                and line.dossier.sealed.authority.value == typed["authority"]
                and typed["way"] in ("", way)
            ):
                self._typed = None
                self.view.select(row)
                self._begin(line.sending if typed["way"] else None)
                self.form.put_back(cast("Mapping[str, object]", typed["form"]))
                return

    def _on_wanted(self) -> None:
        wanted = self._wanted
        for row in range(self.table.rowCount()):
            line = self.table.record(row)
            if wanted is not None and line.dossier.sealed.authority is wanted and not line.older:
                self._wanted = None
                self.view.select(row)
                self._on_note()
                return

    @Slot()
    def _on_row(self) -> None:
        line = self._line
        sent = line is not None and line.sending is not None
        now = line is not None and not line.older and not self.editing
        self.note.setEnabled(now)
        self.note.setText("Sửa lần gửi" if sent else "Ghi đã gửi")
        self.another.setEnabled(now and sent)
        self.remove.setEnabled(sent and not self.editing)
        self._heading.setText(_told(self.table.records))

    @Slot()
    def _on_note(self) -> None:
        line = self._line
        if line is not None and not line.older and not self.editing:
            self._begin(line.sending)

    def _begin(self, sending: Sending | None) -> None:
        line = self._line
        if line is None:
            return
        self._old = sending
        begun = sending or Sending(
            self._code,
            line.dossier.sealed.authority,
            line.dossier.sealed.version,
            SendingWay.AXIS,
            self._desk.ws.today(),
            line.dossier.round.receiver,
        )
        self.form.set_values(SENDING.values(begun))
        self.editor.show()
        self.form.focus_first()
        self._on_row()

    @Slot()
    def _on_remove(self) -> None:
        line = self._line
        if line is not None and line.sending is not None and not self.editing:
            self._desk.run(_remove, line.sending, done=self._on_removed)

    def _on_written(self, _: Any) -> None:
        self._desk.say("Đã ghi lần gửi.")
        self.stop()
        self.changed.emit()

    def _on_removed(self, _: Any) -> None:
        self._desk.say("Đã bỏ lần gửi.")
        self.changed.emit()

    def _assemble(self) -> None:
        EmptyNote(self.view, _EMPTY)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        for one in (self.remove, self.another, self.note):
            top.addWidget(one)
        self.editor.setObjectName("card")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.ok)
        inside = QVBoxLayout(self.editor)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.form)
        inside.addLayout(buttons)
        self.editor.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.editor)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _lines(one: Outgoing) -> Iterator[SendingLine]:
    if not one.sendings:
        yield SendingLine(one, None)
    for sending in one.sendings:
        yield SendingLine(one, sending)
    for sending in one.earlier:
        yield SendingLine(one, sending, older=True)


def _told(lines: Sequence[SendingLine]) -> str:
    waiting = len([line for line in lines if line.sending is None])
    if not lines:
        return ""
    return f"{waiting} hồ sơ chưa ghi đã gửi" if waiting else "Mọi hồ sơ đã chốt đều đã gửi"


def _authority(line: SendingLine) -> str:
    authority = line.dossier.sealed.authority
    return SHORT.get(authority, texts.label(authority))


def _file(line: SendingLine) -> str:
    return line.dossier.sealed.file_name


def _state(line: SendingLine) -> str:
    if line.sending is None:
        return "Chưa gửi"
    if line.older:
        return f"Đã gửi lần chốt {line.sending.version}, nay đã chốt lại"
    return "Nơi nhận đã xác nhận" if line.sending.received_on else "Đã gửi"


def _day(line: SendingLine) -> object:
    return line.sending.day if line.sending else None


def _way(line: SendingLine) -> str:
    return texts.label(line.sending.way) if line.sending else ""


def _receiver(line: SendingLine) -> str:
    return line.sending.receiver if line.sending else ""


def _receipt(line: SendingLine) -> str:
    return line.sending.receipt if line.sending else ""


def _read(ws: Any, code: str) -> Sequence[Outgoing]:
    from khenthuong.services.dossier import sendings

    return sendings.outgoing(ws, code)


def _save(ws: Any, value: Sending, old: Sending | None) -> None:
    from khenthuong.services.dossier import sendings

    sendings.save(ws, value, old)


def _remove(ws: Any, value: Sending) -> None:
    from khenthuong.services.dossier import sendings

    sendings.remove(ws, value)
