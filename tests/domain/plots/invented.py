"""Invented figures as large as a commune's: thirty units, twenty targets, long names."""

from datetime import date
from decimal import Decimal

from khenthuong.domain.plots.figures import (
    Aim,
    Bars,
    BarSeries,
    Heat,
    HeatCell,
    Reached,
    ShareLine,
    SharePoint,
    Shares,
    StationBar,
    Stations,
    TargetPanel,
    Targets,
)
from khenthuong.domain.targets import TargetState

LONG = (
    "Tỷ lệ chất thải rắn sinh hoạt trên địa bàn xã được thu gom, phân loại và xử lý theo đúng quy "
    "chuẩn kỹ thuật quốc gia về môi trường"
)
UNIT = "Ban Chỉ huy phòng thủ dân sự và Văn phòng Hội đồng nhân dân, Ủy ban nhân dân xã số {n}"
STATES = tuple(TargetState)


def bars(years: int = 12, gap: int = 2) -> Bars:
    """Counts of three kinds; year number `gap` is not in the books."""
    series = tuple(
        BarSeries(name, tuple(None if n == gap else 7 * n + 40 * k for n in range(years)))
        for k, name in enumerate(("Tập thể", "Cá nhân", "Hộ gia đình"))
    )
    return Bars(tuple(str(2015 + n) for n in range(years)), series, "sổ không có")


def shares(years: int = 12, gap: int = 2) -> Shares:
    """Two lines that cross, with a gap."""

    def point(value: float) -> SharePoint:
        return SharePoint(value, f"{value:g} %".replace(".", ","), f"{value:g} trong 100")

    lines = (
        [None if n == gap else point(100 - 9 * n) for n in range(years)],
        [None if n == gap else point(9 * n) for n in range(years)],
    )
    names = ("Người trực tiếp, trong cá nhân được khen", "Tập thể nhỏ, trong tập thể được khen")
    return Shares(
        tuple(str(2015 + n) for n in range(years)),
        tuple(ShareLine(name, tuple(line)) for name, line in zip(names, lines, strict=True)),
    )


def panel(number: int) -> TargetPanel:
    """A target of three years with figures by the half year, every other one cumulative."""
    level = Decimal(30 + number)
    aims = [
        Aim(date(2024, 1, 1), date(2026, 12, 31), level, level + 4 if number % 3 == 0 else None,
            "Kế hoạch", grows=number % 2 == 0),
    ]  # fmt: skip
    reached = [
        Reached(date(2024 + n // 2, 6 if n % 2 else 1, 30), level - 10 + 2 * n, f"{20 + 2 * n},5",
                "đã đạt")
        for n in range(5)
    ]  # fmt: skip
    name = f"{LONG} ({number})" if number % 4 == 0 else f"Chỉ tiêu số {number}"
    facts = ("Kế hoạch: tối thiểu 45,5%", "Đã đạt: 41,25% (đến 30/6/2026)")
    state = STATES[number % len(STATES)]
    return TargetPanel(name, state, state.value, facts, tuple(aims), tuple(reached))


def targets(count: int = 20) -> Targets:
    """So many targets."""
    return Targets(tuple(map(panel, range(count))), ("đã đạt", "cả kỳ", "kế hoạch", "theo ngày"))


def stations() -> Stations:
    """Eight stations; many names at one of them."""
    who = tuple(UNIT.format(n=n) for n in range(5))
    names = ("Danh sách", "Thẩm định", "Họp", "Niêm yết", "Hồ sơ", "Gửi", "Kết quả", "Xong")
    return Stations(
        tuple(
            StationBar(name, 3 * n, f"{name}: {3 * n}", who if n == 4 else (), "và 7 đề nghị khác")
            for n, name in enumerate(names)
        )
    )


def heat(units: int = 30, columns: int = 20) -> Heat:
    """Units by targets; every fifth cell is a gap."""
    rows = tuple(
        (
            UNIT.format(n=unit),
            tuple(
                HeatCell("–", "không đặt")
                if (unit + column) % 5 == 0
                else HeatCell("Chưa kết luận được\n1.234,5 triệu đồng", "vì sao",
                              state=STATES[(unit + column) % len(STATES)])
                for column in range(columns)
            ),
        )
        for unit in range(units)
    )  # fmt: skip
    return Heat("Đơn vị", tuple(f"Chỉ tiêu dài về môi trường số {n}" for n in range(columns)), rows)
