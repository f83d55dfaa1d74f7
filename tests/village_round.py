"""A round on «Gia đình văn hóa» in the sample commune: two villages, one household voted down."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from khenthuong import storage
from khenthuong.domain.kinds import MeetingKind, RoundKind, UnitKind
from khenthuong.domain.records import Rating
from khenthuong.domain.register import Household, Unit
from khenthuong.domain.rounds import Meeting, Nomination, Notice, Round, Vote
from khenthuong.domain.years import Year
from khenthuong.services.workspace import Workspace

CODE, MEETING, VILLAGE, OTHER = "GDVH2025", "HTHON", "TMIT", "TNHAN"
AWARD, VILLAGE_AWARD = "gia_dinh_van_hoa", "thon_to_dan_pho_van_hoa"
HEADS = ("Lò Văn Mít", "Trịnh Thị Hồng Nhãn", "Cao Bá Ổi", "Mạc Đình Xoài", "Quách Thị Bưởi")
NOT_AGREED = HEADS[3]
ELSEWHERE = HEADS[4]


def add_village_round(ws: Workspace) -> None:
    """Write the round with its village meeting, votes, notice, points and nominations."""
    with ws.books.write("thử"):
        for code, name in ((VILLAGE, "Thôn Cây Mít"), (OTHER, "Thôn Cây Nhãn")):
            unit = Unit(code, name, kind=UnitKind.VILLAGE, head="Tạ Văn Trưởng")
            storage.register.save(ws.books, unit)
        storage.rounds.save_round(
            ws.books,
            Round(
                CODE,
                "Xét gia đình, thôn văn hóa năm 2025",
                RoundKind.MERIT,
                Year(2025),
                received=date(2025, 11, 20),
                deadline=date(2025, 11, 25),
            ),
        )
        for place, head in enumerate(HEADS, start=1):
            _household(ws, f"HM{place}", head)
        storage.rounds.save_nomination(ws.books, Nomination(CODE, OTHER, VILLAGE_AWARD))
        storage.rounds.save_meeting(ws.books, _meeting(), [_vote(n) for n in range(1, 5)])
        storage.rounds.save_notices(ws.books, CODE, _notices())


def _household(ws: Workspace, code: str, head: str) -> None:
    village = OTHER if head == ELSEWHERE else VILLAGE
    storage.register.save(
        ws.books, Household(code, head, "Số 7 ngõ Riêng Tư", village=village, members=4)
    )
    storage.records.save(ws.books, Rating(code, Year(2025), None, points=Decimal("92.5")))
    storage.rounds.save_nomination(ws.books, Nomination(CODE, code, AWARD))


def _meeting() -> Meeting:
    return Meeting(
        MEETING, CODE, MeetingKind.UNIT, VILLAGE, date(2025, 10, 30), "19:30",
        "Nhà văn hóa thôn Cây Mít", "Tạ Văn Trưởng", "Lê Thị Bút", "60 đại diện hộ gia đình",
        minutes_number="03",
    )  # fmt: skip


def _vote(place: int) -> Vote:
    return Vote(MEETING, f"HM{place}", AWARD, *((55, 5) if place < 4 else (20, 40)))


def _notices() -> list[Notice]:
    first, last = date(2025, 11, 1), date(2025, 11, 10)
    return [
        Notice(CODE, "Nhà văn hóa thôn Cây Mít", first, last, "31/TB-UBND", "không có"),
        Notice(CODE, "Nhà văn hóa thôn Cây Nhãn", first, last, "31/TB-UBND",
               "Đơn tố cáo hộ ông Xoài lấn đường", "Đã giải quyết riêng"),
    ]  # fmt: skip
