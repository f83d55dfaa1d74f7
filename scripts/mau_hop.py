"""Mẫu của các cuộc họp: giấy mời, biên bản, phiếu bầu, biên bản kiểm phiếu."""

from __future__ import annotations

from mau_chung import END, GAP, SO, committee_signature, grid, office_heading
from the_thuc import (
    KEEP,
    KEEP_LINES,
    NBSP,
    Cell,
    heading,
    line_under,
    para,
    receivers,
    row,
    row_tag,
    signature,
    table,
    tag,
    text_cell,
    title,
    together,
)

DOTS = "…" * 9
AFTER = '<w:spacing w:before="120"/>'
_BODY = (tag("if bien_ban_hop.cap_tren") + para("{{ bien_ban_hop.cap_tren | hoa }}", "CoQuanTren")
         + tag("endif")
         + para("{{ bien_ban_hop.co_quan | hoa }}", "CoQuan"))


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


def _when_and_who() -> list[str]:
    """The first lines of Mẫu 1.9: when, where, who."""
    return [
        para("**Thời gian bắt đầu:** {{ cuoc_hop.bat_dau }}"),
        para("**Địa điểm:** {{ cuoc_hop.dia_diem }}"),
        para("**Thành phần tham dự:** {{ bien_ban_hop.noi_hop }}{% if tong_so %}, gồm "
             "{{ tong_so }} người{% endif %}."),
        para("- Có mặt: {{ cuoc_hop.co_mat }}"),
        para("- Vắng mặt (lý do): {{ cuoc_hop.vang }}"),
        para("**Chủ trì (chủ tọa):** {{ cuoc_hop.chu_tri }}"),
        para("**Thư ký (người ghi biên bản):** {{ cuoc_hop.thu_ky }}"),
        para("Nội dung:", "TieuDeNhoDong"),
    ]


def _votes(source: str) -> str:
    columns = (("STT", "stt", "ONhoGiua", 11),
               ("Họ và tên, tên tập thể", "ten", "ONho", 36),
               ("Chức vụ, đơn vị", "don_vi", "ONho", 38),
               ("Danh hiệu, hình thức", "hinh_thuc", "ONho", 27),
               ("Đồng ý", "dong_y", "ONhoGiua", 14),
               ("Không đồng ý", "khong_dong_y", "ONhoGiua", 17),
               ("Không hợp lệ", "khong_hop_le", "ONhoGiua", 17))
    return grid(source, columns, small=True)


def _recused() -> list[str]:
    """Who took no part in which vote, where somebody is recorded."""
    return [
        tag("if bien_ban_hop.khong_bieu_quyet"),
        para("{{ bien_ban_hop.khong_bieu_quyet }}", extra=AFTER),
        tag("endif"),
    ]


def _discussion(number: int) -> str:
    return para(f"{number}. Thảo luận: " "{% if y_kien_thao_luan %}{{ y_kien_thao_luan }}"
                "{% else %}" f"{DOTS}" "{% endif %}")


def _close() -> list[str]:
    """The end of Mẫu 1.9, with both signatures and Nơi nhận under them."""
    secretary = para("THƯ KÝ", "ChuKy") + para("{{ cuoc_hop.thu_ky }}", "NguoiKy")
    chair = para("CHỦ TỌA", "ChuKy") + para("{{ cuoc_hop.chu_tri }}", "NguoiKy")
    return [
        para("Cuộc họp kết thúc vào {% if gio_ket_thuc %}{{ gio_ket_thuc }}{% else %}"
             f"{NBSP * 4}giờ{NBSP * 6}" "{% endif %}, {{ cuoc_hop.ngay }}.",
             extra=KEEP_LINES),
        para("Biên bản đã được đọc cho những người dự họp nghe và thống nhất thông qua./.",
             extra=KEEP_LINES),
        GAP,
        together(signature(secretary, chair, (80, 80)) + para("", "KhoangTrong", extra=AFTER)
                 + receivers(["- Hội đồng TĐ-KT {{ co_quan.noi }};", "- Lưu: VT, Hồ sơ."])),
        END,
    ]


def _conclusion() -> list[str]:
    return [
        para("**Kết luận:** {% if ket_luan %}{{ ket_luan }}{% else %}Cuộc họp thống nhất kết quả "
             "biểu quyết nêu trên.{% endif %}", extra=KEEP + AFTER),
    ]


def bien_ban_binh_xet() -> list[str]:
    """Biên bản bình xét thi đua of a unit (điểm c khoản 1 Điều 84; Mẫu 1.9)."""
    return [
        heading(_BODY, number=SO + "{{ bien_ban_hop.so }}"),
        title("BIÊN BẢN", ["Họp bình xét thi đua, khen thưởng {{ dot.nam }}",
                           "của {{ bien_ban_hop.noi_hop }}"]),
        *_when_and_who(),
        para("1. Chủ trì nêu mục đích, yêu cầu của cuộc họp và tiêu chuẩn của các danh hiệu, hình "
             "thức được đưa ra bình xét."),
        para("2. Cuộc họp nghe báo cáo thành tích và xét {{ bien_ban_hop.tong_xet }} trường hợp."),
        _discussion(3),
        para("4. Biểu quyết{% if hinh_thuc_bieu_quyet %} bằng hình thức {{ hinh_thuc_bieu_quyet }}"
             "{% endif %}. Kết quả:", extra=KEEP),
        _votes("bien_ban_hop.dong"),
        GAP,
        *_recused(),
        tag("if bao_luu"),
        para("5. Ý kiến bảo lưu: {{ bao_luu }}", extra=AFTER),
        tag("endif"),
        *_conclusion(),
        *_close(),
    ]


def bien_ban_xet_khen_thuong() -> list[str]:
    """Biên bản xét khen thưởng (điểm c khoản 2 Điều 84; Mẫu 1.9)."""
    return [
        heading(_BODY, number=SO + "{{ bien_ban_hop.so_rieng }}"),
        title("BIÊN BẢN", ["Xét khen thưởng {{ dot.noi_dung }}"]),
        *_when_and_who(),
        para("1. Chủ trì nêu mục đích, yêu cầu và các căn cứ xét khen thưởng {{ dot.noi_dung }}."),
        para("2. Cuộc họp nghe báo cáo thành tích và xét khen thưởng "
             "{{ bien_ban_hop.tong_khen }} trường hợp."),
        _discussion(3),
        para("4. Biểu quyết{% if hinh_thuc_bieu_quyet %} bằng hình thức {{ hinh_thuc_bieu_quyet }}"
             "{% endif %}. Kết quả:", extra=KEEP),
        _votes("bien_ban_hop.khen"),
        GAP,
        *_recused(),
        *_conclusion(),
        *_close(),
    ]


def bien_ban_kiem_phieu() -> list[str]:
    """Biên bản kiểm phiếu: the ballots of one meeting, adding up for every nominee."""
    columns = (("STT", "stt", "ONhoGiua", 11), ("Họ và tên, tên tập thể", "ten", "ONho", 35),
               ("Danh hiệu, hình thức", "hinh_thuc", "ONho", 27),
               ("Hợp lệ", "hop_le", "ONhoGiua", 13),
               ("Đồng ý", "{{ d.dong_y }} ({{ d.ty_le }})", "ONhoGiua", 21),
               ("Không đồng ý", "khong_dong_y", "ONhoGiua", 17),
               ("Không hợp lệ", "khong_hop_le", "ONhoGiua", 17),
               ("Không ghi ý kiến", "bo_trong", "ONhoGiua", 19))
    head = (para("TM. BAN KIỂM PHIẾU", "ChuKy") + para("TRƯỞNG BAN", "ChuKy")
            + para("{% for b in ban_kiem_phieu %}{% if loop.first %}{{ b.ten }}{% endif %}"
                   "{% endfor %}", "NguoiKy"))
    chair = (para("CHỦ TỌA", "ChuKy") + para(NBSP, "ChuKy")
             + para("{{ cuoc_hop.chu_tri }}", "NguoiKy"))
    return [
        heading(_BODY, number=SO + "{{ bien_ban_hop.so_rieng }}"),
        title("BIÊN BẢN", ["Kiểm phiếu bầu tại cuộc họp của {{ bien_ban_hop.noi_hop }}"]),
        para("**Thời gian bắt đầu:** {% if gio_kiem_phieu %}{{ gio_kiem_phieu }}{% else %}"
             f"{NBSP * 4}giờ{NBSP * 6}" "{% endif %}, {{ cuoc_hop.ngay }}"),
        para("**Địa điểm:** {{ cuoc_hop.dia_diem }}"),
        para("**Thành phần tham dự:** Ban kiểm phiếu, gồm:"),
        tag("for b in ban_kiem_phieu"),
        para("- {{ b.ten }}{% if b.vai_tro %}, {{ b.vai_tro }}{% endif %}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
        para("**Chủ trì (chủ tọa) cuộc họp:** {{ cuoc_hop.chu_tri }}"),
        para("Nội dung:", "TieuDeNhoDong"),
        tag("if kiem_phieu.tong_so"),
        para("- Tổng số thành viên Hội đồng: {{ kiem_phieu.tong_so }}."),
        tag("endif"),
        para("- Số phiếu phát ra: {{ kiem_phieu.phat_ra }}; số phiếu thu về: "
             "{{ kiem_phieu.thu_ve }}; số phiếu không thu về: {{ kiem_phieu.khong_thu_ve }}."),
        para("- Kết quả (tỷ lệ tính trên {{ kiem_phieu.mau_so }}):", extra=KEEP),
        grid("kiem_phieu.dong", columns, small=True),
        para("Với mỗi trường hợp: số phiếu hợp lệ bằng số đồng ý cộng số không đồng ý; số phiếu "
             "thu về bằng số hợp lệ cộng số không hợp lệ và số không ghi ý kiến.", extra=AFTER),
        para("Phiếu bầu được niêm phong, lưu cùng biên bản này. Việc kiểm phiếu kết thúc vào "
             "{% if gio_ket_thuc %}{{ gio_ket_thuc }}{% else %}" f"{NBSP * 4}giờ{NBSP * 6}"
             "{% endif %}, {{ cuoc_hop.ngay }}.", extra=KEEP_LINES),
        para("Biên bản đã được đọc cho những người dự họp nghe và thống nhất thông qua./.",
             extra=KEEP_LINES),
        GAP,
        together(signature(head, chair, (80, 80)) + para("", "KhoangTrong", extra=AFTER)
                 + receivers(["- Lưu: VT, Hồ sơ."])),
        END,
    ]


_BALLOT = (("STT", "stt", "ONhoGiua", 11), ("Họ và tên, tên tập thể", "ten", "ONho", 52),
           ("Chức vụ, đơn vị", "don_vi", "ONho", 63))
_TICKS = (("Đồng ý", 16), ("Không đồng ý", 18))


def _ballot_table() -> str:
    widths = [width for *_, width in _BALLOT] + [width for _, width in _TICKS]
    heads = [name for name, *_ in _BALLOT] + [name for name, _ in _TICKS]
    cells = [text_cell("{{ d." + key + " }}", style) for _, key, style, _ in _BALLOT]
    cells += [text_cell("", "ONhoGiua") for _ in _TICKS]
    return table([
        row([Cell(para(name, "ONhoDau")) for name in heads], widths, head=True),
        row_tag("for d in p.dong", widths), row(cells, widths), row_tag("endfor", widths),
    ], widths)


def phieu_bau() -> list[str]:
    """Phiếu bầu: a sheet for every award's list, several ballots to cut where the list is short."""
    top = (_BODY + line_under("{{ bien_ban_hop.co_quan | hoa }}", 12, 64),
           para("PHIẾU BẦU", "TenLoai", extra='<w:spacing w:before="0"/>')
           + para("{{ l.ten }}", "TrichYeu", extra='<w:ind w:left="0" w:right="0"/>'))
    cut = ('<w:keepNext w:val="0"/><w:pBdr><w:bottom w:val="dashed" w:sz="6" w:space="1" '
           'w:color="000000"/></w:pBdr><w:spacing w:before="120" w:after="240"/>')
    return [
        tag("for l in phieu_bau.danh_sach"),
        tag("if not loop.first"),
        para("", "KhoangTrong", extra='<w:pageBreakBefore/>'),
        tag("endif"),
        tag("for p in l.phieu"),
        table([row([Cell(top[0]), Cell(top[1])], (64, 96))], (64, 96), borders=False),
        GAP,
        _ballot_table(),
        para("Đánh dấu (x) vào một ô ở mỗi dòng. Dòng đánh dấu cả hai ô hoặc để trống cả hai ô là "
             "không hợp lệ. Người bỏ phiếu không ký tên.", "GhiChu",
             extra='<w:spacing w:before="80"/>'),
        tag("if p.cat"), para("", "DongNho", extra=cut), tag("endif"),
        tag("endfor"),
        tag("endfor"),
        END,
    ]


PAPERS = {
    "giay_moi_hop": ("Giấy mời họp", giay_moi, False),
    "bien_ban_binh_xet": ("Biên bản bình xét thi đua", bien_ban_binh_xet, False),
    "bien_ban_xet_khen_thuong": ("Biên bản xét khen thưởng", bien_ban_xet_khen_thuong, False),
    "phieu_bau": ("Phiếu bầu", phieu_bau, False),
    "bien_ban_kiem_phieu": ("Biên bản kiểm phiếu", bien_ban_kiem_phieu, False),
}
