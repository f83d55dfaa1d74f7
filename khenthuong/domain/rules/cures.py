"""Where the clerk mends a finding: «source:code[:detail]», read by the screens.

========================  ============================================================
``xep_loai:CN01:2025``    the yearly rating of a recipient
``khen_thuong:CN01:2024`` a past award (its year, «Theo tiêu chuẩn», «Sáng kiến»)
``sang_kien:SK01``        an initiative or topic (decision, scope, authors)
``ky_luat:CN01``          discipline and holds
``thanh_tich:TH01``       an achievement (date, content, evidence); ``:CN01`` to add one
``ca_nhan:CN01:doi_tuong``  a field of a person (doi_tuong, tap_the, ngay_vao_nganh)
``tap_the:TT01:so_nguoi``   a field of a unit (so_nguoi, cap_quan_ly, ca_nhan = its people)
``ho_gia_dinh:HO01:thon``   a field of a household
``co_quan:so_day_du_tu_nam``  a setting of the office
``de_nghi:CN01:theo_tieu_chuan``  a field of the nomination (theo_tieu_chuan, sang_kien,
                          thanh_tich, hinh_thuc)
``hop:TT01``              the meeting of a unit; ``hop:hoi_dong`` the council's
``hoi_dong``              the members of the council
``bieu_quyet:CN01``       the votes on a nominee
``niem_yet``              the notices of the round
``dot_xet:ngay_nhan``     a field of the round
``phong_trao:PT01``       a movement (plan, issuer)
========================  ============================================================
"""

from __future__ import annotations


def rating(recipient: str, year: object) -> str:
    """The rating of a year."""
    return f"xep_loai:{recipient}:{year}"


def past_award(recipient: str, year: object) -> str:
    """A past award of a year."""
    return f"khen_thuong:{recipient}:{year}"


def initiative(code: str) -> str:
    """An initiative or topic."""
    return f"sang_kien:{code}"


def discipline(recipient: str) -> str:
    """Discipline and holds of a recipient."""
    return f"ky_luat:{recipient}"


def achievement(code: str) -> str:
    """An achievement, or the achievements of a recipient."""
    return f"thanh_tich:{code}"


def person(code: str, field: str) -> str:
    """A field of a person."""
    return f"ca_nhan:{code}:{field}"


def unit(code: str, field: str) -> str:
    """A field of a unit."""
    return f"tap_the:{code}:{field}"


def household(code: str, field: str) -> str:
    """A field of a household."""
    return f"ho_gia_dinh:{code}:{field}"


def nomination(recipient: str, field: str) -> str:
    """A field of the nomination."""
    return f"de_nghi:{recipient}:{field}"


def unit_meeting(unit_code: str) -> str:
    """The meeting of a unit."""
    return f"hop:{unit_code}"


def vote(recipient: str) -> str:
    """The votes on a nominee."""
    return f"bieu_quyet:{recipient}"


def round_field(field: str) -> str:
    """A field of the round."""
    return f"dot_xet:{field}"


def movement(code: str) -> str:
    """A movement."""
    return f"phong_trao:{code}"


COMPLETE_FROM = "co_quan:so_day_du_tu_nam"
COUNCIL_MEETING = "hop:hoi_dong"
COUNCIL = "hoi_dong"
NOTICE = "niem_yet"
