"""Mẫu của phong trào thi đua: kế hoạch phát động."""

from __future__ import annotations

from mau_chung import END, GAP, committee_signature, office_heading
from the_thuc import KEEP, KEEP_LINES, para, signature, tag, title


def _part(number: str, heading: str) -> str:
    return para("**{{ ke_hoach.muc." + number + " }}. " + heading + "**", extra=KEEP)


def _items(source: str, text: str = "- {{ d.noi_dung }}{{ d.dau }}") -> list[str]:
    return [tag(f"for d in ke_hoach.{source}"), para(text), tag("endfor")]


def _purposes() -> list[str]:
    """One list under a heading of its own, numbered only where both are there."""
    both = "{% if ke_hoach.muc_dich and ke_hoach.yeu_cau %}"
    return [
        tag("if ke_hoach.muc.muc_dich"),
        _part("muc_dich", "MỤC ĐÍCH, YÊU CẦU"),
        tag("if ke_hoach.muc_dich"),
        para("**" + both + "1. {% endif %}Mục đích**", extra=KEEP),
        *_items("muc_dich", "- {{ d.noi_dung }}."),
        tag("endif"),
        tag("if ke_hoach.yeu_cau"),
        para("**" + both + "2. {% endif %}Yêu cầu**", extra=KEEP),
        *_items("yeu_cau", "- {{ d.noi_dung }}."),
        tag("endif"),
        tag("endif"),
    ]


def _contents() -> list[str]:
    both = "{% if ke_hoach.noi_dung and ke_hoach.chi_tieu %}"
    return [
        tag("if ke_hoach.muc.noi_dung"),
        _part("noi_dung", "NỘI DUNG{% if ke_hoach.chi_tieu %}, CHỈ TIÊU{% endif %} THI ĐUA"),
        tag("if ke_hoach.noi_dung"),
        tag("if ke_hoach.chi_tieu"),
        para("**1. Nội dung**", extra=KEEP),
        *_items("noi_dung", "- {{ d.noi_dung }}."),
        tag("else"),
        *_items("noi_dung", "{{ d.so }}. {{ d.noi_dung }}."),
        tag("endif"),
        tag("endif"),
        tag("if ke_hoach.chi_tieu"),
        para("**" + both + "2. {% endif %}Chỉ tiêu**", extra=KEEP),
        tag("for d in ke_hoach.chi_tieu"),
        tag("if d.nhom"),
        para("//{{ d.noi_dung }}//", extra=KEEP),
        tag("else"),
        para("{{ d.dau }} {{ d.noi_dung }}."),
        tag("endif"),
        tag("endfor"),
        tag("endif"),
        tag("endif"),
    ]


def _optional(name: str, heading: str, text: str = "- {{ d.noi_dung }}.") -> list[str]:
    return [tag(f"if ke_hoach.muc.{name}"), _part(name, heading), *_items(name, text), tag("endif")]


def ke_hoach() -> list[str]:
    """Kế hoạch phát động: bases, purposes, contents, targets, rewards, reviews, who does what."""
    left = (
        para("Nơi nhận:", "NoiNhan")
        + tag("for d in ke_hoach.noi_nhan") + para("- {{ d.noi_dung }};", "NoiNhanDong")
        + tag("endfor") + para("- Lưu: VT, {{ co_quan.luu }}.", "NoiNhanDong")
    )
    return [
        office_heading(),
        title("KẾ HOẠCH", ["{{ ke_hoach.viec }}"]),
        tag("for d in ke_hoach.can_cu"),
        tag("if d.nghieng"),
        para("{{ d.noi_dung }}{% if loop.last %}.{% else %};{% endif %}", "CanCu"),
        tag("else"),
        para("{{ d.noi_dung }}{% if loop.last %}.{% else %};{% endif %}"),
        tag("endif"),
        tag("endfor"),
        tag("if mo_dau"),
        para("{{ mo_dau }}"),
        tag("else"),
        para("{{ co_quan.ten }} ban hành Kế hoạch {{ ke_hoach.viec | thuong_dau }}"
             "{% if ke_hoach.chu_de %} với chủ đề “{{ ke_hoach.chu_de }}”{% endif %}"
             "{% if ke_hoach.thoi_gian %}, thực hiện {{ ke_hoach.thoi_gian }}{% endif %}, "
             "với các nội dung sau:"),
        tag("endif"),
        *_purposes(),
        *_contents(),
        *_optional("khen_thuong", "CÔNG TÁC KHEN THƯỞNG"),
        *_optional("so_ket", "SƠ KẾT, TỔNG KẾT"),
        *_optional("to_chuc", "TỔ CHỨC THỰC HIỆN", "{{ d.so }}. {{ d.noi_dung }}."),
        para("Trên đây là Kế hoạch {{ ke_hoach.viec | thuong_dau }}. {{ co_quan.ten }} yêu cầu các "
             "cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        END,
    ]


PAPERS = {"ke_hoach_phat_dong": ("Kế hoạch phát động phong trào thi đua", ke_hoach, False)}
