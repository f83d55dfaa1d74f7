"""Sound files of every sort the program takes in, to be spoilt."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from random import Random

import xlsxwriter

from khenthuong.domain.kinds import Part
from khenthuong.domain.province import ProvinceValue
from khenthuong.domain.receiving import Flag
from khenthuong.exchange.package_lock import lock
from khenthuong.exchange.workbook_writer import write_batch
from khenthuong.paths import shipped
from khenthuong.services import office
from khenthuong.services.dossier import sealing
from khenthuong.services.intake import list_import
from khenthuong.services.paperwork import papers
from khenthuong.services.paperwork.paper_files import SIDE_FILE
from khenthuong.services.rulebook import confirmations, province_values, rule_packs
from khenthuong.services.safety import backups
from khenthuong.services.transfer import incoming, receiving, replying
from khenthuong.services.workspace import Workspace, open_workspace
from tests import factories
from tests.hardness import mutations
from tests.hardness.acts import ROUND

Spoil = Callable[[Random, bytes], bytes]


@dataclass(frozen=True)
class Seed:
    """A sound file, the target that takes it, how it is spoilt; `at`: «xa» or «tinh»."""

    target: str
    path: Path
    spoil: Spoil
    at: str = "xa"


@dataclass(frozen=True)
class Ground:
    """Two offices' books and the seeds; each target runs on a copy of the books it needs."""

    folder: Path
    seeds: tuple[Seed, ...]

    def of(self, target: str) -> list[Seed]:
        """The seeds of one target."""
        return [seed for seed in self.seeds if seed.target == target]


def prepare(sample_root: Path, folder: Path) -> Ground:
    """Let the sample commune and a province make one of everything."""
    commune, province = folder / "xa", folder / "tinh"
    shutil.copytree(sample_root, commune)
    office.start_books(province, office="Sở Nội vụ", province="Tỉnh Thử Nghiệm", level="tinh")
    kept = folder / "hat-giong"
    kept.mkdir()
    with open_workspace(commune) as ws, open_workspace(province) as other:
        return Ground(folder, tuple(_seeds(ws, other, kept)))


def _seeds(ws: Workspace, other: Workspace, kept: Path) -> Iterator[Seed]:
    docx = partial(mutations.zipped, jinja=True)
    made = papers.make(ws, ROUND, kept / "giay").papers
    for paper in made[:3]:
        yield Seed("layout", paper.path, mutations.zipped)
        yield Seed("readback", paper.path, mutations.zipped)
    yield Seed("side", kept / "giay" / "xa" / SIDE_FILE, mutations.text)
    for form in ("thong_bao_niem_yet", "bao_cao_thanh_tich_ca_nhan"):
        yield Seed("template", ws.template_path(ws.forms[form]), docx)
    yield from _workbooks(ws, kept)
    yield from _packages(ws, other, kept)
    yield from _rules(ws, kept)
    yield from _others(ws, kept)


def _workbooks(ws: Workspace, kept: Path) -> Iterator[Seed]:
    book = kept / "so.xlsx"
    achievement = factories.achievement(movement="PT-001")
    batch = factories.whole_batch()
    plain = factories.batch(achievements=[achievement]).achievements
    write_batch(book, replace(batch, achievements=plain, answers=()), dict(ws.award_names))
    yield Seed("workbook", book, mutations.zipped)
    rows = (
        ("STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Danh hiệu đề nghị"),
        (1, "Hoàng Văn Thử", "12/03/1980", "Công chức", "Phòng Kinh tế", "Lao động tiên tiến"),
        (2, "Lò Thị Nghiệm", "1985", "Văn thư", "Văn phòng", "Lao động tiên tiến"),
    )
    for name, lines in (("danh-sach.xlsx", rows), ("mau.xlsx", rows[:1])):
        with xlsxwriter.Workbook(kept / name) as workbook:
            sheet = workbook.add_worksheet("Danh sách")
            for number, row in enumerate(lines):
                sheet.write_row(number, 0, row)
    yield Seed("list", kept / "danh-sach.xlsx", mutations.zipped)
    yield Seed("list_template", kept / "mau.xlsx", mutations.zipped)
    csv = kept / "danh-sach.csv"
    csv.write_text("\n".join(";".join(map(str, row)) for row in rows), encoding="utf-8")
    yield Seed("list", csv, mutations.text)


def _packages(ws: Workspace, other: Workspace, kept: Path) -> Iterator[Seed]:
    package = sealing.seal(ws, ROUND, kept).packages[0].path
    yield Seed("package", package, mutations.zipped, "tinh")
    lock(package, kept / "kin.mat-khau.zip", "mật khẩu dài")
    yield Seed("locked", kept / "kin.mat-khau.zip", mutations.raw)
    found = incoming.look_at(package, other.pages_folder)
    code = receiving.take_in(other, receiving.preview(other, found)).code
    draft = replying.Draft(flags=(Flag("", "", Part.WHOLE, "Thiếu chữ ký"),))
    yield Seed("package", replying.write(other, code, draft, kept).path, mutations.zipped)
    answer = kept / "tra-loi.json"
    answer.write_text(
        '{"flags": [{"recipient": "", "award": "", "part": "toan_bo", "file": "", '
        '"reason": "Thiếu chữ ký"}], "decision": {"number": "315/QĐ", "day": "2026-03-02", '
        '"authority": "x", "signer": "x", "position": "x"}, "results": [{"recipient": "CN01", '
        '"award": "lao_dong_tien_tien", "granted": true, "reason": ""}]}',
        encoding="utf-8",
    )
    yield Seed("answer", answer, mutations.text)


def _rules(ws: Workspace, kept: Path) -> Iterator[Seed]:
    forms = shipped("forms")
    for name in ("lao_dong_tien_tien", "gia_dinh_van_hoa"):
        yield Seed("award", forms / "khen_thuong" / f"{name}.toml", mutations.text)
    for name in ("thong_bao_niem_yet", "bao_cao_thanh_tich_ca_nhan"):
        yield Seed("form", forms / "bieu_mau" / f"{name}.toml", mutations.text)
    for name in ("de_tinh_quy_dinh", "tieu_chuan_chung"):
        yield Seed("overlay", forms / "quy_dinh" / f"{name}.toml", mutations.text)
    sheet = sorted((forms / "giay_khen").glob("*.toml"))[0]
    yield Seed("sheet", sheet, mutations.text)
    grounds = confirmations.Grounds("Nguyễn Thị Hòa", "15/2026/QĐ-UBND", date(2026, 2, 5))
    confirmations.confirm(ws, "giay_khen_xa", "tieu_chuan_cua_tinh", grounds)
    number = ("15/2026/QĐ-UBND", date(2026, 2, 5), "UBND tỉnh", "Nguyễn Thị Hòa")
    span = (date(2026, 1, 1), date(2027, 12, 31))
    points = ProvinceValue("diem_gia_dinh_van_hoa", Decimal("85.5"), *span, *number)
    province_values.fill(ws, points)
    rule_packs.export(ws, kept / "goi-luat.toml")
    yield Seed("pack", kept / "goi-luat.toml", mutations.text)
    source = list_import.open_list(ws, kept / "danh-sach.xlsx")
    list_import.remember(ws, source, list_import.proposed_choices(source))
    list_import.export_mapping(ws, source, kept / "cach-doc.toml")
    yield Seed("mapping", kept / "cach-doc.toml", mutations.text)
    printers = kept / "may_in.toml"
    printers.write_text('[[may_in]]\nten = "M"\nngang = 1.0\ndoc = 0.5\nty_le = 100.0\n')
    yield Seed("printers", printers, mutations.text)


def _others(ws: Workspace, kept: Path) -> Iterator[Seed]:
    (kept / "ra").mkdir()
    yield Seed("backup", backups.export(ws, kept / "ra").path, mutations.zipped)
    yield Seed("backup", backups.back_up(ws), mutations.raw)
    picture = kept / "anh.png"
    # The smallest of pictures: one point.
    picture.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
            "78da63f8cfc00000030101001cf0e40c0000000049454e44ae426082"
        )
    )
    yield Seed("picture", picture, mutations.raw)
