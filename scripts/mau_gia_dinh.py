"""Mẫu xét «Gia đình văn hóa», «Thôn, tổ dân phố văn hóa» (Nghị định số 86/2023/NĐ-CP)."""

from __future__ import annotations

from mau_chung import END, GAP, grid
from mau_quyet_dinh import decision
from the_thuc import (
    KEEP,
    KEEP_LINES,
    LANDSCAPE_WIDTH,
    heading,
    line,
    para,
    receivers,
    signature,
    tag,
    title,
    together,
)

AFTER = '<w:spacing w:before="120"/>'
TITLE = "danh hiệu “Gia đình văn hóa” {{ dot.nam }}"
PLACE_DATE = "{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}"


def _village(name: str = "{{ binh_xet.thon | hoa }}") -> str:
    return (para("ỦY BAN NHÂN DÂN", "CoQuanTren")
            + para("{{ co_quan.noi | hoa }}", "CoQuanTren") + para(name, "CoQuan"))


def _head_signs(role: str = "{{ binh_xet.chuc_danh | hoa }}") -> str:
    return (para(role, "ChuKy") + para("(Ký, ghi rõ họ và tên)", "ChuKyGhiChu")
            + para("{{ nguoi_dung_dau }}", "NguoiKy"))


def _one_signature(right: str) -> str:
    return signature(para("", "ChuKy"), right, (50, 110))


def de_nghi_gia_dinh() -> list[str]:
    """Mẫu số 01: the village asks the commune."""
    return [
        heading(_village(), number="", date=PLACE_DATE),
        title("VĂN BẢN ĐỀ NGHỊ", ["Tặng " + TITLE]),
        para("Kính gửi: Chủ tịch Ủy ban nhân dân {{ co_quan.noi }}", "KinhGui"),
        para("Căn cứ Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ và kết "
             "quả cuộc họp bình xét {{ cuoc_hop.ngay }}, {{ binh_xet.thon_trong_cau }} đề nghị "
             "Chủ tịch Ủy ban nhân dân {{ co_quan.noi }} xem xét, tặng " + TITLE
             + " cho {{ binh_xet.so_ho_dat }} hộ gia đình (có danh sách kèm theo)."),
        tag("if ghi_them"),
        para("{{ ghi_them }}"),
        tag("endif"),
        para("Hồ sơ kèm theo gồm bảng tổng hợp danh sách hộ gia đình và kết quả lấy ý kiến của "
             "người dân, biên bản họp bình xét./.", extra=KEEP_LINES),
        GAP,
        _one_signature(_head_signs()),
        END,
    ]


def tong_hop_gia_dinh() -> list[str]:
    """Mẫu số 02: the households that reached it, and what the people said."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Chủ hộ", "ten", "O", 72),
               ("Số nhân khẩu", "so_nhan_khau", "OGiua", 24), ("Điểm", "diem", "OGiua", 22),
               ("Đồng ý tại cuộc họp", "dong_y", "OGiua", 28), ("Tỷ lệ", "ty_le", "OGiua", 22),
               ("Ý kiến của người dân", "y_kien", "O", 67))
    return [
        para("ỦY BAN NHÂN DÂN {{ co_quan.noi | hoa }}", "CoQuanTren",
             extra='<w:jc w:val="left"/>'),
        para("{{ binh_xet.thon | hoa }}", "CoQuan", extra='<w:jc w:val="left"/>'),
        para("BẢNG TỔNG HỢP DANH SÁCH HỘ GIA ĐÌNH ĐỦ ĐIỀU KIỆN", "TenLoai"),
        para("Đề nghị tặng " + TITLE, "TrichYeu"),
        line(50, LANDSCAPE_WIDTH, "DongKeDuoiTrichYeu"),
        grid("ho_gia_dinh_dat", columns, signed=True),
        para("Số hộ được bình xét: {{ binh_xet.so_ho }}; số hộ đủ điều kiện đề nghị: "
             "{{ ho_gia_dinh_dat | length | hai_chu_so }}.", extra=KEEP + AFTER),
        GAP,
        signature(para("", "ChuKy"), para(PLACE_DATE, "DiaDanh") + _head_signs(), (120, 127)),
        END,
    ]


def _meeting_top(name: str, agency: str) -> list[str]:
    return [
        heading(agency),
        title("BIÊN BẢN HỌP", [name]),
        para("**Thời gian bắt đầu:** {{ cuoc_hop.bat_dau }}"),
        para("**Địa điểm:** {{ cuoc_hop.dia_diem }}"),
        para("**Chủ trì:** {{ cuoc_hop.chu_tri }}"),
        para("**Thư ký:** {{ cuoc_hop.thu_ky }}"),
        para("**Thành phần tham dự:** {{ thanh_phan }}"),
    ]


def _meeting_end() -> list[str]:
    minutes = para("THƯ KÝ", "ChuKy") + para("{{ cuoc_hop.thu_ky }}", "NguoiKy")
    chair = para("CHỦ TRÌ", "ChuKy") + para("{{ cuoc_hop.chu_tri }}", "NguoiKy")
    return [
        para("Cuộc họp kết thúc vào {{ gio_ket_thuc }}, {{ cuoc_hop.ngay }}. Biên bản đã được đọc "
             "cho những người dự họp nghe và thống nhất thông qua./.", extra=KEEP_LINES),
        GAP,
        together(signature(minutes, chair, (80, 80))
                 + para("", "KhoangTrong", extra=AFTER)
                 + receivers(["- Ủy ban nhân dân {{ co_quan.noi }};", "- Lưu: Hồ sơ."])),
        END,
    ]


def bien_ban_gia_dinh() -> list[str]:
    """Mẫu số 03: the village's minutes."""
    columns = (("STT", "stt", "OGiua", 12), ("Chủ hộ", "ten", "O", 66),
               ("Điểm", "diem", "OGiua", 22), ("Đồng ý", "dong_y", "OGiua", 30),
               ("Tỷ lệ", "ty_le", "OGiua", 30))
    return [
        *_meeting_top("Bình xét " + TITLE, _village()),
        para("**Nội dung:**", extra=KEEP),
        para("1. Chủ trì nêu tiêu chuẩn, trình tự bình xét và danh sách {{ binh_xet.so_ho }} hộ "
             "gia đình."),
        tag("if thao_luan"),
        para("2. Thảo luận:", extra=KEEP),
        para("{{ thao_luan }}"),
        tag("endif"),
        para("Kết quả bình xét{% if hinh_thuc %} bằng hình thức {{ hinh_thuc }}{% endif %} (tỷ lệ "
             "tính trên số người biểu quyết):", extra=KEEP),
        grid("binh_xet.dong", columns),
        para("**Kết luận:** {{ binh_xet.so_ho_dat }} hộ gia đình được đề nghị tặng " + TITLE
             + ". Danh sách được thông báo để lấy ý kiến của người dân trước khi gửi Ủy ban nhân "
             "dân {{ co_quan.noi }}.", extra=KEEP + AFTER),
        *_meeting_end(),
    ]


def quyet_dinh_gia_dinh() -> list[str]:
    """Mẫu số 10: the chairman's decision for households."""
    return decision(
        "gia_dinh_van_hoa", "Công nhận " + TITLE,
        "Theo đề nghị của {{ co_quan.phong_trinh }}.",
        "{{ co_quan.phong_trinh }}, các thôn, tổ dân phố công bố danh sách hộ gia đình được công "
        "nhận danh hiệu.")


def quyet_dinh_thon() -> list[str]:
    """Quyết định for villages."""
    return decision(
        "thon_van_hoa", "Công nhận danh hiệu thôn, tổ dân phố văn hóa {{ dot.nam }}",
        "Theo đề nghị của {{ co_quan.phong_trinh }}.",
        "{{ co_quan.phong_trinh }} công bố danh sách thôn, tổ dân phố được công nhận danh hiệu.")


def de_nghi_thon() -> list[str]:
    """Mẫu số 04: a village asks for its own title."""
    return [
        heading(_village("{{ doi_tuong.ten | hoa }}"), number="", date=PLACE_DATE),
        title("VĂN BẢN ĐỀ NGHỊ", ["Tặng danh hiệu “{{ loai_thon }} văn hóa” năm {{ nam_xet }}"]),
        para("Kính gửi: Chủ tịch Ủy ban nhân dân {{ co_quan.noi }}", "KinhGui"),
        para("Căn cứ Nghị định số 86/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ, "
             "{{ doi_tuong.ten_trong_cau }} đề nghị Chủ tịch Ủy ban nhân dân {{ co_quan.noi }} "
             "xem xét, tặng danh hiệu “{{ loai_thon }} văn hóa” năm {{ nam_xet }}. Kết quả thực "
             "hiện các tiêu chuẩn:"),
        para("1. Đời sống kinh tế ổn định và phát triển:", "TieuDeNhoDong"),
        para("{{ kinh_te }}"),
        para("2. Đời sống văn hóa, tinh thần lành mạnh, phong phú:", "TieuDeNhoDong"),
        para("{{ van_hoa }}"),
        para("3. Môi trường an toàn, thân thiện, cảnh quan sạch đẹp:", "TieuDeNhoDong"),
        para("{{ moi_truong }}"),
        para("4. Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước:",
             "TieuDeNhoDong"),
        para("{{ chap_hanh }}"),
        para("5. Tinh thần đoàn kết, tương trợ, giúp đỡ trong cộng đồng:", "TieuDeNhoDong"),
        para("{{ doan_ket }}"),
        para("{{ doi_tuong.ten }} cam đoan những nội dung trên là đúng./.", extra=KEEP_LINES),
        GAP,
        _one_signature(_head_signs("{{ doi_tuong.chuc_danh | hoa }}")),
        END,
    ]


def _large(text: str, points: int, *, before: int) -> str:
    """A centred line of a certificate in a larger type."""
    size = f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'
    spaced = para(text, "ThamQuyen", extra=f'<w:spacing w:before="{before * 20}" w:after="60"/>')
    return spaced.replace("<w:r><w:t ", f"<w:r><w:rPr>{size}</w:rPr><w:t ")


def giay_cong_nhan() -> list[str]:
    """Giấy công nhận of one household."""
    right = (para("{{ co_quan.dia_danh }}, {{ ngay_cap }}", "DiaDanh")
             + tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKy") + tag("endif")
             + para("{{ ky.chuc_vu }}", "ChuKy") + para("{{ nguoi_ky }}", "NguoiKy"))
    left = (para("{{ quyet_dinh }}", "NoiNhanDong") + tag("if so_vang")
            + para("Số sổ vàng: {{ so_vang }}", "NoiNhanDong") + tag("endif"))
    return [
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QuocHieu"),
        para("Độc lập - Tự do - Hạnh phúc", "TieuNgu"),
        line(56, LANDSCAPE_WIDTH),
        _large("CHỦ TỊCH ỦY BAN NHÂN DÂN {{ co_quan.noi | hoa }}", 18, before=30),
        _large("CÔNG NHẬN DANH HIỆU", 16, before=12),
        _large("“GIA ĐÌNH VĂN HÓA”", 34, before=6),
        _large("NĂM {{ nam_xet }}", 18, before=2),
        _large("{{ doi_tuong.xung_ho }}", 22, before=18),
        para("{% if doi_tuong.don_vi %}{{ doi_tuong.don_vi }}, {% endif %}{{ co_quan.noi }}, "
             "{{ tinh.ten }}", "ThanGiua"),
        para("", "KhoangTrong", extra='<w:spacing w:before="360"/>'),
        signature(left, right, (LANDSCAPE_WIDTH / 2, LANDSCAPE_WIDTH / 2)),
        END,
    ]


PAPERS = {
    "de_nghi_gia_dinh_van_hoa":
        ("Văn bản đề nghị tặng danh hiệu Gia đình văn hóa", de_nghi_gia_dinh, False),
    "bang_tong_hop_gia_dinh_van_hoa":
        ("Bảng tổng hợp danh sách Gia đình văn hóa", tong_hop_gia_dinh, True),
    "bien_ban_hop_gia_dinh_van_hoa":
        ("Biên bản họp bình xét Gia đình văn hóa", bien_ban_gia_dinh, False),
    "quyet_dinh_gia_dinh_van_hoa":
        ("Quyết định công nhận Gia đình văn hóa", quyet_dinh_gia_dinh, False),
    "giay_cong_nhan_gia_dinh_van_hoa":
        ("Giấy công nhận Gia đình văn hóa", giay_cong_nhan, True),
    "de_nghi_thon_van_hoa":
        ("Văn bản đề nghị tặng danh hiệu thôn, tổ dân phố văn hóa", de_nghi_thon, False),
    "quyet_dinh_thon_van_hoa":
        ("Quyết định công nhận thôn, tổ dân phố văn hóa", quyet_dinh_thon, False),
}
