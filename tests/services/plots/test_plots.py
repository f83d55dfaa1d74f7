"""Plots of the sample commune: the same figures as the tables, the same bytes again."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest

from khenthuong.domain.kinds import Comparison
from khenthuong.domain.movement import Movement, Progress, Target
from khenthuong.domain.pathway import Station
from khenthuong.domain.plots.figures import Bars, Heat, Stations, Targets
from khenthuong.domain.plots.states import ORDER
from khenthuong.errors import NotFoundError, UserError
from khenthuong.services.appraisal import rounds as round_service
from khenthuong.services.movements import plans, progress
from khenthuong.services.paperwork import layout_check
from khenthuong.services.plots import counts, papers, rounds, targets
from khenthuong.services.plots.counts import AwardSplit
from khenthuong.services.statistics import free
from khenthuong.services.workspace import Workspace

DAY = date(2026, 10, 15)


@pytest.mark.parametrize("split", AwardSplit)
def test_awards_are_those_of_the_statistics(commune: Workspace, split: AwardSplit) -> None:
    plot, series = counts.awards(commune, split, 2021, 2025), free.series(commune, 2021, 2025)
    assert isinstance(plot.figures, Bars)
    for place, total in enumerate(series.total):
        drawn = [one.values[place] for one in plot.figures.series]
        assert (drawn == [None] * len(drawn)) if not total else (sum(drawn) == total)
        assert plot.rows[place][-1] == (str(total) if total else "sổ không có")
    assert "2.02" not in plot.title


def test_shares_say_part_and_whole(commune: Workspace) -> None:
    plot, series = counts.shares(commune, 2022, 2025), free.series(commune, 2022, 2025)
    last = series.direct[-1]
    assert plot.rows[-1][1] == f"{last.text} ({last.part} trong {last.whole})"
    assert plot.rows[0][1:] == ("", "")


def test_years_without_anything_say_what_is_missing(commune: Workspace) -> None:
    for plot in (
        counts.awards(commune, AwardSplit.LEVEL, 1990, 1991),
        counts.shares(commune, 1990, 1991),
        counts.unit_years(commune, 1990, 1991),
    ):
        assert plot.figures is None
        assert "các năm 1990 – 1991" in plot.missing
    with pytest.raises(UserError):
        counts.unit_years(commune, 1991, 1990)


def test_units_by_year_add_up_to_the_awards(commune: Workspace) -> None:
    plot = counts.unit_years(commune, 2023, 2025)
    for place, total in enumerate(free.series(commune, 2023, 2025).total, start=1):
        assert sum(int(row[place]) for row in plot.rows) == total
    assert isinstance(plot.figures, Heat)
    levels = {cell.level for _, cells in plot.figures.rows for cell in cells}
    assert levels <= {None, 1, 2, 3, 4}
    assert 4 in levels


def test_targets_come_gravest_first_with_every_figure(commune: Workspace) -> None:
    plot = targets.over_time(commune, "PT04", DAY)
    assert isinstance(plot.figures, Targets)
    panels = plot.figures.panels
    order = [ORDER[panel.state] for panel in panels]
    assert order == sorted(order)
    lines = progress.of_movement(commune, "PT04", DAY)
    assert len(plot.rows) == len(lines)
    assert {panel.name for panel in panels} == {line.target.content for line in lines}
    ranged = next(panel for panel in panels if panel.aims and panel.aims[0].high is not None)
    assert (ranged.aims[0].level, ranged.aims[0].high) == (40, 50)
    assert ranged.reached[-1].whole
    with pytest.raises(NotFoundError):
        targets.over_time(commune, "PT-khong-co")


def test_units_of_a_movement_say_state_and_figure(commune: Workspace) -> None:
    plot = targets.units(commune, "PT04", DAY)
    assert isinstance(plot.figures, Heat)
    assert plot.heads[1:] == plot.figures.columns
    cells = {cell.text for _, row in plot.figures.rows for cell in row}
    assert "Chậm\n0,5 km" in cells
    assert "–" in cells
    for code in ("PT05", "PT06"):
        nobody = targets.units(commune, code, DAY)
        assert (nobody.figures is None) == bool(nobody.missing) == (not nobody.rows)


def test_every_nomination_stays_at_one_station(commune: Workspace) -> None:
    for one in round_service.rounds(commune):
        plot = rounds.stations(commune, one.round.code)
        assert isinstance(plot.figures, Stations)
        assert sum(bar.count for bar in plot.figures.bars) == one.nominations
        assert len(plot.figures.bars) == len(Station) + 1
        named = [name for row in plot.rows for name in row[2].split("; ") if name]
        assert len(named) == one.nominations
        for bar in plot.figures.bars:
            assert bool(bar.more) == (len(bar.who) < bar.count)


def test_the_report_has_every_picture_and_is_made_alike_again(
    commune: Workspace, tmp_path: Path
) -> None:
    made = papers.write_year(commune, 2025, tmp_path / papers.year_name(2025))
    assert made.name == "bieu-do-thi-dua-khen-thuong-nam-2025.docx"
    document = docx.Document(str(made))
    drawn = [plot for plot in papers.of_year(commune, 2025) if plot.figures is not None]
    assert len(document.inline_shapes) >= len(drawn) > 5
    captions = [one.text for one in document.paragraphs if one.text.startswith("Hình ")]
    assert len(captions) == len(document.inline_shapes)
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)
    assert papers.year_as_word(commune, 2025) == made.read_bytes()
    (checked,) = layout_check.check_files([made])
    assert checked.clean


def test_a_paper_of_another_kind_takes_plots_at_its_marker(commune: Workspace) -> None:
    source = docx.Document()
    source.add_paragraph("hinh_chi_tieu")
    out = io.BytesIO()
    source.save(out)
    plot = targets.over_time(commune, "PT04", DAY)
    made = papers.in_paper(out.getvalue(), {"hinh_chi_tieu": (plot,)})
    document = docx.Document(io.BytesIO(made))
    assert "hinh_chi_tieu" not in [one.text for one in document.paragraphs]
    assert document.inline_shapes[0].width.mm == pytest.approx(papers.UPRIGHT_WIDTH)


def test_a_target_with_a_value_a_year_is_one_picture(commune: Workspace) -> None:
    code = "PT-900"
    whole = Target(code, "Thu nhập", "triệu đồng", planned="60", period="2024-2026", number="1")
    years = tuple(replace(whole, period=str(y), planned=str(y - 1974)) for y in (2024, 2025, 2026))
    sums = Target(code, "Hố rác", "hố", planned="90", period="2026", number="2", cumulative=True)
    fall = Target(
        code, "Hộ nghèo", "%", Comparison.REDUCE, "1,5", period="2026", number="3", base_value="5"
    )
    words = Target(code, "Nếp sống", "", planned="rõ rệt", period="2026", number="4")
    movement = Movement(code, "Phong trào thử", start=date(2024, 1, 1), end=date(2026, 12, 31))
    plans.save_plan(commune, plans.Plan(movement, (), (whole, *years, sums, fall, words)))
    progress.finish(commune, code, [(years[0], "50,5")])
    told = [
        Progress(code, "", "Thu nhập", "2025", date(2025, 6, 30), "50,8"),
        Progress(code, "", "Hố rác", "2026", date(2026, 6, 30), "40"),
        Progress(code, "", "Hộ nghèo", "2026", date(2026, 6, 30), "4,2"),
    ]
    progress.record(commune, code, told)
    plot = targets.over_time(commune, code, DAY)
    assert isinstance(plot.figures, Targets)
    panels = {panel.name: panel for panel in plot.figures.panels}
    assert set(panels) == {"Thu nhập", "Hố rác", "Hộ nghèo", "Nếp sống"}
    income = panels["Thu nhập"]
    assert sorted(aim.level for aim in income.aims) == [50, 51, 52, 60]
    assert [(one.text, one.whole) for one in income.reached] == [("50,5", True), ("50,8", False)]
    assert income.said.endswith("(2024-2026)")
    assert income.facts[1] == "Đã đạt: 50,8 triệu đồng (đến 30/06/2025)"
    assert panels["Hố rác"].aims[0].grows
    assert panels["Hộ nghèo"].aims[0].level == Decimal("3.5")
    assert panels["Nếp sống"].lacks.startswith("Không vẽ được")
    assert len(plot.rows) == 7
