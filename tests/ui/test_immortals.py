import subprocess
import sys

CALLS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
import khenthuong.ui
class Bell(QObject):
    rung = Signal()
a, bell = QCoreApplication([]), Bell()
for _ in range(60_000):
    bell.rung.emit()
    bell.setObjectName("x")
    bell.parent()
print("alive")
"""


def test_many_calls_into_qt_do_not_free_none_or_true() -> None:
    command = [sys.executable, "-c", CALLS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
