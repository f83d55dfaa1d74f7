"""The window starts without the source of its modules in memory."""

import subprocess
import sys

START = (
    "import linecache, khenthuong.ui.main_window, khenthuong.storage\n"
    "print(*(n for n in linecache.cache if n.endswith('.py') and ('sqlalchemy' in n or "
    "'khenthuong' in n)))\n"
)


def test_no_source_is_read_when_the_window_is_imported():
    done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_qt_still_knows_our_modules_as_its_users():
    import shiboken6

    import khenthuong.ui.desk

    assert shiboken6.__version__

    features = sys.modules["shibokensupport.feature"]
    assert features._mod_uses_pyside(khenthuong.ui.desk)
    assert not features._mod_uses_pyside(subprocess)
