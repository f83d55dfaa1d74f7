"""A movement through its year: launched, registered for, followed, reviewed, rewarded, summed up.

Every figure on a paper is read back from the Word file and compared with the books.
"""

import zipfile
from dataclasses import dataclass
from datetime import date

import pytest

from khenthuong import storage, texts
from khenthuong.documents.readback import PaperText, body_of, read_body
from khenthuong.domain.examples import GoodExample
from khenthuong.domain.kinds import Authority, Comparison, RoundKind, TaskKind
from khenthuong.domain.movement import (
    Movement,
    MovementTask,
    Participant,
    Progress,
    Target,
    UnitTarget,
)
from khenthuong.domain.office_papers import Subject
from khenthuong.domain.receiving import Decision, Result
from khenthuong.domain.rounds import Nomination
from khenthuong.domain.targets import TargetState
from khenthuong.domain.years import Year
from khenthuong.errors import UserError
from khenthuong.services.appraisal import checking, rounds
from khenthuong.services.dossier import decided
from khenthuong.services.movements import outcomes, participants, plans, progress, results, tasks
from khenthuong.services.movements.plans import Plan
from khenthuong.services.paperwork import layout_check, office_papers
from khenthuong.services.workspace import Workspace

UNITS = ("TT03", "TT04", "TT05")
PERSON = "CN016"
AWARD = "giay_khen_xa"
GIVEN = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
ROADS = "Đường thôn, ngõ xóm được mở rộng"
WATER = "Hộ dân dùng nước sạch theo tiêu chuẩn"
OWN = "Đường thôn đơn vị mở rộng"
REACHED = {"TT03": "2,4", "TT04": "1,5", "TT05": "1,1"}
"""What each unit reached of the 1,5 km it set itself: above, exactly, below."""
LISTS = ("bang_dang_ky_thi_dua", "ket_qua_dang_ky")
MIDDLE, END = date(2026, 7, 10), date(2026, 12, 20)
PLAN = Plan(
    Movement(
        "",
        "Vĩnh Khê Thượng mở rộng đường, đủ nước sạch",
        plan_number="21/KH-UBND",
        issued=date(2026, 1, 5),
        issuer="Ủy ban nhân dân xã Vĩnh Khê Thượng",
        start=date(2026, 1, 10),
        end=date(2026, 12, 10),
    ),
    (
        MovementTask("", "1", TaskKind.CONTENT, "Vận động Nhân dân hiến đất mở rộng đường"),
        MovementTask("", "2", TaskKind.CARRYING_OUT, "Hướng dẫn các thôn đăng ký",
                     "Phòng Văn hóa - Xã hội", due=date(2026, 2, 1), done=date(2026, 2, 13)),
        MovementTask("", "3", TaskKind.INTERIM_REVIEW, "Sơ kết sáu tháng", due=date(2026, 6, 30)),
        MovementTask("", "4", TaskKind.FINAL_REVIEW, "Tổng kết", due=date(2026, 12, 25)),
    ),
    (
        Target("", ROADS, "km", Comparison.AT_LEAST, "9,5", number="1", cumulative=True),
        Target("", WATER, "%", Comparison.AT_LEAST, "98", number="2"),
    ),
)  # fmt: skip


@dataclass
class MovementYear:
    """The books and the movement in them; `go_to` sets what day it is."""

    ws: Workspace
    patch: pytest.MonkeyPatch
    code: str = ""

    def go_to(self, day: date) -> None:
        self.patch.setattr(Workspace, "today", lambda _: day)

    def paper(self, form: str) -> PaperText:
        """A paper made now, read back from its file; no deviation in its layout."""
        subject = Subject(year="2026") if form == LISTS[1] else Subject(movement=self.code)
        answers = {"nguoi_lap": "Trần Thị Soạn"} if form in LISTS else {}
        path = office_papers.make(self.ws, form, subject, answers).path
        report = layout_check.check(path)
        if self.ws.forms[form].layout.value == "van_ban":
            assert report.deviations == 0
        return read_body(body_of(path.read_bytes()))


@pytest.fixture
def registered(commune: Workspace, monkeypatch: pytest.MonkeyPatch) -> MovementYear:
    """January: the plan is launched, three units and a person register."""
    year = MovementYear(commune, monkeypatch)
    year.go_to(date(2026, 1, 20))
    year.code = plans.launch(commune, PLAN).movement.code
    for unit in UNITS:
        own = UnitTarget(year.code, unit, OWN, "km", Comparison.AT_LEAST, "1,5", cumulative=True)
        taking = Participant(year.code, unit, date(2026, 1, 20), "Không để đường mới xuống cấp")
        participants.save(commune, taking, [own], [(AWARD, "")])
    person = Participant(year.code, PERSON, date(2026, 1, 20))
    participants.save(commune, person, [], [(AWARD, "")])
    return year


@pytest.fixture
def halfway(registered: MovementYear) -> MovementYear:
    """July: figures of two quarters."""
    for day, whole, own in ((date(2026, 3, 31), "2,1", "0,3"), (date(2026, 6, 30), "4,2", "0,6")):
        told = [Progress(registered.code, "", ROADS, "", day, whole)]
        told += [Progress(registered.code, unit, OWN, "", day, own) for unit in UNITS]
        registered.go_to(day)
        progress.record(registered.ws, registered.code, told)
    registered.go_to(MIDDLE)
    return registered


@pytest.fixture
def ended(halfway: MovementYear) -> MovementYear:
    """December: results, achievements, a round of two nominations, one of which is granted."""
    ws, code = halfway.ws, halfway.code
    halfway.go_to(END)
    final = {ROADS: "10,2", WATER: "97,5"}
    own = storage.movements.unit_targets(ws.books, code)
    progress.finish(
        ws,
        code,
        [
            *((one, final[one.content]) for one in plans.plan(ws, code).targets),
            *((one, REACHED[one.recipient]) for one in own),
        ],
    )
    review = tasks.of_movement(ws, code)[2]
    tasks.complete(ws, review, date(2026, 7, 15), "Đã sơ kết tại hội nghị")
    example = GoodExample("DH-N1", "TT03", "Đường nở hoa", code, content="Trồng hoa ven đường")
    with ws.books.write("Ghi điển hình"):
        storage.examples.save(ws.books, example)
    opened = results.start_round(ws, code)
    for made in results.to_achievements(ws, code, ("TT03", "TT04")):
        told = Nomination(opened.code, made.recipient, AWARD, achievements=(made.code,))
        rounds.save_nomination(ws, told)
    return halfway


def grant(year: MovementYear) -> None:
    """The decision on the movement's round: one is granted, one is not."""
    (opened,) = results.rounds_of(year.ws, year.code)
    decision = Decision("215/QĐ-UBND", END, "Chủ tịch Ủy ban nhân dân xã", "Lưu Trọng Nhuận")
    lines = [
        Result("TT03", AWARD, True, AWARD, GIVEN),
        Result("TT04", AWARD, False, reason="Hội đồng không đồng ý"),
    ]
    decided.save(year.ws, opened.code, Authority.COMMUNE, decision, lines)


def table(paper: PaperText, head: str) -> tuple[tuple[str, ...], ...]:
    """The rows under the table whose head holds a title."""
    return next(rows[1:] for rows in paper.tables if head in rows[0])


def test_the_registration_says_what_everybody_registered(registered: MovementYear) -> None:
    paper = registered.paper("bang_dang_ky_thi_dua")
    rows = table(paper, "Chỉ tiêu đăng ký")
    lines = participants.of_movement(registered.ws, registered.code)
    assert len(rows) == len(lines) == 4
    for row, line in zip(rows, lines, strict=True):
        assert line.name in row[1]
        assert row[2] == "20/01/2026"
        assert row[3].count("Giấy khen") == len(line.aims)
        assert all(f"{one.target.content}: {one.wanted}" in row[4] for one in line.targets)
        assert row[5] == line.participant.pledge
    assert paper.holds("Cộng: 03 tập thể và 01 cá nhân; 04 lượt đăng ký")
    assert paper.holds("03 chỉ tiêu")


def test_everybody_signs_the_pledge(registered: MovementYear) -> None:
    paper = registered.paper("giao_uoc_thi_dua")
    signing = table(paper, "Ký tên, đóng dấu")
    assert [row[0] for row in signing] == ["1", "2", "3", "4"]
    known = storage.register.units(registered.ws.books)
    heads = [known[one] for one in UNITS]
    for row, one in zip(signing[:3], heads, strict=True):
        assert row[1:] == (one.name, one.head, "")
    assert paper.holds("Vận động Nhân dân hiến đất mở rộng đường.")


def test_nobody_registered_makes_no_list(commune: Workspace) -> None:
    code = plans.launch(commune, PLAN).movement.code
    with pytest.raises(UserError) as caught:
        office_papers.make(
            commune, LISTS[0], Subject(movement=code), {"nguoi_lap": "Trần Thị Soạn"}
        )
    assert caught.value.code == "error.paper_empty"


def test_half_a_year_is_reviewed_with_the_figures_of_its_day(halfway: MovementYear) -> None:
    paper = halfway.paper("bao_cao_so_ket")
    rows = table(paper, "Đánh giá")
    lines = progress.of_movement(halfway.ws, halfway.code)
    assert [line.state for line in lines] == [TargetState.BEHIND, TargetState.NO_FIGURES]
    for row, line in zip(rows, lines, strict=True):
        said = f"{texts.label(line.state)}. {line.sentence}"
        assert row[1:] == (line.target.content, line.wanted, line.figure_text, said)
    assert paper.holds("số liệu tính đến ngày 10/07/2026")
    assert paper.holds("Tổng số 02 chỉ tiêu: chậm 01, chưa có số liệu 01.")
    work = {row[0]: row for row in table(paper, "Ngày xong")}
    assert work["2"][3:] == ("13/02/2026", "Xong chậm 12 ngày")
    assert work["3"][3:] == ("", "Chưa xong, quá hạn 10 ngày")
    assert work["4"][4] == "Chưa đến hạn"
    assert paper.holds("Tổng số 03 việc: đã ghi ngày xong 01; chậm so với hạn 02.")
    assert paper.holds("Chưa mở đợt xét khen thưởng cho phong trào.")
    assert sum("………" in line for line in paper.lines) == 8


def test_the_nominations_are_judged_by_the_rules_of_movements(ended: MovementYear) -> None:
    (opened,) = results.rounds_of(ended.ws, ended.code)
    assert (opened.kind, opened.year) == (RoundKind.MOVEMENT, Year(2026))
    judged = checking.check(ended.ws, opened.code).nominations
    assert [(one.recipient, one.award) for one in judged] == [("TT03", AWARD), ("TT04", AWARD)]
    paper = ended.paper("bao_cao_tong_ket")
    assert paper.holds(
        "Đã đề nghị 02 trường hợp trong 01 đợt xét: có quyết định khen thưởng 00, "
        "không được khen thưởng 00, chưa có quyết định 02."
    )


def test_the_year_is_summed_up_with_the_figures_of_the_books(ended: MovementYear) -> None:
    grant(ended)
    paper = ended.paper("bao_cao_tong_ket")
    units = table(paper, "Chỉ tiêu đăng ký")
    *rows, total = units
    figures = [[int(cell) for cell in row[2:7]] for row in rows]
    assert [row[1].split(",")[0] for row in rows[:3]] == [
        storage.register.get(ended.ws.books, unit).name.split(",")[0] for unit in UNITS
    ]
    assert figures == [[1, 1, 0, 0, 0], [1, 0, 1, 0, 0], [1, 0, 0, 1, 0], [0, 0, 0, 0, 0]]
    assert [int(cell) for cell in total[1:6]] == [
        sum(column) for column in zip(*figures, strict=True)
    ]
    assert all(row[0] == sum(row[1:]) for row in figures)
    own = table(paper, "Đánh giá")
    assert [row[3] for row in own] == ["10,2 km", "97,5%"]
    awards = table(paper, "Hộ gia đình")
    assert [row[2:] for row in awards[:-1]] == [("1", "0", "0", "1")]
    assert awards[-1][1:] == ("1", "0", "0", "1")
    (given,) = table(paper, "Quyết định")
    assert given[3] == "số 215/QĐ-UBND ngày 20/12/2026"
    assert paper.holds(
        "có quyết định khen thưởng 01, không được khen thưởng 01, chưa có quyết định 00."
    )
    assert paper.holds("Đường nở hoa")
    assert paper.holds("10,2 km")
    assert not paper.holds("kết luận cuối kỳ.")


def test_the_plot_of_the_targets_stands_in_place_of_its_mark(ended: MovementYear) -> None:
    subject = Subject(movement=ended.code)
    path = office_papers.make(ended.ws, "bao_cao_tong_ket", subject, {}).path
    with zipfile.ZipFile(path) as archive:
        drawn = [name for name in archive.namelist() if name.endswith(".emf")]
    assert drawn
    assert not read_body(body_of(path.read_bytes())).holds("bieu_do")
    bare = plans.launch(ended.ws, Plan(Movement("", "Thi đua không chỉ tiêu"))).movement.code
    empty = office_papers.make(ended.ws, "bao_cao_so_ket", Subject(movement=bare), {}).path
    assert not read_body(body_of(empty.read_bytes())).holds("bieu_do")


def test_registration_against_result(ended: MovementYear) -> None:
    grant(ended)
    found = outcomes.of_year(ended.ws, Year(2026))
    paper = ended.paper("ket_qua_dang_ky")
    rows = table(paper, "Kết quả")
    assert [(row[1], row[5], row[6]) for row in rows] == [
        (one.name, texts.label(one.state), one.reason) for one in found
    ]
    mine = [one for one in found if one.registration.movement == ended.code]
    states = {one.registration.recipient: one.state for one in mine}
    assert states["TT03"] is outcomes.AimState.WON
    assert states["TT05"] is outcomes.AimState.NOT_PROPOSED
    assert paper.holds(f"Cộng: {len(found):02} lượt đăng ký")
