"""Mẫu của một phong trào đã phát động: đăng ký, giao ước, sơ kết, tổng kết, kết quả đăng ký."""

from __future__ import annotations

from mau_chung import COMMITTEE, END, GAP, committee_signature, grid, office_heading
from the_thuc import (
    KEEP,
    KEEP_LINES,
    LANDSCAPE_WIDTH,
    PORTRAIT_WIDTH,
    Cell,
    heading,
    line,
    para,
    receivers,
    row,
    row_tag,
    signature,
    table,
    tag,
    text_cell,
    title,
)

AFTER = '<w:spacing w:before="120"/>'
_DOTS = "…" * 28
_PLAN = "{% if dang_ky_thi_dua.ke_hoach %}(theo {{ dang_ky_thi_dua.ke_hoach }}){% endif %}"


def _top(name: str, below: list[str]) -> list[str]:
    """The office, the name of the list, and what it is of."""
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


def dang_ky() -> list[str]:
    """Bảng đăng ký thi đua: who, aiming at what, with which targets and pledge."""
    columns = (
        ("TT", "stt", "ONhoGiua", 11), ("Đơn vị, cá nhân", "ten", "ONho", 52),
        ("Ngày đăng ký", "ngay", "ONhoGiua", 24),
        ("Danh hiệu, hình thức đăng ký", "danh_hieu", "ONho", 44),
        ("Chỉ tiêu đăng ký", "chi_tieu", "ONho", 62), ("Nội dung giao ước", "giao_uoc", "ONho", 54),
    )
    return [
        *_top("BẢNG ĐĂNG KÝ THI ĐUA", [
            "{{ dang_ky_thi_dua.ten }}",
            _PLAN,
        ]),
        grid("dang_ky_thi_dua.dong", columns, small=True, signed=True),
        para("{{ dang_ky_thi_dua.tong }}", extra=KEEP + AFTER),
        *_signed(),
    ]


def giao_uoc() -> list[str]:
    """Bản giao ước thi đua: who pledges, what, and a line for everybody to sign."""
    columns = (("TT", "stt", "OGiua", 11), ("Đơn vị, cá nhân", "ten", "O", 55),
               ("Nội dung giao ước", "cam_ket", "O", 94))
    signing = (("TT", "stt", "OGiua", 11), ("Đơn vị, cá nhân", "ten", "O", 60),
               ("Người đại diện", "dai_dien", "O", 45), ("Ký tên, đóng dấu", "{{ '' }}", "O", 44))
    return [
        heading(COMMITTEE),
        para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="120"/><w:ind w:left="3629"/>'),
        title("BẢN GIAO ƯỚC THI ĐUA", ["{{ giao_uoc.ten }}"]),
        tag("if giao_uoc.ke_hoach"),
        para("Thực hiện {{ giao_uoc.ke_hoach }}."),
        tag("endif"),
        para("Chúng tôi gồm {{ giao_uoc.so_ben }} cùng ký giao ước thi đua"
             "{% if giao_uoc.giai_doan %} {{ giao_uoc.giai_doan }}{% endif %} "
             "với các nội dung sau:"),
        tag("if giao_uoc.noi_dung"),
        para("**1. Nội dung chung**", extra=KEEP),
        tag("for d in giao_uoc.noi_dung"),
        para("- {{ d.noi_dung }}."),
        tag("endfor"),
        para("**2. Nội dung từng đơn vị, cá nhân**", extra=KEEP),
        tag("endif"),
        grid("giao_uoc.ben", columns),
        GAP,
        tag("if cam_ket_chung"),
        para("{{ cam_ket_chung }}", extra=AFTER),
        tag("endif"),
        para("Chúng tôi cam kết thực hiện đúng các nội dung đã giao ước và đề nghị lấy kết quả "
             "thực hiện làm căn cứ khi sơ kết, tổng kết phong trào.", extra=AFTER),
        para("**Ký giao ước**", extra=KEEP),
        _signing("giao_uoc.ben", signing),
        GAP,
        signature(para("", "NoiNhanDong"),
                  para("CHỨNG KIẾN GIAO ƯỚC", "ChuKyGhiChu") + committee_signature()),
        END,
    ]


def _signing(source: str, columns: tuple[tuple[str, str, str, float], ...]) -> str:
    """Rows high enough to sign and stamp in."""
    widths = [width for *_, width in columns]
    tall = '<w:spacing w:before="360" w:after="360"/>'
    cells = [
        Cell(para(key if "{" in key else "{{ d." + key + " }}", style, extra=tall))
        for _, key, style, _ in columns
    ]
    return table([
        row([Cell(para(head, "ODau")) for head, *_ in columns], widths, head=True),
        row_tag(f"for d in {source}", widths), row(cells, widths), row_tag("endfor", widths),
    ], widths)


def _part(text: str) -> str:
    return para(f"**{text}**", extra=KEEP)


def _asked(key: str, heading_: str) -> list[str]:
    """What only people can say: their words, or lines left open on purpose."""
    return [
        _part(heading_),
        tag(f"if {key}"), para("{{ " + key + " }}"),
        tag("else"), para(_DOTS), para(_DOTS), tag("endif"),
    ]


def _targets() -> list[str]:
    widths = (11.0, 46.0, 28.0, 28.0, 47.0)
    heads = ("TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Đánh giá")
    judged = Cell(para("**{{ d.tinh_hinh }}.** {{ d.vi_sao }}", "ONho"))
    return [
        para("{{ bao_cao.tong_chi_tieu }}"
             "{% if bao_cao.con_lai %} {{ bao_cao.con_lai }}{% endif %}", extra=KEEP),
        tag("if bao_cao.chi_tieu"),
        table([
            row([Cell(para(head, "ONhoDau")) for head in heads], widths, head=True),
            row_tag("for d in bao_cao.chi_tieu", widths),
            row([text_cell("{{ d.stt }}", "ONhoGiua"), text_cell("{{ d.ten }}", "ONho"),
                 text_cell("{{ d.ke_hoach }}", "ONho"), text_cell("{{ d.thuc_hien }}", "ONho"),
                 judged], widths),
            row_tag("endfor", widths),
        ], widths),
        GAP,
        para("[bieu_do_chi_tieu]"),
        tag("endif"),
    ]


def _units() -> list[str]:
    heads = ("TT", "Đơn vị, cá nhân", "Chỉ tiêu đăng ký", "Vượt", "Đạt", "Không đạt",
             "Chưa kết luận", "Nhận xét")
    widths = (11.0, 44.0, 17.0, 13.0, 12.0, 17.0, 18.0, 28.0)
    figures = ("so", "vuot", "dat", "khong_dat", "chua_xong")
    own = (("TT", "stt", "ONhoGiua", 11), ("Đơn vị, cá nhân", "don_vi", "ONho", 38),
           ("Chỉ tiêu", "ten", "ONho", 40), ("Kế hoạch", "ke_hoach", "ONho", 26),
           ("Thực hiện", "thuc_hien", "ONho", 25), ("Đánh giá", "tinh_hinh", "ONho", 20))
    return [
        para("Tham gia phong trào: {{ bao_cao.so_don_vi }}.", extra=KEEP),
        tag("if bao_cao.don_vi"),
        table([
            row([Cell(para(head, "ONhoDau")) for head in heads], widths, head=True),
            row_tag("for d in bao_cao.don_vi", widths),
            row([text_cell("{{ d.stt }}", "ONhoGiua"), text_cell("{{ d.ten }}", "ONho"),
                 *(text_cell("{{ d." + key + " }}", "ONhoGiua") for key in figures),
                 text_cell("{{ d.nhan_xet }}", "ONho")], widths),
            row_tag("endfor", widths),
            row([text_cell("Cộng", "ONhoNhom", 2),
                 *(text_cell("{{ bao_cao.don_vi_cong." + key + " }}", "ONhoDau")
                   for key in figures),
                 text_cell("", "ONho")], widths),
        ], widths),
        GAP,
        tag("if bao_cao.chi_tieu_don_vi"),
        para("Kết quả từng chỉ tiêu đã đăng ký:", extra=KEEP + AFTER),
        grid("bao_cao.chi_tieu_don_vi", own, small=True),
        GAP,
        tag("endif"),
        tag("endif"),
    ]


def _awards() -> list[str]:
    heads = ("TT", "Danh hiệu, hình thức", "Tập thể", "Cá nhân", "Hộ gia đình", "Cộng")
    widths = (11.0, 69.0, 20.0, 20.0, 20.0, 20.0)
    keys = ("tap_the", "ca_nhan", "ho_gia_dinh", "cong")
    given = (("TT", "stt", "ONhoGiua", 11), ("Họ và tên, tập thể", "ten", "ONho", 65),
             ("Danh hiệu, hình thức", "hinh_thuc", "ONho", 42),
             ("Quyết định", "quyet_dinh", "ONho", 42))
    return [
        para("{{ bao_cao.de_nghi }}", extra=KEEP),
        tag("if bao_cao.khen.dong"),
        table([
            row([Cell(para(head, "ONhoDau")) for head in heads], widths, head=True),
            row_tag("for d in bao_cao.khen.dong", widths),
            row([text_cell("{{ d.stt }}", "ONhoGiua"), text_cell("{{ d.ten }}", "ONho"),
                 *(text_cell("{{ d." + key + " }}", "ONhoGiua") for key in keys)], widths),
            row_tag("endfor", widths),
            row([text_cell("Tổng cộng", "ONhoNhom", 2),
                 *(text_cell("{{ bao_cao.khen.cong." + key + " }}", "ONhoDau")
                   for key in keys)], widths),
        ], widths),
        GAP,
        para("Danh sách được khen thưởng:", extra=KEEP + AFTER),
        grid("bao_cao.khen_danh_sach", given, small=True),
        GAP,
        tag("endif"),
    ]


def _tasks() -> list[str]:
    columns = (("TT", "stt", "ONhoGiua", 14), ("Việc", "viec", "ONho", 64),
               ("Hạn", "han", "ONhoGiua", 23), ("Ngày xong", "xong", "ONhoGiua", 23),
               ("Tình hình", "tinh_hinh", "ONho", 36))
    return [
        tag("if bao_cao.viec"),
        para("{{ bao_cao.viec_cham }}", extra=KEEP),
        grid("bao_cao.viec", columns, small=True),
        GAP,
        tag("endif"),
    ]


def _examples() -> list[str]:
    columns = (("TT", "stt", "ONhoGiua", 11), ("Mô hình, điển hình", "ten", "ONho", 42),
               ("Của", "cua", "ONho", 37), ("Nội dung", "noi_dung", "ONho", 44),
               ("Đã làm đến", "buoc", "ONho", 26))
    return [
        tag("if bao_cao.dien_hinh"),
        para("Sổ ghi {{ bao_cao.so_dien_hinh }} mô hình, điển hình tiên tiến:", extra=KEEP),
        grid("bao_cao.dien_hinh", columns, small=True),
        GAP,
        tag("else"),
        para("Sổ chưa ghi mô hình, điển hình tiên tiến nào của phong trào."),
        tag("endif"),
    ]


def bao_cao(*, final: bool) -> list[str]:
    """Báo cáo sơ kết or tổng kết: the books' figures, and lines for what only people can say."""
    kind = "tổng kết" if final else "sơ kết"
    left = receivers(["- Đảng ủy, HĐND {{ co_quan.noi }};", "- Các đơn vị tham gia phong trào;",
                      "- Lưu: VT, {{ co_quan.luu }}."])
    lessons = _asked("bai_hoc", "3. Bài học kinh nghiệm") if final else []
    return [
        office_heading(),
        title("BÁO CÁO", [f"{kind.capitalize()} phong trào thi đua", "“{{ bao_cao.ten }}”"]),
        para("{% if bao_cao.ke_hoach %}Thực hiện {{ bao_cao.ke_hoach }}, {% endif %}"
             "{{ co_quan.ten }} báo cáo "
             f"{kind} phong trào thi đua “{{{{ bao_cao.ten }}}}”"
             "{% if bao_cao.giai_doan %} ({{ bao_cao.giai_doan }}){% endif %}; "
             "số liệu tính đến ngày {{ bao_cao.ngay }}."),
        _part("I. TỔ CHỨC THỰC HIỆN"),
        tag("if to_chuc_thuc_hien"), para("{{ to_chuc_thuc_hien }}"),
        tag("else"), para(_DOTS), para(_DOTS), tag("endif"),
        *_tasks(),
        _part("II. KẾT QUẢ"),
        _part("1. Chỉ tiêu của phong trào"), *_targets(),
        _part("2. Kết quả của đơn vị, cá nhân tham gia"), *_units(),
        _part("3. Điển hình tiên tiến"), *_examples(),
        _part("4. Khen thưởng"), *_awards(),
        _part("III. TỒN TẠI, HẠN CHẾ" + (" VÀ BÀI HỌC" if final else "")),
        *_asked("ton_tai", "1. Tồn tại, hạn chế"),
        *_asked("nguyen_nhan", "2. Nguyên nhân"),
        *lessons,
        *_asked("phuong_huong", "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
        tag("if de_xuat"), _part("V. ĐỀ XUẤT, KIẾN NGHỊ"), para("{{ de_xuat }}"), tag("endif"),
        para(f"Trên đây là báo cáo {kind} phong trào thi đua “{{{{ bao_cao.ten }}}}”"
             " của {{ co_quan.ten }}./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        END,
    ]


def so_ket() -> list[str]:
    """Báo cáo sơ kết."""
    return bao_cao(final=False)


def tong_ket() -> list[str]:
    """Báo cáo tổng kết."""
    return bao_cao(final=True)


def ket_qua() -> list[str]:
    """Danh sách kết quả thực hiện so với đăng ký of a year."""
    columns = (
        ("TT", "stt", "ONhoGiua", 11), ("Họ và tên, tập thể", "ten", "ONho", 46),
        ("Đơn vị", "don_vi", "ONho", 40), ("Đăng ký", "dang_ky", "ONho", 44),
        ("Ngày đăng ký", "ngay", "ONhoGiua", 24), ("Kết quả", "ket_qua", "ONho", 26),
        ("Căn cứ, lý do", "vi_sao", "ONho", 56),
    )
    return [
        *_top("DANH SÁCH KẾT QUẢ SO VỚI ĐĂNG KÝ THI ĐUA", ["{{ nam.ten | hoa_dau }}"]),
        grid("ket_qua_dang_ky.dong", columns, small=True, signed=True),
        para("{{ ket_qua_dang_ky.tong }}", extra=KEEP + AFTER),
        *_signed(),
    ]


def cham_diem() -> list[str]:
    """Bảng chấm điểm và xếp hạng of a cụm or khối: the ranking, then every member's sheet."""
    ranks = (("TT", "stt", "OGiua", 11), ("Đơn vị", "ten", "O", 69),
             ("Điểm tự chấm", "tu_cham", "OGiua", 26),
             ("Điểm cụm, khối chấm", "cum_cham", "OGiua", 28), ("Xếp thứ", "hang", "OGiua", 26))
    heads = ("Số", "Nội dung", "Điểm chuẩn", "Điểm tự chấm", "Điểm cụm, khối chấm",
             "Lý do chênh lệch")
    widths = (13.0, 52.0, 18.0, 18.0, 20.0, 39.0)
    figures = ("chuan", "tu_cham", "cum_cham")
    sheet = table([
        row([Cell(para(head, "ONhoDau")) for head in heads], widths, head=True),
        row_tag("for n in cum.cham", widths),
        row([text_cell("{{ n.ten }}", "ONhoNhom", 6)], widths),
        row_tag("for d in n.dong", widths),
        row([text_cell("{{ d.so }}", "ONhoGiua"), text_cell("{{ d.noi_dung }}", "ONho"),
             *(text_cell("{{ d." + key + " }}", "ONhoGiua") for key in figures),
             text_cell("{{ d.ly_do }}", "ONho")], widths),
        row_tag("endfor", widths),
        row([text_cell("Cộng", "ONhoNhom", 2), text_cell("{{ cum.diem_chuan }}", "ONhoDau"),
             text_cell("{{ n.tu_cham }}", "ONhoDau"), text_cell("{{ n.cum_cham }}", "ONhoDau"),
             text_cell("", "ONho")], widths),
        row_tag("endfor", widths),
    ], widths)
    left = para("", "DiaDanh") + para("NGƯỜI LẬP", "ChuKyNho") + para("{{ nguoi_lap }}", "NguoiKy")
    right = (para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh")
             + para("TRƯỞNG CỤM, KHỐI", "ChuKyNho") + para("{{ nguoi_ky }}", "NguoiKy"))
    return [
        para("{{ cum.ten | hoa }}", "CoQuan", extra='<w:jc w:val="left"/>'),
        para("BẢNG CHẤM ĐIỂM VÀ XẾP HẠNG THI ĐUA", "TenLoai", extra='<w:spacing w:before="120"/>'),
        para("{{ cum.nam | hoa_dau }}", "TrichYeu"),
        line(50, PORTRAIT_WIDTH, "DongKeDuoiTrichYeu"),
        tag("if cum.quyet_dinh"),
        para("Thành lập theo {{ cum.quyet_dinh }}."),
        tag("endif"),
        tag("if cum.truong"),
        para("Trưởng cụm, khối: {{ cum.truong }}."),
        tag("endif"),
        para("**1. Xếp hạng**", extra=KEEP),
        grid("cum.xep_hang", ranks),
        GAP,
        tag("if cum.dong_hang"), para("{{ cum.dong_hang }}", extra=AFTER), tag("endif"),
        tag("if cum.tam_tinh"), para("//{{ cum.tam_tinh }}//", extra=AFTER), tag("endif"),
        para("**2. Điểm từng tiêu chí**", extra=KEEP + AFTER),
        sheet,
        para("Dòng «Cộng» của điểm chuẩn không tính tiêu chí điểm trừ.", "GhiChu"),
        GAP,
        signature(left, right),
        END,
    ]


PAPERS = {
    "bang_dang_ky_thi_dua": ("Bảng đăng ký thi đua", dang_ky, True),
    "giao_uoc_thi_dua": ("Bản giao ước thi đua", giao_uoc, False),
    "bao_cao_so_ket": ("Báo cáo sơ kết phong trào thi đua", so_ket, False),
    "bao_cao_tong_ket": ("Báo cáo tổng kết phong trào thi đua", tong_ket, False),
    "bang_cham_diem_cum": ("Bảng chấm điểm và xếp hạng cụm, khối thi đua", cham_diem, False),
    "ket_qua_dang_ky": ("Danh sách kết quả so với đăng ký thi đua", ket_qua, True),
}
