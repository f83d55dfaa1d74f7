"""Mẫu của điển hình tiên tiến: phiếu giới thiệu, danh sách của năm."""

from __future__ import annotations

from mau_chung import COMMITTEE, END, GAP, committee_signature, grid
from the_thuc import KEEP, LANDSCAPE_WIDTH, heading, line, para, signature, tag, title

AFTER = '<w:spacing w:before="120"/>'


def _if_said(key: str, words: str) -> list[str]:
    """A line about one step, where something was noted of it."""
    return [tag(f"if d.{key}"), para(f"- {words}: " + "{{ d." + key + " }}"), tag("endif")]


def phieu() -> list[str]:
    """Phiếu giới thiệu: whose, which model, and the four steps as they were noted."""
    return [
        heading(COMMITTEE),
        para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="120"/><w:ind w:left="3629"/>'),
        title("PHIẾU GIỚI THIỆU", ["Điển hình tiên tiến"]),
        para("**1. Điển hình:** {{ doi_tuong.xung_ho }}"
             "{% if doi_tuong.don_vi %}, {{ doi_tuong.don_vi }}{% endif %}."),
        para("**2. Mô hình, cách làm**", extra=KEEP),
        tag("for d in dien_hinh.dong"),
        para("//{{ d.mo_hinh }}//", extra=KEEP),
        *_if_said("phong_trao", "Phong trào"),
        *_if_said("noi_dung", "Điều đáng học"),
        *_if_said("phat_hien", "Phát hiện"),
        *_if_said("boi_duong", "Bồi dưỡng"),
        *_if_said("tong_ket", "Tổng kết"),
        *_if_said("nhan_rong", "Nhân rộng, tuyên truyền"),
        tag("endfor"),
        tag("if nhan_xet"),
        para("**3. Nhận xét, đề nghị**", extra=KEEP),
        para("{{ nhan_xet }}"),
        tag("endif"),
        GAP,
        signature(para("", "NoiNhanDong"), committee_signature()),
        END,
    ]


def danh_sach() -> list[str]:
    """Danh sách of a year, lying."""
    columns = (
        ("TT", "stt", "ONhoGiua", 11), ("Mô hình, điển hình", "mo_hinh", "ONho", 41),
        ("Họ và tên, tên tập thể, hộ", "cua", "ONho", 36), ("Đơn vị", "don_vi", "ONho", 32),
        ("Phong trào", "phong_trao", "ONho", 34), ("Điều đáng học", "noi_dung", "ONho", 40),
        ("Đã đến bước", "buoc", "ONhoGiua", 17),
        ("Nhân rộng, tuyên truyền", "nhan_rong", "ONho", 36),
    )
    left = para("", "DiaDanh") + para("NGƯỜI LẬP", "ChuKyNho") + para("{{ nguoi_lap }}", "NguoiKy")
    right = (para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh")
             + tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKyNho") + tag("endif")
             + para("{{ ky.chuc_vu }}", "ChuKyNho") + para("{{ nguoi_ky }}", "NguoiKy"))
    return [
        para("{{ co_quan.ten | hoa }}", "CoQuan", extra='<w:jc w:val="left"/>'),
        para("DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN", "TenLoai", extra='<w:spacing w:before="120"/>'),
        para("{{ nam.ten | hoa_dau }}", "TrichYeu"),
        line(50, LANDSCAPE_WIDTH, "DongKeDuoiTrichYeu"),
        grid("dien_hinh.dong", columns, small=True, signed=True),
        para("Cộng: {{ dien_hinh.tong }} mô hình, điển hình.", extra=KEEP + AFTER),
        GAP,
        signature(left, right, (LANDSCAPE_WIDTH / 2, LANDSCAPE_WIDTH / 2)),
        END,
    ]


PAPERS = {
    "phieu_gioi_thieu_dien_hinh": ("Phiếu giới thiệu điển hình tiên tiến", phieu, False),
    "danh_sach_dien_hinh": ("Danh sách điển hình tiên tiến", danh_sach, True),
}
