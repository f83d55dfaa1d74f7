"""Take the pictures of the manual into docs/nguoi_dung/hinh/, small enough to ship.

    python scripts/chup_huong_dan.py [THƯ_MỤC]

Runs without a display, on the invented commune, in the light theme at 1280×720.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from may_anh import Camera  # sets the platform and the path
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QLabel
from tep_bia import someones_list

from khenthuong.app import make_application
from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import RecipientKind, Step
from khenthuong.domain.pathway import Station
from khenthuong.services import demo, register
from khenthuong.services.workspace import Workspace
from khenthuong.ui import manual_pages
from khenthuong.ui.cures import COUNCIL
from khenthuong.ui.fault_dialog import FaultDialog
from khenthuong.ui.main_window import (
    CHANGES,
    DEADLINES,
    HOME,
    IMPORT,
    LAYOUT,
    OFFICE,
    PAPERS,
    REGISTER,
    REPORTS,
    ROUNDS,
    RULEBOOK,
    SHORTCUTS,
    SUGGESTIONS,
)
from khenthuong.ui.navigation import EXAMPLES, MOVEMENTS, STATISTICS
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.movements.movements import MovementsScreen
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.layout_check import LayoutCheckScreen
from khenthuong.ui.screens.paperwork.papers import PapersScreen
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.statistics.statistics import StatisticsScreen

SIZE = "1280x720"
SHOWN_WIDTH = 1024
"""Pictures are kept at this width: what the window of the manual shows at most."""
COLOURS = 192
MAIN_ROUND = "D1"


class ManualCamera(Camera):
    """Keeps pictures in few colours, at the width they are read in."""

    def shoot(self, name: str) -> None:
        """Take a picture of the window, without the path of this computer."""
        self.settle()
        here = str(self.desk.home.parent)
        for one in self.window.findChildren(QLabel):
            if here in one.text():
                one.setText(one.text().replace(here, "D:"))
        self.keep(name, self.window.grab().toImage())

    def keep(self, name: str, picture: QImage) -> None:
        """Make a picture small and write it."""
        whole = self.out / f"{name}.png"
        picture.save(str(whole))
        with Image.open(whole) as taken:
            width, height = taken.size
            share = min(SHOWN_WIDTH / width, 1)
            small = taken.convert("RGB").resize(
                (round(width * share), round(height * share)), Image.Resampling.LANCZOS
            )
        small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            whole, optimize=True
        )
        print(whole)

    def open(self, number: int) -> object:
        """Open a screen and wait for it."""
        self.window.strip.hide()
        self.window.open_screen(number)
        self.settle()
        return self.window.screen_open


def main(arguments: list[str]) -> int:
    """Take all pictures."""
    out = Path(arguments[0]) if arguments else manual_pages.folder() / "hinh"
    out.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    shelter = manual_pages.folder().parent.parent / "build"  # no temporary folder: it is warned of
    shelter.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="anh-", dir=shelter) as folder:
        camera = ManualCamera(application, Path(folder, "trong"), out, SIZE)
        beginning(camera)
        camera.close()
        sample = Path(folder, "xa_mau")
        demo.open_sample(sample)
        camera = ManualCamera(application, sample, out, SIZE)
        takes: tuple[Callable[[ManualCamera], None], ...] = (
            daily,
            rounds,
            movements,
            papers,
            figures,
            intake,
            rules,
            office,
            practice,
        )
        for take in takes:
            take(camera)
        camera.close()
    return 0


def beginning(camera: ManualCamera) -> None:
    """The first start, with a commune looked for."""
    first = camera.window.first_start
    first.province.list.setCurrentRow(min(5, first.province.list.count() - 1))
    camera.settle()
    first.commune.line.setText("an")
    first.commune.line.textEdited.emit("an")
    camera.shoot("bat-dau")


def daily(camera: ManualCamera) -> None:
    """Home, the register, what anywhere can be found and taken back."""
    camera.open(HOME)
    time.sleep(0.9)
    camera.shoot("hom-nay")
    screen = camera.open(REGISTER)
    assert isinstance(screen, RegisterScreen)
    camera.shoot("so")
    screen.go_to(_with_evidence(camera), "achievements")
    camera.shoot("so-minh-chung")
    screen.panel.open_tab("")
    camera.window.palette_box.open()
    camera.window.palette_box.line.setText("nguyen")
    time.sleep(0.2)
    camera.shoot("tim-moi-thu")
    camera.window.palette_box.leave()
    screen.panel.bin.click()
    camera.settle()
    camera.window.undoing.undo()
    camera.settle()
    for number, name in (
        (CHANGES, "lich-su"),
        (SHORTCUTS, "phim-tat"),
        (DEADLINES, "thoi-han"),
        (SUGGESTIONS, "ai-du-dieu-kien"),
    ):
        camera.open(number)
        camera.shoot(name)


def _with_evidence(camera: ManualCamera) -> str:
    """A recipient whose achievement has evidence."""
    ws: Workspace = camera.desk.ws
    codes = register.search(ws, RecipientKind.PERSON)
    profiles = (register.profile(ws, code) for code in codes)
    return next(p.recipient.code for p in profiles if any(a.evidence for a in p.achievements))


def rounds(camera: ManualCamera) -> None:
    """The seven steps of the yearly round, and all that is missing."""
    screen = camera.open(ROUNDS)
    assert isinstance(screen, RoundsScreen)
    screen.go_to(MAIN_ROUND, Step.LIST)
    camera.shoot("dot-danh-sach")
    screen.list_missing()
    camera.shoot("con-thieu-gi")
    screen.steps.choose(Station.APPRAISAL)
    camera.shoot("dot-tham-dinh")
    screen.steps.choose(Station.MEETING)
    camera.settle()
    screen.meetings.go_to(COUNCIL, "")
    camera.settle()
    count = screen.meetings.count
    count.tabs.setCurrentIndex(0)
    camera.shoot("hop-diem-danh")
    count.tabs.setCurrentIndex(1)
    camera.shoot("hop-bieu-quyet")
    screen.steps.choose(Station.NOTICE)
    camera.settle()
    screen.notices.tabs.setCurrentWidget(screen.notices.opinions)
    screen.new()
    camera.shoot("niem-yet-y-kien")
    screen.escape()
    _sent_and_decided(camera, screen)


def _sent_and_decided(camera: ManualCamera, screen: RoundsScreen) -> None:
    screen.steps.choose(Station.DOSSIER)
    camera.settle()
    screen.dossier.make.click()
    camera.shoot("dot-ho-so")
    camera.desk.run(_seal, MAIN_ROUND, camera.desk.root.parent, done=lambda _: screen.refresh())
    camera.settle()
    screen.steps.choose(Station.SENDING)
    camera.shoot("dot-gui")
    screen.steps.choose(Station.RESULT)
    camera.shoot("dot-ket-qua")
    screen.results.enter.click()
    camera.shoot("dot-quyet-dinh")
    screen.escape()
    screen.steps.choose(Station.LIST)


def _seal(ws: Workspace, code: str, out: Path) -> None:
    from khenthuong.services.dossier import sealing

    sealing.seal(ws, code, out / "goi")


def movements(camera: ManualCamera) -> None:
    """A movement of the commune, its figures; good examples."""
    screen = camera.open(MOVEMENTS)
    assert isinstance(screen, MovementsScreen)
    screen.go_to("PT04")
    camera.settle()
    camera.shoot("phong-trao")
    screen.tabs.setCurrentWidget(screen.figures)
    camera.shoot("phong-trao-tien-do")
    camera.desk.run(_foster, done=lambda _: None)
    camera.open(EXAMPLES)
    camera.shoot("dien-hinh")


def _foster(ws: Workspace) -> None:
    """Two good examples of the invented commune."""
    from khenthuong.services.examples import board

    people = sorted(register.search(ws, RecipientKind.PERSON))
    day = ws.today() - timedelta(days=20)
    for code, name in (
        (people[3], "Trả kết quả thủ tục hành chính tại nhà cho người già yếu"),
        (people[9], "Vườn ươm cây giống cho hộ nghèo"),
    ):
        board.save(
            ws,
            GoodExample(board.new_code(ws), code, name, found=day, found_by="Thôn", content=name),
        )


def papers(camera: ManualCamera) -> None:
    """Reports to write, papers on demand, numbers, certificates."""
    camera.open(REPORTS)
    camera.shoot("bieu-mau")
    screen = camera.open(PAPERS)
    assert isinstance(screen, PapersScreen)
    camera.shoot("van-ban")
    screen.tabs.setCurrentWidget(screen.numbers)
    camera.shoot("so-so")
    screen.tabs.setCurrentIndex(0)
    screen.open_certificates()
    camera.shoot("giay-khen")
    assert screen.certificates is not None
    screen.certificates.back.click()


def figures(camera: ManualCamera) -> None:
    """Statutory tables and the fund."""
    screen = camera.open(STATISTICS)
    assert isinstance(screen, StatisticsScreen)
    screen.statutory.year.setCurrentIndex(screen.statutory.year.findText("2025"))
    screen.statutory.go_to("03_xa")
    camera.shoot("thong-ke")
    screen.tabs.setCurrentWidget(screen.fund)
    camera.shoot("quy")


def intake(camera: ManualCamera) -> None:
    """The sample workbook read again, and somebody's list."""
    screen = camera.open(IMPORT)
    assert isinstance(screen, ImportScreen)
    screen.read(demo.sample_workbook())
    camera.shoot("nhap-doc-thu")
    screen.escape()
    screen.open_lists()
    camera.settle()
    screen.lists.read(someones_list(camera.desk.root))
    camera.shoot("nhap-ghep-cot")
    screen.escape()
    screen.pages.setCurrentIndex(0)


def rules(camera: ManualCamera) -> None:
    """The rulebook, and a paper's layout."""
    camera.open(RULEBOOK)
    camera.shoot("quy-dinh")
    screen = camera.open(LAYOUT)
    assert isinstance(screen, LayoutCheckScreen)
    screen.read(next(camera.desk.root.glob("van_ban/**/*to-trinh.docx")))
    camera.shoot("the-thuc")


def office(camera: ManualCamera) -> None:
    """The office, its council, backups, health, looks; the report of a fault."""
    screen = camera.open(OFFICE)
    assert isinstance(screen, OfficeScreen)
    camera.shoot("co-quan")
    for page, name in ((screen.council, "hoi-dong"), (screen.display, "hien-thi")):
        screen.tabs.setCurrentWidget(page)
        camera.shoot(name)
    screen.tabs.setCurrentWidget(screen.backup)
    screen.backup.back_up.click()
    camera.shoot("sao-luu")
    screen.tabs.setCurrentWidget(screen.health)
    screen.health.examine()
    camera.shoot("kiem-tra-so")
    screen.tabs.setCurrentIndex(0)
    dialog = FaultDialog(camera.desk.root, camera.window)
    dialog.resize(QSize(900, 560))
    dialog.show()
    while not dialog.keep.isEnabled():
        camera.application.processEvents()
    camera.keep("bao-loi", dialog.grab().toImage())
    dialog.done(QDialog.DialogCode.Rejected)


def practice(camera: ManualCamera) -> None:
    """The sample commune opened to play with."""
    camera.window.practice.open()
    camera.settle()
    time.sleep(0.9)
    camera.window.strip.hide()
    camera.shoot("xa-mau")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
