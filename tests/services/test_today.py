"""The day's page: the gravest first, each line with its place; the first steps of a new office."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from khenthuong.domain.office import Office
from khenthuong.domain.register import Unit
from khenthuong.errors import CancelledError
from khenthuong.services import drafts, office, register, today
from khenthuong.services.paperwork import paper_register
from khenthuong.services.safety import backups
from khenthuong.services.today import TodayPart, Urgency
from khenthuong.services.workspace import open_workspace


def of(found, part):
    return [line for line in found.lines if line.part is part]


def test_deadlines_come_first_and_only_so_many(commune):
    found = today.read(commune)
    due = of(found, TodayPart.DUE)
    assert found.lines[: len(due)] == tuple(due)
    assert 0 < len(due) <= today.MOST_DUE
    assert {line.urgency for line in due} <= {Urgency.LATE, Urgency.SOON}
    assert found.more_due >= 0


def test_every_open_round_says_what_it_waits_for(commune):
    found = of(today.read(commune), TodayPart.ROUND)
    assert [(line.what, line.left, line.cure) for line in found][:2] == [
        ("Chờ bước Danh sách", "thiếu 1", "dot:D4:danh_sach"),
        ("Chờ bước Hồ sơ", "chưa", "dot:D2:ho_so"),
    ]


def test_every_line_leads_somewhere(commune):
    paper_register.make(commune, "D4")
    root = commune.folder.root
    drafts.keep(drafts.path_of(root, "dot_xet", "1"), drafts.Draft("dot_xet", "dot", "Đợt xét"))
    found = today.read(commune, datetime.now() + timedelta(days=30))
    parts = {line.part for line in found.lines}
    assert {TodayPart.DRAFT, TodayPart.PAPER, TodayPart.RULE, TodayPart.BACKUP} <= parts
    lines = (*found.lines, *today.forgotten(commune, found.years))
    assert all(":" in line.cure for line in lines)


def test_who_may_be_forgotten_is_counted_by_year(commune):
    found = today.read(commune)
    lines = today.forgotten(commune, found.years)
    assert [line.cure for line in lines] == [f"ai_du_dieu_kien:{year}" for year in found.years]
    with pytest.raises(CancelledError):
        today.forgotten(commune, found.years, cancelled=lambda: True)


def test_a_backup_is_asked_for_after_a_week(commune):
    backups.back_up(commune, "thử")
    now = datetime.now()
    assert of(today.read(commune, now), TodayPart.BACKUP) == []
    later = of(today.read(commune, now + timedelta(days=9)), TodayPart.BACKUP)
    assert later[0].left == "bản mới nhất đã 9 ngày"


def test_a_new_office_has_its_first_steps(tmp_path):
    with open_workspace(tmp_path / "so") as ws:
        office.save_office(ws, Office("Ủy ban nhân dân xã Vĩnh An", "Tỉnh Thanh Hóa"))
        steps = today.read(ws).first_steps
        missing = of(today.read(ws), TodayPart.BACKUP)
        assert [line.left for line in missing] == ["chưa có bản nào"]
        assert (steps.units, steps.people, steps.rounds, steps.done) == (0, 0, 0, False)
        register.save(ws, Unit("TT-001", "Văn phòng"))
        assert today.read(ws).first_steps.units == 1


def test_who_has_begun_needs_no_first_steps(commune):
    steps = today.read(commune).first_steps
    assert steps.done
    assert replace(steps, rounds=1, papers=1).done
    assert not replace(steps, rounds=1, papers=0).done
