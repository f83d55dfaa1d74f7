"""Mẫu của việc niêm yết công khai: thông báo, biên bản niêm yết, biên bản kết thúc niêm yết."""

from __future__ import annotations

from mau_chung import COMMITTEE, END, GAP, SO, annex, committee_signature, grid, office_heading
from the_thuc import KEEP, KEEP_LINES, heading, para, receivers, signature, tag, title, together

PLACES = (("STT", "{{ loop.index }}", "OGiua", 12), ("Nơi niêm yết", "noi", "O", 88),
          ("Từ ngày", "tu", "OGiua", 30), ("Đến hết ngày", "den", "OGiua", 30))
ENDED = (("STT", "{{ loop.index }}", "OGiua", 12), ("Nơi niêm yết", "noi", "O", 46),
         ("Từ ngày", "tu", "OGiua", 26), ("Đến hết ngày", "den", "OGiua", 26),
         ("Số ngày", "so_ngay", "OGiua", 16), ("Ý kiến", "y_kien", "O", 34))
LIST = (("STT", "stt", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 52),
        ("Đơn vị", "don_vi", "O", 46), ("Danh hiệu, hình thức đề nghị", "hinh_thuc", "O", 50))
AFTER = '<w:spacing w:before="120"/>'


def thong_bao() -> list[str]:
    """Thông báo niêm yết, with the list as its annex."""
    left = receivers(["- Các cơ quan, đơn vị, thôn, tổ dân phố;",
                      "- Hội đồng TĐ-KT {{ co_quan.noi }};", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        office_heading(),
        title("THÔNG BÁO", ["Về việc niêm yết công khai danh sách đề nghị khen thưởng "
                            "{{ dot.noi_dung }}"]),
        para("{{ co_quan.ten }} thông báo niêm yết công khai danh sách {{ so_luong.tong }} được "
             "đề nghị khen thưởng {{ dot.noi_dung }} (danh sách tại Phụ lục kèm theo) như sau:"),
        para("1. Nơi và thời gian niêm yết:", extra=KEEP),
        tag("for n in noi_niem_yet"),
        para("- {{ n.noi }}, từ ngày {{ n.tu }} đến hết ngày {{ n.den }}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
        para("2. Trong thời gian niêm yết, tổ chức, cá nhân có ý kiến về danh sách thì gửi về "
             "{{ noi_nhan_y_kien }}{% if dien_thoai %}, điện thoại {{ dien_thoai }}{% endif %}"
             "{% if thu_dien_tu %}, thư điện tử {{ thu_dien_tu }}{% endif %}. Ý kiến ghi rõ họ "
             "tên, địa chỉ của người gửi."),
        tag("if ghi_them"),
        para("{{ ghi_them }}"),
        tag("endif"),
        para("{{ co_quan.ten }} thông báo để các tập thể, cá nhân và Nhân dân biết, tham gia ý "
             "kiến./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        *annex(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"],
               "(Kèm theo Thông báo số {{ van_ban_nay.so }} {{ van_ban_nay.ngay }} của "
               "{{ co_quan.ten }})"),
        grid("niem_yet.dong", LIST),
        para("Tổng số: **{{ so_luong.tong }}** ({{ so_luong.tong_chu }})./.", extra=AFTER),
    ]


def _attending() -> list[str]:
    return [
        para("**Thành phần tham dự:**", extra=KEEP),
        tag("for n in thanh_phan"),
        para("- {{ n.ten }}{% if n.chuc_vu %}, {{ n.chuc_vu }}{% endif %}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
    ]


def _end(conclusion: str) -> list[str]:
    """Read out, agreed, signed by who stood by and by who wrote."""
    witness = para("ĐẠI DIỆN NƠI NIÊM YẾT", "ChuKy") + para("{{ dai_dien }}", "NguoiKy")
    writer = para("NGƯỜI LẬP BIÊN BẢN", "ChuKy") + para("{{ nguoi_lap }}", "NguoiKy")
    return [
        para(conclusion, extra=KEEP_LINES + AFTER),
        para("Biên bản đã được đọc cho những người có tên trên nghe và thống nhất thông qua./.",
             extra=KEEP_LINES),
        GAP,
        together(signature(witness, writer, (80, 80))
                 + para("", "KhoangTrong", extra=AFTER)
                 + receivers(["- Nơi niêm yết;", "- Lưu: VT, Hồ sơ."])),
        END,
    ]


def bien_ban() -> list[str]:
    """Biên bản niêm yết."""
    return [
        heading(COMMITTEE, number=SO + "{{ van_ban_nay.so }}"),
        title("BIÊN BẢN", ["Niêm yết công khai danh sách đề nghị khen thưởng "
                           "{{ dot.noi_dung }}"]),
        para("**Thời gian:** {{ thoi_gian }}"),
        para("**Địa điểm:** {{ dia_diem }}"),
        *_attending(),
        para("**Nội dung:** Niêm yết công khai danh sách {{ so_luong.tong }} được đề nghị khen "
             "thưởng {{ dot.noi_dung }}{% if thong_bao %} (kèm theo Thông báo số "
             "{{ thong_bao }} của {{ co_quan.ten }}){% endif %} tại:", extra=KEEP),
        grid("noi_niem_yet", PLACES),
        *_end("Việc niêm yết hoàn thành vào {{ gio_xong }}."),
    ]


def ket_thuc() -> list[str]:
    """Biên bản kết thúc niêm yết: places, days counted, opinions and their answers."""
    opinions = (("STT", "{{ loop.index }}", "OGiua", 12), ("Ý kiến", "noi_dung", "O", 74),
                ("Kết quả trả lời", "tra_loi", "O", 74))
    return [
        heading(COMMITTEE, number=SO + "{{ van_ban_nay.so }}"),
        title("BIÊN BẢN", ["Kết thúc niêm yết công khai danh sách đề nghị khen thưởng "
                           "{{ dot.noi_dung }}"]),
        para("**Thời gian:** {{ thoi_gian }}"),
        para("**Địa điểm:** {{ dia_diem }}"),
        *_attending(),
        para("**Nội dung:** Kết thúc việc niêm yết công khai danh sách {{ so_luong.tong }} được "
             "đề nghị khen thưởng {{ dot.noi_dung }}{% if thong_bao %} (Thông báo số "
             "{{ thong_bao }} của {{ co_quan.ten }}){% endif %}."),
        para("1. Nơi và số ngày đã niêm yết, tính cả ngày đầu và ngày cuối"
             "{% if niem_yet.so_ngay %} (quy định: {{ niem_yet.so_ngay }} ngày){% endif %}:",
             extra=KEEP),
        grid("noi_niem_yet", ENDED),
        para("2. Ý kiến nhận được trong thời gian niêm yết: {{ niem_yet.y_kien }}",
             extra=KEEP + AFTER),
        tag("if y_kien"),
        grid("y_kien", opinions),
        GAP,
        tag("endif"),
        *_end("3. Danh sách đã niêm yết được {{ ket_luan }}."),
    ]


PAPERS = {
    "thong_bao_niem_yet": ("Thông báo niêm yết công khai", thong_bao, False),
    "bien_ban_niem_yet": ("Biên bản niêm yết công khai", bien_ban, False),
    "bien_ban_ket_thuc_niem_yet": ("Biên bản kết thúc niêm yết công khai", ket_thuc, False),
}
