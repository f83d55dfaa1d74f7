"""The rules of the house that no single module can keep: layers, sizes, where texts live.

Each rule is a function from source text to offences, so that the rule itself is tested too:
given a piece of code that breaks it, it must say so.
"""

import ast
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import khenthuong

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "khenthuong"

MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 60

# Where Vietnamese text for people lives (forms/ holds no Python).
TEXT_HOMES = ("ui/", "texts.py", "texts/")
# Vietnamese elsewhere, each for a reason:
TEXT_EXCEPTIONS = {
    "domain/vietnamese.py": "the alphabet itself: folding, sort order, words of dates and numbers",
    "exchange/lists/legacy_text.py": "the letters of old fonts, made of bases and marks",
    "documents/layout/widths.py": "the letters themselves, each with its width in print",
    "documents/readback_statements.py": "the same words, looked for in papers read back",
    "documents/filters.py": "words a template asks for by filter: «ngày … tháng …», numbers",
}

DIALOGS = {"QMessageBox", "QFileDialog", "QInputDialog"}
DIALOG_HOME = "ui/messages.py"

# The last resorts: the worker's delivery of an error, the excepthook, app.main.
CATCH_ALL_HOMES = {"ui/jobs.py", "ui/crash_dialog.py", "app.py"}
MAX_CATCH_ALLS = 3

OURS_BELOW_DOMAIN = ("khenthuong.domain", "khenthuong.errors", "khenthuong.paths")
MIGRATIONS = "khenthuong.storage.migrations"


def sources() -> list[str]:
    """Every module of the package, as a path from khenthuong/."""
    return sorted(p.relative_to(PACKAGE).as_posix() for p in PACKAGE.rglob("*.py"))


def long_functions(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MAX_FUNCTION_LINES:
                found.append(f"{node.lineno}: {node.name} has {length} lines")
    return found


def is_vietnamese(text: str) -> bool:
    """Whether the text has a letter with a mark, or đ."""
    return any(unicodedata.combining(c) or c in "đĐ" for c in unicodedata.normalize("NFD", text))


def vietnamese_literals(tree: ast.Module) -> list[str]:
    """String literals in Vietnamese; a string standing alone is a docstring and does not count."""
    alone = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        f"{node.lineno}: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in alone
        and is_vietnamese(node.value)
    ]


def dialogs(tree: ast.Module) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree):
        names: set[str] = set()
        if isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute):
            names = {node.attr}
        elif isinstance(node, ast.Name):
            names = {node.id}
        found += [f"{getattr(node, 'lineno', 0)}: {name}" for name in sorted(names & DIALOGS)]
    return found


def catch_alls(tree: ast.Module) -> list[str]:
    """Handlers that catch everything: bare, Exception, BaseException, suppress(Exception)."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = [node.type]
            if isinstance(node.type, ast.Tuple):
                caught = list(node.type.elts)
            if any(_catches_all(kind) for kind in caught):
                found.append(f"{node.lineno}: except")
        elif isinstance(node, ast.Call) and _suppresses_all(node):
            found.append(f"{node.lineno}: suppress")
    return found


def _suppresses_all(call: ast.Call) -> bool:
    return _name(call.func) == "suppress" and any(_catches_all(kind) for kind in call.args)


def _catches_all(kind: ast.expr | None) -> bool:
    return kind is None or _name(kind) in {"Exception", "BaseException"}


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def imports(tree: ast.Module, package: str) -> Iterator[tuple[int, str]]:
    """Every import anywhere in the module, relative ones made absolute from its package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")
                above = above[: len(above) - node.level + 1]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                yield node.lineno, f"{base}.{alias.name}"


def foreign_to_domain(tree: ast.Module, package: str = "khenthuong.domain") -> list[str]:
    return [
        f"{line}: {name}"
        for line, name in imports(tree, package)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not _is_within(name, *OURS_BELOW_DOMAIN, "khenthuong.texts")
    ]


def ours_in_migrations(tree: ast.Module, package: str = "khenthuong.storage") -> list[str]:
    return [
        f"{line}: {name}"
        for line, name in imports(tree, package)
        if _is_within(name, "khenthuong") and not _is_within(name, MIGRATIONS)
    ]


def _is_within(name: str, *packages: str) -> bool:
    return any(name == p or name.startswith(p + ".") for p in packages)


def _tree(path: str) -> ast.Module:
    return ast.parse((PACKAGE / path).read_text(encoding="utf-8"), filename=path)


def _package_of(path: str) -> str:
    return ".".join(["khenthuong", *Path(path).parts[:-1]])


def _offences(rule: Callable[[ast.Module], list[str]], paths: list[str]) -> list[str]:
    return [f"khenthuong/{path}:{found}" for path in paths for found in rule(_tree(path))]


def test_layers() -> None:
    """import-linter keeps every contract of pyproject.toml."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as m; m()"]
    command += ["--no-cache", "--no-logo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_small() -> None:
    sizes = {p: len((PACKAGE / p).read_text(encoding="utf-8").splitlines()) for p in sources()}
    assert {p: n for p, n in sizes.items() if n > MAX_FILE_LINES} == {}


def test_functions_stay_small() -> None:
    assert _offences(long_functions, sources()) == []


def test_vietnamese_text_lives_at_home() -> None:
    elsewhere = [p for p in sources() if not p.startswith(TEXT_HOMES) and p not in TEXT_EXCEPTIONS]
    assert _offences(vietnamese_literals, elsewhere) == []


def test_one_door_for_dialogs() -> None:
    assert _offences(dialogs, [p for p in sources() if p != DIALOG_HOME]) == []


def test_catch_alls_only_as_last_resort() -> None:
    found = {path: catch_alls(_tree(path)) for path in sources()}
    found = {path: lines for path, lines in found.items() if lines}
    assert set(found) <= CATCH_ALL_HOMES, found
    assert sum(map(len, found.values())) <= MAX_CATCH_ALLS, found


def test_domain_uses_the_standard_library_only() -> None:
    modules = [p for p in sources() if p.startswith("domain/")]
    found = [(p, foreign_to_domain(_tree(p), _package_of(p))) for p in modules]
    assert [(p, lines) for p, lines in found if lines] == []


def test_migrations_stand_alone() -> None:
    modules = [p for p in sources() if p.startswith("storage/migrations")]
    found = [(p, ours_in_migrations(_tree(p), _package_of(p))) for p in modules]
    assert [(p, lines) for p, lines in found if lines] == []


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == khenthuong.__version__


def _long_function(lines: int) -> str:
    return "def f():\n" + "    x = 1\n" * (lines - 1)


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        (long_functions, _long_function(60), _long_function(61)),
        (vietnamese_literals, '"""Tờ trình."""\nx = "to_trinh"  # Tờ', 'x = f"{y} đã có"'),
        (vietnamese_literals, 'def f():\n    "Ký tên"', 'x = "Tơ\u031b\u0300 tri\u0300nh"'),
        (dialogs, "from PySide6.QtWidgets import QLabel", "QtWidgets.QMessageBox.warning()"),
        (dialogs, "x = 'QFileDialog'", "from PySide6.QtWidgets import QFileDialog"),
        (catch_alls, "try: f()\nexcept OSError: pass", "try: f()\nexcept: pass"),
        (catch_alls, "raise Exception", "try: f()\nexcept (OSError, Exception): pass"),
        (catch_alls, "with suppress(OSError): f()", "with suppress(Exception): f()"),
        (foreign_to_domain, "import re\nfrom . import form", "from .. import storage"),
        (foreign_to_domain, "from khenthuong.errors import X", "def f():\n    import yaml"),
        (ours_in_migrations, "import sqlite3", "from .database import open_books"),
        (ours_in_migrations, "from .migrations import steps", "from khenthuong import errors"),
    ],
)
def test_each_rule_can_fail(rule: Callable[[ast.Module], list[str]], good: str, bad: str) -> None:
    assert rule(ast.parse(good)) == []
    assert rule(ast.parse(bad)) != []
