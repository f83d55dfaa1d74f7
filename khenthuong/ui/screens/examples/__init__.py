"""Điển hình: the board of good examples, and sudden deeds."""
