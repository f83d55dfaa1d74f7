import json
import subprocess
import sys
from pathlib import Path

from khenthuong import app

MAIN = Path(__file__).parents[2] / "main.py"


def test_every_screen_opens_and_every_form_is_made() -> None:
    done = subprocess.run(
        [sys.executable, str(MAIN), "self-test", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stdout) == {"ok": True, "problems": []}
    assert done.returncode == 0


def test_a_form_that_is_not_made_is_named(sample: Path, tmp_path: Path) -> None:
    shipped = MAIN.parent / "forms" / "bieu_mau"
    own = sample / "forms" / "bieu_mau"
    own.mkdir(parents=True, exist_ok=True)
    text = (shipped / "quyet_dinh_khen_thuong.toml").read_text(encoding="utf-8")
    text = text.replace('authorities = ["xa"]', 'authorities = ["thu_tuong"]')
    (own / "quyet_dinh_khen_thuong.toml").write_text(text, encoding="utf-8")
    said = list(app._make_every_form(sample, tmp_path / "ra"))
    assert [line.partition(":")[0] for line in said] == ["quyet_dinh_khen_thuong"]
