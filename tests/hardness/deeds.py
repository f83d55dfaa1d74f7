"""Everything the program writes, one deed each, for the tests with disks that refuse."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from khenthuong.domain.kinds import Part
from khenthuong.domain.province import ProvinceValue
from khenthuong.domain.receiving import Flag
from khenthuong.services import demo, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import sealing
from khenthuong.services.intake import importing, list_import
from khenthuong.services.paperwork import numbering, papers, reports, sheets
from khenthuong.services.rulebook import province_values, rule_packs
from khenthuong.services.safety import backups
from khenthuong.services.transfer import incoming, receiving, replying
from khenthuong.services.workspace import Workspace
from tests import factories
from tests.hardness.acts import ROUND

Deed = Callable[[Workspace, Path], object]
"""Given the open books and the folder of the test: `ngoai` in it is the stick or the desktop."""

REPORT = "bao_cao_thanh_tich_ca_nhan"


def _out(folder: Path) -> Path:
    return folder / "ngoai"


def save_person(ws: Workspace, folder: Path) -> object:
    """A recipient with a long note."""
    return register.save(ws, factories.person("CN-DIA", note="ghi chú " * 40_000))


def save_evidence(ws: Workspace, folder: Path) -> object:
    """A scan of three megabytes."""
    register.save(ws, factories.person("CN-DIA"))
    register.save_record(ws, factories.achievement("KQ-DIA", recipient="CN-DIA"))
    return register.add_evidence(ws, "KQ-DIA", folder / "anh.jpg")


def take_workbook(ws: Workspace, folder: Path) -> object:
    """The sample's workbook again, with nothing in the books that it knows."""
    return importing.apply(ws, importing.preview(ws, folder / "so.xlsx"))


def mark_workbook(ws: Workspace, folder: Path) -> object:
    """The marked copy of a workbook."""
    found = importing.preview(ws, demo.sample_workbook())
    return importing.write_marked_copy(found.path, found, _out(folder) / "can-sua.xlsx")


def empty_workbook(ws: Workspace, folder: Path) -> object:
    """The empty workbook for the clerk."""
    return importing.write_empty(ws, _out(folder) / "mau.xlsx")


def make_papers(ws: Workspace, folder: Path) -> object:
    """The papers of a round into the data folder."""
    return papers.make(ws, ROUND, papers.round_folder(ws, rounds.get_round(ws, ROUND)))


def papers_outside(ws: Workspace, folder: Path) -> object:
    """The papers of a round into another folder."""
    return papers.make(ws, ROUND, _out(folder) / "giay")


def seal(ws: Workspace, folder: Path) -> object:
    """A package."""
    return sealing.seal(ws, ROUND, _out(folder) / "goi")


def seal_locked(ws: Workspace, folder: Path) -> object:
    """A package under a password."""
    return sealing.seal(ws, ROUND, _out(folder) / "kin", password="mật khẩu dài")


def back_up(ws: Workspace, folder: Path) -> object:
    """A backup in the data folder."""
    return backups.back_up(ws)


def export(ws: Workspace, folder: Path) -> object:
    """A backup for a stick."""
    return backups.export(ws, _out(folder))


def draft(ws: Workspace, folder: Path) -> object:
    """A report that is being written."""
    person = rounds.nominations(ws, "D1")[0].recipient
    return reports.save_draft(ws, "D1", person, REPORT, {"thanh_tich": "x" * 50_000})


def answers(ws: Workspace, folder: Path) -> object:
    """A report that is kept."""
    person = rounds.nominations(ws, "D1")[0].recipient
    return reports.save_answers(ws, "D1", person, REPORT, {"thanh_tich": "x" * 300_000})


def emblem(ws: Workspace, folder: Path) -> object:
    """The picture of the Quốc huy."""
    return sheets.keep_emblem(ws, folder / "anh.jpg")


def printer(ws: Workspace, folder: Path) -> object:
    """How a printer is put right."""
    return sheets.save_shift(ws, sheets.PrinterShift("Máy " + "x" * 5_000, 1.0, 0.5))


def sheet_out(ws: Workspace, folder: Path) -> object:
    """A layout for another office."""
    return sheets.export_layout(sheets.layouts(ws)[0].layout, _out(folder) / "phoi.toml")


def value(ws: Workspace, folder: Path) -> object:
    """A value of the province, with a rule pack of it."""
    for one in province_values.filled(ws):
        province_values.remove(ws, one)
    span = (date(2026, 1, 1), date(2027, 12, 31))
    issued = ("15/2026/QĐ-UBND", date(2026, 2, 5), "UBND " + "x" * 5_000, "Nguyễn Thị Hòa")
    points = ProvinceValue("diem_gia_dinh_van_hoa", Decimal("85.5"), *span, *issued)
    province_values.fill(ws, points)
    return rule_packs.export(ws, _out(folder) / "goi-luat.toml")


def mapping(ws: Workspace, folder: Path) -> object:
    """How the columns of a list are read."""
    source = list_import.open_list(ws, folder / "danh-sach.csv")
    list_import.remember(ws, source, list_import.proposed_choices(source))
    return list_import.export_mapping(ws, source, _out(folder) / "cach-doc.json")


def numbers(ws: Workspace, folder: Path) -> object:
    """The register of numbers as a workbook."""
    return numbering.export(ws, 2026, _out(folder) / "so-van-ban.xlsx")


def receive(ws: Workspace, folder: Path) -> object:
    """A package of another office, and the reply to it."""
    found = incoming.look_at(folder / "goi-nhan.zip", ws.pages_folder)
    code = receiving.take_in(ws, receiving.preview(ws, found)).code
    draft = replying.Draft(flags=(Flag("", "", Part.WHOLE, "Thiếu chữ ký"),))
    return replying.write(ws, code, draft, _out(folder))


DEEDS: dict[str, Deed] = {
    "save_person": save_person,
    "save_evidence": save_evidence,
    "take_workbook": take_workbook,
    "mark_workbook": mark_workbook,
    "empty_workbook": empty_workbook,
    "make_papers": make_papers,
    "papers_outside": papers_outside,
    "seal": seal,
    "seal_locked": seal_locked,
    "back_up": back_up,
    "export": export,
    "draft": draft,
    "answers": answers,
    "emblem": emblem,
    "printer": printer,
    "sheet_out": sheet_out,
    "value": value,
    "mapping": mapping,
    "numbers": numbers,
    "receive": receive,
}

OUTSIDE = (
    "mark_workbook",
    "empty_workbook",
    "papers_outside",
    "seal",
    "seal_locked",
    "export",
    "sheet_out",
    "value",
    "mapping",
    "numbers",
    "receive",
)
"""Those that write into a folder of the clerk's choice."""


def furnish(folder: Path) -> None:
    """Lay down what the deeds take in."""
    from khenthuong.exchange.workbook_writer import write_batch

    (folder / "ngoai").mkdir(exist_ok=True)
    (folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 12_000)
    batch = factories.whole_batch()
    plain = factories.batch(achievements=[factories.achievement(movement="PT-001")]).achievements
    write_batch(folder / "so.xlsx", replace(batch, achievements=plain, answers=()))
    rows = "STT;Họ và tên;Ngày sinh;Đơn vị\n1;Hoàng Văn Thử;12/03/1980;Phòng Kinh tế\n"
    (folder / "danh-sach.csv").write_text(rows, encoding="utf-8")


def package_for(ws: Workspace, folder: Path) -> None:
    """Seal a package that another office receives."""
    made = sealing.seal(ws, ROUND, folder / "goi-cho-noi-khac").packages[0].path
    shutil.copyfile(made, folder / "goi-nhan.zip")
