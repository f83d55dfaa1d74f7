"""Sentences of the register of outgoing papers and of issuing: states, gaps, warnings, refusals."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "label.NumberState.giu": "Giữ trước",
    "label.NumberState.da_cap": "Đã cấp",
    "label.NumberState.huy": "Đã hủy",
    "label.NumberState.viec_khac": "Cấp cho việc khác",
    "number.unexplained": "Chưa rõ",
    "number.shape": "Số «{number}» chưa đúng dạng. Hãy ghi số, hoặc số và ký hiệu, ví dụ 45 hoặc "
    "45/TTr-UBND.",
    "number.used": "Số {shown} năm {year} đã cấp cho «{title}»{day}. Hãy xem lại số văn thư cho, "
    "hoặc sửa số của văn bản kia trước.",
    "number.used_day": " ngày {day}",
    "number.huy": "Số {shown} năm {year} đã hủy ({reason}). Nếu hủy nhầm thì vào «Văn bản», «Sổ số» "
    "bỏ dòng đó rồi ghi lại.",
    "number.viec_khac": "Số {shown} năm {year} đã ghi là cấp cho việc khác ({reason}). Nếu ghi nhầm "
    "thì vào «Văn bản», «Sổ số» bỏ dòng đó rồi ghi lại.",
    "number.giu": "Số {shown} năm {year} đã giữ trước ({reason}).",
    "number.issued": "«{title}» đã ban hành với số {number}: số và ngày không sửa được nữa. Hãy lập "
    "bản thay thế.",
    "number.needs_reason": "Hãy ghi lý do: giữ cho văn bản nào, vì sao hủy, hoặc cấp cho việc gì.",
    "number.range": "Từ số {first} đến số {last} chưa đúng: hãy ghi số từ 1 trở lên, số đầu không "
    "lớn hơn số cuối, mỗi lần nhiều nhất {most} số.",
    "number.series": "«{series}» chưa đúng ký hiệu. Hãy ghi như TTr-UBND.",
    "number.not_loose": "Số {shown} đang dùng cho «{title}» nên không bỏ được. Hãy ghi số khác cho văn "
    "bản ấy trước.",
    "number.gap_one": "{series} năm {year}: số {first} chưa rõ cấp cho văn bản nào.",
    "number.gap_many": "{series} năm {year}: từ số {first} đến số {last} chưa rõ cấp cho văn bản nào.",
    "number.backwards": "Ngày chạy ngược: {high} ghi ngày {high_day}, trước ngày {low_day} của "
    "{low}.",
    "number.other_type": "Ký hiệu {given} không phải của loại văn bản này; «{title}» mang ký hiệu {asked}. "
    "Hãy xem lại số văn thư cho.",
    "number.replaced": "đã có bản thay thế",
    "number.of_round": "{title} ({round})",
    "number.operation_aside": "Sổ số: {state} {count} số {series} năm {year} ({reason})",
    "number.operation_free": "Sổ số: bỏ dòng {shown} năm {year}",
    "number.export_sheet": "So van ban di",
    "number.export_title": "SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM {year} – Thi đua, khen thưởng",
    "number.column_number": "Số, ký hiệu văn bản",
    "number.column_day": "Ngày, tháng văn bản",
    "number.column_title": "Tên loại và trích yếu nội dung",
    "number.column_state": "Tình trạng",
    "number.column_note": "Ghi chú",
    "issue.already": "«{title}» đã ban hành rồi.",
    "issue.no_number": "«{title}» chưa có số và ngày nên chưa ban hành được. Hãy ghi số, ngày văn thư "
    "cấp trước.",
    "issue.frozen": "«{title}» đã ban hành (số {number}) nên không lập lại được. Muốn sửa thì lập bản "
    "thay thế.",
    "issue.not_issued": "«{title}» chưa ban hành: cứ sửa câu trả lời rồi lập lại, không cần bản thay "
    "thế.",
    "issue.replaced": "«{title}» đã có bản thay thế. Hãy lập bản thay thế của bản mới nhất.",
    "issue.missing": "Không thấy tệp «{path}» của văn bản «{title}». Hãy chép tệp về chỗ cũ rồi làm lại.",
    "issue.changed": "«{title}» (số {number}) đã ban hành nhưng tệp «{path}» bị sửa sau đó. Hãy lấy lại "
    "tệp đúng từ bản sao lưu, hoặc lập bản thay thế.",
    "issue.gone": "«{title}» (số {number}) đã ban hành nhưng không còn tệp «{path}». Hãy lấy lại tệp từ "
    "bản sao lưu.",
    "issue.packed_changed": "Văn bản đã ban hành «{path}» bị sửa hoặc mất sau khi ban hành nên chưa chốt "
    "hồ sơ. Hãy lấy lại tệp đúng từ bản sao lưu, hoặc lập bản thay thế.",
    "issue.operation": "Ban hành «{title}»",
    "issue.operation_replace": "Lập bản thay thế của «{title}» (số {number})",
    "field.paper.issued_on": "Ngày ghi «Đã ban hành»",
    "field.office_paper.issued_on": "Ngày ghi «Đã ban hành»",
    "field.office_paper.replaces": "Thay thế văn bản mã",
    "field.paper_number.year": "Năm",
    "field.paper_number.series": "Ký hiệu",
    "field.paper_number.number": "Số",
    "field.paper_number.suffix": "Chữ kèm số",
    "field.paper_number.state": "Tình trạng",
    "field.paper_number.day": "Ngày văn bản",
    "field.paper_number.title": "Trích yếu",
    "field.paper_number.paper": "Văn bản",
    "field.paper_number.reason": "Lý do",
}
