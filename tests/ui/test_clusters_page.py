"""Cụm, khối on screen: set up, scored by typing and pasting, ranked, on paper."""

import pytest
from PySide6.QtWidgets import QApplication

from khenthuong import storage
from khenthuong.services.movements import clusters
from khenthuong.services.paperwork import office_papers
from khenthuong.ui.main_window import MainWindow
from khenthuong.ui.models.grid_model import Change
from khenthuong.ui.navigation import MOVEMENTS
from khenthuong.ui.screens.movements import clusters_data as data
from khenthuong.ui.screens.movements.clusters_page import RANKS, SCORES, SETTING, ClustersPage
from khenthuong.ui.screens.movements.movements import MovementsScreen


@pytest.fixture
def screen(sample_window: MainWindow) -> MovementsScreen:
    sample_window.open_screen(MOVEMENTS)
    made = sample_window.made_screen(MOVEMENTS)
    assert isinstance(made, MovementsScreen)
    made.to_clusters.click()
    return made


@pytest.fixture
def page(screen: MovementsScreen) -> ClustersPage:
    """A cluster of two members and two criteria, made on the page."""
    made = screen.clusters
    screen.new()
    made.form.set_values({"name": "Cụm thi đua số 3", "year": "2026"})
    unit = units(made)[0]
    made.members.write([Change(0, 0, unit), Change(1, 0, "Xã Mận"), Change(1, 1, "Cụm phó")])
    made.criteria.paste(0, 0, [["1", "Hoàn thành chỉ tiêu", "60"], ["2", "Nộp chậm", "-5"]])
    screen.save()
    return made


def units(page: ClustersPage) -> list[str]:
    """Names of units of the register."""
    return [one.name for one in storage.register.units(page.desk.ws.books).values()]


def test_a_cluster_is_set_up(page: ClustersPage) -> None:
    sheet = clusters.get(page.desk.ws, page.code).sheet
    assert [str(one.most_points) for one in sheet.ordered] == ["60", "-5"]
    assert sum(bool(one.recipient) for one in sheet.members) == 1
    assert "2 đơn vị (1 có trong sổ), 2 tiêu chí, tổng điểm chuẩn 60." in page.told.text()
    assert not page.dirty


def test_points_are_pasted_checked_and_ranked(screen: MovementsScreen, page: ClustersPage) -> None:
    page.tabs.setCurrentIndex(SCORES)
    assert page.scores.rowCount() == 4
    page.score_view.setCurrentIndex(page.scores.index(0, data.OWN))
    QApplication.clipboard().setText("60\t58\n0\t0\n55,5\t55,5\n-2\t-2")
    page.score_view.paste()
    assert screen.unsaved()
    assert not page.tabs.isTabEnabled(SETTING)
    screen.save()
    assert "chưa ghi lý do chênh lệch" in page.banner.text()
    page.scores.write([Change(0, data.REASON, "Thiếu minh chứng")])
    screen.save()
    assert not screen.unsaved()
    assert clusters.get(page.desk.ws, page.code).final
    page.tabs.setCurrentIndex(RANKS)
    rows = [page.ranks.record(n) for n in range(page.ranks.rowCount())]
    assert [(one.rank, one.agreed, one.note) for one in rows] == [
        ("1", "58", ""),
        ("2", "53,5", ""),
    ]
    assert page.lacking.text() == ""


def test_what_is_no_number_is_said_and_not_written(
    screen: MovementsScreen, page: ClustersPage
) -> None:
    page.tabs.setCurrentIndex(SCORES)
    page.scores.write([Change(0, data.OWN, "sáu mươi")])
    screen.save()
    assert "Dòng 1: Chỉ nhận số" in page.banner.text()
    assert page.dirty
    screen.escape()
    assert not page.dirty
    assert clusters.get(page.desk.ws, page.code).sheet.scores == ()


def test_a_criterion_without_points_is_asked_for(
    screen: MovementsScreen, page: ClustersPage
) -> None:
    page.criteria.write([Change(2, 1, "Tham gia hội diễn")])
    screen.save()
    assert "Tiêu chí ở dòng 3 chưa ghi" in page.banner.text()
    assert len(clusters.get(page.desk.ws, page.code).sheet.criteria) == 2
    page.criteria.write([Change(2, 2, "10")])
    screen.save()
    assert clusters.get(page.desk.ws, page.code).sheet.most == 70


def test_the_paper_is_one_click(page: ClustersPage, sample_window: MainWindow) -> None:
    page.paper.click()
    page.paper.click()
    ws = page.desk.ws
    (made,) = [one for one in office_papers.papers(ws) if one.subject.cluster == page.code]
    assert made.form == data.PAPER
    if sample_window.preview is not None:
        sample_window.preview.close()


def test_out_again_and_back(screen: MovementsScreen, page: ClustersPage) -> None:
    page.remove.click()
    assert clusters.clusters(page.desk.ws) == ()
    screen.escape()
    assert screen.faces.currentIndex() == 0
