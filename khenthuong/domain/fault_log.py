"""A log without people: what may leave the office when a fault is reported.

Only what is known to be ours passes; everything else is dropped. An exception's message may quote a
name or a path, so only its kind stays, and of a file only the part below the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_HEAD = re.compile(
    r"(?P<when>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?P<level>[A-Z]+) "
    r"(?P<logger>khenthuong[\w.]*) (?P<words>.*)"
)
_FRAME = re.compile(r'\s+File "(?P<path>[^"]+)", line (?P<line>\d+), in (?P<name>[\w<>.]+)')
_KIND = re.compile(r"(?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit)\b")
_OURS = re.compile(r"(?:^|[/\\])((?:khenthuong|site-packages|ban-[\d.]+)[/\\].+|main\.py)$")
_OF_PYTHON = (
    "Traceback (most recent call last):",
    "The above exception was the direct cause of the following exception:",
    "During handling of the above exception, another exception occurred:",
)
_SAID = frozenset({"ask", "crash", "settings", "start", "stop"})
"""First words of our own log lines; what follows them may be anybody's."""


def cleaned(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a log that say when, where and of what kind, and nothing of anybody."""
    for line in lines:
        kept = _cleaned(line.rstrip("\r\n"))
        if kept:
            yield kept


def _cleaned(line: str) -> str:
    head = _HEAD.fullmatch(line)
    if head:
        return f"{head['when']} {head['level']} {head['logger']} {_first_word(head['words'])}"
    frame = _FRAME.match(line)
    if frame:
        return f"  {_place(frame['path'])}:{frame['line']} {frame['name']}"
    if line in _OF_PYTHON:
        return line
    kind = _KIND.match(line)
    return kind.group(0) if kind else ""


def _first_word(words: str) -> str:
    first = words.split(maxsplit=1)[0] if words.strip() else ""
    return first if first in _SAID else "…"


def _place(path: str) -> str:
    ours = _OURS.search(path)
    return ours.group(1).replace("\\", "/") if ours else "…"
