"""What a round, a meeting and a notice are asked on screen."""

from __future__ import annotations

from khenthuong.domain.kinds import MeetingKind, RoundKind
from khenthuong.domain.rounds import Meeting, Notice, Round
from khenthuong.ui.form import sheet as s

ROUND = s.Sheet(
    Round,
    (
        s.text("name", "Tên đợt xét", required=True),
        s.choice("kind", "Loại", RoundKind, required=True),
        s.year("year", "Năm xét"),
        s.day(
            "received",
            "Ngày nhận hồ sơ",
            hint="Ngày cơ quan có thẩm quyền nhận; theo ngày này mà chọn quy định áp dụng.",
        ),
        s.day("deadline", "Hạn nộp"),
        s.text("receiver", "Nơi nhận"),
        s.movement("movement", "Phong trào"),
    ),
)
MEETING = s.Sheet(
    Meeting,
    (
        s.choice("kind", "Loại cuộc họp", MeetingKind, required=True),
        s.only_if(s.unit("unit", "Tập thể họp"), "kind", MeetingKind.UNIT),
        s.day("day", "Ngày họp"),
        s.text("minutes_number", "Số biên bản"),
        s.clock("time", "Giờ"),
        s.text("place", "Địa điểm"),
        s.text("chair", "Chủ trì"),
        s.text("secretary", "Thư ký"),
        s.text("present", "Có mặt"),
        s.text("absent", "Vắng (lý do)"),
    ),
)
MEETING_COLUMNS = (
    ("day", 3, "Ngày"),
    ("kind", 3, "Loại"),
    ("place", 4, "Địa điểm"),
    ("minutes_number", 3, "Số biên bản"),
)
NOTICE = s.Sheet(
    Notice,
    (
        s.text("place", "Nơi niêm yết", required=True),
        s.text("number", "Số thông báo"),
        s.day("start", "Từ ngày", required=True),
        s.day("end", "Đến ngày"),
        s.text("opinions", "Ý kiến nhận được", long=True),
        s.text("handled", "Kết quả xử lý", long=True),
    ),
)
NOTICE_COLUMNS = (
    ("place", 5, "Nơi niêm yết"),
    ("start", 2, "Từ ngày"),
    ("end", 2, "Đến ngày"),
    ("number", 3, "Số thông báo"),
    ("opinions", 4, "Ý kiến"),
    ("handled", 4, "Kết quả xử lý"),
)
