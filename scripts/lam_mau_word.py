"""Làm các mẫu Word trong templates_docx/ theo thể thức của Nghị định số 30/2020/NĐ-CP.

Chạy: python scripts/lam_mau_word.py [thư mục đích]. Mẫu làm ra sửa tiếp được bằng Word; chạy lại
thì các mẫu trở về như ban đầu.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mau_hop import PAPERS as MEETINGS
from mau_tham_dinh import PAPERS as APPRAISALS
from the_thuc import (
    A4,
    KEEP,
    KEEP_LINES,
    LANDSCAPE_WIDTH,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    NARROW_RIGHT,
    NBSP,
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
    together,
    write,
)

ROOT = Path(__file__).resolve().parent.parent
END = para("", "KhoangTrong", extra='<w:keepNext w:val="0"/>'
           '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>')
GAP = para("", "KhoangTrong")
THIN = para("", "KhoangTrong", extra='<w:spacing w:line="70" w:lineRule="exact"/>')
COMMITTEE = para("ỦY BAN NHÂN DÂN", "CoQuan") + para("{{ co_quan.noi | hoa }}", "CoQuan")
SO = f"Số:{NBSP}"
PHIEU_WIDTH = A4[0] - MARGIN_LEFT - NARROW_RIGHT


def bases(last: str = "") -> list[str]:
    """Căn cứ, one per line; the last ends with a full stop unless something follows."""
    end = ";" if last else "{% if loop.last %}.{% else %};{% endif %}"
    lines = [tag("for c in can_cu"), para("Căn cứ {{ c.noi_dung }}" + end, "CanCu"), tag("endfor")]
    return [*lines, para(last, "CanCu")] if last else lines


def to_trinh() -> list[str]:
    """Tờ trình: of the committee to the province, or of the unit to the commune's chairman."""
    agency = (
        tag("if co_quan.trinh_len_tren")
        + para("{{ co_quan.dong_tren | hoa }}", "CoQuan")
        + tag("else") + para("{{ co_quan.dong_tren | hoa }}", "CoQuanTren") + tag("endif")
        + para("{{ co_quan.dong_duoi | hoa }}", "CoQuan")
    )
    proposer = "{% if co_quan.trinh_len_tren %}{{ co_quan.ten }}{% else %}" \
               "{{ co_quan.phong_trinh }}{% endif %}"
    left = receivers(["- Như trên;", "- Hội đồng TĐ-KT {{ co_quan.noi }};",
                      "- Lưu: VT, {{ co_quan.luu }}."])
    right = (
        tag("if co_quan.trinh_len_tren")
        + para("{{ ky.thay_mat }}", "ChuKy")
        + tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKy") + tag("endif")
        + para("{{ ky.chuc_vu }}", "ChuKy")
        + para("{{ nguoi_ky }}", "NguoiKy")
        + tag("else")
        + para("{{ ky.chuc_vu_phong | hoa }}", "ChuKy")
        + para("{{ ky.truong_phong }}", "NguoiKy")
        + tag("endif")
    )
    return [
        heading(agency, number=SO + "{{ van_ban.to_trinh.so }}",
                date="{{ co_quan.dia_danh }}, {{ van_ban.to_trinh.ngay }}"),
        title("TỜ TRÌNH", ["Về việc đề nghị khen thưởng {{ dot.noi_dung }}"]),
        tag("if tinh.kinh_gui"),
        para("Kính gửi: {{ tinh.kinh_gui }}", "KinhGui"),
        tag("else"),
        para("Kính gửi:", "KinhGuiDong", extra=KEEP + '<w:ind w:left="1985" w:firstLine="0"/>'),
        tag("for n in tinh.kinh_gui_nhieu"),
        para("- {{ n.ten }}{{ n.dau }}", "KinhGuiDong"),
        tag("endfor"),
        GAP,
        tag("endif"),
        *bases(),
        para("Sau khi xem xét thành tích, đối chiếu tiêu chuẩn và kết quả bình xét, " + proposer
             + " đề nghị {{ tinh.chu_tich }} xem xét, khen thưởng {{ so_luong.tong }} có "
             "{{ dot.noi_dung }}, gồm:"),
        tag("for k in khen_thuong"),
        para("- {{ k.ten }}: {{ k.so_luong }}{{ k.dau }}"),
        tag("endfor"),
        para("Tổng số: **{{ so_luong.tong }}** ({{ so_luong.tong_chu }})."),
        tag("if niem_yet.cau"),
        para("{{ niem_yet.cau }} {{ niem_yet.y_kien }}"),
        tag("endif"),
        tag("if noi_dung_them"),
        para("{{ noi_dung_them }}"),
        tag("endif"),
        para("(Có danh sách và hồ sơ kèm theo)", extra=KEEP),
        para(proposer + " kính trình {{ tinh.chu_tich }} xem xét, quyết định./.",
             extra=KEEP_LINES),
        GAP,
        signature(left, right),
        END,
    ]


def _list(columns: Sequence[tuple[str, str, str, float]], total: list[str]) -> str:
    """Groups I, II, III with rows numbered from 1 in each, then the total."""
    widths = [width for *_, width in columns]
    rows = [row([Cell(para(head, "ODau")) for head, *_ in columns], widths, head=True)]
    rows += [row_tag("for n in nhom", widths)]
    rows += [row([text_cell("{{ n.so }}", "ONhomGiua"),
                  text_cell("{{ n.ten | hoa }} ({{ n.so_luong }})", "ONhom", len(widths) - 1)],
                 widths)]
    rows += [row_tag("for d in n.dong", widths)]
    rows += [row([text_cell("{{ d." + key + " }}", style) for _, key, style, _ in columns], widths)]
    rows += [row_tag("endfor", widths), row_tag("endfor", widths), *total]
    return table(rows, widths)


def danh_sach() -> list[str]:
    """Danh sách kèm theo Tờ trình."""
    issuer = "{% if co_quan.trinh_len_tren %}{{ co_quan.ten }}{% else %}" \
             "{{ co_quan.phong_trinh }}{% endif %}"
    columns = (
        ("STT", "stt", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 50),
        ("Chức vụ, đơn vị", "chuc_vu_don_vi", "O", 71),
        ("Tóm tắt thành tích", "thanh_tich", "O", 76),
        ("Danh hiệu, hình thức đề nghị", "hinh_thuc", "O", 38),
    )
    return [
        para("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "TenLoai", extra='<w:spacing w:before="0"/>'),
        para("{{ dot.noi_dung | hoa_dau }}", "TrichYeu"),
        para("(Kèm theo Tờ trình {{ van_ban.to_trinh.so_va_ngay }} của " + issuer + ")", "KemTheo"),
        line(50, LANDSCAPE_WIDTH, "DongKeDuoiTrichYeu"),
        _list(columns, []),
        para("Tổng số: **{{ so_luong.tong }}** ({{ so_luong.tong_chu }})./.",
             extra='<w:spacing w:before="120"/>'),
    ]


def quyet_dinh() -> list[str]:
    """Quyết định khen thưởng of the commune's chairman (Mẫu 1.2)."""
    last = "{% if co_tien_thuong %}3{% else %}2{% endif %}"
    left = receivers([f"- Như Điều{NBSP}{last};",
                      "- Hội đồng TĐ-KT {{ co_quan.noi }};", "- Lưu: VT, {{ co_quan.luu }}."])
    right = (
        tag("if ky.quyen_han") + para("{{ ky.quyen_han }}", "ChuKy") + tag("endif")
        + para("{{ ky.chuc_vu }}", "ChuKy") + para("{{ nguoi_ky }}", "NguoiKy")
    )
    award = ("{{ viec.khen | hoa_dau }} cho {{ so_luong.tong }} đã có {{ dot.noi_dung }} "
             "(có danh sách kèm theo)")
    return [
        heading(COMMITTEE, number=SO + "{{ van_ban.quyet_dinh.so }}",
                date="{{ co_quan.dia_danh }}, {{ van_ban.quyet_dinh.ngay }}"),
        title("QUYẾT ĐỊNH", ["Về việc {{ viec.khen }}"]),
        para("CHỦ TỊCH ỦY BAN NHÂN DÂN {{ co_quan.noi | hoa }}", "ThamQuyen"),
        *bases("Theo đề nghị của {{ co_quan.phong_trinh }} tại Tờ trình "
               "{{ van_ban.to_trinh.so_va_ngay }}."),
        para("QUYẾT ĐỊNH:", "ThamQuyen", extra='<w:spacing w:before="120" w:after="200"/>'),
        tag("if viec.nhieu"),
        para(f"**Điều{NBSP}1.** " + award + ", gồm:"),
        tag("for k in khen_thuong"),
        para("- {{ k.hanh_dong }} cho {{ k.so_luong }}{{ k.dau }}"),
        tag("endfor"),
        tag("else"),
        tag("for k in khen_thuong"),
        para(f"**Điều{NBSP}1.** " + "{{ k.hanh_dong }} cho {{ k.so_luong }} đã có "
             "{{ dot.noi_dung }} (có danh sách kèm theo)."),
        tag("endfor"),
        tag("endif"),
        tag("if co_tien_thuong"),
        tag("if tien_thuong.co_tong"),
        para(f"**Điều{NBSP}2.** " + "Các {{ so_luong.doi_tuong }} có tên tại "
             f"Điều{NBSP}1 được thưởng tiền theo mức ghi trong danh sách; tổng số tiền thưởng là "
             "{{ tien_thuong.tong }} ({{ tien_thuong.tong_chu }})"
             "{% if tien_thuong.luong_co_so %}, tính theo mức lương cơ sở "
             "{{ tien_thuong.luong_co_so }}{% endif %}, trích từ Quỹ thi đua, khen thưởng của "
             "{{ co_quan.noi }}.", extra=KEEP),
        tag("else"),
        para(f"**Điều{NBSP}2.** " + "Các {{ so_luong.doi_tuong }} có tên tại "
             f"Điều{NBSP}1 được thưởng tiền theo mức quy định của pháp luật, trích từ Quỹ thi đua, "
             "khen thưởng của {{ co_quan.noi }}.", extra=KEEP),
        tag("endif"),
        tag("endif"),
        para(f"**Điều{NBSP}{last}.** Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng "
             "Hội đồng nhân dân và Ủy ban nhân dân, Trưởng {{ co_quan.phong_trinh | thuong_dau }}, "
             "thủ trưởng các cơ quan, đơn vị có liên quan và các {{ so_luong.doi_tuong }} có tên "
             f"tại Điều{NBSP}1 chịu trách nhiệm thi hành Quyết định này./.", extra=KEEP_LINES),
        GAP,
        signature(left, right),
        END,
    ]


def danh_sach_quyet_dinh() -> list[str]:
    """Danh sách kèm theo Quyết định."""
    columns = (
        ("STT", "stt", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 39),
        ("Chức vụ, đơn vị", "chuc_vu_don_vi", "O", 51),
        ("Danh hiệu, hình thức", "hinh_thuc", "O", 35),
        ("Tiền thưởng (đồng)", "tien_thuong", "OPhai", 23),
    )
    widths = [width for *_, width in columns]
    total = [
        row_tag("if tien_thuong.co_tong", widths),
        row([text_cell("Tổng cộng", "ONhom", 4),
             text_cell("{{ tien_thuong.tong_so }}", "ONhomPhai")], widths),
        row_tag("endif", widths),
    ]
    after = '<w:spacing w:before="120"/>'
    return [
        para("DANH SÁCH {{ so_luong.doi_tuong | hoa }} ĐƯỢC {{ viec.khen | hoa }}", "TenLoai",
             extra='<w:spacing w:before="0"/>'),
        para("(Kèm theo Quyết định {{ van_ban.quyet_dinh.so_va_ngay }} của Chủ tịch Ủy ban "
             "nhân dân {{ co_quan.noi }})", "KemTheo"),
        line(50, PORTRAIT_WIDTH, "DongKeDuoiTrichYeu"),
        _list(columns, total),
        para("Tổng số: **{{ so_luong.tong }}** ({{ so_luong.tong_chu }})"
             "{% if tien_thuong.co_tong %}. Tổng tiền thưởng bằng chữ: "
             "{{ tien_thuong.tong_chu }}{% endif %}./.", extra=after),
    ]


def _grid(
    source: str, columns: Sequence[tuple[str, str, str, float]], *, small: bool = False,
    signed: bool = False,
) -> str:
    """A table with one row per row of a list; `signed` holds its last two rows to what follows."""
    widths = [width for *_, width in columns]
    head = "ONhoDau" if small else "ODau"
    loose, kept = (
        row([text_cell(_printed(key), style, keep=keep) for _, key, style, _ in columns], widths)
        for keep in (False, True)
    )
    rows = [loose] if not signed else [
        row_tag("if loop.revindex > 2", widths), loose, row_tag("else", widths), kept,
        row_tag("endif", widths),
    ]
    return table([
        row([Cell(para(title_, head)) for title_, *_ in columns], widths, head=True),
        row_tag(f"for d in {source}", widths), *rows, row_tag("endfor", widths),
    ], widths)


def _printed(key: str) -> str:
    """The cell's text for a column's key; a key in braces is already one."""
    return key if "{" in key else "{{ d." + key + " }}"


def bien_ban() -> list[str]:
    """Biên bản họp Hội đồng (Mẫu 1.9: no place and date line)."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("HỘI ĐỒNG", "CoQuan") + para("THI ĐUA - KHEN THƯỞNG", "CoQuan"))
    minutes = para("THƯ KÝ", "ChuKy") + para("{{ hop.thu_ky }}", "NguoiKy")
    chair = para("CHỦ TỌA", "ChuKy") + para("{{ hop.chu_tri }}", "NguoiKy")
    members = (("STT", "stt", "OGiua", 12), ("Họ và tên", "ten", "O", 41),
               ("Vai trò", "vai_tro", "O", 43), ("Chức vụ, đơn vị", "chuc_vu", "O", 64))
    votes = (("STT", "stt", "ONhoGiua", 11), ("Họ và tên, tên tập thể", "ten", "ONho", 33),
             ("Chức vụ, đơn vị", "don_vi", "ONho", 43),
             ("Hình thức đề nghị", "hinh_thuc", "ONho", 26),
             ("Đồng ý", "{{ d.dong_y }} ({{ d.ty_le }})", "ONhoGiua", 17),
             ("Không đồng ý", "khong_dong_y", "ONhoGiua", 15),
             ("Không hợp lệ", "khong_hop_le", "ONhoGiua", 15))
    name = "{{ d.ten }}{% if d.don_vi %}, {{ d.don_vi }}{% endif %}"
    lost = (("STT", "stt", "ONhoGiua", 11),
            ("Họ và tên, đơn vị", name, "ONho", 44), ("Hình thức", "hinh_thuc", "ONho", 27),
            ("Đồng ý", "{{ d.dong_y }} ({{ d.ty_le }})", "ONhoGiua", 17),
            ("Lý do", "ly_do", "ONho", 61))
    kept = (("STT", "stt", "ONhoGiua", 11), ("Họ và tên, đơn vị", name, "ONho", 56),
            ("Hình thức", "hinh_thuc", "ONho", 31), ("Lý do", "ly_do", "ONho", 62))
    after = '<w:spacing w:before="120"/>'
    return [
        heading(agency, number=SO + "{{ van_ban.bien_ban.so }}"),
        title("BIÊN BẢN", ["Họp Hội đồng Thi đua - Khen thưởng {{ co_quan.noi }}",
                           "về việc xét, đề nghị khen thưởng {{ dot.noi_dung }}"]),
        para("**Thời gian bắt đầu:** {{ hop.bat_dau }}"),
        para("**Địa điểm:** {{ hop.dia_diem }}"),
        para("**Thành phần tham dự:** Hội đồng Thi đua - Khen thưởng {{ co_quan.noi }}"
             "{% if hop.quyet_dinh %} (thành lập theo Quyết định số {{ hop.quyet_dinh }})"
             "{% endif %}, gồm {{ hop.tong_so }} thành viên:", extra=KEEP),
        _grid("hoi_dong", members),
        para("- Có mặt: {{ hop.co_mat }}", extra=after),
        para("- Vắng mặt (lý do): {{ hop.vang }}"),
        para("**Chủ trì (chủ tọa):** {{ hop.chu_tri }}"),
        para("**Thư ký (người ghi biên bản):** {{ hop.thu_ky }}"),
        para("Nội dung:", "TieuDeNhoDong"),
        para("1. Chủ trì nêu mục đích, yêu cầu của cuộc họp và các căn cứ xét khen thưởng "
             "{{ dot.noi_dung }}."),
        para("2. Thư ký báo cáo thành tích và kết quả thẩm định từng trường hợp; Hội đồng xét "
             "{{ hop.tong_xet }} trường hợp."),
        para("3. Thảo luận: {% if y_kien_thao_luan %}{{ y_kien_thao_luan }}{% else %}"
             "…………………………{% endif %}"),
        para("4. Hội đồng biểu quyết{% if hinh_thuc_bieu_quyet %} bằng hình thức "
             "{{ hinh_thuc_bieu_quyet }}{% endif %}. Kết quả (tỷ lệ tính trên tổng số thành viên "
             "Hội đồng):", extra=KEEP),
        _grid("bieu_quyet", votes, small=True),
        GAP,
        tag("if khong_dong_y"),
        para("5. Các trường hợp Hội đồng đã biểu quyết nhưng không đề nghị:", extra=KEEP),
        _grid("khong_dong_y", lost, small=True),
        GAP,
        tag("endif"),
        tag("if khong_trinh"),
        para("{% if khong_dong_y %}6{% else %}5{% endif %}. Các trường hợp không đưa ra biểu "
             "quyết:", extra=KEEP),
        _grid("khong_trinh", kept, small=True),
        GAP,
        tag("endif"),
        para("**Kết luận:** Hội đồng thống nhất đề nghị khen thưởng {{ so_luong.tong }} "
             "({{ so_luong.tong_chu }}) có tên trong bảng kết quả biểu quyết.", extra=KEEP + after),
        tag("if ket_luan"),
        para("{{ ket_luan }}"),
        tag("endif"),
        para("Cuộc họp kết thúc vào {% if gio_ket_thuc %}{{ gio_ket_thuc }}{% else %}"
             f"{NBSP * 4}giờ{NBSP * 6}" "{% endif %}, {{ hop.ngay }}.", extra=KEEP_LINES),
        para("Biên bản đã được đọc cho các thành viên dự họp nghe và thống nhất thông qua./.",
             extra=KEEP_LINES),
        GAP,
        together(signature(minutes, chair, (80, 80))
                 + para("", "KhoangTrong", extra='<w:spacing w:before="120"/>')
                 + receivers(["- Các thành viên Hội đồng;", "- Lưu: VT, Hồ sơ."])),
        END,
    ]


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
                  tag(f"if {source}"), _grid(source, columns, signed=bool(number)), tag("else"),
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
        _grid("bang_chi_tieu", targets),
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
        tag("if khen_thuong"), _grid("khen_thuong", awards, signed=True), tag("else"),
        para("Chưa có.", extra=KEEP), tag("endif"),
        *_two_signatures(("XÁC NHẬN CỦA THÔN (TỔ DÂN PHỐ)", "(Ký, ghi rõ họ và tên)"),
                         ("ĐẠI DIỆN HỘ GIA ĐÌNH", "(Ký, ghi rõ họ và tên)"), "{{ nguoi.ten }}",
                         (90, 70),
                         below=para("XÁC NHẬN CỦA {{ co_quan.ten | hoa }}", "ChuKyNho",
                                    extra='<w:spacing w:before="280"/>')
                         + para("(Ký, đóng dấu)", "ChuKyGhiChu")),
    ]


def muc_luc() -> list[str]:
    """Mục lục hồ sơ."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ co_quan.phong_trinh | hoa }}", "CoQuan"))
    columns = (("STT", "stt", "ONhoGiua", 11), ("Tên tài liệu", "ten", "ONho", 87),
               ("Tên tệp", "tep", "ONho", 62))
    return [
        heading(agency),
        title("MỤC LỤC HỒ SƠ", ["{{ dot.ten }}"]),
        para("Người có thẩm quyền quyết định: {{ tinh.chu_tich }}."),
        para("Số lượng đề nghị: {{ so_luong.tong }}.", extra=KEEP),
        _grid("muc_luc", columns, small=True),
        END,
    ]


PAPERS: dict[str, tuple[str, Callable[[], list[str]], bool]] = {
    "to_trinh": ("Tờ trình đề nghị khen thưởng", to_trinh, False),
    "danh_sach": ("Danh sách đề nghị khen thưởng", danh_sach, True),
    "quyet_dinh_khen_thuong": ("Quyết định khen thưởng", quyet_dinh, False),
    "danh_sach_quyet_dinh": ("Danh sách kèm theo Quyết định", danh_sach_quyet_dinh, False),
    "bien_ban_hop_hoi_dong": ("Biên bản họp Hội đồng", bien_ban, False),
    "bao_cao_thanh_tich_ca_nhan": ("Báo cáo thành tích cá nhân", bao_cao_ca_nhan, False),
    "bao_cao_thanh_tich_tap_the": ("Báo cáo thành tích tập thể", bao_cao_tap_the, False),
    "bao_cao_thanh_tich_ho_gia_dinh":
        ("Báo cáo thành tích hộ gia đình", bao_cao_ho_gia_dinh, False),
    "muc_luc": ("Mục lục hồ sơ", muc_luc, False),
    **APPRAISALS,
    **MEETINGS,
}
"""Template → its title, what makes its body, and whether the page lies on its side."""


def make(folder: Path) -> list[Path]:
    """Write all templates into a folder."""
    made: list[Path] = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, (document_title, body, landscape) in PAPERS.items():
        path = folder / f"{name}.docx"
        write(path, body(), document_title, landscape=landscape,
              right=NARROW_RIGHT if name in APPRAISALS else MARGIN_RIGHT)
        made.append(path)
    return made


if __name__ == "__main__":
    for written in make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "templates_docx"):
        print(written)
