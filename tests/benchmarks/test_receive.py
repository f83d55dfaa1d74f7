"""A hundred communes in one sitting: receiving is linear in packages.

scripts/kiem_thu tests/benchmarks -n 0 -p no:randomly -s
"""

from __future__ import annotations

import gc
import time
from pathlib import Path

from khenthuong.exchange.package import write_package
from khenthuong.services import office
from khenthuong.services.transfer import incoming, receiving
from khenthuong.services.workspace import Workspace, open_workspace

NOMINATIONS, EVIDENCE = 20, 200_000
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
MIDDLE = ("Văn", "Thị", "Đức", "Thanh", "Minh", "Kim", "Quốc", "Hữu", "Ngọc", "Xuân", "Thu")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khuê", "Lan", "Minh", "Nga", "Oanh", "Phúc")


def nomination(commune: int, number: int) -> dict[str, object]:
    several = commune * NOMINATIONS + number
    parts = (FAMILY[several % 10], MIDDLE[several % 11], GIVEN[several // 110 % 12])
    return {
        "recipient": f"CN{number:03}",
        "kind": "ca_nhan",
        "name": " ".join(parts),
        "position": "Công chức",
        "unit": f"Văn phòng xã {commune}",
        "award": "bang_khen_cap_tinh" if number % 2 else "chien_si_thi_dua_cap_tinh",
        "award_name": "Bằng khen",
        "branch": "",
        "content": "Thành tích " * 20,
        "initiatives": [],
        "achievements": [],
        "verdict": "dat",
        "principles": {},
        "override": None,
    }


def packages(folder: Path, communes: int) -> list[Path]:
    """One package a commune; names are shared among them as they are in a province."""
    folder.mkdir()
    evidence = folder / "anh.jpg"
    evidence.write_bytes(bytes(range(256)) * (EVIDENCE // 256))
    made: list[Path] = []
    for number in range(communes):
        manifest = {
            "format": 1,
            "office": {"name": f"Xã {number}", "province": "Tỉnh Thử Nghiệm", "level": "xa"},
            "round": {
                "code": "D1",
                "name": "Tổng kết năm",
                "kind": "cong_trang",
                "year": "2025",
                "received": None,
            },
            "authority": "tinh",
            "version": 1,
            "sealed_on": "2026-01-15",
            "period": "",
            "rulebook": "",
            "nominations": [nomination(number, n) for n in range(NOMINATIONS)],
        }
        made.append(folder / f"xa{number}.zip")
        write_package(made[-1], [("05-minh-chung/cn001/anh.jpg", evidence)], manifest)
    return made


def receive(ws: Workspace, paths: list[Path]) -> float:
    """Seconds of the processor for looking at all of them and taking them in."""
    gc.collect()
    start = time.process_time()
    for path in paths:
        found = incoming.look_at(path, ws.pages_folder)
        receiving.take_in(ws, receiving.preview(ws, found))
    return time.process_time() - start


def test_a_hundred_communes_take_ten_times_as_long_as_ten(tmp_path: Path) -> None:
    seconds: dict[int, float] = {}
    for communes in (10, 100):
        paths = packages(tmp_path / f"goi-{communes}", communes)
        root = tmp_path / f"tinh-{communes}"
        office.start_books(root, office="Sở", province="Tỉnh Thử Nghiệm", level="tinh")
        with open_workspace(root) as ws:
            ws.rulebook, ws.forms  # noqa: B018 - read the files before the clock starts
            seconds[communes] = receive(ws, paths)
            assert len(receiving.rows(ws)) == communes
        print(f"{communes} packages: {seconds[communes] * 1000 / communes:.1f} ms each")
    print(f"ratio {seconds[100] / seconds[10]:.1f}")
    assert seconds[100] / seconds[10] <= 12
