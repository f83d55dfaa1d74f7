"""Make the sample commune anew: resources/sample/xa_mau.xlsx and its evidence files.

    python scripts/lam_xa_mau.py [DIR]

The same tables (scripts/xa_mau) give the same bytes; a test makes them again and compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from khenthuong.exchange.workbook_writer import write_batch  # noqa: E402
from scripts.xa_mau import lich_su, minh_chung  # noqa: E402
from scripts.xa_mau.bo_du_lieu import batch  # noqa: E402

TARGET = ROOT / "resources" / "sample"
WORKBOOK = "xa_mau.xlsx"


def make(target: Path) -> None:
    """Write the workbook and minh_chung/ into a folder; evidence of earlier tables goes."""
    evidence = minh_chung.files()
    (target / "minh_chung").mkdir(parents=True, exist_ok=True)
    for old in (target / "minh_chung").iterdir():
        if f"minh_chung/{old.name}" not in evidence:
            old.unlink()
    for name, data in evidence.items():
        (target / name).write_bytes(data)
    names = {award: name for name, award in lich_su.AWARD_IDS.items()}
    write_batch(target / WORKBOOK, batch(), names)


def main(arguments: list[str]) -> int:
    """Make the sample in the folder given, else in resources/sample."""
    target = Path(arguments[0]) if arguments else TARGET
    make(target)
    print(f"Đã tạo {target / WORKBOOK}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
