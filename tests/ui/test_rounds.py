from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel

from khenthuong.domain.kinds import MeetingKind, RecipientKind, Status, Step
from khenthuong.domain.rounds import Nomination
from khenthuong.services import register
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.paperwork import paper_register
from khenthuong.texts import label
from khenthuong.ui import messages
from khenthuong.ui.main_window import REPORTS, ROUNDS, MainWindow
from khenthuong.ui.models.nominations_table import VERDICT, NominationsTable
from khenthuong.ui.models.votes_table import VotesTable
from khenthuong.ui.screens.rounds.nomination_choices import read_choices
from khenthuong.ui.screens.rounds.round_data import Line
from khenthuong.ui.screens.rounds.rounds import RoundsScreen

from .conftest import press, type_text

ROUND = "D1"


@pytest.fixture
def screen(sample_window: MainWindow) -> RoundsScreen:
    sample_window.open_screen(ROUNDS)
    made = sample_window.made_screen(ROUNDS)
    assert isinstance(made, RoundsScreen)
    made.go_to(ROUND, Step.LIST)
    return made


def line_of(screen: RoundsScreen, status: Status) -> Line:
    return next(line for line in screen.view.lines if line.status is status)


def open_line(screen: RoundsScreen, status: Status) -> Line:
    line = line_of(screen, status)
    screen.nominations.choose(*line.nomination.key)
    return line


def test_groups_stand_in_the_laws_order(screen: RoundsScreen) -> None:
    table = screen.nominations.table
    titles = [table.index(row, 0).data() for row in table.groups]
    assert [t.split(" (")[0] for t in titles] == ["I. Tập thể", "II. Cá nhân", "III. Hộ gia đình"]
    assert table.rowCount() == len(screen.view.lines) + len(titles)


def test_every_verdict_has_words_and_shape(screen: RoundsScreen) -> None:
    table = screen.nominations.table
    for row in range(table.rowCount()):
        line = table.line(row)
        if line is not None:
            cell = table.index(row, VERDICT)
            assert cell.data().startswith(label(line.status))
            assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()


@pytest.mark.parametrize("status", [Status.NOT_MET, Status.MISSING, Status.MET])
def test_each_finding_is_shown_with_its_citation(
    screen: RoundsScreen, sample_window: MainWindow, status: Status
) -> None:
    line = open_line(screen, status)
    shown = " ".join(
        w.text()
        for row in screen.nominations.findings.rows
        for w in row.findChildren(type(screen.nominations._title))
    )
    ws = sample_window.desk.ws
    said = 0
    for finding in line.check.findings:
        if finding.status is not Status.NOT_APPLICABLE:
            assert checking.sentence(ws, finding) in shown
            assert checking.cite_text(ws, finding.cite) in shown
            said += 1
    assert said > 3


def test_what_is_open_comes_first(screen: RoundsScreen) -> None:
    settled = (Status.MET, Status.NOT_APPLICABLE)
    for line in screen.view.lines[:20]:
        screen.nominations.choose(*line.nomination.key)
        panel = screen.nominations.findings
        states = [row.finding.status in settled for row in panel.rows]
        principles = [row.finding.principle for row in panel.rows]
        order = list(dict.fromkeys(principles))
        troubled = [
            not all(s for s, p in zip(states, principles, strict=True) if p is one) for one in order
        ]
        assert troubled == sorted(troubled, reverse=True)
        for one in order:
            mine = [s for s, p in zip(states, principles, strict=True) if p is one]
            assert mine == sorted(mine)


def test_the_heads_are_explained_under_the_table(screen: RoundsScreen) -> None:
    shown = [w.text() for w in screen.nominations.findChildren(QLabel) if w.isVisible()]
    assert "CX chính xác · CK công khai · CB công bằng · KT kịp thời" in shown


def test_from_a_finding_to_its_cure(qtbot, screen: RoundsScreen, sample_window) -> None:
    wanted = []
    sample_window.desk.wanted.connect(lambda *told: wanted.append(told))
    line = open_line(screen, Status.NOT_MET)
    row = next(r for r in screen.nominations.findings.rows if r.go.isVisible())
    press(qtbot, row.go, Qt.Key.Key_Space)
    assert wanted == [(row._cure, line.nomination.recipient)]
    assert (
        sample_window.strip.text
        or not isinstance(sample_window.screen_open, RoundsScreen)
        or (screen.pages.currentIndex() or screen.unsaved())
    )


def test_every_cure_of_the_sample_leads_somewhere(screen: RoundsScreen) -> None:
    from khenthuong.ui.cures import place_of

    outside = set()
    for line in screen.view.lines:
        for finding in line.check.findings:
            if finding.cure and place_of(finding.cure, line.nomination.recipient) is None:
                outside.add(finding.cure.partition(":")[0])
    assert outside <= {"phong_trao"}


def test_add_and_take_out_a_nomination(qtbot, screen: RoundsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    before = len(screen.view.lines)
    taken = {line.nomination.recipient for line in screen.view.lines}
    code = next(c for c in register.search(ws, RecipientKind.PERSON, "") if c not in taken)
    name = register.get(ws, code).name
    press(qtbot, sample_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    adding = screen.nominations.adding
    assert QApplication.focusWidget() is adding.who.line
    type_text(adding.who.line, name)
    qtbot.waitUntil(lambda: adding.who.choices.count() >= 1)
    codes = [
        adding.who.choices.item(n).data(Qt.ItemDataRole.UserRole)[0]
        for n in range(adding.who.choices.count())
    ]
    adding.who.choices.setCurrentRow(codes.index(code))
    press(qtbot, adding.who.line, Qt.Key.Key_Return)
    assert adding.what.count() > 0
    adding.what.setFocus()
    adding.ok.click()
    assert len(screen.view.lines) == before + 1
    adding.stop()
    screen.nominations.choose(code, adding.what.currentData())
    press(qtbot, screen.nominations.view, Qt.Key.Key_Delete)
    assert len(screen.view.lines) == before


def test_nobody_chosen_is_said(screen: RoundsScreen) -> None:
    screen.new()
    screen.nominations.adding.ok.click()
    assert "chọn" in screen.nominations.adding.problem.text()


def test_an_override_needs_reason_and_name(qtbot, screen: RoundsScreen, sample_window) -> None:
    line = open_line(screen, Status.NOT_MET)
    page = screen.nominations
    page.override.click()
    type_text(page.reason.reason, "Có văn bản đồng ý của tỉnh")
    page.reason.ok.click()
    assert page.reason.problem.text()
    type_text(page.reason.by, "Lê Thị Lan, Chủ tịch")
    press(qtbot, page.reason.by, Qt.Key.Key_Return)
    kept = {n.key: n for n in rounds.nominations(sample_window.desk.ws, ROUND)}
    assert kept[line.nomination.key].override_by == "Lê Thị Lan, Chủ tịch"
    assert "vẫn đưa vào" in page.table.line(page.view.row()).verdict
    page.override.click()
    page.reason.take_back.click()
    kept = {n.key: n for n in rounds.nominations(sample_window.desk.ws, ROUND)}
    assert kept[line.nomination.key].override_reason == ""


def test_a_nomination_is_changed(screen: RoundsScreen, sample_window) -> None:
    line = open_line(screen, Status.MET)
    screen.nominations.begin_edit(line.nomination.recipient, "content")
    details = screen.nominations.details
    assert QApplication.focusWidget() is details.form.rows["content"].editor.target
    type_text(details.form.rows["content"].editor.target, "Nội dung mới. ")
    screen.save()
    kept = {n.key: n for n in rounds.nominations(sample_window.desk.ws, ROUND)}
    assert kept[line.nomination.key].content.startswith("Nội dung mới.")


def test_a_new_round(qtbot, screen: RoundsScreen, sample_window) -> None:
    screen.add.click()
    values = {"name": "Đợt thử", "year": "2027"}
    for key, text in values.items():
        type_text(screen.form.rows[key].editor.target, text)
    screen.form_ok.click()
    assert screen.form.rows["kind"].problem
    screen.form.rows["kind"].editor.set_value("Công trạng")
    press(qtbot, sample_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert screen.round_code == "D2027-1"
    assert screen.view.round.name == "Đợt thử"
    assert screen.view.lines == ()


def test_votes_in_a_grid(screen: RoundsScreen, sample_window) -> None:
    screen.go_to("", Step.MEETING)
    page = screen.meetings
    page.meetings.view.select(0)
    meeting = page.meetings.table.record(0)
    first = page.votes.keys[0]
    assert page.votes.setData(page.votes.index(0, 1), "7")
    assert not page.votes.setData(page.votes.index(0, 1), "bảy")
    assert screen.unsaved()
    screen.save()
    kept = [
        v
        for v in rounds.votes(sample_window.desk.ws, ROUND)
        if (v.meeting, v.recipient, v.award) == (meeting.code, *first)
    ]
    assert [v.agree for v in kept] == [7]


def agreed(ws, code: str, meeting: str, key: tuple[str, str]) -> list[int]:
    return [
        v.agree
        for v in rounds.votes(ws, code)
        if (v.meeting, v.recipient, v.award) == (meeting, *key)
    ]


def test_votes_typed_are_kept_when_another_meeting_is_chosen(
    screen: RoundsScreen, sample_window
) -> None:
    ws = sample_window.desk.ws
    screen.go_to("", Step.MEETING)
    page = screen.meetings
    page.meetings.view.select(0)
    first, second = page.meetings.table.records[:2]
    key = page.votes.keys[0]
    before = agreed(ws, ROUND, second.code, key)
    assert page.votes.setData(page.votes.index(0, 1), "8")
    page.meetings.view.select(1)
    assert agreed(ws, ROUND, first.code, key) == [8]
    assert agreed(ws, ROUND, second.code, key) == before
    assert "Đã lưu phiếu" in sample_window.strip.text
    assert page.meetings.table.record(page.meetings.view.row()).code == second.code
    assert second.minutes_number in page._which.text()
    assert not page.dirty
    page.meetings.view.select(0)
    assert page.votes.index(0, 1).data() == "8"


def test_votes_typed_are_kept_when_another_round_is_chosen(
    screen: RoundsScreen, sample_window
) -> None:
    screen.go_to("", Step.MEETING)
    page = screen.meetings
    page.meetings.view.select(0)
    meeting = page.meetings.table.record(0)
    key = page.votes.keys[0]
    assert page.votes.setData(page.votes.index(0, 1), "9")
    screen.go_to("D4", Step.MEETING)
    assert agreed(sample_window.desk.ws, ROUND, meeting.code, key) == [9]
    assert screen.view.round.code == "D4"
    assert all(one.round == "D4" for one in page.meetings.table.records)


def test_a_vote_is_mended_at_the_council_and_a_meeting_at_the_unit(
    screen: RoundsScreen, sample_window
) -> None:
    page = screen.meetings
    recipient = screen.view.lines[-1].nomination.recipient
    sample_window.desk.wanted.emit(f"bieu_quyet:{recipient}", recipient)
    meeting = page.meetings.table.record(page.meetings.view.row())
    assert meeting.kind is MeetingKind.COUNCIL
    assert page.votes.row_of(recipient) == page.grid.row() > 0
    assert page.grid.currentIndex().column() == 1
    unit = next(m.unit for m in page.meetings.table.records if m.kind is MeetingKind.UNIT)
    sample_window.desk.wanted.emit(f"hop:{unit}", recipient)
    assert page.meetings.table.record(page.meetings.view.row()).unit == unit
    sample_window.desk.wanted.emit("hop:hoi_dong", recipient)
    assert page.meetings.table.record(page.meetings.view.row()).kind is MeetingKind.COUNCIL


def test_a_meeting_is_added_changed_and_removed(screen: RoundsScreen, sample_window) -> None:
    screen.go_to("", Step.MEETING)
    pane = screen.meetings.meetings
    before = len(pane.table.records)
    screen.new()
    pane.form.rows["kind"].editor.set_value("Hội đồng")
    type_text(pane.form.rows["day"].editor.target, "5/1/2026")
    screen.save()
    assert len(rounds.meetings(sample_window.desk.ws, ROUND)) == before + 1
    added = next(m for m in pane.table.records if m.code.startswith(f"{ROUND}-H"))
    pane.removed.emit(added)
    assert len(rounds.meetings(sample_window.desk.ws, ROUND)) == before


def test_a_member_and_a_notice(screen: RoundsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    council, notices = len(rounds.council(ws)), len(rounds.notices(ws, ROUND))
    screen.go_to("", Step.MEETING, council=True)
    screen.new()
    pane = screen.meetings.council
    type_text(pane.form.rows["name"].editor.target, "Đỗ Thị Én")
    type_text(pane.form.rows["role"].editor.target, "Ủy viên")
    screen.save()
    assert len(rounds.council(ws)) == council + 1
    screen.go_to("", Step.NOTICE)
    screen.new()
    pane = screen.notices.pane
    type_text(pane.form.rows["place"].editor.target, "Nhà văn hóa thôn Đông")
    type_text(pane.form.rows["start"].editor.target, "1/1/2026")
    screen.save()
    assert len(rounds.notices(ws, ROUND)) == notices + 1


def test_papers_numbers_and_signed_scan(
    qtbot, screen: RoundsScreen, sample_window, tmp_path: Path, monkeypatch
) -> None:
    ws = sample_window.desk.ws
    screen.go_to("D4", Step.DOSSIER)
    page = screen.dossier
    page.make.click()
    assert len(results_of(screen)) == len(page.table.records) > 5
    assert not page.task.isVisible()
    page.view.select(0)
    paper = page.table.record(0)
    page.number.save.click()
    assert page.number.problem.text()
    type_text(page.number.number, "45/TTr-UBND")
    type_text(page.number.day.line, "9/9/2026")
    page.number.save.click()
    kept = [p for p in paper_register.list_papers(ws, "D4") if p.form == paper.form]
    assert kept[0].number == "45/TTr-UBND"
    scan = tmp_path / "ky.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    monkeypatch.setattr(messages, "open_file", lambda *_: scan)
    page.number.attach.click()
    kept = [p for p in paper_register.list_papers(ws, "D4") if p.form == paper.form]
    assert kept[0].signed_path


def results_of(screen: RoundsScreen) -> list[str]:
    return screen.dossier.results.toPlainText().splitlines()


def test_sealing_ends_with_files_and_reasons(
    screen: RoundsScreen, sample_window, tmp_path: Path, monkeypatch
) -> None:
    out = tmp_path / "goi"
    out.mkdir()
    monkeypatch.setattr(messages, "choose_folder", lambda *_: out)
    screen.go_to("D4", Step.DOSSIER)
    screen.dossier.seal.click()
    screen.dossier.seal_now.click()
    lines = results_of(screen)
    packages = [path.name for path in out.iterdir()]
    assert packages
    assert any(line.startswith(packages[0]) for line in lines)
    assert any(line.startswith("Ở ngoài:") for line in lines)
    assert not screen.dossier.seal_now.isVisible()


@pytest.mark.parametrize("code", [ROUND, "D4"])
def test_what_sealing_will_do_is_what_it_does(
    screen: RoundsScreen, sample_window, tmp_path: Path, monkeypatch, code: str
) -> None:
    asked: list[Path] = []

    def choose(parent, title, start) -> Path:
        asked.append(start)
        return tmp_path / "goi"

    monkeypatch.setattr(messages, "choose_folder", choose)
    screen.go_to(code, Step.DOSSIER)
    page = screen.dossier
    page.make.click()
    page.seal.click()
    assert asked == []
    promised = results_of(screen)
    assert any("chưa có số" in line for line in promised)
    page.seal_now.click()
    root = sample_window.desk.root.resolve()
    assert root not in (asked[0], *asked[0].parents)
    outside = [line for line in results_of(screen) if line.startswith("Ở ngoài:")]
    assert outside == [line for line in promised if line.startswith("Ở ngoài:")]
    inside = sum(one.nominations for one in sealing.outlook(sample_window.desk.ws, code))
    assert f"{inside} đề nghị vào hồ sơ, {len(outside)} còn" in page._summary.text()
    assert inside + len(outside) == len(screen.view.lines)


def test_a_reason_is_readable_whole(qtbot, screen: RoundsScreen) -> None:
    screen.go_to(ROUND, Step.DOSSIER)
    screen.dossier.seal.click()
    shown = screen.dossier.results
    qtbot.waitUntil(lambda: shown.viewport().width() > 200)
    assert shown.horizontalScrollBar().maximum() == 0
    assert shown.document().size().width() <= shown.viewport().width()
    expected = sealing.outlook(screen.desk.ws, ROUND)
    reasons = [out.reason for one in expected for out in one.left_out]
    assert max(map(len, reasons)) > 100
    said = [line for line in results_of(screen) if line.startswith("Ở ngoài:")]
    assert [line.partition(": ")[2].partition(": ")[2] for line in said] == reasons


def test_cancelling_says_so_and_leaves_the_buttons(
    screen: RoundsScreen, sample_window, monkeypatch
) -> None:
    screen.go_to("D4", Step.DOSSIER)
    page = screen.dossier
    begin = page.task.begin

    def begin_cancelled(what: str):
        task = begin(what)
        page.task.cancel.click()
        return task

    monkeypatch.setattr(page.task, "begin", begin_cancelled)
    page.make.click()
    assert "Đã dừng" in sample_window.strip.text
    assert page.make.isEnabled()
    assert page.task.isHidden()


def test_the_models_are_sound(qtbot, screen: RoundsScreen) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    table, votes = NominationsTable(), VotesTable()
    QAbstractItemModelTester(table, fatal)
    QAbstractItemModelTester(votes, fatal)
    table.show(screen.view.lines)
    votes.show("H1", screen.view.lines, screen.view.votes)
    table.show(())
    votes.show("", (), ())


def test_an_empty_office_is_told_how_to_begin(window: MainWindow) -> None:
    window.open_screen(ROUNDS)
    screen = window.made_screen(ROUNDS)
    assert screen._nothing.isVisible()
    assert not screen.pages.isVisible()
    screen.new()
    assert screen.editor.isVisible()


def test_a_report_cure_opens_the_report(screen: RoundsScreen, sample_window) -> None:
    recipient = screen.view.lines[0].nomination.recipient
    sample_window.desk.wanted.emit(f"bieu_mau:{recipient}:x", recipient)
    reports = sample_window.made_screen(REPORTS)
    assert sample_window.screen_open is reports
    assert reports.combo.currentData() == ROUND


def test_nomination_of_nobody_known_still_shows(screen: RoundsScreen) -> None:
    table = NominationsTable()
    table.show(
        [Line(Nomination(ROUND, "CN-X", "la"), "CN-X", "", RecipientKind.PERSON, "la", None)]
    )
    assert table.index(1, 0).data() == "CN-X"
    assert table.index(1, VERDICT).data() == label(Status.TO_COMPARE)


def test_the_round_as_a_whole_is_commented(screen: RoundsScreen, sample_window) -> None:
    findings = screen.view.check.round_findings
    page = screen.nominations
    assert page.whole.isVisible() == bool(findings)
    page.whole.setChecked(True)
    assert len(page.findings.rows) == len(findings)
    page.view.select(2)
    assert not page.whole.isChecked()
    assert page.badge.isVisible()


def test_a_paper_edited_in_word_is_marked_and_taken_in(screen: RoundsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    screen.go_to("D4", Step.DOSSIER)
    page = screen.dossier
    page.make.click()
    page.view.select(0)
    assert not page.number.edited.isVisible()
    paper = page.table.record(0)
    path = ws.folder.root / paper.path
    path.write_bytes(path.read_bytes() + b"\0")
    screen.refresh()
    assert page.table.index(0, 1).data().startswith("(đã sửa ngoài chương trình)")
    assert page.number.edited.isVisible()
    assert path.name in page.number.edited_words.text()
    edited = path.read_bytes()
    page.make.click()
    assert path.read_bytes() == edited
    page.number.take.click()
    assert not page.number.edited.isVisible()
    assert "đã sửa" not in page.table.index(0, 1).data()
    kept = next(p for p in paper_register.list_papers(ws, "D4") if p.form == paper.form)
    assert ws.folder.root / kept.path == path
    page.make.click()
    assert path.read_bytes() == edited


def details_of(screen: RoundsScreen, award: str, *, named: str = ""):
    """Open the form of the first nomination for an award (with something of that kind named)."""
    line = next(
        line
        for line in screen.view.lines
        if line.nomination.award == award and (not named or getattr(line.nomination, named))
    )
    screen.nominations.choose(*line.nomination.key)
    screen.nominations.edit.setChecked(True)
    return line.nomination, screen.nominations.details.form.rows


def ticks(editor) -> list[tuple[str, bool]]:
    items = [editor.target.item(n) for n in range(editor.target.count())]
    return [(i.text(), i.checkState() is Qt.CheckState.Checked) for i in items]


def test_initiatives_are_ticked(qtbot, screen: RoundsScreen, sample_window) -> None:
    nomination, rows = details_of(screen, "chien_si_thi_dua_co_so", named="initiatives")
    editor = rows["initiatives"].editor
    shown = ticks(editor)
    assert [text for text, ticked in shown if ticked]
    assert all("(20" in text for text, _ in shown)
    assert editor.value() == "; ".join(nomination.initiatives)
    number = next(n for n, (_, ticked) in enumerate(shown) if ticked)
    editor.target.setCurrentRow(number)
    press(qtbot, editor.target, Qt.Key.Key_Space)
    screen.save()
    kept = {n.key: n for n in rounds.nominations(sample_window.desk.ws, ROUND)}
    assert len(kept[nomination.key].initiatives) == len(nomination.initiatives) - 1


def test_a_spent_initiative_says_so(screen: RoundsScreen, sample_window) -> None:
    facts = checking.load_facts(sample_window.desk.ws, ROUND)
    code, use = next(
        (code, uses[0]) for code, uses in facts.spent.items() if code in facts.initiatives
    )
    nomination = Nomination(ROUND, use.recipient, "chien_si_thi_dua_co_so", initiatives=(code,))
    rounds.save_nomination(sample_window.desk.ws, nomination)
    said = read_choices(sample_window.desk.ws, nomination).initiatives
    words = next(words for words, value in said if value == code)
    assert f"đã dùng cho «{use.award_name}» năm {use.year}" in words


def test_the_branch_is_chosen_from_those_that_concern_him(
    screen: RoundsScreen, sample_window
) -> None:
    nomination, rows = details_of(screen, "chien_si_thi_dua_co_so", named="branch")
    combo = rows["branch"].editor.target
    offered = [(combo.itemText(n), combo.itemData(n)) for n in range(combo.count())]
    assert offered[0] == ("chưa nêu", "")
    assert len(offered) == 4
    assert combo.currentData() == nomination.branch
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    screen.save()
    kept = {n.key: n for n in rounds.nominations(sample_window.desk.ws, ROUND)}
    assert kept[nomination.key].branch == offered[2][1]


def test_saving_untouched_choices_changes_nothing(screen: RoundsScreen, sample_window) -> None:
    ws = sample_window.desk.ws
    before = rounds.nominations(ws, ROUND)
    for line in screen.view.lines[:25]:
        screen.nominations.choose(*line.nomination.key)
        screen.nominations.edit.setChecked(True)
        screen.save()
    assert rounds.nominations(ws, ROUND) == before


def test_the_movement_of_a_round_is_chosen(screen: RoundsScreen, sample_window) -> None:
    screen.edit_round("movement")
    editor = screen.form.rows["movement"].editor
    known = {m.code for m in rounds.movements(sample_window.desk.ws)}
    combo = editor.target
    assert {combo.itemData(n) for n in range(combo.count())} == known | {""}
    wanted = sorted(known)[0]
    editor.set_value(wanted)
    screen.save()
    assert rounds.get_round(sample_window.desk.ws, ROUND).movement == wanted


def test_the_hour_of_a_meeting_is_checked_beside_its_field(screen: RoundsScreen) -> None:
    screen.go_to("", Step.MEETING)
    pane = screen.meetings.meetings
    pane.view.select(0)
    screen.meetings.begin_edit()
    kept = pane.form.shown()
    pane.form.set_values({**kept, "time": "01/BB"})
    assert pane.form.shown()["time"] == "01/BB"
    screen.save()
    assert "14h30" in pane.form.rows["time"].problem
    assert pane.editing
    pane.form.set_values({**kept, "time": "8 giờ 00"})
    screen.save()
    assert not pane.editing
    assert "8 giờ 00" in [one.time for one in pane.table.shown]
