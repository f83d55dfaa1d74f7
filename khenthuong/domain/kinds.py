"""The closed lists of the trade: every value that the books store as a word.

Values are unaccented Vietnamese, because provinces meet them in TOML and JSON; the labels for
people are in `khenthuong.texts.labels` under ``label.<Class>.<value>``.
"""

from __future__ import annotations

from enum import StrEnum


class RecipientKind(StrEnum):
    """Who can be commended (Điều 19, 20 and 8 of the Law)."""

    UNIT = "tap_the"
    PERSON = "ca_nhan"
    HOUSEHOLD = "ho_gia_dinh"


class Sector(StrEnum):
    """Khu vực of a unit."""

    STATE = "nha_nuoc"
    NON_STATE = "ngoai_nha_nuoc"


class Manager(StrEnum):
    """Cấp quản lý: who manages a unit's organisation, staff or payroll (Điều 83 khoản 1)."""

    COMMUNE = "xa"
    PROVINCE = "tinh"
    OTHER = "khac"


class Area(StrEnum):
    """Địa bàn of a unit (Điều 5 khoản 2 điểm d)."""

    ORDINARY = "thuong"
    HARD = "dac_biet_kho_khan"
    BORDER = "bien_gioi"
    ISLAND = "hai_dao"


class UnitKind(StrEnum):
    """Loại tập thể; schools count in school years, enterprises decide their own titles."""

    OFFICE = "co_quan"
    SCHOOL = "truong_hoc"
    CLINIC = "tram_y_te"
    VILLAGE = "thon_to_dan_pho"
    COOPERATIVE = "hop_tac_xa"
    ENTERPRISE = "doanh_nghiep"
    MASS_ORGANISATION = "doan_the"
    ARMED = "luc_luong_vu_trang"
    COMMUNE = "xa_phuong_dac_khu"
    OTHER = "khac"


class Gender(StrEnum):
    """Giới tính."""

    MALE = "nam"
    FEMALE = "nu"


class Duty(StrEnum):
    """Phân loại: leads others or works directly (Điều 5 khoản 2 điểm d)."""

    LEADER = "lanh_dao"
    DIRECT = "truc_tiep"


class Subject(StrEnum):
    """Đối tượng of a person; decides which khoản of Điều 24 applies."""

    OFFICIAL = "can_bo_cong_chuc_vien_chuc"
    EMPLOYEE = "nguoi_lao_dong"
    WORKER = "cong_nhan"
    FARMER = "nong_dan"
    MILITIA = "dan_quan"
    ENTREPRENEUR = "doanh_nhan"
    SCHOLAR = "tri_thuc"
    OTHER = "khac"


class RatingLevel(StrEnum):
    """Mức xếp loại of a year, from best to worst."""

    EXCELLENT = "HTXSNV"
    GOOD = "HTTNV"
    DONE = "HTNV"
    NOT_DONE = "KHTNV"

    @property
    def rank(self) -> int:
        """3 for the best level down to 0: higher is better."""
        return _RATING_RANKS[self]


class InitiativeScope(StrEnum):
    """Phạm vi in which an initiative or topic is recognised; a wider scope satisfies a narrower."""

    BASE = "co_so"
    PROVINCE = "tinh"
    NATION = "toan_quoc"

    @property
    def rank(self) -> int:
        """0 for cơ sở up to 2 for toàn quốc."""
        return _SCOPE_RANKS[self]


class InitiativeKind(StrEnum):
    """Sáng kiến, or đề tài / đề án khoa học / công trình khoa học và công nghệ."""

    INITIATIVE = "sang_kien"
    TOPIC = "de_tai"


class DisciplineForm(StrEnum):
    """Hình thức kỷ luật from lightest to gravest, and the two holds."""

    REPRIMAND = "khien_trach"
    WARNING = "canh_cao"
    PAY_CUT = "ha_bac_luong"
    DEMOTION = "giang_chuc"
    DISMISSAL_FROM_OFFICE = "cach_chuc"
    DISMISSAL = "buoc_thoi_viec"
    EXPULSION = "khai_tru"
    UNDER_CONSIDERATION = "dang_xem_xet"
    COMPLAINT_VERIFIED = "dang_xac_minh_don_thu"

    @property
    def is_hold(self) -> bool:
        """Not a punishment: consideration waits until the matter is concluded (NĐ 152/2025 Đ4)."""
        return self in (DisciplineForm.UNDER_CONSIDERATION, DisciplineForm.COMPLAINT_VERIFIED)

    @property
    def rank(self) -> int:
        """0 for khiển trách upward; holds rank after all, ask `is_hold` first."""
        return _DISCIPLINE_RANKS[self]


class AchievementKind(StrEnum):
    """Loại thành tích; đột xuất and chuyên đề never feed công trạng (NĐ 152/2025 Đ4)."""

    MERIT = "cong_trang"
    TOPICAL = "chuyen_de"
    SUDDEN = "dot_xuat"
    CONTRIBUTION = "dong_gop"
    OTHER = "khac"


class MovementKind(StrEnum):
    """Hình thức thi đua (Điều 16 khoản 1)."""

    REGULAR = "thuong_xuyen"
    TOPICAL = "chuyen_de"


class Comparison(StrEnum):
    """How a target's result is compared with its plan."""

    AT_LEAST = "≥"
    MORE = ">"
    AT_MOST = "≤"
    LESS = "<"
    EQUAL = "="
    RANGE = "tu_den"
    REDUCE = "giam"  # fall below the base value by so much, in the target's own unit
    ABOUT = "khoang"  # the plan says about how much, not how far from it is still met


class MovementLevel(StrEnum):
    """Who launched a movement (Điều 17 khoản 2-4); a commune's answers its province's."""

    NATIONAL = "toan_quoc"
    PROVINCE = "tinh"
    COMMUNE = "xa"
    UNIT = "tap_the"


class TaskKind(StrEnum):
    """What a numbered line of a plan is: a thing to emulate in, to carry out, or a review."""

    CONTENT = "noi_dung"
    CARRYING_OUT = "to_chuc_thuc_hien"
    INTERIM_REVIEW = "so_ket"
    FINAL_REVIEW = "tong_ket"


class ExampleStage(StrEnum):
    """How far a good example has come: phát hiện, bồi dưỡng, tổng kết, nhân rộng."""

    FOUND = "phat_hien"
    FOSTERED = "boi_duong"
    REVIEWED = "tong_ket"
    SPREAD = "nhan_rong"


class SpreadKind(StrEnum):
    """Where a good example went: another place does the same, or it was made known."""

    COPIED = "nhan_rong"
    PUBLISHED = "tuyen_truyen"


class FundKind(StrEnum):
    """Money of the fund that comes in or goes out."""

    INCOME = "thu"
    SPENDING = "chi"


class FundCategory(StrEnum):
    """What money was for, as the statutory table of the fund divides it (Biểu mẫu số 05)."""

    ALLOCATION = "trich_lap"
    STATE_AWARDS = "khen_cap_nha_nuoc"
    PROVINCE_AWARDS = "khen_cap_tinh"
    OTHER_AWARDS = "khen_hinh_thuc_khac"
    PROMOTION = "thi_dua_tuyen_truyen"
    OBJECTS = "hien_vat"
    OTHER = "khac"


class VotingMethod(StrEnum):
    """How a meeting voted: by hand or by secret ballot."""

    BY_HAND = "gio_tay"
    BALLOT = "phieu_kin"


class OpinionOutcome(StrEnum):
    """What came of an opinion on a posted list."""

    KEPT = "giu_nguyen"
    CORRECTED = "dinh_chinh"
    WITHDRAWN = "rut_de_nghi"
    VERIFYING = "xac_minh"
    """Still being verified: the opinion is not settled."""


class UnitChangeKind(StrEnum):
    """What became of a unit when organisations were arranged anew."""

    MERGED = "sap_nhap"
    SPLIT = "chia_tach"
    RENAMED = "doi_ten"
    DISSOLVED = "giai_the"


class RoundKind(StrEnum):
    """Loại đợt xét (Điều 8)."""

    MERIT = "cong_trang"
    MOVEMENT = "chuyen_de"
    SUDDEN = "dot_xuat"
    SERVICE = "cong_hien"
    TERM = "nien_han"
    FOREIGN = "doi_ngoai"


class MeetingKind(StrEnum):
    """Who met: a unit (Điều 84 khoản 1 điểm c) or the council (Điều 90 khoản 4)."""

    UNIT = "tap_the"
    COUNCIL = "hoi_dong"


class SigningPower(StrEnum):
    """Thẩm quyền ký (NĐ 30/2020 Phụ lục I mục II.7)."""

    OWN = "truc_tiep"
    ON_BEHALF = "TM"
    FOR = "KT"
    BY_ORDER = "TL"
    AUTHORISED = "TUQ"


class Authority(StrEnum):
    """Who decides an award; a round is split into one dossier per authority."""

    COMMUNE = "xa"
    PROVINCE = "tinh"
    PRIME_MINISTER = "thu_tuong"
    PRESIDENT = "chu_tich_nuoc"
    OTHER = "khac"


class AwardClass(StrEnum):
    """Title (danh hiệu thi đua, Điều 19, 20) or commendation (hình thức khen thưởng, Điều 9)."""

    TITLE = "danh_hieu"
    COMMENDATION = "hinh_thuc"


class Procedure(StrEnum):
    """Who prepares an award: the ordinary procedure of the Law, or one of its own.

    «Bà mẹ Việt Nam anh hùng» (Điều 61 khoản 2) and what is given for the resistance (Điều 96)
    follow rules of their own: no bình xét, no ballot of the commune's council.
    """

    ORDINARY = "thong_thuong"
    OWN = "rieng"


class Living(StrEnum):
    """Whether an award is given to a living person (tặng) or after death (truy tặng)."""

    ALIVE = "song"
    DEAD = "truy_tang"


class Principle(StrEnum):
    """The law's four demands (Điều 5 khoản 2 điểm a)."""

    ACCURATE = "chinh_xac"
    PUBLIC = "cong_khai"
    FAIR = "cong_bang"
    TIMELY = "kip_thoi"


class Step(StrEnum):
    """The step of a round at which a criterion is due."""

    LIST = "danh_sach"
    MEETING = "hop"
    NOTICE = "niem_yet"
    DOSSIER = "ho_so"


class Checked(StrEnum):
    """How sure we are of a criterion or value."""

    TEXT = "van_ban"
    SECOND_HAND = "thu_cap"
    MEMORY = "chua"


class ValueUnit(StrEnum):
    """In what a value that the law leaves to the province is counted."""

    PERCENT = "phan_tram"
    DAYS = "ngay"
    WORKING_DAYS = "ngay_lam_viec"
    POINTS = "diem"
    MONEY = "dong"


class Status(StrEnum):
    """Status of a finding."""

    MET = "dat"
    NOT_MET = "khong_dat"
    ON_HOLD = "chua_xet"
    MISSING = "thieu"
    TO_COMPARE = "can_doi_chieu"
    NOT_APPLICABLE = "khong_ap_dung"


class Standing(StrEnum):
    """How somebody who is not nominated stands to an award, by what the books can tell."""

    ELIGIBLE = "du_dieu_kien"
    TO_COMPARE = "can_doi_chieu"
    LACKS_ONE = "thieu_mot_dieu"


class Outcome(StrEnum):
    """What a reply says of a dossier."""

    RETURNED = "tra_lai"
    DECIDED = "quyet_dinh"


class Part(StrEnum):
    """What of a nomination (or of the dossier) is returned for correction."""

    WHOLE = "toan_bo"
    NAME = "ten"
    POSITION = "chuc_vu"
    UNIT = "don_vi"
    BRANCH = "tieu_chuan"
    CONTENT = "noi_dung"
    INITIATIVES = "sang_kien"
    ACHIEVEMENTS = "thanh_tich"
    PAPER = "van_ban"


class DoubleKind(StrEnum):
    """How surely somebody is nominated twice."""

    OTHER_ROUND = "dot_khac"
    OTHER_OFFICE = "noi_khac"
    OWN_ROUND = "dot_cua_ta"
    LIKELY = "ten_va_don_vi"
    SAME_NAME = "chi_trung_ten"


# Looked up a thousand times per round: a list of the members each time took a tenth of all.
_RATING_RANKS = {level: 3 - place for place, level in enumerate(RatingLevel)}
_SCOPE_RANKS = {scope: place for place, scope in enumerate(InitiativeScope)}
_DISCIPLINE_RANKS = {form: place for place, form in enumerate(DisciplineForm)}
