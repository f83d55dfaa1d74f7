"""Mẫu đề nghị tặng, truy tặng «Bà mẹ Việt Nam anh hùng» (Nghị định số 56/2013/NĐ-CP)."""

from __future__ import annotations

from mau_chung import COMMITTEE, END, GAP, SO, annex, committee_signature, grid, office_heading
from the_thuc import (
    KEEP,
    KEEP_LINES,
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

AFTER = '<w:spacing w:before="120"/>'
TITLE = "danh hiệu vinh dự Nhà nước “Bà mẹ Việt Nam anh hùng”"
MARTYRS = (("STT", "{{ loop.index }}", "OGiua", 12), ("Họ và tên liệt sĩ", "ten", "O", 44),
           ("Quan hệ", "quan_he", "O", 24), ("Năm sinh", "nam_sinh", "OGiua", 20),
           ("Số Bằng “Tổ quốc ghi công”", "so_bang", "O", 28),
           ("Quyết định số, ngày", "quyet_dinh", "O", 32))


def _top(name: str) -> list[str]:
    return [
        para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QuocHieu"),
        para("Độc lập - Tự do - Hạnh phúc", "TieuNgu"),
        line(56, PORTRAIT_WIDTH),
        title(name, ["Đề nghị tặng (truy tặng) " + TITLE]),
    ]


def _mother() -> list[str]:
    """Who she is, her children, the martyrs, the wounded."""
    return [
        para("- Họ và tên bà mẹ: {{ doi_tuong.ten }}"),
        tag("if bi_danh"),
        para("- Bí danh: {{ bi_danh }}"),
        tag("endif"),
        para("- Ngày, tháng, năm sinh: {{ doi_tuong.ngay_sinh }}; dân tộc: {{ dan_toc }}"),
        para("- Nguyên quán: {{ nguyen_quan }}"),
        para("- Nơi thường trú: {{ noi_thuong_tru }}"),
        para("- Họ và tên chồng: {{ ho_ten_chong }}"),
        para("- Số con đẻ: {{ so_con_de }}; số con nuôi: {{ so_con_nuoi }}"),
        para("- Chồng, con là liệt sĩ:", extra=KEEP),
        grid("liet_si", MARTYRS),
        tag("if thuong_binh"),
        para("- Bản thân, chồng, con là thương binh: {{ thuong_binh }}", extra=AFTER),
        tag("endif"),
        para("- Kỷ luật: {{ ky_luat }}", extra=AFTER),
    ]


def _declared(who: str, name: str) -> list[str]:
    """The declaration, who declares, and the committee that confirms."""
    left = (para("XÁC NHẬN CỦA {{ co_quan.ten | hoa }}", "ChuKyNho", extra="")
            + para("(Ký, đóng dấu)", "ChuKyGhiChu"))
    right = (para("{{ co_quan.dia_danh }}, {{ van_ban_nay.ngay }}", "DiaDanh", extra=KEEP)
             + para(who, "ChuKyNho") + para("(Ký, ghi rõ họ và tên)", "ChuKyGhiChu")
             + para(name, "NguoiKy"))
    return [
        para("Tôi cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm về lời khai "
             "của mình.", extra=KEEP_LINES),
        GAP, signature(left, right, (70, 90)), END,
    ]


def ban_khai() -> list[str]:
    """Mẫu 01a/BMAH: the mother declares herself."""
    return [*_top("BẢN KHAI CÁ NHÂN"), *_mother(), *_declared("NGƯỜI KHAI", "{{ doi_tuong.ten }}")]


def ban_khai_than_nhan() -> list[str]:
    """Mẫu 01b/BMAH: relatives declare for her."""
    return [
        *_top("BẢN KHAI CỦA THÂN NHÂN"),
        para("- Họ và tên người khai: {{ nguoi_khai }}"),
        para("- Quan hệ với bà mẹ: {{ quan_he_nguoi_khai }}"),
        para("- Nơi thường trú của người khai: {{ noi_o_nguoi_khai }}"),
        *_mother(),
        tag("if ngay_mat"),
        para("- Bà mẹ mất ngày: {{ ngay_mat }}"),
        tag("endif"),
        *_declared("NGƯỜI KHAI", "{{ nguoi_khai }}"),
    ]


def giay_uy_quyen() -> list[str]:
    """Mẫu 02/BMAH: relatives name one of them."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Họ và tên", "ten", "O", 48),
               ("Quan hệ", "quan_he", "O", 30), ("Nơi thường trú", "noi_o", "O", 46),
               ("Ký tên", "{{ '' }}", "O", 24))
    return [
        *_top("GIẤY ỦY QUYỀN"),
        para("Chúng tôi là thân nhân của bà mẹ {{ doi_tuong.ten }}, gồm:", extra=KEEP),
        grid("than_nhan", columns),
        para("thống nhất ủy quyền cho {{ nguoi_duoc_uy_quyen }}, {{ quan_he_uy_quyen }}, nơi "
             "thường trú {{ noi_o_uy_quyen }}, lập bản khai và làm thủ tục đề nghị tặng (truy "
             "tặng) " + TITLE + ".", extra=AFTER),
        *_declared("NGƯỜI ĐƯỢC ỦY QUYỀN", "{{ nguoi_duoc_uy_quyen }}"),
    ]


def bien_ban_xet() -> list[str]:
    """Mẫu 03/BMAH: the commune's minutes."""
    minutes = para("THƯ KÝ", "ChuKy") + para("{{ thu_ky }}", "NguoiKy")
    chair = para("CHỦ TRÌ", "ChuKy") + para("{{ chu_tri }}", "NguoiKy")
    return [
        heading(COMMITTEE, number=SO + "{{ van_ban_nay.so }}"),
        title("BIÊN BẢN", ["Xét duyệt đề nghị tặng (truy tặng) " + TITLE]),
        para("**Thời gian bắt đầu:** {{ thoi_gian }}"),
        para("**Địa điểm:** {{ dia_diem }}"),
        para("**Thành phần tham dự:**", extra=KEEP),
        tag("for n in thanh_phan"),
        para("- {{ n.ten }}{% if n.chuc_vu %}, {{ n.chuc_vu }}{% endif %}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
        para("**Nội dung:** Xét hồ sơ đề nghị đối với bà mẹ {{ doi_tuong.ten }}, nơi thường trú "
             "{{ noi_thuong_tru }}; chồng, con là liệt sĩ:", extra=KEEP),
        grid("liet_si", MARTYRS),
        para("{{ y_kien }}", extra=AFTER),
        para("**Kết luận:** {{ ket_luan }} đề nghị tặng (truy tặng) " + TITLE
             + " đối với bà mẹ {{ doi_tuong.ten }}.", extra=KEEP),
        para("Cuộc họp kết thúc vào {{ ket_thuc }}. Biên bản đã được đọc cho những người dự họp "
             "nghe và thống nhất thông qua./.", extra=KEEP_LINES),
        GAP,
        together(signature(minutes, chair, (80, 80)) + para("", "KhoangTrong", extra=AFTER)
                 + receivers(["- Hồ sơ đề nghị;", "- Lưu: VT, {{ co_quan.luu }}."])),
        END,
    ]


def to_trinh() -> list[str]:
    """Mẫu 04/BMAH: the committee asks, with its list."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Họ và tên", "ten", "O", 48),
               ("Năm sinh", "nam_sinh", "OGiua", 22), ("Nơi thường trú", "noi_o", "O", 48),
               ("Số liệt sĩ", "so_liet_si", "OGiua", 30))
    left = receivers(["- Như trên;", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        office_heading(),
        title("TỜ TRÌNH", ["Về việc đề nghị tặng (truy tặng) " + TITLE]),
        para("Kính gửi: Chủ tịch Ủy ban nhân dân {{ tinh.ten }}", "KinhGui"),
        para("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "CanCu"),
        para("Căn cứ Nghị định số 56/2013/NĐ-CP ngày 22 tháng 5 năm 2013 của Chính phủ quy "
             "định chi tiết và hướng dẫn thi hành Pháp lệnh quy định danh hiệu vinh dự Nhà nước "
             "“Bà mẹ Việt Nam anh hùng”;", "CanCu"),
        para("Căn cứ Biên bản xét duyệt {{ bien_ban }} của {{ co_quan.ten }}.", "CanCu"),
        para("{{ co_quan.ten }} đề nghị Chủ tịch Ủy ban nhân dân {{ tinh.ten }} xem xét, trình "
             "Thủ tướng Chính phủ đề nghị Chủ tịch nước tặng (truy tặng) " + TITLE
             + " cho {{ danh_sach_ba_me | length | hai_chu_so }} bà mẹ (có danh sách và hồ sơ kèm "
             "theo)."),
        para("{{ co_quan.ten }} kính trình Chủ tịch Ủy ban nhân dân {{ tinh.ten }} xem xét, "
             "trình cấp có thẩm quyền./.", extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
        *annex(["DANH SÁCH ĐỀ NGHỊ TẶNG (TRUY TẶNG)"],
               "(Kèm theo Tờ trình số {{ van_ban_nay.so }} {{ van_ban_nay.ngay }} của "
               "{{ co_quan.ten }})"),
        grid("danh_sach_ba_me", columns),
        para("Tổng số: {{ danh_sach_ba_me | length | hai_chu_so }} bà mẹ./.", extra=AFTER),
    ]


PAPERS = {
    "ba_me_01a_ban_khai": ("Bản khai cá nhân", ban_khai, False),
    "ba_me_01b_ban_khai_than_nhan": ("Bản khai của thân nhân", ban_khai_than_nhan, False),
    "ba_me_02_giay_uy_quyen": ("Giấy ủy quyền của thân nhân", giay_uy_quyen, False),
    "ba_me_03_bien_ban_xet_duyet": ("Biên bản xét duyệt", bien_ban_xet, False),
    "ba_me_04_to_trinh": ("Tờ trình đề nghị tặng danh hiệu", to_trinh, False),
}
