"""Sentences and labels of lists of others: columns, questions, faults, filling templates in."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "label.ListField.ten": "Tên (cá nhân, tập thể, hộ)",
    "label.ListField.nhom_doi_tuong": "Cá nhân / tập thể / hộ",
    "label.ListField.ma": "Mã",
    "label.ListField.danh_xung": "Ông, Bà (cách gọi)",
    "label.ListField.gioi_tinh": "Giới tính",
    "label.ListField.ngay_sinh": "Ngày sinh",
    "label.ListField.ngay_sinh_nam": "Ngày sinh (cột nam)",
    "label.ListField.ngay_sinh_nu": "Ngày sinh (cột nữ)",
    "label.ListField.dan_toc": "Dân tộc",
    "label.ListField.cccd": "Số CCCD",
    "label.ListField.chuc_vu": "Chức vụ",
    "label.ListField.phong_ban": "Phòng, ban, tổ",
    "label.ListField.don_vi": "Tập thể (đơn vị)",
    "label.ListField.dia_chi": "Địa chỉ, nơi ở",
    "label.ListField.phan_loai": "Phân loại",
    "label.ListField.trinh_do": "Trình độ",
    "label.ListField.que_quan": "Quê quán",
    "label.ListField.ngay_vao_nganh": "Ngày vào ngành",
    "label.ListField.khen_thuong": "Danh hiệu, hình thức",
    "label.ListField.so_quyet_dinh": "Số quyết định",
    "label.ListField.ngay_quyet_dinh": "Ngày quyết định",
    "label.ListField.co_quan_quyet_dinh": "Cơ quan quyết định",
    "label.ListField.nam": "Năm",
    "label.ListField.thanh_tich": "Nội dung thành tích",
    "label.ListField.xep_loai": "Mức xếp loại",
    "label.ListField.diem": "Điểm",
    "label.ListField.dot_xet": "Đợt xét",
    "label.ListField.ten_sang_kien": "Tên sáng kiến, đề tài",
    "label.ListField.tac_gia": "Tác giả",
    "label.ListField.ghi_chu": "Giữ làm ghi chú",
    "label.ListField.bo_qua": "Bỏ qua",
    "label.Purpose.so": "Sổ (không lấy khen thưởng)",
    "label.Purpose.dot_xet": "Đề nghị của một đợt xét",
    "label.Purpose.da_khen": "Khen thưởng đã có",
    "label.Letters.unicode": "Unicode (giữ nguyên)",
    "label.Letters.tcvn3": "TCVN3 (phông .VnTime)",
    "label.Letters.vni": "VNI (phông VNI-Times)",
    "label.Letters.lan_lon": "Lẫn lộn: máy xét từng ô",
    # Reading.
    "list.not_old_excel": "«{file}» không phải Excel kiểu cũ (.xls), có thể là trang web hoặc văn "
    "bản đã đổi tên. Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng «Excel Workbook (*.xlsx)».",
    "list.not_text": "«{file}» không phải bảng chữ (.csv). Hãy mở bằng Excel, chọn Lưu thành (Save "
    "As) dạng «Excel Workbook (*.xlsx)» hoặc «CSV UTF-8».",
    "list.csv_damaged": "Tệp «{file}» hỏng ở dòng {line}: có thể thiếu dấu ngoặc kép. Hãy mở bằng "
    "Excel rồi lưu lại dạng «Excel Workbook (*.xlsx)».",
    "list.no_table": "Không thấy hàng tên cột nào quen thuộc trong «{file}». Cần có một cột tên "
    "(Họ và tên, Tên tập thể, Tên sáng kiến …) và ít nhất một cột nữa trong 40 dòng đầu.",
    "list.mapping_damaged": "Không đọc được tệp ghép cột «{file}». Hãy lấy lại tệp từ nơi gửi, hoặc "
    "xóa tệp ấy trong thư mục «mau_danh_sach» rồi ghép lại.",
    "list.mapping_unknown": "Cách ghép cột của «{file}» chưa được nhớ. Hãy nhập danh sách này một "
    "lần rồi xuất.",
    # Faults.
    "list.row_without_name": "Dòng có dữ liệu nhưng không có tên. Hãy ghi tên, hoặc xóa dòng.",
    "list.row_skipped": "Hiểu là dòng tiêu đề, tổng cộng hoặc chữ ký nên không nhập: «{words}».",
    "list.kept_as_note": "«{found}» không thuộc các giá trị đã biết; giữ làm ghi chú.",
    "list.no_name_column": "Chưa cột nào được ghép là tên (hoặc tên sáng kiến). Hãy chọn ở trang "
    "«Ghép cột».",
    "list.no_author": "Sáng kiến chưa có tác giả. Hãy ghi tên tác giả.",
    "list.repeated": "Dòng lặp lại: người (tập thể) này đã có «{award}» ở dòng trên; chỉ lấy một.",
    "list.questions_open": "Còn {count} câu hỏi chưa trả lời. Chưa có gì được nhập.",
    # Questions.
    "list.question_award": "Danh hiệu, hình thức nào?",
    "list.question_unit": "Tập thể nào?",
    "list.question_person": "Là ai trong sổ?",
    "list.question_household": "Hộ nào trong sổ?",
    "list.question_kind": "Cá nhân, tập thể hay hộ?",
    "list.question_year": "Năm nào?",
    "list.question_round": "Vào đợt xét nào?",
    "list.question_scope": "Phạm vi công nhận sáng kiến?",
    "list.question_letters": "Cột viết bằng bảng mã nào?",
    "list.ask_year": "Năm của danh sách «{title}»",
    "list.ask_round": "Cả danh sách",
    "list.no_issuer": "(không ghi đơn vị công nhận)",
    "list.keep_award": "Giữ như viết (ngoài danh mục)",
    "list.skip_award": "Không lấy danh hiệu, hình thức này",
    "list.skip": "Bỏ qua, không nhập",
    "list.new_unit": "Tập thể mới",
    "list.new_person": "Người mới",
    "list.new_household": "Hộ mới",
    # Filling a template in.
    "list.template_not_xlsx": "«{file}» không phải mẫu Excel .xlsx. Hãy mở bằng Excel, chọn Lưu "
    "thành (Save As) dạng «Excel Workbook (*.xlsx)».",
    "list.template_filled": "Trang «{sheet}» của mẫu đã có {count} dòng. Hãy lấy mẫu còn trống.",
    "list.template_short": "Mẫu chỉ có {rows} dòng trước phần chữ phía dưới, cần {wanted} dòng. Hãy "
    "chèn thêm dòng trống vào mẫu rồi làm lại.",
    "list.template_unusual": "Mẫu «{file}» được ghi theo cách chương trình không điền được mà "
    "không làm hỏng. Hãy mở bằng Excel, lưu lại dạng «Excel Workbook (*.xlsx)» rồi làm lại.",
    "list.template_kept": "«{file}» chính là mẫu. Hãy chọn tên khác để mẫu còn nguyên.",
    "list.question_template_award": "Mẫu gọi danh hiệu, hình thức này là gì?",
    "list.question_template_category": "Mẫu xếp loại này vào đâu?",
    "list.leave_blank": "Để trống ô ấy",
    "list.leader": "lãnh đạo",
    "list.mister": "Ông",
    "list.madam": "Bà",
    "list.laid": "{rows} dòng vào trang «{sheet}» của mẫu.",
    "list.left_out": "Mẫu này không nhận: {names}.",
    "list.exported": "Đã lưu {file}: {rows} dòng.",
    # Plain tables.
    "list.table_register": "Sổ: {kind}",
    "list.table_round": "Đề nghị của đợt: {round}",
    "list.table_papers": "Văn bản của đợt: {round}",
    "list.sheet_round": "Đề nghị",
    "list.sheet_papers": "Văn bản",
    "list.headers_ca_nhan": "STT|Mã|Họ và tên|Giới tính|Ngày sinh|Dân tộc|Chức vụ|Tập thể|Phân loại|"
    "Đối tượng|Nơi ở",
    "list.headers_tap_the": "STT|Mã|Tên tập thể|Loại|Khu vực|Trực thuộc|Người đứng đầu|Số người|"
    "Địa chỉ",
    "list.headers_ho_gia_dinh": "STT|Mã|Chủ hộ|Địa chỉ|Thôn, tổ dân phố|Số nhân khẩu",
    "list.headers_round": "STT|Mã|Tên|Cá nhân, tập thể, hộ|Chức vụ|Tập thể|Danh hiệu, hình thức|"
    "Nội dung thành tích",
    "list.headers_papers": "STT|Cấp quyết định|Văn bản|Của|Lần|Số|Ngày|Có bản ký|Tệp",
    # The command line.
    "error.help_export_list": "điền các đề nghị của một đợt vào mẫu Excel của nơi khác",
    "list.line_table": "Danh sách ở trang «{sheet}», hàng tên cột {row}, {rows} dòng. {known}",
    "list.known": "Đã biết cách ghép cột của nguồn này.",
    "list.unknown": "Nguồn mới: cách ghép cột do máy đề xuất.",
    "list.line_column": "  Cột «{header}»: {field}",
    "list.line_question": "Câu hỏi [{key}] {what} {text} ({rows} dòng). Chọn một: {choices}. Đã "
    "trả lời: {answer}",
    "list.not_mapped": "Đây là danh sách theo mẫu khác, chưa ghép cột lần nào. Hãy mở «Nhập từ "
    "Excel», trang «Danh sách khác» để xem và ghép; hoặc thêm --accept-columns để nhận cách ghép "
    "máy đề xuất ở trên.",
    "list.how_to_answer": 'Chưa nhập gì. Trả lời bằng --answer "KHÓA=TRẢ LỜI" (lặp lại được).',
    "list.help_answer": "trả lời một câu hỏi của danh sách: KHÓA=TRẢ LỜI",
    "list.help_accept_columns": "nhận cách ghép cột do máy đề xuất cho nguồn chưa biết",
    "list.answer_shape": "«{given}» không phải câu trả lời. Hãy viết KHÓA=TRẢ LỜI.",
    "list.help_list": "đọc tệp như danh sách theo mẫu khác, dù có trang trùng tên với sổ nhập",
    "list.help_sheet": "trang của danh sách, khi tệp có nhiều trang",
    "list.help_purpose": "nhập danh sách vào: so, dot_xet (đề nghị), da_khen (khen thưởng đã có)",
}
