"""What the register asks of units, persons, households, and of each kind of record."""

from __future__ import annotations

from khenthuong.domain.kinds import (
    AchievementKind,
    Area,
    DisciplineForm,
    Duty,
    Gender,
    InitiativeKind,
    InitiativeScope,
    Manager,
    RatingLevel,
    RecipientKind,
    Sector,
    Subject,
    UnitKind,
)
from khenthuong.domain.records import Achievement, Discipline, Initiative, PastAward, Rating
from khenthuong.domain.register import CareerStep, Household, Person, Unit
from khenthuong.ui.form import sheet as s

RECIPIENTS: dict[RecipientKind, s.Sheet] = {
    RecipientKind.UNIT: s.Sheet(
        Unit,
        (
            s.text("name", "Tên tập thể", required=True),
            s.text("short_name", "Tên viết tắt"),
            s.choice("kind", "Loại", UnitKind, required=True),
            s.choice("sector", "Khu vực", Sector, required=True),
            s.choice("manager", "Cấp quản lý", Manager, required=True),
            s.unit("parent", "Trực thuộc"),
            s.choice("area", "Địa bàn", Area, required=True),
            s.yes_no("small", "Tập thể nhỏ"),
            s.text("head", "Người đứng đầu"),
            s.whole("headcount", "Số người"),
            s.partial_day("founded", "Năm thành lập"),
            s.text("address", "Địa chỉ"),
        ),
    ),
    RecipientKind.PERSON: s.Sheet(
        Person,
        (
            s.text("name", "Họ và tên", required=True),
            s.choice("gender", "Giới tính", Gender),
            s.partial_day("born", "Ngày sinh"),
            s.text("ethnic", "Dân tộc"),
            s.text("cccd", "Số căn cước"),
            s.text("position", "Chức vụ"),
            s.unit("unit", "Tập thể"),
            s.choice("duty", "Phân loại", Duty),
            s.choice("subject", "Đối tượng", Subject),
            s.text("education", "Trình độ"),
            s.text("home_town", "Quê quán"),
            s.text("residence", "Nơi ở"),
            s.partial_day("joined", "Ngày vào ngành"),
            s.day("died", "Ngày mất (truy tặng)"),
            s.text("nationality", "Quốc tịch (nếu không phải Việt Nam)"),
        ),
    ),
    RecipientKind.HOUSEHOLD: s.Sheet(
        Household,
        (
            s.text("name", "Chủ hộ", required=True),
            s.text("address", "Địa chỉ"),
            s.unit("village", "Thôn, tổ dân phố"),
            s.whole("members", "Số nhân khẩu"),
        ),
    ),
}

RATING = s.Sheet(
    Rating,
    (
        s.year("year"),
        s.choice("level", "Mức xếp loại", RatingLevel),
        s.decimal("points", "Điểm"),
        s.text("decision_number", "Số quyết định"),
        s.day("decision_date", "Ngày quyết định"),
    ),
    one_of=("level", "points"),
)
PAST_AWARD = s.Sheet(
    PastAward,
    (
        s.year("year"),
        s.text("award_name", "Danh hiệu, hình thức", required=True),
        s.text("decision_number", "Số quyết định"),
        s.day("decision_date", "Ngày quyết định"),
        s.text("issuer", "Cơ quan quyết định"),
        s.text("branch", "Theo tiêu chuẩn"),
        s.codes("initiatives", "Sáng kiến đã dùng"),
        s.codes("achievements", "Thành tích đã dùng"),
    ),
)
INITIATIVE = s.Sheet(
    Initiative,
    (
        s.text("name", "Tên sáng kiến, đề tài", required=True),
        s.year("year"),
        s.choice("scope", "Phạm vi", InitiativeScope, required=True),
        s.choice("kind", "Loại", InitiativeKind, required=True),
        s.text("decision_number", "Số quyết định công nhận"),
        s.day("decision_date", "Ngày công nhận"),
        s.codes("authors", "Tác giả"),
    ),
)
DISCIPLINE = s.Sheet(
    Discipline,
    (
        s.choice("form", "Hình thức", DisciplineForm, required=True),
        s.text("decision_number", "Số quyết định"),
        s.day("start", "Từ ngày", required=True),
        s.day("end", "Đến ngày"),
    ),
)
ACHIEVEMENT = s.Sheet(
    Achievement,
    (
        s.choice("kind", "Loại", AchievementKind, required=True),
        s.partial_day("when", "Thời gian"),
        s.text("content", "Nội dung", required=True, long=True),
        s.text("result", "Kết quả", long=True),
        s.whole("contribution", "Trị giá đóng góp (đồng)"),
        s.movement("movement", "Phong trào"),
    ),
)
CAREER = s.Sheet(
    CareerStep,
    (
        s.partial_day("start", "Từ", required=True),
        s.partial_day("end", "Đến"),
        s.text("position", "Chức vụ"),
        s.unit("unit", "Tập thể"),
    ),
)

Shown = tuple[tuple[str, int, str], ...]
RECORDS: dict[str, tuple[str, s.Sheet, Shown]] = {
    # thẻ của Profile: (tên thẻ, các ô, cột hiện trong bảng: ô, bề rộng tương đối, đầu cột)
    "ratings": (
        "Xếp loại",
        RATING,
        (
            ("year", 2, "Năm"),
            ("level", 6, "Mức xếp loại"),
            ("points", 2, "Điểm"),
            ("decision_number", 3, "Số quyết định"),
            ("decision_date", 2, "Ngày"),
        ),
    ),
    "awards": (
        "Khen thưởng",
        PAST_AWARD,
        (
            ("year", 2, "Năm"),
            ("award_name", 7, "Danh hiệu, hình thức"),
            ("decision_number", 4, "Số quyết định"),
            ("decision_date", 3, "Ngày"),
        ),
    ),
    "initiatives": (
        "Sáng kiến",
        INITIATIVE,
        (
            ("year", 2, "Năm"),
            ("name", 7, "Tên"),
            ("scope", 2, "Phạm vi"),
            ("decision_number", 4, "Số quyết định"),
        ),
    ),
    "disciplines": (
        "Kỷ luật",
        DISCIPLINE,
        (
            ("form", 5, "Hình thức"),
            ("start", 3, "Từ ngày"),
            ("end", 3, "Đến ngày"),
            ("decision_number", 4, "Số quyết định"),
        ),
    ),
    "achievements": (
        "Thành tích",
        ACHIEVEMENT,
        (
            ("when", 2, "Thời gian"),
            ("kind", 2, "Loại"),
            ("content", 6, "Nội dung"),
            ("contribution", 2, "Trị giá"),
        ),
    ),
    "careers": (
        "Quá trình",
        CAREER,
        (
            ("start", 2, "Từ"),
            ("end", 2, "Đến"),
            ("position", 4, "Chức vụ"),
            ("unit", 4, "Tập thể (Mã)"),
        ),
    ),
}
"""Records of a recipient by their name in Profile: tab, form, and the table's columns."""
