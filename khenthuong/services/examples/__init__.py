"""Điển hình tiên tiến and sudden deeds: from the first word of them to a nomination."""
