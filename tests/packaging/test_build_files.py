"""The files the builds are made from agree with the program and with each other."""

import importlib.util
import re
import struct
import sys
from pathlib import Path
from types import ModuleType

import pytest
from packaging.utils import canonicalize_name

from khenthuong import __version__, paths

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pins_module() -> ModuleType:
    return _load(ROOT / "scripts" / "dong_goi_ghim.py")


@pytest.fixture(scope="module")
def licence_module() -> ModuleType:
    return _load(ROOT / "scripts" / "dong_goi_giay_phep.py")


def _parts() -> dict[str, str]:
    """First words of every title of giay_phep.txt, and the lines of its lists, with the licence."""
    text = (ROOT / "resources" / "giay_phep.txt").read_text(encoding="utf-8")
    lines = re.findall(r"^(?:== )?(\S+) [^\n–]*– (.+)$", text, flags=re.MULTILINE)
    return {canonicalize_name(name): licence for name, licence in lines}


def test_every_pinned_package_has_a_licence(pins_module: ModuleType) -> None:
    known = _parts()
    assert [pin.name for pin in pins_module.pins() if not known.get(pin.name)] == []


def test_the_licence_file_is_what_the_script_writes(licence_module: ModuleType) -> None:
    assert licence_module.TARGET.read_text(encoding="utf-8") == licence_module.collected()


def test_what_the_program_carries_comes_with_its_words(pins_module: ModuleType) -> None:
    text = (ROOT / "resources" / "giay_phep.txt").read_text(encoding="utf-8")
    for name in pins_module.shipped_names(pins_module.windows()):
        chapter = re.search(
            rf"^== {re.escape(name)} .*?(?=^== |\Z)", text, re.MULTILINE | re.DOTALL
        )
        assert chapter is not None, name
        assert len(chapter.group().splitlines()) > 2, name


def test_conditions_are_judged_for_windows_and_not_for_this_machine(pins_module) -> None:
    there = {pin.name: pin.version for pin in pins_module.pinned(pins_module.windows("3.13"))}
    older = {pin.name: pin.version for pin in pins_module.pinned(pins_module.windows("3.11"))}
    assert {"colorama", "pefile", "pywin32-ctypes"} <= there.keys()
    assert there["vietnam-provinces"] != older["vietnam-provinces"]


def test_the_program_needs_its_libraries_and_none_of_the_tools(pins_module) -> None:
    needed = pins_module.shipped_names(pins_module.windows())
    assert {"pyside6-essentials", "shiboken6", "docopt", "pycryptodomex", "six"} <= needed
    assert not {"pytest", "pillow", "pyinstaller", "setuptools"} & needed


def test_every_dependency_is_pinned(pins_module: ModuleType) -> None:
    pinned = {pin.name for pin in pins_module.pins()}
    assert pins_module.shipped_names(pins_module.windows()) <= pinned


def test_the_icon_holds_every_size_windows_asks_for() -> None:
    data = (WINDOWS / "khenthuong.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    entries = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * n) for n in range(count)]
    assert (reserved, kind) == (0, 1)
    assert {entry[0] for entry in entries} >= {16, 32, 48, 0}
    assert all(data[at : at + 8] == b"\x89PNG\r\n\x1a\n" for *_, at in entries)
    assert entries[-1][6] + entries[-1][7] == len(data)


@pytest.mark.parametrize(
    ("version", "four"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3.4.5", (1, 2, 3, 4)), ("2.0rc1", (2, 0, 0, 0))],
)
def test_a_version_is_four_numbers_for_windows(version: str, four: tuple[int, ...]) -> None:
    assert _load(WINDOWS / "version_info.py").numbers(version) == four


def test_the_version_of_the_project_is_the_program_s() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in project


@pytest.mark.parametrize("name", ["khenthuong.iss", "tieng_viet.isl"])
def test_inno_setup_reads_vietnamese_only_with_a_mark(name: str) -> None:
    assert (WINDOWS / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_installer_needs_no_administrator_and_never_touches_the_books() -> None:
    script = (WINDOWS / "khenthuong.iss").read_text(encoding="utf-8-sig")
    assert "PrivilegesRequired=lowest" in script
    replaced = set(re.findall(r'Name: "\{app\}\\([^"]+)"', script))
    assert paths.version_folder().startswith("ban-")
    assert replaced == {"ban-*", "cap_nhat"}
    installed = re.search(r"^DefaultDirName=(.+)$", script, re.MULTILINE)
    assert installed is not None
    assert installed.group(1) == r"{localappdata}\Programs\KhenThuong"
    assert f'Excludes: "{paths.PORTABLE_MARK},{paths.PORTABLE_FOLDER}"' in script


def test_every_sentence_of_the_installer_is_vietnamese() -> None:
    text = (WINDOWS / "tieng_viet.isl").read_text(encoding="utf-8-sig")
    messages = text.partition("[Messages]")[2].partition("[CustomMessages]")[0]
    said = dict(line.split("=", 1) for line in messages.splitlines() if "=" in line)
    assert [name for name, words in said.items() if not words.strip()] == []
    assert not [name for name, words in said.items() if re.search(r"\b(the|Setup|click)\b", words)]


def test_the_runner_builds_with_the_python_the_offline_folder_expects(pins_module) -> None:
    workflow = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    assert f'python-version: "{pins_module.WINDOWS_PYTHON}"' in workflow
    used = set(re.findall(r"uses: (\S+)@v\d+$", workflow, re.MULTILINE))
    assert used == {"actions/checkout", "actions/setup-python", "actions/upload-artifact"}
    called = re.findall(r"(?:scripts|packaging)\\[\w\\]+\.\w+", workflow)
    assert called
    assert [name for name in called if not ROOT.joinpath(*name.split("\\")).is_file()] == []


def test_the_offline_script_asks_for_the_python_that_was_chosen() -> None:
    script = (WINDOWS / "cai_dat.cmd").read_text(encoding="utf-8")
    assert "--no-index" in script
    assert "@PYTHON@" in script
    assert "@PYTHON_SO@" in script
