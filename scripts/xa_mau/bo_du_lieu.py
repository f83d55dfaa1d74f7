"""Puts the whole sample commune together as one batch of the import workbook."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from khenthuong.domain.batch import Batch, Entry, OfficeSetting, Place
from khenthuong.domain.kinds import SigningPower
from khenthuong.domain.office import Signer
from scripts.xa_mau import bao_cao, dot_xet, lich_su, so_bo

T = TypeVar("T")

COMPLETE_FROM = 2024
_CHAIRMAN = "Chủ tịch Ủy ban nhân dân xã"
_OFFICE = (
    ("Tên cơ quan", so_bo.COMMUNE),
    ("Tỉnh", so_bo.PROVINCE),
    ("Cấp", "xa"),
    ("Viết tắt", "UBND"),
    ("Địa danh", "Vĩnh Khê Thượng"),
    ("Sổ đầy đủ từ năm", str(COMPLETE_FROM)),
    ("Đơn vị trình", "Phòng Văn hóa - Xã hội"),
    ("Địa chỉ", f"Thôn Đông Lĩnh, {so_bo.ADDRESS}"),
)


def signers() -> tuple[Signer, ...]:
    """Chairman, vice-chairman, head of the standing office, and a chairman who left."""
    took_office = date(2025, 7, 1)
    return (
        Signer(
            "Quách Đình Nhã", _CHAIRMAN, SigningPower.ON_BEHALF, took_office, date(2025, 11, 30)
        ),
        Signer(so_bo.name("CN001"), _CHAIRMAN, SigningPower.ON_BEHALF, date(2025, 12, 1)),
        Signer(so_bo.name("CN002"), f"Phó {_CHAIRMAN}", SigningPower.FOR, took_office),
        Signer(
            so_bo.name("CN016"), "Trưởng phòng Văn hóa - Xã hội", SigningPower.BY_ORDER, took_office
        ),
    )


def batch() -> Batch:
    """Every sheet of the sample, in the order of its tables."""
    return Batch(
        office=_entries("Cơ quan", (OfficeSetting(*pair) for pair in _OFFICE)),
        signers=_entries("Người ký", signers()),
        units=_entries("Tập thể", so_bo.units().values()),
        persons=_entries("Cá nhân", so_bo.persons()),
        careers=_entries("Quá trình", so_bo.careers()),
        households=_entries("Hộ gia đình", so_bo.households().values()),
        movements=_entries("Phong trào", lich_su.movements()),
        targets=_entries("Chỉ tiêu", lich_su.targets()),
        movement_tasks=_entries("Nhiệm vụ phong trào", lich_su.tasks()),
        participants=_entries("Đăng ký phong trào", lich_su.participants()),
        unit_targets=_entries("Chỉ tiêu đơn vị", lich_su.unit_targets()),
        progress=_entries("Tiến độ", lich_su.progress()),
        registrations=_entries("Đăng ký danh hiệu", lich_su.registrations()),
        initiatives=_entries("Sáng kiến", lich_su.initiatives().values()),
        achievements=_entries("Thành tích", lich_su.achievements().values()),
        ratings=_entries("Xếp loại", lich_su.ratings()),
        awards=_entries("Khen thưởng", lich_su.past_awards()),
        disciplines=_entries("Kỷ luật", lich_su.disciplines()),
        rounds=_entries("Đợt xét", dot_xet.ROUNDS),
        nominations=_entries("Đề nghị", (p.nomination for p in dot_xet.proposals())),
        answers=_entries("Trả lời biểu mẫu", bao_cao.answers()),
        council=_entries("Hội đồng", dot_xet.council()),
        meetings=_entries("Họp", dot_xet.meetings()),
        votes=_entries("Biểu quyết", dot_xet.votes()),
        notices=_entries("Niêm yết", dot_xet.notices()),
    )


def _entries(sheet: str, values: Iterable[T]) -> tuple[Entry[T], ...]:
    return tuple(Entry(Place(sheet, row), value) for row, value in enumerate(values, start=2))
