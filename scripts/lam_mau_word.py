"""Làm các mẫu Word trong templates_docx/ theo thể thức của Nghị định số 30/2020/NĐ-CP.

Chạy: python scripts/lam_mau_word.py [thư mục đích]. Mẫu làm ra sửa tiếp được bằng Word; chạy lại
thì các mẫu trở về như ban đầu.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mau_ba_me import PAPERS as MOTHERS
from mau_bao_cao import PAPERS as REPORTS
from mau_chung import COMMITTEE, END, GAP, SO, grid
from mau_dien_hinh import PAPERS as EXAMPLES
from mau_gia_dinh import PAPERS as HOUSEHOLDS
from mau_hop import PAPERS as MEETINGS
from mau_niem_yet import PAPERS as NOTICES
from mau_phong_trao import PAPERS as MOVEMENTS
from mau_quyet_dinh import PAPERS as DECISIONS
from mau_sang_kien import PAPERS as INITIATIVES
from mau_so import PAPERS as REGISTERS
from mau_tham_dinh import PAPERS as APPRAISALS
from mau_thi_dua import PAPERS as REVIEWS
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
THIN = para("", "KhoangTrong", extra='<w:spacing w:line="70" w:lineRule="exact"/>')
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
             + " đề nghị {{ tinh.chu_tich }} {{ tinh.xem_xet }} {{ so_luong.tong }} có "
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
        para(proposer + " kính trình {{ tinh.chu_tich }} {{ tinh.ket_thuc }}./.",
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
             "{{ co_quan.noi }}."),
        tag("else"),
        para(f"**Điều{NBSP}2.** " + "Các {{ so_luong.doi_tuong }} có tên tại "
             f"Điều{NBSP}1 được thưởng tiền theo mức quy định của pháp luật, trích từ Quỹ thi đua, "
             "khen thưởng của {{ co_quan.noi }}."),
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
        grid("hoi_dong", members),
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
        grid("bieu_quyet", votes, small=True),
        GAP,
        tag("if hop.khong_bieu_quyet"),
        para("{{ hop.khong_bieu_quyet }}"),
        tag("endif"),
        tag("if khong_dong_y"),
        para("5. Các trường hợp Hội đồng đã biểu quyết nhưng không đề nghị:", extra=KEEP),
        grid("khong_dong_y", lost, small=True),
        GAP,
        tag("endif"),
        tag("if khong_trinh"),
        para("{% if khong_dong_y %}6{% else %}5{% endif %}. Các trường hợp không đưa ra biểu "
             "quyết:", extra=KEEP),
        grid("khong_trinh", kept, small=True),
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


def muc_luc() -> list[str]:
    """Mục lục hồ sơ."""
    agency = (para("{{ co_quan.viet_tat | hoa }}", "CoQuanTren")
              + para("{{ co_quan.phong_trinh | hoa }}", "CoQuan"))
    columns = (("STT", "stt", "ONhoGiua", 11), ("Tên tài liệu", "ten", "ONho", 87),
               ("Tên tệp", "tep", "ONho", 62))
    return [
        heading(agency),
        title("MỤC LỤC HỒ SƠ", ["{{ dot.ten }}"]),
        para("Người có thẩm quyền quyết định: {{ tinh.nguoi_quyet_dinh }}."),
        para("Số lượng đề nghị: {{ so_luong.tong }}.", extra=KEEP),
        grid("muc_luc", columns, small=True),
        END,
    ]


PAPERS: dict[str, tuple[str, Callable[[], list[str]], bool]] = {
    "to_trinh": ("Tờ trình đề nghị khen thưởng", to_trinh, False),
    "danh_sach": ("Danh sách đề nghị khen thưởng", danh_sach, True),
    "quyet_dinh_khen_thuong": ("Quyết định khen thưởng", quyet_dinh, False),
    "danh_sach_quyet_dinh": ("Danh sách kèm theo Quyết định", danh_sach_quyet_dinh, False),
    "bien_ban_hop_hoi_dong": ("Biên bản họp Hội đồng", bien_ban, False),
    "muc_luc": ("Mục lục hồ sơ", muc_luc, False),
    **APPRAISALS,
    **MEETINGS,
    **NOTICES,
    **DECISIONS,
    **REGISTERS,
    **HOUSEHOLDS,
    **INITIATIVES,
    **MOVEMENTS,
    **REVIEWS,
    **EXAMPLES,
    **MOTHERS,
    **REPORTS,
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
