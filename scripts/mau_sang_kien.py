"""Mẫu của việc công nhận sáng kiến: đơn, báo cáo mô tả, quyết định."""

from __future__ import annotations

from mau_chung import END, GAP, annex, committee_signature, grid, office_heading
from the_thuc import (
    KEEP,
    KEEP_LINES,
    NBSP,
    PORTRAIT_WIDTH,
    line,
    para,
    receivers,
    signature,
    tag,
    title,
)

AFTER = '<w:spacing w:before="120"/>'


def _top() -> list[str]:
    return [
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QuocHieu"),
        para("Độc lập - Tự do - Hạnh phúc", "TieuNgu"),
        line(56, PORTRAIT_WIDTH),
    ]


def _author_signs(who: str) -> list[str]:
    right = (para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh", extra=KEEP)
             + para(who, "ChuKy") + para("(Ký, ghi rõ họ và tên)", "ChuKyGhiChu")
             + para("{{ doi_tuong.ten }}", "NguoiKy"))
    return [GAP, signature(para("", "ChuKy"), right, (60, 100)), END]


def don() -> list[str]:
    """Đơn yêu cầu công nhận sáng kiến."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Họ và tên", "ten", "O", 40),
               ("Năm sinh", "nam_sinh", "OGiua", 20), ("Chức vụ, nơi công tác", "chuc_vu", "O", 42),
               ("Trình độ chuyên môn", "trinh_do", "O", 26),
               ("Tỷ lệ đóng góp (%)", "ty_le", "OGiua", 20))
    return [
        *_top(),
        title("ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN", ["{{ ten_sang_kien }}"]),
        para("Kính gửi: {{ kinh_gui }}", "KinhGui"),
        para("Tôi (chúng tôi) ghi tên dưới đây:", extra=KEEP),
        grid("tac_gia", columns),
        para("là tác giả, đồng tác giả đề nghị xét công nhận sáng kiến: {{ ten_sang_kien }}.",
             extra=AFTER),
        tag("if chu_dau_tu"),
        para("- Chủ đầu tư tạo ra sáng kiến: {{ chu_dau_tu }}"),
        tag("endif"),
        para("- Lĩnh vực áp dụng: {{ linh_vuc }}"),
        para("- Ngày được áp dụng lần đầu hoặc áp dụng thử: {{ ngay_ap_dung }}"),
        para("- Mô tả bản chất của sáng kiến:", extra=KEEP),
        para("{{ mo_ta }}"),
        tag("if bao_mat"),
        para("- Những thông tin cần được bảo mật: {{ bao_mat }}"),
        tag("endif"),
        tag("if dieu_kien"),
        para("- Các điều kiện cần thiết để áp dụng: {{ dieu_kien }}"),
        tag("endif"),
        para("- Lợi ích thu được:", extra=KEEP),
        para("{{ loi_ich }}"),
        para("Tôi (chúng tôi) cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và "
             "chịu trách nhiệm trước pháp luật.", extra=KEEP_LINES),
        *_author_signs("NGƯỜI NỘP ĐƠN"),
    ]


def bao_cao() -> list[str]:
    """Báo cáo mô tả sáng kiến."""
    parts = (("1. Lĩnh vực áp dụng:", "linh_vuc"), ("2. Tình trạng giải pháp đã biết:",
             "tinh_trang"), ("3. Mục đích của giải pháp:", "muc_dich"),
             ("4. Nội dung giải pháp:", "noi_dung"), ("5. Điểm mới:", "diem_moi"),
             ("6. Hiệu quả thu được:", "hieu_qua"), ("7. Khả năng áp dụng, phạm vi ảnh hưởng:",
                                                    "pham_vi"))
    body: list[str] = []
    for head, key in parts:
        body += [para(head, "TieuDeNhoDong"), para("{{ " + key + " }}")]
    return [
        *_top(),
        title("BÁO CÁO MÔ TẢ SÁNG KIẾN", ["{{ ten_sang_kien }}"]),
        para("Tác giả: {{ tac_gia }}"),
        *body,
        para("Những nội dung trên đúng với thực tế áp dụng.", extra=KEEP_LINES),
        *_author_signs("TÁC GIẢ"),
    ]


def quyet_dinh() -> list[str]:
    """Quyết định công nhận sáng kiến of the chairman, for the year's initiatives."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Tên sáng kiến", "ten", "O", 76),
               ("Tác giả", "tac_gia", "O", 44), ("Ghi chú", "ghi_chu", "O", 28))
    left = receivers([f"- Như Điều{NBSP}3;", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        office_heading(),
        title("QUYẾT ĐỊNH", ["Về việc công nhận sáng kiến {{ nam.ten }}"]),
        para("CHỦ TỊCH ỦY BAN NHÂN DÂN {{ co_quan.noi | hoa }}", "ThamQuyen"),
        tag("for c in can_cu_ban_hanh"),
        para("Căn cứ {{ c.noi_dung }};", "CanCu"),
        tag("endfor"),
        tag("if bien_ban"),
        para("Căn cứ Biên bản họp Hội đồng sáng kiến {{ bien_ban }};", "CanCu"),
        tag("endif"),
        para("Theo đề nghị của {{ don_vi_de_nghi }}.", "CanCu"),
        para("QUYẾT ĐỊNH:", "ThamQuyen", extra='<w:spacing w:before="120" w:after="200"/>'),
        para(f"**Điều{NBSP}1.** " + "Công nhận {{ danh_sach_sang_kien | length | hai_chu_so }} "
             "sáng kiến {{ nam.ten }} (có danh sách kèm theo)."),
        para(f"**Điều{NBSP}2.** Tác giả, đồng tác giả sáng kiến được hưởng quyền lợi theo quy định "
             "của pháp luật; cơ quan, đơn vị có sáng kiến tạo điều kiện để áp dụng, phổ biến sáng "
             "kiến.", extra=KEEP),
        para(f"**Điều{NBSP}3.** Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, "
             f"đơn vị có liên quan và tác giả các sáng kiến nêu tại Điều{NBSP}1 chịu trách nhiệm "
             "thi hành Quyết định này./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature(on_behalf=False)),
        *annex(["DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN"],
               "(Kèm theo Quyết định số {{ van_ban_nay.so }} {{ van_ban_nay.ngay }} của Chủ tịch "
               "Ủy ban nhân dân {{ co_quan.noi }})"),
        grid("danh_sach_sang_kien", columns),
        para("Tổng số: {{ danh_sach_sang_kien | length | hai_chu_so }} sáng kiến./.", extra=AFTER),
    ]


PAPERS = {
    "don_cong_nhan_sang_kien": ("Đơn yêu cầu công nhận sáng kiến", don, False),
    "bao_cao_sang_kien": ("Báo cáo mô tả sáng kiến", bao_cao, False),
    "quyet_dinh_cong_nhan_sang_kien": ("Quyết định công nhận sáng kiến", quyet_dinh, False),
}
