"""Sentences for people: faults of a workbook's cells, of the whole file, and of answers.

A fault says what is wrong and what is expected; where it is, its place says.
"""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # The place.
    "fault.not_registered": "«{recipient}» chưa đăng ký phong trào {movement}; thêm dòng ở trang "
    "«Đăng ký phong trào».",
    "fault.no_such_target": "Phong trào {movement} không có chỉ tiêu «{content}» của năm/giai đoạn "
    "«{period}»; nội dung và năm phải ghi như ở trang «Chỉ tiêu» hoặc «Chỉ tiêu đơn vị».",
    "fault.no_such_member": "Cụm khối {cluster} không có đơn vị «{member}»; ghi như ở trang «Đơn vị cụm khối».",
    "fault.no_such_criterion": "Cụm khối {cluster} không có tiêu chí số {number}; thêm ở trang «Tiêu chí cụm khối».",
    "fault.points_beyond": "{member}, tiêu chí {number}: {points} điểm ngoài khung của tiêu chí (từ 0 đến {most}).",
    "fault.line": "Trang «{sheet}», dòng {row}, cột «{column}»: {message}",
    "fault.line_row": "Trang «{sheet}», dòng {row}: {message}",
    "fault.line_sheet": "Trang «{sheet}»: {message}",
    # The whole file.
    "fault.book_damaged": "Không đọc được tệp «{file}»: tệp hỏng hoặc bị sửa dở. Hãy mở "
    "bằng Excel, chọn Lưu thành (Save As) dạng «Excel Workbook (*.xlsx)» rồi nhập lại.",
    "fault.book_encrypted": "Tệp «{file}» có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu (Tệp, "
    "Thông tin, Bảo vệ sổ làm việc), lưu lại rồi nhập.",
    "fault.book_old_format": "Tệp «{file}» là Excel kiểu cũ (.xls). Hãy mở bằng Excel, chọn "
    "Lưu thành (Save As) dạng «Excel Workbook (*.xlsx)» rồi nhập tệp mới.",
    "fault.book_macro": "Tệp «{file}» có macro (.xlsm). Hãy mở bằng Excel, chọn Lưu thành "
    "(Save As) dạng «Excel Workbook (*.xlsx)» rồi nhập tệp mới.",
    "fault.book_renamed": "Tên tệp «{file}» không kết thúc bằng .xlsx. Hãy mở bằng Excel, "
    "chọn Lưu thành (Save As) dạng «Excel Workbook (*.xlsx)» rồi nhập tệp mới.",
    "fault.book_owner_file": "«{file}» không phải sổ mà là tệp ẩn Excel để cạnh tệp đang mở. Hãy chọn "
    "«{meant}» (đóng Excel trước).",
    "fault.book_not_excel": "«{file}» không phải sổ Excel .xlsx (có thể là csv, Word hoặc tệp "
    "khác đã đổi tên). Hãy mở bằng Excel, chọn Lưu thành (Save As) dạng «Excel Workbook "
    "(*.xlsx)».",
    "fault.book_empty_file": "Tệp «{file}» rỗng (0 byte). Hãy chép lại từ nơi gửi.",
    "fault.book_file_large": "Tệp «{file}» lớn hơn {longest} MB. Hãy bỏ hình ảnh trong sổ "
    "hoặc tách thành nhiều sổ.",
    "fault.book_too_large": "Tệp «{file}» giải nén ra quá lớn. Hãy tách thành nhiều sổ, hoặc "
    "chép dữ liệu sang sổ nhập trống mới.",
    "fault.book_sheet_large": "Trang «{sheet}» của «{file}» có ô ở quá xa (chỉ nhận {rows} dòng, "
    "{columns} cột). Hãy xóa các dòng, cột thừa ở cuối trang rồi lưu lại.",
    "fault.book_no_sheets": "Tệp «{file}» không có trang nào của sổ nhập. Tên trang phải là "
    "một trong: {sheets}. Hãy lấy sổ nhập trống của chương trình rồi chép dữ liệu vào.",
    "fault.book_text_too_long": "Trang «{sheet}», dòng {row}: chữ trong một ô dài {found} ký tự, "
    "Excel chỉ chứa {longest}. Hãy rút gọn rồi xuất lại.",
    # Sheets and columns.
    "fault.sheet_unknown": "Trang «{sheet}» không thuộc sổ nhập nên không được đọc.",
    "fault.sheet_unknown_near": "Trang «{sheet}» không thuộc sổ nhập nên không được đọc. Nếu là "
    "trang «{near}» thì hãy đổi lại tên trang.",
    "fault.no_header": "Không tìm thấy hàng tên cột trong {rows} dòng đầu. Cần có các cột: "
    "{columns}.",
    "fault.column_repeated": "Có hai cột cùng tên «{column}». Hãy giữ một cột, đổi tên cột kia.",
    "fault.column_missing": "Thiếu cột «{column}», cột này bắt buộc phải có.",
    # Cells.
    "fault.required": "Ô trống. Cột «{column}» bắt buộc phải ghi.",
    "fault.cell_error": "Công thức báo lỗi {found}. Hãy sửa công thức hoặc ghi thẳng giá trị.",
    "fault.not_computed": "Ô có công thức nhưng tệp chưa lưu kết quả. Hãy mở bằng Excel, lưu "
    "lại, hoặc ghi thẳng giá trị.",
    "fault.excel_date": "Excel đã đổi ô này thành ngày ({found}). Hãy định dạng ô là «Văn bản» "
    "(Text) rồi gõ lại số, ký hiệu hoặc mã.",
    "fault.code_shape": "Mã «{found}» không dùng được. Một mã dài tối đa {longest} ký tự, không "
    "chứa dấu chấm phẩy và không xuống dòng.",
    "fault.not_a_number": "«{found}» không phải là số. Hãy ghi số theo cách viết Việt Nam, ví dụ "
    "2.326 hoặc 31,1, không kèm chữ.",
    "fault.not_whole": "«{found}» không phải số nguyên. Hãy ghi số nguyên, ví dụ 2.326.",
    "fault.negative": "«{found}» là số âm. Hãy ghi số từ 0 trở lên.",
    "fault.figure_not_number": "«{found}» không phải là số nên không so sánh được với kế hoạch; "
    "chương trình giữ nguyên chữ. Nếu có thể, hãy chỉ ghi số, ví dụ 99,5.",
    "fault.not_a_date": "«{found}» không phải là ngày. Hãy ghi dd/mm/yyyy, ví dụ 05/09/1988; ngày "
    "sinh và mốc thời gian có thể ghi mm/yyyy hoặc yyyy.",
    "fault.date_short_year": "«{found}» ghi năm hai chữ số. Hãy ghi năm đủ bốn chữ số, ví dụ "
    "05/09/1988.",
    "fault.date_impossible": "Ngày «{found}» không có trong lịch. Hãy kiểm tra ngày, tháng (ngày "
    "trước, tháng sau).",
    "fault.date_not_full": "«{found}» chưa đủ ngày, tháng, năm. Cột này cần ngày đầy đủ "
    "dd/mm/yyyy.",
    "fault.date_too_old": "«{found}» trước năm {first}. Hãy kiểm tra lại năm.",
    "fault.date_future": "«{found}» là ngày chưa đến (hôm nay {today}). Hãy kiểm tra lại.",
    "fault.date_year_typed": "Ô đang hiện ngày {found}, có lẽ do gõ năm {year} vào ô định dạng "
    "ngày. Hãy định dạng ô là «Văn bản» (Text) rồi gõ lại.",
    "fault.date_from_serial": "Ô chứa số {found}; chương trình hiểu là ngày {read} (cách Excel "
    "đếm ngày). Hãy kiểm tra lại.",
    "fault.not_a_year": "«{found}» không phải là năm. Hãy ghi 2025, hoặc năm học 2025-2026.",
    "fault.year_out_of_range": "Năm «{found}» ngoài khoảng {first} đến {last}. Hãy kiểm tra lại.",
    "fault.not_a_choice": "«{found}» không có trong danh sách. Hãy chọn một trong: {choices}.",
    "fault.not_a_mark": "«{found}» không rõ là có hay không. Hãy ghi «x» nếu có, để trống nếu "
    "không.",
    "fault.cccd_padded": "Số CCCD «{found}» thiếu số 0 ở đầu do Excel bỏ; chương trình đọc là "
    "{read}. Hãy đối chiếu với thẻ.",
    "fault.cccd_shape": "«{found}» không phải số CCCD. Số CCCD có đúng {digits} chữ số, không có "
    "chữ cái.",
    "fault.branch_unknown": "«{award}» không có tiêu chuẩn nào là «{found}», nên khi thẩm định "
    "chương trình tự chọn tiêu chuẩn gần đạt nhất. Hãy ghi điểm của luật (ví dụ «điểm d») hoặc "
    "một trong: {choices}.",
    "fault.award_unknown": "Danh mục không có danh hiệu, hình thức «{found}». Hãy ghi theo danh "
    "sách chọn của cột.",
    "fault.award_unknown_near": "Danh mục không có danh hiệu, hình thức «{found}». Gần nhất: "
    "{near}.",
    "fault.one_of_missing": "Dòng này bỏ trống cả {columns}. Hãy ghi ít nhất một mục.",
    "fault.office_days": "«{key}» phải là ngày, nhiều ngày tách bằng dấu chấm phẩy, như 12/09/2026; "
    "19/12/2026.",
    "fault.end_before_start": "«{end}» ({last}) trước «{start}» ({first}). Hãy sửa một trong hai "
    "ngày.",
    "fault.example_changed": "Dòng này bắt đầu bằng «{mark}» nên bị coi là dòng mẫu và không được "
    "nhập. Nếu là dữ liệu thật, hãy đổi Mã (hoặc bỏ «{mark}» ở cột đầu).",
    # Rows against rows.
    "fault.same_identity": "Dòng này giống dòng {row} mà cả hai đều để trống Mã nên không phân "
    "biệt được. Hãy ghi Mã riêng cho từng dòng, hoặc xóa một dòng nếu là một.",
    "fault.row_repeated": "Dòng này trùng hoàn toàn với dòng {row}; chương trình chỉ lấy một.",
    "fault.row_differs": "Dòng này và dòng {row} cùng là «{key}» nhưng khác nhau ở cột {columns}. "
    "Hãy giữ một dòng đúng.",
    "fault.code_of_other_sheet": "Mã «{key}» đã dùng ở trang «{sheet}», dòng {row}. Mỗi tập thể, "
    "cá nhân, hộ gia đình cần Mã riêng.",
    "fault.cccd_shared": "Số CCCD này trùng với {name} ở dòng {row}. Hai người không thể chung "
    "một số: hãy kiểm tra số, hoặc dùng chung một Mã nếu là một người.",
    "fault.maybe_same_person": "{name} trùng họ tên và ngày sinh với dòng {row} (Mã {key}). Nếu "
    "là một người thì hãy dùng chung một Mã.",
    # Against the books.
    "fault.code_unknown": "Không có Mã «{found}» ở trang {sheets} và trong sổ. Hãy kiểm tra lại "
    "Mã.",
    "fault.code_unknown_near": "Không có Mã «{found}» ở trang {sheets} và trong sổ. Gần nhất: "
    "{near}.",
    "fault.code_ambiguous": "«{found}» là tên của nhiều đối tượng: {near}. Hãy ghi Mã thay cho "
    "tên.",
    "fault.code_by_name": "«{found}» được hiểu là Mã «{code}».",
    "fault.code_taken": "Trong sổ, Mã «{found}» đã là của {kind} «{name}». Hãy dùng Mã khác.",
    "fault.maybe_in_books": "{name} trùng họ tên và ngày sinh với người đã có trong sổ (Mã "
    "{key}). Nếu là một người thì hãy dùng Mã đó.",
    "fault.parent_is_self": "Mã «{found}» trỏ về chính dòng này. Hãy ghi Mã cấp trên, hoặc để "
    "trống.",
    "fault.not_nominated": "Đợt «{round}» không có đề nghị này cho «{found}». Hãy kiểm tra Mã đối "
    "tượng và danh hiệu, hoặc thêm dòng ở trang Đề nghị.",
    "fault.form_unknown": "Không có biểu mẫu «{found}». Các biểu mẫu đang có: {near}.",
    "fault.question_unknown": "Biểu mẫu «{form}» không hỏi «{found}». Gần nhất: {near}.",
    "fault.question_not_asked": "Câu «{found}» của biểu mẫu «{form}» do chương trình tự điền từ "
    "sổ, không trả lời ở đây. Hãy xóa dòng này.",
    "fault.question_is_table": "Câu «{found}» là một bảng. Hãy ghi từng ô dạng {example}.",
    "fault.question_repeated": "Câu này đã trả lời ở dòng {row}. Hãy giữ một dòng.",
    "fault.evidence_missing": "Không thấy tệp minh chứng «{found}» cạnh sổ nhập. Dòng vẫn "
    "được nhập; hãy bổ sung tệp sau.",
    "fault.evidence_outside": "Đường dẫn minh chứng «{found}» ra ngoài thư mục đặt sổ nhập. Hãy "
    "chép tệp vào thư mục đó và ghi đường dẫn tương đối, ví dụ minh-chung/anh-1.jpg.",
    "fault.evidence_link": "«{found}» là lối tắt hoặc không phải tệp thường. Hãy chép chính "
    "tệp vào thư mục đặt sổ nhập.",
    # Answers to a form's questions.
    "fault.answer_required": "Câu «{label}» chưa trả lời.",
    "fault.answer_date": "Câu «{label}» cần một ngày dd/mm/yyyy.",
    "fault.answer_year": "Câu «{label}» cần một năm, ví dụ 2025 hoặc 2025-2026.",
    "fault.answer_integer": "Câu «{label}» cần một số nguyên.",
    "fault.answer_choice": "Câu «{label}» cần một trong: {choices}.",
    "fault.answer_max_words": "Câu «{label}» dài quá {max_words} từ. Hãy rút gọn.",
    "fault.answer_pattern": "Câu «{label}» chưa đúng dạng cần ghi.",
    "fault.answer_min": "Câu «{label}» cần từ {min} trở lên.",
    "fault.answer_max": "Câu «{label}» cần từ {max} trở xuống.",
    # What an import says when it is done or refused.
    "fault.has_fatal": "Có {count} chỗ phải sửa nên chưa nhập dòng nào. Hãy xem từng chỗ trong "
    "danh sách hoặc trong bản đã đánh dấu, sửa rồi nhập lại.",
    "fault.summary_fatal": "{count} chỗ phải sửa.",
    "fault.summary_notice": "{count} chỗ nên xem lại.",
    "fault.summary_sheet": "Trang «{sheet}»: {new} dòng mới, {same} dòng đã có, {changed} dòng "
    "khác với sổ.",
    "fault.change": "Trang «{sheet}», dòng {row}, {key}: {differences}",
    "fault.difference": "{column}: «{old}» → «{new}»",
    "fault.operation_import": "Nhập sổ {file}",
    "fault.backup_reason": "truoc-nhap",
    "fault.whole_sheet": "cả trang",
}
