"""The window: screens over services, one worker thread, one door for dialogs."""

from khenthuong.ui.immortals import keep_alive
from khenthuong.ui.lean_imports import spare_sources

keep_alive()
spare_sources()
