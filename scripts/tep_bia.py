"""Invented files of others that the pictures show: a list, a template, a changed workbook."""

from __future__ import annotations

from pathlib import Path

from khenthuong.services import demo


def someones_list(folder: Path) -> Path:
    """An invented list in an old font, with sections, loose names and a total."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("PHÒNG NỘI VỤ",),
        ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2026",),
        (),
        ("TT", "Hä vµ tªn", "Ngày sinh", "Chức vụ", "Đơn vị công tác", "Danh hiệu", "Điện thoại"),
        ("I", "TẬP THỂ"),
        (1, "Tr¹m Y tÕ x· VÜnh Khª Th­îng", None, None, None, "TTLĐTT"),
        ("II", "CÁ NHÂN"),
        (1, "Cao Duy ChuÈn", "22/12/1973", "Giám đốc", "Công ty TNHH May Vĩnh Khê", "BK tỉnh", 1),
        (2, "§µo V¨n TuÊn", "1/2/1990", "Y sĩ", "Trạm Y tế", "Lao đông tiên tến", 2),
        (3, "Vi ThÞ NÕt", "1985", "Công chức", "Phòng Kinh tế", "CSTĐ cấp xã", 3),
        (None, "Tổng cộng: 4"),
    ):
        sheet.append(row)
    target = folder / "danh-sach-noi-khac.xlsx"
    book.save(target)
    book.close()
    return target


def someones_template(folder: Path) -> Path:
    """An invented template: a table, and a sheet of codes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Nhap"
    sheet.append(("DANH SÁCH CÁ NHÂN",))
    sheet.append(
        ("STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị công tác", "Mã danh hiệu thi đua")
    )
    codes = book.create_sheet("MaSo")
    for row in (
        ("Mã số", "Danh hiệu thi đua"),
        ("9001", "Lao động tiên tiến"),
        ("9002", "Chiến sĩ thi đua cơ sở"),
        ("9003", "Chiến sĩ thi đua cấp Bộ, ngành, tỉnh"),
    ):
        codes.append(row)
    target = folder / "mau-cua-tinh.xlsx"
    book.save(target)
    book.close()
    return target


def changed_workbook(folder: Path) -> Path:
    """The sample workbook with a few positions changed."""
    from openpyxl import load_workbook

    book = load_workbook(demo.sample_workbook())
    sheet = book["Cá nhân"]
    titles = [str(cell.value) for cell in sheet[1]]
    column = next(n for n, title in enumerate(titles, start=1) if title.startswith("Chức vụ"))
    for row in (2, 3, 4):
        sheet.cell(row, column, "Chức vụ mới")
    target = folder / "so-sua.xlsx"
    book.save(target)
    book.close()
    return target
