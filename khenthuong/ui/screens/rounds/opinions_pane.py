"""Opinions on a round's posted list: what came, about whom, what was answered and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from khenthuong import texts
from khenthuong.domain import posting
from khenthuong.domain.kinds import OpinionOutcome
from khenthuong.domain.rounds import Opinion
from khenthuong.ui.desk import Desk
from khenthuong.ui.form.choosing import OfferedEditor
from khenthuong.ui.screens.register.records_pane import RecordsPane
from khenthuong.ui.screens.rounds.opinions_sheet import OPINION, OPINION_COLUMNS, ListedOpinion
from khenthuong.ui.widgets.labels import label

_LEAST = 96
"""So high at least is the list while an opinion is typed, in pixels."""
_HINT = (
    "Nội dung và người gửi chỉ để trong sổ: giấy tờ chỉ ghi số, ngày nhận, ngày trả lời. Ý kiến "
    "chưa trả lời xong giữ người được nói đến (hoặc cả danh sách) lại ở bước này."
)


class OpinionsPane(QWidget):
    """The opinions of a round. `changed` after every write."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._round = ""
        self._opinions: tuple[Opinion, ...] = ()
        self._places: tuple[str, ...] = ()
        self._nominees: tuple[tuple[str, str], ...] = ()
        self.pane = RecordsPane(desk, "Ý kiến", OPINION, OPINION_COLUMNS)
        # Assemble
        self.pane.note.tell("Chưa nhận ý kiến nào. Bấm «Thêm» (Ctrl+N) khi có.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pane, 1)
        self.pane.put_below(label(_HINT, "quiet", wrap=True))
        self.pane.view.setMinimumHeight(_LEAST)
        # Signals
        self.pane.saved.connect(self._on_saved)
        self.pane.removed.connect(self._on_removed)

    def show_posting(self, round_code: str, posted: Any) -> None:
        """Show the opinions of a round."""
        self._round = round_code
        self._opinions = posted.opinions
        self._places = tuple(dict.fromkeys(one.notice.place for one in posted.notices))
        self._nominees = posted.nominees
        names = {code: name for name, code in posted.nominees}
        self.pane.show_records([_listed(one, names) for one in posted.opinions])
        self._offer()

    def _offer(self) -> None:
        places = [(one, one) for one in self._places]
        for name, offered, nothing in (
            ("place", places, "Gửi thẳng cơ quan"),
            ("about", self._nominees, "Cả danh sách"),
        ):
            editor = self.pane.form.rows[name].editor
            if isinstance(editor, OfferedEditor):
                editor.offer(offered, nothing)

    @Slot(object, object)
    def _on_saved(self, old: ListedOpinion | None, values: dict[str, object]) -> None:
        before = _plain(old) if old else None
        number = before.number if before else max((o.number for o in self._opinions), default=0) + 1
        opinion = OPINION.build(values, before, round=self._round, number=number)
        others = [one for one in self._opinions if one.number != number]
        self._write((*others, opinion))

    @Slot(object)
    def _on_removed(self, opinion: ListedOpinion) -> None:
        self._write([one for one in self._opinions if one.number != opinion.number])

    def _write(self, wanted: Sequence[Opinion]) -> None:
        self._desk.run(_save, self._round, tuple(wanted), done=self._on_written)

    def _on_written(self, _: object) -> None:
        self.pane.stop()
        self._desk.tell("Đã lưu ý kiến.")
        self.changed.emit()


def _listed(one: Opinion, names: dict[str, str]) -> ListedOpinion:
    told = {field.name: getattr(one, field.name) for field in fields(Opinion)}
    whom = names.get(one.about, one.about) or "Cả danh sách"
    return ListedOpinion(**told, whom=whom, state=_state(one))


def _state(one: Opinion) -> str:
    if posting.is_answered(one):
        return texts.label(OpinionOutcome(one.outcome)) if one.outcome else "Đã trả lời"
    return "Còn đang xác minh" if one.outcome == OpinionOutcome.VERIFYING else "Chưa trả lời"


def _plain(listed: Opinion) -> Opinion:
    return Opinion(**{field.name: getattr(listed, field.name) for field in fields(Opinion)})


def _save(ws: Any, round_code: str, wanted: Sequence[Opinion]) -> None:
    from khenthuong.services.appraisal import notices

    notices.save_opinions(ws, round_code, wanted)
