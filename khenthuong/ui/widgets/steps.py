"""The path of a round across the top: how far each station is in words, shape and colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from khenthuong.domain.kinds import Step
from khenthuong.domain.pathway import Station, StationState, Stop
from khenthuong.texts import label as word
from khenthuong.ui import theme

LOOKS = {
    StationState.DONE: ("dat", "good"),
    StationState.TODO: ("den_buoc_sau", "soft"),
    StationState.LACKS: ("thieu", "warn"),
    StationState.LATE: ("canh_bao", "bad"),
    StationState.NOT_NEEDED: ("khong_ap_dung", "soft"),
}
"""Icon and ink of a state; the words stand beside it."""
_TIPS = {
    Station.LIST: "Ai được đề nghị gì",
    Station.APPRAISAL: "Bốn yêu cầu của Luật cho cả đợt, cơ cấu, bảng thẩm định",
    Station.MEETING: "Cuộc họp của tập thể và Hội đồng, phiếu",
    Station.NOTICE: "Nơi niêm yết, số ngày, ý kiến",
    Station.DOSSIER: "Lập văn bản, ghi số, chốt",
    Station.SENDING: "Gói nào gửi đi đâu, ngày nào, biên nhận",
    Station.RESULT: "Quyết định, trả lời của cấp trên",
}


class StepsBar(QWidget):
    """Seven stations, one of them open; `chosen` (station) tells which was opened.

    Alt+1 … Alt+7 open them, Ctrl+Tab and Ctrl+Shift+Tab go along the path (the screen's keys).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[Station, QPushButton] = {}
        # Assemble
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        for number, station in enumerate(Station):
            if number:
                layout.addWidget(_arrow())
            made = QPushButton()
            made.setCheckable(True)
            made.setProperty("step", True)
            made.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Preferred)
            made.setToolTip(f"{_TIPS[station]} (Alt+{number + 1})")
            self._group.addButton(made, number)
            self._buttons[station] = made
            layout.addWidget(made, 1)
            self._show(Stop(station, StationState.TODO), ())
        self._buttons[Station.LIST].setChecked(True)
        # Signals
        self._group.idClicked.connect(self._on_clicked)

    @property
    def station(self) -> Station:
        """The station that is open."""
        return list(Station)[max(self._group.checkedId(), 0)]

    def button(self, station: Station) -> QPushButton:
        """The button of a station."""
        return self._buttons[station]

    def choose(self, station: Station | Step) -> None:
        """Open a station as if it had been clicked."""
        made = self._buttons[Station(station.value)]
        made.setChecked(True)
        made.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(Station(station.value))

    def turn(self, by: int) -> None:
        """Go along the path, from the last station to the first."""
        stations = list(Station)
        self.choose(stations[(stations.index(self.station) + by) % len(stations)])

    def show_path(self, stops: Sequence[tuple[Stop, Sequence[str]]]) -> None:
        """How the round stands at every station, each in words, the gravest first."""
        for stop, words in stops:
            self._show(stop, words)

    def _show(self, stop: Stop, words: Sequence[str]) -> None:
        made = self._buttons[stop.station]
        number = list(Station).index(stop.station) + 1
        icon, tint = LOOKS[stop.state]
        name = f"{number}. {word(stop.station)}"
        made.setIcon(theme.icon(icon, tint))
        first, *more = words or ("",)
        made.setText(" · ".join((name, *more)) + f"\n{first}")
        made.setAccessibleName(f"{name}: {', '.join(words)}" if words else name)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(list(Station)[number])


def _arrow() -> QLabel:
    made = QLabel()
    made.setPixmap(theme.pixmap("phai", "soft", 12))
    return made
