import subprocess
import sys

EMITS = """
from PySide6.QtCore import QCoreApplication, QObject, Signal
import khenthuong.ui
class Bell(QObject):
    rung = Signal()
a, bell = QCoreApplication([]), Bell()
for _ in range(20_000):
    bell.rung.emit()
print("alive")
"""


def test_twenty_thousand_emits_do_not_free_true() -> None:
    command = [sys.executable, "-c", EMITS]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
