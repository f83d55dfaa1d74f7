"""Figures become marks in millimetres; a screen and a Word file paint the same marks."""
