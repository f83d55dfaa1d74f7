"""First thing the packed program runs: leave the rest of the computer alone.

Programs that we start (LibreOffice, the viewer of a PDF) must load their own libraries and not the
ones lying in our folder; and where Windows gives no console, what is printed goes nowhere instead
of failing.
"""

import os
import sys

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

if sys.stdout is None:
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
if sys.stderr is None:
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
