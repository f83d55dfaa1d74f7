"""What is being typed is kept every second and comes back into the very form after a crash."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from khenthuong.domain.kinds import Authority, RecipientKind, Step
from khenthuong.domain.pathway import Station
from khenthuong.paths import DataFolder
from khenthuong.services import register
from khenthuong.services.dossier import sealing
from khenthuong.services.drafts import Draft
from khenthuong.services.workspace import open_workspace
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import OFFICE, REGISTER, ROUNDS, MainWindow
from khenthuong.ui.navigation import MOVEMENTS, STATISTICS
from khenthuong.ui.screens.movements.movement_sheets import TASKS

from .conftest import AtOnce, press, put_away, type_text

TYPE_AND_DIE = """
import os, sys, time
from pathlib import Path
import khenthuong.ui
from khenthuong import app
from khenthuong.ui.desk import Desk
from khenthuong.ui.jobs import Jobs
from khenthuong.ui.main_window import REGISTER, MainWindow
a = app.make_application([])
d = Desk(Jobs(), Path(sys.argv[1]))
w = MainWindow(d)
w.show()
w.start()
app._wait(a, d)
w.open_screen(REGISTER)
app._wait(a, d)
w.made_screen(REGISTER).go_to("CN-002")
app._wait(a, d)
panel = w.made_screen(REGISTER).panel
row = panel.form.rows["position"]
row.editor.set_value("Chủ tịch Hội Nông dân xã")
row.edited.emit("position")
folder = Path(sys.argv[1]) / "nhap"
until = time.monotonic() + 30
while time.monotonic() < until and not list(folder.glob("dang_go__*.json")):
    a.processEvents()
    time.sleep(0.01)
os.kill(os.getpid(), 9)
"""


def files(root: Path) -> list[Path]:
    return sorted(DataFolder(root).drafts.glob("dang_go__*.json"))


def wait_kept(qtbot, window: MainWindow, count: int = 1) -> list[Path]:
    window.drafts.keep()
    qtbot.waitUntil(lambda: len(files(window.desk.root)) == count)
    return files(window.desk.root)


def again(qtbot, window: MainWindow, root: Path) -> MainWindow:
    """The next start over a copy of the folder as it lies there."""
    made = MainWindow(Desk(Jobs(runner=AtOnce()), root))
    qtbot.addWidget(made, before_close_func=put_away)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: bool(made.draft_bar.text))
    return made


def crashed(window: MainWindow, draft: Draft) -> None:
    """A run that never ended left this behind."""
    from khenthuong.services import drafts

    drafts.keep(drafts.path_of(window.desk.root, draft.screen, "1"), draft)


def offered(qtbot, window: MainWindow, path: Path, draft: Draft) -> None:
    window.draft_bar.offer(((path, draft),))
    assert draft.about in window.draft_bar.text
    window.draft_bar.open.click()


def test_a_killed_program_gives_the_draft_back(qtbot, books: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TYPE_AND_DIE, str(books)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    (left,) = files(books)
    window = again(qtbot, None, books)
    try:
        assert "Lê Văn Ước" in window.draft_bar.text
        window.draft_bar.open.click()
        panel = window.made_screen(REGISTER).panel
        assert panel.code == "CN-002"
        assert panel.form.rows["position"].editor.value() == "Chủ tịch Hội Nông dân xã"
        assert window.made_screen(REGISTER).unsaved()
        window.drafts.keep()
        qtbot.waitUntil(lambda: left not in files(books))
        assert len(files(books)) == 1
        window.made_screen(REGISTER).save()
        assert register.get(window.desk.ws, "CN-002").position == "Chủ tịch Hội Nông dân xã"
        window.drafts.keep()
        qtbot.waitUntil(lambda: files(books) == [])
    finally:
        window.close()
        window.desk.close()


def kept(qtbot, window: MainWindow) -> Draft:
    """What is being typed, as it reads after a crash; then it is given up."""
    from khenthuong.services import drafts

    wait_kept(qtbot, window)
    ((_, draft),) = drafts.left(window.desk.root)
    for screen in window.screens:
        screen.escape()
    window.drafts.keep()
    qtbot.waitUntil(lambda: files(window.desk.root) == [])
    return draft


def put_back(qtbot, window: MainWindow, draft: Draft) -> None:
    crashed(window, draft)
    offered(qtbot, window, files(window.desk.root)[0], draft)


def test_a_new_person_comes_back(qtbot, window: MainWindow) -> None:
    screen = window.made_screen(REGISTER)
    screen.new()
    type_text(screen.panel.form.rows["name"].editor.target, "Hoàng Thị Mới")
    draft = kept(qtbot, window)
    assert not screen.unsaved()
    put_back(qtbot, window, draft)
    assert screen.panel.code == ""
    assert screen.panel.form.rows["name"].editor.value() == "Hoàng Thị Mới"
    screen.save()
    assert register.search(window.desk.ws, RecipientKind.PERSON, "hoang moi")


def test_a_record_comes_back_as_a_change_of_that_record(qtbot, window: MainWindow) -> None:
    screen = window.made_screen(REGISTER)
    screen.go_to("CN-001", "ratings", record="2025")
    pane = screen.panel.records["ratings"]
    type_text(pane.form.rows["decision_number"].editor.target, "12/QĐ-UBND")
    draft = kept(qtbot, window)
    put_back(qtbot, window, draft)
    assert pane.editing
    assert pane.form.rows["decision_number"].editor.value() == "12/QĐ-UBND"
    screen.save()
    (only,) = register.profile(window.desk.ws, "CN-001").ratings
    assert only.decision_number == "12/QĐ-UBND"


def test_the_office_and_its_signers_come_back(qtbot, window: MainWindow) -> None:
    window.open_screen(OFFICE)
    screen = window.made_screen(OFFICE)
    screen.signers.model.setData(screen.signers.model.index(0, 0), "Lê Thị Lan")
    line = screen.form.rows["place"].editor.target
    line.selectAll()
    type_text(line, "Vĩnh An")
    draft = kept(qtbot, window)
    put_back(qtbot, window, draft)
    assert screen.unsaved()
    assert screen.form.rows["place"].editor.value() == "Vĩnh An"
    assert screen.signers.rows()[0]["name"] == "Lê Thị Lan"


@pytest.fixture
def rounds(sample_window: MainWindow):
    sample_window.open_screen(ROUNDS)
    made = sample_window.made_screen(ROUNDS)
    made.go_to("D1", Step.LIST)
    return made


def test_a_nomination_comes_back(qtbot, sample_window: MainWindow, rounds) -> None:
    page = rounds.nominations
    recipient, award = page.table.line(page.view.row()).nomination.key
    page.begin_edit(recipient, "content")
    type_text(page.details.form.rows["content"].editor.target, "Viết dở")
    draft = kept(qtbot, sample_window)
    assert not rounds.unsaved()
    page.view.select(page.table.rowCount() - 1)
    put_back(qtbot, sample_window, draft)
    assert page.edit.isChecked()
    assert page.table.line(page.view.row()).nomination.key == (recipient, award)
    assert "Viết dở" in str(page.details.form.rows["content"].editor.value())


def test_votes_come_back(qtbot, sample_window: MainWindow, rounds) -> None:
    rounds.steps.choose(Step.MEETING)
    page = rounds.meetings
    page.meetings.view.select(0)
    index = page.votes.index(0, 1)
    before = page.votes.data(index)
    page.votes.setData(index, "77")
    people = page.count.people
    people.tick(1, "vang")
    absent = people.lines[1].name
    draft = rounds.draft()
    assert draft.part == "phieu"
    page._mark_votes(False)
    rounds.refresh()
    assert page.votes.data(page.votes.index(0, 1)) == before
    put_back(qtbot, sample_window, draft)
    assert page.votes.data(page.votes.index(0, 1)) == "77"
    states = {one.name: one.state for one in people.lines}
    assert states[absent] == "vang"
    assert rounds.unsaved()
    page.save()


def test_the_closing_minutes_come_back(qtbot, sample_window: MainWindow, rounds) -> None:
    rounds.steps.choose(Step.NOTICE)
    closing = rounds.notices.closing
    rounds.notices.tabs.setCurrentWidget(closing)
    key = next(key for key, row in closing.form.rows.items() if row.field.type == "text")
    type_text(closing.form.rows[key].editor.target, " viết dở")
    assert rounds.would_lose()
    draft = kept(qtbot, sample_window)
    assert not rounds.would_lose()
    rounds.notices.tabs.setCurrentIndex(0)
    put_back(qtbot, sample_window, draft)
    assert rounds.notices.tabs.currentWidget() is closing
    assert str(closing.form.rows[key].editor.value()).endswith("viết dở")


def test_a_sending_comes_back(qtbot, sample: Path, tmp_path: Path, request) -> None:
    with open_workspace(sample) as ws:
        sealing.seal(ws, "D3", tmp_path / "goi")
    rounds = request.getfixturevalue("rounds")
    window = request.getfixturevalue("sample_window")
    rounds.go_to("D3", Station.SENDING)
    page = rounds.sendings
    page.choose(Authority.PROVINCE)
    assert rounds.draft() is None
    type_text(page.form.rows["receipt"].editor.target, "BN 12")
    draft = kept(qtbot, window)
    assert not page.editing
    rounds.go_to("D1", Step.LIST)
    put_back(qtbot, window, draft)
    assert page.editing
    assert page.form.rows["receipt"].editor.value() == "BN 12"
    rounds.save()
    assert page.table.index(0, 6).data() == "BN 12"


@pytest.mark.parametrize("entered", [False, True])
def test_a_decision_comes_back(qtbot, sample_window: MainWindow, rounds, entered: bool) -> None:
    rounds.go_to("D4", Station.RESULT)
    results, form = rounds.results, rounds.results.decision
    results.begin_new()
    if entered:
        form.form.rows["number"].editor.set_value("118/QĐ-UBND")
        form.form.rows["day"].editor.set_value("2026-09-03")
        rounds.save()
        results.change.click()
    assert rounds.draft() is None
    first = form.table.records[0]
    form.view.select(0)
    press(qtbot, form.view, Qt.Key.Key_Return)
    type_text(form.reason, "Chưa đủ")
    press(qtbot, form.reason, Qt.Key.Key_Return)
    line = form.form.rows["number"].editor.target
    line.selectAll()
    type_text(line, "120/QĐ-UBND")
    draft = kept(qtbot, sample_window)
    assert not rounds.unsaved()
    rounds.go_to("D1", Step.LIST)
    put_back(qtbot, sample_window, draft)
    assert rounds.round_code == "D4"
    assert results.editing
    assert form.form.rows["number"].editor.value() == "120/QĐ-UBND"
    refused = [one for one in form.table.records if not one.granted]
    assert [(one.key, one.reason) for one in refused] == [(first.key, "Chưa đủ")]


@pytest.mark.parametrize("new", [True, False])
def test_a_plan_comes_back(qtbot, sample_window: MainWindow, new: bool) -> None:
    sample_window.open_screen(MOVEMENTS)
    screen = sample_window.made_screen(MOVEMENTS)
    code = screen.code
    if new:
        screen.new()
    assert screen.draft() is None
    type_text(screen.editor.form.rows["name"].editor.target, "Chung sức")
    name = screen.editor.form.rows["name"].editor.value()
    tasks = screen.editor.tasks.model
    content = [one.key for one in TASKS.columns].index("content")
    tasks.setData(tasks.index(0, content), "Phát động ở các thôn")
    rows = screen.editor.tasks.rows()
    draft = kept(qtbot, sample_window)
    assert not screen.unsaved()
    screen.go_to(screen.table.records[-1].movement.code)
    put_back(qtbot, sample_window, draft)
    assert screen.unsaved()
    assert screen.code == ("" if new else code)
    assert screen.editor.form.rows["name"].editor.value() == name
    assert screen.editor.tasks.rows() == rows


def test_an_entry_of_the_fund_comes_back(qtbot, sample_window: MainWindow) -> None:
    sample_window.open_screen(STATISTICS)
    screen = sample_window.made_screen(STATISTICS)
    screen.new()
    earlier = screen.fund.year.itemData(screen.fund.year.count() - 1)
    screen.fund.year.choose(earlier)
    type_text(screen.fund.pane.form.rows["content"].editor.target, "Mua khung")
    draft = kept(qtbot, sample_window)
    assert draft.at["year"] == str(earlier)
    screen.fund.year.setCurrentIndex(0)
    screen.tabs.setCurrentIndex(0)
    put_back(qtbot, sample_window, draft)
    assert screen.tabs.currentWidget() is screen.fund
    assert screen.fund.year.currentData() == earlier
    assert screen.fund.pane.editing
    assert screen.fund.pane.form.rows["content"].editor.value() == "Mua khung"


@pytest.mark.parametrize(("sort", "text"), [(0, "GK"), (1, "HTT")])
def test_cells_of_the_sheet_by_year_come_back(
    qtbot, window: MainWindow, sort: int, text: str
) -> None:
    screen = window.made_screen(REGISTER)
    window.open_screen(REGISTER)
    screen.view.select(screen.table.find("CN-001"))
    screen.open_years()
    sheet = screen.years
    sheet.sorts.setCurrentIndex(sort)
    sheet.year.setCurrentIndex(2)
    sheet.load()
    assert screen.draft() is None
    sheet.grid.setData(sheet.grid.index(1, 0), text)
    title, person = sheet.grid.columns[0].title, sheet.grid.titles[1]
    written = sheet.grid.cell(1, 0)
    draft = kept(qtbot, window)
    assert not screen.unsaved()
    screen.escape()
    put_back(qtbot, window, draft)
    assert sheet.isVisible()
    assert screen.unsaved()
    assert sheet.sorts.currentIndex() == sort
    assert (sheet.grid.columns[0].title, sheet.grid.titles[1]) == (title, person)
    assert sheet.grid.cell(1, 0) == written != ""
    sheet.load()


@pytest.mark.parametrize("tab", [0, 1])
def test_a_notice_and_an_opinion_come_back(
    qtbot, sample_window: MainWindow, rounds, tab: int
) -> None:
    rounds.steps.choose(Step.NOTICE)
    rounds.notices.tabs.setCurrentIndex(tab)
    pane = rounds.notices.panes[tab]
    pane.begin_new()
    key = ("place", "content")[tab]
    type_text(pane.form.rows[key].editor.target, "Viết dở")
    draft = kept(qtbot, sample_window)
    assert not pane.editing
    rounds.notices.tabs.setCurrentIndex(1 - tab)
    put_back(qtbot, sample_window, draft)
    assert pane.editing
    assert rounds.notices.tabs.currentIndex() == tab
    assert pane.form.rows[key].editor.value() == "Viết dở"


def test_a_new_round_comes_back(qtbot, sample_window: MainWindow, rounds) -> None:
    rounds._on_add()
    type_text(rounds.form.rows["name"].editor.target, "Đợt cuối năm")
    draft = kept(qtbot, sample_window)
    put_back(qtbot, sample_window, draft)
    assert not rounds.editor.isHidden()
    assert rounds.form.rows["name"].editor.value() == "Đợt cuối năm"


def test_what_is_refused_is_gone(qtbot, window: MainWindow) -> None:
    crashed(window, Draft("so", "", "Sổ, ai đó", {"code": "CN-001", "kind": "ca_nhan"}, {}))
    (path,) = files(window.desk.root)
    window.draft_bar.offer(((path, Draft("so", "", "Sổ, ai đó")),))
    window.draft_bar.drop.click()
    qtbot.waitUntil(lambda: files(window.desk.root) == [])
    assert window.draft_bar.text == ""


def test_closing_in_peace_leaves_nothing(qtbot, window: MainWindow, monkeypatch) -> None:
    from khenthuong.ui import messages

    window.made_screen(REGISTER).new()
    name = window.made_screen(REGISTER).panel.form.rows["name"].editor.target
    type_text(name, "Bỏ đi")
    wait_kept(qtbot, window)
    monkeypatch.setattr(messages, "ask", lambda *_: True)
    window.close()
    assert files(window.desk.root) == []


def test_looking_leaves_no_draft(qtbot, sample_window: MainWindow, rounds) -> None:
    page = rounds.nominations
    page.begin_edit(page.table.line(page.view.row()).nomination.recipient, "content")
    assert all(screen.draft() is None for screen in sample_window.screens)


def test_damaged_files_are_passed_over(qtbot, books: Path) -> None:
    from khenthuong.services import drafts

    folder = DataFolder(books).drafts
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dang_go__so__1.json").write_text("{", encoding="utf-8")
    (folder / "dang_go__so__2.json").write_text(json.dumps([1]), encoding="utf-8")
    drafts.keep(folder / "dang_go__so__3.json", Draft("so", "", "Sổ, A", kept="2026-01-01T10:00"))
    assert [draft.about for _, draft in drafts.left(books)] == ["Sổ, A"]


def test_a_disk_that_refuses_is_said_once(qtbot, window: MainWindow) -> None:
    folder = DataFolder(window.desk.root).drafts
    if folder.exists():
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    folder.write_text("không phải thư mục", encoding="utf-8")
    said: list[str] = []
    window.desk.said.connect(lambda _, text: said.append(text))
    window.made_screen(REGISTER).new()
    name = window.made_screen(REGISTER).panel.form.rows["name"].editor.target
    for letter in "ABC":
        type_text(name, letter)
        window.drafts.keep()
        qtbot.waitUntil(lambda: window.drafts._jobs.pending == 0)
    assert len(said) == 1
    assert "Ctrl+S" in said[0]
