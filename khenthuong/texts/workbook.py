"""The import workbook in the words of people: sheets, headers, examples, the guide.

Sheet and column names are a public contract (docs/so_nhap.md); what stands in parentheses explains
and is not part of the header. All data of the examples is invented.
"""

from __future__ import annotations

from khenthuong.texts import workbook_clusters, workbook_movements

EXAMPLE_MARK = "VD-"

SHEETS: dict[str, str] = {
    "office": "Cơ quan",
    "signers": "Người ký",
    "units": "Tập thể",
    "persons": "Cá nhân",
    "careers": "Quá trình",
    "households": "Hộ gia đình",
    "ratings": "Xếp loại",
    "awards": "Khen thưởng",
    "initiatives": "Sáng kiến",
    "disciplines": "Kỷ luật",
    "achievements": "Thành tích",
    **workbook_movements.SHEETS,
    **workbook_clusters.SHEETS,
    "rounds": "Đợt xét",
    "nominations": "Đề nghị",
    "answers": "Trả lời biểu mẫu",
    "council": "Hội đồng",
    "meetings": "Họp",
    "votes": "Biểu quyết",
    "notices": "Niêm yết",
}

GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"
FAULTS_SHEET = "Lỗi cần sửa"
NOTE_HEADER = "Ghi chú"
HINT_HEADER = "Giải thích"

HEADERS: dict[str, dict[str, str]] = {
    "office": {"key": "Khóa", "value": "Giá trị"},
    "signers": {
        "name": "Họ và tên",
        "position": "Chức vụ",
        "power": "Thẩm quyền (TM / KT / TL / TUQ / trực tiếp)",
        "start": "Từ ngày",
        "end": "Đến ngày",
    },
    "units": {
        "code": "Mã",
        "name": "Tên tập thể",
        "short_name": "Tên viết tắt",
        "kind": "Loại",
        "sector": "Khu vực (nhà nước / ngoài nhà nước)",
        "manager": "Cấp quản lý (xã / tỉnh / khác)",
        "parent": "Trực thuộc (Mã)",
        "area": "Địa bàn (thường / đặc biệt khó khăn / biên giới / hải đảo)",
        "small": "Tập thể nhỏ (x)",
        "head": "Người đứng đầu",
        "headcount": "Số người",
        "founded": "Năm thành lập",
        "address": "Địa chỉ",
        "note": NOTE_HEADER,
    },
    "persons": {
        "code": "Mã",
        "name": "Họ và tên",
        "gender": "Giới tính",
        "born": "Ngày sinh",
        "ethnic": "Dân tộc",
        "cccd": "Số CCCD",
        "position": "Chức vụ",
        "unit": "Tập thể (Mã)",
        "duty": "Phân loại (lãnh đạo / trực tiếp)",
        "subject": "Đối tượng (cán bộ, công chức, viên chức / người lao động / nông dân / …)",
        "education": "Trình độ",
        "home_town": "Quê quán",
        "residence": "Nơi ở",
        "joined": "Ngày vào ngành",
        "died": "Ngày mất (nếu truy tặng)",
        "nationality": "Quốc tịch (bỏ trống là Việt Nam)",
        "note": NOTE_HEADER,
    },
    "careers": {
        "recipient": "Mã đối tượng",
        "start": "Từ",
        "end": "Đến",
        "position": "Chức vụ",
        "unit": "Tập thể",
    },
    "households": {
        "code": "Mã",
        "name": "Chủ hộ",
        "address": "Địa chỉ",
        "village": "Thôn/Tổ dân phố (Mã)",
        "members": "Số nhân khẩu",
        "note": NOTE_HEADER,
    },
    "ratings": {
        "recipient": "Mã đối tượng",
        "year": "Năm (2025 hoặc 2025-2026)",
        "level": "Mức (HTXSNV / HTTNV / HTNV / KHTNV)",
        "points": "Điểm",
        "decision_number": "Số quyết định",
        "decision_date": "Ngày",
    },
    "awards": {
        "recipient": "Mã đối tượng",
        "year": "Năm",
        "award_name": "Danh hiệu/Hình thức",
        "decision_number": "Số quyết định",
        "decision_date": "Ngày",
        "issuer": "Cơ quan quyết định",
        "branch": "Theo tiêu chuẩn",
        "initiatives": "Sáng kiến (Mã)",
        "achievements": "Thành tích (Mã)",
    },
    "initiatives": {
        "code": "Mã",
        "name": "Tên",
        "authors": "Tác giả (Mã; tách bằng ;)",
        "year": "Năm",
        "scope": "Phạm vi (cơ sở / tỉnh / toàn quốc)",
        "kind": "Loại (sáng kiến / đề tài)",
        "decision_number": "Số quyết định công nhận",
        "decision_date": "Ngày",
    },
    "disciplines": {
        "recipient": "Mã đối tượng",
        "form": "Hình thức (khiển trách / cảnh cáo / … / đang xem xét / đang xác minh đơn thư)",
        "start": "Từ ngày",
        "end": "Đến ngày",
        "decision_number": "Số quyết định",
    },
    "achievements": {
        "code": "Mã",
        "recipient": "Mã đối tượng",
        "when": "Ngày/Năm",
        "kind": "Loại (công trạng / chuyên đề / đột xuất …)",
        "content": "Nội dung",
        "result": "Kết quả",
        "contribution": "Trị giá đóng góp (đồng)",
        "evidence": "Minh chứng (đường dẫn; tách bằng ;)",
        "movement": "Phong trào (Mã)",
    },
    **workbook_movements.HEADERS,
    **workbook_clusters.HEADERS,
    "rounds": {
        "code": "Mã",
        "name": "Tên",
        "kind": "Loại",
        "year": "Năm",
        "received": "Ngày nhận hồ sơ",
        "deadline": "Hạn nộp",
        "receiver": "Nơi nhận",
        "movement": "Phong trào (Mã)",
    },
    "nominations": {
        "round": "Đợt (Mã)",
        "recipient": "Mã đối tượng",
        "award": "Danh hiệu/Hình thức",
        "branch": "Theo tiêu chuẩn",
        "initiatives": "Sáng kiến (Mã)",
        "achievements": "Thành tích (Mã)",
        "content": "Nội dung thành tích",
    },
    "answers": {
        "round": "Đợt (Mã)",
        "recipient": "Mã đối tượng",
        "form": "Biểu mẫu",
        "question": "Câu hỏi",
        "answer": "Trả lời",
    },
    "council": {
        "name": "Họ và tên",
        "role": "Vai trò",
        "position": "Chức vụ",
        "person": "Mã đối tượng",
        "start": "Từ ngày",
        "end": "Đến ngày",
        "decision": "Quyết định thành lập",
    },
    "meetings": {
        "code": "Mã",
        "round": "Đợt (Mã)",
        "kind": "Loại (tập thể / Hội đồng)",
        "unit": "Tập thể (Mã)",
        "day": "Ngày",
        "time": "Giờ",
        "place": "Địa điểm",
        "chair": "Chủ trì",
        "secretary": "Thư ký",
        "present": "Có mặt",
        "absent": "Vắng (lý do)",
        "minutes_number": "Số biên bản",
    },
    "votes": {
        "meeting": "Họp (Mã)",
        "recipient": "Mã đối tượng",
        "award": "Danh hiệu/Hình thức",
        "agree": "Đồng ý",
        "disagree": "Không đồng ý",
        "invalid": "Không hợp lệ",
    },
    "notices": {
        "round": "Đợt (Mã)",
        "place": "Nơi niêm yết",
        "start": "Từ ngày",
        "end": "Đến ngày",
        "number": "Số thông báo",
        "opinions": "Ý kiến",
        "handled": "Kết quả xử lý",
    },
}

OFFICE_KEYS: tuple[tuple[str, str], ...] = (
    ("Tên cơ quan", "Tên đầy đủ, ví dụ: Xã Suối Mây"),
    ("Tỉnh", "Tỉnh hoặc thành phố trực thuộc trung ương"),
    ("Viết tắt", "Viết tắt trong số, ký hiệu văn bản, ví dụ: UBND"),
    ("Địa danh", "Địa danh ghi cạnh ngày tháng của văn bản"),
    ("Sổ đầy đủ từ năm", "Từ năm này sổ ghi đủ khen thưởng, sáng kiến, kỷ luật"),
    ("Đơn vị trình", "Phòng, bộ phận soạn hồ sơ"),
    ("Ngày làm bù", "Thứ Bảy, ngày lễ có làm việc; tách bằng dấu ; như 12/09/2026; 19/12/2026"),
    ("Ngày nghỉ thêm", "Ngày thường được nghỉ (hoán đổi, nghỉ bù); tách bằng dấu ;"),
)
"""The keys of the sheet «Cơ quan», each with its explanation."""

EXAMPLES: dict[str, dict[str, object]] = {
    "office": {"key": "VD-Tên cơ quan", "value": "Xã Suối Mây"},
    "signers": {
        "name": "VD-Lò Thị Mận",
        "position": "Chủ tịch Ủy ban nhân dân xã",
        "power": "TM",
        "start": "01/07/2025",
    },
    "units": {
        "code": "VD-TT01",
        "name": "Trường Tiểu học Suối Mây",
        "short_name": "TH Suối Mây",
        "kind": "Trường học",
        "sector": "Nhà nước",
        "manager": "xã",
        "parent": "VD-TT00",
        "area": "đặc biệt khó khăn",
        "small": "x",
        "head": "Hà Văn Đảm",
        "headcount": 32,
        "founded": "1995",
        "address": "Thôn Suối Mây",
    },
    "persons": {
        "code": "VD-CN01",
        "name": "Vi Thị Nhài",
        "gender": "Nữ",
        "born": "05/09/1988",
        "ethnic": "Thái",
        "cccd": "099188000001",
        "position": "Giáo viên",
        "unit": "VD-TT01",
        "duty": "Trực tiếp",
        "subject": "Cán bộ, công chức, viên chức",
        "education": "Đại học sư phạm",
        "home_town": "Xã Suối Mây",
        "residence": "Thôn Bản Đào",
        "joined": "09/2010",
    },
    "careers": {
        "recipient": "VD-CN01",
        "start": "09/2010",
        "end": "07/2018",
        "position": "Giáo viên",
        "unit": "Trường Tiểu học Bản Đào",
    },
    "households": {
        "code": "VD-HO01",
        "name": "Quàng Văn Sơn",
        "address": "Thôn Bản Đào",
        "village": "VD-TT02",
        "members": 5,
    },
    "ratings": {
        "recipient": "VD-CN01",
        "year": "2025-2026",
        "level": "HTXSNV",
        "points": "92,5",
        "decision_number": "45/QĐ-THSM",
        "decision_date": "30/06/2026",
    },
    "awards": {
        "recipient": "VD-CN01",
        "year": "2024-2025",
        "award_name": "Chiến sĩ thi đua cơ sở",
        "decision_number": "112/QĐ-UBND",
        "decision_date": "20/08/2025",
        "issuer": "Ủy ban nhân dân xã Suối Mây",
        "initiatives": "VD-SK01",
    },
    "initiatives": {
        "code": "VD-SK01",
        "name": "Tủ sách song ngữ cho học sinh lớp một",
        "authors": "VD-CN01",
        "year": "2024-2025",
        "scope": "cơ sở",
        "kind": "sáng kiến",
        "decision_number": "30/QĐ-UBND",
        "decision_date": "15/05/2025",
    },
    "disciplines": {
        "recipient": "VD-CN02",
        "form": "Khiển trách",
        "start": "10/03/2024",
        "end": "10/03/2025",
        "decision_number": "08/QĐ-UBND",
    },
    "achievements": {
        "code": "VD-TH01",
        "recipient": "VD-CN01",
        "when": "05/2026",
        "kind": "Công trạng",
        "content": "Dạy xóa mù chữ buổi tối tại thôn Bản Đào",
        "result": "18 người được công nhận biết chữ",
        "contribution": "2.500.000",
        "evidence": "minh-chung/giay-xac-nhan.pdf",
        "movement": "VD-PT01",
    },
    **workbook_movements.EXAMPLES,
    **workbook_clusters.EXAMPLES,
    "rounds": {
        "code": "VD-DX01",
        "name": "Tổng kết năm học 2025-2026",
        "kind": "Công trạng",
        "year": "2025-2026",
        "received": "15/07/2026",
        "deadline": "31/07/2026",
        "receiver": "Ủy ban nhân dân xã Suối Mây",
    },
    "nominations": {
        "round": "VD-DX01",
        "recipient": "VD-CN01",
        "award": "Chiến sĩ thi đua cơ sở",
        "initiatives": "VD-SK01",
        "achievements": "VD-TH01",
        "content": "Hoàn thành xuất sắc nhiệm vụ, có sáng kiến được công nhận",
    },
    "answers": {
        "round": "VD-DX01",
        "recipient": "VD-CN01",
        "form": "bao_cao_thanh_tich_ca_nhan",
        "question": "quyen_han_nhiem_vu",
        "answer": "Giáo viên chủ nhiệm lớp 1A, dạy xóa mù chữ buổi tối",
    },
    "council": {
        "name": "VD-Lò Thị Mận",
        "role": "Chủ tịch Hội đồng",
        "position": "Chủ tịch Ủy ban nhân dân xã",
        "start": "01/07/2025",
        "decision": "20/QĐ-UBND ngày 10/07/2025",
    },
    "meetings": {
        "code": "VD-H01",
        "round": "VD-DX01",
        "kind": "Hội đồng",
        "day": "10/07/2026",
        "time": "08:00",
        "place": "Phòng họp Ủy ban nhân dân xã",
        "chair": "Lò Thị Mận",
        "secretary": "Hà Văn Đảm",
        "present": "Lò Thị Mận; Hà Văn Đảm; Vi Thị Nhài",
        "absent": "Quàng Văn Sơn (đi công tác)",
        "minutes_number": "05/BB-HĐ",
    },
    "votes": {
        "meeting": "VD-H01",
        "recipient": "VD-CN01",
        "award": "Chiến sĩ thi đua cơ sở",
        "agree": 6,
        "disagree": 1,
        "invalid": 0,
    },
    "notices": {
        "round": "VD-DX01",
        "place": "Trụ sở Ủy ban nhân dân xã",
        "start": "01/07/2026",
        "end": "08/07/2026",
        "number": "12/TB-UBND",
        "opinions": "Không có ý kiến",
        "handled": "Không phải xử lý",
    },
}
"""One invented row per sheet; the reader leaves out rows whose first column begins with VD-."""

GUIDE: tuple[str, ...] = (
    "SỔ NHẬP CHƯƠNG TRÌNH KHEN THƯỞNG",
    "Mỗi trang là một loại sổ; trang nào không dùng thì để trống hoặc xóa cả trang.",
    "Dòng mẫu màu xám có Mã (hoặc cột đầu) bắt đầu bằng «VD-»: chương trình bỏ qua những dòng này. "
    "Có thể xóa, hoặc ghi đè bằng dữ liệu thật với Mã khác.",
    "Mã nối các trang với nhau, ví dụ Mã ở trang «Cá nhân» là «Mã đối tượng» ở trang «Xếp loại». "
    "Để trống Mã thì chương trình tự đặt; khi đó các trang khác có thể ghi tên thay cho Mã, nếu "
    "tên không trùng ai.",
    "Ngày ghi dd/mm/yyyy; ngày sinh, ngày vào ngành có thể chỉ ghi mm/yyyy hoặc yyyy.",
    "Số ghi theo cách viết Việt Nam: 2.326 là hai nghìn ba trăm hai mươi sáu; 31,1 là ba mươi mốt "
    "phẩy một.",
    "Năm ghi 2025; trường học ghi năm học 2025-2026.",
    "Nhiều mã hoặc nhiều đường dẫn trong một ô thì tách bằng dấu chấm phẩy (;).",
    "Đường dẫn minh chứng tính từ thư mục đặt sổ này, ví dụ minh-chung/anh-1.jpg.",
    "Được đổi thứ tự cột, thêm cột riêng (chương trình giữ lại thành ghi chú), thêm dòng tiêu đề "
    "phía trên hàng tên cột. Không đổi tên trang và tên cột.",
    "Nhập lại nhiều lần không sao: dòng đã có thì bỏ qua, dòng khác đi thì hỏi trước khi sửa, "
    "không dòng nào bị xóa.",
)

FAULT_HEADERS: tuple[str, ...] = ("Trang", "Ô", "Cột", "Mức", "Sai gì, sửa thế nào", "Đến ô")
FAULT_FATAL = "Phải sửa"
FAULT_NOTICE = "Nên xem"
GO_TO = "Mở"
WHOLE_SHEET = "cả trang"

TRUE_WORD = "x"
YES_WORD = "có"
NO_WORD = "không"
