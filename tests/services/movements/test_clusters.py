"""A cluster from its members to the ranking on paper."""

from dataclasses import replace
from decimal import Decimal

import pytest

from khenthuong import storage
from khenthuong.documents.readback import body_of, read_body
from khenthuong.domain.clusters import Cluster, ClusterCriterion, ClusterMember, ClusterScore
from khenthuong.domain.figures import write_figure
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.years import Year
from khenthuong.errors import BooksError, NotFoundError, UserError
from khenthuong.services.movements import clusters
from khenthuong.services.paperwork import office_papers
from khenthuong.services.workspace import Workspace

MEMBERS = (
    ClusterMember("", "Xã Đào"),
    ClusterMember("", "Xã Mận"),
    ClusterMember("", "Phòng", "TT03"),
)
CRITERIA = (
    ClusterCriterion("", "1", "Hoàn thành chỉ tiêu", Decimal(60)),
    ClusterCriterion("", "2", "Tham gia hoạt động", Decimal(40)),
    ClusterCriterion("", "3", "Báo cáo chậm", Decimal(-5)),
)


@pytest.fixture
def made(commune: Workspace) -> tuple[Workspace, str]:
    """A cluster of three members and three criteria."""
    new = Cluster("", "Cụm thi đua số 3", Year(2026), decision="Quyết định số 9/QĐ-UBND")
    return commune, clusters.save(commune, new, MEMBERS, CRITERIA).code


def points(code: str, member: str, own: str, agreed: str, reason: str = "") -> list[ClusterScore]:
    """The points for each criterion, «» for none."""
    pairs = zip("123", own.split(), agreed.split(), strict=True)
    return [ClusterScore(code, member, n, Decimal(a), Decimal(b), reason) for n, a, b in pairs]


def scored(ws: Workspace, code: str) -> None:
    """Everybody scored; the first two end with the same sum."""
    clusters.score(ws, code, points(code, "Xã Đào", "60 38 0", "58 38 0", "Một chỉ tiêu chưa đạt"))
    clusters.score(ws, code, points(code, "Xã Mận", "60 38 -2", "60 38 -2"))
    clusters.score(ws, code, points(code, "Phòng", "50 30,5 0".replace(",", "."), "50 30.5 0"))


def test_ranks_in_words(made: tuple[Workspace, str]) -> None:
    ws, code = made
    found = clusters.get(ws, code)
    assert not found.final
    assert len(found.lacking) == 6
    scored(ws, code)
    found = clusters.get(ws, code)
    assert found.final
    assert found.lacking == ()
    assert sorted(found.ranking) == [
        "Phòng: 80,5 điểm, xếp thứ 3.",
        "Xã Mận: 96 điểm, xếp thứ 1, bằng điểm với Xã Đào.",
        "Xã Đào: 96 điểm, xếp thứ 1, bằng điểm với Xã Mận.",
    ]


def test_scoring_is_one_operation(made: tuple[Workspace, str]) -> None:
    ws, code = made
    told = points(code, "Xã Mận", "60 38 -2", "60 38 -2")
    assert clusters.score(ws, code, told) == 3
    assert clusters.score(ws, code, told) == 0
    last = storage.history.newest(ws.books)
    storage.undo.undo_operation(ws.books, last, "Hoàn tác")
    assert clusters.get(ws, code).sheet.scores == ()
    clusters.score(ws, code, told)
    assert clusters.score(ws, code, [ClusterScore(code, "Xã Mận", "1")]) == 1
    assert len(clusters.get(ws, code).sheet.scores) == 2


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (ClusterScore("", "Xã Mận", "1", Decimal(61)), "cluster.beyond"),
        (ClusterScore("", "Xã Mận", "3", None, Decimal(1)), "cluster.beyond"),
        (ClusterScore("", "Xã Mận", "1", Decimal(60), Decimal(59), " "), "cluster.no_reason"),
        (ClusterScore("", "Xã Lê", "1", Decimal(1)), "cluster.no_cell"),
        (ClusterScore("", "Xã Mận", "9", Decimal(1)), "cluster.no_cell"),
    ],
)
def test_points_that_cannot_be_are_refused(
    made: tuple[Workspace, str], value: ClusterScore, said: str
) -> None:
    ws, code = made
    with pytest.raises(UserError) as caught:
        clusters.score(ws, code, [value])
    assert caught.value.code == said
    assert clusters.get(ws, code).sheet.scores == ()


def test_scores_follow_a_new_name_and_are_never_lost(made: tuple[Workspace, str]) -> None:
    ws, code = made
    scored(ws, code)
    of = clusters.get(ws, code).sheet
    renamed = [
        replace(one, name="Phường Đào") if one.name == "Xã Đào" else one for one in of.members
    ]
    clusters.save(ws, of.cluster, renamed, of.criteria)
    assert "Phường Đào: 96 điểm, xếp thứ 1, bằng điểm với Xã Mận." in clusters.get(ws, code).ranking
    for members, criteria, said in (
        (renamed[1:], of.criteria, "cluster.has_scores"),
        (renamed, of.criteria[1:], "cluster.has_scores"),
        ([renamed[0], *renamed], of.criteria, "cluster.member_twice"),
        (renamed, (of.criteria[0], *of.criteria), "cluster.number_twice"),
        (renamed, [replace(one, most_points=Decimal(5)) for one in of.criteria], "cluster.beyond"),
    ):
        with pytest.raises(UserError) as caught:
            clusters.save(ws, of.cluster, members, criteria)
        assert caught.value.code == said


def test_what_is_no_cluster_is_refused(commune: Workspace) -> None:
    with pytest.raises(UserError) as caught:
        clusters.save(commune, Cluster("", " ", Year(2026)), (), ())
    assert caught.value.code == "cluster.no_name"
    unknown = [ClusterMember("", "Ai đó", "KHONG-CO")]
    with pytest.raises(BooksError):
        clusters.save(commune, Cluster("", "Cụm", Year(2026)), unknown, ())
    with pytest.raises(NotFoundError):
        clusters.get(commune, "CK-999")


def test_taken_out_with_its_scores_and_brought_back(made: tuple[Workspace, str]) -> None:
    ws, code = made
    scored(ws, code)
    before = clusters.get(ws, code).sheet
    clusters.remove(ws, code)
    assert code not in [one.code for one in clusters.clusters(ws)]
    last = storage.history.newest(ws.books)
    storage.undo.undo_operation(ws.books, last, "Hoàn tác")
    assert clusters.get(ws, code).sheet == before


def test_the_paper_says_the_points_of_the_books(made: tuple[Workspace, str]) -> None:
    ws, code = made
    scored(ws, code)
    answers = {"nguoi_lap": "Trần Thị Soạn"}
    paper = office_papers.make(ws, "bang_cham_diem_cum", Subject(cluster=code), answers)
    assert paper.paper.subject.cluster == code
    assert office_papers.papers(ws)[0] == paper.paper
    found = read_body(body_of(paper.path.read_bytes()))
    ranks = next(rows[1:] for rows in found.tables if "Xếp thứ" in rows[0])
    assert [(row[1], row[2], row[3], row[4]) for row in ranks] == [
        (one.member.name, write_figure(one.own), write_figure(one.agreed), str(one.rank))
        for one in clusters.get(ws, code).standings
    ]
    cells = next(rows[1:] for rows in found.tables if "Lý do chênh lệch" in rows[0])
    sums = [row for row in cells if row[0] == "Cộng"]
    assert [row[1:4] for row in sums] == [("100", *row[2:4]) for row in ranks]
    assert not found.holds("tạm tính")
