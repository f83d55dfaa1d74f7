"""Runs inside LibreOffice's own Python: one office program, kept warm, one file a line.

Standard library and `uno` only, for this file is started by another interpreter than ours. It
reads JSON lines {"source", "target"} and answers {"ok": true} or {"error": text}; the first
argument is the soffice program, the second an empty folder for its profile.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_TRIES = 120
_WAIT_SECONDS = 0.25
_NEVER_RUN_MACROS = 0
_NEVER_UPDATE_LINKS = 0


def main(soffice: str, profile: str) -> int:
    """Start the office program and serve until standard input ends."""
    uno: Any = importlib.import_module("uno")

    pipe = f"khenthuong{time.time_ns()}"
    office = subprocess.Popen(
        [
            soffice,
            "--headless",
            "--invisible",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nofirststartwizard",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        desktop = _desktop(uno, pipe, office)
        # The parent ends the whole group when this bridge hangs in a file.
        _answer({"ready": desktop is not None, "office": office.pid})
        return _serve(uno, desktop) if desktop is not None else 1
    finally:
        end(office.pid)
        office.wait()


def end(process: int) -> None:
    """End the office program with what it started: soffice only launches what does the work."""
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process)]
        subprocess.run(command, capture_output=True, check=False)
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)


def _desktop(uno: Any, pipe: str, office: subprocess.Popen[bytes]) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(_TRIES):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            # soffice starts another process and leaves: only a failed start is an end.
            if office.poll() not in (None, 0):
                return None
            time.sleep(_WAIT_SECONDS)
    return None


def _serve(uno: Any, desktop: Any) -> int:
    for line in sys.stdin:
        job = json.loads(line)
        try:
            _convert(uno, desktop, job["source"], job["target"])
        except uno.getClass("com.sun.star.uno.Exception") as error:
            _answer({"error": str(error)})
        else:
            _answer({"ok": True})
    return 0


def _convert(uno: Any, desktop: Any, source: str, target: str) -> None:
    options: dict[str, object] = {
        "Hidden": True,
        "ReadOnly": True,
        # Named, or a broken file would be taken for a text and printed as gibberish.
        "FilterName": "MS Word 2007 XML",
        "MacroExecutionMode": _NEVER_RUN_MACROS,
        "UpdateDocMode": _NEVER_UPDATE_LINKS,
    }
    opened = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, _values(uno, options))
    if opened is None:
        raise uno.getClass("com.sun.star.uno.Exception")(source, None)
    try:
        export = _values(uno, {"FilterName": "writer_pdf_Export"})
        opened.storeToURL(Path(target).as_uri(), export)
    finally:
        opened.close(True)


def _values(uno: Any, options: dict[str, object]) -> tuple[Any, ...]:
    made: list[Any] = []
    for name, value in options.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def _answer(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], sys.argv[2]))
