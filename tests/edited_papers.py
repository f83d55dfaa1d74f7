"""What a clerk does to a paper in Word: type over words, cut a row, copy one, cut a run in two."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn


def retype(path: Path, old: str, new: str, *, last: bool = False) -> None:
    """Type `new` over the first (or last) `old` that stands in one run."""
    document = Document(str(path))
    nodes = [n for n in document.element.body.iter(qn("w:t")) if old in _plain(n)]
    assert nodes, (path.name, old)
    node = nodes[-1 if last else 0]
    node.text = _plain(node).replace(old, new, 1)
    document.save(str(path))


def cut_row(path: Path, holding: str) -> None:
    """Delete the first table row that holds the words."""
    document = Document(str(path))
    row = _row(document, holding)
    row.getparent().remove(row)
    document.save(str(path))


def copy_row(path: Path, holding: str, old: str = "", new: str = "") -> None:
    """Copy a table row under itself, with some words changed in the copy."""
    document = Document(str(path))
    row = _row(document, holding)
    added = copy.deepcopy(row)
    row.addnext(added)
    for node in added.iter(qn("w:t")):
        if old and old in _plain(node):
            node.text = _plain(node).replace(old, new)
    document.save(str(path))


def split_runs(path: Path, words: str) -> None:
    """Cut the run that holds the words in two, as Word does while somebody types."""
    document = Document(str(path))
    node = next(n for n in document.element.body.iter(qn("w:t")) if words in _plain(n))
    run = node.getparent()
    text = node.text or ""
    middle = _plain(node).index(words) + len(words) // 2
    second = copy.deepcopy(run)
    node.text = text[:middle]
    second.find(qn("w:t")).text = text[middle:]
    run.addnext(second)
    document.save(str(path))


def _row(document: Any, holding: str) -> Any:
    return next(
        row
        for row in document.element.body.iter(qn("w:tr"))
        if holding in "".join(_plain(n) for n in row.iter(qn("w:t")))
    )


def _plain(node: Any) -> str:
    return (node.text or "").replace("\u00a0", " ")
