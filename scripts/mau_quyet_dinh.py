"""Mẫu quyết định công nhận danh hiệu và công văn: nộp, trả hồ sơ, xin ý kiến."""

from __future__ import annotations

from collections.abc import Sequence

from mau_chung import (
    END,
    GAP,
    annex,
    can_cu,
    committee_signature,
    grid,
    grouped,
    letter_heading,
    office_heading,
)
from the_thuc import KEEP, KEEP_LINES, NBSP, para, receivers, signature, tag, title

ART = f"**Điều{NBSP}"
CHAIRMAN = "Chủ tịch Ủy ban nhân dân {{ co_quan.noi }}"
MONEY = (
    "Các {{ %s.so_luong.doi_tuong }} có tên tại " + f"Điều{NBSP}1 " +
    "được thưởng tiền {%% if %s.tien_thuong.co_tong %%}theo mức ghi trong danh sách; tổng số tiền "
    "thưởng là {{ %s.tien_thuong.tong }} ({{ %s.tien_thuong.tong_chu }})"
    "{%% if %s.tien_thuong.luong_co_so %%}, tính theo mức lương cơ sở "
    "{{ %s.tien_thuong.luong_co_so }}{%% endif %%}{%% else %%}theo mức quy định của pháp luật"
    "{%% endif %%}, trích từ Quỹ thi đua, khen thưởng của {{ co_quan.noi }}."
)
AFTER = '<w:spacing w:before="120"/>'


def decision(branch: str, act: str, proposal: str, publish: str = "") -> list[str]:
    """Quyết định of the commune's chairman on one part of a round, with its list as the annex.

    `branch` holds who is recognised, `act` says what is done; `publish` is one more article.
    """
    last = 3 if publish else 2
    end = f"{{% if co_tien_thuong %}}{last + 1}{{% else %}}{last}{{% endif %}}"
    before_last = f"{{% if co_tien_thuong %}}{last}{{% else %}}{last - 1}{{% endif %}}"
    left = receivers([f"- Như Điều{NBSP}{end};", "- Hội đồng TĐ-KT {{ co_quan.noi }};",
                      "- Lưu: VT, {{ co_quan.luu }}."])
    columns = (("STT", "stt", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 45),
               ("Chức vụ, đơn vị, địa chỉ", "chuc_vu_don_vi", "O", 50),
               ("Danh hiệu", "hinh_thuc", "O", 30), ("Tiền thưởng (đồng)", "tien_thuong",
                                                     "OPhai", 23))
    money = MONEY.replace("%s", branch).replace("%%", "%")
    return [
        office_heading(),
        title("QUYẾT ĐỊNH", [f"Về việc {act[0].lower()}{act[1:]}"]),
        para("CHỦ TỊCH ỦY BAN NHÂN DÂN {{ co_quan.noi | hoa }}", "ThamQuyen"),
        *can_cu(proposal),
        para("QUYẾT ĐỊNH:", "ThamQuyen", extra='<w:spacing w:before="120" w:after="200"/>'),
        tag(f"if {branch}.khen_thuong | length > 1"),
        para(f"{ART}1.** {act} cho {{{{ {branch}.so_luong.tong }}}} (có danh sách kèm theo), gồm:"),
        tag(f"for k in {branch}.khen_thuong"),
        para("- {{ k.hanh_dong }} cho {{ k.so_luong }}{{ k.dau }}"),
        tag("endfor"),
        tag("else"),
        tag(f"for k in {branch}.khen_thuong"),
        para(ART + "1.** {{ k.hanh_dong }} cho {{ k.so_luong }} (có danh sách kèm theo)."),
        tag("endfor"),
        tag("endif"),
        tag("if co_tien_thuong"),
        para(ART + "2.** " + money),
        tag("endif"),
        *([para(f"{ART}{before_last}.** {publish}")] if publish else []),
        para(f"{ART}{end}.** Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng Hội đồng "
             "nhân dân và Ủy ban nhân dân, Trưởng {{ co_quan.phong_trinh | thuong_dau }}, thủ "
             "trưởng các cơ quan, đơn vị có liên quan và các {{ " + branch + ".so_luong.doi_tuong "
             f"}}}} có tên tại Điều{NBSP}1 chịu trách nhiệm thi hành Quyết định này./.",
             extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature(on_behalf=False)),
        *annex(["DANH SÁCH {{ " + branch + ".so_luong.doi_tuong | hoa }} ĐƯỢC CÔNG NHẬN DANH HIỆU"],
               "(Kèm theo Quyết định số {{ van_ban_nay.so }} {{ van_ban_nay.ngay }} của "
               + CHAIRMAN + ")"),
        grouped(f"{branch}.nhom", columns),
        para("Tổng số: **{{ " + branch + ".so_luong.tong }}** ({{ " + branch
             + ".so_luong.tong_chu }}){% if " + branch + ".tien_thuong.co_tong %}. Tổng tiền "
             "thưởng bằng chữ: {{ " + branch + ".tien_thuong.tong_chu }}{% endif %}./.",
             extra=AFTER),
    ]


def danh_hieu() -> list[str]:
    """Quyết định công nhận danh hiệu thi đua."""
    return decision(
        "danh_hieu", "Công nhận danh hiệu thi đua {{ dot.nam }}",
        "Theo đề nghị của {{ co_quan.phong_trinh }} tại Tờ trình {{ van_ban.to_trinh.so_va_ngay }}."
    )


def letter(subject: str, body: Sequence[str], closing: str) -> list[str]:
    """Công văn to one or several, closing with a sentence that stays with the signature."""
    left = receivers(["- Như trên;", "- Lưu: VT, {{ co_quan.luu }}."])
    return [
        letter_heading(subject),
        GAP,
        tag("if kinh_gui | length == 1"),
        para("Kính gửi: {{ kinh_gui[0].ten }}", "KinhGui", extra='<w:spacing w:before="240"/>'),
        tag("else"),
        para("Kính gửi:", "KinhGuiDong",
             extra=KEEP + '<w:spacing w:before="240"/><w:ind w:left="1985" w:firstLine="0"/>'),
        tag("for n in kinh_gui"),
        para("- {{ n.ten }}{% if loop.last %}.{% else %};{% endif %}", "KinhGuiDong"),
        tag("endfor"),
        GAP,
        tag("endif"),
        *body,
        para(closing, extra=KEEP_LINES),
        GAP,
        signature(left, committee_signature()),
    ]


def de_nghi_lap_ho_so() -> list[str]:
    """Công văn asking the units for their dossiers."""
    body = [
        para("Để tổ chức xét, đề nghị khen thưởng {{ dot.noi_dung }}, {{ co_quan.ten }} đề nghị "
             "các cơ quan, đơn vị, thôn, tổ dân phố bình xét, lập và nộp hồ sơ như sau:"),
        para("1. Hồ sơ gồm:", extra=KEEP),
        tag("for h in ho_so"),
        para("- {{ h.ten }}{% if h.ghi_chu %} ({{ h.ghi_chu }}){% endif %}"
             "{% if loop.last %}.{% else %};{% endif %}"),
        tag("endfor"),
        para("2. Nơi nhận hồ sơ: {{ noi_nhan_ho_so }}."),
        para("3. Thời hạn: trước ngày {{ han_nop }}."),
        tag("if luu_y"),
        para("{{ luu_y }}"),
        tag("endif"),
    ]
    return [*letter("lập, nộp hồ sơ đề nghị khen thưởng {{ dot.nam }}", body,
                    "Đề nghị các cơ quan, đơn vị thực hiện đúng nội dung và thời hạn nêu "
                    "trên./."), END]


def giao_nop() -> list[str]:
    """Công văn handing the dossier in."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Tài liệu", "ten", "O", 118),
               ("Số lượng", "so_luong", "OGiua", 30))
    body = [
        para("{{ co_quan.ten }} nộp hồ sơ đề nghị khen thưởng {{ dot.noi_dung }} cho "
             "{{ so_luong.tong }}, gồm:", extra=KEEP),
        tag("for k in khen_thuong"),
        para("- {{ k.ten }}: {{ k.so_luong }}{{ k.dau }}"),
        tag("endfor"),
        para("Hồ sơ gồm {{ so_bo }} bộ, mỗi bộ có các tài liệu sau:", extra=KEEP),
        grid("ho_so", columns),
        para("", "KhoangTrong", extra=AFTER),
    ]
    return [*letter("nộp hồ sơ đề nghị khen thưởng {{ dot.nam }}", body,
                    "{{ co_quan.ten }} đề nghị quý cơ quan tiếp nhận, xem xét./."), END]


def tra_ho_so() -> list[str]:
    """Công văn returning dossiers: what each lacks, until when."""
    columns = (("STT", "{{ loop.index }}", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 40),
               ("Đề nghị", "hinh_thuc", "O", 36), ("Nội dung chưa đạt, còn thiếu", "con_thieu",
                                                  "O", 72))
    body = [
        para("{{ co_quan.ten }} đã thẩm định hồ sơ đề nghị khen thưởng {{ dot.noi_dung }} của "
             "quý cơ quan, đơn vị. Các hồ sơ sau đây chưa đạt yêu cầu, được gửi trả:", extra=KEEP),
        grid("ho_so_tra", columns),
        para("Đề nghị bổ sung, hoàn chỉnh và gửi lại {{ co_quan.phong_trinh }} trước ngày "
             "{{ han_bo_sung }}.",
             extra=AFTER),
    ]
    return [*letter("trả hồ sơ đề nghị khen thưởng {{ dot.nam }}", body,
                    "{{ co_quan.ten }} thông báo để quý cơ quan, đơn vị biết, thực hiện./."), END]


def xin_y_kien() -> list[str]:
    """Công văn xin ý kiến (hiệp y), with the list as its annex."""
    columns = (("STT", "stt", "OGiua", 12), ("Họ và tên, tên tập thể", "ten", "O", 52),
               ("Đơn vị", "don_vi", "O", 46), ("Danh hiệu, hình thức đề nghị", "hinh_thuc", "O",
                                              50))
    body = [
        para("{{ co_quan.ten }} đang xem xét, đề nghị khen thưởng {{ dot.noi_dung }} cho "
             "{{ so_luong.tong }} (danh sách tại Phụ lục kèm theo). {{ co_quan.ten }} đề nghị quý "
             "cơ quan cho ý kiến về:"),
        para("{{ noi_dung_xin_y_kien }}"),
        para("Ý kiến bằng văn bản gửi về {{ co_quan.phong_trinh }} trước ngày {{ han_tra_loi }}."),
    ]
    return [
        *letter("xin ý kiến về việc khen thưởng {{ dot.nam }}", body,
                "Trân trọng cảm ơn sự phối hợp của quý cơ quan./."),
        *annex(["DANH SÁCH XIN Ý KIẾN"],
               "(Kèm theo Công văn số {{ van_ban_nay.so }} {{ van_ban_nay.ngay }} của "
               "{{ co_quan.ten }})"),
        grid("niem_yet.dong", columns),
        para("Tổng số: **{{ so_luong.tong }}** ({{ so_luong.tong_chu }})./.", extra=AFTER),
    ]


PAPERS = {
    "quyet_dinh_cong_nhan_danh_hieu":
        ("Quyết định công nhận danh hiệu thi đua", danh_hieu, False),
    "cong_van_de_nghi_lap_ho_so": ("Công văn đề nghị lập, nộp hồ sơ", de_nghi_lap_ho_so, False),
    "cong_van_giao_nop_ho_so": ("Công văn giao nộp hồ sơ", giao_nop, False),
    "cong_van_tra_ho_so": ("Công văn trả hồ sơ", tra_ho_so, False),
    "cong_van_xin_y_kien": ("Công văn xin ý kiến", xin_y_kien, False),
}
