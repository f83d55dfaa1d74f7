"""Mẫu của phần thẩm định, mỗi thứ một trang giấy: phiếu từng đề nghị và bảng của cả đợt."""

from __future__ import annotations

from mau_chung import END
from the_thuc import (
    A4,
    KEEP,
    MARGIN_LEFT,
    NARROW_RIGHT,
    Cell,
    heading,
    line,
    para,
    row,
    row_tag,
    signature,
    table,
    tag,
    text_cell,
)

WIDTH = A4[0] - MARGIN_LEFT - NARROW_RIGHT
THIN = para("", "KhoangTrong", extra='<w:spacing w:line="70" w:lineRule="exact"/>')


def phieu_tham_dinh() -> list[str]:
    """Phiếu thẩm định: the law's four demands, one plain sentence for every finding."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ co_quan.phong_trinh | hoa }}", "CoQuan"))
    widths = (7, 62, 73, 23)
    heads = ("TT", "Tiêu chuẩn và căn cứ", "Nhận xét", "Kết luận")
    demand = para("{{ d.tieu_chuan }}{% if d.can_cu %} //({{ d.can_cu }})//{% endif %}", "OBe")
    findings = table([
        row([Cell(para(head, "OBeDau")) for head in heads], widths, head=True),
        row_tag("for n in tham_dinh.nguyen_tac", widths),
        row([text_cell("{{ n.so }}", "OBeDau"),
             text_cell("{{ n.ten }}: {{ n.ket_luan | thuong_dau }}", "OBeNhom", 3)], widths),
        row_tag("for d in n.dong", widths),
        row([text_cell("{{ d.stt }}", "OBeGiua"), Cell(demand),
             text_cell("{{ d.noi_dung }}", "OBe"),
             text_cell("{{ d.ket_luan }}", "OBeGiua")], widths),
        row_tag("endfor", widths),
        row_tag("endfor", widths),
    ], widths, tight=True)
    space = para("", "DongBe", extra='<w:spacing w:before="440"/>')
    checker = para("NGƯỜI THẨM ĐỊNH", "ChuKyNho") + space
    head = para("TRƯỞNG {{ co_quan.phong_trinh | hoa }}", "ChuKyNho") + space
    return [
        heading(agency),
        para("{{ co_quan.dia_danh }}, {{ van_ban.bao_cao.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="40" w:after="0"/><w:ind w:left="3629"/>'),
        para("PHIẾU THẨM ĐỊNH", "TenLoai", extra='<w:spacing w:before="80"/>'),
        line(50, WIDTH),
        THIN,
        para("{{ nguoi.loai }}: **{{ nguoi.xung_ho }}**{% if nguoi.chuc_vu_don_vi %}, "
             "{{ nguoi.chuc_vu_don_vi }}{% endif %}", "DongBe"),
        para("Đề nghị: **{{ nguoi.hinh_thuc_de_nghi }}**", "DongBe"),
        para("Đợt xét: {{ dot.ten }}{% if dot.thoi_ky %} ({{ dot.thoi_ky | thuong_dau }})"
             "{% endif %}", "DongBe"),
        THIN,
        _small(findings),
        THIN,
        para("**Kết luận:** {{ tham_dinh.ket_luan }}", "DongBe", extra=KEEP),
        tag("if tham_dinh.vuot"),
        para("{{ tham_dinh.vuot }}", "DongBe", extra=KEEP),
        tag("endif"),
        tag("for l in tham_dinh.luu_y"),
        para("{{ l.noi_dung }}", "GhiChu", extra=KEEP),
        tag("endfor"),
        THIN,
        signature(checker, head, (75, 90)),
        END,
    ]


def bang_tham_dinh_dot() -> list[str]:
    """Bảng thẩm định đợt: counts, four demands, shares, days, reasons."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ co_quan.phong_trinh | hoa }}", "CoQuan"))
    space = para("", "DongBe", extra='<w:spacing w:before="440"/>')
    checker = para("NGƯỜI THẨM ĐỊNH", "ChuKyNho") + space
    head = para("TRƯỞNG {{ co_quan.phong_trinh | hoa }}", "ChuKyNho") + space
    return [
        heading(agency),
        para("{{ co_quan.dia_danh }}, {{ van_ban.bao_cao.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="40" w:after="0"/><w:ind w:left="3629"/>'),
        para("BẢNG THẨM ĐỊNH ĐỢT XÉT KHEN THƯỞNG", "TenLoai", extra='<w:spacing w:before="80"/>'),
        line(50, WIDTH),
        THIN,
        para("{{ tham_dinh_dot.dot }}", "DongBe"),
        _small(para("Văn bản áp dụng: {{ tham_dinh_dot.van_ban }}.", "OBe")),
        para("Bộ quy định của chương trình: {{ tham_dinh_dot.bo_quy_dinh }}.", "OBe", extra=KEEP),
        _title("1. Số lượng đề nghị"),
        _small(_counts()),
        _title("2. Bốn yêu cầu của Luật; kết luận theo các đề nghị vào hồ sơ"),
        _small(_demands()),
        _title("3. Cơ cấu: số người, tập thể trên số đã rõ"),
        _small(_shares()),
        _small(para("{{ tham_dinh_dot.xu_huong }}", "OBe", extra=KEEP)),
        _title("4. Thời gian"),
        _small(para("{{ tham_dinh_dot.kip_thoi }}", "OBe", extra=KEEP)),
        tag("if tham_dinh_dot.vuot"),
        _title("5. Vẫn đưa vào hồ sơ kèm lý do"),
        tag("for v in tham_dinh_dot.vuot"),
        _small(para("{{ v.noi_dung }}", "OBe", extra=KEEP)),
        tag("endfor"),
        tag("endif"),
        tag("if tham_dinh_dot.luu_y"),
        _small(para("{{ tham_dinh_dot.luu_y }}", "GhiChu", extra=KEEP)),
        tag("endif"),
        THIN,
        signature(checker, head, (75, 90)),
        END,
    ]


def _small(content: str) -> str:
    """The same with letters of 10 points: collectives have the most criteria, on one page too."""
    size = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
    return (content.replace("<w:r><w:t", f"<w:r><w:rPr>{size}</w:rPr><w:t")
            .replace("<w:i/></w:rPr>", f"<w:i/>{size}</w:rPr>"))


def _title(text: str) -> str:
    return para(text, "OBeNhom", extra=KEEP + '<w:spacing w:before="50" w:after="20"/>')


def _rows(source: str, heads: tuple[str, ...], cells: tuple[tuple[str, str], ...],
          widths: tuple[float, ...]) -> str:
    return table([
        row([Cell(para(head, "OBeDau")) for head in heads], widths, head=True),
        row_tag(f"for d in tham_dinh_dot.{source}", widths),
        row([text_cell(text, style) for text, style in cells], widths),
        row_tag("endfor", widths),
    ], widths, tight=True)


def _counts() -> str:
    names = ("cap", "de_nghi", "dat", "doi_chieu", "chua_xet", "con_mo", "vao", "kem_ly_do",
             "ngoai")
    heads = ("Cấp quyết định", "Đề nghị", "Đạt", "Cần đối chiếu", "Chưa xét", "Không đạt, thiếu",
             "Vào hồ sơ", "Trong đó kèm lý do", "Ở ngoài")
    cells = tuple((f"{{{{ d.{name} }}}}", "OBeGiua" if n else "OBe")
                  for n, name in enumerate(names))
    return _rows("so_luong", heads, cells, (31, 15, 13, 18, 16, 20, 16, 20, 16))


def _demands() -> str:
    heads = ("TT", "Yêu cầu", "Kết luận", "Đạt", "Còn phải xem")
    cells = (("{{ d.so }}", "OBeGiua"), ("{{ d.ten }}", "OBe"), ("{{ d.ket_luan }}", "OBeGiua"),
             ("{{ d.dat }}", "OBeGiua"), ("{{ d.con_mo }}", "OBe"))
    return _rows("yeu_cau", heads, cells, (7.5, 24, 22, 13.5, 98))


def _shares() -> str:
    heads = ("Nhóm", "Đề nghị đợt này", "Khen thưởng năm {{ tham_dinh_dot.nam_truoc }}",
             "Trong sổ")
    cells = (("{{ d.nhom }}", "OBe"), ("{{ d.dot_nay }}", "OBeGiua"),
             ("{{ d.nam_truoc }}", "OBeGiua"), ("{{ d.trong_so }}", "OBeGiua"))
    return _rows("co_cau", heads, cells, (50, 38.5, 36, 40.5))


PAPERS = {
    "phieu_tham_dinh": ("Phiếu thẩm định", phieu_tham_dinh, False),
    "bang_tham_dinh_dot": ("Bảng thẩm định đợt", bang_tham_dinh_dot, False),
}
"""Templates with the narrowest right margin, because each is to stay on one page."""
