"""Giấy khen and certificates of titles: what stands on one, its số sổ vàng, its printings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khenthuong.domain.kinds import AwardClass, RecipientKind


class SheetField(StrEnum):
    """What can stand on a certificate (layout of NĐ 98/2023 Điều 104)."""

    STATE = "quoc_hieu"
    MOTTO = "tieu_ngu"
    DECIDER = "nguoi_quyet_dinh"
    VERB = "tang"
    AWARD = "hinh_thuc"
    ADDRESS = "xung_ho"
    NAME = "ten"
    FULL_NAME = "xung_ho_ten"
    ABOUT = "chuc_vu_don_vi"
    ACHIEVEMENT = "thanh_tich"
    DECISION = "quyet_dinh"
    DECISION_NUMBER = "so_quyet_dinh"
    DECISION_DATE = "ngay_quyet_dinh"
    GOLDEN = "so_vang"
    PLACE_DATE = "dia_danh_ngay"
    SIGNER_POSITION = "chuc_vu_ky"
    SIGNER_NAME = "ho_ten_ky"


NAMES = (SheetField.NAME, SheetField.FULL_NAME)
"""Fields that hold a name: a person's is never broken."""


@dataclass(frozen=True)
class CertificateKey:
    """One award to one recipient by one decision.

    `award` is the catalogue's id, or the name as written where the catalogue does not know it.
    """

    recipient: str
    award: str
    decision_number: str
    decision_date: date | None = None


@dataclass(frozen=True)
class GivenCertificate:
    """What the books keep of a certificate: its số sổ vàng, and its words where a clerk chose them.

    `golden_number` runs within `golden_year`, the year of the decision; None until first printed.
    """

    key: CertificateKey
    golden_year: int | None = None
    golden_number: int | None = None
    wording: str = ""

    @property
    def golden(self) -> str:
        """«07/2026»; empty before the first printing."""
        if self.golden_number is None:
            return ""
        return f"{self.golden_number:02}/{self.golden_year}"


@dataclass(frozen=True)
class CertificatePrint:
    """One printing: `copy` counts from 1, `target` is the printer's name or «PDF».

    `printed_at` is local time in ISO form; `reason` says why it was printed again.
    """

    key: CertificateKey
    copy: int
    printed_at: str
    printed_by: str
    target: str
    layout: str
    reason: str = ""


@dataclass(frozen=True)
class Certificate:
    """A certificate ready to be laid out. `values` are the words by field, `lacking` what is not
    known yet and keeps it from being printed; `prints` how often it was printed."""

    key: CertificateKey
    kind: RecipientKind
    name: str
    award_name: str
    award_class: AwardClass
    values: Mapping[SheetField, str]
    given: GivenCertificate
    prints: int = 0
    lacking: tuple[str, ...] = ()
    round: str = ""

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.lacking
