"""Mẫu của các báo cáo thành tích: công trạng, đột xuất, chuyên đề, cống hiến, đối ngoại."""

from __future__ import annotations

from mau_chung import END, GAP, grid
from the_thuc import (
    KEEP,
    NBSP,
    PORTRAIT_WIDTH,
    heading,
    line,
    para,
    signature,
    tag,
    title,
    together,
)


def _report_top(agency: str, who: str) -> list[str]:
    return [
        heading(agency),
        para("{{ co_quan.dia_danh }}, {{ van_ban.bao_cao.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="80" w:after="0"/><w:ind w:left="3629"/>'),
        title("BÁO CÁO THÀNH TÍCH",
              ["{{ nguoi.de_nghi | hoa }}", "{{ nguoi.ten_khen | hoa }}", who]),
    ]


def _past_awards() -> list[str]:
    parts = [para("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "DeMuc")]
    blocks = (("1. Danh hiệu thi đua:", "danh_hieu", "Danh hiệu thi đua",
               "Số, ngày, tháng, năm của quyết định công nhận danh hiệu thi đua; cơ quan ban hành "
               "quyết định"),
              ("2. Hình thức khen thưởng:", "hinh_thuc", "Hình thức khen thưởng",
               "Số, ngày, tháng, năm của quyết định khen thưởng; cơ quan ban hành quyết định"))
    for number, (head, source, name, decision) in enumerate(blocks):
        columns = (("Năm", "nam", "OGiua", 24), (name, "ten", "O", 50),
                   (decision, "quyet_dinh", "O", 86))
        space = '<w:spacing w:before="120"/>' if number else ""
        parts += [para(head, "TieuDeNhoDong", extra=space),
                  tag(f"if {source}"), grid(source, columns, signed=bool(number)), tag("else"),
                  para("Chưa có.", extra=KEEP), tag("endif")]
    return parts


def _two_signatures(
    left: tuple[str, str], right: tuple[str, str], name: str,
    widths: tuple[float, float] = (80, 80), *, below: str = "",
) -> list[str]:
    """Left and right titles with the note under them; the right one with its name.

    `below` is who confirms under the two.
    """
    made = [para(head, "ChuKyNho") + para(note, "ChuKyGhiChu") for head, note in (left, right)]
    block = signature(made[0] + para("", "NguoiKy"), made[1] + para(name, "NguoiKy"), widths)
    return [para("", "KhoangTrong", extra='<w:spacing w:before="120"/>'),
            *([together(block + below), END] if below else [block])]


def bao_cao_ca_nhan() -> list[str]:
    """Báo cáo thành tích cá nhân (Mẫu số 05)."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ don_vi | hoa }}", "CoQuan"))
    facts = (("Họ tên", "ho_ten"), ("Sinh ngày, tháng, năm", "ngay_sinh"), ("Quê quán", "que_quan"),
             ("Trú quán", "noi_o"), ("Đơn vị công tác", "don_vi"),
             ("Chức vụ (Đảng, chính quyền, đoàn thể)", "chuc_vu"),
             ("Trình độ chuyên môn, nghiệp vụ", "trinh_do"),
             ("Học hàm, học vị, danh hiệu, giải thưởng", "hoc_ham"))
    gender = f"{NBSP * 6}Giới tính: " "{{ gioi_tinh }}"
    may_lack = ("chuc_vu", "trinh_do", "hoc_ham")
    lines = [
        para(f"- {label}: " "{{ " + key + (" or 'không'" if key in may_lack else "") + " }}"
             + (gender if key == "ngay_sinh" else ""))
        for label, key in facts
    ]
    return [
        *_report_top(agency, "{{ nguoi.gioi_thieu }}"),
        para("I. SƠ LƯỢC LÝ LỊCH", "DeMuc"),
        *lines,
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para("1. Quyền hạn, nhiệm vụ được giao hoặc đảm nhận:", "TieuDeNhoDong"),
        para("{{ quyen_han_nhiem_vu }}"),
        para("2. Thành tích đạt được của cá nhân:", "TieuDeNhoDong"),
        para("{{ thanh_tich }}"),
        *_past_awards(),
        *_two_signatures(("THỦ TRƯỞNG ĐƠN VỊ XÁC NHẬN", "(Ký, đóng dấu)"),
                         ("NGƯỜI BÁO CÁO THÀNH TÍCH", "(Ký, ghi rõ họ và tên)"), "{{ ho_ten }}",
                         below=para("THỦ TRƯỞNG ĐƠN VỊ CẤP TRÊN TRỰC TIẾP", "ChuKyNho",
                                    extra='<w:spacing w:before="280"/>')
                         + para("NHẬN XÉT, XÁC NHẬN", "ChuKyNho")
                         + para("(Ký, đóng dấu)", "ChuKyGhiChu")),
    ]


def bao_cao_tap_the() -> list[str]:
    """Báo cáo thành tích tập thể (Mẫu số 04)."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ nguoi.ten | hoa }}", "CoQuan"))
    targets = (("Chỉ tiêu", "chi_tieu", "O", 58), ("Đơn vị tính", "don_vi_tinh", "OGiua", 24),
               ("Năm trước (hoặc kế hoạch)", "nam_truoc", "OPhai", 28),
               ("Năm đề nghị", "nam_nay", "OPhai", 26), ("So sánh (%)", "so_sanh", "OPhai", 24))
    return [
        *_report_top(agency, "{{ nguoi.ten }}"),
        para("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "DeMuc"),
        para("1. Đặc điểm, tình hình:", "TieuDeNhoDong"),
        para("- Địa điểm trụ sở chính, điện thoại; địa chỉ trang tin điện tử: "
             "{{ dia_diem_tru_so }}"),
        tag("if qua_trinh_thanh_lap"),
        para("- Quá trình thành lập và phát triển: {{ qua_trinh_thanh_lap }}"),
        tag("endif"),
        para("- Đặc điểm chính của đơn vị, địa phương: {{ dac_diem }}"),
        para("2. Chức năng, nhiệm vụ được giao:", "TieuDeNhoDong"),
        para("{{ chuc_nang_nhiem_vu }}"),
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para("1. Những thành tích xuất sắc trong thực hiện nhiệm vụ:", "TieuDeNhoDong"),
        para("{{ thanh_tich }}"),
        tag("if bang_chi_tieu"),
        grid("bang_chi_tieu", targets),
        GAP,
        tag("endif"),
        para("2. Những biện pháp hoặc nguyên nhân đạt được thành tích; các phong trào thi đua:",
             "TieuDeNhoDong"),
        para("{{ bien_phap }}"),
        para("3. Việc thực hiện chủ trương, đường lối của Đảng, chính sách, pháp luật của "
             "Nhà nước:", "TieuDeNhoDong"),
        para("{{ chap_hanh_chu_truong }}"),
        para("4. Hoạt động của tổ chức đảng, đoàn thể:", "TieuDeNhoDong"),
        para("{{ hoat_dong_dang_doan_the }}"),
        *_past_awards(),
        *_two_signatures(("THỦ TRƯỞNG CƠ QUAN CẤP TRÊN TRỰC TIẾP NHẬN XÉT, XÁC NHẬN",
                          "(Ký, đóng dấu)"),
                         ("THỦ TRƯỞNG ĐƠN VỊ", "(Ký, đóng dấu)"), "{{ nguoi.nguoi_dung_dau }}"),
        END,
    ]


def bao_cao_ho_gia_dinh() -> list[str]:
    """Báo cáo thành tích hộ gia đình."""
    awards = (("Năm", "nam", "OGiua", 24), ("Danh hiệu, hình thức khen thưởng", "ten", "O", 50),
              ("Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định", "quyet_dinh",
               "O", 86))
    return [
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QuocHieu"),
        para("Độc lập - Tự do - Hạnh phúc", "TieuNgu"),
        line(56, PORTRAIT_WIDTH),
        para("{{ co_quan.dia_danh }}, {{ van_ban.bao_cao.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="160"/>'),
        title("BÁO CÁO THÀNH TÍCH", ["{{ nguoi.de_nghi | hoa }}", "{{ nguoi.ten_khen | hoa }}",
                                   "Hộ gia đình: {{ nguoi.ten }}"]),
        para("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "DeMuc"),
        para("- Họ và tên chủ hộ: {{ nguoi.ten }}"),
        tag("if so_nhan_khau"),
        para("- Số nhân khẩu: {{ so_nhan_khau }}"),
        tag("endif"),
        para("- Địa chỉ: {{ dia_chi }}"),
        tag("if nguoi.don_vi"),
        para("- Thôn, tổ dân phố: {{ nguoi.don_vi }}"),
        tag("endif"),
        tag("if nghe_nghiep"),
        para("- Nghề nghiệp: {{ nghe_nghiep }}"),
        tag("endif"),
        tag("if hoan_canh"),
        para("- Hoàn cảnh gia đình: {{ hoan_canh }}"),
        tag("endif"),
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para("1. Đóng góp của gia đình:", "TieuDeNhoDong"),
        para("{{ dong_gop }}"),
        para("2. Gương mẫu chấp hành chủ trương, chính sách, pháp luật:", "TieuDeNhoDong"),
        para("{{ chap_hanh }}"),
        tag("if tham_gia_phong_trao"),
        para("3. Tham gia phong trào thi đua, hoạt động của cộng đồng:", "TieuDeNhoDong"),
        para("{{ tham_gia_phong_trao }}"),
        tag("endif"),
        para("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "DeMuc"),
        tag("if khen_thuong"), grid("khen_thuong", awards, signed=True), tag("else"),
        para("Chưa có.", extra=KEEP), tag("endif"),
        *_two_signatures(("XÁC NHẬN CỦA THÔN (TỔ DÂN PHỐ)", "(Ký, ghi rõ họ và tên)"),
                         ("ĐẠI DIỆN HỘ GIA ĐÌNH", "(Ký, ghi rõ họ và tên)"), "{{ nguoi.ten }}",
                         (90, 70),
                         below=para("XÁC NHẬN CỦA {{ co_quan.ten | hoa }}", "ChuKyNho",
                                    extra='<w:spacing w:before="280"/>')
                         + para("(Ký, đóng dấu)", "ChuKyGhiChu")),
    ]


PAPERS = {
    "bao_cao_thanh_tich_ca_nhan": ("Báo cáo thành tích cá nhân", bao_cao_ca_nhan, False),
    "bao_cao_thanh_tich_tap_the": ("Báo cáo thành tích tập thể", bao_cao_tap_the, False),
    "bao_cao_thanh_tich_ho_gia_dinh":
        ("Báo cáo thành tích hộ gia đình", bao_cao_ho_gia_dinh, False),
}
