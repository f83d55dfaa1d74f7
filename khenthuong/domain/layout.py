"""What the layout checker says of a paper: its kind, its components, what deviates from what.

Phụ lục I of Nghị định số 30/2020/NĐ-CP. Sizes are points, lengths millimetres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Sheet(StrEnum):
    """What a form says of its layout: the TOML key `layout`."""

    PAPER = "van_ban"
    ANNEX = "phu_luc"
    OWN = "khong"


class PaperKind(StrEnum):
    """What kind of paper the checker takes a file for; the kind decides what must be there."""

    DECISION = "quyet_dinh"
    REQUEST = "to_trinh"
    REPORT = "bao_cao"
    LETTER = "cong_van"
    MINUTES = "bien_ban"
    NAMED = "van_ban_co_ten_loai"
    MERIT_REPORT = "bao_cao_thanh_tich"
    ANNEX = "phu_luc"
    OTHER = "khac"


class Component(StrEnum):
    """The parts of a paper that Phụ lục I describes, in the order of the page."""

    SHEET = "kho_giay"
    MARGINS = "le_trang"
    FONT = "phong_chu"
    PAGE_NUMBER = "so_trang"
    MOTTO_STATE = "quoc_hieu"
    MOTTO = "tieu_ngu"
    SUPERIOR = "co_quan_chu_quan"
    ISSUER = "co_quan_ban_hanh"
    NUMBER = "so_ky_hieu"
    DATE = "dia_danh_thoi_gian"
    LETTER_SUBJECT = "trich_yeu_cong_van"
    TITLE = "ten_loai"
    SUBJECT = "trich_yeu"
    ADDRESSEE = "kinh_gui"
    GROUNDS = "can_cu"
    BODY = "noi_dung"
    PARTS = "phan_chuong"
    SECTIONS = "muc"
    ARTICLES = "dieu"
    CLAUSES = "khoan"
    POINTS = "diem"
    END_MARK = "dau_ket_thuc"
    AUTHORITY = "quyen_han_chuc_vu"
    SIGNER = "ho_ten_nguoi_ky"
    RECIPIENTS_WORD = "noi_nhan"
    RECIPIENTS = "danh_sach_noi_nhan"
    ANNEX_NUMBER = "so_phu_luc"
    ANNEX_TITLE = "ten_phu_luc"
    ANNEX_NOTE = "kem_theo"
    TABLES = "bang"
    LANGUAGE = "ngon_ngu"
    STYLES = "kieu_dinh_dang"


class PagePart(StrEnum):
    """Where on the paper a component stands."""

    PAGE = "trang_giay"
    HEAD = "dau_van_ban"
    BODY = "than_van_ban"
    FOOT = "cuoi_van_ban"
    ANNEX = "phu_luc"
    FILE = "tep"


class Outcome(StrEnum):
    """What the checker says of one component."""

    RIGHT = "dung"
    OFF = "lech"
    ABSENT = "khong_co"
    NOT_JUDGED = "khong_xet"


class Weight(StrEnum):
    """Whether the decree asks for it, or only good practice."""

    MUST = "phai"
    SHOULD = "nen"


_PARTS: dict[PagePart, tuple[Component, ...]] = {
    PagePart.PAGE: (Component.SHEET, Component.MARGINS, Component.FONT, Component.PAGE_NUMBER),
    PagePart.HEAD: (
        Component.MOTTO_STATE,
        Component.MOTTO,
        Component.SUPERIOR,
        Component.ISSUER,
        Component.NUMBER,
        Component.DATE,
        Component.LETTER_SUBJECT,
        Component.TITLE,
        Component.SUBJECT,
    ),
    PagePart.FOOT: (
        Component.END_MARK,
        Component.AUTHORITY,
        Component.SIGNER,
        Component.RECIPIENTS_WORD,
        Component.RECIPIENTS,
    ),
    PagePart.ANNEX: (Component.ANNEX_NUMBER, Component.ANNEX_TITLE, Component.ANNEX_NOTE),
    PagePart.FILE: (Component.LANGUAGE, Component.STYLES),
}


def part_of(component: Component) -> PagePart:
    """Where on the paper a component stands; the body when nowhere else."""
    return next((part for part, all_ in _PARTS.items() if component in all_), PagePart.BODY)


@dataclass(frozen=True)
class Deviation:
    """One thing that is not as asked.

    `code` names the sentences «layout.found.<code>» and «layout.asked.<code>», both filled with
    `arguments`; `quote` is the beginning of the text, `times` how many paragraphs have it.
    """

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])
    weight: Weight = Weight.MUST
    quote: str = ""
    times: int = 1


@dataclass(frozen=True)
class Judgement:
    """One component of one paper. `required`: whether this kind of paper must have it."""

    component: Component
    outcome: Outcome
    quote: str = ""
    required: bool = False
    deviations: tuple[Deviation, ...] = ()

    @property
    def against(self) -> tuple[Deviation, ...]:
        """What deviates from the decree."""
        return tuple(d for d in self.deviations if d.weight is Weight.MUST)

    @property
    def advice(self) -> tuple[Deviation, ...]:
        """What only good practice would do otherwise."""
        return tuple(d for d in self.deviations if d.weight is Weight.SHOULD)

    @property
    def missing(self) -> bool:
        """Absent though the kind of paper must have it."""
        return self.outcome is Outcome.ABSENT and self.required


@dataclass(frozen=True)
class Notice:
    """Something about the file itself: macros, links to elsewhere, tracked changes."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True)
class LayoutReport:
    """All judgements of a paper, in the order of `Component`."""

    kind: PaperKind
    judgements: tuple[Judgement, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def deviations(self) -> int:
        """How many things are not as the decree asks, missing components included."""
        return sum(len(j.against) + j.missing for j in self.judgements)

    @property
    def advice(self) -> int:
        """How many things good practice would do otherwise."""
        return sum(len(j.advice) for j in self.judgements)

    def of(self, component: Component) -> Judgement:
        """The judgement of one component."""
        return next(j for j in self.judgements if j.component is component)
