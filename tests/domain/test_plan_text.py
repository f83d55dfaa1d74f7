"""The three real plans are split as a person would; every line is placed or handed back."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khenthuong.domain.kinds import MovementKind, MovementLevel, TaskKind
from khenthuong.domain.plan_text import ProposedPlan, propose
from khenthuong.domain.targets import phrase
from khenthuong.domain.vietnamese import clean
from tests.plans import ALL, DIRECTIVE, RESOLUTION, SPRINT, plan_text

FIGURES_298 = [
    ("1", "tối thiểu 14,5%/năm", "2021-2025"),
    ("1.2", "đạt 6,4%", "2025"),
    ("1.3", "đạt 23,7%", "2025"),
    ("2", "đạt 11.800 USD/người", "2025"),
    ("3", "đạt 21,5%/năm", "2021-2025"),
    ("3.2", "từ 41% đến 43%", "2025"),
    ("3.3", "từ 47% đến 49%", "2025"),
    ("4", "đạt 145.000 tỷ đồng", "2025"),
    ("4.2", "đạt 65.000 tỷ đồng", "2025"),
    ("5", "đạt 1.200 nghìn tỷ đồng", "2021-2025"),
    ("6", "đạt 35 tỷ USD", "2025"),
    ("7", "đạt 300 triệu tấn", "2025"),
    ("8", "đạt 20 triệu lượt", "2025"),
    ("9", "đạt 47%", "2025"),
    ("10", "đạt 100%", "2025"),
    ("11", "dưới 3,5%", "2025"),
    ("12", "đạt 5,58 vạn lượt lao động/năm", "2021-2025"),
    ("13", "từ 87% đến 88%", "2025"),
    ("13.2", "đạt 40%", "2025"),
    ("14", "không còn", "2025"),
    ("15", "trên 95%", "2025"),
    ("16", "đạt 100%", "2025"),
    ("17", "đạt 100%", "2025"),
    ("17.2", "đạt 95%", "2025"),
    ("17.3", "trên 50%", "2025"),
    ("18", "từ 40% đến 50%", "2025"),
    ("19", "từ 15.000 đến 15.500 đảng viên", "2021-2025"),
    ("20", "đạt 70%", "Hàng năm"),
    ("20.2", "đạt 100%", "Hàng năm"),
]
FIGURES_2022 = [
    ("tối thiểu 13%", "2022"),
    ("đạt 7.300 USD", "2022"),
    ("đạt 105.645,46 tỷ đồng", "2022"),
    ("đạt 41.000 tỷ đồng", "2022"),
    ("đạt 31 tỷ USD", "2022"),
    ("đạt 168 triệu tấn", "2022"),
    ("khoảng 4,5 triệu lượt khách", "2022"),
    ("đạt 100%", "2022"),
    ("đạt 14 xã", "2021"),
    ("đạt 35 xã", "2022"),
    ("từ 2,5 đến 3,0 tỷ USD", "2022"),
    ("giảm 0,5%", "2022"),
    ("đạt 100%", "2022"),
]


@pytest.fixture(scope="module")
def resolution() -> ProposedPlan:
    return propose(plan_text(RESOLUTION))


def test_the_head_of_a_plan(resolution: ProposedPlan) -> None:
    movement = resolution.movement
    assert movement.plan_number == "298/KH-UBND"
    assert movement.issued == date(2020, 12, 29)
    assert movement.issuer == "Ủy ban nhân dân thành phố Hải Phòng"
    assert movement.level is MovementLevel.PROVINCE
    assert movement.kind is MovementKind.REGULAR
    assert movement.end == date(2025, 12, 31)
    assert movement.name == (
        "Phong trào thi đua thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ thành phố lần thứ XVI, "
        "nhiệm kỳ 2020-2025"
    )
    assert movement.theme.startswith("Đổi mới mạnh mẽ phương thức lãnh đạo")
    assert movement.theme.endswith("khẳng định vai trò động lực phát triển của đất nước")
    assert movement.bases.startswith("Tiếp tục thực hiện Chỉ thị số 34-CT/TW")
    assert len(movement.purposes.split("\n")) == 2
    assert len(movement.requirements.split("\n")) == 3
    assert movement.addressees.split("\n")[-1] == "Lưu VT"


def test_all_twenty_targets_without_loss(resolution: ProposedPlan) -> None:
    assert [(t.number, phrase(t), t.period) for t in resolution.targets] == FIGURES_298
    assert {t.number.split(".")[0] for t in resolution.targets} == {str(n) for n in range(1, 21)}
    contents = {t.number: t.content for t in resolution.targets}
    assert contents["4.2"] == "Thu ngân sách Nhà nước trên địa bàn: thu nội địa"
    assert contents["14"] == "Hộ nghèo theo chuẩn quốc gia"
    assert contents["17.3"].endswith("được xử lý bằng các công nghệ hiện đại, không chôn lấp")
    assert "GDP vùng kinh tế trọng điểm Bắc Bộ" in contents["1.3"]


def test_reviews_have_their_days(resolution: ProposedPlan) -> None:
    reviews = {t.kind: t.due for t in resolution.tasks if t.due}
    assert reviews == {
        TaskKind.INTERIM_REVIEW: date(2023, 12, 31),
        TaskKind.FINAL_REVIEW: date(2025, 12, 31),
    }


def test_who_carries_out_what(resolution: ProposedPlan) -> None:
    who = [t.responsible for t in resolution.tasks if t.number.startswith("IV.")]
    assert who == [
        "Các Sở, ban, ngành, địa phương, đơn vị",
        "Sở Thông tin và Truyền thông, Ban Tuyên giáo Thành ủy",
        "Ban Thi đua - Khen thưởng (Sở Nội vụ)",
    ]


def test_a_report_about_a_plan() -> None:
    found = propose(plan_text(SPRINT))
    assert found.movement.plan_number == "245/KH-UBND"
    assert found.movement.issued == date(2023, 11, 20)
    assert found.movement.issuer == "UBND Quận Ngô Quyền"
    assert (found.movement.start, found.movement.end) == (date(2023, 11, 20), date(2023, 12, 31))
    assert found.movement.kind is MovementKind.TOPICAL
    assert "“Tăng cường quản lý đất đai, đô thị và giải phóng mặt bằng”" in found.movement.theme
    assert [t.number for t in found.tasks] == ["1", "2", "3", "4", "5", "6"]
    assert found.movement.rewards.startswith("Thành tích của phong trào thi đua này")
    assert found.targets == ()


def test_targets_inside_a_content() -> None:
    found = propose(plan_text(DIRECTIVE))
    assert [(phrase(t), t.period) for t in found.targets] == FIGURES_2022
    assert found.targets[0].base_year == "2021"
    assert [t.number for t in found.tasks] == [str(n) for n in range(1, 11)]
    assert found.movement.plan_number == ""  # the numbers it cites are other papers'


@pytest.mark.parametrize("name", ALL)
def test_every_line_is_placed_or_handed_back(name: str) -> None:
    found = propose(plan_text(name))
    m = found.movement
    said = "\n".join(
        (
            m.name,
            m.theme,
            m.bases,
            m.purposes,
            m.requirements,
            m.rewards,
            m.addressees,
            *(t.content for t in found.tasks),
            *found.left,
        )
    )
    figures = {n for t in found.targets for n in (t.planned, t.planned_to) if n}
    body = clean(plan_text(name)).split("\n")
    start = next(
        (n for n, line in enumerate(body) if re.match(r"(Tiếp tục|Năm 2022|Quận)", line)), 0
    )
    for line in body[start:]:
        words = re.sub(r"^(?:[-+]|\(?\d+[.)])\s*", "", line).rstrip(" ;.")
        titled = re.match(r"^(?:[IVX]+|\d)\.\s.{1,60}$|^Nơi nhận", line) or not words.strip("-")
        target = any(figure in line for figure in figures)
        assert titled or target or words in said, line


@given(st.text(alphabet='aăđ 0123456789.,;%()-–:IVX“”"\nếừốngmđạt', max_size=200))
def test_any_text_gives_a_proposal(text: str) -> None:
    found = propose(text)
    assert len({t.number for t in found.tasks}) == len(found.tasks)
