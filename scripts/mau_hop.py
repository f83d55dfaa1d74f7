"""Mẫu của các cuộc họp: giấy mời."""

from __future__ import annotations

from mau_chung import END, GAP, committee_signature, office_heading
from the_thuc import KEEP_LINES, para, receivers, signature, tag, title


def giay_moi() -> list[str]:
    """Giấy mời họp (Mẫu 1.7 of NĐ 30/2020)."""
    left = receivers(["- Như trên;", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        office_heading(),
        title("GIẤY MỜI", ["{{ noi_dung_hop | hoa_dau }}"]),
        para("{{ co_quan.ten }} trân trọng kính mời:"),
        tag("for n in kinh_moi"),
        para("- {{ n.ten }}{% if n.chuc_vu %}, {{ n.chuc_vu }}{% endif %}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
        para("Tới dự {{ noi_dung_hop }}."),
        para("Chủ trì: {{ cuoc_hop.chu_tri }}."),
        para("Thời gian: {{ cuoc_hop.bat_dau }}."),
        para("Địa điểm: {{ cuoc_hop.dia_diem }}."),
        tag("if tai_lieu"),
        para("Tài liệu gửi kèm: {{ tai_lieu }}."),
        tag("endif"),
        para("{{ luu_y }}./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        END,
    ]


PAPERS = {"giay_moi_hop": ("Giấy mời họp", giay_moi, False)}
