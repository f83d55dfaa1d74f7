"""The window: screens over services, one worker thread, one door for dialogs."""

from khenthuong.ui.emit_guard import keep_true_alive

keep_true_alive()
