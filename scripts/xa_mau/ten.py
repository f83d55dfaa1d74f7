"""Invented names, birth dates and identity numbers: picked by hash, the same on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

SEED = "xa-mau-1"

FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Ngô",
    "Đoàn",
    "Lương",
    "Đào",
    "Mai",
    "Tạ",
    "Cao",
    "Khúc",
    "Lưu",
    "Đồng",
    "Tô",
)
MIDDLE = {
    "nam": ("Văn", "Đức", "Minh", "Quang", "Công", "Hữu", "Xuân", "Trọng", "Duy", "Thế", "Bá"),
    "nu": ("Thị", "Thị Thu", "Thị Thanh", "Thị Ngọc", "Thị Kim", "Thị Hồng", "Thu", "Minh"),
}
GIVEN = {
    "nam": (
        "Khoát",
        "Tường",
        "Huân",
        "Thịnh",
        "Quyết",
        "Đạo",
        "Ruệ",
        "Khuê",
        "Tuyển",
        "Biên",
        "Điền",
        "Luân",
        "Hợi",
        "Sáng",
        "Trình",
        "Ước",
        "Vịnh",
        "Nghị",
        "Phái",
        "Chuẩn",
        "Đôn",
        "Kiệm",
        "Lượng",
        "Mẫn",
        "Nhuận",
        "Quân",
        "Soạn",
        "Thưởng",
        "Tiệp",
        "Ý",
        "Ân",
        "Ổn",
    ),
    "nu": (
        "Ngát",
        "Thoa",
        "Nụ",
        "Hoài",
        "Duyên",
        "Len",
        "Tươi",
        "Ước",
        "Quế",
        "Nhàn",
        "Lụa",
        "Thắm",
        "Mơ",
        "Sen",
        "Hiên",
        "Dịu",
        "Mến",
        "Na",
        "Oanh",
        "Phượng",
        "Sâm",
        "Út",
        "Vân",
        "Xuyến",
        "Yến",
        "Ánh",
        "Đào",
        "Chiêm",
        "Bưởi",
        "Gấm",
        "Hòa",
        "Khánh",
    ),
}
HOME_TOWNS = (
    "xã Vĩnh Khê Thượng, thành phố Hải Phòng",
    "xã Vĩnh Khê Thượng, thành phố Hải Phòng",
    "xã Vĩnh Khê Thượng, thành phố Hải Phòng",
    "xã Khê Trung, thành phố Hải Phòng",
    "xã An Khê Đông, thành phố Hải Phòng",
    "xã Đông Lĩnh Hạ, tỉnh Hưng Yên",
    "xã Thượng Khê An, tỉnh Ninh Bình",
)
MINORITY_FAMILY = {
    "Tày": ("Hoàng", "Nông", "Ma"),
    "Mường": ("Bùi", "Quách", "Hà"),
    "Sán Dìu": ("Diệp", "Lục", "Tạ"),
    "Hoa": ("Lâm", "Trương", "Lý"),
}


def number(text: str, below: int) -> int:
    """A number from 0 up to (not including) `below`, always the same for the same text."""
    digest = hashlib.sha256(f"{SEED}|{text}".encode()).digest()
    return int.from_bytes(digest[:6], "big") % below


def pick(text: str, options: Sequence[T]) -> T:
    """One of the options, always the same for the same text."""
    return options[number(text, len(options))]


def order(text: str, options: Sequence[T]) -> list[T]:
    """The options in an order that depends on the text alone."""
    keyed = [(number(f"{text}|{place}", 1 << 40), place) for place in range(len(options))]
    return [options[place] for _, place in sorted(keyed)]


class Names:
    """Hands out names and never the same one twice."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def taken(self, name: str) -> None:
        """Keep a name from being given again."""
        self._used.add(name)

    def new(self, code: str, gender: str, ethnic: str = "Kinh") -> str:
        """A full name for a code; another try while the name is taken."""
        families = MINORITY_FAMILY.get(ethnic, FAMILY)
        for attempt in range(200):
            key = f"{code}|{attempt}"
            name = " ".join(
                (
                    pick(key + "h", families),
                    pick(key + "d", MIDDLE[gender]),
                    pick(key + "t", GIVEN[gender]),
                )
            )
            if name not in self._used and len(set(name.split())) == len(name.split()):
                self._used.add(name)
                return name
        raise ValueError(code)


def birth(code: str, year: int) -> tuple[int, int, int]:
    """Year, month and day of birth."""
    return year, 1 + number(code + "m", 12), 1 + number(code + "n", 28)


def cccd(code: str, gender: str, year: int) -> str:
    """Twelve digits of the right pattern whose serial starts with 9: nobody's number."""
    century = {("nam", 19): 0, ("nu", 19): 1, ("nam", 20): 2, ("nu", 20): 3}[gender, year // 100]
    return f"031{century}{year % 100:02}9{int(code[2:]):05}"
