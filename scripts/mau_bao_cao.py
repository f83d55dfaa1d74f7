"""Mẫu của các báo cáo thành tích: công trạng, đột xuất, chuyên đề, cống hiến, đối ngoại."""

from __future__ import annotations

from mau_chung import END, GAP, SO, committee_signature, grid, office_heading
from the_thuc import (
    KEEP,
    KEEP_LINES,
    NBSP,
    PORTRAIT_WIDTH,
    heading,
    line,
    para,
    receivers,
    signature,
    tag,
    title,
    together,
)

_SUPERIOR = (tag("if nguoi.cap_tren") + para("{{ nguoi.cap_tren | hoa }}", "CoQuanTren")
             + tag("endif"))


def _report_top(agency: str, who: str, about: str = "") -> list[str]:
    """Heading, date and title; `about` is the last line under it, where there is one."""
    return [
        heading(agency),
        para("{{ co_quan.dia_danh }}, {{ van_ban.bao_cao.ngay }}", "DiaDanh",
             extra='<w:spacing w:before="80" w:after="0"/><w:ind w:left="3629"/>'),
        title("BÁO CÁO THÀNH TÍCH",
              ["{{ nguoi.de_nghi | hoa }}", "{{ nguoi.ten_khen | hoa }}",
               *([about] if about else []), who]),
    ]


def _past_awards(
    title_: str = "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", *, signed: bool = True
) -> list[str]:
    """The two tables of past awards; `signed` where the signatures come right after them."""
    parts = [para(title_, "DeMuc")]
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
                  tag(f"if {source}"), grid(source, columns, signed=signed and bool(number)),
                  tag("else"),
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


_TARGETS = (("Chỉ tiêu", "chi_tieu", "O", 58), ("Đơn vị tính", "don_vi_tinh", "OGiua", 24),
            ("Năm trước (hoặc kế hoạch)", "nam_truoc", "OPhai", 28),
            ("Năm đề nghị", "nam_nay", "OPhai", 26), ("So sánh (%)", "so_sanh", "OPhai", 24))


def _duties() -> list[str]:
    """What a producer, or the head of one, answers for: only on their reports."""
    columns = (("Nội dung", "noi_dung", "O", 58), ("Kết quả thực hiện", "ket_qua", "O", 52),
               ("Văn bản, cơ quan xác nhận", "xac_nhan", "O", 50))
    return [
        tag("if san_xuat"),
        para("Nghĩa vụ của tổ chức sản xuất, kinh doanh:", extra=KEEP),
        grid("nghia_vu", columns), GAP, tag("endif"),
    ]


def bao_cao_ca_nhan() -> list[str]:
    """Báo cáo thành tích cá nhân (Mẫu số 05)."""
    agency = (_SUPERIOR + para("{{ don_vi | hoa }}", "CoQuan"))
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
        tag("if san_xuat"),
        tag("if bang_chi_tieu"),
        para("Chỉ tiêu sản xuất, kinh doanh của đơn vị:", extra=KEEP),
        grid("bang_chi_tieu", _TARGETS),
        GAP,
        tag("endif"),
        tag("endif"),
        *_duties(),
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
    agency = (_SUPERIOR + para("{{ nguoi.ten | hoa }}", "CoQuan"))
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
        grid("bang_chi_tieu", _TARGETS),
        GAP,
        tag("endif"),
        *_duties(),
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


_REPORTER = ("NGƯỜI BÁO CÁO THÀNH TÍCH", "(Ký, ghi rõ họ và tên)")
_OWN_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
_ABOVE = ("THỦ TRƯỞNG ĐƠN VỊ CẤP TRÊN TRỰC TIẾP XÁC NHẬN", "(Ký, đóng dấu)")
_SPACED = '<w:spacing w:before="120"/>'


def _one_or_many(of_unit: list[str], of_person: list[str]) -> list[str]:
    """Lines of a collective's report, or of a person's, where one form serves both."""
    return [tag("if la_tap_the"), *of_unit, tag("else"), *of_person, tag("endif")]


def _top_of_both(subject: str) -> list[str]:
    agency = (_SUPERIOR + para("{% if la_tap_the %}{{ nguoi.ten | hoa }}{% else %}"
                     "{{ nguoi.don_vi | hoa }}{% endif %}", "CoQuan"))
    return _report_top(agency, "{{ nguoi.gioi_thieu }}", subject)


def _life(*, trade: bool = True) -> list[str]:
    """Who a person is: what the register knows, a trade where he holds no office."""
    lines = [para("- Họ và tên: {{ nguoi.ten }}{% if bi_danh %}" f"{NBSP * 6}"
                  "Bí danh: {{ bi_danh }}{% endif %}"),
             para("- Sinh ngày, tháng, năm: {{ ngay_sinh }}" f"{NBSP * 6}"
                  "Giới tính: {{ gioi_tinh }}"),
             para("- Quê quán: {{ que_quan }}"), para("- Nơi thường trú: {{ noi_o }}")]
    if trade:
        lines += [tag("if nghe_nghiep"), para("- Nghề nghiệp: {{ nghe_nghiep }}"), tag("endif")]
    return [*lines, para("- Chức vụ, đơn vị công tác: {{ chuc_vu_don_vi }}")]


def _collective() -> list[str]:
    return [
        para("- Địa điểm trụ sở chính, điện thoại; địa chỉ trang tin điện tử: {{ tru_so }}"),
        tag("if nam_thanh_lap"), para("- Năm thành lập: {{ nam_thanh_lap }}"), tag("endif"),
        tag("if so_nguoi"),
        para("- Tổng số cán bộ, công chức, viên chức, người lao động: {{ so_nguoi }}"),
        tag("endif"),
        tag("if co_cau"), para("- Cơ cấu tổ chức: {{ co_cau }}"), tag("endif"),
        para("- Chức năng, nhiệm vụ được giao: {{ chuc_nang_nhiem_vu }}"),
    ]


def _signed_by_either() -> list[str]:
    """Left the superior's confirmation; right the collective's head, or the person himself."""
    left = para(_ABOVE[0], "ChuKyNho") + para(_ABOVE[1], "ChuKyGhiChu") + para("", "NguoiKy")
    right = (
        tag("if la_tap_the") + para(_OWN_UNIT, "ChuKyNho") + para("(Ký, đóng dấu)", "ChuKyGhiChu")
        + para("{{ nguoi.nguoi_dung_dau }}", "NguoiKy")
        + tag("else") + para(_REPORTER[0], "ChuKyNho") + para(_REPORTER[1], "ChuKyGhiChu")
        + para("{{ nguoi.ten }}", "NguoiKy") + tag("endif")
    )
    return [para("", "KhoangTrong", extra=_SPACED), signature(left, right, (80, 80)), END]


def bao_cao_dot_xuat() -> list[str]:
    """Báo cáo thành tích đột xuất (Mẫu số 06): no history of awards."""
    return [
        *_top_of_both("(Về thành tích xuất sắc đột xuất)"),
        para("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "DeMuc"),
        *_one_or_many(_collective(), _life()),
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para("1. Thời gian, địa điểm: {{ thoi_gian }}, {{ dia_diem }}."),
        para("2. Sự việc xảy ra:", "TieuDeNhoDong"),
        para("{{ su_viec }}"),
        para("3. Hành động, việc làm:", "TieuDeNhoDong"),
        para("{{ hanh_dong }}"),
        para("4. Kết quả, tác động:", "TieuDeNhoDong"),
        para("{{ ket_qua }}", extra=KEEP),
        tag("if thuong_vong"),
        para("5. Thương vong: {{ thuong_vong }}", extra=KEEP),
        tag("endif"),
        tag("if giay_to"),
        para("{% if thuong_vong %}6{% else %}5{% endif %}. Giấy tờ kèm theo: {{ giay_to }}",
             extra=KEEP),
        tag("endif"),
        *_signed_by_either(),
    ]


def bao_cao_chuyen_de() -> list[str]:
    """Báo cáo thành tích thi đua theo chuyên đề (Mẫu số 08)."""
    results = (("Chỉ tiêu, tiêu chí của phong trào", "tieu_chi", "O", 80),
               ("Kết quả thực hiện", "ket_qua", "O", 80))
    return [
        *_top_of_both("(Phong trào {{ phong_trao.ten }})"),
        para("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "DeMuc"),
        *_one_or_many(_collective(), _life()),
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para("1. Phong trào thi đua: {{ phong_trao.ten }}{% if phong_trao.ke_hoach %}, phát động "
             "theo {{ phong_trao.ke_hoach }}{% endif %}{% if phong_trao.giai_doan %}; thời gian "
             "thực hiện {{ phong_trao.giai_doan }}{% endif %}."),
        para("2. Kết quả thực hiện phong trào:", "TieuDeNhoDong"),
        para("{{ thanh_tich }}", extra=KEEP),
        tag("if bang_tieu_chi"), grid("bang_tieu_chi", results, signed=True), GAP, tag("endif"),
        tag("if tac_dong"),
        para("3. Tác động, sức lan tỏa:", "TieuDeNhoDong"),
        para("{{ tac_dong }}", extra=KEEP),
        tag("endif"),
        *_signed_by_either(),
    ]


def bao_cao_cong_hien() -> list[str]:
    """Báo cáo quá trình cống hiến (Mẫu số 07)."""
    posts = (("Từ tháng, năm đến tháng, năm", "thoi_gian", "OGiua", 38),
             ("Chức vụ (đảng, chính quyền, đoàn thể)", "chuc_vu", "O", 50),
             ("Đơn vị công tác", "don_vi", "O", 44), ("Số năm, tháng giữ chức vụ", "so_nam",
                                                      "OGiua", 28))
    agency = (_SUPERIOR + para("{{ nguoi.don_vi | hoa }}", "CoQuan"))
    right = (para("NGƯỜI BÁO CÁO", "ChuKyNho") + para("(Ký, ghi rõ họ và tên)", "ChuKyGhiChu")
             + tag("if tu_tran") + para("", "NguoiKy") + tag("else")
             + para("{{ nguoi.ten }}", "NguoiKy") + tag("endif"))
    left = (para("XÁC NHẬN CỦA CƠ QUAN QUẢN LÝ CÁN BỘ", "ChuKyNho")
            + para("(Ghi ý kiến; ký, đóng dấu)", "ChuKyGhiChu") + para("", "NguoiKy"))
    return [
        *_report_top(agency, "{{ nguoi.gioi_thieu }}", "(Quá trình cống hiến)"),
        para("I. SƠ LƯỢC LÝ LỊCH", "DeMuc"),
        *_life(trade=False),
        para("- Chức vụ đề nghị khen thưởng (cao nhất đã đảm nhận): {{ chuc_vu_de_nghi }}"),
        para("- Ngày, tháng, năm tham gia công tác: {{ tham_gia_cong_tac }}"),
        para("- Ngày, tháng, năm vào Đảng Cộng sản Việt Nam (hoặc đoàn thể): "
             "{{ vao_dang or 'không' }}"),
        tag("if nghi_huu"), para("- Nghỉ hưu: {{ nghi_huu }}"), tag("endif"),
        tag("if tu_tran"), para("- Từ trần: {{ tu_tran }}"), tag("endif"),
        para("II. TÓM TẮT QUÁ TRÌNH CÔNG TÁC", "DeMuc"),
        grid("qua_trinh", posts), GAP,
        *_past_awards(signed=False),
        para("IV. KỶ LUẬT", "DeMuc", extra=_SPACED),
        para("{{ ky_luat }}", extra=KEEP),
        para("", "KhoangTrong", extra=_SPACED), signature(left, right, (80, 80)), END,
    ]


def _friendship(first: str, head: str) -> list[str]:
    return [
        para("II. THÀNH TÍCH ĐẠT ĐƯỢC", "DeMuc"),
        para(f"1. {first}:", "TieuDeNhoDong"), para("{{ thanh_tich }}"),
        para("2. Chấp hành chủ trương, chính sách, pháp luật của Việt Nam; hoạt động từ thiện, "
             "nhân đạo:", "TieuDeNhoDong"), para("{{ chap_hanh }}"),
        para("3. Xây dựng tình hữu nghị, hợp tác với Việt Nam:", "TieuDeNhoDong"),
        para("{{ huu_nghi }}"),
        *_past_awards("III. CÁC HÌNH THỨC KHEN THƯỞNG ĐÃ ĐƯỢC NHÀ NƯỚC VIỆT NAM TẶNG THƯỞNG"),
        *_two_signatures(("THỦ TRƯỞNG ĐƠN VỊ CẤP TRÊN TRỰC TIẾP XÁC NHẬN", "(Ký tên, đóng dấu)"),
                         ("THỦ TRƯỞNG ĐƠN VỊ ĐỀ NGHỊ KHEN THƯỞNG XÁC NHẬN",
                          "(Ký tên, đóng dấu)"), head),
        END,
    ]


def bao_cao_doi_ngoai_tap_the() -> list[str]:
    """Báo cáo thành tích khen thưởng đối ngoại cho tập thể (Mẫu số 11)."""
    agency = (_SUPERIOR + para("{{ nguoi.ten | hoa }}", "CoQuan"))
    return [
        *_report_top(agency, "{{ nguoi.ten }}"),
        para("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "DeMuc"),
        *_collective(),
        *_friendship("Kết quả sản xuất, công tác và đóng góp cho địa phương, đất nước",
                     "{{ nguoi.nguoi_dung_dau }}"),
    ]


def bao_cao_doi_ngoai_ca_nhan() -> list[str]:
    """Báo cáo thành tích khen thưởng đối ngoại cho cá nhân (Mẫu số 12)."""
    agency = (_SUPERIOR + para("{{ don_vi | hoa }}", "CoQuan"))
    return [
        *_report_top(agency, "{{ nguoi.gioi_thieu }}"),
        para("I. SƠ LƯỢC LÝ LỊCH", "DeMuc"),
        para("- Họ và tên: {{ nguoi.ten }}"),
        para("- Năm sinh: {{ ngay_sinh }}" f"{NBSP * 6}" "Giới tính: {{ gioi_tinh }}"),
        para("- Quốc tịch: {{ quoc_tich }}"),
        para("- Đơn vị: {{ don_vi }}"),
        para("- Chức vụ: {{ chuc_vu }}"),
        tag("if trinh_do"), para("- Trình độ chuyên môn: {{ trinh_do }}"), tag("endif"),
        *_friendship("Thành tích trong công tác và đóng góp cho địa phương, đất nước",
                     "{{ thu_truong }}"),
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


def bao_cao_tom_tat() -> list[str]:
    """Báo cáo tóm tắt thành tích: one paragraph a case, for the simplified procedure (Điều 85)."""
    agency = (tag("if tom_tat.noi_bo") + para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ co_quan.phong_trinh | hoa }}", "CoQuan")
              + tag("else") + para("ỦY BAN NHÂN DÂN", "CoQuan")
              + para("{{ co_quan.noi | hoa }}", "CoQuan") + tag("endif"))
    own = (para("{{ ky.chuc_vu_phong | hoa }}", "ChuKy")
           + para("{{ ky.truong_phong }}", "NguoiKy"))
    right = (tag("if tom_tat.noi_bo") + own + tag("else") + committee_signature() + tag("endif"))
    left = receivers(["- Như trên;", "- Hội đồng TĐ-KT {{ co_quan.noi }};",
                      "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        heading(agency, number=SO + "{{ tom_tat.so }}",
                date="{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}"),
        title("BÁO CÁO", ["Tóm tắt thành tích đề nghị khen thưởng {{ dot.noi_dung }}"]),
        para("Kính gửi: {{ kinh_gui }}", "KinhGui"),
        para("{% if tom_tat.noi_bo %}{{ co_quan.phong_trinh }}{% else %}{{ co_quan.ten }}"
             "{% endif %} báo cáo tóm tắt thành tích của các trường hợp đề nghị khen thưởng như "
             "sau:"),
        tag("for d in truong_hop"),
        para("{{ loop.index }}. {{ d.ten | lien_dong }}", "TieuDeNhoDong"),
        para("{% if d.chuc_vu_don_vi %}{{ d.chuc_vu_don_vi }}. {% endif %}Đề nghị: "
             "{{ d.hinh_thuc }}.", extra=KEEP),
        para("{{ d.thanh_tich }}"),
        tag("endfor"),
        para("Cơ quan báo cáo chịu trách nhiệm về tính chính xác của thành tích nêu trên./.",
             extra=KEEP_LINES),
        GAP,
        signature(left, right),
        END,
    ]


def giay_xac_nhan_sang_kien() -> list[str]:
    """Giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến, đề tài (Mẫu số 13)."""
    left = receivers(["- {{ doi_tuong.xung_ho }};", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        office_heading(),
        title("GIẤY XÁC NHẬN",
              ["Hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến, đề tài"]),
        para("{{ co_quan.ten }} xác nhận sáng kiến, đề tài của "
             "{% if doi_tuong.gioi_tinh %}{{ doi_tuong.xung_ho | thuong_dau }}{% else %}"
             "{{ doi_tuong.xung_ho }}{% endif %}"
             "{% if chuc_vu_don_vi %}, {{ chuc_vu_don_vi }}{% endif %}, như sau:"),
        tag("for s in sang_kien"),
        para("{{ loop.index }}. {{ s.ten }}", "TieuDeNhoDong"),
        para("- Tác giả: {{ s.tac_gia }}."),
        tag("if s.cong_nhan"),
        para("- Được công nhận theo {{ s.cong_nhan | lien_dong }}."),
        tag("endif"),
        para("- Nơi, thời gian áp dụng: {{ s.ap_dung }}."),
        para("- Hiệu quả áp dụng: {{ s.hieu_qua }}."),
        para("- Phạm vi ảnh hưởng: {{ s.pham_vi }}.", extra=KEEP),
        tag("endfor"),
        para("Giấy này dùng trong hồ sơ đề nghị xét tặng danh hiệu thi đua, hình thức khen "
             "thưởng./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        END,
    ]


PAPERS = {
    "bao_cao_tom_tat": ("Báo cáo tóm tắt thành tích", bao_cao_tom_tat, False),
    "giay_xac_nhan_sang_kien":
        ("Giấy xác nhận hiệu quả áp dụng sáng kiến", giay_xac_nhan_sang_kien, False),
    "bao_cao_thanh_tich_ca_nhan": ("Báo cáo thành tích cá nhân", bao_cao_ca_nhan, False),
    "bao_cao_thanh_tich_tap_the": ("Báo cáo thành tích tập thể", bao_cao_tap_the, False),
    "bao_cao_thanh_tich_ho_gia_dinh":
        ("Báo cáo thành tích hộ gia đình", bao_cao_ho_gia_dinh, False),
    "bao_cao_dot_xuat": ("Báo cáo thành tích đột xuất", bao_cao_dot_xuat, False),
    "bao_cao_chuyen_de": ("Báo cáo thành tích theo chuyên đề", bao_cao_chuyen_de, False),
    "bao_cao_cong_hien": ("Báo cáo quá trình cống hiến", bao_cao_cong_hien, False),
    "bao_cao_doi_ngoai_tap_the":
        ("Báo cáo thành tích đối ngoại của tập thể", bao_cao_doi_ngoai_tap_the, False),
    "bao_cao_doi_ngoai_ca_nhan":
        ("Báo cáo thành tích đối ngoại của cá nhân", bao_cao_doi_ngoai_ca_nhan, False),
}
