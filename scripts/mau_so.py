"""Mẫu các sổ và bảng tổng hợp: sổ theo dõi khen thưởng, sổ vàng, tổng hợp của đợt và của năm."""

from __future__ import annotations

from collections.abc import Sequence

from mau_chung import END, GAP, grid
from the_thuc import (
    KEEP,
    LANDSCAPE_WIDTH,
    Cell,
    line,
    para,
    row,
    row_tag,
    signature,
    table,
    tag,
    text_cell,
)

AFTER = '<w:spacing w:before="120"/>'


def _top(name: str, below: Sequence[str]) -> list[str]:
    """The office, the name of the register, and what it is of."""
    return [
        para("{{ co_quan.ten | hoa }}", "CoQuan", extra='<w:jc w:val="left"/>'),
        para(name, "TenLoai", extra='<w:spacing w:before="120"/>'),
        *(para(text, "TrichYeu") for text in below),
        line(50, LANDSCAPE_WIDTH, "DongKeDuoiTrichYeu"),
    ]


def _signed() -> list[str]:
    """Place and day left open, who drew it up and who confirms."""
    left = para("", "DiaDanh") + para("NGƯỜI LẬP", "ChuKyNho") + para("{{ nguoi_lap }}", "NguoiKy")
    right = (para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh")
             + tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKyNho") + tag("endif")
             + para("{{ ky.chuc_vu }}", "ChuKyNho") + para("{{ nguoi_ky }}", "NguoiKy"))
    return [GAP, signature(left, right, (LANDSCAPE_WIDTH / 2, LANDSCAPE_WIDTH / 2)), END]


def theo_doi() -> list[str]:
    """Sổ theo dõi khen thưởng of a year."""
    columns = (("STT", "stt", "ONhoGiua", 12), ("Số quyết định", "so_quyet_dinh", "ONho", 30),
               ("Ngày", "ngay", "ONhoGiua", 23), ("Họ và tên, tên tập thể", "ten", "ONho", 42),
               ("Đơn vị", "don_vi", "ONho", 42), ("Danh hiệu, hình thức", "hinh_thuc", "ONho", 34),
               ("Cơ quan quyết định", "co_quan", "ONho", 46), ("Ký nhận", "{{ '' }}", "ONho", 18))
    return [
        *_top("SỔ THEO DÕI KHEN THƯỞNG", ["{{ nam.ten | hoa_dau }}"]),
        grid("nam.khen_thuong", columns, small=True, signed=True),
        para("Cộng: {{ nam.tong }} lượt khen thưởng.", extra=KEEP + AFTER),
        *_signed(),
    ]


def so_vang() -> list[str]:
    """Sổ vàng of a year."""
    number = ("{% if danh_so == 'Theo từng quyết định' %}{{ d.so_trong_quyet_dinh }}{% else %}"
              "{{ d.so }}{% endif %}")
    columns = (("Số sổ vàng", number, "OGiua", 18), ("Họ và tên, tên tập thể", "ten", "O", 62),
               ("Đơn vị", "don_vi", "O", 52), ("Danh hiệu, hình thức", "hinh_thuc", "O", 48),
               ("Quyết định", "quyet_dinh", "O", 67))
    return [
        *_top("SỔ VÀNG THI ĐUA, KHEN THƯỞNG", ["{{ nam.ten | hoa_dau }}"]),
        grid("so_vang", columns, signed=True),
        para("Cộng: {{ nam.tong }} lượt ghi danh.", extra=KEEP + AFTER),
        *_signed(),
    ]


def _summary(source: str, *, agreed: bool) -> str:
    """Figures by award and kind, with the line that adds them up."""
    heads = ["STT", "Danh hiệu, hình thức", "Tập thể", "Cá nhân", "Hộ gia đình", "Cộng"]
    keys = ["stt", "ten", "tap_the", "ca_nhan", "ho_gia_dinh", "cong"]
    widths = [14.0, 113.0, 30.0, 30.0, 30.0, 30.0]
    if agreed:
        heads, keys, widths = [*heads, "Hội đồng đồng ý"], [*keys, "dong_y"], [
            14.0, 89.0, 28.0, 28.0, 28.0, 28.0, 32.0]
    styles = ["OGiua", "O", *["OGiua"] * (len(heads) - 2)]
    figures = [text_cell("{{ " + f"{source}.cong.{key}" + " }}", "ONhomGiua", keep=True)
               for key in keys[2:]]
    return table([
        row([Cell(para(head, "ODau")) for head in heads], widths, head=True),
        row_tag(f"for d in {source}.dong", widths),
        row([text_cell("{{ d." + key + " }}", style, keep=True)
             for key, style in zip(keys, styles, strict=True)], widths),
        row_tag("endfor", widths),
        row([text_cell("Tổng cộng", "ONhom", 2, keep=True), *figures], widths),
    ], widths)


def tong_hop_dot() -> list[str]:
    """Bảng tổng hợp of a round."""
    return [
        *_top("BẢNG TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG", ["{{ dot.ten }}"]),
        _summary("tong_hop_dot", agreed=True),
        *_signed(),
    ]


def tong_hop_nam() -> list[str]:
    """Bảng tổng hợp of a year."""
    return [
        *_top("BẢNG TỔNG HỢP KẾT QUẢ KHEN THƯỞNG", ["{{ nam.ten | hoa_dau }}"]),
        _summary("tong_hop_nam", agreed=False),
        para("Theo ngày của quyết định; quyết định chưa ghi ngày thì theo năm xét.", "GhiChu"),
        *_signed(),
    ]


PAPERS = {
    "so_theo_doi_khen_thuong": ("Sổ theo dõi khen thưởng", theo_doi, True),
    "so_vang": ("Sổ vàng thi đua, khen thưởng", so_vang, True),
    "bang_tong_hop_dot": ("Bảng tổng hợp đề nghị khen thưởng của đợt", tong_hop_dot, True),
    "bang_tong_hop_nam": ("Bảng tổng hợp kết quả khen thưởng của năm", tong_hop_nam, True),
}
