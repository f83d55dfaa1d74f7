"""The pinned packages, and which of them the program itself needs on a given system.

pip judges the conditions of a pin («; sys_platform == 'win32'») by the machine it runs on, so they
are judged here, for the machine that is asked about.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "constraints.txt"
PROJECT = ROOT / "pyproject.toml"
WINDOWS_PYTHON = "3.13"
"""The Python that is packed for Windows, and expected by the offline folder."""


@dataclass(frozen=True)
class Pin:
    """One line of constraints.txt. `needed` only where its condition holds."""

    name: str
    version: str
    requirement: Requirement

    def holds(self, environment: dict[str, str]) -> bool:
        """Whether this line counts in an environment (see `windows`)."""
        marker = self.requirement.marker
        return marker is None or marker.evaluate(dict(environment))


def pins() -> list[Pin]:
    """Every line of constraints.txt, in its order."""
    lines = PINS.read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return [
        Pin(canonicalize_name(one.name), next(iter(one.specifier)).version, one) for one in found
    ]


def windows(python: str = WINDOWS_PYTHON) -> dict[str, str]:
    """The environment that conditions are judged by: 64-bit Windows with that Python."""
    here = {name: str(value) for name, value in default_environment().items()}
    return here | {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def here() -> dict[str, str]:
    """The environment of this machine."""
    return {name: str(value) for name, value in default_environment().items()}


def pinned(environment: dict[str, str]) -> list[Pin]:
    """The pins that count in an environment."""
    return [pin for pin in pins() if pin.holds(environment)]


def shipped_names(environment: dict[str, str]) -> set[str]:
    """What pyproject.toml asks for, and what that asks for in turn; read from what is installed.

    A package that is asked for but not installed here (Windows only) is named, and not looked into.
    """
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    queue: list[Requirement] = [Requirement(line) for line in project["dependencies"]]
    found: set[str] = set()
    while queue:
        wanted = queue.pop()
        name = canonicalize_name(wanted.name)
        counts = wanted.marker is None or wanted.marker.evaluate({**environment, "extra": ""})
        if name in found or not counts:
            continue
        found.add(name)
        queue += [Requirement(line) for line in _requires(name)]
    return found


def _requires(name: str) -> list[str]:
    try:
        return metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
