"""Invented lists with the traits of real ones: old fonts, sections, code lists, formula rows."""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter

TCVN3_SIGNS = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
TCVN3_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_VNI_SIGNS = (
    "aù aø aû aõ aï aâ aê aá aà aå aã aä aé aè aú aü aë eù eø eû eõ eï eâ eá eà eå eã eä "
    "í ì æ ó ò où oø oû oõ oï oâ ô oá oà oå oã oä ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï "
    "yù yø yû yõ î ñ"
)
_VNI_LETTERS = (
    "á à ả ã ạ â ă ấ ầ ẩ ẫ ậ ắ ằ ẳ ẵ ặ é è ẻ ẽ ẹ ê ế ề ể ễ ệ "
    "í ì ỉ ĩ ị ó ò ỏ õ ọ ô ơ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự "
    "ý ỳ ỷ ỹ ỵ đ"
)
VNI_SIGNS, VNI_LETTERS = _VNI_SIGNS.split(), _VNI_LETTERS.split()


def in_tcvn3(text: str) -> str:
    """A text as the font .VnTime holds it; capitals with a tone as small ones."""
    signs = dict(zip(TCVN3_LETTERS, TCVN3_SIGNS, strict=True))
    return "".join(signs.get(letter) or signs.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    """A text as the font VNI-Times holds it."""
    signs = dict(zip(VNI_LETTERS, VNI_SIGNS, strict=True))
    signs |= {letter.upper(): sign.upper() for letter, sign in signs.items()}
    return "".join(signs.get(letter, letter) for letter in text)


def workbook(path: Path, sheets: dict[str, Iterable[Sequence[object]]]) -> Path:
    """A workbook with these rows."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value not in (None, ""):
                    page.write(number, column, value)
    book.close()
    return path


TEMPLATE_HEADERS = (
    "STT",
    "Cách gọi (Ông/Bà)",
    "Tên tập thể/cá nhân/hộ gia đình",
    "Chức vụ",
    "Đơn vị công tác",
    "Phân loại khen thưởng",
    "Danh hiệu thi đua/Hình thức khen thưởng",
    "Lĩnh vực",
)
SORTS = (("Khen cá nhân", "CANHAN"), ("Khen tập thể", "TAPTHE"), ("Khen hộ gia đình", "HOGIADINH"))
AWARDS = (
    ("Lao động tiên tiến", "7001"),
    ("Chiến sĩ thi đua cơ sở", "7002"),
    ("Tập thể lao động tiên tiến", "7003"),
    ("Giấy khen", "7004"),
    ("Bằng khen các cấp", "7005"),
)


def template(path: Path, rows: int = 60) -> Path:
    """A portal's workbook: drop-downs from other sheets, codes by VLOOKUP in empty rows, a picture
    of styles, a hidden sheet and a protected one."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("nhận")
    lists = book.add_worksheet("DM HT")
    sorts = book.add_worksheet("loai kt")
    guide = book.add_worksheet("Hướng dẫn")
    head = book.add_format({"bold": True, "bg_color": "#DDEEFF", "border": 1})
    plain = book.add_format({"border": 1, "text_wrap": True})
    for column, header in enumerate(TEMPLATE_HEADERS):
        page.write(0, column, header, head)
    page.write(0, 10, "Mã Phân loại khen thưởng", head)
    page.write(0, 11, "Mã Danh hiệu thi đua", head)
    for row in range(1, rows + 1):
        for column in range(len(TEMPLATE_HEADERS)):
            page.write_blank(row, column, None, plain)
        place = row + 1
        page.write_formula(row, 10, f"=VLOOKUP(F{place},'loai kt'!$A$1:$B$3,2,0)", None, "#N/A")
        page.write_formula(row, 11, f"=VLOOKUP(G{place},'DM HT'!$A$2:$B$90,2,0)", None, "#N/A")
    page.data_validation(1, 5, 999, 5, {"validate": "list", "source": "='loai kt'!$A$1:$A$3"})
    page.data_validation(1, 6, 999, 6, {"validate": "list", "source": "='DM HT'!$A$2:$A$90"})
    lists.write_row(0, 0, ("tenht", "maht"))
    for row, entry in enumerate(AWARDS, start=1):
        lists.write_row(row, 0, entry)
    for row, entry in enumerate(SORTS):
        sorts.write_row(row, 0, entry)
    lists.hide()
    sorts.protect("")
    guide.write_row(0, 0, ("Điền từ dòng 2",))
    book.close()
    return path


def parts(path: Path) -> dict[str, bytes]:
    """Every part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
