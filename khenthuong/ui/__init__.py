"""The window: screens over services, one worker thread, one door for dialogs."""

from khenthuong.ui.immortals import keep_alive

keep_alive()
