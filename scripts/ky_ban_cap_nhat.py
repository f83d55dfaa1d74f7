"""Make a signed update file of a built program; the publisher's tool.

    python scripts/ky_ban_cap_nhat.py --khoa-moi KHOA.pem          a new pair of keys
    python scripts/ky_ban_cap_nhat.py --khoa KHOA.pem --ban dist/KhenThuong \\
        --tu-ban 0.1.0 --co-gi-moi GHI_CHU.txt --ra DIR            sign a build

The private key stays with the publisher and never comes into the repository. Its public half, the
file that ends in .cong-khai.pem, is laid at resources/khoa_cap_nhat.pem before the first build that
shall take updates. A pass phrase is asked for; none is asked with --khong-mat-khau.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from khenthuong import __version__, texts
from khenthuong.domain.updates import PRODUCT, PROGRAM_NAMES, Update
from khenthuong.errors import UserError
from khenthuong.exchange import update_file
from khenthuong.paths import version_folder
from khenthuong.services.updating.program import platform_name
from khenthuong.storage import migrations

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Make a pair of keys, or sign a build; 1 when it cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--khoa-moi", metavar="FILE", type=Path)
    what.add_argument("--khoa", metavar="FILE", type=Path)
    parser.add_argument("--khong-mat-khau", action="store_true")
    parser.add_argument("--ban", metavar="DIR", type=Path, default=ROOT / "dist" / PRODUCT)
    parser.add_argument("--tu-ban", metavar="VERSION", default="0.1.0")
    parser.add_argument("--co-gi-moi", metavar="FILE", type=Path)
    parser.add_argument("--ra", metavar="DIR", type=Path, default=ROOT / "dist")
    options = parser.parse_args(arguments)
    try:
        if options.khoa_moi:
            return make_keys(options.khoa_moi, _phrase(options, twice=True))
        return sign(options, _phrase(options))
    except UserError as wrong:
        print(texts.say(wrong.code, wrong.arguments), file=sys.stderr)
    except OSError as wrong:
        print(f"{wrong.filename}: {wrong.strerror}", file=sys.stderr)
    return 1


def make_keys(target: Path, phrase: str) -> int:
    """Write a new pair; an existing file is never replaced."""
    public = target.with_suffix(".cong-khai.pem")
    private_key, public_key = update_file.new_keys(phrase)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(private_key + "\n")
    public.write_text(public_key + "\n", encoding="ascii")
    print(f"Khóa riêng (giữ kín): {target}\nKhóa công khai (đặt vào resources): {public}")
    return 0


def sign(options: argparse.Namespace, phrase: str) -> int:
    """Pack and sign the build, read the file back with the public half of the key."""
    folder: Path = options.ban
    inside = folder / version_folder()
    if not inside.is_dir():
        print(f"Không thấy {inside}; hãy chạy scripts/dong_goi trước.", file=sys.stderr)
        return 1
    notes = options.co_gi_moi.read_text(encoding="utf-8-sig").strip() if options.co_gi_moi else ""
    private_key = options.khoa.read_text(encoding="ascii")
    files, links = contents(folder)
    update = Update(
        version=__version__,
        platform=platform_name(),
        least=options.tu_ban,
        schema=migrations.LATEST,
        day=date.today(),
        notes=notes,
        entries=update_file.listed_entries(folder, files),
        links=links,
    )
    target = options.ra / f"{PRODUCT}-{__version__}-{platform_name()}{update_file.ENDING}"
    update_file.write_update(target, folder, update, private_key, phrase)
    update_file.read_update(target, update_file.public_of(private_key, phrase))
    print(f"{target}: {target.stat().st_size / 1_000_000:.0f} MB, {len(files)} tệp")
    return 0


def contents(folder: Path) -> tuple[list[str], dict[str, str]]:
    """The files of a build and its symbolic links; the office's own are never among them."""
    files = [name for name in PROGRAM_NAMES if (folder / name).is_file()]
    links: dict[str, str] = {}
    for path in sorted((folder / version_folder()).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            links[name] = path.readlink().as_posix()
        elif path.is_file():
            files.append(name)
    return files, links


def _phrase(options: argparse.Namespace, *, twice: bool = False) -> str:
    if options.khong_mat_khau:
        return ""
    first = getpass.getpass("Mật khẩu của khóa riêng: ")
    if twice and getpass.getpass("Gõ lại: ") != first:
        raise UserError("update.bad_key")
    return first


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
