"""What the layout checker says, and the words by which it knows the parts of a paper.

Citations are of Phụ lục I, Nghị định số 30/2020/NĐ-CP, read in its text.
"""

from __future__ import annotations

PAPER_TYPES: dict[str, str] = {
    "nghi quyet": "NQ",
    "quyet dinh": "QĐ",
    "chi thi": "CT",
    "quy che": "QC",
    "quy dinh": "QyĐ",
    "thong cao": "TC",
    "thong bao": "TB",
    "huong dan": "HD",
    "chuong trinh": "CTr",
    "ke hoach": "KH",
    "phuong an": "PA",
    "de an": "ĐA",
    "du an": "DA",
    "bao cao": "BC",
    "bien ban": "BB",
    "to trinh": "TTr",
    "hop dong": "HĐ",
    "cong dien": "CĐ",
    "ban ghi nho": "BGN",
    "ban thoa thuan": "BTT",
    "giay uy quyen": "GUQ",
    "giay moi": "GM",
    "giay gioi thieu": "GGT",
    "giay nghi phep": "GNP",
    "phieu gui": "PG",
    "phieu chuyen": "PC",
    "phieu bao": "PB",
}
"""The types of administrative papers, folded, with the abbreviation in their symbol (Phụ lục III)."""

STATE_SPELLINGS = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
"""Phụ lục I itself prints both."""

FIRST_WORDS = {"motto": "Độc lập - Tự do - Hạnh phúc", "number": "Số", "recipients": "Nơi nhận:"}

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points, in the order of the Vietnamese alphabet; no ă, â, ê, ô, ơ, ư."""

BREAKING = (
    r"[Nn]gày \d{1,2}[ \u00a0]tháng",
    r"\d{1,2} tháng \d",
    r"tháng \d{1,2} năm",
    r"\d đồng\b",
    r"\b(?:[Ôô]ng|[Bb]à) [A-ZĐÀ-Ỹ]\w+ [A-ZĐÀ-Ỹ]",
)
"""Ordinary spaces at which a line may end inside a date, an amount, a name."""

_LABELS: dict[str, str] = {
    "label.Outcome.dung": "Đúng",
    "label.Outcome.lech": "Lệch",
    "label.Outcome.khong_co": "Không có",
    "label.Outcome.khong_xet": "Không xét",
    "label.Weight.phai": "Phải",
    "label.Weight.nen": "Nên",
    "label.PaperKind.quyet_dinh": "Quyết định",
    "label.PaperKind.to_trinh": "Tờ trình",
    "label.PaperKind.bao_cao": "Báo cáo",
    "label.PaperKind.cong_van": "Công văn",
    "label.PaperKind.bien_ban": "Biên bản",
    "label.PaperKind.van_ban_co_ten_loai": "Văn bản có tên loại",
    "label.PaperKind.bao_cao_thanh_tich": "Báo cáo thành tích (có mẫu riêng)",
    "label.PaperKind.phu_luc": "Phụ lục, danh sách kèm theo",
    "label.PaperKind.khac": "Không phải loại văn bản hành chính",
    "label.PagePart.trang_giay": "Trang giấy",
    "label.PagePart.dau_van_ban": "Đầu văn bản",
    "label.PagePart.than_van_ban": "Thân văn bản",
    "label.PagePart.cuoi_van_ban": "Cuối văn bản",
    "label.PagePart.phu_luc": "Phụ lục",
    "label.PagePart.tep": "Tệp Word",
    "label.Sheet.van_ban": "văn bản hành chính",
    "label.Sheet.phu_luc": "phụ lục",
    "label.Sheet.khong": "không theo thể thức hành chính",
}

_COMPONENTS: dict[str, tuple[str, str, str]] = {
    "kho_giay": (
        "Khổ giấy",
        "I.1, I.2",
        "A4 (210 × 297 mm), theo chiều dài; chiều rộng khi có bảng, biểu",
    ),
    "le_trang": ("Lề trang", "I.3", "trên và dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm"),
    "phong_chu": ("Phông chữ", "I.4", "Times New Roman, bộ mã Unicode, màu đen"),
    "so_trang": (
        "Số trang",
        "I.7",
        "chữ số Ả Rập, cỡ 13–14, đứng, giữa lề trên, không hiển thị ở trang thứ nhất",
    ),
    "quoc_hieu": (
        "Quốc hiệu",
        "II.1.a",
        "in hoa, cỡ 12–13, đứng, đậm, phía trên cùng, bên phải trang đầu",
    ),
    "tieu_ngu": (
        "Tiêu ngữ",
        "II.1.b",
        "in thường, cỡ 13–14, đứng, đậm, giữa dưới Quốc hiệu; đường kẻ liền dài bằng dòng chữ",
    ),
    "co_quan_chu_quan": ("Tên cơ quan chủ quản", "II.2.b", "in hoa, cỡ 12–13, đứng, không đậm"),
    "co_quan_ban_hanh": (
        "Tên cơ quan ban hành",
        "II.2.b",
        "in hoa, cỡ 12–13, đứng, đậm, canh giữa; đường kẻ liền dài từ 1/3 đến 1/2 dòng chữ",
    ),
    "so_ky_hieu": (
        "Số, ký hiệu",
        "II.3.c",
        "cỡ 13, đứng, giữa dưới tên cơ quan; số nhỏ hơn 10 có số 0 phía trước",
    ),
    "dia_danh_thoi_gian": (
        "Địa danh và thời gian",
        "II.4",
        "in thường, cỡ 13–14, nghiêng, giữa dưới Quốc hiệu; ngày nhỏ hơn 10, tháng 1, 2 có số 0",
    ),
    "trich_yeu_cong_van": (
        "Trích yếu công văn",
        "II.5.b",
        "sau chữ “V/v”, cỡ 12–13, đứng, giữa dưới số và ký hiệu, cách 6pt",
    ),
    "ten_loai": ("Tên loại", "II.5.b", "in hoa, cỡ 13–14, đứng, đậm, canh giữa"),
    "trich_yeu": (
        "Trích yếu",
        "II.5.b",
        "in thường, cỡ 13–14, đứng, đậm; đường kẻ liền dài từ 1/3 đến 1/2 dòng chữ",
    ),
    "kinh_gui": (
        "Kính gửi",
        "II.9.d",
        "cỡ 13–14, đứng; một nơi thì cùng dòng, nhiều nơi thì mỗi nơi một dòng có gạch đầu dòng",
    ),
    "can_cu": (
        "Căn cứ",
        "II.6.a",
        "in thường, cỡ 13–14, nghiêng; mỗi căn cứ một dòng, cuối dòng dấu (;), dòng cuối dấu (.)",
    ),
    "noi_dung": (
        "Nội dung",
        "II.6.e",
        "cỡ 13–14, đứng, đều hai lề, đầu dòng lùi 1 hoặc 1,27 cm, đoạn cách tối thiểu 6pt, "
        "dòng từ dòng đơn đến 1,5",
    ),
    "phan_chuong": (
        "Phần, chương",
        "II.6.đ",
        "dòng riêng, giữa, đậm, số La Mã; tiêu đề in hoa, đậm",
    ),
    "muc": ("Mục, tiểu mục", "II.6.đ, V.6", "đậm, cỡ 13–14; tiêu đề in hoa, đậm"),
    "dieu": ("Điều", "II.6.đ", "“Điều 1.” đậm, số Ả Rập, sau số có dấu chấm, cỡ bằng lời văn"),
    "khoan": ("Khoản", "II.6.đ", "số Ả Rập, sau số có dấu chấm; có tiêu đề thì đậm, dòng riêng"),
    "diem": ("Điểm", "II.6.đ", "chữ cái tiếng Việt theo thứ tự, sau có dấu đóng ngoặc đơn"),
    "dau_ket_thuc": ("Dấu kết thúc “./.”", "III", "hết nội dung có dấu “./.”"),
    "quyen_han_chuc_vu": (
        "Quyền hạn, chức vụ",
        "II.7",
        "in hoa, cỡ 13–14, đứng, đậm; “TM.”, “Q.”, “KT.”, “TL.”, “TUQ.”",
    ),
    "ho_ten_nguoi_ky": (
        "Họ tên người ký",
        "II.7",
        "in thường, cỡ 13–14, đứng, đậm, giữa; không ghi học hàm, học vị, danh hiệu",
    ),
    "noi_nhan": (
        "“Nơi nhận”",
        "II.9.d",
        "dòng riêng sát lề trái, cỡ 12, nghiêng, đậm, có dấu hai chấm",
    ),
    "danh_sach_noi_nhan": (
        "Các nơi nhận",
        "II.9.d",
        "cỡ 11, đứng, gạch đầu dòng sát lề trái, cuối dòng (;), dòng cuối “- Lưu: VT, ….”",
    ),
    "so_phu_luc": (
        "Số phụ lục",
        "III.1.b",
        "dòng riêng, giữa, in thường, cỡ 14, đứng, đậm; số La Mã",
    ),
    "ten_phu_luc": ("Tên phụ lục", "III.1.b", "in hoa, cỡ 13–14, đứng, đậm, giữa"),
    "kem_theo": (
        "“(Kèm theo …)”",
        "III.1.c",
        "in thường, cỡ 13–14, nghiêng, giữa dưới tên phụ lục",
    ),
    "bang": ("Bảng", "", "dòng tiêu đề lặp lại ở mỗi trang, dòng không bị ngắt giữa hai trang"),
    "ngon_ngu": ("Ngôn ngữ của tệp", "", "chữ được đánh dấu là tiếng Việt"),
    "kieu_dinh_dang": (
        "Kiểu định dạng",
        "",
        "dùng kiểu định dạng có tên, không định dạng tay từng đoạn",
    ),
}
"""Per component: its name, its place in Phần I of Phụ lục I, what is asked in one line."""

_CITED: dict[str, str] = {
    "layout.cite": "Phụ lục I, Phần I, mục {place}",
    "layout.cite.dau_ket_thuc": "Phụ lục III, các mẫu 1.1 đến 2.2",
    "layout.cite.none": "Thực hành tốt, Nghị định không quy định",
}

# Code → (what was found, what is asked)
_DEVIATIONS: dict[str, tuple[str, str]] = {
    "size": ("cỡ chữ {found}", "cỡ {low} đến {high}"),
    "size_one": ("cỡ chữ {found}", "cỡ {low}"),
    "size_of_text": ("cỡ chữ {found}", "cỡ {size} như lời văn"),
    "bold": ("chữ không đậm", "chữ đậm"),
    "not_bold": ("chữ đậm", "chữ không đậm"),
    "italic": ("chữ không nghiêng", "chữ nghiêng"),
    "not_italic": ("chữ nghiêng", "chữ đứng"),
    "upper": ("chữ thường", "chữ in hoa"),
    "lower": ("chữ in hoa", "chữ in thường"),
    "align.center": ("không canh giữa", "canh giữa"),
    "align.both": ("không canh đều hai lề", "canh đều cả hai lề"),
    "sheet": ("khổ {width} × {height} mm", "khổ A4, 210 × 297 mm"),
    "lying": ("trang ngang mà không có bảng, biểu", "theo chiều dài khổ A4"),
    "margin.top": ("lề trên {found} mm", "{low} đến {high} mm"),
    "margin.bottom": ("lề dưới {found} mm", "{low} đến {high} mm"),
    "margin.left": ("lề trái {found} mm", "{low} đến {high} mm"),
    "margin.right": ("lề phải {found} mm", "{low} đến {high} mm"),
    "font": ("phông «{font}»", "phông Times New Roman"),
    "font_unsaid": ("tệp không ghi phông chữ", "ghi rõ phông Times New Roman"),
    "not_unicode": ("phông «{font}» không dùng mã Unicode", "phông Times New Roman, mã Unicode"),
    "colour": ("chữ màu {found}", "chữ màu đen"),
    "apart": ("dấu tách rời khỏi chữ cái (Unicode tổ hợp)", "Unicode dựng sẵn"),
    "number_below": ("số trang ở chân trang", "trong phần lề trên"),
    "number_aside": ("số trang không ở giữa", "canh giữa theo chiều ngang"),
    "number_figures": ("số trang không dùng chữ số Ả Rập", "chữ số Ả Rập"),
    "number_on_first": ("trang thứ nhất cũng hiện số trang", "không hiển thị số trang thứ nhất"),
    "number_start": ("số trang bắt đầu từ {found}", "đánh từ số 1"),
    "spelling_state": ("Quốc hiệu viết khác", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    "not_right": ("không ở bên phải, phía trên cùng", "phía trên cùng, bên phải trang đầu"),
    "motto_words": ("Tiêu ngữ viết khác", "Độc lập - Tự do - Hạnh phúc, gạch nối (-) có cách chữ"),
    "rule_missing": ("không có đường kẻ bên dưới", "có đường kẻ ngang, nét liền"),
    "rule_dashed": ("đường kẻ không phải nét liền", "đường kẻ ngang, nét liền"),
    "rule_whole": (
        "đường kẻ dài {found} mm, bằng {share}% dòng chữ",
        "dài bằng dòng chữ, khoảng {high} mm",
    ),
    "rule_third": (
        "đường kẻ dài {found} mm, bằng {share}% dòng chữ",
        "dài 1/3 đến 1/2 dòng chữ, khoảng {low} đến {high} mm",
    ),
    "single_spaced": ("giãn dòng khác dòng đơn", "cách nhau dòng đơn"),
    "number_form": ("viết khác dạng «Số: …/…»", "«Số: 05/TTr-UBND»: dấu hai chấm, gạch chéo"),
    "leading_zero": ("số {found}", "số nhỏ hơn 10 ghi thêm số 0 phía trước: 0{found}"),
    "symbol_form": ("ký hiệu «{found}»", "in hoa, gạch nối giữa các nhóm chữ, không cách chữ"),
    "symbol_type": ("chữ viết tắt tên loại là «{found}»", "«{asked}» (Phụ lục III)"),
    "date_form": (
        "viết khác dạng «…, ngày … tháng … năm …»",
        "«Hà Nội, ngày 05 tháng 01 năm 2020»",
    ),
    "date_comma": ("sau địa danh không đúng dấu phẩy", "sau địa danh có dấu phẩy, cách chữ"),
    "place_capital": ("địa danh không viết hoa", "chữ cái đầu của địa danh viết hoa"),
    "leading_zero_day": ("ngày {found}", "ngày nhỏ hơn 10 ghi thêm số 0: 0{found}"),
    "leading_zero_month": ("tháng {found}", "tháng 1, 2 ghi thêm số 0: 0{found}"),
    "zero_not_needed": ("tháng {found}", "số 0 chỉ cần cho tháng 1, 2"),
    "no_such_day": ("không có ngày này trong lịch", "ngày có thật"),
    "date_row": ("không cùng dòng với số, ký hiệu", "cùng một dòng với số, ký hiệu"),
    "subject_gap": ("sát dòng số, ký hiệu", "cách dòng 6pt với số và ký hiệu"),
    "addressee_colon": ("sau “Kính gửi” thiếu dấu hai chấm", "Kính gửi:"),
    "addressee_nobody": (
        "nơi nhận không cùng dòng với “Kính gửi”",
        "gửi một nơi thì cùng một dòng",
    ),
    "list_dash": ("đầu dòng không có gạch", "đầu dòng có gạch đầu dòng (-)"),
    "ends_semicolon": ("cuối dòng không có dấu chấm phẩy", "cuối dòng có dấu chấm phẩy (;)"),
    "ends_last": ("dòng cuối không có dấu chấm", "dòng cuối kết thúc bằng dấu chấm ({asked})"),
    "indent": ("đầu dòng lùi {found} mm", "lùi 10 mm hoặc 12,7 mm"),
    "line_spacing": ("khoảng cách dòng {found}", "từ dòng đơn đến 1,5 dòng"),
    "gap": ("các đoạn cách nhau {found} pt", "tối thiểu 6 pt"),
    "roman": ("số thứ tự không phải số La Mã", "số La Mã"),
    "arabic": ("số thứ tự không phải số Ả Rập", "chữ số Ả Rập"),
    "article_dot": ("sau số thứ tự không có dấu chấm", "sau số thứ tự có dấu chấm (.)"),
    "order": ("số thứ tự không liên tục", "đánh số theo thứ tự"),
    "clause_dot": ("sau số thứ tự không phải dấu chấm", "sau số thứ tự có dấu chấm (.)"),
    "clause_bold": (
        "số thứ tự đậm mà lời văn cùng dòng không đậm",
        "số thứ tự và tiêu đề đậm, trên một dòng riêng",
    ),
    "point_bracket": ("sau chữ cái không phải dấu đóng ngoặc đơn", "a), b), c)…"),
    "point_lower": ("chữ cái in hoa", "chữ in thường"),
    "point_order": ("không theo thứ tự bảng chữ cái tiếng Việt", "a, b, c, d, đ, e, g, h, i…"),
    "end_not_last": ("sau “./.” còn lời văn", "“./.” ở cuối nội dung"),
    "power_form": (
        "chữ viết tắt quyền hạn viết khác",
        "“TM.”, “Q.”, “KT.”, “TL.”, “TUQ.” và cách chữ",
    ),
    "power_alone": ("dưới quyền hạn không có chức vụ người ký", "ghi chức vụ của người ký"),
    "name_title": ("trước họ tên có học hàm, học vị, danh hiệu", "chỉ ghi họ và tên"),
    "recipients_colon": (
        "viết khác «Nơi nhận:»",
        "“Nơi nhận” và dấu hai chấm, trên một dòng riêng",
    ),
    "not_left": ("không sát lề trái", "sát lề trái"),
    "keeper_missing": ("không có dòng “- Lưu: VT, …”", "dòng cuối là “- Lưu: VT, ….”"),
    "keeper_form": ("dòng lưu viết khác", "“- Lưu: VT, <đơn vị soạn thảo>.”"),
    "keeper_last": ("dòng lưu không ở cuối", "dòng cuối là “- Lưu: VT, ….”"),
    "as_above": ("có “Kính gửi” mà không có “- Như trên;”", "dưới “Nơi nhận” là “- Như trên;”"),
    "annex_numbers": (
        "số thứ tự phụ lục không đúng",
        "từ hai phụ lục trở lên đánh số La Mã: I, II…",
    ),
    "note_brackets": ("không đặt trong ngoặc đơn", "(Kèm theo …)"),
    "header_repeats": ("dòng tiêu đề bảng không lặp lại", "lặp lại ở mỗi trang"),
    "row_splits": ("dòng của bảng có thể bị ngắt giữa hai trang", "không ngắt dòng"),
    "keep_next": (
        "khối chữ ký có thể đứng một mình ở trang sau",
        "giữ đoạn cuối cùng trang với chữ ký",
    ),
    "sign_splits": ("khối chữ ký có thể bị ngắt giữa hai trang", "không ngắt dòng của khối chữ ký"),
    "breaks": (
        "ngày, số tiền hoặc họ tên có thể bị ngắt dòng",
        "dấu cách không ngắt (Ctrl+Shift+Space)",
    ),
    "language": ("ngôn ngữ của chữ: {found}", "tiếng Việt (vi-VN)"),
    "styles": ("chỉ dùng kiểu {found}", "kiểu định dạng có tên tiếng Việt"),
}

_FILES: dict[str, str] = {
    "layout.broken": "Không đọc được «{file}»: tệp Word hỏng ({detail}). Mở lại bằng Word và lưu lại.",
    "layout.owner_file": "«{file}» không phải văn bản mà là tệp ẩn Word để cạnh tệp đang mở. Hãy chọn "
    "tệp mà Word đang mở.",
    "layout.unreadable": "Không đọc được «{file}»: {reason}.",
    "layout.not_word": "«{file}» không phải tệp Word .docx. Mở bằng Word và lưu dạng «Word Document».",
    "layout.old_word": "«{file}» là tệp Word đời cũ (.doc). Mở bằng Word và lưu dạng .docx rồi kiểm tra lại.",
    "layout.locked": "«{file}» đang đặt mật khẩu. Bỏ mật khẩu trong Word rồi kiểm tra lại.",
    "layout.too_big": "«{file}» quá lớn (hơn {limit} MB). Bỏ bớt ảnh hoặc chia tệp rồi kiểm tra lại.",
    "layout.too_long": "«{file}» quá dài (hơn {limit} đoạn). Chia tệp rồi kiểm tra lại.",
    "layout.entities": "Không nhận «{file}»: phần {part} có khai báo lạ, có thể gây hại. Lưu lại bằng Word.",
    "layout.notice.macro": "Tệp có chứa macro. Chương trình chỉ đọc chữ, không chạy macro; nên lưu dạng .docx.",
    "layout.notice.outside": "Tệp trỏ ra ngoài: {links}. Chương trình không mở các địa chỉ này.",
    "layout.notice.tracked": "Tệp còn theo dõi sửa đổi: đã xét như khi chấp nhận hết.",
    "layout.notice.template": "Tệp là mẫu còn ô {{{{ … }}}} chưa điền. Hãy lập văn bản từ mẫu rồi kiểm tra văn bản ấy.",
    "layout.notice.boxes": "Tệp có khung chữ: chữ trong khung không được xét.",
}

_ANSWERS: dict[str, str] = {
    "layout.line.file": "{file}: {kind}; {deviations} chỗ lệch, {advice} điều nên làm",
    "layout.line.judged": "  {outcome}  {name}{quote}",
    "layout.line.deviation": "      {weight}: {found}; quy định: {asked}{times}{quote} [{cite}]",
    "layout.line.missing": "      Phải có: {asked} [{cite}]",
    "layout.line.notice": "  Lưu ý: {sentence}",
    "layout.quote": " «{quote}»",
    "layout.times": " ({times} chỗ)",
    "layout.missing": "không có, mà loại văn bản này phải có",
    "layout.absent": "không có; loại văn bản này không buộc phải có",
}

TEXTS: dict[str, str] = {
    **_LABELS,
    **{f"label.Component.{key}": name for key, (name, _, _) in _COMPONENTS.items()},
    **{f"layout.place.{key}": place for key, (_, place, _) in _COMPONENTS.items()},
    **{f"layout.rule.{key}": rule for key, (_, _, rule) in _COMPONENTS.items()},
    **{f"layout.found.{key}": found for key, (found, _) in _DEVIATIONS.items()},
    **{f"layout.asked.{key}": asked for key, (_, asked) in _DEVIATIONS.items()},
    **_CITED,
    **_FILES,
    **_ANSWERS,
}
