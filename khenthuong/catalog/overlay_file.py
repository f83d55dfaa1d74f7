"""Writing rule files: our own small TOML writer, and a file put on disk whole or not at all.

Tables are those that `toml_reader` reads: texts, whole numbers, flags, dates, lists of texts,
inline tables, and lists of tables.
"""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import cast

from khenthuong.errors import CatalogError

Table = Mapping[str, object]


def dump(table: Table, remarks: Sequence[str] = ()) -> str:
    """The table as TOML, below the remarks; keys without a value (None, "", []) are left out."""
    lines = [f"# {remark}" if remark else "#" for remark in remarks]
    lines += _lines(table, "")
    return "\n".join(lines).strip("\n") + "\n"


def save(path: Path, table: Table, remarks: Sequence[str] = ()) -> None:
    """Write the table beside the target, flush it to the disk, then put it in its place.

    Raises CatalogError («rule.cannot_write») when the folder, the disk or a lock does not allow it;
    the file that was there is whole then.
    """
    text = dump(table, remarks)
    tomllib.loads(text)
    staged: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.stem}.", suffix=".dang-ghi"
        )
        staged = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files only their owner may read; this one is made to be handed on.
        staged.chmod(0o644)
        staged.replace(path)
    except OSError as cause:
        reason = cause.strerror or str(cause)
        raise CatalogError("rule.cannot_write", path=path, reason=reason) from cause
    finally:
        if staged is not None:
            with suppress(FileNotFoundError):
                staged.unlink()


def line_of(text: str, place: str, key: str = "") -> int:
    """The line (from 1) of a key at a reader's place («award[x].criterion[y]»); 0 when not found.

    Ids in the place are followed downwards; within the last table the key is looked for.
    """
    lines = text.splitlines()
    start = 0
    for name in _ids(place):
        row = next((n for n in range(start, len(lines)) if _says_id(lines[n], name)), None)
        if row is None:
            break
        start = row
    first, end = _block(lines, start)
    # A key missing in «x = { … }» is looked for where x stands.
    for words in (key.split(" / ")[0], place.rpartition(".")[2]):
        for row in range(first, end):
            if words and "[" not in words and lines[row].lstrip().startswith(words):
                return row + 1
    return start + 1 if lines else 0


def _lines(table: Table, path: str) -> list[str]:
    found: list[str] = []
    tables: list[tuple[str, Sequence[Table]]] = []
    for key, value in table.items():
        if value in (None, "", []):
            continue
        if _is_rows(value):
            tables.append((key, cast("Sequence[Table]", value)))
        else:
            found.append(f"{key} = {_value(value)}")
    for key, rows in tables:
        name = f"{path}.{key}" if path else key
        for row in rows:
            found += ["", f"[[{name}]]", *_lines(row, name)]
    return found


def _is_rows(value: object) -> bool:
    if not isinstance(value, list | tuple) or not value:
        return False
    return all(isinstance(row, Mapping) for row in cast("Sequence[object]", value))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        inner = cast("Table", value)
        pairs = [f"{k} = {_value(v)}" for k, v in inner.items() if v is not None and v != ""]
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, cast("Sequence[object]", value))) + "]"
    # A TOML basic string escapes as JSON does; what is not a number there is text («0.45»).
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _ids(place: str) -> list[str]:
    return [part.partition("]")[0] for part in place.split("[")[1:]]


def _says_id(line: str, name: str) -> bool:
    key, _, value = line.partition("=")
    return key.strip() == "id" and value.strip().strip("\"'") == name


def _block(lines: Sequence[str], row: int) -> tuple[int, int]:
    """The lines of the table that a line stands in: from its header to the next one."""
    heads = [n for n, line in enumerate(lines) if line.lstrip().startswith("[")]
    first = max((n for n in heads if n <= row), default=0)
    end = min((n for n in heads if n > row), default=len(lines))
    return first, end
