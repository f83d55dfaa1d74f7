"""Do the work of the yardstick in the real window and count what it takes.

    python scripts/do_viec_mau.py [--anh THƯ_MỤC]

A filled register (the invented commune): a round of 30 nominations from «Ai đủ điều kiện?», the
minutes of their units, three reports, the council's meeting, the notice, the sealed package. Only
keys and what an input method commits reach the window. `--anh` keeps a picture after every step.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from khenthuong.app import make_application
from khenthuong.services import demo
from khenthuong.services.paperwork import reports
from khenthuong.services.workspace import Workspace
from khenthuong.ui import messages
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import MainWindow

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
ROUND = "D2025-1"
UNITS = 11
REPORT = "bao_cao_thanh_tich_ca_nhan"
NUMBER = "{:02}/BB"
DUTIES = "Phụ trách công tác chuyên môn của bộ phận, theo dõi phong trào thi đua của đơn vị."
DEEDS = (
    "Hoàn thành 100% nhiệm vụ được giao, 36/38 việc trước hạn, tăng 12% so với năm trước. Đề xuất "
    "cách lập hồ sơ theo danh mục dùng chung, rút thời gian xử lý từ 5 ngày còn 3 ngày. Chấp hành "
    "tốt chủ trương, chính sách; tham gia đầy đủ các phong trào của đơn vị.",
    "Phụ trách 42 lượt kiểm tra tại cơ sở, không để sót việc; tham mưu 6 kế hoạch được duyệt. Sáng "
    "kiến gộp hai biểu theo dõi thành một được đơn vị áp dụng từ tháng 3. Giúp đỡ 2 đồng nghiệp "
    "mới quen việc; gia đình chấp hành tốt quy ước nơi cư trú.",
    "Hoàn thành vượt chỉ tiêu 8%, không có ý kiến phản ánh của người dân. Tự học, thi đạt chứng "
    "chỉ bồi dưỡng trong năm. Vận động 30 hộ tham gia nộp hồ sơ qua mạng, là nòng cốt của phong "
    "trào thi đua chuyển đổi số ở đơn vị.",
)
"""What three people did, as the clerk types it; the same words are typed in Word."""
PRESSED_MS = 130
"""How long Qt shows a button pressed by its letter before the button acts."""


@dataclass(frozen=True)
class Effort:
    """What a step took: keys pressed (a modifier is a key), letters typed, clicks, seconds."""

    step: str
    keys: int
    letters: int
    clicks: int
    seconds: float

    @property
    def strokes(self) -> int:
        """Everything the fingers do on the keyboard."""
        return self.keys + self.letters


class Hand:
    """The clerk's hands on the window; counts what they do."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.keys = self.letters = self.clicks = 0
        self.done: list[Effort] = []
        self.pictures: Path | None = None

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        """Press a key where the keyboard is."""
        for _ in range(times):
            QTest.keyClick(self.target, key, modifier)
            self.keys += 1 + bin(modifier.value).count("1")
            if modifier == ALT:
                QTest.qWait(PRESSED_MS)
            self.settle()

    def text(self, words: str) -> None:
        """Type, letter by letter, as an input method commits it."""
        for letter in words:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(self.target, event)
            self.letters += 1
        self.settle()

    def digits(self, words: str) -> None:
        """Type plain letters and digits as keys (choosing in a combo, beginning a cell)."""
        for letter in words:
            QTest.keyClick(self.target, Key(ord(letter.upper())))
            self.letters += 1
        self.settle()

    @property
    def target(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or self.window

    def settle(self) -> None:
        """Wait until nothing is being read or written."""
        for _ in range(3):
            QApplication.processEvents()
            while self.window.desk.jobs.pending:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def step(self, name: str, work: Callable[[], object]) -> None:
        """Do a step and note what it took."""
        before = (self.keys, self.letters, self.clicks, time.perf_counter())
        work()
        self.done.append(
            Effort(
                name,
                self.keys - before[0],
                self.letters - before[1],
                self.clicks - before[2],
                time.perf_counter() - before[3],
            )
        )
        if self.pictures is not None:
            self.window.grab().save(str(self.pictures / f"{len(self.done)}.png"))


def do_the_work(hand: Hand) -> None:
    """The yardstick, step by step; where the package goes is asked through `messages`."""
    for name, work in (
        ("Lập đợt, lấy 30 đề nghị từ «Ai đủ điều kiện?»", nominate),
        ("Biên bản họp của 11 tập thể", note_unit_meetings),
        ("Hội đồng họp: điểm danh, biểu quyết, biên bản", hold_council),
        ("Niêm yết", post),
        ("Ba báo cáo thành tích", write_reports),
        ("Chốt hồ sơ", seal),
    ):
        hand.step(name, partial(work, hand))


def nominate(hand: Hand) -> None:
    """Two awards of 2025 ticked whole, one line left out, into a new round."""
    hand.key(Key.Key_4, CTRL)
    hand.key(Key.Key_N, ALT)
    hand.digits("2025")
    hand.key(Key.Key_D, ALT)
    hand.digits("lao")
    hand.key(Key.Key_B, ALT)
    hand.key(Key.Key_D, ALT)
    hand.key(Key.Key_Up, times=2)
    hand.key(Key.Key_B, ALT)
    hand.key(Key.Key_Tab)
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Space)
    hand.key(Key.Key_N, CTRL)
    hand.key(Key.Key_End)
    hand.key(Key.Key_Return)
    hand.key(Key.Key_M, ALT)


def note_unit_meetings(hand: Hand) -> None:
    """Day and number of every unit's minutes, unit by unit as they are proposed."""
    hand.key(Key.Key_3, ALT)
    for number in range(1, UNITS + 1):
        hand.key(Key.Key_N, CTRL)
        hand.text("10122025")
        hand.key(Key.Key_Tab)
        hand.text(NUMBER.format(number))
        hand.key(Key.Key_Return)


def hold_council(hand: Hand) -> None:
    """The council's meeting: everybody came, all agree, minutes made and looked at."""
    hand.key(Key.Key_N, CTRL)
    hand.text("20122025")
    hand.key(Key.Key_Tab)
    hand.text("15/BB-HĐTĐKT")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_C, ALT)
    hand.key(Key.Key_Y, ALT)
    hand.key(Key.Key_L, ALT)
    hand.key(Key.Key_Escape)
    hand.window.activateWindow()
    hand.settle()


def post(hand: Hand) -> None:
    """The list is hung where it was hung last time."""
    hand.key(Key.Key_4, ALT)
    hand.key(Key.Key_N, CTRL)
    hand.text("22122025")
    hand.key(Key.Key_Tab)
    hand.text("10012026")
    hand.key(Key.Key_Return)


def write_reports(hand: Hand) -> None:
    """Three reports from «Còn thiếu gì?»; those of the others were handed in by themselves."""
    hand.key(Key.Key_G, CTRL)
    hand.key(Key.Key_Return)
    for number, deeds in enumerate(DEEDS):
        if number:
            hand.key(Key.Key_F, CTRL)
            hand.key(Key.Key_Down)
            hand.key(Key.Key_Return)
        hand.text(DUTIES)
        hand.key(Key.Key_Tab)
        hand.text(deeds)
        hand.key(Key.Key_S, CTRL)


def seal(hand: Hand) -> None:
    """Seal where the program proposes; the last Enter is that of the folder's window."""
    hand.window.desk.run(_hand_in_the_others, done=_nothing)
    hand.settle()
    hand.key(Key.Key_3, CTRL)
    hand.key(Key.Key_5, ALT)
    hand.key(Key.Key_H, ALT)
    hand.key(Key.Key_Space)
    hand.keys += 1


def _hand_in_the_others(ws: Workspace) -> None:
    """The reports that 27 people wrote themselves: no work of the clerk, here or in Word."""
    from khenthuong.services.appraisal import rounds

    for one in rounds.nominations(ws, ROUND):
        answers = reports.load_answers(ws, ROUND, one.recipient, REPORT)
        if answers is None:
            given = {"quyen_han_nhiem_vu": DUTIES, "thanh_tich": DEEDS[0]}
            reports.save_answers(ws, ROUND, one.recipient, REPORT, given)


def _nothing(_: object) -> None:
    """Nobody waits for it."""


def table(done: Sequence[Effort]) -> str:
    """The steps with their sums, as lines for people."""
    lines = [f"{'việc':<50} {'phím':>6} {'ký tự':>6} {'cộng':>6} {'giây':>7}"]
    whole = Effort(
        "CỘNG",
        sum(one.keys for one in done),
        sum(one.letters for one in done),
        sum(one.clicks for one in done),
        sum(one.seconds for one in done),
    )
    lines += [
        f"{one.step:<50} {one.keys:>6} {one.letters:>6} {one.strokes:>6} {one.seconds:>7.1f}"
        for one in (*done, whole)
    ]
    return "\n".join([*lines, f"lần bấm chuột: {whole.clicks}"])


def opened(root: Path) -> MainWindow:
    """The program's window on these books, at the size of an old office screen."""
    window = MainWindow(Desk(Jobs(), root))
    window.desk.crashed.connect(_fail)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.start()
    return window


def _fail(error: BaseException) -> None:
    raise error


def main(arguments: Sequence[str]) -> int:
    """Do the work once and print what it took."""
    parser = argparse.ArgumentParser(description="Làm việc mẫu trong cửa sổ thật và đếm phím.")
    parser.add_argument("--anh", type=Path, metavar="THƯ_MỤC", help="chụp màn hình sau mỗi bước")
    given = parser.parse_args(arguments)
    application = make_application([])
    with tempfile.TemporaryDirectory(prefix="khenthuong-viec-mau-") as folder:
        root, packages = Path(folder, "so"), Path(folder, "goi")
        packages.mkdir()
        demo.open_sample(root)

        def into_the_folder(*_: object) -> Path:
            return packages

        messages.choose_folder = into_the_folder
        hand = Hand(opened(root))
        hand.pictures = given.anh
        hand.settle()
        do_the_work(hand)
        print(table(hand.done))
        print("gói:", ", ".join(one.name for one in packages.rglob("*.zip")))
        for screen in hand.window.screens:
            screen.escape()
        hand.settle()
        hand.window.close()
        application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
