"""Khen Thưởng: an offline desktop program for a commune's emulation and commendation work."""

__version__ = "0.1.0"
