"""The evidence files of the achievements: real PDF and JPEG files, the same bytes every time."""

from __future__ import annotations

from khenthuong.domain.records import Achievement
from scripts.xa_mau import dot_xet, lich_su, so_bo, tep_anh, tep_pdf

_TITLES = {
    "bien-ban": "Biên bản",
    "xac-nhan": "Giấy xác nhận thành tích",
    "so-lieu": "Bảng số liệu",
    "giay-tiep-nhan": "Giấy tiếp nhận ủng hộ",
    "quyet-dinh": "Trích Quyết định xếp loại",
    "bao-cao": "Báo cáo kết quả",
    "bang-tong-hop": "Bảng tổng hợp kết quả",
    "tong-hop": "Bảng tổng hợp",
    "danh-sach": "Danh sách",
    "lich-truc": "Lịch trực",
    "ket-qua": "Thông báo kết quả",
    "danh-muc": "Danh mục công trình",
    "don": "Đơn xác nhận",
    "so-nghi-quyet": "Trích sổ nghị quyết của tổ",
}


def files() -> dict[str, bytes]:
    """Path beside the workbook → bytes, for every evidence file."""
    return {
        path: tep_anh.picture(path) if path.endswith(".jpg") else _pdf(achievement, path)
        for achievement in lich_su.achievements().values()
        for path in achievement.evidence
    }


def _pdf(achievement: Achievement, path: str) -> bytes:
    stem = path.split("/")[-1].split("-", 1)[1]
    title = next((text for key, text in _TITLES.items() if stem.startswith(key)), "Giấy xác nhận")
    who, where = _recipient(achievement.recipient)
    when = achievement.when.iso if achievement.when else ""
    shown = "/".join(reversed(when.split("-")))
    paragraphs = [
        "Tài liệu của xã mẫu: tên người, số liệu đều do chương trình đặt ra, không có thật.",
        f"Đối tượng: {who}.",
        f"Nơi công tác, cư trú: {where}.",
        f"Thời gian: {shown}.",
        f"Nội dung: {achievement.content}.",
        f"Kết quả: {achievement.result}.",
    ]
    if achievement.contribution:
        worth = f"{achievement.contribution:,}".replace(",", ".")
        paragraphs.append(f"Trị giá đóng góp: {worth} đồng.")
    unit = so_bo.units()[dot_xet.home(achievement.recipient)]
    paragraphs.append(f"{unit.name} xác nhận nội dung trên là đúng.")
    return tep_pdf.page(title, paragraphs, f"Người xác nhận: {_confirming(achievement.recipient)}")


def _recipient(code: str) -> tuple[str, str]:
    if code.startswith("CN"):
        person = so_bo.roster()[code].person
        return f"{person.name}, {person.position}", so_bo.units()[person.unit].name
    if code.startswith("HO"):
        household = so_bo.households()[code]
        return f"Hộ gia đình {household.name}", household.address
    return so_bo.units()[code].name, so_bo.units()[code].address


def _confirming(code: str) -> str:
    unit = so_bo.units()[dot_xet.home(code)]
    if code.startswith("CN") and so_bo.roster()[code].person.name != unit.head:
        return unit.head
    if code.startswith("HO"):
        return unit.head
    return so_bo.name("CN002")
