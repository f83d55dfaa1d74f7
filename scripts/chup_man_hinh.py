"""Take a picture of every screen on the invented commune, at the size of an old office screen.

    python scripts/chup_man_hinh.py THƯ_MỤC [--size 1366x768] [--look toi] [--percent 200]

Runs without a display. The pictures of the manual are taken by scripts/chup_huong_dan.py.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from may_anh import Camera  # sets the platform and the path
from tep_bia import changed_workbook, someones_list, someones_template

from khenthuong.app import make_application
from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import RecipientKind, Status, Step
from khenthuong.domain.pathway import Station
from khenthuong.services import demo
from khenthuong.services import register as register_service
from khenthuong.services.drafts import Draft
from khenthuong.services.examples import board
from khenthuong.services.paperwork import papers as papers_service
from khenthuong.services.workspace import Workspace
from khenthuong.ui import theme
from khenthuong.ui.main_window import (
    CHANGES,
    DEADLINES,
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
from khenthuong.ui.screens.examples.examples import ExamplesScreen
from khenthuong.ui.screens.intake.importing import ImportScreen
from khenthuong.ui.screens.movements.movements import MovementsScreen
from khenthuong.ui.screens.office.office import OfficeScreen
from khenthuong.ui.screens.paperwork.layout_check import LayoutCheckScreen
from khenthuong.ui.screens.paperwork.papers import PapersScreen
from khenthuong.ui.screens.paperwork.reports import ReportsScreen
from khenthuong.ui.screens.register.register import RegisterScreen
from khenthuong.ui.screens.rounds.rounds import RoundsScreen
from khenthuong.ui.screens.rulebook.rulebook import RulebookScreen
from khenthuong.ui.screens.statistics.statistics import StatisticsScreen
from khenthuong.ui.screens.suggestions.suggestions import SuggestionsScreen

Shot = Callable[[str], None]


def main(arguments: list[str]) -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Chụp mọi màn hình của chương trình.")
    parser.add_argument("out", type=Path, metavar="THƯ_MỤC")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--look", default="sang", choices=[look.value for look in theme.Look])
    parser.add_argument("--percent", type=int, default=100, help="cỡ chữ, 100 đến 200")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    theme.apply(application, theme.Look(given.look), given.percent)
    with tempfile.TemporaryDirectory(prefix="khenthuong-anh-") as folder:
        empty, sample = Path(folder, "trong"), Path(folder, "xa_mau")
        camera = Camera(application, empty, given.out, given.size)
        first_start(camera)
        camera.close()
        demo.open_sample(sample)
        camera = Camera(application, sample, given.out, given.size)
        for take in (
            register,
            rounds,
            deadlines,
            figures,
            suggestions,
            movements,
            examples,
            reports,
            papers,
            importing,
            layout,
            office,
            rulebook,
            habits,
        ):
            take(camera)
        camera.close()
    return 0


def figures(camera: Camera) -> None:
    """Statutory tables, free tables, the fund."""
    camera.window.open_screen(STATISTICS)
    camera.settle()
    screen = camera.window.screen_open
    assert isinstance(screen, StatisticsScreen)
    screen.statutory.year.setCurrentIndex(screen.statutory.year.findText("2025"))
    screen.statutory.go_to("03_xa")
    camera.settle()
    camera.shoot("thong-ke-bieu")
    screen.tabs.setCurrentWidget(screen.free)
    camera.settle()
    camera.shoot("thong-ke-tu-chon")
    screen.tabs.setCurrentWidget(screen.plots)
    camera.settle()
    camera.shoot("thong-ke-bieu-do")
    screen.tabs.setCurrentWidget(screen.fund)
    camera.settle()
    camera.shoot("thong-ke-quy")


def first_start(camera: Camera) -> None:
    """The first start, with a commune looked for."""
    camera.shoot("00-bat-dau")
    first = camera.window.first_start
    first.province.list.setCurrentRow(min(5, first.province.list.count() - 1))
    camera.settle()
    first.commune.line.setText("an")
    first.commune.line.textEdited.emit("an")
    camera.shoot("01-bat-dau-chon-xa")


def register(camera: Camera) -> None:
    """The register: persons, records, a unit, history, search."""
    screen = camera.window.made_screen(REGISTER)
    assert isinstance(screen, RegisterScreen)
    camera.window.open_screen(REGISTER)
    camera.shoot("10-so-ca-nhan")
    for number, key in enumerate(("ratings", "awards", "achievements"), start=11):
        screen.panel.open_tab(key)
        camera.shoot(f"{number}-so-{key}")
    screen.panel.open_tab("ratings")
    screen.panel.records["ratings"].begin_new()
    camera.shoot("14-so-them-xep-loai")
    screen.escape()
    screen.panel.tabs.setCurrentWidget(screen.panel.history)
    camera.shoot("15-so-lich-su")
    screen.panel.open_tab("")
    screen.go_to(_with_evidence(camera), "achievements")
    camera.shoot("15-so-minh-chung")
    screen.panel.open_tab("")
    screen.kinds.setCurrentIndex(0)
    camera.shoot("16-so-tap-the")
    screen.kinds.setCurrentIndex(2)
    camera.shoot("17-so-ho-gia-dinh")
    screen.kinds.setCurrentIndex(1)
    screen.search.setText("nguyen")
    screen.search.searched.emit("nguyen")
    camera.shoot("18-so-tim")
    screen.search.clear()
    screen.new()
    camera.settle()
    screen.save()
    camera.shoot("19-so-them-moi")
    screen.escape()
    people(camera, screen)


def people(camera: Camera, screen: RegisterScreen) -> None:
    """Uses and effects under their tabs; duplicates, a move, a reform; nothing is written."""
    for number, key in enumerate(("initiatives", "disciplines", "careers"), start=1):
        screen.go_to(_with_records(camera, key), key)
        camera.settle()
        screen.panel.records[key].stop()
        camera.shoot(f"19-so-{number}-{key}")
    screen.panel.open_tab("")
    screen.panel.records["ratings"].stop()
    screen.open_twins()
    camera.shoot("19-so-4-trung")
    screen.escape()
    persons = register_service.search(camera.desk.ws, RecipientKind.PERSON)
    screen.pages.begin_merge(persons[:2])
    camera.shoot("19-so-5-so-hai-dong")
    screen.escape()
    screen.pages.begin_move(persons[:3])
    camera.shoot("19-so-6-chuyen")
    screen.escape()
    units = register_service.search(camera.desk.ws, RecipientKind.UNIT)[:2]
    names = [register_service.get(camera.desk.ws, code).name for code in units]
    screen.pages.begin_reform(units, names)
    camera.shoot("19-so-7-sap-nhap")
    screen.escape()


def _with_records(camera: Camera, key: str) -> str:
    """A person with something under a tab; the first person where nobody has."""
    codes = register_service.search(camera.desk.ws, RecipientKind.PERSON)
    profiles = (register_service.profile(camera.desk.ws, code) for code in codes)
    return next((p.recipient.code for p in profiles if getattr(p, key)), codes[0])


def _with_evidence(camera: Camera) -> str:
    """A recipient whose achievement has evidence."""
    ws = camera.desk.ws
    codes = register_service.search(ws, RecipientKind.PERSON)
    profiles = (register_service.profile(ws, code) for code in codes)
    return next(p.recipient.code for p in profiles if any(a.evidence for a in p.achievements))


def _add_and_prove(camera: Camera, screen: RoundsScreen) -> None:
    """A new nomination begun; files beside the first criterion that files can prove."""
    screen.nominations.begin_add()
    camera.shoot("24-dot-xet-them-de-nghi")
    screen.escape()
    rows = [one for one in screen.nominations.findings.rows if not one.prove.isHidden()]
    for row in rows[:1]:
        row.prove.click()
        camera.shoot("24-dot-xet-minh-chung")
    screen.escape()


def rounds(camera: Camera) -> None:
    """Every round's list, then the steps of the first."""
    screen = camera.window.made_screen(ROUNDS)
    assert isinstance(screen, RoundsScreen)
    camera.window.open_screen(ROUNDS)
    camera.settle()
    for number in range(screen.combo.count()):
        screen.combo.setCurrentIndex(number)
        screen.combo.activated.emit(number)
        camera.settle()
        for status, key in _one_of_each(screen):
            screen.nominations.choose(*key)
            camera.shoot(f"2{number}-dot-xet-{status}")
    screen.combo.setCurrentIndex(0)
    screen.combo.activated.emit(0)
    camera.settle()
    _add_and_prove(camera, screen)
    screen.nominations.edit.setChecked(True)
    camera.shoot("24-dot-xet-sua-de-nghi")
    screen.escape()
    screen.edit_round()
    camera.shoot("25-dot-xet-sua-dot")
    screen.escape()
    for step in (Step.MEETING, Step.NOTICE, Step.DOSSIER):
        screen.steps.choose(step)
        camera.shoot(f"26-dot-xet-{step.value}")
    _proof(camera, screen)
    screen.dossier.make.click()
    camera.shoot("27-dot-xet-van-ban")
    paper = screen.dossier.table.record(0)
    with (camera.desk.root / paper.path).open("ab") as edited:
        edited.write(b" ")
    screen.refresh()
    camera.shoot("28-dot-xet-da-sua-ngoai")
    screen.go_to("D1", Step.LIST)
    camera.settle()
    for line in screen.view.lines if screen.view else ():
        if line.nomination.initiatives and line.nomination.achievements:
            screen.nominations.choose(*line.nomination.key)
            break
    screen.nominations.edit.setChecked(True)
    camera.shoot("29-dot-xet-chon-sang-kien")
    screen.escape()


def _one_of_each(screen: RoundsScreen) -> Iterator[tuple[str, tuple[str, str]]]:
    seen: set[Status] = set()
    for line in screen.view.lines if screen.view else ():
        if line.status not in seen:
            seen.add(line.status)
            yield line.status.value, line.nomination.key


def suggestions(camera: Camera) -> None:
    """Who qualifies, several ticked for a round, one thing missing; the ladder in the register."""
    screen = camera.window.made_screen(SUGGESTIONS)
    assert isinstance(screen, SuggestionsScreen)
    camera.window.open_screen(SUGGESTIONS)
    camera.shoot("26-ai-du-dieu-kien")
    kind = screen.table.record(0).found.round_kind
    rows = [row for row in screen.table.records if row.found.round_kind is kind][:3]
    screen.table.tick(rows, on=True)
    screen.new()
    camera.shoot("27-ai-du-dieu-kien-dot-xet")
    screen.escape()
    screen.table.tick(rows, on=False)
    screen.groups.setCurrentIndex(2)
    camera.shoot("28-ai-du-dieu-kien-thieu-mot-dieu")
    register_screen = camera.window.made_screen(REGISTER)
    assert isinstance(register_screen, RegisterScreen)
    camera.window.open_screen(REGISTER)
    camera.settle()
    register_screen.panel.tabs.setCurrentWidget(register_screen.panel.ladder)
    camera.shoot("29-so-bac-thang")
    register_screen.panel.open_tab("")


def _proof(camera: Camera, screen: RoundsScreen) -> None:
    """The four demands over the open round; back to its dossier."""
    screen.steps.choose(Station.APPRAISAL)
    camera.shoot("26-dot-xet-tham-dinh")
    screen.steps.choose(Step.DOSSIER)


def movements(camera: Camera) -> None:
    """A movement of the commune: where its targets stand, who takes part, figures, results."""
    camera.window.open_screen(MOVEMENTS)
    screen = camera.window.made_screen(MOVEMENTS)
    assert isinstance(screen, MovementsScreen)
    camera.settle()
    screen.go_to("PT04")
    camera.settle()
    pages = {
        screen.state: "phong_trao",
        screen.units: "phong_trao_don_vi",
        screen.figures: "phong_trao_tien_do",
        screen.results: "phong_trao_ket_qua",
        screen.plots: "phong_trao_bieu_do",
    }
    for page, name in pages.items():
        screen.tabs.setCurrentWidget(page)
        camera.shoot(name)
    screen.tabs.setCurrentIndex(screen.editor.targets_page)
    camera.shoot("phong_trao_chi_tieu")
    screen.open_clusters()
    screen.new()
    camera.shoot("cum_khoi")
    screen.escape()
    screen.escape()


def examples(camera: Camera) -> None:
    """A good example on its board, what its next step asks, and a sudden deed being typed."""
    ws = camera.desk.ws
    found = ws.today() - timedelta(days=120)
    made = GoodExample(
        "", "TT03", "Ngõ hoa tự quản", "PT04", found=found, found_by="Ban công tác Mặt trận thôn"
    )
    made = board.save(ws, made)
    camera.window.open_screen(EXAMPLES)
    screen = camera.window.made_screen(EXAMPLES)
    assert isinstance(screen, ExamplesScreen)
    camera.settle()
    screen.go_to(made.code)
    camera.settle()
    camera.shoot("dien_hinh")
    screen.card.forward.click()
    camera.shoot("dien_hinh_buoc_tiep")
    screen.escape()
    screen.new_deed()
    camera.shoot("viec_dot_xuat")
    screen.escape()


def deadlines(camera: Camera) -> None:
    """What is due."""
    camera.window.open_screen(DEADLINES)
    camera.shoot("23-thoi-han")


def reports(camera: Camera) -> None:
    """The first report, begun and with problems shown."""
    screen = camera.window.made_screen(REPORTS)
    assert isinstance(screen, ReportsScreen)
    camera.window.open_screen(REPORTS)
    camera.shoot("30-bieu-mau")
    screen.view.select(1)
    camera.shoot("33-bieu-mau-van-ban-chung")
    screen.view.select(screen.table.groups[-1] + 1)
    camera.settle()
    screen.area.verticalScrollBar().setValue(400)
    camera.shoot("31-bieu-mau-cuon")
    screen.save()
    screen.area.verticalScrollBar().setValue(0)
    camera.shoot("32-bieu-mau-con-thieu")


def papers(camera: Camera) -> None:
    """Papers on demand: an invitation before and after it is made."""
    camera.window.open_screen(PAPERS)
    screen = camera.window.made_screen(PAPERS)
    assert isinstance(screen, PapersScreen)
    camera.settle()
    combo = screen.subject.round
    for row in range(combo.count()):
        combo.setCurrentIndex(row)
        combo.activated.emit(row)
        if screen.subject.meeting.count():
            break
    camera.shoot("van-ban")
    assert screen.form is not None
    row_ = screen.form.rows["noi_dung_hop"]
    row_.editor.set_value("cuộc họp Hội đồng Thi đua - Khen thưởng xét khen thưởng năm 2026")
    screen.save()
    camera.settle()
    year = camera.desk.ws.today().year
    screen.made.number.number.setText("4")
    screen.made.number.day.set_iso(f"{year}-03-02")
    screen.made.number.save.click()
    camera.settle()
    camera.shoot("van-ban-da-lap")
    screen.open_certificates()
    page = screen.certificates
    assert page is not None
    camera.shoot("giay-khen")
    for number, name in enumerate(("bo-cuc", "may-in", "nhat-ky"), start=1):
        page.tabs.setCurrentIndex(number)
        camera.shoot(f"giay-khen-{name}")
    page.back.click()
    screen.tabs.setCurrentWidget(screen.numbers)
    camera.settle()
    screen.numbers.begin_aside()
    camera.shoot("van-ban-so-so")
    screen.numbers.stop()


def importing(camera: Camera) -> None:
    """Before, and with the sample workbook read again."""
    screen = camera.window.made_screen(IMPORT)
    assert isinstance(screen, ImportScreen)
    camera.window.open_screen(IMPORT)
    camera.shoot("40-nhap")
    screen.read(demo.sample_workbook())
    camera.shoot("41-nhap-doc-thu")
    screen.tabs.setCurrentIndex(1)
    camera.shoot("42-nhap-o-can-xem")
    screen.read(changed_workbook(camera.desk.root))
    camera.settle()
    screen.tabs.setCurrentIndex(2)
    camera.shoot("43-nhap-khac-so")
    screen.escape()
    _lists(camera, screen)


def _lists(camera: Camera, screen: ImportScreen) -> None:
    """Somebody's list: columns, questions, what it would do; and a round into a template."""
    screen.open_lists()
    camera.shoot("44-danh-sach-khac")
    screen.lists.read(someones_list(camera.desk.root))
    camera.settle()
    camera.shoot("45-danh-sach-ghep-cot")
    screen.lists.tabs.setCurrentIndex(1)
    camera.shoot("46-danh-sach-cau-hoi")
    answers = {"round:": "D1"}
    while screen.lists.preview.open_questions:
        for one in screen.lists.preview.open_questions:
            answers[one.key] = answers.get(one.key) or one.proposed or one.choices[0][0]
        for key, answer in answers.items():
            screen.lists.questions.answered.emit(key, answer)
            camera.settle()
    screen.lists.tabs.setCurrentIndex(2)
    camera.shoot("47-danh-sach-se-lam-gi")
    screen.lists.tabs.setCurrentIndex(3)
    camera.shoot("48-danh-sach-o-can-xem")
    screen.open_export()
    camera.settle()
    screen.export.lay(someones_template(camera.desk.root))
    camera.settle()
    camera.shoot("49-dien-vao-mau")
    screen.escape()
    screen.pages.setCurrentIndex(0)


def layout(camera: Camera) -> None:
    """The layout check: waiting, and an annex that deviates."""
    camera.window.open_screen(LAYOUT)
    screen = camera.window.made_screen(LAYOUT)
    assert isinstance(screen, LayoutCheckScreen)
    camera.shoot("70-the-thuc")
    made: list[Path] = []
    camera.desk.run(_one_paper, camera.desk.root.parent / "van_ban", done=made.append)
    camera.settle()
    screen.read(made[0])
    camera.shoot("71-the-thuc-ket-qua")
    screen.only_open.setChecked(True)
    camera.shoot("72-the-thuc-cho-lech")


def _one_paper(ws: Workspace, out: Path) -> Path:
    return papers_service.make(ws, "D3", out).papers[0].path


def office(camera: Camera) -> None:
    """The office, its backups, the check of the books with something to find."""
    screen = camera.window.made_screen(OFFICE)
    assert isinstance(screen, OfficeScreen)
    camera.window.open_screen(OFFICE)
    camera.shoot("50-co-quan")
    screen.tabs.setCurrentWidget(screen.backup)
    screen.backup.back_up.click()
    camera.shoot("51-sao-luu")
    screen.tabs.setCurrentWidget(screen.health)
    screen.health.examine()
    camera.shoot("52-kiem-tra-so")
    root = camera.desk.root
    (root / "van_ban" / "to-trinh.docx.dang-ghi").write_bytes(b"")
    left = root / "minh_chung" / "ff" / "anh-chup.jpg"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"")
    next(path for path in root.glob("minh_chung/*/*.pdf")).unlink()
    screen.health.examine()
    camera.shoot("53-kiem-tra-so-co-cho-hong")


def habits(camera: Camera) -> None:
    """Ctrl+K, the history of changes, taking back, the sheet of keys, drafts left behind."""
    window = camera.window
    window.open_screen(REGISTER)
    window.palette_box.open()
    window.palette_box.line.setText("nguyen")
    time.sleep(0.2)
    camera.shoot("95-tim-moi-thu")
    window.palette_box.leave()
    screen = window.made_screen(REGISTER)
    assert isinstance(screen, RegisterScreen)
    screen.panel.bin.click()
    camera.shoot("96-bo-va-hoan-tac")
    window.undoing.undo()
    camera.settle()
    window.open_screen(CHANGES)
    camera.shoot("97-lich-su-thay-doi")
    window.open_screen(SHORTCUTS)
    camera.shoot("98-phim-tat")
    window.open_screen(REGISTER)
    left = Draft("so", "", "Sổ, Nguyễn Văn Ước, xếp loại", kept="2026-11-22T10:45:00+07:00")
    window.draft_bar.offer(((Path("ban_nhap.json"), left),))
    camera.shoot("99-ban-nhap")


def rulebook(camera: Camera) -> None:
    """The rulebook: criteria, confirming one, the province's values, texts; judging again."""
    screen = camera.window.made_screen(RULEBOOK)
    assert isinstance(screen, RulebookScreen)
    camera.window.open_screen(RULEBOOK)
    camera.shoot("60-quy-dinh")
    screen.go_to("giay_khen_xa", "tieu_chuan_cua_tinh")
    screen.criteria.confirm.click()
    camera.shoot("61-quy-dinh-xac-nhan")
    screen.escape()
    screen.tabs.setCurrentWidget(screen.values)
    screen.values.begin_edit()
    camera.shoot("62-quy-dinh-muc-cua-tinh")
    screen.escape()
    screen.tabs.setCurrentIndex(2)
    camera.shoot("63-quy-dinh-van-ban")
    screen.tabs.setCurrentWidget(screen.forms)
    camera.settle()
    screen.forms.confirm.click()
    camera.shoot("66-quy-dinh-bieu-mau")
    screen.escape()
    rounds_screen = camera.window.made_screen(ROUNDS)
    assert isinstance(rounds_screen, RoundsScreen)
    camera.window.open_screen(ROUNDS)
    camera.settle()
    rounds_screen.go_to("D1", Step.LIST)
    camera.settle()
    rounds_screen.nominations.again.click()
    camera.shoot("64-danh-gia-lai")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
