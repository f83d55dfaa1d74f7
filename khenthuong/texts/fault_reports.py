"""What the report of a fault says about itself."""

from __future__ import annotations

TEXTS = {
    "fault.read_first": "Báo lỗi của chương trình Khen Thưởng\n\n"
    "Chương trình không tự gửi đi đâu cả. Anh, chị chuyển tệp này cho người hỗ trợ bằng cách quen "
    "dùng.\n\n"
    "may.json: bản chương trình, hệ điều hành, màn hình, số dòng của mỗi bảng trong sổ, các lỗi "
    "kiểm tra sổ (chỉ mã lỗi).\n"
    "nhat-ky.txt: lúc nào, chỗ nào trong chương trình có lỗi; lời báo lỗi, đường dẫn trên máy đã "
    "bỏ.\n"
    "mo-ta.txt: lời anh, chị tự viết (nếu có).\n\n"
    "Không có họ tên, số căn cước, thành tích, văn bản hay minh chứng nào.\n"
}
